//! One line that says what takes so long.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Work shorter than this is done in silence.
const PATIENCE: Duration = Duration::from_millis(500);

/// Tells on standard error, from half a second on, what has been counted so far; on a terminal the line is renewed and
/// taken away at the end. Dropping it ends it.
pub struct Progress {
    counts: Arc<Counts>,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Counts {
    files: AtomicUsize,
    entries: AtomicUsize,
}

impl Progress {
    /// Begins to wait.
    pub fn start() -> Self {
        let counts = Arc::new(Counts::default());
        let (stop, stopped) = mpsc::channel::<()>();
        let seen = Arc::clone(&counts);
        // Without a thread there is no line, and everything else goes on.
        let thread = thread::Builder::new()
            .name("kemajuan".into())
            .spawn(move || {
                let renew = io::stderr().is_terminal();
                let mut width = 0;
                while stopped.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                    if width > 0 && !renew {
                        continue;
                    }
                    let line = crate::text::reading_data(
                        seen.files.load(Ordering::Relaxed),
                        seen.entries.load(Ordering::Relaxed),
                    );
                    width = line.chars().count();
                    let end = if renew { "" } else { "\n" };
                    let start = if renew { "\r" } else { "" };
                    let _ = write!(io::stderr(), "{start}{line}{end}");
                    let _ = io::stderr().flush();
                }
                if renew && width > 0 {
                    let _ = write!(io::stderr(), "\r{:width$}\r", "");
                    let _ = io::stderr().flush();
                }
            })
            .ok();
        Self {
            counts,
            stop: Some(stop),
            thread,
        }
    }

    /// One more file with so many entries.
    pub fn add(&self, entries: usize) {
        self.counts.files.fetch_add(1, Ordering::Relaxed);
        self.counts.entries.fetch_add(entries, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
