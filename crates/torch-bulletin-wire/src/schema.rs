//! The JSON Schema of a document, from which the types of other languages are generated.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value};
use torch_bulletin::Joins;

use crate::vocabulary::Names;
use crate::{Chunk, Citation, Document, ErrorCode, Fact, Hit};

/// The text of [`schema`] as it is kept in the crate, for whoever hands it on and does not look inside.
pub const SCHEMA_JSON: &str = include_str!("../schema.json");

/// The text of [`document_schema`] on one line, for whoever hands it on where every byte counts.
pub const DOCUMENT_SCHEMA_JSON: &str = include_str!("../schema.document.json");

/// The JSON Schema (draft 2020-12) of a [`Document`] as it is written.
///
/// Every key is required but `normalized`, since what is absent is `null`. `$defs` also holds `ErrorCode`,
/// `Joins`, [`Chunk`], [`Fact`], [`Citation`] and [`Hit`], which stand in no document and are types all the same. The same text is kept in
/// the crate as `schema.json`.
pub fn schema() -> Value {
    made(|generator| {
        generator.subschema_for::<Chunk<'static>>();
        generator.subschema_for::<Fact<'static>>();
        generator.subschema_for::<Citation<'static>>();
        generator.subschema_for::<Hit<'static>>();
    })
}

/// The same without facts, citations and hits of a search; kept in the crate as `schema.document.json`.
pub fn document_schema() -> Value {
    made(|generator| {
        generator.subschema_for::<Chunk<'static>>();
    })
}

fn made(define: impl FnOnce(&mut SchemaGenerator)) -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.subschema_for::<Names<ErrorCode>>();
    generator.subschema_for::<Names<Joins>>();
    define(&mut generator);
    let mut root = generator.into_root_schema_for::<Document<'static>>();
    // Whoever opens the file first reads what it is.
    let mut ordered = Map::new();
    for key in ["$schema", "$id", "title", "description"] {
        ordered.extend(root.remove(key).map(|value| (key.to_owned(), value)));
    }
    ordered.extend(std::mem::take(root.ensure_object()));
    Value::Object(ordered)
}
