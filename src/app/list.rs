//! The list on the left: its rows, the selection and the window over them.

use super::{App, Focus, Place};
use crate::core::search::{Hit, LONGEST_QUERY, Results};
use crate::text;

/// The rows of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// The whole index, in its own order.
    All(usize),
    /// The answers to a query.
    Found(Results),
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::All(n) => *n,
            Self::Found(results) => results.hits.len(),
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
    pub fn hit(&self, row: usize) -> Option<&Hit> {
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
            Rows::Found(self.searcher.search(&self.catalog, *index, query))
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

    /// After a change of the query: new rows, from the top.
    pub(super) fn search_again(&mut self) {
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
