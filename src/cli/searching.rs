//! `jelajah cari`.

use super::args::Cari;
use super::{Failure, messages, print};
use crate::core::catalog::{Catalog, Index, ProfessionId, Target};
use crate::core::search::Finder;
use crate::text;
use serde::Serialize;
use std::io::Write as _;

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    nama: &'a str,
    bidang: &'a str,
    skor: f32,
    alasan: &'a str,
}

pub(super) fn run(catalog: &Catalog, args: &Cari) -> Result<(), Failure> {
    if let Some(key) = &args.sector
        && !catalog.sectors().iter().any(|s| s.key == key)
    {
        return Err(Failure::Usage(format!(
            "bidang \"{}\" tidak dikenal. Kuncinya ada di \"jelajah daftar bidang\".",
            messages::quoted(key)
        )));
    }
    let query = args.words.join(" ");
    catalog.index_texts();
    // A sector by option is a filter like any other, but its key is exact.
    let limit = if args.sector.is_some() {
        usize::MAX
    } else {
        args.limit
    };
    let found = Finder::default().find(catalog, Index::Professions, &query, limit);
    let answers: Vec<Answer> = found
        .hits
        .iter()
        .filter_map(|hit| {
            let row = catalog.profession(ProfessionId(hit.at))?;
            let sector = catalog.sector(row.sector)?;
            args.sector
                .as_deref()
                .is_none_or(|key| key == sector.key)
                .then(|| Answer {
                    id: row.id,
                    nama: row.name,
                    bidang: sector.key,
                    skor: hit.score,
                    alasan: if hit.reason.is_empty() {
                        "nama profesi"
                    } else {
                        &hit.reason
                    },
                })
        })
        .take(args.limit)
        .collect();
    for (key, value, nearest) in &found.unknown {
        let _ = writeln!(
            std::io::stderr(),
            "jelajah: {}",
            messages::quoted(&text::unknown_filter(key, value, nearest.as_deref()))
        );
    }
    print(|out| {
        if args.json {
            serde_json::to_writer_pretty(&mut *out, &answers).map_err(std::io::Error::from)?;
            return Ok(writeln!(out)?);
        }
        let width = answers.iter().map(|a| a.id.len()).max().unwrap_or_default();
        for a in &answers {
            let reason = if a.alasan == "nama profesi" {
                String::new()
            } else {
                format!(" ({})", a.alasan)
            };
            writeln!(out, "{:width$}  {}{reason}", a.id, a.nama)?;
        }
        Ok(())
    })?;
    if answers.is_empty() && !args.json {
        let near: Vec<&str> = found
            .suggestions
            .iter()
            .map(|id| catalog.name(Target::Profession(*id)))
            .collect();
        let perhaps = if near.is_empty() {
            String::new()
        } else {
            format!(" {}: {}?", text::PERHAPS_YOU_MEAN, near.join(", "))
        };
        let sentence = format!(
            "tidak ada yang cocok dengan \"{}\".{perhaps}",
            messages::quoted(&query)
        );
        return Err(Failure::Failed(sentence));
    }
    Ok(())
}
