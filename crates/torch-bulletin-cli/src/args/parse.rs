//! The options of `parse` 解析.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::shared::at_least_one;
use super::{JoinRule, Level, Unit};

#[derive(Args, Debug)]
#[command(after_help = PARSE_HELP)]
pub(crate) struct ParseArgs {
    /// Files of one issue each, or of several (a bound volume), or patterns; `-` is standard input
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
    #[arg(long, value_name = "NUMBER", value_parser = at_least_one::<usize>)]
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

    /// The endings that ask for a format, for people.
    pub(crate) const EXTENSIONS: &str = ".json, .ndjson, .jsonl, .md, .markdown, .html, .htm, .xml or .txt";

    /// The format that the ending of a file name, in small letters, asks for.
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
