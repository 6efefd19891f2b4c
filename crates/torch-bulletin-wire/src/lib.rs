//! Issues of the newsletter 火炬动态 as plain data: what the command prints, Python holds and JavaScript gets.
//!
//! ```text
//! bulletin + source + unit ──Document──▶ JSON, Python objects, JavaScript objects
//!                               │
//!                             schema ──▶ generated types
//! ```
//!
//! The core's tree holds places and no text. A [`Document`] puts the text beside every place, and counts
//! the places in the unit of the language that asked ([`OffsetUnit`]). Its structs are the JSON, key by key:
//! what is absent is `null`, a list is never `null`, and keys are added but not renamed.
//!
//! ```
//! use torch_bulletin_wire::{Document, SourceInfo, View, from_json, to_json};
//! let source = "火炬动态\n一个标题\n今天没有新闻。";
//! let parsed = torch_bulletin::parse(source);
//! let report = parsed.report();
//! let info = SourceInfo::of_text(source);
//! let document = Document::new(&info, source, parsed.bulletin(), &report, &View::default());
//! let json = to_json(&document);
//! assert!(json.starts_with(r#"{"schema":1,"offsets":"utf8","#));
//! assert_eq!(from_json(&json).unwrap(), document);
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod chunk;
mod cite;
mod csv;
mod document;
mod error;
pub mod fact;
mod hit;
mod json;
mod lens;
mod locate;
pub mod node;
mod offset;
mod options;
mod schema;
#[cfg(feature = "tables")]
pub mod tables;
mod vocabulary;

pub use chunk::{Chunk, chunks_of, chunks_to_ndjson};
pub use cite::{Citation, Citer};
pub use csv::cell as csv_cell;
pub use document::{Document, SCHEMA_VERSION, SourceInfo, View};
pub use error::ErrorCode;
pub use fact::{
    CitedFact, Extract, ExtractOptions, Fact, cited_facts_to_csv, cited_facts_to_json, cited_facts_to_ndjson,
    facts_to_csv, facts_to_json, facts_to_ndjson,
};
pub use hit::{
    Count, CountBy, Counts, Hit, Searched, counts_to_csv, counts_to_ndjson, hits_to_csv, hits_to_ndjson,
};
pub use json::{from_json, to_json, to_json_pretty};
pub use locate::{Location, Locator};
pub use offset::{OffsetMarks, OffsetUnit, Offsets};
pub use options::{
    OptionsError, extract_options_from_json, options_from_json, profile_from_json, read_options,
};
pub use schema::{DOCUMENT_SCHEMA_JSON, SCHEMA_JSON, document_schema, schema};
