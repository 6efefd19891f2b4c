//! `catalogue`: what is held, missing and held twice, for people and as lines of JSON.

use serde_json::Value;

use crate::run::Folder;

fn folder() -> Folder {
    let folder = Folder::new();
    for (name, line) in [
        ("3.txt", "2019年第3期(总第402期) 2019年3月31日"),
        ("6.txt", "2019年第6期(总第405期) 2019年2月28日"),
        ("more/3.txt", "2019年第3期(总第402期) 2019年3月31日"),
    ] {
        let body = "目录\n【要闻】\n一个标题\n【要闻】\n一个标题\n今天没有新闻。\n(供稿:某某高新区)\n";
        folder.write(name, format!("火炬动态\n{line}\n{body}"));
    }
    folder
}

#[test]
fn an_archive_is_shown_with_what_it_lacks() {
    let shown = folder().run(&["catalogue", "."]).good();
    let expected = "\
3 issues, 2019–2019, whole numbers 402–405

4 findings
  whole numbers 403–404 are missing
  2019: numbers 4–5 are missing
  2019-3 is held 2 times with the same text: ./3.txt, ./more/3.txt
  2019-6 is dated 2019-02-28, before 2019-3 of 2019-03-31 (./6.txt, ./3.txt)

1 section
  要闻        2019-3 – 2019-6           3 issues      3 articles
";
    assert_eq!(shown, expected);
}

#[test]
fn lines_of_json_name_inputs_and_a_bad_file_is_named() {
    let folder = folder();
    folder.write("bad.txt", b"\0\0");
    let run = folder.run(&["catalogue", ".", "--to", "ndjson"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("bad.txt: found binary data"), "{}", run.err);
    let rows: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |kind: &str| rows.iter().filter(|it| it["row"] == kind).cloned().collect::<Vec<_>>();
    assert_eq!((of("issue").len(), of("finding").len(), of("section").len()), (3, 4, 1));
    assert_eq!(of("issue")[0]["whole_number"], serde_json::json!([402, 402]));
    let order = of("finding").into_iter().find(|it| it["finding"] == "date-order").unwrap();
    assert_eq!((order["before"].as_str(), order["issue"].as_str()), (Some("./3.txt"), Some("./6.txt")));
    assert_eq!(of("section")[0]["first"], "./3.txt");
}
