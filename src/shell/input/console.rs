//! Events of Windows consoles, by crossterm. Key releases are dropped here, at one gate.

use super::Input;
use crate::app::Action;
use crate::keys::{Code, Key};
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

/// Reads keys, mouse and resizes.
#[cfg(windows)]
pub struct Reader;

#[cfg(windows)]
impl Reader {
    /// Begins to listen.
    pub fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    /// Forgets half-read input; the console has none.
    pub fn forget(&mut self) {}

    /// Waits at most `timeout` for something to happen and appends it to `out`. A change in height gives no event on
    /// old consoles, so it never waits longer than half a second.
    pub fn read(
        &mut self,
        timeout: Option<std::time::Duration>,
        out: &mut Vec<Input>,
    ) -> std::io::Result<()> {
        use crossterm::event;
        let longest = std::time::Duration::from_millis(500);
        if event::poll(timeout.map_or(longest, |t| t.min(longest)))? {
            out.extend(translate(&event::read()?));
        }
        Ok(())
    }
}

fn translate(event: &Event) -> Option<Input> {
    match event {
        Event::Key(key) => key_of(*key).map(Input::Key),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                Some(Input::Mouse(Action::Click(mouse.column, mouse.row)))
            }
            MouseEventKind::ScrollDown => {
                Some(Input::Mouse(Action::Wheel(true, mouse.column, mouse.row)))
            }
            MouseEventKind::ScrollUp => {
                Some(Input::Mouse(Action::Wheel(false, mouse.column, mouse.row)))
            }
            _ => None,
        },
        Event::Resize(..) => Some(Input::Resized),
        _ => None,
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
            Some(Input::Key(Key::plain(Code::Char('a'))))
        );
        assert_eq!(
            with(KeyEventKind::Repeat),
            Some(Input::Key(Key::plain(Code::Char('a'))))
        );
        assert_eq!(with(KeyEventKind::Release), None);
    }

    #[test]
    fn both_ways_of_shift_tab_are_one_key() {
        let key = |code, modifiers| translate(&Event::Key(KeyEvent::new(code, modifiers)));
        let expected = Some(Input::Key(Key::shift(Code::Tab)));
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT), expected);
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::NONE), expected);
        assert_eq!(key(KeyCode::Tab, KeyModifiers::SHIFT), expected);
    }
}
