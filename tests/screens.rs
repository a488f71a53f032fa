//! The main screens at four sizes, and their looks. Each snapshot was looked at.

mod support;

use jelajah_profesi::app::page::Charset;
use jelajah_profesi::view::Palette;
use support::{app, app_with, catalog, press, styled, text};

const SIZES: [(u16, u16); 4] = [(120, 40), (100, 24), (80, 24), (40, 12)];

fn snapshots(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut app = app(width, height);
        press(&mut app, keys);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), text(&app));
    }
}

#[test]
fn start() {
    snapshots("mulai", "");
}

#[test]
fn search() {
    snapshots("cari", "dokter");
}

#[test]
fn nothing_found() {
    snapshots("tidak-ada", "xqzxqz");
}

#[test]
fn profile() {
    snapshots("profil", "pengurus<Enter>");
}

#[test]
fn profile_foot() {
    snapshots("profil-kaki", "pengurus<Enter><End>");
}

#[test]
fn fit() {
    snapshots("cocok", "pengurus<Enter><Tab>");
}

#[test]
fn reality() {
    snapshots("realita", "pengurus<Enter><Tab*2>");
}

#[test]
fn majors() {
    snapshots("jurusan", "pengurus<Enter><Tab*3><Down>");
}

#[test]
fn institutions() {
    snapshots("institusi", "dokter umum<Enter><Tab*4>");
}

#[test]
fn major_page() {
    snapshots("halaman-jurusan", "pengurus<Enter><Tab*3><Enter>");
}

#[test]
fn institution_page() {
    snapshots("halaman-institusi", "dokter umum<Enter><Tab*4><Enter>");
}

#[test]
fn sector_page() {
    snapshots("halaman-bidang", "<F2>hukum<Enter>");
}

#[test]
fn subject_page() {
    snapshots("halaman-mapel", "<F2*4>biologi<Enter>");
}

#[test]
fn help() {
    snapshots("bantuan", "<F1>");
}

#[test]
fn too_small() {
    for (width, height) in [(39, 9), (12, 4), (1, 1)] {
        insta::assert_snapshot!(
            format!("terlalu-kecil-{width}x{height}"),
            text(&app(width, height))
        );
    }
}

#[test]
fn looks() {
    for (name, palette) in [
        ("warna", Palette::Colour),
        ("kontras", Palette::Contrast),
        ("mono", Palette::Mono),
    ] {
        let mut app = app(100, 24);
        press(&mut app, "dokter<Down>");
        insta::assert_snapshot!(
            format!("tampilan-{name}-daftar"),
            styled(&app, palette, Charset::Full)
        );
        press(&mut app, "<Enter><Tab*3>");
        insta::assert_snapshot!(
            format!("tampilan-{name}-tautan"),
            styled(&app, palette, Charset::Full)
        );
    }
}

#[test]
fn ascii_has_ascii_only() {
    let mut app = app_with(catalog(), Charset::Ascii, 100, 24);
    for keys in [
        "",
        "dokter<Enter>",
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Enter>",
        "<F1>",
    ] {
        press(&mut app, keys);
        let screen = styled(&app, Palette::Mono, Charset::Ascii);
        assert!(screen.is_ascii(), "{keys}: {screen}");
    }
    insta::assert_snapshot!(
        "tampilan-ascii",
        styled(&app, Palette::Mono, Charset::Ascii)
    );
}

/// The marker tells the selected row and the current link without any style.
#[test]
fn nothing_is_told_by_style_alone() {
    let mut app = app(100, 24);
    press(&mut app, "dokter<Down>");
    assert!(text(&app).contains(" > Dokter"));
    press(&mut app, "<Enter><Tab*3><Down>");
    assert!(
        text(&app).lines().any(|l| l.contains("│ > ")),
        "{}",
        text(&app)
    );
    assert!(text(&app).contains("[Jurusan]"));
}
