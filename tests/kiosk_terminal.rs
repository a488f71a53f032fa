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

/// All of it arrives at once, before the reset has been seen.
#[test]
fn what_is_typed_behind_the_end_belongs_to_the_one_who_left() {
    let mut s = kiosk(&[]);
    s.send("hakim\x1b[21~rahasia");
    s.expect("Tekan tombol apa saja");
    s.draw();
    s.send(" ");
    s.expect("ketik nama pekerjaan");
    let shown = String::from_utf8_lossy(&s.raw).into_owned();
    assert!(!shown.contains("rahasia"));
}

/// A large folder takes a moment, in which the terminal's own keys still are signals.
#[test]
fn no_key_leads_out_while_data_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let entries: Vec<String> = (0..30_000)
        .map(|i| format!(r#"{{"id":"p{i}","nama":"P{i}","bidang":"seni"}}"#))
        .collect();
    std::fs::write(
        dir.path().join("banyak.json"),
        format!("[{}]", entries.join(",")),
    )
    .unwrap();
    let path = dir.path().to_string_lossy().into_owned();
    let mut s = Session::start(&["--kiosk", "--data", &path], (100, 30), &[]);
    // On a fast machine it may be open already.
    s.wait("reading or open", |screen| {
        screen.contains("membaca data") || screen.contains("F10 selesai")
    });
    s.send("\x03\x1c\x1a");
    s.expect("F10 selesai");
    s.send("\x15hakim");
    s.expect("Cari: hakim");
}

/// Over ssh the client says how large its window is.
#[test]
fn a_window_of_any_claimed_size_is_survived() {
    let mut s = Session::start(&[], (100, 30), &[]);
    s.expect("F1 Bantuan");
    // The emulator is spared the size; the program is told it.
    for (cols, rows) in [(65535, 65535), (0, 0)] {
        s.draw();
        s.claim(cols, rows);
        s.wait_output();
    }
    s.resize(100, 30);
    s.send("\x15hakim");
    s.expect("Cari: hakim");
    let status = std::fs::read_to_string(format!("/proc/{}/status", s.pid())).unwrap_or_default();
    let peak = status.lines().find_map(|line| {
        line.strip_prefix("VmHWM:")?
            .split_whitespace()
            .next()?
            .parse::<u64>()
            .ok()
    });
    assert!(peak.is_none_or(|kilobytes| kilobytes < 400_000), "{peak:?}");
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
