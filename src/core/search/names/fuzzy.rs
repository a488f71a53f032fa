//! The seam to the fuzzy-matcher crate: letters in order with gaps (`drgg` → Dokter Gigi).

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Points of `SkimMatcherV2` per letter below which a match is letters scattered by chance.
const SCATTERED: i64 = 12;

/// Scores letters in order; wraps `SkimMatcherV2`, and nothing else names that type.
#[derive(Default)]
pub struct Fuzzy {
    skim: SkimMatcherV2,
}

impl Fuzzy {
    /// Points per letter of `letters` in `text` (both folded), `None` unless all occur in order
    /// and close enough together to be meant.
    #[must_use]
    pub fn score(&self, text: &str, letters: &str) -> Option<i64> {
        let count = i64::try_from(letters.chars().count()).unwrap_or(i64::MAX);
        let score = self.skim.fuzzy_match(text, letters)? / count.max(1);
        (score >= SCATTERED).then_some(score)
    }

    /// Which characters of `text` the letters match, ascending.
    #[must_use]
    pub fn positions(&self, text: &str, letters: &str) -> Option<Vec<usize>> {
        self.skim
            .fuzzy_indices(text, letters)
            .map(|(_, positions)| positions)
    }
}

/// Whether the bytes of `letters` occur in `text` in this order. A quick test in front of
/// [`Fuzzy::score`]: never false where that would match.
#[must_use]
pub fn is_subsequence(text: &[u8], letters: &[u8]) -> bool {
    let mut rest = letters.iter();
    let mut next = rest.next();
    for b in text {
        match next {
            None => return true,
            Some(wanted) if wanted == b => next = rest.next(),
            Some(_) => {}
        }
    }
    next.is_none()
}
