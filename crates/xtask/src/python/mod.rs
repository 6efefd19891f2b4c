//! The stages of the Python package: wheel, tests, types, README example, source distribution.
//!
//! All of it happens in `target/python`; nothing is installed elsewhere.

mod budget;
mod environment;
mod example;
mod spark;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::stage::{Run, carried_out};
use crate::test::Extent;
use crate::workspace::{cargo, root};

pub(crate) use environment::interpreter;

use environment::{Environment, folder};

/// What is said where there is no Python, and so nothing of it is tested.
pub(crate) const HINT: &str = "optional: Python 3.10 or newer; without it the Python package is not tested";

/// The list of what tests need.
const NEEDED: &str = "requirements-dev.txt";

/// The command: these stages alone.
pub(crate) fn python(extent: Extent) -> ExitCode {
    let mut run = Run::default();
    stages(&mut run, extent);
    run.finish()
}

/// What Python costs beside Rust; `rest` goes to the script.
pub(crate) fn bench(rest: &[&str]) -> ExitCode {
    let mut run = Run::default();
    run.work("Python bench", |_| {
        let python = interpreter().ok_or("Python 3.10 or newer was not found")?;
        let tools = Environment::new("venv");
        tools.prepare(&python, NEEDED)?;
        wheel(&tools)?;
        carried_out(cargo(["build", "--release", "--package", "torch-bulletin-benches", "--bin", "pace"]))?;
        let mut script = tools.python();
        script.arg("bench/ratios.py").arg(root().join("target/release/pace"));
        script.arg(folder().join("archive")).args(rest);
        carried_out(script)
    });
    run.finish()
}

/// Every stage, or on a developer's machine without Python a line that says so.
pub(crate) fn stages(run: &mut Run, extent: Extent) {
    let Some(python) = interpreter() else {
        // Whoever lands a change must have seen the tests run.
        if std::env::var_os("CI").is_some() {
            run.work("Python", |_| Err("Python 3.10 or newer was not found".to_owned()));
        } else {
            println!("\nskipped: no Python 3.10 or newer was found, so the Python package is not tested");
        }
        return;
    };
    let tools = Environment::new("venv");
    run.work("Python environment", |_| tools.prepare(&python, NEEDED));
    run.work("Python wheel", |_| wheel(&tools));
    run.tests("Python tests", tools.module(["pytest"]));
    run.check("Python example types", tools.module(["mypy", "examples/longest.py"]));
    run.check("Python types", tools.module(["mypy", "--package", "torch_bulletin"]));
    run.check("Python stubs", stubtest(&tools));
    run.work("Python README example", |_| example::run(&python, &built("wheels", "whl")?));
    if extent == Extent::All {
        run.work("Python source", |_| source(&tools));
        spark::stages(run, &python);
    }
}

/// The package, from the root of the repository.
fn package() -> PathBuf {
    root().join("bindings/python")
}

/// Builds the wheel, weighs it, and installs it where the tests run.
fn wheel(tools: &Environment) -> Result<(), String> {
    let wheels = emptied("wheels")?;
    let mut build = tools.module(["maturin", "build", "--release", "--locked", "--out"]);
    build.arg(&wheels);
    carried_out(build)?;
    let wheel = built("wheels", "whl")?;
    budget::check(&wheel, &package())?;
    carried_out(tools.install(&wheel))
}

/// The stub of the native module against the module itself; from elsewhere, so that the installed one is read.
fn stubtest(tools: &Environment) -> Command {
    let mut command = tools.module(["mypy.stubtest", "torch_bulletin._native"]);
    command.current_dir(folder());
    command
}

/// Builds the source distribution, and from that alone a wheel.
fn source(tools: &Environment) -> Result<(), String> {
    let sources = emptied("sdist")?;
    let mut pack = tools.module(["maturin", "sdist", "--out"]);
    pack.arg(&sources);
    carried_out(pack)?;
    let source = built("sdist", "tar.gz")?;
    let mut build =
        tools.module(["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]);
    build.arg(emptied("wheels-of-sdist")?).arg(&source);
    // What was built before serves again, but for our own crates.
    build.env("CARGO_TARGET_DIR", folder().join("target-of-sdist"));
    carried_out(build)?;
    let wheel = built("wheels-of-sdist", "whl")?;
    println!("built from the source distribution: {}", wheel.display());
    Ok(())
}

/// A folder of ours with nothing in it.
fn emptied(name: &str) -> Result<PathBuf, String> {
    let path = folder().join(name);
    let made = match fs::remove_dir_all(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => fs::create_dir_all(&path),
    };
    made.map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// The one file of a kind that a step left in a folder of ours.
fn built(name: &str, ending: &str) -> Result<PathBuf, String> {
    let path = folder().join(name);
    let files = fs::read_dir(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut files: Vec<_> = files.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(ending));
    match <[PathBuf; 1]>::try_from(files) {
        Ok([file]) => Ok(file),
        Err(files) => Err(format!("{} files *.{ending} in {}, expected one", files.len(), path.display())),
    }
}

/// Where a program of a virtual environment stands.
fn program(environment: &Path, name: &str) -> PathBuf {
    let (folder, ending) = if cfg!(windows) { ("Scripts", ".exe") } else { ("bin", "") };
    environment.join(folder).join(format!("{name}{ending}"))
}
