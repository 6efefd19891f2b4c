//! The table `diagnostics` 疑点.

use torch_bulletin::{LineIndex, Report};

use super::columns::Kind::{Count, Text};
use super::columns::{Columns, Layout};
use super::issue::Keyed;

pub(super) const LAYOUT: &Layout = &[
    ("source", Text),
    ("issue", Text),
    ("code", Text),
    ("severity", Text),
    ("line", Count),
    ("count", Count),
    ("start", Count),
    ("end", Count),
    ("message", Text),
    ("help", Text),
];

pub(super) fn append(columns: &mut Columns, it: &Keyed<'_>, report: &Report) {
    if report.diagnostics().is_empty() {
        return;
    }
    let lines = LineIndex::new(it.text);
    for finding in report.diagnostics() {
        columns
            .row()
            .text(it.source)
            .text(it.key.as_ref())
            .text(Some(finding.code.as_str()))
            .text(Some(finding.severity().as_str()))
            .count(finding.span.map(|span| lines.position(it.text, span.start()).line))
            .count(Some(finding.count))
            .count(it.start(finding.span))
            .count(it.end(finding.span))
            .text(Some(&finding.message))
            .text(finding.help.as_deref())
            .end();
    }
}
