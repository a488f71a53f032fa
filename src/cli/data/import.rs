//! `jelajah data impor`.

use crate::cli::{Failure, messages, print};
use crate::core::catalog::Catalog;
use crate::core::clean::clean_to;
use crate::core::data::decode::decode;
use crate::core::data::import::{Imported, Refused, import};
use crate::shell::files::{self, Written};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

pub(super) fn run(paths: &[PathBuf], folder: &Path, replace: bool) -> Result<(), Failure> {
    let catalog = Catalog::embedded();
    let mut told = Vec::new();
    if !folder.is_dir() {
        std::fs::create_dir_all(folder).map_err(|e| {
            Failure::Failed(format!(
                "map \"{}\" tidak bisa dibuat: {}. Pilih map lain dengan --ke.",
                messages::quoted(&folder.to_string_lossy()),
                messages::system(&e)
            ))
        })?;
        told.push(format!("Map {} dibuat.", shown(folder)));
    }
    let mut written = HashSet::new();
    let mut failed = 0;
    for path in paths {
        match one(path, folder, replace, &catalog, &mut written) {
            Ok(mut lines) => told.append(&mut lines),
            Err(line) => {
                failed += 1;
                told.push(line);
            }
        }
    }
    print(|out| {
        for line in &told {
            writeln!(out, "{line}")?;
        }
        Ok(())
    })?;
    match failed {
        0 => Ok(()),
        n => Err(Failure::Failed(format!(
            "{n} dari {} berkas tidak diimpor; sebabnya tertulis di atas.",
            paths.len()
        ))),
    }
}

/// Imports one page; what was done, or in one sentence why not.
fn one(
    path: &Path,
    folder: &Path,
    replace: bool,
    catalog: &Catalog,
    written: &mut HashSet<String>,
) -> Result<Vec<String>, String> {
    let name = shown(path);
    let bytes = files::read(path).map_err(|problem| problem.to_string())?;
    let decoded = decode(&bytes);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let imported = import(&decoded.text, &stem, catalog).map_err(|refused| {
        format!(
            "{name} [salah] {}",
            match refused {
                Refused::NoHeading => {
                    "tidak ada satu pun judul bagian (Profil Profesi, Apa saya cocok ..., Konsep, ekspektasi dan realita, Jurusan ..., Contoh perusahaan ...). Tulis tiap judul di baris sendiri."
                }
                Refused::NoName => "judul halaman tidak ada. Tulis nama profesi di baris pertama.",
            }
        )
    })?;
    let id = imported.entry.id.clone();
    if files::is_reserved(&id) {
        return Err(format!(
            "{name} [salah] \"{id}.json\" adalah nama yang dipakai Windows sendiri. Ganti judul halamannya."
        ));
    }
    if written.contains(&id) {
        return Err(format!(
            "{name} [salah] id \"{id}\" sama dengan berkas lain yang baru diimpor. Ganti judul salah satunya."
        ));
    }
    let target = folder.join(format!("{id}.json"));
    let mut json = serde_json::to_string_pretty(&imported.entry).map_err(|e| e.to_string())?;
    json.push('\n');
    let outcome = files::write_whole(&target, json.as_bytes(), replace).map_err(|e| {
        format!(
            "{name} [salah] {} tidak bisa ditulis: {}.",
            shown(&target),
            messages::system(&e)
        )
    })?;
    if outcome == Written::Kept {
        return Err(format!(
            "{name} [salah] {} sudah ada dan tidak diubah. Pakai --timpa bila memang mau diganti.",
            shown(&target)
        ));
    }
    written.insert(id);
    let doubt = decoded
        .doubt
        .map(|d| format!("{}. {}.", d.reason(), d.advice()));
    Ok(report(&name, &shown(&target), outcome, &imported, doubt))
}

fn report(
    name: &str,
    target: &str,
    outcome: Written,
    imported: &Imported,
    doubt: Option<String>,
) -> Vec<String> {
    let entry = &imported.entry;
    let verb = if outcome == Written::Replaced {
        "menggantikan"
    } else {
        "ditulis ke"
    };
    let mut lines = vec![
        format!("{name}: \"{}\" {verb} {target}", entry.name),
        format!(
            "  {} paragraf profil, {} cocok, {} tidak cocok, {} ekspektasi, {} perbedaan, {} miskonsepsi, {} jurusan, {} institusi",
            entry.profile.len(),
            entry.suits.len(),
            entry.suits_not.len(),
            entry.expectations.len(),
            entry.differences.len(),
            entry.misconceptions.len(),
            entry.majors.len(),
            entry.institutions.len()
        ),
    ];
    let missing = imported
        .missing
        .iter()
        .map(|heading| format!("judul bagian \"{heading}\" tidak ada di halaman"));
    let doubts = doubt.into_iter().chain(missing);
    for doubt in doubts.chain(imported.doubts.iter().cloned()) {
        lines.push(format!("  perlu diperiksa: {doubt}"));
    }
    lines
}

fn shown(path: &Path) -> String {
    clean_to(&path.to_string_lossy(), 200)
}
