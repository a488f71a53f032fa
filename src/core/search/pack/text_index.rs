//! The inverted index, read in place: term → professions, with field and weight.

use super::blob::{Blob, Section, Texts, U32s};
use super::field::Field;
use super::name_table::letter_bit;

/// First byte of a term that is a whole item (`=ilmu tanah`), not a word.
pub const WHOLE_ITEM: u8 = b'=';
/// Weights are stored in steps of this size, see [`Posting::weight`].
pub const WEIGHT_STEP: f32 = 0.15;
/// The largest stored weight, in steps.
pub const WEIGHT_STEPS: u8 = 15;

/// A word's presence in one field of one profession.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Posting {
    /// Number of the profession in this index.
    pub profession: u32,
    /// Where the word stands.
    pub field: Field,
    /// How much it matters there: 1 for a plain mention, up to 2.25 when it is repeated.
    pub weight: f32,
}

/// The index of one set of professions.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextIndex<'a> {
    /// All terms, sorted bytewise.
    pub terms: Texts<'a>,
    masks: U32s<'a>,
    fields: &'a [u8],
    counts: U32s<'a>,
    ends: U32s<'a>,
    postings: &'a [u8],
    professions: u32,
}

impl<'a> TextIndex<'a> {
    /// The index in `blob`.
    #[must_use]
    pub fn new(blob: &Blob<'a>) -> Self {
        Self {
            terms: blob.texts(Section::TermEnds, Section::TermText),
            masks: blob.u32s(Section::TermMasks),
            fields: blob.bytes(Section::TermFields),
            counts: blob.u32s(Section::TermCounts),
            ends: blob.u32s(Section::PostingEnds),
            postings: blob.bytes(Section::Postings),
            professions: blob.u32s(Section::Counts).get(0),
        }
    }

    /// How many professions are indexed.
    #[must_use]
    pub fn professions(&self) -> u32 {
        self.professions
    }

    /// In how many professions `term` occurs.
    #[must_use]
    pub fn count(&self, term: usize) -> u32 {
        self.counts.get(term)
    }

    /// The letters of `term`, see [`term_mask`].
    #[must_use]
    pub fn masks(&self) -> U32s<'a> {
        self.masks
    }

    /// Whether `term` occurs in `field` of any profession.
    #[must_use]
    pub fn occurs_in(&self, term: usize, field: Field) -> bool {
        let at = term.saturating_mul(2);
        let bits = self
            .fields
            .get(at..at.saturating_add(2))
            .and_then(|b| b.try_into().ok())
            .map_or(0, u16::from_le_bytes);
        bits & (1 << field as u16) != 0
    }

    /// Where `term` occurs, by profession.
    #[must_use]
    pub fn postings(&self, term: usize) -> Postings<'a> {
        let start = if term == 0 {
            0
        } else {
            self.ends.get(term - 1) as usize
        };
        let end = self.ends.get(term) as usize;
        Postings {
            bytes: self.postings.get(start..end).unwrap_or_default(),
            profession: 0,
        }
    }
}

/// The letters of a term in 32 bits: a-z, digits together, everything else together.
#[must_use]
pub fn term_mask(term: &[u8]) -> u32 {
    term.iter().fold(0, |mask, &b| {
        mask | match letter_bit(b) {
            bit if bit < 1 << 26 => bit as u32,
            bit if bit < 1 << 36 => 1 << 26,
            _ => 1 << 27,
        }
    })
}

/// Iterator over one posting list.
#[derive(Debug, Clone)]
pub struct Postings<'a> {
    bytes: &'a [u8],
    profession: u32,
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    #[inline]
    fn next(&mut self) -> Option<Posting> {
        let mut delta = 0_u32;
        let mut shift = 0;
        loop {
            let (&byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            delta |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        let (&packed, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        self.profession = self.profession.wrapping_add(delta);
        Some(Posting {
            profession: self.profession,
            field: Field::from_number(packed >> 4)?,
            weight: f32::from(packed & 0x0f) * WEIGHT_STEP,
        })
    }
}
