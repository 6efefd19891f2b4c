//! The subcommand `facts`: what each input says, as lines of JSON, one table or one list.

use std::path::PathBuf;

use torch_bulletin::facts::{FactOptions, extract_from, extract_text};
use torch_bulletin_wire::{Fact, facts_to_csv, facts_to_json, facts_to_ndjson};

use crate::args::{FactsArgs, FactsFormat, Format, JoinRule};
use crate::input;
use crate::output::Output;
use crate::profile;
use crate::status::{Status, Stop};
use crate::target::Target;

/// Runs the subcommand.
pub(crate) fn run(args: &FactsArgs, status: &mut Status) -> Result<(), Stop> {
    let stdin = [PathBuf::from("-")];
    let inputs = input::all(if args.files.is_empty() { &stdin } else { &args.files })?;
    if inputs.len() > 1 && args.to == FactsFormat::Json {
        return Err(Stop::Usage(format!(
            "{} files make {0} lists, and the output takes one; use `--to ndjson` or `--to csv`",
            inputs.len()
        )));
    }
    let target = match &args.output {
        Some(path) if path.as_os_str() != "-" => Target::File(path.clone()),
        _ => Target::Stdout,
    };
    let mut output = Output::new(target, Format::Ndjson, &inputs)?;
    let options = FactOptions::default().with_numbers(args.numbers);
    let parse_options = profile::options(JoinRule::Evidence, args.profile.as_deref())?;
    let mut head = true;
    for (index, input) in inputs.iter().enumerate() {
        match input.read(&parse_options) {
            Ok(reading) => {
                let source = reading.document.source();
                let facts = if args.plain {
                    extract_text(source, args.date, &options)
                } else {
                    extract_from(source, reading.document.bulletin(), &options)
                };
                let facts = Fact::all(source, &facts, args.offsets.into(), reading.origin.name.as_deref());
                let text = match args.to {
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
