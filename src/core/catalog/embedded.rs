//! The catalogue that `build.rs` has checked and merged.

#![allow(clippy::unreadable_literal, reason = "written by build.rs")]

use super::record::{InstitutionKind, Profession};
use super::table::{
    InstitutionId, InstitutionRow, MajorId, MajorRow, ProfessionId, ProfessionRow, SectorId,
    SectorRow, Source, SubjectId, SubjectRow,
};

include!(concat!(env!("OUT_DIR"), "/katalog.rs"));

/// The search index over [`PROFESSIONS`].
pub(super) static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cari.bin"));

/// All entries, one JSON object a line.
static ENTRIES: &str = include_str!(concat!(env!("OUT_DIR"), "/profesi.jsonl"));

/// Parses the entry at a byte range; the build has checked that it parses.
pub(super) fn entry(start: u32, len: u32) -> Option<Profession> {
    let start = start as usize;
    serde_json::from_str(ENTRIES.get(start..start + len as usize)?).ok()
}
