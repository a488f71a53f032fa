//! The JSON Schema of a user's file, for editors that help while one writes.

use super::fields::{EDUCATIONS, FIELDS, Field, Form, LONGEST_ID, MOST_ITEMS};
use crate::core::catalog::Catalog;
use crate::core::catalog::record::Profession;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schema, draft 2020-12: keys, types and what is required come from the types of `record.rs`, the words and bounds
/// from the table of fields, the known sectors from the catalogue.
pub fn schema(catalog: &Catalog) -> Value {
    let generator = SchemaSettings::draft2020_12()
        .with(|s| s.inline_subschemas = true)
        .into_generator();
    let mut entry = Value::from(generator.into_root_schema_for::<Profession>());
    if let Some(map) = entry.as_object_mut() {
        map.remove("$schema");
        map.insert("title".into(), "Profesi".into());
        map.insert("description".into(), "Satu profesi.".into());
        closed(map);
    }
    if let Some(properties) = entry.get_mut("properties").and_then(Value::as_object_mut) {
        for field in FIELDS {
            if let Some(property) = properties.get_mut(field.key).and_then(Value::as_object_mut) {
                describe(property, field);
            }
        }
        refine(properties, catalog);
        properties.insert(
            "$schema".into(),
            json!({"type": "string", "description": "Letak skema ini, untuk penyunting."}),
        );
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Data profesi untuk Jelajah Profesi",
        "description": "Satu profesi, atau daftar profesi.",
        "if": {"type": "array"},
        "then": {"type": "array", "items": {"$ref": "#/$defs/profesi"}},
        "else": {"$ref": "#/$defs/profesi"},
        "$defs": {"profesi": entry},
    })
}

/// An unknown key is reported when the file is read, so an editor should show it too.
fn closed(object: &mut Map<String, Value>) {
    object.insert("additionalProperties".into(), false.into());
}

fn describe(property: &mut Map<String, Value>, field: &Field) {
    property.insert("description".into(), field.about.into());
    match field.form {
        Form::Text => {
            property.insert("maxLength".into(), field.longest.into());
        }
        Form::Texts => {
            property.insert("maxItems".into(), MOST_ITEMS.into());
            property.insert(
                "items".into(),
                json!({"type": "string", "minLength": 1, "maxLength": field.longest}),
            );
        }
        Form::Objects(parts) => {
            property.insert("maxItems".into(), MOST_ITEMS.into());
            let Some(item) = property.get_mut("items").and_then(Value::as_object_mut) else {
                return;
            };
            item.remove("description");
            item.remove("title");
            closed(item);
            let Some(keys) = item.get_mut("properties").and_then(Value::as_object_mut) else {
                return;
            };
            for part in parts {
                if let Some(key) = keys.get_mut(part.key).and_then(Value::as_object_mut) {
                    key.insert("description".into(), part.about.into());
                    key.insert("maxLength".into(), field.longest.into());
                }
            }
        }
    }
}

fn refine(properties: &mut Map<String, Value>, catalog: &Catalog) {
    let id = format!("^[a-z0-9-]{{1,{LONGEST_ID}}}$");
    let sectors: Vec<&str> = catalog.sectors().iter().map(|s| s.key).collect();
    for (key, more) in [
        ("id", json!({"pattern": id})),
        ("nama", json!({"minLength": 1})),
        // The known keys are offered by an editor; another one is allowed and becomes a sector of its own.
        (
            "bidang",
            json!({"anyOf": [{"enum": sectors}, {"type": "string"}]}),
        ),
        ("kbji", json!({"pattern": "^([0-9]{2,4})?$"})),
        ("riasec", json!({"pattern": "^[RIASEC]{0,3}$"})),
        (
            "pendidikan",
            json!({"anyOf": [{"enum": EDUCATIONS}, {"type": "string"}]}),
        ),
        (
            "ditinjau",
            json!({"pattern": "^(20[0-9]{2}-(0[1-9]|1[0-2]))?$"}),
        ),
    ] {
        if let (Some(property), Value::Object(more)) =
            (properties.get_mut(key).and_then(Value::as_object_mut), more)
        {
            property.extend(more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::catalog::record::{Difference, Expectation, Misconception};

    /// Every key that `serde` writes of a full entry.
    fn written() -> Value {
        let entry = Profession {
            expectations: vec![Expectation::default()],
            differences: vec![Difference::default()],
            misconceptions: vec![Misconception::default()],
            reviewed: "2026-11".into(),
            references: vec!["UU".into()],
            ..Profession::default()
        };
        serde_json::to_value(entry).unwrap_or_default()
    }

    #[test]
    fn table_schema_and_types_agree() {
        let written = written();
        let keys: Vec<&String> = written
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
            .collect();
        assert_eq!(keys.len(), FIELDS.len());
        let schema = schema(&Catalog::embedded());
        let properties = &schema["$defs"]["profesi"]["properties"];
        for key in keys {
            let field = super::super::fields::field(key);
            assert!(field.is_some(), "{key} is in no table");
            assert!(properties[key]["description"].is_string(), "{key}");
            let Some(Form::Objects(parts)) = field.map(|f| f.form) else {
                continue;
            };
            let inner: Vec<&String> = written[key][0]
                .as_object()
                .into_iter()
                .flat_map(Map::keys)
                .collect();
            assert_eq!(inner.len(), parts.len(), "{key}");
            for part in inner {
                let described = &properties[key]["items"]["properties"][part]["description"];
                assert!(described.is_string(), "{key}.{part}");
            }
        }
        let required: Vec<&str> = FIELDS
            .iter()
            .filter(|f| f.required)
            .map(|f| f.key)
            .collect();
        assert_eq!(schema["$defs"]["profesi"]["required"], json!(required));
    }
}
