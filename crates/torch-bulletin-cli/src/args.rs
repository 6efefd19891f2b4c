//! The command line: every subcommand and option, with the help that a user reads.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use torch_bulletin::facts::Day;
use torch_bulletin::{Joins, Severity};
use torch_bulletin_wire::{CountBy, OffsetUnit};

use crate::catalogue::CatalogueArgs;

use crate::archive_args::ArchiveArgs;

/// Reads issues of the newsletter 火炬动态 (the Torch bulletin) into exact data: every article, every
/// character, and the place each came from.
#[derive(Debug, Parser)]
#[command(name = "torch-bulletin", version, arg_required_else_help = true, after_help = HELP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const HELP: &str = "\
Examples:
  torch-bulletin parse issue.txt                     the whole issue as JSON
  torch-bulletin parse issue.txt --to markdown       the issue to read
  torch-bulletin parse archive/*.txt -o issues.ndjson    one issue a line
  torch-bulletin parse archive/*.txt --to chunks > chunks.ndjson    portions for search, one a line
  torch-bulletin facts archive/*.txt --to csv -o facts.csv    who, what, when, how much
  torch-bulletin check issue.txt                     what is doubtful, and where
  torch-bulletin search archive.zip 孵化器           where a word stands, in its context
  torch-bulletin archive issues.zip 2022/ -o tables    everything as Parquet, whatever the number of files

Exit status:
  0  done
  1  a finding at or above --fail-on
  2  the command line is wrong
  3  an input was refused or failed, or an output could not be written; the other inputs were done
  130  stopped by Ctrl-C; what `archive` has written is whole, and marked as partial

Text may be in UTF-8, UTF-16 or GB18030. Run `torch-bulletin COMMAND --help` for the options of a command.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turn issues into JSON, a page to read, TEI, or chunks for search
    Parse(ParseArgs),
    /// List what issues say: dates, quantities, changes, observations, people, zones, documents
    Facts(FactsArgs),
    /// Show what is doubtful in issues, on the line where it stands
    Check(CheckArgs),
    /// Find words in whole archives: in context, or counted by year, section or contributor
    Search(SearchArgs),
    /// Tell what an archive holds, what it lacks, what it holds twice, and what looks misdated
    Catalogue(CatalogueArgs),
    /// Turn whole archives (folders, zip, tar …) into tables: Parquet, Arrow, NDJSON or CSV
    Archive(Box<ArchiveArgs>),
    /// Print the JSON Schema of what `parse` writes
    Schema,
    /// Print a script that completes this command in a shell
    #[command(after_help = COMPLETIONS_HELP)]
    Completions {
        /// The shell to write it for
        shell: clap_complete::Shell,
    },
}

const COMPLETIONS_HELP: &str = "\
Examples:
  torch-bulletin completions bash > ~/.local/share/bash-completion/completions/torch-bulletin
  torch-bulletin completions fish > ~/.config/fish/completions/torch-bulletin.fish";

#[derive(Args, Debug)]
#[command(after_help = PARSE_HELP)]
pub(crate) struct ParseArgs {
    /// Files of one issue each, or of several (a bound volume); `-` is standard input
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,

    /// What to write [default: as the name of -o says; else json, or ndjson for several files]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Option<Format>,

    /// Where to write; a folder takes one file for each input [default: standard output]
    ///
    /// With several inputs a name is a folder, and is made where it is missing, unless the format is ndjson.
    /// Inputs of the same name are told apart by the folders they are in: 2019/03.txt and 2020/03.txt become
    /// 2019-03.json and 2020-03.json. No input is ever overwritten.
    ///
    /// A file that holds several issues gives a document for each: as lines of ndjson, or in a folder as
    /// 2022-12.json, 2008-1-2.json (a joint issue), 2014-1-supplement.json.
    #[arg(short, long, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,

    /// The most characters of a chunk [default: 500]
    #[arg(long, value_name = "NUMBER", value_parser = at_least_one)]
    pub(crate) max_chars: Option<usize>,

    /// Mark dates, quantities, persons, zones and documents in `html`
    #[arg(long)]
    pub(crate) facts: bool,

    /// What the offsets in JSON count
    #[arg(long, value_name = "UNIT", default_value = "utf8")]
    pub(crate) offsets: Unit,

    /// Put the decoded source text, which the offsets count, into the JSON
    #[arg(long)]
    pub(crate) source_text: bool,

    /// Put beside each text of the JSON its cleaned form, where that differs: widths, radicals, stray blanks
    #[arg(long)]
    pub(crate) normalized: bool,

    /// When the lines of a paragraph that a line end or page end cut are joined again
    #[arg(long, value_name = "RULE", default_value = "evidence")]
    pub(crate) joins: JoinRule,

    /// A JSON file with the name and the words of another newsletter [default: the Torch bulletin]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) profile: Option<PathBuf>,

    /// Exit with 1 if an issue has a finding at least as severe
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<Level>,
}

const PARSE_HELP: &str = "\
Examples:
  torch-bulletin parse issue.txt | jq '.sections[].articles[].title.text'
  torch-bulletin parse issue.txt --offsets codepoint --source-text    for slicing in Python
  torch-bulletin parse 2019/*.txt 2020/*.txt --to markdown -o pages   one .md for each issue
  torch-bulletin parse volume.txt -o issues/                          one .json for each issue of a volume
  torch-bulletin parse issue.txt -o issue.html                        a page with links
  torch-bulletin parse issue.txt --to chunks --max-chars 300 | jq -r .text
  torch-bulletin parse issue.txt --profile newsletter.json            an issue of another newsletter
  iconv -f BIG5 -t UTF-8 issue.txt | torch-bulletin parse - --to text

A file that is refused (a picture, a PDF, an empty file …) is named on standard error; the others go on.";

#[derive(Args, Debug)]
#[command(after_help = FACTS_HELP)]
pub(crate) struct FactsArgs {
    /// Files of one issue each; `-` is standard input, which is also read where `--plain` has no file
    #[arg(value_name = "FILE", required_unless_present = "plain", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,

    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "ndjson")]
    pub(crate) to: FactsFormat,

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
  torch-bulletin facts 2019/*.txt 2020/*.txt --to csv -o facts.csv
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

#[derive(Args, Debug)]
#[command(after_help = CHECK_HELP)]
pub(crate) struct CheckArgs {
    /// Files of one issue each; `-` is standard input
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

#[derive(Args, Debug)]
#[command(override_usage = SEARCH_USAGE, after_help = SEARCH_HELP)]
pub(crate) struct SearchArgs {
    /// Where to look, then what for
    ///
    /// Paths come first: files, folders, patterns, zip, tar and gzip files, lines of JSON, `-` for standard input. The
    /// first argument that is neither `-` nor a pattern (`*`, `?` or `[` in it) nor exists is a word, and so are all
    /// after it.
    #[arg(value_name = "PATH|WORD", required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) given: Vec<OsString>,

    /// A word to look for; with it, all other arguments are paths. May be given several times
    #[arg(short = 'e', long = "word", value_name = "WORD")]
    pub(crate) words: Vec<String>,

    /// Find paragraphs that have any of the words [default: all of them]
    #[arg(long)]
    pub(crate) any: bool,

    /// Count instead of showing
    #[arg(long, value_name = "BY")]
    pub(crate) count_by: Option<SearchCount>,

    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) to: SearchFormat,

    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// Characters of context on each side
    #[arg(long, value_name = "NUMBER", default_value_t = torch_bulletin::search::Query::CONTEXT)]
    pub(crate) context: usize,

    /// A JSON file with the name and the words of another newsletter [default: the Torch bulletin]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) profile: Option<PathBuf>,

    /// What the offsets count
    #[arg(long, value_name = "UNIT", default_value = "utf8")]
    pub(crate) offsets: Unit,

    /// How many threads read and look; what is found does not depend on it [default: one for each processor]
    #[arg(long, value_name = "NUMBER", default_value_t = 0, hide_default_value = true)]
    pub(crate) threads: usize,
}

const SEARCH_USAGE: &str = "torch-bulletin search [OPTIONS] <PATH>... <WORD>...
       torch-bulletin search [OPTIONS] -e <WORD> <PATH>...";

const SEARCH_HELP: &str = "\
Examples:
  torch-bulletin search archive/ 孵化器              every place, in context
  torch-bulletin search 2019.zip 2020.zip 上市 企业  paragraphs that have both words
  torch-bulletin search archive/ 瞪羚 独角兽 --any --count-by year
  torch-bulletin search archive/ 孵化器 --to csv -o places.csv
  torch-bulletin search -e 2019 archive/             a word that is also the name of a file

Widths, radicals, blanks and line ends do not count, nor whether Latin letters are capitals: 火炬 finds ⽕炬, and 火 at the
end of a page with 炬 on the next. Titles, paragraphs, tables, notes and attributions are searched; mastheads, contents
lists, section names, colophons and page furniture are not.

Nothing found is no failure: the exit status is 0. A file that is refused is named on standard error, and the status is 3.";

/// What `search` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SearchFormat {
    /// Each word in its context, under the title of its article
    Human,
    /// One JSON object a line
    Ndjson,
    /// One table
    Csv,
}

/// [`CountBy`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SearchCount {
    /// The year of the issue
    Year,
    /// The section
    Section,
    /// The contributing organisation
    Contributor,
}

impl From<SearchCount> for CountBy {
    fn from(by: SearchCount) -> Self {
        match by {
            SearchCount::Year => CountBy::Year,
            SearchCount::Section => CountBy::Section,
            SearchCount::Contributor => CountBy::Contributor,
        }
    }
}

/// What `parse` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The whole document, indented
    Json,
    /// The whole document on one line
    Ndjson,
    /// Headings and paragraphs
    Markdown,
    /// A page for the browser, with links from the contents list
    Html,
    /// TEI P5, with page breaks and page numbers where they were printed
    Tei,
    /// Paragraphs only
    Text,
    /// Portions of articles for search, one JSON object a line
    Chunks,
}

impl Format {
    /// The ending of files in this format.
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Ndjson => "ndjson",
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Tei => "xml",
            Format::Text => "txt",
            Format::Chunks => "chunks.ndjson",
        }
    }

    /// Whether the documents of several inputs can stand one after another in one file.
    pub(crate) const fn is_lines(self) -> bool {
        matches!(self, Format::Ndjson | Format::Chunks)
    }

    /// Whether a reader of one output would take two documents in it for one, or for a broken one.
    pub(crate) const fn is_whole(self) -> bool {
        matches!(self, Format::Json | Format::Html | Format::Tei)
    }

    /// The format that the ending of a file name asks for.
    pub(crate) fn of_extension(extension: &str) -> Option<Self> {
        match extension {
            "json" => Some(Format::Json),
            "ndjson" | "jsonl" => Some(Format::Ndjson),
            "md" | "markdown" => Some(Format::Markdown),
            "html" | "htm" => Some(Format::Html),
            "xml" => Some(Format::Tei),
            "txt" => Some(Format::Text),
            _ => None,
        }
    }
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("expected a whole number of 1 or more".to_owned()),
        Ok(number) => Ok(number),
    }
}

/// How `check` shows findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// The line with the place marked, and a summary
    Human,
    /// One JSON object a line
    Ndjson,
}

/// [`Severity`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// A part of the issue is missing or could not be read
    Error,
    /// Likely an error of the print or of the extraction
    Warning,
    /// Worth knowing; nothing is wrong
    Note,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note => Severity::Note,
        }
    }
}

/// [`OffsetUnit`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unit {
    /// Bytes of UTF-8, as in Rust and Go
    Utf8,
    /// Characters, as in Python
    Codepoint,
    /// Units of UTF-16, as in JavaScript and Java
    Utf16,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Utf8 => OffsetUnit::Utf8,
            Unit::Codepoint => OffsetUnit::Codepoint,
            Unit::Utf16 => OffsetUnit::Utf16,
        }
    }
}

/// [`Joins`] on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum JoinRule {
    /// Where both sides give evidence that they are one paragraph
    Evidence,
    /// Never: every line is a block of its own
    None,
}

impl From<JoinRule> for Joins {
    fn from(rule: JoinRule) -> Self {
        match rule {
            JoinRule::Evidence => Joins::Evidence,
            JoinRule::None => Joins::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn names_on_the_command_line_are_those_of_the_library() {
        fn name(value: impl ValueEnum) -> String {
            value.to_possible_value().unwrap().get_name().to_owned()
        }
        for level in Level::value_variants() {
            assert_eq!(name(*level), Severity::from(*level).as_str());
        }
        for unit in Unit::value_variants() {
            assert_eq!(name(*unit), OffsetUnit::from(*unit).as_str());
        }
        for by in SearchCount::value_variants() {
            assert_eq!(name(*by), CountBy::from(*by).as_str());
        }
        for rule in JoinRule::value_variants() {
            assert_eq!(name(*rule), Joins::from(*rule).as_str());
        }
    }
}
