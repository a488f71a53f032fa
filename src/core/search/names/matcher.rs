//! The scan over all names: letter sets first, then prefixes and substrings, and only when
//! those find next to nothing, letters in order and typing errors.
//!
//! Every typed word must be found in the same name, in any order. While the query grows, the
//! scan looks only at the names that the shorter query found ("narrowing"); nothing is allocated
//! for a name.

use memchr::memmem::Finder;

use super::fuzzy::{Fuzzy, is_subsequence};
use super::typo;
use crate::core::search::pack::name_table::{NameTable, head, letter_bit, letter_mask};

/// Below this many plain hits, none of them good, the scan also tries gaps and typing errors.
const FEW: usize = 6;
/// Points from which a plain hit is good: every word starts a word of the name.
const GOOD: u16 = 75;
/// Points for a name equal to the whole query; above any other.
pub const EQUAL: u16 = 400;

/// How a name matched, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The whole query is the name.
    Equal,
    /// Words, word beginnings or parts of words.
    Plain,
    /// Words with typing errors.
    Typo,
    /// Letters in order with gaps.
    Gaps,
}

/// A name that matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameHit {
    /// Its place in the table.
    pub name: u32,
    /// Points, at most [`EQUAL`] + 100.
    pub points: u16,
    /// How it matched.
    pub tier: Tier,
}

/// What is sought in the names, all folded.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sought<'q> {
    /// The words, without spaces; a name must have all of them.
    pub words: &'q [&'q str],
    /// The whole query, for the test of equality.
    pub whole: &'q str,
    /// For each word, whether it is known to be spelt right, so that no other is meant. Missing
    /// ones may be misspelt.
    pub known: &'q [bool],
}

/// Scans one table; keeps what the last scan found.
#[derive(Default)]
pub struct NameMatcher {
    live: Vec<u32>,
    /// The words that `live` answers, and the table's size as a guard; `None` before the first scan.
    narrowed: Option<usize>,
    words: Vec<String>,
    letters: String,
    fuzzy: Fuzzy,
}

/// One typed word, prepared for the scan.
struct Needle<'q> {
    bytes: &'q [u8],
    finder: Finder<'q>,
    head: u64,
    head_mask: u64,
    initial: u64,
    mask: u64,
    /// Errors allowed, see [`typo::tolerance`].
    tolerance: u8,
    /// Letters that may be missing.
    spare: u32,
}

impl<'q> Needle<'q> {
    fn new(word: &'q str, known: bool) -> Self {
        let bytes = word.as_bytes();
        let length = if known { 0 } else { bytes.len() };
        let bits = 8 * bytes.len().min(8) as u32;
        Self {
            bytes,
            finder: Finder::new(bytes),
            head: head(bytes),
            head_mask: u64::MAX.checked_shl(64 - bits).unwrap_or(0),
            initial: bytes.first().map_or(0, |&b| letter_bit(b)),
            mask: letter_mask(bytes),
            tolerance: typo::tolerance(length),
            spare: typo::missing_letters(length),
        }
    }
}

impl NameMatcher {
    /// Forgets the last scan: call it when the table has changed.
    pub fn reset(&mut self) {
        self.narrowed = None;
        self.live.clear();
    }

    /// Calls `found` for each name of `table` that has all that is sought.
    pub fn scan(
        &mut self,
        table: &NameTable<'_>,
        sought: Sought<'_>,
        mut found: impl FnMut(NameHit),
    ) {
        if sought.words.is_empty() {
            self.reset();
            return;
        }
        let known = sought.known.iter().copied().chain(std::iter::repeat(false));
        let needles: Vec<Needle<'_>> = sought
            .words
            .iter()
            .zip(known)
            .map(|(w, known)| Needle::new(w, known))
            .collect();
        let good = self.plain(table, sought, &needles, &mut found);
        let all_known = sought.known.len() == needles.len() && sought.known.iter().all(|k| *k);
        if !good && !all_known && self.live.len() < FEW {
            self.loose(table, sought.words, &needles, &mut found);
        }
    }

    /// Whether the names found last time include all that `words` can find.
    fn narrows(&self, table: &NameTable<'_>, words: &[&str]) -> bool {
        self.narrowed == Some(table.len())
            && self.words.len() <= words.len()
            && self
                .words
                .iter()
                .zip(words)
                .all(|(old, new)| new.starts_with(old.as_str()))
    }

    /// Finds words, beginnings and parts of words; says whether any hit is good.
    fn plain(
        &mut self,
        table: &NameTable<'_>,
        sought: Sought<'_>,
        needles: &[Needle<'_>],
        found: &mut impl FnMut(NameHit),
    ) -> bool {
        let Sought { words, whole, .. } = sought;
        let mask = needles.iter().fold(0, |m, n| m | n.mask);
        let hardest = needles
            .iter()
            .max_by_key(|n| n.bytes.len())
            .filter(|_| needles.len() > 1);
        let letter = needles
            .first()
            .filter(|n| needles.len() == 1 && n.bytes.len() == 1);
        let mut good = false;
        let mut test = |name: u32| {
            let at = name as usize;
            let (points, tier) = match letter {
                Some(letter) => letter_points(table, at, letter),
                None => plain_points(table, at, needles, hardest, whole)?,
            };
            good |= points >= GOOD;
            found(NameHit { name, points, tier });
            Some(())
        };
        if self.narrows(table, words) {
            self.live.retain(|&name| {
                table.masks.get(name as usize) & mask == mask && test(name).is_some()
            });
        } else {
            self.live.clear();
            for (name, letters) in table.masks.iter().enumerate() {
                if letters & mask == mask && test(name as u32).is_some() {
                    self.live.push(name as u32);
                }
            }
            self.narrowed = Some(table.len());
        }
        self.words.resize_with(words.len(), String::new);
        for (kept, word) in self.words.iter_mut().zip(words) {
            kept.clear();
            kept.push_str(word);
        }
        good
    }

    /// Typing errors and gaps, over the whole table.
    fn loose(
        &mut self,
        table: &NameTable<'_>,
        words: &[&str],
        needles: &[Needle<'_>],
        found: &mut impl FnMut(NameHit),
    ) {
        let mask = needles.iter().fold(0, |m, n| m | n.mask);
        let spare: u32 = needles.iter().map(|n| n.spare).sum();
        self.letters.clear();
        self.letters.extend(words.iter().copied());
        let gaps = self.letters.len() >= 3;
        if spare == 0 && !gaps {
            return;
        }
        for (name, letters) in table.masks.iter().enumerate() {
            let missing = (mask & !letters).count_ones();
            if missing > spare
                || needles
                    .iter()
                    .any(|n| (n.mask & !letters).count_ones() > n.spare)
                || self.live.binary_search(&(name as u32)).is_ok()
            {
                continue;
            }
            let hit = |points, tier| NameHit {
                name: name as u32,
                points,
                tier,
            };
            let text = table.texts.bytes(name);
            if spare > 0
                && let Some(points) = typo_points(text, letters, table.initials.get(name), needles)
            {
                found(hit(points, Tier::Typo));
            } else if gaps
                && missing == 0
                && is_subsequence(text, self.letters.as_bytes())
                && let Some(score) = self.fuzzy.score(table.texts.get(name), &self.letters)
            {
                found(hit((score * 2).clamp(1, 45) as u16, Tier::Gaps));
            }
        }
    }
}

/// Points of a name that has a single typed letter; the text itself need not be read.
fn letter_points(table: &NameTable<'_>, name: usize, letter: &Needle<'_>) -> (u16, Tier) {
    let own = table.texts.length(name).max(1);
    let place = if (table.heads.get(name) ^ letter.head) & letter.head_mask == 0 {
        if own == 1 {
            return (EQUAL + 100, Tier::Equal);
        }
        90
    } else if table.initials.get(name) & letter.initial != 0 {
        62
    } else {
        26
    };
    ((place + 30 / own) as u16, Tier::Plain)
}

/// Points of a name that has every needle as a word, a word's beginning or a part of it.
fn plain_points(
    table: &NameTable<'_>,
    name: usize,
    needles: &[Needle<'_>],
    hardest: Option<&Needle<'_>>,
    whole: &str,
) -> Option<(u16, Tier)> {
    let text = table.texts.bytes(name);
    if let Some(needle) = hardest {
        needle.finder.find(text)?;
    }
    let start = table.heads.get(name);
    let initials = table.initials.get(name);
    let starts = table.starts.get(name);
    let (mut sum, mut letters) = (0, 0);
    let mut bonus = 0;
    let mut last_end = usize::MAX;
    for (order, needle) in needles.iter().enumerate() {
        let length = needle.bytes.len();
        let at_start = (start ^ needle.head) & needle.head_mask == 0
            && (length <= 8 || text.starts_with(needle.bytes));
        let place = if at_start {
            Place {
                at: 0,
                starts_word: true,
            }
        } else {
            find(text, initials, starts, needle)?
        };
        if at_start && order == 0 {
            bonus += 25;
        } else if place.at == last_end.wrapping_add(1) {
            bonus += 6;
        }
        last_end = place.at + length;
        letters += length;
        sum += length * place.points(text, starts, length);
    }
    if text == whole.as_bytes() {
        return Some((EQUAL + 100, Tier::Equal));
    }
    let own = text.len().max(1);
    let points = sum / letters.max(1) + bonus.min(45) + 30 * letters.min(own) / own;
    Some((points.min(usize::from(EQUAL)) as u16, Tier::Plain))
}

/// Where a needle stands in a name.
struct Place {
    at: usize,
    starts_word: bool,
}

impl Place {
    /// 100 for a whole word, 60 to 90 for the beginning of one, 25 to 40 inside one.
    /// `starts` marks where words start in the first 64 bytes.
    #[inline]
    fn points(&self, text: &[u8], starts: u64, length: usize) -> usize {
        let end = self.at + length;
        let later = if end < 63 {
            starts & (u64::MAX << (end + 1))
        } else {
            0
        };
        let tail = if later != 0 {
            (later.trailing_zeros() as usize).saturating_sub(end + 1)
        } else {
            let rest = text.get(end..).unwrap_or_default();
            memchr::memchr(b' ', rest).unwrap_or(rest.len())
        };
        match (self.starts_word, tail) {
            (true, 0) => 100,
            (true, tail) => 60 + 30 * length / (length + tail),
            (false, tail) => 25 + 15 * length / (length + tail),
        }
    }
}

/// The first word that starts with the needle, or else the first place it occurs at all.
/// `starts` marks where words start in the first 64 bytes.
fn find(text: &[u8], initials: u64, starts: u64, needle: &Needle<'_>) -> Option<Place> {
    if initials & needle.initial != 0 {
        // A name that is the needle at its very start has been dealt with.
        let mut left = starts & !1;
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            if starts_with(text.get(at..)?, needle.bytes) {
                return Some(Place {
                    at,
                    starts_word: true,
                });
            }
            left &= left - 1;
        }
        let mut from = 64;
        while let Some(space) = text.get(from..).and_then(|rest| memchr::memchr(b' ', rest)) {
            from += space + 1;
            if starts_with(text.get(from..)?, needle.bytes) {
                return Some(Place {
                    at: from,
                    starts_word: true,
                });
            }
        }
    }
    needle.finder.find(text).map(|at| Place {
        at,
        starts_word: false,
    })
}

/// As `text.starts_with`, but looks at the first byte before it calls anything.
#[inline]
fn starts_with(text: &[u8], needle: &[u8]) -> bool {
    text.first() == needle.first() && text.starts_with(needle)
}

/// Points of a name that has every needle, some with typing errors.
fn typo_points(text: &[u8], mask: u64, initials: u64, needles: &[Needle<'_>]) -> Option<u16> {
    let (mut sum, mut letters) = (0, 0);
    let last = needles.len() - 1;
    for (order, needle) in needles.iter().enumerate() {
        let length = needle.bytes.len();
        letters += length;
        sum += length * typo_word_points(text, mask, initials, needle, order == last)?;
    }
    let own = text.len().max(1);
    // Nothing but the misspelt words: surely this name was meant.
    let words = text.split(|&b| b == b' ').count();
    let whole = words == needles.len() && own <= letters + needles.len() + 1;
    let bonus = if whole { 20 } else { 0 };
    Some((sum / letters.max(1) + 25 * letters.min(own) / own + bonus) as u16)
}

fn typo_word_points(
    text: &[u8],
    mask: u64,
    initials: u64,
    needle: &Needle<'_>,
    open: bool,
) -> Option<usize> {
    let length = needle.bytes.len();
    if needle.mask & !mask == 0
        && let Some(place) = needle.finder.find(text)
    {
        let starts_word = place.at_word_start(text);
        return Some(
            Place {
                at: place,
                starts_word,
            }
            .points(text, 0, length),
        );
    }
    let limit = needle.tolerance;
    let second = needle.bytes.get(1).copied();
    if limit == 0 || initials & (needle.initial | second.map_or(0, letter_bit)) == 0 {
        return None;
    }
    // Errors in the first letter are rare, but for the first two swapped.
    let first = needle.bytes.first().copied();
    let alike = |word: &&[u8]| {
        let start = word.first().copied();
        (start == first || start == second)
            && (needle.mask & !letter_mask(word)).count_ones() <= needle.spare
    };
    text.split(|&b| b == b' ')
        .filter(alike)
        .filter_map(|word| typo::cost(needle.bytes, word, limit, open).map(|c| (c, word.len())))
        .map(|(cost, own)| {
            let short_by = own.saturating_sub(length + 1);
            (88 - 12 * usize::from(cost)).saturating_sub(2 * short_by)
        })
        .max()
}

/// Whether a byte offset is where a word begins.
trait WordStart {
    fn at_word_start(&self, text: &[u8]) -> bool;
}

impl WordStart for usize {
    fn at_word_start(&self, text: &[u8]) -> bool {
        self.checked_sub(1)
            .is_none_or(|before| text.get(before) == Some(&b' '))
    }
}
