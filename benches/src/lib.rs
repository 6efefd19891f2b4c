//! What the benches of torch-bulletin read.

use torch_bulletin_tests::corpus::{self, Case};

/// The issues that are parsed one at a time, with what each stresses.
///
/// # Panics
/// Where one of them is not in the corpus: a bench that measures nothing must not run.
pub fn issues() -> Vec<(Case, &'static str)> {
    const CHOSEN: &[(&str, &str)] = &[
        ("2008-01-02", "contents with leaders and pages; headings of three levels"),
        ("2019-07", "hard wraps, page numbers and running heads: every paragraph is joined"),
        ("2021-09", "one paragraph a line: the least that assembly has to do"),
    ];
    let issues = corpus::issues();
    let find = |name: &str| {
        let found = issues.iter().find(|issue| issue.name == name);
        found.unwrap_or_else(|| panic!("tests/corpus has no issue {name}")).clone()
    };
    CHOSEN.iter().map(|&(name, stresses)| (find(name), stresses)).collect()
}
