//! `cargo xtask lint`: everything that reads the code and runs none of it.

use std::process::{Command, ExitCode};

use crate::stage::Run;
use crate::workspace::{cargo, run as run_it, version};

/// The command.
pub(crate) fn lint() -> ExitCode {
    let mut run = Run::default();
    run.check("format", format());
    run.check("clippy", clippy());
    run.work("features", |_| features());
    run.check("documentation", documentation());
    if version(cargo(["deny", "--version"])).is_some() {
        run.check("licences", cargo(["deny", "check", "licenses", "bans", "sources"]));
    } else {
        println!("\nlicences are not checked: cargo-deny is not installed");
    }
    run.finish()
}

pub(crate) fn format() -> Command {
    cargo(["fmt", "--all", "--check"])
}

pub(crate) fn clippy() -> Command {
    cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

/// Packages as those get them who take them by themselves: in the workspace one has the features that another asks for.
const ALONE: &[&[&str]] = &[
    &["torch-bulletin"],
    &["torch-bulletin-wire"],
    &["torch-bulletin-archive"],
    &["torch-bulletin-archive", "--no-default-features"],
    &["torch-bulletin-archive", "--features", "containers"],
];

/// Builds each library alone, with the features that a user may choose.
pub(crate) fn features() -> Result<(), String> {
    ALONE.iter().try_for_each(|package| {
        run_it(cargo(["check", "--lib", "-p"].into_iter().chain(package.iter().copied())))
    })
}

/// Libraries only: the command and the core library would write their pages to the same folder.
pub(crate) fn documentation() -> Command {
    let mut command = cargo(["doc", "--workspace", "--no-deps", "--lib"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    command
}
