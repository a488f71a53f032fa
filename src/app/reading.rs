//! The page on the right: scrolling, the current link, and going from page to page.

use super::page::LinkSpot;
use super::{App, Focus, Place};
use crate::core::catalog::{ProfessionId, Target};
use crate::text;

impl App {
    fn body_height(&self) -> usize {
        usize::from(self.geometry.body.height).max(1)
    }

    fn last_scroll(&self) -> usize {
        self.page
            .sheet()
            .lines
            .len()
            .saturating_sub(self.body_height())
    }

    fn visible(&self, spot: LinkSpot) -> bool {
        let top = self.place.scroll;
        spot.line >= top && spot.line < top + self.body_height()
    }

    fn spot(&self, link: usize) -> Option<LinkSpot> {
        self.page.sheet().links.get(link).copied()
    }

    /// Keeps the scroll within the page and the current link on screen.
    pub(super) fn settle_page(&mut self) {
        self.place.scroll = self.place.scroll.min(self.last_scroll());
        let current = self
            .place
            .link
            .filter(|l| self.spot(*l).is_some_and(|s| self.visible(s)));
        self.place.link = current.or_else(|| {
            let links = &self.page.sheet().links;
            links.iter().position(|s| self.visible(*s))
        });
    }

    /// Down: the next link where one is on screen, else one line further.
    pub(super) fn read_down(&mut self) {
        let next = match self.place.link {
            Some(link) => link + 1,
            None => self
                .page
                .sheet()
                .links
                .iter()
                .position(|s| s.line >= self.place.scroll)
                .unwrap_or(usize::MAX),
        };
        match self.spot(next) {
            Some(spot) if self.visible(spot) => {
                self.place.link = Some(next);
                // All lines of the link come into view.
                let end = spot.line + spot.lines;
                self.place.scroll = self
                    .place
                    .scroll
                    .max(end.saturating_sub(self.body_height()));
            }
            _ => self.place.scroll = (self.place.scroll + 1).min(self.last_scroll()),
        }
    }

    /// Up: the previous link where one is on screen, else one line back.
    pub(super) fn read_up(&mut self) {
        let previous = self.place.link.and_then(|l| l.checked_sub(1));
        match previous.and_then(|l| self.spot(l).map(|s| (l, s))) {
            Some((link, spot)) if self.visible(spot) => self.place.link = Some(link),
            _ => {
                self.place.scroll = self.place.scroll.saturating_sub(1);
                let above = previous.and_then(|l| self.spot(l).map(|s| (l, s)));
                if let Some((link, spot)) = above
                    && self.visible(spot)
                {
                    self.place.link = Some(link);
                }
            }
        }
    }

    pub(super) fn read_page(&mut self, down: bool) {
        let step = self.body_height().saturating_sub(1).max(1);
        if down && self.place.scroll >= self.last_scroll() {
            self.place.link = self
                .page
                .sheet()
                .links
                .len()
                .checked_sub(1)
                .or(self.place.link);
        } else if down {
            self.place.scroll = (self.place.scroll + step).min(self.last_scroll());
        } else if self.place.scroll == 0 {
            self.place.link = self.page.sheet().links.first().and(Some(0));
        } else {
            self.place.scroll = self.place.scroll.saturating_sub(step);
        }
    }

    pub(super) fn read_end(&mut self, last: bool) {
        self.place.scroll = if last { self.last_scroll() } else { 0 };
        let links = self.page.sheet().links.len();
        self.place.link = if last {
            links.checked_sub(1)
        } else {
            (links > 0).then_some(0)
        };
    }

    /// Next or previous link, coming round, and into view.
    pub(super) fn step_link(&mut self, step: isize) {
        let n = self.page.sheet().links.len() as isize;
        if n == 0 {
            return;
        }
        let from = self
            .place
            .link
            .map_or(if step > 0 { -1 } else { n }, |l| l as isize);
        let next = (from + step).rem_euclid(n) as usize;
        self.place.link = Some(next);
        if let Some(spot) = self.spot(next) {
            let height = self.body_height();
            let end = spot.line + spot.lines;
            self.place.scroll = self
                .place
                .scroll
                .clamp(end.saturating_sub(height), spot.line);
        }
    }

    pub(super) fn step_tab(&mut self, step: isize) {
        if self.page.has_tabs() || self.place.focus == Focus::List {
            self.place.tab = self.place.tab.step(step);
            self.place.scroll = 0;
            self.place.link = None;
        } else {
            self.step_link(step);
        }
    }

    /// Goes to a new place, as following a link does.
    pub(super) fn go(&mut self, place: Place) {
        self.remember();
        self.place = place.clone();
        self.history.push(place);
        self.forget_rows();
    }

    fn remember(&mut self) {
        if let Some(current) = self.history.current_mut() {
            current.clone_from(&self.place);
        }
    }

    /// From the list into its page.
    pub(super) fn enter_page(&mut self) {
        if let Some(target) = self.target_of_row(self.place.selected) {
            let (scroll, link) = if self.place.target == Some(target) {
                (self.place.scroll, self.place.link)
            } else {
                (0, None)
            };
            self.go_keeping_rows(Place {
                focus: Focus::Page,
                target: Some(target),
                scroll,
                link,
                ..self.place.clone()
            });
        }
    }

    fn go_keeping_rows(&mut self, place: Place) {
        self.remember();
        self.place = place.clone();
        self.history.push(place);
    }

    /// Follows a link: the list stays, the page changes.
    pub(super) fn follow(&mut self, target: Target) {
        self.go_keeping_rows(Place {
            focus: Focus::Page,
            target: Some(target),
            scroll: 0,
            link: None,
            ..self.place.clone()
        });
    }

    pub(super) fn follow_current(&mut self) {
        match self.place.link.and_then(|l| self.spot(l)) {
            Some(spot) => self.follow(spot.target),
            None => self.notice = Some(text::NO_LINK),
        }
    }

    pub(super) fn back(&mut self) {
        self.remember();
        if self.history.back() {
            self.come_back();
        } else {
            self.notice = Some(text::NO_BACK);
        }
    }

    pub(super) fn forward(&mut self) {
        self.remember();
        if self.history.forward() {
            self.come_back();
        } else {
            self.notice = Some(text::NO_FORWARD);
        }
    }

    fn come_back(&mut self) {
        let Some(place) = self.history.current().cloned() else {
            return;
        };
        let same_list = place.index == self.place.index && place.query == self.place.query;
        self.place = place;
        if !same_list {
            self.forget_rows();
        }
    }

    /// One step out of the page: the last place, or its list where there is none.
    pub(super) fn out(&mut self) {
        if self.place.focus == Focus::Page {
            if self.history.can_go_back() {
                self.back();
            } else {
                self.place.focus = Focus::List;
            }
        }
    }

    /// A profession from another sector than the one on screen.
    pub(super) fn random(&mut self) {
        let professions = self.catalog.professions();
        let now = match self.place.target {
            Some(Target::Profession(id)) => self.catalog.profession(id).map(|r| r.sector),
            _ => None,
        };
        let others = || {
            professions
                .iter()
                .enumerate()
                .filter(|(_, r)| Some(r.sector) != now)
        };
        let count = others().count();
        let chosen = if count == 0 {
            (!professions.is_empty()).then(|| self.random.usize(0..professions.len()))
        } else {
            others().nth(self.random.usize(0..count)).map(|(i, _)| i)
        };
        if let Some(at) = chosen {
            self.follow(Target::Profession(ProfessionId(at as u32)));
        }
    }
}
