//! Terminal events in our own words, at one gate: key releases are dropped here, coordinates are taken as they come.

use crate::app::Action;
use crate::keys::{Code, Key};
use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use std::io;
use std::time::Duration;

/// Something to react to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeats.
    Key(Key),
    /// The mouse did something.
    Mouse(Action),
    /// The window may have another size.
    Size,
    /// Nothing for us.
    Nothing,
}

/// Waits for the next event, without a tick.
pub fn wait() -> io::Result<Option<Input>> {
    // Old Windows consoles tell of no change in height: look twice a second.
    if cfg!(windows) && !event::poll(Duration::from_millis(500))? {
        return Ok(Some(Input::Size));
    }
    event::read().map(|e| Some(translate(&e)))
}

/// The next event that is already there.
pub fn ready() -> io::Result<Option<Input>> {
    if event::poll(Duration::ZERO)? {
        event::read().map(|e| Some(translate(&e)))
    } else {
        Ok(None)
    }
}

fn translate(event: &Event) -> Input {
    match event {
        Event::Key(key) => key_of(*key).map_or(Input::Nothing, Input::Key),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                Input::Mouse(Action::Click(mouse.column, mouse.row))
            }
            MouseEventKind::ScrollDown => {
                Input::Mouse(Action::Wheel(true, mouse.column, mouse.row))
            }
            MouseEventKind::ScrollUp => Input::Mouse(Action::Wheel(false, mouse.column, mouse.row)),
            _ => Input::Nothing,
        },
        Event::Resize(..) => Input::Size,
        _ => Input::Nothing,
    }
}

fn key_of(event: KeyEvent) -> Option<Key> {
    // Windows reports the release of every key too (crossterm #797).
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |m| event.modifiers.contains(m);
    let mut shift = false;
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(if held(KeyModifiers::CONTROL) {
            c.to_ascii_lowercase()
        } else {
            c
        }),
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Tab => {
            shift = held(KeyModifiers::SHIFT);
            Code::Tab
        }
        KeyCode::F(n) => Code::F(n),
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        _ => return None,
    };
    let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    // AltGr arrives as Ctrl+Alt on Windows and types a character.
    let typed = ctrl && alt && matches!(code, Code::Char(_));
    Some(Key {
        code,
        ctrl: ctrl && !typed,
        alt: alt && !typed,
        shift,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_dropped_and_repeats_kept() {
        let press = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        let with = |kind| translate(&Event::Key(KeyEvent { kind, ..press }));
        assert_eq!(
            with(KeyEventKind::Press),
            Input::Key(Key::plain(Code::Char('a')))
        );
        assert_eq!(
            with(KeyEventKind::Repeat),
            Input::Key(Key::plain(Code::Char('a')))
        );
        assert_eq!(with(KeyEventKind::Release), Input::Nothing);
    }

    #[test]
    fn both_ways_of_shift_tab_are_one_key() {
        let key = |code, modifiers| translate(&Event::Key(KeyEvent::new(code, modifiers)));
        let expected = Input::Key(Key::shift(Code::Tab));
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT), expected);
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::NONE), expected);
        assert_eq!(key(KeyCode::Tab, KeyModifiers::SHIFT), expected);
    }
}
