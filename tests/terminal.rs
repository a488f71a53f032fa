//! The real program in a real pseudo-terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use support::pty::Session;

const ALT_LEFT: &str = "\x1b[1;3D";

fn start(env: &[(&str, &str)]) -> Session {
    let mut session = Session::start(&[], (100, 30), env);
    session.expect("Jelajah Profesi");
    session.expect("[Profil]");
    session
}

#[test]
fn a_student_finds_reads_follows_and_comes_back() {
    let mut s = start(&[]);
    s.send("dokter");
    s.expect("> Dokter Umum");
    for tab in [
        "[Cocok/Tidak",
        "[Ekspektasi vs Realita]",
        "[Jurusan]",
        "[Institusi]",
        "[Profil]",
    ] {
        s.send("\t");
        s.expect(tab);
    }
    s.send("\t\t\t\r");
    // The footer is the last thing of a frame: with it, the whole frame is there.
    s.wait("the current link", |screen| {
        screen.contains("│ > Kedokteran") && screen.contains("Enter ikuti")
    });
    let before = s.screen().contents();
    s.send("\r");
    s.expect("Profesi yang didukung jurusan ini");
    s.send("\r");
    s.wait("a profession", |screen| {
        screen.contains("[Jurusan]") && !screen.contains("didukung jurusan ini")
    });
    s.send(ALT_LEFT);
    s.expect("Profesi yang didukung jurusan ini");
    s.send(ALT_LEFT);
    s.wait("the same place", |screen| screen == before);
    s.send("\x1b");
    s.wait("the list has the keys", |screen| {
        screen.contains("Enter buka")
    });
    s.send("\x1b");
    s.expect("ketik nama pekerjaan");
    s.send("\x1b");
    s.send("\t");
    s.expect("[Institusi]");
    s.send("hakim");
    s.expect("Cari: hakim");
    assert!(s.alive(), "Esc never ends the program");
    s.send("\x03");
    assert_eq!(s.end(), 0);
    s.assert_restored();
}

/// crossterm writes an empty colour under `NO_COLOR`, which would reset bold and reversed: look at the bytes.
#[test]
fn no_color_means_no_colour_code_and_a_selection_that_stands_out() {
    let mut s = start(&[("NO_COLOR", "1")]);
    s.send("dokter");
    s.expect("Cari: dokter");
    let cell = s.screen().cell(3, 3).unwrap();
    assert!(cell.inverse(), "the selected row is reversed");
    s.send("\x03");
    s.end();
    let text = String::from_utf8_lossy(&s.raw);
    for code in text
        .split("\x1b[")
        .skip(1)
        .filter_map(|rest| rest.split_once('m').map(|(code, _)| code))
    {
        let colour = code.split(';').any(|n| {
            n.parse::<u8>()
                .is_ok_and(|n| matches!(n, 30..=38 | 40..=48 | 90..=97 | 100..=107))
        });
        assert!(!colour || code.contains('\n'), "colour code {code:?}");
    }
}

#[test]
fn sizes_from_nothing_to_large_are_survived() {
    let mut s = start(&[]);
    for (cols, rows) in [
        (40, 10),
        (1, 1),
        (200, 60),
        (39, 9),
        (300, 100),
        (80, 24),
        (100, 30),
    ] {
        s.resize(cols, rows);
    }
    s.send("hakim");
    s.expect("Cari: hakim");
    s.send("\x03");
    assert_eq!(s.end(), 0);
}
