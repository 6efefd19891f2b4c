//! `facts`: issues and plain text, formats, numbers, offsets.

use serde_json::Value;

use crate::run::Folder;

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn facts_of_several_issues_are_one_line_each_and_name_their_file() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    let facts = lines(&folder.run(&["facts", "a.txt", "b.txt"]).good());
    for name in ["a.txt", "b.txt"] {
        let dates = facts.iter().filter(|it| it["source"] == name && it["rule"] == "masthead-date");
        assert_eq!(dates.count(), 1, "{name}");
    }
    assert!(facts.iter().all(|it| it["rule"].is_string() && it["spans"].is_array()));
}

#[test]
fn facts_of_a_bound_volume_are_those_of_all_its_issues() {
    let folder = Folder::with(&[]);
    let issue = |number: u32| {
        format!("火炬动态\n2019年第{number}期 2019年{number}月28日\n甲市举办活动\n新增企业{number}家。\n")
    };
    folder.write("volume.txt", format!("{}{}", issue(3), issue(4)).as_bytes());
    let facts = lines(&folder.run(&["facts", "volume.txt"]).good());
    for number in ["3", "4"] {
        let source = format!("volume.txt#2019-{number}");
        let of = |it: &&Value| it["source"] == source && it["kind"] == "quantity";
        let texts: Vec<_> = facts.iter().filter(of).map(|it| it["text"].as_str().unwrap()).collect();
        assert_eq!(texts, [format!("{number}家")]);
    }
    let list = folder.run(&["facts", "volume.txt", "--to", "json"]).good();
    assert_eq!(serde_json::from_str::<Vec<Value>>(&list).unwrap().len(), facts.len());
}

#[test]
fn plain_text_is_read_line_by_line_from_the_day_it_was_written() {
    let folder = Folder::with(&[]);
    folder.write("plain.txt", "园区新增企业12家。\n7月22日开班,共5门课程".as_bytes());
    let facts = lines(&folder.run(&["facts", "--plain", "--date", "2021-03-31", "plain.txt"]).good());
    let date = facts.iter().find(|it| it["kind"] == "date").unwrap();
    assert_eq!((date["value"].as_str(), date["block"].as_i64()), (Some("2020-07-22"), Some(1)));
    assert!(facts.iter().all(|it| it["article"].is_null()));

    let numbers =
        |args: &[&str]| lines(&folder.run(args).good()).iter().filter(|it| it["kind"] == "number").count();
    folder.write("number.txt", "三百五".as_bytes());
    assert_eq!(numbers(&["facts", "--plain", "--numbers", "number.txt"]), 1);
    assert_eq!(numbers(&["facts", "--plain", "number.txt"]), 0);
}

#[test]
fn csv_has_one_head_and_json_one_list() {
    let folder = Folder::with(&["a.txt", "b.txt"]);
    let table = folder.run(&["facts", "a.txt", "b.txt", "--to", "csv"]).good();
    assert_eq!(table.lines().filter(|line| line.starts_with("kind,")).count(), 1);
    let list: Value = serde_json::from_str(&folder.run(&["facts", "a.txt", "--to", "json"]).good()).unwrap();
    assert!(!list.as_array().unwrap().is_empty());
    let run = folder.run(&["facts", "a.txt", "b.txt", "--to", "json"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("--to ndjson"), "{}", run.err);
}

#[test]
fn a_cited_table_says_of_each_fact_where_it_is_printed() {
    let folder = Folder::with(&[]);
    let text = "火炬动态\n2019年第3期\n江州开园\n园区有12家企业。\n(供稿:江州高新区)\n";
    folder.write("a.txt", text.as_bytes());
    let table = folder.run(&["facts", "a.txt", "--to", "csv", "--cite", "--bom"]).good();
    let mut lines = table.lines();
    assert!(lines.next().unwrap().starts_with("\u{FEFF}kind,"));
    let row = lines.find(|line| line.starts_with("quantity,")).unwrap();
    assert!(
        row.ends_with(",江州开园,园区有12家企业。,,4,\"江州高新区. 江州开园[J]. 火炬动态, 2019(3).\""),
        "{row}"
    );
    let rows = self::lines(&folder.run(&["facts", "a.txt", "--cite"]).good());
    assert!(rows.iter().all(|it| it["kind"].is_string() && it["citation"]["line"].is_u64()));
    let list = folder.run(&["facts", "a.txt", "--cite", "--to", "json"]).good();
    assert_eq!(serde_json::from_str::<Vec<Value>>(&list).unwrap(), rows);
    assert_eq!(folder.run(&["facts", "a.txt", "--bom"]).status, 2);
}

#[test]
fn wrong_dates_and_missing_files_are_told() {
    let folder = Folder::with(&["a.txt"]);
    for date in ["2022-02-30", "22", "yesterday"] {
        let run = folder.run(&["facts", "--plain", "--date", date, "a.txt"]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains("YYYY-MM-DD"), "{}", run.err);
    }
    assert_eq!(folder.run(&["facts", "--date", "2022-01-01", "a.txt"]).status, 2);
    assert_eq!(folder.run(&["facts"]).status, 2);
    assert_eq!(folder.run(&["facts", "nothing.txt"]).status, 3);
}

#[test]
fn facts_are_marked_in_a_page_where_asked() {
    let folder = Folder::with(&["a.txt"]);
    let page = folder.run(&["parse", "a.txt", "--to", "html", "--facts"]).good();
    assert!(page.contains("<time datetime=\"") && page.contains(" data-kind=\"date\""), "{page}");
    assert!(!folder.run(&["parse", "a.txt", "--to", "html"]).good().contains("data-kind"));
    assert_eq!(folder.run(&["parse", "a.txt", "--facts"]).status, 2);
}
