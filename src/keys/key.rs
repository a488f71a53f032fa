//! A key press in our own words, so that nothing but the shell depends on the terminal library.

use std::fmt;

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Code {
    Char(char),
    F(u8),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Tab,
    Enter,
    Esc,
    Backspace,
    Delete,
    Insert,
}

/// A key with its modifiers. Shift counts only where it makes another key (Shift+Tab).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

impl Key {
    /// Without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: Code::Char(c),
            ctrl: true,
            alt: false,
            shift: false,
        }
    }

    /// With Alt.
    pub const fn alt(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: true,
            shift: false,
        }
    }

    /// With Shift.
    pub const fn shift(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: true,
        }
    }
}

impl fmt::Display for Key {
    /// As it is printed on an Indonesian keyboard or spoken of in class.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "Ctrl+"),
            (self.alt, "Alt+"),
            (self.shift, "Shift+"),
        ] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::Char(' ') => f.write_str("Spasi"),
            Code::Char(c) => write!(f, "{}", if self.ctrl { c.to_ascii_uppercase() } else { c }),
            Code::F(n) => write!(f, "F{n}"),
            Code::Up => f.write_str("Atas"),
            Code::Down => f.write_str("Bawah"),
            Code::Left => f.write_str("Kiri"),
            Code::Right => f.write_str("Kanan"),
            Code::Home => f.write_str("Home"),
            Code::End => f.write_str("End"),
            Code::PageUp => f.write_str("PgUp"),
            Code::PageDown => f.write_str("PgDn"),
            Code::Tab => f.write_str("Tab"),
            Code::Enter => f.write_str("Enter"),
            Code::Esc => f.write_str("Esc"),
            Code::Backspace => f.write_str("Backspace"),
            Code::Delete => f.write_str("Del"),
            Code::Insert => f.write_str("Ins"),
        }
    }
}
