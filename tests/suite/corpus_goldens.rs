//! Every phase of every issue of the corpus writes what its golden file holds, and so does the report of every defect.
//!
//! `cargo xtask goldens` rewrites the files; review them with `git diff tests`.

use std::fs;

use torch_bulletin::parse;
use torch_bulletin_tests::phases::{self, PHASES};
use torch_bulletin_tests::{corpus, goldens, say};

#[test]
fn every_phase_of_every_issue_is_its_golden() {
    let issues = corpus::newsletters();
    let mut failures = Vec::new();
    let mut compared = 0;
    for issue in &issues {
        for phase in PHASES {
            compared += 1;
            failures.extend(goldens::check(issue, phase.file, &phases::write(phase, issue)).err());
        }
    }
    say(&format!("{compared} golden files of {} issues", issues.len()));
    assert!(failures.is_empty(), "{}\n`cargo xtask goldens` rewrites them", failures.join("\n"));
}

#[test]
fn every_defect_is_told_as_its_golden_says() {
    let cases = corpus::bad();
    let told = cases.iter().map(|case| (case, phases::report(&parse(&case.input))));
    let failures: Vec<_> =
        told.filter_map(|(case, report)| goldens::check(case, "report.txt", &report).err()).collect();
    say(&format!("{} reports of defects", cases.len()));
    assert!(failures.is_empty(), "{}\n`cargo xtask goldens` rewrites them", failures.join("\n"));
}

#[test]
fn a_folder_of_the_corpus_holds_nothing_that_no_test_reads() {
    let mut strangers = Vec::new();
    for issue in corpus::newsletters() {
        let written = |file: &str| PHASES.iter().any(|phase| phase.file == file);
        for entry in fs::read_dir(&issue.folder).unwrap() {
            let file = entry.unwrap().file_name().to_string_lossy().into_owned();
            if !matches!(file.as_str(), "input.txt" | "structure.json" | "profile.json") && !written(&file) {
                strangers.push(format!("{}/{file}", issue.name));
            }
        }
    }
    assert!(strangers.is_empty(), "no test reads {}", strangers.join(", "));
}
