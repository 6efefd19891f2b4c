//! What must hold of one text with LF, with CR LF and with CR: the same document, but for offsets.

use serde_json::{Map, Value};
use torch_bulletin::parse;
use torch_bulletin_wire::{Document, SourceInfo, View};

use crate::invariants::{Outcome, Within, ensure};

/// Parses `text` with each kind of line end and asserts that trees, texts and findings agree.
///
/// # Errors
/// The first difference, with the path of its node.
pub fn check_parse(text: &str) -> Outcome {
    let lf = text.replace("\r\n", "\n").replace('\r', "\n");
    let expected = document(&lf)?;

    // CR is as long as LF, so that not even the offsets differ.
    let cr = document(&lf.replace('\n', "\r"))?;
    agree(&expected, &cr, "", &|offset| offset).within(|| "with CR".to_owned())?;

    let mut before = vec![0; lf.len() + 1];
    for (at, byte) in lf.bytes().enumerate() {
        before[at + 1] = before[at] + u64::from(byte == b'\n');
    }
    let moved = |offset: u64| {
        let ends = usize::try_from(offset).ok().and_then(|at| before.get(at));
        offset + ends.copied().unwrap_or_default()
    };
    let crlf = document(&lf.replace('\n', "\r\n"))?;
    agree(&expected, &crlf, "", &moved).within(|| "with CR LF".to_owned())
}

/// The document of a text, but for what it says of the text itself.
fn document(text: &str) -> Result<Value, String> {
    let parsed = parse(text);
    let report = parsed.report();
    let info = SourceInfo::of_text(text);
    let document = Document::new(&info, text, parsed.bulletin(), &report, &View::default());
    let mut value = serde_json::to_value(&document).map_err(|error| error.to_string())?;
    value.as_object_mut().map(|keys| keys.remove("source"));
    Ok(value)
}

/// Whether two documents are one but for offsets, which are the numbers below these keys.
fn agree(one: &Value, other: &Value, key: &str, moved: &dyn Fn(u64) -> u64) -> Outcome {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => objects(one, other, moved),
        (Value::Array(one), Value::Array(other)) => {
            ensure(one.len() == other.len(), || format!("{} items, {} items", one.len(), other.len()))?;
            let pairs = one.iter().zip(other).enumerate();
            pairs.into_iter().try_for_each(|(index, (one, other))| {
                agree(one, other, key, moved).within(|| index.to_string())
            })
        }
        (Value::Number(number), _) if matches!(key, "span" | "spans" | "punctuation") => {
            let expected = number.as_u64().map(moved);
            ensure(other.as_u64() == expected, || format!("{other} for {expected:?}"))
        }
        _ => ensure(one == other, || format!("{other} for {one}")),
    }
}

fn objects(one: &Map<String, Value>, other: &Map<String, Value>, moved: &dyn Fn(u64) -> u64) -> Outcome {
    ensure(one.keys().eq(other.keys()), || "other keys".to_owned())?;
    one.iter()
        .zip(other.values())
        .try_for_each(|((key, one), other)| agree(one, other, key, moved).within(|| key.clone()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn offsets_move_and_nothing_else_may_differ() {
        let one = json!({"text": "文", "spans": [[0, 3]], "number": 3});
        let moved = |offset| offset + 1;
        let other = |from, number| json!({"text": "文", "spans": [[from, 4]], "number": number});
        assert_eq!(agree(&one, &other(1, 3), "", &moved), Ok(()));
        assert_eq!(agree(&one, &other(0, 3), "", &moved).unwrap_err(), "spans: 0: 0: 0 for Some(1)");
        assert_eq!(agree(&one, &other(1, 4), "", &moved).unwrap_err(), "number: 4 for 3");
    }
}
