//! `jelajah cari`.

use super::args::Cari;
use super::{Failure, messages, print};
use crate::core::catalog::{Catalog, Index, ProfessionId};
use crate::core::search::Searcher;
use serde::Serialize;

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    nama: &'a str,
    bidang: &'a str,
    skor: i64,
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
    let results = Searcher::default().search(catalog, Index::Professions, &args.words.join(" "));
    let answers: Vec<Answer> = results
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
                    alasan: hit.reason.as_deref().unwrap_or("nama"),
                })
        })
        .take(args.limit)
        .collect();
    print(|out| {
        if args.json {
            serde_json::to_writer_pretty(&mut *out, &answers).map_err(std::io::Error::from)?;
            return Ok(writeln!(out)?);
        }
        let width = answers.iter().map(|a| a.id.len()).max().unwrap_or_default();
        for a in &answers {
            let reason = if a.alasan == "nama" {
                String::new()
            } else {
                format!(" ({})", a.alasan)
            };
            writeln!(out, "{:width$}  {}{reason}", a.id, a.nama)?;
        }
        Ok(())
    })?;
    if answers.is_empty() && !args.json {
        return Err(Failure::Failed(format!(
            "tidak ada yang cocok dengan \"{}\".",
            messages::quoted(&args.words.join(" "))
        )));
    }
    Ok(())
}
