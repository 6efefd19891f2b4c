//! Whole archives become tables 批量导出: many files in, six tables and a catalogue out, at the speed of the machine.
//!
//! ```text
//! Walk ──▶ chunks ──threads──▶ rows, encoded ──in order──▶ parts, written aside and renamed
//! ```
//!
//! The columns are those of [`torch_bulletin_wire::tables`]. A folder of output holds
//!
//! | file | what it is |
//! |---|---|
//! | `articles/part-00000.parquet`, … | a folder for each table, readable as one data set; rows are in the order of inputs |
//! | `catalogue/part-00000.ndjson`, … | a line for each input: name, status, hash, why it was not read, its issues and rows |
//! | `checksums/part-00000.sha256`, … | the hashes of the files of a part, for [resuming](Export::with_resume) and for `sha256sum -c` |
//! | `archive.json` | how it was made, what it came to, and whether it is `complete` |
//! | `.lock` | there while a run writes, so that no other one does |
//!
//! The same inputs and settings give the same bytes, whatever the number of threads, and also where a run was called
//! off or killed and a later one [went on](Export::with_resume).

mod catalogue;
mod checksums;
mod chunks;
mod encode;
mod error;
mod format;
mod manifest;
mod options;
mod parts;
mod resume;
mod run;
mod watch;
mod work;

pub use catalogue::{InputRecord, InputStatus};
pub use error::ExportError;
pub use format::TableFormat;
pub use options::Export;
pub use run::is_input;
pub use watch::{Summary, Watch};
