//! What the Python package may weigh, and how much Rust its binding may have.

use std::fs;
use std::path::Path;

/// Bytes of a wheel: 4 MB.
const WHEEL: u64 = 4_000_000;

/// Lines of Rust that are written by hand. A binding that needs more has rules of its own.
const LINES: usize = 400;

/// Fails where the wheel or the binding is larger than it may be.
pub(super) fn check(wheel: &Path, package: &Path) -> Result<(), String> {
    let bytes = fs::metadata(wheel).map_err(|error| format!("{}: {error}", wheel.display()))?.len();
    let lines = lines(&package.join("src"))? + lines_of(&package.join("build.rs"))?;
    println!("the wheel has {bytes} of {WHEEL} bytes, the binding {lines} of {LINES} lines of Rust");
    if bytes > WHEEL {
        return Err(format!("the wheel has {bytes} bytes, and may have {WHEEL}"));
    }
    if lines > LINES {
        return Err(format!("the binding has {lines} lines of Rust, and may have {LINES}"));
    }
    Ok(())
}

fn lines(folder: &Path) -> Result<usize, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    paths.map(|path| if path.is_dir() { lines(&path) } else { lines_of(&path) }).sum()
}

fn lines_of(file: &Path) -> Result<usize, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text.lines().count())
}
