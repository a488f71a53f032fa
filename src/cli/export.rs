//! `jelajah tampil`.

use super::args::{Format, Section, Tampil};
use super::{Failure, messages, print};
use crate::core::catalog::Catalog;
use crate::core::export::{Document, Form, Part};

pub(super) fn run(catalog: &Catalog, args: &Tampil) -> Result<(), Failure> {
    let Some((id, entry)) = catalog
        .find(&args.id)
        .and_then(|id| Some((id, catalog.entry(id)?)))
    else {
        return Err(Failure::Failed(format!(
            "tidak ada profesi dengan id \"{}\". Cari id-nya dengan \"jelajah cari KATA\".",
            messages::quoted(&args.id)
        )));
    };
    let part = args.section.map(|s| match s {
        Section::Profil => Part::Profile,
        Section::Kecocokan => Part::Fit,
        Section::Realita => Part::Reality,
        Section::Jurusan => Part::Majors,
        Section::Institusi => Part::Institutions,
    });
    let text = match args.format {
        Format::Json => json(&entry, part)?,
        Format::Teks => Document::new(catalog, id, &entry, part).write(Form::Text),
        Format::Markdown => Document::new(catalog, id, &entry, part).write(Form::Markdown),
        Format::Html => Document::new(catalog, id, &entry, part).write(Form::Html),
    };
    print(|out| Ok(out.write_all(text.as_bytes())?))
}

/// The entry in the data format; with a part, only the keys of that part beside id and name.
fn json(
    entry: &crate::core::catalog::record::Profession,
    part: Option<Part>,
) -> Result<String, Failure> {
    let mut value = serde_json::to_value(entry).map_err(std::io::Error::from)?;
    if let (Some(part), Some(map)) = (part, value.as_object_mut()) {
        let keys: &[&str] = match part {
            Part::Profile => &[
                "profil",
                "bidang",
                "kbji",
                "riasec",
                "pendidikan",
                "mirip",
                "ditinjau",
                "rujukan",
                "alias",
            ],
            Part::Fit => &["cocok", "tidak_cocok"],
            Part::Reality => &["ekspektasi_realita", "perbedaan", "miskonsepsi"],
            Part::Majors => &["jurusan"],
            Part::Institutions => &["institusi"],
        };
        map.retain(|key, _| ["id", "nama"].contains(&key.as_str()) || keys.contains(&key.as_str()));
    }
    let mut text = serde_json::to_string_pretty(&value).map_err(std::io::Error::from)?;
    text.push('\n');
    Ok(text)
}
