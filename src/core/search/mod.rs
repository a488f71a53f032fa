//! Search that understands how students type: names, typing errors, English, slang,
//! abbreviations, affixed verbs, descriptions, study programmes, employers and traits.
//!
//! [`Searcher::search`] is the one way in; [`match_names`] does the same for plain lists. The
//! order of the hits comes from one rule, written down in [`rank`]. Pure: no terminal, no clock,
//! no files; the index is built by [`pack`] and read in place.

pub mod corpus;
pub mod evidence;
pub mod explain;
pub mod filter;
pub mod finder;
pub mod gather;
pub mod highlight;
pub mod names;
pub mod pack;
pub mod query;
pub mod rank;
pub mod reason;
pub mod scratch;
pub mod searcher;
pub mod suggest;
pub mod top;

pub use corpus::{Corpus, Named, Part};
pub use filter::{Filter, FilterKind, UnknownFilter};
pub use finder::{Answer, Finder, Found, without_last_filter};
pub use names::{NameIndex, NameMatch, NameMatcher, match_names};
pub use reason::Reason;
pub use searcher::{Hit, Results, Searcher};
