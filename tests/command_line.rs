//! The command line without a terminal: output, sentences and exit codes.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::process::{Command, Output, Stdio};

fn jelajah(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jelajah"))
        .args(args)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn stdout(args: &[&str]) -> String {
    let output = jelajah(args);
    assert!(
        output.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn fails(args: &[&str], code: i32, sentence: &str) {
    let output = jelajah(args);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{args:?}: {stderr}");
    assert!(stderr.contains(sentence), "{args:?}: {stderr}");
    assert_eq!(stderr.lines().count(), 1, "{args:?}: {stderr}");
    assert!(output.stdout.is_empty(), "{args:?}");
}

#[test]
fn mistakes_get_one_sentence_and_an_exit_code() {
    fails(&[], 1, "memerlukan terminal");
    fails(&["tampil", "tidak-ada"], 1, "tidak ada profesi dengan id");
    fails(&["bongkar"], 2, "perintah \"bongkar\" tidak dikenal");
    fails(
        &["--tema", "pelangi"],
        2,
        "pilihannya: warna, kontras, mono",
    );
    fails(&["--besar"], 2, "tidak dikenal");
    fails(
        &["cari", "--batas", "banyak", "dokter"],
        2,
        "bilangan bulat",
    );
    fails(&["cari"], 2, "belum disebut");
    fails(
        &["cari", "--bidang", "angkasa", "dokter"],
        2,
        "daftar bidang",
    );
    fails(
        &["daftar", "warna"],
        2,
        "pilihannya: profesi, bidang, jurusan, institusi",
    );
    fails(
        &["tampil", "dokter-umum", "--format", "pdf"],
        2,
        "pilihannya: teks, markdown, html, json",
    );
}

#[test]
fn what_was_typed_is_never_echoed_raw() {
    let output = jelajah(&["tampil", "a\u{1b}]0;x\u{7}\u{202e}b"]);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        !stderr.chars().any(|c| c.is_control() && c != '\n'),
        "{stderr:?}"
    );
    assert!(!stderr.contains('\u{202e}'));
}

#[test]
fn search_prints_an_array_best_first() {
    let answers: serde_json::Value =
        serde_json::from_str(&stdout(&["cari", "--json", "perawat"])).unwrap();
    let answers = answers.as_array().unwrap();
    assert_eq!(answers[0]["id"], "perawat");
    assert_eq!(answers[0]["nama"], "Perawat");
    let scores: Vec<f64> = answers
        .iter()
        .map(|a| a["skor"].as_f64().unwrap())
        .collect();
    assert!(scores.is_sorted_by(|a, b| a >= b));
    let none: serde_json::Value =
        serde_json::from_str(&stdout(&["cari", "--json", "zzzqqqxxx"])).unwrap();
    assert_eq!(none, serde_json::json!([]));
    let one: serde_json::Value = serde_json::from_str(&stdout(&[
        "cari", "--json", "--batas", "1", "--bidang", "hukum", "--", "hakim",
    ]))
    .unwrap();
    assert_eq!(one.as_array().unwrap().len(), 1);
    assert_eq!(one[0]["bidang"], "hukum");
}

#[test]
fn a_profession_is_shown_in_every_form_without_escape_codes() {
    for format in ["teks", "markdown", "html", "json"] {
        let text = stdout(&["tampil", "dokter-umum", "--format", format]);
        assert!(text.contains("Dokter Umum"), "{format}");
        assert!(!text.contains('\u{1b}'), "{format}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&stdout(&["tampil", "dokter-umum", "--format", "json"])).unwrap();
    assert_eq!(json["profil"].as_array().unwrap().len(), 3);
    let part = stdout(&["tampil", "dokter-umum", "--bagian", "jurusan"]);
    assert!(part.contains("Jurusan") && !part.contains("Kata orang"));
}

#[test]
fn lists_are_whole() {
    for (what, key) in [
        ("profesi", "id"),
        ("bidang", "kunci"),
        ("jurusan", "nama"),
        ("institusi", "nama"),
    ] {
        let rows: serde_json::Value =
            serde_json::from_str(&stdout(&["daftar", what, "--json"])).unwrap();
        let rows = rows.as_array().unwrap().clone();
        assert!(
            rows.iter()
                .all(|r| r[key].as_str().is_some_and(|s| !s.is_empty())),
            "{what}"
        );
        assert_eq!(
            stdout(&["daftar", what]).lines().count(),
            rows.len(),
            "{what}"
        );
    }
}

#[test]
fn help_and_version_are_in_indonesian() {
    let help = stdout(&["--help"]);
    assert!(
        help.contains("Pemakaian:") && help.contains("Perintah:") && help.contains("Pilihan:"),
        "{help}"
    );
    for english in [
        "Usage",
        "Options",
        "Print help",
        "Commands",
        "OPTIONS",
        "COMMAND",
    ] {
        assert!(!help.contains(english), "{english} in {help}");
    }
    assert!(stdout(&["--version"]).starts_with("jelajah "));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_jelajah"))
        .args(["daftar", "profesi"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("tempatnya penuh"));
}
