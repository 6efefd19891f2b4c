//! Random texts keep the invariants.
//!
//! `TORCH_BULLETIN_CASES` is the number of cases of each property, `TORCH_BULLETIN_SEED` the seed; both have
//! a default, so that two runs are alike. What fails is shrunk and shown; put it into `tests/regressions`.

use std::cell::Cell;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use torch_bulletin::parse;
use torch_bulletin_tests::{corpus, invariants, line_ends, structure, wire_invariants};

use crate::strategies;

#[test]
fn any_text_keeps_the_invariants() {
    property("any text", &strategies::any_text(), invariants::check_parse);
}

#[test]
fn constructs_without_order_keep_the_invariants() {
    property("constructs without order", &strategies::constructs(), invariants::check_parse);
}

#[test]
fn lines_without_order_keep_the_invariants() {
    property("lines without order", &strategies::lines(), invariants::check_parse);
}

#[test]
fn damaged_issues_keep_the_invariants() {
    let issues = corpus::issues().into_iter().map(|issue| issue.input).collect();
    property("damaged issues", &strategies::damaged(issues), invariants::check_parse);
}

#[test]
fn every_unit_of_offset_fits_its_source() {
    let texts = (strategies::constructs(), strategies::lines()).prop_map(|(a, b)| a + &b);
    property("units of offset", &texts, wire_invariants::check_parse);
}

#[test]
fn json_of_damaged_issues_reads_back_as_it_was_written() {
    let issues = corpus::issues().into_iter().map(|issue| issue.input).collect();
    property("JSON of damaged issues", &strategies::damaged(issues), wire_invariants::check_parse);
}

#[test]
fn lf_crlf_and_cr_agree_but_for_offsets() {
    let issues = corpus::issues().into_iter().map(|issue| issue.input).collect();
    property("line ends of constructs", &strategies::constructs(), line_ends::check_parse);
    property("line ends of lines", &strategies::lines(), line_ends::check_parse);
    property("line ends of damaged issues", &strategies::damaged(issues), line_ends::check_parse);
}

#[test]
fn a_byte_order_mark_changes_no_structure() {
    property("byte order mark", &strategies::lines(), |text| {
        let of = |source: &str| structure::found(source, parse(source).bulletin());
        let differences = structure::differences(&of(text), &of(&format!("\u{FEFF}{text}")));
        differences.into_iter().next().map_or(Ok(()), Err)
    });
}

/// Runs a property and prints how many cases that were; a property without cases has failed.
pub(crate) fn property(
    name: &str,
    texts: &impl Strategy<Value = String>,
    holds: fn(&str) -> Result<(), String>,
) {
    let config = Config {
        cases: number("TORCH_BULLETIN_CASES", 2_000),
        rng_seed: RngSeed::Fixed(number("TORCH_BULLETIN_SEED", 541)),
        max_shrink_iters: 20_000,
        failure_persistence: None,
        ..Config::default()
    };
    let ran = Cell::new(0_u64);
    let result = TestRunner::new(config).run(texts, |text| {
        ran.set(ran.get() + 1);
        holds(&text).map_err(TestCaseError::fail)
    });
    if let Err(error) = result {
        panic!("{name}: {error}");
    }
    assert!(ran.get() > 0, "{name}: no case ran");
    show(name, ran.get());
}

/// One line on standard output, which `cargo xtask test --all` adds up.
#[expect(clippy::print_stdout, reason = "the harness shows it where it is asked to, and else hides it")]
fn show(name: &str, cases: u64) {
    println!("property cases: {cases} {name}");
}

fn number<N: std::str::FromStr>(variable: &str, default: N) -> N {
    match std::env::var(variable) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{variable} is no number: {text:?}")),
        Err(_) => default,
    }
}
