//! The table of keys in the README is the table of the program.
#![allow(clippy::unwrap_used, clippy::format_push_string, reason = "tests")]

use jelajah_profesi::keys::{HelpLine, help_lines};

const BEGIN: &str = "<!-- tombol: awal";
const END: &str = "<!-- tombol: akhir -->";

fn table() -> String {
    let mut out = String::from("| tombol | gunanya |\n| --- | --- |\n");
    for line in help_lines() {
        match line {
            HelpLine::Heading("Tentang") => break,
            HelpLine::Heading(name) => out.push_str(&format!("| **{name}** | |\n")),
            HelpLine::Keys(keys, what) => out.push_str(&format!("| {keys} | {what} |\n")),
            HelpLine::Text(_) | HelpLine::Gap => {}
        }
    }
    out
}

#[test]
fn keys_are_those_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (mark, rest) = rest.split_once('\n').unwrap();
    let (old, after) = rest.split_once(END).unwrap();
    let new = format!("\n{}\n", table());
    if std::env::var_os("PERBARUI").is_some() {
        std::fs::write(path, format!("{before}{BEGIN}{mark}\n{new}{END}{after}")).unwrap();
    } else {
        assert_eq!(
            old.trim(),
            new.trim(),
            "run: PERBARUI=1 cargo test --test readme"
        );
    }
}
