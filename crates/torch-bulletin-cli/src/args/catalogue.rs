//! The options of `catalogue` 期目.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::limits::LimitArgs;
use super::shared::threads;
use crate::ending::list_format;
use crate::status::Stop;

#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub(crate) struct CatalogueArgs {
    /// Files, folders, patterns, zip, tar and gzip files, lines of JSON; `-` is standard input
    #[arg(value_name = "PATH", required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// How to show it [default: as the name of -o says, else human]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Option<CatalogueFormat>,

    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// A JSON file with the name and the words of another newsletter [default: the Torch bulletin]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) profile: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    /// How many threads read and parse; what is shown does not depend on it [default: one for each processor]
    #[arg(long, value_name = "NUMBER", value_parser = threads)]
    pub(crate) threads: Option<usize>,
}

const HELP: &str = "\
Examples:
  torch-bulletin catalogue archive/ 2020.zip
  torch-bulletin catalogue archive/ -o catalogue.csv
  torch-bulletin catalogue archive/ --to ndjson | jq -c 'select(.row == \"finding\")'

Found are: numbers and whole numbers (总第N期) that are missing between others, whole numbers that two issues print, issues that
are held several times (with the same text, or with one that is better by its diagnostics), issues that are dated before
the one before them or whose whole number is out of step, issues without a number; and every section with its first and last issue.
Newsletters that are mixed are told apart by their printed names, and each is held against itself.

Findings are no failure: the exit status is 0. A file that is refused is named on standard error, and the status is 3.";

/// How `catalogue` shows what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CatalogueFormat {
    /// What is held, findings, sections
    Human,
    /// One JSON object a line; its `row` is `issue`, `finding` or `section`, and places in the other rows are names of inputs
    Ndjson,
    /// The same as one table
    Csv,
}

impl CatalogueFormat {
    /// The format, as it is said or as the name of the output says.
    pub(crate) fn of(said: Option<Self>, output: Option<&Path>) -> Result<Self, Stop> {
        list_format(said, output, [Self::Human, Self::Ndjson, Self::Csv])
    }
}
