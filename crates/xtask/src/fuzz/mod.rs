//! `cargo xtask fuzz`: the fuzz targets, for a while; a minute of them all is a stage of `test --all`.

mod seeds;

use std::collections::HashSet;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use crate::stage::Run;
use crate::workspace::{command, root, typed, version};

/// Every target, each a file of `tests/fuzz/targets`.
const TARGETS: &[&str] = &["bytes", "text", "mutated", "wire", "render"];

/// Seconds of the smoke run, over all targets.
const SMOKE: u64 = 60;

/// The longest input in bytes: longer ones only make a run slow, and linear work is asserted elsewhere.
const LONGEST: usize = 2048;

/// How to get what is missing.
pub(crate) const HINT: &str = "optional: `rustup toolchain install nightly` and `cargo install cargo-fuzz --locked`; without them nothing is fuzzed";

/// The command: `[--seconds N] [TARGET]...`; the seconds are for all targets together.
pub(crate) fn fuzz(words: &[&str]) -> ExitCode {
    let (mut seconds, mut targets) = (SMOKE, Vec::new());
    let mut rest = words.iter();
    while let Some(&word) = rest.next() {
        if word == "--seconds" {
            let Some(number) = rest.next().and_then(|it| it.parse().ok()).filter(|&it| it > 0) else {
                eprintln!("--seconds needs a number of at least 1");
                return ExitCode::from(2);
            };
            seconds = number;
        } else if let Some(target) = TARGETS.iter().find(|&&target| target == word) {
            targets.push(*target);
        } else {
            eprintln!("no target {word}; there are {}", TARGETS.join(", "));
            return ExitCode::from(2);
        }
    }
    if targets.is_empty() {
        targets.extend(TARGETS);
    }
    if !is_installed() {
        eprintln!("cannot fuzz: {HINT}");
        return ExitCode::FAILURE;
    }
    let mut run = Run::default();
    stages(&mut run, seconds, &targets);
    run.finish()
}

/// The stage of `test --all`; says so where it is skipped.
pub(crate) fn smoke(run: &mut Run) {
    if is_installed() {
        stages(run, SMOKE, TARGETS);
    } else {
        println!("\nskipped: fuzzing. {HINT}");
    }
}

/// Whether a nightly compiler and cargo-fuzz are there.
pub(crate) fn is_installed() -> bool {
    has_nightly() && version(cargo_fuzz(["--version"])).is_some()
}

/// Whether rustup has a nightly compiler.
pub(crate) fn has_nightly() -> bool {
    version(command("rustup", ["run", "nightly", "rustc", "--version"])).is_some()
}

fn stages(run: &mut Run, seconds: u64, targets: &[&str]) {
    run.work("fuzz seeds", |_| seeds::write(&folder().join("corpus"), TARGETS));
    let each = (seconds / targets.len() as u64).max(1);
    for target in targets {
        run.work(&format!("fuzz {target}"), |_| {
            let executions = follow(target, each).map_err(|error| format!("cannot run it: {error}"))??;
            println!("{executions} executions in {each} s");
            if executions == 0 { Err("nothing was executed".to_owned()) } else { Ok(()) }
        });
    }
}

/// Fuzzes one target and passes its output on; the number of executions, or what was found.
fn follow(target: &str, seconds: u64) -> io::Result<Result<u64, String>> {
    let corpus = folder().join("corpus");
    // The core forbids `unsafe`: sanitizers find nothing in it that its own assertions do not, and cost half.
    let mut fuzz = cargo_fuzz(["run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", target]);
    fuzz.arg(corpus.join(target));
    fuzz.args(["--", &format!("-max_total_time={seconds}"), &format!("-max_len={LONGEST}")]);
    fuzz.args(["-print_final_stats=1", "-timeout=10", "-verbosity=0"]);
    fuzz.arg(format!("-dict={}", corpus.join(seeds::DICTIONARY).display()));
    println!("$ {}", typed(&fuzz));
    let mut child = fuzz.stdin(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let (mut executions, mut last) = (0, Vec::new());
    if let Some(output) = child.stderr.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            if let Some(number) = line.strip_prefix("stat::number_of_executed_units:") {
                executions = number.trim().parse().unwrap_or(0);
            }
            if line.contains("panicked at") || line.contains("ERROR: libFuzzer") {
                last.push(line.into_owned());
            }
        }
    }
    let ended = child.wait()?;
    if ended.success() {
        return Ok(Ok(executions));
    }
    // One panic says the same thing twice.
    let mut seen = HashSet::new();
    last.retain(|line| seen.insert(line.clone()));
    let what = if last.is_empty() { format!("ended with {ended}") } else { last.join("; ") };
    Ok(Err(format!("{what}; the input is in tests/fuzz/artifacts/{target}")))
}

fn cargo_fuzz<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let own = ["run", "nightly", "cargo", "fuzz"];
    command("rustup", own.into_iter().chain(arguments))
}

fn folder() -> PathBuf {
    root().join("tests/fuzz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_its_file_and_its_manifest_entry() {
        let manifest = std::fs::read_to_string(folder().join("Cargo.toml")).unwrap();
        for target in TARGETS {
            assert!(folder().join(format!("targets/{target}.rs")).is_file(), "{target}");
            assert!(manifest.contains(&format!("name = \"{target}\"")), "{target}");
        }
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
    }
}
