//! The real program in a real pseudo-terminal, read back through a terminal emulator.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::LocalModes;
use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The program that is tested.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_jelajah");

/// How long a screen may take to appear; only a broken program needs it all.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long to wait for output before looking whether the program still runs.
const SLICE: Duration = Duration::from_millis(20);

/// The emulator knows no empty screens.
fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN)
}

/// One run of the program.
pub struct Session {
    /// Nothing once the terminal is hung up.
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    reader: Option<JoinHandle<()>>,
    /// Tells the reader to let go of the terminal after what it reads next.
    closing: Arc<AtomicBool>,
    parser: vt100::Parser,
    /// The program's side of the terminal, held open so that its modes can be read to the end.
    tty: File,
    before: String,
    /// Every byte the program has written.
    pub raw: Vec<u8>,
}

/// Control, input, output and local modes and the control characters, to be compared.
fn modes(tty: &File) -> String {
    format!("{:?}", rustix::termios::tcgetattr(tty).unwrap())
}

impl Session {
    /// Starts `jelajah` with a clean environment and these variables.
    pub fn start(args: &[&str], size: (u16, u16), env: &[(&str, &str)]) -> Self {
        Self::start_line(&[&[PROGRAM], args].concat(), size, env)
    }

    /// Starts a command line in the same environment.
    pub fn start_line(line: &[&str], size: (u16, u16), env: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(line[0]);
        command.args(&line[1..]);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8")]
            .iter()
            .chain(env)
        {
            command.env(name, value);
        }
        Self::spawn(command, size)
    }

    /// Starts a command in a terminal of `size` (columns, rows).
    pub fn spawn(command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        let name = pair.master.tty_name().unwrap();
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let tty = File::from(rustix::fs::open(name, flags, Mode::empty()).unwrap());
        let before = modes(&tty);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        let closing = Arc::new(AtomicBool::new(false));
        let closed = Arc::clone(&closing);
        let thread = std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(n) = reader.read(&mut buffer) {
                let gone = n == 0 || closed.load(Ordering::SeqCst);
                if send.send(buffer[..n].to_vec()).is_err() || gone {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let parser = vt100::Parser::new(cells(rows), cells(cols), 0);
        Self {
            master: Some(pair.master),
            writer: Some(writer),
            child,
            output,
            reader: Some(thread),
            closing,
            parser,
            tty,
            before,
            raw: Vec::new(),
        }
    }

    /// Sends bytes, as a keyboard does.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(bytes.as_ref()).unwrap();
        writer.flush().unwrap();
    }

    /// Changes the size of the terminal.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.claim(cols, rows);
        self.parser.screen_mut().set_size(cells(rows), cells(cols));
    }

    /// Tells the program a size, and leaves the emulator as it is.
    pub fn claim(&self, cols: u16, rows: u16) {
        self.master
            .as_ref()
            .unwrap()
            .resize(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
    }

    /// Waits until the screen satisfies `ready`, and returns it.
    pub fn wait(&mut self, what: &str, ready: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let screen = self.parser.screen().contents();
            if ready(&screen) {
                return screen;
            }
            assert!(
                Instant::now() < deadline,
                "{what}: not on screen:\n{screen}"
            );
            if let Ok(bytes) = self.output.recv_timeout(SLICE) {
                self.take(&bytes);
            } else {
                assert!(self.alive(), "{what}: the program ended:\n{screen}");
            }
        }
    }

    /// Waits until the terminal hands over keys one by one, unseen.
    pub fn wait_raw(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while rustix::termios::tcgetattr(&self.tty)
            .unwrap()
            .local_modes
            .intersects(LocalModes::ECHO | LocalModes::ICANON)
        {
            assert!(
                Instant::now() < deadline,
                "the terminal does not become raw"
            );
            if let Ok(bytes) = self.output.recv_timeout(SLICE) {
                self.take(&bytes);
            }
        }
    }

    /// Waits until the screen shows `text`.
    pub fn expect(&mut self, text: &str) -> String {
        self.wait(text, |screen| screen.contains(text))
    }

    /// Gives the terminal a shell's modes and wipes the screen, as somebody else does who has it for a while.
    pub fn spoil(&mut self) {
        let mut modes = rustix::termios::tcgetattr(&self.tty).unwrap();
        modes.local_modes |= LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG;
        rustix::termios::tcsetattr(&self.tty, rustix::termios::OptionalActions::Now, &modes)
            .unwrap();
        self.draw();
        self.parser.process(b"\x1b[2J");
    }

    /// Waits until the program has read every key that was sent, taking what it writes meanwhile.
    pub fn wait_read(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while rustix::io::ioctl_fionread(&self.tty).unwrap() > 0 && self.alive() {
            assert!(Instant::now() < deadline, "the program reads no keys");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(1)) {
                self.take(&bytes);
            }
        }
    }

    /// Lets the program draw what the last keys led to: takes its output until nothing more comes for a moment.
    pub fn draw(&mut self) {
        self.wait_read();
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(6)) {
            self.take(&bytes);
        }
    }

    /// Waits until the program writes something.
    pub fn wait_output(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while !self.take_waiting() {
            assert!(
                self.alive() && Instant::now() < deadline,
                "nothing is written"
            );
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Takes what has been written so far, and tells whether that was anything.
    pub fn take_waiting(&mut self) -> bool {
        let before = self.raw.len();
        while let Ok(bytes) = self.output.try_recv() {
            self.take(&bytes);
        }
        self.raw.len() > before
    }

    /// Closes the terminal, as when somebody closes its window.
    pub fn hang_up(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        // What the program answers to a key lets the reader go.
        self.send("x");
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.writer = None;
        self.master = None;
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
    }

    /// The screen as it is now.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The process id.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(i32::try_from(self.pid()).unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Whether the program still runs.
    pub fn alive(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits for the end and returns the exit code.
    pub fn end(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What was written last may still be on its way.
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(300)) {
                    self.take(&bytes);
                }
                return status.exit_code();
            }
            assert!(
                Instant::now() < deadline,
                "the program does not end:\n{}",
                self.parser.screen().contents()
            );
            if let Ok(bytes) = self.output.recv_timeout(SLICE) {
                self.take(&bytes);
            }
        }
    }

    /// Whether every mode is as a shell expects it.
    pub fn assert_restored(&self) {
        let screen = self.parser.screen();
        assert!(
            !screen.alternate_screen(),
            "the alternate screen is still on"
        );
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is still captured"
        );
        assert!(!screen.bracketed_paste(), "bracketed paste is still on");
        assert_eq!(
            modes(&self.tty),
            self.before,
            "the terminal's modes are not as before"
        );
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
