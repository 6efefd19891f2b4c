//! `cargo xtask typeset` and `extraction`: issues are printed, by us or by a browser, and read back; each says how
//! much was found.

use std::process::{Command, ExitCode};

use crate::stage::Run;
use crate::workspace::{cargo, typed};

/// What real extractions of our own prints score at least together; what a single one loses depends on the versions of
/// browser and extractors.
const LEAST_EXTRACTED: &str = "0.97";

/// The commands; `rest` goes to the example of that name in the tests package.
pub(crate) fn example(name: &str, rest: &[&str]) -> ExitCode {
    let mut command = run(name, rest);
    eprintln!("$ {}", typed(&command));
    match command.status() {
        Ok(status) => ExitCode::from(status.code().and_then(|it| u8::try_from(it).ok()).unwrap_or(1)),
        Err(error) => {
            eprintln!("cannot run it: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The stage of `test --all`; the example says where it is skipped, and why.
pub(crate) fn stage(all: &mut Run) {
    all.check("real extractions", run("extraction", &["--worst", "3", "--least", LEAST_EXTRACTED]));
}

fn run(name: &str, rest: &[&str]) -> Command {
    let own = ["run", "--quiet", "--release", "--package", "torch-bulletin-tests", "--example", name, "--"];
    cargo(own.iter().chain(rest))
}
