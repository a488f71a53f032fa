//! Draws the picture of the README from the real program: `cargo test --test picture -- --ignored`.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use jelajah_profesi::app::page::Charset;
use jelajah_profesi::core::catalog::Catalog;
use jelajah_profesi::view::{Look, Palette};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;

const CELL: (u16, u16) = (9, 19);

fn hex(colour: Color, default: &'static str) -> &'static str {
    match colour {
        Color::White => "#ffffff",
        Color::Blue => "#1f5fbf",
        Color::Magenta => "#e08cff",
        _ => default,
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// One rectangle and one text element for each run of cells with one style.
fn svg(buffer: &Buffer) -> String {
    let (w, h) = (buffer.area.width * CELL.0, buffer.area.height * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"-12 -12 {} {}\" \
         font-family=\"DejaVu Sans Mono, Consolas, Menlo, monospace\" font-size=\"15\" xml:space=\"preserve\">\n\
         <rect x=\"-12\" y=\"-12\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"#16181d\"/>\n",
        w + 24,
        h + 24,
        w + 24,
        h + 24,
        w + 24,
        h + 24
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let style = buffer[(x, y)].style();
            let mut end = x;
            let mut text = String::new();
            while end < buffer.area.width && buffer[(end, y)].style() == style {
                text.push_str(buffer[(end, y)].symbol());
                end += 1;
            }
            let (left, top, width) = (x * CELL.0, y * CELL.1, (end - x) * CELL.0);
            if let Some(bg) = style.bg.filter(|c| *c != Color::Reset) {
                let fill = hex(bg, "#16181d");
                writeln!(out, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{fill}\"/>", CELL.1)
                    .unwrap();
            }
            if !text.trim().is_empty() {
                let fill = hex(style.fg.unwrap_or(Color::Reset), "#d8dbe2");
                let bold = if style.add_modifier.contains(Modifier::BOLD) {
                    " font-weight=\"bold\""
                } else {
                    ""
                };
                let line = if style.add_modifier.contains(Modifier::UNDERLINED) {
                    " text-decoration=\"underline\""
                } else {
                    ""
                };
                writeln!(
                    out,
                    "<text x=\"{left}\" y=\"{}\" textLength=\"{width}\" fill=\"{fill}\"{bold}{line}>{}</text>",
                    top + 14,
                    escape(&text)
                )
                .unwrap();
            }
            x = end;
        }
    }
    out.push_str("</svg>\n");
    out
}

#[test]
#[ignore = "writes assets/gambar/layar.svg"]
fn draw_the_picture_of_the_readme() {
    let mut app = support::app_with(Catalog::embedded(), Charset::Full, 120, 32);
    support::press(&mut app, "perawat<Tab*2>");
    let terminal = support::terminal(&app, &Look::new(Palette::Colour, Charset::Full));
    std::fs::write(
        support::repository("assets/gambar/layar.svg"),
        svg(terminal.backend().buffer()),
    )
    .unwrap();
}
