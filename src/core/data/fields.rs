//! What may stand in an entry: one table for the parser, the editorial check and the words of the schema.
//!
//! The schema takes keys and types from `record.rs`; a test holds this table against it.

/// The form of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One text.
    Text,
    /// A list of texts.
    Texts,
    /// A list of objects with these keys, each a text.
    Objects(&'static [Part]),
}

/// A key of the objects in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The key.
    pub key: &'static str,
    /// Fewest and most words that the editorial rules want; nought and nought where they say nothing.
    pub words: (usize, usize),
    /// What to write there.
    pub about: &'static str,
}

/// A field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Its form.
    pub form: Form,
    /// Whether an entry without it cannot be used.
    pub required: bool,
    /// Longest text in characters; more is cut.
    pub longest: usize,
    /// Fewest and most items that the editorial rules want.
    pub count: (usize, usize),
    /// Fewest and most words of each text.
    pub words: (usize, usize),
    /// What to write there.
    pub about: &'static str,
}

/// Most items of one list; more are left out.
pub const MOST_ITEMS: usize = 200;
/// Longest id.
pub const LONGEST_ID: usize = 64;
/// Usual minimum educations.
pub const EDUCATIONS: [&str; 6] = ["SMA/SMK", "D1-D3", "D4/S1", "Profesi", "S2", "S3"];

const NONE: (usize, usize) = (0, 0);
const NAME: usize = 160;
const PARAGRAPH: usize = 4_000;

const fn text(key: &'static str, required: bool, longest: usize, about: &'static str) -> Field {
    Field {
        key,
        form: Form::Text,
        required,
        longest,
        count: NONE,
        words: NONE,
        about,
    }
}

const fn texts(
    key: &'static str,
    longest: usize,
    count: (usize, usize),
    words: (usize, usize),
    about: &'static str,
) -> Field {
    Field {
        key,
        form: Form::Texts,
        required: false,
        longest,
        count,
        words,
        about,
    }
}

const fn objects(
    key: &'static str,
    parts: &'static [Part],
    count: (usize, usize),
    about: &'static str,
) -> Field {
    Field {
        key,
        form: Form::Objects(parts),
        required: false,
        longest: PARAGRAPH,
        count,
        words: NONE,
        about,
    }
}

const fn part(key: &'static str, words: (usize, usize), about: &'static str) -> Part {
    Part { key, words, about }
}

/// All fields, in the order of the data. Figures as in the editorial rules, with a little slack.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    text("id", true, LONGEST_ID, "Kunci tetap: huruf kecil, angka, dan tanda hubung, paling panjang 64. Id yang sudah ada di katalog menggantikan entri itu."),
    text("nama", true, NAME, "Nama profesi seperti yang tampil di layar."),
    texts("alias", NAME, NONE, NONE, "Nama lain yang mungkin diketik orang."),
    text("bidang", true, LONGEST_ID, "Kunci bidang; daftarnya: jelajah daftar bidang."),
    text("kbji", false, 8, "Kode golongan KBJI/ISCO-08, dua sampai empat angka."),
    text("riasec", false, 3, "Satu sampai tiga huruf minat dari R, I, A, S, E, C, yang terkuat lebih dulu."),
    text("pendidikan", false, 40, "Pendidikan terendah yang lazim: SMA/SMK, D1-D3, D4/S1, Profesi, S2, atau S3."),
    texts("profil", PARAGRAPH, (3, 3), (38, 72), "Tiga paragraf: guna pekerjaan ini, tugas sehari-hari, lalu tempat, waktu, dan cara masuknya."),
    texts("cocok", PARAGRAPH, (4, 6), (5, 20), "Kebiasaan yang cocok; tiap butir melanjutkan kalimat \"Cocok bila kamu ...\"."),
    texts("tidak_cocok", PARAGRAPH, (4, 6), (5, 20), "Alasan jujur mengapa mungkin tidak cocok; tiap butir melanjutkan \"Mungkin tidak cocok bila kamu ...\"."),
    objects("ekspektasi_realita", &[
        part("ekspektasi", (5, 28), "Kata orang, film, atau media sosial."),
        part("realita", (8, 40), "Yang sebenarnya terjadi."),
    ], (3, 6), "Kata orang dan kenyataannya, berpasangan."),
    objects("perbedaan", &[
        part("profesi", NONE, "Id profesi lain yang mirip; boleh kosong bila tidak ada di katalog."),
        part("uraian", (18, 50), "Bedanya dalam tugas, wewenang, atau tempat kerja."),
    ], (1, 2), "Bedanya dengan profesi yang mirip."),
    objects("miskonsepsi", &[
        part("anggapan", (4, 25), "Anggapan yang keliru."),
        part("realita", (8, 40), "Faktanya."),
    ], (1, 2), "Yang sering keliru dan faktanya."),
    texts("jurusan", NAME, (3, 10), NONE, "Jurusan kuliah yang mendukung, yang paling langsung lebih dulu. Nama baru menjadi tautan baru."),
    texts("institusi", NAME, (6, 10), NONE, "Contoh tempat kerja. Nama baru menjadi tautan baru."),
    texts("mirip", LONGEST_ID, (2, 5), NONE, "Id profesi yang serupa."),
    text("ditinjau", false, 20, "Tahun dan bulan peninjauan terakhir, misalnya 2026-11."),
    texts("rujukan", 400, NONE, NONE, "Peraturan, laman resmi, atau laporan yang mendasari isinya."),
];

/// A field by its key.
pub fn field(key: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|f| f.key == key)
}

/// Whether this can be the id of an entry.
pub fn is_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
