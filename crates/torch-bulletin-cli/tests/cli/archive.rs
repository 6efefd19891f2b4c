//! `archive`: containers in, tables out.

use std::fs;

use serde_json::Value;

use crate::run::{Folder, ISSUE};

fn archive() -> Folder {
    let folder = Folder::with(&["in/2019/3.txt", "in/2019/4.txt"]);
    folder.write("in/2020.jsonl", format!("{{\"id\": \"1\", \"text\": {}}}\n", Value::from(ISSUE)));
    folder
}

fn manifest(folder: &Folder) -> Value {
    serde_json::from_str(&folder.read("out/archive.json")).unwrap()
}

#[test]
fn a_folder_becomes_tables_and_says_so() {
    let folder = archive();
    let run = folder.run(&["archive", "in", "-o", "out", "--format", "ndjson"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""));
    let said = "3 inputs: 3 issues, 3 articles, 3 blocks, 3 attributions, 0 diagnostics, ";
    assert!(run.err.starts_with(said), "{}", run.err);
    let sources: Vec<String> = folder
        .read("out/articles/part-00000.ndjson")
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["source"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(sources, ["in/2019/3.txt", "in/2019/4.txt", "in/2020.jsonl!/1"]);
    assert_eq!(
        (manifest(&folder)["complete"].clone(), manifest(&folder)["read"].clone()),
        (true.into(), 3.into())
    );

    let again = folder.run(&["archive", "in", "-o", "out", "--format", "ndjson"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("--resume"), "{}", again.err);
    let resumed = folder.run(&["archive", "in", "-o", "out", "--format", "ndjson", "--resume"]);
    assert_eq!(resumed.status, 0);
    assert!(resumed.err.contains("3 kept from before"), "{}", resumed.err);
}

#[test]
fn parquet_is_what_is_written_where_nothing_is_said() {
    let folder = archive();
    assert_eq!(folder.run(&["archive", "in", "-o", "out", "--tables", "issues,articles"]).status, 0);
    for table in ["issues", "articles"] {
        let bytes = fs::read(folder.path(&format!("out/{table}/part-00000.parquet"))).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    }
    assert!(!folder.path("out/facts").exists());
}

#[test]
fn one_table_goes_to_a_file_or_to_standard_output() {
    let folder = archive();
    let out = folder.run(&["archive", "in", "--table", "articles", "-o", "-"]);
    assert_eq!((out.status, out.out.lines().count()), (0, 3));
    let csv = folder.run(&["archive", "in", "--table", "articles", "-o", "a.csv", "--bom"]);
    assert_eq!(csv.status, 0);
    assert!(folder.read("a.csv").starts_with("\u{FEFF}source,issue,date,article,"));
    folder.run(&["archive", "in", "--table", "issues", "-o", "a.parquet"]);
    assert!(fs::read(folder.path("a.parquet")).unwrap().starts_with(b"PAR1"));
    let piped =
        folder.pipe(ISSUE.as_bytes(), &["archive", "-", "--table", "issues", "-o", "-", "--format", "csv"]);
    assert!(piped.out.contains("<stdin>,2019-3,<stdin>,2019,"), "{}", piped.out);
    // The output in the folder of the inputs is no input.
    for _ in 0..2 {
        let inside = folder.run(&["archive", "in", "--table", "issues", "-o", "in/a.ndjson"]);
        assert!(inside.err.starts_with("3 inputs"), "{}", inside.err);
    }
}

#[test]
fn an_output_that_is_an_input_is_refused_and_stays_what_it_is() {
    let folder = archive();
    let lines = format!("{}\n", serde_json::json!({"id": "3", "text": ISSUE}));
    folder.write("in/some.jsonl", &lines);
    folder.write("in/4.txt", ISSUE);
    for (input, output) in [("in/some.jsonl", "in/some.jsonl"), ("in", "in/4.txt"), ("in/*.txt", "in/4.txt")]
    {
        let before = folder.read(output);
        let run = folder.run(&["archive", input, "--table", "issues", "-o", output, "--format", "csv"]);
        assert_eq!(run.status, 2, "{input}: {}", run.err);
        assert!(run.err.contains(output) && run.err.contains("among the inputs"), "{}", run.err);
        assert_eq!(folder.read(output), before, "{input}");
    }
}

#[test]
fn a_command_line_that_cannot_be_meant_is_explained() {
    let folder = archive();
    for (args, said) in [
        (&["archive", "in", "-o", "-"][..], "--table"),
        (&["archive", "in", "--table", "facts", "-o", "in"], "is a folder"),
        (&["archive", "-", "-", "-o", "out"], "only once"),
        (&["archive", "-", "-o", "out", "--resume"], "cannot be resumed"),
        (&["archive", "in", "-o", "in"], "other files"),
        (&["archive", "in", "-o", "out", "--max-size", "many"], "K, M or G"),
        (&["archive", "in", "-o", "out", "--table", "figures"], "attributions"),
        (&["archive", "in", "-o", "in/2019/3.txt"], "--table NAME"),
        (&["archive", "in", "-o", "out.csv", "--format", "csv"], "--table NAME"),
        (&["archive", "in", "-o", "out", "--bom"], "this is parquet"),
        (&["archive", "in", "--table", "issues", "-o", "a.ndjson", "--bom"], "this is ndjson"),
        (&["archive", "in", "-o", "out", "--threads", "0"], "1 to 1024"),
        (&["archive", "in", "-o", "out", "--threads", "100000"], "1 to 1024"),
        (&["archive", "in", "-o", "out", "--part-size", "0"], "1 or more, with K"),
        (&["archive", "in", "-o", "out", "--max-size", "0"], "1 or more, with K"),
        (&["archive", "in", "-o", "out", "--max-size", "8G"], "at most 4294967295"),
        (&["archive", "in", "-o", "out", "--max-unpacked", "0"], "1 or more, with K"),
        (&["archive", "in", "-o", "out", "--max-ratio", "0"], "1 or more"),
    ] {
        let run = folder.run(args);
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
    }
    assert!(!folder.path("out").exists() && !folder.path("out.csv").exists());
    assert_eq!(folder.read("in/2019/3.txt"), ISSUE);
}

#[test]
fn a_part_that_was_damaged_is_named_and_written_anew() {
    let folder = archive();
    let args = ["archive", "in", "-o", "out", "--format", "ndjson"];
    folder.run(&args);
    let whole = folder.read("out/articles/part-00000.ndjson");
    folder.write("out/articles/part-00000.ndjson", &whole[..10]);
    let resumed = folder.run(&[&args[..], &["--resume"]].concat());
    assert_eq!(resumed.status, 0);
    assert!(
        resumed.err.contains("out/articles/part-00000.ndjson: found damage since it was written"),
        "{}",
        resumed.err
    );
    assert_eq!(folder.read("out/articles/part-00000.ndjson"), whole);
}

#[test]
fn limits_can_be_set() {
    let folder = archive();
    let run = folder.run(&["archive", "in", "-o", "out", "--max-size", "100"]);
    assert_eq!(run.status, 3);
    assert_eq!(run.err.matches("more than 100 bytes").count(), 3, "{}", run.err);
    assert_eq!(manifest(&folder)["refused"], 3);
}
