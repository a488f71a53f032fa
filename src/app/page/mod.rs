//! Pages: what stands on the right, laid out as lines and links.

mod indexes;
mod profession;
mod sheet;

pub use sheet::{Line, LinkSpot, Role, Sheet, Span};

use super::place::Tab;
use crate::core::catalog::record::Profession;
use crate::core::catalog::{Catalog, Target};
use std::borrow::Cow;

/// What a page was laid out for; a page is laid out anew only when this changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key {
    target: Option<Target>,
    tab: Tab,
    width: u16,
}

/// The page on the right.
#[derive(Debug, Default)]
pub struct Page {
    key: Option<Key>,
    entry: Option<(Target, Profession)>,
    sheet: Sheet,
    title: String,
    subtitle: String,
}

impl Page {
    /// Lays the page out, unless it already is for this target, tab and width.
    pub fn show(
        &mut self,
        catalog: &Catalog,
        charset: Charset,
        target: Option<Target>,
        tab: Tab,
        width: u16,
    ) {
        let key = Key { target, tab, width };
        if self.key == Some(key) {
            return;
        }
        self.key = Some(key);
        self.title = target
            .map(|t| shown(catalog.name(t), charset).into_owned())
            .unwrap_or_default();
        self.subtitle = target
            .map(|t| shown(&subtitle(catalog, t), charset).into_owned())
            .unwrap_or_default();
        self.sheet = match target {
            None => Sheet::new(width),
            Some(target @ Target::Profession(id)) => {
                if self
                    .entry
                    .as_ref()
                    .is_none_or(|(shown, _)| *shown != target)
                {
                    self.entry = catalog.entry(id).map(|e| (target, e));
                }
                let entry = self.entry.as_ref().map(|(_, e)| e);
                entry
                    .map(|e| profession::sheet(catalog, id, e, tab, width))
                    .unwrap_or_default()
            }
            Some(target) => indexes::sheet(catalog, target, width),
        };
        if charset != Charset::Full {
            for span in self.sheet.lines.iter_mut().flat_map(|l| &mut l.spans) {
                span.text = shown(&span.text, charset).into_owned();
            }
        }
    }

    /// The laid-out text.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Name of what is shown.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// One line about it.
    pub fn subtitle(&self) -> &str {
        &self.subtitle
    }

    /// Whether the page has the five tabs.
    pub fn has_tabs(&self) -> bool {
        matches!(
            self.key,
            Some(Key {
                target: Some(Target::Profession(_)),
                ..
            })
        )
    }
}

fn subtitle(catalog: &Catalog, target: Target) -> String {
    match target {
        Target::Profession(id) => profession::subtitle(catalog, id),
        other => indexes::subtitle(catalog, other),
    }
}

/// Which characters the terminal's font has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Charset {
    /// All that Unicode terminals show.
    #[default]
    Full,
    /// Linux and old Windows consoles: Latin-1 and line drawing.
    Console,
    /// ASCII.
    Ascii,
}

/// The text as this font can show it; one character for one, so that widths and positions stay.
pub fn shown(text: &str, charset: Charset) -> Cow<'_, str> {
    use unicode_normalization::UnicodeNormalization;
    if charset == Charset::Full || text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let map = |c: char| match c {
        c if c.is_ascii() => c,
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' => '"',
        '\u{2026}' => '.',
        '\u{a1}'..='\u{ff}' if charset == Charset::Console => c,
        '\u{2010}'..='\u{2015}' | '·' => '-',
        c => std::iter::once(c)
            .nfd()
            .next()
            .filter(char::is_ascii)
            .unwrap_or('?'),
    };
    Cow::Owned(text.chars().map(map).collect())
}
