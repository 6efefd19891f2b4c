//! `--profile`: another newsletter needs a file, and no code; a bad file is told with its place.

use crate::run::{Folder, ISSUE};

const PROFILE: &str = r#"{
  "name": "潮头",
  "publishers": ["江州湾发展联合体"],
  "attribution_labels": ["采写"]
}"#;

/// A small issue of another newsletter, in words of our own.
const KINDRED: &str = "潮头\n江州湾发展联合体\n2019年第3期 2019年3月31日\n一个标题\n\
                       今天没有新闻,明天也没有。\n(采写:赵一鸣)\n";

#[test]
fn an_issue_of_another_newsletter_is_read_with_its_profile() {
    let folder = Folder::new();
    folder.write("issue.txt", KINDRED);
    folder.write("profile.json", PROFILE);
    let parsed =
        |args: &[&str]| -> serde_json::Value { serde_json::from_str(&folder.run(args).good()).unwrap() };
    let found = parsed(&["parse", "issue.txt", "--profile", "profile.json"]);
    assert_eq!(found["masthead"]["title"]["text"], "潮头");
    assert_eq!(found["masthead"]["publisher"]["text"], "江州湾发展联合体");
    assert_eq!(found["sections"][0]["articles"][0]["attributions"][0]["people"][0]["text"], "赵一鸣");
    let without = parsed(&["parse", "issue.txt"]);
    assert!(without["masthead"]["title"].is_null());

    let checked = folder.run(&["check", "issue.txt", "--profile", "profile.json"]);
    assert!(checked.out.contains("0 warnings, 0 notes"), "{}", checked.out);
    let facts = folder.run(&["facts", "issue.txt", "--profile", "profile.json"]);
    assert!(facts.good().contains("赵一鸣"));
}

#[test]
fn a_bad_profile_is_told_with_its_place() {
    for (profile, expected) in [
        (
            "{\n \"name\": \"潮\"\n}",
            "profile.json:2:14: in the profile: name: invalid value: string \"潮\", expected a name of two characters",
        ),
        (
            "{\"name\": \"潮头\",\n \"sections\": [\"要闻\", 3]}",
            "profile.json:2:25: in the profile: sections[1]: invalid type: integer `3`, expected a word",
        ),
        (
            "{\"name\": \"潮头\",\n\"publisher\": []}",
            "profile.json:2:11: in the profile: publisher: unknown field",
        ),
        ("{}", "profile.json:1:2: in the profile: missing field `name`"),
        (
            "{\"name\": \"潮头\", \"colophon_labels\": [{\"label\": \"电邮\", \"kind\": \"mail\"}]}",
            "in the profile: colophon_labels[0].kind: unknown name \"mail\"; expected one of address",
        ),
        ("潮头", "profile.json:1:1: in the profile: expected value"),
    ] {
        let folder = Folder::new();
        folder.write("issue.txt", ISSUE);
        folder.write("profile.json", profile);
        for command in ["parse", "facts", "check"] {
            let run = folder.run(&[command, "issue.txt", "--profile", "profile.json"]);
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{profile}");
            assert!(run.err.contains(expected), "{profile}: {}", run.err);
        }
    }
    let run = Folder::with(&["issue.txt"]).run(&["parse", "issue.txt", "--profile", "none.json"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("none.json: the profile cannot be read"), "{}", run.err);
}
