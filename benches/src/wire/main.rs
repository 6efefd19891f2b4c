//! The work of the npm package on this machine: its bench (`cargo xtask wasm bench`) writes the archive with this,
//! and times parse to wire with this, in rounds between its own.

// What the bench reads is standard output.
#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use torch_bulletin::parse;
use torch_bulletin_benches::archive::{ISSUES, Setting, archive};
use torch_bulletin_wire::{Document, OffsetUnit, SourceInfo, View, to_json};

const USAGE: &str = "usage: wire write FILE | wire time FILE";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["write", file] => write(Path::new(file)),
        ["time", file] => time(Path::new(file)),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the texts of the archive as one JSON list.
fn write(file: &Path) -> Result<(), String> {
    let texts: Vec<_> = archive(ISSUES, Setting::Plain).into_iter().map(|issue| issue.text).collect();
    let json = serde_json::to_string(&texts).map_err(|error| error.to_string())?;
    std::fs::write(file, json).map_err(|error| format!("{}: {error}", file.display()))
}

/// Prints the nanoseconds that parse to wire takes for all texts, and the bytes of JSON that came out.
fn time(file: &Path) -> Result<(), String> {
    let json = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let texts: Vec<String> = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    let _warm = all(&texts);
    let (took, bytes) = all(&texts);
    println!("{} {bytes}", took.as_nanos());
    Ok(())
}

fn all(texts: &[String]) -> (Duration, usize) {
    let start = Instant::now();
    let bytes = texts.iter().map(|text| black_box(wire(black_box(text))).len()).sum();
    (start.elapsed(), bytes)
}

fn wire(text: &str) -> String {
    let parsed = parse(text);
    let report = parsed.report();
    let view = View::new(OffsetUnit::Utf16);
    to_json(&Document::new(&SourceInfo::of_text(text), text, parsed.bulletin(), &report, &view))
}
