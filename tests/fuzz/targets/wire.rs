//! Any text, as an issue: its JSON in each unit of offset fits it and reads back. Any JSON: what is a document is
//! written as it was read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torch_bulletin_tests::wire_invariants;
use torch_bulletin_wire::{from_json, to_json};

fuzz_target!(|text: &str| {
    wire_invariants::check_parse(text).unwrap_or_else(|what| panic!("{what}"));
    if text.starts_with('{')
        && let Ok(document) = from_json(text)
    {
        let written = to_json(&document);
        assert_eq!(from_json(&written).expect("what was written reads back"), document);
    }
});
