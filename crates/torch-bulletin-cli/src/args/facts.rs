//! The options of `facts` 事实.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};
use torch_bulletin::facts::Day;

use super::Unit;

#[derive(Args, Debug)]
#[command(after_help = FACTS_HELP)]
pub(crate) struct FactsArgs {
    /// Files of one issue each, or of several (a bound volume), or patterns; `-` is standard input, which is also read where `--plain` has no file
    #[arg(value_name = "FILE", required_unless_present = "plain", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,

    /// What to write [default: as the name of -o says, else ndjson]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Option<FactsFormat>,

    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// Read text that is no bulletin: every line is a paragraph
    #[arg(long)]
    pub(crate) plain: bool,

    /// The day from which 今年 and 7月22日 count, as YYYY-MM-DD, YYYY-MM or YYYY; an issue has its own
    #[arg(long, value_name = "DATE", requires = "plain")]
    pub(crate) date: Option<Day>,

    /// List bare numbers too
    #[arg(long)]
    pub(crate) numbers: bool,

    /// Say of each fact where it is printed: title, sentence, page, line and reference
    #[arg(long)]
    pub(crate) cite: bool,

    /// Begin CSV with a byte order mark, as Excel wants it
    #[arg(long)]
    pub(crate) bom: bool,

    /// A JSON file with the name and the words of another newsletter [default: the Torch bulletin]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) profile: Option<PathBuf>,

    /// What the offsets count
    #[arg(long, value_name = "UNIT", default_value = "utf8")]
    pub(crate) offsets: Unit,
}

const FACTS_HELP: &str = "\
Examples:
  torch-bulletin facts issue.txt | jq -c 'select(.kind == \"observation\") | [.zone, .metric, .period, .low, .unit]'
  torch-bulletin facts 2019/*.txt 2020/*.txt -o facts.csv --cite --bom
  echo '7月22日开班,300多名学员参加。' | torch-bulletin facts --plain --date 2022-07-31

Each fact has the text as printed, its places in the source, and the rule that read it.";

/// What `facts` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FactsFormat {
    /// One JSON object a line
    Ndjson,
    /// One table for all kinds
    Csv,
    /// One JSON list
    Json,
}

impl FactsFormat {
    /// The endings that ask for a format, for people.
    pub(crate) const EXTENSIONS: &str = ".ndjson, .jsonl, .csv or .json";

    /// The format that the ending of a file name, in small letters, asks for.
    pub(crate) fn of_extension(extension: &str) -> Option<Self> {
        match extension {
            "ndjson" | "jsonl" => Some(FactsFormat::Ndjson),
            "csv" => Some(FactsFormat::Csv),
            "json" => Some(FactsFormat::Json),
            _ => None,
        }
    }
}
