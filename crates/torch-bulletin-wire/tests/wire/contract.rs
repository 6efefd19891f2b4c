//! The JSON key by key, as it is promised to every language.

use serde_json::Value;
use torch_bulletin::{Bulletin, Report};
use torch_bulletin_wire::{Document, OffsetUnit, SourceInfo, View, to_json, to_json_pretty};

use crate::sample::{self, SOURCE};

fn sample_value(view: &View) -> Value {
    let bulletin = sample::bulletin();
    let report = sample::report(&bulletin);
    serde_json::from_str(&to_json(&sample::document(&bulletin, &report, view))).unwrap()
}

#[test]
fn keys_and_their_order_are_those_of_the_contract() {
    let value = sample_value(&View::default());
    let text = ["text", "spans", "joins"];
    let marker = ["text", "style", "number", "span"];
    let article = "/sections/0/articles/0";
    let nodes: &[(&str, &[&str])] = &[
        (
            "",
            &[
                "schema",
                "offsets",
                "generator",
                "source",
                "pages",
                "masthead",
                "contents",
                "sections",
                "colophon",
                "furniture",
                "unparsed",
                "punctuation",
                "diagnostics",
            ],
        ),
        ("/source", &["name", "sha256", "bytes", "encoding", "certainty", "format", "text"]),
        ("/pages/0", &["index", "label", "span"]),
        ("/masthead", &["title", "publisher", "notices", "issue", "date"]),
        ("/masthead/title", &text),
        ("/masthead/notices/0", &text),
        ("/masthead/issue", &["year", "number", "whole_number", "kind", "span"]),
        ("/masthead/date", &["value", "span"]),
        ("/contents", &["heading", "groups"]),
        ("/contents/groups/0", &["section", "series", "entries"]),
        ("/contents/groups/0/entries/0", &["title", "page", "article", "span"]),
        ("/sections/0", &["name", "series", "articles", "span"]),
        (article, &["id", "title", "subtitle", "blocks", "span", "attributions"]),
        ("/attributions/0", &["label", "organisations", "people", "span"]),
        ("/blocks/0", &["kind", "level", "marker", "text"]),
        ("/blocks/0/marker", &marker),
        ("/blocks/1", &["kind", "marker", "lead", "text", "points"]),
        ("/blocks/1/lead", &text),
        ("/blocks/1/points/0", &["marker", "text"]),
        ("/blocks/1/points/0/marker", &marker),
        ("/blocks/2", &["kind", "text"]),
        ("/blocks/3", &["kind", "rows"]),
        ("/blocks/3/rows/0/0", &text),
        ("/blocks/4", &["kind", "text"]),
        ("/colophon", &["imprints"]),
        ("/colophon/imprints/0", &["organisation", "fields"]),
        ("/colophon/imprints/0/fields/0", &["kind", "label", "value", "items", "extension"]),
        ("/furniture/0", &["kind", "text"]),
        ("/unparsed/0", &text),
        ("/diagnostics/0", &["code", "severity", "message", "span", "help", "count"]),
    ];
    for (pointer, expected) in nodes {
        let inside = pointer.starts_with("/blocks") || pointer.starts_with("/attributions");
        let pointer = if inside { format!("{article}{pointer}") } else { (*pointer).to_owned() };
        let node = value.pointer(&pointer).and_then(Value::as_object);
        let keys: Vec<_> = node.unwrap_or_else(|| panic!("no object at {pointer}")).keys().collect();
        assert_eq!(&keys, expected, "at {pointer:?}");
    }
}

#[test]
fn an_empty_issue_has_every_key_with_null_and_empty_lists() {
    let report = Report::default();
    let document =
        Document::new(&SourceInfo::of_text(""), "", &Bulletin::default(), &report, &View::default());
    let expected = concat!(
        r#"{"schema":1,"offsets":"utf8","generator":"torch-bulletin "#,
        env!("CARGO_PKG_VERSION"),
        r#"","source":{"name":null,"sha256":null,"bytes":0,"encoding":"utf-8","certainty":null,"format":"text","text":null},"pages":[],"#,
        r#""masthead":{"title":null,"publisher":null,"notices":[],"issue":null,"date":null},"#,
        r#""contents":{"heading":null,"groups":[]},"sections":[],"colophon":{"imprints":[]},"furniture":[],"#,
        r#""unparsed":[],"punctuation":[],"diagnostics":[]}"#,
    );
    assert_eq!(to_json(&document), expected);
    assert!(to_json_pretty(&document).starts_with("{\n  \"schema\": 1,\n"));
}

#[test]
fn values_are_those_of_the_tree() {
    let value = sample_value(&View::default());
    let at = |pointer: &str| value.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"));
    let expected = [
        ("/source/name", r#""2008/1-2期.txt""#),
        ("/source/text", "null"),
        ("/pages/0/label", "null"),
        ("/pages/1/index", "1"),
        ("/pages/1/label", r#""3""#),
        ("/masthead/title/text", r#""火炬动态🔥""#),
        ("/masthead/issue/number", "[1,2]"),
        ("/masthead/issue/whole_number", "[402,402]"),
        ("/masthead/issue/kind", r#""regular""#),
        ("/masthead/date/value", r#""2008-01-31""#),
        ("/contents/groups/0/entries/0/page", "3"),
        ("/contents/groups/0/entries/0/article", "0"),
        ("/sections/0/articles/0/id", r#""2008-1-2/a0""#),
        ("/sections/1/articles/0/id", r#""2008-1-2/a1""#),
        ("/sections/1/name", "null"),
        ("/sections/1/articles/0/title", "null"),
        ("/sections/0/articles/0/blocks/0/kind", r#""heading""#),
        (
            "/sections/0/articles/0/blocks/1/text/text",
            r#""一是企业集聚。园区👨‍👩‍👧共有企业12家,第一,引进Torch program;第二,扶持𠮷野家。""#,
        ),
        ("/sections/0/articles/0/blocks/1/text/joins", r#"["wrap","wrap-space","page"]"#),
        ("/sections/0/articles/0/blocks/1/marker/text", r#""一是""#),
        ("/sections/0/articles/0/blocks/1/marker/style", r#""shi""#),
        ("/sections/0/articles/0/blocks/1/points/1/text/joins", r#"["page"]"#),
        ("/sections/0/articles/0/blocks/3/rows/0/1", "null"),
        ("/sections/0/articles/0/attributions/0/people/0/text", r#""王　茜""#),
        ("/colophon/imprints/0/fields/0/extension/text", r#""310""#),
        ("/furniture/1/kind", r#""navigation""#),
    ];
    for (pointer, json) in expected {
        assert_eq!(at(pointer).to_string(), json, "at {pointer}");
    }
}

#[test]
fn findings_carry_their_severity_and_null_where_they_have_no_place() {
    let found = sample_value(&View::default())["diagnostics"].to_string();
    let start = SOURCE.find("?🀄?").unwrap();
    let end = start + "?🀄?".len();
    let without_place = r#"{"code":"missing-date","severity":"note","message":"found none","span":null,"help":null,"count":1}"#;
    let with_place = format!(
        r#"{{"code":"unparsed-text","severity":"warning","message":"found “?🀄?”","span":[{start},{end}],"#
    ) + r#""help":"look at the \"source\"","count":1}"#;
    assert!(found.contains(without_place), "{found}");
    assert!(found.contains(&with_place), "{found}");
}

#[test]
fn the_source_text_and_the_unit_are_written_where_asked_for() {
    let value = sample_value(&View::new(OffsetUnit::Utf16).with_source_text(true));
    assert_eq!(value["offsets"], "utf16");
    assert_eq!(value["source"]["text"], SOURCE);
}

#[test]
fn a_place_of_another_source_reads_as_nothing() {
    let bulletin = sample::bulletin();
    let report = Report::default();
    for &unit in OffsetUnit::ALL {
        let info = SourceInfo::of_text("火");
        let document = Document::new(&info, "火", &bulletin, &report, &View::new(unit));
        assert_eq!(document.masthead.title.unwrap().text, "");
    }
}
