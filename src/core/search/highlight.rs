//! Which letters of a name matched.

use super::names::fuzzy::Fuzzy;
use super::names::typo;
use super::pack::fold::Folded;

/// Marks on the bytes of one folded name.
#[derive(Debug, Default)]
pub struct Marks {
    folded: Folded,
    marked: Vec<bool>,
}

impl Marks {
    /// Starts on another name.
    pub fn start(&mut self, name: &str) {
        self.folded.refill(name);
        self.marked.clear();
        self.marked.resize(self.folded.text.len(), false);
    }

    /// Marks the whole name.
    pub fn all(&mut self) {
        let text = self.folded.text.as_bytes();
        for (mark, &b) in self.marked.iter_mut().zip(text) {
            *mark = b != b' ';
        }
    }

    /// Marks `needle` where it begins a word, or else where it occurs first.
    pub fn exact(&mut self, needle: &str) -> bool {
        let text = self.folded.text.as_str();
        let mut places = text.match_indices(needle).map(|(at, _)| at);
        let starts_word = |at: &usize| *at == 0 || text.as_bytes().get(at - 1) == Some(&b' ');
        let Some(at) = places.clone().find(starts_word).or_else(|| places.next()) else {
            return false;
        };
        let marks = self
            .marked
            .get_mut(at..at + needle.len())
            .unwrap_or_default();
        marks.fill(true);
        true
    }

    /// Marks `needle` in every word that it begins or makes up after a prefix (`masak` in
    /// `pemasak`), if it is long enough to mean something there.
    pub fn word(&mut self, needle: &str) {
        if needle.len() < 3 {
            return;
        }
        let text = self.folded.text.as_str();
        for (at, _) in text.match_indices(needle) {
            let start = text
                .get(..at)
                .and_then(|t| t.rfind(' '))
                .map_or(0, |space| space + 1);
            // `me-`, `peny-`: the longest prefix before a root has five letters.
            if at - start <= 5 && needle.len() > at - start {
                self.marked
                    .get_mut(at..at + needle.len())
                    .unwrap_or_default()
                    .fill(true);
            }
        }
    }

    /// Marks the letters that a misspelt word shares, in order, with the nearest word.
    pub fn misspelt(&mut self, needle: &str) -> bool {
        let limit = typo::tolerance(needle.len());
        let mut best: Option<(u8, usize, usize)> = None;
        let mut start = 0;
        for word in self.folded.text.split(' ') {
            if limit > 0
                && let Some(cost) = typo::cost(needle.as_bytes(), word.as_bytes(), limit, true)
                && best.is_none_or(|(known, ..)| cost < known)
            {
                best = Some((cost, start, start + word.len()));
            }
            start += word.len() + 1;
        }
        let Some((_, start, end)) = best else {
            return false;
        };
        let word = self
            .folded
            .text
            .as_bytes()
            .get(start..end)
            .unwrap_or_default();
        for (at, common) in common_letters(needle.as_bytes(), word)
            .into_iter()
            .enumerate()
        {
            if let Some(mark) = self.marked.get_mut(start + at)
                && common
            {
                *mark = true;
            }
        }
        true
    }

    /// Marks letters that occur in order, with gaps.
    pub fn scattered(&mut self, letters: &str) -> bool {
        let Some(positions) = Fuzzy::default().positions(&self.folded.text, letters) else {
            return false;
        };
        let starts: Vec<usize> = self.folded.text.char_indices().map(|(at, _)| at).collect();
        for position in positions {
            let at = starts.get(position).copied().unwrap_or(usize::MAX);
            let end = starts
                .get(position + 1)
                .copied()
                .unwrap_or(self.marked.len());
            self.marked.get_mut(at..end).unwrap_or_default().fill(true);
        }
        true
    }

    /// The marked characters of the original name, ascending.
    #[must_use]
    pub fn positions(&self) -> Vec<u32> {
        let marked = self
            .folded
            .origin
            .iter()
            .zip(&self.marked)
            .filter(|(_, m)| **m);
        let mut positions: Vec<u32> = marked.map(|(origin, _)| *origin).collect();
        positions.dedup();
        positions
    }
}

/// Marks `words` (folded) in `name`: exactly, or with typing errors, or letter by letter.
#[must_use]
pub fn name_positions(name: &str, words: &[&str]) -> Vec<u32> {
    let mut marks = Marks::default();
    marks.start(name);
    let mut all = true;
    for word in words {
        all &= marks.exact(word) || marks.misspelt(word);
    }
    if !all {
        marks.start(name);
        marks.scattered(&words.concat());
    }
    marks.positions()
}

/// Which letters of `word` are in a longest common subsequence with `typed`.
fn common_letters(typed: &[u8], word: &[u8]) -> Vec<bool> {
    let width = word.len() + 1;
    let mut lengths = vec![0_u16; (typed.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    let read = |lengths: &[u16], i, j| lengths.get(at(i, j)).copied().unwrap_or_default();
    for (i, t) in typed.iter().enumerate().rev() {
        for (j, w) in word.iter().enumerate().rev() {
            let value = if t == w {
                read(&lengths, i + 1, j + 1) + 1
            } else {
                read(&lengths, i + 1, j).max(read(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(at(i, j)) {
                *cell = value;
            }
        }
    }
    let mut common = vec![false; word.len()];
    let (mut i, mut j) = (0, 0);
    while let (Some(t), Some(w)) = (typed.get(i), word.get(j)) {
        if t == w {
            if let Some(mark) = common.get_mut(j) {
                *mark = true;
            }
            i += 1;
            j += 1;
        } else if read(&lengths, i + 1, j) >= read(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}
