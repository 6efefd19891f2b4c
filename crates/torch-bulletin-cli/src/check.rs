//! The subcommand `check`: what is doubtful in each input, on its line or as JSON, and a summary.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use torch_bulletin::{Code, Diagnostic, LineCursor, ParseOptions, Severity, Span};
use torch_bulletin_archive::Reading;

use crate::args::{CheckArgs, CheckFormat};
use crate::input;
use crate::output::stop;
use crate::profile::options;
use crate::snippet::snippet;
use crate::status::{Status, Stop, counted};

/// Runs the subcommand.
pub(crate) fn run(args: &CheckArgs, status: &mut Status) -> Result<(), Stop> {
    let inputs = input::files(&args.files)?;
    let options = options(args.joins, args.profile.as_deref())?;
    let limit = Severity::from(args.fail_on);
    let failed = |error| stop("standard output", &error);
    // Strips the colours where standard output is no terminal.
    let mut out = BufWriter::new(anstream::AutoStream::auto(io::stdout().lock()));
    let mut tally = Tally::default();
    for input in &inputs {
        match input.read(&options) {
            Ok(reading) => {
                let (name, found) = (input.to_string(), findings(&reading, &options));
                if found.iter().map(Diagnostic::severity).max() >= Some(limit) {
                    status.found();
                }
                tally.add(&found);
                let source = reading.document.source();
                match args.format {
                    CheckFormat::Human => show(&mut out, &name, source, &found),
                    CheckFormat::Ndjson => list(&mut out, &name, source, &found),
                }
                .map_err(failed)?;
            }
            Err(error) => {
                // What was found before comes before, where both go to one terminal.
                out.flush().map_err(failed)?;
                tally.refused += 1;
                status.refused(&input.refusal(&error));
            }
        }
    }
    if args.format == CheckFormat::Human {
        writeln!(out, "{tally}").map_err(failed)?;
    }
    out.flush().map_err(failed)
}

/// The findings of a text, and of every issue in it where it holds several: each on its place in the whole text.
fn findings(reading: &Reading, options: &ParseOptions) -> Vec<Diagnostic> {
    let Some(issues) = reading.issues(options) else {
        return reading.document.report().diagnostics().to_vec();
    };
    let mut found = Vec::new();
    // The issues lie side by side.
    let mut start = 0;
    for (_, issue) in &issues {
        let moved = |it: Span| Span::new(it.start() + start, it.end() + start);
        let findings = issue.document.report().diagnostics().iter().cloned();
        found.extend(findings.map(|finding| Diagnostic { span: finding.span.map(moved), ..finding }));
        start += issue.document.source().len() as u32;
    }
    found.sort_by_key(|it| it.span);
    found
}

/// The findings as a compiler shows them.
fn show(out: &mut impl Write, name: &str, source: &str, found: &[Diagnostic]) -> io::Result<()> {
    let mut cursor = LineCursor::new(source);
    for finding in found {
        let position = finding.span.map(|span| cursor.position(span.start()));
        writeln!(out, "{}\n", snippet(name, source, finding, position))?;
    }
    Ok(())
}

/// The findings as one JSON object a line.
fn list(out: &mut impl Write, name: &str, source: &str, found: &[Diagnostic]) -> io::Result<()> {
    /// A finding of the document, with its file and its place for people; the keys are those of `parse`.
    #[derive(Serialize)]
    struct Finding<'a> {
        file: &'a str,
        code: Code,
        severity: Severity,
        message: &'a str,
        span: Option<Span>,
        line: Option<u32>,
        column: Option<u32>,
        help: Option<&'a str>,
        count: u32,
    }
    let mut cursor = LineCursor::new(source);
    for finding in found {
        let Diagnostic { code, message, span, help, count } = finding;
        let position = span.map(|span| cursor.position(span.start()));
        serde_json::to_writer(
            &mut *out,
            &Finding {
                file: name,
                code: *code,
                severity: finding.severity(),
                message,
                span: *span,
                line: position.map(|it| it.line),
                column: position.map(|it| it.column),
                help: help.as_deref(),
                count: *count,
            },
        )?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// How much was found in all inputs.
#[derive(Debug, Default)]
struct Tally {
    checked: u64,
    refused: u64,
    errors: u64,
    warnings: u64,
    notes: u64,
}

impl Tally {
    fn add(&mut self, found: &[Diagnostic]) {
        self.checked += 1;
        for finding in found {
            *match finding.severity() {
                Severity::Error => &mut self.errors,
                Severity::Warning => &mut self.warnings,
                Severity::Note => &mut self.notes,
            } += u64::from(finding.count);
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Tally { checked, refused, errors, warnings, notes } = *self;
        let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
        write!(f, "checked {}: {errors}, {warnings}, {}", counted(checked, "file"), counted(notes, "note"))?;
        if refused > 0 {
            write!(f, "; refused {}", counted(refused, "file"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_counts_in_good_grammar() {
        let tally = Tally { checked: 1, refused: 0, errors: 0, warnings: 1, notes: 12 };
        assert_eq!(tally.to_string(), "checked 1 file: 0 errors, 1 warning, 12 notes");
        let tally = Tally { checked: 2, refused: 1, ..Tally::default() };
        assert_eq!(tally.to_string(), "checked 2 files: 0 errors, 0 warnings, 0 notes; refused 1 file");
    }
}
