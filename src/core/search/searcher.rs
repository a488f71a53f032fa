//! The search itself: query in, ranked and explained hits out.

use super::corpus::Corpus;
use super::evidence::Lexicon;
use super::explain::{self, NameFound};
use super::filter::{self, Filter, Resolved, UnknownFilter};
use super::gather::Gathered;
use super::highlight::Marks;
use super::names::{NameMatcher, Sought, Tier};
use super::pack::field::Field;
use super::pack::name_table::NameTable;
use super::query::Query;
use super::rank;
use super::reason::Reason;
use super::scratch::Dense;
use super::suggest;
use super::top::Top;

/// Names up to which a misspelt query is compared with each of them.
const MANY: usize = 20_000;

/// A profession that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its number in the corpus.
    pub profession: u32,
    /// Points of the scoring rule, see [`rank`]; 0 when nothing was asked.
    pub score: f32,
    /// Why it is here.
    pub reason: Reason,
    /// Characters of its name that matched, ascending.
    pub positions: Vec<u32>,
}

/// The answer to a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// Whether even the best hit is a guess: say "Mungkin maksudmu …".
    pub weak: bool,
    /// Professions with the nearest names, if the answer is empty or weak.
    pub suggestions: Vec<u32>,
    /// Filters in force, as chips.
    pub filters: Vec<Filter>,
    /// Filters that no value fits; they are not in force.
    pub unknown: Vec<UnknownFilter>,
}

/// Answers queries over one corpus; owns all buffers, and remembers the last query so that the
/// next, if it is longer, is cheaper.
pub struct Searcher<'a> {
    corpus: Corpus<'a>,
    lexicon: Lexicon<'a>,
    tables: [NameTable<'a>; 2],
    matchers: [NameMatcher; 2],
    gathered: Gathered,
    /// Points of the name scan; the source is packed by [`pack_name`].
    names: Dense,
    top: Top,
    marks: Marks,
    /// Hits by study programme or employer, by sector.
    sectors: Vec<u32>,
    most_in_sector: u32,
}

/// Which name was hit, in 32 bits: tier, table, place in the table.
fn pack_name(tier: Tier, part: u32, name: u32) -> u32 {
    (tier as u32) << 30 | (part & 1) << 29 | name & 0x1fff_ffff
}

impl<'a> Searcher<'a> {
    /// Gets ready to search `corpus`. Reads nothing of it yet.
    #[must_use]
    pub fn new(corpus: Corpus<'a>) -> Self {
        Self {
            corpus,
            lexicon: Lexicon::new(&corpus),
            tables: [corpus.embedded, corpus.overlay].map(|part| NameTable::new(&part.blob())),
            matchers: [NameMatcher::default(), NameMatcher::default()],
            gathered: Gathered::default(),
            names: Dense::default(),
            top: Top::default(),
            marks: Marks::default(),
            sectors: Vec::new(),
            most_in_sector: 0,
        }
    }

    /// The corpus that is searched.
    #[must_use]
    pub fn corpus(&self) -> &Corpus<'a> {
        &self.corpus
    }

    /// Answers `text` with at most `limit` explained hits.
    pub fn search(&mut self, text: &str, limit: usize) -> Results {
        let mut query = Query::parse(text);
        let mut results = self.filters(&mut query);
        if query.words.is_empty() {
            self.list_all(limit, &mut results);
            return results;
        }
        self.scan_names(&query);
        self.gathered
            .gather(&self.corpus, &mut self.lexicon, &query);
        results.total = self.rank(limit, &results.filters);
        let best: Vec<(f32, u32)> = self.top.sorted().to_vec();
        results.hits = best
            .iter()
            .map(|&(score, p)| self.explain(&query, p, score))
            .collect();
        results.weak = self.is_weak(best.first());
        if results.weak {
            results.suggestions = self.suggest(&query, &best);
        }
        results
    }

    fn filters(&self, query: &mut Query) -> Results {
        let mut results = Results::default();
        for at in 0..query.filters.len() {
            let Some(typed) = query.filters.get(at) else {
                break;
            };
            match filter::resolve(&self.corpus, typed) {
                Resolved::Known(filter, used) => {
                    results.filters.push(filter);
                    if used > 0 {
                        query.give_to_filter(at, used);
                    }
                }
                Resolved::Unknown(unknown) => results.unknown.push(unknown),
                Resolved::Empty => {}
            }
        }
        results
    }

    fn accepts(&self, number: u32, filters: &[Filter]) -> bool {
        self.corpus.replacement(number).is_none()
            && self
                .corpus
                .profession(number)
                .is_some_and(|p| filters.iter().all(|f| f.accepts(p)))
    }

    fn list_all(&self, limit: usize, results: &mut Results) {
        for number in 0..self.corpus.len() as u32 {
            if self.accepts(number, &results.filters) {
                results.total += 1;
                if results.hits.len() < limit {
                    let reason = Reason::Listed;
                    results.hits.push(Hit {
                        profession: number,
                        score: 0.0,
                        reason,
                        positions: Vec::new(),
                    });
                }
            }
        }
    }

    fn scan_names(&mut self, query: &Query) {
        self.names.reset(self.corpus.len());
        let words = query.wanted();
        let known: Vec<bool> = words.iter().map(|word| self.lexicon.has(word)).collect();
        let all_known = vec![true; words.len()];
        let names = &mut self.names;
        for (part, (table, matcher)) in self.tables.iter().zip(&mut self.matchers).enumerate() {
            let base = self.lexicon.base(part as u8);
            // Of very many names, misspelt ones are found by the index alone, word by word.
            let known = if table.len() > MANY {
                &all_known
            } else {
                &known
            };
            let sought = Sought {
                words: &words,
                whole: &query.whole,
                known,
            };
            matcher.scan(table, sought, |hit| {
                let name = hit.name as usize;
                let mut points = f32::from(hit.points);
                if table.ordinal(name) > 0 {
                    points = (points - rank::ALIAS_MALUS).max(1.0);
                }
                let owner = base + table.owners.get(name);
                names.raise(owner, points, pack_name(hit.tier, part as u32, hit.name));
            });
        }
    }

    /// Scores everything that has any evidence; returns how many there are.
    fn rank(&mut self, limit: usize, filters: &[Filter]) -> usize {
        self.count_sectors();
        self.top.clear(limit.max(1));
        let mut total = 0;
        let by_text = self.gathered.sum.touched().iter();
        let by_name = self.names.touched().iter();
        let only_name = by_name.filter(|&&p| self.gathered.sum.get(p) == 0.0);
        let mut top = std::mem::take(&mut self.top);
        for &profession in by_text.chain(only_name) {
            if self.accepts(profession, filters) {
                total += 1;
                top.push(self.score(profession), profession);
            }
        }
        self.top = top;
        total
    }

    /// Counts, by sector, the professions that were found by a study programme or an employer.
    fn count_sectors(&mut self) {
        self.sectors.clear();
        self.sectors.resize(self.corpus.sectors.len(), 0);
        for &number in self.gathered.sum.touched() {
            if let Some(sector) = self.linked_sector(number)
                && let Some(count) = self.sectors.get_mut(sector)
            {
                *count += 1;
            }
        }
        self.most_in_sector = self.sectors.iter().copied().max().unwrap_or(0);
    }

    /// The sector of a profession whose best evidence is a study programme or an employer.
    fn linked_sector(&self, number: u32) -> Option<usize> {
        if self.gathered.sum.get(number) == 0.0 {
            return None;
        }
        let field = Field::from_number((self.gathered.sum.source(number) % 16) as u8)?;
        let linked = matches!(field, Field::Major | Field::Programme | Field::Institution);
        linked.then(|| self.corpus.profession(number).map(|p| p.sector.index()))?
    }

    /// Share of the leading sector's hits that the profession's sector has, 0 to 1.
    fn sector_share(&self, number: u32) -> f32 {
        let count = self
            .linked_sector(number)
            .and_then(|s| self.sectors.get(s))
            .copied();
        count.unwrap_or(0) as f32 / self.most_in_sector.max(1) as f32
    }

    fn score(&self, profession: u32) -> f32 {
        let points = self.names.get(profession);
        let covered = self.gathered.covered.get(profession) / self.gathered.weight.max(0.01);
        let mut score = rank::score(self.gathered.sum.get(profession), covered, points);
        score *= 1.0 + rank::SECTOR_SHARE * self.sector_share(profession);
        if let Some(NameFound {
            tier: Tier::Equal,
            ordinal,
        }) = self.name_found(profession)
        {
            score += if ordinal == 0 {
                rank::EQUAL_NAME
            } else {
                rank::EQUAL_NAME / 2.0
            };
        }
        score
    }

    fn name_found(&self, profession: u32) -> Option<NameFound> {
        if self.names.get(profession) == 0.0 {
            return None;
        }
        let packed = self.names.source(profession);
        let table = self.tables.get((packed >> 29 & 1) as usize)?;
        let tier = match packed >> 30 {
            0 => Tier::Equal,
            1 => Tier::Plain,
            2 => Tier::Typo,
            _ => Tier::Gaps,
        };
        Some(NameFound {
            tier,
            ordinal: table.ordinal((packed & 0x1fff_ffff) as usize),
        })
    }

    fn explain(&mut self, query: &Query, number: u32, score: f32) -> Hit {
        let Some(profession) = self.corpus.profession(number) else {
            return Hit {
                profession: number,
                score,
                reason: Reason::Name,
                positions: Vec::new(),
            };
        };
        let found = self.name_found(number);
        let source = self.gathered.sum.source(number);
        let evidence = self.gathered.sum.get(number);
        let by_name = found.filter(|f| f.tier != Tier::Gaps || evidence < 1.0);
        let reason = match (by_name, self.gathered.sources.get((source / 16) as usize)) {
            (None, Some(from)) if evidence > 0.0 => {
                let field = Field::from_number((source % 16) as u8).unwrap_or(Field::Prose);
                explain::text_reason(&self.corpus, &mut self.lexicon, profession, from, field)
            }
            (Some(found), _) => explain::name_reason(profession, found),
            (None, _) => Reason::Name,
        };
        let marks = &mut self.marks;
        let positions = explain::positions(
            marks,
            &self.lexicon,
            &self.gathered,
            query,
            profession.name,
            by_name,
        );
        Hit {
            profession: number,
            score,
            reason,
            positions,
        }
    }

    /// Nothing found, a score that says nothing, most of the query unanswered, or a guess.
    fn is_weak(&self, best: Option<&(f32, u32)>) -> bool {
        let Some(&(score, profession)) = best else {
            return true;
        };
        let covered = self.gathered.covered.get(profession) / self.gathered.weight.max(0.01);
        match self.name_found(profession).map(|f| f.tier) {
            Some(Tier::Equal | Tier::Plain) => false,
            Some(Tier::Typo | Tier::Gaps) => true,
            None => score < rank::WEAK || covered < 0.5,
        }
    }

    /// Names found with typing errors are the suggestions; without such, the most alike.
    fn suggest(&self, query: &Query, best: &[(f32, u32)]) -> Vec<u32> {
        let misspelt = |number: &u32| {
            self.name_found(*number)
                .is_some_and(|f| f.tier == Tier::Typo)
        };
        let hits = best.iter().map(|(_, number)| *number).filter(misspelt);
        let found: Vec<u32> = hits.take(suggest::MOST).collect();
        if !found.is_empty() {
            return found;
        }
        let wanted = query.wanted().join(" ");
        let mut alike = Vec::new();
        for (part, table) in self.tables.iter().enumerate() {
            suggest::nearest(table, &wanted, self.lexicon.base(part as u8), &mut alike);
        }
        let numbers = alike.into_iter().map(|(_, number)| number);
        numbers
            .filter(|&number| self.accepts(number, &[]))
            .collect()
    }
}
