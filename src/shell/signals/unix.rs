//! Signals of Unix.

use crate::shell::guard;
use signal_hook::consts::{
    SIGALRM, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGTTOU, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGXCPU,
};
use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Ends the process from a thread of its own: the main thread may be stuck in a write to a dead terminal.
fn end(code: i32) -> ! {
    std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(1));
        std::process::exit(code);
    });
    // In the background, setting the terminal's modes would stop the process instead.
    let _ = signal_hook::flag::register(SIGTTOU, Arc::new(AtomicBool::new(false)));
    guard::restore_from_thread();
    std::process::exit(code);
}

/// From now on, what keys of the terminal send as signals does nothing: in a kiosk nobody may get out while it starts.
pub fn ignore_keys() {
    for signal in [SIGINT, SIGQUIT, SIGTSTP] {
        let _ = signal_hook::flag::register(signal, Arc::new(AtomicBool::new(false)));
    }
}

/// The signals that end the program, listened to from now on.
pub struct Signals(signal_hook::iterator::Signals);

impl Signals {
    /// Listens to TERM, HUP, INT and QUIT, and to what else ends a process by default and may be sent; TSTP does
    /// nothing from now on, so that nobody is left at a stopped program.
    pub fn listen() -> io::Result<Self> {
        signal_hook::flag::register(SIGTSTP, Arc::new(AtomicBool::new(false)))?;
        Ok(Self(signal_hook::iterator::Signals::new([
            SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO,
            SIGXCPU,
        ])?))
    }

    /// From now on, also for what came in the meantime: restores the terminal and exits with 128 + the number, in a kiosk
    /// too: there a signal is the way out of whoever runs it.
    pub fn obey(mut self, _kiosk: bool) -> io::Result<()> {
        std::thread::Builder::new()
            .name("sinyal".into())
            .spawn(move || {
                if let Some(signal) = self.0.forever().next() {
                    end(128 + signal);
                }
            })?;
        Ok(())
    }
}
