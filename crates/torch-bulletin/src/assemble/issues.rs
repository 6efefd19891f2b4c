//! Several issues in one text (bound volumes, concatenations): where each begins.

use crate::Profile;
use crate::grammar::issue::IssueLine;
use crate::grammar::masthead::{NameHead, Part, begins_with_name, is_publisher_line, is_title_line, parts};
use crate::layout::{Line, LineClass};
use crate::model::{Issue, Masthead, NumberRange};
use crate::report::{Code, Diagnostic};

use super::masthead;
use super::sheet::Sheet;

/// Lines after a newsletter's name among which its issue line stands.
const REACH: usize = 6;

/// Gives back to the text the mastheads of a bound volume that the layout took for running heads: the name alone at the
/// head of a page, and an issue line under it.
pub(super) fn spare_mastheads(source: &str, lines: &mut [Line], profile: &Profile) {
    let numbered = |line: &Line| {
        let parts = parts(line.text(source), profile);
        let whole = parts.iter().all(|(part, _)| *part != Part::Unknown);
        whole && parts.iter().any(|(part, _)| matches!(part, Part::Issue(_)))
    };
    // The next two lines of text; from the end, so that no furniture is passed twice.
    let mut under: [Option<usize>; 2] = [None; 2];
    for at in (0..lines.len()).rev() {
        match lines[at].class {
            LineClass::Text => under = [Some(at), under[0]],
            LineClass::RunningHead
                if is_title_line(lines[at].text(source), profile)
                    && under.iter().flatten().any(|&line| numbered(&lines[line])) =>
            {
                lines[at].class = LineClass::Text;
            }
            _ => {}
        }
    }
}

/// The line at which a second issue begins, or the end: a line with the newsletter's name, and on it or soon after it an
/// issue line. Running heads repeat the first one's number; with a date too, even the same number is a second masthead.
pub(super) fn first_ends(
    sheet: &Sheet<'_>,
    body: usize,
    masthead: &Masthead,
    findings: &mut Vec<Diagnostic>,
) -> usize {
    let Some(at) = next_begins(sheet, body, masthead) else { return sheet.lines.len() };
    findings.push(
        Diagnostic::new(
            Code::SeveralIssues,
            sheet.lines[at].span,
            "a second issue begins here; only the first was read, the rest is kept as unparsed text",
        )
        .with_help("`issues` gives the span of each issue in the text; parse them one by one"),
    );
    at
}

/// Where each issue of a text begins, in bytes: the first at 0, the others at the head of their first line.
pub(super) fn beginnings(sheet: &mut Sheet<'_>) -> Vec<u32> {
    let mut starts = vec![0];
    let mut from = 0;
    loop {
        let (masthead, body) = masthead::read(sheet, from);
        let Some(next) = next_begins(sheet, body, &masthead) else { return starts };
        let ink = sheet.lines[next].span.start() as usize;
        // Furniture at the head of its page is of the issue that begins on it.
        let before = next.checked_sub(1).map_or(0, |last| sheet.lines[last].span.end() as usize);
        let page = sheet.source[before..ink].rfind('\x0C').map(|feed| before + feed + 1);
        // The name may be glued to the last line of the issue before.
        let line = sheet.source[before..ink].rfind(['\n', '\r']).map_or(before, |end| before + end + 1);
        starts.push(page.unwrap_or(line) as u32);
        from = next;
    }
}

/// The line at which the issue after the one of `masthead` begins; its body begins at `body`.
fn next_begins(sheet: &Sheet<'_>, body: usize, masthead: &Masthead) -> Option<usize> {
    let end = sheet.lines.len();
    let first = masthead.issue.as_ref()?;
    let name = NameHead::of(sheet.profile);
    let begins = |line: usize| name.may_begin(sheet.text(line)) && begins_issue(sheet, line, end, first);
    let mut at = (body..end).find(|&line| begins(line))?;
    // The running head, the publisher or a notice may stand above the name, on its page.
    while at > body && !sheet.lines[at].page_before && stands_above_name(sheet.text(at - 1), sheet.profile) {
        at -= 1;
    }
    Some(at)
}

fn stands_above_name(text: &str, profile: &Profile) -> bool {
    let notice = || {
        let parts = parts(text, profile);
        let head = parts.iter().any(|(part, _)| *part == Part::Title);
        let of_head =
            |part: &Part| matches!(part, Part::Title | Part::Issue(_) | Part::Date(_) | Part::Kind(_));
        !parts.is_empty()
            && parts
                .iter()
                .all(|(part, _)| matches!(part, Part::Notice | Part::Sign) || head && of_head(part))
    };
    is_publisher_line(text, profile) || text.len() <= 90 && notice()
}

fn begins_issue(sheet: &Sheet<'_>, line: usize, end: usize, first: &Issue) -> bool {
    let text = sheet.text(line);
    if !begins_with_name(text, sheet.profile) {
        return false;
    }
    let mut dated = false;
    let mut named = None;
    // The name alone, or with the issue line beside it; then a few lines that hold masthead parts.
    let mut lines = (line..end.min(line + REACH)).map(|line| parts(sheet.text(line), sheet.profile));
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
