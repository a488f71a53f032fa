//! The search of the program: professions by the whole index, the other lists by their names.

use super::{NameIndex, NameMatcher, Searcher, match_names, query};
use crate::core::catalog::{Catalog, Index, ProfessionId};

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Position in the index that was searched.
    pub at: u32,
    /// Higher is better; comparable within one query only.
    pub score: f32,
    /// Matched characters of the name, as character positions, ascending.
    pub positions: Vec<u32>,
    /// Why it is here, in words; empty where the highlighted name says it.
    pub reason: String,
}

/// The answers to one query, best first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The best answers.
    pub hits: Vec<Answer>,
    /// How many there are in all.
    pub total: usize,
    /// Even the best is a guess.
    pub weak: bool,
    /// The nearest names, where the answer is empty or weak.
    pub suggestions: Vec<ProfessionId>,
    /// Filters in force: key and what it lets through.
    pub filters: Vec<(&'static str, String)>,
    /// Filters that no value fits: key, what was typed, and the nearest value.
    pub unknown: Vec<(&'static str, String, Option<String>)>,
}

/// Searches a catalogue; keeps its buffers and what the last query narrowed.
#[derive(Default)]
pub struct Finder {
    professions: Option<(bool, Searcher<'static>)>,
    names: [Option<NameIndex>; 5],
    matcher: NameMatcher,
}

impl Finder {
    /// The best `limit` answers in one index.
    pub fn find(&mut self, catalog: &Catalog, index: Index, text: &str, limit: usize) -> Found {
        if index == Index::Professions {
            return self.professions(catalog, text, limit);
        }
        let Some(slot) = self.names.get_mut(index as usize) else {
            return Found::default();
        };
        let list = slot.get_or_insert_with(|| names(catalog, index));
        let name_of = |at: u32| catalog.name(index.target(at as usize));
        let (hits, total) = match_names(list, &mut self.matcher, text, limit, name_of);
        let hits = hits.into_iter().enumerate().map(|(rank, hit)| Answer {
            at: hit.item,
            score: (total - rank) as f32,
            positions: hit.positions,
            reason: String::new(),
        });
        Found {
            hits: hits.collect(),
            total,
            ..Found::default()
        }
    }

    fn professions(&mut self, catalog: &Catalog, text: &str, limit: usize) -> Found {
        let searchable = catalog.searchable();
        let complete = searchable.is_complete();
        // A searcher that was made before the user's texts were indexed knows their names only.
        if self
            .professions
            .as_ref()
            .is_none_or(|(was, _)| *was != complete)
        {
            self.professions = Some((complete, Searcher::new(searchable.corpus())));
        }
        let Some((_, searcher)) = &mut self.professions else {
            return Found::default();
        };
        let results = searcher.search(text, limit);
        let hits = results.hits.into_iter().map(|hit| Answer {
            at: searchable.id(hit.profession).0,
            score: hit.score,
            positions: hit.positions,
            reason: if hit.reason.is_obvious() {
                String::new()
            } else {
                hit.reason.to_string()
            },
        });
        Found {
            hits: hits.collect(),
            total: results.total,
            weak: results.weak,
            suggestions: results
                .suggestions
                .into_iter()
                .map(|n| searchable.id(n))
                .collect(),
            filters: results
                .filters
                .into_iter()
                .map(|f| (f.kind.key(), f.label))
                .collect(),
            unknown: results
                .unknown
                .into_iter()
                .map(|u| (u.kind.key(), u.value, u.nearest))
                .collect(),
        }
    }
}

/// The query without its last filter, if it ends in one: what Backspace leaves.
pub fn without_last_filter(text: &str) -> Option<String> {
    query::without_last_filter(text)
}

fn names(catalog: &Catalog, index: Index) -> NameIndex {
    match index {
        Index::Majors => NameIndex::new(catalog.majors().iter().map(super::corpus::Named::all)),
        Index::Institutions => {
            NameIndex::new(catalog.institutions().iter().map(super::corpus::Named::all))
        }
        Index::Sectors => NameIndex::new(catalog.sectors().iter().map(|s| [s.name, s.key])),
        Index::Subjects => NameIndex::new(catalog.subjects().iter().map(|s| [s.name])),
        Index::Professions => NameIndex::new(catalog.professions().iter().map(|p| [p.name])),
    }
}
