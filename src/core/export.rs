//! A profession as plain text, Markdown or HTML: the same sections and words as on screen.

use super::catalog::record::{InstitutionKind, Profession};
use super::catalog::{Catalog, ProfessionId};
use crate::text;
use std::fmt::Write as _;

/// One of the five parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "as the tabs")]
pub enum Part {
    Profile,
    Fit,
    Reality,
    Majors,
    Institutions,
}

/// How to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Form {
    Text,
    Markdown,
    Html,
}

/// Width of plain text, in cells.
const WIDTH: usize = 78;

enum Block {
    Title(String),
    Heading(String),
    Sub(String),
    Paragraph(String),
    Fact(&'static str, String),
    Item(String),
}

/// A profession, taken apart into blocks.
pub struct Document(Vec<Block>);

impl Document {
    /// The whole profession, or one part of it.
    pub fn new(
        catalog: &Catalog,
        id: ProfessionId,
        entry: &Profession,
        part: Option<Part>,
    ) -> Self {
        let mut doc = Self(vec![Block::Title(entry.name.clone())]);
        let wanted = |p| part.is_none_or(|only| only == p);
        if wanted(Part::Profile) {
            doc.profile(catalog, id, entry);
        }
        if wanted(Part::Fit) {
            doc.heading(text::TABS[1]);
            doc.sub(text::SUITS);
            doc.items(&entry.suits);
            doc.sub(text::SUITS_NOT);
            doc.items(&entry.suits_not);
        }
        if wanted(Part::Reality) {
            doc.reality(catalog, entry);
        }
        if wanted(Part::Majors) {
            doc.heading(text::TABS[3]);
            doc.items(&entry.majors);
        }
        if wanted(Part::Institutions) {
            doc.institutions(catalog, id);
        }
        if part.is_none() && !entry.reviewed.is_empty() {
            doc.heading(text::FACTS);
            if !entry.references.is_empty() {
                doc.0
                    .push(Block::Fact(text::REFERENCES, entry.references.join("; ")));
            }
            doc.0
                .push(Block::Paragraph(text::reviewed(&entry.reviewed)));
        }
        doc
    }

    fn heading(&mut self, text: &str) {
        self.0.push(Block::Heading(text.to_owned()));
    }

    fn sub(&mut self, text: &str) {
        self.0.push(Block::Sub(text.to_owned()));
    }

    fn items(&mut self, items: &[String]) {
        self.0.extend(items.iter().cloned().map(Block::Item));
    }

    fn profile(&mut self, catalog: &Catalog, id: ProfessionId, entry: &Profession) {
        let Some(row) = catalog.profession(id) else {
            return;
        };
        let sector = catalog
            .sector(row.sector)
            .map(|s| s.name)
            .unwrap_or_default();
        self.0.push(Block::Paragraph(text::profession_subtitle(
            sector,
            row.education,
            row.riasec,
        )));
        self.heading(text::TABS[0]);
        self.0
            .extend(entry.profile.iter().cloned().map(Block::Paragraph));
        if !row.similar.is_empty() {
            self.sub(text::SIMILAR);
            let names = row
                .similar
                .iter()
                .filter_map(|p| catalog.profession(*p))
                .map(|p| p.name.to_owned());
            self.0.extend(names.map(Block::Item));
        }
    }

    fn reality(&mut self, catalog: &Catalog, entry: &Profession) {
        self.heading(text::TABS[2]);
        for pair in &entry.expectations {
            self.0
                .push(Block::Fact(text::EXPECTATION, pair.expectation.clone()));
            self.0
                .push(Block::Fact(text::REALITY, pair.reality.clone()));
        }
        if !entry.differences.is_empty() {
            self.sub(text::DIFFERENCES);
        }
        for difference in &entry.differences {
            let name = catalog
                .find(&difference.profession)
                .and_then(|id| catalog.profession(id))
                .map(|p| p.name);
            if let Some(name) = name.filter(|n| !difference.text.contains(n)) {
                self.0.push(Block::Item(name.to_owned()));
            }
            self.0.push(Block::Paragraph(difference.text.clone()));
        }
        if !entry.misconceptions.is_empty() {
            self.sub(text::MISCONCEPTIONS);
        }
        for pair in &entry.misconceptions {
            self.0.push(Block::Fact(text::BELIEF, pair.belief.clone()));
            self.0.push(Block::Fact(text::FACT, pair.reality.clone()));
        }
    }

    fn institutions(&mut self, catalog: &Catalog, id: ProfessionId) {
        self.heading(text::TABS[4]);
        let Some(row) = catalog.profession(id) else {
            return;
        };
        let all: Vec<_> = row
            .institutions
            .iter()
            .filter_map(|i| catalog.institution(*i))
            .collect();
        let mut kinds: Vec<InstitutionKind> = all.iter().map(|i| i.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            self.sub(kind.label());
            self.0.extend(
                all.iter()
                    .filter(|i| i.kind == kind)
                    .map(|i| Block::Item(i.name.to_owned())),
            );
        }
    }

    /// Writes all blocks in one form, with a line break at the end.
    pub fn write(&self, form: Form) -> String {
        let mut out = String::new();
        // Writing into a string cannot fail.
        let _ = match form {
            Form::Text => self.text(&mut out),
            Form::Markdown => self.markdown(&mut out),
            Form::Html => self.html(&mut out),
        };
        out
    }

    fn text(&self, out: &mut String) -> std::fmt::Result {
        let wrap = |text: &str, first: &str, rest: &str| {
            let options = textwrap::Options::new(WIDTH)
                .initial_indent(first)
                .subsequent_indent(rest);
            textwrap::fill(text, options)
        };
        for block in &self.0 {
            match block {
                Block::Title(t) => writeln!(out, "{t}\n{}", "=".repeat(t.chars().count()))?,
                Block::Heading(t) => writeln!(out, "\n{t}\n{}", "-".repeat(t.chars().count()))?,
                Block::Sub(t) => writeln!(out, "\n{t}:")?,
                Block::Paragraph(t) => writeln!(out, "{}\n", wrap(t, "", ""))?,
                Block::Fact(label, t) => {
                    writeln!(out, "{}", wrap(&format!("{label}: {t}"), "", "  "))?;
                }
                Block::Item(t) => writeln!(out, "{}", wrap(t, "- ", "  "))?,
            }
        }
        Ok(())
    }

    fn markdown(&self, out: &mut String) -> std::fmt::Result {
        let mut in_list = false;
        for block in &self.0 {
            let item = matches!(block, Block::Item(_));
            if in_list && !item {
                writeln!(out)?;
            }
            in_list = item;
            match block {
                Block::Title(t) => writeln!(out, "# {}\n", markdown(t))?,
                Block::Heading(t) => writeln!(out, "## {}\n", markdown(t))?,
                Block::Sub(t) => writeln!(out, "### {}\n", markdown(t))?,
                Block::Paragraph(t) => writeln!(out, "{}\n", markdown(t))?,
                Block::Fact(label, t) => writeln!(out, "**{label}:** {}\n", markdown(t))?,
                Block::Item(t) => writeln!(out, "- {}", markdown(t))?,
            }
        }
        Ok(())
    }

    fn html(&self, out: &mut String) -> std::fmt::Result {
        let title = self.0.iter().find_map(|b| {
            if let Block::Title(t) = b {
                Some(html(t))
            } else {
                None
            }
        });
        writeln!(
            out,
            "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n</head>\n<body>",
            title.unwrap_or_default()
        )?;
        let mut in_list = false;
        for block in &self.0 {
            let item = matches!(block, Block::Item(_));
            if in_list != item {
                writeln!(out, "{}", if item { "<ul>" } else { "</ul>" })?;
            }
            in_list = item;
            match block {
                Block::Title(t) => writeln!(out, "<h1>{}</h1>", html(t))?,
                Block::Heading(t) => writeln!(out, "<h2>{}</h2>", html(t))?,
                Block::Sub(t) => writeln!(out, "<h3>{}</h3>", html(t))?,
                Block::Paragraph(t) => writeln!(out, "<p>{}</p>", html(t))?,
                Block::Fact(label, t) => {
                    writeln!(out, "<p><strong>{label}:</strong> {}</p>", html(t))?;
                }
                Block::Item(t) => writeln!(out, "<li>{}</li>", html(t))?,
            }
        }
        if in_list {
            writeln!(out, "</ul>")?;
        }
        writeln!(out, "</body>\n</html>")
    }
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Escapes what Markdown would read as a mark.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.chars().enumerate() {
        let leading = i == 0 && matches!(c, '#' | '+' | '-' | '>');
        if leading || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_carries_every_sentence() {
        let catalog = Catalog::embedded();
        let id = catalog
            .find("pengurus-partai-politik")
            .unwrap_or(ProfessionId(0));
        let entry = catalog.entry(id).unwrap_or_default();
        let document = Document::new(&catalog, id, &entry, None);
        for form in [Form::Text, Form::Markdown, Form::Html] {
            let flat = document.write(form).replace("\n  ", " ").replace('\n', " ");
            for text in entry
                .profile
                .iter()
                .chain(&entry.suits)
                .chain(&entry.majors)
                .chain(&entry.institutions)
            {
                assert!(flat.contains(text), "{form:?}: {text}");
            }
        }
    }

    #[test]
    fn marks_in_the_data_stay_text() {
        assert_eq!(
            html("<b>\"A&B\"</b>"),
            "&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;"
        );
        assert_eq!(markdown("# *a* <b>"), "\\# \\*a\\* \\<b>");
    }
}
