//! Pages of majors, institutions, sectors and school subjects: each lists what it leads to.

use super::profession::profession_link;
use super::sheet::{Role, Sheet};
use crate::core::catalog::{Catalog, MajorRow, ProfessionId, SubjectRow, Target};
use crate::text;

pub(super) fn subtitle(catalog: &Catalog, target: Target) -> String {
    match target {
        Target::Major(id) => catalog
            .major(id)
            .map(|m| text::major_subtitle(m.cluster, m.levels)),
        Target::Institution(id) => catalog
            .institution(id)
            .map(|i| text::institution_subtitle(i.kind.label(), i.place)),
        Target::Sector(id) => catalog
            .sector(id)
            .map(|s| text::sector_subtitle(s.professions.len())),
        Target::Subject(id) => catalog
            .subject(id)
            .map(|s| text::subject_subtitle(s.majors.len())),
        Target::Profession(_) => None,
    }
    .unwrap_or_default()
}

pub(super) fn sheet(catalog: &Catalog, target: Target, width: u16) -> Sheet {
    let mut sheet = Sheet::new(width);
    match target {
        Target::Major(id) => {
            if let Some(row) = catalog.major(id) {
                major(&mut sheet, catalog, row);
            }
        }
        Target::Institution(id) => {
            if let Some(row) = catalog.institution(id) {
                other_names(&mut sheet, row.aliases);
                professions(&mut sheet, catalog, text::WORKS_THERE, row.professions);
            }
        }
        Target::Sector(id) => {
            if let Some(row) = catalog.sector(id) {
                sheet.paragraph(row.description, Role::Body);
                sheet.heading(&text::counted(text::PROFESSIONS, row.professions.len()));
                for id in row.professions {
                    if let Some(p) = catalog.profession(*id) {
                        sheet.link(p.name, p.education, Target::Profession(*id));
                    }
                }
            }
        }
        Target::Subject(id) => {
            if let Some(row) = catalog.subject(id) {
                subject(&mut sheet, catalog, row);
            }
        }
        Target::Profession(_) => {}
    }
    sheet
}

fn major(sheet: &mut Sheet, catalog: &Catalog, row: &MajorRow) {
    other_names(sheet, row.aliases);
    professions(sheet, catalog, text::OPENED_BY_MAJOR, row.professions);
    if !row.subjects.is_empty() {
        sheet.heading(text::SUPPORTING_SUBJECTS);
        for id in row.subjects {
            if let Some(s) = catalog.subject(*id) {
                sheet.link(s.name, "", Target::Subject(*id));
            }
        }
        sheet.paragraph(text::SUBJECTS_SOURCE, Role::Muted);
    }
}

fn subject(sheet: &mut Sheet, catalog: &Catalog, row: &SubjectRow) {
    sheet.paragraph(text::SUBJECT_INTRO, Role::Body);
    sheet.heading(&text::counted(text::MAJORS, row.majors.len()));
    for id in row.majors {
        if let Some(m) = catalog.major(*id) {
            sheet.link(
                m.name,
                &text::major_note(m.levels, m.professions.len()),
                Target::Major(*id),
            );
        }
    }
    sheet.gap();
    sheet.paragraph(text::SUBJECTS_SOURCE, Role::Muted);
}

fn other_names(sheet: &mut Sheet, aliases: &[&str]) {
    if !aliases.is_empty() {
        sheet.fact(text::OTHER_NAMES, &aliases.join(", "));
    }
}

fn professions(sheet: &mut Sheet, catalog: &Catalog, heading: &str, list: &[ProfessionId]) {
    sheet.heading(&text::counted(heading, list.len()));
    if list.is_empty() {
        sheet.paragraph(text::NO_PROFESSION, Role::Muted);
    }
    for id in list {
        profession_link(sheet, catalog, *id);
    }
}
