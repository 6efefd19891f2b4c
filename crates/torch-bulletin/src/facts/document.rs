//! Documents 文件 between 《 and 》, with what stands between such marks inside.

use super::mark::{Kind, Mark};
use super::{DocumentMention, Rule, Value};

/// The longest title in bytes; what runs on longer has lost its second mark.
const LONGEST: usize = 450;

/// The outermost titles of a text.
pub(super) fn documents(text: &str, marks: &[Mark], mut found: impl FnMut(Mark, Value, Rule)) {
    let mut open: Option<usize> = None;
    let mut depth = 0_usize;
    for mark in marks {
        match mark.kind {
            Kind::OpenBook => {
                if depth == 0 || open.is_some_and(|start| mark.start - start > LONGEST) {
                    open = Some(mark.start);
                    depth = 0;
                }
                depth += 1;
            }
            Kind::CloseBook if depth > 0 => {
                depth -= 1;
                if let (0, Some(start)) = (depth, open) {
                    let title = &text[start + '《'.len_utf8()..mark.start];
                    if !title.is_empty() && title.len() <= LONGEST {
                        let value = Value::Document(DocumentMention { title: title.to_owned() });
                        found(Mark { start, end: mark.end, kind: mark.kind }, value, Rule::TitleMarks);
                    }
                    open = None;
                }
            }
            _ => {}
        }
    }
}
