//! `cargo xtask bench`: one table of what everything costs, as ratios to floors and peers timed in the same run.

// A table is talk on standard output.
#![allow(clippy::print_stdout)]

mod archive;
mod big;
mod options;
mod phases;
mod scale;
mod shapes;

use std::process::ExitCode;
use std::time::Duration;

use torch_bulletin_benches::archive::Setting;
use torch_bulletin_benches::clock;

use options::{Options, Part, USAGE};

fn main() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(what) => {
            eprintln!("{what}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    println!("{}, median of {} interleaved rounds; MB are of source text", clock::UNIT, options.rounds);
    if options.has(Part::Plain) {
        phases::print(&options, Setting::Plain);
    }
    if options.has(Part::Wrapped) {
        phases::print(&options, Setting::Wrapped);
    }
    if options.has(Part::Archive) {
        archive::print(&options);
    }
    if options.has(Part::Scale) {
        scale::print(&options);
    }
    if options.has(Part::Shapes) {
        shapes::print(&options);
    }
    // A gigabyte on disk, and minutes: only where it is asked for.
    if options.is_named(Part::Big) {
        big::print(&options);
    }
    ExitCode::SUCCESS
}

/// The middle of some numbers; 0 where there is none.
fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match numbers.len() {
        0 => 0.0,
        length if length % 2 == 1 => numbers[middle],
        _ => f64::midpoint(numbers[middle - 1], numbers[middle]),
    }
}

/// The middle of some times, in seconds.
fn median_time(times: &[Duration]) -> f64 {
    median(times.iter().map(Duration::as_secs_f64).collect())
}
