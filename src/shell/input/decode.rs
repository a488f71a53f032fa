//! Bytes of a terminal as keys. The state machine is the `vte` crate's; this maps its sequences.

use super::Input;
use crate::app::Action;
use crate::keys::{Code, Key};
use vte::{Params, Parser, Perform};

/// Decodes what arrives, in pieces of any size.
#[derive(Default)]
pub struct Decoder {
    parser: Parser,
    sink: Sink,
    cut: bool,
    escape: bool,
}

impl Decoder {
    /// Decodes a piece.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        let mut rest = bytes;
        // An Esc before a control character or another Esc is a key of its own; the state machine would take the
        // character as part of a sequence, or forget the Esc.
        while let Some(at) = self.lone_escape(rest) {
            let (before, after) = rest.split_at(at);
            self.advance(before, out);
            self.settle(out);
            rest = after;
        }
        self.advance(rest, out);
        // Whether a sequence or a character is cut cannot be seen from outside, only that it may be; and it stays so
        // until a pause, for a string that was begun takes in all that follows.
        self.cut |= bytes.iter().any(|b| *b == 0x1b || *b >= 0x80);
    }

    fn advance(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        self.parser.advance(&mut self.sink, bytes);
        out.append(&mut self.sink.inputs);
        if let Some(last) = bytes.last() {
            self.escape = *last == 0x1b;
        }
    }

    /// Where to split so that the part before ends in an Esc that nothing belongs to.
    fn lone_escape(&self, bytes: &[u8]) -> Option<usize> {
        let mut escape = self.escape;
        for (at, byte) in bytes.iter().enumerate() {
            // `ESC ESC [` is how some terminals send Alt with an arrow.
            let alt = *byte == 0x1b && matches!(bytes.get(at + 1), Some(b'[' | b'O'));
            if escape && *byte < 0x20 && !alt && !self.sink.pasting {
                return Some(at);
            }
            escape = *byte == 0x1b;
        }
        None
    }

    /// Whether the last piece may have ended in the middle of something.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// Nothing more came: a lone Esc is a key, half a sequence is forgotten.
    pub fn settle(&mut self, out: &mut Vec<Input>) {
        if self.escape {
            out.push(Input::Key(Key::plain(Code::Esc)));
        }
        *self = Self::default();
    }
}

/// Collects what the parser finds.
#[derive(Default)]
struct Sink {
    inputs: Vec<Input>,
    next: Next,
    /// Between the marks of a paste: text is typed, control characters are not keys.
    pasting: bool,
}

/// What the next character belongs to.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Next {
    #[default]
    Text,
    /// After `ESC O`.
    Application,
    /// After `ESC [ [`: function keys of the Linux console.
    LinuxFunction,
}

impl Sink {
    fn key(&mut self, key: Key) {
        self.inputs.push(Input::Key(key));
    }
}

impl Perform for Sink {
    fn print(&mut self, c: char) {
        let code = match (std::mem::take(&mut self.next), c) {
            (Next::Application, c) => letter(c),
            (Next::LinuxFunction, 'A'..='E') => Some(Code::F(c as u8 - b'A' + 1)),
            (Next::Text, '\u{7f}') => Some(Code::Backspace),
            (Next::LinuxFunction, _) | (Next::Text, char::REPLACEMENT_CHARACTER) => None,
            (Next::Text, c) => Some(Code::Char(c)),
        };
        if let Some(code) = code {
            self.key(Key::plain(code));
        }
    }

    fn execute(&mut self, byte: u8) {
        self.next = Next::Text;
        match byte {
            _ if self.pasting => {}
            b'\r' => self.key(Key::plain(Code::Enter)),
            b'\t' => self.key(Key::plain(Code::Tab)),
            0x08 => self.key(Key::plain(Code::Backspace)),
            0x01..=0x1a => self.key(Key::ctrl(char::from(byte - 1 + b'a'))),
            _ => {}
        }
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], ignore: bool, byte: u8) {
        self.next = Next::Text;
        match byte {
            _ if ignore || !intermediates.is_empty() => {}
            b'O' => self.next = Next::Application,
            // The end of a string that nobody asked for.
            b'\\' => {}
            0x7f => self.key(Key::alt(Code::Backspace)),
            _ => self.key(Key::alt(Code::Char(char::from(byte)))),
        }
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], ignore: bool, action: char) {
        self.next = Next::Text;
        let number = |at: usize| {
            params
                .iter()
                .nth(at)
                .and_then(|p| p.first().copied())
                .unwrap_or(0)
        };
        if ignore {
            return;
        }
        match (intermediates, action) {
            (b"<", 'M') => self
                .inputs
                .extend(mouse(number(0), number(1), number(2)).map(Input::Mouse)),
            (b"", '[') if params.iter().all(|p| p.first() == Some(&0)) => {
                self.next = Next::LinuxFunction;
            }
            (b"", '~') if matches!(number(0), 200 | 201) => self.pasting = number(0) == 200,
            (b"", 'Z') => self.key(Key::shift(Code::Tab)),
            (b"", '~') => self
                .inputs
                .extend(tilde(number(0)).map(|c| Input::Key(modified(c, number(1))))),
            (b"", 'A'..='D' | 'F' | 'H' | 'P'..='S') => {
                self.inputs
                    .extend(letter(action).map(|c| Input::Key(modified(c, number(1)))));
            }
            _ => {}
        }
    }
}

/// Keys that end in a letter, after `ESC O` or `ESC [`.
fn letter(c: char) -> Option<Code> {
    Some(match c {
        'A' => Code::Up,
        'B' => Code::Down,
        'C' => Code::Right,
        'D' => Code::Left,
        'F' => Code::End,
        'H' => Code::Home,
        'M' => Code::Enter,
        'P' => Code::F(1),
        'Q' => Code::F(2),
        'R' => Code::F(3),
        'S' => Code::F(4),
        _ => return None,
    })
}

/// Keys of the shape `ESC [ n ~`.
fn tilde(n: u16) -> Option<Code> {
    Some(match n {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(n as u8 - 10),
        17..=21 => Code::F(n as u8 - 11),
        23 | 24 => Code::F(n as u8 - 12),
        _ => return None,
    })
}

/// xterm's modifiers: one more than the sum of Shift 1, Alt 2, Ctrl 4, Meta 8.
fn modified(code: Code, parameter: u16) -> Key {
    let bits = parameter.saturating_sub(1);
    // Shift with an arrow moves as the arrow does.
    Key {
        code,
        ctrl: bits & 0b100 != 0,
        alt: bits & 0b1010 != 0,
        shift: false,
    }
}

/// An SGR mouse report; cells count from one, and a zero is taken as one.
fn mouse(button: u16, column: u16, row: u16) -> Option<Action> {
    let (x, y) = (column.saturating_sub(1), row.saturating_sub(1));
    // Shift, Alt and Ctrl do not matter.
    match button & !0b1_1100 {
        0 => Some(Action::Click(x, y)),
        64 => Some(Action::Wheel(false, x, y)),
        65 => Some(Action::Wheel(true, x, y)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(pieces: &[&[u8]]) -> Vec<Input> {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        for piece in pieces {
            decoder.feed(piece, &mut out);
        }
        decoder.settle(&mut out);
        out
    }

    fn one(bytes: &[u8]) -> Option<Key> {
        match keys(&[bytes]).as_slice() {
            [Input::Key(key)] => Some(*key),
            _ => None,
        }
    }

    #[test]
    fn the_keys_of_common_terminals() {
        for (bytes, key) in [
            ("a", Key::plain(Code::Char('a'))),
            ("é", Key::plain(Code::Char('é'))),
            ("\x1b", Key::plain(Code::Esc)),
            ("\r", Key::plain(Code::Enter)),
            ("\t", Key::plain(Code::Tab)),
            ("\x1b[Z", Key::shift(Code::Tab)),
            ("\x7f", Key::plain(Code::Backspace)),
            ("\x08", Key::plain(Code::Backspace)),
            ("\x03", Key::ctrl('c')),
            ("\x1b[A", Key::plain(Code::Up)),
            ("\x1bOA", Key::plain(Code::Up)),
            ("\x1b[1;3D", Key::alt(Code::Left)),
            ("\x1b[1;3C", Key::alt(Code::Right)),
            ("\x1b[1;2B", Key::plain(Code::Down)),
            ("\x1b[5~", Key::plain(Code::PageUp)),
            ("\x1b[H", Key::plain(Code::Home)),
            ("\x1b[4~", Key::plain(Code::End)),
            ("\x1bOP", Key::plain(Code::F(1))),
            ("\x1b[11~", Key::plain(Code::F(1))),
            ("\x1b[[A", Key::plain(Code::F(1))),
            ("\x1b[[C", Key::plain(Code::F(3))),
            ("\x1b[24~", Key::plain(Code::F(12))),
            ("\x1b\x1b[D", Key::plain(Code::Left)),
            ("\x1bb", Key::alt(Code::Char('b'))),
        ] {
            assert_eq!(one(bytes.as_bytes()), Some(key), "{bytes:?}");
        }
    }

    #[test]
    fn an_esc_is_a_key_also_when_another_key_follows_at_once() {
        let esc = Input::Key(Key::plain(Code::Esc));
        let then = |code| [esc, Input::Key(Key::plain(code))];
        assert_eq!(keys(&[b"\x1b\t"]), then(Code::Tab));
        assert_eq!(keys(&[b"\x1b", b"\r"]), then(Code::Enter));
        assert_eq!(keys(&[b"\x1b\x1b"]), then(Code::Esc));
    }

    #[test]
    fn a_sequence_may_arrive_in_pieces() {
        assert_eq!(
            keys(&[b"\x1b", b"[1;", b"3D"]),
            [Input::Key(Key::alt(Code::Left))]
        );
        assert_eq!(
            keys(&["é".as_bytes().split_at(1).0, "é".as_bytes().split_at(1).1]),
            keys(&["é".as_bytes()])
        );
    }

    #[test]
    fn mouse_reports_count_from_one_and_survive_zero() {
        assert_eq!(
            keys(&[b"\x1b[<0;5;3M"]),
            [Input::Mouse(Action::Click(4, 2))]
        );
        assert_eq!(
            keys(&[b"\x1b[<65;1;1M"]),
            [Input::Mouse(Action::Wheel(true, 0, 0))]
        );
        assert_eq!(
            keys(&[b"\x1b[<0;0;0M"]),
            [Input::Mouse(Action::Click(0, 0))]
        );
        assert_eq!(
            keys(&[b"\x1b[<0;5;3m"]),
            [],
            "the release of a button is nothing"
        );
    }

    #[test]
    fn a_paste_is_text_and_presses_no_keys() {
        assert_eq!(keys(&[b"\x1b[200~a\x03\rb\x1b[201~"]), keys(&[b"ab"]));
        assert_eq!(keys(&[b"\x1b[200~a\x1b[201~\r"]), keys(&[b"a\r"]));
    }

    #[test]
    fn half_a_sequence_does_not_swallow_the_next_key() {
        for half in [
            "\x1b[",
            "\x1b[1;",
            "\x1b[?",
            "\x1b[<0;1",
            "\x1bO",
            "\x1b]0;",
            "\x1bP",
            "\x1b[200~",
            "\x1b[[",
        ] {
            let (mut decoder, mut out) = (Decoder::default(), Vec::new());
            decoder.feed(half.as_bytes(), &mut out);
            assert!(decoder.is_cut());
            decoder.settle(&mut out);
            out.clear();
            decoder.feed(b"a", &mut out);
            assert_eq!(out, [Input::Key(Key::plain(Code::Char('a')))], "{half:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..20)) {
            let (mut decoder, mut out) = (Decoder::default(), Vec::new());
            for piece in &pieces {
                decoder.feed(piece, &mut out);
            }
            decoder.settle(&mut out);
            out.clear();
            decoder.feed(b"x", &mut out);
            prop_assert_eq!(out, [Input::Key(Key::plain(Code::Char('x')))]);
        }
    }
}
