//! Reading what was typed: words, filters, and what kind of question it is.

use super::filter::FilterKind;
use super::pack::fold::fold_into;
use super::pack::words::is_stop_word;

/// Characters of a query that are read; the rest is ignored, so that a pasted page costs no
/// more than a sentence.
pub const LONGEST: usize = 160;
/// Words of a query that are searched for.
const MOST_WORDS: usize = 12;

/// What the words around the subject say about where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Intent {
    /// Nothing in particular.
    #[default]
    Any,
    /// `jurusan …`, `lulusan …`: a study programme.
    Major,
    /// `smk …`: a vocational-school programme.
    Programme,
    /// `kerja di …`: an employer.
    Institution,
    /// `suka …`, `jago …`: a trait or an interest.
    Trait,
}

/// One word of the query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Word {
    /// The folded word.
    pub text: String,
    /// Whether it says something about the subject.
    pub content: bool,
    /// Whether it is what somebody does *not* like (`tidak suka …`).
    pub negated: bool,
    /// Whether it may go on: the last word, while it is being typed.
    pub open: bool,
}

/// A filter as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterText {
    /// Which filter.
    pub kind: FilterKind,
    /// The value, as typed.
    pub value: String,
    /// Words after the value that may belong to it (`jurusan:ilmu politik`).
    pub following: Vec<String>,
    /// How many free words come before `following`.
    pub place: usize,
}

/// A query, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// All of it, folded, without the filters.
    pub whole: String,
    /// Its words.
    pub words: Vec<Word>,
    /// What kind of question it is.
    pub intent: Intent,
    /// Its filters.
    pub filters: Vec<FilterText>,
    /// The tokens that are not filters, as typed.
    free: Vec<String>,
    /// Whether a space follows the last word.
    closed: bool,
}

const MAJOR: &[&str] = &[
    "alumni",
    "fakultas",
    "jrsn",
    "jur",
    "jurusan",
    "kuliah",
    "lulus",
    "lulusan",
    "mahasiswa",
    "prodi",
    "sarjana",
    "tamatan",
];
const PROGRAMME: &[&str] = &["smea", "smk", "smkn", "stm"];
const EMPLOYER: &[&str] = &["karyawan", "magang", "pt"];
const WORK: &[&str] = &[
    "bekerja",
    "berkarier",
    "berkarir",
    "karier",
    "karir",
    "kerja",
    "krj",
];
const TRAIT: &[&str] = &[
    "bakat", "berbakat", "cinta", "demen", "doyan", "gemar", "hobby", "hobi", "hoby", "jago",
    "jagoan", "kesukaan", "minat", "pandai", "passion", "penyuka", "pintar", "pinter", "seneng",
    "senang", "suka", "sukanya", "tertarik",
];
const NOT: &[&str] = &[
    "bukan", "enggak", "ga", "gak", "gk", "kurang", "ngga", "nggak", "ogah", "tak", "tdk", "tidak",
];
const DISLIKE: &[&str] = &["anti", "benci", "malas", "males", "ogah", "takut"];
const WANT: &[&str] = &[
    "betah", "bisa", "cocok", "ingin", "jago", "kuat", "mau", "minat", "pandai", "pengen",
    "pinter", "seneng", "senang", "suka", "tahan", "tertarik",
];

impl Query {
    /// Reads `text`; only its first [`LONGEST`] characters count.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let text: String = text.chars().take(LONGEST).collect();
        let mut tokens = tokens(&text);
        while let Some(token) = tokens.next() {
            let filter = token.split_once(':').and_then(|(key, value)| {
                FilterKind::from_key(key).map(|kind| (kind, value.trim_matches('"').to_owned()))
            });
            if let Some((kind, value)) = filter {
                let following = tokens.clone().take(5).map(str::to_owned).collect();
                let place = query.free.len();
                query.filters.push(FilterText {
                    kind,
                    value,
                    following,
                    place,
                });
            } else {
                query.free.push(token.to_owned());
            }
        }
        query.closed = text.ends_with(char::is_whitespace);
        query.read_words();
        query
    }

    /// Gives the first `used` words that follow filter `at` to that filter.
    pub fn give_to_filter(&mut self, at: usize, used: usize) {
        let Some(start) = self.filters.get(at).map(|f| f.place) else {
            return;
        };
        let end = (start + used).min(self.free.len());
        self.free.drain(start.min(end)..end);
        for later in self.filters.iter_mut().skip(at + 1) {
            later.place = later.place.saturating_sub(used);
        }
        self.read_words();
    }

    fn read_words(&mut self) {
        self.whole.clear();
        fold_into(&self.free.join(" "), &mut self.whole);
        self.words = self
            .whole
            .split(' ')
            .filter(|w| !w.is_empty())
            .take(MOST_WORDS)
            .map(|w| Word {
                text: w.to_owned(),
                ..Word::default()
            })
            .collect();
        self.intent = self.classify();
        if !self.words.iter().any(|w| w.content) {
            self.intent = Intent::Any;
            for word in &mut self.words {
                word.content = true;
                word.negated = false;
            }
        }
        let closed = self.closed;
        if let Some(last) = self.words.last_mut() {
            last.open = !closed && last.content;
        }
    }

    /// The words that a name should have, as text.
    #[must_use]
    pub fn wanted(&self) -> Vec<&str> {
        self.words
            .iter()
            .filter(|w| w.content && !w.negated)
            .map(|w| w.text.as_str())
            .collect()
    }

    /// Marks cue words, stop words and negated words; what remains is the content.
    fn classify(&mut self) -> Intent {
        let mut intent = Intent::Any;
        let mut negated = false;
        let mut before = String::new();
        let mut texts: Vec<String> = self.words.iter().map(|w| w.text.clone()).collect();
        texts.push(String::new());
        for (word, next) in self.words.iter_mut().zip(texts.iter().skip(1)) {
            let text = word.text.as_str();
            let is = |list: &[&str]| list.contains(&text);
            let denies = is(DISLIKE) || (is(NOT) && WANT.contains(&next.as_str()));
            if denies {
                negated = true;
                intent = Intent::Trait;
            } else if matches!(text, "tapi" | "tetapi" | "namun") {
                negated = false;
            }
            let cue = if is(PROGRAMME) {
                Some(Intent::Programme)
            } else if is(MAJOR)
                || (text == "program" && next == "studi")
                || before == "program" && text == "studi"
            {
                Some(Intent::Major)
            } else if is(EMPLOYER) || (is(WORK) && next == "di") {
                Some(Intent::Institution)
            } else if is(TRAIT) {
                Some(Intent::Trait)
            } else {
                None
            };
            // `lulusan smk …` asks for a programme, `suka kerja di …` for a trait.
            match (intent, cue) {
                (Intent::Programme, Some(Intent::Major)) | (Intent::Trait, Some(_)) | (_, None) => {
                }
                (_, Some(found)) => intent = found,
            }
            word.content = cue.is_none() && !denies && !is_stop_word(text) && !is(WORK);
            word.negated = negated && word.content;
            before.clear();
            before.push_str(&word.text);
        }
        intent
    }
}

/// `text` without its last filter, for a Backspace that removes a chip; `None` without a filter.
#[must_use]
pub fn without_last_filter(text: &str) -> Option<String> {
    let is_filter = |token: &&str| {
        token
            .split_once(':')
            .is_some_and(|(key, _)| FilterKind::from_key(key).is_some())
    };
    let last = tokens(text).filter(is_filter).last()?;
    let (before, after) = text.split_at(text.rfind(last)?);
    let after = after.get(last.len()..).unwrap_or_default().trim_start();
    Some(format!("{before}{after}"))
}

/// Splits at spaces, but keeps `key:"two words"` together.
fn tokens(text: &str) -> impl Iterator<Item = &str> + Clone {
    let mut quoted = false;
    text.split(move |c: char| {
        if c == '"' {
            quoted = !quoted;
        }
        c.is_whitespace() && !quoted
    })
    .filter(|t| !t.is_empty())
}
