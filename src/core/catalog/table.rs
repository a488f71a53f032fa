//! The catalogue in memory: rows of `&'static` text with links as indices.
//!
//! The embedded rows are constants written by `build.rs`, so that nothing is parsed or allocated at start. Rows of a
//! user's files are built once and live as long as the process; both kinds are read through the same types.

use super::record::InstitutionKind;

macro_rules! index_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// Position in the catalogue's table.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index_type!(
    /// Position of a profession in [`super::Catalog::professions`].
    ProfessionId
);
index_type!(
    /// Position of a sector (bidang).
    SectorId
);
index_type!(
    /// Position of a study programme (jurusan).
    MajorId
);
index_type!(
    /// Position of an employer (institusi).
    InstitutionId
);
index_type!(
    /// Position of a school subject (mata pelajaran).
    SubjectId
);

/// Where the whole entry of a profession stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Byte range in the embedded JSON.
    Embedded {
        /// First byte.
        start: u32,
        /// Length in bytes.
        len: u32,
    },
    /// Position among the entries of the user's files.
    User(u32),
}

/// What lists, links and search need of a profession.
#[derive(Debug, Clone, Copy)]
pub struct ProfessionRow {
    /// Stable key of the data.
    pub id: &'static str,
    /// Name as shown.
    pub name: &'static str,
    /// Other names.
    pub aliases: &'static [&'static str],
    /// Its sector.
    pub sector: SectorId,
    /// Usual minimum education.
    pub education: &'static str,
    /// Interest code.
    pub riasec: &'static str,
    /// KBJI code.
    pub kbji: &'static str,
    /// Supporting majors, strongest first.
    pub majors: &'static [MajorId],
    /// Employers, in the order of the entry.
    pub institutions: &'static [InstitutionId],
    /// Similar professions that exist.
    pub similar: &'static [ProfessionId],
    /// Where the whole entry stands.
    pub source: Source,
}

/// A sector with its professions, sorted by name.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the fields of SectorRecord")]
pub struct SectorRow {
    pub key: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    pub professions: &'static [ProfessionId],
}

/// A study programme with the professions that name it, sorted by name.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the fields of MajorRecord")]
pub struct MajorRow {
    pub name: &'static str,
    pub aliases: &'static [&'static str],
    pub cluster: &'static str,
    pub levels: &'static [&'static str],
    pub group: &'static str,
    pub subjects: &'static [SubjectId],
    pub professions: &'static [ProfessionId],
}

/// An employer with the professions that name it, sorted by name.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the fields of InstitutionRecord")]
pub struct InstitutionRow {
    pub name: &'static str,
    pub aliases: &'static [&'static str],
    pub kind: InstitutionKind,
    pub place: &'static str,
    pub generic: bool,
    pub professions: &'static [ProfessionId],
}

/// A school subject with the majors it officially supports, sorted by name.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "a name and its links")]
pub struct SubjectRow {
    pub name: &'static str,
    pub majors: &'static [MajorId],
}
