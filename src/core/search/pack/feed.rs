//! What of an entry goes into the index, and with which weight: one rule for `build.rs` and for a user's entries.

use super::PackBuilder;
use super::field::Field;
use super::programmes::Programmes;

/// The texts of one entry.
#[derive(Debug, Default)]
pub struct Texts<'t> {
    /// Id.
    pub id: &'t str,
    /// Name.
    pub name: &'t str,
    /// Other names.
    pub aliases: &'t [String],
    /// Study programmes, strongest first: each with its name, then its other names.
    pub majors: Vec<Vec<&'t str>>,
    /// Employers: each with its name, then its other names.
    pub institutions: Vec<Vec<&'t str>>,
    /// Name of the sector.
    pub sector: &'t str,
    /// Paragraphs; by the editorial rules the third says how one gets in.
    pub profile: &'t [String],
    /// Traits that suit.
    pub suits: &'t [String],
    /// Expectations, beliefs and what is true of them.
    pub prose: Vec<&'t str>,
}

/// Adds one entry. Differences and traits that do not suit are left out: they speak of other professions, or of what
/// the profession is not.
pub fn feed(index: &mut PackBuilder, programmes: &Programmes, texts: &Texts<'_>) {
    index.start(texts.id);
    index.name(texts.name);
    for alias in texts.aliases {
        index.name(alias);
    }
    for (rank, names) in texts.majors.iter().enumerate() {
        let strength = 1.0 / (1.0 + 0.1 * rank as f32);
        for (at, name) in names.iter().enumerate() {
            index.item(
                Field::Major,
                name,
                if at == 0 { strength } else { strength * 0.9 },
            );
        }
    }
    for name in texts.institutions.iter().flatten() {
        index.item(Field::Institution, name, 1.0);
    }
    index.item(Field::Sector, texts.sector, 1.0);
    for (n, paragraph) in texts.profile.iter().enumerate() {
        index.prose(if n < 2 { Field::Duties } else { Field::Entry }, paragraph);
        for name in programmes.mentioned(paragraph).flatten() {
            index.item(Field::Programme, name, 1.0);
        }
    }
    for trait_ in texts.suits {
        index.prose(Field::Traits, trait_);
    }
    for text in &texts.prose {
        index.prose(Field::Prose, text);
    }
}
