//! A whole archive becomes tables: in a folder, with a catalogue and in parts, or one of them in a single file or stream.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use arrow_array::RecordBatch;
use torch_bulletin_wire::tables::Table;

use super::catalogue::InputRecord;
use super::checksums::CHECKSUMS;
use super::chunks::Chunks;
use super::encode::{Encoded, Encoder};
use super::manifest::{self, Manifest, Settings};
use super::parts::{self, CATALOGUE, Part};
use super::resume::Plan;
use super::watch::Progress;
use super::work::{Give, Portion};
use super::{Export, ExportError, Summary, TableFormat, Watch};
use crate::in_order::in_portions;
use crate::lock::FolderLock;
use crate::{Draft, Walk};

impl Export {
    /// Writes all tables into a folder; see the [module](super) for what is in it.
    ///
    /// # Errors
    /// Where something cannot be written, or the folder holds something else. What an input has against it is no error,
    /// but a line of the catalogue.
    pub fn to_folder<P: Into<PathBuf>>(
        &self,
        paths: impl IntoIterator<Item = P>,
        folder: impl AsRef<Path>,
        format: TableFormat,
        watch: &mut dyn Watch,
    ) -> Result<Summary, ExportError> {
        let folder = folder.as_ref();
        let paths: Vec<PathBuf> = paths.into_iter().map(Into::into).collect();
        let settings = self.settings(format);
        let _lock = self.occupy(folder, &paths, &settings)?;
        let stop = watch.stop();
        let walk = || self.walk(paths.clone(), stop.clone()).without(folder);
        let plan = match self.resume {
            true => match Plan::make(walk(), folder, self, format, watch)? {
                Some(plan) => plan,
                None => return Ok(Summary::default()),
            },
            false => Plan::default(),
        };
        let manifest = folder.join(super::manifest::NAME);
        let mut state = Manifest { complete: false, settings, summary: plan.summary.clone() };
        state.write(folder).map_err(ExportError::writing(&manifest))?;
        let folders: Vec<&str> =
            self.tables.iter().map(|table| table.as_str()).chain([CATALOGUE, CHECKSUMS]).collect();
        parts::clear(folder, &folders, plan.done.len())?;

        let encoders = self.encoders(format).map_err(ExportError::writing(folder))?;
        let mut part: Option<Part<'_>> = None;
        let mut summary = plan.summary;
        let written = self.run(walk(), plan.done, &encoders, watch, &mut summary, |number, rows, records| {
            if part.as_ref().is_some_and(|part| part.number != number)
                && let Some(part) = part.take()
            {
                part.finish()?;
            }
            let part = match &mut part {
                Some(part) => part,
                none => none.insert(Part::begin(folder, number, &encoders, format)?),
            };
            part.append(rows, records)
        });
        let complete = written?;
        // An archive of nothing has its tables too.
        if part.is_none() && summary.inputs == 0 {
            part = Some(Part::begin(folder, 0, &encoders, format)?);
        }
        if let Some(part) = part {
            part.finish()?;
        }
        summary.complete = complete;
        state = Manifest { complete, summary: summary.clone(), ..state };
        state.write(folder).map_err(ExportError::writing(&manifest))?;
        Ok(summary)
    }

    /// Writes one table to a stream.
    ///
    /// # Errors
    /// Where the stream fails.
    pub fn to_stream<P: Into<PathBuf>>(
        &self,
        paths: impl IntoIterator<Item = P>,
        table: Table,
        format: TableFormat,
        out: impl Write + Send,
        watch: &mut dyn Watch,
    ) -> Result<Summary, ExportError> {
        let walk = self.walk(paths, watch.stop());
        let export = self.clone().with_tables([table]);
        Ok(export.to_writer(walk, format, (out, Path::new("the output")), true, watch)?.0)
    }

    /// Writes one table to a file, which takes its name when it is whole; called off, it takes that name with `.partial`
    /// after it.
    ///
    /// A file of one of these [formats](TableFormat) in a folder that is read is what an earlier run wrote, and no input.
    ///
    /// # Errors
    /// Where the file cannot be written, and where it is an input.
    pub fn to_file<P: Into<PathBuf>>(
        &self,
        paths: impl IntoIterator<Item = P>,
        table: Table,
        format: TableFormat,
        path: impl AsRef<Path>,
        watch: &mut dyn Watch,
    ) -> Result<Summary, ExportError> {
        let path = path.as_ref();
        let export = self.clone().with_tables([table]);
        let paths: Vec<PathBuf> = paths.into_iter().map(Into::into).collect();
        if is_input(path, &paths) {
            return Err(ExportError::Input(path.to_path_buf()));
        }
        let walk = self.walk(paths, watch.stop()).without(path);
        let draft = Draft::create(path).map_err(ExportError::writing(path))?;
        let is_stream = draft.is_in_place();
        let (summary, draft) = export.to_writer(walk, format, (draft, path), is_stream, watch)?;
        let named = if summary.complete { draft.finish() } else { draft.part().map(drop) };
        named.map_err(ExportError::writing(path))?;
        Ok(summary)
    }

    /// Gives the rows of one table as Arrow batches, in order, on the calling thread; `take` may call the rest off.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use torch_bulletin_archive::Export;
    /// use torch_bulletin_wire::tables::Table;
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("3.txt");
    /// # std::fs::write(&path, "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)")?;
    /// let mut rows = 0;
    /// Export::new().to_batches([path], Table::Blocks, &mut (), |batch| {
    ///     rows += batch.num_rows();
    ///     ControlFlow::Continue(())
    /// });
    /// assert_eq!(rows, 1);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn to_batches<P: Into<PathBuf>>(
        &self,
        paths: impl IntoIterator<Item = P>,
        table: Table,
        watch: &mut dyn Watch,
        mut take: impl FnMut(RecordBatch) -> ControlFlow<()>,
    ) -> Summary {
        let export = self.clone().with_tables([table]);
        let walk = self.walk(paths, watch.stop());
        let mut progress = Progress::new(&walk, watch);
        let mut summary = Summary { complete: true, ..Summary::default() };
        let chunks = Chunks::new(walk, self.part_bytes, Vec::new());
        let work = |chunk, give: &mut Give<'_>| export.work(chunk, give);
        in_portions(chunks, self.threads, work, |Portion { records, rows, .. }| {
            for record in &records {
                summary.count(record);
                watch.input(record);
            }
            progress.tell(watch, &summary);
            let go_on = watch.keep_going() && rows.into_iter().all(|rows| take(rows).is_continue());
            summary.complete = go_on;
            if go_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        summary
    }

    fn walk<P: Into<PathBuf>>(
        &self,
        paths: impl IntoIterator<Item = P>,
        stop: Option<Arc<AtomicBool>>,
    ) -> Walk {
        let walk = Walk::new(paths).with_limits(self.limits);
        match stop {
            Some(flag) => walk.with_stop(flag),
            None => walk,
        }
    }

    /// The one table of a run, written; and what it was written to.
    fn to_writer<W: Write + Send>(
        &self,
        walk: Walk,
        format: TableFormat,
        out: (W, &Path),
        is_stream: bool,
        watch: &mut dyn Watch,
    ) -> Result<(Summary, W), ExportError> {
        let (out, path) = out;
        let encoders = self.encoders(format).map_err(ExportError::writing(path))?;
        let mut writer = encoders[0].1.begin(out, is_stream).map_err(ExportError::writing(path))?;
        let mut summary = Summary::default();
        summary.complete = self.run(walk, Vec::new(), &encoders, watch, &mut summary, |_, rows, _| {
            rows.into_iter().try_for_each(|rows| writer.append(rows)).map_err(ExportError::writing(path))
        })?;
        let out = writer.finish().map_err(ExportError::writing(path))?;
        Ok((summary, out))
    }

    /// Reads every input and hands over its encoded rows in order; whether it went through.
    fn run(
        &self,
        walk: Walk,
        done: Vec<bool>,
        encoders: &[(Table, Encoder)],
        watch: &mut dyn Watch,
        summary: &mut Summary,
        mut write: impl FnMut(usize, Vec<Encoded>, Vec<InputRecord>) -> Result<(), ExportError>,
    ) -> Result<bool, ExportError> {
        let mut progress = Progress::new(&walk, watch);
        let passed_over = walk.passed_over();
        let mut went = Ok(true);
        let encode = |rows: Vec<RecordBatch>| {
            let rows = rows.into_iter().zip(encoders).map(|(rows, (_, encoder))| encoder.encode(rows));
            rows.collect::<io::Result<Vec<_>>>()
        };
        let work = |chunk, give: &mut dyn FnMut(Portion<io::Result<Vec<Encoded>>>) -> ControlFlow<()>| {
            self.work(chunk, &mut |Portion { part, records, rows, ends }| {
                give(Portion { part, records, rows: encode(rows), ends })
            });
        };
        let chunks = Chunks::new(walk, self.part_bytes, done);
        in_portions(chunks, self.threads, work, |Portion { part, records, rows, ends }| {
            let written = rows.map_err(ExportError::writing(Path::new("a table"))).and_then(|rows| {
                for record in &records {
                    summary.count(record);
                    watch.input(record);
                }
                write(part, rows, records)
            });
            progress.tell(watch, summary);
            // Within an input nothing is called off: what is written has its line in the catalogue.
            went = written.map(|()| !ends || watch.keep_going());
            if matches!(went, Ok(true)) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        summary.passed_over = passed_over.load(Ordering::Relaxed);
        // The walk may have ended by being called off, with nothing more to take.
        Ok(went? && watch.keep_going())
    }

    /// Takes a folder for this run alone, if it may write there; makes it where it is missing.
    fn occupy(
        &self,
        folder: &Path,
        paths: &[PathBuf],
        settings: &Settings,
    ) -> Result<FolderLock, ExportError> {
        let take = || {
            let lock = FolderLock::take(folder).map_err(ExportError::writing(folder))?;
            lock.ok_or_else(|| ExportError::Busy(folder.into()))
        };
        // Nothing is made in a folder that is not ours, nor said of one that another run is still filling.
        let found = if FolderLock::is_in(folder) { Some(take()?) } else { None };
        self.admit(folder, paths, settings)?;
        if let Some(lock) = found {
            return Ok(lock);
        }
        fs::create_dir_all(folder).map_err(ExportError::writing(folder))?;
        let lock = take()?;
        // Another run may have begun, and ended, since.
        self.admit(folder, paths, settings)?;
        Ok(lock)
    }

    /// Whether the run may write into a folder.
    fn admit(&self, folder: &Path, paths: &[PathBuf], settings: &Settings) -> Result<(), ExportError> {
        let found = Manifest::of_folder(folder).map_err(|source| match source.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
                ExportError::Damaged { path: folder.join(manifest::NAME), source }
            }
            _ => ExportError::Read { path: folder.join(manifest::NAME), source },
        })?;
        match (found, self.resume) {
            (Some(_), false) => Err(ExportError::Exists(folder.into())),
            (Some(found), true) if found.settings != *settings => Err(ExportError::Differs(folder.into())),
            (None, _) if !parts::is_empty(folder).map_err(ExportError::reading(folder))? => {
                Err(ExportError::NotEmpty(folder.into()))
            }
            (_, true) if paths.iter().any(Walk::is_stream) => Err(ExportError::Stream),
            _ => Ok(()),
        }
    }
}

/// Whether a file is there and is given as an input, or lies where inputs are looked for and is no table of an earlier run
/// by its ending (`.csv`, `.ndjson`, …): writing to it would lose an issue.
///
/// ```
/// use std::path::Path;
/// let folder = [env!("CARGO_MANIFEST_DIR").into()];
/// assert!(torch_bulletin_archive::is_input(&Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"), &folder));
/// assert!(!torch_bulletin_archive::is_input(Path::new("no-such-file.txt"), &folder));
/// ```
pub fn is_input(output: &Path, paths: &[PathBuf]) -> bool {
    let named = output;
    let Ok(output) = fs::canonicalize(output) else { return false };
    let is_table = output.extension().and_then(OsStr::to_str).and_then(TableFormat::of_ending).is_some();
    paths.iter().any(|path| match fs::canonicalize(path) {
        Ok(path) => !output.is_dir() && (path == output || !is_table && output.starts_with(&path)),
        // A pattern, perhaps.
        Err(_) => {
            let pattern = path.to_str().and_then(|it| glob::Pattern::new(it).ok());
            !is_table && pattern.is_some_and(|it| it.matches_path(named) || it.matches_path(&output))
        }
    })
}
