//! An issue of the repository with edits: the invariants hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torch_bulletin_fuzz::Mutated;
use torch_bulletin_tests::invariants;

fuzz_target!(|mutated: Mutated| {
    let text = mutated.text();
    invariants::check_parse(&text).unwrap_or_else(|what| panic!("{what}\nin the text {text:?}"));
});
