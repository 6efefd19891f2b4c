//! What a run tells while it goes, and in the end.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use serde::{Deserialize, Serialize};
use torch_bulletin_wire::tables::Table;

use super::{InputRecord, InputStatus};
use crate::Walk;

/// Whoever watches a run 进度; `()` watches nothing. All calls come on the thread that called the run.
pub trait Watch {
    /// Whether to go on. What is written when it says no is whole, and marked as partial.
    fn keep_going(&self) -> bool {
        true
    }

    /// A flag that is set from elsewhere where the run is to end, so that also a thread that waits for a stream hears of it.
    /// [`keep_going`](Self::keep_going) says the same.
    fn stop(&self) -> Option<Arc<AtomicBool>> {
        None
    }

    /// An input was read, refused or failed, now or in the run whose part is kept; called in the order of inputs, for those of
    /// kept parts first.
    fn input(&mut self, record: &InputRecord) {
        let _ = record;
    }

    /// A file that an earlier run wrote is gone, cut or changed since; its part is made anew.
    fn damaged(&mut self, file: &Path) {
        let _ = file;
    }

    /// So many of so many bytes on disk are done.
    fn progress(&mut self, done: u64, total: u64, summary: &Summary) {
        let _ = (done, total, summary);
    }

    /// Whether progress is shown to somebody, which takes a look at the size of every file first.
    fn is_shown(&self) -> bool {
        false
    }
}

impl Watch for () {}

/// What a run came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Summary {
    /// Whether it went through; else it was called off.
    #[serde(skip)]
    pub complete: bool,
    /// Inputs: read, refused and failed.
    pub inputs: u64,
    /// Inputs that were read.
    pub read: u64,
    /// Inputs that are no text, no more than a link, or go over a limit.
    pub refused: u64,
    /// Inputs whose bytes could not be had.
    pub failed: u64,
    /// Inputs that an earlier run had done.
    pub kept: u64,
    /// Hidden and system files, which are no inputs.
    pub passed_over: u64,
    /// Bytes of all inputs.
    pub bytes: u64,
    /// Issues in them.
    pub issues: u64,
    /// Rows of each table.
    pub rows: BTreeMap<Table, u64>,
}

/// How far a run has come, for whoever watches it.
pub(super) struct Progress {
    read: Arc<AtomicU64>,
    total: u64,
}

impl Progress {
    pub(super) fn new(walk: &Walk, watch: &dyn Watch) -> Self {
        let total = if watch.is_shown() { walk.bytes_on_disk() } else { 0 };
        Self { read: walk.progress(), total }
    }

    pub(super) fn tell(&mut self, watch: &mut dyn Watch, summary: &Summary) {
        // The directory of a zip file is read beside its members.
        let read = match (self.read.load(Ordering::Relaxed), self.total) {
            (read, 0) => read,
            (read, total) => read.min(total),
        };
        watch.progress(read, self.total, summary);
    }
}

impl Summary {
    pub(super) fn count(&mut self, record: &InputRecord) {
        self.inputs += 1;
        self.bytes += record.bytes;
        self.issues += record.issues.len() as u64;
        for (table, rows) in &record.rows {
            *self.rows.entry(*table).or_default() += rows;
        }
        *match record.status {
            InputStatus::Read => &mut self.read,
            InputStatus::Refused => &mut self.refused,
            InputStatus::Failed => &mut self.failed,
        } += 1;
    }
}
