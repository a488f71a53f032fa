//! Names and aliases laid out for scanning: one array for each thing that a test needs.

use super::blob::{Blob, Section, Texts, U32s, U64s, Writer};

/// The letters of `text` as a set: a bit each for a-z and 0-9, the rest hashed to 28 bits.
#[must_use]
pub fn letter_mask(text: &[u8]) -> u64 {
    text.iter().fold(0, |mask, &b| mask | letter_bit(b))
}

/// The bit of one byte in a [`letter_mask`]; none for a space.
#[must_use]
#[inline]
pub fn letter_bit(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        b' ' => 0,
        _ => 1 << (36 + byte % 28),
    }
}

/// The first eight bytes of `text` as a big-endian number, padded with zeros.
#[must_use]
pub fn head(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(text) {
        *to = *from;
    }
    u64::from_be_bytes(bytes)
}

/// Appends the folded `text` as a name of `owner` to the table being written.
///
/// `ordinal` is 0 for the name itself and n for the n-th alias. Empty texts are left out, since
/// they match nothing.
pub fn push_name(out: &mut Writer, owner: u32, ordinal: u16, text: &str) {
    if text.is_empty() {
        return;
    }
    let bytes = text.as_bytes();
    let mut starts = 1_u64;
    for (at, _) in bytes
        .iter()
        .enumerate()
        .take(63)
        .filter(|(_, b)| **b == b' ')
    {
        starts |= 2 << at;
    }
    let initials = bytes
        .split(|&b| b == b' ')
        .filter_map(|word| word.first())
        .fold(0, |mask, &b| mask | letter_bit(b));
    out.push_u64(Section::NameHeads, head(bytes));
    out.push_u64(Section::NameMasks, letter_mask(bytes));
    out.push_u64(Section::NameInitials, initials);
    out.push_u64(Section::NameStarts, starts);
    out.push_u32(Section::NameOwners, owner);
    out.section(Section::NameOrdinals)
        .extend_from_slice(&ordinal.to_le_bytes());
    out.push_text(Section::NameEnds, Section::NameText, text);
}

/// The table, read in place.
#[derive(Debug, Clone, Copy, Default)]
pub struct NameTable<'a> {
    /// First eight bytes of each name, see [`head`].
    pub heads: U64s<'a>,
    /// Letters of each name, see [`letter_mask`].
    pub masks: U64s<'a>,
    /// Letters that start a word of each name.
    pub initials: U64s<'a>,
    /// Where words start in the first 64 bytes of each name, a bit each.
    pub starts: U64s<'a>,
    /// Profession of each name.
    pub owners: U32s<'a>,
    /// The folded names.
    pub texts: Texts<'a>,
    ordinals: &'a [u8],
}

impl<'a> NameTable<'a> {
    /// The name table of `blob`.
    #[must_use]
    pub fn new(blob: &Blob<'a>) -> Self {
        Self {
            heads: blob.u64s(Section::NameHeads),
            masks: blob.u64s(Section::NameMasks),
            initials: blob.u64s(Section::NameInitials),
            starts: blob.u64s(Section::NameStarts),
            owners: blob.u32s(Section::NameOwners),
            texts: blob.texts(Section::NameEnds, Section::NameText),
            ordinals: blob.bytes(Section::NameOrdinals),
        }
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// 0 if entry `at` is a profession's name, n if it is its n-th alias.
    #[must_use]
    pub fn ordinal(&self, at: usize) -> u16 {
        let start = at.saturating_mul(2);
        self.ordinals
            .get(start..start.saturating_add(2))
            .and_then(|b| b.try_into().ok())
            .map_or(0, u16::from_le_bytes)
    }
}
