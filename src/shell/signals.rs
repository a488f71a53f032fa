//! Signals end the program with the terminal as it was.

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

#[cfg(not(unix))]
pub fn watch() -> io::Result<()> {
    Ok(())
}
