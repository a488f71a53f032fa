//! Turns entries and vocabularies into tables whose links are positions.
//!
//! Used twice: by `build.rs` for the embedded catalogue and at start for a user's files, so both resolve names alike.

use super::names::{Names, name_key};
use super::record::{
    InstitutionKind, InstitutionRecord, MajorRecord, SectorRecord, SubjectGroupRecord,
};
use std::collections::HashMap;

/// An entry as the tables need it; links are still names.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields of Profession")]
pub struct Draft {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub sector: String,
    pub education: String,
    pub riasec: String,
    pub kbji: String,
    pub majors: Vec<String>,
    pub institutions: Vec<String>,
    pub similar: Vec<String>,
    /// Position of the caller's own record.
    pub origin: usize,
}

/// The vocabularies that entries refer to.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "one list per file of assets/")]
pub struct Vocabulary {
    pub sectors: Vec<SectorRecord>,
    pub majors: Vec<MajorRecord>,
    pub institutions: Vec<InstitutionRecord>,
    pub subject_groups: Vec<SubjectGroupRecord>,
}

/// A name in an entry that no vocabulary knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// [`Draft::origin`] of the entry.
    pub origin: usize,
    /// Key of the field, as in the data.
    pub field: &'static str,
    /// The name.
    pub name: String,
}

/// Resolved tables; every number is a position in the table it points to.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "parallel to the rows of table.rs")]
pub struct Tables {
    pub professions: Vec<Resolved>,
    pub sectors: Vec<(SectorRecord, Vec<u32>)>,
    pub majors: Vec<(MajorRecord, Vec<u32>, Vec<u32>)>,
    pub institutions: Vec<(InstitutionRecord, Vec<u32>)>,
    pub subjects: Vec<(String, Vec<u32>)>,
    pub unknown: Vec<Unknown>,
}

/// A draft with its links resolved.
#[derive(Debug)]
#[allow(missing_docs, reason = "parallel to ProfessionRow")]
pub struct Resolved {
    pub draft: Draft,
    pub sector: u32,
    pub majors: Vec<u32>,
    pub institutions: Vec<u32>,
    pub similar: Vec<u32>,
}

/// Sorts the entries by name and resolves every link; unknown majors, institutions and sectors become rows of their
/// own and are reported, similar professions that do not exist are left out.
pub fn assemble(mut drafts: Vec<Draft>, vocabulary: Vocabulary) -> Tables {
    drafts.sort_by_cached_key(|d| (name_key(&d.name), d.id.clone()));
    let Vocabulary {
        mut sectors,
        mut majors,
        mut institutions,
        subject_groups,
    } = vocabulary;
    let mut unknown = Vec::new();
    let ids: HashMap<String, u32> = drafts
        .iter()
        .enumerate()
        .map(|(i, d)| (d.id.clone(), i as u32))
        .collect();
    let mut sector_names: HashMap<String, u32> = sectors
        .iter()
        .enumerate()
        .map(|(i, s)| (s.key.clone(), i as u32))
        .collect();
    let mut major_names = Names::new(
        majors
            .iter()
            .map(|m| (m.name.as_str(), m.aliases.as_slice())),
    );
    let mut institution_names = Names::new(
        institutions
            .iter()
            .map(|m| (m.name.as_str(), m.aliases.as_slice())),
    );

    let mut professions = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let sector = *sector_names.entry(draft.sector.clone()).or_insert_with(|| {
            unknown.push(Unknown {
                origin: draft.origin,
                field: "bidang",
                name: draft.sector.clone(),
            });
            let name = if draft.sector.is_empty() {
                "Lainnya".to_owned()
            } else {
                capitalised(&draft.sector)
            };
            sectors.push(SectorRecord {
                key: draft.sector.clone(),
                name,
                description: String::new(),
            });
            sectors.len() as u32 - 1
        });
        let mut major_links = Vec::with_capacity(draft.majors.len());
        for name in draft.majors.iter().filter(|n| !name_key(n).is_empty()) {
            let (at, fresh) = major_names.resolve(name, majors.len());
            if fresh {
                unknown.push(Unknown {
                    origin: draft.origin,
                    field: "jurusan",
                    name: name.clone(),
                });
                majors.push(unknown_major(name));
            }
            push_once(&mut major_links, at);
        }
        let mut institution_links = Vec::with_capacity(draft.institutions.len());
        for name in draft
            .institutions
            .iter()
            .filter(|n| !name_key(n).is_empty())
        {
            let (at, fresh) = institution_names.resolve(name, institutions.len());
            if fresh {
                unknown.push(Unknown {
                    origin: draft.origin,
                    field: "institusi",
                    name: name.clone(),
                });
                institutions.push(unknown_institution(name));
            }
            push_once(&mut institution_links, at);
        }
        let similar = draft
            .similar
            .iter()
            .filter_map(|id| ids.get(id).copied())
            .collect();
        professions.push(Resolved {
            sector,
            majors: major_links,
            institutions: institution_links,
            similar,
            draft,
        });
    }
    finish(
        professions,
        sectors,
        majors,
        institutions,
        &subject_groups,
        unknown,
    )
}

fn unknown_major(name: &str) -> MajorRecord {
    MajorRecord {
        name: name.to_owned(),
        aliases: Vec::new(),
        cluster: String::new(),
        levels: Vec::new(),
        group: String::new(),
    }
}

fn unknown_institution(name: &str) -> InstitutionRecord {
    InstitutionRecord {
        name: name.to_owned(),
        aliases: Vec::new(),
        kind: InstitutionKind::Lain,
        place: String::new(),
        generic: false,
    }
}

/// Sorts the vocabularies by name, renumbers the links, and fills in the way back.
fn finish(
    mut professions: Vec<Resolved>,
    sectors: Vec<SectorRecord>,
    majors: Vec<MajorRecord>,
    institutions: Vec<InstitutionRecord>,
    subject_groups: &[SubjectGroupRecord],
    unknown: Vec<Unknown>,
) -> Tables {
    let (sectors, sector_order) = sorted(sectors, |s| &s.name);
    let (majors, major_order) = sorted(majors, |m| &m.name);
    let (institutions, institution_order) = sorted(institutions, |i| &i.name);
    let mut by_sector = vec![Vec::new(); sectors.len()];
    let mut by_major = vec![Vec::new(); majors.len()];
    let mut by_institution = vec![Vec::new(); institutions.len()];
    for (at, profession) in professions.iter_mut().enumerate() {
        let at = at as u32;
        renumber(
            std::slice::from_mut(&mut profession.sector),
            &sector_order,
            &mut by_sector,
            at,
        );
        renumber(&mut profession.majors, &major_order, &mut by_major, at);
        renumber(
            &mut profession.institutions,
            &institution_order,
            &mut by_institution,
            at,
        );
    }
    let mut subject_names: Vec<String> = subject_groups
        .iter()
        .flat_map(|g| g.subjects.iter().cloned())
        .collect();
    subject_names.sort_by_cached_key(|n| name_key(n));
    subject_names.dedup();
    let mut subjects: Vec<(String, Vec<u32>)> =
        subject_names.into_iter().map(|n| (n, Vec::new())).collect();
    let mut major_rows = Vec::with_capacity(majors.len());
    for (at, (major, back)) in majors.into_iter().zip(by_major).enumerate() {
        let named = subject_groups
            .iter()
            .find(|g| !major.group.is_empty() && g.group == major.group);
        let mut links = Vec::new();
        for name in named.map(|g| g.subjects.as_slice()).unwrap_or_default() {
            if let Some(subject) = subjects.iter().position(|(n, _)| n == name) {
                links.push(subject as u32);
                if let Some(row) = subjects.get_mut(subject) {
                    row.1.push(at as u32);
                }
            }
        }
        major_rows.push((major, links, back));
    }
    Tables {
        professions,
        sectors: sectors.into_iter().zip(by_sector).collect(),
        majors: major_rows,
        institutions: institutions.into_iter().zip(by_institution).collect(),
        subjects,
        unknown,
    }
}

/// The rows by name, and for each old position the new one.
fn sorted<T>(rows: Vec<T>, name: impl Fn(&T) -> &str) -> (Vec<T>, Vec<u32>) {
    let mut rows: Vec<(usize, T)> = rows.into_iter().enumerate().collect();
    rows.sort_by_cached_key(|(_, row)| name_key(name(row)));
    let mut order = vec![0; rows.len()];
    for (new, (old, _)) in rows.iter().enumerate() {
        if let Some(place) = order.get_mut(*old) {
            *place = new as u32;
        }
    }
    (rows.into_iter().map(|(_, row)| row).collect(), order)
}

fn renumber(links: &mut [u32], order: &[u32], back: &mut [Vec<u32>], at: u32) {
    for link in links {
        if let Some(new) = order.get(*link as usize) {
            *link = *new;
        }
        // `at` only grows, so a second mention can only be the last one: looking further is slow for a large sector.
        if let Some(list) = back.get_mut(*link as usize)
            && list.last() != Some(&at)
        {
            list.push(at);
        }
    }
}

fn push_once(list: &mut Vec<u32>, value: u32) {
    if !list.contains(&value) {
        list.push(value);
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(id: &str, name: &str, majors: &[&str], similar: &[&str]) -> Draft {
        Draft {
            id: id.into(),
            name: name.into(),
            aliases: Vec::new(),
            sector: "hukum".into(),
            education: String::new(),
            riasec: String::new(),
            kbji: String::new(),
            majors: majors.iter().map(ToString::to_string).collect(),
            institutions: vec!["Kantor A".into()],
            similar: similar.iter().map(ToString::to_string).collect(),
            origin: 0,
        }
    }

    fn major(name: &str, alias: &str) -> MajorRecord {
        MajorRecord {
            name: name.into(),
            aliases: vec![alias.into()],
            cluster: String::new(),
            levels: Vec::new(),
            group: "Hukum".into(),
        }
    }

    #[test]
    fn links_are_positions_in_sorted_tables() {
        let vocabulary = Vocabulary {
            majors: vec![
                major("Kebijakan Publik", "Public Policy"),
                major("Hukum", "Law"),
            ],
            subject_groups: vec![SubjectGroupRecord {
                group: "Hukum".into(),
                cluster: String::new(),
                subjects: vec!["Sosiologi".into()],
                source: String::new(),
            }],
            ..Vocabulary::default()
        };
        let tables = assemble(
            vec![
                draft(
                    "notaris",
                    "Notaris",
                    &["hukum", "Baru"],
                    &["advokat", "tidak-ada"],
                ),
                draft("advokat", "Advokat", &["public policy", "Law"], &[]),
            ],
            vocabulary,
        );
        let names: Vec<_> = tables.majors.iter().map(|m| m.0.name.as_str()).collect();
        assert_eq!(names, ["Baru", "Hukum", "Kebijakan Publik"]);
        assert_eq!(tables.professions[0].draft.id, "advokat");
        assert_eq!(
            tables.professions[0].majors,
            [2, 1],
            "an alias leads to its major"
        );
        assert_eq!(
            tables.professions[1].similar,
            [0],
            "a profession that does not exist is no link"
        );
        assert_eq!(tables.majors[1].2, [0, 1], "the way back is sorted by name");
        assert_eq!(tables.subjects[0].1, [1, 2]);
        let unknown: Vec<_> = tables
            .unknown
            .iter()
            .map(|u| (u.field, u.name.as_str()))
            .collect();
        assert_eq!(
            unknown,
            [
                ("bidang", "hukum"),
                ("institusi", "Kantor A"),
                ("jurusan", "Baru")
            ]
        );
    }
}
