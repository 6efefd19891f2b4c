//! The schema: what is written keeps to it, what is not so is refused, and the copy in the crate is its own.

use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value, json};
use torch_bulletin::model::{FieldKind, FurnitureKind, MarkerStyle};
use torch_bulletin::{Code, Join, Joins};
use torch_bulletin_wire::{ErrorCode, OffsetUnit, View, document_schema, schema};

use crate::sample;

const COMMENT: &str = "Generated from the Rust types; do not edit. To bring it up to date: \
    TORCH_BULLETIN_UPDATE=1 cargo test -p torch-bulletin-wire schema";

#[test]
fn every_document_keeps_to_the_schema() {
    let validator = validator();
    sample::each(|document| {
        let value = serde_json::to_value(document).unwrap();
        let errors: Vec<_> =
            validator.iter_errors(&value).map(|it| format!("{}: {it}", it.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    });
}

#[test]
fn the_schema_refuses_what_the_contract_does_not_have() {
    let validator = validator();
    let bulletin = sample::bulletin();
    let report = sample::report(&bulletin);
    let good = serde_json::to_value(sample::document(&bulletin, &report, &View::default())).unwrap();
    assert!(validator.is_valid(&good));
    let cases = [
        ("another version", "/schema", json!(2)),
        ("a unit that is none", "/offsets", json!("bytes")),
        ("a list that is null", "/pages", Value::Null),
        ("a text without its places", "/masthead/title", json!({"text": "火炬动态"})),
        ("a text without a piece", "/masthead/title", json!({"text": "", "spans": [], "joins": []})),
        ("a span of one offset", "/masthead/date/span", json!([1])),
        ("a negative offset", "/masthead/date/span", json!([-1, 1])),
        ("a date in another form", "/masthead/date/value", json!("2008年1月")),
        ("an absent key", "/masthead/issue", json!({"year": 2008})),
        ("a normalized text that is null", "/masthead/title", {
            let mut text = good["masthead"]["title"].clone();
            text["normalized"] = Value::Null;
            text
        }),
        ("an unknown block", "/sections/0/articles/0/blocks/0/kind", json!("picture")),
        ("an unknown name", "/furniture/0/kind", json!("advert")),
    ];
    for (name, pointer, value) in cases {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = value;
        assert!(!validator.is_valid(&bad), "{name}");
    }
}

#[test]
fn vocabularies_are_plain_lists_of_the_names_in_the_core() {
    let schema = schema();
    let defined = |name: &str| schema["$defs"][name]["enum"].clone();
    let lists = [
        ("OffsetUnit", json!(OffsetUnit::ALL)),
        ("Join", json!(Join::ALL)),
        ("Joins", json!(Joins::ALL)),
        ("MarkerStyle", json!(MarkerStyle::ALL)),
        ("FieldKind", json!(FieldKind::ALL)),
        ("FurnitureKind", json!(FurnitureKind::ALL)),
        ("IssueKind", json!(["regular", "supplement", "special"])),
        ("Severity", json!(["note", "warning", "error"])),
        ("Code", json!(Code::ALL)),
        ("ErrorCode", json!(ErrorCode::ALL)),
    ];
    for (name, names) in lists {
        assert_eq!(defined(name), names, "{name}");
        assert_eq!(schema["$defs"][name]["type"], "string", "{name}");
    }
}

#[test]
fn the_schema_says_what_it_is() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:torch-bulletin:document:1");
    assert_eq!(schema["title"], "Torch bulletin");
    assert!(schema["description"].as_str().unwrap().contains("火炬动态"));
}

#[test]
fn the_schemas_in_the_crate_are_up_to_date() {
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap() + "\n";
    kept("schema.json", schema(), pretty);
    kept("schema.document.json", document_schema(), |value| value.to_string() + "\n");
}

fn kept(file: &str, schema: Value, write: impl Fn(&Value) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let Value::Object(generated) = schema else { panic!("a schema is an object") };
    let comment = std::iter::once(("$comment".to_owned(), COMMENT.into()));
    let text = write(&Value::Object(comment.chain(generated).collect()));
    if std::env::var_os("TORCH_BULLETIN_UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    // A checkout on Windows may have changed the line ends.
    let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == text, "{} is out of date. {COMMENT}", path.display());
}

#[test]
fn the_schema_of_documents_is_the_schema_without_facts() {
    let (whole, documents) = (schema(), document_schema());
    let definitions = documents["$defs"].as_object().unwrap();
    for (name, definition) in definitions {
        assert_eq!(definition, &whole["$defs"][name], "{name}");
    }
    assert!(!definitions.contains_key("Fact") && definitions.contains_key("Chunk"));
    assert_eq!(documents["properties"], whole["properties"]);
    jsonschema::draft202012::new(&documents).expect("nothing that it refers to is missing");
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("the schema is one of draft 2020-12")
}
