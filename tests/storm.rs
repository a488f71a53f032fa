//! Everything at once: random keys, mouse, pastes, noise, resizes. The program lives and answers.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::time::Duration;
use support::pty::Session;

const SIZE: (u16, u16) = (100, 30);

/// Longer than the rest of a sequence may take to arrive.
const PAUSE: Duration = Duration::from_millis(200);

/// What somebody, or a broken line, may send; the same for the same seed.
fn event(rng: &mut fastrand::Rng) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDFHPQRS";
    const KEYS: &[&str] = &[
        "\r",
        "\t",
        "\x1b[Z",
        "\x1b",
        "\x7f",
        "\x1b[A",
        "\x1b[B",
        "\x1b[C",
        "\x1b[D",
        "\x1b[5~",
        "\x1b[6~",
        "\x1b[H",
        "\x1b[F",
        "\x1bOP",
        "\x1bOQ",
        "\x1bOR",
        "\x1bOS",
        "\x1b[15~",
        "\x1b[17~",
        "\x1b[18~",
        "\x1b[19~",
        "\x1b[21~",
        "\x1b[1;3D",
        "\x1b[1;3C",
    ];
    const TEXTS: &[&str] = &[
        "é",
        "漢字",
        "👩\u{200d}👧",
        "e\u{301}\u{302}",
        "שלום",
        "\u{202e}",
        "\u{200b}",
        "dokter",
        "bidang:",
        "minat:S ",
        "gaji besar",
    ];
    const HALVES: &[&str] = &[
        "\x1b[",
        "\x1b[1;",
        "\x1bO",
        "\x1b[<0;1",
        "\x1b]0;",
        "\x1bP",
        "\x1b[200~",
    ];
    let bytes = |rng: &mut fastrand::Rng, most: usize| -> Vec<u8> {
        let length = rng.usize(0..most);
        std::iter::repeat_with(|| rng.u8(..)).take(length).collect()
    };
    match rng.u8(..12) {
        0 | 1 => vec![rng.u8(32..127)],
        2 => vec![rng.u8(1..127)],
        3 => vec![0x1b, rng.u8(1..127)],
        4 | 5 => rng.choice(KEYS).unwrap().as_bytes().to_vec(),
        6 => format!(
            "\x1b[1;{}{}",
            rng.u8(2..17),
            char::from(*rng.choice(LETTERS).unwrap())
        )
        .into_bytes(),
        7 => format!(
            "\x1b[<{};{};{}{}",
            rng.u8(..130),
            rng.u16(..320),
            rng.u16(..120),
            if rng.bool() { 'M' } else { 'm' }
        )
        .into_bytes(),
        8 => [
            b"\x1b[200~".to_vec(),
            bytes(rng, 400),
            b"\x1b[201~".to_vec(),
        ]
        .concat(),
        9 => rng.choice(TEXTS).unwrap().as_bytes().to_vec(),
        10 => rng.choice(HALVES).unwrap().as_bytes().to_vec(),
        _ => bytes(rng, 6),
    }
}

fn start(args: &[&str]) -> Session {
    let mut session = Session::start(args, SIZE, &[]);
    session.expect("Enter buka");
    session
}

/// The rows of a screen; whether a blank at the end was written or never touched does not matter.
fn rows(screen: &str) -> Vec<String> {
    screen.lines().map(|l| l.trim_end().to_owned()).collect()
}

/// Ends what may be half typed, and goes to a size at which everything shows.
fn calm(session: &mut Session) {
    session.resize(SIZE.0, SIZE.1);
    session.send("\x1b[201~M\x1b\\");
    session.wait_read();
}

/// Sends events without a pause. Outside a kiosk the two keys that quit are left out.
fn storm(seed: u64, args: &[&str]) -> Session {
    let kiosk = args.contains(&"--kiosk");
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut session = start(args);
    for number in 0..20_000 {
        if rng.u8(..25) == 0 {
            session.resize(rng.u16(1..300), rng.u16(1..100));
        }
        let mut event = event(&mut rng);
        event.retain(|byte| kiosk || !matches!(byte, 0x03 | 0x11));
        session.send(event);
        if number % 5 == 0 {
            session.wait_read();
        }
        assert!(session.alive(), "ended after {number} events");
    }
    calm(&mut session);
    session
}

#[test]
fn after_twenty_thousand_events_a_kiosk_starts_as_on_the_first_day() {
    let expected = rows(&start(&["--kiosk"]).screen().contents());
    let mut s = storm(11, &["--kiosk"]);
    // What the storm left may be an invitation already, or half a sequence: after a pause a letter is a letter.
    std::thread::sleep(PAUSE);
    s.send("a");
    s.wait("awake", |screen| !screen.contains("Tekan tombol apa saja"));
    s.send("\x1b[21~");
    s.expect("Tekan tombol apa saja");
    // A key may still be dropped with what the reset drops; at the start a space types nothing, so it can be repeated.
    for _ in 0..50 {
        s.send(" ");
        s.draw();
        if rows(&s.screen().contents()) == expected {
            break;
        }
    }
    s.wait("a fresh start", |screen| rows(screen) == expected);
}

#[test]
fn after_twenty_thousand_events_the_browser_answers() {
    let mut s = storm(7, &["--tetikus"]);
    // The help may be open: Esc closes it, and is a key of its own when nothing follows for a while.
    s.send("\x1b");
    s.wait_read();
    std::thread::sleep(PAUSE);
    s.send("\x1bOP");
    s.expect("Bantuan ─");
}

#[test]
fn after_a_storm_of_resizes_the_screen_is_that_of_a_fresh_start() {
    let last = (91, 31);
    let mut fresh = Session::start(&[], last, &[]);
    let expected = rows(&fresh.wait("the footer", |s| s.contains("Enter buka")));
    let mut s = start(&[]);
    let mut rng = fastrand::Rng::with_seed(7);
    for _ in 0..500 {
        s.resize(rng.u16(1..160), rng.u16(1..60));
    }
    s.resize(last.0, last.1);
    s.wait("the same screen", |screen| rows(screen) == expected);
}

#[test]
fn a_paste_of_a_megabyte_leaves_it_answering() {
    for (before, after) in [("", ""), ("\x1b[200~", "\x1b[201~")] {
        let mut s = start(&[]);
        s.send(before);
        for _ in 0..256 {
            s.send("x".repeat(4096));
        }
        s.send(after);
        s.send("\x15hakim");
        s.expect("Cari: hakim");
    }
}

#[test]
fn half_a_sequence_swallows_nothing() {
    for half in [
        "\x1b[",
        "\x1b[<0;1",
        "\x1bO",
        "\x1b]0;",
        "\x1bP",
        "\x1b[200~",
    ] {
        let mut s = start(&[]);
        s.send(half);
        s.wait_read();
        std::thread::sleep(PAUSE);
        s.send("hakim");
        s.expect("Cari: hakim");
    }
}

/// A string that was begun takes in what follows at once, but a pause ends it.
#[test]
fn a_string_that_never_ends_does() {
    for begun in ["\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x1b[200~"] {
        let mut s = start(&[]);
        s.send(begun);
        s.wait_read();
        s.send("abc");
        s.wait_read();
        std::thread::sleep(PAUSE);
        s.send("\x15hakim");
        s.expect("Cari: hakim");
    }
}
