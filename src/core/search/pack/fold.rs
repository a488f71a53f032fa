//! Text folding: what a reader takes for the same letters becomes the same bytes.
//!
//! Lower case, no accents, punctuation as single spaces, apostrophes gone, and abbreviations
//! written with dots joined (`m.c.` → `mc`, `R&D` → `rd`). [`Folded`] keeps, for every byte of
//! the folded text, the character of the original it came from, so that a highlight marks
//! exactly the letters that matched, also when one character folds to several.

use unicode_normalization::UnicodeNormalization;

/// A folded text with the way back to the original characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text: words separated by single spaces.
    pub text: String,
    /// For each byte of `text`, the index (in characters) of its origin in the original.
    pub origin: Vec<u32>,
}

impl Folded {
    /// Folds `text` and records where each byte came from.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        folded.refill(text);
        folded
    }

    /// Folds `text` into `self`, reusing its buffers.
    pub fn refill(&mut self, text: &str) {
        self.text.clear();
        self.origin.clear();
        let Self { text: out, origin } = self;
        walk(text, |c, at| {
            out.push(c);
            origin.resize(out.len(), at);
        });
    }
}

/// Appends the folded form of `text` to `out`, without the way back.
pub fn fold_into(text: &str, out: &mut String) {
    walk(text, |c, _| out.push(c));
}

/// The folded form of `text`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Feeds the folded characters of `text` and their origin (in characters) to `push`.
#[inline]
fn walk(text: &str, mut push: impl FnMut(char, u32)) {
    let mut chars = text.chars();
    let mut at = 0_u32;
    let mut state = Words::default();
    while let Some(c) = chars.next() {
        if c.is_ascii_alphanumeric() {
            state.letter(c.to_ascii_lowercase(), at, &mut push);
        } else if is_apostrophe(c) {
            // `Qur'an` is typed `quran`: the mark joins, it does not separate.
        } else if c.is_ascii() {
            state.separator(c, at, chars.clone());
        } else {
            let mut any = false;
            // Twice, since either step can bring in what the other changes: 𝕆 → O → o, İ → i̇ → i.
            let lower = std::iter::once(c).nfkd().flat_map(char::to_lowercase);
            for d in lower.nfkd().flat_map(plain) {
                any = true;
                state.letter(d, at, &mut push);
            }
            // A lone accent belongs to the letter before it; other signs separate words.
            if !any && !unicode_normalization::char::is_combining_mark(c) {
                state.separator(c, at, chars.clone());
            }
        }
        at = at.saturating_add(1);
    }
}

/// Where [`walk`] stands: the separator that waits, and how long the current part is.
#[derive(Default)]
struct Words {
    started: bool,
    gap: Option<u32>,
    part: u32,
}

impl Words {
    #[inline]
    fn letter(&mut self, c: char, at: u32, push: &mut impl FnMut(char, u32)) {
        if let Some(gap) = self.gap.take()
            && self.started
        {
            push(' ', gap);
        }
        self.started = true;
        self.part += 1;
        push(c, at);
    }

    #[inline]
    fn separator(&mut self, c: char, at: u32, mut rest: std::str::Chars<'_>) {
        let single_before = self.part == 1 && self.gap.is_none();
        self.part = 0;
        let joins = matches!(c, '.' | '/' | '&' | '-') && single_before && {
            let next = rest.next().is_some_and(char::is_alphanumeric);
            next && !rest.next().is_some_and(char::is_alphanumeric)
        };
        if !joins && self.gap.is_none() {
            self.gap = Some(at);
        }
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// The letters and digits left of a decomposed character: none for an accent or a sign.
fn plain(c: char) -> impl Iterator<Item = char> {
    let spelled: &str = match c {
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'þ' => "th",
        _ => "",
    };
    let own = (spelled.is_empty()
        && c.is_alphanumeric()
        && !unicode_normalization::char::is_combining_mark(c))
    .then_some(c);
    spelled.chars().chain(own)
}
