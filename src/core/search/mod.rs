//! Search as you type over names and aliases.

use super::catalog::{Catalog, Index, Target};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Longest query that is looked at, in characters.
pub const LONGEST_QUERY: usize = 64;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Position in the index that was searched.
    pub at: u32,
    /// Higher is better; comparable within one query only.
    pub score: i64,
    /// Matched characters of the name, as character positions, ascending.
    pub positions: Vec<u32>,
    /// Why it is here, where it is not the name.
    pub reason: Option<String>,
}

/// The answers to one query, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Results {
    /// The answers.
    pub hits: Vec<Hit>,
}

/// Holds what a search reuses from key to key.
#[derive(Default)]
pub struct Searcher {
    matcher: SkimMatcherV2,
}

impl Searcher {
    /// Searches one index.
    pub fn search(&mut self, catalog: &Catalog, index: Index, query: &str) -> Results {
        let words: Vec<String> = query
            .chars()
            .take(LONGEST_QUERY)
            .collect::<String>()
            .split_whitespace()
            .map(|w| w.chars().map(fold).collect())
            .collect();
        let mut hits: Vec<Hit> = (0..catalog.len_of(index) as u32)
            .filter_map(|at| {
                let target = index.target(at as usize);
                let name = catalog.name(target);
                let aliases: &[&str] = match target {
                    Target::Profession(id) => catalog
                        .profession(id)
                        .map(|r| r.aliases)
                        .unwrap_or_default(),
                    Target::Major(id) => catalog.major(id).map(|r| r.aliases).unwrap_or_default(),
                    Target::Institution(id) => catalog
                        .institution(id)
                        .map(|r| r.aliases)
                        .unwrap_or_default(),
                    _ => &[],
                };
                self.best(&words, at, name, aliases)
            })
            .collect();
        hits.sort_by(|a, b| b.score.cmp(&a.score).then(a.at.cmp(&b.at)));
        Results { hits }
    }

    fn best(&self, words: &[String], at: u32, name: &str, aliases: &[&str]) -> Option<Hit> {
        let by_name = self.all_words(words, name).map(|(score, positions)| Hit {
            at,
            score: score + 40,
            positions,
            reason: None,
        });
        let by_alias = aliases
            .iter()
            .filter_map(|alias| {
                let (score, _) = self.all_words(words, alias)?;
                Some(Hit {
                    at,
                    score,
                    positions: Vec::new(),
                    reason: Some(format!("nama lain: {alias}")),
                })
            })
            .max_by_key(|h| h.score);
        by_name.into_iter().chain(by_alias).max_by_key(|h| h.score)
    }

    fn all_words(&self, words: &[String], text: &str) -> Option<(i64, Vec<u32>)> {
        let folded: String = text.chars().map(fold).collect();
        let (mut score, mut positions) = (0, Vec::new());
        for word in words {
            let (s, at) = self.matcher.fuzzy_indices(&folded, word)?;
            score += s;
            positions.extend(at.into_iter().map(|i| i as u32));
        }
        positions.sort_unstable();
        positions.dedup();
        Some((score - folded.chars().count() as i64 / 2, positions))
    }
}

/// Lower case without accents, one character for one.
fn fold(c: char) -> char {
    use unicode_normalization::UnicodeNormalization;
    let base = std::iter::once(c).nfd().next().unwrap_or(c);
    base.to_lowercase().next().unwrap_or(base)
}
