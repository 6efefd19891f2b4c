//! Lines of JSON: a text and its id each, as data sets are passed around.

use std::io::{BufRead as _, BufReader, Read};

use serde::Deserialize;

use super::Exceeded;
use super::container::Member;
use super::meter::Budget;
use crate::ReadError;

/// An open file of lines.
pub(crate) struct Lines {
    stream: BufReader<Box<dyn Read + Send>>,
    number: u64,
    ended: bool,
}

/// One line. Other keys may stand beside these.
#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: Option<Id>,
    text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

/// How much longer than its text a line of JSON may be: each character as `\u0000`.
const ESCAPED: u64 = 6;

impl Lines {
    pub(crate) fn new(stream: Box<dyn Read + Send>) -> Self {
        Self { stream: BufReader::new(stream), number: 0, ended: false }
    }

    pub(crate) fn next(&mut self, budget: &Budget) -> Option<Member> {
        if self.ended {
            return None;
        }
        let mut line = Vec::new();
        let input = budget.limits.input();
        let longest = input.saturating_mul(ESCAPED);
        let read = (&mut self.stream).take(longest).read_until(b'\n', &mut line);
        if let Err(error) = read {
            self.ended = true;
            return Some(Member::End(budget.broken(&format!("after line {}: {error}", self.number))));
        }
        if line.is_empty() {
            return None;
        }
        self.number += 1;
        let name = self.number.to_string();
        if line.len() as u64 == longest && line.last() != Some(&b'\n') {
            self.ended = self.stream.skip_until(b'\n').is_err();
            return Some(Member::Failed(name, Exceeded::Input(input).into()));
        }
        if line.trim_ascii().is_empty() {
            return Some(Member::Nothing);
        }
        // A byte order mark begins the first line of what some Windows programs write.
        let json = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line);
        Some(match serde_json::from_slice::<Record>(json) {
            Ok(Record { id, text }) => {
                let id = match id {
                    Some(Id::Text(id)) if !id.is_empty() => id,
                    Some(Id::Number(id)) => id.to_string(),
                    _ => name,
                };
                match text.len() as u64 {
                    length if length > input => Member::Failed(id, Exceeded::Input(input).into()),
                    _ => Member::Text(id, text.into_bytes()),
                }
            }
            Err(error) => {
                let reason = format!("line {}, expected {{\"id\": …, \"text\": …}}: {error}", self.number);
                Member::Failed(name, ReadError::Damaged { reason })
            }
        })
    }
}

/// Whether a stream without a name holds lines of JSON: no issue begins with a brace.
pub(crate) fn begins_with_brace(head: &[u8]) -> bool {
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start().first() == Some(&b'{')
}
