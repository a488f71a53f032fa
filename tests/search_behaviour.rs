//! What people may rely on, case by case.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::sync::LazyLock;

use jelajah_profesi::core::catalog::{Catalog, ProfessionRow, SectorId, Source};
use jelajah_profesi::core::search::filter::FilterKind;
use jelajah_profesi::core::search::pack::fold::fold;
use jelajah_profesi::core::search::pack::stem::Stems;
use jelajah_profesi::core::search::pack::{Field, PackBuilder};
use jelajah_profesi::core::search::{
    Corpus, NameIndex, NameMatcher, Part, Reason, Results, Searcher, match_names,
};

static CORPUS: LazyLock<Corpus<'static>> =
    LazyLock::new(|| Catalog::embedded().searchable().corpus());

/// A profession with its names alone.
fn row(id: &str, name: &str) -> ProfessionRow {
    ProfessionRow {
        id: String::leak(id.to_owned()),
        name: String::leak(name.to_owned()),
        aliases: &[],
        sector: SectorId(0),
        education: "S2",
        riasec: "RIA",
        kbji: "",
        majors: &[],
        institutions: &[],
        similar: &[],
        source: Source::User(0),
    }
}

fn search(query: &str) -> Results {
    Searcher::new(*CORPUS).search(query, 10)
}

fn ids(results: &Results) -> Vec<&'static str> {
    results
        .hits
        .iter()
        .map(|h| CORPUS.profession(h.profession).unwrap().id)
        .collect()
}

fn first(query: &str) -> &'static str {
    ids(&search(query)).first().copied().unwrap_or("")
}

#[test]
fn folding() {
    assert_eq!(fold("  Café—Été! "), "cafe ete");
    assert_eq!(fold("Al-Qur'an"), "al quran");
    assert_eq!(fold("m.c."), "mc");
    assert_eq!(fold("R&D"), "rd");
    assert_eq!(fold("UI/UX"), "ui ux");
    assert_eq!(fold("Sp.OG"), "sp og");
    assert_eq!(fold("ﬁsika ①"), "fisika 1");
}

#[test]
fn roots_include_what_snowball_misses() {
    let mut stems = Stems::default();
    for (word, root) in [
        ("memasak", "masak"),
        ("memahat", "pahat"),
        ("menari", "tari"),
        ("menyapu", "sapu"),
        ("mengukir", "ukir"),
        ("mengecat", "cat"),
        ("pelayaran", "layar"),
        ("perikanan", "ikan"),
        ("meneliti", "teliti"),
        ("penjilidan", "jilid"),
        ("pertukangan", "tukang"),
        ("keperawatan", "rawat"),
    ] {
        assert!(
            stems.roots(word).iter().any(|r| r == root),
            "{word}: {:?}",
            stems.roots(word)
        );
    }
    for (word, root) in [
        ("ngecat", "cat"),
        ("nyuci", "cuci"),
        ("motong", "potong"),
        ("benerin", "bener"),
    ] {
        assert!(stems.spoken_roots(word).iter().any(|r| r == root), "{word}");
    }
}

#[test]
fn affixed_verbs_find_the_doer() {
    assert!(
        ids(&search("memasak"))
            .iter()
            .take(3)
            .any(|id| *id == "juru-masak")
    );
    assert_eq!(first("penyablonan"), "penyablon");
}

#[test]
fn reasons_say_why() {
    let reason = |query: &str| search(query).hits.first().unwrap().reason.clone();
    assert_eq!(reason("apoteker"), Reason::Name);
    assert_eq!(reason("wartawan"), Reason::Alias("Wartawan".into()));
    assert_eq!(reason("apotekre"), Reason::Typo);
    assert!(matches!(
        reason("jurusan arkeologi"),
        Reason::Major(_) | Reason::Name | Reason::Alias(_)
    ));
    assert_eq!(reason("wartawan").to_string(), "nama lain: Wartawan");
}

#[test]
fn highlights_are_exact() {
    let positions = |query: &str| search(query).hits.first().unwrap().positions.clone();
    assert_eq!(positions("apot"), vec![0, 1, 2, 3]);
    assert_eq!(
        positions("gigi dokter"),
        vec![0, 1, 2, 3, 4, 5, 7, 8, 9, 10]
    );
}

#[test]
fn filters_narrow_and_unknown_values_suggest() {
    let results = search("bidang:kesehatan dokter");
    assert!(!results.hits.is_empty());
    for hit in &results.hits {
        let sector = CORPUS.profession(hit.profession).unwrap().sector;
        assert_eq!(CORPUS.sectors[sector.index()].key, "kesehatan");
    }
    assert_eq!(results.filters[0].label, "Kesehatan");

    let results = search("bidang:kesehatn dokter");
    assert!(results.filters.is_empty());
    assert_eq!(results.unknown[0].kind, FilterKind::Sector);
    assert_eq!(results.unknown[0].nearest.as_deref(), Some("kesehatan"));

    let results = search("minat:S pendidikan:smk");
    assert!(results.total > 0 && results.filters.len() == 2);
    for hit in &results.hits {
        let profession = CORPUS.profession(hit.profession).unwrap();
        assert!(profession.riasec.contains('S') && profession.education == "SMA/SMK");
    }

    let results = search("jurusan:ilmu politik");
    assert_eq!(results.filters[0].label, "Ilmu Politik");
    let results = search("jurusan:\"ilmu politik\" partai");
    assert_eq!(results.filters[0].label, "Ilmu Politik");
    assert_eq!(ids(&results).first(), Some(&"pengurus-partai-politik"));
    assert!(search("bidang:").filters.is_empty());
}

#[test]
fn nothing_typed_lists_everything() {
    for query in ["", "   ", "?!"] {
        let results = search(query);
        assert_eq!(results.total, CORPUS.len());
        assert_eq!(results.hits[0].reason, Reason::Listed);
        assert!(!results.weak);
    }
}

#[test]
fn nothing_found_suggests_the_nearest() {
    let results = search("zzkuqx");
    assert!(results.weak && results.hits.is_empty());
    let results = search("apotekre");
    assert!(results.weak);
    let apoteker = CORPUS.profession(results.suggestions[0]).unwrap();
    assert_eq!(apoteker.id, "apoteker");
    assert!(!search("apoteker").weak);
}

#[test]
fn a_users_entry_replaces_the_embedded_one() {
    let entries = ["apoteker", "penjinak-naga"];
    let names = ["Apoteker Desa", "Penjinak Naga"];
    let mut pack = PackBuilder::default();
    let professions: Vec<ProfessionRow> = (0..2)
        .map(|n| {
            pack.start(entries[n]);
            pack.name(names[n]);
            pack.prose(Field::Duties, "Menyikat sisik naga setiap pagi.");
            row(entries[n], names[n])
        })
        .collect();
    let index = pack
        .finish(&std::collections::BTreeMap::new(), |_| false)
        .unwrap();
    let old = CORPUS
        .embedded
        .professions
        .iter()
        .position(|p| p.id == "apoteker")
        .unwrap() as u32;
    let base = CORPUS.len() as u32;
    let corpus = Corpus {
        overlay: Part {
            professions: &professions,
            index: &index,
        },
        replaced: &[(old, base)],
        ..*CORPUS
    };
    let mut searcher = Searcher::new(corpus);
    assert_eq!(searcher.search("", 2000).total, CORPUS.len() + 1);
    assert_eq!(
        searcher.search("penjinak naga", 5).hits[0].profession,
        base + 1
    );
    assert_eq!(
        searcher.search("menyikat sisik", 5).hits[0].profession,
        base
    );
    let hits = searcher.search("apoteker", 10).hits;
    assert!(hits.iter().all(|h| h.profession != old));
    assert_eq!(hits[0].profession, base);
    // A listed meaning of a term follows the replacement.
    let hits = searcher.search("smk farmasi", 10).hits;
    assert!(hits.iter().any(|h| h.profession == base) && hits.iter().all(|h| h.profession != old));
}

#[test]
fn lists_of_names_follow_the_same_rules() {
    let majors = CORPUS.majors;
    let index = NameIndex::new(majors.iter().map(jelajah_profesi::core::search::Named::all));
    let mut matcher = NameMatcher::default();
    let mut names = |query: &str| -> Vec<&str> {
        let name_of = |n: u32| majors[n as usize].name;
        let (found, _) = match_names(&index, &mut matcher, query, 5, name_of);
        found.iter().map(|m| majors[m.item as usize].name).collect()
    };
    assert_eq!(names("politik ilmu")[0], "Ilmu Politik");
    assert_eq!(names("hi")[0], "Hubungan Internasional");
    assert!(names("akuntnasi").contains(&"Akuntansi"));
}

#[test]
fn a_damaged_index_finds_nothing() {
    let corpus = Corpus {
        embedded: Part {
            index: b"JELAJAH1....",
            ..CORPUS.embedded
        },
        ..*CORPUS
    };
    assert!(Searcher::new(corpus).search("guru", 5).hits.is_empty());
}

#[test]
fn a_chip_is_taken_off_the_query() {
    use jelajah_profesi::core::search::query::without_last_filter;
    assert_eq!(
        without_last_filter("guru bidang:seni").as_deref(),
        Some("guru ")
    );
    assert_eq!(
        without_last_filter("minat:S jurusan:\"ilmu tanah\" ahli").as_deref(),
        Some("minat:S ahli")
    );
    assert_eq!(without_last_filter("guru"), None);
}

#[test]
fn typing_errors_are_found_among_very_many_names() {
    let names: Vec<String> = (0..30_000).map(|n| format!("Perajut Topi {n}")).collect();
    let mut pack = PackBuilder::default();
    for name in &names {
        pack.start(name);
        pack.name(name);
    }
    let index = pack
        .finish(&std::collections::BTreeMap::new(), |_| false)
        .unwrap();
    let professions: Vec<ProfessionRow> = names.iter().map(|name| row(name, name)).collect();
    let corpus = Corpus {
        overlay: Part {
            professions: &professions,
            index: &index,
        },
        ..*CORPUS
    };
    let hits = Searcher::new(corpus).search("perajtu topi", 5).hits;
    assert!(hits[0].profession as usize >= CORPUS.len());
}
