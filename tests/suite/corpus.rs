//! Every issue of the corpus keeps the invariants, and has the structure that its `structure.json` says.

use torch_bulletin::{parse, parse_with};
use torch_bulletin_tests::corpus::{self, Case};
use torch_bulletin_tests::{invariants, say, structure, wire_invariants};

#[test]
fn every_issue_keeps_the_invariants() {
    let failures = each(|issue| invariants::check_parse(&issue.input));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_issue_fits_its_source_in_every_unit_of_offset() {
    let failures = each(|issue| wire_invariants::check_parse(&issue.input));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_issue_has_its_expected_structure() {
    let failures = each(|issue| {
        let gold = issue.file("structure.json").ok_or("has no structure.json")?;
        let gold = serde_json::from_str(&gold).map_err(|error| format!("structure.json: {error}"))?;
        let parsed = parse_with(&issue.input, &issue.options());
        let found = structure::found(parsed.source(), parsed.bulletin());
        let differences = structure::differences(&structure::expected(&gold), &found);
        if differences.is_empty() { Ok(()) } else { Err(format!("\n  {}", differences.join("\n  "))) }
    });
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What the profile says is not found without it, and nothing is lost for that.
#[test]
fn an_issue_of_another_newsletter_needs_its_profile() {
    for issue in corpus::newsletters().iter().filter(|issue| issue.profile().is_some()) {
        let parsed = parse(&issue.input);
        assert_eq!(parsed.bulletin().masthead.title, None, "{}", issue.name);
        assert_eq!(parsed.bulletin().masthead.publisher, None, "{}", issue.name);
        assert!(!parsed.bulletin().unparsed.is_empty(), "{}", issue.name);
    }
}

/// Asks something of every issue; all failures, each with the name of its issue.
fn each(check: impl Fn(&Case) -> Result<(), String>) -> Vec<String> {
    let issues = corpus::newsletters();
    let names: Vec<_> = issues.iter().map(|issue| issue.name.as_str()).collect();
    say(&format!("{} issues in tests/corpus: {}", issues.len(), names.join(", ")));
    issues.iter().filter_map(|it| Some(format!("{}: {}", it.name, check(it).err()?))).collect()
}
