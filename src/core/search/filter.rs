//! Filters in the query: `bidang:kesehatan`, `jurusan:hukum`, `pendidikan:smk`, `minat:S`.

use super::corpus::{Corpus, Named};
use super::names::typo;
use super::pack::fold::fold;
use super::query::FilterText;
use crate::core::catalog::ProfessionRow;

/// What a filter looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FilterKind {
    /// The sector.
    Sector,
    /// A supporting study programme.
    Major,
    /// The usual education.
    Education,
    /// Letters of the interest code.
    Interest,
}

impl FilterKind {
    /// The filter with this key, e.g. `bidang`; case does not matter.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key.to_ascii_lowercase().as_str() {
            "bidang" | "sektor" => Some(Self::Sector),
            "jurusan" | "prodi" => Some(Self::Major),
            "pendidikan" => Some(Self::Education),
            "minat" | "riasec" => Some(Self::Interest),
            _ => None,
        }
    }

    /// The key that people type.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Sector => "bidang",
            Self::Major => "jurusan",
            Self::Education => "pendidikan",
            Self::Interest => "minat",
        }
    }
}

/// A filter in force: what the chip shows, and what it lets through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// What it looks at.
    pub kind: FilterKind,
    /// What the chip shows, e.g. `Kesehatan`.
    pub label: String,
    accepted: Accepted,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Accepted {
    Sectors(Vec<u32>),
    Majors(Vec<u32>),
    Education(&'static str),
    Letters(String),
}

impl Filter {
    /// Whether `profession` passes.
    #[must_use]
    pub fn accepts(&self, profession: &ProfessionRow) -> bool {
        match &self.accepted {
            Accepted::Sectors(list) => list.contains(&profession.sector.0),
            Accepted::Majors(list) => profession.majors.iter().any(|m| list.contains(&m.0)),
            Accepted::Education(level) => profession.education.eq_ignore_ascii_case(level),
            Accepted::Letters(letters) => letters.chars().all(|l| profession.riasec.contains(l)),
        }
    }
}

/// A filter whose value nothing has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFilter {
    /// Which filter.
    pub kind: FilterKind,
    /// What was typed.
    pub value: String,
    /// The nearest value that exists, to be offered instead.
    pub nearest: Option<String>,
}

/// What [`resolve`] makes of a typed filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// It is in force, and used up this many of the following words.
    Known(Filter, usize),
    /// No such value.
    Unknown(UnknownFilter),
    /// Nothing typed after the colon yet.
    Empty,
}

/// Looks the value of `typed` up.
#[must_use]
pub fn resolve(corpus: &Corpus<'_>, typed: &FilterText) -> Resolved {
    let value = fold(&typed.value);
    if value.is_empty() {
        return Resolved::Empty;
    }
    let known = |label: &str, accepted| Filter {
        kind: typed.kind,
        label: label.to_owned(),
        accepted,
    };
    let unknown = |nearest: Option<&str>| {
        Resolved::Unknown(UnknownFilter {
            kind: typed.kind,
            value: typed.value.clone(),
            nearest: nearest.map(str::to_owned),
        })
    };
    match typed.kind {
        FilterKind::Education => match education(&value) {
            Some(level) => Resolved::Known(known(level, Accepted::Education(level)), 0),
            None => unknown(nearest(&value, EDUCATION.iter().map(|(word, _)| *word))),
        },
        FilterKind::Interest => match interest(&value) {
            Some(letters) => {
                Resolved::Known(known(&letters, Accepted::Letters(letters.clone())), 0)
            }
            None => unknown(
                nearest(&value, INTERESTS.iter().map(|(word, _)| *word))
                    .or(Some("R, I, A, S, E, C")),
            ),
        },
        FilterKind::Sector => {
            let names = || corpus.sectors.iter().map(|s| [s.key, s.name]);
            match vocabulary(&value, &typed.following, names) {
                Some((list, used)) => {
                    let first = list.first().and_then(|&i| corpus.sectors.get(i as usize));
                    Resolved::Known(
                        known(first.map_or("", |s| s.name), Accepted::Sectors(list)),
                        used,
                    )
                }
                None => unknown(nearest(&value, corpus.sectors.iter().map(|s| s.key))),
            }
        }
        FilterKind::Major => {
            let names = || corpus.majors.iter().map(Named::all);
            match vocabulary(&value, &typed.following, names) {
                Some((list, used)) => {
                    let first = list.first().and_then(|&i| corpus.majors.get(i as usize));
                    let label = if list.len() == 1 {
                        first.map_or("", |m| m.name)
                    } else {
                        &typed.value
                    };
                    Resolved::Known(known(label, Accepted::Majors(list)), used)
                }
                None => unknown(nearest(&value, corpus.majors.iter().map(|m| m.name))),
            }
        }
    }
}

/// Items one of whose names is the value (with as many of the following words as fit), or else
/// all items with a name that has the value at the beginning of a word.
fn vocabulary<'n, N: IntoIterator<Item = &'n str>, I: Iterator<Item = N>>(
    value: &str,
    following: &[String],
    items: impl Fn() -> I,
) -> Option<(Vec<u32>, usize)> {
    for used in (0..=following.len()).rev() {
        let mut text = value.to_owned();
        for word in following.iter().take(used) {
            text.push(' ');
            text.push_str(&fold(word));
        }
        let equal = |name: &str| fold(name) == text;
        if let Some(at) = items().position(|names| names.into_iter().any(equal)) {
            return Some((vec![at as u32], used));
        }
    }
    let padded = format!(" {value}");
    let partly = |names: N| {
        names
            .into_iter()
            .any(|n| format!(" {}", fold(n)).contains(&padded))
    };
    let list: Vec<u32> = items()
        .enumerate()
        .filter_map(|(at, n)| partly(n).then_some(at as u32))
        .collect();
    (!list.is_empty()).then_some((list, 0))
}

/// The candidate with the fewest errors, by its best word; `None` if all are far off.
fn nearest<'n>(value: &str, candidates: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let limit = 4 + value.len().min(12) as u8 / 3;
    candidates
        .filter_map(|candidate| {
            let folded = fold(candidate);
            let whole = std::iter::once(folded.as_str()).chain(folded.split(' '));
            let cost = whole
                .filter_map(|word| typo::cost(value.as_bytes(), word.as_bytes(), limit, false))
                .min()?;
            Some((cost, candidate))
        })
        .min_by_key(|(cost, _)| *cost)
        .map(|(_, candidate)| candidate)
}

const EDUCATION: &[(&str, &str)] = &[
    ("sma", "SMA/SMK"),
    ("smk", "SMA/SMK"),
    ("sma smk", "SMA/SMK"),
    ("ma", "SMA/SMK"),
    ("d1", "D1-D3"),
    ("d2", "D1-D3"),
    ("d3", "D1-D3"),
    ("d1 d3", "D1-D3"),
    ("diploma", "D1-D3"),
    ("d4", "D4/S1"),
    ("s1", "D4/S1"),
    ("d4 s1", "D4/S1"),
    ("sarjana", "D4/S1"),
    ("s2", "S2"),
    ("magister", "S2"),
    ("profesi", "Profesi"),
];

fn education(value: &str) -> Option<&'static str> {
    let exact = EDUCATION.iter().find(|(word, _)| *word == value);
    exact
        .or_else(|| EDUCATION.iter().find(|(word, _)| word.starts_with(value)))
        .map(|(_, level)| *level)
}

const INTERESTS: &[(&str, char)] = &[
    ("realistis", 'R'),
    ("realistik", 'R'),
    ("investigatif", 'I'),
    ("artistik", 'A'),
    ("sosial", 'S'),
    ("wirausaha", 'E'),
    ("enterprising", 'E'),
    ("konvensional", 'C'),
];

/// `s`, `rs`, `R-I-S` or the name of a type.
fn interest(value: &str) -> Option<String> {
    let letters: String = value
        .chars()
        .filter(|c| *c != ' ')
        .collect::<String>()
        .to_ascii_uppercase();
    if letters.len() <= 3 && letters.chars().all(|c| "RIASEC".contains(c)) {
        return Some(letters);
    }
    let named = INTERESTS
        .iter()
        .find(|(word, _)| value.len() > 3 && word.starts_with(value));
    named.map(|(_, letter)| letter.to_string())
}
