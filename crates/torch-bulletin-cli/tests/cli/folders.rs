//! `parse -o`: files and folders of output, their names, and what is never overwritten.

use std::fs;

use crate::run::{Folder, ISSUE};

#[test]
fn a_folder_takes_one_file_for_each_input() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    for (format, ending) in [
        ("json", "json"),
        ("ndjson", "ndjson"),
        ("markdown", "md"),
        ("html", "html"),
        ("tei", "xml"),
        ("text", "txt"),
        ("chunks", "chunks.ndjson"),
    ] {
        let output = format!("out/{format}/");
        assert_eq!(folder.run(&["parse", "a.txt", "b.txt", "--to", format, "-o", &output]).good(), "");
        for name in ["a", "b"] {
            assert!(folder.path(&format!("out/{format}/{name}.{ending}")).is_file());
        }
    }
}

#[test]
fn a_missing_folder_is_made_for_several_inputs() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    folder.run(&["parse", "a.txt", "b.txt", "-o", "new"]).good();
    assert!(folder.read("new/a.json").contains("\"a.txt\""));
}

#[test]
fn one_file_takes_one_document_or_many_lines() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    folder.run(&["parse", "a.txt", "-o", "a.json"]).good();
    assert_eq!(folder.read("a.json"), folder.run(&["parse", "a.txt"]).good());
    folder.run(&["parse", "a.txt", "b.txt", "-o", "all.ndjson"]).good();
    assert_eq!(folder.read("all.ndjson"), folder.run(&["parse", "a.txt", "b.txt"]).good());
    let run = folder.run(&["parse", "a.txt", "b.txt", "-o", "a.json"]);
    assert_eq!(run.status, 2, "{}", run.err);
}

/// Three issues in one file: two of 2019, and a joint one.
fn volume() -> String {
    let issue = |line: &str| {
        format!("火炬动态\n{line}\n一个标题\n今天没有新闻,明天也没有。\n(供稿:某某高新区)\n\u{C}")
    };
    ["2019年第3期 2019年3月31日", "2019年第4期 2019年4月30日", "2020年第1-2期 2020年2月28日"]
        .map(issue)
        .concat()
}

#[test]
fn a_volume_gives_a_document_for_each_issue() {
    let folder = Folder::with(&["a.txt"]);
    folder.write("volume.txt", volume());
    let lines = folder.run(&["parse", "volume.txt"]).good();
    assert_eq!(lines.lines().count(), 3);
    assert!(lines.lines().nth(2).unwrap().contains("volume.txt#2020-1-2"), "{lines}");
    folder.run(&["parse", "volume.txt", "-o", "out/"]).good();
    for name in ["2019-3", "2019-4", "2020-1-2"] {
        assert!(folder.read(&format!("out/{name}.json")).contains("一个标题"));
    }
    folder.run(&["parse", "a.txt", "volume.txt", "--to", "chunks", "-o", "both/"]).good();
    assert!(folder.path("both/volume-2019-4.chunks.ndjson").is_file());
    let run = folder.run(&["parse", "volume.txt", "--to", "html"]);
    assert_eq!((run.status, run.out.as_str()), (3, ""), "{}", run.err);
    assert!(run.err.contains("found 3 issues"), "{}", run.err);
}

#[test]
fn an_issue_of_a_volume_overwrites_no_other_output() {
    let folder = Folder::with(&["a-2019-4.txt"]);
    folder.write("a.txt", volume());
    let run = folder.run(&["parse", "a.txt", "a-2019-4.txt", "-o", "out"]);
    assert_eq!(run.status, 3, "{}", run.err);
    assert!(run.err.contains("written already"), "{}", run.err);
    assert!(folder.read("out/a-2019-4.json").contains("a.txt#2019-4"));
}

#[test]
fn equal_names_are_told_apart_by_their_folders() {
    let folder = Folder::with(&["2019/in.txt", "2020/in.txt", "c.txt"]);
    folder.run(&["parse", "2019/in.txt", "2020/in.txt", "c.txt", "-o", "out"]).good();
    let mut names: Vec<_> = fs::read_dir(folder.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["2019-in.json", "2020-in.json", "c.json"]);
    assert!(folder.read("out/2020-in.json").contains("2020/in.txt"));
}

#[test]
fn inputs_that_cannot_be_told_apart_are_refused_before_work() {
    let folder = Folder::with(&["a.txt", "a.md"]);
    let run = folder.run(&["parse", "a.txt", "a.md", "-o", "out"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("a.txt and a.md would both be written to a.json"), "{}", run.err);
    assert!(!folder.path("out").exists());
}

#[test]
fn no_input_is_overwritten() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    for args in [
        &["parse", "a.txt", "-o", "a.txt"][..],
        &["parse", "a.txt", "-o", "./a.txt"],
        &["parse", "a.txt", "b.txt", "--to", "text", "-o", "."],
    ] {
        let run = folder.run(args);
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.err.contains("is one of the inputs"), "{}", run.err);
        assert_eq!(folder.read("a.txt"), ISSUE);
    }
}

#[test]
fn a_refused_input_leaves_the_old_output_alone() {
    let folder = Folder::new();
    folder.write("empty.txt", "");
    folder.write("out.json", "old");
    assert_eq!(folder.run(&["parse", "empty.txt", "-o", "out.json"]).status, 3);
    assert_eq!(folder.read("out.json"), "old");
}

#[test]
fn one_output_that_fails_does_not_stop_the_others() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    fs::create_dir_all(folder.path("out/a.json")).unwrap();
    let run = folder.run(&["parse", "a.txt", "b.txt", "-o", "out"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("could not write out/a.json"), "{}", run.err);
    assert!(folder.path("out/b.json").is_file());
}

#[test]
fn a_name_that_asks_for_no_known_format_is_refused() {
    let folder = Folder::with(&["in/a.txt"]);
    for (args, known) in [
        (&["parse", "in/a.txt", "-o", "a.docx"][..], ".json, .ndjson"),
        (&["facts", "in/a.txt", "-o", "a.xlsx"], ".ndjson, .jsonl, .csv or .json"),
        (&["search", "in", "新闻", "-o", "a.xlsx"], ".txt, .ndjson, .jsonl or .csv"),
        (&["catalogue", "in", "-o", "a.xlsx"], ".txt, .ndjson, .jsonl or .csv"),
        (&["archive", "in", "--table", "issues", "-o", "a.xlsx"], ".parquet, .pq, .arrow"),
        (&["archive", "in", "--table", "issues", "-o", "a.csv.gz"], ".parquet, .pq, .arrow"),
    ] {
        let run = folder.run(args);
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.err.contains("found the ending .") && run.err.contains(known), "{}", run.err);
    }
    let run = folder.run(&["archive", "in", "-o", "a.xlsx"]);
    assert!(
        run.status == 2 && run.err.contains("found the name of a file, expected a folder"),
        "{}",
        run.err
    );
    assert_eq!(std::fs::read_dir(folder.path("")).unwrap().count(), 1);
}

#[test]
fn the_name_of_the_output_says_the_format() {
    let folder = Folder::with(&["in/a.txt"]);
    for (args, head) in [
        (&["facts", "in/a.txt"][..], "kind,"),
        (&["search", "in", "新闻"], "source,"),
        (&["catalogue", "in"], "row,source,"),
        (&["archive", "in", "--table", "issues"], "source,"),
    ] {
        for name in ["o.csv", "o.CSV"] {
            assert_eq!(folder.run(&[args, &["-o", name]].concat()).status, 0, "{args:?}");
            let text = folder.read(name);
            assert!(text.contains(head) && !text.starts_with('{'), "{args:?}: {text}");
        }
        for name in ["o.jsonl", "o.ndjson"] {
            assert_eq!(folder.run(&[args, &["-o", name]].concat()).status, 0, "{args:?}");
            let text = folder.read(name);
            assert!(text.is_empty() || text.starts_with('{'), "{args:?}: {text}");
        }
    }
    folder.run(&["archive", "in", "--table", "issues", "-o", "o.parquet"]);
    assert!(std::fs::read(folder.path("o.parquet")).unwrap().starts_with(b"PAR1"));
    folder.run(&["archive", "in", "--table", "issues", "-o", "o.arrow"]);
    assert!(std::fs::read(folder.path("o.arrow")).unwrap().starts_with(b"ARROW1"));
}

#[test]
fn a_pattern_that_the_shell_left_is_matched() {
    let folder = Folder::with(&["in/2.txt", "in/1.txt", "in/more/3.txt", "[4].txt"]);
    for (pattern, found) in [("in/*.txt", 2), ("in/**/*.txt", 3), ("[4].txt", 1)] {
        for command in ["parse", "facts", "check"] {
            assert_eq!(folder.run(&[command, pattern]).status, 0, "{command} {pattern}");
        }
        let lines = folder.run(&["parse", pattern, "--to", "ndjson"]).good();
        assert_eq!(lines.lines().count(), found, "{pattern}");
    }
    let lines = folder.run(&["parse", "in/*.txt"]).good();
    assert!(lines.find("in/1.txt").unwrap() < lines.find("in/2.txt").unwrap(), "{lines}");
    folder.run(&["parse", "in/*.txt", "-o", "out"]).good();
    assert!(folder.path("out/1.json").is_file() && folder.path("out/2.json").is_file());
    let run = folder.run(&["parse", "in/*.md", "in/1.txt", "--to", "ndjson"]);
    assert_eq!((run.status, run.out.lines().count()), (3, 1));
    assert!(
        run.err.starts_with("error: in/*.md: found nothing that matches, expected at least one file"),
        "{}",
        run.err
    );
}
