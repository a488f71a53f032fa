//! The only part that touches the terminal, signals and time.

mod environment;
mod events;
mod guard;
mod signals;

pub use environment::{Refusal, Terminal as TerminalKind, detect, require_terminal};
pub use guard::install_panic_hook;

use crate::app::{Action, App, Effect, update};
use crate::keys;
use crate::view::{self, Look};
use events::Input;
use ratatui::Terminal;
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
    signals::watch_hang_up();
    loop {
        let mut dirty = false;
        let started = Instant::now();
        let mut next = events::wait()?;
        while let Some(input) = next {
            let action = match input {
                Input::Key(key) => keys::resolve(key, app),
                Input::Mouse(action) => Some(action),
                Input::Size => {
                    let (width, height) = crossterm::terminal::size()?;
                    // A resize is drawn even where it leads back to the old size: the terminal may have lost cells.
                    dirty = true;
                    Some(Action::Resize(width, height))
                }
                Input::Nothing => None,
            };
            match action.map(|a| update(app, a)) {
                Some(Effect::Quit) => return Ok(()),
                Some(Effect::Redraw) => dirty = true,
                Some(Effect::None) | None => {}
            }
            next = if started.elapsed() < DRAIN {
                events::ready()?
            } else {
                None
            };
        }
        if dirty {
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
