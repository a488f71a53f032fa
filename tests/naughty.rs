//! Text that attacks a terminal, in every place where text can come from, on every way out of the program.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use naughty_strings::BLNS;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::pty::{PROGRAM, Session};

/// What the Big List lacks: commands to the terminal in seven and eight bits, text that hides or turns around.
const PAYLOADS: &[&str] = &[
    "\u{1b}[31mmerah\u{1b}[0m",
    "\u{1b}]0;judul\u{7}",
    "\u{1b}]52;c;aGFsbw==\u{7}",
    "\u{1b}]8;;http://contoh.id\u{1b}\\tautan\u{1b}]8;;\u{1b}\\",
    "\u{1b}P$q\u{1b}\\",
    "\u{1b}_a\u{1b}\\\u{1b}^b\u{1b}\\\u{1b}Xc\u{1b}\\",
    "\u{1b}[?1049h\u{1b}[2J\u{1b}c",
    "\u{9b}31m",
    "\u{9d}0;judul\u{9c}",
    "\u{90}q\u{9c}",
    "\u{7}\u{8}\u{7f}\u{0}\r\n\u{b}\u{c}\u{85}",
    "\u{202a}\u{202b}\u{202d}\u{202e}terbalik\u{202c}",
    "\u{2066}\u{2067}\u{2068}a\u{2069}",
    "a\u{200b}b\u{200c}c\u{200d}d\u{200e}\u{200f}\u{feff}\u{ad}\u{2060}e",
    "\u{2028}\u{2029}",
    "\u{e0041}\u{e007f}",
    "\u{2764}\u{fe0f}",
    "\u{f8ff}\u{fffe}\u{10ffff}",
    "\u{e9}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
];

/// How many strings share an entry.
const CHUNK: usize = 12;

fn strings() -> Vec<&'static str> {
    PAYLOADS.iter().chain(BLNS).copied().collect()
}

/// Entries that hold some of the strings in each of their fields, one that is named by each string, and nonsense.
fn overlay() -> String {
    let strings = strings();
    let crowded = strings.chunks(CHUNK).enumerate().map(|(i, some)| {
        let one = some[i % some.len()];
        let pairs = |a: &str, b: &str| some.iter().map(|s| json!({a: s, b: s})).collect::<Vec<_>>();
        json!({
            "id": format!("nakal-{i}"), "nama": format!("Nakal{i} {one}"), "alias": some, "bidang": one, "kbji": one,
            "riasec": one, "pendidikan": one, "profil": some, "cocok": some, "tidak_cocok": some,
            "ekspektasi_realita": pairs("ekspektasi", "realita"), "perbedaan": pairs("profesi", "uraian"),
            "miskonsepsi": pairs("anggapan", "realita"), "jurusan": some, "institusi": some, "mirip": some,
            "ditinjau": one, "rujukan": some, format!("kunci {one}"): one,
        })
    });
    let named = strings
        .iter()
        .enumerate()
        .map(|(i, s)| json!({"id": format!("bernama-{i}"), "nama": s, "bidang": s}));
    let broken = strings
        .iter()
        .map(|s| json!({"id": s, "nama": [s], "bidang": "seni", "profil": s}));
    let all: Vec<Value> = crowded.chain(named).chain(broken).collect();
    serde_json::to_string(&all).unwrap()
}

/// Why a character may not reach a terminal. Escape is looked at by the caller: the browser needs it.
fn harmful(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' | '\u{e000}'..='\u{f8ff}')
}

fn assert_harmless(what: &str, bytes: &[u8]) {
    let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|e| panic!("{what}: {e}"));
    for line in text.lines() {
        assert!(
            !line.contains(|c| harmful(c) || c == '\u{1b}'),
            "{what}: {line:?}"
        );
    }
}

fn jelajah(args: &[OsString]) -> Output {
    let output = Command::new(PROGRAM)
        .args(args)
        .env_remove("JELAJAH_DATA")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_harmless(&format!("{args:?}, stdout"), &output.stdout);
    assert_harmless(&format!("{args:?}, stderr"), &output.stderr);
    assert_ne!(output.status.code(), Some(101), "{args:?}: a panic");
    output
}

fn run(args: &[&str]) -> Output {
    jelajah(&args.iter().map(OsString::from).collect::<Vec<_>>())
}

fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("nakal.json"), overlay()).unwrap();
    dir
}

#[test]
fn no_screen_lets_a_command_through() {
    let dir = folder();
    let mut s = Session::start(&["--data", dir.path().to_str().unwrap()], (160, 50), &[]);
    s.expect("masalah data");
    // The list of problems, to its end.
    s.send("\x1bOS");
    s.expect("Masalah data");
    for _ in 0..40 {
        s.send("\x1b[6~");
        s.draw();
    }
    s.send("\x1b[F");
    s.draw();
    s.send("\x1bOS");
    s.draw();
    for i in 0..strings().chunks(CHUNK).count() {
        s.send(format!("\x15nakal{i}"));
        s.expect(&format!("Cari: nakal{i} "));
        for _ in 0..5 {
            s.send("\t");
            s.draw();
            for key in ["\r", "\x1b[6~", "\x1b[6~", "\x1b[F"] {
                s.send(key);
                s.draw();
            }
            // A page that a link leads to, and back to the list.
            s.send("\r");
            s.draw();
            s.send("\x1b[6~");
            s.draw();
            for _ in 0..3 {
                s.send("\x1b[D");
                s.draw();
            }
        }
    }
    // The five indexes, from both ends, with each string as a query.
    for _ in 0..5 {
        s.send("\x15\x1bOQ");
        s.draw();
        for key in [
            "\x1b[F", "\x1b[5~", "\x1b[5~", "\x1b[H", "\x1b[6~", "\x1b[6~",
        ] {
            s.send(key);
            s.draw();
        }
    }
    for string in strings().into_iter().step_by(7) {
        s.send("\x15");
        s.send(format!("\x1b[200~{}\x1b[201~", string.replace('\x1b', "")));
        s.draw();
    }
    let screen = s.screen().contents();
    assert!(s.alive(), "{screen}");
    s.send("\x03");
    assert_eq!(s.end(), 0);
    s.assert_restored();
    let shown = String::from_utf8(s.raw.clone()).unwrap();
    if let Some(c) = shown.chars().find(|c| harmful(*c)) {
        panic!("{c:?} was written");
    }
    for (at, _) in shown.match_indices('\u{1b}') {
        let command = shown[at + 1..].chars().next();
        assert_eq!(command, Some('['), "the browser itself only writes CSI");
    }
    assert!(shown.contains("terbalik"), "the entries were seen");
}

#[test]
fn no_command_prints_one() {
    let dir = folder();
    let data = dir.path().to_str().unwrap();
    assert_eq!(run(&["data", "periksa", data]).status.code(), Some(1));
    for what in ["profesi", "bidang", "jurusan", "institusi"] {
        run(&["--data", data, "daftar", what]);
        run(&["--data", data, "daftar", what, "--json"]);
    }
    for i in 0..strings().chunks(CHUNK).count() {
        let id = format!("nakal-{i}");
        // Two entries hold all that attacks a terminal: these in every shape, the rest in one after the other.
        let whole = i < 2;
        for (at, format) in ["teks", "markdown", "html", "json"].into_iter().enumerate() {
            if whole || at == i % 4 {
                let shown = run(&["--data", data, "tampil", &id, "--format", format]);
                assert!(shown.status.success());
            }
        }
        for (at, section) in ["profil", "kecocokan", "realita", "jurusan", "institusi"]
            .into_iter()
            .enumerate()
        {
            if whole || at == i % 5 {
                run(&["--data", data, "tampil", &id, "--bagian", section]);
            }
        }
    }
    run(&["--data", data, "cari", "--batas", "2000", "nakal"]);
    run(&["--data", data, "cari", "--json", "--batas", "2000", "a"]);
}

/// What is typed on a command line comes back in messages.
#[test]
fn no_argument_comes_back_as_one() {
    for string in strings() {
        // No argument can hold a NUL.
        let string = string.replace('\0', "");
        for args in [
            &["cari", "--", &string] as &[&str],
            &["tampil", "--", &string],
            &["daftar", "--", &string],
            &[&string],
        ] {
            // Anything that is a command line of its own, as an empty one, would open the browser: it has no terminal.
            assert!(run(args).status.code().is_some(), "{string:?}");
        }
    }
    for string in PAYLOADS.iter().map(|s| s.replace('\0', "")) {
        for option in ["--tema", "--diam", "--data", "--batas", "--"] {
            run(&[option, &string]);
            run(&["cari", option, &string, "dokter"]);
        }
        run(&[&format!("--{string}")]);
        run(&["cari", "--bidang", &string, "dokter"]);
        run(&["tampil", "perawat", "--bagian", &string]);
        run(&["tampil", "perawat", "--format", &string]);
        run(&["data", &string]);
        run(&["data", "periksa", &string]);
        run(&["data", "impor", &string]);
    }
}

#[test]
fn no_file_name_and_no_imported_page_carries_one() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("hasil");
    fs::create_dir(&out).unwrap();
    for (i, string) in strings().into_iter().enumerate() {
        let name: Vec<u8> = string
            .bytes()
            .filter(|b| !b"/\0".contains(b))
            .take(80)
            .collect();
        if i < PAYLOADS.len() {
            let file = [name.as_slice(), b".json"].concat();
            fs::write(dir.path().join(OsString::from_vec(file)), "{").unwrap();
        }
        if i % 6 == 0 {
            let page = format!(
                "Nakal {string}\n\nProfil Profesi\n\n{string}\n\nKonsep, ekspektasi dan realita\n\n{string}\n\n\
                 Jurusan Kuliah yang Mendukung\n\n{string}\n\nContoh perusahaan atau institusi\n\n{string}\n"
            );
            let file = dir
                .path()
                .join(OsString::from_vec([name.as_slice(), b".txt"].concat()));
            fs::write(&file, page).unwrap();
            jelajah(&[
                "data".into(),
                "impor".into(),
                file.into(),
                "--ke".into(),
                (&out).into(),
            ]);
        }
    }
    run(&["data", "periksa", dir.path().to_str().unwrap()]);
    run(&["--data", dir.path().to_str().unwrap(), "cari", "dokter"]);
    let mut written = 0;
    for file in fs::read_dir(&out).unwrap() {
        let path = file.unwrap().path();
        assert_file_is_harmless(&path);
        written += 1;
    }
    assert!(written > 20, "{written} files");
}

fn assert_file_is_harmless(path: &Path) {
    assert_harmless("a file's name", path.to_string_lossy().as_bytes());
    assert_harmless("a file", &fs::read(path).unwrap());
}
