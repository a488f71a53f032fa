//! Matching of names and aliases: tiers from the exact name down to a name with typing errors.

pub mod fuzzy;
pub mod list;
pub mod matcher;
pub mod typo;

pub use list::{NameIndex, NameMatch, match_names};
pub use matcher::{NameHit, NameMatcher, Sought, Tier};
