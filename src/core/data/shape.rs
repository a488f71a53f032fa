//! The form of an entry, held against the table of fields.

use super::fields::{FIELDS, Form, MOST_ITEMS, field};
use super::outline::{Member, Node, Value};
use super::parse::Parser;
use super::problem::{Kind, Place};

/// Holds one entry against the table of fields.
pub(super) struct Shape<'p, 'a, 'i> {
    parser: &'p mut Parser<'a>,
    /// Where the entry begins in the text.
    base: usize,
    id: &'i str,
    sound: bool,
    places: Vec<(String, Place)>,
}

impl<'p, 'a, 'i> Shape<'p, 'a, 'i> {
    fn wrong(&mut self, at: usize, name: &str, reason: &str, advice: &str) {
        self.sound = false;
        self.parser
            .say(Kind::Error, self.base + at, self.id, name, reason, advice);
    }

    fn note(&mut self, name: impl Fn() -> String, at: usize) {
        if self.parser.options.places {
            let place = self.parser.places.of(self.base + at);
            self.places.push((name(), place));
        }
    }

    /// Tells all mistakes of form; where the fields stand when there are none.
    pub(super) fn check(
        parser: &'p mut Parser<'a>,
        base: usize,
        id: &'i str,
        members: &[Member<'_>],
    ) -> Option<Vec<(String, Place)>> {
        let mut shape = Self {
            parser,
            base,
            id,
            sound: true,
            places: Vec::new(),
        };
        shape.entry(members);
        shape.sound.then_some(shape.places)
    }

    fn entry(&mut self, members: &[Member<'_>]) {
        for (at, member) in members.iter().enumerate() {
            let earlier = members.iter().take(at).find(|m| m.key == member.key);
            if let Some(earlier) = earlier {
                self.twice(member, earlier, "");
                continue;
            }
            let Some(field) = field(&member.key) else {
                self.unknown(member, "", FIELDS.iter().map(|f| f.key));
                continue;
            };
            self.note(|| field.key.to_owned(), member.at);
            match field.form {
                Form::Text => self.text(&member.node, field.key),
                Form::Texts => self.list(&member.node, field.key, None),
                Form::Objects(parts) => {
                    let keys: Vec<&'static str> = parts.iter().map(|p| p.key).collect();
                    self.list(&member.node, field.key, Some(&keys));
                }
            }
        }
        for field in FIELDS.iter().filter(|f| f.required) {
            if !members.iter().any(|m| m.key == field.key) {
                self.wrong(
                    0,
                    field.key,
                    "kunci ini belum ada",
                    &format!("Tambahkan \"{}\": \"...\"", field.key),
                );
            }
        }
    }

    fn twice(&mut self, member: &Member<'_>, earlier: &Member<'_>, list: &str) {
        let line = self.parser.places.of(self.base + earlier.at).0;
        let name = joined(list, &member.key);
        self.wrong(
            member.at,
            &name,
            &format!("kunci ini tertulis dua kali, sudah ada di baris {line}"),
            "Hapus salah satunya",
        );
    }

    fn unknown(
        &mut self,
        member: &Member<'_>,
        list: &str,
        mut known: impl Iterator<Item = &'static str>,
    ) {
        if list.is_empty() && member.key == "$schema" {
            return;
        }
        let close = known.find(|k| {
            member.key.len() <= 40
                && strsim::damerau_levenshtein(k, &member.key.to_lowercase()) <= 2
        });
        let advice = match close {
            Some(key) => format!("Mungkin maksudnya \"{key}\""),
            None => "Hapus kunci ini, atau lihat kunci yang ada dengan \"jelajah data skema\""
                .to_owned(),
        };
        let name = joined(list, &member.key);
        self.parser.say(
            Kind::Warning,
            self.base + member.at,
            self.id,
            &name,
            "kunci ini tidak dikenal, jadi isinya tidak dipakai",
            &advice,
        );
    }

    fn text(&mut self, node: &Node<'_>, name: &str) {
        if !matches!(node.value, Value::Text) {
            let reason = format!("harus teks, tertulis {}", node.value.name());
            self.wrong(
                node.at,
                name,
                &reason,
                "Tulis di antara kutip ganda: \"...\"",
            );
        }
    }

    /// A list of texts, or of objects with these keys.
    fn list(&mut self, node: &Node<'_>, name: &str, keys: Option<&[&'static str]>) {
        let Value::List(items) = &node.value else {
            let reason = format!("harus daftar, tertulis {}", node.value.name());
            let advice = if keys.is_some() {
                "Tulis sebagai [ { ... }, { ... } ]"
            } else {
                "Tulis sebagai [\"...\", \"...\"], juga bila butirnya hanya satu"
            };
            self.wrong(node.at, name, &reason, advice);
            return;
        };
        for (at, item) in items.iter().enumerate() {
            let item_name = || format!("{name} butir {}", at + 1);
            if at < MOST_ITEMS {
                self.note(item_name, item.at);
            }
            match (keys, &item.value) {
                (None, Value::Text) => {}
                (None, _) => self.text(item, &item_name()),
                (Some(keys), Value::Object(members)) => {
                    self.object(item.at, members, &item_name(), keys);
                }
                (Some(keys), other) => {
                    let reason = format!("harus objek, tertulis {}", other.name());
                    let model: Vec<String> =
                        keys.iter().map(|k| format!("\"{k}\": \"...\"")).collect();
                    let advice = format!("Tulis sebagai {{ {} }}", model.join(", "));
                    self.wrong(item.at, &item_name(), &reason, &advice);
                }
            }
        }
    }

    fn object(&mut self, at: usize, members: &[Member<'_>], name: &str, keys: &[&'static str]) {
        for (i, member) in members.iter().enumerate() {
            let earlier = members.iter().take(i).find(|m| m.key == member.key);
            if let Some(earlier) = earlier {
                self.twice(member, earlier, name);
            } else if keys.contains(&member.key.as_ref()) {
                self.text(&member.node, &joined(name, &member.key));
            } else {
                self.unknown(member, name, keys.iter().copied());
            }
        }
        for key in keys
            .iter()
            .filter(|k| !members.iter().any(|m| m.key == **k))
        {
            let advice = format!("Tambahkan \"{key}\": \"...\"");
            self.wrong(at, &joined(name, key), "kunci ini belum ada", &advice);
        }
    }
}

fn joined(list: &str, key: &str) -> String {
    if list.is_empty() {
        key.to_owned()
    } else {
        format!("{list}, {key}")
    }
}
