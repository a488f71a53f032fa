//! Plain text: paragraphs, list items, and what a paragraph is about, told by its wording.

use crate::core::clean::clean;

/// The paragraphs of a section. Lines of a paragraph that was broken to a width are put together again; where there are
/// no blank lines, each line that ends a sentence ends its paragraph.
pub(super) fn paragraphs(lines: &[&str]) -> Vec<String> {
    let blocks: Vec<&[&str]> = lines
        .split(|l| l.trim().is_empty())
        .filter(|b| !b.is_empty())
        .collect();
    let spaced = blocks.len() > 1;
    let mut out = Vec::new();
    for block in blocks {
        let broken = block
            .iter()
            .take(block.len().saturating_sub(1))
            .any(|l| !ends_sentence(l) && l.chars().count() < 160);
        let mut current = String::new();
        for line in block {
            let (line, bullet) = item(line);
            let line = clean(line).trim().to_owned();
            if line.is_empty() {
                continue;
            }
            let joins = !current.is_empty()
                && !bullet
                && ((broken && spaced) || !ends_sentence(&current))
                && current.chars().count() < 4_000
                && !is_label(&line)
                && !(line.ends_with(':') && line.chars().count() < 60);
            if joins {
                current.push(' ');
            } else if !current.is_empty() {
                out.push(std::mem::take(&mut current));
            }
            current.push_str(&line);
        }
        if !current.is_empty() {
            out.push(current);
        }
    }
    out
}

/// The items of a list: one a line, with or without bullet or number; one line with semicolons is a list too.
pub(super) fn items(lines: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = lines
        .iter()
        .map(|l| {
            clean(item(l).0)
                .trim()
                .trim_end_matches([';', ','])
                .to_owned()
        })
        .filter(|l| !l.is_empty())
        .collect();
    if let [only] = all.as_slice() {
        let separator = [';', ',']
            .into_iter()
            .find(|s| only.matches(*s).count() >= 2);
        if let Some(separator) = separator {
            let parts = only
                .split(separator)
                .map(|p| p.trim().trim_end_matches('.').to_owned());
            all = parts.filter(|p| !p.is_empty()).collect();
        }
    }
    all
}

/// The text of a line without its bullet or number, and whether it had one.
pub(super) fn item(line: &str) -> (&str, bool) {
    let line = line.trim();
    for bullet in ["- ", "* ", "+ ", "• ", "· ", "– ", "— ", "•", "·"] {
        if let Some(rest) = line.strip_prefix(bullet) {
            return (rest.trim_start(), true);
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits)
        && let Some(rest) = line.get(digits..)
        && let Some(rest) = rest.strip_prefix(['.', ')'])
        && rest.starts_with([' ', '\t'])
    {
        return (rest.trim_start(), true);
    }
    (line, false)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end()
        .trim_end_matches(['"', '”', '’', '\'', ')', '»'])
        .ends_with(['.', '!', '?', ':', ';', '…'])
}

fn is_label(line: &str) -> bool {
    label(line).is_some()
}

/// `Ekspektasi: …`, `Realita: …` and the like, as the label in lower case and the rest.
pub(super) fn label(line: &str) -> Option<(String, &str)> {
    let (head, rest) = line.split_once(':')?;
    let head = head.trim().to_lowercase();
    (!head.is_empty() && LABELS.iter().flat_map(|l| l.1).any(|l| *l == head))
        .then(|| (head, rest.trim()))
}

/// Where a paragraph of the third section belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Expectation,
    Reality,
    Difference,
    Misconception,
}

const LABELS: [(About, &[&str]); 4] = [
    (About::Expectation, &["ekspektasi", "harapan", "kata orang"]),
    (
        About::Reality,
        &[
            "realita",
            "realitas",
            "kenyataan",
            "kenyataannya",
            "fakta",
            "faktanya",
        ],
    ),
    (About::Difference, &["perbedaan", "bedanya", "beda"]),
    (
        About::Misconception,
        &["miskonsepsi", "anggapan", "mitos", "salah paham"],
    ),
];

const WORDS: [(About, &[&str]); 3] = [
    (
        About::Expectation,
        &[
            "ekspektasi",
            "dibayangkan",
            "membayangkan",
            "bayangan",
            "diharapkan orang",
            "orang mengira",
            "dikira",
        ],
    ),
    (
        About::Difference,
        &[
            "perbedaan",
            "bedanya",
            "berbeda",
            "beda dengan",
            "beda antara",
            "dibandingkan dengan",
            "membedakan",
        ],
    ),
    (
        About::Misconception,
        &[
            "miskonsepsi",
            "salah paham",
            "kesalahpahaman",
            "anggapan",
            "mitos",
            "keliru",
            "salah kaprah",
        ],
    ),
];

/// What a paragraph is about, by the first word that tells; nothing where none does.
pub(super) fn about(paragraph: &str) -> Option<About> {
    if let Some((head, _)) = label(paragraph) {
        return LABELS
            .iter()
            .find(|l| l.1.contains(&head.as_str()))
            .map(|l| l.0);
    }
    if reality_at(paragraph) == Some(0) {
        return Some(About::Reality);
    }
    let lower = paragraph.to_lowercase();
    WORDS
        .iter()
        .filter_map(|(about, words)| {
            let first = words.iter().filter_map(|w| word_at(&lower, w)).min()?;
            Some((first, *about))
        })
        .min_by_key(|(at, _)| *at)
        .map(|(_, about)| about)
}

/// The position of a word or phrase that begins at the beginning of a word.
fn word_at(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        !text
            .get(..*at)
            .is_some_and(|t| t.ends_with(char::is_alphanumeric))
    })
}

/// Words with which the fact begins, after what people believe.
const TURNS: [&str; 15] = [
    "padahal",
    "realitanya",
    "realitasnya",
    "kenyataannya",
    "pada kenyataannya",
    "faktanya",
    "nyatanya",
    "sebenarnya",
    "sesungguhnya",
    "sejatinya",
    "namun",
    "akan tetapi",
    "tetapi",
    "di lapangan",
    "dalam kenyataan",
];

/// Where the sentence begins that tells the fact.
fn reality_at(paragraph: &str) -> Option<usize> {
    let starts =
        std::iter::once(0).chain(paragraph.match_indices(['.', '!', '?', ';']).filter_map(
            |(at, mark)| {
                let rest = paragraph.get(at + mark.len()..)?;
                let text = rest.trim_start_matches(['"', '”', '’', ')']).trim_start();
                // `S.Pd` is no end of a sentence.
                (text.len() < rest.len()).then(|| paragraph.len() - text.len())
            },
        ));
    starts.into_iter().find(|at| {
        let rest = paragraph.get(*at..).unwrap_or_default();
        let head: String = rest.chars().take(24).collect::<String>().to_lowercase();
        TURNS.iter().any(|turn| {
            head.strip_prefix(turn)
                .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        })
    })
}

/// The paragraph in two: what people say, and the fact. The second half is empty where no word marks it.
pub(super) fn halves(paragraph: &str) -> (String, String) {
    let text = label(paragraph).map_or(paragraph, |(_, rest)| rest);
    match reality_at(text) {
        Some(at) if at > 0 => {
            let (belief, fact) = text.split_at_checked(at).unwrap_or((text, ""));
            (belief.trim().to_owned(), fact.trim().to_owned())
        }
        _ => (text.to_owned(), String::new()),
    }
}

/// Whom a paragraph of the second section speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Suits,
    SuitsNot,
}

/// Told by the wording; nothing where it says both or neither.
pub(super) fn fit(paragraph: &str) -> Option<Fit> {
    const NOT: [&str; 12] = [
        "tidak cocok",
        "kurang cocok",
        "tak cocok",
        "belum cocok",
        "tidak sesuai",
        "kurang sesuai",
        "bukan untuk kamu",
        "bukan untukmu",
        "sebaiknya tidak",
        "bukan pilihan yang tepat",
        "kurang tepat",
        "sulit bertahan",
    ];
    const YES: [&str; 9] = [
        "cocok",
        "sesuai",
        "ideal",
        "tepat untuk",
        "pas untuk",
        "untuk kamu yang",
        "dibutuhkan orang",
        "orang yang",
        "membutuhkan orang",
    ];
    let lower = paragraph.to_lowercase();
    let negative = NOT.iter().any(|w| lower.contains(w));
    // What is left without the negative phrases must not say the opposite.
    let rest = NOT.iter().fold(lower, |text, w| text.replace(w, " "));
    let strong = rest.contains("cocok");
    let positive = YES.iter().any(|w| rest.contains(w));
    match (negative, strong, positive) {
        (true, false, _) => Some(Fit::SuitsNot),
        (false, _, true) => Some(Fit::Suits),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_lines_are_put_together() {
        let wrapped = ["Perajin memahat", "kayu jati. Ia", "teliti.", "", "Kedua."];
        assert_eq!(
            paragraphs(&wrapped),
            ["Perajin memahat kayu jati. Ia teliti.", "Kedua."]
        );
        let tight = ["Satu kalimat.", "Dua kalimat.", "Tiga", "kalimat."];
        assert_eq!(
            paragraphs(&tight),
            ["Satu kalimat.", "Dua kalimat.", "Tiga kalimat."]
        );
    }

    #[test]
    fn wording_tells_what_a_paragraph_is_about() {
        for (text, expected) in [
            (
                "Banyak yang membayangkan kerja santai.",
                Some(About::Expectation),
            ),
            (
                "Perbedaan dengan tukang kayu ada di alatnya.",
                Some(About::Difference),
            ),
            (
                "Ada mitos bahwa ukir hanya hobi.",
                Some(About::Misconception),
            ),
            ("Padahal pesanan datang bertubi-tubi.", Some(About::Reality)),
            ("Realita: pesanan menumpuk.", Some(About::Reality)),
            ("Pahat diasah tiap pagi.", None),
        ] {
            assert_eq!(about(text), expected, "{text}");
        }
        assert_eq!(
            halves("Orang mengira mudah, kata S.Pd itu. Namun, nyatanya sulit."),
            (
                "Orang mengira mudah, kata S.Pd itu.".into(),
                "Namun, nyatanya sulit.".into()
            )
        );
    }

    #[test]
    fn fit_is_told_apart_or_left_open() {
        assert_eq!(fit("Orang yang teliti cocok di sini."), Some(Fit::Suits));
        assert_eq!(
            fit("Bila cepat bosan, kamu mungkin kurang cocok."),
            Some(Fit::SuitsNot)
        );
        assert_eq!(
            fit("Cocok bagi yang sabar, tidak cocok bagi yang buru-buru."),
            None
        );
        assert_eq!(fit("Pahat itu tajam."), None);
    }

    #[test]
    fn lists_come_with_any_bullet() {
        assert_eq!(
            items(&["- Kriya", "2. Seni Rupa", "", "• Desain;"]),
            ["Kriya", "Seni Rupa", "Desain"]
        );
        assert_eq!(
            items(&["Kriya; Seni Rupa; Desain."]),
            ["Kriya", "Seni Rupa", "Desain"]
        );
        assert_eq!(items(&["3M Indonesia"]), ["3M Indonesia"]);
    }
}
