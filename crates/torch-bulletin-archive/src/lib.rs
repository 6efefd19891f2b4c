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
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod decode;
mod encoding;
mod error;
mod file;
mod gb18030;
mod head;
mod input;
mod kind;
mod origin;
mod read;
mod utf16;

pub use encoding::Encoding;
pub use error::{Evidence, ReadError};
pub use file::{load, read_file, read_stream};
pub use input::Input;
pub use kind::FileKind;
pub use origin::{Origin, Reading, sha256};
pub use read::{read, read_bytes, read_while, read_with};
/// How to parse; the core's own, here so that a reader of files needs one crate only.
pub use torch_bulletin::ParseOptions;
pub use utf16::parse_utf16;
