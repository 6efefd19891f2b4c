//! The options of `check` 检查.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::{JoinRule, Level};

#[derive(Args, Debug)]
#[command(after_help = CHECK_HELP)]
pub(crate) struct CheckArgs {
    /// Files of one issue each, or of several (a bound volume); `-` is standard input
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,

    /// Exit with 1 if an issue has a finding at least as severe
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub(crate) fail_on: Level,

    /// How to show the findings
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: CheckFormat,

    /// When the lines of a paragraph that a line end or page end cut are joined again
    #[arg(long, value_name = "RULE", default_value = "evidence")]
    pub(crate) joins: JoinRule,

    /// A JSON file with the name and the words of another newsletter [default: the Torch bulletin]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) profile: Option<PathBuf>,
}

const CHECK_HELP: &str = "\
Examples:
  torch-bulletin check issue.txt
  torch-bulletin check archive/*.txt --fail-on warning
  torch-bulletin check archive/*.txt --format ndjson | jq -r .code | sort | uniq -c

Lines and columns count from 1; a column is one character, however wide. Long lines are cut around the place.";

/// How `check` shows findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// The line with the place marked, and a summary
    Human,
    /// One JSON object a line
    Ndjson,
}
