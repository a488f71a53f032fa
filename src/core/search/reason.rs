//! Why a profession was found, for the screen and for `alasan` in the JSON output.

use std::fmt;

/// What in the profession matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was asked: the whole list.
    Listed,
    /// Its name.
    Name,
    /// Its name, with typing errors in the query.
    Typo,
    /// Another name of it.
    Alias(String),
    /// Another name of it, with typing errors in the query.
    AliasTypo(String),
    /// A supporting study programme.
    Major(String),
    /// A vocational-school programme.
    Programme(String),
    /// An employer.
    Institution(String),
    /// Its sector.
    Sector(String),
    /// A word of the profile.
    Duties(String),
    /// A word of the traits that suit.
    Traits(String),
    /// A word elsewhere in its text.
    Prose(String),
    /// A listed meaning of what was typed.
    Synonym(String),
}

impl Reason {
    /// Whether the screen need not say it, since the highlighted name does.
    #[must_use]
    pub fn is_obvious(&self) -> bool {
        matches!(self, Self::Listed | Self::Name)
    }
}

impl fmt::Display for Reason {
    /// In Bahasa Indonesia.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listed => write!(f, "semua profesi"),
            Self::Name => write!(f, "nama profesi"),
            Self::Typo => write!(f, "ejaan mirip nama profesi"),
            Self::Alias(alias) => write!(f, "nama lain: {alias}"),
            Self::AliasTypo(alias) => write!(f, "ejaan mirip nama lain: {alias}"),
            Self::Major(major) => write!(f, "jurusan: {major}"),
            Self::Programme(programme) => write!(f, "program SMK: {programme}"),
            Self::Institution(institution) => write!(f, "institusi: {institution}"),
            Self::Sector(sector) => write!(f, "bidang: {sector}"),
            Self::Duties(word) => write!(f, "kata dalam profil: {word}"),
            Self::Traits(word) => write!(f, "kata dalam ciri yang cocok: {word}"),
            Self::Prose(word) => write!(f, "kata dalam uraian: {word}"),
            Self::Synonym(term) => write!(f, "terkait dengan “{term}”"),
        }
    }
}
