//! Lays text out for reading: wraps once per width, and the links come out of the same wrap that makes the lines.

use super::super::geometry::MEASURE;
use crate::core::catalog::Target;
use textwrap::{Options, WordSeparator, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// What a piece of text is; the view turns it into a style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Role {
    Body,
    Heading,
    Label,
    Muted,
    Good,
    Bad,
    Link,
}

/// A piece of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Span {
    pub text: String,
    pub role: Role,
}

/// One line of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// From left to right, padding included.
    pub spans: Vec<Span>,
    /// The link this line belongs to, as a position in [`Sheet::links`].
    pub link: Option<usize>,
}

impl Line {
    fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            spans: vec![Span {
                text: text.into(),
                role,
            }],
            link: None,
        }
    }

    fn width(&self) -> usize {
        self.spans.iter().map(|s| s.text.width()).sum()
    }

    /// The text of the line alone.
    pub fn text(&self) -> String {
        self.spans.iter().map(|s| s.text.as_str()).collect()
    }
}

/// A link and the lines it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkSpot {
    /// Where it leads.
    pub target: Target,
    /// Its first line.
    pub line: usize,
    /// How many lines it takes.
    pub lines: usize,
}

/// A page that is laid out for one width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// All lines.
    pub lines: Vec<Line>,
    /// All links, by line.
    pub links: Vec<LinkSpot>,
    width: usize,
}

/// From this width on, pairs stand side by side.
const SIDE_BY_SIDE: usize = 56;
/// Cells between two columns.
const GUTTER: usize = 3;

impl Sheet {
    /// An empty page, `width` cells wide.
    pub fn new(width: u16) -> Self {
        Self {
            width: usize::from(width.max(1)),
            ..Self::default()
        }
    }

    fn measure(&self) -> usize {
        self.width.min(usize::from(MEASURE))
    }

    /// An empty line, but never two and never at the top.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|l| !l.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// A heading with space before it.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        let lines = block(text, self.measure(), "", "", Role::Heading);
        self.lines.extend(lines);
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str, role: Role) {
        let lines = block(text, self.measure(), "", "", role);
        self.lines.extend(lines);
    }

    /// A label in front of its text, which hangs below it: `Bidang: …`.
    pub fn fact(&mut self, label: &str, text: &str) {
        let lines = labelled(label, text, self.measure());
        self.lines.extend(lines);
    }

    /// A link on lines of its own; `note` stands behind it.
    pub fn link(&mut self, label: &str, note: &str, target: Target) {
        let first = self.lines.len();
        let at = self.links.len();
        let mut lines = block(label, self.measure(), "  ", "  ", Role::Link);
        // The marker's two cells are no part of the link's text.
        for line in &mut lines {
            if let Some(span) = line.spans.first_mut() {
                let text = span.text.split_off(2.min(span.text.len()));
                *span = Span {
                    text: "  ".to_owned(),
                    role: Role::Body,
                };
                line.spans.push(Span {
                    text,
                    role: Role::Link,
                });
            }
            line.link = Some(at);
        }
        if !note.is_empty() {
            let room = self.measure();
            let fits = lines
                .last()
                .is_some_and(|l| l.width() + 2 + note.width() <= room);
            if fits && let Some(last) = lines.last_mut() {
                last.spans.push(Span {
                    text: format!("  {note}"),
                    role: Role::Muted,
                });
            } else {
                let mut more = block(note, room, "    ", "    ", Role::Muted);
                for line in &mut more {
                    line.link = Some(at);
                }
                lines.extend(more);
            }
        }
        self.links.push(LinkSpot {
            target,
            line: first,
            lines: lines.len(),
        });
        self.lines.extend(lines);
    }

    /// Two lists with headings, side by side where there is room.
    pub fn lists(
        &mut self,
        left: (&str, &str, &[String], Role),
        right: (&str, &str, &[String], Role),
    ) {
        self.gap();
        let column = |(head, marker, items, role): (&str, &str, &[String], Role), width: usize| {
            let mut lines = block(head, width, "", "", Role::Heading);
            for item in items {
                let mut text = block(item, width, &format!("{marker} "), "  ", Role::Body);
                if let Some(first) = text.first_mut().and_then(|l| l.spans.first_mut()) {
                    let rest = first.text.split_off(marker.len().min(first.text.len()));
                    *first = Span {
                        text: marker.to_owned(),
                        role,
                    };
                    if let Some(line) = text.first_mut() {
                        line.spans.push(Span {
                            text: rest,
                            role: Role::Body,
                        });
                    }
                }
                lines.extend(text);
            }
            lines
        };
        if self.width >= SIDE_BY_SIDE {
            let width = self.column();
            let lines = beside(column(left, width), column(right, width), width);
            self.lines.extend(lines);
        } else {
            let width = self.measure();
            self.lines.extend(column(left, width));
            self.gap();
            self.lines.extend(column(right, width));
        }
    }

    /// Pairs of texts under two headings, side by side where there is room, else with the headings as labels.
    pub fn pairs<'a>(
        &mut self,
        heads: (&str, &str),
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
    ) {
        let side_by_side = self.width >= SIDE_BY_SIDE;
        if side_by_side {
            self.gap();
            let width = self.column();
            let head = |text| block(text, width, "", "", Role::Label);
            let lines = beside(head(heads.0), head(heads.1), width);
            self.lines.extend(lines);
        }
        for (i, (left, right)) in pairs.enumerate() {
            if i > 0 || !side_by_side {
                self.gap();
            }
            if side_by_side {
                let width = self.column();
                let lines = beside(
                    block(left, width, "", "", Role::Muted),
                    block(right, width, "", "", Role::Body),
                    width,
                );
                self.lines.extend(lines);
            } else {
                self.fact(heads.0, left);
                self.fact(heads.1, right);
            }
        }
    }

    fn column(&self) -> usize {
        ((self.width.saturating_sub(GUTTER)) / 2).clamp(1, 52)
    }
}

/// Wraps `text` to `width` cells.
fn block(text: &str, width: usize, first: &str, rest: &str, role: Role) -> Vec<Line> {
    let options = Options::new(width.max(first.len() + 2))
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(true)
        .word_separator(WordSeparator::AsciiSpace)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options)
        .into_iter()
        .map(|line| Line::new(line.into_owned(), role))
        .collect()
}

fn labelled(label: &str, text: &str, width: usize) -> Vec<Line> {
    let prefix = format!("{label}: ");
    let mut lines = block(&format!("{prefix}{text}"), width, "", "  ", Role::Body);
    if let Some(line) = lines.first_mut()
        && let Some(span) = line.spans.first_mut()
        && span.text.starts_with(&prefix)
    {
        let rest = span.text.split_off(prefix.len());
        *span = Span {
            text: prefix,
            role: Role::Label,
        };
        line.spans.push(Span {
            text: rest,
            role: Role::Body,
        });
    }
    lines
}

fn beside(left: Vec<Line>, right: Vec<Line>, width: usize) -> Vec<Line> {
    let height = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    (0..height)
        .map(|_| {
            let mut line = left.next().unwrap_or_default();
            if let Some(other) = right.next() {
                let pad = (width + GUTTER).saturating_sub(line.width());
                line.spans.push(Span {
                    text: " ".repeat(pad),
                    role: Role::Body,
                });
                line.spans.extend(other.spans);
            }
            line
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::catalog::MajorId;
    use proptest::prelude::*;

    #[test]
    fn pairs_stand_beside_each_other_where_there_is_room() {
        let mut wide = Sheet::new(60);
        wide.pairs(
            ("Kata orang", "Kenyataannya"),
            [("satu", "dua")].into_iter(),
        );
        let texts: Vec<_> = wide.lines.iter().map(Line::text).collect();
        assert_eq!(
            texts,
            [
                "Kata orang                     Kenyataannya",
                "satu                           dua"
            ]
        );
        let mut narrow = Sheet::new(30);
        narrow.pairs(
            ("Kata orang", "Kenyataannya"),
            [("satu", "dua")].into_iter(),
        );
        let texts: Vec<_> = narrow.lines.iter().map(Line::text).collect();
        assert_eq!(texts, ["Kata orang: satu", "Kenyataannya: dua"]);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_the_page_and_no_word_is_lost(text in "[a-z é]{0,200}", width in 8_u16..120) {
            let mut sheet = Sheet::new(width);
            sheet.heading(&text);
            sheet.paragraph(&text, Role::Body);
            sheet.fact("Bidang", &text);
            sheet.link(&text, &text, Target::Major(MajorId(0)));
            sheet.lists(("Cocok", "+", std::slice::from_ref(&text), Role::Good), ("Tidak", "-", std::slice::from_ref(&text), Role::Bad));
            for line in &sheet.lines {
                prop_assert!(line.width() <= usize::from(width.max(10)), "{:?}", line.text());
            }
            let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            let mut only = Sheet::new(width);
            only.paragraph(&text, Role::Body);
            prop_assert_eq!(only.lines.iter().map(|l| letters(&l.text())).collect::<String>(), letters(&text));
        }
    }
}
