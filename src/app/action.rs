//! Everything that can happen. Keys, mouse, window and clock all end here; [`super::update`] is the only reader.

use crate::core::search::FilterKind;

/// One thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Add a character to the search line.
    Insert(char),
    /// Remove its last character.
    DeleteCharacter,
    /// Remove its last word.
    DeleteWord,
    /// Empty the search line.
    ClearQuery,
    /// One row or line up.
    Up,
    /// One row or line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the beginning.
    First,
    /// To the end.
    Last,
    /// Next tab, or next link on a page without tabs.
    NextTab,
    /// Previous tab, or previous link.
    PreviousTab,
    /// Enter: go into the page, or follow the current link.
    Open,
    /// From the page back out; one step at a time.
    Out,
    /// As in a browser.
    Back,
    /// As in a browser.
    Forward,
    /// Close, clear, go out, in that order; never quits.
    Escape,
    /// Turn the list to the next index.
    NextIndex,
    /// A profession at random, from another sector.
    Random,
    /// Search only what shares this with the selected profession, or no longer.
    FilterBy(FilterKind),
    /// Open or close the help.
    Help,
    /// Open or close the page of data problems.
    Problems,
    /// End the program.
    Quit,
    /// The window has this size now, in cells.
    Resize(u16, u16),
    /// The clock shows this many milliseconds since the start.
    Clock(u64),
    /// A key that does nothing here; in a kiosk it says that somebody is there.
    Touch,
    /// In a kiosk: forget everything of this person, now.
    EndSession,
    /// Bring list and page up to date; sent before each frame, so that a burst of keys costs one search.
    Settle,
    /// The left button, at a column and row.
    Click(u16, u16),
    /// The wheel, at a column and row; true is down.
    Wheel(bool, u16, u16),
}

/// What the shell has to carry out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Effect {
    /// Nothing changed that shows.
    None,
    /// Draw a frame.
    #[default]
    Redraw,
    /// Draw a frame, and forget half-read input: the next person begins afresh.
    Reset,
    /// End the program.
    Quit,
}
