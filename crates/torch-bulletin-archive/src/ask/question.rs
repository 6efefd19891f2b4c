//! The question 提问: a task, where to look, and how, as JSON that every language can write.

use std::num::NonZero;
use std::path::PathBuf;

use serde::Deserialize;
use torch_bulletin::ParseOptions;
use torch_bulletin::search::{Query, QueryError};
use torch_bulletin_wire::tables::Table;
use torch_bulletin_wire::{CountBy, OffsetUnit, OptionsError, read_options};

use super::{Answer, work};
use crate::Limits;

/// Begins with what a question in JSON asks; places count in a unit.
///
/// | key | what it is |
/// |---|---|
/// | `paths` | files, folders, patterns, containers, as for [`Walk`](crate::Walk) |
/// | `task` | `{"table": "articles"}`, `"catalogue"`, `{"search": {"words", "any", "context", "count_by"}}` or `{"parts": {"name", "text"}}` |
/// | `options` | how to parse, as in every language |
/// | `numbers` | whether bare numbers are facts too |
/// | `threads` | 0 or absent is one for each processor; the answer does not depend on it |
/// | `shown` | whether to look at the size of every file first, for the total in the news |
/// | `max_size`, `max_unpacked`, `max_ratio`, `max_depth` | the [`Limits`]; none but the last may be 0 |
///
/// A table is answered by rows; a search by hits as lines of JSON, or by counts at the end; a catalogue at the end by the
/// lines of [`Catalogue::to_ndjson`](crate::Catalogue::to_ndjson). `parts` asks of no path, but where each issue of a text
/// begins and ends: lines of JSON with `name` (`volume.txt#2022-12`, where there are several), `start` and `end`.
///
/// ```
/// use torch_bulletin_archive::ask::ask;
/// use torch_bulletin_wire::OffsetUnit;
/// let answer = ask(r#"{"paths": ["missing.txt"], "task": {"table": "articles"}}"#, OffsetUnit::Codepoint)?;
/// assert_eq!(answer.next_step().unwrap().news.unread[0].name, "missing.txt");
///
/// let error = ask(r#"{"paths": [], "task": {"table": "figures"}}"#, OffsetUnit::Codepoint).unwrap_err();
/// assert!(error.to_string().starts_with("task.table: unknown variant `figures`"), "{error}");
///
/// let error = ask(r#"{"paths": [], "task": "catalogue", "max_ratio": 0}"#, OffsetUnit::Codepoint).unwrap_err();
/// assert!(error.to_string().starts_with("max_ratio: invalid value: integer `0`"), "{error}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What is no question, and words that are none.
pub fn ask(json: &str, unit: OffsetUnit) -> Result<Answer, AskError> {
    let question: Question = read_options(json)?;
    Ok(match question.task.clone() {
        Task::Table(table) => work::table(question, table, unit),
        Task::Catalogue => work::catalogue(question),
        Task::Parts(text) => work::parts(question, text, unit),
        Task::Search(Words { words, any, context, count_by }) => {
            let query = Query::new(words)?.with_any(any);
            let query = query.with_context(context.unwrap_or(Query::CONTEXT));
            work::search(question, query, count_by, unit)
        }
    })
}

/// Why a question cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AskError {
    /// It is no question.
    #[error(transparent)]
    Question(#[from] OptionsError),
    /// Its words are none.
    #[error("words: {0}")]
    Words(#[from] QueryError),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub(super) paths: Vec<PathBuf>,
    task: Task,
    #[serde(default)]
    pub(super) options: ParseOptions,
    #[serde(default)]
    pub(super) numbers: bool,
    #[serde(default)]
    pub(super) threads: usize,
    #[serde(default)]
    pub(super) shown: bool,
    max_size: Option<NonZero<u64>>,
    max_unpacked: Option<NonZero<u64>>,
    max_ratio: Option<NonZero<u64>>,
    max_depth: Option<usize>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Task {
    Table(Table),
    Catalogue,
    Search(Words),
    Parts(Named),
}

/// A text, and the name of its file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) text: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: Vec<String>,
    #[serde(default)]
    any: bool,
    context: Option<usize>,
    count_by: Option<CountBy>,
}

impl Question {
    pub(super) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        limits = self.max_size.map_or(limits, |it| limits.with_input(it.get()));
        limits = self.max_unpacked.map_or(limits, |it| limits.with_expanded(it.get()));
        limits = self.max_ratio.map_or(limits, |it| limits.with_ratio(it.get()));
        self.max_depth.map_or(limits, |it| limits.with_depth(it))
    }
}
