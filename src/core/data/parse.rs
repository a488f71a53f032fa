//! Text of a file to entries.

use super::fields::is_id;
use super::outline::{Member, Node, Value, outline};
use super::problem::{Kind, Place, Places, Problem, Report};
use super::shape::Shape;
use crate::core::catalog::record::Profession;
use crate::core::clean::clean_to;
use serde::de::{DeserializeSeed, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// Largest file, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// Most files of one start.
pub const MOST_FILES: usize = 10_000;
/// Most entries of one start.
pub const MOST_ENTRIES: usize = 100_000;

/// How to read.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How many entries may still come.
    pub room: usize,
    /// How many problems to keep.
    pub problems: usize,
    /// Whether to note where each field stands, for checks to come.
    pub places: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            room: MOST_ENTRIES,
            problems: 200,
            places: false,
        }
    }
}

/// An entry and where it was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Located {
    /// The entry, clean.
    pub entry: Profession,
    /// The file, clean.
    pub file: String,
    /// Where the entry begins; nought where places are not asked for.
    pub place: Place,
    /// Where its fields and items stand, by name as in [`Problem::field`].
    pub fields: Vec<(String, Place)>,
}

impl Located {
    /// Where a field stands, or the entry where it has none.
    pub fn place_of(&self, name: &str) -> Place {
        let found = self.fields.iter().find(|(n, _)| n == name);
        found.map_or(self.place, |(_, place)| *place)
    }
}

/// What a file gave.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The entries that can be used.
    pub entries: Vec<Located>,
    /// Everything else.
    pub problems: Vec<Problem>,
}

/// Reads one profession, or a list of them. A mistake in one entry costs that entry only; a mistake in the writing itself
/// (a lost bracket or quote) costs what follows it.
pub fn parse(file: &str, text: &str, options: Options) -> Parsed {
    let mut parser = Parser {
        text,
        places: Places::new(text),
        report: Report::new(&clean_to(file, 200), options.problems),
        entries: Vec::new(),
        options,
        cut_off: false,
    };
    let result = match text.trim_start().bytes().next() {
        Some(b'{') => serde_json::from_str::<&RawValue>(text).map(|raw| parser.one(raw, 1)),
        Some(b'[') => {
            let mut json = serde_json::Deserializer::from_str(text);
            List(&mut parser)
                .deserialize(&mut json)
                .and_then(|()| json.end())
        }
        first => {
            let (reason, advice) = if first.is_none() {
                (
                    "berkas ini kosong",
                    "Isi dengan satu profesi { ... } atau daftar [ ... ]",
                )
            } else {
                (
                    "isinya tidak dimulai dengan { atau [",
                    "Tulis satu profesi sebagai { ... } atau daftar profesi sebagai [ ... ]; halaman teks biasa: pakai \"jelajah data impor\"",
                )
            };
            let at = text.len() - text.trim_start().len();
            parser.refuse(at, reason, advice);
            Ok(())
        }
    };
    if let Err(error) = result {
        let list = text.trim_start().starts_with('[');
        let at = parser.syntax(&error, 0, "", list);
        if list {
            let number = parser.entries.len();
            parser.recover(at, number);
        }
    }
    Parsed {
        entries: parser.entries,
        problems: parser.report.finish(),
    }
}

pub(super) struct Parser<'a> {
    text: &'a str,
    pub(super) places: Places<'a>,
    report: Report,
    entries: Vec<Located>,
    pub(super) options: Options,
    cut_off: bool,
}

impl Parser<'_> {
    /// Tells why something that has no id and no field yet is left out.
    fn refuse(&mut self, at: usize, reason: &str, advice: &str) {
        self.say(Kind::Error, at, "", "", reason, advice);
    }

    /// Adds a problem at a byte of the text.
    pub(super) fn say(
        &mut self,
        kind: Kind,
        at: usize,
        id: &str,
        name: &str,
        reason: &str,
        advice: &str,
    ) {
        let place = if self.report.is_full() {
            (0, 0)
        } else {
            self.places.of(at)
        };
        let problem = Problem::new(self.report.file(), kind, reason, advice);
        self.report.push(problem.at(place).of(id).field(name));
    }

    /// A mistake in the writing, in the part of the text that begins at `base`.
    fn syntax(&mut self, error: &serde_json::Error, base: usize, id: &str, list: bool) -> usize {
        let (reason, advice) = super::problem::json_words(&error.to_string());
        let local = Places::new(self.text.get(base..).unwrap_or_default());
        let at = base + local.offset(error.line(), error.column());
        let advice = if list {
            format!("{advice}. Profesi lain yang utuh di daftar ini tetap dipakai")
        } else {
            advice.to_owned()
        };
        self.say(Kind::Error, at, id, "", reason, &advice);
        at
    }

    /// After a mistake in the writing of a list: finds the entries behind it, which are whole. Only an object with the
    /// keys that every entry has is one; what is looked at in vain is bounded.
    fn recover(&mut self, mut from: usize, mut number: usize) {
        let mut patience = self.text.len().saturating_mul(4).saturating_add(1_000);
        while let Some(at) = self.text.get(from..).and_then(|t| t.find('{')) {
            let begin = from + at;
            let rest = self.text.get(begin..).unwrap_or_default();
            let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
            from = begin + 1;
            let cost = match values.next() {
                Some(Ok(raw)) if is_entry(raw.get()) => {
                    from = begin + raw.get().len();
                    number += 1;
                    self.one(raw, number);
                    0
                }
                Some(Ok(raw)) => raw.get().len(),
                Some(Err(error)) if !error.is_eof() => {
                    let lines = rest.split('\n').take(error.line().saturating_sub(1));
                    lines.map(|l| l.len() + 1).sum::<usize>() + error.column()
                }
                _ => rest.len(),
            };
            match patience.checked_sub(cost) {
                Some(left) => patience = left,
                None => return,
            }
        }
    }

    /// One entry; `number` counts from one.
    fn one(&mut self, raw: &RawValue, number: usize) {
        let raw = raw.get();
        // The raw value is a part of the text, so the distance of the two is its position.
        let base = (raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        if self.entries.len() >= self.options.room {
            if !std::mem::replace(&mut self.cut_off, true) {
                let most = crate::text::number(MOST_ENTRIES);
                let reason = format!("lebih dari {most} profesi; mulai dari sini tidak dibaca");
                self.refuse(base, &reason, "Kurangi isinya atau bagi pemakaiannya");
            }
            return;
        }
        let node = outline(raw);
        let Some(Node {
            value: Value::Object(members),
            ..
        }) = &node
        else {
            let kind = node.as_ref().map_or("tulisan lain", |n| n.value.name());
            let reason = format!("butir ke-{number} harus satu profesi {{ ... }}, tertulis {kind}");
            let advice = "Tulis profesi sebagai objek, atau hapus butir ini";
            self.refuse(base, &reason, advice);
            return;
        };
        let id = id_of(raw, members);
        let Some(fields) = Shape::check(self, base, &id, members) else {
            return;
        };
        match serde_json::from_str::<Profession>(raw) {
            Ok(entry) => self.accept(entry, base, fields),
            Err(error) => {
                self.syntax(&error, base, &id, false);
            }
        }
    }

    fn accept(&mut self, mut entry: Profession, base: usize, fields: Vec<(String, Place)>) {
        let file = self.report.file().to_owned();
        let place = if self.options.places {
            self.places.of(base)
        } else {
            (0, 0)
        };
        let at = |parser: &Self, name: &str| {
            let found = fields.iter().find(|(n, _)| n == name).map(|(_, p)| *p);
            found.unwrap_or_else(|| parser.places.of(base))
        };
        if !is_id(&entry.id) {
            let place = at(self, "id");
            let reason = format!(
                "\"{}\" tidak bisa menjadi id",
                clean_to(entry.id.trim(), 70)
            );
            self.report.push(
                Problem::new(
                    &file,
                    Kind::Error,
                    &reason,
                    "Pakai huruf kecil a-z, angka, dan tanda hubung, 1-64 huruf, misalnya petani-kopi",
                )
                .at(place)
                .field("id"),
            );
            return;
        }
        for (name, reason) in super::tidy::tidy(&mut entry) {
            let place = at(self, &name);
            let kind = Kind::Warning;
            self.report.push(
                Problem::new(&file, kind, &reason, "Periksa isinya")
                    .at(place)
                    .of(&entry.id)
                    .field(&name),
            );
        }
        if entry.name.is_empty() {
            let place = at(self, "nama");
            self.report.push(
                Problem::new(&file, Kind::Error, "nama kosong", "Isi nama profesinya")
                    .at(place)
                    .of(&entry.id)
                    .field("nama"),
            );
            return;
        }
        self.entries.push(Located {
            entry,
            file,
            place,
            fields,
        });
    }
}

/// Whether this has the keys that every entry has.
fn is_entry(raw: &str) -> bool {
    let Some(Value::Object(members)) = outline(raw).map(|n| n.value) else {
        return false;
    };
    let has = |key: &str| members.iter().any(|m| m.key == key);
    super::fields::FIELDS
        .iter()
        .filter(|f| f.required)
        .all(|f| has(f.key))
}

/// The id, to name an entry that may turn out to be no entry.
fn id_of(raw: &str, members: &[Member<'_>]) -> String {
    let member = members.iter().find(|m| m.key == "id");
    let text = member.and_then(|m| raw.get(m.node.at..)).and_then(|rest| {
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        values.next()?.ok()
    });
    clean_to(text.unwrap_or_default().trim(), 64)
}

/// Reads the entries of a list one by one, so that those before a mistake are kept.
struct List<'p, 'a>(&'p mut Parser<'a>);

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("daftar profesi")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut number = 0;
        while !self.0.cut_off
            && let Some(raw) = list.next_element::<&'de RawValue>()?
        {
            number += 1;
            self.0.one(raw, number);
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}
