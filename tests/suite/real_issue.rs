//! The real issue 2022-12, where it is there: the text as it was extracted, and what extractors make of two
//! settings of it. Named by `TORCH_BULLETIN_CORPUS`; the file is not ours to publish.

use serde_json::Value;
use torch_bulletin::parse;
use torch_bulletin_tests::{corpus, invariants, say, structure, wire_invariants};

#[test]
fn every_text_of_the_real_issue_keeps_the_invariants() {
    let Some(folder) = corpus::real_issue() else { return };
    let texts = corpus::real_texts(&folder);
    say(&format!("{} texts of the real issue", texts.len()));
    assert_eq!(texts.len(), 9, "source.txt and eight extractions");
    for (name, text) in texts {
        invariants::check_parse(&text).unwrap_or_else(|what| panic!("{name}: {what}"));
        wire_invariants::check_parse(&text).unwrap_or_else(|what| panic!("{name}: {what}"));
    }
}

#[test]
fn the_real_issue_has_its_exact_structure() {
    let Some(folder) = corpus::real_issue() else { return };
    let gold = corpus::read(&folder.join("structure.json"));
    let gold: Value = serde_json::from_str(&gold).expect("structure.json is JSON");
    let expected = structure::expected(&gold);

    let mut of_the_source = Vec::new();
    for (name, text) in corpus::real_texts(&folder) {
        let parsed = parse(&text);
        let differences = structure::differences(&expected, &structure::found(&text, parsed.bulletin()));
        // The extractions of the booklet lack what the booklet does not print; they are told, not judged.
        say(&format!("{name}: {} differences from the structure", differences.len()));
        if name == "source.txt" {
            of_the_source = differences;
        }
    }
    assert!(of_the_source.is_empty(), "source.txt:\n  {}", of_the_source.join("\n  "));
}
