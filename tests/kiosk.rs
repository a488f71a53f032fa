//! The kiosk: no way out, and nothing of the last person stays. Time is told to the program, not waited for.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use jelajah_profesi::app::geometry::Size;
use jelajah_profesi::app::{Action, App, Effect, Options, Place, update};
use jelajah_profesi::keys::{BINDINGS, Key, resolve};
use jelajah_profesi::view;
use support::{press, text};

fn kiosk(idle: u64, width: u16, height: u16) -> App {
    let options = Options {
        kiosk: Some(idle),
        seed: 7,
        ..Options::default()
    };
    App::new(
        support::catalog(),
        options,
        Size { width, height },
        view::help_line_count,
    )
}

fn at(app: &mut App, seconds: u64) -> Effect {
    let effect = update(app, Action::Clock(seconds * 1000));
    update(app, Action::Settle);
    effect
}

#[test]
fn no_key_leads_out() {
    let mut app = kiosk(120, 100, 30);
    for binding in BINDINGS {
        for key in binding.keys {
            for (ctrl, alt, shift) in [
                (false, false, false),
                (true, false, false),
                (false, true, false),
                (true, true, true),
            ] {
                let key = Key {
                    ctrl: key.ctrl | ctrl,
                    alt: key.alt | alt,
                    shift: key.shift | shift,
                    ..*key
                };
                let action = resolve(key, &app).unwrap_or(Action::Touch);
                assert_ne!(update(&mut app, action), Effect::Quit, "{key}");
                update(&mut app, Action::Settle);
            }
        }
    }
    assert_eq!(update(&mut app, Action::Quit), Effect::None);
}

#[test]
fn idle_time_is_counted_down_and_then_everything_is_gone() {
    let mut app = kiosk(120, 100, 30);
    press(&mut app, "hakim<Enter><Tab*3><Enter><F1>");
    assert_eq!(at(&mut app, 104), Effect::None);
    assert_eq!(
        app.patience(),
        Some(1000),
        "the clock is read again when the countdown begins"
    );
    assert_eq!(at(&mut app, 105), Effect::Redraw);
    assert!(text(&app).contains("15 detik"));
    let before = app.place().clone();
    press(&mut app, "<Esc>");
    assert!(
        !text(&app).contains("Masih di sana"),
        "a key stops the countdown"
    );
    assert_eq!(*app.place(), before, "and does nothing else");
    assert!(app.overlay().is_some());
    assert_eq!(at(&mut app, 224), Effect::Redraw);
    assert_eq!(at(&mut app, 225), Effect::Reset);
    let screen = text(&app);
    assert!(screen.contains("Tekan tombol apa saja"), "{screen}");
    press(&mut app, "x");
    assert_eq!(
        app.place().query,
        "",
        "the key that wakes it up does nothing else"
    );
    assert_eq!(
        *app.place(),
        Place {
            target: app.place().target,
            link: app.place().link,
            ..Place::default()
        }
    );
    press(&mut app, "<A-Left><A-Right>");
    assert_eq!(
        app.place().query,
        "",
        "and no way leads back to the last person"
    );
    assert!(app.overlay().is_none());
}

#[test]
fn selesai_resets_at_once() {
    let mut app = kiosk(120, 100, 30);
    press(&mut app, "hakim<Enter>");
    let action = resolve(Key::plain(jelajah_profesi::keys::Code::F(10)), &app).unwrap();
    assert_eq!(update(&mut app, action), Effect::Reset);
    update(&mut app, Action::Settle);
    assert!(app.kiosk().unwrap().attract().is_some());
    assert_eq!(
        resolve(
            Key::plain(jelajah_profesi::keys::Code::F(10)),
            &support::app(80, 24)
        ),
        None
    );
}

#[test]
fn the_invitation_pages_through_professions_at_every_size() {
    for (width, height) in [(160, 50), (100, 30), (80, 24), (40, 12)] {
        let mut app = kiosk(60, width, height);
        assert_eq!(at(&mut app, 60), Effect::Reset);
        insta::assert_snapshot!(format!("undangan-{width}x{height}"), text(&app));
        let mut names = std::collections::HashSet::new();
        for page in 1..12 {
            assert_eq!(at(&mut app, 60 + 8 * page), Effect::Redraw);
            names.insert(app.kiosk().unwrap().attract().unwrap().name);
        }
        assert!(names.len() > 3);
    }
}

#[test]
fn the_countdown_shows_its_number_at_every_size() {
    for (width, height) in [(160, 50), (100, 30), (80, 24), (60, 20), (40, 10)] {
        let mut app = kiosk(60, width, height);
        assert_eq!(at(&mut app, 47), Effect::Redraw);
        let screen = text(&app);
        assert!(screen.contains("13 detik"), "{screen}");
        assert!(screen.contains("Tekan tombol"), "{screen}");
    }
}

#[test]
fn nothing_happens_before_the_countdown() {
    let mut app = kiosk(120, 100, 30);
    for second in 0..105 {
        assert_eq!(at(&mut app, second), Effect::None);
    }
}
