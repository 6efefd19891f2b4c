//! The command line 命令行: every subcommand and option, with the help that a user reads.
//!
//! | part | what it holds |
//! |---|---|
//! | `parse`, `facts`, `check`, `search`, `catalogue`, `archive` | the options of the subcommand |
//! | `shared` | severities, offsets and joins, as several of them take them |
//! | `limits` | bounds on what is read and unpacked, as all that read archives take them |

mod archive;
mod catalogue;
mod check;
mod facts;
mod limits;
mod parse;
mod search;
mod shared;

use clap::{Parser, Subcommand};

pub(crate) use archive::ArchiveArgs;
pub(crate) use catalogue::{CatalogueArgs, CatalogueFormat};
pub(crate) use check::{CheckArgs, CheckFormat};
pub(crate) use facts::{FactsArgs, FactsFormat};
pub(crate) use parse::{Format, ParseArgs};
pub(crate) use search::{SearchArgs, SearchFormat};
pub(crate) use shared::{JoinRule, Level, Unit};

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
  130  stopped by Ctrl-C; what `archive` and `search` have written is whole, and marked as partial

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

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
