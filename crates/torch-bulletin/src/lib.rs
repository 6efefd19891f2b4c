//! Parses issues of the newsletter 火炬动态 (the Torch bulletin of China's Torch High Technology Industry
//! Development Center) into a document whose every character is traced to its source.
//!
//! ```text
//! source text ──layout──▶ lines ──assemble──▶ bulletin ──render──▶ markdown, html, tei, text, chunks
//!                 │          │                   │
//!              furniture  grammar              check ──▶ report
//! ```
//!
//! [`parse`] never fails: it gives a [`Parsed`] with the tree ([`Bulletin`]), and makes a
//! [`Report`] of everything doubtful when asked. The tree holds no text; a [`Text`] is places in the source
//! and reads itself from it. Offsets are UTF-8 bytes throughout.
//!
//! ```
//! let source = "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
//! let parsed = torch_bulletin::parse(source);
//! assert_eq!(parsed.bulletin().articles().count(), 1);
//! assert_eq!(parsed.bulletin().masthead.date.as_ref().unwrap().value(), "2019-03-31");
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod assemble;
mod blank;
mod check;
mod document;
pub mod facts;
mod fold;
mod going;
mod grammar;
pub mod layout;
mod lexicon;
pub mod model;
mod options;
mod parse;
mod profile;
mod reading;
pub mod render;
mod report;
pub mod search;
mod sentence;
mod signs;
mod source;
mod span;
mod text;
mod vocabulary;

pub use blank::is_blank;
pub use document::{Document, Parsed};
pub use fold::fold;
pub use model::Bulletin;
pub use options::{Joins, ParseOptions};
pub use parse::{issues, issues_with, parse, parse_while, parse_with};
pub use profile::{ColophonLabel, Profile};
pub use reading::Normalized;
pub use report::{Code, Diagnostic, Report, Severity};
pub use source::{LineCursor, LineIndex, Position};
pub use span::Span;
pub use text::{Join, Piece, Text};
pub use vocabulary::UnknownName;
