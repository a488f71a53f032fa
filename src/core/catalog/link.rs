//! What a link can point to, and the indexes that list the same things.

use super::table::{InstitutionId, MajorId, ProfessionId, SectorId, SubjectId};

/// The target of a link: a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "one per table")]
pub enum Target {
    Profession(ProfessionId),
    Sector(SectorId),
    Major(MajorId),
    Institution(InstitutionId),
    Subject(SubjectId),
}

/// One of the lists on the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs, reason = "one per table")]
pub enum Index {
    #[default]
    Professions,
    Sectors,
    Majors,
    Institutions,
    Subjects,
}

impl Index {
    /// All, in the order in which a key turns through them.
    pub const ALL: [Self; 5] = [
        Self::Professions,
        Self::Sectors,
        Self::Majors,
        Self::Institutions,
        Self::Subjects,
    ];

    /// The one after this, coming round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Professions => Self::Sectors,
            Self::Sectors => Self::Majors,
            Self::Majors => Self::Institutions,
            Self::Institutions => Self::Subjects,
            Self::Subjects => Self::Professions,
        }
    }

    /// The target at a position of this list.
    pub fn target(self, at: usize) -> Target {
        let at = at as u32;
        match self {
            Self::Professions => Target::Profession(ProfessionId(at)),
            Self::Sectors => Target::Sector(SectorId(at)),
            Self::Majors => Target::Major(MajorId(at)),
            Self::Institutions => Target::Institution(InstitutionId(at)),
            Self::Subjects => Target::Subject(SubjectId(at)),
        }
    }
}
