//! The data format as it stands in the JSON files, and nothing else.
//!
//! This is the one place where the Indonesian keys of the data meet the English names of the code.
//! `build.rs` reads the same types, so the embedded catalogue and a teacher's file obey one definition.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One profession, whole, as in `assets/profesi/<bidang>/<id>.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Profession {
    /// Stable key: lower-case letters, digits and hyphens, at most 64.
    pub id: String,
    /// Name as shown, in Bahasa Indonesia.
    #[serde(rename = "nama")]
    pub name: String,
    /// Other names that people type.
    #[serde(rename = "alias", default)]
    pub aliases: Vec<String>,
    /// Key of the sector (`bidang.json`).
    #[serde(rename = "bidang")]
    pub sector: String,
    /// Occupation group of KBJI/ISCO-08, two to four digits.
    #[serde(default)]
    pub kbji: String,
    /// Interest code: up to three of the letters R I A S E C, strongest first.
    #[serde(default)]
    pub riasec: String,
    /// Usual minimum education, e.g. `SMA/SMK`, `D4/S1`, `Profesi`.
    #[serde(rename = "pendidikan", default)]
    pub education: String,
    /// Paragraphs: what the work is for, a real day, how one gets in.
    #[serde(rename = "profil", default)]
    pub profile: Vec<String>,
    /// Traits that suit; each finishes the sentence "Cocok bila kamu …".
    #[serde(rename = "cocok", default)]
    pub suits: Vec<String>,
    /// Traits that may not suit.
    #[serde(rename = "tidak_cocok", default)]
    pub suits_not: Vec<String>,
    /// What people say beside what happens.
    #[serde(rename = "ekspektasi_realita", default)]
    pub expectations: Vec<Expectation>,
    /// How it differs from a similar profession.
    #[serde(rename = "perbedaan", default)]
    pub differences: Vec<Difference>,
    /// Wrong beliefs and the facts.
    #[serde(rename = "miskonsepsi", default)]
    pub misconceptions: Vec<Misconception>,
    /// Supporting study programmes, strongest first.
    #[serde(rename = "jurusan", default)]
    pub majors: Vec<String>,
    /// Examples of employers.
    #[serde(rename = "institusi", default)]
    pub institutions: Vec<String>,
    /// Ids of similar professions.
    #[serde(rename = "mirip", default)]
    pub similar: Vec<String>,
    /// Year and month of the last review, `2026-11`.
    #[serde(rename = "ditinjau", default, skip_serializing_if = "String::is_empty")]
    pub reviewed: String,
    /// Laws, official pages or reports that a claim rests on.
    #[serde(rename = "rujukan", default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<String>,
}

impl Profession {
    /// What people say and believe, and what is true: the texts that search reads as running prose.
    pub fn sayings(&self) -> Vec<&str> {
        let expectations = self
            .expectations
            .iter()
            .flat_map(|p| [&p.expectation, &p.reality]);
        let beliefs = self
            .misconceptions
            .iter()
            .flat_map(|p| [&p.belief, &p.reality]);
        expectations.chain(beliefs).map(String::as_str).collect()
    }
}

/// An expectation and the reality beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Expectation {
    /// What people say.
    #[serde(rename = "ekspektasi")]
    pub expectation: String,
    /// What happens.
    #[serde(rename = "realita")]
    pub reality: String,
}

/// The difference from one similar profession.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Difference {
    /// Id of the other profession.
    #[serde(rename = "profesi")]
    pub profession: String,
    /// The difference, in a paragraph.
    #[serde(rename = "uraian")]
    pub text: String,
}

/// A wrong belief and the fact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Misconception {
    /// The belief.
    #[serde(rename = "anggapan")]
    pub belief: String,
    /// The fact.
    #[serde(rename = "realita")]
    pub reality: String,
}

/// One line of `bidang.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectorRecord {
    /// Stable key.
    #[serde(rename = "kunci")]
    pub key: String,
    /// Name as shown.
    #[serde(rename = "nama")]
    pub name: String,
    /// One sentence on what is done there.
    #[serde(rename = "keterangan")]
    pub description: String,
}

/// One line of `jurusan.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MajorRecord {
    /// Canonical name.
    #[serde(rename = "nama")]
    pub name: String,
    /// Other names, English ones among them.
    #[serde(rename = "alias")]
    pub aliases: Vec<String>,
    /// Cluster of sciences.
    #[serde(rename = "rumpun")]
    pub cluster: String,
    /// Levels offered: D1 … S3, Profesi, Sp-1.
    #[serde(rename = "jenjang")]
    pub levels: Vec<String>,
    /// Programme group of `mapel.json`; empty where there is none.
    #[serde(rename = "kelompok")]
    pub group: String,
}

/// One line of `mapel.json`: the official supporting subjects of a programme group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectGroupRecord {
    /// Name of the group.
    #[serde(rename = "kelompok")]
    pub group: String,
    /// Cluster of sciences.
    #[serde(rename = "rumpun")]
    pub cluster: String,
    /// Supporting school subjects.
    #[serde(rename = "mapel")]
    pub subjects: Vec<String>,
    /// How the line was taken from its source.
    #[serde(rename = "sumber")]
    pub source: String,
}

/// One line of `institusi.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstitutionRecord {
    /// Canonical name, as people use it.
    #[serde(rename = "nama")]
    pub name: String,
    /// Short and former names.
    #[serde(rename = "alias", default)]
    pub aliases: Vec<String>,
    /// Key of its kind, see [`InstitutionKind`].
    #[serde(rename = "jenis")]
    pub kind: InstitutionKind,
    /// City or province, where it has one.
    #[serde(rename = "tempat", default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// A kind of place ("Puskesmas") rather than one employer.
    #[serde(rename = "umum", default, skip_serializing_if = "std::ops::Not::not")]
    pub generic: bool,
}

/// What sort of employer an institution is; the order is the order on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the labels below say it")]
pub enum InstitutionKind {
    KementerianLembaga,
    PemerintahDaerah,
    TniPolri,
    BumnBumd,
    PerusahaanSwasta,
    RumahSakit,
    SekolahKampus,
    Media,
    LembagaSwadaya,
    Organisasi,
    PartaiPolitik,
    KoperasiUmkm,
    LembagaInternasional,
    /// Named by a user's file only, so its kind is not known.
    Lain,
}

impl InstitutionKind {
    /// The heading on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::KementerianLembaga => "Kementerian dan lembaga negara",
            Self::PemerintahDaerah => "Pemerintah daerah",
            Self::TniPolri => "TNI dan Polri",
            Self::BumnBumd => "BUMN dan BUMD",
            Self::PerusahaanSwasta => "Perusahaan swasta",
            Self::RumahSakit => "Rumah sakit dan layanan kesehatan",
            Self::SekolahKampus => "Sekolah dan kampus",
            Self::Media => "Media",
            Self::LembagaSwadaya => "Lembaga swadaya",
            Self::Organisasi => "Organisasi profesi dan keagamaan",
            Self::PartaiPolitik => "Partai politik",
            Self::KoperasiUmkm => "Koperasi dan usaha kecil",
            Self::LembagaInternasional => "Lembaga internasional",
            Self::Lain => "Lainnya",
        }
    }
}
