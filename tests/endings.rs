//! Every way out: the program ends at once, and the terminal is as it was before.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use rustix::process::Signal;
use support::pty::{PROGRAM, Session};

const SIZE: (u16, u16) = (100, 30);

fn start(args: &[&str], env: &[(&str, &str)]) -> Session {
    let mut session = Session::start(args, SIZE, env);
    session.expect("Enter buka");
    session
}

#[test]
fn every_signal_ends_it_also_in_a_kiosk() {
    for args in [&[] as &[&str], &["--kiosk"]] {
        for (signal, code) in [
            (Signal::TERM, 143),
            (Signal::HUP, 129),
            (Signal::INT, 130),
            (Signal::QUIT, 131),
        ] {
            let mut s = start(args, &[]);
            s.signal(signal);
            assert_eq!(s.end(), code, "{signal:?} {args:?}");
            s.assert_restored();
        }
    }
}

#[test]
fn it_cannot_be_stopped() {
    for args in [&[] as &[&str], &["--kiosk"]] {
        let mut s = start(args, &[]);
        s.signal(Signal::TSTP);
        s.send("hakim");
        s.expect("Cari: hakim");
    }
}

#[test]
fn the_keys_that_quit_leave_the_terminal_as_it_was() {
    for (args, key) in [
        (&[] as &[&str], "\x03"),
        (&[], "\x11"),
        (&["--tetikus"], "\x11"),
    ] {
        let mut s = start(args, &[]);
        s.send("hakim\r\t");
        s.expect("[Cocok/Tidak]");
        s.send(key);
        assert_eq!(s.end(), 0);
        s.assert_restored();
    }
}

/// Where the signal is ignored, reading tells that the terminal is gone.
#[test]
fn a_terminal_that_vanishes_ends_it() {
    let deaf = ["/bin/sh", "-c", "trap '' HUP; exec \"$0\" \"$@\"", PROGRAM];
    for kiosk in [&[] as &[&str], &["--kiosk"]] {
        for line in [&[PROGRAM] as &[&str], &deaf] {
            let mut s = Session::start_line(&[line, kiosk].concat(), SIZE, &[]);
            s.expect("Enter buka");
            s.hang_up();
            assert!(matches!(s.end(), 1 | 129), "{line:?}");
        }
    }
}

/// Only a debug build panics when asked.
#[test]
fn a_panic_restores_says_one_line_and_ends_it() {
    if !cfg!(debug_assertions) {
        return;
    }
    for (args, thread) in [
        (&[] as &[&str], "utama"),
        (&["--kiosk"], "utama"),
        (&[], "utas"),
    ] {
        let mut s = Session::start(args, SIZE, &[("JELAJAH_UJI_PANIK", thread)]);
        assert_eq!(s.end(), 101);
        s.assert_restored();
        let said = s.screen().contents();
        assert!(
            said.starts_with("jelajah: berhenti karena kesalahan di dalam program"),
            "{said}"
        );
    }
}

#[test]
fn without_a_terminal_it_says_so_and_touches_nothing() {
    let browse = |redirection: &str| format!("exec \"$0\" {redirection}");
    for redirection in [
        "< /dev/null",
        "> /dev/full",
        "> /dev/null",
        ">&-",
        "<&-",
        "| cat",
        "| true",
    ] {
        for env in [&[] as &[(&str, &str)], &[("JELAJAH_DATA", "/dev/null")]] {
            // The shell passes on how the browser ended, which is not the last of a pipe.
            let line = if redirection.starts_with('|') {
                format!("{{ \"$0\"; echo \"berakhir $?\" >&2; }} {redirection}")
            } else {
                browse(redirection)
            };
            let mut s = Session::start_line(&["/bin/sh", "-c", &line, PROGRAM], SIZE, env);
            let code = s.end();
            s.assert_restored();
            let said = s.screen().contents();
            assert!(said.contains("jelajah cari"), "{redirection}: {said}");
            assert!(
                code == 1 || said.contains("berakhir 1"),
                "{redirection}: {code} {said}"
            );
            assert!(!s.raw.contains(&0x1b), "{redirection}: no escape codes");
        }
    }
}

/// Somebody, or the machine, stops it all the same; whoever takes the terminal then sets modes of his own.
#[test]
fn after_a_stop_it_goes_on_with_its_modes_and_its_screen() {
    for args in [&[] as &[&str], &["--kiosk"]] {
        let mut s = start(args, &[]);
        s.send("hakim");
        s.expect("Cari: hakim");
        s.signal(Signal::STOP);
        s.spoil();
        s.signal(Signal::CONT);
        s.wait_raw();
        s.expect("Cari: hakim");
        s.send("\x15bidan");
        s.expect("Cari: bidan");
        s.signal(Signal::TERM);
        assert_eq!(s.end(), 143);
        s.assert_restored();
    }
}

#[test]
fn signals_that_nobody_expects_restore_too() {
    for signal in [Signal::USR1, Signal::USR2, Signal::ALARM, Signal::PROF] {
        let mut s = start(&[], &[]);
        s.signal(signal);
        assert!(s.end() > 128, "{signal:?}");
        s.assert_restored();
    }
}

/// A Linux console may have no other screen, so what was there is cleared, and so is what is left.
#[test]
fn without_another_screen_nothing_shows_through_and_nothing_stays() {
    let mut s = start(&[], &[]);
    s.send("\x11");
    s.end();
    let written = String::from_utf8(s.raw.clone()).unwrap();
    let cleared = written.find("\x1b[2J").unwrap();
    assert!(cleared < written.find("Jelajah Profesi").unwrap());
    let last = written.rfind("\x1b[2J").unwrap();
    assert!(
        last > written.rfind("Jelajah").unwrap() && last < written.rfind("\x1b[?1049l").unwrap()
    );
}
