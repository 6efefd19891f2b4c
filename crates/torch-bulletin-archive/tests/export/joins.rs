//! The keys that the documentation promises join.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use torch_bulletin_archive::{Export, TableFormat};

use crate::folder::Folder;
use crate::sample::issue;

fn rows(folder: &Folder, table: &str) -> Vec<Value> {
    folder.lines("out", table).iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn source_article_and_block_join_all_tables() {
    let folder = Folder::with(60);
    // The same issue twice: its key is the same, its source is not.
    folder.write("in/copy.txt", issue(3));
    folder.run(&Export::new().with_numbers(true), "out", TableFormat::Ndjson);
    let issues = rows(&folder, "issues");
    let by_source: BTreeMap<_, _> = issues.iter().map(|it| (it["source"].as_str().unwrap(), it)).collect();
    assert_eq!(by_source.len(), issues.len(), "a source is unique");
    let keys: BTreeSet<_> = issues.iter().map(|it| it["issue"].as_str().unwrap()).collect();
    assert!(keys.len() < issues.len());

    let articles: BTreeSet<_> = rows(&folder, "articles").iter().map(article).collect();
    let blocks: BTreeSet<_> =
        rows(&folder, "blocks").iter().map(|it| (article(it), it["block"].as_u64().unwrap())).collect();
    for (source, issue) in &by_source {
        let of_it = articles.iter().filter(|(it, _)| it == source).count() as u64;
        assert_eq!(issue["articles"], of_it, "{source}");
        let of_it = blocks.iter().filter(|((it, _), _)| it == source).count() as u64;
        assert_eq!(issue["blocks"], of_it, "{source}");
    }
    for table in ["articles", "blocks", "attributions", "diagnostics", "facts"] {
        let rows = rows(&folder, table);
        assert!(!rows.is_empty(), "{table}");
        for row in rows {
            let issue = by_source[row["source"].as_str().unwrap()];
            assert_eq!(row["issue"], issue["issue"]);
            if table == "attributions" {
                assert!(articles.contains(&article(&row)));
            }
            if row.get("block").is_some_and(Value::is_u64) {
                assert!(blocks.contains(&(article(&row), row["block"].as_u64().unwrap())));
            }
        }
    }
}

fn article(row: &Value) -> (String, u64) {
    (row["source"].as_str().unwrap().to_owned(), row["article"].as_u64().unwrap_or(u64::MAX))
}

#[test]
fn places_lead_into_the_text_of_their_source() {
    let folder = Folder::with(10);
    folder.run(&Export::new(), "out", TableFormat::Ndjson);
    let mut checked = 0;
    for fact in rows(&folder, "facts") {
        let source = fact["source"].as_str().unwrap();
        let Ok(text) = std::fs::read_to_string(source) else { continue };
        let (start, end) = (fact["start"].as_u64().unwrap() as usize, fact["end"].as_u64().unwrap() as usize);
        assert_eq!(&text[start..end], fact["text"].as_str().unwrap());
        checked += 1;
    }
    assert!(checked > 20, "{checked}");
}

#[test]
fn the_issues_of_a_volume_have_their_own_sources_and_share_a_file() {
    let folder = Folder::with(0);
    let volume = folder.write("in/volume.txt", [issue(0), issue(1), issue(0)].concat());
    folder.run(&Export::new(), "out", TableFormat::Ndjson);
    let issues = rows(&folder, "issues");
    let file = volume.display().to_string();
    let sources: Vec<_> = issues.iter().map(|it| it["source"].as_str().unwrap().replace(&file, "")).collect();
    assert_eq!(sources, ["#2000-1", "#2000-2", "#2000-1-copy2"]);
    assert!(issues.iter().all(|it| it["file"] == file.as_str()));
}

#[test]
fn a_file_that_is_called_as_an_issue_of_a_volume_has_another_source() {
    let folder = Folder::with(0);
    folder.write("in/v.txt", [issue(0), issue(1)].concat());
    folder.write("in/v.txt#2000-1", issue(0));
    folder.write("in/v.txt#2000-1#whole", issue(3));
    folder.write("in/a#b.txt", issue(4));
    let lines: String = ["v.txt#2000-1", "plain"]
        .map(|id| format!("{}\n", serde_json::json!({"id": id, "text": issue(2)})))
        .concat();
    folder.write("in/z.jsonl", lines);
    folder.run(&Export::new(), "out", TableFormat::Ndjson);
    let issues = rows(&folder, "issues");
    let prefix = folder.path("in/").display().to_string();
    let told = |key: &str| -> Vec<_> {
        issues.iter().map(|it| it[key].as_str().unwrap().replace(&prefix, "")).collect()
    };
    assert_eq!(
        told("source"),
        [
            "a#b.txt",
            "v.txt#2000-1",
            "v.txt#2000-2",
            "v.txt#2000-1#whole",
            "v.txt#2000-1#whole#whole",
            "z.jsonl!/v.txt#2000-1#whole",
            "z.jsonl!/plain"
        ]
    );
    // The column `file` has the names as they are, and so has the catalogue.
    assert_eq!(told("file")[3], "v.txt#2000-1");
    let facts = rows(&folder, "facts");
    let sources: BTreeSet<_> = issues.iter().map(|it| it["source"].as_str().unwrap()).collect();
    assert!(facts.iter().all(|it| sources.contains(it["source"].as_str().unwrap())));
}
