//! Signals and hang-ups end the program with the terminal as it was.

use super::guard;
use std::io;

/// Ends the process from a thread of its own: the main thread may be stuck in a write to a dead terminal.
#[cfg(unix)]
fn end(code: i32) -> ! {
    std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(1));
        std::process::exit(code);
    });
    guard::restore_from_thread();
    std::process::exit(code);
}

/// TERM, HUP, INT and QUIT restore and exit with 128 + their number; TSTP does nothing, so that nobody is left at a
/// stopped program.
#[cfg(unix)]
pub fn watch() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    signal_hook::flag::register(SIGTSTP, Arc::new(AtomicBool::new(false)))?;
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    std::thread::Builder::new()
        .name("sinyal".into())
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                end(128 + signal);
            }
        })?;
    Ok(())
}

/// A terminal that vanishes ends the program: crossterm 0.29 would read it for ever (crossterm #793). Waits for the
/// hang-up alone, so it takes no key and no time.
#[cfg(unix)]
pub fn watch_hang_up() {
    use rustix::event::{PollFd, PollFlags, poll};
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    let watch = move || {
        let stdin = io::stdin();
        loop {
            let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
            let woken = poll(&mut fds, None);
            if fds.iter().any(|fd| fd.revents().intersects(gone)) {
                end(129);
            }
            if woken.is_err_and(|e| e != rustix::io::Errno::INTR) {
                return;
            }
        }
    };
    // Without this thread the program still works; only the hang-up would go unnoticed.
    let _ = std::thread::Builder::new()
        .name("terminal".into())
        .spawn(watch);
}

#[cfg(not(unix))]
pub fn watch() -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub fn watch_hang_up() {}
