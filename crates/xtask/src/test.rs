//! `cargo xtask test`: everything that must hold, stage by stage, from a bare clone.

use std::process::{Command, ExitCode};

use crate::stage::Run;
use crate::workspace::cargo;
use crate::{fuzz, goldens, lint, python, readme, setup, typeset, wasm, work};

/// How much is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What one waits for before a commit.
    Quick,
    /// The slow stages too.
    All,
}

/// Random cases that the slow stage runs at least, over all properties.
const PROPERTY_CASES: u64 = 200_000;

/// Random cases of each property in the slow stage, where the caller sets no number.
const CASES_EACH: &str = "40000";

/// The command. A new stage is one more line.
pub(crate) fn test(extent: Extent) -> ExitCode {
    let mut run = Run::default();
    run.work("setup", |_| setup::look_for_all());
    run.check("format", lint::format());
    run.check("clippy", lint::clippy());
    run.work("features", |_| lint::features());
    run.check("build", cargo(["build", "--workspace"]));
    run.tests("Rust tests", rust_tests());
    run.tests("doc tests", cargo(["test", "--workspace", "--doc", "--no-fail-fast"]));
    run.check("documentation", lint::documentation());
    run.work("README example", |_| readme::example());
    run.tests("goldens", goldens::check());
    python::stages(&mut run, extent);
    wasm::stages(&mut run);
    if extent == Extent::All {
        run.properties("properties", properties(), PROPERTY_CASES);
        typeset::stage(&mut run);
        work::stage(&mut run);
        fuzz::smoke(&mut run);
    }
    println!();
    setup::corpus();
    run.finish()
}

/// Every test binary but for the goldens, which are a stage of their own.
fn rust_tests() -> Command {
    let own = ["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"];
    cargo(own.into_iter().chain(["--", "--skip", goldens::MODULE]))
}

/// The property tests of the suite with many cases, showing how many each has run.
fn properties() -> Command {
    let own = ["test", "--package", "torch-bulletin-tests", "--test", "suite"];
    let mut command = cargo(own.into_iter().chain(["--", "--nocapture", "properties::"]));
    if std::env::var_os("TORCH_BULLETIN_CASES").is_none() {
        command.env("TORCH_BULLETIN_CASES", CASES_EACH);
    }
    command
}
