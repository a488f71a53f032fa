//! The one scoring rule.
//!
//! For each profession,
//!
//! ```text
//! score = Σ E(word) · (FLOOR + (1 − FLOOR) · covered) + NAME_SHARE · points
//! ```
//!
//! * `E(word)` is the best evidence for that word of the query, plus [`OTHER_GROUPS`] times the
//!   best of the other groups of fields (names; programmes and employers; running text): weight of the field where a
//!   matching term stands ([`field_weight`], shifted by the kind of question), times the term's
//!   weight there (BM25 in running text, position and length in lists), times how telling the
//!   term is, times how surely it is meant (the word itself 1, a root 0.8, a synonym 0.9, a
//!   continuation or a correction less).
//! * `covered` is the share of the query's words with any evidence, weighed by how telling
//!   they are: two words of three beat one word that is repeated often.
//! * `points` come from the scan of names, if one name or alias has *all* words: an equal name
//!   outranks everything, then names that begin with the query, then words that do.
//!
//! Hits by study programme or employer then gain up to [`SECTOR_SHARE`], by how many of these
//! hits their sector has: Pertamina employs accountants too, but stands for oil.
//!
//! Equal scores keep the order of the catalogue.

use super::pack::field::Field;
use super::query::Intent;

/// What remains of the evidence of a profession that covers next to nothing of the query.
const FLOOR: f32 = 0.25;
/// What a point of the name scan is worth.
const NAME_SHARE: f32 = 0.1;
/// What an equal name is worth on top: more than any sum of evidence.
pub const EQUAL_NAME: f32 = 400.0;
/// What a word like `tukang` or `mbak` counts beside other words.
pub const PERSON: f32 = 0.5;
/// Evidence of a profession listed as a meaning of a term.
pub const LISTED: f32 = 9.0;
/// How surely a listed meaning is meant.
pub const SYNONYM: f32 = 0.9;
/// How surely a related subject (`pesawat`, `Pertamina`) is meant, unless somebody says that
/// they like it or want to work there.
pub const RELATED: f32 = 0.55;
/// What the evidence of other groups of fields adds to that of the best group.
pub const OTHER_GROUPS: f32 = 0.4;
/// What is left of the evidence of single words when the list knows the whole phrase.
pub const IN_PHRASE: f32 = 0.5;
/// A whole study programme counts this much more than its words. A whole employer does not: who
/// works for `Pertamina Hulu Rokan` works for Pertamina as well.
pub const WHOLE: f32 = 1.5;
/// An employer or a study programme stands for a line of work: professions of the sector that
/// most of its professions belong to gain up to this share.
pub const SECTOR_SHARE: f32 = 0.25;
/// Aliases lose this many points of the name scan.
pub const ALIAS_MALUS: f32 = 6.0;
/// Below this score the best hit is called weak.
pub const WEAK: f32 = 2.0;

/// Weight of a field for a kind of question.
#[must_use]
pub fn field_weight(field: Field, intent: Intent) -> f32 {
    let plain = match field {
        Field::Name => 10.0,
        Field::Alias => 9.0,
        Field::Major | Field::Institution => 5.0,
        Field::Programme => 4.0,
        Field::Sector => 3.0,
        Field::Duties => 3.6,
        Field::Traits => 2.0,
        Field::Prose => 1.8,
        Field::Entry => 1.6,
    };
    let shift = match (intent, field) {
        (Intent::Major, Field::Major) | (Intent::Institution, Field::Institution) => 1.9,
        (Intent::Programme, Field::Programme) => 2.6,
        (Intent::Programme, Field::Major) => 1.3,
        (Intent::Major | Intent::Programme | Intent::Institution, Field::Name | Field::Alias) => {
            0.7
        }
        (Intent::Trait, Field::Traits) => 1.5,
        (Intent::Major, Field::Programme) | (Intent::Trait, Field::Duties) => 1.2,
        _ => 1.0,
    };
    plain * shift
}

/// Evidence of one term in one field.
#[must_use]
pub fn evidence(field: Field, intent: Intent, weight: f32, rarity: f32, factor: f32) -> f32 {
    // In names even a common word (`guru`, `petugas`) was chosen on purpose.
    let telling = match field {
        Field::Name | Field::Alias => rarity.sqrt(),
        _ => rarity,
    };
    field_weight(field, intent) * weight * telling * factor
}

/// The rule.
#[must_use]
pub fn score(evidence: f32, covered: f32, points: f32) -> f32 {
    evidence * (FLOOR + (1.0 - FLOOR) * covered.clamp(0.0, 1.0)) + NAME_SHARE * points
}
