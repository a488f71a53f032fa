//! What the search knows of the catalogue: its own rows, nothing computed.

use super::pack::blob::Blob;
use crate::core::catalog::{InstitutionRow, MajorRow, ProfessionRow, SectorRow};

/// A study programme or an employer with its other names.
pub trait Named {
    /// Name as shown.
    fn name(&self) -> &'static str;
    /// Other names.
    fn aliases(&self) -> &'static [&'static str];
    /// The name, then the other names.
    fn all(&self) -> impl Iterator<Item = &'static str> + use<Self> {
        std::iter::once(self.name()).chain(self.aliases().iter().copied())
    }
}

impl Named for MajorRow {
    fn name(&self) -> &'static str {
        self.name
    }
    fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }
}

impl Named for InstitutionRow {
    fn name(&self) -> &'static str {
        self.name
    }
    fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }
}

/// Professions and the index built over them, in the same order.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part<'a> {
    /// The professions; their links are positions in the corpus's tables.
    pub professions: &'a [ProfessionRow],
    /// What `PackBuilder::finish` returned for them.
    pub index: &'a [u8],
}

impl<'a> Part<'a> {
    /// The index opened; an empty one if the bytes are damaged.
    #[must_use]
    pub fn blob(&self) -> Blob<'a> {
        Blob::open(self.index).unwrap_or_default()
    }
}

/// Everything that is searched.
#[derive(Debug, Clone, Copy, Default)]
pub struct Corpus<'a> {
    /// The embedded catalogue; its professions have the numbers from 0.
    pub embedded: Part<'a>,
    /// A user's entries, if any; their numbers follow.
    pub overlay: Part<'a>,
    /// Embedded professions that an entry of the user replaces, and its number; sorted.
    pub replaced: &'a [(u32, u32)],
    /// All sectors.
    pub sectors: &'a [SectorRow],
    /// All study programmes, the user's included.
    pub majors: &'a [MajorRow],
    /// All employers, the user's included.
    pub institutions: &'a [InstitutionRow],
}

impl<'a> Corpus<'a> {
    /// How many numbers are in use, replaced professions included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.embedded.professions.len() + self.overlay.professions.len()
    }

    /// Whether there is nothing to search.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The profession with this number.
    #[must_use]
    pub fn profession(&self, number: u32) -> Option<&'a ProfessionRow> {
        let number = number as usize;
        let embedded = self.embedded.professions;
        embedded.get(number).or_else(|| {
            self.overlay
                .professions
                .get(number.checked_sub(embedded.len())?)
        })
    }

    /// The number of the entry that replaces `number`, if one does.
    #[must_use]
    pub fn replacement(&self, number: u32) -> Option<u32> {
        let at = self
            .replaced
            .binary_search_by_key(&number, |(old, _)| *old)
            .ok()?;
        self.replaced.get(at).map(|(_, new)| *new)
    }
}
