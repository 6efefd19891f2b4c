//! TypeScript declarations of the document, from the schema.

use serde_json::{Map, Value};

/// Where they stand.
pub(super) const FILE: &str = "bindings/wasm/js/types.d.ts";

const HEAD: &str = "\
// Generated from crates/torch-bulletin-wire/schema.json; do not edit. To bring it up to date: cargo xtask types

/**
 * What `parse` gives, part by part.
 *
 * A span is half-open and counts UTF-16 code units of the source text: `source.slice(start, end)`.
 *
 * @module
 */
";

/// The whole file.
pub(super) fn declarations(schema: &Value) -> Result<String, String> {
    let mut out = HEAD.to_owned();
    declare(&mut out, "Document", schema)?;
    for (name, definition) in object(&schema["$defs"])? {
        declare(&mut out, name, definition)?;
    }
    Ok(out)
}

fn declare(out: &mut String, name: &str, schema: &Value) -> Result<(), String> {
    if let Some(kinds) = schema["oneOf"].as_array() {
        let mut names = Vec::new();
        for kind in kinds {
            // A definition of its own, of which the union knows the kind.
            if let (Some(path), Some(tag)) = (kind["$ref"].as_str(), kind["properties"]["kind"].get("const"))
            {
                let referred = path.rsplit('/').next().unwrap_or(path);
                names.push(format!("({{ kind: {tag} }} & {referred})"));
                continue;
            }
            let title = kind["title"].as_str().ok_or_else(|| format!("a kind of {name} has no title"))?;
            declare(out, title, kind)?;
            names.push(title.to_owned());
        }
        comment(out, "", schema);
        out.push_str(&format!("export type {name} = {};\n", names.join(" | ")));
        return Ok(());
    }
    comment(out, "", schema);
    if schema["properties"].is_object() {
        out.push_str(&format!("export interface {name} {{\n"));
        interface(out, schema).map_err(|what| format!("{name}: {what}"))?;
        out.push_str("}\n");
    } else if let Some(names) = schema["enum"].as_array() {
        let names: Vec<_> = names.iter().map(|name| format!("\n  | {name}")).collect();
        out.push_str(&format!("export type {name} ={};\n", names.concat()));
    } else {
        let written = written(schema).map_err(|what| format!("{name}: {what}"))?;
        out.push_str(&format!("export type {name} = {written};\n"));
    }
    Ok(())
}

fn interface(out: &mut String, schema: &Value) -> Result<(), String> {
    let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    for (key, value) in object(&schema["properties"])? {
        if value["description"].is_string() {
            comment(out, "  ", value);
        }
        let optional = if required.iter().any(|it| it == key) { "" } else { "?" };
        let written = written(value).map_err(|what| format!("{key}: {what}"))?;
        out.push_str(&format!("  {key}{optional}: {written};\n"));
    }
    Ok(())
}

/// A schema as a type. What this does not know is an error, never `any`.
fn written(schema: &Value) -> Result<String, String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let name =
            reference.strip_prefix("#/$defs/").ok_or_else(|| format!("{reference} leads elsewhere"))?;
        return Ok(name.to_owned());
    }
    if let Some(value) = schema.get("const") {
        return Ok(value.to_string());
    }
    if let Some(any) = schema["anyOf"].as_array() {
        return Ok(any.iter().map(written).collect::<Result<Vec<_>, _>>()?.join(" | "));
    }
    match &schema["type"] {
        Value::String(kind) => of_kind(kind, schema),
        Value::Array(kinds) => {
            let kinds = kinds.iter().map(|kind| of_kind(kind.as_str().unwrap_or_default(), schema));
            Ok(kinds.collect::<Result<Vec<_>, _>>()?.join(" | "))
        }
        _ => Err(format!("no type for {schema}")),
    }
}

fn of_kind(kind: &str, schema: &Value) -> Result<String, String> {
    Ok(match kind {
        "string" | "boolean" | "null" => kind.to_owned(),
        "integer" | "number" => "number".to_owned(),
        "array" => {
            let item = written(&schema["items"])?;
            let length = schema["maxItems"].as_u64().filter(|_| schema["minItems"] == schema["maxItems"]);
            match length {
                Some(length) => format!("[{}]", vec![item; length as usize].join(", ")),
                None if item.contains(' ') => format!("({item})[]"),
                None => format!("{item}[]"),
            }
        }
        _ => return Err(format!("no type for {schema}")),
    })
}

/// The description as a comment, after a blank line where it opens a declaration.
fn comment(out: &mut String, indent: &str, schema: &Value) {
    // Links of rustdoc lead nowhere from here.
    let text = schema["description"].as_str().unwrap_or_default().replace("[`", "`").replace("`]", "`");
    if indent.is_empty() {
        out.push('\n');
    }
    let mut lines = text.lines();
    match (lines.next(), lines.next()) {
        (None, _) => {}
        (Some(line), None) => out.push_str(&format!("{indent}/** {line} */\n")),
        _ => {
            out.push_str(&format!("{indent}/**\n"));
            for line in text.lines() {
                out.push_str(format!("{indent} * {line}").trim_end());
                out.push('\n');
            }
            out.push_str(&format!("{indent} */\n"));
        }
    }
}

fn object(value: &Value) -> Result<&Map<String, Value>, String> {
    value.as_object().ok_or_else(|| format!("{value} is no object"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn schemas_become_types() {
        let text = json!({"$ref": "#/$defs/Text"});
        let cases = [
            (text.clone(), "Text"),
            (json!({"anyOf": [text, {"type": "null"}]}), "Text | null"),
            (json!({"type": ["integer", "null"], "maximum": 9}), "number | null"),
            (json!({"type": "array", "items": {"type": ["string", "null"]}}), "(string | null)[]"),
            (json!({"type": "array", "items": text, "minItems": 1}), "Text[]"),
            (
                json!({"type": ["array", "null"], "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}),
                "[number, number] | null",
            ),
            (json!({"type": "string", "const": "note"}), "\"note\""),
        ];
        for (schema, expected) in cases {
            assert_eq!(written(&schema).unwrap(), expected);
        }
        assert!(written(&json!({"type": "object"})).is_err());
    }

    #[test]
    fn a_key_that_may_be_missing_is_optional() {
        let schema =
            json!({"properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a"]});
        let mut out = String::new();
        declare(&mut out, "Pair", &schema).unwrap();
        assert_eq!(out, "\nexport interface Pair {\n  a: string;\n  b?: string;\n}\n");
    }
}
