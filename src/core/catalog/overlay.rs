//! A catalogue with a user's entries merged over it.

use super::assemble::{Draft, Tables, Vocabulary, assemble};
use super::record::{InstitutionRecord, MajorRecord, Profession, SectorRecord, SubjectGroupRecord};
use super::{
    Catalog, InstitutionId, InstitutionRow, MajorId, MajorRow, ProfessionId, ProfessionRow,
    Searchable, SectorId, SectorRow, Source, SubjectId, SubjectRow,
};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// An entry from a user's file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserEntry {
    /// The entry, already clean.
    pub entry: Profession,
    /// The file it stands in, already clean.
    pub file: String,
}

impl Catalog {
    /// A catalogue of these entries and vocabularies alone.
    pub fn from_entries(entries: Vec<UserEntry>, vocabulary: Vocabulary) -> Self {
        let mut catalog = Self::merged(Vec::new(), entries, vocabulary);
        catalog.make_searchable(None);
        catalog
    }

    /// This catalogue with `entries` merged over it: the same id replaces the whole entry, unknown majors, institutions
    /// and sectors become new links. Of two entries with one id the first counts.
    ///
    /// The rows of the new catalogue live as long as the process: it is made once, at the start.
    #[must_use]
    pub fn with_entries(&self, entries: Vec<UserEntry>) -> Self {
        if entries.is_empty() {
            return self.clone();
        }
        let vocabulary = Vocabulary {
            sectors: self.sectors.iter().map(sector_record).collect(),
            majors: self.majors.iter().map(major_record).collect(),
            institutions: self.institutions.iter().map(institution_record).collect(),
            subject_groups: self.subject_groups(),
        };
        let replaced: HashSet<&str> = entries.iter().map(|e| e.entry.id.as_str()).collect();
        let kept = self
            .professions
            .iter()
            .filter(|row| !replaced.contains(row.id))
            .copied()
            .collect();
        let drafts = self.drafts(kept);
        let mut catalog = Self::merged(drafts, entries, vocabulary);
        catalog.make_searchable(Some(self));
        catalog
    }

    fn merged(
        mut drafts: Vec<(Draft, Source)>,
        entries: Vec<UserEntry>,
        vocabulary: Vocabulary,
    ) -> Self {
        let mut seen = HashSet::new();
        let mut user: Vec<UserEntry> = Vec::with_capacity(entries.len());
        for entry in entries {
            if seen.insert(entry.entry.id.clone()) {
                user.push(entry);
            }
        }
        let mut sources: Vec<Source> = drafts.iter().map(|d| d.1).collect();
        for (at, (draft, _)) in drafts.iter_mut().enumerate() {
            draft.origin = at;
        }
        let mut all: Vec<Draft> = drafts.into_iter().map(|d| d.0).collect();
        for (at, UserEntry { entry, .. }) in user.iter().enumerate() {
            all.push(draft(entry, sources.len()));
            sources.push(Source::User(at as u32));
        }
        leak(assemble(all, vocabulary), &sources, user)
    }

    /// The rows as drafts: links are names again.
    fn drafts(&self, rows: Vec<ProfessionRow>) -> Vec<(Draft, Source)> {
        let owned = |list: &[&str]| {
            list.iter()
                .map(ToString::to_string)
                .collect::<Vec<String>>()
        };
        rows.into_iter()
            .map(|row| {
                let draft = Draft {
                    id: row.id.to_owned(),
                    name: row.name.to_owned(),
                    aliases: owned(row.aliases),
                    sector: self
                        .sector(row.sector)
                        .map(|s| s.key.to_owned())
                        .unwrap_or_default(),
                    education: row.education.to_owned(),
                    riasec: row.riasec.to_owned(),
                    kbji: row.kbji.to_owned(),
                    majors: row
                        .majors
                        .iter()
                        .filter_map(|m| self.major(*m))
                        .map(|m| m.name.to_owned())
                        .collect(),
                    institutions: row
                        .institutions
                        .iter()
                        .filter_map(|m| self.institution(*m))
                        .map(|m| m.name.to_owned())
                        .collect(),
                    similar: row
                        .similar
                        .iter()
                        .filter_map(|p| self.profession(*p))
                        .map(|p| p.id.to_owned())
                        .collect(),
                    origin: 0,
                };
                (draft, row.source)
            })
            .collect()
    }

    fn subject_groups(&self) -> Vec<SubjectGroupRecord> {
        let mut groups: HashMap<&str, Vec<String>> = HashMap::new();
        for major in self.majors.iter().filter(|m| !m.group.is_empty()) {
            groups.entry(major.group).or_insert_with(|| {
                major
                    .subjects
                    .iter()
                    .filter_map(|s| self.subject(*s))
                    .map(|s| s.name.to_owned())
                    .collect()
            });
        }
        groups
            .into_iter()
            .map(|(group, subjects)| SubjectGroupRecord {
                group: group.to_owned(),
                cluster: String::new(),
                subjects,
                source: String::new(),
            })
            .collect()
    }
}

/// What the tables need of an entry.
pub fn draft(entry: &Profession, origin: usize) -> Draft {
    Draft {
        id: entry.id.clone(),
        name: entry.name.clone(),
        aliases: entry.aliases.clone(),
        sector: entry.sector.clone(),
        education: entry.education.clone(),
        riasec: entry.riasec.clone(),
        kbji: entry.kbji.clone(),
        majors: entry.majors.clone(),
        institutions: entry.institutions.clone(),
        similar: entry.similar.clone(),
        origin,
    }
}

fn sector_record(row: &SectorRow) -> SectorRecord {
    SectorRecord {
        key: row.key.to_owned(),
        name: row.name.to_owned(),
        description: row.description.to_owned(),
    }
}

fn major_record(row: &MajorRow) -> MajorRecord {
    let owned = |list: &[&str]| list.iter().map(ToString::to_string).collect();
    MajorRecord {
        name: row.name.to_owned(),
        aliases: owned(row.aliases),
        cluster: row.cluster.to_owned(),
        levels: owned(row.levels),
        group: row.group.to_owned(),
    }
}

fn institution_record(row: &InstitutionRow) -> InstitutionRecord {
    InstitutionRecord {
        name: row.name.to_owned(),
        aliases: row.aliases.iter().map(ToString::to_string).collect(),
        kind: row.kind,
        place: row.place.to_owned(),
        generic: row.generic,
    }
}

fn text(s: String) -> &'static str {
    String::leak(s)
}

fn texts(list: Vec<String>) -> &'static [&'static str] {
    Vec::leak(list.into_iter().map(text).collect())
}

fn ids<T>(list: Vec<u32>, id: impl Fn(u32) -> T) -> &'static [T] {
    Vec::leak(list.into_iter().map(id).collect())
}

fn leak(tables: Tables, sources: &[Source], user: Vec<UserEntry>) -> Catalog {
    let professions = tables
        .professions
        .into_iter()
        .filter_map(|p| {
            Some(ProfessionRow {
                source: *sources.get(p.draft.origin)?,
                id: text(p.draft.id),
                name: text(p.draft.name),
                aliases: texts(p.draft.aliases),
                sector: SectorId(p.sector),
                education: text(p.draft.education),
                riasec: text(p.draft.riasec),
                kbji: text(p.draft.kbji),
                majors: ids(p.majors, MajorId),
                institutions: ids(p.institutions, InstitutionId),
                similar: ids(p.similar, ProfessionId),
            })
        })
        .collect();
    let sectors = tables.sectors.into_iter().map(|(r, back)| SectorRow {
        key: text(r.key),
        name: text(r.name),
        description: text(r.description),
        professions: ids(back, ProfessionId),
    });
    let majors = tables
        .majors
        .into_iter()
        .map(|(r, subjects, back)| MajorRow {
            name: text(r.name),
            aliases: texts(r.aliases),
            cluster: text(r.cluster),
            levels: texts(r.levels),
            group: text(r.group),
            subjects: ids(subjects, SubjectId),
            professions: ids(back, ProfessionId),
        });
    let institutions = tables
        .institutions
        .into_iter()
        .map(|(r, back)| InstitutionRow {
            name: text(r.name),
            aliases: texts(r.aliases),
            kind: r.kind,
            place: text(r.place),
            generic: r.generic,
            professions: ids(back, ProfessionId),
        });
    let subjects = tables
        .subjects
        .into_iter()
        .map(|(name, majors)| SubjectRow {
            name: text(name),
            majors: ids(majors, MajorId),
        });
    Catalog {
        professions: Cow::Owned(professions),
        sectors: Cow::Owned(sectors.collect()),
        majors: Cow::Owned(majors.collect()),
        institutions: Cow::Owned(institutions.collect()),
        subjects: Cow::Owned(subjects.collect()),
        user: Arc::new(user),
        searchable: Arc::new(Searchable::embedded()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, name: &str, major: &str) -> UserEntry {
        UserEntry {
            entry: Profession {
                id: id.into(),
                name: name.into(),
                sector: "kesehatan".into(),
                majors: vec![major.into()],
                ..Profession::default()
            },
            file: "lokal.json".into(),
        }
    }

    #[test]
    fn the_same_id_replaces_and_new_names_become_links() {
        let base = Catalog::embedded();
        let before = base.professions().len();
        let merged = base.with_entries(vec![
            entry("dokter-umum", "Dokter Desa", "Public Policy"),
            entry("penenun-lokal", "Penenun Lokal", "Tenun Tradisional"),
        ]);
        assert_eq!(merged.professions().len(), before + 1);
        let id = merged
            .find("dokter-umum")
            .and_then(|id| merged.profession(id).copied());
        let row = id.filter(|r| r.name == "Dokter Desa" && r.source == Source::User(0));
        let majors: Vec<_> = row
            .iter()
            .flat_map(|r| r.majors)
            .filter_map(|m| merged.major(*m))
            .collect();
        assert_eq!(
            majors.iter().map(|m| m.name).collect::<Vec<_>>(),
            ["Kebijakan Publik"]
        );
        assert!(
            merged
                .majors()
                .iter()
                .any(|m| m.name == "Tenun Tradisional" && m.professions.len() == 1)
        );
        let kept = merged
            .find("perawat")
            .and_then(|id| merged.entry(id))
            .unwrap_or_default();
        assert_eq!(kept.id, "perawat", "embedded entries are still found");
        assert_eq!(merged.subjects().len(), base.subjects().len());
    }
}
