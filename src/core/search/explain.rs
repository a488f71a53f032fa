//! The reason and the highlight of one hit.

use super::corpus::{Corpus, Named};
use super::evidence::{Kind, Lexicon};
use super::gather::{Gathered, Source};
use super::highlight::Marks;
use super::names::Tier;
use super::pack::field::Field;
use super::pack::fold::fold;
use super::pack::text_index::WHOLE_ITEM;
use super::query::Query;
use super::reason::Reason;
use crate::core::catalog::ProfessionRow;

/// How a name was hit by the scan: tier, and 0 for the name or n for the n-th alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameFound {
    /// How it matched.
    pub tier: Tier,
    /// Which of the names.
    pub ordinal: u16,
}

/// The reason of a hit that the scan of names found.
#[must_use]
pub fn name_reason(profession: &ProfessionRow, found: NameFound) -> Reason {
    let alias = found
        .ordinal
        .checked_sub(1)
        .and_then(|n| profession.aliases.get(usize::from(n)));
    let meant = found.tier == Tier::Typo;
    match (alias, meant) {
        (None, false) => Reason::Name,
        (None, true) => Reason::Typo,
        (Some(alias), false) => Reason::Alias((*alias).to_owned()),
        (Some(alias), true) => Reason::AliasTypo((*alias).to_owned()),
    }
}

/// The reason of a hit that the index found.
pub fn text_reason(
    corpus: &Corpus<'_>,
    lexicon: &mut Lexicon<'_>,
    profession: &ProfessionRow,
    source: &Source,
    field: Field,
) -> Reason {
    let Source { term, typed } = source;
    if let Some(typed) = typed
        && (term.is_none() || field > Field::Alias)
    {
        return Reason::Synonym(typed.clone());
    }
    let Some(term) = term else {
        return Reason::Name;
    };
    let text = lexicon.text(term);
    let word = text.strip_prefix(char::from(WHOLE_ITEM)).unwrap_or(text);
    let misspelt = term.kind == Kind::Correction;
    match field {
        Field::Name if misspelt => Reason::Typo,
        Field::Name => Reason::Name,
        Field::Alias => {
            let aliases = profession.aliases.iter().copied();
            match first_with(lexicon, aliases, word) {
                Some(alias) if misspelt => Reason::AliasTypo(alias.to_owned()),
                Some(alias) => Reason::Alias(alias.to_owned()),
                None => Reason::Name,
            }
        }
        Field::Major => {
            let majors = profession
                .majors
                .iter()
                .filter_map(|m| corpus.majors.get(m.index()));
            Reason::Major(item_with(lexicon, majors, text).unwrap_or(word).to_owned())
        }
        Field::Institution => {
            let list = profession
                .institutions
                .iter()
                .filter_map(|i| corpus.institutions.get(i.index()));
            Reason::Institution(item_with(lexicon, list, text).unwrap_or(word).to_owned())
        }
        Field::Programme => Reason::Programme(word.to_owned()),
        Field::Sector => {
            let sector = corpus.sectors.get(profession.sector.index());
            Reason::Sector(sector.map_or(word, |s| s.name).to_owned())
        }
        Field::Duties => Reason::Duties(word.to_owned()),
        Field::Traits => Reason::Traits(word.to_owned()),
        Field::Prose | Field::Entry => Reason::Prose(word.to_owned()),
    }
}

fn first_with<'n>(
    lexicon: &mut Lexicon<'_>,
    mut names: impl Iterator<Item = &'n str>,
    word: &str,
) -> Option<&'n str> {
    names.find(|name| lexicon.mentions(&fold(name), word))
}

/// The name of the first item one of whose names has `term`, or is it.
fn item_with<'n>(
    lexicon: &mut Lexicon<'_>,
    mut items: impl Iterator<Item = &'n (impl Named + 'n)>,
    term: &str,
) -> Option<&'n str> {
    let found = if let Some(whole) = term.strip_prefix(char::from(WHOLE_ITEM)) {
        let parts = |name: &'static str| name.split(['(', ')']);
        items.find(|item| item.all().flat_map(parts).any(|n| fold(n) == whole))
    } else {
        items.find(|item| item.all().any(|n| lexicon.mentions(&fold(n), term)))
    };
    found.map(Named::name)
}

/// The characters of the profession's name that the query matched.
pub fn positions(
    marks: &mut Marks,
    lexicon: &Lexicon<'_>,
    gathered: &Gathered,
    query: &Query,
    name: &str,
    found: Option<NameFound>,
) -> Vec<u32> {
    marks.start(name);
    match found {
        Some(NameFound {
            tier: Tier::Equal,
            ordinal: 0,
        }) => {
            marks.all();
            return marks.positions();
        }
        Some(NameFound {
            tier: Tier::Gaps,
            ordinal: 0,
        }) => {
            marks.scattered(&query.wanted().concat());
            return marks.positions();
        }
        _ => {}
    }
    for word in query.words.iter().filter(|w| w.content && !w.negated) {
        if word.text.len() > 1 || found.is_some() {
            let plain = marks.exact(&word.text);
            if !plain && found.is_some_and(|f| f.tier == Tier::Typo) {
                marks.misspelt(&word.text);
            }
        }
    }
    for source in &gathered.sources {
        if let Some(term) = &source.term
            && matches!(term.kind, Kind::Root | Kind::Synonym | Kind::Joined)
        {
            marks.word(lexicon.text(term));
        }
    }
    marks.positions()
}
