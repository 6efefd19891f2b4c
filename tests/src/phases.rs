//! What each phase makes of a text, as the text of a golden file.

use std::fmt::Write as _;

use torch_bulletin::facts::{FactOptions, extract};
use torch_bulletin::layout::{Layout, Line, layout_with};
use torch_bulletin::render::ChunkOptions;
use torch_bulletin::{LineIndex, Parsed, Profile, parse_with, render};
use torch_bulletin_wire::{
    Chunk, Document, Fact, OffsetUnit, SourceInfo, View, chunks_to_ndjson, facts_to_ndjson, to_json,
};

use crate::corpus::Case;
use crate::invariants::shown;
use crate::json;

/// One golden file of an issue.
#[derive(Clone, Copy, Debug)]
pub struct Phase {
    /// The name of the file in the issue's folder.
    pub file: &'static str,
    /// Writes it.
    pub write: fn(&Parsed<'_>, &Profile) -> String,
}

/// Every golden file, in the order of the phases.
pub const PHASES: &[Phase] = &[
    Phase { file: "lines.tsv", write: |parsed, profile| lines(parsed.source(), profile) },
    Phase { file: "bulletin.json", write: |parsed, _| bulletin(parsed) },
    Phase { file: "report.txt", write: |parsed, _| report(parsed) },
    Phase { file: "markdown.md", write: |parsed, _| render::markdown(parsed.source(), parsed.bulletin()) },
    Phase { file: "text.txt", write: |parsed, _| render::text(parsed.source(), parsed.bulletin()) },
    Phase { file: "bulletin.html", write: |parsed, _| render::html(parsed.source(), parsed.bulletin()) },
    Phase { file: "bulletin.tei.xml", write: |parsed, _| render::tei(parsed.source(), parsed.bulletin()) },
    Phase { file: "chunks.ndjson", write: |parsed, _| chunks(parsed) },
    Phase { file: "facts.ndjson", write: |parsed, _| facts(parsed) },
];

/// Writes a phase of an issue.
pub fn write(phase: &Phase, issue: &Case) -> String {
    let options = issue.options();
    (phase.write)(&parse_with(&issue.input, &options), &options.profile)
}

/// Layout: one row a line of the text (`lines.tsv`), after one that says how paragraphs are set.
///
/// Columns: the place in bytes, indent and width in columns, `blank` and `page` where one comes before, what
/// the line is to the page, and its text.
fn lines(source: &str, profile: &Profile) -> String {
    let Layout { lines, pages, setting } = layout_with(source, profile);
    let measure = setting.measure.map_or_else(|| "none".to_owned(), |measure| measure.to_string());
    let mut out = format!("# measure: {measure}, indented: {}, pages: {}\n", setting.indented, pages.len());
    out.push_str("span\tindent\twidth\tblank\tpage\tclass\ttext\n");
    for line in &lines {
        let Line { span, indent, width, blank_before, page_before, class, .. } = line;
        let blank = if *blank_before { "blank" } else { "" };
        let page = if *page_before { "page" } else { "" };
        let text = line.text(source).replace('\t', "\\t");
        // Writing to a String does not fail.
        let _ = writeln!(out, "{span:?}\t{indent}\t{width}\t{blank}\t{page}\t{class}\t{text}");
    }
    out
}

/// Assembly: the document as JSON, with byte offsets (`bulletin.json`).
fn bulletin(parsed: &Parsed<'_>) -> String {
    let report = parsed.report();
    let info = SourceInfo::of_text(parsed.source());
    let document = Document::new(&info, parsed.source(), parsed.bulletin(), &report, &View::default());
    let value = serde_json::from_str(&to_json(&document)).expect("what wire writes is JSON");
    json::pretty(&value)
}

/// Chunks of the usual size, with byte offsets, one JSON object a line (`chunks.ndjson`).
fn chunks(parsed: &Parsed<'_>) -> String {
    let chunks = render::chunks(parsed.source(), parsed.bulletin(), &ChunkOptions::default());
    chunks_to_ndjson(&Chunk::all(parsed.source(), &chunks, OffsetUnit::Utf8, None))
}

/// Facts with byte offsets, one JSON object a line (`facts.ndjson`).
fn facts(parsed: &Parsed<'_>) -> String {
    let facts = extract(parsed, &FactOptions::default());
    facts_to_ndjson(&Fact::all(parsed.source(), &facts, OffsetUnit::Utf8, None))
}

/// Checks: one finding a line, `severity code line:column «text» message` (`report.txt`).
pub fn report(parsed: &Parsed<'_>) -> String {
    let source = parsed.source();
    let lines = LineIndex::new(source);
    let mut out = String::new();
    for finding in parsed.report().diagnostics() {
        let place = finding.span.map_or_else(
            || "-".to_owned(),
            |span| {
                let at = lines.position(source, span.start());
                let text = span.of(source).unwrap_or_default();
                format!("{}:{} «{}»", at.line, at.column, shown(text))
            },
        );
        // Writing to a String does not fail.
        let _ = write!(out, "{} {} {place} {}", finding.severity(), finding.code, finding.message);
        if finding.count > 1 {
            let _ = write!(out, " (and {} more)", finding.count - 1);
        }
        out.push('\n');
    }
    out
}
