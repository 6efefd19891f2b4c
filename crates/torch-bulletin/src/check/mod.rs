//! Lints: what is doubtful about an issue, found from its tree and by reading every character of it.
//!
//! They run when a report is asked for, never while parsing. Each file is one question.

mod closing;
mod counts;
mod latin;
mod numbering;
mod odd;
mod pairs;
mod structure;
mod widths;

use crate::Bulletin;
use crate::report::{Diagnostic, Report, Sink};

/// Runs every lint; `findings` are those of the parse itself.
pub(crate) fn check(source: &str, bulletin: &Bulletin, findings: &[Diagnostic]) -> Report {
    let mut sink = Sink::default();
    findings.iter().cloned().for_each(|finding| sink.push(finding));
    structure::check(source, bulletin, findings, &mut sink);
    for article in bulletin.articles() {
        numbering::check(article, source, &mut sink);
        counts::check(article, source, &mut sink);
        closing::check(article, source, &mut sink);
    }
    pairs::check(source, bulletin, &mut sink);
    odd::check(source, &mut sink);
    latin::check(source, &mut sink);
    widths::check(source, &mut sink);
    Report::from_sink(sink)
}
