//! Owns the modes of the terminal: set in one place, undone in one place, whichever way the program ends.

use crate::core::clean::clean_to;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, TryLockError};
use std::time::{Duration, Instant};

/// Whether there is something to undo.
static ACTIVE: AtomicBool = AtomicBool::new(false);
/// Held while a frame is written, so that a signal does not restore in the middle of it.
static FRAME: Mutex<()> = Mutex::new(());

/// Collects a frame, so that it is one write however often it is flushed on the way. A clone collects the same frame:
/// one goes to the backend, the other sends.
#[derive(Clone, Default)]
pub struct Collector(Rc<RefCell<Vec<u8>>>);

impl Collector {
    /// Writes what has been collected to the terminal.
    pub fn send(&self, output: &mut Output) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let sent = output.write_all(&bytes).and_then(|()| output.flush());
        bytes.clear();
        sent
    }
}

impl Write for Collector {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// A Windows console without VT takes colours and positions by calls of their own, and crossterm asks for the text
    /// before each of them: there it goes out at once. Elsewhere nobody asks within a frame.
    fn flush(&mut self) -> io::Result<()> {
        if cfg!(windows) {
            let _turn = frame_lock();
            self.send(&mut output()?)?;
        }
        Ok(())
    }
}

/// The terminal, unbuffered.
pub type Output = Box<dyn Write + Send>;

/// The terminal's output, past the line buffer and the lock of `std::io::stdout`: a signal must be able to restore while
/// a frame hangs in a dead terminal.
pub fn output() -> io::Result<Output> {
    #[cfg(unix)]
    let raw = {
        use std::os::fd::AsFd;
        Patient(std::fs::File::from(
            io::stdout().as_fd().try_clone_to_owned()?,
        ))
    };
    #[cfg(not(unix))]
    let raw = io::stdout();
    Ok(Box::new(raw))
}

/// Waits where the terminal, which others share, was told not to let its writers wait.
#[cfg(unix)]
struct Patient(std::fs::File);

#[cfg(unix)]
impl Write for Patient {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        use rustix::event::{PollFd, PollFlags, poll};
        loop {
            match self.0.write(bytes) {
                Err(e) if e.kind() == io::ErrorKind::WouldBlock => {
                    let mut fds = [PollFd::new(&self.0, PollFlags::OUT)];
                    match poll(&mut fds, None) {
                        Ok(_) | Err(rustix::io::Errno::INTR) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
                other => return other,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Waits its turn to write a frame.
pub fn frame_lock() -> MutexGuard<'static, ()> {
    FRAME
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The modes are set as long as this lives.
pub struct Guard(());

impl Guard {
    /// Raw mode now; alternate screen, hidden cursor and, where asked for, the mouse go out with the first frame.
    pub fn enter(mouse: bool, frame: &mut Collector) -> io::Result<Self> {
        enable_raw_mode()?;
        ACTIVE.store(true, Ordering::SeqCst);
        let guard = Self(());
        // On Windows capturing the mouse also turns off QuickEdit, where a click would freeze the program.
        MOUSE.store(mouse || cfg!(windows), Ordering::SeqCst);
        set_modes(frame)?;
        Ok(guard)
    }
}

/// Alternate screen where there is one, cleared, for where there is none the shell's text would show between ours.
fn set_modes(frame: &mut Collector) -> io::Result<()> {
    if has_other_screen() {
        queue!(frame, EnterAlternateScreen)?;
    }
    queue!(frame, Clear(ClearType::All), Hide)?;
    if MOUSE.load(Ordering::SeqCst) {
        let _ = queue!(frame, EnableMouseCapture);
    }
    Ok(())
}

/// Sets every mode once more, after somebody else had the terminal. False, and nothing is done, as long as it is still
/// somebody else's: setting modes from the background would stop the process again.
pub fn renew(frame: &mut Collector) -> io::Result<bool> {
    if !is_ours() {
        return Ok(false);
    }
    // crossterm sets nothing while it takes the terminal for raw.
    disable_raw_mode()?;
    enable_raw_mode()?;
    set_modes(frame)?;
    Ok(true)
}

/// Whether this is the job in the foreground. A terminal that is not the controlling one has no jobs.
fn is_ours() -> bool {
    #[cfg(unix)]
    return rustix::termios::tcgetpgrp(io::stdin())
        .map_or(true, |group| group == rustix::process::getpgrp());
    #[cfg(not(unix))]
    true
}

static MOUSE: AtomicBool = AtomicBool::new(false);

/// Whether there is an alternate screen. Consoles without VT have buffers instead, and standard output stays with the
/// first of them, so nothing written would be seen on another.
fn has_other_screen() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Undoes every mode, once; further calls do nothing. Failures are ignored: there is no better place to go.
pub fn restore() {
    if !ACTIVE.swap(false, Ordering::SeqCst) {
        return;
    }
    // The keyboard first: writing may wait for ever on a terminal that takes nothing.
    let _ = disable_raw_mode();
    if let Ok(mut out) = output() {
        if MOUSE.load(Ordering::SeqCst) {
            let _ = queue!(out, DisableMouseCapture);
        }
        let _ = queue!(out, ResetColor, Clear(ClearType::All), MoveTo(0, 0), Show);
        if has_other_screen() {
            let _ = queue!(out, LeaveAlternateScreen);
        }
        let _ = out.flush();
    }
}

/// As [`restore`], for another thread: lets a frame finish, but waits no longer than half a second.
pub fn restore_from_thread() {
    let deadline = Instant::now() + Duration::from_millis(500);
    let held = loop {
        match FRAME.try_lock() {
            Ok(held) => break Some(held),
            Err(TryLockError::Poisoned(held)) => break Some(held.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                std::thread::sleep(Duration::from_millis(5));
            }
            Err(TryLockError::WouldBlock) => break None,
        }
    };
    #[cfg(unix)]
    if held.is_none() {
        use rustix::termios::{QueueSelector, tcflush};
        // The frame that hangs is not wanted any more, and it stands in the way.
        let _ = tcflush(io::stdout(), QueueSelector::OFlush);
    }
    restore();
    drop(held);
}

/// What a process that panicked exits with, as Rust's own does.
const PANICKED: i32 = 101;

/// A panic, in whichever thread, restores the terminal first, then says in one line what happened, and ends the program:
/// without one of its threads it would go on half dead, on a terminal that is no longer its own.
pub fn install_panic_hook() {
    std::panic::set_hook(Box::new(|info| {
        restore();
        let place = info
            .location()
            .map(|l| format!(" ({}:{})", l.file(), l.line()))
            .unwrap_or_default();
        let reason = info
            .payload()
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| info.payload().downcast_ref::<String>().map(String::as_str))
            .unwrap_or_default();
        let line = format!(
            "jelajah: berhenti karena kesalahan di dalam program{place}: {}",
            clean_to(reason, 300)
        );
        let _ = writeln!(io::stderr(), "{line}");
        std::process::exit(PANICKED);
    }));
}
