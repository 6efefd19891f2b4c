//! What Python calls a type of the schema, and how a value of it is made.

use serde_json::{Map, Value};

/// A type, and the expression that makes a value of it from plain data.
pub(super) struct Typed {
    pub(super) annotation: String,
    pub(super) value: String,
}

/// The types that the schema defines.
pub(super) struct Types<'s> {
    pub(super) definitions: &'s Map<String, Value>,
}

impl Types<'_> {
    /// The type of a part of the schema, whose plain data stands in the expression `data`.
    pub(super) fn of(&self, schema: &Value, data: &str) -> Result<Typed, String> {
        let plain = |annotation: &str| Typed { annotation: annotation.to_owned(), value: data.to_owned() };
        if let Some(path) = schema["$ref"].as_str() {
            return self.named(path.rsplit('/').next().unwrap_or(path), data);
        }
        if let Some([inner, null]) = schema["anyOf"].as_array().map(Vec::as_slice)
            && null["type"] == "null"
        {
            let Typed { annotation, value } = self.of(inner, data)?;
            let value = if value == data { value } else { format!("None if {data} is None else {value}") };
            return Ok(Typed { annotation: format!("{annotation} | None"), value });
        }
        if let Some(names) = schema["enum"].as_array() {
            let names: Vec<_> = names.iter().map(Value::to_string).collect();
            return Ok(plain(&format!("Literal[{}]", names.join(", "))));
        }
        if let Some(kind) = schema["const"].as_str() {
            return Ok(plain(&format!("Literal[{kind:?}]")));
        }
        let (kind, nullable) = match &schema["type"] {
            Value::Array(kinds) => match kinds.as_slice() {
                [Value::String(kind), null] if null == "null" => (kind.as_str(), true),
                _ => return Err(format!("a type that is not known: {schema}")),
            },
            kind => (kind.as_str().unwrap_or_default(), false),
        };
        let Typed { annotation, value } = match kind {
            "string" => plain("str"),
            "integer" => plain("int"),
            // A whole number is an int, which is a float to a checker of types.
            "number" => plain("float"),
            "boolean" => plain("bool"),
            "array" if schema["maxItems"] == 2 => {
                Typed { annotation: "tuple[int, int]".to_owned(), value: format!("({data}[0], {data}[1])") }
            }
            "array" => {
                // A list in a list needs another name.
                let it = if schema["items"]["type"] == "array" { "row" } else { "it" };
                let item = self.of(&schema["items"], it)?;
                let value = match item.value.as_str() {
                    value if value == it => format!("tuple({data})"),
                    value => format!("tuple({value} for {it} in {data})"),
                };
                Typed { annotation: format!("tuple[{}, ...]", item.annotation), value }
            }
            _ => return Err(format!("a type that is not known: {schema}")),
        };
        Ok(match nullable {
            false => Typed { annotation, value },
            true if value == data => Typed { annotation: format!("{annotation} | None"), value },
            true => Typed {
                annotation: format!("{annotation} | None"),
                value: format!("None if {data} is None else {value}"),
            },
        })
    }

    /// A type of `$defs`.
    fn named(&self, name: &str, data: &str) -> Result<Typed, String> {
        let definition = self.definitions.get(name).ok_or_else(|| format!("nothing is named {name}"))?;
        if definition["type"] == "number" {
            return self.of(definition, data);
        }
        let value = if name == "Span" {
            format!("Span({data}[0], {data}[1])")
        } else if definition["enum"].is_array() {
            data.to_owned()
        } else if definition["oneOf"].is_array() {
            format!("_{}({data}, self._bulletin)", name.to_lowercase())
        } else {
            format!("{name}({data}, self._bulletin)")
        };
        Ok(Typed { annotation: name.to_owned(), value })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn typed(schema: Value) -> (String, String) {
        let definitions = json!({
            "Span": {"type": "array"}, "Join": {"enum": ["wrap"]}, "Block": {"oneOf": []}, "Text": {"type": "object"},
            "Number": {"type": "number"},
        });
        let types = Types { definitions: definitions.as_object().unwrap() };
        let Typed { annotation, value } = types.of(&schema, "data").unwrap();
        (annotation, value)
    }

    #[test]
    fn every_shape_of_the_schema_has_a_type_and_a_value() {
        let text = json!({"$ref": "#/$defs/Text"});
        let maybe = json!({"anyOf": [text, {"type": "null"}]});
        for (schema, annotation, value) in [
            (json!({"type": "string"}), "str", "data"),
            (json!({"type": ["integer", "null"]}), "int | None", "data"),
            (json!({"$ref": "#/$defs/Number"}), "float", "data"),
            (json!({"enum": ["a", "b"]}), "Literal[\"a\", \"b\"]", "data"),
            (json!({"const": "table", "type": "string"}), "Literal[\"table\"]", "data"),
            (json!({"$ref": "#/$defs/Join"}), "Join", "data"),
            (json!({"$ref": "#/$defs/Span"}), "Span", "Span(data[0], data[1])"),
            (json!({"$ref": "#/$defs/Block"}), "Block", "_block(data, self._bulletin)"),
            (maybe.clone(), "Text | None", "None if data is None else Text(data, self._bulletin)"),
            (
                json!({"type": "array", "items": {"type": "array", "items": maybe}}),
                "tuple[tuple[Text | None, ...], ...]",
                "tuple(tuple(None if it is None else Text(it, self._bulletin) for it in row) for row in data)",
            ),
            (
                json!({"type": ["array", "null"], "items": {"type": "integer"}, "maxItems": 2}),
                "tuple[int, int] | None",
                "None if data is None else (data[0], data[1])",
            ),
        ] {
            assert_eq!(typed(schema), (annotation.to_owned(), value.to_owned()));
        }
    }

    #[test]
    fn a_shape_that_is_not_known_is_an_error() {
        let definitions = Map::new();
        assert!(Types { definitions: &definitions }.of(&json!({"type": "object"}), "data").is_err());
        assert!(Types { definitions: &definitions }.of(&json!({"$ref": "#/$defs/Fact"}), "data").is_err());
    }
}
