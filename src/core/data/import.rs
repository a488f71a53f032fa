//! A plain page to an entry: title, five headings, paragraphs and lists.

use super::assign::{reality, start, suits};
use super::headings::Section;
use super::prose::{items, paragraphs};
use crate::core::catalog::record::Profession;
use crate::core::catalog::{Catalog, name_key};
use crate::core::clean::clean_to;
use unicode_normalization::UnicodeNormalization;

/// An entry made from a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The entry.
    pub entry: Profession,
    /// Headings that the page lacks.
    pub missing: Vec<&'static str>,
    /// What somebody should look at ("perlu diperiksa").
    pub doubts: Vec<String>,
}

/// Why a page gives no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// None of the five headings is there.
    NoHeading,
    /// Neither the title nor the file's name can be an id.
    NoName,
}

/// Reads a page whose lines end in `\n`. `file_name` (without ending) stands in for a title that is lacking.
///
/// # Errors
/// When the page is no such page, or has no name.
pub fn import(text: &str, file_name: &str, catalog: &Catalog) -> Result<Imported, Refused> {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = Imported::default();
    let mut sections: Vec<(Section, Vec<&str>)> = Vec::new();
    let mut head: Vec<&str> = Vec::new();
    for line in lines {
        match Section::of(line) {
            // A section that comes again goes on.
            Some(section) => sections.push((section, Vec::new())),
            None => match sections.last_mut() {
                Some((_, body)) => body.push(line),
                None => head.push(line),
            },
        }
    }
    if sections.is_empty() {
        return Err(Refused::NoHeading);
    }
    let lead = title(&mut out, &head, file_name)?;
    out.entry.profile = paragraphs(lead);
    for section in Section::ALL {
        let bodies: Vec<&str> = sections
            .iter()
            .filter(|(s, _)| *s == section)
            .flat_map(|(_, body)| body.iter().copied().chain(std::iter::once("")))
            .collect();
        if !sections.iter().any(|(s, _)| *s == section) {
            out.missing.push(section.heading());
            continue;
        }
        match section {
            Section::Profile => out.entry.profile.extend(paragraphs(&bodies)),
            Section::Fit => suits(&mut out, &bodies),
            Section::Reality => reality(&mut out, &bodies, catalog),
            Section::Majors => out.entry.majors = items(&bodies),
            Section::Institutions => out.entry.institutions = items(&bodies),
        }
    }
    stray(&mut out);
    complete(&mut out, catalog);
    Ok(out)
}

/// Takes the name from the first line that is not blank; the lines after it belong to the first section.
fn title<'h, 't>(
    out: &mut Imported,
    head: &'h [&'t str],
    file_name: &str,
) -> Result<&'h [&'t str], Refused> {
    let at = head.iter().position(|l| !l.trim().is_empty());
    let line = at.and_then(|at| head.get(at)).copied().unwrap_or_default();
    let lead = at.and_then(|at| head.get(at + 1..)).unwrap_or_default();
    let name = clean_to(line.trim().trim_matches(['#', '*', '=', ' ']), 160);
    let name = name.trim().to_owned();
    if name.is_empty() {
        name_from(out, file_name)?;
        out.doubts.push(format!(
            "judul halaman tidak ada; nama \"{}\" diambil dari nama berkas",
            out.entry.name
        ));
        return Ok(lead);
    }
    out.entry.id = slug(&name);
    out.entry.name = name;
    if out.entry.id.is_empty() {
        out.entry.id = slug(file_name);
        if out.entry.id.is_empty() {
            return Err(Refused::NoName);
        }
        out.doubts
            .push("judul tidak memuat huruf a-z; id diambil dari nama berkas".to_owned());
    }
    for paragraph in paragraphs(lead) {
        out.doubts.push(format!(
            "profil: tulisan di antara judul halaman dan judul bagian pertama masuk ke sini: \"{}\"",
            start(&paragraph)
        ));
    }
    Ok(lead)
}

fn name_from(out: &mut Imported, file_name: &str) -> Result<(), Refused> {
    out.entry.id = slug(file_name);
    if out.entry.id.is_empty() {
        return Err(Refused::NoName);
    }
    let words: Vec<String> = out.entry.id.split('-').map(capital).collect();
    out.entry.name = words.join(" ");
    Ok(())
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// The id of a name: lower-case letters and digits, joined by hyphens.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.nfkd().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty()
            && !out.ends_with('-')
            && !('\u{300}'..='\u{36f}').contains(&c)
            && c != '\''
            && c != '’'
        {
            out.push('-');
        }
        if out.len() >= super::fields::LONGEST_ID {
            break;
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// Short lines among the paragraphs are often headings that this page has and others do not.
fn stray(out: &mut Imported) {
    let entry = &out.entry;
    let mut found = Vec::new();
    for (key, list) in [
        ("profil", &entry.profile),
        ("cocok", &entry.suits),
        ("tidak_cocok", &entry.suits_not),
    ] {
        for text in list {
            if text.chars().count() < 60 && !text.ends_with(['.', '!', '?', ';']) && key == "profil"
            {
                found.push(format!(
                    "{key}: baris pendek, mungkin judul bagian lain: \"{}\"",
                    start(text)
                ));
            }
        }
    }
    out.doubts.extend(found);
    for (key, empty) in [
        (
            "profil",
            entry.profile.is_empty() && !out.missing.contains(&Section::Profile.heading()),
        ),
        (
            "jurusan",
            entry.majors.is_empty() && !out.missing.contains(&Section::Majors.heading()),
        ),
        (
            "institusi",
            entry.institutions.is_empty()
                && !out.missing.contains(&Section::Institutions.heading()),
        ),
    ] {
        if empty {
            out.doubts
                .push(format!("{key}: judul bagiannya ada, isinya kosong"));
        }
    }
    for (key, list) in [
        ("jurusan", &out.entry.majors),
        ("institusi", &out.entry.institutions),
    ] {
        for text in list.iter().filter(|t| t.chars().count() > 100) {
            out.doubts.push(format!(
                "{key}: terlalu panjang untuk sebuah nama: \"{}\"",
                start(text)
            ));
        }
    }
}

/// What the page does not tell, from the entry of the same id; the sector only where that is certain.
fn complete(out: &mut Imported, catalog: &Catalog) {
    let key = name_key(&out.entry.name);
    let same_id = catalog.find(&out.entry.id).and_then(|id| catalog.entry(id));
    if let Some(old) = same_id {
        let entry = &mut out.entry;
        entry.sector = old.sector;
        entry.kbji = old.kbji;
        entry.riasec = old.riasec;
        entry.education = old.education;
        entry.aliases = old.aliases;
        entry.similar = old.similar;
        out.doubts.push(format!(
            "id \"{}\" sudah ada di katalog, jadi entri ini akan menggantikannya; bidang, kbji, riasec, pendidikan, alias, dan mirip diambil dari sana",
            out.entry.id
        ));
        return;
    }
    let mut sectors: Vec<&str> = catalog
        .professions()
        .iter()
        .filter(|p| name_key(p.name) == key || p.aliases.iter().any(|a| name_key(a) == key))
        .filter_map(|p| catalog.sector(p.sector))
        .map(|s| s.key)
        .collect();
    sectors.dedup();
    if let [only] = sectors.as_slice() {
        (*only).clone_into(&mut out.entry.sector);
    } else {
        out.doubts.push(
            "bidang: halaman tidak menyebutnya; isi dengan satu kunci dari \"jelajah daftar bidang\"".to_owned(),
        );
    }
}
