//! Reads a user's files and lays them over the embedded catalogue.

use crate::core::catalog::{Catalog, UserEntry};
use crate::core::data::decode::decode;
use crate::core::data::merge::merge;
use crate::core::data::parse::{Located, MOST_ENTRIES, MOST_FILES, Options, parse};
use crate::core::data::problem::{Kind, Problem};
use crate::shell::Progress;
use crate::shell::files;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// All text of one start, in bytes: many files of the largest size would fill the memory.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// The catalogue with a user's entries, and what was wrong with them.
pub(in crate::cli) struct Loaded {
    /// The merged catalogue.
    pub catalog: Catalog,
    /// Problems, in the order of the files.
    pub problems: Vec<Problem>,
}

/// Precedence, lowest first: the embedded catalogue, the paths of `JELAJAH_DATA`, those of `--data`, each in its order.
pub(in crate::cli) fn load(named: &[PathBuf], environment: Option<OsString>) -> Loaded {
    let environment = environment.unwrap_or_default();
    let mut paths: Vec<PathBuf> = std::env::split_paths(&environment)
        .filter(|p| !p.as_os_str().is_empty())
        .collect();
    paths.extend_from_slice(named);
    let catalog = Catalog::embedded();
    if paths.is_empty() {
        return Loaded {
            catalog,
            problems: Vec::new(),
        };
    }
    let progress = Progress::start();
    let mut reader = Reader::new(Options::default(), &progress);
    let layers = paths.iter().map(|p| reader.layer(p)).collect();
    let merged = merge(layers);
    let mut problems = reader.problems;
    problems.extend(merged.problems);
    let entries = merged.entries.into_iter().map(|l| UserEntry {
        entry: l.entry,
        file: l.file,
    });
    Loaded {
        catalog: catalog.with_entries(entries.collect()),
        problems,
    }
}

/// Reads paths one after the other and holds the bounds over all of them.
pub(super) struct Reader<'p> {
    pub problems: Vec<Problem>,
    pub files: usize,
    pub entries: usize,
    bytes: u64,
    options: Options,
    progress: &'p Progress,
}

impl<'p> Reader<'p> {
    pub(super) fn new(options: Options, progress: &'p Progress) -> Self {
        Self {
            problems: Vec::new(),
            files: 0,
            entries: 0,
            bytes: 0,
            options,
            progress,
        }
    }

    /// The entries of one path.
    pub(super) fn layer(&mut self, path: &Path) -> Vec<Located> {
        let mut found = Vec::new();
        for file in files::list(path, &mut self.problems) {
            if let Some(reason) = self.is_full() {
                let shown = file.to_string_lossy();
                let advice = "Kurangi berkas yang disebut";
                self.problems
                    .push(Problem::new(&shown, Kind::Error, reason, advice));
                break;
            }
            found.append(&mut self.file(&file));
        }
        found
    }

    fn is_full(&self) -> Option<&'static str> {
        if self.files >= MOST_FILES {
            Some("terlalu banyak berkas; mulai dari sini tidak dibaca")
        } else if self.entries >= MOST_ENTRIES {
            Some("terlalu banyak profesi; mulai dari sini tidak dibaca")
        } else if self.bytes >= MOST_BYTES {
            Some("berkas yang disebut terlalu besar seluruhnya; mulai dari sini tidak dibaca")
        } else {
            None
        }
    }

    fn file(&mut self, path: &Path) -> Vec<Located> {
        self.files += 1;
        let shown = path.to_string_lossy();
        let bytes = match files::read(path) {
            Ok(bytes) => bytes,
            Err(problem) => {
                self.problems.push(*problem);
                return Vec::new();
            }
        };
        self.bytes += bytes.len() as u64;
        let decoded = decode(&bytes);
        drop(bytes);
        if let Some(doubt) = decoded.doubt {
            self.problems.push(Problem::new(
                &shown,
                Kind::Warning,
                doubt.reason(),
                doubt.advice(),
            ));
        }
        let room = MOST_ENTRIES.saturating_sub(self.entries);
        let options = Options {
            room,
            ..self.options
        };
        let parsed = parse(&shown, &decoded.text, options);
        self.entries += parsed.entries.len();
        self.problems.extend(parsed.problems);
        self.progress.add(parsed.entries.len());
        parsed.entries
    }
}
