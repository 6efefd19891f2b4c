//! The hashes 校验和 of a part's files: by them a later run tells that they are what was written.
//!
//! They stand as `sha256sum` writes them, by paths in the output: `cd DIR && sha256sum -c checksums/*` tests a whole archive.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::parts::file_of;
use crate::origin::hexadecimal;

/// Their folder.
pub(super) const CHECKSUMS: &str = "checksums";

/// The hashes of some files.
#[derive(Debug, Default)]
pub(super) struct Checksums(Vec<(String, PathBuf)>);

impl Checksums {
    /// Those of a part; `None` where it was not finished, or they are not ours.
    pub(super) fn of_part(output: &Path, part: usize) -> io::Result<Option<Self>> {
        let lines = match fs::read_to_string(file_of(output, CHECKSUMS, part, "sha256")) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Ok(None),
            lines => lines?,
        };
        let line = |line: &str| line.split_once("  ").map(|(hash, path)| (hash.to_owned(), path.into()));
        Ok(lines.lines().map(line).collect::<Option<_>>().map(Self))
    }

    pub(super) fn add(&mut self, output: &Path, path: &Path, hash: String) {
        let path = path.strip_prefix(output).unwrap_or(path).components();
        // As on every system, so that an output can be carried from one to another.
        let names: Vec<_> = path.map(|it| it.as_os_str().to_string_lossy()).collect();
        self.0.push((hash, names.join("/").into()));
    }

    pub(super) fn to_lines(&self) -> String {
        self.0.iter().map(|(hash, path)| format!("{hash}  {}\n", path.display())).collect()
    }

    /// The first of some files that is not what was written: gone, cut, changed, or not told of.
    pub(super) fn damaged(&self, output: &Path, files: impl IntoIterator<Item = PathBuf>) -> Option<PathBuf> {
        let is_whole = |file: &PathBuf| {
            let told = self.0.iter().find(|(_, path)| output.join(path) == *file);
            told.is_some_and(|(hash, _)| of_file(file).is_ok_and(|found| found == *hash))
        };
        files.into_iter().find(|file| !is_whole(file))
    }
}

fn of_file(path: &Path) -> io::Result<String> {
    let mut hashed = Hashed::new(io::sink());
    io::copy(&mut File::open(path)?, &mut hashed)?;
    Ok(hexadecimal(&hashed.hash.finalize()))
}

/// What is written is hashed on its way.
pub(super) struct Hashed<W> {
    out: W,
    hash: Sha256,
}

impl<W> Hashed<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, hash: Sha256::new() }
    }
}

impl Hashed<File> {
    /// Its hash, once all of it is on the disk: a name must not outlast what it stands for where the machine stops.
    pub(super) fn finish(self) -> io::Result<String> {
        self.out.sync_all()?;
        Ok(hexadecimal(&self.hash.finalize()))
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.out.write(bytes)?;
        self.hash.update(&bytes[..length]);
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
