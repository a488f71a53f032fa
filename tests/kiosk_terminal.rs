//! The real kiosk in a real pseudo-terminal: leaned on; and each kind of terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use support::pty::Session;

fn kiosk(env: &[(&str, &str)]) -> Session {
    let mut session = Session::start(&["--kiosk"], (100, 30), env);
    session.expect("Jelajah Profesi");
    session.expect("F1 Bantuan");
    session
}

/// What a board of 104 keys sends, each with every modifier that a terminal can tell.
fn board() -> Vec<Vec<u8>> {
    let mut keys: Vec<Vec<u8>> = (1_u8..128).map(|b| vec![b]).collect();
    keys.extend(
        (32_u8..127)
            .map(|b| vec![0x1b, b])
            .filter(|k| !b"[OP]X^_NP".contains(&k[1])),
    );
    for modifier in 1..=16 {
        for letter in "ABCDFHPQRS".chars() {
            keys.push(format!("\x1b[1;{modifier}{letter}").into_bytes());
        }
        for number in [
            1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24,
        ] {
            keys.push(format!("\x1b[{number};{modifier}~").into_bytes());
        }
    }
    keys.extend(
        [
            "\x1b[Z", "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1bOA", "\x1b[[A", "\x1b[[E",
        ]
        .map(|k| k.as_bytes().to_vec()),
    );
    keys
}

#[test]
fn no_key_of_the_board_ends_it_and_no_file_appears() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().to_string_lossy().into_owned();
    let mut s = kiosk(&[
        ("HOME", &path),
        ("XDG_CONFIG_HOME", &path),
        ("XDG_DATA_HOME", &path),
    ]);
    for chunk in board().chunks(40) {
        s.send(chunk.concat());
    }
    // Ctrl+U, out of any page, then a query: it still answers.
    s.send("\x1b[21~");
    s.expect("Tekan tombol apa saja");
    s.send(" ");
    s.expect("ketik nama pekerjaan");
    s.send("hakim");
    s.expect("Cari: hakim");
    assert!(s.alive());
    assert_eq!(
        std::fs::read_dir(home.path()).unwrap().count(),
        0,
        "a kiosk writes no file"
    );
}

#[test]
fn every_terminal_gets_a_look_or_a_sentence() {
    for term in [
        "linux",
        "vt100",
        "xterm",
        "xterm-256color",
        "screen",
        "ansi",
    ] {
        for lang in ["C", "C.UTF-8"] {
            let mut s = Session::start(&[], (100, 30), &[("TERM", term), ("LANG", lang)]);
            s.expect("Jelajah Profesi");
            s.send("\x03");
            assert_eq!(s.end(), 0, "{term}");
            let ascii = lang == "C" || term == "vt100" || term == "ansi";
            assert!(!ascii || s.raw.is_ascii(), "{term} {lang}");
        }
    }
    let mut s = Session::start(&[], (100, 30), &[("TERM", "dumb")]);
    assert_eq!(s.end(), 1);
    assert!(String::from_utf8_lossy(&s.raw).contains("jelajah cari"));
}
