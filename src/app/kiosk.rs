//! A kiosk that nobody watches: nothing of the last person stays, and the screen invites the next one.

use super::{App, Effect, Place};
use crate::core::catalog::record::Expectation;
use crate::core::catalog::{Index, ProfessionId};
use crate::core::history::History;
use crate::core::search::Finder;

/// Length of the visible countdown, in seconds.
const COUNTDOWN: u64 = 15;
/// How long one profession is shown to passers-by, in milliseconds.
const ATTRACT: u64 = 8_000;

/// What the kiosk knows. Times are milliseconds of a monotonic clock that the shell reads.
#[derive(Debug, Clone)]
pub struct Kiosk {
    /// Idle seconds until the reset.
    idle: u64,
    /// Now.
    now: u64,
    /// When somebody last did something.
    touched: u64,
    /// The invitation, while nobody is there.
    attract: Option<Attract>,
}

/// One page of the invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attract {
    /// Name of the profession.
    pub name: &'static str,
    /// One thing people say of it, and what is true.
    pub pair: Expectation,
    /// When the next page is due.
    next: u64,
}

impl Kiosk {
    /// A kiosk that resets after `idle` seconds.
    pub fn new(idle: u64) -> Self {
        Self {
            idle,
            now: 0,
            touched: 0,
            attract: None,
        }
    }

    /// The page of the invitation, if nobody is there.
    pub fn attract(&self) -> Option<&Attract> {
        self.attract.as_ref()
    }

    /// Seconds until the reset, in the last ones.
    pub fn countdown(&self) -> Option<u64> {
        let left = (self.touched + self.idle * 1000)
            .saturating_sub(self.now)
            .div_ceil(1000);
        (self.attract.is_none() && left <= COUNTDOWN.min(self.idle.saturating_sub(1)))
            .then_some(left)
    }

    /// When the clock has to be read again, in milliseconds.
    fn deadline(&self) -> u64 {
        if let Some(attract) = &self.attract {
            return attract.next;
        }
        let end = self.touched + self.idle * 1000;
        match self.countdown() {
            Some(left) => end.saturating_sub(left.saturating_sub(1) * 1000),
            None => end.saturating_sub(COUNTDOWN.min(self.idle.saturating_sub(1)) * 1000),
        }
    }
}

impl App {
    /// Whether this is a kiosk.
    pub fn kiosk(&self) -> Option<&Kiosk> {
        self.kiosk.as_ref()
    }

    /// How long the shell may wait for a key, in milliseconds; for ever without a kiosk.
    pub fn patience(&self) -> Option<u64> {
        self.kiosk
            .as_ref()
            .map(|k| k.deadline().saturating_sub(k.now))
    }

    /// The clock was read.
    pub(super) fn clock(&mut self, now: u64) -> Effect {
        let Some(kiosk) = &mut self.kiosk else {
            return Effect::None;
        };
        let before = kiosk.countdown();
        kiosk.now = now;
        if let Some(attract) = &kiosk.attract {
            if now < attract.next {
                return Effect::None;
            }
            self.invite();
            return Effect::Redraw;
        }
        if now >= kiosk.touched + kiosk.idle * 1000 {
            self.end_session();
            return Effect::Reset;
        }
        if kiosk.countdown() == before {
            Effect::None
        } else {
            Effect::Redraw
        }
    }

    /// Somebody did something. True when that only woke the kiosk up, or answered its question who is there.
    pub(super) fn touch(&mut self) -> bool {
        let Some(kiosk) = &mut self.kiosk else {
            return false;
        };
        let asked = kiosk.countdown().is_some();
        kiosk.touched = kiosk.now;
        kiosk.attract.take().is_some() || asked
    }

    /// Forgets everything of this person and shows the invitation.
    pub(super) fn end_session(&mut self) {
        self.place = Place::default();
        self.history = History::new(Place::default());
        self.overlay = None;
        self.notice = None;
        self.finder = Finder::default();
        self.page = super::Page::default();
        self.wanted = super::list::WANTED;
        self.rows = super::Rows::All(self.catalog.len_of(Index::Professions));
        self.stale_rows = false;
        self.stale_page = true;
        self.invite();
    }

    fn invite(&mut self) {
        let count = self.catalog.professions().len();
        let chosen = ProfessionId(self.random.usize(0..count.max(1)) as u32);
        let entry = self.catalog.entry(chosen).unwrap_or_default();
        let name = self
            .catalog
            .profession(chosen)
            .map(|p| p.name)
            .unwrap_or_default();
        if let Some(kiosk) = &mut self.kiosk {
            let pair = entry.expectations.into_iter().next().unwrap_or_default();
            kiosk.attract = Some(Attract {
                name,
                pair,
                next: kiosk.now + ATTRACT,
            });
        }
    }
}
