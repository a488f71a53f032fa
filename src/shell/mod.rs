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
pub use signals::ignore_keys;

use crate::app::geometry::Size;
use crate::app::{Action, App, Effect, update};
use crate::keys;
use crate::view::{self, Look};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};
use input::{Input, Reader};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use ratatui_crossterm::CrosstermBackend;
use std::io;
use std::time::{Duration, Instant};

/// Longest time spent on waiting events before a frame is drawn.
const DRAIN: Duration = Duration::from_millis(50);

/// Largest window that is drawn, in cells: a client may claim any, and two frames of it are kept in memory.
const LARGEST: (u16, u16) = (1000, 500);
/// What a terminal that does not know its size is taken for; serial lines say 0 by 0.
const USUAL: (u16, u16) = (80, 24);

/// The size of the window, in columns and rows.
///
/// # Errors
/// When the terminal does not answer.
pub fn window_size() -> io::Result<(u16, u16)> {
    Ok(match crossterm::terminal::size()? {
        (0, _) | (_, 0) => USUAL,
        (width, height) => (width.min(LARGEST.0), height.min(LARGEST.1)),
    })
}

/// Runs the browser until the person leaves it. The terminal is as before when this returns, fails or panics.
///
/// # Errors
/// When the terminal cannot be set up, read or written.
pub fn run(app: &mut App, look: &Look, mouse: bool) -> io::Result<()> {
    let signals = signals::Signals::listen()?;
    let Size { width, height } = app.geometry().size;
    let mut screen = Screen::new((width, height))?;
    let guard = guard::Guard::enter(mouse, &mut screen.frame)?;
    // Before the first frame: its writing may take for ever.
    signals.obey(app.kiosk().is_some())?;
    let result = browse(app, look, screen);
    drop(guard);
    result
}

fn browse(app: &mut App, look: &Look, mut screen: Screen) -> io::Result<()> {
    let mut reader = Reader::new()?;
    screen.draw(app, look)?;
    #[cfg(debug_assertions)]
    panic_where_a_test_asks();
    let mut inputs = Vec::new();
    // The window may have changed before its signal was watched.
    let (width, height) = window_size()?;
    if update(app, Action::Resize(width, height)) == Effect::Redraw {
        inputs.push(Input::Resized);
    }
    let begun = Instant::now();
    loop {
        if inputs.is_empty() {
            reader.read(app.patience().map(Duration::from_millis), &mut inputs)?;
        }
        let started = Instant::now();
        let (mut dirty, mut resized, mut ended) = (false, false, false);
        let clock = Action::Clock(begun.elapsed().as_millis() as u64);
        note(update(app, clock), &mut dirty, &mut ended);
        while !inputs.is_empty() {
            for input in inputs.drain(..) {
                let action = match input {
                    Input::Resized => {
                        resized = true;
                        continue;
                    }
                    Input::Continued => {
                        resized |= guard::renew(&mut screen.frame)?;
                        continue;
                    }
                    // What was typed behind the end of a session is the last person's too.
                    Input::Key(_) | Input::Mouse(_) if ended => continue,
                    Input::Key(key) => keys::resolve(key, app).unwrap_or(Action::Touch),
                    Input::Mouse(action) => action,
                };
                let effect = update(app, action);
                if effect == Effect::Quit {
                    return Ok(());
                }
                note(effect, &mut dirty, &mut ended);
            }
            if ended {
                break;
            }
            // What waits already is taken in before a frame is drawn.
            if started.elapsed() < DRAIN {
                reader.read(Some(Duration::ZERO), &mut inputs)?;
            }
        }
        if ended {
            reader.forget();
        }
        // Drawn whole even where the size is the old one again: the terminal may have lost cells in between.
        if resized || cfg!(windows) {
            let (width, height) = window_size()?;
            let changed = update(app, Action::Resize(width, height)) == Effect::Redraw;
            if resized || changed {
                screen.resize((width, height))?;
                dirty = true;
            }
        }
        if dirty {
            update(app, Action::Settle);
            screen.draw(app, look)?;
        }
    }
}

/// What an effect asks of the loop: a frame, and after the end of a session that nothing typed is kept.
fn note(effect: Effect, dirty: &mut bool, ended: &mut bool) {
    *dirty |= matches!(effect, Effect::Redraw | Effect::Reset);
    *ended |= effect == Effect::Reset;
}

/// Panics in this thread, or in another one, when `JELAJAH_UJI_PANIK` says so: what happens then has to be seen.
#[cfg(debug_assertions)]
#[allow(clippy::panic, reason = "what it is for")]
fn panic_where_a_test_asks() {
    match std::env::var("JELAJAH_UJI_PANIK").as_deref() {
        Ok("utas") => drop(std::thread::spawn(|| panic!("diminta di utas lain")).join()),
        Ok(_) => panic!("diminta"),
        Err(_) => {}
    }
}

/// The terminal with the frame that is being made for it.
struct Screen {
    terminal: Terminal<CrosstermBackend<guard::Collector>>,
    frame: guard::Collector,
    output: guard::Output,
}

impl Screen {
    fn new(size: (u16, u16)) -> io::Result<Self> {
        let frame = guard::Collector::default();
        Ok(Self {
            terminal: terminal(&frame, size)?,
            frame,
            output: guard::output()?,
        })
    }

    /// Begins anew at a size, on a cleared screen.
    fn resize(&mut self, size: (u16, u16)) -> io::Result<()> {
        queue!(self.frame, Clear(ClearType::All))?;
        self.terminal = terminal(&self.frame, size)?;
        Ok(())
    }

    fn draw(&mut self, app: &App, look: &Look) -> io::Result<()> {
        self.terminal.draw(|frame| view::draw(frame, app, look))?;
        let _turn = guard::frame_lock();
        self.frame.send(&mut self.output)
    }
}

/// Draws into `frame`, at the size it is told: the terminal itself may claim to be endless.
fn terminal(
    frame: &guard::Collector,
    (width, height): (u16, u16),
) -> io::Result<Terminal<CrosstermBackend<guard::Collector>>> {
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    Terminal::with_options(
        CrosstermBackend::new(frame.clone()),
        TerminalOptions { viewport },
    )
}
