//! One function that makes any text safe to print: used for every string that comes from a file, an argument or a
//! paste, before it can reach the screen, a pipe or an export.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Longest single string that is kept, in characters; longer ones are cut.
pub const LONGEST: usize = 20_000;

/// Combining marks kept on one base character; more only serve to smear over other lines.
const MARKS: usize = 2;

/// Composes the text (NFC), turns line breaks and tabs into spaces, and drops what steers a terminal or hides text:
/// control, format (bidi, zero-width, tags), line and paragraph separators, private, surrogate and unassigned
/// characters, and marks stacked more than two high. At most [`LONGEST`] characters.
///
/// The categories are those of the Unicode character database.
pub fn clean(text: &str) -> String {
    clean_to(text, LONGEST)
}

/// As [`clean`], with a limit of its own in characters.
pub fn clean_to(text: &str, longest: usize) -> String {
    // Nearly all text is plain, and looking up each character takes some forty times as long.
    let head = text.get(..longest).unwrap_or(text);
    if head.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return head.to_owned();
    }
    let mut out = String::with_capacity(text.len().min(longest.saturating_mul(4)));
    let mut marks = 0;
    let mut count = 0;
    // Stacked marks are counted before composing, so that an endless run of them cannot grow the buffer of NFC.
    let mut run = 0;
    let bounded = text.chars().filter(|c| {
        run = if is_mark(*c) { run + 1 } else { 0 };
        run <= 8
    });
    for c in bounded.nfc() {
        if count >= longest {
            break;
        }
        let c = match c {
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' => ' ',
            c if is_unsafe(c) => continue,
            c => c,
        };
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks > MARKS || (marks > 0 && out.is_empty()) {
            continue;
        }
        out.push(c);
        count += 1;
    }
    out
}

fn is_mark(c: char) -> bool {
    use GeneralCategory::{EnclosingMark, NonspacingMark, SpacingMark};
    c >= '\u{300}'
        && matches!(
            c.general_category(),
            NonspacingMark | EnclosingMark | SpacingMark
        )
}

fn is_unsafe(c: char) -> bool {
    use GeneralCategory::{
        Control, Format, LineSeparator, ParagraphSeparator, PrivateUse, Surrogate, Unassigned,
    };
    // Variation selectors are marks by category but change widths, Hangul fillers and the braille blank are letters
    // and symbols that show nothing.
    matches!(c, '\u{34f}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2800}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
        || matches!(
            c.general_category(),
            Control
                | Format
                | LineSeparator
                | ParagraphSeparator
                | PrivateUse
                | Surrogate
                | Unassigned
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn drops_what_steers_a_terminal() {
        for (from, to) in [
            ("plain", "plain"),
            ("a\u{1b}]0;judul\u{7}b", "a]0;judulb"),
            ("a\u{9b}31mb", "a31mb"),
            ("satu\r\ndua\tiga", "satu  dua iga"),
            ("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{ad}f", "abcdef"),
            ("a\u{2028}b\u{2029}c", "abc"),
            ("x\u{e0041}\u{fe0f}\u{200d}y", "xy"),
            ("cafe\u{301}", "café"),
            ("\u{301}a", "a"),
        ] {
            assert_eq!(clean(from), to, "{from:?}");
        }
        let smeared = format!("a{}b", "\u{300}".repeat(500));
        assert!(clean(&smeared).chars().count() <= 4);
        assert_eq!(clean(&"é".repeat(LONGEST + 5)).chars().count(), LONGEST);
    }

    proptest! {
        #[test]
        fn never_lets_a_control_through_and_is_stable(text in any::<String>()) {
            let once = clean(&text);
            prop_assert!(!once.chars().any(is_unsafe));
            prop_assert_eq!(clean(&once), once);
        }
    }
}
