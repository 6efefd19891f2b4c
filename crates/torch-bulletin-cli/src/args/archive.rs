//! The options of `archive` 导出.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum, ValueHint};
use torch_bulletin_archive::{Table, TableFormat};

use super::limits::{LimitArgs, size};
use super::shared::threads;
use super::{JoinRule, Unit};

#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub(crate) struct ArchiveArgs {
    /// Files, folders, patterns, zip, tar, gzip, lines of JSON ({"id", "text"}); `-` is standard input
    ///
    /// Containers are opened one in another. Hidden files in folders are passed over.
    #[arg(value_name = "PATH", required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// The folder to write, new or empty; with --table the file, or `-` for standard output
    #[arg(short, long, value_name = "DIR|FILE", required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) output: PathBuf,

    /// How to write tables [default: parquet; with --table as the name of -o says, else ndjson]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,

    /// Write this table alone, to a file or to standard output
    #[arg(long, value_name = "NAME")]
    pub(crate) table: Option<TableName>,

    /// Write some tables only; without `facts` it takes a fraction of the time
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', conflicts_with = "table")]
    pub(crate) tables: Vec<TableName>,

    /// Go on with a folder that an earlier run began: inputs that are the same as then are not read again
    #[arg(long, conflicts_with = "table")]
    pub(crate) resume: bool,

    /// How many threads read and parse; what is written does not depend on it [default: one for each processor]
    #[arg(long, value_name = "NUMBER", value_parser = threads)]
    pub(crate) threads: Option<usize>,

    /// What `start` and `end` count
    #[arg(long, value_name = "UNIT", default_value = "utf8")]
    pub(crate) offsets: Unit,

    /// When the lines of a paragraph that a line end or page end cut are joined again
    #[arg(long, value_name = "RULE", default_value = "evidence")]
    pub(crate) joins: JoinRule,

    /// A JSON file with the name and the words of another newsletter [default: the Torch bulletin]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) profile: Option<PathBuf>,

    /// List bare numbers among the facts too
    #[arg(long)]
    pub(crate) numbers: bool,

    /// Begin CSV with a byte order mark, as Excel wants it
    #[arg(long)]
    pub(crate) bom: bool,

    /// About how many bytes of inputs make a file of each table: what a run that is killed loses at most
    #[arg(long, value_name = "SIZE", default_value = "32M", value_parser = size, conflicts_with = "table")]
    pub(crate) part_size: u64,

    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

const HELP: &str = "\
Examples:
  torch-bulletin archive issues/ old.zip -o tables          tables/articles/part-00000.parquet and so on
  torch-bulletin archive 'issues/**/*.txt' -o csv --format csv --bom
  torch-bulletin archive issues/ -o tables --resume         after a stop, or with new issues
  torch-bulletin archive issues/ --table facts -o facts.parquet
  torch-bulletin archive issues.zip --table articles -o - | jq -r .title
  duckdb -c \"select issue, title from 'tables/articles/*.parquet'\"

Tables: issues, articles, blocks, attributions, diagnostics, facts; `source` joins them. The folder `catalogue` says what
became of each input. Rows are in the order of inputs, whatever the number of threads.
A file that is refused or fails is named on standard error and in the catalogue; the others go on.
Ctrl-C ends a run early: what is written is whole, and archive.json says that it is not complete.";

/// [`TableFormat`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Format(pub(crate) TableFormat);

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Format; 4] = [
            Format(TableFormat::Parquet),
            Format(TableFormat::Arrow),
            Format(TableFormat::Ndjson),
            Format(TableFormat::Csv),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self.0 {
            TableFormat::Parquet => "Apache Parquet",
            TableFormat::Arrow => "Arrow IPC (Feather); the stream format on standard output",
            TableFormat::Ndjson => "One JSON object a line",
            _ => "CSV; what a spreadsheet would run begins with an apostrophe",
        };
        Some(PossibleValue::new(self.0.as_str()).help(help))
    }
}

/// [`Table`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TableName(pub(crate) Table);

impl ValueEnum for TableName {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [TableName; 6] = [
            TableName(Table::Issues),
            TableName(Table::Articles),
            TableName(Table::Blocks),
            TableName(Table::Attributions),
            TableName(Table::Diagnostics),
            TableName(Table::Facts),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_and_format_of_the_library_can_be_asked_for() {
        let tables: Vec<_> = TableName::value_variants().iter().map(|it| it.0).collect();
        assert_eq!(tables, Table::ALL);
        let formats: Vec<_> = Format::value_variants().iter().map(|it| it.0).collect();
        assert_eq!(formats, TableFormat::ALL);
    }
}
