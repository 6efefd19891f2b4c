//! Imprints 刊名行: running heads that are recognised by what they say: they repeat parts of the masthead.

use std::ops::Range;

use memchr::memchr2;
use memchr::memmem::{Finder, find_iter};

use super::furniture::{LONGEST, at_edge};
use super::{Line, LineClass};
use crate::Profile;
use crate::blank::trim_end;
use crate::grammar::caption::{cells, may_have_cells};
use crate::grammar::colophon::fields;
use crate::grammar::contents::{entry, is_heading, label};
use crate::grammar::issue::IssueLine;
use crate::grammar::mark::{has_stop, is_close, is_colon};
use crate::grammar::masthead::{Part, begins_with_name, parts};
use crate::grammar::page::{bare_number, trailing};

/// Lines at the head of a text among which the masthead prints the newsletter's name.
const HEAD: usize = 8;
/// Lines after a name among which an issue line or a date shows that a masthead begins there.
const REACH: usize = 4;

/// Marks the lines after the masthead that hold nothing but its parts, the newsletter's name among them, and perhaps a
/// page number: `火炬动态 2021年第8期        3`. They need no border of a page to be told, so they show where pages begin.
///
/// A line with the issue beside the name is a running head where it is the masthead's issue: another issue's line may
/// begin that issue. The name alone is one where it recurs or stands by a page number.
pub(super) fn mark_imprints(source: &str, lines: &mut [Line], profile: &Profile) {
    let Some(name) = name(source, lines, profile) else { return };
    let found = imprints(source, lines, name, profile);
    let Some((masthead, rest)) = masthead_first(&found) else { return };
    if masthead.index >= HEAD {
        return;
    }
    if let [before, ..] = found.as_slice()
        && before.index < masthead.index
    {
        lines[before.index].class = LineClass::RunningHead;
    }
    let recurs = rest.iter().filter(|it| it.issue.is_none()).nth(1).is_some();
    let mut own = None;
    let mut over = None;
    for (at, it) in rest.iter().enumerate() {
        let own = *own.get_or_insert_with(|| first_issue(source, lines, masthead.index, profile));
        let is_own = |issue: IssueLine| own.is_some_and(|own| !differs(&issue, &own));
        // The name over its issue is a head of two lines, where no date follows.
        let is_over = || {
            let issue = rest.get(at + 1).filter(|next| next.index == it.index + 1 && !next.named);
            issue.and_then(|next| next.issue).is_some_and(is_own)
                && !is_dated(source, lines, it.index + 1, profile)
        };
        let is_head = match it.issue {
            Some(issue) => is_own(issue) && (it.named || over == Some(it.index) || alone(source, lines, it)),
            None if is_over() => {
                over = Some(it.index + 1);
                true
            }
            None => {
                it.numbered
                    || !begins_masthead(source, lines, it.index, profile)
                        && (recurs || at_edge(lines, it.index))
            }
        };
        if is_head {
            lines[it.index].class = LineClass::RunningHead;
        }
    }
}

/// Parts the name of the next issue from the last line of the one before, where files were put together without a line end:
/// `(供稿:某处)火炬动态`, over an issue line or with one behind it.
pub(super) fn part_names(source: &str, lines: &mut Vec<Line>, profile: &Profile) {
    if profile.name.is_empty() {
        return;
    }
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut index = 0;
    // The name is sought in the text as a whole, for few lines have it.
    for at in find_iter(source.as_bytes(), profile.name.as_bytes()) {
        index += lines[index..].partition_point(|line| line.span.end() as usize <= at);
        let Some(line) = lines.get(index) else { break };
        let (start, end) = (line.span.start() as usize, line.span.end() as usize);
        let again = cuts.last().is_some_and(|cut| cut.0 == index);
        if at <= start || end - at > LONGEST || again {
            continue;
        }
        let before = &source[start..at];
        // The last line of an issue ends its last sentence, or is a field of the colophon.
        let closed = before.ends_with(|c: char| is_close(c) || c == '。' || c.is_ascii_digit());
        let own = || Imprint::of(index, &source[at..end], profile).filter(|it| it.named);
        let mut under = lines[index + 1..].iter().take(REACH).map(|line| line.text(source));
        if (closed || before.contains(is_colon) && !has_stop(before))
            && own()
                .is_some_and(|it| it.issue.is_some() || under.any(|text| issue_on(text, profile).is_some()))
        {
            cuts.push((index, at));
        }
    }
    part(source, lines, &cuts);
}

/// Parts lines in two, each at a place in the text.
fn part(source: &str, lines: &mut Vec<Line>, cuts: &[(usize, usize)]) {
    if cuts.is_empty() {
        return;
    }
    let mut out = Vec::with_capacity(lines.len() + cuts.len());
    let mut cuts = cuts.iter().peekable();
    for (index, line) in lines.drain(..).enumerate() {
        let Some(&(_, at)) = cuts.next_if(|cut| cut.0 == index) else {
            out.push(line);
            continue;
        };
        let (start, end) = (line.span.start() as usize, line.span.end() as usize);
        let Line { indent, blank_before, page_before, .. } = line;
        let left = Line::of(trim_end(&source[start..at]), start);
        out.push(Line { indent, blank_before, page_before, ..left });
        out.push(Line::of(&source[at..end], at));
    }
    *lines = out;
}

/// Lines at the head of a text among which its contents list stands.
const FRONT: usize = 60;

/// Parts the colophon from the contents list beside it, at the head of a text: `【要闻】          主编：某人`.
pub(super) fn part_sides(source: &str, lines: &mut Vec<Line>, profile: &Profile) {
    let mut cuts = Vec::new();
    for (index, line) in lines.iter().enumerate().take(FRONT).take_while(|it| !it.1.ending.stop()) {
        let text = line.text(source);
        // A blank, and a colon of either width.
        if memchr2(b' ', b'\t', text.as_bytes()).is_some()
            && memchr2(b':', 0x9A, text.as_bytes()).is_some()
            && may_have_cells(text)
            && let Some(at) = side(text, profile)
        {
            cuts.push((index, line.span.start() as usize + at));
        }
    }
    part(source, lines, &cuts);
}

/// Where behind an entry with its page, a section or the heading of a list a field of the colophon begins.
fn side(text: &str, profile: &Profile) -> Option<usize> {
    let cells = cells(text)?;
    let is_field = |cell: &&Range<usize>| !fields(&text[cell.start..], profile).is_empty();
    let at = cells.iter().skip(1).find(is_field)?.start;
    let left = trim_end(&text[..at]);
    let of_list = is_heading(left, profile)
        || label(left).is_some_and(|it| it.rest.is_empty())
        || entry(left).is_some_and(|it| it.page.is_some());
    of_list.then_some(at)
}

/// A line that holds the newsletter's name and nothing but parts of a masthead.
#[derive(Clone, Copy)]
struct Imprint {
    index: usize,
    issue: Option<IssueLine>,
    /// Whether the newsletter's name stands on it; else nothing but the issue does.
    named: bool,
    /// Whether a page number stands on it too.
    numbered: bool,
}

/// The newsletter's name as the head of the text prints it.
fn name<'s>(source: &'s str, lines: &[Line], profile: &'s Profile) -> Option<&'s str> {
    let head =
        || lines.iter().filter(|line| line.class == LineClass::Text).take(HEAD).map(|line| line.text(source));
    if head().any(|line| begins_with_name(line, profile)) {
        return Some(&profile.name);
    }
    head().filter(|line| line.len() <= 120).find_map(|line| {
        parts(line, profile).into_iter().find(|(part, _)| *part == Part::Title).map(|(_, range)| &line[range])
    })
}

fn imprints(source: &str, lines: &[Line], name: &str, profile: &Profile) -> Vec<Imprint> {
    let mut found = Vec::new();
    let finder = Finder::new(name);
    for (index, line) in lines.iter().enumerate() {
        let (start, end) = (line.span.start() as usize, line.span.end() as usize);
        let ends_sentence = line.ending.stop() || line.ending.comma();
        if line.class != LineClass::Text || end - start > LONGEST || ends_sentence {
            continue;
        }
        // The name stands first but for a number, a sign or an issue line before it; few lines begin with either.
        let bytes = &source.as_bytes()[start..end];
        let named = match bytes {
            [0xE4..=0xE9, ..]
                if !bytes.starts_with("第".as_bytes()) && !bytes.starts_with("二".as_bytes()) =>
            {
                // 火  炬  动  态
                bytes.starts_with(name.as_bytes())
                    || index < HEAD && begins_with_name(line.text(source), profile)
            }
            _ => finder.find(bytes).is_some() || index >= HEAD && may_be_issue(bytes),
        };
        if named {
            found.extend(Imprint::of(index, line.text(source), profile));
        }
    }
    found
}

/// Whether a line that begins with no word may hold the issue and nothing else: `2021年第8期`, `第8期`.
fn may_be_issue(bytes: &[u8]) -> bool {
    let ends = [&b")"[..], "）".as_bytes(), "期".as_bytes()].iter().any(|end| bytes.ends_with(end));
    (ends || bytes.last().is_some_and(u8::is_ascii_digit))
        && memchr::memmem::find(bytes, "期".as_bytes()).is_some()
}

/// Whether an issue line without the name is a running head: at the edge of a page, or by a page number.
fn alone(source: &str, lines: &[Line], it: &Imprint) -> bool {
    let number = |at: usize| {
        lines.get(at).is_some_and(|line| line.span.len() <= 9 && bare_number(line.text(source)).is_some())
    };
    it.numbered || at_edge(lines, it.index) || number(it.index.wrapping_sub(1)) || number(it.index + 1)
}

impl Imprint {
    fn of(index: usize, text: &str, profile: &Profile) -> Option<Self> {
        let (text, numbered) = without_number(text);
        let (mut issue, mut named) = (None, false);
        for (part, _) in parts(text, profile) {
            match part {
                Part::Issue(found) => issue = Some(found),
                Part::Title => named = true,
                Part::Unknown | Part::Notice => return None,
                Part::Date(_) | Part::Day { .. } | Part::Kind(_) | Part::Publisher | Part::Sign => {}
            }
        }
        (named || issue.is_some()).then_some(Self { index, issue, named, numbered })
    }
}

/// A line without the page number at either end of it.
pub(super) fn without_number(text: &str) -> (&str, bool) {
    if let Some(mark) = trailing(text) {
        return (crate::blank::trim_end(&text[..mark.start]), true);
    }
    if let Some((rest, last)) = text.rsplit_once(crate::is_blank)
        && bare_number(last).is_some()
    {
        return (crate::blank::trim_end(rest), true);
    }
    match text.split_once(crate::is_blank) {
        Some((first, rest)) if bare_number(first).is_some() => (crate::blank::trim_start(rest), true),
        _ => (text, false),
    }
}

/// The masthead among the imprints, and those after it: the second where the first is the running head of page one, for
/// it says more than the name, and the name alone or the same again follows.
fn masthead_first(found: &[Imprint]) -> Option<(&Imprint, &[Imprint])> {
    let (first, rest) = found.split_first()?;
    match rest.split_first() {
        Some((second, rest))
            if second.index == first.index + 1
                || (second.index <= first.index + REACH
                    && second.issue.is_none()
                    && (first.issue.is_some() || first.numbered)) =>
        {
            Some((second, rest))
        }
        _ => Some((first, rest)),
    }
}

/// The issue that the masthead names, whose name stands at `masthead`.
fn first_issue(source: &str, lines: &[Line], masthead: usize, profile: &Profile) -> Option<IssueLine> {
    lines.iter().take(masthead + HEAD).find_map(|line| issue_on(line.text(source), profile))
}

fn issue_on(text: &str, profile: &Profile) -> Option<IssueLine> {
    if text.len() > LONGEST {
        return None;
    }
    parts(text, profile).into_iter().find_map(|(part, _)| match part {
        Part::Issue(found) => Some(found),
        _ => None,
    })
}

/// Whether two issue lines contradict each other.
fn differs(a: &IssueLine, b: &IssueLine) -> bool {
    let other = |a: Option<_>, b: Option<_>| a.is_some() && b.is_some() && a != b;
    other(a.number, b.number)
        || other(a.whole_number, b.whole_number)
        || a.year.is_some_and(|it| b.year.is_some_and(|year| year != it))
}

/// Whether a date or the publisher stands on the line at `index` or soon after it, as in a masthead.
fn is_dated(source: &str, lines: &[Line], index: usize, profile: &Profile) -> bool {
    holds_soon(source, &lines[index..], profile, |part| matches!(part, Part::Date(_) | Part::Publisher))
}

/// Whether the name at `index` begins another masthead: an issue line or a date follows soon.
fn begins_masthead(source: &str, lines: &[Line], index: usize, profile: &Profile) -> bool {
    holds_soon(source, &lines[index + 1..], profile, |part| matches!(part, Part::Issue(_) | Part::Date(_)))
}

/// Whether one of the next few lines, which ends no sentence, holds a part of the masthead.
fn holds_soon(source: &str, lines: &[Line], profile: &Profile, is: fn(&Part) -> bool) -> bool {
    lines.iter().take(REACH).any(|line| {
        let text = line.text(source);
        text.len() <= LONGEST
            && !line.ending.closed()
            && parts(text, profile).iter().any(|(part, _)| is(part))
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines_of;
    use super::LineClass;

    fn heads(source: &str) -> Vec<usize> {
        lines_of(LineClass::RunningHead, source)
    }

    #[test]
    fn a_line_of_masthead_parts_is_a_running_head_after_the_masthead() {
        let masthead = "火炬动态\n2019年第3期（总第402期）\n2019年3月31日\n";
        for line in [
            "火炬动态 2019年第3期",
            "火炬动态 2019年第3期        3",
            "2 火炬动态 2019年第3期",
            "火炬动态 — 3 —",
        ] {
            assert_eq!(heads(&format!("{masthead}园区设立\n{line}\n基金。\n")), [4], "{line}");
        }
        for line in ["火炬动态 2019年第4期", "火炬动态编辑部", "火炬动态的读者", "火炬动态"]
        {
            assert_eq!(heads(&format!("{masthead}园区设立\n{line}\n基金。\n")), [0; 0], "{line}");
        }
    }

    #[test]
    fn the_name_alone_is_one_where_it_recurs() {
        let source = "火炬动态\n2019年第3期\n甲，\n火炬动态\n乙，\n火炬动态\n丙。\n";
        assert_eq!(heads(source), [3, 5]);
        let second =
            "火炬动态\n2019年第3期\n甲。\n火炬动态\n2019年第4期\n乙。\n火炬动态\n2019年第5期\n丙。\n";
        assert_eq!(heads(second), [0; 0]);
    }

    #[test]
    fn the_running_head_may_stand_before_the_masthead() {
        let source = "火炬动态 2019年第3期\n火炬动态\n2019年第3期\n甲，\n火炬动态 2019年第3期\n乙。\n";
        assert_eq!(heads(source), [0, 4]);
    }
}
