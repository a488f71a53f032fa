//! Paragraphs of a plain page to the fields they belong to.

use super::import::Imported;
use super::prose::{About, Fit, about, fit, halves, label, paragraphs};
use crate::core::catalog::record::{Difference, Expectation, Misconception};
use crate::core::catalog::{Catalog, name_key};

/// The second section: who suits and who does not.
pub(super) fn suits(out: &mut Imported, lines: &[&str]) {
    // A line such as "Cocok bila kamu:" speaks for those below it.
    let mut announced: Option<Fit> = None;
    let mut last = Fit::Suits;
    for paragraph in paragraphs(lines) {
        let short = paragraph.chars().count() < 60
            && (paragraph.ends_with(':') || is_announcement(&paragraph));
        if short && let Some(fit) = fit(&paragraph) {
            announced = Some(fit);
            continue;
        }
        let fit = announced.or_else(|| fit(&paragraph));
        if fit.is_none() {
            out.doubts.push(format!(
                "{}: cocok atau tidak cocok? \"{}\"",
                key_of(last),
                start(&paragraph)
            ));
        }
        last = fit.unwrap_or(last);
        match last {
            Fit::Suits => out.entry.suits.push(paragraph),
            Fit::SuitsNot => out.entry.suits_not.push(paragraph),
        }
    }
}

fn is_announcement(line: &str) -> bool {
    let key = name_key(line);
    [
        "cocok",
        "tidakcocok",
        "kurangcocok",
        "mungkintidakcocok",
        "cocokbilakamu",
        "tidakcocokbilakamu",
        "mungkintidakcocokbilakamu",
        "cocokjikakamu",
        "tidakcocokjikakamu",
    ]
    .contains(&key.as_str())
}

fn key_of(fit: Fit) -> &'static str {
    match fit {
        Fit::Suits => "cocok",
        Fit::SuitsNot => "tidak_cocok",
    }
}

/// The third section: expectations, differences, misconceptions.
pub(super) fn reality(out: &mut Imported, lines: &[&str], catalog: &Catalog) {
    // Which list a fact that stands in a paragraph of its own completes.
    let mut open: Option<About> = None;
    for paragraph in paragraphs(lines) {
        let found = about(&paragraph);
        let entry = &mut out.entry;
        match found {
            Some(About::Reality) => {
                let text = label(&paragraph).map_or(paragraph.as_str(), |(_, rest)| rest);
                let half = match open.take() {
                    Some(About::Expectation) => {
                        entry.expectations.last_mut().map(|p| &mut p.reality)
                    }
                    Some(About::Misconception) => {
                        entry.misconceptions.last_mut().map(|p| &mut p.reality)
                    }
                    _ => None,
                };
                if let Some(half) = half {
                    text.clone_into(half);
                } else {
                    unclear(out, &paragraph);
                }
            }
            Some(About::Expectation) => {
                let (expectation, reality) = halves(&paragraph);
                open = reality.is_empty().then_some(About::Expectation);
                entry.expectations.push(Expectation {
                    expectation,
                    reality,
                });
            }
            Some(About::Misconception) => {
                let (belief, reality) = halves(&paragraph);
                open = reality.is_empty().then_some(About::Misconception);
                entry.misconceptions.push(Misconception { belief, reality });
            }
            Some(About::Difference) => {
                open = None;
                let text = label(&paragraph)
                    .map_or(paragraph.as_str(), |(_, rest)| rest)
                    .to_owned();
                let profession =
                    other_profession(&text, &entry.id, &entry.name, catalog).unwrap_or_default();
                if profession.is_empty() {
                    out.doubts.push(format!(
                        "perbedaan: id profesi pembandingnya belum diketahui: \"{}\"",
                        start(&text)
                    ));
                }
                out.entry.differences.push(Difference { profession, text });
            }
            None => unclear(out, &paragraph),
        }
    }
    for (key, half) in out
        .entry
        .expectations
        .iter()
        .map(|p| ("ekspektasi_realita", (&p.expectation, &p.reality)))
        .chain(
            out.entry
                .misconceptions
                .iter()
                .map(|p| ("miskonsepsi", (&p.belief, &p.reality))),
        )
    {
        if half.1.is_empty()
            && !out
                .doubts
                .iter()
                .any(|d| d.ends_with(&format!("\"{}\"", start(half.0))))
        {
            out.doubts.push(format!(
                "{key}: bagian kenyataannya tidak terpisah dari anggapannya: \"{}\"",
                start(half.0)
            ));
        }
    }
}

/// Kept in its order, among the expectations, and listed.
fn unclear(out: &mut Imported, paragraph: &str) {
    out.doubts.push(format!(
        "ekspektasi_realita: ekspektasi, perbedaan, atau miskonsepsi? \"{}\"",
        start(paragraph)
    ));
    let (expectation, reality) = halves(paragraph);
    out.entry.expectations.push(Expectation {
        expectation,
        reality,
    });
}

/// The profession that a difference names: the longest name of the catalogue that stands in its text.
fn other_profession(text: &str, own_id: &str, own_name: &str, catalog: &Catalog) -> Option<String> {
    let spaced = |t: &str| {
        let words: Vec<String> = t
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect();
        format!(" {} ", words.join(" "))
    };
    // Its own name is taken out first: it may contain another profession's.
    let text = spaced(text).replace(&spaced(own_name), "  ");
    catalog
        .professions()
        .iter()
        .filter(|p| p.id != own_id)
        .flat_map(|p| {
            std::iter::once(p.name)
                .chain(p.aliases.iter().copied())
                .map(move |n| (n, p.id))
        })
        .filter(|(name, _)| name.len() >= 4 && text.contains(&spaced(name)))
        .max_by_key(|(name, _)| name.len())
        .map(|(_, id)| id.to_owned())
}

/// The first words, to recognise a paragraph.
pub(super) fn start(text: &str) -> String {
    let head: String = text.chars().take(60).collect();
    if head.len() < text.len() {
        format!("{} ...", head.trim_end())
    } else {
        head
    }
}
