//! Numbers for words while an index is built.

use std::collections::HashMap;

use super::hash::WordHash;

/// Longest word that is its own key, in bytes.
const SHORT: usize = 15;

/// Every distinct word with a number, in order of appearance.
///
/// Words of up to [`SHORT`] bytes, nearly all, are looked up as one number: no pointer to follow,
/// no text to compare.
#[derive(Debug, Default)]
pub struct Vocabulary {
    short: HashMap<u128, u32, WordHash>,
    long: HashMap<Box<str>, u32, WordHash>,
    texts: Vec<Box<str>>,
}

impl Vocabulary {
    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The words, in the order of their numbers.
    #[must_use]
    pub fn texts(&self) -> &[Box<str>] {
        &self.texts
    }

    /// The number of `word`, if it has one.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<u32> {
        match key(word) {
            Some(key) => self.short.get(&key).copied(),
            None => self.long.get(word).copied(),
        }
    }

    /// The number of `word`, a new one if it has none, and whether it is new.
    pub fn number(&mut self, word: &str) -> (u32, bool) {
        let next = self.texts.len() as u32;
        let number = match key(word) {
            Some(key) => *self.short.entry(key).or_insert(next),
            None => match self.long.get(word) {
                Some(&number) => number,
                None => *self.long.entry(word.into()).or_insert(next),
            },
        };
        if number == next {
            self.texts.push(word.into());
        }
        (number, number == next)
    }
}

/// A short word as a number: its bytes, and its length in the last of them.
fn key(word: &str) -> Option<u128> {
    let bytes = word.as_bytes();
    if bytes.len() > SHORT {
        return None;
    }
    let mut key = [0; 16];
    for (to, from) in key.iter_mut().zip(bytes) {
        *to = *from;
    }
    if let Some(last) = key.last_mut() {
        *last = bytes.len() as u8;
    }
    Some(u128::from_le_bytes(key))
}
