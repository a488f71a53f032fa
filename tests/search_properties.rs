//! Properties that hold for any query.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jelajah_profesi::core::catalog::{Catalog, ProfessionRow, SectorId, Source};
use jelajah_profesi::core::search::highlight::name_positions;
use jelajah_profesi::core::search::names::Sought;
use jelajah_profesi::core::search::pack::PackBuilder;
use jelajah_profesi::core::search::pack::fold::{Folded, fold};
use jelajah_profesi::core::search::pack::name_table::letter_mask;
use jelajah_profesi::core::search::query::Query;
use jelajah_profesi::core::search::{Corpus, NameIndex, NameMatcher, Part, Searcher};
use proptest::prelude::*;

static CORPUS: LazyLock<Corpus<'static>> =
    LazyLock::new(|| Catalog::embedded().searchable().corpus());
static INDEX: LazyLock<NameIndex> = LazyLock::new(|| {
    let names = CORPUS.embedded.professions.iter();
    NameIndex::new(names.map(|p| std::iter::once(p.name).chain(p.aliases.iter().copied())))
});

/// A profession with a name alone.
fn row(name: &str) -> ProfessionRow {
    ProfessionRow {
        id: "x",
        name: String::leak(name.to_owned()),
        aliases: &[],
        sector: SectorId(0),
        education: "",
        riasec: "",
        kbji: "",
        majors: &[],
        institutions: &[],
        similar: &[],
        source: Source::User(0),
    }
}

/// Names (by place in the table) that a scan finds.
fn found(matcher: &mut NameMatcher, query: &str) -> BTreeSet<u32> {
    let whole = fold(query);
    let words: Vec<&str> = whole.split(' ').filter(|w| !w.is_empty()).collect();
    let mut names = BTreeSet::new();
    let sought = Sought {
        words: &words,
        whole: &whole,
        known: &[],
    };
    matcher.scan(&INDEX.table(), sought, |hit| {
        names.insert(hit.name);
    });
    names
}

/// The loosest test a name can pass: at most two letters of each word are not in it.
fn may_match(name: &str, query: &str) -> bool {
    let letters = letter_mask(name.as_bytes());
    fold(query)
        .split(' ')
        .all(|word| (letter_mask(word.as_bytes()) & !letters).count_ones() <= 2)
}

/// Real names and words of the catalogue, cut, mixed and misspelt.
fn query() -> impl Strategy<Value = String> {
    let count = CORPUS.embedded.professions.len();
    let name = (0..count).prop_map(|n| CORPUS.embedded.professions[n].name.to_owned());
    let cut = (name.clone(), 1..20_usize).prop_map(|(n, end)| n.chars().take(end).collect());
    let mixed = (name.clone(), name.clone())
        .prop_map(|(a, b)| format!("{} {}", b.split(' ').next().unwrap(), a));
    let misspelt = (name.clone(), 0..30_usize, any::<char>()).prop_map(|(n, at, c)| {
        let mut chars: Vec<char> = n.chars().collect();
        let at = at % chars.len();
        chars[at] = c;
        chars.into_iter().collect()
    });
    prop_oneof![name, cut, mixed, misspelt, "[a-z ]{1,12}", "\\PC{0,40}"]
}

#[test]
fn a_name_puts_its_profession_first() {
    let mut searcher = Searcher::new(*CORPUS);
    for (number, profession) in CORPUS.embedded.professions.iter().enumerate() {
        for typed in [
            profession.name.to_owned(),
            profession.name.to_uppercase(),
            fold(profession.name),
        ] {
            let hits = searcher.search(&typed, 3).hits;
            assert_eq!(hits[0].profession as usize, number, "{typed}");
            let letters = profession
                .name
                .chars()
                .filter(|c| c.is_alphanumeric())
                .count();
            assert_eq!(
                hits[0].positions.len(),
                letters,
                "{typed}: {:?}",
                hits[0].positions
            );
        }
    }
}

#[test]
fn an_alias_finds_its_profession() {
    let mut searcher = Searcher::new(*CORPUS);
    for (number, profession) in CORPUS.embedded.professions.iter().enumerate() {
        for alias in profession.aliases {
            let hits = searcher.search(alias, 3).hits;
            let rank = hits.iter().position(|h| h.profession as usize == number);
            assert!(rank.is_some(), "{alias}: {:?}", hits[0]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_overlay_name_puts_its_profession_first(name in "[\\p{L}\\p{N}][\\PC]{0,60}") {
        prop_assume!(!fold(&name).is_empty() && !name.contains(':'));
        prop_assume!(CORPUS.embedded.professions.iter().all(|p| fold(p.name) != fold(&name)));
        let mut pack = PackBuilder::default();
        pack.start("x");
        pack.name(&name);
        let index = pack.finish(&std::collections::BTreeMap::new(), |_| false).unwrap();
        let professions = [row(&name)];
        let corpus = Corpus { overlay: Part { professions: &professions, index: &index }, ..*CORPUS };
        let hits = Searcher::new(corpus).search(&name, 3).hits;
        prop_assert_eq!(hits.first().map(|h| h.profession as usize), Some(corpus.len() - 1));
    }

    #[test]
    fn a_longer_query_finds_only_what_the_shorter_might(query in query(), letter in "[a-z ]") {
        let longer = format!("{query}{letter}");
        let table = INDEX.table();
        for name in found(&mut NameMatcher::default(), &longer) {
            let name = table.texts.get(name as usize);
            prop_assert!(may_match(name, &query), "{name} for {query:?} + {letter:?}");
        }
    }

    #[test]
    fn narrowing_changes_nothing(query in query()) {
        let mut typing = NameMatcher::default();
        for (end, c) in query.char_indices() {
            let typed = &query[..end + c.len_utf8()];
            prop_assert_eq!(found(&mut typing, typed), found(&mut NameMatcher::default(), typed));
        }
    }

    #[test]
    fn what_was_searched_before_changes_nothing(first in query(), second in query()) {
        let mut used = Searcher::new(*CORPUS);
        used.search(&first, 20);
        prop_assert_eq!(used.search(&second, 20), Searcher::new(*CORPUS).search(&second, 20));
    }

    #[test]
    fn anything_is_answered(query in "\\PC{0,10000}|([a-z]{1,9} ){0,900}|(.){0,10000}") {
        let mut searcher = Searcher::new(*CORPUS);
        let results = searcher.search(&query, 60);
        prop_assert!(results.hits.len() <= 60 && results.total >= results.hits.len());
    }

    #[test]
    fn highlights_are_letters_of_the_name_that_were_typed(query in query()) {
        let mut searcher = Searcher::new(*CORPUS);
        for hit in searcher.search(&query, 30).hits {
            let name: Vec<char> = CORPUS.profession(hit.profession).unwrap().name.chars().collect();
            prop_assert!(hit.positions.is_sorted_by(|a, b| a < b));
            for at in hit.positions {
                prop_assert!(name[at as usize].is_alphanumeric());
            }
        }
    }

    #[test]
    fn a_marked_word_reads_as_typed(
        name in "[a-zéüñøçßﬁ漢字かな]{1,8} [a-zÀ-ÿ＊ａ-ｚ]{1,8}",
        start in 0..8_usize,
        length in 1..8_usize,
    ) {
        let folded = Folded::new(&name);
        let first = folded.text.split(' ').next().unwrap();
        let needle: String = first.chars().skip(start).take(length).collect();
        prop_assume!(!needle.is_empty());
        let positions = name_positions(&name, &[&needle]);
        let chars: Vec<char> = name.chars().collect();
        let marked: String = positions.iter().map(|&at| chars[at as usize]).collect();
        // A character that folds to several letters is marked as a whole.
        prop_assert!(fold(&marked).contains(&needle), "{name:?} {needle:?} {marked:?}");
        prop_assert!(positions.windows(2).all(|w| w[1] == w[0] + 1));
    }

    #[test]
    fn folding_keeps_track_of_every_byte(text in "\\PC{0,60}") {
        let folded = Folded::new(&text);
        prop_assert_eq!(folded.text.len(), folded.origin.len());
        prop_assert_eq!(&folded.text, &fold(&text));
        prop_assert_eq!(&fold(&folded.text), &folded.text);
        prop_assert!(folded.origin.is_sorted());
        let count = text.chars().count();
        prop_assert!(folded.origin.iter().all(|&o| (o as usize) < count));
    }

    #[test]
    fn damaged_indexes_do_not_panic(cuts in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..40), query in query()) {
        static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| {
            let mut pack = PackBuilder::default();
            for p in CORPUS.embedded.professions.iter().take(60) {
                pack.start(p.id);
                pack.name(p.name);
                p.aliases.iter().for_each(|a| pack.name(a));
            }
            pack.finish(&std::collections::BTreeMap::new(), |_| false).unwrap()
        });
        let mut bytes = SMALL.clone();
        for (at, byte) in cuts {
            let at = at as usize % bytes.len();
            bytes[at] = byte;
        }
        let professions = &CORPUS.embedded.professions[..60];
        let corpus = Corpus { embedded: Part { professions, index: &bytes }, ..Corpus::default() };
        Searcher::new(corpus).search(&query, 10);
    }
}

#[test]
fn a_query_is_read_to_its_limit_only() {
    let long = "guru ".repeat(3_000);
    assert!(Query::parse(&long).whole.len() <= 160);
}
