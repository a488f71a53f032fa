//! The catalogue: professions, sectors, majors, institutions, school subjects, and the links between them.

pub mod assemble;
mod embedded;
mod link;
mod names;
mod overlay;
pub mod record;
mod searchable;
mod table;

pub use link::{Index, Target};
pub use names::name_key;
pub use overlay::UserEntry;
pub use searchable::Searchable;
pub use table::{
    InstitutionId, InstitutionRow, MajorId, MajorRow, ProfessionId, ProfessionRow, SectorId,
    SectorRow, Source, SubjectId, SubjectRow,
};

use record::Profession;
use std::borrow::Cow;
use std::sync::Arc;

/// Everything that can be looked up. Cheap to make: the embedded rows are constants.
#[derive(Debug, Clone)]
pub struct Catalog {
    professions: Cow<'static, [ProfessionRow]>,
    sectors: Cow<'static, [SectorRow]>,
    majors: Cow<'static, [MajorRow]>,
    institutions: Cow<'static, [InstitutionRow]>,
    subjects: Cow<'static, [SubjectRow]>,
    user: Arc<Vec<UserEntry>>,
    searchable: Arc<Searchable>,
}

impl Catalog {
    /// The catalogue that is part of the program.
    pub fn embedded() -> Self {
        Self {
            professions: Cow::Borrowed(embedded::PROFESSIONS),
            sectors: Cow::Borrowed(embedded::SECTORS),
            majors: Cow::Borrowed(embedded::MAJORS),
            institutions: Cow::Borrowed(embedded::INSTITUTIONS),
            subjects: Cow::Borrowed(embedded::SUBJECTS),
            user: Arc::default(),
            searchable: Arc::new(Searchable::embedded()),
        }
    }

    /// What is searched.
    pub fn searchable(&self) -> &Searchable {
        &self.searchable
    }

    /// All professions, sorted by name.
    pub fn professions(&self) -> &[ProfessionRow] {
        &self.professions
    }

    /// All sectors, sorted by name.
    pub fn sectors(&self) -> &[SectorRow] {
        &self.sectors
    }

    /// All majors, sorted by name.
    pub fn majors(&self) -> &[MajorRow] {
        &self.majors
    }

    /// All institutions, sorted by name.
    pub fn institutions(&self) -> &[InstitutionRow] {
        &self.institutions
    }

    /// All school subjects, sorted by name.
    pub fn subjects(&self) -> &[SubjectRow] {
        &self.subjects
    }

    /// The row of a profession; `None` only for an id of another catalogue.
    pub fn profession(&self, id: ProfessionId) -> Option<&ProfessionRow> {
        self.professions.get(id.index())
    }

    /// The row of a sector.
    pub fn sector(&self, id: SectorId) -> Option<&SectorRow> {
        self.sectors.get(id.index())
    }

    /// The row of a major.
    pub fn major(&self, id: MajorId) -> Option<&MajorRow> {
        self.majors.get(id.index())
    }

    /// The row of an institution.
    pub fn institution(&self, id: InstitutionId) -> Option<&InstitutionRow> {
        self.institutions.get(id.index())
    }

    /// The row of a school subject.
    pub fn subject(&self, id: SubjectId) -> Option<&SubjectRow> {
        self.subjects.get(id.index())
    }

    /// Finds a profession by the key of its data.
    pub fn find(&self, key: &str) -> Option<ProfessionId> {
        self.professions
            .iter()
            .position(|p| p.id == key)
            .map(|i| ProfessionId(i as u32))
    }

    /// The whole entry, parsed now: some three microseconds.
    pub fn entry(&self, id: ProfessionId) -> Option<Profession> {
        match self.profession(id)?.source {
            Source::Embedded { start, len } => embedded::entry(start, len),
            Source::User(at) => self.user.get(at as usize).map(|u| u.entry.clone()),
        }
    }

    /// Where an entry comes from: `bawaan` for the embedded catalogue, else the user's file.
    pub fn origin(&self, row: &ProfessionRow) -> &str {
        match row.source {
            Source::Embedded { .. } => "bawaan",
            Source::User(at) => self
                .user
                .get(at as usize)
                .map(|u| u.file.as_str())
                .unwrap_or_default(),
        }
    }

    /// How many targets one index lists.
    pub fn len_of(&self, index: Index) -> usize {
        match index {
            Index::Professions => self.professions.len(),
            Index::Sectors => self.sectors.len(),
            Index::Majors => self.majors.len(),
            Index::Institutions => self.institutions.len(),
            Index::Subjects => self.subjects.len(),
        }
    }

    /// The name of a link's target; empty only for a target of another catalogue.
    pub fn name(&self, target: Target) -> &'static str {
        match target {
            Target::Profession(id) => self.profession(id).map(|r| r.name),
            Target::Sector(id) => self.sector(id).map(|r| r.name),
            Target::Major(id) => self.major(id).map(|r| r.name),
            Target::Institution(id) => self.institution(id).map(|r| r.name),
            Target::Subject(id) => self.subject(id).map(|r| r.name),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_entry_parses_and_agrees_with_its_row() {
        let catalog = Catalog::embedded();
        assert!(catalog.professions().len() >= 500);
        for (i, row) in catalog.professions().iter().enumerate() {
            let entry = catalog.entry(ProfessionId(i as u32)).unwrap_or_default();
            assert_eq!(entry.id, row.id);
            assert_eq!(entry.majors.len(), row.majors.len(), "{}", row.id);
            assert_eq!(catalog.find(row.id), Some(ProfessionId(i as u32)));
        }
    }

    #[test]
    fn links_lead_back() {
        let catalog = Catalog::embedded();
        for (i, row) in catalog.professions().iter().enumerate() {
            let id = ProfessionId(i as u32);
            assert!(
                catalog
                    .sector(row.sector)
                    .is_some_and(|s| s.professions.contains(&id)),
                "{}",
                row.id
            );
            for major in row.majors {
                assert!(
                    catalog
                        .major(*major)
                        .is_some_and(|m| m.professions.contains(&id)),
                    "{}",
                    row.id
                );
            }
            for institution in row.institutions {
                assert!(
                    catalog
                        .institution(*institution)
                        .is_some_and(|m| m.professions.contains(&id)),
                    "{}",
                    row.id
                );
            }
        }
    }
}
