//! `cargo xtask setup`: names every tool it looks for, and says what it found, installed or misses.

use std::process::{Command, ExitCode};

use crate::workspace::{cargo, command, version};
use crate::{fuzz, python, wasm};

/// The command: looks for everything, and fails where a needed tool is missing.
pub(crate) fn setup() -> ExitCode {
    match look_for_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(missing) => {
            println!("missing: {missing}");
            ExitCode::FAILURE
        }
    }
}

/// Looks for every tool; the error names the needed ones that are missing.
pub(crate) fn look_for_all() -> Result<(), String> {
    let mut missing = Vec::new();
    let mut need = |name: &'static str, found: bool| {
        if !found {
            missing.push(name);
        }
    };
    need("cargo", found("cargo", cargo(["--version"])).is_some());
    need("rustc", rustc());
    need("rustfmt", component("rustfmt", || cargo(["fmt", "--version"])));
    need("clippy", component("clippy", || cargo(["clippy", "--version"])));
    if found("cargo-deny", cargo(["deny", "--version"])).is_none() {
        say(
            "cargo-deny",
            "optional: `cargo install cargo-deny --locked`; without it licences are not checked",
        );
    }
    cargo_fuzz();
    python();
    wasm::look_for(say);
    corpus();
    if missing.is_empty() { Ok(()) } else { Err(missing.join(", ")) }
}

/// The compiler must be at least as new as the manifest says.
fn rustc() -> bool {
    let Some(said) = found("rustc", command("rustc", ["--version"])) else {
        say("rustc", "install Rust with rustup");
        return false;
    };
    let least = env!("CARGO_PKG_RUST_VERSION");
    let enough = minor(said.split_whitespace().nth(1).unwrap_or_default()) >= minor(least);
    if !enough {
        say("rustc", &format!("too old; Rust {least} or newer is needed: `rustup update`"));
    }
    enough
}

/// The two first numbers of a version.
fn minor(version: &str) -> (u32, u32) {
    let mut numbers = version.split('.').map(|part| part.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

/// A component of the toolchain; installed through rustup where that is there.
fn component(name: &str, ask: impl Fn() -> Command) -> bool {
    if found(name, ask()).is_some() {
        return true;
    }
    if version(command("rustup", ["--version"])).is_none() {
        say(name, "and no rustup to install it with; install it as your system does");
        return false;
    }
    say(name, &format!("installing: rustup component add {name}"));
    let added = command("rustup", ["component", "add", name]).status();
    match added {
        Ok(status) if status.success() => found(name, ask()).is_some(),
        Ok(status) => {
            say(name, &format!("could not be installed: rustup ended with {status}"));
            false
        }
        Err(error) => {
            say(name, &format!("could not be installed: {error}"));
            false
        }
    }
}

/// What fuzzing needs, and nothing else: looked for, and installed where a nightly compiler is there.
fn cargo_fuzz() {
    let name = "cargo-fuzz";
    if fuzz::is_installed() {
        say(name, "found, with a nightly compiler");
    } else if !fuzz::has_nightly() {
        say(name, fuzz::HINT);
    } else {
        say(name, "installing: cargo install cargo-fuzz --locked");
        let installed = cargo(["install", "cargo-fuzz", "--locked"]).status();
        if !installed.is_ok_and(|status| status.success()) || !fuzz::is_installed() {
            say(name, "could not be installed: nothing will be fuzzed");
        }
    }
}

/// What the Python package is built and tested with.
fn python() {
    match python::interpreter() {
        Some(interpreter) => drop(found("python", command(interpreter, ["--version"]))),
        None => say("python", python::HINT),
    }
}

/// Says whether the tests on the real issue can run; they are the only ones that need files from outside.
pub(crate) fn corpus() {
    let name = "TORCH_BULLETIN_CORPUS";
    match std::env::var_os(name) {
        Some(folder) if std::path::Path::new(&folder).is_dir() => say(name, &folder.to_string_lossy()),
        Some(folder) => say(name, &format!("{} is no folder", folder.to_string_lossy())),
        None => say(name, "not set: the tests on the real issue will be skipped"),
    }
}

fn found(name: &str, ask: Command) -> Option<String> {
    let version = version(ask);
    say(name, version.as_deref().map_or("not found", |version| version));
    version
}

fn say(name: &str, what: &str) {
    println!("{name:<22} {what}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert!(minor("1.100.0") > minor("1.92"));
        assert!(minor("1.95.0-nightly") >= minor("1.92"));
        assert!(minor("1.91.1") < minor("1.92"));
    }
}
