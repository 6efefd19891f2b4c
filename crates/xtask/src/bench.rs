//! `cargo xtask bench`: the benches, with what they need built in release.

use std::process::ExitCode;

use crate::stage::Run;
use crate::workspace::cargo;

/// The command; `rest` goes to the benches (`--quick`, a name to filter by).
pub(crate) fn bench(rest: &[&str]) -> ExitCode {
    let mut run = Run::default();
    let own = ["bench", "--package", "torch-bulletin-benches", "--"];
    run.check("benches", cargo(own.iter().chain(rest)));
    run.finish()
}
