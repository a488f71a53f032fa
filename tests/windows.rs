//! The program for Windows, under wine. `.ci/rilis` builds it and runs this.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use portable_pty::CommandBuilder;
use support::pty::Session;

/// Starts the program that a variable names, once it has drawn its first frame.
fn start(variable: &str, args: &[&str]) -> Session {
    let program =
        std::env::var(variable).unwrap_or_else(|_| panic!("{variable}: .ci/rilis sets it"));
    let mut command = CommandBuilder::new("wine");
    command.arg(program);
    command.args(args);
    let mut session = Session::spawn(command, (100, 30));
    session.expect("Jelajah Profesi");
    session.expect("Enter buka");
    // wine takes the keyboard a moment later than the program asks for it.
    session.wait_raw();
    session
}

/// wine takes VT for known but does not draw it in place, so only words are looked for.
#[test]
#[ignore = "needs wine and what .ci/rilis builds"]
fn what_is_handed_out_opens_types_turns_and_quits() {
    let mut s = start("JELAJAH_EXE", &[]);
    s.send("hakim");
    s.expect("Hukum dan Peradilan");
    s.send("\t");
    s.expect("[Cocok/Tidak]");
    s.send("\x11");
    assert_eq!(s.end(), 0);
}

#[test]
#[ignore = "needs wine and what .ci/rilis builds"]
fn without_vt_every_cell_is_in_its_place() {
    let mut s = start("JELAJAH_EXE_TANPA_VT", &[]);
    s.send("hakim");
    s.wait("the search", |screen| {
        screen.contains(" > Hakim ") && screen.contains("│ Hukum dan Peradilan")
    });
    s.send("\t");
    s.expect("Profil [Cocok/Tidak] Ekspektasi vs Realita");
    s.send("\x1bOP");
    s.expect("Bantuan");
    s.send("\x1bOP");
    s.wait("the help is gone", |screen| screen.contains("Enter buka"));
    s.send("\x11");
    assert_eq!(s.end(), 0);
    let left = s.screen().contents();
    assert!(!left.contains("Hakim"), "the console was cleared:\n{left}");
}

/// A Ctrl+C from the terminal reaches the program as the event that Ctrl+Break is on a real console.
#[test]
#[ignore = "needs wine and what .ci/rilis builds"]
fn a_kiosk_does_not_end_by_the_events_of_the_console() {
    let mut s = start("JELAJAH_EXE_TANPA_VT", &["--kiosk"]);
    for key in ["\x11", "\x04", "\x03"] {
        s.send(key);
        s.send("bidan");
        s.expect("│ Kesehatan · pendidikan: D1-D3");
        s.send("\x15");
        s.expect("│ Teknologi Informasi dan Data");
    }
    s.send("\x1b[21~");
    s.expect("Tekan tombol apa saja");
    s.send("x");
    s.expect("│ Teknologi Informasi dan Data");
    s.send("bidan");
    s.expect("│ Kesehatan · pendidikan: D1-D3");
    assert!(s.alive());
}
