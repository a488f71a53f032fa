//! The one table of keys.

use super::key::{Code, Key};
use crate::app::{Action, App, Focus};
use crate::core::search::FilterKind;

/// Where a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Everywhere.
    Always,
    /// Keys go to the list.
    List,
    /// Keys go to the list and nothing is typed.
    EmptyQuery,
    /// Keys go to the list and something is typed.
    Typed,
    /// Keys go to the page.
    Page,
    /// No overlay is open.
    Browse,
    /// Not in a kiosk.
    NoKiosk,
    /// In a kiosk.
    Kiosk,
    /// An overlay is open.
    Overlay,
    /// The user's data has problems.
    DataProblems,
}

impl When {
    /// Whether it holds now.
    pub fn holds(self, app: &App) -> bool {
        let overlay = app.overlay().is_some();
        let list = !overlay && app.place().focus == Focus::List;
        match self {
            Self::Always => true,
            Self::List => list,
            Self::EmptyQuery => list && app.place().query.is_empty(),
            Self::Typed => list && !app.place().query.is_empty(),
            Self::Page => !overlay && !list,
            Self::Browse => !overlay,
            Self::NoKiosk => app.kiosk().is_none(),
            Self::Kiosk => app.kiosk().is_some(),
            Self::Overlay => overlay,
            Self::DataProblems => app.has_problems(),
        }
    }
}

/// Under which heading the help shows a binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the labels say it")]
pub enum Group {
    Search,
    Read,
    Move,
    Other,
}

impl Group {
    /// All, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Search, Self::Read, Self::Move, Self::Other];

    /// The heading.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Search => "Mencari dan memilih",
            Self::Read => "Membaca profil",
            Self::Move => "Berpindah halaman",
            Self::Other => "Lainnya",
        }
    }
}

/// What some keys do somewhere.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys; the first one is shown in the footer.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// Where.
    pub when: When,
    /// Heading in the help.
    pub group: Group,
    /// Sentence in the help; empty for a row that only repeats another one elsewhere.
    pub help: &'static str,
    /// Word in the footer; empty where it is not shown there.
    pub hint: &'static str,
    /// Footer order: lower stays longer when room is short.
    pub priority: u8,
}

const fn row(
    keys: &'static [Key],
    action: Action,
    when: When,
    group: Group,
    help: &'static str,
    hint: &'static str,
    priority: u8,
) -> Binding {
    Binding {
        keys,
        action,
        when,
        group,
        help,
        hint,
        priority,
    }
}

const fn one(code: Code) -> Key {
    Key::plain(code)
}

/// All bindings. A character that is bound nowhere is typed into the search line.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row(&[one(Code::Enter)], Action::Open, When::List, Group::Search, "membuka profesi yang dipilih", "buka", 2),
    row(&[one(Code::Right)], Action::Open, When::List, Group::Search, "", "", 9),
    row(&[one(Code::Up)], Action::Up, When::Always, Group::Search, "naik satu baris, atau tautan sebelumnya", "", 9),
    row(&[one(Code::Down)], Action::Down, When::Always, Group::Search, "turun satu baris, atau tautan berikutnya", "", 9),
    row(&[one(Code::PageUp)], Action::PageUp, When::Always, Group::Search, "naik satu layar", "", 9),
    row(&[one(Code::PageDown)], Action::PageDown, When::Always, Group::Search, "turun satu layar", "", 9),
    row(&[one(Code::Char(' '))], Action::PageDown, When::Page, Group::Search, "", "", 9),
    row(&[one(Code::Home)], Action::First, When::Always, Group::Search, "ke awal", "", 9),
    row(&[one(Code::End)], Action::Last, When::Always, Group::Search, "ke akhir", "", 9),
    row(&[one(Code::Backspace)], Action::DeleteCharacter, When::List, Group::Search, "menghapus satu huruf", "", 9),
    row(&[Key::ctrl('w')], Action::DeleteWord, When::List, Group::Search, "menghapus satu kata", "", 9),
    row(&[Key::ctrl('u')], Action::ClearQuery, When::List, Group::Search, "mengosongkan kata pencarian", "", 9),
    row(&[one(Code::Esc)], Action::Escape, When::Typed, Group::Move, "", "hapus kata", 3),
    row(&[one(Code::Tab)], Action::NextTab, When::Always, Group::Read, "bagian berikutnya dari profil", "bagian berikut", 1),
    row(&[Key::shift(Code::Tab)], Action::PreviousTab, When::Always, Group::Read, "bagian sebelumnya", "", 9),
    row(&[one(Code::Enter)], Action::Open, When::Page, Group::Read, "mengikuti tautan yang ditandai", "ikuti tautan", 2),
    row(&[one(Code::Right)], Action::Open, When::Page, Group::Read, "", "", 9),
    row(&[one(Code::Left)], Action::Out, When::Page, Group::Move, "mundur satu langkah, sampai ke daftar", "mundur", 3),
    row(&[one(Code::Esc)], Action::Escape, When::EmptyQuery, Group::Move, "menutup, mengosongkan, atau mundur", "", 9),
    row(&[one(Code::Esc)], Action::Escape, When::Page, Group::Move, "", "", 9),
    row(&[Key::alt(Code::Left)], Action::Back, When::Always, Group::Move, "halaman sebelumnya, seperti peramban web", "", 9),
    row(&[one(Code::Backspace)], Action::Back, When::Page, Group::Move, "", "", 9),
    row(&[Key::alt(Code::Right)], Action::Forward, When::Always, Group::Move, "halaman di depannya", "", 9),
    row(&[one(Code::F(2))], Action::NextIndex, When::Always, Group::Move, "daftar bidang, jurusan, institusi, mapel, lalu profesi lagi", "bidang/jurusan/institusi", 5),
    row(&[one(Code::F(3))], Action::Random, When::Always, Group::Move, "profesi acak dari bidang lain", "acak", 4),
    row(&[one(Code::F(5))], Action::FilterBy(FilterKind::Sector), When::Browse, Group::Search, "menyaring: hanya bidang yang sama", "", 9),
    row(&[one(Code::F(6))], Action::FilterBy(FilterKind::Major), When::Browse, Group::Search, "menyaring: hanya jurusan terkuatnya", "", 9),
    row(&[one(Code::F(7))], Action::FilterBy(FilterKind::Education), When::Browse, Group::Search, "menyaring: hanya pendidikan yang sama", "", 9),
    row(&[one(Code::F(8))], Action::FilterBy(FilterKind::Interest), When::Browse, Group::Search, "menyaring: hanya huruf minat yang sama", "", 9),
    row(&[one(Code::F(1))], Action::Help, When::Always, Group::Other, "bantuan ini", "bantuan", 6),
    row(&[one(Code::Char('?'))], Action::Help, When::EmptyQuery, Group::Other, "", "", 9),
    row(&[one(Code::Char('?'))], Action::Help, When::Page, Group::Other, "", "", 9),
    row(&[one(Code::Char('?'))], Action::Help, When::Overlay, Group::Other, "", "", 9),
    row(&[one(Code::F(4))], Action::Problems, When::DataProblems, Group::Other, "masalah pada data tambahan, bila ada", "masalah data", 6),
    row(&[Key::ctrl('q'), Key::ctrl('c')], Action::Quit, When::NoKiosk, Group::Other, "keluar dari program (bukan di kios)", "keluar", 7),
    row(&[one(Code::F(10))], Action::EndSession, When::Kiosk, Group::Other, "selesai: mengosongkan layar (hanya di kios)", "selesai", 2),
    row(&[one(Code::Esc)], Action::Escape, When::Overlay, Group::Other, "", "tutup", 0),
    row(&[one(Code::Enter)], Action::Open, When::Overlay, Group::Other, "", "", 9),
    row(&[one(Code::Left)], Action::Out, When::Overlay, Group::Other, "", "", 9),
    row(&[one(Code::Backspace)], Action::Back, When::Overlay, Group::Other, "", "", 9),
    row(&[one(Code::Char(' '))], Action::PageDown, When::Overlay, Group::Other, "", "", 9),
];
