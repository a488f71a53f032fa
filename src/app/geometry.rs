//! Where everything stands on the screen, in plain numbers: used by update (page heights, hit tests) and by view alike.

/// Screen size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// A rectangle in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl Area {
    const fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// Whether a cell lies inside.
    pub fn contains(self, x: u16, y: u16) -> bool {
        x >= self.x && y >= self.y && x - self.x < self.width && y - self.y < self.height
    }
}

/// How much fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SizeClass {
    /// Below 40x10: a notice.
    #[default]
    TooSmall,
    /// One column: the list or the page.
    Compact,
    /// List and page side by side.
    Full,
}

/// Least size of the two-column screen.
pub const FULL: Size = Size {
    width: 100,
    height: 24,
};
/// Least size of the one-column screen.
pub const COMPACT: Size = Size {
    width: 40,
    height: 10,
};
/// From this height on, the one-column screen has a title bar and a status line too.
const ROOMY_HEIGHT: u16 = 16;
/// Widest column of running text, in cells.
pub const MEASURE: u16 = 80;
/// Widest page: two columns side by side may use more than one measure.
const WIDEST_PAGE: u16 = 110;

/// All areas of one frame; an area that is not shown has no height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Geometry {
    pub size: Size,
    pub class: SizeClass,
    pub header: Area,
    pub search: Area,
    pub list_rule: Area,
    pub list: Area,
    pub list_status: Area,
    pub separator: Area,
    pub title: Area,
    pub subtitle: Area,
    pub tabs: Area,
    pub body: Area,
    pub page_status: Area,
    pub footer: Area,
}

impl Geometry {
    /// Lays out a screen; `reading` says whether the one-column screen shows the page.
    pub fn new(size: Size, reading: bool) -> Self {
        let Size { width, height } = size;
        let mut g = Self {
            size,
            ..Self::default()
        };
        if width < COMPACT.width || height < COMPACT.height {
            return g;
        }
        let footer_y = height - 1;
        g.footer = Area::new(0, footer_y, width, 1);
        if width >= FULL.width && height >= FULL.height {
            g.class = SizeClass::Full;
            // No list is wider than three eighths of 150 columns, and no product larger than its type.
            let list_width = (width.min(150) * 3 / 8).max(37);
            g.header = Area::new(0, 0, width, 1);
            g.place_list(0, 1, list_width, footer_y, true);
            g.separator = Area::new(list_width, 1, 1, footer_y.saturating_sub(1));
            let x = list_width + 2;
            g.place_page(
                x,
                1,
                width.saturating_sub(x).min(WIDEST_PAGE),
                footer_y,
                true,
            );
        } else {
            g.class = SizeClass::Compact;
            let roomy = height >= ROOMY_HEIGHT;
            if roomy {
                g.header = Area::new(0, 0, width, 1);
            }
            let top = u16::from(roomy);
            if reading {
                g.place_page(1, top, width - 1, footer_y, roomy);
            } else {
                g.place_list(0, top, width, footer_y, roomy);
            }
        }
        g
    }

    fn place_list(&mut self, x: u16, y: u16, width: u16, end: u16, roomy: bool) {
        self.search = Area::new(x, y, width, 1);
        if roomy {
            self.list_rule = Area::new(x, y + 1, width, 1);
            self.list = Area::new(x, y + 2, width, end.saturating_sub(y + 3));
            self.list_status = Area::new(x, end.saturating_sub(1), width, 1);
        } else {
            self.list = Area::new(x, y + 1, width, end.saturating_sub(y + 1));
        }
    }

    fn place_page(&mut self, x: u16, y: u16, width: u16, end: u16, roomy: bool) {
        self.title = Area::new(x, y, width, 1);
        if roomy {
            self.subtitle = Area::new(x, y + 1, width, 1);
            self.tabs = Area::new(x, y + 3, width, 1);
            self.body = Area::new(x, y + 5, width, end.saturating_sub(y + 6));
            self.page_status = Area::new(x, end.saturating_sub(1), width, 1);
        } else {
            self.tabs = Area::new(x, y + 1, width, 1);
            self.body = Area::new(x, y + 2, width, end.saturating_sub(y + 2));
        }
    }

    /// Width for running text: the page without its scrollbar and the gap before it.
    pub fn text_width(&self) -> u16 {
        self.body.width.saturating_sub(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn classes_begin_where_the_design_says() {
        let class = |width, height| Geometry::new(Size { width, height }, false).class;
        assert_eq!(class(100, 24), SizeClass::Full);
        assert_eq!(class(99, 24), SizeClass::Compact);
        assert_eq!(class(100, 23), SizeClass::Compact);
        assert_eq!(class(40, 10), SizeClass::Compact);
        assert_eq!(class(39, 10), SizeClass::TooSmall);
        assert_eq!(class(0, 0), SizeClass::TooSmall);
    }

    proptest! {
        #[test]
        fn areas_lie_on_the_screen_and_apart(width in 0_u16..400, height in 0_u16..200, reading: bool) {
            let g = Geometry::new(Size { width, height }, reading);
            let areas = [g.header, g.search, g.list_rule, g.list, g.list_status, g.title, g.subtitle, g.tabs, g.body,
                g.page_status, g.footer, g.separator];
            for (i, a) in areas.iter().enumerate().filter(|(_, a)| a.height > 0) {
                prop_assert!(a.x + a.width <= width && a.y + a.height <= height, "{:?}", a);
                for b in areas.iter().skip(i + 1).filter(|b| b.height > 0) {
                    let apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
                    prop_assert!(apart, "{:?} {:?}", a, b);
                }
            }
            if g.class != SizeClass::TooSmall {
                prop_assert!(g.list.height >= 4 || g.body.height >= 4);
            }
        }
    }
}
