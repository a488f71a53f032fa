//! Typing errors: a bounded edit distance that knows how people mistype.
//!
//! Optimal string alignment (Damerau's four errors: one letter wrong, missing, too many, two
//! swapped) with costs: a doubled letter, a neighbouring key and a vowel for a vowel are the
//! likeliest slips and cost less.

/// Cost of an ordinary error; all costs are in half errors.
const ERROR: u8 = 2;
/// Longest word compared, in bytes: no word of the language is longer, and rows fit the stack.
const LONGEST: usize = 32;

/// Costs up to this are accepted for a word of `length` bytes: none for short words, one error
/// from four letters, two from eight.
#[must_use]
pub fn tolerance(length: usize) -> u8 {
    match length {
        0..=3 => 0,
        4..=7 => ERROR + 1,
        _ => 2 * ERROR + 1,
    }
}

/// How many letters of a typed word of `length` bytes may be missing from the name at all.
#[must_use]
pub fn missing_letters(length: usize) -> u32 {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Cost of turning `typed` into `word`, `None` above `limit`. With `open` the word may go on
/// after what was typed (`pendngi` → `pendingin`).
#[must_use]
pub fn cost(typed: &[u8], word: &[u8], limit: u8, open: bool) -> Option<u8> {
    // Doubled letters are cheap, but nobody types four letters too many.
    let slack = usize::from(limit / ERROR) + 1;
    if typed.len() > LONGEST || typed.is_empty() || word.is_empty() {
        return None;
    }
    if typed.len() > word.len() + slack || (!open && word.len() > typed.len() + slack) {
        return None;
    }
    // Beyond this many letters the word cannot end a match any more.
    let width = word.len().min(typed.len() + slack).min(LONGEST);
    let word = word.get(..width)?;
    if width < LONGEST {
        table(typed, word, limit, slack, open)
    } else {
        None
    }
}

/// A cell that no cheap way leads to.
const FAR: u8 = 200;

/// The distance table, three rows at a time; only cells up to `slack` off the diagonal, and only
/// until a whole row is above the limit.
fn table(typed: &[u8], word: &[u8], limit: u8, slack: usize, open: bool) -> Option<u8> {
    let mut above = [FAR; LONGEST + 2];
    let mut row = [FAR; LONGEST + 2];
    let mut below = [FAR; LONGEST + 2];
    for (at, cell) in row.iter_mut().enumerate().take(slack + 1) {
        *cell = (at as u8).saturating_mul(ERROR);
    }
    let mut before = 0_u8;
    for (at, &t) in typed.iter().enumerate() {
        let low = (at + 1).saturating_sub(slack).max(1);
        let high = (at + 1 + slack).min(word.len());
        if low > high {
            return None;
        }
        // A letter too many is mostly a double stroke, or a key touched beside the right one.
        let extra = match (t == before, are_neighbours(t, before)) {
            (true, _) => ERROR - 1,
            (false, true) => ERROR,
            (false, false) => ERROR + 1,
        };
        let start = if low == 1 {
            (at as u8 + 1).saturating_mul(ERROR)
        } else {
            FAR
        };
        *below.get_mut(low - 1)? = start;
        let (mut left, mut best) = (start, start);
        let mut word_before = low
            .checked_sub(2)
            .and_then(|w| word.get(w))
            .copied()
            .unwrap_or(0);
        let cells = below.get_mut(low..=high)?.iter_mut();
        let diagonal = row.get(low - 1..high)?;
        let straight = row.get(low..=high)?;
        let letters = word.get(low - 1..high)?;
        for (step, (((cell, &d), &s), &w)) in
            cells.zip(diagonal).zip(straight).zip(letters).enumerate()
        {
            let missing = left.saturating_add(if w == word_before { ERROR - 1 } else { ERROR });
            let wrong = if t == w {
                d
            } else {
                d.saturating_add(substitution(t, w))
            };
            let mut value = wrong.min(s.saturating_add(extra)).min(missing);
            if t == word_before && w == before && t != w {
                let swapped = (low + step)
                    .checked_sub(2)
                    .and_then(|c| above.get(c))
                    .copied();
                value = value.min(swapped.unwrap_or(FAR).saturating_add(ERROR));
            }
            *cell = value;
            best = best.min(value);
            left = value;
            word_before = w;
        }
        if best > limit {
            return None;
        }
        if let Some(beyond) = below.get_mut(high + 1) {
            *beyond = FAR;
        }
        std::mem::swap(&mut above, &mut row);
        std::mem::swap(&mut row, &mut below);
        before = t;
    }
    let low = typed.len().saturating_sub(slack);
    let result = if open {
        row.get(low..=word.len())?.iter().copied().min()
    } else {
        row.get(word.len()).copied()
    };
    result.filter(|&c| c <= limit)
}

fn substitution(a: u8, b: u8) -> u8 {
    let vowel = |c| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u');
    if are_neighbours(a, b) || (vowel(a) && vowel(b)) {
        ERROR
    } else {
        ERROR + 1
    }
}

/// Keys that touch on a QWERTY keyboard, by letter.
const TOUCHING: [&[u8]; 26] = [
    b"qwsz", b"vghn", b"xdfv", b"serfcx", b"wsdr", b"drtgvc", b"ftyhbv", b"gyujnb", b"ujko",
    b"huikmn", b"jiolm", b"kop", b"njk", b"bhjm", b"iklp", b"ol", b"wa", b"edft", b"awedxz",
    b"rfgy", b"yhji", b"cfgb", b"qase", b"zsdc", b"tghu", b"asx",
];

/// [`TOUCHING`] as sets: bit n for letter n.
#[expect(
    clippy::indexing_slicing,
    reason = "evaluated by the compiler, which would refuse it"
)]
const NEIGHBOURS: [u32; 26] = {
    let mut sets = [0; 26];
    let mut letter = 0;
    while letter < 26 {
        let mut key = 0;
        while key < TOUCHING[letter].len() {
            sets[letter] |= 1 << (TOUCHING[letter][key] - b'a');
            key += 1;
        }
        letter += 1;
    }
    sets
};

/// Whether two keys touch on a QWERTY keyboard.
fn are_neighbours(a: u8, b: u8) -> bool {
    let other = u32::from(b.wrapping_sub(b'a'));
    other < 26
        && NEIGHBOURS
            .get(usize::from(a.wrapping_sub(b'a')))
            .is_some_and(|set| set >> other & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::{cost, tolerance};

    fn near(typed: &str, word: &str) -> Option<u8> {
        cost(
            typed.as_bytes(),
            word.as_bytes(),
            tolerance(typed.len()),
            false,
        )
    }

    #[test]
    fn the_four_errors() {
        assert_eq!(near("barista", "barista"), Some(0));
        assert_eq!(near("barsita", "barista"), Some(2));
        assert_eq!(near("barsta", "barista"), Some(2));
        assert_eq!(near("barrista", "barista"), Some(1));
        assert_eq!(near("barosta", "barista"), Some(2));
        assert_eq!(near("bakosta", "barista"), None);
        assert_eq!(near("dsea", "desa"), Some(2));
    }

    #[test]
    fn an_open_word_may_go_on() {
        assert_eq!(cost(b"pendng", b"pendingin", 3, true), Some(2));
        assert_eq!(cost(b"pendng", b"pendingin", 3, false), None);
    }

    #[test]
    fn keys_touch_both_ways() {
        for a in b'a'..=b'z' {
            for b in b'a'..=b'z' {
                assert_eq!(
                    super::are_neighbours(a, b),
                    super::are_neighbours(b, a),
                    "{a} {b}"
                );
            }
        }
    }

    #[test]
    fn short_words_allow_none() {
        assert_eq!(near("abk", "abc"), None);
    }
}
