//! What is wrong with a user's data, told so that its author can put it right.

use crate::core::clean::clean_to;
use std::cell::OnceCell;
use std::fmt;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The file or entry cannot be used.
    Error,
    /// It is used, but something should be looked at.
    Warning,
}

impl Kind {
    /// The word in front of a problem.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "salah",
            Self::Warning => "periksa",
        }
    }
}

/// Line and column, both from one; columns count characters.
pub type Place = (usize, usize);

/// One problem. All text in it is clean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// Where in it, when that is known.
    pub place: Option<Place>,
    /// Id of the entry; empty when it concerns the file.
    pub entry: String,
    /// Key of the data and position in a list: `cocok butir 3`; empty when it concerns the entry or file.
    pub field: String,
    /// How bad it is.
    pub kind: Kind,
    /// What is wrong.
    pub reason: String,
    /// What to do about it.
    pub advice: String,
}

impl Problem {
    /// A problem of a whole file; the rest is added with the functions below.
    pub fn new(file: &str, kind: Kind, reason: &str, advice: &str) -> Self {
        Self {
            file: clean_to(file, 200),
            place: None,
            entry: String::new(),
            field: String::new(),
            kind,
            reason: clean_to(reason, 400),
            advice: clean_to(advice, 400),
        }
    }

    /// The same, at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same, of an entry.
    #[must_use]
    pub fn of(mut self, entry: &str) -> Self {
        self.entry = clean_to(entry, 64);
        self
    }

    /// The same, of a field.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = clean_to(field, 80);
        self
    }
}

impl fmt::Display for Problem {
    /// `lokal.json, baris 3, kolom 5 [salah] petani-kopi, cocok butir 2: harus teks. Tulis di antara kutip ganda.`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ", baris {line}, kolom {column}")?;
        }
        write!(f, " [{}] ", self.kind.label())?;
        match (self.entry.is_empty(), self.field.is_empty()) {
            (true, true) => {}
            (false, true) => write!(f, "{}: ", self.entry)?,
            (true, false) => write!(f, "{}: ", self.field)?,
            (false, false) => write!(f, "{}, {}: ", self.entry, self.field)?,
        }
        write!(f, "{}.", self.reason)?;
        if !self.advice.is_empty() {
            write!(f, " {}.", self.advice)?;
        }
        Ok(())
    }
}

/// The problems of one file, bounded: a file of rubbish must not fill the memory with sentences about it.
#[derive(Debug)]
pub struct Report {
    file: String,
    most: usize,
    problems: Vec<Problem>,
    hidden: usize,
}

impl Report {
    /// Keeps at most `most` problems.
    pub fn new(file: &str, most: usize) -> Self {
        Self {
            file: file.to_owned(),
            most,
            problems: Vec::new(),
            hidden: 0,
        }
    }

    /// The file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Whether one more would only be counted; then its place need not be found out.
    pub fn is_full(&self) -> bool {
        self.problems.len() >= self.most
    }

    /// Adds one, or counts it.
    pub fn push(&mut self, problem: Problem) {
        if self.is_full() {
            self.hidden += 1;
        } else {
            self.problems.push(problem);
        }
    }

    /// All that was kept, and a last line for the others.
    pub fn finish(mut self) -> Vec<Problem> {
        if self.hidden > 0 {
            let reason = format!(
                "masih ada {} masalah lain di berkas ini",
                crate::text::number(self.hidden)
            );
            let kind = Kind::Warning;
            self.problems.push(Problem::new(
                &self.file,
                kind,
                &reason,
                "Perbaiki dulu yang di atas",
            ));
        }
        self.problems
    }
}

/// Finds lines and columns in a text; the lines are counted only when the first problem asks.
pub struct Places<'a> {
    text: &'a str,
    starts: OnceCell<Vec<usize>>,
}

impl<'a> Places<'a> {
    /// Of a text whose lines end in `\n`.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            starts: OnceCell::new(),
        }
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
            std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect()
        })
    }

    /// Line and column of a byte.
    pub fn of(&self, offset: usize) -> Place {
        let starts = self.starts();
        let line = starts.partition_point(|s| *s <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        // On a line of megabytes nobody counts characters, and counting them for each problem takes too long.
        let column = if before.is_empty() || before.len() > 100_000 {
            offset.saturating_sub(start)
        } else {
            before.chars().count()
        };
        (line, column + 1)
    }

    /// The byte that `serde_json` means; its columns are bytes and may be one past the line.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self
            .starts()
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        (start + column.saturating_sub(1)).min(self.text.len())
    }
}

/// What `serde_json` complains of, in words, and what to do about it.
pub(super) fn json_words(message: &str) -> (&'static str, &'static str) {
    const TABLE: &[(&str, &str, &str)] = &[
        (
            "EOF while parsing a string",
            "kutip ganda belum ditutup sampai akhir berkas",
            "Tambahkan \" di ujung teksnya",
        ),
        (
            "EOF while parsing",
            "berkas berhenti di tengah jalan, ada kurung yang belum ditutup",
            "Tutup tiap { dengan } dan tiap [ dengan ]",
        ),
        (
            "expected `:`",
            "titik dua sesudah kunci belum ada",
            "Tulis \"kunci\": \"isi\"",
        ),
        (
            "expected `,`",
            "koma atau kurung tutup belum ada di sini",
            "Pisahkan butir dengan koma, dan tutup kurungnya",
        ),
        (
            "trailing comma",
            "ada koma sesudah butir terakhir",
            "Hapus koma itu",
        ),
        (
            "trailing characters",
            "ada tulisan sesudah kurung penutup",
            "Hapus tulisan itu, atau jadikan satu daftar [ ... ]",
        ),
        (
            "key must be a string",
            "kunci harus di antara kutip ganda",
            "Tulis \"kunci\": \"isi\", tanpa komentar dan tanpa koma di ujung",
        ),
        (
            "control character",
            "ada baris baru atau tab di dalam teks",
            "Tulis satu teks dalam satu baris; paragraf lain menjadi butir lain",
        ),
        (
            "invalid escape",
            "garis miring terbalik di sini tidak bermakna",
            "Tulis \\\\ untuk satu garis miring terbalik",
        ),
        (
            "invalid number",
            "angka ini tidak tertulis dengan benar",
            "Tulis di antara kutip ganda bila maksudnya teks",
        ),
        (
            "number out of range",
            "angka ini terlalu besar",
            "Tulis di antara kutip ganda bila maksudnya teks",
        ),
        (
            "invalid unicode code point",
            "kode huruf \\u di sini tidak ada",
            "Tulis hurufnya langsung",
        ),
        (
            "lone leading surrogate",
            "kode huruf \\u di sini hanya separuh",
            "Tulis hurufnya langsung",
        ),
        (
            "unexpected end of hex escape",
            "kode huruf \\u di sini hanya separuh",
            "Tulis hurufnya langsung",
        ),
        (
            "recursion limit",
            "kurung di dalam kurung terlalu dalam",
            "Pakai bentuk seperti pada \"jelajah data skema\"",
        ),
    ];
    let found = TABLE.iter().find(|(start, ..)| message.starts_with(start));
    found.map_or(
        (
            "tulisan di sini bukan JSON yang benar",
            "Teks harus di antara kutip ganda lurus (\"), bukan kutip miring atau kutip tunggal",
        ),
        |(_, reason, advice)| (*reason, *advice),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_where_what_and_what_to_do() {
        let problem = Problem::new("a\u{1b}.json", Kind::Error, "harus teks", "Pakai kutip")
            .at((3, 5))
            .of("petani")
            .field("cocok butir 2");
        assert_eq!(
            problem.to_string(),
            "a.json, baris 3, kolom 5 [salah] petani, cocok butir 2: harus teks. Pakai kutip."
        );
    }

    #[test]
    fn places_count_characters() {
        let places = Places::new("é\nab\ncé{");
        assert_eq!(places.of(0), (1, 1));
        assert_eq!(places.of(3), (2, 1));
        assert_eq!(places.of(9), (3, 3));
        assert_eq!(places.offset(3, 2), 7);
    }

    #[test]
    fn a_flood_is_counted_only() {
        let mut report = Report::new("a.json", 2);
        for _ in 0..10 {
            report.push(Problem::new("a.json", Kind::Error, "x", ""));
        }
        let all = report.finish();
        assert_eq!(all.len(), 3);
        assert!(
            all.last()
                .is_some_and(|p| p.reason.contains("8 masalah lain"))
        );
    }
}
