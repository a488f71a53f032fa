//! A minute in which nobody does anything.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::fs;
use std::time::{Duration, Instant};
use support::pty::Session;

/// CPU ticks used and times woken up, over all threads.
fn activity(pid: u32) -> (u64, u64) {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let ticks = stat
        .rsplit(')')
        .next()
        .unwrap()
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(|n| n.parse::<u64>().unwrap())
        .sum();
    let woken = fs::read_dir(format!("/proc/{pid}/task"))
        .unwrap()
        .map(|task| fs::read_to_string(task.unwrap().path().join("status")).unwrap())
        .flat_map(|status| {
            status
                .lines()
                .filter_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))
                .map(|n| n.trim().parse::<u64>().unwrap())
                .collect::<Vec<_>>()
        })
        .sum();
    (ticks, woken)
}

/// Waits until the program has come to rest after its last key.
fn rest(session: &mut Session) -> (u64, u64) {
    let deadline = Instant::now() + Duration::from_secs(20);
    let mut before = activity(session.pid());
    loop {
        std::thread::sleep(Duration::from_millis(200));
        let now = activity(session.pid());
        if now == before && !session.take_waiting() {
            return now;
        }
        assert!(Instant::now() < deadline, "it never rests");
        before = now;
    }
}

/// Idle time is the thing under test, so this one sleeps. In a kiosk the countdown begins after 105 seconds.
#[test]
fn a_minute_without_keys_costs_no_tick_no_wake_up_and_no_byte() {
    let mut sessions: Vec<Session> = [&[] as &[&str], &["--kiosk", "--diam", "120"]]
        .iter()
        .map(|args| {
            let mut s = Session::start(args, (100, 30), &[]);
            s.expect("Enter buka");
            s.send("dokter\t");
            s.expect("[Cocok/Tidak]");
            s
        })
        .collect();
    let before: Vec<(u64, u64)> = sessions.iter_mut().map(rest).collect();
    std::thread::sleep(Duration::from_secs(60));
    for (session, before) in sessions.iter_mut().zip(before) {
        assert_eq!(activity(session.pid()), before, "(ticks, wake-ups)");
        assert!(!session.take_waiting(), "something was written");
    }
}
