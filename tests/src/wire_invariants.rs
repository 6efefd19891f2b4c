//! What must hold of a bulletin's JSON in any unit of offset: every text is the slice of its source.
//!
//! Reads the JSON as anybody would who has only the contract: no type of ours vouches for itself. The JSON
//! must be read back from text, and the source handed in.

use serde_json::{Map, Value};
use torch_bulletin::parse;
use torch_bulletin_wire::{Document, OffsetUnit, SourceInfo, View, from_json, to_json};

use crate::invariants::{Outcome, Within, ensure, shown};

/// Parses, and asserts [`check`] of the JSON in every unit; that it reads back as it was written.
///
/// # Errors
/// The first thing that does not hold, with its unit.
pub fn check_parse(source: &str) -> Outcome {
    let parsed = parse(source);
    let report = parsed.report();
    for &unit in OffsetUnit::ALL {
        let info = SourceInfo::of_text(source);
        let document = Document::new(&info, source, parsed.bulletin(), &report, &View::new(unit));
        let whole = || {
            let json = to_json(&document);
            let value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
            check(source, &value)?;
            let back = from_json(&json).map_err(|error| error.to_string())?;
            ensure(back == document, || "does not read back as it was written".to_owned())
        };
        whole().within(|| unit.to_string())?;
    }
    Ok(())
}

/// Asserts of a document's JSON, whose key `offsets` names the unit, that it fits its source.
///
/// # Errors
/// The first thing that does not hold, with the path of its node.
pub fn check(source: &str, document: &Value) -> Outcome {
    let unit = document["offsets"].as_str().unwrap_or_default();
    let units = Units::new(source, unit)?;
    let keys = document.as_object().ok_or("the document is no object")?;
    for (key, value) in keys {
        // The source and the diagnostics hold text that is not sliced; their spans are still places.
        node(&units, value).within(|| key.clone())?;
    }
    Ok(())
}

fn node(units: &Units, value: &Value) -> Outcome {
    match value {
        Value::Object(keys) => object(units, keys),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(index, item)| node(units, item).within(|| index.to_string())),
        _ => Ok(()),
    }
}

fn object(units: &Units, keys: &Map<String, Value>) -> Outcome {
    if let (Some(text), Some(spans)) = (keys.get("text"), keys.get("spans")) {
        text_node(units, text.as_str().unwrap_or_default(), spans, keys.get("joins"))?;
    }
    if let Some(span) = keys.get("span").filter(|span| !span.is_null()) {
        let place = units.slice(span)?;
        // A marker has its text beside one span.
        if let (Some(text), true) = (keys.get("text").and_then(Value::as_str), keys.contains_key("style")) {
            ensure(reads_as(text, &place), || {
                format!("the marker reads «{}», its place «{}»", shown(text), shown(&place))
            })?;
        }
    }
    keys.iter().try_for_each(|(key, value)| node(units, value).within(|| key.clone()))
}

/// Whether a marker is what its place holds; a line or page may end inside it.
fn reads_as(marker: &str, place: &str) -> bool {
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    marker == place || (place.contains(['\n', '\r', '\u{C}']) && ends(marker) == ends(place))
}

fn text_node(units: &Units, text: &str, spans: &Value, joins: Option<&Value>) -> Outcome {
    let spans = spans.as_array().ok_or("`spans` is no list")?;
    let joins = joins.and_then(Value::as_array).ok_or("`joins` is no list")?;
    ensure(spans.len() == joins.len() + 1, || format!("{} spans, {} joins", spans.len(), joins.len()))?;
    let mut joined = String::new();
    let mut end = 0;
    for (index, span) in spans.iter().enumerate() {
        if index > 0 {
            joined.push_str(match joins[index - 1].as_str() {
                Some("wrap" | "page" | "column") => "",
                Some("wrap-space" | "page-space") => " ",
                _ => return Err(format!("unknown join {}", joins[index - 1])),
            });
        }
        let (from, to) = ends(span)?;
        ensure(end <= from, || format!("the piece {span} does not ascend"))?;
        end = to;
        joined.push_str(&units.slice(span)?);
    }
    ensure(joined == text, || format!("reads «{}», its places «{}»", shown(text), shown(&joined)))
}

fn ends(span: &Value) -> Result<(usize, usize), String> {
    let end = |index: usize| span[index].as_u64().and_then(|n| usize::try_from(n).ok());
    match (span.as_array().map(Vec::len), end(0), end(1)) {
        (Some(2), Some(from), Some(to)) if from <= to => Ok((from, to)),
        _ => Err(format!("{span} is no span")),
    }
}

/// The source cut into the unit of the offsets, each language's way: nothing here counts bytes but for bytes.
enum Units {
    Bytes(Vec<u8>),
    CodePoints(Vec<char>),
    Utf16(Vec<u16>),
}

impl Units {
    fn new(source: &str, unit: &str) -> Result<Self, String> {
        match unit {
            "utf8" => Ok(Units::Bytes(source.bytes().collect())),
            "codepoint" => Ok(Units::CodePoints(source.chars().collect())),
            "utf16" => Ok(Units::Utf16(source.encode_utf16().collect())),
            _ => Err(format!("unknown unit of offsets {unit:?}")),
        }
    }

    fn slice(&self, span: &Value) -> Result<String, String> {
        let (from, to) = ends(span)?;
        let sliced = match self {
            Units::Bytes(all) => all.get(from..to).and_then(|it| String::from_utf8(it.to_vec()).ok()),
            Units::CodePoints(all) => all.get(from..to).map(|it| it.iter().collect()),
            Units::Utf16(all) => all.get(from..to).and_then(|it| String::from_utf16(it).ok()),
        };
        sliced.ok_or_else(|| format!("{span} leaves the source or cuts a character"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const SOURCE: &str = "𠮷林\n省";

    fn document(unit: &str, first: [u32; 2], second: [u32; 2]) -> Value {
        let text = json!({"text": "𠮷林省", "spans": [first, second], "joins": ["wrap"]});
        json!({"offsets": unit, "source": {"text": SOURCE}, "unparsed": [text]})
    }

    #[test]
    fn each_unit_counts_its_own_way() {
        for (unit, first, second) in
            [("utf8", [0, 7], [8, 11]), ("codepoint", [0, 2], [3, 4]), ("utf16", [0, 3], [4, 5])]
        {
            assert_eq!(check(SOURCE, &document(unit, first, second)), Ok(()), "{unit}");
        }
    }

    #[test]
    fn offsets_of_another_unit_are_found() {
        let error = check(SOURCE, &document("utf16", [0, 2], [3, 4])).unwrap_err();
        assert!(error.starts_with("unparsed: 0: reads «𠮷林省»"), "{error}");
        assert!(check(SOURCE, &document("utf8", [0, 2], [3, 4])).unwrap_err().contains("cuts a character"));
        assert!(check(SOURCE, &document("bytes", [0, 7], [8, 11])).is_err());
    }

    #[test]
    fn a_marker_reads_as_its_place() {
        let marker = |text| json!({"offsets": "utf8", "marker": {"text": text, "style": "shi", "number": 1, "span": [4, 7]}});
        assert_eq!(check(SOURCE, &marker("林")), Ok(()));
        assert!(check(SOURCE, &marker("省")).is_err());
    }
}
