//! Several issues in one text: where the second begins, if there is one.

use crate::grammar::masthead::{Part, is_title_line, parts};
use crate::model::Masthead;
use crate::report::{Code, Diagnostic};

use super::sheet::Sheet;

/// Lines after a newsletter's name among which its issue line stands.
const REACH: usize = 6;

/// The line at which a second issue begins, or the end. A second issue is a line with the newsletter's name alone,
/// and soon after it an issue line with another number: running heads repeat the first one's.
pub(super) fn first_ends(
    sheet: &Sheet<'_>,
    body: usize,
    masthead: &Masthead,
    findings: &mut Vec<Diagnostic>,
) -> usize {
    let end = sheet.lines.len();
    let Some(first) = &masthead.issue else { return end };
    let second = (body..end).find(|&index| {
        is_title_line(sheet.text(index))
            && (index + 1..end.min(index + REACH)).any(|line| {
                parts(sheet.text(line)).iter().any(|(part, _)| match part {
                    Part::Issue(found) => {
                        found.number.is_some() && (found.number, found.kind) != (first.number, first.kind)
                            || found.number.is_none()
                                && found.whole_number.is_some()
                                && found.whole_number != first.whole_number
                    }
                    _ => false,
                })
            })
    });
    if let Some(at) = second {
        let span = sheet.lines[at].span;
        findings.push(
            Diagnostic::new(
                Code::SeveralIssues,
                span,
                "a second issue begins here; only the first was read, the rest is kept as unparsed text",
            )
            .with_help("cut the text before each masthead and parse the parts one by one"),
        );
    }
    second.unwrap_or(end)
}
