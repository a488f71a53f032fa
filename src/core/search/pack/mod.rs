//! The packed search index: writing it and reading it in place.
//!
//! `build.rs` includes this folder by `#[path]` and embeds what [`PackBuilder`] returns; the
//! program uses the same code for entries that a user adds. Nothing here depends on the rest of
//! the crate, and nothing is parsed when the program starts: [`blob::Blob`] reads bytes where
//! they lie, every read checked, a damaged index reads as an empty one.

pub mod blob;
pub mod builder;
pub mod feed;
pub mod field;
pub mod fold;
pub mod hash;
pub mod name_table;
pub mod programmes;
pub mod stem;
pub mod synonyms;
pub mod text_index;
pub mod vocabulary;
pub mod words;

pub use builder::PackBuilder;
pub use feed::{Texts, feed};
#[allow(unused_imports)]
pub use field::Field;
