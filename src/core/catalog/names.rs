//! Looking names up, whatever their case, accents and punctuation.

use std::collections::HashMap;

/// Key for comparing names: lower case, letters and digits only.
pub fn name_key(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    // Most names, and several times as fast.
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return letters
            .map(|b| char::from(b.to_ascii_lowercase()))
            .collect();
    }
    name.nfkd()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A table of names that grows when an unknown one is asked for.
pub struct Names {
    by_key: HashMap<String, u32>,
}

impl Names {
    /// A table of rows with a name and other names; a name wins over another row's alias.
    pub fn new<'a>(rows: impl Iterator<Item = (&'a str, &'a [String])> + Clone) -> Self {
        let mut by_key = HashMap::new();
        for (i, (name, _)) in rows.clone().enumerate() {
            by_key.entry(name_key(name)).or_insert(i as u32);
        }
        for (i, (_, aliases)) in rows.enumerate() {
            for alias in aliases {
                by_key.entry(name_key(alias)).or_insert(i as u32);
            }
        }
        Self { by_key }
    }

    /// Position of `name`, adding it as `next` when it is new; the flag tells so.
    pub fn resolve(&mut self, name: &str, next: usize) -> (u32, bool) {
        let mut fresh = false;
        let at = *self.by_key.entry(name_key(name)).or_insert_with(|| {
            fresh = true;
            next as u32
        });
        (at, fresh)
    }
}
