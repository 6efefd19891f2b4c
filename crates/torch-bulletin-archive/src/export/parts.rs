//! The files of an output folder: each is written aside and takes its name when it is whole.
//!
//! ```text
//! DIR/archive.json                    how it was made; "complete": true once all of it is there
//! DIR/articles/part-00000.parquet     a folder for each table, a file for each part
//! DIR/catalogue/part-00000.ndjson     what became of each input
//! DIR/checksums/part-00000.sha256     the hashes of these files; written last, so that where it is the part is whole
//! DIR/.lock                           while a run writes: another one is refused
//! ```

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use torch_bulletin_wire::tables::Table;

use super::catalogue::{InputRecord, to_lines};
use super::checksums::{CHECKSUMS, Checksums, Hashed};
use super::encode::{Encoded, Encoder, TableWriter};
use super::{ExportError, TableFormat, manifest};
use crate::draft::aside;
use crate::lock::LOCK;
use crate::sha256;

/// The folder of the catalogue.
pub(super) const CATALOGUE: &str = "catalogue";

/// The file of a part in a folder of an output.
pub(super) fn file_of(output: &Path, folder: &str, part: usize, ending: &str) -> PathBuf {
    output.join(folder).join(format!("part-{part:05}.{ending}"))
}

/// Writes a small file so that there is always a whole one of its name, also where the machine stops.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let aside = aside(path);
    let write = || {
        let mut file = File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().and_then(|()| fs::rename(&aside, path)).inspect_err(|_| {
        // Half a file helps nobody; where it cannot be removed either, the next run does.
        let _ = fs::remove_file(&aside);
    })
}

/// One part that is being written.
pub(super) struct Part<'e> {
    pub(super) number: usize,
    output: &'e Path,
    files: Vec<Open>,
    records: Vec<InputRecord>,
}

struct Open {
    path: PathBuf,
    aside: PathBuf,
    writer: Option<TableWriter<Hashed<File>>>,
}

impl<'e> Part<'e> {
    /// Begins a file for each table.
    pub(super) fn begin(
        output: &'e Path,
        number: usize,
        encoders: &[(Table, Encoder)],
        format: TableFormat,
    ) -> Result<Self, ExportError> {
        let mut part = Self { number, output, files: Vec::new(), records: Vec::new() };
        for (table, encoder) in encoders {
            let path = file_of(output, table.as_str(), number, format.as_str());
            let aside = aside(&path);
            let writer = File::create(&aside).and_then(|file| encoder.begin(Hashed::new(file), false));
            part.files.push(Open { path, aside, writer: None });
            let open = part.files.last_mut().expect("just pushed");
            open.writer = Some(writer.map_err(ExportError::writing(&open.path))?);
        }
        Ok(part)
    }

    /// Appends the rows of some inputs, a batch for each table.
    pub(super) fn append(
        &mut self,
        rows: Vec<Encoded>,
        records: Vec<InputRecord>,
    ) -> Result<(), ExportError> {
        for (file, rows) in self.files.iter_mut().zip(rows) {
            let Some(writer) = &mut file.writer else { continue };
            writer.append(rows).map_err(ExportError::writing(&file.path))?;
        }
        self.records.extend(records);
        Ok(())
    }

    /// Ends the files and gives them their names, that which vouches for them last.
    pub(super) fn finish(mut self) -> Result<(), ExportError> {
        let mut checksums = Checksums::default();
        for file in &mut self.files {
            if let Some(writer) = file.writer.take() {
                let hash =
                    writer.finish().and_then(Hashed::finish).map_err(ExportError::writing(&file.path))?;
                checksums.add(self.output, &file.path, hash);
            }
        }
        // Older ones would vouch for files that are not theirs.
        let vouching = file_of(self.output, CHECKSUMS, self.number, "sha256");
        remove(&vouching).map_err(ExportError::writing(&vouching))?;
        for Open { path, aside, .. } in &self.files {
            fs::rename(aside, path).map_err(ExportError::writing(path))?;
        }
        let (catalogue, lines) =
            (file_of(self.output, CATALOGUE, self.number, "ndjson"), to_lines(&self.records));
        replace(&catalogue, lines.as_bytes()).map_err(ExportError::writing(&catalogue))?;
        checksums.add(self.output, &catalogue, sha256(lines.as_bytes()));
        replace(&vouching, checksums.to_lines().as_bytes()).map_err(ExportError::writing(&vouching))
    }
}

impl Drop for Part<'_> {
    /// What was not finished is removed; after a crash, the next run does.
    fn drop(&mut self) {
        for Open { aside, writer, .. } in &mut self.files {
            *writer = None;
            let _ = fs::remove_file(aside);
        }
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Makes the folders of an output, and clears them of what a run left half-written or that no part of this one replaces.
pub(super) fn clear(output: &Path, folders: &[&str], from: usize) -> Result<(), ExportError> {
    for folder in folders {
        let folder = output.join(folder);
        fs::create_dir_all(&folder).map_err(ExportError::writing(&folder))?;
        for entry in fs::read_dir(&folder).map_err(ExportError::writing(&folder))? {
            let path = entry.map_err(ExportError::writing(&folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let number = name.strip_prefix("part-").and_then(|rest| rest.split('.').next()?.parse().ok());
            let is_old = number.is_some_and(|number: usize| number >= from);
            if is_old || name.starts_with(".part-") && name.ends_with(".tmp") {
                remove(&path).map_err(ExportError::writing(&path))?;
            }
        }
    }
    Ok(())
}

/// Whether a folder holds nothing but the lock of a run, and what it was to say first where it was killed; or is not there.
pub(super) fn is_empty(folder: &Path) -> io::Result<bool> {
    let first = aside(Path::new(manifest::NAME));
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries
            .all(|it| it.is_ok_and(|it| it.file_name() == LOCK || it.file_name() == first.as_os_str()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}
