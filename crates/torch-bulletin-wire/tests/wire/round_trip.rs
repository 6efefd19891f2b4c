//! What is written reads back as it was.

use std::borrow::Cow;

use torch_bulletin_wire::{View, from_json, to_json, to_json_pretty};

use crate::sample;

#[test]
fn every_document_reads_back_equal() {
    sample::each(|document| {
        assert_eq!(&from_json(&to_json(document)).unwrap(), document);
        assert_eq!(&from_json(&to_json_pretty(document)).unwrap(), document);
    });
}

#[test]
fn a_document_reads_back_from_a_value() {
    sample::each(|document| {
        let value = serde_json::to_value(document).unwrap();
        let read: torch_bulletin_wire::Document<'_> = serde::Deserialize::deserialize(&value).unwrap();
        assert_eq!(&read, document);
    });
}

#[test]
fn texts_are_borrowed_both_ways_where_nothing_has_to_be_put_together() {
    let bulletin = sample::bulletin();
    let report = sample::report(&bulletin);
    let document = sample::document(&bulletin, &report, &View::default());
    let json = to_json(&document);
    let read = from_json(&json).unwrap();
    for document in [&document, &read] {
        assert!(matches!(document.masthead.title.as_ref().unwrap().text, Cow::Borrowed(_)));
        assert!(matches!(document.unparsed[0].text, Cow::Borrowed(_)));
    }
}

#[test]
fn a_key_of_a_later_version_is_passed_over_and_a_normalized_text_kept() {
    let bulletin = sample::bulletin();
    let report = sample::report(&bulletin);
    let mut document = sample::document(&bulletin, &report, &View::default());
    document.unparsed[0].normalized = Some("?".into());
    let json = to_json(&document);
    assert!(json.contains(r#""normalized":"?""#));
    let later = json.replacen(r#"{"schema":1,"#, r#"{"schema":1,"weather":{"fine":true},"#, 1);
    assert_eq!(from_json(&later).unwrap(), document);
}

#[test]
fn what_is_no_document_is_refused_with_the_reason() {
    let bulletin = sample::bulletin();
    let report = sample::report(&bulletin);
    let json = to_json(&sample::document(&bulletin, &report, &View::default()));
    let cases = [
        ("an unknown name", r#""kind":"navigation""#, r#""kind":"advert""#, "expected one of page-number"),
        ("a list that is null", r#""joins":[]"#, r#""joins":null"#, "expected a sequence"),
        ("a missing key", r#""unparsed":"#, r#""parsed":"#, "missing field `unparsed`"),
        ("a block of no kind", r#""kind":"caption""#, r#""kind":"picture""#, "unknown variant `picture`"),
    ];
    for (name, from, to, reason) in cases {
        assert!(json.contains(from), "{name}");
        let message = from_json(&json.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(message.contains(reason), "{name}: {message}");
    }
}
