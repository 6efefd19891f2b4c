//! The options of `search` 检索.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};
use torch_bulletin_wire::CountBy;

use super::Unit;
use super::limits::LimitArgs;
use super::shared::threads;
use crate::ending::list_format;
use crate::status::Stop;

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

    /// What to write [default: as the name of -o says, else human]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Option<SearchFormat>,

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

    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    /// How many threads read and look; what is found does not depend on it [default: one for each processor]
    #[arg(long, value_name = "NUMBER", value_parser = threads)]
    pub(crate) threads: Option<usize>,
}

const SEARCH_USAGE: &str = "torch-bulletin search [OPTIONS] <PATH>... <WORD>...
       torch-bulletin search [OPTIONS] -e <WORD> <PATH>...";

const SEARCH_HELP: &str = "\
Examples:
  torch-bulletin search archive/ 孵化器              every place, in context
  torch-bulletin search 2019.zip 2020.zip 上市 企业  paragraphs that have both words
  torch-bulletin search archive/ 瞪羚 独角兽 --any --count-by year
  torch-bulletin search archive/ 孵化器 -o places.csv
  torch-bulletin search -e 2019 archive/             a word that is also the name of a file

Widths, radicals, blanks and line ends do not count, nor whether Latin letters are capitals: 火炬 finds ⽕炬, and 火 at the
end of a page with 炬 on the next. Titles, paragraphs, tables, notes and attributions are searched; mastheads, contents
lists, section names, colophons and page furniture are not.

Nothing found is no failure: the exit status is 0. A file that is refused is named on standard error, and the status is 3.
Ctrl-C ends a search early: what was found until then is written; a file of it is named FILE.partial.";

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

impl SearchFormat {
    /// The format, as it is said or as the name of the output says.
    pub(crate) fn of(said: Option<Self>, output: Option<&Path>) -> Result<Self, Stop> {
        list_format(said, output, [Self::Human, Self::Ndjson, Self::Csv])
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_the_names_of_the_library() {
        for by in SearchCount::value_variants() {
            assert_eq!(by.to_possible_value().unwrap().get_name(), CountBy::from(*by).as_str());
        }
    }
}
