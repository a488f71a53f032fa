//! Reads the terminal's bytes and the signal of a new window size.

use super::Input;
use super::decode::Decoder;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{QueueSelector, tcflush};
use signal_hook::consts::{SIGCONT, SIGWINCH};
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// How long the rest of a cut sequence may take to arrive on a slow line; a lone Esc waits this long.
const REST: Duration = Duration::from_millis(40);

/// Reads keys, mouse and resizes.
pub struct Reader {
    stdin: io::Stdin,
    resized: UnixStream,
    continued: UnixStream,
    decoder: Decoder,
}

impl Reader {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the signal of the window size cannot be watched.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            stdin: io::stdin(),
            resized: watch(SIGWINCH)?,
            continued: watch(SIGCONT)?,
            decoder: Decoder::default(),
        })
    }

    /// Forgets half-read input, and what waits unread.
    pub fn forget(&mut self) {
        self.decoder = Decoder::default();
        let _ = tcflush(&self.stdin, QueueSelector::IFlush);
    }

    /// Waits at most `timeout` (for ever without one) for something to happen and appends it to `out`.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn read(&mut self, timeout: Option<Duration>, out: &mut Vec<Input>) -> io::Result<()> {
        let cut = self.decoder.is_cut();
        let wait = if cut {
            Some(timeout.map_or(REST, |t| t.min(REST)))
        } else {
            timeout
        };
        let wait = wait.and_then(|t| Timespec::try_from(t).ok());
        let mut fds = [
            PollFd::new(&self.stdin, PollFlags::IN),
            PollFd::new(&self.resized, PollFlags::IN),
            PollFd::new(&self.continued, PollFlags::IN),
        ];
        match poll(&mut fds, wait.as_ref()) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        let [stdin, resized, continued] = fds.map(|fd| fd.revents());
        for (events, pipe, input) in [
            (resized, &mut self.resized, Input::Resized),
            (continued, &mut self.continued, Input::Continued),
        ] {
            if events.contains(PollFlags::IN) {
                let mut buffer = [0; 256];
                while matches!(pipe.read(&mut buffer), Ok(n) if n == buffer.len()) {}
                out.push(input);
            }
        }
        if stdin.contains(PollFlags::IN) {
            let mut buffer = [0; 4096];
            match rustix::io::read(&self.stdin, &mut buffer) {
                Ok(0) => return Err(gone()),
                Ok(n) => self.decoder.feed(buffer.get(..n).unwrap_or_default(), out),
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
                Err(_) => return Err(gone()),
            }
        } else if stdin.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return Err(gone());
        } else if cut && timeout.is_none_or(|t| t >= REST) {
            self.decoder.settle(out);
        }
        Ok(())
    }
}

/// The end of a pipe that each arrival of a signal writes to.
fn watch(signal: i32) -> io::Result<UnixStream> {
    let (end, sender) = UnixStream::pair()?;
    end.set_nonblocking(true)?;
    signal_hook::low_level::pipe::register(signal, sender)?;
    Ok(end)
}

fn gone() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "terminal sudah tertutup")
}
