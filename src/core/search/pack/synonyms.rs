//! The list of everyday words: slang, abbreviations, English, and what they stand for.
//!
//! `sinonim.json` is an object of groups, each an object from a term to a list of meanings; a
//! meaning is a word or phrase to search for as well, or `@id` of a profession. The groups are
//! for the people who keep the file. Terms may have several words.

use std::collections::BTreeMap;

use super::blob::{Blob, Section, Texts, U32s, Writer};
use super::fold::fold;

/// Groups of related subjects: they count less than other words for the same thing.
const RELATED_GROUPS: [&str; 2] = ["kata", "lembaga"];
/// Marks a related subject in the index.
const RELATED_MARK: char = '~';

/// Terms and their meanings as the file has them, folded and sorted.
pub type Dictionary = BTreeMap<String, Vec<String>>;

/// Reads the file's text.
///
/// # Errors
/// A sentence that says what is wrong: not JSON, not the shape described above, a term that
/// folds to nothing, or an empty list.
pub fn parse(json: &str) -> Result<Dictionary, String> {
    let value: serde_json::Value = serde_json::from_str(json).map_err(|e| e.to_string())?;
    let groups = value
        .as_object()
        .ok_or("the file must be an object of groups")?;
    let mut dictionary = Dictionary::new();
    for (group, terms) in groups {
        let terms = terms
            .as_object()
            .ok_or_else(|| format!("{group}: not an object"))?;
        for (term, meanings) in terms {
            let key = fold(term);
            let meanings = meanings.as_array().filter(|m| !m.is_empty());
            let meanings = meanings.ok_or_else(|| format!("{group}: {term}: not a list"))?;
            if key.is_empty() {
                return Err(format!("{group}: {term:?}: no letters"));
            }
            let known = dictionary.entry(key).or_default();
            for meaning in meanings {
                let text = meaning
                    .as_str()
                    .ok_or_else(|| format!("{group}: {term}: not a text"))?;
                let mut text = if text.starts_with('@') {
                    text.to_owned()
                } else {
                    fold(text)
                };
                if text.is_empty() {
                    return Err(format!("{group}: {term}: an empty meaning"));
                }
                if RELATED_GROUPS.contains(&group.as_str()) && !text.starts_with('@') {
                    text.insert(0, RELATED_MARK);
                }
                if !known.contains(&text) {
                    known.push(text);
                }
            }
        }
    }
    Ok(dictionary)
}

/// Writes the dictionary, `@id` turned into `@number` by `number_of`.
///
/// # Errors
/// Names the term and the id that no profession has.
pub fn write(
    out: &mut Writer,
    dictionary: &Dictionary,
    number_of: impl Fn(&str) -> Option<u32>,
) -> Result<(), String> {
    let mut written = 0;
    for (term, meanings) in dictionary {
        for meaning in meanings {
            let text = match meaning.strip_prefix('@') {
                None => meaning.clone(),
                Some(id) => {
                    let number =
                        number_of(id).ok_or_else(|| format!("{term}: no profession {id}"))?;
                    format!("@{number}")
                }
            };
            out.push_text(Section::MeaningEnds, Section::MeaningText, &text);
            written += 1;
        }
        out.push_text(Section::SynonymEnds, Section::SynonymText, term);
        out.push_u32(Section::SynonymMeanings, written);
    }
    Ok(())
}

/// The dictionary, read in place.
#[derive(Debug, Clone, Copy, Default)]
pub struct Synonyms<'a> {
    terms: Texts<'a>,
    last: U32s<'a>,
    meanings: Texts<'a>,
}

/// One meaning of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// Folded words to search for: another way to say it.
    Words(&'a str),
    /// Folded words to search for: a subject that goes with it.
    Related(&'a str),
    /// The number of a profession in the same index.
    Profession(u32),
}

impl<'a> Synonyms<'a> {
    /// The dictionary of `blob`.
    #[must_use]
    pub fn new(blob: &Blob<'a>) -> Self {
        Self {
            terms: blob.texts(Section::SynonymEnds, Section::SynonymText),
            last: blob.u32s(Section::SynonymMeanings),
            meanings: blob.texts(Section::MeaningEnds, Section::MeaningText),
        }
    }

    /// The folded terms, sorted.
    #[must_use]
    pub fn terms(&self) -> Texts<'a> {
        self.terms
    }

    /// The meanings of the folded `term`, none if it is not listed.
    pub fn meanings(&self, term: &str) -> impl Iterator<Item = Meaning<'a>> + use<'a> {
        let Self { last, meanings, .. } = *self;
        let range = match self.terms.find(term) {
            None => 0..0,
            Some(0) => 0..last.get(0),
            Some(at) => last.get(at - 1)..last.get(at),
        };
        range.map(move |at| {
            let text = meanings.get(at as usize);
            match text.strip_prefix('@').and_then(|n| n.parse().ok()) {
                Some(number) => Meaning::Profession(number),
                None => text
                    .strip_prefix(RELATED_MARK)
                    .map_or(Meaning::Words(text), Meaning::Related),
            }
        })
    }
}
