//! Lines of JSON, and standard input.

use std::io;

use torch_bulletin_archive::{Limits, Walk};

use crate::build::{gzip, relative, tar, zip};
use crate::folder::Folder;
use crate::{all, names};

const LINES: &str = "\u{FEFF}{\"id\": \"2022-12\", \"text\": \"火炬\\n动态\", \"year\": 2022}\r\n\
                     \n\
                     {\"text\": \"no id\"}\n\
                     {\"id\": 7, \"text\": \"a number\"}\n\
                     not json\n\
                     {\"id\": \"2022-12\", \"text\": \"again\"}\n\
                     {\"id\": \"x\"}\n\
                     {\"text\": \"the last line has no end\"}";

const FOUND: [&str; 7] = [
    "a.jsonl!/2022-12",
    "a.jsonl!/3",
    "a.jsonl!/7",
    "unreadable: a.jsonl!/5",
    "a.jsonl!/2022-12~2",
    "unreadable: a.jsonl!/7~2",
    "a.jsonl!/8",
];

#[test]
fn lines_of_json_are_texts_named_by_their_ids() {
    let folder = Folder::new();
    let path = folder.write("a.jsonl", LINES);
    let found = all(Walk::new([path.clone()]));
    assert_eq!(found[0].1.as_deref(), Ok("火炬\n动态"));
    assert_eq!(found[6].1.as_deref(), Ok("the last line has no end"));
    assert_eq!(relative(&folder, names(Walk::new([path]))), FOUND);
    let error =
        |line| Walk::new([folder.path("a.jsonl")]).nth(line).unwrap().bytes().unwrap_err().to_string();
    assert!(error(3).contains("line 5") && error(5).contains("missing field `text`"), "{}", error(5));
    let packed = folder.write("a.jsonl.gz", gzip(LINES.as_bytes()));
    let expected = FOUND.map(|name| name.replace("a.jsonl", "a.jsonl.gz"));
    assert_eq!(relative(&folder, names(Walk::new([packed]))), expected);
}

#[test]
fn a_line_over_the_limit_costs_itself_only() {
    let limits = Limits::default().with_input(64);
    let long = |length| format!("{{\"id\": \"{length}\", \"text\": \"{}\"}}\n", "x".repeat(length));
    let folder = Folder::new();
    let path = folder.write("a.jsonl", [long(64), long(65), long(3 << 20), long(1)].concat());
    assert_eq!(
        relative(&folder, names(Walk::new([path]).with_limits(limits))),
        ["a.jsonl!/64", "too-large: a.jsonl!/65", "too-large: a.jsonl!/3", "a.jsonl!/1"]
    );
}

#[test]
fn a_long_line_is_read_as_a_short_one() {
    let text = "火炬动态\t\u{20BB7}\"\n".repeat(90_000);
    let line = |ascii: bool| {
        let json = serde_json::json!({"more": ["x", {"y": [1, 2.5]}], "text": text, "id": "v"}).to_string();
        let escape = |c: char| {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>()
        };
        match ascii {
            true => json.chars().map(|c| if c.is_ascii() { c.to_string() } else { escape(c) }).collect(),
            false => json,
        }
    };
    let folder = Folder::new();
    let bad = line(false).replace("\"text\"", "\"txt\"");
    let lines =
        format!("\u{FEFF}{}\r\n{}\n{bad}\n{{\"text\": \"a\"}}\n{}", line(false), line(true), line(false));
    let path = folder.write("a.jsonl", lines);
    let found = all(Walk::new([path]));
    for whole in [0, 1, 4] {
        assert!(found[whole].1.as_deref() == Ok(&text), "{whole}");
    }
    let told: Vec<_> = found.iter().map(|(name, _)| name.rsplit('/').next().unwrap()).collect();
    assert_eq!(told, ["v", "v~2", "3", "4", "v~3"]);
    assert!(found[2].1.is_err());
}

#[test]
fn standard_input_holds_whatever_a_file_may_hold() {
    let walk = |bytes: Vec<u8>| Walk::new(["-"]).with_stdin(io::Cursor::new(bytes));
    let members: &[(&str, &[u8])] = &[("a.txt", b"a"), ("b.txt", b"b")];
    for (bytes, expected) in [
        (b"text".to_vec(), vec!["<stdin>"]),
        (zip(members), vec!["<stdin>!/a.txt", "<stdin>!/b.txt"]),
        (gzip(&tar(members)), vec!["<stdin>!/a.txt", "<stdin>!/b.txt"]),
        (LINES.as_bytes()[..30].to_vec(), vec!["unreadable: <stdin>!/1"]),
        (b" \n{\"text\": \"a\"}\n".to_vec(), vec!["<stdin>!/2"]),
        (b"%PDF-1.7".to_vec(), vec!["other-kind: <stdin>"]),
        (Vec::new(), vec!["empty: <stdin>"]),
    ] {
        assert_eq!(names(walk(bytes)), expected);
    }
}

#[test]
fn a_stream_without_an_end_is_refused() {
    let zeros = Walk::new(["-"]).with_stdin(io::repeat(0));
    assert_eq!(names(zeros), ["binary: <stdin>"]);
    let limits = Limits::default().with_input(1 << 20);
    let text = Walk::new(["-"]).with_stdin(io::repeat(b'x')).with_limits(limits);
    assert_eq!(names(text), ["too-large: <stdin>"]);
}

#[test]
fn names_that_many_records_share_are_numbered_on() {
    let folder = Folder::new();
    let path = folder.write("a.jsonl", "{\"id\": 7, \"text\": \"a\"}\n".repeat(20_000));
    let found = relative(&folder, names(Walk::new([path])));
    assert_eq!((found.len(), found.last().unwrap().as_str()), (20_000, "a.jsonl!/7~20000"));
}

#[test]
fn records_that_share_a_line_are_all_read() {
    let folder = Folder::new();
    // Two files put together, of which the first did not end its last line; and what is no record behind one.
    let lines = "{\"id\": 1, \"text\": \"a\"}{\"id\": 2, \"text\": \"b\"}\n{\"text\": \"c\"} {\"text\": \"d\"}\n{\"text\": \"e\"}x\n  ";
    let path = folder.write("a.jsonl", lines);
    let found = all(Walk::new([path]));
    let texts: Vec<_> = found.iter().map(|(_, text)| text.as_deref().unwrap_or("-")).collect();
    assert_eq!(texts, ["a", "b", "c", "d", "e", "-"]);
    let found = relative(&folder, found.into_iter().map(|(name, _)| name).collect());
    assert_eq!(found, ["1", "2", "2~2", "2~3", "3", "3~2"].map(|id| format!("a.jsonl!/{id}")));
}
