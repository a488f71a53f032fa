//! Lists of plain names (sectors, study programmes, employers): an index of their own, searched
//! by the same rules as the professions.

use super::matcher::{NameMatcher, Sought, Tier};
use crate::core::search::highlight;
use crate::core::search::pack::blob::{Blob, Writer};
use crate::core::search::pack::fold::{fold, fold_into};
use crate::core::search::pack::name_table::{NameTable, push_name};
use crate::core::search::top::Top;

/// A list of names prepared for searching.
#[derive(Debug, Clone, Default)]
pub struct NameIndex {
    bytes: Vec<u8>,
}

/// A name of the list that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMatch {
    /// Its place in the list.
    pub item: u32,
    /// Characters of the name to highlight, ascending; empty if another name of the item matched.
    pub positions: Vec<u32>,
}

impl NameIndex {
    /// Prepares a list: each item with its name first, then its other names.
    pub fn new<'a, N: IntoIterator<Item = &'a str>>(items: impl IntoIterator<Item = N>) -> Self {
        let mut out = Writer::default();
        let mut folded = String::new();
        for (item, names) in items.into_iter().enumerate() {
            for (ordinal, name) in names.into_iter().enumerate() {
                folded.clear();
                fold_into(name, &mut folded);
                push_name(&mut out, item as u32, ordinal.min(0xffff) as u16, &folded);
            }
        }
        Self {
            bytes: out.finish(),
        }
    }

    /// The names as the scan reads them.
    #[must_use]
    pub fn table(&self) -> NameTable<'_> {
        Blob::open(&self.bytes)
            .map(|blob| NameTable::new(&blob))
            .unwrap_or_default()
    }
}

/// Items of `index` that match `query`, best first, at most `limit`; and how many match in all.
/// `name_of` gives an item's name as it is shown. An empty query matches nothing: show the list.
pub fn match_names<'n>(
    index: &NameIndex,
    matcher: &mut NameMatcher,
    query: &str,
    limit: usize,
    name_of: impl Fn(u32) -> &'n str,
) -> (Vec<NameMatch>, usize) {
    let query: String = query
        .chars()
        .take(crate::core::search::query::LONGEST)
        .collect();
    let whole = fold(&query);
    let words: Vec<&str> = whole.split(' ').filter(|w| !w.is_empty()).collect();
    let table = index.table();
    let mut top = Top::new(limit);
    let mut total = 0;
    // An item with several matching names counts once, by its best. Names of an item follow one
    // another; only the few plain hits before a pass for typing errors must be remembered.
    let mut open: Option<(u32, u16)> = None;
    let mut early: Vec<u32> = Vec::with_capacity(8);
    let sought = Sought {
        words: &words,
        whole: &whole,
        known: &[],
    };
    matcher.scan(&table, sought, |hit| {
        let item = table.owners.get(hit.name as usize);
        let points = hit
            .points
            .saturating_sub(u16::from(table.ordinal(hit.name as usize) > 0));
        match &mut open {
            Some((last, known)) if *last == item => *known = points.max(*known),
            _ if hit.tier > Tier::Plain && early.contains(&item) => {}
            _ => {
                if let Some((last, known)) = open.replace((item, points)) {
                    top.push(f32::from(known), last);
                }
                total += 1;
                if early.len() < early.capacity() {
                    early.push(item);
                }
            }
        }
    });
    if let Some((last, known)) = open {
        top.push(f32::from(known), last);
    }
    let found = top.into_sorted().into_iter().map(|(_, item)| NameMatch {
        item,
        positions: highlight::name_positions(name_of(item), &words),
    });
    (found.collect(), total)
}
