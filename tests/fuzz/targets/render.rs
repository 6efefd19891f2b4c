//! Any text, as an issue: every renderer gives a text, and the same one again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torch_bulletin::parse;
use torch_bulletin_tests::renderers::RENDERERS;

fuzz_target!(|text: &str| {
    let parsed = parse(text);
    for (name, renderer) in RENDERERS {
        let rendered = renderer(text, parsed.bulletin());
        assert_eq!(rendered, renderer(text, parsed.bulletin()), "{name} differs from itself");
    }
});
