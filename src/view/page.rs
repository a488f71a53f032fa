//! The page: title, tabs, text with links, and a scrollbar where there is more.

use super::{Look, put, shorten};
use crate::app::geometry::Area;
use crate::app::{App, Focus, tab_labels};
use crate::text;
use ratatui::buffer::Buffer;

pub(super) fn draw(buffer: &mut Buffer, app: &App, look: &Look) {
    let g = app.geometry();
    if g.body.height == 0 || app.place().target.is_none() {
        return;
    }
    let page = app.page();
    let width = |area: Area| usize::from(area.width.saturating_sub(1));
    put(
        buffer,
        g.title,
        g.title.x,
        g.title.y,
        &shorten(page.title(), width(g.title)),
        look.style.title,
    );
    if g.subtitle.height > 0 {
        let line = shorten(page.subtitle(), width(g.subtitle));
        put(
            buffer,
            g.subtitle,
            g.subtitle.x,
            g.subtitle.y,
            &line,
            look.style.muted,
        );
    }
    if page.has_tabs() {
        tabs(buffer, app, look);
    } else if g.subtitle.height == 0 {
        let line = shorten(page.subtitle(), width(g.tabs));
        put(buffer, g.tabs, g.tabs.x, g.tabs.y, &line, look.style.muted);
    }
    body(buffer, app, look);
}

fn tabs(buffer: &mut Buffer, app: &App, look: &Look) {
    let area = app.geometry().tabs;
    for (tab, x, label) in tab_labels(area.width, app.place().tab) {
        let style = if tab == app.place().tab {
            look.style.tab
        } else {
            look.style.body
        };
        put(
            buffer,
            area,
            area.x.saturating_add(x as u16),
            area.y,
            &label,
            style,
        );
    }
}

fn body(buffer: &mut Buffer, app: &App, look: &Look) {
    let g = app.geometry();
    let area = g.body;
    let lines = &app.page().sheet().lines;
    let top = app.place().scroll;
    let reading = app.place().focus == Focus::Page;
    for (i, line) in lines
        .iter()
        .skip(top)
        .take(usize::from(area.height))
        .enumerate()
    {
        let y = area.y + i as u16;
        let mut x = area.x;
        let current = reading && line.link.is_some() && line.link == app.place().link;
        let first = line
            .link
            .and_then(|l| app.page().sheet().links.get(l))
            .is_some_and(|s| s.line == top + i);
        for span in &line.spans {
            let style = if current {
                look.style.current
            } else {
                look.role(span.role)
            };
            // The two cells before a link hold its marker and are not part of the block.
            let style = if current && span.text == "  " && x == area.x {
                look.style.body
            } else {
                style
            };
            x = put(buffer, area, x, y, &span.text, style);
        }
        if current && first {
            put(
                buffer,
                area,
                area.x,
                y,
                look.glyphs.marker,
                look.style.heading,
            );
        }
    }
    if lines.len() > usize::from(area.height) {
        scrollbar(
            buffer,
            look,
            (area.x + area.width.saturating_sub(1), look.glyphs.track),
            area,
            top,
            lines.len(),
        );
        if g.page_status.height > 0 {
            let last = (top + usize::from(area.height)).min(lines.len());
            let status = text::page_status(top + 1, last, lines.len());
            put(
                buffer,
                g.page_status,
                g.page_status.x,
                g.page_status.y,
                &status,
                look.style.muted,
            );
        }
    }
}

/// A scrollbar in one column with a glyph of its own for the track; `all` is more than fits.
pub(super) fn scrollbar(
    buffer: &mut Buffer,
    look: &Look,
    (x, track): (u16, &str),
    area: Area,
    top: usize,
    all: usize,
) {
    let height = usize::from(area.height);
    let thumb = (height * height / all.max(1)).max(1);
    let last_top = all.saturating_sub(height).max(1);
    let start = (top * (height - thumb.min(height)) + last_top / 2) / last_top;
    let column = Area {
        x,
        width: 1,
        ..area
    };
    for i in 0..height {
        let glyph = if (start..start + thumb).contains(&i) {
            look.glyphs.thumb
        } else {
            track
        };
        put(
            buffer,
            column,
            x,
            area.y + i as u16,
            glyph,
            look.style.muted,
        );
    }
}
