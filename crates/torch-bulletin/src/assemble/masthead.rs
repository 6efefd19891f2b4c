//! The masthead from the head of the text: every line that holds nothing but masthead parts.

mod apart;

use crate::Text;
use crate::fold::folded;
use crate::grammar::attribution::is_line;
use crate::grammar::colophon::fields;
use crate::grammar::contents::{is_heading, label};
use crate::grammar::find_word;
use crate::grammar::issue::IssueLine;
use crate::grammar::masthead::{
    Part, begins_name, begins_publisher, is_publisher_line, is_title_line, parts, says_publisher,
};
use crate::model::{Issue, IssueDate, IssueKind, Masthead};

use super::join::pieces;
use super::list::is_prose;
use super::sheet::Sheet;

/// Lines that may be looked at before the masthead must have begun or gone on.
const REACH: usize = 24;
/// Unknown lines (a slogan, a name split over lines) that may stand between two parts of a masthead.
const PATIENCE: usize = 3;
/// Lines over which the name may be printed: a character each.
const MOST_NAME_LINES: usize = 4;
/// Letters of the shortest name in Latin letters.
const LEAST_LETTERS: usize = 5;

/// Reads the masthead that begins at line `from`; gives it and the first line after it. Without issue line, date and name
/// there is none.
pub(super) fn read(sheet: &mut Sheet<'_>, from: usize) -> (Masthead, usize) {
    let mut draft = Draft::default();
    let first = from + if from == 0 { cover(sheet) } else { 0 };
    draft.masthead.notices.extend((from..first).map(|line| Text::new(sheet.lines[line].span)));
    let mut next = first;
    for index in first..sheet.lines.len().min(from + REACH) {
        if index < next {
            continue;
        }
        let text = sheet.text(index);
        if is_heading(text, sheet.profile)
            || text.len() > 300
            || (sheet.ending(index).closed() && text.contains('。'))
        {
            break;
        }
        if index > next + PATIENCE || (index > next && draft.is_complete()) {
            break;
        }
        if let Some(end) = draft.take_split_name(sheet, index) {
            next = end;
            continue;
        }
        if let Some(end) = draft.take_split_publisher(sheet, index) {
            next = end;
            continue;
        }
        if draft.is_foreign_name(sheet, index) {
            draft.masthead.notices.push(Text::new(sheet.lines[index].span));
            next = index + 1;
            continue;
        }
        // 发布时间：… 来源：… of a page from the web
        if text.starts_with(['发', '来']) && is_line(text, sheet.profile) {
            draft.masthead.notices.push(Text::new(sheet.lines[index].span));
            next = index + 1;
            continue;
        }
        if draft.take_year(sheet, index) {
            next = index + 1;
            continue;
        }
        let parts = parts(text, sheet.profile);
        // 【要闻】 begins the contents list; 〔2022〕第5期 is an issue line.
        if label(text).is_some() && parts.iter().all(|(part, _)| *part == Part::Unknown) {
            break;
        }
        // 主编：某人 begins a colophon in front.
        let unknown = draft.masthead.issue.is_some() && parts.iter().any(|it| it.0 == Part::Unknown);
        if unknown && !fields(text, sheet.profile).is_empty() {
            break;
        }
        // The newsletter's name under its issue line, and a known publisher under a whole masthead, are of it for certain.
        let certain = match parts.as_slice() {
            [(Part::Title, _)] => draft.masthead.title.is_none() && is_title_line(text, sheet.profile),
            [(Part::Publisher, _)] | [(Part::Publisher, _), (Part::Sign, _)] => {
                let under = sheet.text(index + 1);
                is_publisher_line(text, sheet.profile)
                    || draft.masthead.publisher.is_none()
                        && (says_publisher(text)
                            || is_heading(under, sheet.profile)
                            || label(under).is_some_and(|label| label.rest.is_empty()))
            }
            _ => false,
        };
        // 某市建成软件产业基地, right over prose, is a title, though it ends as bodies do.
        let title = || {
            matches!(parts.as_slice(), [(Part::Publisher, _)])
                && draft.masthead.issue.is_some()
                && is_prose(sheet, index + 1)
        };
        if certain || draft.accepts(&parts) && !title() {
            for (part, range) in parts {
                draft.take(sheet, index, part, range);
            }
            next = index + 1;
        }
    }
    if !draft.is_masthead() {
        return (Masthead::default(), from);
    }
    draft.settle_year();
    draft.settle_kind();
    draft.settle_day();
    sheet.punctuation.extend(draft.signs);
    let mut masthead = draft.masthead;
    if let (Some(issue), Some(date)) = (&mut masthead.issue, &masthead.date) {
        issue.year = issue.year.or(Some(date.year));
    }
    (masthead, next)
}

/// Lines of the cover of a bound volume, and of what stands between it and the masthead of its first issue.
const COVER: usize = 6;

/// The lines of the cover of a bound volume 合订本 over the masthead of its first issue: up to the next line that is the
/// newsletter's name.
fn cover(sheet: &Sheet<'_>) -> usize {
    let lines = sheet.lines.len().min(COVER);
    let bound = (0..lines).find(|&line| {
        let text = sheet.text(line);
        text.len() <= 60 && find_word(text, "合订本").is_some()
    });
    let Some(bound) = bound else { return 0 };
    let name = (bound + 1..sheet.lines.len().min(bound + COVER))
        .find(|&line| is_title_line(sheet.text(line), sheet.profile));
    name.unwrap_or(0)
}

/// Adds the parts of a line that stands apart from a masthead; one that says what the masthead says already is a notice.
pub(super) fn add(sheet: &mut Sheet<'_>, masthead: &mut Masthead, line: usize) {
    let parts = parts(sheet.text(line), sheet.profile);
    let said = |it: &(Part, std::ops::Range<usize>)| match it.0 {
        Part::Publisher => masthead.publisher.is_some(),
        Part::Date(_) => masthead.date.is_some(),
        _ => false,
    };
    if parts.iter().any(said) {
        masthead.notices.push(Text::new(sheet.lines[line].span));
        return;
    }
    let mut draft = Draft { masthead: std::mem::take(masthead), ..Draft::default() };
    for (part, range) in parts {
        draft.take(sheet, line, part, range);
    }
    sheet.punctuation.extend(draft.signs);
    *masthead = draft.masthead;
}

/// The masthead so far.
#[derive(Default)]
struct Draft {
    masthead: Masthead,
    signs: Vec<crate::Span>,
    /// 增刊 and the like, printed apart from the number.
    kind: Option<(IssueKind, crate::Span)>,
    /// A year on a line of its own, over the number of the issue.
    year: Option<(u16, crate::Span)>,
    /// A month and a day without their year.
    day: Option<(u8, u8, crate::Span)>,
    /// The last label, of a body that follows it on its line.
    label: Option<crate::Span>,
}

impl Draft {
    fn is_masthead(&self) -> bool {
        let Masthead { title, publisher: _, notices: _, issue, date } = &self.masthead;
        issue.is_some() || (title.is_some() && date.is_some())
    }

    /// Takes a known publisher whose name is printed over two lines; gives the line after it.
    fn take_split_publisher(&mut self, sheet: &Sheet<'_>, line: usize) -> Option<usize> {
        let (first, second) = (sheet.text(line), sheet.text(line + 1));
        if self.masthead.publisher.is_some()
            || second.is_empty()
            || second.len() > 90
            || !begins_publisher(first, sheet.profile)
            || !is_publisher_line(&format!("{first}{second}"), sheet.profile)
        {
            return None;
        }
        let whole = |line| (line, 0..sheet.text(line).len());
        self.masthead.publisher = Some(pieces(sheet, (line..line + 2).map(whole)));
        Some(line + 2)
    }

    /// Takes a name that is printed over several lines from `line` on (火炬 / 动态); gives the line after it.
    fn take_split_name(&mut self, sheet: &Sheet<'_>, line: usize) -> Option<usize> {
        if self.masthead.title.is_some() || !begins_name(sheet.text(line), sheet.profile) {
            return None;
        }
        let mut bare = String::new();
        for end in line..sheet.lines.len().min(line + MOST_NAME_LINES) {
            bare.extend(folded(sheet.text(end)));
            if end > line && sheet.profile.is_name(&bare) {
                let whole = |line| (line, 0..sheet.text(line).len());
                self.masthead.title = Some(pieces(sheet, (line..=end).map(whole)));
                return Some(end + 1);
            }
        }
        None
    }

    /// Whether a line is the name in Latin letters, right under the name: TORCH BULLETIN.
    fn is_foreign_name(&self, sheet: &Sheet<'_>, line: usize) -> bool {
        let Masthead { title, publisher: None, issue: None, date: None, .. } = &self.masthead else {
            return false;
        };
        let text = sheet.text(line);
        let under = title
            .as_ref()
            .is_some_and(|title| line > 0 && title.last().end() == sheet.lines[line - 1].span.end());
        let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
        let latin =
            text.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-' | b'&' | b'\''));
        under && latin && letters >= LEAST_LETTERS
    }

    /// Name, issue and date are there: from here on a line that is not of the masthead ends it.
    fn is_complete(&self) -> bool {
        self.masthead.issue.is_some() && self.masthead.date.is_some()
    }

    /// Whether a line belongs to the masthead: it adds a part, and what it does not add is known to stand there.
    fn accepts(&self, parts: &[(Part, std::ops::Range<usize>)]) -> bool {
        let Masthead { title, publisher, notices: _, issue, date } = &self.masthead;
        let fits = |part: &Part| match part {
            Part::Title => title.is_none() && issue.is_none() || title.is_none() && parts.len() > 1,
            // After the issue line a body's name may begin an article: there it needs company.
            // Several bodies side by side.
            Part::Publisher if parts.len() > 1 && date.is_none() && only_bodies(parts) => true,
            Part::Publisher => publisher.is_none() && (issue.is_none() || date.is_none() || parts.len() > 1),
            Part::Kind(_) => self.kind.is_none(),
            Part::Notice | Part::Sign => true,
            Part::Issue(found) => issue.as_ref().is_none_or(|it| {
                it.number.is_none() && found.number.is_some()
                    || it.whole_number.is_none() && found.whole_number.is_some()
                    // The same again, under a running head that was taken for the masthead.
                    || parts.len() == 1 && is_same(it, found)
            }),
            Part::Date(found) => date.is_none() && (found.month.is_some() || parts.len() > 1),
            Part::Day { .. } => {
                let beside = || parts.iter().any(|(part, _)| matches!(part, Part::Issue(_)));
                let undated = date.as_ref().is_none_or(|it| it.month.is_none());
                self.day.is_none() && undated && (issue.is_some() || beside())
            }
            Part::Unknown => false,
        };
        let unknown = parts.iter().any(|(part, _)| *part == Part::Unknown);
        let strong = parts.iter().any(|(part, _)| matches!(part, Part::Issue(_)) && fits(part));
        // An issue line may carry anything beside it; other lines must be understood whole.
        if unknown { strong } else { parts.iter().all(|(part, _)| fits(part)) && !only_signs(parts) }
    }

    fn take(&mut self, sheet: &Sheet<'_>, index: usize, part: Part, range: std::ops::Range<usize>) {
        let span = sheet.place(index, range);
        let Masthead { title, publisher, notices, issue, date } = &mut self.masthead;
        let label = self.label.take();
        match part {
            Part::Title if title.is_none() => *title = Some(Text::new(span)),
            Part::Publisher if publisher.is_none() => *publisher = Some(Text::new(span)),
            // 主办：某某中心 承办：某某处: the second body is noted as 主管 and 协办 are.
            Part::Publisher => {
                let label = label.filter(|label| sheet.source[label.range()].ends_with([':', '：']));
                self.signs.retain(|sign| Some(*sign) != label);
                notices.push(Text::new(label.map_or(span, |label| label.cover(span))));
            }
            Part::Notice => notices.push(Text::new(span)),
            Part::Issue(found) => match issue {
                None => {
                    *issue = Some(Issue {
                        year: found.year,
                        number: found.number,
                        whole_number: found.whole_number,
                        kind: found.kind,
                        span,
                    });
                }
                // The whole number on a line of its own adds to the issue; its place is the first line's.
                Some(issue) => {
                    issue.year = issue.year.or(found.year);
                    issue.number = issue.number.or(found.number);
                    issue.whole_number = issue.whole_number.or(found.whole_number);
                    self.signs.push(span);
                }
            },
            // A day that the calendar lacks dates nothing; its text is kept.
            Part::Date(found) if !found.is_real() => notices.push(Text::new(span)),
            Part::Date(found) if date.is_none() => {
                *date = Some(IssueDate { year: found.year, month: found.month, day: found.day, span });
            }
            Part::Kind(kind) if self.kind.is_none() => self.kind = Some((kind, span)),
            Part::Day { month, day } if self.day.is_none() => self.day = Some((month, day, span)),
            Part::Sign => {
                self.label = Some(span);
                self.signs.push(span);
            }
            // Left to the account, which keeps it as unparsed.
            Part::Title | Part::Date(_) | Part::Day { .. } | Part::Kind(_) | Part::Unknown => {}
        }
    }
}

/// Whether an issue line says nothing but what the issue has already.
fn is_same(issue: &Issue, found: &IssueLine) -> bool {
    found.number.is_some()
        && found.number == issue.number
        && (found.year.is_none() || found.year == issue.year)
        && (found.whole_number.is_none() || found.whole_number == issue.whole_number)
}

fn only_bodies(parts: &[(Part, std::ops::Range<usize>)]) -> bool {
    parts.iter().all(|(part, _)| matches!(part, Part::Publisher | Part::Sign))
}

fn only_signs(parts: &[(Part, std::ops::Range<usize>)]) -> bool {
    parts.iter().all(|(part, _)| *part == Part::Sign)
}
