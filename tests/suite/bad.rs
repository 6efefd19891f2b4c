//! Texts with one defect each: the defect is reported, and nothing else is.
//!
//! `expected.txt` has one finding a line: the code, and where it helps the text it must stand on, in «».
//! A line that starts with `#` is a comment; it says what the defect is.

use std::collections::BTreeSet;

use torch_bulletin::{Code, Parsed, parse};
use torch_bulletin_tests::corpus::{self, Case};
use torch_bulletin_tests::{invariants, phases, say};

/// Codes that no short text of characters can bring about: they speak of bytes and of 4 GiB.
const NOT_HERE: &[Code] = &[Code::TextTooLong, Code::InvalidBytes];

#[test]
fn every_defect_is_reported_and_nothing_else() {
    let cases = corpus::bad();
    say(&format!("{} texts with a defect in tests/bad", cases.len()));
    let failures: Vec<_> =
        cases.iter().filter_map(|case| Some(format!("{}: {}", case.name, judge(case)?))).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_defective_text_keeps_the_invariants() {
    for case in corpus::bad() {
        invariants::check_parse(&case.input).unwrap_or_else(|what| panic!("{}: {what}", case.name));
    }
}

#[test]
fn every_code_has_a_text_that_brings_it_about() {
    let expected: BTreeSet<Code> = corpus::bad().iter().flat_map(wanted).map(|it| it.code).collect();
    let missing: Vec<_> =
        Code::ALL.iter().filter(|code| !NOT_HERE.contains(code) && !expected.contains(code)).collect();
    assert!(missing.is_empty(), "no text in tests/bad for {missing:?}");
}

struct Wanted {
    code: Code,
    text: Option<String>,
}

/// What is wrong with the report of a case, or nothing.
fn judge(case: &Case) -> Option<String> {
    let parsed = parse(&case.input);
    let wanted = wanted(case);
    let codes: BTreeSet<Code> = wanted.iter().map(|it| it.code).collect();
    let found: BTreeSet<Code> = parsed.report().diagnostics().iter().map(|it| it.code).collect();
    let misplaced = wanted.iter().find(|it| found.contains(&it.code) && !stands_on(&parsed, it));
    if codes == found && misplaced.is_none() {
        return None;
    }
    let listed = |codes: &BTreeSet<Code>| codes.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(", ");
    let what = match misplaced {
        Some(it) => format!("no {} on «{}»", it.code, it.text.as_deref().unwrap_or_default()),
        None => format!("expected [{}], found [{}]", listed(&codes), listed(&found)),
    };
    Some(format!("{what}; the report:\n{}", phases::report(&parsed)))
}

/// Whether a finding of the code has a place that holds the text.
fn stands_on(parsed: &Parsed<'_>, wanted: &Wanted) -> bool {
    let Some(text) = &wanted.text else { return true };
    let report = parsed.report();
    report.of(wanted.code).any(|it| {
        it.span.and_then(|span| span.of(parsed.source())).is_some_and(|place| place.contains(text.as_str()))
    })
}

fn wanted(case: &Case) -> Vec<Wanted> {
    let expected = case.file("expected.txt").unwrap_or_else(|| panic!("{} has no expected.txt", case.name));
    let lines = expected.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| finding(&case.name, line)).collect()
}

fn finding(case: &str, line: &str) -> Wanted {
    let (code, text) = match line.split_once(" «") {
        Some((code, text)) => (code, Some(text.trim_end_matches('»').to_owned())),
        None => (line, None),
    };
    Wanted { code: code.parse().unwrap_or_else(|error| panic!("{case}: {error}")), text }
}
