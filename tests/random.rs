//! Whatever is pressed at whatever size: nothing panics and nothing points outside.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use jelajah_profesi::app::page::Charset;
use jelajah_profesi::app::{Action, App, update};
use jelajah_profesi::keys::{Code, Key, resolve};
use jelajah_profesi::view::{Look, Palette};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Press(Key),
    Resize(u16, u16),
    Mouse(bool, u16, u16),
}

fn key() -> impl Strategy<Value = Key> {
    let code = prop_oneof![
        6 => any::<char>().prop_map(Code::Char),
        6 => prop::char::range('a', 'z').prop_map(Code::Char),
        2 => (0_u8..13).prop_map(Code::F),
        12 => prop::sample::select(vec![
            Code::Up, Code::Down, Code::Left, Code::Right, Code::Home, Code::End, Code::PageUp, Code::PageDown,
            Code::Tab, Code::Enter, Code::Esc, Code::Backspace, Code::Delete, Code::Insert,
        ]),
    ];
    (
        code,
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.15),
        prop::bool::weighted(0.1),
    )
        .prop_map(|(code, ctrl, alt, shift)| Key {
            code,
            ctrl,
            alt,
            shift,
        })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        10 => key().prop_map(Step::Press),
        2 => (0_u16..=300, 0_u16..=100).prop_map(|(w, h)| Step::Resize(w, h)),
        1 => (any::<bool>(), any::<u16>(), any::<u16>()).prop_map(|(w, x, y)| Step::Mouse(w, x, y)),
        1 => (any::<bool>(), 0_u16..120, 0_u16..40).prop_map(|(w, x, y)| Step::Mouse(w, x, y)),
    ]
}

fn check(app: &App) {
    let place = app.place();
    assert!(place.selected < app.rows().len().max(1));
    assert!(place.top <= place.selected);
    let sheet = app.page().sheet();
    assert!(place.scroll < sheet.lines.len().max(1));
    assert!(place.link.is_none_or(|l| l < sheet.links.len()) || app.geometry().body.height == 0);
    assert!(place.query.chars().count() <= 64);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn never_panics(steps in prop::collection::vec(step(), 1..120), ascii: bool, settle: bool) {
        let charset = if ascii { Charset::Ascii } else { Charset::Full };
        let mut app = support::app_with(support::catalog(), charset, 100, 30);
        let look = Look::new(Palette::Colour, charset);
        for step in steps {
            let action = match step {
                Step::Press(key) => resolve(key, &app),
                Step::Resize(width, height) => Some(Action::Resize(width, height)),
                Step::Mouse(true, x, y) => Some(Action::Wheel(x % 2 == 0, x, y)),
                Step::Mouse(false, x, y) => Some(Action::Click(x, y)),
            };
            if let Some(action) = action {
                update(&mut app, action);
                // A frame is not drawn after every key.
                if settle {
                    update(&mut app, Action::Settle);
                    check(&app);
                }
                support::terminal(&app, &look);
            }
        }
    }

    /// Drawing never reaches outside, even when the window shrank before the state knows.
    #[test]
    fn a_frame_of_another_size_is_harmless(w in 0_u16..130, h in 0_u16..50, fw in 0_u16..130, fh in 0_u16..50) {
        let app = support::app(w, h);
        let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(fw, fh)).unwrap();
        let look = Look::new(Palette::Contrast, Charset::Full);
        terminal.draw(|frame| jelajah_profesi::view::draw(frame, &app, &look)).unwrap();
    }
}
