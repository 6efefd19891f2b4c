//! The gold of facts: what readers found in invented issues, and how far the rules agree with them.
//!
//! `facts-gold/<issue>/` holds `input.txt` and `facts.jsonl`, a fact a line, in the neutral form that
//! `facts-gold/README.md` describes. Each issue was annotated before the rules had read it.

mod likeness;
mod matching;
mod tally;

use serde_json::Value;
use torch_bulletin::facts::{FactOptions, extract};
use torch_bulletin::parse;
use torch_bulletin_wire::{Fact, OffsetUnit};

use crate::corpus::Case;
pub use matching::{Difference, score};
pub use tally::Tally;

/// The gold of an issue.
///
/// # Panics
/// Where `facts.jsonl` is missing or has a line that is no JSON.
pub fn expected(case: &Case) -> Vec<Value> {
    let text = case.file("facts.jsonl").unwrap_or_else(|| panic!("{} has no facts.jsonl", case.name));
    read(&text)
}

/// Facts a line.
///
/// # Panics
/// Where a line is no JSON.
pub fn read(lines: &str) -> Vec<Value> {
    let fact = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    lines.lines().filter(|line| !line.trim().is_empty()).map(fact).collect()
}

/// The facts that the rules find in an issue, in the neutral form: articles from 1, 0 for the masthead.
///
/// # Panics
/// Where what the wire format writes is no JSON, which is our bug.
pub fn found(input: &str) -> Vec<Value> {
    let parsed = parse(input);
    let facts = extract(&parsed, &FactOptions::default());
    let facts = Fact::all(input, &facts, OffsetUnit::Utf8, None);
    let neutral = |fact: &Fact| {
        let mut fact = serde_json::to_value(fact).expect("a fact is JSON");
        let article = fact["article"].as_u64().map_or(0, |index| index + 1);
        fact["article"] = article.into();
        fact
    };
    facts.iter().map(neutral).collect()
}
