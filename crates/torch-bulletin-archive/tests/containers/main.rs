//! What a walk finds in files, folders and containers, sound, damaged and hostile.

mod behind;
mod build;
mod damaged;
#[path = "../common/folder.rs"]
mod folder;
mod folders;
mod hostile;
mod names;
mod packed;
mod streams;

use torch_bulletin_archive::{Entry, ReadError, Walk};

/// Every entry of a walk: its name, and its text or the code of the error.
fn all(walk: Walk) -> Vec<(String, Result<String, &'static str>)> {
    walk.map(|entry| {
        let name = entry.name().to_owned();
        (name, text(entry).map_err(|error| error.code()))
    })
    .collect()
}

fn text(entry: Entry) -> Result<String, ReadError> {
    entry.bytes().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The names alone, with a `!` before those that failed.
fn names(walk: Walk) -> Vec<String> {
    let shown = |(name, read): (String, Result<String, &str>)| match read {
        Ok(_) => name,
        Err(code) => format!("{code}: {name}"),
    };
    all(walk).into_iter().map(shown).collect()
}
