//! A container of byte sections that is read in place, and typed views on its sections.

/// First bytes of every index; the digit is the version of the format.
const MAGIC: &[u8; 8] = b"JELAJAH1";

/// What each section holds. The number is its place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Section {
    /// One number: how many professions.
    Counts,
    /// First eight bytes of each name, big-endian.
    NameHeads,
    /// Letters of each name.
    NameMasks,
    /// Letters that start a word of each name.
    NameInitials,
    /// Where words start in the first 64 bytes of each name, a bit each.
    NameStarts,
    /// End of each name in [`Section::NameText`].
    NameEnds,
    /// Profession of each name.
    NameOwners,
    /// 0 for the name itself, n for the n-th alias.
    NameOrdinals,
    /// All folded names, one after another.
    NameText,
    /// End of each term in [`Section::TermText`].
    TermEnds,
    /// All terms, sorted bytewise.
    TermText,
    /// Letters of each term, 32 bits.
    TermMasks,
    /// Fields each term occurs in, one bit each.
    TermFields,
    /// In how many professions each term occurs.
    TermCounts,
    /// End of each posting list in [`Section::Postings`].
    PostingEnds,
    /// Posting lists.
    Postings,
    /// End of each synonym in [`Section::SynonymText`].
    SynonymEnds,
    /// All terms that have synonyms, folded, sorted.
    SynonymText,
    /// Index after the last meaning of each synonym.
    SynonymMeanings,
    /// End of each meaning in [`Section::MeaningText`].
    MeaningEnds,
    /// All meanings.
    MeaningText,
}

/// How many sections there are.
const SECTIONS: usize = Section::MeaningText as usize + 1;

/// Collects sections and writes them as one blob.
#[derive(Debug, Default)]
pub struct Writer {
    sections: [Vec<u8>; SECTIONS],
}

impl Writer {
    /// The bytes of `section`, to append to.
    pub fn section(&mut self, section: Section) -> &mut Vec<u8> {
        // `Section` has exactly `SECTIONS` values, so the fallback is never taken.
        let last = SECTIONS - 1;
        let at = (section as usize).min(last);
        #[expect(clippy::indexing_slicing, reason = "clamped in the line above")]
        &mut self.sections[at]
    }

    /// Appends `value` to `section`.
    pub fn push_u32(&mut self, section: Section, value: u32) {
        self.section(section)
            .extend_from_slice(&value.to_le_bytes());
    }

    /// Appends `value` to `section`.
    pub fn push_u64(&mut self, section: Section, value: u64) {
        self.section(section)
            .extend_from_slice(&value.to_le_bytes());
    }

    /// Appends `text` to `text_section` and its end to `end_section`.
    pub fn push_text(&mut self, end_section: Section, text_section: Section, text: &str) {
        let bytes = self.section(text_section);
        bytes.extend_from_slice(text.as_bytes());
        let end = bytes.len() as u32;
        self.push_u32(end_section, end);
    }

    /// The finished blob: magic, section lengths, sections.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let total: usize = self.sections.iter().map(Vec::len).sum();
        let mut out = Vec::with_capacity(MAGIC.len() + 4 * SECTIONS + total);
        out.extend_from_slice(MAGIC);
        for section in &self.sections {
            out.extend_from_slice(&(section.len() as u32).to_le_bytes());
        }
        for section in &self.sections {
            out.extend_from_slice(section);
        }
        out
    }
}

/// A blob opened for reading: just the places of its sections.
#[derive(Debug, Clone, Copy)]
pub struct Blob<'a> {
    sections: [&'a [u8]; SECTIONS],
}

impl Default for Blob<'_> {
    fn default() -> Self {
        Self {
            sections: [&[]; SECTIONS],
        }
    }
}

impl<'a> Blob<'a> {
    /// Opens `bytes`; `None` if they are not a whole index of this version.
    #[must_use]
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (lengths, mut rest) = rest.split_at_checked(4 * SECTIONS)?;
        let lengths = U32s(lengths);
        let mut blob = Self::default();
        for (at, section) in blob.sections.iter_mut().enumerate() {
            let (own, after) = rest.split_at_checked(lengths.get(at) as usize)?;
            *section = own;
            rest = after;
        }
        Some(blob)
    }

    /// The bytes of `section`.
    #[must_use]
    pub fn bytes(&self, section: Section) -> &'a [u8] {
        self.sections
            .get(section as usize)
            .copied()
            .unwrap_or_default()
    }

    /// `section` as numbers.
    #[must_use]
    pub fn u32s(&self, section: Section) -> U32s<'a> {
        U32s(self.bytes(section))
    }

    /// `section` as numbers.
    #[must_use]
    pub fn u64s(&self, section: Section) -> U64s<'a> {
        U64s(self.bytes(section))
    }

    /// Two sections as a list of texts.
    #[must_use]
    pub fn texts(&self, ends: Section, text: Section) -> Texts<'a> {
        Texts {
            ends: self.u32s(ends),
            bytes: self.bytes(text),
        }
    }
}

/// Little-endian 32-bit numbers in a byte slice.
#[derive(Debug, Clone, Copy, Default)]
pub struct U32s<'a>(&'a [u8]);

impl<'a> U32s<'a> {
    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.len() / 4
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The number at `at`, 0 beyond the end.
    #[must_use]
    #[inline]
    pub fn get(self, at: usize) -> u32 {
        let start = at.saturating_mul(4);
        self.0
            .get(start..start.saturating_add(4))
            .and_then(|b| b.try_into().ok())
            .map_or(0, u32::from_le_bytes)
    }

    /// All of them.
    pub fn iter(self) -> impl Iterator<Item = u32> + 'a {
        self.0
            .as_chunks::<4>()
            .0
            .iter()
            .map(|b| u32::from_le_bytes(*b))
    }
}

/// Little-endian 64-bit numbers in a byte slice.
#[derive(Debug, Clone, Copy, Default)]
pub struct U64s<'a>(&'a [u8]);

impl<'a> U64s<'a> {
    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.len() / 8
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The number at `at`, 0 beyond the end.
    #[must_use]
    #[inline]
    pub fn get(self, at: usize) -> u64 {
        let start = at.saturating_mul(8);
        self.0
            .get(start..start.saturating_add(8))
            .and_then(|b| b.try_into().ok())
            .map_or(0, u64::from_le_bytes)
    }

    /// All of them.
    pub fn iter(self) -> impl Iterator<Item = u64> + 'a {
        self.0
            .as_chunks::<8>()
            .0
            .iter()
            .map(|b| u64::from_le_bytes(*b))
    }
}

/// A list of texts laid end to end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Texts<'a> {
    ends: U32s<'a>,
    bytes: &'a [u8],
}

impl<'a> Texts<'a> {
    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The bytes of text `at`, empty beyond the end.
    #[must_use]
    #[inline]
    pub fn bytes(self, at: usize) -> &'a [u8] {
        let start = if at == 0 {
            0
        } else {
            self.ends.get(at - 1) as usize
        };
        let end = self.ends.get(at) as usize;
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// Length of text `at` in bytes.
    #[must_use]
    #[inline]
    pub fn length(self, at: usize) -> usize {
        let start = if at == 0 { 0 } else { self.ends.get(at - 1) };
        self.ends.get(at).saturating_sub(start) as usize
    }

    /// Text `at`, empty beyond the end.
    #[must_use]
    pub fn get(self, at: usize) -> &'a str {
        std::str::from_utf8(self.bytes(at)).unwrap_or_default()
    }

    /// First place at or after which `key` would stand in the sorted list, and whether it is there.
    #[must_use]
    pub fn search(self, key: &[u8]) -> (usize, bool) {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.bytes(middle).cmp(key) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return (middle, true),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        (low, false)
    }

    /// The place of `key` in the sorted list.
    #[must_use]
    pub fn find(self, key: &str) -> Option<usize> {
        let (at, found) = self.search(key.as_bytes());
        found.then_some(at)
    }
}
