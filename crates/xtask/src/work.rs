//! `cargo xtask work`: counts the work on hard texts, which must grow no faster than they do.

use std::process::{Command, ExitCode};

use crate::stage::Run;
use crate::workspace::{cargo, command};

/// SanitizerCoverage of LLVM, as the stable compiler has it: a call at every edge.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
    -Cllvm-args=-sanitizer-coverage-trace-pc-guard -Ccodegen-units=1";

/// The command.
pub(crate) fn work() -> ExitCode {
    let mut run = Run::default();
    stage(&mut run);
    run.finish()
}

/// The stage of `test --all`; says so where it is skipped.
pub(crate) fn stage(run: &mut Run) {
    if cfg!(target_os = "linux") {
        run.work("work counter", |_| {
            let host = host().ok_or("rustc does not say which machine it is for")?;
            let status = count(&host).status().map_err(|error| format!("cannot run it: {error}"))?;
            if status.success() { Ok(()) } else { Err("the work is more than it may be".to_owned()) }
        });
    } else {
        println!("\nskipped: the work counter is built on Linux only");
    }
}

/// With a target named, the flags leave build scripts and macros alone.
fn count(host: &str) -> Command {
    let mut command = cargo([
        "run",
        "--quiet",
        "--release",
        "--manifest-path",
        "tests/counter/Cargo.toml",
        "--target",
        host,
    ]);
    command.env("RUSTFLAGS", FLAGS).env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

fn host() -> Option<String> {
    let output = command("rustc", ["-vV"]).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    said.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned)
}
