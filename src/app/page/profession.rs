//! The five tabs of a profession.

use super::sheet::{Role, Sheet};
use crate::app::place::Tab;
use crate::core::catalog::record::{InstitutionKind, Profession};
use crate::core::catalog::{Catalog, ProfessionId, Target};
use crate::text;

pub(super) fn subtitle(catalog: &Catalog, id: ProfessionId) -> String {
    let Some(row) = catalog.profession(id) else {
        return String::new();
    };
    let sector = catalog
        .sector(row.sector)
        .map(|s| s.name)
        .unwrap_or_default();
    text::profession_subtitle(sector, row.education, row.riasec)
}

pub(super) fn sheet(
    catalog: &Catalog,
    id: ProfessionId,
    entry: &Profession,
    tab: Tab,
    width: u16,
) -> Sheet {
    let mut sheet = Sheet::new(width);
    match tab {
        Tab::Profile => profile(&mut sheet, catalog, id, entry),
        Tab::Fit => sheet.lists(
            (text::SUITS, "+", &entry.suits, Role::Good),
            (text::SUITS_NOT, "-", &entry.suits_not, Role::Bad),
        ),
        Tab::Reality => reality(&mut sheet, catalog, entry),
        Tab::Majors => majors(&mut sheet, catalog, id),
        Tab::Institutions => institutions(&mut sheet, catalog, id),
    }
    sheet
}

fn profile(sheet: &mut Sheet, catalog: &Catalog, id: ProfessionId, entry: &Profession) {
    for paragraph in &entry.profile {
        sheet.gap();
        sheet.paragraph(paragraph, Role::Body);
    }
    let Some(row) = catalog.profession(id) else {
        return;
    };
    if !row.similar.is_empty() {
        sheet.heading(text::SIMILAR);
        for other in row.similar {
            profession_link(sheet, catalog, *other);
        }
    }
    sheet.heading(text::FACTS);
    if let Some(sector) = catalog.sector(row.sector) {
        sheet.link(sector.name, text::SECTOR_NOTE, Target::Sector(row.sector));
    }
    if !row.education.is_empty() {
        sheet.fact(text::EDUCATION, row.education);
    }
    if !row.riasec.is_empty() {
        sheet.fact(text::INTEREST, &text::interest_words(row.riasec));
    }
    if !row.kbji.is_empty() {
        sheet.fact(text::KBJI, row.kbji);
    }
    if !row.aliases.is_empty() {
        sheet.fact(text::OTHER_NAMES, &row.aliases.join(", "));
    }
    if !entry.references.is_empty() {
        sheet.fact(text::REFERENCES, &entry.references.join("; "));
    }
    if !entry.reviewed.is_empty() {
        sheet.gap();
        sheet.paragraph(&text::reviewed(&entry.reviewed), Role::Muted);
    }
}

fn reality(sheet: &mut Sheet, catalog: &Catalog, entry: &Profession) {
    sheet.pairs(
        (text::EXPECTATION, text::REALITY),
        entry
            .expectations
            .iter()
            .map(|p| (p.expectation.as_str(), p.reality.as_str())),
    );
    if !entry.differences.is_empty() {
        sheet.heading(text::DIFFERENCES);
        for difference in &entry.differences {
            sheet.gap();
            if let Some(other) = catalog.find(&difference.profession) {
                profession_link(sheet, catalog, other);
            }
            sheet.paragraph(&difference.text, Role::Body);
        }
    }
    if !entry.misconceptions.is_empty() {
        sheet.heading(text::MISCONCEPTIONS);
        sheet.pairs(
            (text::BELIEF, text::FACT),
            entry
                .misconceptions
                .iter()
                .map(|p| (p.belief.as_str(), p.reality.as_str())),
        );
    }
}

fn majors(sheet: &mut Sheet, catalog: &Catalog, id: ProfessionId) {
    let Some(row) = catalog.profession(id) else {
        return;
    };
    sheet.paragraph(text::MAJORS_INTRO, Role::Muted);
    sheet.gap();
    for major in row.majors {
        if let Some(m) = catalog.major(*major) {
            sheet.link(
                m.name,
                &text::major_note(m.levels, m.professions.len()),
                Target::Major(*major),
            );
        }
    }
}

fn institutions(sheet: &mut Sheet, catalog: &Catalog, id: ProfessionId) {
    let Some(row) = catalog.profession(id) else {
        return;
    };
    sheet.paragraph(text::INSTITUTIONS_INTRO, Role::Muted);
    let mut kinds: Vec<InstitutionKind> = row
        .institutions
        .iter()
        .filter_map(|i| catalog.institution(*i))
        .map(|i| i.kind)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        sheet.heading(kind.label());
        for id in row.institutions {
            if let Some(i) = catalog.institution(*id).filter(|i| i.kind == kind) {
                sheet.link(
                    i.name,
                    &text::institution_note(i.place, i.professions.len()),
                    Target::Institution(*id),
                );
            }
        }
    }
}

/// A link to a profession with its sector behind it.
pub(super) fn profession_link(sheet: &mut Sheet, catalog: &Catalog, id: ProfessionId) {
    if let Some(row) = catalog.profession(id) {
        let sector = catalog
            .sector(row.sector)
            .map(|s| s.name)
            .unwrap_or_default();
        sheet.link(row.name, sector, Target::Profession(id));
    }
}
