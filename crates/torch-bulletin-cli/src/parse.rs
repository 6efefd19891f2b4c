//! The subcommand `parse`: each input becomes a document in the format asked for.

use torch_bulletin::Severity;
use torch_bulletin::facts::{FactOptions, extract_from};
use torch_bulletin::render::{self, ChunkOptions};
use torch_bulletin_archive::{Origin, Reading};
use torch_bulletin_wire::{Chunk, Document, SourceInfo, View, chunks_to_ndjson, to_json, to_json_pretty};

use crate::args::{Format, ParseArgs};
use crate::input::{self, Input};
use crate::output::Output;
use crate::profile::options;
use crate::status::{Status, Stop, complain, counted, warn};
use crate::target::{self, Target};

/// Runs the subcommand.
pub(crate) fn run(args: &ParseArgs, status: &mut Status) -> Result<(), Stop> {
    let inputs = input::files(&args.files)?;
    let (target, format) = target::choose(args.output.as_deref(), args.to, inputs.len())?;
    let mut chunking = ChunkOptions::default();
    if let Some(max_chars) = args.max_chars {
        if format != Format::Chunks {
            return Err(Stop::Usage(
                "`--max-chars` is the size of chunks; use it with `--to chunks`".to_owned(),
            ));
        }
        chunking = chunking.with_max_chars(max_chars);
    }
    if args.facts && format != Format::Html {
        return Err(Stop::Usage("`--facts` marks facts in a page; use it with `--to html`".to_owned()));
    }
    let into_folder = matches!(target, Target::Folder(_));
    let mut output = Output::new(target, format, &inputs)?;
    let options = options(args.joins, args.profile.as_deref())?;
    let view =
        View::new(args.offsets.into()).with_source_text(args.source_text).with_normalized(args.normalized);
    for (index, input) in inputs.iter().enumerate() {
        match input.read(&options) {
            Ok(reading) => {
                let mut write = |key: Option<&str>, reading: &Reading, format| -> Result<(), Stop> {
                    output.write(
                        index,
                        key,
                        &rendered(reading, format, &view, &chunking, args.facts),
                        status,
                    )?;
                    warn_of_left_out(input, reading, format);
                    if let Some(limit) = args.fail_on {
                        judge(input, reading, limit.into(), status);
                    }
                    Ok(())
                };
                let Some(issues) = reading.issues(&options) else {
                    write(None, &reading, format)?;
                    continue;
                };
                // A bound volume: a document for each issue, one a line where they share a file.
                let format = match format {
                    Format::Json if !into_folder => Format::Ndjson,
                    Format::Html | Format::Tei if !into_folder => {
                        status.refused(&format!(
                            "{input}: found {} issues, expected one; use `-o DIR/` for one file each, or `--to ndjson`",
                            issues.len()
                        ));
                        continue;
                    }
                    format => format,
                };
                for (key, reading) in &issues {
                    write(Some(key), reading, format)?;
                }
            }
            Err(error) => status.refused(&input.refusal(&error)),
        }
    }
    output.finish()
}

/// The document in a format, with a line end at its end.
fn rendered(reading: &Reading, format: Format, view: &View, chunking: &ChunkOptions, facts: bool) -> String {
    let Reading { document, origin, .. } = reading;
    let (source, bulletin) = (document.source(), document.bulletin());
    let wire = || {
        let Origin { name, sha256, bytes, encoding, certainty, format, .. } = origin;
        let info = SourceInfo {
            name: name.as_deref(),
            sha256: Some(sha256),
            bytes: *bytes,
            encoding: encoding.as_str(),
            certainty: Some(certainty.as_str()),
            format: format.as_str(),
        };
        Document::new(&info, source, bulletin, document.report(), view)
    };
    let mut text = match format {
        Format::Json => to_json_pretty(&wire()),
        Format::Ndjson => to_json(&wire()),
        Format::Markdown => render::markdown(source, bulletin),
        Format::Html if facts => render::html_with_facts(
            source,
            bulletin,
            &extract_from(source, bulletin, &FactOptions::default()),
        ),
        Format::Html => render::html(source, bulletin),
        Format::Tei => render::tei(source, bulletin),
        Format::Text => render::text(source, bulletin),
        Format::Chunks => {
            let chunks = render::chunks(source, bulletin, chunking);
            chunks_to_ndjson(&Chunk::all(source, &chunks, view.offsets, origin.name.as_deref()))
        }
    };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// Text that a format has no place for is not dropped without a word.
fn warn_of_left_out(input: &Input, reading: &Reading, format: Format) {
    let lines = reading.document.bulletin().unparsed.len();
    let are = if lines == 1 { "is" } else { "are" };
    if lines > 0 && matches!(format, Format::Text | Format::Chunks) {
        warn(&format!(
            "{input}: {} without a place in the issue {are} not in this format; `torch-bulletin check` shows each",
            counted(lines as u64, "line")
        ));
    }
}

/// Counts what is at or above the limit, and says where to see it.
fn judge(input: &Input, reading: &Reading, limit: Severity, status: &mut Status) {
    let report = reading.document.report();
    let severe = report.diagnostics().iter().filter(|it| it.severity() >= limit);
    let found: u64 = severe.map(|it| u64::from(it.count)).sum();
    if found > 0 {
        status.found();
        complain(&format!(
            "{input}: found {found} at or above `{limit}`, expected none; `torch-bulletin check` shows each"
        ));
    }
}
