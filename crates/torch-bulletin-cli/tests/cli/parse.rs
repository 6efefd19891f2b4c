//! `parse`: formats, options, several inputs.

use serde_json::Value;

use crate::run::{Folder, ISSUE};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn json_is_indented_and_says_where_it_came_from() {
    let folder = Folder::with(&["三月.txt"]);
    let out = folder.run(&["parse", "三月.txt"]).good();
    assert!(out.starts_with("{\n  \"schema\": 1,") && out.ends_with("\n}\n"));
    let source = &json(&out)["source"];
    assert_eq!(source["name"], "三月.txt");
    assert_eq!(source["bytes"], ISSUE.len());
    assert_eq!(source["encoding"], "utf-8");
    assert_eq!(source["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(source["text"], Value::Null);
    assert_eq!(out, folder.run(&["parse", "三月.txt", "--to", "json"]).good());
}

#[test]
fn several_files_are_one_document_a_line() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    let out = folder.run(&["parse", "a.txt", "b.txt"]).good();
    let names: Vec<_> = out.lines().map(|line| json(line)["source"]["name"].clone()).collect();
    assert_eq!(names, ["a.txt", "b.txt"]);
    assert_eq!(out, folder.run(&["parse", "a.txt", "b.txt", "--to", "ndjson"]).good());
}

#[test]
fn several_files_are_no_one_json_document() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    let run = folder.run(&["parse", "a.txt", "b.txt", "--to", "json"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("--to ndjson") && run.err.contains("-o DIR"), "{}", run.err);
}

#[test]
fn offsets_and_source_text_are_as_asked() {
    let folder = Folder::with(&["a.txt"]);
    for unit in ["utf8", "codepoint", "utf16"] {
        let document = json(&folder.run(&["parse", "a.txt", "--offsets", unit, "--source-text"]).good());
        assert_eq!(document["offsets"], unit);
        assert_eq!(document["source"]["text"], ISSUE);
    }
}

#[test]
fn cleaned_forms_stand_beside_what_they_differ_from() {
    let folder = Folder::with(&["a.txt"]);
    folder.write("a.txt", ISSUE.replace("一个标题", "⼀个标题"));
    let title = |args: &[&str]| json(&folder.run(args).good())["sections"][0]["articles"][0]["title"].clone();
    let printed = title(&["parse", "a.txt"]);
    assert_eq!((printed["text"].as_str(), printed.get("normalized")), (Some("⼀个标题"), None));
    let cleaned = title(&["parse", "a.txt", "--normalized"]);
    assert_eq!(
        (cleaned["text"].as_str(), cleaned["normalized"].as_str()),
        (Some("⼀个标题"), Some("一个标题"))
    );
}

#[test]
fn chunks_are_one_a_line_with_places_in_the_unit_asked_for() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    let args = ["parse", "a.txt", "b.txt", "--to", "chunks", "--max-chars", "7", "--offsets", "codepoint"];
    let out = folder.run(&args).good();
    let chunks: Vec<_> = out.lines().map(json).collect();
    assert_eq!(chunks.len(), 4, "{out}");
    assert_eq!(chunks[0]["text"], "今天没有新闻,");
    assert_eq!(chunks[1]["title_path"], serde_json::json!(["火炬动态", "一个标题"]));
    assert_eq!((&chunks[1]["source"], &chunks[2]["source"]), (&"a.txt".into(), &"b.txt".into()));
    let characters: Vec<char> = ISSUE.chars().collect();
    for chunk in &chunks {
        let [start, end] = [0, 1].map(|at| chunk["spans"][0][at].as_u64().unwrap() as usize);
        assert_eq!(chunk["text"], characters[start..end].iter().collect::<String>());
    }
}

#[test]
fn a_page_and_an_edition_are_whole_documents() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    assert!(folder.run(&["parse", "a.txt", "--to", "html"]).good().starts_with("<!DOCTYPE html>\n"));
    assert!(folder.run(&["parse", "a.txt", "--to", "tei"]).good().ends_with("</TEI>\n"));
    for format in ["html", "tei"] {
        let run = folder.run(&["parse", "a.txt", "b.txt", "--to", format]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{format}");
    }
}

#[test]
fn standard_input_has_no_name() {
    let folder = Folder::new();
    let document = json(&folder.pipe(ISSUE.as_bytes(), &["parse", "-", "--source-text"]).good());
    assert_eq!(document["source"]["name"], Value::Null);
    assert_eq!(document["source"]["text"], ISSUE);
}

#[test]
fn other_encodings_are_named() {
    let folder = Folder::new();
    let wide: Vec<u8> = format!("\u{FEFF}{ISSUE}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let document = json(&folder.pipe(&wide, &["parse", "-", "--source-text"]).good());
    assert_eq!(document["source"]["encoding"], "utf-16le");
    assert_eq!(document["source"]["text"], format!("\u{FEFF}{ISSUE}"));
}

#[test]
fn findings_count_only_where_asked() {
    let folder = Folder::new();
    folder.write("bad.txt", [ISSUE.as_bytes(), b"\xFF\n"].concat());
    assert_eq!(folder.run(&["parse", "bad.txt"]).status, 0);
    assert_eq!(folder.run(&["parse", "bad.txt", "--joins", "none"]).status, 0);
    let run = folder.run(&["parse", "bad.txt", "--fail-on", "warning"]);
    assert_eq!(run.status, 1);
    let codes: Vec<_> = json(&run.out)["diagnostics"].as_array().unwrap().clone();
    assert!(codes.iter().any(|it| it["code"] == "invalid-bytes"));
    assert!(run.err.contains("bad.txt: found ") && run.err.contains("torch-bulletin check"), "{}", run.err);
}

#[test]
fn the_same_input_gives_the_same_output() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    let args = ["parse", "a.txt", "b.txt", "--source-text"];
    assert_eq!(folder.run(&args).good(), folder.run(&args).good());
}

#[test]
fn lines_that_a_format_leaves_out_are_said() {
    let folder = Folder::new();
    folder.write("stray.txt", ISSUE.replace("2019年第3期", "一句没有位置的话\n2019年第3期"));
    let text = folder.run(&["parse", "stray.txt", "--to", "text"]);
    assert_eq!(text.status, 0);
    assert!(!text.out.contains("没有位置"));
    assert!(
        text.err.starts_with("warning: stray.txt: 1 line without a place in the issue is not "),
        "{}",
        text.err
    );
    for format in ["markdown", "html", "tei", "json"] {
        let run = folder.run(&["parse", "stray.txt", "--to", format]);
        assert!(run.out.contains("一句没有位置的话") && run.err.is_empty(), "{format}: {}", run.err);
    }
}
