//! A user's data files on disk: which ones there are, and their bytes, with bounds on both.

use crate::core::data::parse::{LARGEST_FILE, MOST_FILES};
use crate::core::data::problem::{Kind, Problem};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The files of a path that somebody named: itself, or the `.json` files that stand directly in it, sorted by name.
///
/// Nothing outside a folder is read through a link in it, and folders in it are not entered, so a loop of links has no
/// end to run to.
pub fn list(path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let shown = path.to_string_lossy();
    match fs::metadata(path) {
        Ok(meta) if meta.is_file() => vec![path.to_path_buf()],
        Ok(meta) if meta.is_dir() => folder(path, problems),
        Ok(_) => {
            problems.push(not_regular(&shown));
            Vec::new()
        }
        Err(error) => {
            problems.push(unreadable(&shown, &error));
            Vec::new()
        }
    }
}

fn folder(path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let shown = path.to_string_lossy();
    let (listing, inside) = match (fs::read_dir(path), fs::canonicalize(path)) {
        (Ok(listing), Ok(inside)) => (listing, inside),
        (Err(error), _) | (_, Err(error)) => {
            problems.push(unreadable(&shown, &error));
            return Vec::new();
        }
    };
    let mut files = Vec::new();
    let mut names: Vec<PathBuf> = listing.flatten().map(|e| e.path()).collect();
    names.sort_by(|a, b| a.file_name().cmp(&b.file_name()));
    for name in names {
        let hidden = name
            .file_name()
            .is_some_and(|n| n.as_encoded_bytes().starts_with(b"."));
        let json = name
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("json"));
        if hidden {
            continue;
        }
        let shown = name.to_string_lossy();
        let Ok(meta) = fs::metadata(&name) else {
            if json {
                problems.push(dangling(&shown));
            }
            continue;
        };
        if meta.is_dir() {
            problems.push(Problem::new(
                &shown,
                Kind::Warning,
                "map di dalam map tidak dibaca",
                "Sebut map itu sendiri dengan --data bila isinya dipakai",
            ));
        } else if json && !meta.is_file() {
            problems.push(not_regular(&shown));
        } else if json && is_outside(&name, &inside) {
            problems.push(Problem::new(
                &shown,
                Kind::Error,
                "ini tautan ke luar map, jadi tidak dibaca",
                "Salin berkasnya ke dalam map",
            ));
        } else if json {
            files.push(name);
        }
    }
    if files.len() > MOST_FILES {
        let most = crate::text::number(MOST_FILES);
        problems.push(Problem::new(
            &shown,
            Kind::Error,
            &format!("lebih dari {most} berkas; sisanya tidak dibaca"),
            "Gabungkan beberapa profesi dalam satu berkas sebagai daftar [ ... ]",
        ));
        files.truncate(MOST_FILES);
    }
    files
}

fn is_outside(path: &Path, folder: &Path) -> bool {
    let link = fs::symlink_metadata(path).is_ok_and(|m| m.file_type().is_symlink());
    link && !fs::canonicalize(path).is_ok_and(|p| p.parent() == Some(folder))
}

/// The bytes of a regular file of bounded size; a pipe or device is never opened, as that could wait for ever.
///
/// # Errors
/// The problem to be told.
pub fn read(path: &Path) -> Result<Vec<u8>, Box<Problem>> {
    let shown = path.to_string_lossy();
    let failed = |error: io::Error| Box::new(unreadable(&shown, &error));
    let meta = fs::metadata(path).map_err(failed)?;
    if !meta.is_file() {
        return Err(Box::new(not_regular(&shown)));
    }
    if meta.len() > LARGEST_FILE {
        return Err(Box::new(too_large(&shown)));
    }
    let mut bytes = Vec::with_capacity(meta.len() as usize);
    // The file may grow while it is read.
    open(path)
        .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Box::new(too_large(&shown)));
    }
    Ok(bytes)
}

/// Opens a file without waiting for anybody: it may have become a pipe since it was looked at.
fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    options.read(true).open(path)
}

fn too_large(shown: &str) -> Problem {
    let most = LARGEST_FILE / 1024 / 1024;
    Problem::new(
        shown,
        Kind::Error,
        &format!("berkas lebih besar dari {most} MB, jadi tidak dibaca"),
        "Bagi menjadi beberapa berkas yang lebih kecil",
    )
}

fn not_regular(shown: &str) -> Problem {
    Problem::new(
        shown,
        Kind::Error,
        "ini bukan berkas biasa, jadi tidak dibuka",
        "Sebut berkas .json atau map yang berisi berkas .json",
    )
}

fn dangling(shown: &str) -> Problem {
    Problem::new(
        shown,
        Kind::Error,
        "tautan ini tidak menuju berkas yang bisa dibuka",
        "Hapus tautannya, atau salin berkasnya ke sini",
    )
}

fn unreadable(shown: &str, error: &io::Error) -> Problem {
    let (reason, advice) = match error.kind() {
        io::ErrorKind::NotFound => (
            "tidak ada berkas atau map dengan nama ini",
            "Periksa nama dan letaknya",
        ),
        io::ErrorKind::PermissionDenied => (
            "tidak bisa dibaca: tidak ada izin",
            "Ubah izin berkasnya, atau salin ke map milikmu",
        ),
        _ => ("tidak bisa dibaca", "Coba salin ke tempat lain"),
    };
    let more = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied => String::new(),
        _ => format!(" ({error})"),
    };
    Problem::new(shown, Kind::Error, &format!("{reason}{more}"), advice)
}

/// How [`write_whole`] ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// There was no such file.
    New,
    /// There was one, and it is replaced.
    Replaced,
    /// There is one, and it was left alone.
    Kept,
}

/// Writes a file whole or not at all: first beside its place, then moved there in one step.
///
/// # Errors
/// When the folder cannot be written or is full.
pub fn write_whole(path: &Path, content: &[u8], replace: bool) -> io::Result<Written> {
    let exists = fs::symlink_metadata(path).is_ok();
    if exists && !replace {
        return Ok(Written::Kept);
    }
    let folder = path
        .parent()
        .filter(|p| *p != OsStr::new(""))
        .unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".jelajah-")
        .suffix(".sementara")
        .tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    readable(file.as_file())?;
    if replace {
        persist(file, path)?;
        return Ok(if exists {
            Written::Replaced
        } else {
            Written::New
        });
    }
    match file.persist_noclobber(path) {
        Ok(_) => Ok(Written::New),
        // Somebody else made one in the meantime.
        Err(e) if e.error.kind() == io::ErrorKind::AlreadyExists => Ok(Written::Kept),
        Err(e) => Err(e.error),
    }
}

/// Temporary files are private; an entry is for others too.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "the other one can fail")]
fn readable(_file: &File) -> io::Result<()> {
    Ok(())
}

/// On Windows a file that a virus scanner or editor has open cannot be replaced for a moment.
fn persist(mut file: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    for wait in [10, 25, 50, 100, 200, 0] {
        match file.persist(path) {
            Ok(_) => return Ok(()),
            Err(e)
                if cfg!(windows)
                    && wait > 0
                    && matches!(e.error.raw_os_error(), Some(5 | 32 | 33)) =>
            {
                std::thread::sleep(std::time::Duration::from_millis(wait));
                file = e.file;
            }
            Err(e) => return Err(e.error),
        }
    }
    Ok(())
}

/// Whether Windows keeps this file name (without ending) for a device.
pub fn is_reserved(stem: &str) -> bool {
    let name = stem
        .split('.')
        .next()
        .unwrap_or(stem)
        .trim_end()
        .to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().any(|device| {
        name.strip_prefix(device)
            .is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
    });
    numbered || ["con", "prn", "aux", "nul"].contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn device_names_are_known() {
        for name in ["con", "NUL", "com1", "lpt9", "aux.json"] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["konselor", "com", "com10", "nulis"] {
            assert!(!is_reserved(name), "{name}");
        }
    }
}
