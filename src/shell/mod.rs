//! The only part that touches the terminal, signals and time.

mod environment;
pub mod files;
mod guard;
mod input;
mod progress;
mod signals;

pub use environment::{Refusal, Terminal as TerminalKind, detect, require_terminal};
pub use guard::install_panic_hook;
pub use progress::Progress;

use crate::app::{Action, App, Effect, update};
use crate::keys;
use crate::view::{self, Look};
use input::{Input, Reader};
use ratatui::Terminal;
use ratatui::layout::Rect;
use ratatui_crossterm::CrosstermBackend;
use std::io;
use std::time::{Duration, Instant};

/// Longest time spent on waiting events before a frame is drawn.
const DRAIN: Duration = Duration::from_millis(50);

/// Runs the browser until the person leaves it. The terminal is as before when this returns, fails or panics.
///
/// # Errors
/// When the terminal cannot be set up, read or written.
pub fn run(app: &mut App, look: &Look, mouse: bool) -> io::Result<()> {
    let guard = guard::Guard::enter(mouse)?;
    signals::watch()?;
    let result = browse(app, look);
    drop(guard);
    result
}

fn browse(app: &mut App, look: &Look) -> io::Result<()> {
    let mut terminal = Terminal::new(CrosstermBackend::new(guard::output()?))?;
    draw(&mut terminal, app, look)?;
    let mut reader = Reader::new()?;
    let mut inputs = Vec::new();
    loop {
        reader.read(None, &mut inputs)?;
        let started = Instant::now();
        let (mut dirty, mut resized) = (false, false);
        while !inputs.is_empty() {
            for input in inputs.drain(..) {
                let action = match input {
                    Input::Key(key) => keys::resolve(key, app),
                    Input::Mouse(action) => Some(action),
                    Input::Resized => {
                        resized = true;
                        None
                    }
                };
                match action.map(|a| update(app, a)) {
                    Some(Effect::Quit) => return Ok(()),
                    Some(Effect::Redraw) => dirty = true,
                    Some(Effect::None) | None => {}
                }
            }
            // What waits already is taken in before a frame is drawn.
            if started.elapsed() < DRAIN {
                reader.read(Some(Duration::ZERO), &mut inputs)?;
            }
        }
        // Drawn whole even where the size is the old one again: the terminal may have lost cells in between.
        if resized || cfg!(windows) {
            let (width, height) = crossterm::terminal::size()?;
            let changed = update(app, Action::Resize(width, height)) == Effect::Redraw;
            if resized || changed {
                terminal.resize(Rect::new(0, 0, width, height))?;
                dirty = true;
            }
        }
        if dirty {
            update(app, Action::Settle);
            draw(&mut terminal, app, look)?;
        }
    }
}

fn draw(
    terminal: &mut Terminal<CrosstermBackend<guard::Output>>,
    app: &App,
    look: &Look,
) -> io::Result<()> {
    let _frame = guard::frame_lock();
    terminal.draw(|frame| view::draw(frame, app, look))?;
    Ok(())
}
