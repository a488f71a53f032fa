//! The list with its search line. Only visible rows are built.

use super::{Look, put, shorten};
use crate::app::geometry::{Area, SizeClass};
use crate::app::page::shown;
use crate::app::{App, Focus, Rows};
use crate::core::catalog::{Index, Target};
use crate::text;
use ratatui::buffer::Buffer;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Where the cursor stands: behind the query, while the keys go to the list.
pub(super) fn cursor(app: &App) -> Option<(u16, u16)> {
    let area = app.geometry().search;
    if area.height == 0 || app.place().focus != Focus::List || app.overlay().is_some() {
        return None;
    }
    let (label, query) = search_text(app, area);
    let x = area.x + label.width() as u16 + query.width() as u16;
    Some((x.min(area.x + area.width.saturating_sub(1)), area.y))
}

/// The label, and as much of the end of the query as fits.
fn search_text(app: &App, area: Area) -> (String, String) {
    let label = format!(
        " {}: ",
        text::SEARCH
            .get(app.place().index as usize)
            .copied()
            .unwrap_or_default()
    );
    let room = usize::from(area.width).saturating_sub(label.width() + 2);
    let mut query = app.place().query.as_str();
    while query.width() > room {
        let mut chars = query.chars();
        chars.next();
        query = chars.as_str();
    }
    (label, shown(query, app.options().charset).into_owned())
}

pub(super) fn draw(buffer: &mut Buffer, app: &App, look: &Look) {
    let g = app.geometry();
    if g.list.height == 0 {
        return;
    }
    let (label, query) = search_text(app, g.search);
    let x = put(
        buffer,
        g.search,
        g.search.x,
        g.search.y,
        &label,
        look.style.key,
    );
    if app.place().query.is_empty() {
        let hint = text::SEARCH_EMPTY
            .get(app.place().index as usize)
            .copied()
            .unwrap_or_default();
        put(buffer, g.search, x + 1, g.search.y, hint, look.style.muted);
    } else {
        put(buffer, g.search, x, g.search.y, &query, look.style.title);
    }
    for dx in 0..if g.list_rule.height > 0 {
        g.list_rule.width
    } else {
        0
    } {
        put(
            buffer,
            g.list_rule,
            g.list_rule.x + dx,
            g.list_rule.y,
            look.glyphs.horizontal,
            look.style.muted,
        );
    }
    for dy in 0..g.separator.height {
        put(
            buffer,
            g.separator,
            g.separator.x,
            g.separator.y + dy,
            look.glyphs.vertical,
            look.style.muted,
        );
    }
    let rows = app.rows();
    chips(buffer, app, look);
    remarks(buffer, app, look);
    let more = rows.len() > usize::from(g.list.height);
    let bar = more && g.separator.height == 0;
    for line in 0..g.list.height {
        let row = app.place().top + usize::from(line);
        if row < rows.len() {
            draw_row(buffer, app, look, row, g.list.y + line, bar);
        }
    }
    if more {
        // In two columns the line between them carries the scrollbar.
        let bar = if bar {
            (g.list.x + g.list.width.saturating_sub(1), look.glyphs.track)
        } else {
            (g.separator.x, look.glyphs.vertical)
        };
        super::page::scrollbar(buffer, look, bar, g.list, app.place().top, rows.len());
    }
    if g.list_status.height > 0 {
        let all = app.catalog().len_of(app.place().index);
        let start = matches!(rows, Rows::All(_))
            && app.place().index == Index::Professions
            && app.place().selected == 0;
        let status = if start {
            text::START_HINT.to_owned()
        } else {
            text::list_status(rows.total(), all)
        };
        let width = usize::from(g.list_status.width.saturating_sub(2));
        put(
            buffer,
            g.list_status,
            g.list_status.x + 1,
            g.list_status.y,
            &shorten(&status, width),
            look.style.muted,
        );
    }
}

/// The filters in force, on the line under the search line.
fn chips(buffer: &mut Buffer, app: &App, look: &Look) {
    let area = app.geometry().list_rule;
    let Rows::Found(found) = app.rows() else {
        return;
    };
    let mut x = area.x + 1;
    for (key, value) in found.filters.iter().filter(|_| area.height > 0) {
        let chip = format!("[{key}: {}]", shown(value, app.options().charset));
        x = put(buffer, area, x, area.y, &chip, look.style.tab) + 1;
    }
}

/// Below the rows, where there is room: what to try when there are no answers, or only guesses.
fn remarks(buffer: &mut Buffer, app: &App, look: &Look) {
    let area = app.geometry().list;
    let Rows::Found(found) = app.rows() else {
        return;
    };
    let mut lines: Vec<String> = found
        .unknown
        .iter()
        .map(|(key, value, nearest)| text::unknown_filter(key, value, nearest.as_deref()))
        .collect();
    if found.hits.is_empty() {
        lines.extend([
            text::NOTHING_FOUND.to_owned(),
            text::NOTHING_HINT.to_owned(),
        ]);
    } else if found.weak {
        let guesses = found.hits.iter().all(|h| h.reason == text::PERHAPS);
        let names = found
            .suggestions
            .iter()
            .map(|id| app.catalog().name(Target::Profession(*id)));
        let names: Vec<&str> = names.collect();
        if guesses || names.is_empty() {
            lines.push(text::NOTHING_HINT.to_owned());
        } else {
            lines.push(format!("{}: {}?", text::PERHAPS_YOU_MEAN, names.join(", ")));
        }
    }
    let width = usize::from(area.width.saturating_sub(3)).max(1);
    let wrapped: Vec<String> = lines
        .iter()
        .flat_map(|l| textwrap::wrap(l, width))
        .map(std::borrow::Cow::into_owned)
        .collect();
    let rows = app.rows().len().saturating_sub(app.place().top) as u16;
    let first = if rows == 0 { 0 } else { rows.saturating_add(1) };
    for (i, line) in wrapped.iter().enumerate() {
        let y = first.saturating_add(i as u16);
        if y < area.height {
            put(
                buffer,
                area,
                area.x + 2,
                area.y + y,
                &shown(line, app.options().charset),
                look.style.muted,
            );
        }
    }
}

fn draw_row(buffer: &mut Buffer, app: &App, look: &Look, row: usize, y: u16, bar: bool) {
    let g = app.geometry();
    let Some(target) = app.target_of_row(row) else {
        return;
    };
    let area = Area {
        width: g.list.width.saturating_sub(u16::from(bar)),
        ..g.list
    };
    let selected = row == app.place().selected;
    let base = match (selected, app.place().focus) {
        (false, _) => look.style.body,
        (true, Focus::List) => look.style.current,
        (true, Focus::Page) => look.style.resting,
    };
    if selected {
        let fill = " ".repeat(usize::from(area.width));
        put(buffer, area, area.x, y, &fill, base);
        put(buffer, area, area.x + 1, y, look.glyphs.marker, base);
    }
    let charset = app.options().charset;
    let room = usize::from(area.width.saturating_sub(4));
    let name = shown(app.catalog().name(target), charset);
    let label = shorten(&name, room);
    let whole = label == name;
    let positions = app
        .rows()
        .hit(row)
        .map(|h| h.positions.as_slice())
        .unwrap_or_default();
    put(buffer, area, area.x + 3, y, &label, base);
    // Matched letters are drawn over the name, so a row without a query costs one write.
    let mut x = area.x + 3;
    let kept = if whole {
        usize::MAX
    } else {
        label.chars().count().saturating_sub(2)
    };
    for (i, c) in label.chars().enumerate().take(kept) {
        let width = c.width().unwrap_or(0) as u16;
        if width > 0 && positions.binary_search(&(i as u32)).is_ok() {
            let style = if selected && app.place().focus == Focus::List {
                base.add_modifier(ratatui::style::Modifier::UNDERLINED)
            } else {
                look.style.matched
            };
            put(buffer, area, x, y, c.encode_utf8(&mut [0; 4]), style);
        }
        x += width;
    }
    if whole {
        let note = note(app, row, target);
        let note = shown(&note, charset);
        let left = room.saturating_sub(label.width() + 2);
        if left >= 6 {
            let note = shorten(&note, left);
            let x = area.x + area.width.saturating_sub(note.width() as u16 + 1);
            let style = if selected { base } else { look.style.muted };
            put(buffer, area, x, y, &note, style);
        }
    }
}

/// Why the row is here, or what kind of thing it is.
fn note(app: &App, row: usize, target: Target) -> String {
    if let Some(reason) = app
        .rows()
        .hit(row)
        .and_then(|h| Some(h.reason.as_str()).filter(|r| !r.is_empty()))
    {
        // The highlighted letters say more than another name does.
        let seen = app.rows().hit(row).is_some_and(|h| !h.positions.is_empty());
        if !(seen && reason.starts_with(text::ALIAS_REASON)) {
            return text::short_reason(reason);
        }
    }
    let catalog = app.catalog();
    let count = |n: usize| format!("{} profesi", text::number(n));
    match target {
        Target::Profession(id) => {
            let sector = catalog
                .profession(id)
                .and_then(|r| catalog.sector(r.sector));
            sector.map(|s| text::short_sector(s.name).to_owned())
        }
        Target::Sector(id) => catalog.sector(id).map(|s| count(s.professions.len())),
        Target::Major(id) => catalog.major(id).map(|m| count(m.professions.len())),
        Target::Institution(id) => catalog.institution(id).map(|i| {
            if app.geometry().class == SizeClass::Full && !i.place.is_empty() {
                i.place.to_owned()
            } else {
                count(i.professions.len())
            }
        }),
        Target::Subject(id) => catalog
            .subject(id)
            .map(|s| format!("{} jurusan", text::number(s.majors.len()))),
    }
    .unwrap_or_default()
}
