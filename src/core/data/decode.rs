//! Bytes to text: what Notepad and its relatives write.

/// Text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, with `\n` as the only line end and without a byte order mark.
    pub text: String,
    /// What the file was taken for, when that was a guess or cost characters.
    pub doubt: Option<Doubt>,
}

/// Why the text may not be what its author meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Not UTF-8, so read as windows-1252, the "ANSI" of Notepad.
    Ansi,
    /// UTF-16 with characters that are half or cut off.
    BrokenUtf16,
}

impl Doubt {
    /// What is the matter, for the author.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Ansi => "berkas ini bukan UTF-8, jadi dibaca sebagai ANSI (windows-1252)",
            Self::BrokenUtf16 => "sebagian huruf UTF-16 di berkas ini rusak atau terpotong",
        }
    }

    /// What the author can do.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Ansi => {
                "Buka di Notepad, pilih Simpan sebagai, lalu Pengodean: UTF-8 (\"Simpan sebagai UTF-8\")"
            }
            Self::BrokenUtf16 => {
                "Periksa hurufnya, lalu simpan lagi dengan \"Simpan sebagai UTF-8\""
            }
        }
    }
}

/// Reads UTF-8 with or without byte order mark, UTF-16 of both orders with a mark or told by its zero bytes, and
/// otherwise windows-1252. Never fails: a wrong guess shows as a doubt or as a mistake in what is read next.
pub fn decode(bytes: &[u8]) -> Decoded {
    let (text, doubt) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match zero_pattern(bytes) {
            Some(order) => utf16(bytes, order),
            None => utf8(bytes),
        },
    };
    Decoded {
        text: line_ends(text),
        doubt,
    }
}

fn utf8(bytes: &[u8]) -> (String, Option<Doubt>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(_) => (
            bytes.iter().map(|b| windows_1252(*b)).collect(),
            Some(Doubt::Ansi),
        ),
    }
}

fn utf16(bytes: &[u8], order: fn([u8; 2]) -> u16) -> (String, Option<Doubt>) {
    let pairs = bytes.chunks_exact(2);
    let mut broken = !pairs.remainder().is_empty();
    let units = pairs.filter_map(|pair| Some(order([*pair.first()?, *pair.get(1)?])));
    let text = char::decode_utf16(units)
        .map(|c| {
            c.unwrap_or_else(|_| {
                broken = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    (text, broken.then_some(Doubt::BrokenUtf16))
}

/// Latin text in UTF-16 has a zero in every second byte; the first few are enough to tell.
fn zero_pattern(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let head = bytes.get(..bytes.len().min(64) & !1)?;
    if head.len() < 4 {
        return None;
    }
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let pairs = head.len() / 2;
    match (zeros(0), zeros(1)) {
        (0, high) if high * 4 >= pairs * 3 => Some(u16::from_le_bytes),
        (high, 0) if high * 4 >= pairs * 3 => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// The bytes 80-9F of windows-1252; the five that it leaves free stay control characters, which cleaning removes.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    usize::from(byte)
        .checked_sub(0x80)
        .and_then(|at| UPPER.get(at))
        .copied()
        .unwrap_or(char::from(byte))
}

/// One kind of line end, so that line numbers are those of an editor.
fn line_ends(text: String) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_of_notepad_is_read() {
        let text = "{\"nama\": \"Perajin Ukir\"}\n";
        let le = utf16(text, u16::to_le_bytes);
        let be = utf16(text, u16::to_be_bytes);
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            [b"\xff\xfe", le.as_slice()].concat(),
            [b"\xfe\xff", be.as_slice()].concat(),
            le,
            be,
        ] {
            let decoded = decode(&bytes);
            assert_eq!(decoded.text, text, "{bytes:x?}");
            assert_eq!(decoded.doubt, None);
        }
        let ansi = decode(b"caf\xe9 \x93x\x94");
        assert_eq!(ansi.text, "café “x”");
        assert_eq!(ansi.doubt, Some(Doubt::Ansi));
        assert!(Doubt::Ansi.advice().contains("Simpan sebagai UTF-8"));
        assert_eq!(
            decode(b"\xff\xfea\0\0\xd8b").doubt,
            Some(Doubt::BrokenUtf16)
        );
    }

    #[test]
    fn line_ends_become_one_kind() {
        assert_eq!(decode(b"a\r\nb\rc\n").text, "a\nb\nc\n");
        assert_eq!(decode(b"").text, "");
    }
}
