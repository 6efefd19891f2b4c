//! Every span of a document, sliced from the source as its language slices, gives its text.

use serde_json::Value;
use torch_bulletin::Join;
use torch_bulletin_wire::{OffsetUnit, View};

use crate::sample;

/// The source at a span, the way Rust, Python and JavaScript would slice it.
fn slice(source: &str, unit: OffsetUnit, span: &Value) -> String {
    let [start, end] = [&span[0], &span[1]].map(|it| it.as_u64().unwrap() as usize);
    match unit {
        OffsetUnit::Utf8 => source[start..end].to_owned(),
        OffsetUnit::Codepoint => source.chars().skip(start).take(end - start).collect(),
        OffsetUnit::Utf16 => {
            let units: Vec<u16> = source.encode_utf16().collect();
            String::from_utf16(&units[start..end]).expect("no surrogate is cut")
        }
    }
}

/// Gives every object of a value to `sink`.
fn objects<'v>(value: &'v Value, sink: &mut impl FnMut(&'v serde_json::Map<String, Value>)) {
    match value {
        Value::Object(map) => {
            sink(map);
            map.values().for_each(|it| objects(it, sink));
        }
        Value::Array(items) => items.iter().for_each(|it| objects(it, sink)),
        _ => {}
    }
}

fn sample_in(unit: OffsetUnit) -> Value {
    let bulletin = sample::bulletin();
    let report = sample::report(&bulletin);
    serde_json::to_value(sample::document(&bulletin, &report, &View::new(unit))).unwrap()
}

#[test]
fn every_text_is_its_slices_put_together() {
    for &unit in OffsetUnit::ALL {
        let (mut texts, mut markers) = (0, 0);
        objects(&sample_in(unit), &mut |node| {
            if let Some(spans) = node.get("spans") {
                let glue = node["joins"].as_array().unwrap().iter().map(|join| {
                    let join: Join = join.as_str().unwrap().parse().unwrap();
                    join.glue()
                });
                let spans = spans.as_array().unwrap();
                assert_eq!(glue.len() + 1, spans.len());
                let pieces = spans.iter().map(|span| slice(sample::SOURCE, unit, span));
                let joined: String = std::iter::once("")
                    .chain(glue)
                    .zip(pieces)
                    .flat_map(|(a, b)| [a.to_owned(), b])
                    .collect();
                assert_eq!(node["text"], joined, "{unit}");
                texts += 1;
            } else if node.contains_key("style") {
                assert_eq!(node["text"], slice(sample::SOURCE, unit, &node["span"]), "{unit}");
                markers += 1;
            }
        });
        assert_eq!((texts, markers), (33, 4), "{unit}");
    }
}

#[test]
fn every_place_is_the_same_text_in_every_unit() {
    let places = |unit| {
        let value = sample_in(unit);
        let mut slices = Vec::new();
        objects(&value, &mut |node| {
            let span = node.get("span").filter(|span| !span.is_null());
            let lists = ["spans", "punctuation"].into_iter().filter_map(|key| node.get(key)?.as_array());
            slices.extend(span.into_iter().chain(lists.flatten()).map(|it| slice(sample::SOURCE, unit, it)));
        });
        slices
    };
    let bytes = places(OffsetUnit::Utf8);
    assert!(bytes.iter().any(|it| it == "2008年第1-2期(总第402期)"), "hulls and issue lines are among them");
    assert_eq!(places(OffsetUnit::Codepoint), bytes);
    assert_eq!(places(OffsetUnit::Utf16), bytes);
}

#[test]
fn offsets_differ_between_units_and_count_the_byte_order_mark() {
    let title = |unit| sample_in(unit)["masthead"]["title"]["spans"][0].to_string();
    let titles = [OffsetUnit::Utf8, OffsetUnit::Codepoint, OffsetUnit::Utf16].map(title);
    assert_eq!(titles, ["[30,46]", "[12,17]", "[12,18]"]);
}
