//! How roles look: colours, contrast, none at all; and which glyphs the terminal's font has.

use crate::app::page::{Charset, Role};
use ratatui::style::{Color, Modifier, Style};

/// Which set of styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// A few of the sixteen named colours, readable on light and dark backgrounds.
    #[default]
    Colour,
    /// Own background, strong contrast.
    Contrast,
    /// As [`Palette::Colour`], for consoles that draw no bold, underlined or reversed text.
    Console,
    /// No colour at all: bold, underlined, reversed.
    Mono,
}

/// Characters that are drawn beside text. Every one of them is in the fonts of the Linux console, code page 437 and
/// code page 850, or is ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Glyphs {
    pub horizontal: &'static str,
    pub vertical: &'static str,
    pub thumb: &'static str,
    pub track: &'static str,
    pub marker: &'static str,
    pub dot: &'static str,
    pub corners: [&'static str; 4],
}

/// For fonts with line drawing.
pub const LINES: Glyphs = Glyphs {
    horizontal: "─",
    vertical: "│",
    thumb: "█",
    track: "░",
    marker: ">",
    dot: "·",
    corners: ["┌", "┐", "└", "┘"],
};

/// For fonts without.
pub const ASCII: Glyphs = Glyphs {
    horizontal: "-",
    vertical: "|",
    thumb: "#",
    track: ":",
    marker: ">",
    dot: "-",
    corners: ["+", "+", "+", "+"],
};

/// A style for each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Styles {
    pub fill: Style,
    pub body: Style,
    pub muted: Style,
    pub title: Style,
    pub heading: Style,
    pub label: Style,
    pub good: Style,
    pub bad: Style,
    pub link: Style,
    pub matched: Style,
    /// The row or link that Enter acts on.
    pub current: Style,
    /// The selected row while the keys go elsewhere.
    pub resting: Style,
    pub bar: Style,
    pub key: Style,
    pub tab: Style,
    pub notice: Style,
}

/// Everything the views need to know about looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Styles by role.
    pub style: Styles,
    /// Characters.
    pub glyphs: Glyphs,
    /// Whether the last cell of the screen may be written: on old Windows consoles it scrolls the screen.
    pub last_cell: bool,
}

impl Look {
    /// A look for a palette and a font.
    pub fn new(palette: Palette, charset: Charset) -> Self {
        let style = match palette {
            Palette::Colour => colour(),
            Palette::Contrast => contrast(),
            Palette::Console => console(),
            Palette::Mono => mono(),
        };
        Self {
            style,
            glyphs: if charset == Charset::Ascii {
                ASCII
            } else {
                LINES
            },
            last_cell: !cfg!(windows),
        }
    }

    /// The style of a piece of a page.
    pub fn role(&self, role: Role) -> Style {
        let s = &self.style;
        match role {
            Role::Body => s.body,
            Role::Heading => s.heading,
            Role::Label => s.label,
            Role::Muted => s.muted,
            Role::Good => s.good,
            Role::Bad => s.bad,
            Role::Link => s.link,
        }
    }
}

fn colour() -> Styles {
    with_accent(Color::Magenta)
}

/// Without bold, dark magenta on black is hard to read, and a link has to differ by something else than its line.
fn console() -> Styles {
    let styles = with_accent(Color::LightMagenta);
    Styles {
        link: styles.link.fg(Color::Cyan),
        ..styles
    }
}

fn with_accent(accent: Color) -> Styles {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let accent = Style::new().fg(accent);
    let block = Style::new().fg(Color::White).bg(Color::Blue);
    Styles {
        fill: Style::new(),
        body: Style::new(),
        muted: Style::new(),
        title: bold,
        heading: accent.add_modifier(Modifier::BOLD),
        label: bold,
        good: accent.add_modifier(Modifier::BOLD),
        bad: accent.add_modifier(Modifier::BOLD),
        link: Style::new().add_modifier(Modifier::UNDERLINED),
        matched: accent.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        current: block.add_modifier(Modifier::BOLD),
        resting: bold,
        bar: block,
        key: bold,
        tab: block.add_modifier(Modifier::BOLD),
        notice: accent.add_modifier(Modifier::BOLD),
    }
}

fn contrast() -> Styles {
    let base = Style::new().fg(Color::White).bg(Color::Black);
    let strong = base.fg(Color::Yellow).add_modifier(Modifier::BOLD);
    let block = Style::new().fg(Color::Black).bg(Color::Yellow);
    Styles {
        fill: base,
        body: base,
        muted: base,
        title: strong,
        heading: strong,
        label: strong,
        good: strong,
        bad: strong,
        link: base.fg(Color::Cyan).add_modifier(Modifier::UNDERLINED),
        matched: strong.add_modifier(Modifier::UNDERLINED),
        current: block,
        resting: strong,
        bar: block,
        key: strong,
        tab: block,
        notice: strong,
    }
}

fn mono() -> Styles {
    let plain = Style::new();
    let bold = plain.add_modifier(Modifier::BOLD);
    let reversed = plain.add_modifier(Modifier::REVERSED);
    Styles {
        fill: plain,
        body: plain,
        muted: plain,
        title: bold,
        heading: bold,
        label: bold,
        good: bold,
        bad: bold,
        link: plain.add_modifier(Modifier::UNDERLINED),
        matched: bold.add_modifier(Modifier::UNDERLINED),
        current: reversed,
        resting: bold,
        bar: reversed,
        key: bold,
        tab: reversed,
        notice: bold,
    }
}
