//! Used by `build.rs` only: reads `assets/`, checks every file, and writes what the program embeds.

mod generate;
mod index;
mod load;

use crate::assemble::{Draft, assemble};
use std::path::Path;

/// Reads and checks `assets`, and writes `katalog.rs` and `profesi.jsonl` into `out`.
///
/// # Errors
/// One line per problem: file, field and reason, in Bahasa Indonesia as for people who add entries.
pub fn run(root: &Path, out: &Path) -> Result<(), Vec<String>> {
    let assets = load::read(root)?;
    let drafts = assets
        .entries
        .iter()
        .enumerate()
        .map(|(origin, (_, e))| Draft {
            id: e.id.clone(),
            name: e.name.clone(),
            aliases: e.aliases.clone(),
            sector: e.sector.clone(),
            education: e.education.clone(),
            riasec: e.riasec.clone(),
            kbji: e.kbji.clone(),
            majors: e.majors.clone(),
            institutions: e.institutions.clone(),
            similar: e.similar.clone(),
            origin,
        });
    let tables = assemble(drafts.collect(), assets.vocabulary.clone());
    let problems: Vec<String> = tables
        .unknown
        .iter()
        .map(|u| {
            let file = assets
                .entries
                .get(u.origin)
                .map(|e| e.0.as_str())
                .unwrap_or_default();
            format!(
                "{file}: {}: \"{}\" tidak ada dalam assets/{}.json",
                u.field, u.name, u.field
            )
        })
        .collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    generate::write(&tables, &assets.entries, out)
        .and_then(|()| index::write(root, &tables, &assets.entries, out))
        .map_err(|error| vec![error])
}
