//! The invitation of a kiosk: a profession in large letters, one thing people say of it, and what is true.

use super::{Look, put};
use crate::app::App;
use crate::app::geometry::Area;
use crate::app::page::shown;
use crate::text;
use font8x8::UnicodeFonts;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

/// Rows and columns of one large letter.
const LETTER: usize = 8;

pub(super) fn draw(buffer: &mut Buffer, app: &App, look: &Look) {
    let Some(attract) = app.kiosk().and_then(|k| k.attract()) else {
        return;
    };
    let size = app.geometry().size;
    let area = Area {
        x: 0,
        y: 0,
        width: size.width,
        height: size.height,
    };
    let (width, height) = (usize::from(size.width), usize::from(size.height));
    let measure = width.saturating_sub(4).clamp(1, 76);
    let charset = app.options().charset;
    let mut lines: Vec<(String, Style)> = Vec::new();
    let pair = [
        (text::EXPECTATION, &attract.pair.expectation),
        (text::REALITY, &attract.pair.reality),
    ];
    for (label, sentence) in pair.into_iter().filter(|(_, s)| !s.is_empty()) {
        lines.push((String::new(), look.style.body));
        lines.push((label.to_owned(), look.style.label));
        let sentence = shown(sentence, charset);
        lines.extend(
            textwrap::wrap(&sentence, measure)
                .into_iter()
                .map(|l| (l.into_owned(), look.style.body)),
        );
    }
    // Large letters where all of it still fits.
    let words: Vec<&str> = attract.name.split_whitespace().collect();
    let fits = words.iter().all(|w| w.chars().count() * LETTER <= width)
        && words.len() * LETTER + lines.len() + 2 <= height;
    let head: Vec<(String, Style)> = if fits {
        words
            .iter()
            .flat_map(|w| large(w, look))
            .map(|l| (l, look.style.title))
            .collect()
    } else {
        textwrap::wrap(&shown(attract.name, charset), measure)
            .into_iter()
            .map(|l| (l.into_owned(), look.style.heading))
            .collect()
    };
    let mut all: Vec<(String, Style)> = head.into_iter().chain(lines).collect();
    // The last row says how to begin, whatever has to give way.
    let last = height.saturating_sub(1);
    let room = last.saturating_sub(1);
    if all.len() > room {
        all.truncate(room);
        if let Some((line, _)) = all.last_mut() {
            // Not silently, and not within a word: what follows is missing.
            let kept = measure.saturating_sub(text::CUT.len() + 1);
            while line.chars().count() > kept {
                line.truncate(line.rfind(' ').unwrap_or_default());
            }
            line.push(' ');
            line.push_str(text::CUT);
        }
    }
    let top = last.saturating_sub(all.len() + 1) / 2;
    put(buffer, area, 1, 0, text::NAME, look.style.title);
    let centred = |line: &str| (width.saturating_sub(line.width()) / 2) as u16;
    for (i, (line, style)) in all.iter().enumerate() {
        let y = top + i + 1;
        put(buffer, area, centred(line), y as u16, line, *style);
    }
    put(
        buffer,
        area,
        centred(text::PRESS_ANY_KEY),
        last as u16,
        text::PRESS_ANY_KEY,
        look.style.heading,
    );
}

/// A word in rows of blocks; a letter that the font lacks is left blank.
fn large(word: &str, look: &Look) -> Vec<String> {
    let glyphs: Vec<[u8; 8]> = word
        .to_uppercase()
        .chars()
        .map(|c| {
            font8x8::BASIC_FONTS
                .get(c)
                .or_else(|| font8x8::LATIN_FONTS.get(c))
                .unwrap_or_default()
        })
        .collect();
    (0..LETTER)
        .map(|row| {
            let mut line = String::new();
            for byte in glyphs.iter().filter_map(|g| g.get(row)) {
                for bit in 0..LETTER {
                    line.push_str(if byte >> bit & 1 == 1 {
                        look.glyphs.thumb
                    } else {
                        " "
                    });
                }
            }
            line
        })
        .collect()
}
