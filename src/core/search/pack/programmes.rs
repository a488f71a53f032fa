//! Vocational-school (SMK) programmes that a text names.
//!
//! Entries have no list of SMK programmes: the third paragraph of the profile says which ones
//! lead in. So the index looks for the names of the programmes in the text.

use memchr::memmem::{Finder, find_iter};

use super::fold::fold;

/// One programme with every name that stands for it.
#[derive(Debug, Clone)]
struct Programme {
    /// Names as people write them: the programme, its concentrations, its abbreviations.
    names: Vec<String>,
    /// The same names folded, with a space on both sides, ready to be looked for.
    finders: Vec<Finder<'static>>,
}

/// The list of programmes.
#[derive(Debug, Clone, Default)]
pub struct Programmes {
    list: Vec<Programme>,
}

impl Programmes {
    /// Adds a programme by its names, the programme's own name first.
    pub fn add<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let names: Vec<String> = names
            .filter(|n| !n.trim().is_empty())
            .map(str::to_owned)
            .collect();
        let padded = names.iter().map(|n| format!(" {} ", fold(n)));
        let finders = padded.map(|n| Finder::new(&n).into_owned()).collect();
        self.list.push(Programme { names, finders });
    }

    /// The names of each programme that `text` mentions after the word SMK.
    ///
    /// A programme's short everyday name (`Animasi`, `Busana`) is an ordinary word too, so only
    /// texts that speak of SMK count, and one-word names only near that word.
    pub fn mentioned<'s>(&'s self, text: &str) -> impl Iterator<Item = &'s [String]> {
        let text = if text.contains("SMK") {
            fold(text)
        } else {
            String::new()
        };
        let padded = format!(" {text} ");
        let after_smk: Vec<usize> = find_iter(padded.as_bytes(), " smk ").collect();
        let list = if after_smk.is_empty() {
            &[]
        } else {
            self.list.as_slice()
        };
        list.iter().filter_map(move |programme| {
            let named = programme.finders.iter().any(|finder| {
                let several_words = finder.needle().trim_ascii().contains(&b' ');
                let near = if several_words { 160 } else { 60 };
                finder
                    .find_iter(padded.as_bytes())
                    .any(|at| after_smk.iter().any(|&smk| smk <= at && at - smk <= near))
            });
            named.then_some(programme.names.as_slice())
        })
    }
}
