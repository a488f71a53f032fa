//! A user's own files: whatever stands in them, each mistake is told and the rest loads.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use jelajah_profesi::core::catalog::Catalog;
use jelajah_profesi::core::data::decode::decode;
use jelajah_profesi::core::data::import::import;
use jelajah_profesi::core::data::parse::{Options, Parsed, parse};
use jelajah_profesi::core::data::problem::Kind;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn jelajah(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jelajah"))
        .args(args)
        .env_remove("JELAJAH_DATA")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(
        !text.chars().any(|c| c.is_control() && c != '\n'),
        "raw control characters: {text:?}"
    );
    text
}

/// Exit code, standard output and standard error of `data periksa`.
fn check(paths: &[&Path]) -> (i32, String) {
    let mut args = vec!["data", "periksa"];
    args.extend(paths.iter().map(|p| p.to_str().unwrap()));
    let output = jelajah(&args);
    (output.status.code().unwrap(), text(&output.stdout))
}

/// The ids that come from somewhere else than the program itself, with their sources, sorted.
fn own(args: &[&str]) -> Vec<(String, String)> {
    let mut all = args.to_vec();
    all.extend(["daftar", "profesi", "--json"]);
    let output = jelajah(&all);
    assert!(output.status.success());
    text(&output.stderr);
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let mut found: Vec<(String, String)> = rows
        .iter()
        .filter(|r| r["sumber"] != "bawaan")
        .map(|r| {
            (
                r["id"].as_str().unwrap().to_owned(),
                r["sumber"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    found.sort();
    found
}

fn ids(args: &[&str]) -> Vec<String> {
    own(args).into_iter().map(|(id, _)| id).collect()
}

fn entry(id: &str, name: &str) -> String {
    json!({"id": id, "nama": name, "bidang": "seni"}).to_string()
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, content) in files {
        std::fs::write(dir.path().join(name), content).unwrap();
    }
    dir
}

fn utf16(text: &str, mark: &[u8], order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let body: Vec<u8> = text.encode_utf16().flat_map(order).collect();
    [mark, &body].concat()
}

fn parsed(content: &str) -> Parsed {
    parse("uji.json", content, Options::default())
}

/// Shapes of the JSON Test Suite that no reader may accept.
const N_SHAPES: &[&str] = &[
    "[1 true]",
    "[a\u{e5}]",
    "[\"\": 1]",
    "[\"\"],",
    "[,1]",
    "[1,,2]",
    "[\"x\",,]",
    "[\"x\"]]",
    "[\"\",]",
    "[\"x\"",
    "[x",
    "[3[4]]",
    "[1:2]",
    "[,]",
    "[-]",
    "[   , \"\"]",
    "[*]",
    "[\"\"",
    "[1,]",
    "[fals]",
    "[nul]",
    "[tru]",
    "[++1234]",
    "[+1]",
    "[+Inf]",
    "[-01]",
    "[-1.0.]",
    "[-2.]",
    "[-NaN]",
    "[.-1]",
    "[.2e-3]",
    "[0.1.2]",
    "[0.3e+]",
    "[0e]",
    "[1.0e+]",
    "[1eE2]",
    "[1 000.0]",
    "[2.e3]",
    "[9.e+]",
    "[Inf]",
    "[NaN]",
    "[\u{ff11}]",
    "[1+2]",
    "[0x1]",
    "[Infinity]",
    "[- 1]",
    "[-012]",
    "[012]",
    "[\"x\", truth]",
    "{[: \"x\"}",
    "{\"x\", null}",
    "{\"x\"::\"b\"}",
    "{\"a\":\"a\" 123}",
    "{key: 'value'}",
    "{\"a\" b}",
    "{:\"b\"}",
    "{\"a\" \"b\"}",
    "{\"a\":",
    "{\"a\"",
    "{1:1}",
    "{9999E9999:1}",
    "{null:null}",
    "{\"id\":0,,,,,}",
    "{'a':0}",
    "{\"id\":0,}",
    "{\"a\":\"b\"}/**/",
    "{\"a\":\"b\"}/",
    "{\"a\":\"b\",,\"c\":\"d\"}",
    "{a: \"b\"}",
    "{\"a\":\"a",
    "{ \"foo\" : \"bar\", \"a\" }",
    "{\"a\":\"b\"}#",
    " ",
    "[\"\\uD800\\",
    "[\"\\uD800\\u1\"]",
    "[\"\\x00\"]",
    "[\"\\\\\\\"]",
    "[\"\\\t\"]",
    "[\"\\a\"]",
    "[\"\\uqqqq\"]",
    "[\\u0020\"asd\"]",
    "[\\n]",
    "\"",
    "['single quote']",
    "abc",
    "[\"\\",
    "[\"new\nline\"]",
    "[\"\t\"]",
    "\"\\UA66D\"",
    "\"\"x",
    "<.>",
    "[<null>]",
    "[1]x",
    "[1]]",
    "[\"asd]",
    "a\u{e5}",
    "[True]",
    "1]",
    "{\"x\": true,",
    "[][]",
    "]",
    "{]",
    "{}}",
    "{\"\":",
    "[",
    "{",
    "[{",
    "[\"a",
    "[\"a\"",
    "{\"a\":\"b\"}{\"c\":\"d\"}",
    "[\u{2060}]",
    "\u{2060}",
    "*",
    "{\"a\":\"b\"}#{}",
    "[\u{c}]",
    "[[[[[[",
    "[{\"\":[{\"\":[{\"\":",
];

/// Shapes that are JSON, or that a reader may take or leave; none of them is a profession.
const Y_AND_I_SHAPES: &[&str] = &[
    "[[]   ]",
    "[\"\"]",
    "[]",
    "[\"a\"]",
    "[false]",
    "[null, 1, \"1\", {}]",
    "[null]",
    "[1\n]",
    " [1]",
    "[1,null,null,null,2]",
    "[2] ",
    "[123e65]",
    "[0e+1]",
    "[ 4]",
    "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]",
    "[-0]",
    "[1E22]",
    "[123.456e78]",
    "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}",
    "{\"a\":\"b\",\"a\":\"c\"}",
    "{}",
    "{\"\":0}",
    "{\"foo\\u0000bar\": 42}",
    "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }",
    "{\"a\":[]}",
    "{\n\"a\": \"b\"\n}",
    "[\"\\u0060\\u012a\\u12AB\"]",
    "[\"\\uD801\\udc37\"]",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
    "[\"\\u0000\"]",
    "[\"\u{7f}\"]",
    "[\"\\uFFFF\"]",
    "[\"\u{2028}\"]",
    "\"\"",
    "42",
    "-0.1",
    "null",
    "true",
    " ",
    "[123123e100000]",
    "[-1e+9999]",
    "[0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999999999999969999999006]",
    "[100000000000000000000]",
    "{\"\\uDFAA\":0}",
    "[\"\\uDADA\"]",
    "[\"\\uD888\\u1234\"]",
    "[\"\\uD800\\uD800\\n\"]",
    "[\"\\ud800\"]",
    "[\"\\uDd1e\\uD834\"]",
];

#[test]
fn what_is_no_profession_is_told_and_nothing_breaks() {
    for shape in N_SHAPES.iter().chain(Y_AND_I_SHAPES) {
        let parsed = parsed(shape);
        assert!(parsed.entries.is_empty(), "{shape:?}");
        let empty = serde_json::from_str::<Vec<Value>>(shape).is_ok_and(|l| l.is_empty());
        assert_eq!(parsed.problems.is_empty(), empty, "{shape:?}");
        for problem in parsed.problems {
            let place = problem.place.unwrap();
            assert!(place.0 >= 1 && place.1 >= 1, "{shape:?}: {place:?}");
            assert!(
                !problem.reason.is_empty() && !problem.advice.is_empty(),
                "{shape:?}"
            );
        }
    }
    // The same as bytes that are no UTF-8 or UTF-16 that is broken.
    for bytes in [
        &b"[\"\xff\"]"[..],
        b"[\"\xe0\xff\"]",
        b"[\"\xc0\xaf\"]",
        b"\xff\xfe[\0\"\0\xe9\0\"\0]",
        b"\0[\0\"\0\xe9\0\"\0]\0\0\0",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf{}",
        b"\xef\xbb{}",
        b"[\0]",
        b"\xe5",
        b"[\"a\0a\"]",
        b"\xff",
        b"\xfe\xff\0",
        b"{\"\xb9\":\"0\",}",
    ] {
        assert!(
            !parsed(&decode(bytes).text).problems.is_empty(),
            "{bytes:x?}"
        );
    }
}

#[test]
fn valid_shapes_around_a_profession_are_read() {
    let plain = entry("perajin", "Perajin");
    for content in [
        plain.clone(),
        format!("  \n{plain}\n\n"),
        format!("[{plain}]"),
        format!("[\n{plain}\n]\n"),
        r#"{"id":"perajin","nama":"\u0050erajin","bidang":"seni","$schema":"x","x":[[[[[[1e400]]]]]]}"#.to_owned(),
        r#"{"\u0069d":"perajin","nama":"Perajin","bidang":"seni"}"#.to_owned(),
    ] {
        let parsed = parsed(&content);
        let names: Vec<_> = parsed.entries.iter().map(|l| l.entry.name.as_str()).collect();
        assert_eq!(names, ["Perajin"], "{content}: {:?}", parsed.problems);
        assert!(parsed.problems.iter().all(|p| p.kind == Kind::Warning), "{content}");
    }
}

#[test]
fn one_bad_entry_costs_only_itself() {
    let good = [
        entry("satu", "Satu"),
        entry("dua", "Dua"),
        entry("tiga", "Tiga"),
    ];
    for bad in [
        "5",
        "null",
        "[[]]",
        r#"{"id": "x"}"#,
        r#"{"id": "X Y", "nama": "x", "bidang": "seni"}"#,
        r#"{"id": "x", "nama": "", "bidang": "seni"}"#,
        r#"{"id": "x", "nama": "x", "bidang": "seni", "cocok": "satu"}"#,
        r#"{"id": "x", "nama": "x", "nama": "y", "bidang": "seni"}"#,
        r#"{"id": "x", "nama": "\ud800", "bidang": "seni"}"#,
        // Mistakes in the writing itself.
        r#"{"id": "x", "nama": "x" "bidang": "seni"}"#,
        r#"{"id": "x", "nama": 'x', "bidang": "seni"}"#,
        r#"{"id": "x", "nama": "x", "bidang": "seni",}"#,
        "{\"id\": \"x\", \"nama\": \"a\nb\", \"bidang\": \"seni\"}",
        r#"{"id": "x", "miskonsepsi": [{"anggapan": "a" "realita": "b"}], "nama": "x", "bidang": "seni"}"#,
    ] {
        let content = format!("[{},\n{bad},\n{},\n{}]", good[0], good[1], good[2]);
        let parsed = parsed(&content);
        let ids: Vec<_> = parsed.entries.iter().map(|l| l.entry.id.as_str()).collect();
        assert_eq!(
            ids,
            ["satu", "dua", "tiga"],
            "{bad}: {:#?}",
            parsed.problems
        );
        let told = parsed.problems.iter().filter(|p| p.kind == Kind::Error);
        let lines: Vec<usize> = told.filter_map(|p| p.place).map(|p| p.0).collect();
        assert!(
            !lines.is_empty() && lines.iter().all(|l| *l == 2 || *l == 3),
            "{bad}: {lines:?}"
        );
    }
}

#[test]
fn a_mistake_is_told_with_line_column_field_reason_and_advice() {
    let content = "{\n  \"id\": \"perajin\",\n  \"nama\": \"Pérajin\", \"jurusn\": [],\n  \"bidang\": \"seni\",\n  \"cocok\": \"sabar\",\n  \"perbedaan\": [{\"uraian\": 1}]\n}";
    let told: Vec<String> = parsed(content)
        .problems
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "uji.json, baris 3, kolom 22 [periksa] perajin, jurusn: kunci ini tidak dikenal, jadi isinya tidak dipakai. Mungkin maksudnya \"jurusan\".",
            "uji.json, baris 5, kolom 12 [salah] perajin, cocok: harus daftar, tertulis teks. Tulis sebagai [\"...\", \"...\"], juga bila butirnya hanya satu.",
            "uji.json, baris 6, kolom 28 [salah] perajin, perbedaan butir 1, uraian: harus teks, tertulis angka. Tulis di antara kutip ganda: \"...\".",
            "uji.json, baris 6, kolom 17 [salah] perajin, perbedaan butir 1, profesi: kunci ini belum ada. Tambahkan \"profesi\": \"...\".",
        ]
    );
}

#[test]
fn ten_thousand_levels_and_long_texts_are_survived() {
    let deep = 10_000;
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"id\":", "}]")] {
        for content in [
            open.repeat(deep),
            format!("{}1{}", open.repeat(deep), close.repeat(deep)),
        ] {
            let parsed = parsed(&content);
            assert!(parsed.entries.is_empty() && !parsed.problems.is_empty());
        }
    }
    let inside = format!(
        "{{\"id\":\"a\",\"nama\":\"A\",\"bidang\":\"seni\",\"x\":{}{}}}",
        "[".repeat(deep),
        "]".repeat(deep)
    );
    assert_eq!(
        parsed(&inside).entries.len(),
        1,
        "what is unknown is passed over at any depth"
    );
    let long = json!({"id": "a", "nama": "n".repeat(1_000_000), "bidang": "seni", "profil": vec!["p".repeat(5_000); 300]});
    let parsed = parsed(&long.to_string());
    let entry = &parsed.entries.first().unwrap().entry;
    assert!(entry.name.len() <= 200 && entry.profile.len() == 200);
    assert!(
        parsed
            .problems
            .iter()
            .any(|p| p.reason.contains("dipotong"))
    );
}

#[test]
fn a_flood_of_entries_is_cut_and_told() {
    let mut content = String::from("[");
    for i in 0..100_500 {
        write!(
            content,
            "{}{{\"id\":\"p-{i}\",\"nama\":\"P {i}\",\"bidang\":\"seni\"}}",
            if i > 0 { "," } else { "" }
        )
        .unwrap();
    }
    content.push(']');
    let parsed = parsed(&content);
    assert_eq!(parsed.entries.len(), 100_000);
    assert!(
        parsed
            .problems
            .iter()
            .any(|p| p.reason.contains("lebih dari 100.000 profesi"))
    );
    assert!(
        self::parsed(&format!("[{}]", "0,".repeat(200_000)))
            .problems
            .len()
            <= 300
    );
}

#[test]
fn every_encoding_of_a_file_is_read() {
    let plain =
        "{\r\n \"id\": \"kafe\",\r\n \"nama\": \"Penjaga Café\",\r\n \"bidang\": \"seni\"\r\n}\r\n";
    let ansi: Vec<u8> = plain
        .chars()
        .map(|c| if c == 'é' { 0xe9 } else { c as u8 })
        .collect();
    for (name, bytes, warned) in [
        ("crlf", plain.as_bytes().to_vec(), false),
        ("cr", plain.replace("\r\n", "\r").into_bytes(), false),
        ("bom", [b"\xef\xbb\xbf", plain.as_bytes()].concat(), false),
        (
            "utf16le",
            utf16(plain, b"\xff\xfe", u16::to_le_bytes),
            false,
        ),
        (
            "utf16be",
            utf16(plain, b"\xfe\xff", u16::to_be_bytes),
            false,
        ),
        (
            "utf16le tanpa tanda",
            utf16(plain, b"", u16::to_le_bytes),
            false,
        ),
        (
            "utf16be tanpa tanda",
            utf16(plain, b"", u16::to_be_bytes),
            false,
        ),
        ("ansi", ansi, true),
    ] {
        let dir = folder(&[("a.json", &bytes)]);
        let output = jelajah(&["--data", dir.path().to_str().unwrap(), "tampil", "kafe"]);
        assert!(text(&output.stdout).contains("Penjaga Café"), "{name}");
        assert_eq!(
            text(&output.stderr).contains("Simpan sebagai UTF-8"),
            warned,
            "{name}"
        );
    }
}

#[test]
fn precedence_is_as_documented() {
    let a = folder(&[("a.json", entry("perajin", "Dari A").as_bytes())]);
    let b = folder(&[("b.json", entry("perajin", "Dari B").as_bytes())]);
    let c = folder(&[("c.json", entry("perawat", "Dari C").as_bytes())]);
    let path = |d: &tempfile::TempDir| d.path().to_str().unwrap().to_owned();
    let (pa, pb, pc) = (path(&a), path(&b), path(&c));
    let source = |args: &[&str]| {
        own(args)
            .into_iter()
            .find(|(id, _)| id == "perajin")
            .unwrap()
            .1
    };
    assert!(source(&["--data", &pa, "--data", &pb]).ends_with("b.json"));
    assert!(source(&["--data", &pb, "--data", &pa]).ends_with("a.json"));
    assert_eq!(
        ids(&["--data", &pa, "--data", &pc]),
        ["perajin", "perawat"],
        "the same id replaces"
    );
    let both = std::env::join_paths([&pa, &pc]).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_jelajah"))
        .args(["--data", &pb, "daftar", "profesi", "--json"])
        .env("JELAJAH_DATA", &both)
        .output()
        .unwrap();
    // On a slow machine the line of progress may appear; nothing else may.
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.split(['\r', '\n'])
            .all(|l| l.trim().is_empty() || l.contains("membaca data")),
        "{told}"
    );
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let name = |id: &str| {
        rows.iter().find(|r| r["id"] == id).unwrap()["nama"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        (name("perajin"), name("perawat")),
        ("Dari B".into(), "Dari C".into())
    );
    // Before and behind the command.
    let output = jelajah(&["--data", &pa, "tampil", "perajin", "--data", &pb]);
    assert!(text(&output.stdout).starts_with("Dari B"));
    // In one folder: the first by name, and both are named.
    let dir = folder(&[
        ("2.json", entry("x", "Dua").as_bytes()),
        ("1.json", entry("x", "Satu").as_bytes()),
    ]);
    assert!(own(&["--data", &path(&dir)])[0].1.ends_with("1.json"));
    let (code, told) = check(&[dir.path()]);
    assert_eq!(code, 1);
    let line = told.lines().find(|l| l.contains("sudah dipakai")).unwrap();
    assert!(line.contains("1.json") && line.contains("2.json"), "{line}");
}

#[test]
fn new_names_become_links_and_aliases_resolve() {
    let content = json!({"id": "penenun-sikka", "nama": "Penenun Sikka", "bidang": "seni", "jurusan": ["Public Policy", "Tenun Sikka"], "institusi": ["Sanggar Sikka"]});
    let dir = folder(&[("a.json", content.to_string().as_bytes())]);
    let path = dir.path().to_str().unwrap();
    let output = jelajah(&["--data", path, "daftar", "profesi", "--json"]);
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let row = rows.iter().find(|r| r["id"] == "penenun-sikka").unwrap();
    assert_eq!(row["jurusan"], json!(["Kebijakan Publik", "Tenun Sikka"]));
    for (what, name) in [("jurusan", "Tenun Sikka"), ("institusi", "Sanggar Sikka")] {
        let output = jelajah(&["--data", path, "daftar", what]);
        assert!(text(&output.stdout).lines().any(|l| l == name), "{name}");
    }
}

#[test]
fn a_good_file_is_praised_by_silence() {
    let output = jelajah(&["tampil", "perawat", "--format", "json"]);
    let dir = folder(&[("perawat.json", &output.stdout)]);
    let (code, told) = check(&[dir.path()]);
    assert_eq!(
        (code, told.as_str()),
        (
            0,
            "1 berkas, 1 profesi terbaca: 0 salah (tidak dipakai), 0 perlu diperiksa (tetap dipakai).\n"
        )
    );
    let (code, told) = check(&[Path::new("tidak-ada")]);
    assert_eq!(code, 1);
    assert!(
        told.contains("tidak-ada [salah] tidak ada berkas atau map"),
        "{told}"
    );
    let empty = folder(&[]);
    assert!(check(&[empty.path()]).1.contains("tidak ada berkas .json"));
    assert_eq!(jelajah(&["data", "periksa"]).status.code(), Some(2));
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let dir = folder(&[("kecil.json", entry("kecil", "Kecil").as_bytes())]);
    let large = std::fs::File::create(dir.path().join("besar.json")).unwrap();
    large.set_len(200 * 1024 * 1024).unwrap();
    assert_eq!(ids(&["--data", dir.path().to_str().unwrap()]), ["kecil"]);
    assert!(check(&[dir.path()]).1.contains("lebih besar dari 64 MB"));
}

#[cfg(unix)]
#[test]
fn links_loops_pipes_and_locked_files_end_in_a_sentence() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let outside = folder(&[("luar.json", entry("luar", "Luar").as_bytes())]);
    let dir = folder(&[
        ("baik.json", entry("baik", "Baik").as_bytes()),
        ("kunci.json", entry("kunci", "Kunci").as_bytes()),
    ]);
    let at = |name: &str| dir.path().join(name);
    symlink(dir.path(), at("putar")).unwrap();
    symlink(dir.path(), at("putar.json")).unwrap();
    symlink(outside.path().join("luar.json"), at("luar.json")).unwrap();
    symlink("diri.json", at("diri.json")).unwrap();
    let made = Command::new("mkfifo")
        .arg(at("pipa.json"))
        .status()
        .is_ok_and(|s| s.success());
    std::fs::set_permissions(at("kunci.json"), std::fs::Permissions::from_mode(0o000)).unwrap();
    let locked = std::fs::File::open(at("kunci.json")).is_err();
    let path = dir.path().to_str().unwrap();
    let read = ids(&["--data", path]);
    assert_eq!(read.contains(&"kunci".to_owned()), !locked);
    assert!(read.contains(&"baik".to_owned()) && !read.contains(&"luar".to_owned()));
    let (code, told) = check(&[dir.path()]);
    assert_eq!(code, 1);
    let says = |file: &str, sentence: &str| {
        let found = told
            .lines()
            .any(|l| l.contains(file) && l.contains(sentence));
        assert!(found, "{file}: {sentence}: {told}");
    };
    says("putar [", "map di dalam map");
    says("putar.json", "map di dalam map");
    says("luar.json", "tautan ke luar map");
    says("diri.json", "tidak menuju berkas");
    if made {
        says("pipa.json", "bukan berkas biasa");
        assert!(check(&[&at("pipa.json")]).1.contains("bukan berkas biasa"));
    }
    if locked {
        says("kunci.json", "tidak ada izin");
    }
}

fn page(name: &str) -> PathBuf {
    support::repository(&format!("tests/data/impor/{name}"))
}

#[test]
fn a_page_becomes_an_entry() {
    let dir = tempfile::tempdir().unwrap();
    let target = dir.path().join("baru");
    let run = |page: &Path, more: &[&str]| {
        let mut args = vec![
            "data",
            "impor",
            page.to_str().unwrap(),
            "--ke",
            target.to_str().unwrap(),
        ];
        args.extend(more);
        let output = jelajah(&args);
        (output.status.code().unwrap(), text(&output.stdout))
    };
    let (code, told) = run(&page("perajin-ukir.txt"), &[]);
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("3 paragraf profil, 1 cocok, 1 tidak cocok, 1 ekspektasi, 1 perbedaan, 1 miskonsepsi, 3 jurusan, 3 institusi"), "{told}");
    assert!(told.contains("perlu diperiksa: bidang"), "{told}");
    let file = target.join("perajin-ukir-kayu-desa.json");
    let written = std::fs::read_to_string(&file).unwrap();
    let entry: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(entry["nama"], "Perajin Ukir Kayu Desa");
    assert_eq!(entry["bidang"], "");
    assert!(
        entry["tidak_cocok"][0]
            .as_str()
            .unwrap()
            .starts_with("Kalau debu")
    );
    assert!(
        entry["ekspektasi_realita"][0]["realita"]
            .as_str()
            .unwrap()
            .starts_with("Kenyataannya, sebagian")
    );
    assert_eq!(entry["perbedaan"][0]["profesi"], "barista");
    assert!(
        entry["miskonsepsi"][0]["realita"]
            .as_str()
            .unwrap()
            .starts_with("Padahal, lengkungan")
    );
    assert_eq!(
        entry["jurusan"],
        json!(["Kriya", "Desain Produk", "Public Policy"])
    );
    assert_eq!(
        entry["institusi"],
        json!([
            "Sentra ukir desa",
            "Bengkel Pak Lurah",
            "Balai Latihan Kerja"
        ])
    );
    // Never overwritten unless asked for, and no temporary file stays.
    std::fs::write(&file, "punya saya").unwrap();
    let (code, told) = run(&page("perajin-ukir.txt"), &[]);
    assert_eq!(code, 1);
    assert!(told.contains("--timpa"), "{told}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "punya saya");
    let (code, told) = run(&page("perajin-ukir.txt"), &["--timpa"]);
    assert_eq!(code, 0);
    assert!(told.contains("menggantikan"), "{told}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), written);
    assert_eq!(std::fs::read_dir(&target).unwrap().count(), 1);
    assert_eq!(
        ids(&["--data", target.to_str().unwrap()]),
        ["perajin-ukir-kayu-desa"]
    );
    // A page that is none, a reserved name, a name that is no id.
    for (name, content, sentence) in [
        (
            "surat.txt",
            "Yth. Bapak\n\nSalam.",
            "tidak ada satu pun judul bagian",
        ),
        (
            "con.txt",
            "CON\n\nProfil Profesi\n\nIsi.",
            "dipakai Windows",
        ),
        (
            "田.txt",
            "田\n\nProfil Profesi\n\nIsi.",
            "judul halaman tidak ada",
        ),
    ] {
        let page = dir.path().join(name);
        std::fs::write(&page, content).unwrap();
        let (code, told) = run(&page, &[]);
        assert_eq!(code, 1, "{told}");
        assert!(told.contains(sentence), "{told}");
    }
    assert_eq!(std::fs::read_dir(&target).unwrap().count(), 1);
}

#[test]
fn a_page_is_read_in_every_dress() {
    let catalog = Catalog::embedded();
    let plain = std::fs::read_to_string(page("perajin-ukir.txt")).unwrap();
    let expected = import(&plain, "x", &catalog).unwrap();
    assert_eq!(
        (expected.missing.len(), expected.entry.profile.len()),
        (0, 3)
    );
    let tight: String = plain
        .lines()
        .filter(|l| !l.trim().is_empty())
        .flat_map(|l| [l, "\n"])
        .collect();
    let wrapped: String = plain
        .lines()
        .flat_map(|l| textwrap::wrap(l.trim(), 60))
        .flat_map(|l| [l.into_owned(), "\n".to_owned()])
        .collect();
    let lower = plain
        .replace("PROFIL PROFESI", "profil profesi:")
        .replace("KONSEP", "# Konsep");
    for dressed in [
        plain.replace('\n', "\r\n").into_bytes(),
        [b"\xef\xbb\xbf", plain.as_bytes()].concat(),
        utf16(&plain, b"\xff\xfe", u16::to_le_bytes),
        utf16(&plain, b"\xfe\xff", u16::to_be_bytes),
        tight.into_bytes(),
        wrapped.into_bytes(),
        lower.into_bytes(),
    ] {
        let text = decode(&dressed).text;
        assert_eq!(
            import(&text, "x", &catalog).unwrap().entry,
            expected.entry,
            "{text}"
        );
    }
}

#[test]
fn what_is_unclear_or_missing_is_listed_and_kept() {
    let content = std::fs::read_to_string(page("rapat.txt")).unwrap();
    let imported = import(&content, "x", &Catalog::embedded()).unwrap();
    let entry = &imported.entry;
    assert_eq!(entry.profile.len(), 3);
    assert_eq!(
        entry.suits,
        [
            "sanggup terjaga saat hujan deras di malam hari",
            "rajin mencatat angka"
        ]
    );
    assert_eq!(entry.suits_not, ["tidak suka tinggal jauh dari kota"]);
    assert_eq!(
        entry.expectations[0].expectation,
        "Pekerjaannya hanya memutar roda besi."
    );
    assert_eq!(
        entry.expectations[0].reality,
        "Salah membaca air dapat membanjiri satu kecamatan."
    );
    assert_eq!(
        entry.expectations[1].expectation,
        "Air datang tanpa kenal jam kantor."
    );
    assert!(
        imported
            .doubts
            .iter()
            .any(|d| d.contains("Air datang tanpa kenal")),
        "{:?}",
        imported.doubts
    );
    assert_eq!(entry.majors, ["Teknik Pengairan", "Teknik Sipil"]);
    assert_eq!(
        imported.missing,
        ["Contoh perusahaan atau institusi yang membutuhkan"]
    );
}

#[test]
fn the_schema_is_printed() {
    let output = jelajah(&["data", "skema"]);
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let properties = schema["$defs"]["profesi"]["properties"]
        .as_object()
        .unwrap();
    let shown = jelajah(&["tampil", "perawat", "--format", "json"]);
    let entry: Value = serde_json::from_slice(&shown.stdout).unwrap();
    for key in entry.as_object().unwrap().keys() {
        assert!(properties.contains_key(key), "{key}");
    }
}

#[test]
fn the_program_shows_a_notice_and_a_page_of_problems() {
    use support::{app, press, text};
    let mut quiet = app(100, 30);
    press(&mut quiet, "<F4>");
    assert!(quiet.overlay().is_none());
    let problems: Vec<String> = (1..=40)
        .map(|i| format!("lokal.json, baris {i}: masalah nomor {i}."))
        .collect();
    let mut app = app(100, 30).with_problems(problems);
    assert!(text(&app).contains("Ada 40 masalah data. F4 melihatnya."));
    press(&mut app, "<F4>");
    let screen = text(&app);
    assert!(
        screen.contains("Masalah data") && screen.contains("masalah nomor 1."),
        "{screen}"
    );
    press(&mut app, "<End>");
    assert!(text(&app).contains("masalah nomor 40."));
    press(&mut app, "<F1>");
    assert!(text(&app).contains("Bantuan"));
    press(&mut app, "<F4><Esc>");
    assert!(app.overlay().is_none());
    press(&mut app, "perawat");
    assert!(!text(&app).contains("masalah data. F4 melihatnya"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived_by_both_parsers(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = decode(&bytes).text;
        parsed(&text);
        let _ = import(&text, "halaman", &Catalog::embedded());
    }

    #[test]
    fn bent_entries_are_survived(cut in 0_usize..900, put in "[\\[\\]{}\",:\\\\a\u{1b}\u{e9}]{0,4}") {
        let whole = format!(
            "[{}, {}]",
            entry("satu", "Satu"),
            json!({"id": "dua", "nama": "Dua", "bidang": "seni", "perbedaan": [{"profesi": "a", "uraian": "é"}], "cocok": ["x", "y"]})
        );
        let at = (0..=whole.len()).rev().find(|i| *i <= cut && whole.is_char_boundary(*i)).unwrap_or(0);
        let (head, tail) = whole.split_at(at);
        let options = Options { places: true, ..Options::default() };
        for content in [format!("{head}{put}{tail}"), head.to_owned(), tail.to_owned()] {
            for problem in parse("uji.json", &content, options).problems {
                prop_assert!(!problem.to_string().chars().any(char::is_control));
            }
        }
    }

    #[test]
    fn bent_pages_are_survived(order in prop::collection::vec(0_usize..30, 0..40), noise in any::<String>()) {
        let page = std::fs::read_to_string(page("perajin-ukir.txt")).unwrap();
        let lines: Vec<&str> = page.lines().chain(std::iter::once(noise.as_str())).collect();
        let bent: String = order.iter().filter_map(|i| lines.get(*i)).flat_map(|l| [l, "\n"]).collect();
        if let Ok(imported) = import(&bent, "halaman", &Catalog::embedded()) {
            let json = serde_json::to_string(&imported.entry).unwrap();
            prop_assert!(!json.chars().any(char::is_control));
            prop_assert!(parse("uji.json", &json, Options::default()).problems.iter().all(|p| p.kind == Kind::Warning));
        }
    }
}
