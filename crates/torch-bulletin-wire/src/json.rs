//! JSON text from a document, and a document from JSON text.

use crate::Document;

/// The document on one line, as NDJSON wants it.
pub fn to_json(document: &Document<'_>) -> String {
    serde_json::to_string(document).expect(INFALLIBLE)
}

/// The document over many lines, indented by two blanks, without a line end after the last.
pub fn to_json_pretty(document: &Document<'_>) -> String {
    serde_json::to_string_pretty(document).expect(INFALLIBLE)
}

/// Writing fails on keys that are no strings and on writers that fail; a document has neither.
const INFALLIBLE: &str = "a document always serialises; this is our bug";

/// Reads a document back. Texts without an escape are borrowed from `json`; keys not known are
/// passed over.
///
/// # Errors
/// Where `json` is no JSON, lacks a key, or has a name that is in no vocabulary; says where.
pub fn from_json(json: &str) -> serde_json::Result<Document<'_>> {
    serde_json::from_str(json)
}
