//! Collects the evidence for each word of a query over all professions.

use super::corpus::Corpus;
use super::evidence::{Alternative, Kind, Lexicon};
use super::pack::field::{Field, Group};
use super::pack::synonyms::Meaning;
use super::pack::words::{is_function_word, is_person_word};
use super::query::{Intent, Query, Word};
use super::rank;
use super::scratch::Dense;

/// Longest term of the synonym list, in words.
const LONGEST_TERM: usize = 4;
/// Longest study programme or employer looked up as a whole, in words.
const LONGEST_ITEM: usize = 6;
/// Evidence from which a word counts as fully covered.
const COVERED: f32 = 1.2;
/// What a disliked word still says when the list knows no opposite for it.
const DISLIKED: f32 = 0.3;

/// Where evidence came from, for the reason that is shown.
#[derive(Debug, Clone)]
pub struct Source {
    /// The term that matched; `None` for a profession listed as a meaning.
    pub term: Option<Alternative>,
    /// What was typed, if the term is a listed meaning of it.
    pub typed: Option<String>,
}

/// Evidence for a run of words that was looked up as one.
struct Span {
    first: usize,
    last: usize,
    /// Whether the list of everyday words knows it as a phrase.
    phrase: bool,
    found: Vec<(u32, f32, u32)>,
}

/// Evidence by group of fields.
#[derive(Default)]
struct Groups([Dense; 3]);

impl Groups {
    fn reset(&mut self, length: usize) {
        self.0.iter_mut().for_each(|dense| dense.reset(length));
    }

    #[inline]
    fn raise(&mut self, profession: u32, value: f32, source: u32) {
        let group = Field::from_number((source % 16) as u8).map_or(Group::Texts, Field::group);
        if let Some(dense) = self.0.get_mut(group as usize) {
            dense.raise(profession, value, source);
        }
    }

    /// Every profession with evidence: its number, the combined value, and the source to name:
    /// the best, or with `link` the programme or employer if there is one.
    fn combined(&self, link: bool) -> impl Iterator<Item = (u32, f32, u32)> {
        let [titles, links, texts] = &self.0;
        let touched = titles
            .touched()
            .iter()
            .chain(links.touched().iter().filter(|p| titles.get(**p) == 0.0))
            .chain(
                texts
                    .touched()
                    .iter()
                    .filter(|p| titles.get(**p) == 0.0 && links.get(**p) == 0.0),
            );
        touched.map(move |&p| {
            let mut best = (0.0, 0);
            let mut all = 0.0;
            for dense in &self.0 {
                let value = dense.get(p);
                all += value;
                if value > best.0 {
                    best = (value, dense.source(p));
                }
            }
            let source = if link && links.get(p) > 0.0 {
                links.source(p)
            } else {
                best.1
            };
            (p, best.0 + rank::OTHER_GROUPS * (all - best.0), source)
        })
    }
}

/// The evidence of one query.
#[derive(Default)]
pub struct Gathered {
    /// Sum of the evidence of all words; the source is that of the best word.
    pub sum: Dense,
    /// Covered weight of the query.
    pub covered: Dense,
    /// Weight of the whole query.
    pub weight: f32,
    /// What `source / 16` means; `source % 16` is the field.
    pub sources: Vec<Source>,
    best: Dense,
    word: Groups,
    part: Dense,
    matched: Dense,
    alternatives: Vec<Alternative>,
    spans: Vec<Span>,
}

impl Gathered {
    /// Collects the evidence for `query`.
    pub fn gather(&mut self, corpus: &Corpus<'_>, lexicon: &mut Lexicon<'_>, query: &Query) {
        let length = corpus.len();
        for dense in [&mut self.sum, &mut self.covered, &mut self.best] {
            dense.reset(length);
        }
        self.word.reset(length);
        self.weight = 0.0;
        self.sources.clear();
        self.spans.clear();
        self.look_up_spans(corpus, lexicon, query);
        let several = query.words.iter().filter(|w| w.content).count() > 1;
        for (at, word) in query.words.iter().enumerate() {
            if word.content {
                let share = if several && is_person_word(&word.text) {
                    rank::PERSON
                } else {
                    1.0
                };
                self.add_word(length, lexicon, query.intent, word, at, share);
            }
        }
    }

    /// Adds the evidence for word `at`, times `importance`.
    fn add_word(
        &mut self,
        length: usize,
        lexicon: &mut Lexicon<'_>,
        intent: Intent,
        word: &Word,
        at: usize,
        importance: f32,
    ) {
        let spanned = self.spans.iter().any(|s| s.first <= at && at <= s.last);
        let mut alternatives = std::mem::take(&mut self.alternatives);
        alternatives.clear();
        self.word.reset(length);
        let mut weight: f32 = 0.0;
        if !(word.negated && spanned) {
            let in_phrase = self
                .spans
                .iter()
                .any(|s| s.phrase && s.first <= at && at <= s.last);
            let share = match (word.negated, in_phrase) {
                (true, _) => DISLIKED,
                (false, true) => rank::IN_PHRASE,
                (false, false) => 1.0,
            };
            let known = lexicon.word(&word.text, share, None, &mut alternatives);
            for alternative in &alternatives {
                weight = weight.max(lexicon.rarity(alternative));
            }
            let rooted = !alternatives.is_empty();
            if word.open && word.text.len() >= 3 && !word.negated {
                lexicon.continuations(&word.text, &mut alternatives);
            }
            if !known && !spanned && alternatives.iter().all(|a| a.kind != Kind::Continuation) {
                lexicon.corrections(&word.text, word.open, rooted, &mut alternatives);
            }
            for alternative in &alternatives {
                self.evaluate(lexicon, intent, *alternative, None);
            }
        }
        if weight == 0.0 && (spanned || !alternatives.is_empty()) {
            weight = 0.7;
        }
        self.alternatives = alternatives;
        for span in self.spans.iter().filter(|s| s.first <= at && at <= s.last) {
            for &(profession, value, source) in &span.found {
                self.word.raise(profession, value, source);
            }
        }
        weight *= importance;
        self.weight += weight;
        let link = matches!(
            intent,
            Intent::Major | Intent::Programme | Intent::Institution
        );
        for (profession, value, source) in self.word.combined(link) {
            let value = value * importance;
            let is_largest = value > self.best.get(profession);
            self.best.raise(profession, value, source);
            self.sum.add(profession, value, source, is_largest);
            self.covered.add(
                profession,
                weight * (value / importance / COVERED).min(1.0),
                0,
                false,
            );
        }
    }

    /// Raises the evidence in `self.word` by one term's postings.
    fn evaluate(
        &mut self,
        lexicon: &Lexicon<'_>,
        intent: Intent,
        term: Alternative,
        typed: Option<&str>,
    ) {
        let number = self.sources.len() as u32 * 16;
        self.sources.push(Source {
            term: Some(term),
            typed: typed.map(str::to_owned),
        });
        let rarity = lexicon.rarity(&term);
        let weights = Field::ALL.map(|field| {
            let whole = term.kind == Kind::Whole && field != Field::Institution;
            let sure = if whole { rank::WHOLE } else { term.factor };
            rank::evidence(field, intent, 1.0, rarity, sure)
        });
        let base = lexicon.base(term.part);
        for posting in lexicon.index(term.part).postings(term.term as usize) {
            let weight = weights
                .get(posting.field as usize)
                .copied()
                .unwrap_or_default();
            let source = number + posting.field as u32;
            self.word
                .raise(base + posting.profession, weight * posting.weight, source);
        }
    }

    /// Looks runs of words up: in the synonym list, as whole items, as words written apart.
    fn look_up_spans(&mut self, corpus: &Corpus<'_>, lexicon: &mut Lexicon<'_>, query: &Query) {
        let words = &query.words;
        for first in 0..words.len() {
            let mut text = String::new();
            for last in first..words.len().min(first + LONGEST_ITEM) {
                let Some(word) = words.get(last) else { break };
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&word.text);
                let run = words.get(first..=last).unwrap_or_default();
                if !run.iter().any(|w| w.content) {
                    continue;
                }
                let mut span = Span {
                    first,
                    last,
                    phrase: false,
                    found: Vec::new(),
                };
                self.word.reset(corpus.len());
                let negated = run.iter().any(|w| w.negated);
                if last - first < LONGEST_TERM {
                    let key = if negated {
                        format!("tidak {text}")
                    } else {
                        text.clone()
                    };
                    let known = self.add_meanings(corpus, lexicon, query.intent, &key, run.len());
                    span.phrase = known && run.len() > 1;
                }
                if !negated {
                    self.add_whole(lexicon, query.intent, &text, first == last);
                }
                self.keep(span);
            }
        }
    }

    /// Moves what is in `self.word` into a span.
    fn keep(&mut self, mut span: Span) {
        for dense in &self.word.0 {
            let found = dense
                .touched()
                .iter()
                .map(|&p| (p, dense.get(p), dense.source(p)));
            span.found.extend(found);
        }
        if !span.found.is_empty() {
            self.spans.push(span);
        }
    }

    fn add_whole(&mut self, lexicon: &Lexicon<'_>, intent: Intent, text: &str, single: bool) {
        let mut alternatives = std::mem::take(&mut self.alternatives);
        alternatives.clear();
        lexicon.whole(text, &mut alternatives);
        if !single {
            lexicon.exact(
                &text.replace(' ', ""),
                0.95,
                Kind::Joined,
                &mut alternatives,
            );
        }
        for alternative in &alternatives {
            self.evaluate(lexicon, intent, *alternative, None);
        }
        self.alternatives = alternatives;
    }

    /// Evidence of the listed meanings of `term`, into `self.word`.
    fn add_meanings(
        &mut self,
        corpus: &Corpus<'_>,
        lexicon: &mut Lexicon<'_>,
        intent: Intent,
        term: &str,
        words: usize,
    ) -> bool {
        let synonyms = lexicon.synonyms;
        // A term of several words is surer than a word that may have other meanings.
        let sure = rank::SYNONYM * if words > 1 { 1.1 } else { 1.0 };
        let mut listed = 0.0;
        let mut known = false;
        let mut phrases: Vec<(u32, f32, u32)> = Vec::new();
        let full = matches!(intent, Intent::Trait | Intent::Institution);
        let related = if full {
            sure
        } else {
            sure * rank::RELATED / rank::SYNONYM
        };
        for meaning in synonyms.meanings(term) {
            known = true;
            match meaning {
                Meaning::Related(text) => {
                    self.add_phrase(
                        corpus.len(),
                        lexicon,
                        intent,
                        term,
                        text,
                        related,
                        &mut phrases,
                    );
                }
                Meaning::Profession(number) => {
                    let source = self.sources.len() as u32 * 16;
                    self.sources.push(Source {
                        term: None,
                        typed: Some(term.to_owned()),
                    });
                    let value = rank::LISTED * sure - listed;
                    listed += 0.12;
                    let number = corpus.replacement(number).unwrap_or(number);
                    phrases.push((number, value.max(1.0), source));
                }
                Meaning::Words(text) => {
                    self.add_phrase(
                        corpus.len(),
                        lexicon,
                        intent,
                        term,
                        text,
                        sure,
                        &mut phrases,
                    );
                }
            }
        }
        self.word.reset(corpus.len());
        for (profession, value, source) in phrases {
            self.word.raise(profession, value, source);
        }
        known
    }

    /// Evidence of a meaning of one or several words: the mean over its words, times the share of
    /// them that the profession has.
    #[expect(
        clippy::too_many_arguments,
        reason = "one step of `add_meanings`, split for reading"
    )]
    fn add_phrase(
        &mut self,
        length: usize,
        lexicon: &mut Lexicon<'_>,
        intent: Intent,
        term: &str,
        text: &str,
        sure: f32,
        out: &mut Vec<(u32, f32, u32)>,
    ) {
        let count = text
            .split(' ')
            .filter(|w| !is_function_word(w))
            .count()
            .max(1);
        self.part.reset(length);
        self.matched.reset(length);
        for word in text.split(' ').filter(|w| !is_function_word(w)) {
            let mut alternatives = std::mem::take(&mut self.alternatives);
            alternatives.clear();
            lexicon.word(word, sure, Some(Kind::Synonym), &mut alternatives);
            self.word.reset(length);
            for alternative in &alternatives {
                self.evaluate(lexicon, intent, *alternative, Some(term));
            }
            self.alternatives = alternatives;
            for (profession, value, source) in self.word.combined(false) {
                self.part
                    .add(profession, value / count as f32, source, true);
                self.matched.add(profession, 1.0 / count as f32, 0, false);
            }
        }
        for &profession in self.part.touched() {
            // Half of a phrase is much less than half of its meaning.
            let value = self.part.get(profession) * self.matched.get(profession);
            out.push((profession, value, self.part.source(profession)));
        }
    }
}
