//! Going on with an earlier run: which of its parts are what this run would make.

use std::ops::ControlFlow;
use std::path::Path;

use super::catalogue::{self, InputRecord};
use super::checksums::{CHECKSUMS, Checksums};
use super::chunks::Parts;
use super::parts::{CATALOGUE, file_of};
use super::watch::Progress;
use super::{Export, ExportError, Summary, TableFormat, Watch};
use crate::{Entry, ReadError, Walk, in_order, sha256};

/// Which parts there will be, and which of them are done.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) done: Vec<bool>,
    /// What the parts that are done hold.
    pub(super) summary: Summary,
}

impl Plan {
    /// Reads every input once to compare its hash with the catalogue; `None` where it was called off.
    pub(super) fn make(
        walk: Walk,
        output: &Path,
        export: &Export,
        format: TableFormat,
        watch: &mut dyn Watch,
    ) -> Result<Option<Self>, ExportError> {
        let mut progress = Progress::new(&walk, watch);
        let mut parts = Parts::new(export.part_bytes);
        let mut plan = Plan::default();
        let mut went = Ok(true);
        // The part that is being compared: its inputs as the catalogue has them, and how many of them agree.
        let mut compared = Compared::of(output, 0, export, format, watch)?;
        let hash = |entry: Entry| {
            let (name, length) = (entry.name().to_owned(), entry.len());
            let hash =
                entry.bytes().map(|bytes| sha256(&bytes)).map_err(|error: ReadError| error.to_string());
            (name, length, hash)
        };
        in_order(walk, export.threads, hash, |(name, length, hash)| {
            compared.next(&name, hash.as_ref().unwrap_or_else(|reason| reason));
            let (part, is_last) = parts.place(&name, length);
            plan.done.resize(part + 1, false);
            if is_last {
                plan.close(part, &compared, watch);
                match Compared::of(output, part + 1, export, format, watch) {
                    Ok(next) => compared = next,
                    Err(error) => went = Err(error),
                }
            }
            if plan.done.len().is_multiple_of(64) {
                progress.tell(watch, &plan.summary);
            }
            went = std::mem::replace(&mut went, Ok(true)).map(|_| watch.keep_going());
            if matches!(went, Ok(true)) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        if let Some(last) = plan.done.len().checked_sub(1) {
            // A part that was closed has no inputs left to compare.
            if compared.part == last {
                plan.close(last, &compared, watch);
            }
        }
        Ok((went? && watch.keep_going()).then_some(plan))
    }

    fn close(&mut self, part: usize, compared: &Compared, watch: &mut dyn Watch) {
        if compared.is_same() {
            self.done[part] = true;
            for record in compared.records.iter().flatten() {
                self.summary.count(record);
                self.summary.kept += 1;
                watch.input(record);
            }
        }
    }
}

/// A part of the earlier run beside what it would be now.
struct Compared {
    part: usize,
    records: Option<Vec<InputRecord>>,
    seen: usize,
    differs: bool,
}

impl Compared {
    fn of(
        output: &Path,
        part: usize,
        export: &Export,
        format: TableFormat,
        watch: &mut dyn Watch,
    ) -> Result<Self, ExportError> {
        let path = file_of(output, CATALOGUE, part, "ndjson");
        let mut records = catalogue::of_file(&path).map_err(ExportError::reading(&path))?;
        let whole =
            Checksums::of_part(output, part).map_err(ExportError::reading(&output.join(CHECKSUMS)))?;
        let tables = export.tables.iter().map(|it| file_of(output, it.as_str(), part, format.as_str()));
        let damaged = whole.as_ref().and_then(|it| it.damaged(output, tables.chain([path.clone()])));
        let is_damaged = damaged.is_some();
        if let Some(file) = damaged {
            watch.damaged(&file);
        }
        // What met a fault of ours is tried again.
        let is_ours = |record: &InputRecord| record.code.as_deref() == Some("internal");
        if whole.is_none() || is_damaged || records.iter().flatten().any(is_ours) {
            records = None;
        }
        Ok(Self { part, records, seen: 0, differs: false })
    }

    /// Compares the next input: its name, and its hash or why it has none.
    fn next(&mut self, name: &str, what: &str) {
        let expected = self.records.as_ref().and_then(|records| records.get(self.seen));
        self.differs |= expected.map(InputRecord::identity) != Some((name, what));
        self.seen += 1;
    }

    fn is_same(&self) -> bool {
        !self.differs && self.records.as_ref().is_some_and(|records| records.len() == self.seen)
    }
}
