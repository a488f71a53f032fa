//! The parts of an entry that the index tells apart, and how much each counts.

/// Where in an entry a word stands. The number is stored in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// The name of the profession.
    Name = 0,
    /// Another name of it.
    Alias = 1,
    /// A supporting study programme, or one of its aliases.
    Major = 2,
    /// A vocational-school (SMK) programme that the entry names.
    Programme = 3,
    /// An employer, or one of its aliases.
    Institution = 4,
    /// The sector's name.
    Sector = 5,
    /// The profile: what the work is.
    Duties = 6,
    /// Traits that suit.
    Traits = 7,
    /// Everything else that is written about it.
    Prose = 8,
    /// The paragraph on where, when and how one gets in.
    Entry = 9,
}

/// Kinds of fields whose evidence adds up, since each says something of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Names.
    Titles = 0,
    /// Study programmes, employers, the sector.
    Links = 1,
    /// Running text.
    Texts = 2,
}

impl Field {
    /// All fields, in the order of their numbers.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Alias,
        Self::Major,
        Self::Programme,
        Self::Institution,
        Self::Sector,
        Self::Duties,
        Self::Traits,
        Self::Prose,
        Self::Entry,
    ];

    /// The field with this number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// The kind of field it is.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Self::Name | Self::Alias => Group::Titles,
            Self::Major | Self::Programme | Self::Institution | Self::Sector => Group::Links,
            Self::Duties | Self::Traits | Self::Prose | Self::Entry => Group::Texts,
        }
    }

    /// Usual length in words, for the length normalisation of running text; `None` where the
    /// field is a list of short items, each weighed by itself.
    #[must_use]
    pub fn usual_length(self) -> Option<f32> {
        match self {
            Self::Duties => Some(105.0),
            Self::Entry => Some(52.0),
            Self::Traits => Some(55.0),
            Self::Prose => Some(230.0),
            _ => None,
        }
    }
}
