//! Sentences for people, when something does not work.

use crate::core::clean::clean_to;
use crate::shell::Refusal;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::io;

/// A piece of somebody's input, made safe for the terminal and short.
pub(super) fn quoted(text: &str) -> String {
    clean_to(text, 80)
}

pub(super) fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoTerminal => {
            "penjelajah ini memerlukan terminal. Tanpa terminal, pakai \"jelajah cari KATA\" atau \"jelajah tampil ID\"."
        }
        Refusal::DumbTerminal => {
            "terminal ini (TERM) tidak bisa menampilkan layar penuh. Pakai \"jelajah cari KATA\" atau \"jelajah tampil ID\"."
        }
    }
}

pub(super) fn terminal(error: &io::Error) -> String {
    format!(
        "terminal tidak bisa dipakai ({error}). Coba \"jelajah cari KATA\" atau \"jelajah tampil ID\"."
    )
}

pub(super) fn output(error: &io::Error) -> String {
    format!("hasil tidak bisa ditulis: {}.", system(error))
}

/// What the system complains of, in a few words.
pub(super) fn system(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::BrokenPipe => "penerimanya sudah menutup".to_owned(),
        io::ErrorKind::StorageFull => "tempatnya penuh".to_owned(),
        io::ErrorKind::PermissionDenied => "tidak ada izin".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "tempatnya hanya bisa dibaca".to_owned(),
        io::ErrorKind::NotFound => "tempatnya tidak ada".to_owned(),
        io::ErrorKind::IsADirectory => "itu sebuah map".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "ada berkas lain dengan nama itu".to_owned()
        }
        _ => clean_to(&error.to_string(), 200),
    }
}

/// What is wrong with the command line, in one sentence.
pub(super) fn usage(error: &clap::Error) -> String {
    let get = |kind| error.get(kind).map(words).unwrap_or_default();
    let sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "perintah \"{}\" tidak dikenal{}",
                get(ContextKind::InvalidSubcommand),
                suggestion(error, ContextKind::SuggestedSubcommand)
            )
        }
        ErrorKind::UnknownArgument => {
            format!(
                "\"{}\" tidak dikenal{}",
                get(ContextKind::InvalidArg),
                suggestion(error, ContextKind::SuggestedArg)
            )
        }
        ErrorKind::InvalidValue if get(ContextKind::InvalidValue).is_empty() => {
            format!(
                "{} memerlukan isi{}",
                get(ContextKind::InvalidArg),
                choices(error)
            )
        }
        ErrorKind::InvalidValue => format!(
            "\"{}\" tidak bisa dipakai untuk {}{}",
            get(ContextKind::InvalidValue),
            get(ContextKind::InvalidArg),
            choices(error)
        ),
        ErrorKind::ValueValidation => format!(
            "\"{}\" tidak bisa dipakai untuk {}: isinya bilangan bulat dalam batasnya",
            get(ContextKind::InvalidValue),
            get(ContextKind::InvalidArg)
        ),
        ErrorKind::MissingRequiredArgument => {
            format!("{} belum disebut", get(ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "perintahnya belum lengkap".to_owned()
        }
        ErrorKind::ArgumentConflict => format!(
            "{} tidak bisa dipakai dua kali",
            get(ContextKind::InvalidArg)
        ),
        ErrorKind::InvalidUtf8 => "ada huruf yang tidak terbaca (bukan UTF-8)".to_owned(),
        _ => "perintah ini tidak dipahami".to_owned(),
    };
    format!("{sentence}. Lihat \"jelajah --help\".")
}

fn suggestion(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind).map(words) {
        Some(name) if !name.is_empty() => format!("; mungkin maksudmu \"{name}\""),
        _ => String::new(),
    }
}

fn choices(error: &clap::Error) -> String {
    match error.get(ContextKind::ValidValue).map(words) {
        Some(names) if !names.is_empty() => format!(" (pilihannya: {names})"),
        _ => String::new(),
    }
}

fn words(value: &ContextValue) -> String {
    let text = match value {
        ContextValue::String(s) => s.clone(),
        ContextValue::Strings(list) => list.join(", "),
        ContextValue::Number(n) => n.to_string(),
        _ => String::new(),
    };
    clean_to(&text, 200)
}
