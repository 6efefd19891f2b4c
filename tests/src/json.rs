//! JSON set for review: what fits on a line stands on one, so that a text and its places change together.

use serde_json::Value;

/// Columns that a line may have; a Chinese character counts as one, as editors and diffs do.
const WIDTH: usize = 110;

/// A value over as few lines as its width allows, indented by one blank a level; ends with a line end.
pub fn pretty(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, "", &mut out);
    out.push('\n');
    out
}

fn write(value: &Value, depth: usize, before: &str, out: &mut String) {
    let line = value.to_string();
    if depth + before.chars().count() + line.chars().count() <= WIDTH {
        return out.push_str(&line);
    }
    match value {
        Value::Array(items) => {
            let items = items.iter().map(|item| (String::new(), item));
            list(items, ('[', ']'), depth, out);
        }
        Value::Object(keys) => {
            let keys = keys.iter().map(|(key, value)| (format!("{}: ", Value::from(key.as_str())), value));
            list(keys, ('{', '}'), depth, out);
        }
        // A long text has nowhere to break.
        _ => out.push_str(&line),
    }
}

fn list<'v>(
    items: impl Iterator<Item = (String, &'v Value)>,
    (open, close): (char, char),
    depth: usize,
    out: &mut String,
) {
    out.push(open);
    for (index, (key, value)) in items.enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&" ".repeat(depth + 1));
        out.push_str(&key);
        write(value, depth + 1, &key, out);
    }
    out.push('\n');
    out.push_str(&" ".repeat(depth));
    out.push(close);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn short_values_stand_on_one_line_and_long_ones_break() {
        let long = "长".repeat(WIDTH);
        let value = json!({"title": {"text": "火炬", "spans": [[0, 6]]}, "long": long, "none": []});
        let expected = format!(
            "{{\n \"title\": {},\n \"long\": \"{long}\",\n \"none\": []\n}}\n",
            json!({"text": "火炬", "spans": [[0, 6]]})
        );
        assert_eq!(pretty(&value), expected);
        assert_eq!(serde_json::from_str::<Value>(&expected).unwrap(), value);
    }
}
