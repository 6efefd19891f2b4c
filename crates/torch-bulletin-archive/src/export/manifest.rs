//! `archive.json`: what an output folder holds, how it was made, and whether that is all of it.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Summary;

/// The name of the file.
pub(super) const NAME: &str = "archive.json";

/// What an output folder says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Whether every input is in it. A run writes `false` first and `true` last.
    pub(super) complete: bool,
    #[serde(flatten)]
    pub(super) settings: Settings,
    #[serde(flatten)]
    pub(super) summary: Summary,
}

/// What decides how the files of an output look; only a run with the same can go on with them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Settings {
    /// The version of the tables' columns.
    pub(super) schema: u32,
    /// The program, with its version: another one may read an issue otherwise.
    pub(super) generator: String,
    pub(super) format: String,
    pub(super) tables: Vec<String>,
    pub(super) offsets: String,
    /// Whether CSV begins with a byte order mark.
    pub(super) mark: bool,
    /// Whether facts have bare numbers.
    pub(super) numbers: bool,
    pub(super) part_bytes: u64,
    /// How issues were parsed: the rule for joins, the newsletter, and a hash of all options.
    pub(super) joins: String,
    pub(super) profile: String,
    pub(super) options_sha256: String,
}

impl Manifest {
    /// The one in a folder; `None` where there is none.
    pub(super) fn of_folder(folder: &Path) -> io::Result<Option<Self>> {
        match fs::read(folder.join(NAME)) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let text = serde_json::to_string_pretty(self)? + "\n";
        super::parts::replace(&folder.join(NAME), text.as_bytes())
    }
}
