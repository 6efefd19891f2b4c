//! Several issues in one text: where the second begins, if there is one.

use crate::grammar::issue::IssueLine;
use crate::grammar::masthead::{Part, begins_with_name, is_publisher_line, parts};
use crate::model::{Issue, Masthead, NumberRange};
use crate::report::{Code, Diagnostic};

use super::sheet::Sheet;

/// Lines after a newsletter's name among which its issue line stands.
const REACH: usize = 6;

/// The line at which a second issue begins, or the end: a line with the newsletter's name, and on it or soon after it an
/// issue line. Running heads repeat the first one's number; with a date too, even the same number is a second masthead.
pub(super) fn first_ends(
    sheet: &Sheet<'_>,
    body: usize,
    masthead: &Masthead,
    findings: &mut Vec<Diagnostic>,
) -> usize {
    let end = sheet.lines.len();
    let Some(first) = &masthead.issue else { return end };
    let Some(mut at) = (body..end).find(|&line| begins_issue(sheet, line, end, first)) else { return end };
    // The publisher may stand above the name.
    while at > body && is_publisher_line(sheet.text(at - 1)) {
        at -= 1;
    }
    findings.push(
        Diagnostic::new(
            Code::SeveralIssues,
            sheet.lines[at].span,
            "a second issue begins here; only the first was read, the rest is kept as unparsed text",
        )
        .with_help("cut the text before each masthead and parse the parts one by one"),
    );
    at
}

fn begins_issue(sheet: &Sheet<'_>, line: usize, end: usize, first: &Issue) -> bool {
    let text = sheet.text(line);
    if !begins_with_name(text) {
        return false;
    }
    let mut dated = false;
    let mut named = None;
    // The name alone, or with the issue line beside it; then a few lines that hold masthead parts.
    let mut lines = (line..end.min(line + REACH)).map(|line| parts(sheet.text(line)));
    let Some(head) = lines.next().filter(|head| head.iter().all(|(part, _)| *part != Part::Unknown)) else {
        return false;
    };
    let alone = head.len() == 1;
    for (part, _) in std::iter::once(head).chain(lines.take(if alone { REACH } else { 1 })).flatten() {
        match part {
            Part::Issue(found) if named.is_none() => named = Some(found),
            Part::Date(_) => dated = true,
            _ => {}
        }
    }
    named.is_some_and(|found| is_other(&found, first) || (alone && dated))
}

/// Whether an issue line is another issue's: one of its parts is printed and differs.
fn is_other(found: &IssueLine, first: &Issue) -> bool {
    let differs = |a: Option<NumberRange>, b: Option<NumberRange>| a.is_some() && b.is_some() && a != b;
    differs(found.number, first.number)
        || differs(found.whole_number, first.whole_number)
        || found.year.is_some_and(|year| first.year.is_some_and(|it| it != year))
        || found.kind != first.kind
}
