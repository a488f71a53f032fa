//! What the terminal can show, told from the environment alone: the terminal is asked nothing.

use crate::app::page::Charset;
use crate::view::Palette;
use std::io::IsTerminal;

/// What was found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Styles that it can show.
    pub palette: Palette,
    /// Characters that its font has.
    pub charset: Charset,
}

/// Why the browser cannot open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Input or output is no terminal.
    NoTerminal,
    /// `TERM` is unset or `dumb`.
    DumbTerminal,
}

/// Whether the browser can open here.
///
/// # Errors
/// The reason, to be told before the terminal is touched.
pub fn require_terminal() -> Result<(), Refusal> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(Refusal::NoTerminal);
    }
    let term = std::env::var("TERM").unwrap_or_default();
    if cfg!(unix) && (term.is_empty() || term == "dumb") {
        return Err(Refusal::DumbTerminal);
    }
    Ok(())
}

/// Chooses styles and characters by `TERM`, `NO_COLOR` and the locale.
pub fn detect() -> Terminal {
    let get = |name: &str| std::env::var(name).unwrap_or_default();
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .map(get)
        .find(|v| !v.is_empty())
        .unwrap_or_default();
    choose(&get("TERM"), &get("NO_COLOR"), &locale, cfg!(windows))
}

fn choose(term: &str, no_color: &str, locale: &str, windows: bool) -> Terminal {
    let serial = ["vt", "ansi", "cons", "wy", "sun"]
        .iter()
        .any(|kind| term.starts_with(kind));
    let palette = if !no_color.is_empty() || serial {
        Palette::Mono
    } else if windows {
        Palette::Console
    } else {
        Palette::Colour
    };
    let utf8 = locale.is_empty()
        || ["UTF-8", "utf-8", "UTF8", "utf8"]
            .iter()
            .any(|u| locale.contains(u));
    let charset = if windows {
        Charset::Console
    } else if serial || !utf8 {
        Charset::Ascii
    } else if term.starts_with("linux") {
        Charset::Console
    } else {
        Charset::Full
    };
    Terminal { palette, charset }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_terminal_gets_what_it_can_show() {
        for (term, no_color, locale, palette, charset) in [
            (
                "xterm-256color",
                "",
                "id_ID.UTF-8",
                Palette::Colour,
                Charset::Full,
            ),
            ("xterm", "1", "C.UTF-8", Palette::Mono, Charset::Full),
            ("linux", "", "", Palette::Colour, Charset::Console),
            ("vt100", "", "C.UTF-8", Palette::Mono, Charset::Ascii),
            ("xterm", "", "C", Palette::Colour, Charset::Ascii),
            ("screen", "", "en_US.utf8", Palette::Colour, Charset::Full),
        ] {
            assert_eq!(
                choose(term, no_color, locale, false),
                Terminal { palette, charset },
                "{term} {locale}"
            );
        }
        let windows = choose("", "", "", true);
        assert_eq!(
            (windows.palette, windows.charset),
            (Palette::Console, Charset::Console)
        );
    }
}
