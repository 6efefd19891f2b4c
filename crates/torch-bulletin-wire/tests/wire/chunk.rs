//! Chunks: their JSON keeps to the schema, reads back equal, and has its places in every unit.

use serde_json::{Value, json};
use torch_bulletin::render::{ChunkOptions, chunks};
use torch_bulletin_wire::{Chunk, OffsetUnit, Offsets, chunks_to_ndjson, schema};

use crate::sample;

#[test]
fn every_chunk_keeps_to_the_schema_and_reads_back_equal() {
    let mut root = schema();
    root["$ref"] = json!("#/$defs/Chunk");
    for key in ["type", "properties", "required", "additionalProperties"] {
        root.as_object_mut().unwrap().remove(key);
    }
    let validator = jsonschema::draft202012::new(&root).unwrap();
    let bulletin = sample::bulletin();
    for max_chars in [5, 500] {
        let cut = chunks(sample::SOURCE, &bulletin, &ChunkOptions::default().with_max_chars(max_chars));
        for name in [None, sample::INFO.name] {
            let written = Chunk::all(sample::SOURCE, &cut, OffsetUnit::Utf16, name);
            let lines = chunks_to_ndjson(&written);
            assert_eq!(lines.lines().count(), cut.len());
            for (line, chunk) in lines.lines().zip(&written) {
                assert_eq!(&serde_json::from_str::<Chunk<'_>>(line).unwrap(), chunk);
                let value: Value = serde_json::from_str(line).unwrap();
                let errors: Vec<_> = validator.iter_errors(&value).map(|it| it.to_string()).collect();
                assert!(errors.is_empty(), "{errors:?} {line}");
                let keys: Vec<_> = value.as_object().unwrap().keys().collect();
                let expected =
                    ["text", "spans", "issue", "article", "blocks", "title_path", "chars", "source"];
                assert_eq!(keys.len(), expected.len());
                assert!(expected.iter().all(|key| value.get(key).is_some()), "{line}");
            }
        }
    }
}

#[test]
fn places_are_in_the_unit_asked_for() {
    let bulletin = sample::bulletin();
    let cut = chunks(sample::SOURCE, &bulletin, &ChunkOptions::default().with_max_chars(20));
    for &unit in OffsetUnit::ALL {
        let offsets = Offsets::new(sample::SOURCE, unit);
        let written = Chunk::all(sample::SOURCE, &cut, unit, None);
        for (chunk, wire) in cut.iter().zip(&written) {
            assert_eq!(chunk.chars, wire.text.chars().count());
            for (span, place) in chunk.spans.iter().zip(&wire.spans) {
                let bytes = offsets.byte_at(place.start())..offsets.byte_at(place.end());
                assert_eq!((span.start(), span.end()), (bytes.start, bytes.end), "{unit}");
            }
        }
    }
}
