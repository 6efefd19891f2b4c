//! Files of the newsletter 火炬动态 (the Torch bulletin) become documents: the bytes are looked at, decoded
//! and parsed; what is no text is refused with the reason and what to do about it.
//!
//! ```text
//! file ──head──▶ a text? ──decode──▶ source text ──torch_bulletin::parse──▶ document
//!                   │ no
//!                   └──▶ ReadError: empty, binary, another kind of file …
//! ```
//!
//! [`read`] takes bytes; [`read_file`] and [`read_stream`] look at the first 64 KiB before they take in the
//! rest, so that a huge file of the wrong kind costs nothing, and say beside the document where it came
//! from ([`Origin`]).
//!
//! ```
//! let document = torch_bulletin_archive::read("火炬动态\n今天没有新闻。".as_bytes())?;
//! assert!(document.source().ends_with("新闻。"));
//!
//! let refused = torch_bulletin_archive::read(b"%PDF-1.7 \0").unwrap_err();
//! assert_eq!(refused.code(), "other-kind");
//! # Ok::<(), torch_bulletin_archive::ReadError>(())
//! ```
//!
//! | feature | what it adds | without it |
//! |---|---|---|
//! | `decode` | UTF-16, GB18030 (GBK, GB2312) | everything is read as UTF-8 |
//! | `html` | the text of web pages | a page is read as the text it is, markup and all |
//! | `containers` | folders, patterns, zip, tar, gzip, lines of JSON: `Walk`; words in all of them: `Search` | files are opened one by one |
//! | `tables` | whole archives as Parquet, Arrow, NDJSON or CSV: `export` | documents are handed over one by one |
//!
//! The first two are on unless turned off.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[cfg(feature = "tables")]
pub mod ask;
mod catalogue;
#[cfg(feature = "containers")]
mod containers;
mod decode;
#[cfg(feature = "decode")]
mod detect;
#[cfg(feature = "tables")]
mod draft;
mod encoding;
mod error;
#[cfg(feature = "tables")]
pub mod export;
mod file;
#[cfg(feature = "decode")]
mod gb18030;
#[cfg(feature = "containers")]
mod guarded;
mod head;
mod html;
#[cfg(feature = "containers")]
mod in_order;
mod input;
mod issues;
mod keys;
mod kind;
#[cfg(feature = "tables")]
mod lock;
mod name;
mod origin;
mod read;
#[cfg(feature = "containers")]
mod search;
mod source_map;
mod source_text;
mod utf16;

#[cfg(feature = "containers")]
pub use catalogue::Gathered;
pub use catalogue::{Catalogue, Finding, IssueCard, SectionCount, SectionSpan};
#[cfg(feature = "containers")]
pub use containers::{Entry, Exceeded, Limits, Walk, expand};
#[cfg(feature = "tables")]
pub use draft::Draft;
pub use encoding::{Certainty, Encoding};
pub use error::{Evidence, ReadError};
#[cfg(feature = "tables")]
pub use export::{Export, ExportError, InputRecord, InputStatus, Summary, TableFormat, Watch, is_input};
pub use file::{load, read_file, read_stream};
#[cfg(feature = "containers")]
pub use in_order::in_order;
pub use input::Input;
pub use issues::{IssuePart, Issues};
pub use kind::FileKind;
pub use name::name_of;
pub use origin::{Format, Origin, Reading, sha256};
pub use read::{read, read_bytes, read_while, read_with};
#[cfg(feature = "containers")]
pub use search::{FoundIssue, Search, Searched, search_bytes};
pub use source_map::SourceMap;
pub use source_text::SourceText;
/// How to parse; the core's own, here so that a reader of files needs one crate only.
pub use torch_bulletin::ParseOptions;
#[cfg(feature = "tables")]
pub use torch_bulletin_wire::{OffsetUnit, tables::Table};
pub use utf16::parse_utf16;
