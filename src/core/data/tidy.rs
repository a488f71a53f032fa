//! Makes the text of an entry safe and bounded.

use super::fields::{MOST_ITEMS, field};
use crate::core::catalog::record::Profession;
use crate::core::clean::clean_to;

/// Cleans and trims every text, drops empty items and cuts what is too long; says what was lost, as field and reason.
pub fn tidy(entry: &mut Profession) -> Vec<(String, String)> {
    let mut tidier = Tidier(Vec::new());
    // No id is cut to fit: the caller has checked it.
    for (key, text) in [
        ("nama", &mut entry.name),
        ("bidang", &mut entry.sector),
        ("kbji", &mut entry.kbji),
        ("riasec", &mut entry.riasec),
        ("pendidikan", &mut entry.education),
        ("ditinjau", &mut entry.reviewed),
    ] {
        tidier.text(text, longest(key), || key.to_owned());
    }
    for (key, list) in [
        ("alias", &mut entry.aliases),
        ("profil", &mut entry.profile),
        ("cocok", &mut entry.suits),
        ("tidak_cocok", &mut entry.suits_not),
        ("jurusan", &mut entry.majors),
        ("institusi", &mut entry.institutions),
        ("mirip", &mut entry.similar),
        ("rujukan", &mut entry.references),
    ] {
        tidier.list(key, list, |item| vec![item]);
    }
    tidier.list("ekspektasi_realita", &mut entry.expectations, |pair| {
        vec![&mut pair.expectation, &mut pair.reality]
    });
    tidier.list("perbedaan", &mut entry.differences, |item| {
        vec![&mut item.text, &mut item.profession]
    });
    tidier.list("miskonsepsi", &mut entry.misconceptions, |pair| {
        vec![&mut pair.belief, &mut pair.reality]
    });
    tidier.0
}

fn longest(key: &str) -> usize {
    field(key).map_or(0, |f| f.longest)
}

struct Tidier(Vec<(String, String)>);

impl Tidier {
    fn text(&mut self, text: &mut String, longest: usize, name: impl Fn() -> String) {
        // Most text is as it should be, and stays where it is.
        let plain = text.len() <= longest && text.bytes().all(|b| (0x20..0x7f).contains(&b));
        if plain && !text.starts_with(' ') && !text.ends_with(' ') {
            return;
        }
        // One more than is kept, to see whether there was more.
        let mut clean = clean_to(text, longest.saturating_add(1)).trim().to_owned();
        if let Some((end, _)) = clean.char_indices().nth(longest) {
            clean.truncate(end);
            clean.truncate(clean.trim_end().len());
            let longest = crate::text::number(longest);
            let reason = format!("lebih panjang dari {longest} huruf, jadi dipotong");
            self.0.push((name(), reason));
        }
        *text = clean;
    }

    fn list<T>(
        &mut self,
        key: &str,
        list: &mut Vec<T>,
        texts: impl Fn(&mut T) -> Vec<&mut String>,
    ) {
        if list.len() > MOST_ITEMS {
            list.truncate(MOST_ITEMS);
            let reason = format!("lebih dari {MOST_ITEMS} butir, sisanya tidak dipakai");
            self.0.push((key.to_owned(), reason));
        }
        let mut at = 0;
        list.retain_mut(|item| {
            at += 1;
            let name = || format!("{key} butir {at}");
            let mut empty = true;
            for text in texts(item) {
                self.text(text, longest(key), name);
                empty &= text.is_empty();
            }
            if empty {
                self.0.push((name(), "kosong, jadi dilewati".to_owned()));
            }
            !empty
        });
    }
}
