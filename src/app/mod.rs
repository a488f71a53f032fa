//! The state and its only writer, [`update`]. Knows sizes as numbers, but no terminal, clock or file.

mod action;
pub mod geometry;
mod kiosk;
mod list;
mod mouse;
pub mod page;
mod place;
mod problems;
mod reading;
mod update;

pub use action::{Action, Effect};
pub use kiosk::{Attract, Kiosk};
pub use list::Rows;
pub use mouse::tab_labels;
pub use place::{Focus, Place, Tab};
pub use problems::WIDEST as PROBLEMS_WIDEST;
pub use update::update;

use crate::core::catalog::{Catalog, Index, Target};
use crate::core::history::History;
use crate::core::search::Finder;
use geometry::{Geometry, Size};
use page::{Charset, Page};

/// What stands in front of everything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// The help, scrolled down by this many lines.
    Help {
        /// First visible line.
        scroll: usize,
    },
    /// What is wrong with the user's data, scrolled down by this many lines.
    Problems {
        /// First visible line.
        scroll: usize,
    },
}

/// What is decided once, at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Which characters the terminal's font has.
    pub charset: Charset,
    /// Start value for [`Action::Random`].
    pub seed: u64,
    /// A kiosk, reset after this many idle seconds.
    pub kiosk: Option<u64>,
}

/// The state of the program.
pub struct App {
    catalog: Catalog,
    options: Options,
    geometry: Geometry,
    size: Size,
    place: Place,
    history: History<Place>,
    rows: Rows,
    page: Page,
    overlay: Option<Overlay>,
    notice: Option<&'static str>,
    /// The rows do not answer the query yet.
    stale_rows: bool,
    /// Geometry and page do not fit the place yet.
    stale_page: bool,
    finder: Finder,
    /// How many answers the list asks for; grows when somebody scrolls on.
    wanted: usize,
    random: fastrand::Rng,
    kiosk: Option<Kiosk>,
    /// How many lines the help has at a size; those who draw it know.
    help_lines: fn(Size) -> usize,
    /// What is wrong with the user's data, a sentence each.
    problems: Vec<String>,
}

impl App {
    /// The start screen: all professions, the first one shown.
    pub fn new(
        catalog: Catalog,
        options: Options,
        size: Size,
        help_lines: fn(Size) -> usize,
    ) -> Self {
        let rows = Rows::All(catalog.len_of(Index::Professions));
        let mut app = Self {
            catalog,
            options,
            geometry: Geometry::default(),
            size,
            place: Place::default(),
            history: History::new(Place::default()),
            rows,
            page: Page::default(),
            overlay: None,
            notice: None,
            stale_rows: false,
            stale_page: true,
            finder: Finder::default(),
            wanted: list::WANTED,
            random: fastrand::Rng::with_seed(options.seed),
            kiosk: options.kiosk.map(Kiosk::new),
            help_lines,
            problems: Vec::new(),
        };
        app.settle();
        app
    }

    /// The catalogue.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The options of the start.
    pub fn options(&self) -> Options {
        self.options
    }

    /// Where everything stands.
    pub fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    /// Where the person is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The rows of the list.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The page on the right.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// What stands in front.
    pub fn overlay(&self) -> Option<Overlay> {
        self.overlay
    }

    /// A sentence for the last line, until the next key.
    pub fn notice(&self) -> Option<&'static str> {
        self.notice
    }

    /// The target of a row of the list.
    pub fn target_of_row(&self, row: usize) -> Option<Target> {
        self.rows.at(row).map(|at| self.place.index.target(at))
    }

    /// Rows that fit into an overlay.
    pub fn overlay_height(&self) -> usize {
        usize::from(self.size.height.saturating_sub(4))
    }

    /// Brings rows, geometry and page in line with the place.
    fn settle(&mut self) {
        self.settle_rows();
        if !std::mem::take(&mut self.stale_page) {
            return;
        }
        self.geometry = Geometry::new(self.size, self.place.focus == Focus::Page);
        self.clamp_list();
        if self.place.focus == Focus::List {
            let target = self.target_of_row(self.place.selected);
            if target != self.place.target {
                self.place.target = target;
                self.place.scroll = 0;
                self.place.link = None;
            }
        }
        if self.geometry.body.height > 0 {
            let width = self.geometry.text_width();
            self.page.show(
                &self.catalog,
                self.options.charset,
                self.place.target,
                self.place.tab,
                width,
            );
            self.settle_page();
        }
    }
}
