//! Any text, as an issue: the invariants hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torch_bulletin_tests::invariants;

fuzz_target!(|text: &str| invariants::check_parse(text).unwrap_or_else(|what| panic!("{what}")));
