//! Reads the files of `assets/` and checks what one file alone or the whole set must hold.

use crate::assemble::Vocabulary;
use crate::record::{InstitutionRecord, MajorRecord, Profession, SectorRecord, SubjectGroupRecord};
use serde::de::DeserializeOwned;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// All of `assets/`, parsed.
pub struct Assets {
    /// File name (below `assets/`) and entry, sorted by file name.
    pub entries: Vec<(String, Profession)>,
    pub vocabulary: Vocabulary,
}

const KEYS: [&str; 19] = [
    "id",
    "nama",
    "alias",
    "bidang",
    "kbji",
    "riasec",
    "pendidikan",
    "profil",
    "cocok",
    "tidak_cocok",
    "ekspektasi_realita",
    "perbedaan",
    "miskonsepsi",
    "jurusan",
    "institusi",
    "mirip",
    "ditinjau",
    "rujukan",
    "$schema",
];

pub fn read(root: &Path) -> Result<Assets, Vec<String>> {
    let mut problems = Vec::new();
    let vocabulary = Vocabulary {
        sectors: parse::<Vec<SectorRecord>>(root, "bidang.json", &mut problems),
        majors: parse::<Vec<MajorRecord>>(root, "jurusan.json", &mut problems),
        institutions: parse::<Vec<InstitutionRecord>>(root, "institusi.json", &mut problems),
        subject_groups: parse::<Vec<SubjectGroupRecord>>(root, "mapel.json", &mut problems),
    };
    let planned: HashSet<String> = parse::<Vec<String>>(root, "rencana.json", &mut problems)
        .into_iter()
        .collect();
    let mut entries = Vec::new();
    for path in entry_files(&root.join("profesi"), &mut problems) {
        let shown = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .display()
            .to_string();
        if let Some(entry) = entry(&path, &shown, &mut problems) {
            entries.push((shown, entry));
        }
    }
    check_links(&entries, &vocabulary, &planned, &mut problems);
    if problems.is_empty() {
        Ok(Assets {
            entries,
            vocabulary,
        })
    } else {
        Err(problems)
    }
}

fn parse<T: DeserializeOwned + Default>(root: &Path, name: &str, problems: &mut Vec<String>) -> T {
    let result = std::fs::read_to_string(root.join(name))
        .map_err(|e| e.to_string())
        .and_then(|text| serde_json::from_str(&text).map_err(|e| e.to_string()));
    result.unwrap_or_else(|reason| {
        problems.push(format!("{name}: {reason}"));
        T::default()
    })
}

fn entry_files(root: &Path, problems: &mut Vec<String>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let listing = match std::fs::read_dir(&folder) {
            Ok(listing) => listing,
            Err(error) => {
                problems.push(format!("{}: {error}", folder.display()));
                continue;
            }
        };
        for path in listing.flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "json") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn entry(path: &Path, shown: &str, problems: &mut Vec<String>) -> Option<Profession> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            problems.push(format!("{shown}: {error}"));
            return None;
        }
    };
    let keys: serde_json::Map<String, serde_json::Value> = match serde_json::from_str(&text) {
        Ok(keys) => keys,
        Err(error) => {
            problems.push(format!("{shown}: bukan JSON yang benar: {error}"));
            return None;
        }
    };
    for key in keys.keys().filter(|k| !KEYS.contains(&k.as_str())) {
        problems.push(format!("{shown}: {key}: kunci ini tidak dikenal"));
    }
    match serde_json::from_str::<Profession>(&text) {
        Ok(entry) => {
            check_shape(path, shown, &entry, problems);
            Some(entry)
        }
        Err(error) => {
            problems.push(format!("{shown}: {error}"));
            None
        }
    }
}

fn check_shape(path: &Path, shown: &str, entry: &Profession, problems: &mut Vec<String>) {
    let mut say = |field: &str, what: String| problems.push(format!("{shown}: {field}: {what}"));
    let stem = path
        .file_stem()
        .and_then(|s| s.to_str())
        .unwrap_or_default();
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .and_then(|s| s.to_str())
        .unwrap_or_default();
    if entry.id != stem || entry.id.is_empty() || entry.id.len() > 64 {
        say(
            "id",
            format!("\"{}\" harus sama dengan nama berkas, 1-64 huruf", entry.id),
        );
    }
    if !entry
        .id
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    {
        say(
            "id",
            "hanya huruf kecil, angka, dan tanda hubung".to_owned(),
        );
    }
    if entry.sector != folder {
        say(
            "bidang",
            format!("\"{}\" di dalam map {folder}", entry.sector),
        );
    }
    if !entry.riasec.chars().all(|c| "RIASEC".contains(c))
        || entry.riasec.is_empty()
        || entry.riasec.len() > 3
    {
        say(
            "riasec",
            format!("\"{}\": satu sampai tiga huruf dari RIASEC", entry.riasec),
        );
    }
    if !["SMA/SMK", "D1-D3", "D4/S1", "Profesi", "S2", "S3"].contains(&entry.education.as_str()) {
        say(
            "pendidikan",
            format!("\"{}\" tidak dikenal", entry.education),
        );
    }
    let counts = [
        ("nama", usize::from(!entry.name.trim().is_empty())),
        ("kbji", usize::from(!entry.kbji.is_empty())),
        ("profil", entry.profile.len()),
        ("cocok", entry.suits.len()),
        ("tidak_cocok", entry.suits_not.len()),
        ("ekspektasi_realita", entry.expectations.len()),
        ("perbedaan", entry.differences.len()),
        ("miskonsepsi", entry.misconceptions.len()),
        ("jurusan", entry.majors.len()),
        ("institusi", entry.institutions.len()),
        ("mirip", entry.similar.len()),
        ("ditinjau", usize::from(!entry.reviewed.is_empty())),
    ];
    for (field, _) in counts.iter().filter(|(_, n)| *n == 0) {
        say(field, "kosong".to_owned());
    }
}

fn check_links(
    entries: &[(String, Profession)],
    vocabulary: &Vocabulary,
    planned: &HashSet<String>,
    problems: &mut Vec<String>,
) {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for (file, entry) in entries {
        if let Some(other) = seen.insert(&entry.id, file) {
            problems.push(format!(
                "{file}: id: \"{}\" sudah dipakai {other}",
                entry.id
            ));
        }
    }
    let majors: HashSet<&str> = vocabulary.majors.iter().map(|m| m.name.as_str()).collect();
    let institutions: HashSet<&str> = vocabulary
        .institutions
        .iter()
        .map(|m| m.name.as_str())
        .collect();
    for (file, entry) in entries {
        let mut say = |field: &str, what: String| problems.push(format!("{file}: {field}: {what}"));
        let known = |id: &str| seen.contains_key(id) || planned.contains(id);
        for id in entry.similar.iter().filter(|id| !known(id)) {
            say("mirip", format!("tidak ada profesi \"{id}\""));
        }
        for id in entry
            .differences
            .iter()
            .map(|d| &d.profession)
            .filter(|id| !known(id))
        {
            say("perbedaan", format!("tidak ada profesi \"{id}\""));
        }
        // The embedded entries use canonical names; only a user's file may lean on aliases.
        for name in entry.majors.iter().filter(|n| !majors.contains(n.as_str())) {
            say(
                "jurusan",
                format!("\"{name}\" bukan nama dalam assets/jurusan.json"),
            );
        }
        for name in entry
            .institutions
            .iter()
            .filter(|n| !institutions.contains(n.as_str()))
        {
            say(
                "institusi",
                format!("\"{name}\" bukan nama dalam assets/institusi.json"),
            );
        }
    }
}
