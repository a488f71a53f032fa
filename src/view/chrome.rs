//! The frame around list and page: title bar, footer, and the sentence for windows that are too small.

use super::{Look, put, shorten};
use crate::app::App;
use crate::app::page::shown;
use crate::keys;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

pub(super) fn header(buffer: &mut Buffer, app: &App, look: &Look) {
    let area = app.geometry().header;
    if area.height == 0 {
        return;
    }
    buffer.set_style(super::rect(area), look.style.bar);
    let after = put(
        buffer,
        area,
        area.x + 1,
        area.y,
        text::NAME,
        look.style.bar.patch(look.style.key),
    );
    let catalog = app.catalog();
    let dot = format!(" {} ", look.glyphs.dot);
    let counts: Vec<String> = text::INDEX_COUNTS
        .iter()
        .map(|(index, name)| format!("{name} {}", text::number(catalog.len_of(*index))))
        .collect();
    let end = area.width.saturating_sub(text::HELP_KEY.width() as u16 + 1);
    put(buffer, area, end, area.y, text::HELP_KEY, look.style.bar);
    // The last counts give way first where the bar is short.
    let room = usize::from(end.saturating_sub(after + 6));
    let shown = (0..=counts.len())
        .rev()
        .map(|n| counts.get(..n).unwrap_or_default().join(&dot))
        .find(|s| s.width() <= room);
    if let Some(counts) = shown {
        let x = after + end.saturating_sub(after + counts.width() as u16) / 2;
        put(buffer, area, x, area.y, &counts, look.style.bar);
    }
}

pub(super) fn footer(buffer: &mut Buffer, app: &App, look: &Look) {
    let area = app.geometry().footer;
    if area.height == 0 {
        return;
    }
    let width = usize::from(area.width.saturating_sub(2 + u16::from(!look.last_cell)));
    let mut x = area.x + 1;
    let countdown = app
        .kiosk()
        .and_then(crate::app::Kiosk::countdown)
        .map(|seconds| text::countdown(seconds, width));
    if let Some(notice) = countdown.as_deref().or(app.notice()) {
        put(
            buffer,
            area,
            x,
            area.y,
            &shorten(notice, width),
            look.style.notice,
        );
        return;
    }
    for (key, word) in keys::footer(app, width) {
        x = put(buffer, area, x, area.y, &key, look.style.key);
        x = put(
            buffer,
            area,
            x + 1,
            area.y,
            &shown(word, app.options().charset),
            look.style.muted,
        ) + 3;
    }
}

pub(super) fn too_small(buffer: &mut Buffer, area: Rect) {
    let lines = textwrap::wrap(text::TOO_SMALL, usize::from(area.width.max(1)));
    let top = area.height.saturating_sub(lines.len() as u16) / 2;
    for (i, line) in lines.iter().enumerate() {
        let y = top.saturating_add(i as u16);
        if y < area.height {
            let x = usize::from(area.width).saturating_sub(line.width()) / 2;
            buffer.set_stringn(x as u16, y, line, usize::from(area.width), Style::new());
        }
    }
}
