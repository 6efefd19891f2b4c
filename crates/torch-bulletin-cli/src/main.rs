//! The command `torch-bulletin`: arguments in, the right subcommand called, an exit status out.
#![forbid(unsafe_code)]

mod archive;
mod args;
mod catalogue;
mod check;
mod ending;
mod facts;
mod input;
mod kwic;
mod names;
mod output;
mod parse;
mod profile;
mod progress;
mod search;
mod signals;
mod snippet;
mod status;
mod target;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use crate::args::{Cli, Command};
use crate::status::{Status, Stop, complain};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return help_or_usage(&error),
    };
    let mut status = Status::default();
    let done = match cli.command {
        Command::Parse(args) => parse::run(&args, &mut status),
        Command::Facts(args) => facts::run(&args, &mut status),
        Command::Check(args) => check::run(&args, &mut status),
        Command::Catalogue(args) => catalogue::run(&args, &mut status),
        Command::Search(args) => search::run(&args, &mut status),
        Command::Archive(args) => archive::run(&args, &mut status),
        Command::Schema => schema(),
        Command::Completions { shell } => completions(shell),
    };
    match done {
        // Whoever read the output has enough: `torch-bulletin parse … | head` is no failure.
        Ok(()) | Err(Stop::BrokenPipe) => status.code(),
        Err(Stop::Interrupted(message)) => {
            complain(&message);
            ExitCode::from(130)
        }
        Err(Stop::Usage(message)) => {
            complain(&message);
            ExitCode::from(2)
        }
        Err(Stop::Failed(message)) => {
            complain(&message);
            ExitCode::from(3)
        }
    }
}

/// Prints the help, the version or what is wrong with the arguments.
fn help_or_usage(error: &clap::Error) -> ExitCode {
    let printed = error.print().and_then(|()| io::stdout().flush());
    match (error.use_stderr(), printed) {
        (true, _) => ExitCode::from(2),
        (false, Err(error)) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&output::unwritten("standard output", &error));
            ExitCode::from(3)
        }
        (false, _) => ExitCode::SUCCESS,
    }
}

fn schema() -> Result<(), Stop> {
    // An alternate Display is indented, and cannot fail.
    output::to_stdout(format!("{:#}\n", torch_bulletin_wire::schema()).as_bytes())
}

fn completions(shell: clap_complete::Shell) -> Result<(), Stop> {
    // Not straight to standard output: the generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "torch-bulletin", &mut script);
    output::to_stdout(&script)
}
