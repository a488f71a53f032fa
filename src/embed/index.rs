//! Builds the search index over the entries, in the order of their table.

use crate::assemble::Tables;
use crate::pack::programmes::Programmes;
use crate::pack::{PackBuilder, Texts, feed, synonyms};
use crate::record::Profession;
use serde::Deserialize;
use std::path::Path;

/// One line of `smk.json`: a programme of vocational schools.
#[derive(Deserialize)]
struct ProgrammeRecord {
    program: String,
    konsentrasi: Vec<String>,
    alias: Vec<String>,
}

/// Writes `cari.bin` into `out`.
pub fn write(
    assets: &Path,
    tables: &Tables,
    entries: &[(String, Profession)],
    out: &Path,
) -> Result<(), String> {
    let read =
        |name: &str| std::fs::read_to_string(assets.join(name)).map_err(|e| format!("{name}: {e}"));
    let dictionary =
        synonyms::parse(&read("sinonim.json")?).map_err(|e| format!("sinonim.json: {e}"))?;
    let records: Vec<ProgrammeRecord> =
        serde_json::from_str(&read("smk.json")?).map_err(|e| format!("smk.json: {e}"))?;
    let mut programmes = Programmes::default();
    for r in &records {
        programmes.add(
            [&r.program]
                .into_iter()
                .chain(&r.konsentrasi)
                .chain(&r.alias)
                .map(String::as_str),
        );
    }
    let mut builder = PackBuilder::default();
    for profession in &tables.professions {
        let Some((_, entry)) = entries.get(profession.draft.origin) else {
            continue;
        };
        let texts = Texts {
            id: &entry.id,
            name: &entry.name,
            aliases: &entry.aliases,
            majors: profession
                .majors
                .iter()
                .filter_map(|m| tables.majors.get(*m as usize))
                .map(|(m, ..)| all(&m.name, &m.aliases))
                .collect(),
            institutions: profession
                .institutions
                .iter()
                .filter_map(|m| tables.institutions.get(*m as usize))
                .map(|(m, _)| all(&m.name, &m.aliases))
                .collect(),
            sector: tables
                .sectors
                .get(profession.sector as usize)
                .map(|s| s.0.name.as_str())
                .unwrap_or_default(),
            profile: &entry.profile,
            suits: &entry.suits,
            prose: entry.sayings(),
        };
        feed(&mut builder, &programmes, &texts);
    }
    let bytes = builder
        .finish(&dictionary, |_| false)
        .map_err(|e| format!("sinonim.json: {e}"))?;
    std::fs::write(out.join("cari.bin"), bytes).map_err(|e| format!("cari.bin: {e}"))
}

fn all<'t>(name: &'t str, aliases: &'t [String]) -> Vec<&'t str> {
    std::iter::once(name)
        .chain(aliases.iter().map(String::as_str))
        .collect()
}
