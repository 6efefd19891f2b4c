//! The subcommand `facts`: what each input says, as lines of JSON, one table or one list.

use std::path::PathBuf;

use torch_bulletin::facts::{FactOptions, Facts, extract_from, extract_text};
use torch_bulletin_archive::Reading;
use torch_bulletin_wire::{
    CitedFact, Fact, Locator, cited_facts_to_csv, cited_facts_to_json, cited_facts_to_ndjson, facts_to_csv,
    facts_to_json, facts_to_ndjson,
};

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
    if args.bom && to != FactsFormat::Csv {
        return Err(Stop::Usage("`--bom` begins CSV; use it with `--to csv`, or leave it out".to_owned()));
    }
    let target = Target::of_list(args.output.as_deref());
    let mut output = Output::new(target, Format::Ndjson, &inputs)?;
    let parse_options = profile::options(JoinRule::Evidence, args.profile.as_deref())?;
    let mut writer =
        Writer { args, to, options: FactOptions::default().with_numbers(args.numbers), head: true };
    for (index, input) in inputs.iter().enumerate() {
        match input.read(&parse_options) {
            Ok(reading) => {
                let issues = if args.plain { None } else { reading.issues(&parse_options) };
                // A bound volume: what its issues say, one after the other; a list is one of all.
                let readings: Vec<&Reading> = match &issues {
                    Some(issues) => issues.iter().map(|(_, reading)| reading).collect(),
                    None => vec![&reading],
                };
                let at_once = if to == FactsFormat::Json { readings.len() } else { 1 };
                for readings in readings.chunks(at_once) {
                    output.write(index, None, &writer.text(readings), status)?;
                }
            }
            Err(error) => status.refused(&input.refusal(&error)),
        }
    }
    output.finish()
}

/// Writes what some issues say, with the head of a table before the first.
struct Writer<'a> {
    args: &'a FactsArgs,
    to: FactsFormat,
    options: FactOptions,
    head: bool,
}

impl Writer<'_> {
    fn text(&mut self, readings: &[&Reading]) -> String {
        let unit = self.args.offsets.into();
        let extracted: Vec<_> = readings.iter().map(|it| extract(it, self.args, &self.options)).collect();
        let named = readings.iter().map(|it| (&it.document, it.origin.name.as_deref())).zip(&extracted);
        if !self.args.cite {
            let facts = named.flat_map(|((it, name), facts)| Fact::all(it.source(), facts, unit, name));
            let facts: Vec<_> = facts.collect();
            return self.written(&facts, facts_to_ndjson, facts_to_csv, facts_to_json);
        }
        let locators: Vec<_> = readings.iter().map(|it| Locator::new(it.document.source(), unit)).collect();
        let cited = named.zip(&locators).flat_map(|(((it, name), facts), locator)| {
            CitedFact::all(it.source(), it.bulletin(), facts, locator, unit, name)
        });
        let cited: Vec<_> = cited.collect();
        self.written(&cited, cited_facts_to_ndjson, cited_facts_to_csv, cited_facts_to_json)
    }

    /// Rows in the format, with what stands before the first of them.
    fn written<T>(
        &mut self,
        rows: &[T],
        to_lines: fn(&[T]) -> String,
        to_table: fn(&[T], bool) -> String,
        to_list: fn(&[T]) -> String,
    ) -> String {
        let head = std::mem::take(&mut self.head);
        match self.to {
            FactsFormat::Ndjson => to_lines(rows),
            FactsFormat::Csv if head && self.args.bom => format!("\u{FEFF}{}", to_table(rows, head)),
            FactsFormat::Csv => to_table(rows, head),
            FactsFormat::Json => to_list(rows),
        }
    }
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
