//! The pure part: catalogue, search, navigation. No terminal, no clock, no file access.

pub mod catalog;
pub mod clean;
pub mod data;
pub mod export;
pub mod history;
pub mod search;
