//! The table `issues` 期.

use torch_bulletin::Severity;

use super::Issue;
use super::columns::Kind::{Count, Text};
use super::columns::{Columns, Layout};
use super::issue::Keyed;

pub(super) const LAYOUT: &Layout = &[
    ("source", Text),
    ("issue", Text),
    ("file", Text),
    ("year", Count),
    ("number", Count),
    ("number_last", Count),
    ("whole_number", Count),
    ("whole_number_last", Count),
    ("kind", Text),
    ("date", Text),
    ("title", Text),
    ("publisher", Text),
    ("pages", Count),
    ("sections", Count),
    ("articles", Count),
    ("blocks", Count),
    ("unparsed", Count),
    ("errors", Count),
    ("warnings", Count),
    ("notes", Count),
    ("chars", Count),
    ("bytes", Count),
    ("sha256", Text),
    ("encoding", Text),
    ("certainty", Text),
    ("format", Text),
];

pub(super) fn append(columns: &mut Columns, it: &Keyed<'_>, issue: &Issue<'_>) {
    let (masthead, info) = (&it.bulletin.masthead, &issue.info);
    let line = masthead.issue.as_ref();
    let (number, whole) = (line.and_then(|it| it.number), line.and_then(|it| it.whole_number));
    let found = |severity: Severity| {
        let of_it = issue.report.diagnostics().iter().filter(|it| it.severity() == severity);
        Some(of_it.map(|it| u64::from(it.count)).sum::<u64>())
    };
    columns
        .row()
        .text(it.source)
        .text(it.key.as_ref())
        .text(issue.file)
        .count(line.and_then(|it| it.year))
        .count(number.map(|it| it.first))
        .count(number.map(|it| it.last))
        .count(whole.map(|it| it.first))
        .count(whole.map(|it| it.last))
        .text(line.map(|it| it.kind.as_str()))
        .text(it.date.as_ref())
        .text(it.maybe(masthead.title.as_ref()))
        .text(it.maybe(masthead.publisher.as_ref()))
        .count(Some(it.bulletin.pages.len()))
        .count(Some(it.bulletin.sections.len()))
        .count(Some(it.bulletin.articles().count()))
        .count(Some(it.bulletin.articles().map(|it| it.blocks.len()).sum::<usize>()))
        .count(Some(it.bulletin.unparsed.len()))
        .count(found(Severity::Error))
        .count(found(Severity::Warning))
        .count(found(Severity::Note))
        .count(Some(it.text.chars().count()))
        .count(Some(info.bytes))
        .text(info.sha256)
        .text(Some(info.encoding))
        .text(info.certainty)
        .text(Some(info.format))
        .end();
}
