//! `cargo xtask bench`: the table of measurements, or the same cases under criterion.

use std::process::ExitCode;

use crate::python;
use crate::workspace::{cargo, typed};

/// The command; `rest` goes to the table, or after `criterion` to criterion (`--quick`, a name to filter by), or after
/// `python` to the bench of the Python package.
pub(crate) fn bench(rest: &[&str]) -> ExitCode {
    if let ["python", rest @ ..] = rest {
        return python::bench(rest);
    }
    let package = ["--package", "torch-bulletin-benches"];
    let (own, rest): (&[&str], _) = match rest {
        ["criterion", rest @ ..] => (&["bench"], rest),
        _ => (&["run", "--release", "--bin", "table"], rest),
    };
    let mut command = cargo(own.iter().chain(&package).chain(&["--"]).chain(rest));
    println!("$ {}", typed(&command));
    match command.status() {
        Ok(status) => ExitCode::from(status.code().and_then(|it| u8::try_from(it).ok()).unwrap_or(1)),
        Err(error) => {
            eprintln!("cannot run it: {error}");
            ExitCode::FAILURE
        }
    }
}
