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
    let signals = signals::Signals::listen()?;
    let mut screen = Screen::new()?;
    let guard = guard::Guard::enter(mouse, &mut screen.frame)?;
    let result = browse(app, look, screen, signals);
    drop(guard);
    result
}

fn browse(
    app: &mut App,
    look: &Look,
    mut screen: Screen,
    signals: signals::Signals,
) -> io::Result<()> {
    let mut reader = Reader::new()?;
    screen.draw(app, look)?;
    // The thread that acts on signals is made after the first frame; one that came before waits for it.
    signals.obey(app.kiosk().is_some())?;
    #[cfg(debug_assertions)]
    panic_where_a_test_asks();
    let mut inputs = Vec::new();
    // The window may have changed before its signal was watched.
    let (width, height) = crossterm::terminal::size()?;
    if update(app, Action::Resize(width, height)) == Effect::Redraw {
        inputs.push(Input::Resized);
    }
    let begun = Instant::now();
    loop {
        if inputs.is_empty() {
            reader.read(app.patience().map(Duration::from_millis), &mut inputs)?;
        }
        let started = Instant::now();
        let (mut dirty, mut resized) = (false, false);
        match update(app, Action::Clock(begun.elapsed().as_millis() as u64)) {
            Effect::Reset => {
                reader.forget();
                inputs.clear();
                dirty = true;
            }
            effect => dirty |= effect == Effect::Redraw,
        }
        while !inputs.is_empty() {
            for input in inputs.drain(..) {
                let action = match input {
                    Input::Key(key) => keys::resolve(key, app).or(Some(Action::Touch)),
                    Input::Mouse(action) => Some(action),
                    Input::Resized => {
                        resized = true;
                        None
                    }
                };
                match action.map(|a| update(app, a)) {
                    Some(Effect::Quit) => return Ok(()),
                    Some(Effect::Redraw) => dirty = true,
                    Some(Effect::Reset) => {
                        reader.forget();
                        dirty = true;
                    }
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
                screen.terminal.resize(Rect::new(0, 0, width, height))?;
                dirty = true;
            }
        }
        if dirty {
            update(app, Action::Settle);
            screen.draw(app, look)?;
        }
    }
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
    fn new() -> io::Result<Self> {
        let frame = guard::Collector::default();
        let terminal = Terminal::new(CrosstermBackend::new(frame.clone()))?;
        Ok(Self {
            terminal,
            frame,
            output: guard::output()?,
        })
    }

    fn draw(&mut self, app: &App, look: &Look) -> io::Result<()> {
        self.terminal.draw(|frame| view::draw(frame, app, look))?;
        let _turn = guard::frame_lock();
        self.frame.send(&mut self.output)
    }
}
