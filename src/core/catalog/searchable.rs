//! The catalogue as the search sees it: embedded rows with their index, then a user's entries with theirs.

use super::{
    Catalog, InstitutionRow, MajorRow, ProfessionId, ProfessionRow, SectorRow, UserEntry, embedded,
};
use crate::core::catalog::names::name_key;
use crate::core::catalog::{InstitutionId, MajorId, SectorId};
use crate::core::search::pack::programmes::Programmes;
use crate::core::search::pack::synonyms::Dictionary;
use crate::core::search::pack::{PackBuilder, Texts, feed};
use crate::core::search::{Corpus, Part};
use std::collections::HashMap;
use std::sync::OnceLock;

/// What is searched, and the way back from its numbers to the catalogue.
#[derive(Debug)]
pub struct Searchable {
    corpus: Corpus<'static>,
    /// Number to position; empty where they are the same.
    order: Vec<ProfessionId>,
    /// The user's entries with all their text; `corpus` has their names only.
    complete: OnceLock<&'static [u8]>,
}

impl Searchable {
    /// The embedded catalogue alone: constants.
    pub(super) fn embedded() -> Self {
        Self {
            corpus: Corpus {
                embedded: Part {
                    professions: embedded::PROFESSIONS,
                    index: embedded::INDEX,
                },
                sectors: embedded::SECTORS,
                majors: embedded::MAJORS,
                institutions: embedded::INSTITUTIONS,
                ..Corpus::default()
            },
            order: Vec::new(),
            complete: OnceLock::new(),
        }
    }

    /// The corpus, with the user's texts once they are indexed.
    pub fn corpus(&self) -> Corpus<'static> {
        let mut corpus = self.corpus;
        if let Some(index) = self.complete.get() {
            corpus.overlay.index = index;
        }
        corpus
    }

    /// Whether all text is indexed.
    pub fn is_complete(&self) -> bool {
        self.corpus.overlay.professions.is_empty() || self.complete.get().is_some()
    }

    /// The catalogue's position of a number of the corpus.
    pub fn id(&self, number: u32) -> ProfessionId {
        if self.order.is_empty() {
            return ProfessionId(number);
        }
        self.order
            .get(number as usize)
            .copied()
            .unwrap_or(ProfessionId(0))
    }
}

impl Catalog {
    /// Indexes the whole text of the user's entries, so that more than their names is found. Takes about 0.1 ms an
    /// entry; may run in a thread of its own.
    pub fn index_texts(&self) {
        if !self.searchable.is_complete() {
            let _ = self.searchable.complete.set(Vec::leak(self.index(true)));
        }
    }

    /// The index of the user's entries in their own order.
    fn index(&self, whole: bool) -> Vec<u8> {
        let mut builder = PackBuilder::default();
        let corpus = &self.searchable.corpus;
        for (user, row) in self.user.iter().zip(corpus.overlay.professions) {
            feed(
                &mut builder,
                &Programmes::default(),
                &texts(corpus, user, row, whole),
            );
        }
        builder
            .finish(&Dictionary::new(), |_| false)
            .unwrap_or_default()
    }

    /// Builds what is searched, for a catalogue of `base` with this catalogue's user entries over it.
    pub(super) fn make_searchable(&mut self, base: Option<&Catalog>) {
        let (embedded_part, mut sectors, mut majors, mut institutions) = match base {
            Some(base) => (
                base.searchable.corpus.embedded,
                base.searchable.corpus.sectors.to_vec(),
                base.searchable.corpus.majors.to_vec(),
                base.searchable.corpus.institutions.to_vec(),
            ),
            None => (Part::default(), Vec::new(), Vec::new(), Vec::new()),
        };
        let positions: HashMap<&str, ProfessionId> = self
            .professions
            .iter()
            .enumerate()
            .map(|(i, p)| (p.id, ProfessionId(i as u32)))
            .collect();
        let place = |id: &str| positions.get(id).copied().unwrap_or(ProfessionId(0));
        let mut order: Vec<ProfessionId> = embedded_part
            .professions
            .iter()
            .map(|p| place(p.id))
            .collect();
        let numbers: HashMap<&str, u32> = embedded_part
            .professions
            .iter()
            .enumerate()
            .map(|(i, p)| (p.id, i as u32))
            .collect();
        let mut replaced = Vec::new();
        let mut known = Numbers::new(&sectors, &majors, &institutions);
        let mut rows: Vec<ProfessionRow> = Vec::with_capacity(self.user.len());
        for user in self.user.iter() {
            let id = place(&user.entry.id);
            let Some(row) = self.profession(id).copied() else {
                continue;
            };
            let number = (embedded_part.professions.len() + rows.len()) as u32;
            if let Some(old) = numbers.get(row.id) {
                replaced.push((*old, number));
            }
            order.push(id);
            rows.push(ProfessionRow {
                sector: self
                    .sector(row.sector)
                    .map_or(SectorId(0), |s| SectorId(known.sector(s, &mut sectors))),
                majors: Vec::leak(
                    row.majors
                        .iter()
                        .filter_map(|m| self.major(*m))
                        .map(|m| MajorId(known.major(m, &mut majors)))
                        .collect(),
                ),
                institutions: Vec::leak(
                    row.institutions
                        .iter()
                        .filter_map(|m| self.institution(*m))
                        .map(|m| InstitutionId(known.institution(m, &mut institutions)))
                        .collect(),
                ),
                ..row
            });
        }
        replaced.sort_unstable();
        let corpus = Corpus {
            embedded: embedded_part,
            overlay: Part {
                professions: Vec::leak(rows),
                index: &[],
            },
            replaced: Vec::leak(replaced),
            sectors: Vec::leak(sectors),
            majors: Vec::leak(majors),
            institutions: Vec::leak(institutions),
        };
        self.searchable = std::sync::Arc::new(Searchable {
            corpus,
            order,
            complete: OnceLock::new(),
        });
        let names = Vec::leak(self.index(false));
        if let Some(searchable) = std::sync::Arc::get_mut(&mut self.searchable) {
            searchable.corpus.overlay.index = names;
        }
    }
}

/// The numbers of names in the corpus's own tables, which grow by what only the user names.
struct Numbers {
    sectors: HashMap<String, u32>,
    majors: HashMap<String, u32>,
    institutions: HashMap<String, u32>,
}

impl Numbers {
    fn new(sectors: &[SectorRow], majors: &[MajorRow], institutions: &[InstitutionRow]) -> Self {
        let number = |(i, name): (usize, &str)| (name_key(name), i as u32);
        Self {
            sectors: sectors
                .iter()
                .map(|s| s.key)
                .enumerate()
                .map(number)
                .collect(),
            majors: majors
                .iter()
                .map(|s| s.name)
                .enumerate()
                .map(number)
                .collect(),
            institutions: institutions
                .iter()
                .map(|s| s.name)
                .enumerate()
                .map(number)
                .collect(),
        }
    }

    fn sector(&mut self, row: &SectorRow, table: &mut Vec<SectorRow>) -> u32 {
        number(&mut self.sectors, row.key, row, table)
    }

    fn major(&mut self, row: &MajorRow, table: &mut Vec<MajorRow>) -> u32 {
        number(&mut self.majors, row.name, row, table)
    }

    fn institution(&mut self, row: &InstitutionRow, table: &mut Vec<InstitutionRow>) -> u32 {
        number(&mut self.institutions, row.name, row, table)
    }
}

fn number<T: Copy>(
    known: &mut HashMap<String, u32>,
    name: &str,
    row: &T,
    table: &mut Vec<T>,
) -> u32 {
    *known.entry(name_key(name)).or_insert_with(|| {
        table.push(*row);
        table.len() as u32 - 1
    })
}

/// The texts of a user's entry; without `whole`, its names alone.
fn texts<'t>(
    corpus: &Corpus<'static>,
    user: &'t UserEntry,
    row: &ProfessionRow,
    whole: bool,
) -> Texts<'t> {
    use crate::core::search::Named;
    let entry = &user.entry;
    let mut texts = Texts {
        id: &entry.id,
        name: &entry.name,
        aliases: &entry.aliases,
        ..Texts::default()
    };
    if whole {
        texts.majors = row
            .majors
            .iter()
            .filter_map(|m| corpus.majors.get(m.index()))
            .map(|m| m.all().collect())
            .collect();
        texts.institutions = row
            .institutions
            .iter()
            .filter_map(|m| corpus.institutions.get(m.index()))
            .map(|m| m.all().collect())
            .collect();
        texts.sector = corpus
            .sectors
            .get(row.sector.index())
            .map(|s| s.name)
            .unwrap_or_default();
        texts.profile = &entry.profile;
        texts.suits = &entry.suits;
        texts.prose = entry.sayings();
    }
    texts
}
