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
2 issues, 2019, whole numbers 402–405; 1 more copy

4 findings
  whole numbers 403–404 are missing
  2019: numbers 4–5 are missing
  2019-3 is held 2 times with the same text: ./3.txt, ./more/3.txt
  2019-6 is dated 2019-02-28, before 2019-3 of 2019-03-31 (./6.txt, ./3.txt)

1 section
  要闻        2019-3 – 2019-6           2 issues      2 articles
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
    assert_eq!(
        of("issue").iter().map(|it| it["copy"].as_bool().unwrap()).collect::<Vec<_>>(),
        [false, false, true]
    );
    assert_eq!(of("issue")[0]["whole_number"], serde_json::json!([402, 402]));
    let order = of("finding").into_iter().find(|it| it["finding"] == "date-order").unwrap();
    assert_eq!((order["before"].as_str(), order["issue"].as_str()), (Some("./3.txt"), Some("./6.txt")));
    assert_eq!(of("section")[0]["first"], "./3.txt");
}

#[test]
fn a_table_has_a_row_for_each_issue_finding_and_section() {
    let folder = folder();
    folder.write("=evil.txt", folder.read("3.txt").replace("第3期(总第402期)", "第7-8期(总第406期)"));
    let csv = folder.run(&["catalogue", "=evil.txt", "3.txt", "6.txt", "more", "--to", "csv"]).good();
    let rows: Vec<_> = csv.split_terminator("\r\n").collect();
    assert!(
        rows[0].starts_with(
            "row,source,issue,year,number,number_last,whole_number,whole_number_last,kind,date,"
        )
    );
    assert!(
        rows[1].starts_with("issue,'=evil.txt,2019-7-8,2019,7,8,406,406,regular,2019-03-31,"),
        "{}",
        rows[1]
    );
    let columns = rows[0].split(',').count();
    assert!(rows.iter().all(|row| row.contains('"') || row.split(',').count() == columns), "{csv}");
    assert!(
        csv.contains("whole numbers 403–404 are missing,403,404,,\r\n")
            && csv.contains("finding,3.txt、more/3.txt,"),
        "{csv}"
    );
    assert!(rows.last().unwrap().starts_with("section,,,,,,,,,,要闻,3,3,"), "{csv}");
}

#[test]
fn what_is_shown_does_not_depend_on_threads() {
    let folder = folder();
    for number in 0..60 {
        folder.write(&format!("many/{number:02}.txt"), crate::run::ISSUE.replace("402", &number.to_string()));
    }
    folder.write("many/30.txt", b"\0\0");
    for to in ["human", "ndjson", "csv"] {
        let run = |threads| folder.run(&["catalogue", ".", "--to", to, "--threads", threads]);
        let one = run("1");
        assert_eq!(one.status, 3);
        for threads in ["2", "8"] {
            let other = run(threads);
            assert_eq!((&other.out, &other.err), (&one.out, &one.err), "{threads} threads, {to}");
        }
    }
}

#[test]
fn what_goes_over_a_limit_is_named_and_the_others_go_on() {
    let folder = folder();
    folder.write("long.txt", "火炬动态".repeat(200));
    let shown = folder.run(&["catalogue", "3.txt", "long.txt", "--max-size", "1K"]);
    assert_eq!(shown.status, 3);
    assert!(shown.err.contains("long.txt: found more than 1024 bytes"), "{}", shown.err);
    assert!(shown.out.starts_with("1 issue, 2019"), "{}", shown.out);
}

#[test]
fn numbers_and_nouns_agree_and_newsletters_are_told_apart() {
    let folder = folder();
    let shown = folder.run(&["catalogue", "3.txt"]).good();
    assert!(shown.starts_with("1 issue, 2019, whole number 402\n\n0 findings\n\n1 section\n"), "{shown}");
    assert!(shown.ends_with("  2019-3 – 2019-3           1 issue       1 article\n"), "{shown}");
    folder.write("other.txt", folder.read("3.txt").replace("火炬动态", "园区通讯"));
    let shown = folder.run(&["catalogue", "3.txt", "other.txt"]).good();
    assert!(shown.starts_with("2 issues of 2 newsletters (火炬动态: 1, 园区通讯: 1), 2019, "), "{shown}");
    assert!(shown.contains("\n0 findings\n"), "{shown}");
}
