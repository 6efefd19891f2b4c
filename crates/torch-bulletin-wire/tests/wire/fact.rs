//! Facts: the contract key by key, the schema, reading back, places in every unit, exact digits, CSV.

use serde_json::{Value, json};
use torch_bulletin::facts::{FactOptions, Facts, extract_text};
use torch_bulletin_wire::{Fact, OffsetUnit, Offsets, facts_to_csv, facts_to_json, facts_to_ndjson, schema};

const TEXT: &str = "2021年,🔥江州高新区主任程樾表示,《规划》发布,地区生产总值达到366.1亿元,同比增长5.1%,\
    相较2013年生产总值257亿元,增长42.45%;近日新增企业约12家。专利数为12345678901234567.89件。";

fn found(options: &FactOptions) -> Facts {
    extract_text(TEXT, "2022-07-31".parse().ok(), options)
}

#[test]
fn every_kind_has_the_keys_of_the_contract() {
    let facts = found(&FactOptions::default().with_numbers(true));
    let lines = facts_to_ndjson(&Fact::all(TEXT, &facts, OffsetUnit::Codepoint, Some("a.txt")));
    let common = ["kind", "issue", "article", "block", "text", "spans", "rule", "source"];
    let own: &[(&str, &[&str])] = &[
        ("date", &["value", "basis", "vague"]),
        ("quantity", &["low", "high", "comparator", "unit", "dimension", "approximate", "exact"]),
        ("change", &["direction", "value", "unit", "basis", "base_period", "whole"]),
        (
            "observation",
            &[
                "subject",
                "subject_rule",
                "zone",
                "metric",
                "period",
                "period_rule",
                "low",
                "high",
                "value",
                "comparator",
                "unit",
                "change",
                "exact",
            ],
        ),
        ("person", &["name", "titles", "organisation"]),
        ("document", &["title"]),
        ("figures-agree", &["relation", "printed", "computed"]),
    ];
    let mut seen = Vec::new();
    for line in lines.lines() {
        let fact: Value = serde_json::from_str(line).unwrap();
        let kind = fact["kind"].as_str().unwrap().to_owned();
        if let Some((_, keys)) = own.iter().find(|(name, _)| *name == kind) {
            let written = fact.as_object().unwrap();
            assert_eq!(written.len(), common.len() + keys.len(), "{line}");
            assert!(common.iter().chain(*keys).all(|key| written.contains_key(*key)), "{line}");
            seen.push(kind);
        }
        assert_eq!(fact["source"], "a.txt");
    }
    for (kind, _) in own {
        assert!(seen.iter().any(|it| it == kind), "no {kind}");
    }
}

#[test]
fn every_fact_keeps_to_the_schema_and_reads_back_equal() {
    let mut root = schema();
    root["$ref"] = json!("#/$defs/Fact");
    for key in ["type", "properties", "required", "additionalProperties"] {
        root.as_object_mut().unwrap().remove(key);
    }
    let validator = jsonschema::draft202012::new(&root).unwrap();
    let facts = found(&FactOptions::default().with_numbers(true));
    let written = Fact::all(TEXT, &facts, OffsetUnit::Utf16, None);
    assert_eq!(written.len(), facts.len());
    for (line, fact) in facts_to_ndjson(&written).lines().zip(&written) {
        assert_eq!(&serde_json::from_str::<Fact<'_>>(line).unwrap(), fact, "{line}");
        let value: Value = serde_json::from_str(line).unwrap();
        let errors: Vec<_> = validator.iter_errors(&value).map(|it| it.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?} {line}");
    }
    let list = facts_to_json(&written);
    let list: Vec<Fact<'_>> = serde_json::from_str(&list).unwrap();
    assert_eq!(list, written);
    assert!(!validator.is_valid(&json!({"kind": "date", "text": "今天"})));
}

#[test]
fn places_are_in_the_unit_asked_for() {
    let facts = found(&FactOptions::default());
    for &unit in OffsetUnit::ALL {
        let offsets = Offsets::new(TEXT, unit);
        for (fact, wire) in facts.iter().zip(&Fact::all(TEXT, &facts, unit, None)) {
            let mention = wire.mention();
            assert_eq!(fact.text.of(TEXT), mention.text);
            for (span, place) in fact.text.spans().zip(&mention.spans) {
                assert_eq!(
                    offsets.byte_at(place.start())..offsets.byte_at(place.end()),
                    span.start()..span.end(),
                    "{unit}"
                );
            }
        }
    }
}

#[test]
fn digits_are_given_where_a_double_does_not_hold_them() {
    let facts = found(&FactOptions::default());
    let values = serde_json::to_value(Fact::all(TEXT, &facts, OffsetUnit::Utf8, None)).unwrap();
    let of = |text: &str| {
        let same = |it: &&Value| it["kind"] == "quantity" && it["text"] == text;
        values.as_array().unwrap().iter().find(same).unwrap().clone()
    };
    assert_eq!(of("42.45%")["exact"], Value::Null);
    assert_eq!(of("42.45%")["low"], json!(42.45));
    assert_eq!(of("366.1亿元")["low"], json!(36_610_000_000_i64));
    let digits = "12345678901234567.89";
    assert_eq!(of("12345678901234567.89件")["exact"], json!({"low": digits, "high": digits}));
}

#[test]
fn a_table_has_one_head_and_a_row_a_fact() {
    let text = "=1+1,“甲\"乙”增长5%,共12家,\n张三";
    let facts = extract_text(text, None, &FactOptions::default().with_numbers(true));
    let written = Fact::all(text, &facts, OffsetUnit::Utf8, None);
    let table = facts_to_csv(&written, true);
    assert!(table.starts_with("kind,source,issue,article,block,text,start,end,rule,value,low,high,"));
    assert_eq!(table.lines().count(), written.len() + 1);
    assert_eq!(facts_to_csv(&written, false).lines().count(), written.len());
    let columns = table.lines().next().unwrap().split(',').count();
    assert!(table.lines().filter(|line| !line.contains('"')).all(|line| line.split(',').count() == columns));
    assert!(!table.lines().skip(1).any(|line| line.split(',').any(|cell| cell.starts_with("=1"))));
}
