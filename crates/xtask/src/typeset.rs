//! `cargo xtask typeset`: prints models of issues in layouts with artefacts, and says how much a parse finds.

use std::process::ExitCode;

use crate::workspace::{cargo, typed};

/// The command; `rest` goes to the grid.
pub(crate) fn typeset(rest: &[&str]) -> ExitCode {
    let own =
        ["run", "--quiet", "--release", "--package", "torch-bulletin-tests", "--example", "typeset", "--"];
    let mut command = cargo(own.iter().chain(rest));
    eprintln!("$ {}", typed(&command));
    match command.status() {
        Ok(status) => ExitCode::from(status.code().and_then(|it| u8::try_from(it).ok()).unwrap_or(1)),
        Err(error) => {
            eprintln!("cannot run it: {error}");
            ExitCode::FAILURE
        }
    }
}
