//! What a long run shows while it goes: a bar on a terminal, each input that was not read, and whether to stop.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use torch_bulletin_archive::{InputRecord, InputStatus, Summary, Watch};

use crate::signals::listen;
use crate::status::{Status, Stop, counted, warn};

/// Watches a run for whoever started it.
pub(crate) struct Monitor<'s> {
    bar: ProgressBar,
    stopped: Arc<AtomicBool>,
    status: &'s mut Status,
}

impl<'s> Monitor<'s> {
    /// From now on Ctrl-C asks the run to end; a second one ends the program at once.
    pub(crate) fn new(status: &'s mut Status) -> Result<Self, Stop> {
        let stopped = listen()?;
        // Shown on a terminal only, and there no oftener than a few times a second.
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template(
            "{bar:24} {binary_bytes}/{binary_total_bytes}  {binary_bytes_per_sec}  {eta} left  {msg}",
        );
        bar.set_style(style.expect("the template is sound; this is our bug"));
        Ok(Self { bar, stopped, status })
    }

    /// Takes the bar away.
    pub(crate) fn finish(self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Monitor<'_> {
    fn keep_going(&self) -> bool {
        !self.stopped.load(Ordering::Relaxed)
    }

    fn stop(&self) -> Option<Arc<AtomicBool>> {
        Some(Arc::clone(&self.stopped))
    }

    fn input(&mut self, record: &InputRecord) {
        let InputRecord { name, status, message, .. } = record;
        if *status == InputStatus::Read {
            return;
        }
        let how = if *status == InputStatus::Refused { "refused" } else { "failed" };
        let message = message.as_deref().unwrap_or_default();
        self.bar.suspend(|| self.status.refused(&format!("{how} {name}: {message}")));
    }

    fn damaged(&mut self, file: &Path) {
        let message =
            format!("{}: found damage since it was written; its part is written anew", file.display());
        self.bar.suspend(|| warn(&message));
    }

    fn progress(&mut self, done: u64, total: u64, summary: &Summary) {
        self.bar.set_length(total.max(done));
        self.bar.set_position(done);
        self.bar.set_message(counted(summary.issues, "issue"));
    }

    fn is_shown(&self) -> bool {
        !self.bar.is_hidden()
    }
}
