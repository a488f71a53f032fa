//! Writes the tables as Rust constants, so that the program starts without reading anything.

use crate::assemble::{Resolved, Tables};
use crate::record::Profession;
use std::fmt::Write as _;
use std::path::Path;

/// Writes `profesi.jsonl` and `katalog.rs` into `out`.
pub fn write(tables: &Tables, entries: &[(String, Profession)], out: &Path) -> Result<(), String> {
    let mut json = String::new();
    let mut ranges = vec![(0, 0); entries.len()];
    for profession in &tables.professions {
        let at = profession.draft.origin;
        if let (Some((file, entry)), Some(range)) = (entries.get(at), ranges.get_mut(at)) {
            let line = serde_json::to_string(entry).map_err(|e| format!("{file}: {e}"))?;
            *range = (json.len(), line.len());
            json.push_str(&line);
            json.push('\n');
        }
    }
    let code = code(tables, &ranges).map_err(|e| e.to_string())?;
    for (name, text) in [("profesi.jsonl", &json), ("katalog.rs", &code)] {
        std::fs::write(out.join(name), text).map_err(|e| format!("{name}: {e}"))?;
    }
    Ok(())
}

fn code(tables: &Tables, ranges: &[(usize, usize)]) -> Result<String, std::fmt::Error> {
    let mut s = String::new();
    writeln!(
        s,
        "/// Sorted by name.\npub(super) static PROFESSIONS: &[ProfessionRow] = &["
    )?;
    for p in &tables.professions {
        profession(
            &mut s,
            p,
            ranges.get(p.draft.origin).copied().unwrap_or_default(),
        )?;
    }
    writeln!(
        s,
        "];\n/// Sorted by name.\npub(super) static SECTORS: &[SectorRow] = &["
    )?;
    for (r, back) in &tables.sectors {
        writeln!(
            s,
            "SectorRow {{ key: {:?}, name: {:?}, description: {:?}, professions: {} }},",
            r.key,
            r.name,
            r.description,
            ids("ProfessionId", back)
        )?;
    }
    writeln!(
        s,
        "];\n/// Sorted by name.\npub(super) static MAJORS: &[MajorRow] = &["
    )?;
    for (r, subjects, back) in &tables.majors {
        writeln!(
            s,
            "MajorRow {{ name: {:?}, aliases: &{:?}, cluster: {:?}, levels: &{:?}, group: {:?}, subjects: {}, professions: {} }},",
            r.name,
            r.aliases,
            r.cluster,
            r.levels,
            r.group,
            ids("SubjectId", subjects),
            ids("ProfessionId", back)
        )?;
    }
    writeln!(
        s,
        "];\n/// Sorted by name.\npub(super) static INSTITUTIONS: &[InstitutionRow] = &["
    )?;
    for (r, back) in &tables.institutions {
        writeln!(
            s,
            "InstitutionRow {{ name: {:?}, aliases: &{:?}, kind: InstitutionKind::{:?}, place: {:?}, generic: {:?}, professions: {} }},",
            r.name,
            r.aliases,
            r.kind,
            r.place,
            r.generic,
            ids("ProfessionId", back)
        )?;
    }
    writeln!(
        s,
        "];\n/// Sorted by name.\npub(super) static SUBJECTS: &[SubjectRow] = &["
    )?;
    for (name, majors) in &tables.subjects {
        writeln!(
            s,
            "SubjectRow {{ name: {name:?}, majors: {} }},",
            ids("MajorId", majors)
        )?;
    }
    writeln!(s, "];")?;
    Ok(s)
}

fn profession(s: &mut String, p: &Resolved, (start, len): (usize, usize)) -> std::fmt::Result {
    let d = &p.draft;
    writeln!(
        s,
        "ProfessionRow {{ id: {:?}, name: {:?}, aliases: &{:?}, sector: SectorId({}), education: {:?}, riasec: {:?}, \
         kbji: {:?}, majors: {}, institutions: {}, similar: {}, source: Source::Embedded {{ start: {start}, len: {len} }} }},",
        d.id,
        d.name,
        d.aliases,
        p.sector,
        d.education,
        d.riasec,
        d.kbji,
        ids("MajorId", &p.majors),
        ids("InstitutionId", &p.institutions),
        ids("ProfessionId", &p.similar)
    )
}

fn ids(kind: &str, list: &[u32]) -> String {
    let items: Vec<String> = list.iter().map(|i| format!("{kind}({i})")).collect();
    format!("&[{}]", items.join(","))
}
