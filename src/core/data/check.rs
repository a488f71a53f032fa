//! What an editor would say of an entry: counts, lengths, and names that lead nowhere.

use super::fields::{EDUCATIONS, FIELDS, Form};
use super::parse::Located;
use super::problem::{Kind, Problem};
use crate::core::catalog::Catalog;
use crate::core::catalog::record::Profession;
use std::collections::HashSet;

/// Ids and names that an entry may refer to.
pub struct Known<'a> {
    catalog: &'a Catalog,
    ids: HashSet<String>,
    majors: HashSet<String>,
}

impl<'a> Known<'a> {
    /// Those of the catalogue and of the user's own entries.
    pub fn new<'e>(catalog: &'a Catalog, entries: impl Iterator<Item = &'e Profession>) -> Self {
        let embedded = catalog.professions().iter().map(|p| p.id.to_owned());
        let majors = catalog.majors().iter();
        Self {
            catalog,
            ids: embedded.chain(entries.map(|e| e.id.clone())).collect(),
            majors: majors
                .flat_map(|m| std::iter::once(m.name).chain(m.aliases.iter().copied()))
                .map(str::to_lowercase)
                .collect(),
        }
    }
}

/// All remarks on one entry, in the order of its fields.
pub fn check(located: &Located, known: &Known<'_>) -> Vec<Problem> {
    let mut checker = Checker {
        located,
        problems: Vec::new(),
    };
    checker.figures();
    checker.names(known);
    checker.problems
}

struct Checker<'a> {
    located: &'a Located,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn say(&mut self, name: &str, reason: &str, advice: &str) {
        let mut problem = Problem::new(&self.located.file, Kind::Warning, reason, advice)
            .of(&self.located.entry.id)
            .field(name);
        // A part of an item stands where the item stands.
        let place = self
            .located
            .place_of(name.split(", ").next().unwrap_or(name));
        if place != (0, 0) {
            problem = problem.at(place);
        }
        self.problems.push(problem);
    }

    fn count(&mut self, key: &str, n: usize, (least, most): (usize, usize)) {
        let wanted = if least == most {
            format!("{least}")
        } else {
            format!("{least} sampai {most}")
        };
        if n == 0 {
            self.say(key, "masih kosong", &format!("Isi {wanted} butir"));
        } else if n < least {
            self.say(
                key,
                &format!("baru {n} butir"),
                &format!("Sebaiknya {wanted} butir"),
            );
        } else if n > most {
            self.say(
                key,
                &format!("ada {n} butir, agak banyak untuk dibaca"),
                &format!("Sebaiknya {wanted} butir"),
            );
        }
    }

    fn words(&mut self, name: &str, text: &str, (least, most): (usize, usize)) {
        let n = text
            .split_whitespace()
            .filter(|w| w.chars().any(char::is_alphanumeric))
            .count();
        if most > 0 && !(least..=most).contains(&n) {
            let size = if n < least { "pendek" } else { "panjang" };
            self.say(
                name,
                &format!("{n} kata, agak {size}"),
                &format!("Sebaiknya {least} sampai {most} kata"),
            );
        }
    }

    fn figures(&mut self) {
        let entry = &self.located.entry;
        for field in FIELDS {
            let items = texts(entry, field.key);
            if field.count.1 > 0 {
                self.count(field.key, items.len(), field.count);
            }
            for (at, item) in items.iter().enumerate() {
                let name = format!("{} butir {}", field.key, at + 1);
                match field.form {
                    Form::Objects(parts) => {
                        for (part, text) in parts.iter().zip(item) {
                            self.words(&format!("{name}, {}", part.key), text, part.words);
                        }
                    }
                    Form::Text | Form::Texts => {
                        for text in item {
                            self.words(&name, text, field.words);
                        }
                    }
                }
            }
        }
    }

    fn names(&mut self, known: &Known<'_>) {
        let entry = &self.located.entry;
        let sectors = known.catalog.sectors();
        if entry.sector.is_empty() {
            self.say(
                "bidang",
                "masih kosong",
                "Pilih satu dari \"jelajah daftar bidang\"",
            );
        } else if !sectors.iter().any(|s| s.key == entry.sector) {
            let advice = near(&entry.sector, sectors.iter().map(|s| s.key)).map_or_else(
                || "Pilih satu dari \"jelajah daftar bidang\", atau biarkan bila memang bidang baru".to_owned(),
                |key| format!("Mungkin maksudnya \"{key}\""),
            );
            self.say(
                "bidang",
                &format!("bidang \"{}\" tidak dikenal", entry.sector),
                &advice,
            );
        }
        if !entry.riasec.chars().all(|c| "RIASEC".contains(c)) {
            let reason = format!("\"{}\" bukan huruf minat", entry.riasec);
            self.say("riasec", &reason, "Pakai huruf besar R, I, A, S, E, atau C");
        }
        if !entry.education.is_empty() && !EDUCATIONS.contains(&entry.education.as_str()) {
            let advice = format!("Pilih satu dari {}", EDUCATIONS.join(", "));
            self.say(
                "pendidikan",
                &format!("\"{}\" tidak dikenal", entry.education),
                &advice,
            );
        }
        if !entry.reviewed.is_empty() && !is_month(&entry.reviewed) {
            self.say("ditinjau", "bukan tahun dan bulan", "Tulis seperti 2026-11");
        }
        for (at, major) in entry.majors.iter().enumerate() {
            let lower = major.to_lowercase();
            if known.majors.contains(&lower) {
                continue;
            }
            if let Some(name) = near(&lower, known.majors.iter().map(String::as_str)) {
                self.say(
                    &format!("jurusan butir {}", at + 1),
                    &format!("\"{major}\" belum ada di katalog, jadi menjadi jurusan baru"),
                    &format!("Mungkin maksudnya \"{name}\""),
                );
            }
        }
        for (at, id) in entry.similar.iter().enumerate() {
            if !known.ids.contains(id) {
                let advice = near(id, known.ids.iter().map(String::as_str)).map_or_else(
                    || "Cari id-nya dengan \"jelajah cari KATA\", atau hapus".to_owned(),
                    |id| format!("Mungkin maksudnya \"{id}\""),
                );
                let name = format!("mirip butir {}", at + 1);
                self.say(
                    &name,
                    &format!("tidak ada profesi dengan id \"{id}\""),
                    &advice,
                );
            }
        }
        for (at, difference) in entry.differences.iter().enumerate() {
            let id = &difference.profession;
            if !known.ids.contains(id) {
                let reason = if id.is_empty() {
                    "profesi pembandingnya belum disebut".to_owned()
                } else {
                    format!("tidak ada profesi dengan id \"{id}\"")
                };
                let name = format!("perbedaan butir {}, profesi", at + 1);
                self.say(&name, &reason, "Cari id-nya dengan \"jelajah cari KATA\"");
            }
        }
    }
}

/// The texts of a list, each item as its parts in the order of the table.
fn texts<'a>(entry: &'a Profession, key: &str) -> Vec<Vec<&'a str>> {
    let plain = |list: &'a [String]| list.iter().map(|t| vec![t.as_str()]).collect();
    match key {
        "profil" => plain(&entry.profile),
        "cocok" => plain(&entry.suits),
        "tidak_cocok" => plain(&entry.suits_not),
        "jurusan" => plain(&entry.majors),
        "institusi" => plain(&entry.institutions),
        "mirip" => plain(&entry.similar),
        "ekspektasi_realita" => {
            let pairs = entry.expectations.iter();
            pairs
                .map(|p| vec![p.expectation.as_str(), &p.reality])
                .collect()
        }
        "perbedaan" => {
            let items = entry.differences.iter();
            items
                .map(|d| vec![d.profession.as_str(), &d.text])
                .collect()
        }
        "miskonsepsi" => {
            let pairs = entry.misconceptions.iter();
            pairs.map(|p| vec![p.belief.as_str(), &p.reality]).collect()
        }
        _ => Vec::new(),
    }
}

/// The known name that is closest, where one is close.
fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.chars().count() > 60 {
        return None;
    }
    known
        // Bounded, so that a flood of unknown names stays quick; names of quite another length cannot be close.
        .take(5_000)
        .filter(|k| k.len().abs_diff(name.len()) <= 3)
        .map(|k| (strsim::damerau_levenshtein(k, name), k))
        .filter(|(distance, k)| *distance <= (k.len() / 5).min(3))
        .min()
        .map(|(_, k)| k)
}

fn is_month(text: &str) -> bool {
    text.split_once('-').is_some_and(|(year, month)| {
        year.len() == 4
            && month.len() == 2
            && year.bytes().all(|b| b.is_ascii_digit())
            && month.parse::<u8>().is_ok_and(|m| (1..=12).contains(&m))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_nowhere_get_a_suggestion() {
        let catalog = Catalog::embedded();
        let mut located = Located::default();
        located.entry.id = "penenun".into();
        located.entry.sector = "kesehatn".into();
        located.entry.similar = vec!["perawatt".into(), "penenun".into()];
        located.entry.reviewed = "November".into();
        let known = Known::new(&catalog, std::iter::once(&located.entry));
        let told: Vec<String> = check(&located, &known)
            .iter()
            .map(ToString::to_string)
            .collect();
        for sentence in [
            "Mungkin maksudnya \"kesehatan\"",
            "tidak ada profesi dengan id \"perawatt\". Mungkin maksudnya \"perawat\"",
            "bukan tahun dan bulan",
            "profil: masih kosong. Isi 3 butir",
        ] {
            assert!(
                told.iter().any(|t| t.contains(sentence)),
                "{sentence}: {told:#?}"
            );
        }
        assert!(!told.iter().any(|t| t.contains("\"penenun\"")));
    }

    #[test]
    fn the_embedded_entries_are_an_example() {
        let catalog = Catalog::embedded();
        let known = Known::new(&catalog, std::iter::empty());
        let id = catalog.find("perawat").and_then(|id| catalog.entry(id));
        let located = Located {
            entry: id.unwrap_or_default(),
            ..Located::default()
        };
        assert_eq!(check(&located, &known), []);
    }
}
