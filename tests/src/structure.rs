//! A bulletin in the neutral form of `structure.json`, which follows the printed issue and no interface.
//!
//! Texts are compared folded: without blanks, in one width, with radicals as plain characters. So a
//! `structure.json` says what belongs together and in which order, not how blanks are kept.

use serde_json::{Map, Value, json};
use torch_bulletin::model::{Article, Block, Marker, NumberRange};
use torch_bulletin::{Bulletin, Text, fold};

/// The neutral form of a bulletin.
pub fn found(source: &str, bulletin: &Bulletin) -> Value {
    let of = |text: &Text| Value::from(fold(&text.of(source)));
    let maybe = |text: &Option<Text>| text.as_ref().map_or(Value::Null, of);
    let range = |it: NumberRange| json!([it.first, it.last]);
    let Bulletin { masthead, contents, sections, colophon, .. } = bulletin;

    let issue = masthead.issue.as_ref();
    let groups = contents.groups.iter().map(|group| {
        let entries = group.entries.iter().map(|it| json!({"title": of(&it.title), "page": it.page}));
        json!({
            "section": maybe(&group.section),
            "series": maybe(&group.series),
            "entries": entries.collect::<Value>(),
        })
    });
    let sections = sections.iter().map(|section| {
        json!({
            "name": maybe(&section.name),
            "series": maybe(&section.series),
            "articles": section.articles.iter().map(|it| article(source, it)).collect::<Value>(),
        })
    });
    let fields = colophon.imprints.iter().flat_map(|it| &it.fields);
    let organisations = colophon.imprints.iter().filter_map(|it| it.organisation.as_ref());
    json!({
        "masthead": {
            "title": maybe(&masthead.title),
            "publisher": maybe(&masthead.publisher),
            "year": issue.and_then(|it| it.year),
            "number": issue.and_then(|it| it.number).map(range),
            "cumulative": issue.and_then(|it| it.whole_number).map(range),
            "kind": issue.map_or("regular", |it| it.kind.as_str()),
            "date": masthead.date.as_ref().map(|it| it.value()),
        },
        "contents": groups.collect::<Value>(),
        "sections": sections.collect::<Value>(),
        "colophon": {
            "fields": fields.map(|it| json!([of(&it.label), of(&it.value)])).collect::<Value>(),
            "organisations": organisations.map(of).collect::<Value>(),
        },
    })
}

fn article(source: &str, it: &Article) -> Value {
    let of = |text: &Text| Value::from(fold(&text.of(source)));
    // The form has one attribution an article; several brackets count together.
    let attribution = it.attributions.first().map(|first| {
        let all = || it.attributions.iter();
        json!({
            "label": first.label.as_ref().map(of),
            "organisations": all().flat_map(|it| &it.organisations).map(of).collect::<Value>(),
            "people": all().flat_map(|it| &it.people).map(of).collect::<Value>(),
        })
    });
    json!({
        "title": it.title.as_ref().map(of),
        "subtitle": it.subtitle.as_ref().map(of),
        "blocks": it.blocks.iter().map(|it| block(source, it)).collect::<Value>(),
        "attribution": attribution,
    })
}

fn block(source: &str, it: &Block) -> Value {
    let of = |text: &Text| fold(&text.of(source));
    let mark = |it: &Option<Marker>| it.as_ref().map(|it| fold(&it.text.of(source)));
    match it {
        Block::Heading { level, marker, text } => {
            let (marker, text) = (mark(marker), of(text));
            let bare = marker.as_deref().and_then(|marker| text.strip_prefix(marker)).unwrap_or(&text);
            json!({"type": "heading", "level": level, "marker": marker.as_deref().map(stem), "text": bare})
        }
        Block::Paragraph { marker, lead, text, points: _ } => json!({
            "type": "paragraph", "marker": mark(marker).as_deref().map(stem), "lead": lead.as_ref().map(of), "text": of(text),
        }),
        Block::Caption { text } => json!({"type": "caption", "text": of(text)}),
        Block::Note { text } => json!({"type": "note", "text": of(text)}),
        Block::Table { rows } => {
            let cells = |row: &Vec<Option<Text>>| {
                row.iter().map(|cell| cell.as_ref().map(of).unwrap_or_default()).collect::<Value>()
            };
            json!({"type": "table", "rows": rows.iter().map(cells).collect::<Value>()})
        }
    }
}

/// A marker without the mark that ends it: whether 第一, has its comma is no question of structure.
pub(crate) fn stem(marker: &str) -> &str {
    marker.trim_end_matches(['.', ',', '、', ':'])
}

/// The neutral form that a `structure.json` expects: folded, without its notes on how the page is set.
pub fn expected(gold: &Value) -> Value {
    match gold {
        Value::String(text) => fold(text).into(),
        Value::Array(items) => items.iter().map(expected).collect(),
        Value::Object(keys) => {
            let mut out = Map::new();
            for (key, value) in keys {
                // Whether this paragraph has a lead is undecidable; either reading is right.
                let open = key == "lead" && keys.get("alt").is_some_and(|alt| alt.get("lead").is_some());
                let value = expected(value);
                let value = match value.as_str() {
                    Some(marker) if key == "marker" => stem(marker).into(),
                    _ => value,
                };
                if !open && !matches!(key.as_str(), "layout" | "alt" | "may_split_at" | "may_join_next") {
                    out.insert(key.clone(), value);
                }
            }
            Value::Object(out)
        }
        _ => gold.clone(),
    }
}

/// Where a value differs from the expected one, one line each; keys that nothing is expected of may be there.
pub fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let mut out = Vec::new();
    compare(String::new(), expected, found, &mut out);
    out
}

fn compare(path: String, expected: &Value, found: &Value, out: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in old {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                compare(path, value, new.get(key).unwrap_or(&Value::Null), out);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            if old.len() != new.len() {
                out.push(format!("{path}: {} expected, {} found", old.len(), new.len()));
            }
            for (index, (old, new)) in old.iter().zip(new).enumerate() {
                compare(format!("{path}[{index}]"), old, new, out);
            }
        }
        _ if expected == found => {}
        _ => out.push(format!("{path}: expected {expected}, found {found}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_expected_is_compared_and_notes_on_the_page_are_not() {
        let gold = json!({"title": "火　炬", "layout": {"colon": ":"}, "blocks": [{"lead": "甲", "alt": {"lead": "乙"}}]});
        assert_eq!(expected(&gold)["blocks"], json!([{}]));
        assert_eq!(expected(&gold).as_object().unwrap().len(), 2);
    }

    #[test]
    fn differences_name_their_place() {
        let differences = differences(&json!({"a": [{"b": 1}, 2]}), &json!({"a": [{"b": 3, "c": 4}]}));
        assert_eq!(differences, ["a: 2 expected, 1 found", "a[0].b: expected 1, found 3"]);
    }
}
