//! Draws the state: `draw(frame, &App, &Look)`, and nothing is changed by drawing.

mod attract;
mod chrome;
mod help;
mod list;
mod look;
mod page;

pub use help::line_count as help_line_count;
pub use look::{Glyphs, Look, Palette};

use crate::app::geometry::{Area, SizeClass};
use crate::app::{App, Overlay};
use crate::text;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws one frame.
pub fn draw(frame: &mut Frame, app: &App, look: &Look) {
    let area = frame.area();
    let buffer = frame.buffer_mut();
    let cursor = draw_screen(buffer, area, app, look);
    let last = (
        area.right().saturating_sub(1),
        area.bottom().saturating_sub(1),
    );
    if let Some(cell) = buffer.cell_mut(last).filter(|_| !look.last_cell) {
        // As the terminal was cleared: nothing is written there.
        cell.reset();
    }
    if let Some(position) = cursor {
        frame.set_cursor_position(position);
    }
}

/// Draws everything and tells where the cursor belongs.
fn draw_screen(buffer: &mut Buffer, area: Rect, app: &App, look: &Look) -> Option<(u16, u16)> {
    if look.style.fill != Style::default() {
        buffer.set_style(area, look.style.fill);
    }
    let g = app.geometry();
    // A resize that has not reached the state yet: the next frame is right.
    if g.size.width > area.width || g.size.height > area.height {
        return None;
    }
    if g.class == SizeClass::TooSmall {
        chrome::too_small(buffer, area);
        return None;
    }
    if app.kiosk().is_some_and(|k| k.attract().is_some()) {
        attract::draw(buffer, app, look);
        return None;
    }
    chrome::header(buffer, app, look);
    list::draw(buffer, app, look);
    page::draw(buffer, app, look);
    match app.overlay() {
        Some(Overlay::Help { scroll }) => help::draw(buffer, app, look, scroll),
        Some(Overlay::Problems { scroll }) => help::draw_problems(buffer, app, look, scroll),
        None => {}
    }
    chrome::footer(buffer, app, look);
    list::cursor(app)
}

/// Writes text into one row, cut at the area's right edge; returns the column after it.
fn put(buffer: &mut Buffer, area: Area, x: u16, y: u16, text: &str, style: Style) -> u16 {
    let end = area.x.saturating_add(area.width).min(buffer.area.right());
    if y >= buffer.area.bottom() || x >= end {
        return x;
    }
    let room = usize::from(end - x);
    let mut chars = text.chars();
    if let (Some('\u{2500}'..='\u{259f}'), None) = (chars.next(), chars.next()) {
        // A glyph of a line or bar: one cell.
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_symbol(text).set_style(style);
        }
        return x + 1;
    }
    if !text.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        return buffer.set_stringn(x, y, text, room, style).0;
    }
    // Most text: one byte, one cell; no search for graphemes, and no width to look up.
    for (b, x) in text.bytes().take(room).zip(x..) {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_char(char::from(b)).set_style(style);
        }
    }
    x + text.len().min(room) as u16
}

fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

/// The text cut to `width` cells with `..` where something is missing.
fn shorten(text: &str, width: usize) -> String {
    use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 2;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out.push_str(text::CUT.get(..width.min(2)).unwrap_or_default());
    out
}
