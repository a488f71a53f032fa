//! What the tests share: a fixed catalogue, keys written as text, and screens as text with their styles.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

pub mod pty;

use jelajah_profesi::app::geometry::Size;
use jelajah_profesi::app::page::Charset;
use jelajah_profesi::app::{Action, App, Effect, Options, update};
use jelajah_profesi::core::catalog::assemble::Vocabulary;
use jelajah_profesi::core::catalog::{Catalog, UserEntry};
use jelajah_profesi::keys::{Code, Key, resolve};
use jelajah_profesi::view::{self, Look, Palette};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::{Modifier, Style};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A file of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read<T: serde::de::DeserializeOwned>(path: &str) -> T {
    let text = std::fs::read_to_string(repository(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Ten professions that do not change when the real catalogue does.
pub fn catalog() -> Catalog {
    let mut files: Vec<PathBuf> = std::fs::read_dir(repository("tests/data/katalog"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    let entries = files
        .iter()
        .map(|path| UserEntry {
            entry: serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap(),
            file: path.file_name().unwrap().to_string_lossy().into_owned(),
        })
        .collect();
    let vocabulary = Vocabulary {
        sectors: read("assets/bidang.json"),
        majors: read("assets/jurusan.json"),
        institutions: read("tests/data/institusi.json"),
        subject_groups: read("assets/mapel.json"),
    };
    Catalog::from_entries(entries, vocabulary)
}

/// The start screen at a size.
pub fn app(width: u16, height: u16) -> App {
    app_with(catalog(), Charset::Full, width, height)
}

/// The start screen of a catalogue.
pub fn app_with(catalog: Catalog, charset: Charset, width: u16, height: u16) -> App {
    let options = Options {
        charset,
        seed: 7,
        ..Options::default()
    };
    App::new(
        catalog,
        options,
        Size { width, height },
        view::help_line_count,
    )
}

/// Presses keys, written as `dokter<Enter><Tab*3><A-Left>`.
pub fn press(app: &mut App, keys: &str) -> Effect {
    let mut effect = Effect::None;
    for key in parse(keys) {
        if let Some(action) = resolve(key, app) {
            effect = update(app, action);
        }
    }
    update(app, Action::Settle);
    effect
}

/// Changes the size of the window.
pub fn resize(app: &mut App, width: u16, height: u16) {
    update(app, Action::Resize(width, height));
    update(app, Action::Settle);
}

fn parse(keys: &str) -> Vec<Key> {
    let mut out = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        if c == '<'
            && let Some((name, after)) = rest[1..].split_once('>')
        {
            let (name, times) = name
                .split_once('*')
                .map_or((name, 1), |(n, t)| (n, t.parse().unwrap()));
            out.extend(std::iter::repeat_n(named(name), times));
            rest = after;
        } else {
            out.push(Key::plain(Code::Char(c)));
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn named(name: &str) -> Key {
    if let Some(rest) = name.strip_prefix("A-") {
        return Key {
            alt: true,
            ..named(rest)
        };
    }
    if let Some(rest) = name.strip_prefix("C-") {
        return Key::ctrl(rest.chars().next().unwrap());
    }
    let code = match name {
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "Tab" => Code::Tab,
        "S-Tab" => return Key::shift(Code::Tab),
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "Home" => Code::Home,
        "End" => Code::End,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "BS" => Code::Backspace,
        "Space" => Code::Char(' '),
        f => Code::F(
            f.strip_prefix('F')
                .and_then(|n| n.parse().ok())
                .unwrap_or_else(|| panic!("key <{f}>")),
        ),
    };
    Key::plain(code)
}

/// Draws into a buffer of the app's own size.
pub fn terminal(app: &App, look: &Look) -> Terminal<TestBackend> {
    let size = app.geometry().size;
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
    terminal.draw(|frame| view::draw(frame, app, look)).unwrap();
    terminal
}

/// The screen as text.
pub fn text(app: &App) -> String {
    dump(app, &Look::new(Palette::Mono, Charset::Full), false)
}

/// The screen as text, with a line of style runs under each row that has any.
pub fn styled(app: &App, palette: Palette, charset: Charset) -> String {
    dump(app, &Look::new(palette, charset), true)
}

fn dump(app: &App, look: &Look, styles: bool) -> String {
    let terminal = terminal(app, look);
    let buffer = terminal.backend().buffer();
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let row: Vec<_> = (0..buffer.area.width).map(|x| &buffer[(x, y)]).collect();
        let line: String = row.iter().map(|c| c.symbol()).collect();
        writeln!(out, "{}", line.trim_end()).unwrap();
        if !styles {
            continue;
        }
        let mut runs: Vec<(usize, usize, Style)> = Vec::new();
        for (x, cell) in row.iter().enumerate() {
            match runs.last_mut() {
                Some((_, end, style)) if *style == cell.style() && *end == x => *end = x + 1,
                _ => runs.push((x, x + 1, cell.style())),
            }
        }
        let shown: Vec<String> = runs
            .iter()
            .filter_map(|(a, b, s)| Some(format!("{a}-{b} {}", name(*s)?)))
            .collect();
        if !shown.is_empty() {
            writeln!(out, "  ^ {}", shown.join(", ")).unwrap();
        }
    }
    out
}

/// A style in a few letters; nothing for the plain one.
fn name(style: Style) -> Option<String> {
    use ratatui::style::Color::Reset;
    let mut parts = Vec::new();
    if let Some(fg) = style.fg.filter(|c| *c != Reset) {
        parts.push(format!("{fg}"));
    }
    if let Some(bg) = style.bg.filter(|c| *c != Reset) {
        parts.push(format!("on {bg}"));
    }
    for (flag, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ] {
        if style.add_modifier.contains(flag) {
            parts.push(word.to_owned());
        }
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}
