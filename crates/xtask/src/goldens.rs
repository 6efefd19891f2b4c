//! `cargo xtask goldens`: rewrites the golden files of the corpus and of the defects; and the stage that checks them.

use std::process::{Command, ExitCode};

use crate::stage::Run;
use crate::workspace::cargo;

/// Tests of this module of the suite compare goldens; the stage of Rust tests leaves them to ours.
pub(crate) const MODULE: &str = "corpus_goldens::";

/// The command: rewrites, then says how to look at what changed.
pub(crate) fn goldens() -> ExitCode {
    let mut run = Run::default();
    let mut rewrite = check();
    rewrite.env("TORCH_BULLETIN_UPDATE", "1");
    run.tests("goldens", rewrite);
    println!("\nreview what changed with `git diff tests`");
    run.finish()
}

/// Compares every golden file of the corpus with what is written now.
pub(crate) fn check() -> Command {
    cargo(["test", "--package", "torch-bulletin-tests", "--test", "suite", "--", MODULE])
}
