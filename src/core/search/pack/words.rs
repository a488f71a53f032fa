//! Words that carry no search meaning of their own, in the texts and in what people type.

/// Function words: not indexed in running text, not searched for.
/// Sorted, for binary search.
#[rustfmt::skip]
const FUNCTION: &[&str] = &[
    "ada", "adalah", "agar", "akan", "aku", "anda", "antara", "apa", "apakah", "atau", "bagaimana",
    "bagi", "bahkan", "bahwa", "banyak", "baru", "beberapa", "belum", "bila", "bisa", "bukan",
    "cuma", "dalam", "dan", "dapat", "dari", "daripada", "dengan", "di", "dia", "dulu", "hal",
    "hanya", "harus", "hingga", "ia", "ini", "itu", "jadi", "jika", "juga", "kalau", "kamu",
    "karena", "ke", "kepada", "ketika", "kita", "lagi", "lain", "lalu", "lebih", "maka", "mana",
    "masih", "maupun", "menjadi", "mereka", "nya", "oleh", "pada", "paling", "para", "per",
    "pernah", "saat", "saja", "sama", "sambil", "sampai", "sangat", "saya", "sebab", "sebagai",
    "sebelum", "sebuah", "secara", "sedang", "sehingga", "sejak", "selalu", "selama", "semua",
    "seorang", "seperti", "sering", "serta", "sesudah", "setelah", "setiap", "si", "sudah",
    "supaya", "tapi", "telah", "tempat", "tentang", "tentu", "tetap", "tetapi", "tiap", "tidak",
    "untuk", "yaitu", "yang",
];

/// Words around a question that say nothing about the profession looked for. Sorted.
#[rustfmt::skip]
const FILLER: &[&str] = &[
    "and", "as", "at", "bagus", "banget", "bekerja", "biar", "buat", "cara", "cari", "cita",
    "cocok", "dgn", "dong", "dr", "enak", "for", "gimana", "gua", "gue", "gw", "in", "ingin",
    "ingn", "is", "jd", "job", "jobs", "karier", "karir", "kayak", "kerja", "kerjaan", "kerjanya",
    "kl", "klo", "kok", "krn", "lowongan", "mau", "mo", "nih", "of", "on", "org", "pd", "pekerjaan",
    "pengen", "pengin", "pingin", "profesi", "prospek", "sbg", "sih", "spt", "tempatnya",
    "tersebut", "the", "tiap", "to", "tuh", "tukangnya", "utk", "ya", "yg", "yuk",
];

/// Ways to speak of or to people: they say little beside another word. Sorted.
#[rustfmt::skip]
const PERSON: &[&str] = &[
    "abang", "bang", "bapak", "bu", "cewek", "cowok", "emak", "ibu", "kang", "mang", "mas", "mbak",
    "om", "orang", "pak", "tante", "tukang",
];

/// Whether the folded word only says that a person is meant (`tukang`, `mbak`).
#[must_use]
pub fn is_person_word(word: &str) -> bool {
    PERSON.binary_search(&word).is_ok()
}

/// Whether the folded word is a function word.
#[must_use]
pub fn is_function_word(word: &str) -> bool {
    FUNCTION.binary_search(&word).is_ok()
}

/// Whether the folded word says nothing when somebody types it into a search box.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    is_function_word(word) || FILLER.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{FILLER, FUNCTION, PERSON};

    #[test]
    fn lists_are_sorted() {
        assert!(FUNCTION.is_sorted());
        assert!(FILLER.is_sorted());
        assert!(PERSON.is_sorted());
    }
}
