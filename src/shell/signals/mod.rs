//! What ends the program from outside, with the terminal as it was.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use unix::{Signals, ignore_keys};
#[cfg(windows)]
pub use windows::{Signals, ignore_keys};
