//! Editorial rules of the entries: counts, lengths, register, and that no two share their words.
#![allow(clippy::unwrap_used, reason = "tests")]

use jelajah_profesi::core::catalog::record::Profession;
use jelajah_profesi::core::catalog::{Catalog, ProfessionId};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

const FILLERS: &[&str] = &[
    "melibatkan pengelolaan",
    "bertanggung jawab untuk",
    "di era digital",
    "peran penting",
    "berperan penting",
    "jiwa kepemimpinan yang kuat",
    "komunikasi yang baik",
    "sering kali dianggap",
    "salah satu perbedaan antara",
    "gaji besar",
    "cocok untuk perempuan",
    "cocok untuk laki-laki",
    "kerja kasar",
    "hanya lulusan",
    "87 persen",
];
const REGISTER: &[&str] = &[
    "anda", "lo", "lu", "gue", "guys", "sobat", "nggak", "gak", "banget", "dong", "kok", "sih",
    "deh",
];
const STALE: &[&str] = &[
    "kemendikbud",
    "kemendikbudristek",
    "kemenkumham",
    "kemenkominfo",
    "klhk",
    "kemenparekraf",
    "bp2mi",
    "ppdb",
    "snmptn",
    "sbmptn",
    "lipi",
    "bppt",
    "resiko",
    "karir",
    "praktek",
    "jadual",
    "ijin",
    "nasehat",
    "apotik",
    "aktifitas",
    "sekedar",
];
/// Majors that no profession names yet.
const UNNAMED: &[&str] = &[];

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|w| w.trim_matches('-').to_lowercase())
        .filter(|w| !w.is_empty())
        .collect()
}

/// Field and text of all prose of one entry.
fn texts(e: &Profession) -> Vec<(&'static str, &str)> {
    let mut out: Vec<(&str, &str)> = Vec::new();
    out.extend(e.profile.iter().map(|t| ("profil", t.as_str())));
    out.extend(e.suits.iter().map(|t| ("cocok", t.as_str())));
    out.extend(e.suits_not.iter().map(|t| ("tidak_cocok", t.as_str())));
    for p in &e.expectations {
        out.extend([
            ("ekspektasi", p.expectation.as_str()),
            ("realita", p.reality.as_str()),
        ]);
    }
    out.extend(e.differences.iter().map(|d| ("perbedaan", d.text.as_str())));
    for p in &e.misconceptions {
        out.extend([
            ("anggapan", p.belief.as_str()),
            ("realita", p.reality.as_str()),
        ]);
    }
    out
}

fn entries() -> Vec<Profession> {
    let catalog = Catalog::embedded();
    (0..catalog.professions().len())
        .map(|i| catalog.entry(ProfessionId(i as u32)).unwrap())
        .collect()
}

/// Fails with every problem: entry, field and text.
struct Report(String);

impl Report {
    fn new() -> Self {
        Self(String::new())
    }

    fn say(&mut self, id: &str, field: &str, what: &str) {
        writeln!(self.0, "{id}: {field}: {what}").unwrap();
    }

    fn finish(self) {
        assert!(self.0.is_empty(), "\n{}", self.0);
    }
}

#[test]
fn the_catalogue_is_whole() {
    assert_eq!(entries().len(), 867);
    let planned =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rencana.json"))
            .unwrap();
    assert_eq!(planned.trim(), "[]");
}

#[test]
fn counts_and_lengths() {
    let mut report = Report::new();
    for e in entries() {
        let mut count = |field: &str, n: usize, least: usize, most: usize| {
            if !(least..=most).contains(&n) {
                report.say(
                    &e.id,
                    field,
                    &format!("{n} butir, seharusnya {least}-{most}"),
                );
            }
        };
        count("profil", e.profile.len(), 3, 3);
        count("cocok", e.suits.len(), 4, 6);
        count("tidak_cocok", e.suits_not.len(), 4, 6);
        count("ekspektasi_realita", e.expectations.len(), 3, 6);
        count("perbedaan", e.differences.len(), 1, 2);
        count("miskonsepsi", e.misconceptions.len(), 1, 2);
        count("jurusan", e.majors.len(), 3, 10);
        count("institusi", e.institutions.len(), 6, 10);
        count("mirip", e.similar.len(), 2, 5);
        for (field, text) in texts(&e) {
            let (least, most) = match field {
                "profil" => (38, 72),
                "cocok" | "tidak_cocok" => (5, 20),
                "ekspektasi" => (5, 28),
                "perbedaan" => (18, 50),
                "anggapan" => (4, 25),
                _ => (8, 40),
            };
            let n = words(text).len();
            if !(least..=most).contains(&n) {
                report.say(
                    &e.id,
                    field,
                    &format!("{n} kata, seharusnya {least}-{most}: {text}"),
                );
            }
        }
    }
    report.finish();
}

#[test]
fn register_and_fillers() {
    let mut report = Report::new();
    for e in entries() {
        for (field, text) in texts(&e) {
            let lower = text.to_lowercase();
            for filler in FILLERS.iter().filter(|f| lower.contains(**f)) {
                report.say(&e.id, field, &format!("\"{filler}\" dalam {text}"));
            }
            for word in words(text) {
                if REGISTER.contains(&word.as_str()) || STALE.contains(&word.as_str()) {
                    report.say(&e.id, field, &format!("\"{word}\" dalam {text}"));
                }
            }
            if text.contains('!') || text.contains("  ") || text != text.trim() {
                report.say(&e.id, field, &format!("tanda seru atau spasi: {text}"));
            }
        }
    }
    report.finish();
}

#[test]
fn no_two_entries_share_a_sentence_or_an_opening() {
    let mut report = Report::new();
    let mut sentences: HashMap<String, String> = HashMap::new();
    let mut openings: HashMap<Vec<String>, String> = HashMap::new();
    for e in entries() {
        for (field, text) in texts(&e) {
            for sentence in text.split(['.', '?']).map(words).filter(|s| s.len() >= 6) {
                let other = sentences
                    .entry(sentence.join(" "))
                    .or_insert_with(|| e.id.clone());
                if *other != e.id {
                    report.say(
                        &e.id,
                        field,
                        &format!("kalimat ini juga di {other}: {}", sentence.join(" ")),
                    );
                }
            }
            let opening: Vec<String> = words(text).into_iter().take(4).collect();
            if field == "profil" && opening.len() == 4 {
                let other = openings
                    .entry(opening.clone())
                    .or_insert_with(|| e.id.clone());
                if *other != e.id {
                    report.say(
                        &e.id,
                        field,
                        &format!("pembuka ini juga di {other}: {}", opening.join(" ")),
                    );
                }
            }
        }
    }
    report.finish();
}

#[test]
fn at_most_two_percent_of_six_word_runs_are_shared() {
    let all = entries();
    let runs: Vec<HashSet<Vec<String>>> = all
        .iter()
        .map(|e| {
            texts(e)
                .iter()
                .flat_map(|(_, t)| {
                    words(t)
                        .windows(6)
                        .map(<[String]>::to_vec)
                        .collect::<Vec<_>>()
                })
                .collect()
        })
        .collect();
    let mut owners: HashMap<&Vec<String>, Vec<usize>> = HashMap::new();
    for (i, set) in runs.iter().enumerate() {
        for run in set {
            owners.entry(run).or_default().push(i);
        }
    }
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for list in owners.values() {
        for a in list {
            for b in list.iter().filter(|b| *b != a) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let mut report = Report::new();
    for ((a, b), n) in shared {
        let share = n as f64 / runs[a].len().max(1) as f64;
        if share > 0.02 {
            report.say(
                &all[a].id,
                "teks",
                &format!("{:.1} % sama dengan {}", share * 100.0, all[b].id),
            );
        }
    }
    report.finish();
}

#[test]
fn every_major_is_named_or_listed_as_not() {
    let catalog = Catalog::embedded();
    let unnamed: Vec<&str> = catalog
        .majors()
        .iter()
        .filter(|m| m.professions.is_empty())
        .map(|m| m.name)
        .collect();
    assert_eq!(unnamed, UNNAMED);
}

#[test]
fn similar_professions_and_differences_are_links() {
    let mut report = Report::new();
    let catalog = Catalog::embedded();
    for e in entries() {
        for id in e.similar.iter().filter(|id| catalog.find(id).is_none()) {
            report.say(&e.id, "mirip", id);
        }
        for d in e
            .differences
            .iter()
            .filter(|d| !e.similar.contains(&d.profession))
        {
            report.say(&e.id, "perbedaan", &d.profession);
        }
    }
    report.finish();
}
