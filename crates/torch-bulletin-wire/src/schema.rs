//! The JSON Schema of a document, from which the types of other languages are generated.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};
use torch_bulletin::Joins;

use crate::vocabulary::Names;
use crate::{Chunk, Document, ErrorCode, Fact, Hit};

/// The text of [`schema`] as it is kept in the crate, for whoever hands it on and does not look inside.
pub const SCHEMA_JSON: &str = include_str!("../schema.json");

/// The JSON Schema (draft 2020-12) of a [`Document`] as it is written.
///
/// Every key is required but `normalized`, since what is absent is `null`. `$defs` also holds `ErrorCode`,
/// `Joins`, [`Chunk`], [`Fact`] and [`Hit`], which stand in no document and are types all the same. The same text is kept in
/// the crate as `schema.json`.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.subschema_for::<Names<ErrorCode>>();
    generator.subschema_for::<Names<Joins>>();
    generator.subschema_for::<Chunk<'static>>();
    generator.subschema_for::<Fact<'static>>();
    generator.subschema_for::<Hit<'static>>();
    let mut root = generator.into_root_schema_for::<Document<'static>>();
    // Whoever opens the file first reads what it is.
    let mut ordered = Map::new();
    for key in ["$schema", "$id", "title", "description"] {
        ordered.extend(root.remove(key).map(|value| (key.to_owned(), value)));
    }
    ordered.extend(std::mem::take(root.ensure_object()));
    Value::Object(ordered)
}
