//! `check`: findings on their lines, the summary, the exit status.

use serde_json::Value;

use crate::run::{Folder, ISSUE};

/// An issue with two bytes in its fourth line that are no UTF-8.
fn damaged() -> Vec<u8> {
    let at = ISSUE.find("新闻").unwrap();
    [&ISSUE.as_bytes()[..at], b"\xFF\xFE", &ISSUE.as_bytes()[at..]].concat()
}

#[test]
fn a_finding_is_shown_on_its_line() {
    let folder = Folder::new();
    folder.write("bad.txt", damaged());
    let run = folder.run(&["check", "bad.txt"]);
    let at = ISSUE.find("新闻").unwrap();
    let expected = format!(
        "\
warning[invalid-bytes]: found 2 bytes from byte {at} of the file that are no utf-8
 --> bad.txt:4:5
  |
4 | 今天没有\u{FFFD}\u{FFFD}新闻,明天也没有。
  |         ^^
  |
  = help: read as U+FFFD; if the file is in another encoding, convert it, for example with `iconv -f \
         GB18030 -t UTF-8`
"
    );
    assert!(run.out.contains(&expected), "{}", run.out);
    let summary = run.out.lines().last().unwrap();
    assert!(summary.starts_with("checked 1 file: ") && summary.contains("1 warning"), "{summary}");
    assert!(!run.out.contains('\u{1B}'));
}

#[test]
fn the_exit_status_follows_fail_on() {
    let folder = Folder::new();
    folder.write("bad.txt", damaged());
    assert_eq!(folder.run(&["check", "bad.txt"]).status, 0);
    assert_eq!(folder.run(&["check", "bad.txt", "--fail-on", "error"]).status, 0);
    assert_eq!(folder.run(&["check", "bad.txt", "--fail-on", "warning"]).status, 1);
    assert_eq!(folder.run(&["check", "bad.txt", "--fail-on", "note"]).status, 1);
    assert_eq!(folder.run(&["check", "bad.txt", "absent.txt", "--fail-on", "note"]).status, 3);
}

#[test]
fn ndjson_has_places_for_programs_and_for_people() {
    let folder = Folder::new();
    folder.write("bad.txt", damaged());
    let out = folder.run(&["check", "bad.txt", "--format", "ndjson"]).good();
    let findings: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let finding = findings.iter().find(|it| it["code"] == "invalid-bytes").unwrap();
    let at = ISSUE.find("新闻").unwrap();
    assert_eq!(finding["file"], "bad.txt");
    assert_eq!(finding["severity"], "warning");
    assert_eq!(finding["span"], serde_json::json!([at, at + 6]));
    assert_eq!((finding["line"].as_u64(), finding["column"].as_u64()), (Some(4), Some(5)));
}

#[test]
fn a_refused_file_is_counted_and_the_rest_go_on() {
    let folder = Folder::new();
    folder.write("bad.txt", damaged());
    folder.write("empty.txt", "");
    let run = folder.run(&["check", "empty.txt", "bad.txt"]);
    assert_eq!(run.status, 3);
    assert!(run.err.starts_with("error: empty.txt: found zero bytes"), "{}", run.err);
    assert!(run.out.contains("bad.txt:4:5") && run.out.ends_with("; refused 1 file\n"), "{}", run.out);
}

#[test]
fn a_paragraph_on_one_long_line_does_not_flood_the_terminal() {
    let folder = Folder::new();
    let long = "今天没有新闻。".repeat(200_000);
    folder.write("long.txt", [long.as_bytes(), b"\xFF", long.as_bytes()].concat());
    let run = folder.run(&["check", "long.txt"]);
    assert!(run.out.contains("long.txt:1:1400001"), "{}", &run.out[..200]);
    assert!(run.out.len() < 4_000, "{}", run.out.len());
}

#[test]
fn bytes_that_are_no_text_are_told_once_in_a_volume_too() {
    let folder = Folder::new();
    let volume = format!("{ISSUE}{}", ISSUE.replace("第3期(总第402期)", "第4期(总第403期)"));
    let (before, after) = volume.split_at(volume.rfind("明天").unwrap());
    folder.write("volume.txt", [before.as_bytes(), b"\xFF", after.as_bytes()].concat());
    let out = folder.run(&["check", "volume.txt", "--format", "ndjson"]).good();
    let findings: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let codes: Vec<_> = findings.iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"invalid-bytes") && !codes.contains(&"unmapped-characters"), "{codes:?}");
}

#[test]
fn every_issue_of_a_volume_is_checked_on_its_place_in_the_file() {
    let folder = Folder::new();
    let second = ISSUE.replace("第3期(总第402期)", "第4期(总第403期)").replace("明天也没有。", "明天也没有");
    folder.write("volume.txt", format!("{ISSUE}{second}"));
    let out = folder.run(&["check", "volume.txt", "--format", "ndjson"]).good();
    let findings: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(
        findings.iter().all(|it| it["code"] != "several-issues" && it["code"] != "unparsed-text"),
        "{out}"
    );
    let finding = findings.iter().find(|it| it["code"] == "paragraph-without-closing-mark").unwrap();
    assert_eq!(finding["line"], 9);
    folder.write("alone.txt", &second);
    let alone = folder.run(&["check", "alone.txt", "--format", "ndjson"]).good();
    assert_eq!(alone.lines().count(), findings.len());
}
