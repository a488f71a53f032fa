//! The five headings of a plain page.

use super::prose::item;
use crate::core::catalog::name_key;

/// The five sections, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Profile,
    Fit,
    Reality,
    Majors,
    Institutions,
}

impl Section {
    /// All.
    pub(super) const ALL: [Self; 5] = [
        Self::Profile,
        Self::Fit,
        Self::Reality,
        Self::Majors,
        Self::Institutions,
    ];

    /// The heading as it should stand on the page.
    pub(super) fn heading(self) -> &'static str {
        match self {
            Self::Profile => "Profil Profesi",
            Self::Fit => "Apa saya cocok bekerja sebagai ...?",
            Self::Reality => "Konsep, ekspektasi dan realita",
            Self::Majors => "Jurusan Kuliah yang Mendukung",
            Self::Institutions => "Contoh perusahaan atau institusi yang membutuhkan",
        }
    }

    /// The section that a line opens, whatever its case, punctuation and numbering.
    pub(super) fn of(line: &str) -> Option<Self> {
        let line = item(line.trim().trim_start_matches(['#', '*', '=', ' '])).0;
        // A heading is short, and only the question of the second ends like a sentence.
        if line.chars().count() > 140 || line.trim_end().ends_with(['.', ',', ';']) {
            return None;
        }
        let key = name_key(line);
        let whole = |names: &[&str]| names.contains(&key.as_str());
        let starts = |names: &[&str]| names.iter().any(|n| key.starts_with(n));
        if whole(&[
            "profilprofesi",
            "profil",
            "profilpekerjaan",
            "tentangprofesi",
            "tentangprofesiini",
        ]) {
            Some(Self::Profile)
        } else if starts(&[
            "apasayacocok",
            "apakahsayacocok",
            "apakahkamucocok",
            "apakamucocok",
            "apakahakucocok",
        ]) || whole(&[
            "kecocokan",
            "cocoktidakcocok",
            "cocokatautidak",
            "cocokatautidakcocok",
        ]) {
            Some(Self::Fit)
        } else if whole(&[
            "konsepekspektasidanrealita",
            "konsepekspektasidanrealitas",
            "konsepekspektasirealita",
            "ekspektasidanrealita",
            "ekspektasidanrealitas",
            "ekspektasivsrealita",
            "ekspektasivsrealitas",
            "konsep",
        ]) {
            Some(Self::Reality)
        } else if whole(&["jurusan", "jurusankuliah", "jurusanterkait"])
            || starts(&[
                "jurusankuliahyang",
                "jurusanyangmendukung",
                "jurusanyangrelevan",
            ])
        {
            Some(Self::Majors)
        } else if whole(&["institusi", "perusahaan", "tempatkerja"])
            || starts(&[
                "contohperusahaan",
                "contohinstitusi",
                "contohtempatkerja",
                "perusahaanatauinstitusi",
                "institusiatauperusahaan",
                "contohlembaga",
            ])
        {
            Some(Self::Institutions)
        } else {
            None
        }
    }
}
