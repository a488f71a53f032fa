//! Roots of Indonesian words.
//!
//! The Snowball algorithm for Indonesian knows no dictionary and guesses one nasal only
//! (`memasak` → `pasak`, `masakan` → `masa`), so [`Stems`] adds the other roots the affix rules
//! allow (`meN-`/`peN-` before p, t, k, s, m, n, l, r or a vowel; one-syllable `menge-`). Whoever
//! indexes keeps those that occur as words; whoever searches looks all of them up.
//! Source of the rules: Tata Bahasa Baku Bahasa Indonesia, the morphophonemics of `meN-`.

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// Shortest root worth looking up, in bytes.
const SHORTEST: usize = 3;
/// Affixed words are longer than this, in bytes; shorter ones are left alone.
const SHORTEST_AFFIXED: usize = 5;

/// The stemmer, with its buffers.
pub struct Stems {
    snowball: Stemmer,
    found: Vec<String>,
    spare: Vec<String>,
}

impl Default for Stems {
    fn default() -> Self {
        Self {
            snowball: Stemmer::create(Algorithm::Indonesian),
            found: Vec::new(),
            spare: Vec::new(),
        }
    }
}

impl Stems {
    /// Possible roots of the folded `word`, likeliest first, without the word itself.
    ///
    /// The first is Snowball's answer when it differs from the word.
    pub fn roots(&mut self, word: &str) -> &[String] {
        self.clear();
        if !is_stemmable(word) || !may_be_affixed(word) {
            return &self.found;
        }
        let stem = self.snowball.stem(word).into_owned();
        if stem != word && stem.len() >= SHORTEST {
            self.add(&stem, word);
        }
        self.strip(word, word, 0);
        &self.found
    }

    /// Like [`Stems::roots`], and the roots of spoken forms too: `ngecat` → `cat`,
    /// `nyuci` → `cuci`, `motong` → `potong`, `benerin` → `bener`.
    pub fn spoken_roots(&mut self, word: &str) -> &[String] {
        self.roots(word);
        if is_stemmable(word) {
            self.spoken(word, word);
            if let Some(base) = word.strip_suffix("in")
                && base.len() >= SHORTEST
            {
                self.add(base, word);
                self.spoken(base, word);
                self.strip(base, word, 1);
            }
            self.english(word);
        }
        &self.found
    }

    /// English forms: names of jobs have the doer (`babysitter`), people type the doing or many.
    fn english(&mut self, word: &str) {
        for (suffix, others) in [
            ("ing", &["er", "", "e"][..]),
            ("ers", &["er"]),
            ("s", &[""]),
        ] {
            if let Some(base) = word.strip_suffix(suffix)
                && base.len() > SHORTEST
            {
                for other in others {
                    self.add(&format!("{base}{other}"), word);
                }
            }
        }
    }

    fn clear(&mut self) {
        self.spare.append(&mut self.found);
    }

    fn add(&mut self, root: &str, word: &str) {
        if root.len() < SHORTEST || root == word || self.found.iter().any(|f| f == root) {
            return;
        }
        let mut kept = self.spare.pop().unwrap_or_default();
        kept.clear();
        kept.push_str(root);
        self.found.push(kept);
    }

    /// Takes suffixes off, then prefixes off each result; twice at most, for `ke-per-an`.
    fn strip(&mut self, base: &str, word: &str, depth: u8) {
        if base.len() < SHORTEST_AFFIXED || depth > 2 {
            return;
        }
        for suffix in ["nya", "lah", "kah", "ku", "mu", "kan", "an", "i"] {
            if let Some(rest) = base.strip_suffix(suffix)
                && rest.len() >= SHORTEST
                && (suffix != "i" || rest.len() > SHORTEST)
            {
                self.add(rest, word);
                self.strip(rest, word, depth + 1);
            }
        }
        self.prefixes(base, word, depth);
    }

    fn prefixes(&mut self, base: &str, word: &str, depth: u8) {
        for nasal in ["me", "pe"] {
            if let Some(rest) = base.strip_prefix(nasal) {
                self.nasal(rest, word, depth);
            }
        }
        for prefix in [
            "memper", "diper", "di", "ke", "se", "ter", "ber", "be", "per", "pel", "bel",
        ] {
            if let Some(rest) = base.strip_prefix(prefix)
                && rest.len() > SHORTEST
            {
                self.add(rest, word);
                if matches!(prefix, "ke" | "di" | "ber" | "memper") {
                    self.strip(rest, word, depth + 1);
                }
            }
        }
    }

    /// `rest` is a word without its `me-`/`pe-`: undoes what the nasal did to the root.
    fn nasal(&mut self, rest: &str, word: &str, depth: u8) {
        let first = rest.chars().next().unwrap_or(' ');
        if matches!(
            first,
            'm' | 'n' | 'l' | 'r' | 'w' | 'y' | 'k' | 't' | 's' | 'j' | 'g' | 'd'
        ) {
            self.add(rest, word);
        }
        let undone: &[(&str, &[&str])] = &[
            ("nge", &["", "ke", "e"]),
            ("ng", &["", "k"]),
            ("ny", &["s", "ny", "c"]),
            ("n", &["t", ""]),
            ("m", &["p", ""]),
        ];
        for (nasal, roots) in undone {
            let Some(tail) = rest.strip_prefix(nasal) else {
                continue;
            };
            let before_vowel = tail.starts_with(is_vowel);
            for start in *roots {
                // A root keeps its first consonant: p, t, k, s only vanish before a vowel.
                if !start.is_empty() && !start.ends_with('e') && !before_vowel {
                    continue;
                }
                // `mem-`/`men-` before a vowel always hides a letter.
                if start.is_empty() && before_vowel && matches!(*nasal, "n" | "m") {
                    continue;
                }
                let root = format!("{start}{tail}");
                self.add(&root, word);
                if depth < 2 && (root.starts_with("ber") || root.starts_with("per")) {
                    self.prefixes(&root, word, depth + 2);
                }
            }
        }
    }

    fn spoken(&mut self, base: &str, word: &str) {
        let undone: &[(&str, &[&str])] = &[
            ("nge", &["", "ke"]),
            ("ng", &["", "k"]),
            ("ny", &["s", "c"]),
            ("n", &["t"]),
            ("m", &["p"]),
        ];
        for (nasal, roots) in undone {
            if let Some(tail) = base.strip_prefix(nasal) {
                for start in *roots {
                    let root = format!("{start}{tail}");
                    self.add(&root, word);
                    if let Some(inner) = root.strip_suffix("an") {
                        self.add(inner, word);
                    }
                }
                break;
            }
        }
    }
}

/// Whether the word begins or ends like an affixed one. Saves work on the many that do not.
fn may_be_affixed(word: &str) -> bool {
    let prefixes = ["me", "pe", "be", "te", "di", "ke", "se"];
    let suffixes = ["an", "i", "ku", "mu", "nya", "lah", "kah", "pun", "tah"];
    prefixes.iter().any(|p| word.starts_with(p)) || suffixes.iter().any(|s| word.ends_with(s))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Only plain Latin words have Indonesian affixes.
fn is_stemmable(word: &str) -> bool {
    word.len() >= SHORTEST_AFFIXED
        && word.len() <= 40
        && word.bytes().all(|b| b.is_ascii_lowercase())
}
