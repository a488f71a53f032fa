//! The evaluation set of this project: queries as students type them, with accepted answers.

#![allow(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use jelajah_profesi::core::catalog::Catalog;
use jelajah_profesi::core::search::Searcher;

/// Share of queries with an accepted answer among the first three: overall, and in each kind.
const THREE: f64 = 0.95;
const THREE_PER_KIND: f64 = 0.85;
/// Mean reciprocal rank of the first accepted answer among ten.
const RECIPROCAL: f64 = 0.88;

#[derive(Default)]
struct Sums {
    count: f64,
    three: f64,
    reciprocal: f64,
}

#[test]
fn queries_find_what_they_mean() {
    let corpus = Catalog::embedded().searchable().corpus();
    let mut searcher = Searcher::new(corpus);
    let mut kinds: BTreeMap<&str, Sums> = BTreeMap::new();
    let mut missed = Vec::new();
    let set = include_str!("data/kueri.tsv");
    for line in set.lines().skip(1) {
        let mut cells = line.split('\t');
        let (kind, query, ids) = (
            cells.next().unwrap(),
            cells.next().unwrap(),
            cells.next().unwrap(),
        );
        let accepted: Vec<&str> = ids.split(';').collect();
        let hits = searcher.search(query, 10).hits;
        let is_accepted = |n: u32| accepted.contains(&corpus.profession(n).unwrap().id);
        let rank = hits
            .iter()
            .position(|h| is_accepted(h.profession))
            .map(|at| at + 1);
        let sums = kinds.entry(kind).or_default();
        sums.count += 1.0;
        sums.three += f64::from(rank.is_some_and(|r| r <= 3));
        sums.reciprocal += rank.map_or(0.0, |r| 1.0 / r as f64);
        if rank.is_none_or(|r| r > 3) {
            missed.push(format!("{kind}: {query} (rank {rank:?})"));
        }
    }
    let total = |value: fn(&Sums) -> f64| kinds.values().map(value).sum::<f64>();
    let count = total(|s| s.count);
    assert!(count >= 200.0, "only {count} queries");
    assert!(total(|s| s.three) / count >= THREE, "{missed:#?}");
    assert!(total(|s| s.reciprocal) / count >= RECIPROCAL, "{missed:#?}");
    for (kind, sums) in &kinds {
        assert!(
            sums.three / sums.count >= THREE_PER_KIND,
            "{kind}: {missed:#?}"
        );
    }
}
