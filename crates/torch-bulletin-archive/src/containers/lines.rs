//! Lines of JSON: a text and its id each, as data sets are passed around.

use std::collections::VecDeque;
use std::fmt;
use std::io::{self, BufRead as _, BufReader, Cursor, Read};

use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

use super::Exceeded;
use super::container::Member;
use super::long_line::{LongLine, Wrong};
use super::meter::Budget;
use crate::ReadError;

/// An open file of lines.
pub(crate) struct Lines {
    stream: BufReader<Box<dyn Read + Send>>,
    number: u64,
    /// What stands further on the line: files were put together, and one of them did not end its last line.
    ready: VecDeque<Member>,
    ended: bool,
}

/// One line. Other keys may stand beside these.
#[derive(Deserialize)]
pub(super) struct Record {
    #[serde(default)]
    id: Option<Id>,
    text: String,
}

struct Id(String);

impl<'de> Deserialize<'de> for Id {
    /// What is neither a string nor a number is told at its first byte, and not taken into memory to see whether it is.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor)
    }
}

struct IdVisitor;

impl Visitor<'_> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id: a string or a number")
    }

    fn visit_str<E>(self, id: &str) -> Result<Id, E> {
        Ok(Id(id.to_owned()))
    }

    fn visit_u64<E>(self, id: u64) -> Result<Id, E> {
        Ok(Id(id.to_string()))
    }

    fn visit_i64<E>(self, id: i64) -> Result<Id, E> {
        Ok(Id(id.to_string()))
    }

    fn visit_f64<E>(self, id: f64) -> Result<Id, E> {
        // As JSON writes it: 3.0 and not 3.
        Ok(Id(serde_json::Value::from(id).to_string()))
    }
}

/// A line of up to so many bytes is read whole, and then understood; a longer one as it comes.
const SHORT: u64 = 1 << 20;

impl Lines {
    pub(crate) fn new(stream: Box<dyn Read + Send>) -> Self {
        Self { stream: BufReader::new(stream), number: 0, ready: VecDeque::new(), ended: false }
    }

    /// What stands on the next line.
    pub(crate) fn next(&mut self, budget: &Budget) -> Option<Member> {
        if let Some(member) = self.ready.pop_front() {
            return Some(member);
        }
        if self.ended {
            return None;
        }
        let mut line = Vec::new();
        let input = budget.limits.input();
        let read = (&mut self.stream).take(SHORT).read_until(b'\n', &mut line);
        if let Err(error) = read {
            return Some(self.broken(&error, budget));
        }
        if line.is_empty() {
            return None;
        }
        self.number += 1;
        // A byte order mark begins the first line of what some Windows programs write.
        let mark = if line.starts_with(b"\xEF\xBB\xBF") { 3_u64 } else { 0 };
        if line.len() as u64 == SHORT && !line.ends_with(b"\n") {
            let rest = LongLine::new(Cursor::new(line).chain(&mut self.stream), input);
            return Some(match rest.record(mark) {
                Ok(record) => self.member(record, input),
                Err(error) => self.broken(&error, budget),
            });
        }
        let records = serde_json::Deserializer::from_slice(&line[mark as usize..]).into_iter();
        self.ready = records.map(|it| self.member(it.map_err(Wrong::Json), input)).collect();
        Some(self.ready.pop_front().unwrap_or(Member::Nothing))
    }

    /// What came of a record of the line; a text may have so many bytes.
    fn member(&self, record: Result<Record, Wrong>, limit: u64) -> Member {
        let name = self.number.to_string();
        match record {
            Ok(Record { id, text }) => {
                let id = id.map(|Id(id)| id).filter(|id| !id.is_empty()).unwrap_or(name);
                match text.len() as u64 {
                    length if length > limit => Member::Failed(id, Exceeded::Input(limit).into()),
                    _ => Member::Text(id, text.into_bytes()),
                }
            }
            Err(Wrong::TooLong) => Member::Failed(name, Exceeded::Input(limit).into()),
            Err(Wrong::Json(error)) => {
                let reason = format!("line {}, expected {{\"id\": …, \"text\": …}}: {error}", self.number);
                Member::Failed(name, ReadError::Damaged { reason })
            }
        }
    }

    /// Nothing can be read any more.
    fn broken(&mut self, error: &io::Error, budget: &Budget) -> Member {
        self.ended = true;
        Member::End(budget.broken(&format!("after line {}: {error}", self.number)))
    }
}

/// Whether a stream without a name holds lines of JSON: no issue begins with a brace.
pub(crate) fn begins_with_brace(head: &[u8]) -> bool {
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start().first() == Some(&b'{')
}
