//! Builds an index: at build time for the embedded catalogue, at start for a user's entries.

use std::collections::HashMap;

use super::blob::{Section, Writer};
use super::field::Field;
use super::fold::fold_into;
use super::name_table::push_name;
use super::stem::Stems;
use super::synonyms::{self, Dictionary};
use super::text_index::{WEIGHT_STEP, WEIGHT_STEPS, WHOLE_ITEM, term_mask};
use super::vocabulary::Vocabulary;
use super::words::is_function_word;

/// A root found inside an affixed word counts this much of the word itself.
const ROOT_SHARE: f32 = 0.75;
/// BM25: how soon repetition stops to matter.
const K1: f32 = 1.2;
/// BM25: how much a long text is held against a word.
const B: f32 = 0.6;

/// A second employer of the same name adds this much of the first.
const REPEATED: f32 = 0.3;
/// Employers of one name count this much at most.
const MOST_REPEATED: f32 = 1.9;

/// Collects professions, then writes the index with [`PackBuilder::finish`].
#[derive(Default)]
pub struct PackBuilder {
    numbers: HashMap<String, u32>,
    words: Vocabulary,
    /// Whether each word is a function word.
    function: Vec<bool>,
    /// (field, length in words, strength) of every text, and where its words end.
    texts: Vec<TextPart>,
    /// The words of all texts.
    tokens: Vec<u32>,
    /// Where the texts of each profession end in `texts`.
    ends: Vec<u32>,
    out: Writer,
    names: u16,
    folded: String,
}

/// One text of a profession, as far as it has been read.
struct TextPart {
    field: Field,
    strength: f32,
    end: u32,
}

impl PackBuilder {
    /// Starts the next profession; its number is the count of those started before.
    pub fn start(&mut self, id: &str) {
        self.close();
        let number = self.numbers.len() as u32;
        self.numbers.insert(id.to_owned(), number);
        self.names = 0;
    }

    /// Adds the profession's name, then its aliases, in the order of the catalogue.
    pub fn name(&mut self, name: &str) {
        let owner = self.numbers.len().saturating_sub(1) as u32;
        self.folded.clear();
        fold_into(name, &mut self.folded);
        push_name(&mut self.out, owner, self.names, &self.folded);
        let field = if self.names == 0 {
            Field::Name
        } else {
            Field::Alias
        };
        self.names = self.names.saturating_add(1);
        self.item(field, name, 1.0);
    }

    /// Adds one short text of a list field. `strength` (0 to 1) lets the first study programme
    /// of an entry count more than the last.
    pub fn item(&mut self, field: Field, text: &str, strength: f32) {
        // `Kereta Api Indonesia (KAI)` is known by either name.
        for part in text.split(['(', ')']) {
            let mut folded = std::mem::take(&mut self.folded);
            folded.clear();
            fold_into(part, &mut folded);
            if !folded.is_empty() {
                for word in folded.split(' ') {
                    self.token(word);
                }
                self.close_text(field, strength / spread(field, folded.split(' ').count()));
                self.joined_words(field, part, &folded, strength);
                if matches!(field, Field::Major | Field::Programme | Field::Institution) {
                    folded.insert(0, char::from(WHOLE_ITEM));
                    self.token(&folded);
                    self.close_text(field, strength);
                }
            }
            self.folded = folded;
        }
    }

    /// `Sp.OG` is also typed `spog`, `budi daya` also `budidaya`.
    fn joined_words(&mut self, field: Field, part: &str, folded: &str, strength: f32) {
        if matches!(field, Field::Name | Field::Alias) {
            let mut before = "";
            let mut joined = String::new();
            for word in folded.split(' ') {
                if !before.is_empty() && before.len() + word.len() <= 16 {
                    joined.clear();
                    joined.push_str(before);
                    joined.push_str(word);
                    self.token(&joined);
                }
                before = word;
            }
        } else {
            let inner = |raw: &&str| raw.contains(['.', '/', '-', '&']);
            for raw in part.split_whitespace().filter(inner) {
                let mut spaced = String::new();
                fold_into(raw, &mut spaced);
                if spaced.contains(' ') && spaced.len() <= 16 {
                    self.token(&spaced.replace(' ', ""));
                }
            }
        }
        self.close_text(field, strength * 0.9);
    }

    /// Adds running text.
    pub fn prose(&mut self, field: Field, text: &str) {
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold_into(text, &mut folded);
        for word in folded.split(' ') {
            let number = self.number(word);
            if !self.function.get(number as usize).is_some_and(|f| *f) && word.len() > 1 {
                self.tokens.push(number);
            }
        }
        self.close_text(field, 1.0);
        self.folded = folded;
    }

    fn token(&mut self, word: &str) {
        let number = self.number(word);
        self.tokens.push(number);
    }

    fn number(&mut self, word: &str) -> u32 {
        let (number, is_new) = self.words.number(word);
        if is_new {
            self.function.push(is_function_word(word));
        }
        number
    }

    fn close_text(&mut self, field: Field, strength: f32) {
        let end = self.tokens.len() as u32;
        let start = self.texts.last().map_or(0, |t| t.end);
        if end > start {
            self.texts.push(TextPart {
                field,
                strength,
                end,
            });
        }
    }

    fn close(&mut self) {
        if !self.numbers.is_empty() {
            self.ends.push(self.texts.len() as u32);
        }
    }

    /// Writes the index. `known` says whether a word occurs in another index that will be
    /// searched beside this one; it helps to tell real roots from guessed ones.
    ///
    /// # Errors
    /// Says which term of `dictionary` names an id that no profession has.
    pub fn finish(
        mut self,
        dictionary: &Dictionary,
        known: impl Fn(&str) -> bool,
    ) -> Result<Vec<u8>, String> {
        self.close();
        self.out
            .push_u32(Section::Counts, self.numbers.len() as u32);
        synonyms::write(&mut self.out, dictionary, |id| {
            self.numbers.get(id).copied()
        })?;
        let terms = Terms::new(std::mem::take(&mut self.words), known);
        let mut lists = vec![List::default(); terms.words.len()];
        self.fill(&terms, &mut lists);
        terms.write(&mut self.out, &mut lists);
        Ok(self.out.finish())
    }

    /// Walks over all texts once and appends to the posting list of every term.
    fn fill(&self, terms: &Terms, lists: &mut [List]) {
        let mut first = 0;
        let mut start = 0;
        for (profession, &end) in self.ends.iter().enumerate() {
            let texts = self.texts.get(first..end as usize).unwrap_or_default();
            let before = start;
            first = end as usize;
            for text in texts {
                let words = self
                    .tokens
                    .get(start..text.end as usize)
                    .unwrap_or_default();
                start = text.end as usize;
                let place = Place::new(
                    profession as u32,
                    text,
                    field_length(texts, text.field, before),
                );
                for &word in words {
                    for (at, &term) in terms.of(word).iter().enumerate() {
                        if let Some(list) = lists.get_mut(term as usize) {
                            list.add(&place, if at == 0 { 1.0 } else { ROOT_SHARE });
                        }
                    }
                }
            }
        }
    }
}

/// How many words `field` has in all the `texts` of a profession, whose words begin at `start`.
fn field_length(texts: &[TextPart], field: Field, mut start: usize) -> usize {
    let mut length = 0;
    for text in texts {
        let end = text.end as usize;
        if text.field == field {
            length += end - start;
        }
        start = end;
    }
    length
}

/// A long name tells less about each of its words; the names of employers much less so, since
/// the rest is mostly a branch or a place.
fn spread(field: Field, words: usize) -> f32 {
    let step = if field == Field::Institution {
        0.03
    } else {
        0.12
    };
    1.0 + step * (words.saturating_sub(1)) as f32
}

/// Every term of the index, and the terms each word stands for.
struct Terms {
    words: Vocabulary,
    /// The terms of word n are `numbers[starts[n]..starts[n + 1]]`, the word itself first.
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Terms {
    fn new(mut words: Vocabulary, known: impl Fn(&str) -> bool) -> Self {
        let mut stems = Stems::default();
        let count = words.len();
        let mut starts = Vec::with_capacity(count + 1);
        let mut numbers = Vec::with_capacity(count * 2);
        let mut own: Vec<u32> = Vec::new();
        starts.push(0);
        for number in 0..count {
            let roots = words
                .texts()
                .get(number)
                .map_or(&[][..], |word| stems.roots(word));
            own.clear();
            // Words that came in as roots do not make a root real.
            let real = |n: &u32| (*n as usize) < count;
            own.extend(roots.iter().filter_map(|root| words.get(root)).filter(real));
            // A root that is a word elsewhere is real; without one, every guess stands.
            let guessed = own.is_empty();
            let wanted = |root: &&String| guessed || known(root);
            for root in roots.iter().filter(wanted).take(3) {
                own.push(words.number(root).0);
            }
            own.sort_unstable();
            own.dedup();
            numbers.push(number as u32);
            numbers.extend_from_slice(&own);
            starts.push(numbers.len() as u32);
        }
        Self {
            words,
            starts,
            numbers,
        }
    }

    fn of(&self, word: u32) -> &[u32] {
        let at = word as usize;
        let start = self.starts.get(at).map_or(0, |&s| s as usize);
        let end = self.starts.get(at + 1).map_or(start, |&s| s as usize);
        self.numbers.get(start..end).unwrap_or_default()
    }

    fn write(&self, out: &mut Writer, lists: &mut [List]) {
        let texts = self.words.texts();
        let mut order: Vec<(&str, usize)> = texts.iter().map(|t| &**t).zip(0..).collect();
        order.sort_unstable();
        for (text, at) in order {
            let Some(list) = lists.get_mut(at) else {
                continue;
            };
            list.flush();
            if list.count == 0 {
                continue;
            }
            out.push_text(Section::TermEnds, Section::TermText, text);
            out.push_u32(Section::TermMasks, term_mask(text.as_bytes()));
            out.section(Section::TermFields)
                .extend_from_slice(&list.fields.to_le_bytes());
            out.push_u32(Section::TermCounts, list.count);
            let postings = out.section(Section::Postings);
            postings.extend_from_slice(&list.bytes);
            let end = postings.len() as u32;
            out.push_u32(Section::PostingEnds, end);
        }
    }
}

/// Where the words that are being read stand.
struct Place {
    profession: u32,
    field: Field,
    strength: f32,
    /// BM25's length norm; `None` for list items, which are weighed by their strength alone.
    norm: Option<f32>,
}

impl Place {
    fn new(profession: u32, text: &TextPart, words: usize) -> Self {
        let norm = text
            .field
            .usual_length()
            .map(|usual| K1 * (1.0 - B + B * words as f32 / usual));
        Self {
            profession,
            field: text.field,
            strength: text.strength,
            norm,
        }
    }
}

/// A posting list that grows: the last (profession, field) stays open until the next begins.
#[derive(Clone, Default)]
struct List {
    bytes: Vec<u8>,
    /// Profession of the last posting written.
    written: u32,
    count: u32,
    counted: Option<u32>,
    fields: u16,
    open: Option<(u32, Field)>,
    amount: f32,
    norm: Option<f32>,
}

impl List {
    fn add(&mut self, place: &Place, share: f32) {
        if self.open != Some((place.profession, place.field)) {
            self.flush();
            self.open = Some((place.profession, place.field));
        }
        if place.norm.is_some() {
            self.amount += share;
        } else if place.field == Field::Institution && self.amount > 0.0 {
            // Several employers of one group (`Pertamina Hulu Energi`, `Pertamina Gas`) tell more.
            self.amount = (self.amount + REPEATED * share * place.strength).min(MOST_REPEATED);
        } else {
            self.amount = self.amount.max(share * place.strength);
        }
        self.norm = place.norm;
    }

    fn flush(&mut self) {
        let Some((profession, field)) = self.open.take() else {
            return;
        };
        let weight = match self.norm {
            Some(norm) => self.amount * (K1 + 1.0) / (self.amount + norm),
            None => self.amount,
        };
        self.amount = 0.0;
        let code = (weight / WEIGHT_STEP)
            .round()
            .clamp(1.0, f32::from(WEIGHT_STEPS)) as u8;
        let mut delta = profession.wrapping_sub(self.written);
        while delta >= 0x80 {
            self.bytes.push(delta as u8 | 0x80);
            delta >>= 7;
        }
        self.bytes.push(delta as u8);
        self.bytes.push((field as u8) << 4 | code);
        self.written = profession;
        self.fields |= 1 << field as u16;
        if self.counted != Some(profession) {
            self.counted = Some(profession);
            self.count += 1;
        }
    }
}
