//! An issue of the repository with edits: the invariants hold, whatever ends the lines.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torch_bulletin_fuzz::Mutated;
use torch_bulletin_tests::{invariants, line_ends};

fuzz_target!(|mutated: Mutated| {
    let text = mutated.text();
    let held = invariants::check_parse(&text).and_then(|()| line_ends::check_parse(&text));
    held.unwrap_or_else(|what| panic!("{what}\nin the text {text:?}"));
});
