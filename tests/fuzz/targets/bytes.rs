//! Any bytes, as a file: refused with a reason, or a document that keeps the invariants.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torch_bulletin_tests::invariants;

fuzz_target!(|bytes: &[u8]| {
    match torch_bulletin_archive::read(bytes) {
        Ok(document) => {
            let held = invariants::check(document.source(), document.bulletin());
            held.unwrap_or_else(|what| panic!("{what}"));
            let _ = document.report();
        }
        Err(refused) => assert!(!refused.to_string().is_empty() && !refused.code().is_empty()),
    }
});
