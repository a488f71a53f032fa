//! The list on the left: its rows, the selection and the window over them.

use super::{App, Focus, Place};
use crate::core::catalog::{Index, Target};
use crate::core::search::{Answer, FilterKind, Found, without_last_filter};
use crate::text;

/// Longest query, in characters; more does not fit any search line.
const LONGEST_QUERY: usize = 64;

/// How many answers are asked for at first.
pub(super) const WANTED: usize = 100;

/// The rows of the list.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// The whole index, in its own order.
    All(usize),
    /// The answers to a query.
    Found(Found),
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::All(n) => *n,
            Self::Found(results) => results.hits.len(),
        }
    }

    /// How many answers there are, also those not asked for yet.
    pub fn total(&self) -> usize {
        match self {
            Self::All(n) => *n,
            Self::Found(found) => found.total,
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The position in the index of a row.
    pub fn at(&self, row: usize) -> Option<usize> {
        match self {
            Self::All(n) => (row < *n).then_some(row),
            Self::Found(results) => results.hits.get(row).map(|h| h.at as usize),
        }
    }

    /// The hit of a row, where there is a query.
    pub fn hit(&self, row: usize) -> Option<&Answer> {
        match self {
            Self::All(_) => None,
            Self::Found(results) => results.hits.get(row),
        }
    }
}

impl App {
    /// Visible rows of the list.
    pub(super) fn list_height(&self) -> usize {
        usize::from(self.geometry.list.height).max(1)
    }

    pub(super) fn clamp_list(&mut self) {
        let height = self.list_height();
        let place = &mut self.place;
        place.selected = place.selected.min(self.rows.len().saturating_sub(1));
        place.top = place
            .top
            .clamp((place.selected + 1).saturating_sub(height), place.selected);
        place.top = place.top.min(self.rows.len().saturating_sub(height));
    }

    pub(super) fn select(&mut self, row: usize) {
        self.settle_rows();
        if let Rows::Found(found) = &self.rows
            && row >= found.hits.len()
            && found.hits.len() < found.total
        {
            self.wanted = found.total;
            self.forget_rows();
            self.settle_rows();
        }
        self.place.selected = row.min(self.rows.len().saturating_sub(1));
    }

    /// The rows no longer fit the query and index of the place.
    pub(super) fn forget_rows(&mut self) {
        self.stale_rows = true;
    }

    /// Searches, if something has changed since the last time.
    pub(super) fn settle_rows(&mut self) {
        if !std::mem::take(&mut self.stale_rows) {
            return;
        }
        let Place { index, query, .. } = &self.place;
        self.rows = if query.trim().is_empty() {
            Rows::All(self.catalog.len_of(*index))
        } else {
            let mut found = self.finder.find(&self.catalog, *index, query, self.wanted);
            if found.hits.is_empty() && *index == Index::Professions {
                // Nothing fits: the nearest names stand where the answers would.
                found.hits = found.suggestions.iter().map(|id| guess(id.0)).collect();
                found.total = found.hits.len();
            }
            Rows::Found(found)
        };
    }

    pub(super) fn insert(&mut self, c: char) {
        if c.is_control() || crate::core::clean::clean(c.encode_utf8(&mut [0; 4])).is_empty() {
            return;
        }
        if self.place.focus == Focus::Page {
            // Letters always search: leave the page for a fresh list of the same index.
            let Place { index, tab, .. } = self.place;
            self.go(Place {
                index,
                tab,
                ..Place::default()
            });
        }
        if self.place.query.chars().count() >= LONGEST_QUERY {
            self.notice = Some(text::QUERY_FULL);
            return;
        }
        if c == ' ' && self.place.query.is_empty() {
            return;
        }
        self.place.query.push(c);
        self.search_again();
    }

    pub(super) fn delete_word(&mut self) {
        let kept = self.place.query.trim_end();
        let end = kept.rfind(' ').map_or(0, |at| at + 1);
        self.place.query.truncate(end);
        self.search_again();
    }

    /// Removes the last character; of a query that ends in a filter, the whole filter.
    pub(super) fn delete_character(&mut self) {
        let query = &mut self.place.query;
        let last = query.split_whitespace().next_back().unwrap_or_default();
        match without_last_filter(query) {
            Some(rest) if last.contains(':') || query.ends_with('"') => {
                *query = rest.trim_end().into();
            }
            _ => {
                query.pop();
            }
        }
        self.search_again();
    }

    /// Adds a filter for what the selected profession has, or removes it.
    pub(super) fn filter_by(&mut self, kind: FilterKind) {
        let row = match self.place.target {
            Some(Target::Profession(id)) => self.catalog.profession(id).copied(),
            _ => None,
        };
        let Some(row) = row else {
            self.notice = Some(text::NO_FILTER);
            return;
        };
        let value = match kind {
            FilterKind::Sector => self.catalog.sector(row.sector).map(|s| s.key),
            FilterKind::Major => row
                .majors
                .first()
                .and_then(|m| self.catalog.major(*m))
                .map(|m| m.name),
            FilterKind::Education => Some(row.education),
            FilterKind::Interest => row.riasec.get(..1),
        };
        let Some(value) = value.filter(|v| !v.is_empty()) else {
            return;
        };
        let key = kind.key();
        let filter = if value.contains(' ') {
            format!("{key}:\"{value}\"")
        } else {
            format!("{key}:{value}")
        };
        let query = match self.place.query.split_once(filter.as_str()) {
            Some((before, after)) => format!("{}{}", before, after.trim_start())
                .trim_end()
                .to_owned(),
            None if self.place.query.trim().is_empty() => format!("{filter} "),
            None => format!("{} {filter} ", self.place.query.trim_end()),
        };
        if query.chars().count() > LONGEST_QUERY {
            self.notice = Some(text::QUERY_FULL);
        } else if self.place.focus == Focus::Page {
            let tab = self.place.tab;
            self.go(Place {
                query,
                tab,
                ..Place::default()
            });
        } else {
            self.place = Place {
                query,
                tab: self.place.tab,
                ..Place::default()
            };
            self.search_again();
        }
    }

    /// After a change of the query: new rows, from the top.
    pub(super) fn search_again(&mut self) {
        self.wanted = WANTED;
        self.place.selected = 0;
        self.place.top = 0;
        self.forget_rows();
    }

    pub(super) fn next_index(&mut self) {
        let next = Place {
            index: self.place.index.next(),
            tab: self.place.tab,
            ..Place::default()
        };
        if self.place.focus == Focus::Page {
            self.go(next);
        } else {
            self.place = next;
            self.forget_rows();
        }
    }
}

/// A row for a name that is only near.
fn guess(at: u32) -> Answer {
    Answer {
        at,
        score: 0.0,
        positions: Vec::new(),
        reason: text::PERHAPS.to_owned(),
    }
}
