//! The catalogue 目录 of a run: what became of each input, with the hash by which it is known again.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use torch_bulletin_wire::tables::Table;

use crate::ReadError;

/// What became of one input 输入: a line of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InputRecord {
    /// The name, as of [`Entry::name`](crate::Entry::name); the column `file` of the table `issues`.
    pub name: String,
    /// What became of it.
    pub status: InputStatus,
    /// The number of its bytes; 0 where they could not be had.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in 64 lower-case hexadecimal digits; `None` where they could not be had.
    pub sha256: Option<String>,
    /// Why it was not read, as of [`ReadError::code`].
    pub code: Option<String>,
    /// The same as a sentence.
    pub message: Option<String>,
    /// The issues that it holds, as in the column `source` of every table.
    pub issues: Vec<String>,
    /// How many rows of each table are its.
    pub rows: BTreeMap<Table, u64>,
}

/// What became of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum InputStatus {
    /// Its issues are in the tables.
    Read,
    /// It is no text, or goes over a limit.
    Refused,
    /// Its bytes could not be had, or it met a fault of this library.
    Failed,
}

impl InputRecord {
    /// One of which nothing is known yet.
    pub(super) const fn new(name: String) -> Self {
        Self {
            name,
            status: InputStatus::Read,
            bytes: 0,
            sha256: None,
            code: None,
            message: None,
            issues: Vec::new(),
            rows: BTreeMap::new(),
        }
    }

    /// The same, with why it was not read.
    pub(super) fn refused(self, error: &ReadError) -> Self {
        let status = if error.is_refusal() { InputStatus::Refused } else { InputStatus::Failed };
        Self { status, code: Some(error.code().to_owned()), message: Some(error.to_string()), ..self }
    }

    /// What it was made from, for comparison: name and hash, or name and reason as a sentence: another reason of the same
    /// code is news.
    pub(super) fn identity(&self) -> (&str, &str) {
        let what = self.sha256.as_deref().or(self.message.as_deref());
        (&self.name, what.unwrap_or_default())
    }
}

/// The lines of some inputs.
pub(super) fn to_lines(records: &[InputRecord]) -> String {
    let line =
        |record| serde_json::to_string(record).expect("a record always serialises; this is our bug") + "\n";
    records.iter().map(line).collect()
}

/// The inputs of a part that was finished; `None` where it was not, or its lines are not ours.
pub(super) fn of_file(path: &Path) -> io::Result<Option<Vec<InputRecord>>> {
    match fs::read_to_string(path) {
        Ok(lines) => Ok(lines.lines().map(|line| serde_json::from_str(line).ok()).collect()),
        // Damaged to no text it is none of ours any more.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
