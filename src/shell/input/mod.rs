//! What the person does, in our own words.
//!
//! On Unix the bytes of the terminal are decoded here: crossterm 0.29 reads a dead terminal for ever (crossterm #793)
//! and swallows every key behind half an escape sequence. On Windows its events are taken.

#[cfg(any(windows, test))]
mod console;
#[cfg(unix)]
mod decode;
#[cfg(unix)]
mod unix;

#[cfg(windows)]
pub use console::Reader;
#[cfg(unix)]
pub use unix::Reader;

use crate::app::Action;
use crate::keys::Key;

/// Something to react to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeats.
    Key(Key),
    /// The mouse did something.
    Mouse(Action),
    /// The window may have another size, and may have lost what was drawn.
    Resized,
    /// The program was stopped and goes on; whoever had the terminal meanwhile has changed its modes.
    #[cfg_attr(windows, allow(dead_code, reason = "nothing is stopped there"))]
    Continued,
}
