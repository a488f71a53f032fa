//! Entries of many files to one set.

use super::parse::Located;
use super::problem::{Kind, Problem};
use std::collections::HashMap;

/// What came of it.
#[derive(Debug, Default)]
pub struct Merged {
    /// One entry for each id.
    pub entries: Vec<Located>,
    /// Ids that stand twice in one layer.
    pub problems: Vec<Problem>,
    /// Entries that an entry of a later layer has replaced, each with the file of the later one.
    pub replaced: Vec<(Located, String)>,
}

/// Lays layers over each other. A layer is a file or folder that somebody named; in a folder the files come sorted by
/// name. Between layers the later one wins, as that is why it was named. Within a layer two entries with one id are a
/// mistake: the first one counts, and both are named.
pub fn merge(layers: Vec<Vec<Located>>) -> Merged {
    let mut merged = Merged::default();
    // Position in `entries` and number of the layer.
    let mut seen: HashMap<String, (usize, usize)> = HashMap::new();
    for (number, layer) in layers.into_iter().enumerate() {
        for located in layer {
            match seen.get_mut(&located.entry.id) {
                None => {
                    seen.insert(located.entry.id.clone(), (merged.entries.len(), number));
                    merged.entries.push(located);
                }
                Some((at, layer)) if *layer == number => {
                    if let Some(first) = merged.entries.get(*at) {
                        merged.problems.push(twice(first, &located));
                    }
                }
                Some((at, layer)) => {
                    *layer = number;
                    if let Some(place) = merged.entries.get_mut(*at) {
                        let file = located.file.clone();
                        let old = std::mem::replace(place, located);
                        merged.replaced.push((old, file));
                    }
                }
            }
        }
    }
    merged
}

fn twice(first: &Located, second: &Located) -> Problem {
    let id = &first.entry.id;
    let reason = if first.file == second.file {
        format!("id \"{id}\" sudah dipakai entri lain di berkas ini; yang kedua tidak dipakai")
    } else {
        format!(
            "id \"{id}\" sudah dipakai di {}; yang di berkas ini tidak dipakai",
            first.file
        )
    };
    let problem = Problem::new(
        &second.file,
        Kind::Error,
        &reason,
        "Ganti id salah satunya, atau hapus salah satunya",
    );
    let place = second.place_of("id");
    let problem = problem.of(id).field("id");
    if place == (0, 0) {
        problem
    } else {
        problem.at(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn located(file: &str, id: &str, name: &str) -> Located {
        let mut located = Located {
            file: file.into(),
            ..Located::default()
        };
        located.entry.id = id.into();
        located.entry.name = name.into();
        located
    }

    #[test]
    fn the_first_of_a_layer_and_the_last_layer_win() {
        let merged = merge(vec![
            vec![
                located("a.json", "x", "satu"),
                located("b.json", "x", "dua"),
                located("b.json", "y", "tiga"),
            ],
            vec![located("c.json", "x", "empat")],
        ]);
        let names: Vec<_> = merged
            .entries
            .iter()
            .map(|l| l.entry.name.as_str())
            .collect();
        assert_eq!(names, ["empat", "tiga"]);
        assert_eq!(merged.problems.len(), 1);
        let told = merged
            .problems
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        assert!(
            told.contains("a.json") && told.starts_with("b.json"),
            "{told}"
        );
        assert_eq!(merged.replaced.len(), 1);
    }
}
