//! Jelajah Profesi: a browser of professions for the terminal.
//!
//! One way round: `shell` reads a terminal event, `keys` resolves it to an [`app::Action`], [`app::update`] changes the
//! state, `view` draws it. `core` knows the catalogue and nothing of terminals. Each module may use those before it:
//! `core` <- `app` <- `keys` <- `view` <- `shell`; a test holds this rule.

pub mod app;
pub mod cli;
pub mod core;
pub mod keys;
pub mod shell;
pub mod text;
pub mod view;
