//! Lints: what is doubtful about an issue, found from its tree and by reading every character of it.
//!
//! They run when a report is asked for, never while parsing. Each file is one question.

mod closing;
mod columns;
mod counts;
mod encoding;
mod latin;
mod look_alikes;
mod numbering;
mod odd;
mod pairs;
mod repeated;
mod script;
mod structure;
mod traces;
mod unmapped;
mod widths;

use crate::Bulletin;
use crate::report::{Diagnostic, Report, Sink};

/// Runs every lint; `findings` are those of the parse itself.
pub(crate) fn check(source: &str, bulletin: &Bulletin, findings: &[Diagnostic]) -> Report {
    let mut sink = Sink::default();
    findings.iter().cloned().for_each(|finding| sink.push(finding));
    if let Some(finding) = encoding::whole(source, bulletin) {
        sink.push(finding);
        return Report::from_sink(sink);
    }
    structure::check(source, bulletin, findings, &mut sink);
    for article in bulletin.articles() {
        numbering::check(article, source, &mut sink);
        counts::check(article, source, &mut sink);
        closing::check(article, source, &mut sink);
    }
    repeated::check(source, bulletin, &mut sink);
    pairs::check(source, bulletin, &mut sink);
    let traces = traces::traces(source);
    unmapped::check(source, &traces, findings, &mut sink);
    encoding::check(&traces, &mut sink);
    look_alikes::check(source, &traces, &mut sink);
    script::check(source, &traces, &mut sink);
    columns::check(source, &mut sink);
    odd::check(source, &mut sink);
    latin::check(source, &mut sink);
    widths::check(source, &mut sink);
    Report::from_sink(sink)
}
