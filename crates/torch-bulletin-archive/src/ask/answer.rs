//! The answer 结果: steps that a thread makes, taken by another when it wants them.

use std::convert::Infallible;
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use arrow_array::RecordBatch;
use serde::Serialize;

use crate::{InputRecord, InputStatus, ReadError};

/// What is made for a [question](super::ask), step by step. Whoever drops it ends the work.
///
/// No more than two steps wait to be taken, so that memory does not grow with the archive.
#[derive(Debug)]
pub struct Answer {
    steps: Mutex<Taken>,
}

#[derive(Debug)]
struct Taken {
    steps: Receiver<Step>,
    thread: Option<JoinHandle<()>>,
}

/// How long it waits before it asks whether to go on.
const WAIT: Duration = Duration::from_millis(50);

/// One step of an [`Answer`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Step {
    /// How far the work has come.
    pub news: News,
    /// What was made.
    pub made: Made,
}

/// How far the work has come 进度.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct News {
    /// Bytes that were read from disk.
    pub done: u64,
    /// Bytes on disk in all; 0 where that was not asked for.
    pub total: u64,
    /// Inputs so far.
    pub inputs: u64,
    /// Issues in them that were read or, in a search, found.
    pub issues: u64,
    /// Inputs since the last step that were not read.
    pub unread: Vec<Unread>,
}

/// An input that was not read, and why.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Unread {
    /// Its name.
    pub name: String,
    /// `refused` or `failed`.
    pub status: InputStatus,
    /// As [`ReadError::code`].
    pub code: String,
    /// The same as a sentence.
    pub message: String,
}

/// What a step made.
#[derive(Debug)]
#[non_exhaustive]
pub enum Made {
    /// News alone.
    Nothing,
    /// Rows of a table.
    Rows(RecordBatch),
    /// Lines of JSON.
    Lines(String),
}

impl Answer {
    /// Begins with work that hands over steps until it is told to break.
    pub(super) fn begin(work: impl FnOnce(&mut dyn FnMut(Step) -> ControlFlow<()>) + Send + 'static) -> Self {
        let (sender, steps) = sync_channel(1);
        let thread = thread::spawn(move || {
            work(&mut |step| match sender.send(step) {
                Ok(()) => ControlFlow::Continue(()),
                // Nobody takes them any more.
                Err(_) => ControlFlow::Break(()),
            });
        });
        Self { steps: Mutex::new(Taken { steps, thread: Some(thread) }) }
    }

    /// The next step; `None` where there are no more. While it waits it asks again and again whether to go on, and gives back
    /// why not.
    ///
    /// # Errors
    /// Where `go_on` has one.
    ///
    /// # Panics
    /// Where the work did.
    pub fn next_while<E>(&self, mut go_on: impl FnMut() -> Result<(), E>) -> Result<Option<Step>, E> {
        let mut taken = self.steps.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match taken.steps.recv_timeout(WAIT) {
                Ok(step) => return Ok(Some(step)),
                Err(RecvTimeoutError::Timeout) => go_on()?,
                Err(RecvTimeoutError::Disconnected) => {
                    // Its end is seen once.
                    if let Some(Err(panic)) = taken.thread.take().map(JoinHandle::join) {
                        resume_unwind(panic);
                    }
                    return Ok(None);
                }
            }
        }
    }

    /// The next step, however long it takes.
    ///
    /// # Panics
    /// Where the work did.
    pub fn next_step(&self) -> Option<Step> {
        self.next_while(|| Ok::<(), Infallible>(())).unwrap_or_else(|never| match never {})
    }
}

impl Unread {
    pub(super) fn of(name: &str, error: &ReadError) -> Self {
        let status = if error.is_refusal() { InputStatus::Refused } else { InputStatus::Failed };
        Self { name: name.to_owned(), status, code: error.code().to_owned(), message: error.to_string() }
    }

    pub(super) fn of_record(record: &InputRecord) -> Option<Self> {
        let InputRecord { name, status, code, message, .. } = record;
        (*status != InputStatus::Read).then(|| Self {
            name: name.clone(),
            status: *status,
            code: code.clone().unwrap_or_default(),
            message: message.clone().unwrap_or_default(),
        })
    }
}

impl Step {
    /// The news as JSON, and the rows or the lines that were made.
    pub fn into_parts(self) -> (String, Option<RecordBatch>, Option<String>) {
        let news = self.news.to_json();
        match self.made {
            Made::Nothing => (news, None, None),
            Made::Rows(rows) => (news, Some(rows), None),
            Made::Lines(lines) => (news, None, Some(lines)),
        }
    }
}

impl News {
    /// As JSON, on one line.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("news always serialise; this is our bug")
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    fn step(inputs: u64) -> Step {
        Step { news: News { inputs, ..News::default() }, made: Made::Nothing }
    }

    #[test]
    fn steps_come_in_order_and_wait_to_be_taken() {
        let sent = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&sent);
        let answer = Answer::begin(move |take| {
            for number in 0..100 {
                count.store(number, Ordering::SeqCst);
                let _ = take(step(number));
            }
        });
        for number in 0..100 {
            assert_eq!(answer.next_step().map(|it| it.news.inputs), Some(number));
            assert!(sent.load(Ordering::SeqCst) <= number + 3);
        }
        assert!(answer.next_step().is_none() && answer.next_step().is_none());
    }

    #[test]
    fn work_ends_where_nobody_takes_it_and_a_panic_is_seen() {
        let (told, hear) = sync_channel(1);
        let answer = Answer::begin(move |take| {
            while take(step(0)).is_continue() {}
            told.send(()).unwrap();
        });
        assert!(answer.next_step().is_some());
        drop(answer);
        assert!(hear.recv_timeout(Duration::from_secs(20)).is_ok());
        let slow = Answer::begin(|_| thread::sleep(4 * WAIT));
        assert_eq!(slow.next_while(|| Err("called off")).map(|_| ()), Err("called off"));
        let panics = Answer::begin(|_| panic!("on purpose"));
        assert!(catch_unwind(AssertUnwindSafe(|| panics.next_step())).is_err());
    }
}
