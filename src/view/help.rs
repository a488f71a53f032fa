//! The help, from the table of keys.

use super::{Look, put, rect};
use crate::app::geometry::{Area, Size};
use crate::app::page::shown;
use crate::app::{App, PROBLEMS_WIDEST};
use crate::keys::{HelpLine, help_lines};
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// Widest help, in cells.
const WIDEST: u16 = 84;
/// Cells for the keys.
const KEYS: usize = 22;

/// How many lines the help has at a screen size; update needs it to bound the scrolling.
pub fn line_count(size: Size) -> usize {
    lines(inner_width(size)).len()
}

fn inner_width(size: Size) -> usize {
    usize::from(size.width.min(WIDEST).saturating_sub(4)).max(1)
}

enum Piece {
    Heading(&'static str),
    Keys(String, String),
    Text(String),
}

fn lines(width: usize) -> Vec<Piece> {
    let keys = KEYS.min(width / 2);
    let mut out = Vec::new();
    for line in help_lines() {
        match line {
            HelpLine::Heading(text) => out.push(Piece::Heading(text)),
            HelpLine::Gap => out.push(Piece::Text(String::new())),
            HelpLine::Text(text) => {
                out.extend(
                    textwrap::wrap(text, width)
                        .into_iter()
                        .map(|l| Piece::Text(l.into_owned())),
                );
            }
            HelpLine::Keys(names, what) => {
                let mut left = textwrap::wrap(&names, keys.saturating_sub(2).max(1)).into_iter();
                let mut right = textwrap::wrap(what, width.saturating_sub(keys).max(1)).into_iter();
                loop {
                    let (l, r) = (left.next(), right.next());
                    if l.is_none() && r.is_none() {
                        break;
                    }
                    out.push(Piece::Keys(
                        l.map(std::borrow::Cow::into_owned).unwrap_or_default(),
                        r.map(std::borrow::Cow::into_owned).unwrap_or_default(),
                    ));
                }
            }
        }
    }
    out
}

/// Clears a framed page in front of everything, with its title; the area inside.
pub(super) fn panel(buffer: &mut Buffer, app: &App, look: &Look, title: &str, widest: u16) -> Area {
    let size = app.geometry().size;
    let width = size.width.min(widest);
    let area = Area {
        x: (size.width - width) / 2,
        y: 0,
        width,
        height: size.height.saturating_sub(1),
    };
    blank(buffer, area, look.style.fill);
    frame(buffer, area, look);
    let title = format!(" {title} ");
    put(buffer, area, area.x + 2, area.y, &title, look.style.title);
    Area {
        x: area.x + 2,
        y: area.y + 1,
        width: width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

/// The page of what is wrong with the user's data.
pub(super) fn draw_problems(buffer: &mut Buffer, app: &App, look: &Look, scroll: usize) {
    let inner = panel(buffer, app, look, text::PROBLEMS_TITLE, PROBLEMS_WIDEST);
    let lines = app.problem_lines();
    let visible = lines.iter().skip(scroll).take(usize::from(inner.height));
    for (i, line) in visible.enumerate() {
        let line = shown(line, app.options().charset);
        put(
            buffer,
            inner,
            inner.x,
            inner.y + i as u16,
            &line,
            look.style.body,
        );
    }
    bar(buffer, look, inner, scroll, lines.len());
}

fn bar(buffer: &mut Buffer, look: &Look, inner: Area, scroll: usize, lines: usize) {
    if lines > usize::from(inner.height) {
        let x = inner.x + inner.width + 1;
        super::page::scrollbar(buffer, look, (x, look.glyphs.track), inner, scroll, lines);
    }
}

pub(super) fn draw(buffer: &mut Buffer, app: &App, look: &Look, scroll: usize) {
    let size = app.geometry().size;
    let inner = panel(buffer, app, look, text::HELP_TITLE, WIDEST);
    let all = lines(inner_width(size));
    let keys = KEYS.min(usize::from(inner.width) / 2) as u16;
    let charset = app.options().charset;
    for (i, piece) in all
        .iter()
        .skip(scroll)
        .take(usize::from(inner.height))
        .enumerate()
    {
        let y = inner.y + i as u16;
        match piece {
            Piece::Heading(text) => {
                put(buffer, inner, inner.x, y, text, look.style.heading);
            }
            Piece::Text(text) => {
                put(
                    buffer,
                    inner,
                    inner.x,
                    y,
                    &shown(text, charset),
                    look.style.body,
                );
            }
            Piece::Keys(names, what) => {
                put(buffer, inner, inner.x + 1, y, names, look.style.key);
                put(buffer, inner, inner.x + keys, y, what, look.style.body);
            }
        }
    }
    bar(buffer, look, inner, scroll, all.len());
}

fn blank(buffer: &mut Buffer, area: Area, style: Style) {
    for y in area.y..area.y + area.height {
        for x in area.x..area.x + area.width {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
            }
        }
    }
    buffer.set_style(rect(area), style);
}

fn frame(buffer: &mut Buffer, area: Area, look: &Look) {
    let style = look.style.muted;
    let (right, bottom) = (
        area.x + area.width.saturating_sub(1),
        area.y + area.height.saturating_sub(1),
    );
    for x in area.x..=right {
        put(buffer, area, x, area.y, look.glyphs.horizontal, style);
        put(buffer, area, x, bottom, look.glyphs.horizontal, style);
    }
    for y in area.y..=bottom {
        put(buffer, area, area.x, y, look.glyphs.vertical, style);
        put(buffer, area, right, y, look.glyphs.vertical, style);
    }
    for (glyph, (x, y)) in look.glyphs.corners.iter().zip([
        (area.x, area.y),
        (right, area.y),
        (area.x, bottom),
        (right, bottom),
    ]) {
        put(buffer, area, x, y, glyph, style);
    }
}
