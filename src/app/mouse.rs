//! Which thing on screen a click means: pure arithmetic on the geometry.

use super::{App, Focus, Tab};
use crate::text;
use unicode_width::UnicodeWidthStr;

/// Tabs as they stand in a row of `width` cells: label with brackets or without, and its first cell.
///
/// The longest labels that fit are taken; only the shortest ones may be cut at the edge.
pub fn tab_labels(width: u16, current: Tab) -> Vec<(Tab, usize, String)> {
    let width = usize::from(width);
    let sets = [
        (text::TABS, 2),
        (text::TABS, 1),
        (text::TABS_MEDIUM, 1),
        (text::TABS_SHORT, 1),
        (text::TABS_TINY, 1),
    ];
    let length = |labels: &[&str; 5], gap: usize| {
        labels.iter().map(|l| l.width()).sum::<usize>() + 4 * gap + 2
    };
    let fitting = sets
        .into_iter()
        .find(|(labels, gap)| length(labels, *gap) <= width);
    let (labels, gap) = fitting.unwrap_or((text::TABS_TINY, 1));
    let mut x = 0;
    let mut out = Vec::with_capacity(labels.len());
    for (tab, label) in Tab::ALL.into_iter().zip(labels) {
        let label = if tab == current {
            format!("[{label}]")
        } else {
            label.to_owned()
        };
        let next = x + label.width() + gap;
        out.push((tab, x, label));
        x = next;
    }
    out
}

impl App {
    pub(super) fn click(&mut self, x: u16, y: u16) {
        if self.overlay.take().is_some() {
            return;
        }
        let g = self.geometry;
        if g.list.contains(x, y) {
            let row = self.place.top + usize::from(y - g.list.y);
            if row < self.rows.len() {
                if self.place.focus == Focus::Page {
                    self.out_to_list();
                }
                if self.place.selected == row {
                    self.enter_page();
                } else {
                    self.select(row);
                }
            }
        } else if g.tabs.contains(x, y) && self.page.has_tabs() {
            let at = usize::from(x - g.tabs.x);
            let hit = tab_labels(g.tabs.width, self.place.tab)
                .into_iter()
                .find(|(_, start, label)| (*start..start + label.width() + 1).contains(&at));
            if let Some((chosen, ..)) = hit {
                self.place.tab = chosen;
                self.place.scroll = 0;
                self.place.link = None;
            }
        } else if g.body.contains(x, y) {
            let line = self.place.scroll + usize::from(y - g.body.y);
            let clicked = self.page.sheet().lines.get(line).and_then(|l| l.link);
            let spot = clicked
                .and_then(|l| self.page.sheet().links.get(l))
                .copied();
            if let Some(spot) = spot {
                self.place.link = clicked;
                self.follow(spot.target);
            } else if self.place.focus == Focus::List {
                self.enter_page();
            }
        }
    }

    pub(super) fn wheel(&mut self, down: bool, x: u16, y: u16) {
        const LINES: usize = 3;
        let g = self.geometry;
        if g.list.contains(x, y) && self.place.focus == Focus::List {
            let selected = self.place.selected;
            self.select(if down {
                selected + LINES
            } else {
                selected.saturating_sub(LINES)
            });
        } else if g.body.contains(x, y) {
            let scroll = self.place.scroll;
            self.place.scroll = if down {
                scroll + LINES
            } else {
                scroll.saturating_sub(LINES)
            };
        }
    }

    fn out_to_list(&mut self) {
        let place = super::Place {
            focus: Focus::List,
            ..self.place.clone()
        };
        self.go(place);
    }
}
