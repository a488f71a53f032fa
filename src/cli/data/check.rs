//! `jelajah data periksa`.

use super::load::Reader;
use crate::cli::{Failure, print};
use crate::core::catalog::Catalog;
use crate::core::data::check::{Known, check};
use crate::core::data::merge::merge;
use crate::core::data::parse::Options;
use crate::core::data::problem::{Kind, Problem};
use crate::shell::Progress;
use crate::text::number;
use std::path::PathBuf;

/// Most problems that are printed: more help nobody, and each costs a search for similar names.
const MOST: usize = 10_000;

pub(super) fn run(paths: &[PathBuf]) -> Result<(), Failure> {
    if paths.is_empty() {
        return Err(Failure::Usage(
            "PATH belum disebut: berkas .json atau map yang mau diperiksa. Lihat \"jelajah data periksa --help\"."
                .to_owned(),
        ));
    }
    let progress = Progress::start();
    let options = Options {
        problems: MOST,
        places: true,
        ..Options::default()
    };
    let mut reader = Reader::new(options, &progress);
    let mut layers = Vec::with_capacity(paths.len());
    for path in paths {
        let files = reader.files;
        layers.push(reader.layer(path));
        if reader.files == files && path.is_dir() {
            reader.problems.push(Problem::new(
                &path.to_string_lossy(),
                Kind::Warning,
                "tidak ada berkas .json di map ini",
                "Simpan berkas profesi di sini dengan nama yang berakhir .json",
            ));
        }
    }
    let merged = merge(layers);
    let (files, read) = (reader.files, reader.entries);
    let mut problems = reader.problems;
    problems.extend(merged.problems);
    for (old, file) in &merged.replaced {
        let id = &old.entry.id;
        let reason = format!("profesi ini digantikan oleh yang ber-id sama di {file}");
        let advice = "Hapus salah satunya bila tidak disengaja";
        problems.push(
            Problem::new(&old.file, Kind::Warning, &reason, advice)
                .at(old.place)
                .of(id),
        );
    }
    let catalog = Catalog::embedded();
    let known = Known::new(&catalog, merged.entries.iter().map(|l| &l.entry));
    let mut unchecked = 0;
    for located in &merged.entries {
        if problems.len() < MOST {
            problems.extend(check(located, &known));
        } else {
            unchecked += 1;
        }
    }
    // Stable, so that problems without a place stay before those of the same file that have one.
    problems.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    drop(progress);
    let errors = problems.iter().filter(|p| p.kind == Kind::Error).count();
    let warnings = problems.len() - errors;
    print(|out| {
        for problem in &problems {
            writeln!(out, "{problem}")?;
        }
        if !problems.is_empty() {
            writeln!(out)?;
        }
        if unchecked > 0 {
            writeln!(
                out,
                "{} profesi terakhir belum diperiksa isinya: masalahnya sudah terlalu banyak.",
                number(unchecked)
            )?;
        }
        writeln!(
            out,
            "{} berkas, {} profesi terbaca: {} salah (tidak dipakai), {} perlu diperiksa (tetap dipakai).",
            number(files),
            number(read),
            number(errors),
            number(warnings)
        )?;
        Ok(())
    })?;
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Failure::Told)
    }
}
