//! Every word that people read, in Bahasa Indonesia. Help and footer take the labels of keys from `keys::bindings`.

use crate::core::catalog::Index;

/// The product's name.
pub const NAME: &str = "Jelajah Profesi";

// Tabs, long and for narrow screens.
/// Labels of the five tabs, in order.
pub const TABS: [&str; 5] = [
    "Profil",
    "Cocok/Tidak Cocok",
    "Ekspektasi vs Realita",
    "Jurusan",
    "Institusi",
];
/// Shorter ones, for the two-column screen.
pub const TABS_MEDIUM: [&str; 5] = [
    "Profil",
    "Cocok/Tidak",
    "Ekspektasi vs Realita",
    "Jurusan",
    "Institusi",
];
/// Shorter ones.
pub const TABS_SHORT: [&str; 5] = [
    "Profil",
    "Cocok/Tidak",
    "Ekspektasi",
    "Jurusan",
    "Institusi",
];
/// The shortest, for 40 columns.
pub const TABS_TINY: [&str; 5] = ["Profil", "Cocok", "Ekspek", "Jurus", "Instit"];

// Indexes.
/// Heading for professions.
pub const PROFESSIONS: &str = "Profesi";
/// Heading for sectors.
pub const SECTORS: &str = "Bidang";
/// Heading for majors.
pub const MAJORS: &str = "Jurusan";
/// Heading for institutions.
pub const INSTITUTIONS: &str = "Institusi";
/// Heading for school subjects.
pub const SUBJECTS: &str = "Mapel";

/// Names of the indexes for the title bar, in its order.
pub const INDEX_COUNTS: [(Index, &str); 5] = [
    (Index::Professions, PROFESSIONS),
    (Index::Sectors, SECTORS),
    (Index::Majors, MAJORS),
    (Index::Institutions, INSTITUTIONS),
    (Index::Subjects, SUBJECTS),
];

/// Where a line had to be cut.
pub const CUT: &str = "..";

// Search line and list.
/// Label of the search line, by index.
pub const SEARCH: [&str; 5] = ["Cari", "Bidang", "Jurusan", "Institusi", "Mapel"];
/// In the empty search line, by index.
pub const SEARCH_EMPTY: [&str; 5] = [
    "ketik nama pekerjaan",
    "ketik nama bidang",
    "ketik nama jurusan",
    "ketik nama tempat kerja",
    "ketik mata pelajaran",
];
/// Start screen: for somebody who does not know what to look for.
pub const START_HINT: &str = "Belum tahu? F3 acak, F2 bidang";
/// Nothing found.
pub const NOTHING_FOUND: &str = "Tidak ada yang cocok.";
/// Beside a name that is only near what was typed.
pub const PERHAPS: &str = "mungkin maksudmu";
/// Above near names where the answers are guesses.
pub const PERHAPS_YOU_MEAN: &str = "Mungkin maksudmu";
/// A filter needs a profession.
pub const NO_FILTER: &str = "Pilih dulu sebuah profesi untuk menyaring.";
/// What to try when nothing is found.
pub const NOTHING_HINT: &str = "Coba kata lain atau lebih pendek. Esc menghapus kata.";

// Page headings.
/// Traits that suit.
pub const SUITS: &str = "Cocok bila kamu";
/// Traits that may not.
pub const SUITS_NOT: &str = "Mungkin tidak cocok bila kamu";
/// What people say.
pub const EXPECTATION: &str = "Kata orang";
/// What happens.
pub const REALITY: &str = "Kenyataannya";
/// Heading of differences.
pub const DIFFERENCES: &str = "Bedanya dengan profesi mirip";
/// Heading of misconceptions.
pub const MISCONCEPTIONS: &str = "Yang sering keliru";
/// A wrong belief.
pub const BELIEF: &str = "Anggapan";
/// The truth.
pub const FACT: &str = "Faktanya";
/// Similar professions.
pub const SIMILAR: &str = "Profesi serupa";
/// Short facts about a profession.
pub const FACTS: &str = "Sekilas";
/// Behind the link to the sector.
pub const SECTOR_NOTE: &str = "bidang";
/// Usual education.
pub const EDUCATION: &str = "Pendidikan yang lazim";
/// Interest code.
pub const INTEREST: &str = "Minat yang mirip";
/// Occupation code.
pub const KBJI: &str = "Kode KBJI";
/// Aliases.
pub const OTHER_NAMES: &str = "Nama lain";
/// References.
pub const REFERENCES: &str = "Rujukan";
/// Above the majors.
pub const MAJORS_INTRO: &str = "Jurusan kuliah yang mendukung, yang paling langsung lebih dulu. Enter: profesi lain dari jurusan itu.";
/// Above the institutions.
pub const INSTITUTIONS_INTRO: &str = "Contoh tempat kerja. Enter: siapa lagi yang bekerja di sana.";
/// On a major's page.
pub const OPENED_BY_MAJOR: &str = "Profesi yang didukung jurusan ini";
/// On an institution's page.
pub const WORKS_THERE: &str = "Profesi yang bekerja di sini";
/// No profession names it.
pub const NO_PROFESSION: &str = "Belum ada profesi dalam katalog yang menyebutnya.";
/// Subjects of a major.
pub const SUPPORTING_SUBJECTS: &str = "Mata pelajaran pendukung";
/// Where the subjects come from.
pub const SUBJECTS_SOURCE: &str = "Sumber mata pelajaran: Kepmendikdasmen Nomor 102/M/2025, sebagai ancar-ancar; \
    syarat tiap kampus bisa berbeda.";
/// On a subject's page.
pub const SUBJECT_INTRO: &str = "Suka pelajaran ini? Jurusan berikut menyebutnya sebagai mata pelajaran pendukung. \
    Buka satu untuk melihat profesi yang terbuka dari sana.";

// Notices.
/// The window is below 40x10.
pub const TOO_SMALL: &str = "Jendela terlalu kecil. Perbesar dulu, minimal 40x10.";
/// Enter where no link is on screen.
pub const NO_LINK: &str = "Tidak ada tautan di bagian ini. Tab: bagian berikut.";
/// Alt+Left at the beginning.
pub const NO_BACK: &str = "Ini halaman pertama.";
/// Alt+Right at the end.
pub const NO_FORWARD: &str = "Tidak ada halaman di depan.";
/// The search line is full.
pub const QUERY_FULL: &str = "Kata pencarian sudah cukup panjang.";

// Kiosk.
/// At the foot of the invitation.
pub const PRESS_ANY_KEY: &str = "Tekan tombol apa saja";

/// In the last seconds before a kiosk is reset, in at most `width` cells where that is possible: the number has to show.
pub fn countdown(seconds: u64, width: usize) -> String {
    let long =
        format!("Masih di sana? Layar dikosongkan dalam {seconds} detik. Tekan tombol apa saja.");
    if long.len() <= width {
        long
    } else {
        format!("{seconds} detik lagi kosong. Tekan tombol.")
    }
}

// Help.
/// Title of the help page.
pub const HELP_TITLE: &str = "Bantuan";
/// Title of the page of data problems.
pub const PROBLEMS_TITLE: &str = "Masalah data";
/// Above the problems.
pub const PROBLEMS_INTRO: &str = "Data tambahan yang disebut dengan --data atau JELAJAH_DATA sudah dibaca. Yang di bawah \
    ini perlu diperbaiki; selebihnya sudah dipakai. Daftar lengkapnya: jelajah data periksa.";
/// In the title bar.
pub const HELP_KEY: &str = "F1 Bantuan";
/// Below the keys in the help.
pub const ABOUT: &[&str] = &[
    "Ketik saja untuk mencari: nama pekerjaan, singkatan, jurusan, atau tempat kerja.",
    "Tiap profesi, jurusan, institusi, bidang, dan mata pelajaran adalah tautan.",
    "Huruf minat (RIASEC) memuat informasi dari O*NET 30.x Database oleh USDOL/ETA, dipakai dengan lisensi CC BY 4.0 \
     dan diubah. O*NET adalah merek dagang USDOL/ETA. Huruf itu pembuka percakapan, bukan vonis.",
    "Mata pelajaran pendukung jurusan: Kepmendikdasmen Nomor 102/M/2025.",
];

/// How the search begins a reason that is another name.
pub const ALIAS_REASON: &str = "nama lain: ";

/// A reason as it stands beside a name in the list: the short of what the search says.
pub fn short_reason(reason: &str) -> String {
    for (long, short) in [
        ("nama lain: ", "= "),
        ("ejaan mirip nama lain: ", "mirip "),
        ("kata dalam ", ""),
        ("terkait dengan ", "terkait "),
    ] {
        if let Some(rest) = reason.strip_prefix(long) {
            return format!("{short}{rest}");
        }
    }
    reason.to_owned()
}

/// A filter that no value fits.
pub fn unknown_filter(key: &str, value: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("{key} \"{value}\" tidak ada; mungkin maksudmu {key}:{nearest}"),
        None => format!("{key} \"{value}\" tidak ada."),
    }
}

/// `1.240`: thousands by a full stop.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// While a user's data is read, from half a second on.
pub fn reading_data(files: usize, entries: usize) -> String {
    format!(
        "jelajah: membaca data tambahan: {} berkas, {} profesi ...",
        number(files),
        number(entries)
    )
}

/// At the start, when a user's data has problems.
pub fn data_problems(n: usize) -> String {
    format!("Ada {} masalah data. F4 melihatnya.", number(n))
}

/// A heading with a count: `Profesi (12)`.
pub fn counted(what: &str, n: usize) -> String {
    format!("{what} ({})", number(n))
}

/// The first part of a sector's name: `Energi dan Pertambangan` is `Energi`.
pub fn short_sector(name: &str) -> &str {
    let first = name.split(',').next().unwrap_or(name);
    first.split(" dan ").next().unwrap_or(first)
}

/// One line under a profession's name.
pub fn profession_subtitle(sector: &str, education: &str, riasec: &str) -> String {
    let mut parts = vec![sector.to_owned()];
    if !education.is_empty() {
        parts.push(format!("pendidikan: {education}"));
    }
    if !riasec.is_empty() {
        let letters: Vec<String> = riasec.chars().map(String::from).collect();
        parts.push(format!("minat {}", letters.join("-")));
    }
    parts.join(" · ")
}

/// One line under a major's name.
pub fn major_subtitle(cluster: &str, levels: &[&str]) -> String {
    let parts = [cluster.to_owned(), levels.join(", ")];
    let kept: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|p| !p.is_empty())
        .collect();
    if kept.is_empty() {
        "Jurusan".to_owned()
    } else {
        format!("Jurusan · {}", kept.join(" · "))
    }
}

/// Behind a link to a major.
pub fn major_note(levels: &[&str], professions: usize) -> String {
    let count = format!("{} profesi", number(professions));
    if levels.is_empty() {
        count
    } else {
        format!("{} · {count}", levels.join(", "))
    }
}

/// One line under an institution's name.
pub fn institution_subtitle(kind: &str, place: &str) -> String {
    if place.is_empty() {
        kind.to_owned()
    } else {
        format!("{kind} · {place}")
    }
}

/// Behind a link to an institution.
pub fn institution_note(place: &str, professions: usize) -> String {
    let others = professions.saturating_sub(1);
    match (place.is_empty(), others) {
        (true, 0) => String::new(),
        (false, 0) => place.to_owned(),
        (true, n) => format!("+{} profesi lain", number(n)),
        (false, n) => format!("{place} · +{} profesi lain", number(n)),
    }
}

/// One line under a sector's name.
pub fn sector_subtitle(professions: usize) -> String {
    format!("Bidang · {} profesi", number(professions))
}

/// One line under a school subject's name.
pub fn subject_subtitle(majors: usize) -> String {
    format!("Mata pelajaran · mendukung {} jurusan", number(majors))
}

/// `E-S-C: Wirausaha, Sosial, Konvensional`.
pub fn interest_words(riasec: &str) -> String {
    let words: Vec<&str> = riasec.chars().filter_map(interest_word).collect();
    let letters: Vec<String> = riasec.chars().map(String::from).collect();
    format!("{} ({})", letters.join("-"), words.join(", "))
}

/// The word for one letter of the interest code.
pub fn interest_word(letter: char) -> Option<&'static str> {
    Some(match letter {
        'R' => "Realistik: alat dan tangan",
        'I' => "Investigatif: meneliti",
        'A' => "Artistik: mencipta",
        'S' => "Sosial: menolong orang",
        'E' => "Enterprising: meyakinkan dan memimpin",
        'C' => "Konvensional: data dan ketertiban",
        _ => return None,
    })
}

/// `Ditinjau November 2026`, from `2026-11`.
pub fn reviewed(month: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    let named = month.split_once('-').and_then(|(year, m)| {
        let at = m.parse::<usize>().ok()?.checked_sub(1)?;
        Some(format!("Ditinjau {} {year}", MONTHS.get(at)?))
    });
    named.unwrap_or_else(|| format!("Ditinjau {month}"))
}

/// Below the list: how many of how many.
pub fn list_status(shown: usize, all: usize) -> String {
    if shown == all {
        number(all)
    } else {
        format!("{} dari {}", number(shown), number(all))
    }
}

/// Below the page: which lines of how many.
pub fn page_status(first: usize, last: usize, all: usize) -> String {
    format!("baris {first}-{last} dari {all}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_months_read_as_in_indonesia() {
        assert_eq!(number(1_240), "1.240");
        assert_eq!(number(867), "867");
        assert_eq!(number(1_000_000), "1.000.000");
        assert_eq!(reviewed("2026-11"), "Ditinjau November 2026");
        assert_eq!(reviewed("entah"), "Ditinjau entah");
    }
}
