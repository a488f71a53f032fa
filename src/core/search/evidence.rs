//! What one typed word can stand for in the index: itself, its roots, what it may become while
//! it is typed, what it was meant to be if it is misspelt.

use super::corpus::Corpus;
use super::names::typo;
use super::pack::field::Field;
use super::pack::stem::Stems;
use super::pack::synonyms::Synonyms;
use super::pack::text_index::{TextIndex, WHOLE_ITEM, term_mask};

/// Terms that a word being typed may become, at most this many are followed.
const MOST_CONTINUATIONS: usize = 48;
/// Corrections of a misspelt word that are followed.
const MOST_CORRECTIONS: usize = 6;

/// How a term relates to the word typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The word itself.
    Exact,
    /// A root of it.
    Root,
    /// A word that begins like it.
    Continuation,
    /// A word it may be a misspelling of.
    Correction,
    /// Two words written as one.
    Joined,
    /// A whole study programme or employer.
    Whole,
    /// A listed meaning of it.
    Synonym,
}

/// A term to look up for a word.
#[derive(Debug, Clone, Copy)]
pub struct Alternative {
    /// 0 for the embedded index, 1 for the user's.
    pub part: u8,
    /// The term's number there.
    pub term: u32,
    /// How sure it is that this is meant, 0 to 1.
    pub factor: f32,
    /// How it relates to the word.
    pub kind: Kind,
}

/// Both indexes and what is needed to look words up in them.
#[derive(Default)]
pub struct Lexicon<'a> {
    indexes: [TextIndex<'a>; 2],
    bases: [u32; 2],
    /// The list of everyday words; the user's entries have none.
    pub synonyms: Synonyms<'a>,
    stems: Stems,
    total: f32,
}

impl<'a> Lexicon<'a> {
    /// Opens the indexes of `corpus`.
    #[must_use]
    pub fn new(corpus: &Corpus<'a>) -> Self {
        let blob = corpus.embedded.blob();
        let indexes = [
            TextIndex::new(&blob),
            TextIndex::new(&corpus.overlay.blob()),
        ];
        Self {
            indexes,
            bases: [0, corpus.embedded.professions.len() as u32],
            synonyms: Synonyms::new(&blob),
            stems: Stems::default(),
            total: indexes
                .iter()
                .map(|i| i.professions() as f32)
                .sum::<f32>()
                .max(1.0),
        }
    }

    /// The index with this number.
    #[must_use]
    pub fn index(&self, part: u8) -> TextIndex<'a> {
        self.indexes
            .get(usize::from(part))
            .copied()
            .unwrap_or_default()
    }

    /// Number of the first profession of the index with this number.
    #[must_use]
    pub fn base(&self, part: u8) -> u32 {
        self.bases
            .get(usize::from(part))
            .copied()
            .unwrap_or_default()
    }

    /// The text of a term.
    #[must_use]
    pub fn text(&self, alternative: &Alternative) -> &'a str {
        self.index(alternative.part)
            .terms
            .get(alternative.term as usize)
    }

    /// How telling a term is: near 1 if few professions have it, near 0 if all do.
    ///
    /// The inverse document frequency over both indexes, divided by its largest value.
    #[must_use]
    pub fn rarity(&self, alternative: &Alternative) -> f32 {
        let own = self.index(alternative.part);
        let mut count = own.count(alternative.term as usize);
        let other = self.index(1 - alternative.part.min(1));
        if !other.terms.is_empty()
            && let Some(term) = other.terms.find(self.text(alternative))
        {
            count += other.count(term);
        }
        (1.0 + self.total / count.max(1) as f32).ln() / (1.0 + self.total).ln()
    }

    /// Whether the folded `word` occurs in either index or in the synonym list.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.synonyms.terms().find(word).is_some()
            || self
                .indexes
                .iter()
                .any(|index| index.terms.find(word).is_some())
    }

    /// Adds the term `text` of either index.
    pub fn exact(&self, text: &str, factor: f32, kind: Kind, out: &mut Vec<Alternative>) -> bool {
        let before = out.len();
        for part in 0..2 {
            if let Some(term) = self.index(part).terms.find(text) {
                out.push(Alternative {
                    part,
                    term: term as u32,
                    factor,
                    kind,
                });
            }
        }
        out.len() > before
    }

    /// Adds the whole item `text` (a study programme, an employer).
    pub fn whole(&self, text: &str, out: &mut Vec<Alternative>) -> bool {
        let term = format!("{}{text}", char::from(WHOLE_ITEM));
        self.exact(&term, 1.0, Kind::Whole, out)
    }

    /// Adds the word and its roots; says whether the word itself is known.
    pub fn word(
        &mut self,
        word: &str,
        share: f32,
        kind: Option<Kind>,
        out: &mut Vec<Alternative>,
    ) -> bool {
        let known = self.exact(word, share, kind.unwrap_or(Kind::Exact), out);
        let mut stems = std::mem::take(&mut self.stems);
        for (order, root) in stems.spoken_roots(word).iter().enumerate() {
            let sure = if order == 0 { 0.85 } else { 0.8 };
            self.exact(root, share * sure, kind.unwrap_or(Kind::Root), out);
        }
        self.stems = stems;
        known
    }

    /// Adds words that begin with `word`: all kinds of words if it is long, else only those of
    /// names, study programmes, employers and sectors.
    pub fn continuations(&self, word: &str, out: &mut Vec<Alternative>) {
        for part in 0..2 {
            let index = self.index(part);
            let (first, _) = index.terms.search(word.as_bytes());
            let mut followed = 0;
            for term in first..index.terms.len() {
                let text = index.terms.bytes(term);
                if !text.starts_with(word.as_bytes()) || followed == MOST_CONTINUATIONS {
                    break;
                }
                let rest = text.len() - word.len();
                let titled = is_titled(&index, term);
                if rest == 0 || !(titled || word.len() >= 5) {
                    continue;
                }
                followed += 1;
                let factor = 0.8 * word.len() as f32 / (word.len() + rest) as f32;
                out.push(Alternative {
                    part,
                    term: term as u32,
                    factor,
                    kind: Kind::Continuation,
                });
            }
        }
    }

    /// Adds the likeliest corrections of `word`; with `titles_only`, only words of names.
    pub fn corrections(
        &self,
        word: &str,
        open: bool,
        titles_only: bool,
        out: &mut Vec<Alternative>,
    ) {
        let typed = word.as_bytes();
        let limit = typo::tolerance(typed.len());
        if limit == 0 {
            return;
        }
        let spare = typo::missing_letters(typed.len());
        let mask = term_mask(typed);
        let mut best: Vec<(u8, Alternative)> = Vec::new();
        // Errors in the first letter are rare, but for the first two swapped; the terms are sorted.
        let (first, second) = (typed.first().copied(), typed.get(1).copied());
        let starts = [first, second.filter(|s| Some(*s) != first)];
        for (part, start) in [0, 1].into_iter().flat_map(|p| starts.map(|s| (p, s))) {
            let index = self.index(part);
            let Some(start) = start.filter(u8::is_ascii_alphanumeric) else {
                continue;
            };
            let (from, _) = index.terms.search(&[start]);
            let (to, _) = index.terms.search(&[start + 1]);
            for term in from..to {
                if (mask & !index.masks().get(term)).count_ones() > spare {
                    continue;
                }
                let text = index.terms.bytes(term);
                let Some(mut cost) = typo::cost(typed, text, limit, open) else {
                    continue;
                };
                let named =
                    index.occurs_in(term, Field::Name) || index.occurs_in(term, Field::Alias);
                if titles_only && !named {
                    continue;
                }
                cost += u8::from(!named) + u8::from(text.len() > typed.len() + 2) * 2;
                let factor = 0.75 / (1.0 + 0.2 * f32::from(cost));
                let found = Alternative {
                    part,
                    term: term as u32,
                    factor,
                    kind: Kind::Correction,
                };
                let place = best.partition_point(|(c, _)| *c <= cost);
                if place < MOST_CORRECTIONS {
                    best.insert(place, (cost, found));
                    best.truncate(MOST_CORRECTIONS);
                }
            }
        }
        out.extend(best.into_iter().map(|(_, alternative)| alternative));
    }

    /// Whether the folded text has `term` as a word, as the root of a word, or across words.
    pub fn mentions(&mut self, folded: &str, term: &str) -> bool {
        // The nasal of a prefix swallows one letter of a root at most, so the rest must be there.
        let tail = term
            .char_indices()
            .nth(1)
            .and_then(|(at, _)| term.get(at..))
            .unwrap_or(term);
        if !folded.contains(tail) {
            return folded.contains(' ') && folded.replace(' ', "").contains(term);
        }
        let stems = &mut self.stems;
        folded.split(' ').any(|word| {
            word == term || word.contains(tail) && stems.roots(word).iter().any(|root| root == term)
        }) || folded.replace(' ', "").contains(term)
    }
}

/// Whether a term occurs in more than running text.
fn is_titled(index: &TextIndex<'_>, term: usize) -> bool {
    [
        Field::Name,
        Field::Alias,
        Field::Major,
        Field::Institution,
        Field::Sector,
    ]
    .into_iter()
    .any(|field| index.occurs_in(term, field))
}
