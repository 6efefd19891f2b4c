//! The subcommand `facts`: what each input says, as lines of JSON, one table or one list.

use std::path::PathBuf;

use torch_bulletin::facts::{FactOptions, Facts, extract_from, extract_text};
use torch_bulletin_archive::Reading;
use torch_bulletin_wire::{Fact, facts_to_csv, facts_to_json, facts_to_ndjson};

use crate::args::{FactsArgs, FactsFormat, Format, JoinRule};
use crate::ending::format_of;
use crate::input;
use crate::output::Output;
use crate::profile;
use crate::status::{Status, Stop};
use crate::target::Target;

/// Runs the subcommand.
pub(crate) fn run(args: &FactsArgs, status: &mut Status) -> Result<(), Stop> {
    let stdin = [PathBuf::from("-")];
    let inputs = input::files(if args.files.is_empty() { &stdin } else { &args.files })?;
    let to = match args.to {
        Some(to) => to,
        None => {
            format_of(args.output.as_deref(), FactsFormat::of_extension, FactsFormat::EXTENSIONS, "--to")?
                .unwrap_or(FactsFormat::Ndjson)
        }
    };
    if inputs.len() > 1 && to == FactsFormat::Json {
        return Err(Stop::Usage(format!(
            "{} files make {0} lists, and the output takes one; use `--to ndjson` or `--to csv`",
            inputs.len()
        )));
    }
    let target = Target::of_list(args.output.as_deref());
    let mut output = Output::new(target, Format::Ndjson, &inputs)?;
    let options = FactOptions::default().with_numbers(args.numbers);
    let parse_options = profile::options(JoinRule::Evidence, args.profile.as_deref())?;
    let mut head = true;
    for (index, input) in inputs.iter().enumerate() {
        match input.read(&parse_options) {
            Ok(reading) => {
                let issues = if args.plain { None } else { reading.issues(&parse_options) };
                // A bound volume: one list of what all of its issues say.
                let readings: Vec<&Reading> = match &issues {
                    Some(issues) => issues.iter().map(|(_, reading)| reading).collect(),
                    None => vec![&reading],
                };
                let extracted: Vec<_> = readings.iter().map(|it| extract(it, args, &options)).collect();
                let mut facts = Vec::new();
                for (Reading { document, origin, .. }, extracted) in readings.into_iter().zip(&extracted) {
                    let (source, name) = (document.source(), origin.name.as_deref());
                    facts.extend(Fact::all(source, extracted, args.offsets.into(), name));
                }
                let text = match to {
                    FactsFormat::Ndjson => facts_to_ndjson(&facts),
                    FactsFormat::Csv => facts_to_csv(&facts, head),
                    FactsFormat::Json => facts_to_json(&facts),
                };
                head = false;
                output.write(index, None, &text, status)?;
            }
            Err(error) => status.refused(&input.refusal(&error)),
        }
    }
    output.finish()
}

/// What one issue says, or a text that is none.
fn extract(reading: &Reading, args: &FactsArgs, options: &FactOptions) -> Facts {
    let source = reading.document.source();
    if args.plain {
        extract_text(source, args.date, options)
    } else {
        extract_from(source, reading.document.bulletin(), options)
    }
}
