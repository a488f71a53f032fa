//! `jelajah data`, and the reading of a user's files for every other command.

mod check;
mod import;
mod load;

pub(super) use load::{Loaded, load};

use super::args::Data;
use super::{Failure, print};
use crate::core::catalog::Catalog;
use crate::core::data::schema::schema;
use std::path::PathBuf;

pub(super) fn run(args: &Data, named: &[PathBuf]) -> Result<(), Failure> {
    match args {
        Data::Periksa { paths } => check::run(&[named, paths].concat()),
        Data::Impor {
            files,
            folder,
            replace,
        } => import::run(files, folder, *replace),
        Data::Skema => print(|out| {
            serde_json::to_writer_pretty(&mut *out, &schema(&Catalog::embedded()))
                .map_err(std::io::Error::from)?;
            Ok(writeln!(out)?)
        }),
    }
}
