//! What can be typed after `jelajah`.

use super::{Failure, messages};
use crate::view::Palette;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const TEMPLATE: &str = "{about}\n\nPemakaian: {usage}\n\n{all-args}{after-help}\n";

/// Jelajah Profesi: penjelajah profesi untuk pelajar, tanpa jaringan
#[derive(Debug, Default, Parser)]
#[command(name = "jelajah", version, disable_help_subcommand = true, help_template = TEMPLATE)]
#[command(subcommand_help_heading = "Perintah", next_help_heading = "Pilihan")]
#[command(override_usage = "jelajah [PILIHAN] [PERINTAH]")]
#[command(
    after_help = "Tanpa perintah, penjelajah layar penuh terbuka. Di dalamnya F1 membuka bantuan."
)]
pub(super) struct Args {
    /// Warna: "warna", "kontras" (latar gelap, sangat terang), atau "mono" (tanpa warna)
    #[arg(long = "tema", value_name = "TEMA", hide_possible_values = true)]
    pub theme: Option<Theme>,
    /// Hanya huruf dan garis ASCII
    #[arg(long)]
    pub ascii: bool,
    /// Terima klik dan roda tetikus
    #[arg(long = "tetikus")]
    pub mouse: bool,
    /// Kios: tanpa jalan keluar lewat tombol, dikosongkan sendiri saat ditinggal
    #[arg(long)]
    pub kiosk: bool,
    /// Kios dikosongkan setelah sekian detik tanpa tombol (5-86400)
    #[arg(long = "diam", value_name = "DETIK", default_value_t = 120, hide_default_value = true, value_parser = clap::value_parser!(u64).range(5..=86400))]
    pub idle: u64,
    /// Data profesi tambahan: berkas .json atau map; boleh berkali-kali, yang belakangan menang
    #[arg(long = "data", value_name = "PATH")]
    pub data: Vec<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Cari(Cari),
    Tampil(Tampil),
    Daftar(Daftar),
    /// Periksa, impor, dan bantu menulis data profesi tambahan
    #[command(subcommand, help_template = TEMPLATE, subcommand_help_heading = "Perintah", override_usage = "jelajah data PERINTAH")]
    Data(Data),
}

#[derive(Debug, Subcommand)]
pub(super) enum Data {
    /// Periksa berkas atau map data, tanpa mengubah apa pun
    #[command(help_template = TEMPLATE, next_help_heading = "Pilihan", override_usage = "jelajah data periksa PATH...")]
    Periksa {
        /// Berkas .json, atau map yang berisi berkas .json
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Ubah halaman teks biasa menjadi berkas data
    #[command(help_template = TEMPLATE, next_help_heading = "Pilihan", override_usage = "jelajah data impor BERKAS... [--ke MAP] [--timpa]")]
    Impor {
        /// Halaman teks: judul, lalu lima bagian
        #[arg(value_name = "BERKAS", required = true)]
        files: Vec<PathBuf>,
        /// Map untuk hasilnya; biasanya map ini
        #[arg(
            long = "ke",
            value_name = "MAP",
            default_value = ".",
            hide_default_value = true
        )]
        folder: PathBuf,
        /// Ganti berkas yang sudah ada
        #[arg(long = "timpa")]
        replace: bool,
    },
    /// Cetak skema JSON, supaya penyunting membantu saat menulis
    #[command(help_template = TEMPLATE, next_help_heading = "Pilihan", override_usage = "jelajah data skema")]
    Skema,
}

/// Cari profesi dengan kata apa pun
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = "Pilihan", override_usage = "jelajah cari [PILIHAN] [--] KATA...")]
pub(super) struct Cari {
    /// Cetak sebagai JSON
    #[arg(long)]
    pub json: bool,
    /// Paling banyak sekian hasil
    #[arg(
        long = "batas",
        value_name = "N",
        default_value_t = 20,
        hide_default_value = true
    )]
    pub limit: usize,
    /// Hanya dari bidang ini
    #[arg(long = "bidang", value_name = "KUNCI")]
    pub sector: Option<String>,
    /// Data profesi tambahan: berkas .json atau map
    #[arg(long = "data", value_name = "PATH")]
    pub data: Vec<PathBuf>,
    /// Kata yang dicari
    #[arg(value_name = "KATA", required = true)]
    pub words: Vec<String>,
}

/// Tampilkan satu profesi
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = "Pilihan", override_usage = "jelajah tampil ID [PILIHAN]")]
pub(super) struct Tampil {
    /// Kunci profesi, misalnya dokter-umum
    #[arg(value_name = "ID")]
    pub id: String,
    /// Satu bagian saja: profil, kecocokan, realita, jurusan, atau institusi
    #[arg(long = "bagian", value_name = "BAGIAN", hide_possible_values = true)]
    pub section: Option<Section>,
    /// Bentuk: teks, markdown, html, atau json
    #[arg(
        long = "format",
        value_name = "FORMAT",
        default_value = "teks",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: Format,
    /// Data profesi tambahan: berkas .json atau map
    #[arg(long = "data", value_name = "PATH")]
    pub data: Vec<PathBuf>,
}

/// Cetak isi katalog
#[derive(Debug, clap::Args)]
#[command(help_template = TEMPLATE, next_help_heading = "Pilihan", override_usage = "jelajah daftar profesi|bidang|jurusan|institusi [--json]")]
pub(super) struct Daftar {
    /// Data profesi tambahan: berkas .json atau map
    #[arg(long = "data", value_name = "PATH")]
    pub data: Vec<PathBuf>,
    /// profesi, bidang, jurusan, atau institusi
    #[arg(value_name = "APA", hide_possible_values = true)]
    pub what: What,
    /// Cetak sebagai JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Theme {
    Warna,
    Kontras,
    Mono,
}

impl Theme {
    pub(super) fn palette(self) -> Palette {
        match self {
            Self::Warna if cfg!(windows) => Palette::Console,
            Self::Warna => Palette::Colour,
            Self::Kontras => Palette::Contrast,
            Self::Mono => Palette::Mono,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Section {
    Profil,
    Kecocokan,
    Realita,
    Jurusan,
    Institusi,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Teks,
    Markdown,
    Html,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    Profesi,
    Bidang,
    Jurusan,
    Institusi,
}

/// What the command line asks for.
pub(super) enum Line {
    /// Help or version, to be printed.
    Text(String),
    /// A command or the browser.
    Run(Args),
}

/// Reads the arguments of the process.
pub(super) fn read() -> Result<Line, Failure> {
    // Most starts have none: the browser opens without building the parser.
    if std::env::args_os().len() <= 1 {
        return Ok(Line::Run(Args::default()));
    }
    parse(std::env::args_os())
}

fn parse(args: impl Iterator<Item = std::ffi::OsString>) -> Result<Line, Failure> {
    use clap::error::ErrorKind::{DisplayHelp, DisplayVersion};
    let mut command = indonesian(Args::command());
    let matches = command.try_get_matches_from_mut(args);
    match matches.and_then(|m| Args::from_arg_matches(&m)) {
        Ok(args) => Ok(Line::Run(args)),
        Err(error) if matches!(error.kind(), DisplayHelp | DisplayVersion) => {
            Ok(Line::Text(error.to_string()))
        }
        Err(error) => Err(Failure::Usage(messages::usage(&error))),
    }
}

/// The words that clap adds by itself, in Bahasa Indonesia.
fn indonesian(command: clap::Command) -> clap::Command {
    let mut command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("bantuan")
                .short('h')
                .long("help")
                .global(true)
                .action(clap::ArgAction::Help)
                .help_heading("Pilihan")
                .help("Bantuan ini"),
        )
        .arg(
            clap::Arg::new("versi")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help_heading("Pilihan")
                .help("Nomor versi"),
        );
    for name in names(&command) {
        command = command.mut_subcommand(name, |mut c| {
            for name in names(&c) {
                c = c.mut_subcommand(name, |c| c.disable_help_flag(true));
            }
            c.disable_help_flag(true).disable_help_subcommand(true)
        });
    }
    command
}

fn names(command: &clap::Command) -> Vec<String> {
    let names = command.get_subcommands().map(|c| c.get_name().to_owned());
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_whole() {
        indonesian(Args::command()).debug_assert();
    }
}
