//! `jelajah daftar`.

use super::args::{Daftar, What};
use super::{Failure, print};
use crate::core::catalog::Catalog;
use serde_json::{Value, json};

pub(super) fn run(catalog: &Catalog, args: &Daftar) -> Result<(), Failure> {
    let rows = match args.what {
        What::Profesi => professions(catalog),
        What::Bidang => sectors(catalog),
        What::Jurusan => majors(catalog),
        What::Institusi => institutions(catalog),
    };
    print(|out| {
        if args.json {
            serde_json::to_writer_pretty(&mut *out, &rows).map_err(std::io::Error::from)?;
            return Ok(writeln!(out)?);
        }
        let text = |row: &Value, key: &str| {
            row.get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let key = match args.what {
            What::Profesi => Some("id"),
            What::Bidang => Some("kunci"),
            What::Jurusan | What::Institusi => None,
        };
        let width = key
            .and_then(|k| rows.iter().map(|r| text(r, k).len()).max())
            .unwrap_or_default();
        for row in &rows {
            match key {
                Some(key) => writeln!(out, "{:width$}  {}", text(row, key), text(row, "nama"))?,
                None => writeln!(out, "{}", text(row, "nama"))?,
            }
        }
        Ok(())
    })
}

fn professions(catalog: &Catalog) -> Vec<Value> {
    let names = |ids: &[crate::core::catalog::MajorId]| -> Vec<&str> {
        ids.iter()
            .filter_map(|m| catalog.major(*m))
            .map(|m| m.name)
            .collect()
    };
    catalog
        .professions()
        .iter()
        .map(|p| {
            let sector = catalog.sector(p.sector);
            let institutions: Vec<&str> = p
                .institutions
                .iter()
                .filter_map(|i| catalog.institution(*i))
                .map(|i| i.name)
                .collect();
            let similar: Vec<&str> = p
                .similar
                .iter()
                .filter_map(|i| catalog.profession(*i))
                .map(|i| i.id)
                .collect();
            json!({
                "id": p.id,
                "nama": p.name,
                "alias": p.aliases,
                "bidang": sector.map(|s| s.key),
                "kbji": p.kbji,
                "riasec": p.riasec,
                "pendidikan": p.education,
                "jurusan": names(p.majors),
                "institusi": institutions,
                "mirip": similar,
                "sumber": catalog.origin(p),
            })
        })
        .collect()
}

fn sectors(catalog: &Catalog) -> Vec<Value> {
    let row = |s: &crate::core::catalog::SectorRow| json!({"kunci": s.key, "nama": s.name, "keterangan": s.description, "jumlah_profesi": s.professions.len()});
    catalog.sectors().iter().map(row).collect()
}

fn majors(catalog: &Catalog) -> Vec<Value> {
    catalog
        .majors()
        .iter()
        .map(|m| {
            let subjects: Vec<&str> = m
                .subjects
                .iter()
                .filter_map(|s| catalog.subject(*s))
                .map(|s| s.name)
                .collect();
            json!({
                "nama": m.name,
                "alias": m.aliases,
                "rumpun": m.cluster,
                "jenjang": m.levels,
                "kelompok": m.group,
                "mapel": subjects,
                "jumlah_profesi": m.professions.len(),
            })
        })
        .collect()
}

fn institutions(catalog: &Catalog) -> Vec<Value> {
    let row = |i: &crate::core::catalog::InstitutionRow| {
        json!({
            "nama": i.name,
            "alias": i.aliases,
            "jenis": i.kind,
            "tempat": i.place,
            "umum": i.generic,
            "jumlah_profesi": i.professions.len(),
        })
    };
    catalog.institutions().iter().map(row).collect()
}
