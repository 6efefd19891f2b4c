//! Counts the work of `parse`, of its report and of its facts on hard texts, and fails where it grows faster than the text.
//!
//! `cargo xtask work` builds this with LLVM's SanitizerCoverage, which puts a call at every edge between two pieces of
//! code without a branch: in the core, in nom and memchr, and in what the standard library instantiates for them. Their
//! number is the same in every run, on a busy machine too, so that it can be asserted where time cannot.
//!
//! Not seen are loops that the standard library has compiled before: `==` of strings, the search for one character, the
//! count of characters. The table of the benches times the same texts, and sees these.

// A command talks on standard output.
#![allow(clippy::print_stdout)]

mod counter;

use std::process::ExitCode;

use torch_bulletin::facts::{FactOptions, extract};
use torch_bulletin::parse;
use torch_bulletin_tests::corpus;
use torch_bulletin_tests::shapes::SHAPES;

/// Repetitions of a shape; the larger text has four times as many.
const REPETITIONS: usize = 20_000;

/// How much the work on four times the text may be, over that on the text.
const GROWTH: f64 = 4.5;

/// Edges a byte of a hard text at most: of `parse`, of the report, and of the facts. Lines of a few bytes cost most, for every line is
/// asked what it is.
const LIMITS: [f64; 3] = [150.0, 30.0, 100.0];

/// Edges a byte of an issue at most.
const ISSUE_LIMITS: [f64; 3] = [12.0, 12.0, 30.0];

fn main() -> ExitCode {
    if work("园区").iter().sum::<u64>() == 0 {
        println!("nothing is counted: build with `cargo xtask work`");
        return ExitCode::FAILURE;
    }
    let mut failed = false;
    println!(
        "{:<28} {:>9} {:>9} {:>7}   {:>9} {:>7}   {:>9} {:>7}",
        "edges a byte", "bytes", "parse", "growth", "report", "growth", "facts", "growth"
    );
    for shape in SHAPES {
        let n = REPETITIONS.min(shape.size);
        let (small, large) = (shape.text(n), shape.text(4 * n));
        let (at_n, at_4n) = (work(&small), work(&large));
        let cost = [0, 1, 2].map(|phase| at_4n[phase] as f64 / large.len() as f64);
        let growth = [0, 1, 2].map(|phase| at_4n[phase] as f64 / at_n[phase] as f64);
        let holds = (0..3).all(|phase| cost[phase] <= LIMITS[phase] && growth[phase] <= GROWTH);
        failed |= !holds;
        println!(
            "{:<28} {:>9} {:>9.2} {:>7.2}   {:>9.2} {:>7.2}   {:>9.2} {:>7.2}{}",
            shape.name,
            large.len(),
            cost[0],
            growth[0],
            cost[1],
            growth[1],
            cost[2],
            growth[2],
            if holds { "" } else { "  TOO MUCH" }
        );
    }
    for issue in corpus::issues() {
        let bytes = issue.input.len();
        let cost = work(&issue.input).map(|edges| edges as f64 / bytes as f64);
        let holds = (0..3).all(|phase| cost[phase] <= ISSUE_LIMITS[phase]);
        failed |= !holds;
        let mark = if holds { "" } else { "  TOO MUCH" };
        println!(
            "{:<28} {bytes:>9} {:>9.2} {:>7}   {:>9.2} {:>7}   {:>9.2} {:>7}{mark}",
            issue.name, cost[0], "", cost[1], "", cost[2], ""
        );
    }
    if failed {
        println!("\nlimits: growth {GROWTH}, edges a byte {LIMITS:?}, of an issue {ISSUE_LIMITS:?}");
        return ExitCode::FAILURE;
    }
    println!("\nthe work of {} hard texts is linear", SHAPES.len());
    ExitCode::SUCCESS
}

/// The edges that `parse`, the report and the facts of a text run through.
fn work(text: &str) -> [u64; 3] {
    let start = counter::edges();
    let parsed = parse(text);
    let middle = counter::edges();
    let report = parsed.report();
    let reported = counter::edges();
    drop(report);
    let before = counter::edges();
    let facts = extract(&parsed, &FactOptions::default());
    let end = counter::edges();
    drop(facts);
    [middle - start, reported - middle, end - before]
}
