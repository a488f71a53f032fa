//! A user's own files: bytes to text, text to entries, plain pages to entries, with every problem told in words.
//!
//! Nothing here opens a file: those who do hand over names and bytes.

mod assign;
pub mod check;
pub mod decode;
pub mod fields;
mod headings;
pub mod import;
pub mod merge;
mod outline;
pub mod parse;
pub mod problem;
mod prose;
pub mod schema;
mod shape;
mod tidy;
