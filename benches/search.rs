//! What a key costs: names of four sizes beside nucleo-matcher on the same names in the same
//! run, and the whole search on the catalogue with its text.
//!
//! `cargo bench` prints tables; arguments choose sizes (`cargo bench -- 100000`).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a bench stops at the first surprise"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use jelajah_profesi::core::catalog::{Catalog, ProfessionId, UserEntry};
use jelajah_profesi::core::search::names::Sought;
use jelajah_profesi::core::search::pack::fold::fold;
use jelajah_profesi::core::search::top::Top;
use jelajah_profesi::core::search::{Corpus, NameIndex, NameMatcher, Searcher, match_names};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

const TYPED: &str = "pengurus partai";
const SHOWN: usize = 60;

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let corpus = Catalog::embedded().searchable().corpus();
    let base = catalogue_names(&corpus);
    for size in [base.len(), 10_000, 100_000, 1_000_000] {
        if sizes.is_empty() || sizes.contains(&size) {
            names(&make_names(&base, size));
        }
    }
    if sizes.is_empty() || sizes.contains(&1) {
        catalogue(corpus);
        overlay();
    }
}

fn catalogue_names(corpus: &Corpus<'static>) -> Vec<&'static str> {
    let professions = corpus.embedded.professions.iter();
    professions
        .flat_map(|p| std::iter::once(p.name).chain(p.aliases.iter().copied()))
        .collect()
}

/// Names of the catalogue, then the same with other words of it and a place behind.
fn make_names(base: &[&str], size: usize) -> Vec<String> {
    let places = [
        "Aceh", "Bandung", "Cirebon", "Denpasar", "Ende", "Fakfak", "Gresik", "Jambi",
    ];
    let words: Vec<&str> = base
        .iter()
        .flat_map(|n| n.split(' '))
        .filter(|w| w.len() > 3)
        .collect();
    let mut state = 1_u64;
    let mut random = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut make = || {
        let name = base[random(base.len())];
        format!(
            "{name} {} {}",
            words[random(words.len())],
            places[random(places.len())]
        )
    };
    (0..size)
        .map(|n| {
            base.get(n)
                .map_or_else(&mut make, |name| (*name).to_owned())
        })
        .collect()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// One table: every key of `TYPED`, ours and nucleo-matcher's.
fn names(list: &[String]) {
    let rounds = if list.len() > 200_000 { 3 } else { 7 };
    let start = Instant::now();
    let index = NameIndex::new(list.iter().map(|n| [n.as_str()]));
    let built = start.elapsed();
    let prefixes: Vec<&str> = (1..=TYPED.len()).map(|n| &TYPED[..n]).collect();
    let mut own = vec![Vec::new(); prefixes.len()];
    let mut totals = vec![0; prefixes.len()];
    for _ in 0..rounds {
        let mut matcher = NameMatcher::default();
        for (n, prefix) in prefixes.iter().enumerate() {
            let start = Instant::now();
            let (hits, total) = match_names(&index, &mut matcher, prefix, SHOWN, |n| {
                list[n as usize].as_str()
            });
            own[n].push(start.elapsed());
            totals[n] = total;
            black_box(hits);
        }
    }
    let fresh = fresh_key(&index, "tukang kayu jati", rounds);
    let misspelt = fresh_key(&index, "penguus parati", rounds);
    let theirs = nucleo(list, &prefixes, rounds);
    println!(
        "\n{} names (index built in {:.1} ms)",
        list.len(),
        ms(built)
    );
    println!("typed             hits      ours ms   ns/name   nucleo ms   ns/name   ratio");
    let per = |t: Duration| t.as_secs_f64() * 1e9 / list.len() as f64;
    let own: Vec<Duration> = own.into_iter().map(median).collect();
    for n in [0, 2, 5, 8, 9, 11, 14] {
        let (a, b) = (own[n], theirs[n]);
        println!(
            "{:<15} {:>7} {:>11.3} {:>9.2} {:>11.3} {:>9.2} {:>7.3}",
            prefixes[n],
            totals[n],
            ms(a),
            per(a),
            ms(b),
            per(b),
            a.as_secs_f64() / b.as_secs_f64()
        );
    }
    let (worst, rival) = (own.iter().max().unwrap(), theirs.iter().max().unwrap());
    println!(
        "worst key: ours {:.3} ms, nucleo {:.3} ms, ratio {:.3}; pasted {:.3} ms, misspelt {:.3} ms",
        ms(*worst),
        ms(*rival),
        worst.as_secs_f64() / rival.as_secs_f64(),
        ms(fresh),
        ms(misspelt)
    );
}

/// A whole query at once, without a shorter one before it.
fn fresh_key(index: &NameIndex, query: &str, rounds: usize) -> Duration {
    let folded = fold(query);
    let words: Vec<&str> = folded.split(' ').collect();
    let times = (0..rounds).map(|_| {
        let mut matcher = NameMatcher::default();
        let mut top = Top::new(SHOWN);
        let table = index.table();
        let start = Instant::now();
        let sought = Sought {
            words: &words,
            whole: &folded,
            known: &[],
        };
        matcher.scan(&table, sought, |hit| {
            top.push(f32::from(hit.points), hit.name);
        });
        black_box(top.sorted());
        start.elapsed()
    });
    median(times.collect())
}

fn nucleo(list: &[String], queries: &[&str], rounds: usize) -> Vec<Duration> {
    let names: Vec<Utf32String> = list.iter().map(|n| n.as_str().into()).collect();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut times = vec![Vec::new(); queries.len()];
    for _ in 0..rounds {
        for (n, query) in queries.iter().enumerate() {
            let start = Instant::now();
            let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
            let mut top = Top::new(SHOWN);
            for (at, name) in names.iter().enumerate() {
                if let Some(score) = pattern.score(name.slice(..), &mut matcher) {
                    top.push(score as f32, at as u32);
                }
            }
            black_box(top.sorted());
            times[n].push(start.elapsed());
        }
    }
    times.into_iter().map(median).collect()
}

/// Every key of every query of the evaluation set, with full text.
fn catalogue(corpus: Corpus<'static>) {
    let start = Instant::now();
    let mut searcher = Searcher::new(corpus);
    let opened = start.elapsed();
    let start = Instant::now();
    black_box(searcher.search("p", SHOWN));
    let first = start.elapsed();
    let set = include_str!("../tests/data/kueri.tsv");
    let queries: Vec<&str> = set
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    // The least of five rounds: what the key costs, not what else the machine does.
    let mut times: Vec<(Duration, String)> = Vec::new();
    for round in 0..5 {
        let mut key = 0;
        for query in &queries {
            for (end, c) in query.char_indices() {
                let typed = &query[..end + c.len_utf8()];
                let start = Instant::now();
                black_box(searcher.search(typed, SHOWN));
                let time = start.elapsed();
                if round == 0 {
                    times.push((time, typed.to_owned()));
                } else {
                    times[key].0 = time.min(times[key].0);
                }
                key += 1;
            }
        }
    }
    times.sort();
    let at = |share: f64| ms(times[((times.len() - 1) as f64 * share) as usize].0);
    println!(
        "\ncatalogue of {} with text, {} KB of index",
        corpus.len(),
        corpus.embedded.index.len() / 1024
    );
    println!(
        "opened in {:.4} ms, first letter ever {:.3} ms",
        ms(opened),
        ms(first)
    );
    println!(
        "{} keys: median {:.3} ms, p90 {:.3}, p99 {:.3}, worst {:.3} ({:?})",
        times.len(),
        at(0.5),
        at(0.9),
        at(0.99),
        at(1.0),
        times
            .iter()
            .rev()
            .take(6)
            .map(|(t, q)| format!("{q} {:.2}", ms(*t)))
            .collect::<Vec<_>>()
    );
}

/// Indexing of a user's entries: names at the start, the whole text in the background.
fn overlay() {
    let catalog = Catalog::embedded();
    let entries: Vec<_> = (0..catalog.professions().len())
        .filter_map(|n| catalog.entry(ProfessionId(n as u32)))
        .collect();
    for count in [1_000, 10_000] {
        let user = (0..count).map(|n| {
            let mut entry = entries[n % entries.len()].clone();
            entry.id = format!("{}-{n}", entry.id);
            UserEntry {
                entry,
                file: String::from("bench.json"),
            }
        });
        let user = user.collect();
        let start = Instant::now();
        let merged = catalog.with_entries(user);
        let loaded = start.elapsed();
        let start = Instant::now();
        merged.index_texts();
        println!(
            "overlay of {count} entries: merged in {:.1} ms, texts in {:.1} ms",
            ms(loaded),
            ms(start.elapsed())
        );
    }
}
