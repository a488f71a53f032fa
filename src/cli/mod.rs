//! The command line: arguments, sub-commands, messages and exit codes.

mod args;
mod data;
mod export;
mod listing;
mod messages;
mod searching;

use crate::app::geometry::Size;
use crate::app::{App, Options};
use crate::core::catalog::Catalog;
use crate::shell;
use crate::text;
use crate::view::{self, Look};
use args::{Command, Line};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// Why a command ended early.
#[derive(Debug)]
enum Failure {
    /// Something did not work: exit code 1.
    Failed(String),
    /// The command line is not right: exit code 2.
    Usage(String),
    /// What went wrong is printed already: exit code 1.
    Told,
    /// Nothing could be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Runs the program: with arguments, as a command; without, as the browser.
pub fn main() -> ExitCode {
    shell::install_panic_hook();
    let result = args::read().and_then(|line| match line {
        Line::Text(text) => print(|out| Ok(out.write_all(text.as_bytes())?)),
        Line::Run(args) => run(&args),
    });
    let (message, code) = match result {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Failed(message)) => (message, 1),
        Err(Failure::Usage(message)) => (message, 2),
        Err(Failure::Told) => return ExitCode::FAILURE,
        Err(Failure::Output(error)) => (messages::output(&error), 1),
    };
    let _ = writeln!(io::stderr(), "jelajah: {message}");
    ExitCode::from(code)
}

fn run(args: &args::Args) -> Result<(), Failure> {
    match &args.command {
        None => browse(args),
        Some(Command::Cari(cari)) => searching::run(&catalog(args, &cari.data), cari),
        Some(Command::Tampil(tampil)) => export::run(&catalog(args, &tampil.data), tampil),
        Some(Command::Daftar(daftar)) => listing::run(&catalog(args, &daftar.data), daftar),
        Some(Command::Data(command)) => data::run(command, &args.data),
    }
}

/// `--data` may stand before and behind the command.
fn load(args: &args::Args, behind: &[PathBuf]) -> data::Loaded {
    let named = [args.data.as_slice(), behind].concat();
    data::load(&named, std::env::var_os("JELAJAH_DATA"))
}

/// The catalogue for a command: its answer goes to standard output, so what is wrong with the data goes beside it.
fn catalog(args: &args::Args, behind: &[PathBuf]) -> Catalog {
    const MOST: usize = 5;
    let loaded = load(args, behind);
    let mut err = io::stderr().lock();
    for problem in loaded.problems.iter().take(MOST) {
        let _ = writeln!(err, "jelajah: data: {problem}");
    }
    let more = loaded.problems.len().saturating_sub(MOST);
    if more > 0 {
        let more = text::number(more);
        let _ = writeln!(
            err,
            "jelajah: data: masih ada {more} masalah; lihat \"jelajah data periksa PATH\"."
        );
    }
    loaded.catalog
}

fn browse(args: &args::Args) -> Result<(), Failure> {
    shell::require_terminal()
        .map_err(|refusal| Failure::Failed(messages::refusal(refusal).to_owned()))?;
    if args.kiosk {
        shell::ignore_keys();
    }
    let mut terminal = shell::detect();
    if let Some(theme) = args.theme {
        terminal.palette = theme.palette();
    }
    if args.ascii {
        terminal.charset = crate::app::page::Charset::Ascii;
    }
    crossterm::style::force_color_output(true);
    let (width, height) =
        shell::window_size().map_err(|e| Failure::Failed(messages::terminal(&e)))?;
    let seed = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map(|d| d.as_nanos() as u64)
        .unwrap_or_default();
    let options = Options {
        charset: terminal.charset,
        seed,
        kiosk: args.kiosk.then_some(args.idle),
    };
    let loaded = load(args, &[]);
    // The names of a user's entries are found at once, their texts as soon as this is done.
    if !loaded.catalog.searchable().is_complete() {
        let catalog = loaded.catalog.clone();
        let _ = std::thread::Builder::new()
            .name("indeks".into())
            .spawn(move || catalog.index_texts());
    }
    let mut app = App::new(
        loaded.catalog,
        options,
        Size { width, height },
        view::help_line_count,
    )
    .with_problems(loaded.problems.iter().map(ToString::to_string).collect());
    let look = Look::new(terminal.palette, terminal.charset);
    shell::run(&mut app, &look, args.mouse).map_err(|e| Failure::Failed(messages::terminal(&e)))
}

/// Writes to standard output through one buffer, and tells when that fails.
fn print(write: impl FnOnce(&mut dyn Write) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    out.flush()?;
    Ok(())
}
