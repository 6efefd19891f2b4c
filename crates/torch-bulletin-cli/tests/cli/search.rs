//! `search`: words in context, counts, formats, what is a path and what a word.

use serde_json::Value;

use crate::run::Folder;

/// Two issues of our own; in the second a page end cuts a word.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write(
        "2019/03.txt",
        "火炬动态\n2019年第3期 2019年3月31日\n甲园区开园\n甲园区举办⽕ 炬会议,Ｒ＆Ｄ投入增加。\n(供稿:甲园区)\n",
    );
    folder.write(
        "2021/01.txt",
        "火炬动态\n2021年第1期 2021年1月31日\n目录\n乙园区开园\n乙园区开园\n\u{3000}\u{3000}乙园区今天开园，火\n\
         \u{3000}\u{3000}— 1 —\n\u{3000}\u{3000}炬计划在这里实施。\n\u{3000}\u{3000}会议没有召开。\n(供稿:乙园区)\n",
    );
    folder
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn words_are_shown_in_context_under_their_article() {
    let folder = folder();
    let shown = folder.run(&["search", "2019", "2021", "火炬"]).good();
    let expected = "\
2019-3  2019-03-31  甲园区开园  (甲园区)
  2019/03.txt:4:6                                        甲园区举办⽕ 炬会议,Ｒ＆Ｄ投入增加。

2021-1  2021-01-31  乙园区开园  (乙园区)
  2021/01.txt:6:11                                  乙园区今天开园，火炬计划在这里实施。

found 2 hits in 2 articles of 2 issues; searched 2 files
";
    assert_eq!(shown, expected);
}

#[test]
fn all_words_stand_in_one_paragraph_unless_any_will_do() {
    let folder = folder();
    let hits = |args: &[&str]| {
        let all: Vec<&str> = ["search", "."].iter().chain(args).chain(&["--to", "ndjson"]).copied().collect();
        lines(&folder.run(&all).good())
    };
    let texts =
        |hits: &[Value]| hits.iter().map(|it| it["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(texts(&hits(&["火炬", "会议"])), ["⽕ 炬", "会议"]);
    assert_eq!(texts(&hits(&["火炬", "会议", "--any"])), ["⽕ 炬", "会议", "火炬", "会议"]);
    let [hit] = &hits(&["r&d"])[..] else { panic!("one hit") };
    assert_eq!((hit["word"].as_str(), hit["text"].as_str()), (Some("r&d"), Some("Ｒ＆Ｄ")));
    assert_eq!((hit["line"].as_u64(), hit["column"].as_u64()), (Some(4), Some(12)));
    assert_eq!((hit["issue"].as_str(), hit["block"].as_u64()), (Some("2019-3"), Some(0)));
}

#[test]
fn places_slice_the_source_in_every_unit() {
    let folder = folder();
    let source: Vec<char> = folder.read("2021/01.txt").chars().collect();
    let hits = folder.run(&["search", "2021", "火炬", "--to", "ndjson", "--offsets", "codepoint"]).good();
    let spans = lines(&hits)[0]["spans"].clone();
    let slice = |span: &Value| {
        let at = |index: usize| span[index].as_u64().unwrap() as usize;
        source[at(0)..at(1)].iter().collect::<String>()
    };
    let pieces: Vec<_> = spans.as_array().unwrap().iter().map(slice).collect();
    assert_eq!(pieces, ["火", "炬"]);
}

#[test]
fn counts_and_tables_are_for_spreadsheets() {
    let folder = folder();
    let table = folder.run(&["search", ".", "园区", "--count-by", "year", "--to", "csv"]).good();
    assert_eq!(table, "year,hits,articles,issues\r\n2019,3,1,1\r\n2021,3,1,1\r\n");
    let counts = folder.run(&["search", ".", "开园", "--count-by", "contributor", "--to", "ndjson"]).good();
    assert_eq!(lines(&counts)[0]["contributor"], "乙园区");
    let shown = folder.run(&["search", ".", "园区", "--count-by", "section"]).good();
    assert!(shown.starts_with("section     hits articles   issues\n(none)"), "{shown}");
    folder.run(&["search", ".", "园区", "--to", "csv", "-o", "hits.csv"]).good();
    let written = folder.read("hits.csv");
    assert_eq!((written.lines().count(), written.starts_with("source,issue,year,")), (7, true));
    // The output is none of its own inputs.
    assert_eq!(folder.run(&["search", ".", "园区", "--to", "csv", "-o", "hits.csv"]).good(), "");
    assert_eq!(folder.read("hits.csv"), written);
}

#[test]
fn nothing_found_is_no_failure_and_a_bad_file_is_named() {
    let folder = folder();
    assert_eq!(folder.run(&["search", ".", "没有这个词", "--to", "ndjson"]).good(), "");
    let csv = folder.run(&["search", ".", "没有这个词", "--to", "csv"]).good();
    assert!(csv.starts_with("source,") && csv.lines().count() == 1);
    folder.write("bad.txt", b"\0\0\0");
    let run = folder.run(&["search", ".", "计划"]);
    assert_eq!(run.status, 3);
    assert!(run.err.contains("bad.txt: found binary data"), "{}", run.err);
    assert!(
        run.out.ends_with("found 1 hit in 1 article of 1 issue; searched 2 files; refused 1 file\n"),
        "{}",
        run.out
    );
}

#[test]
fn paths_and_words_are_told_apart_or_asked_for() {
    let folder = folder();
    for (args, told) in [
        (&["search", "nowhere.txt", "火炬"][..], "nowhere.txt: found no such file or folder"),
        (&["search", "2019", "2021"], "expected words"),
        (&["search", "2019", " "], "nothing but blanks"),
        (&["search", "-", "-", "火炬"], "only once"),
        (&["search"], "PATH"),
    ] {
        let run = folder.run(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(told), "{args:?}: {}", run.err);
    }
    let named = folder.run(&["search", "-e", "2019", "2019", "--to", "ndjson"]).good();
    assert_eq!(named, "");
    let piped = folder.pipe("火炬动态\n一个标题\n没有新闻。".as_bytes(), &["search", "-", "新闻"]).good();
    assert!(piped.contains("<stdin>:3:3"), "{piped}");
}

#[test]
fn each_issue_of_a_volume_is_found_on_its_line_of_the_file() {
    let folder = folder();
    let volume = folder.read("2019/03.txt") + &folder.read("2021/01.txt");
    folder.write("volume/all.txt", volume);
    let hits = lines(&folder.run(&["search", "volume", "火炬", "--to", "ndjson"]).good());
    let found: Vec<_> =
        hits.iter().map(|it| (it["source"].as_str().unwrap(), it["line"].as_u64().unwrap())).collect();
    assert_eq!(found, [("volume/all.txt#2019-3", 4), ("volume/all.txt#2021-1", 11)]);
}

#[test]
fn what_is_found_does_not_depend_on_threads() {
    let folder = folder();
    for number in 0..60 {
        folder.write(&format!("many/{number:02}.txt"), crate::run::ISSUE.replace("402", &number.to_string()));
    }
    folder.write("many/30.txt", b"\0\0");
    for more in [&["--to", "ndjson"][..], &["--to", "human"], &["--to", "csv"], &["--count-by", "year"]] {
        let run = |threads| folder.run(&[&["search", "many", "新闻", "--threads", threads], more].concat());
        let one = run("1");
        assert_eq!(one.status, 3);
        assert!(one.err.contains("many/30.txt: found binary") && one.out.len() > 10);
        for threads in ["2", "8"] {
            let other = run(threads);
            assert_eq!((&other.out, &other.err), (&one.out, &one.err), "{threads} threads, {more:?}");
        }
    }
}

#[test]
fn what_goes_over_a_limit_is_named_and_the_others_go_on() {
    let folder = folder();
    folder.write("2021/02.txt", "火炬动态".repeat(200));
    let shown = folder.run(&["search", "2019", "2021", "火炬", "--max-size", "1K"]);
    assert_eq!(shown.status, 3);
    assert!(shown.err.contains("2021/02.txt: found more than 1024 bytes"), "{}", shown.err);
    assert!(
        shown.out.ends_with("found 2 hits in 2 articles of 2 issues; searched 2 files; refused 1 file\n")
    );
}

#[test]
fn a_path_with_a_mistake_in_it_is_told() {
    let folder = folder();
    let run = folder.run(&["search", "2019", "20211/01.txt", "火炬", "--to", "ndjson"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""));
    assert!(
        run.err.contains("warning: 20211/01.txt: found no such file") && run.err.lines().count() == 1,
        "{}",
        run.err
    );
}

#[test]
fn an_issue_that_lies_among_the_inputs_is_not_written_over() {
    let folder = folder();
    let issue = folder.read("2019/03.txt");
    for inputs in ["2019", "2019/*.txt", "2019/03.txt"] {
        for command in [
            &["search", inputs, "火炬", "-o", "2019/03.txt"][..],
            &["catalogue", inputs, "-o", "2019/03.txt"],
        ] {
            let refused = folder.run(command);
            assert_eq!(refused.status, 2, "{command:?}");
            assert!(refused.err.contains("is one of the inputs"), "{command:?}: {}", refused.err);
            assert_eq!(folder.read("2019/03.txt"), issue);
        }
    }
    // A table of an earlier run is no issue.
    folder.run(&["catalogue", "2019", "--to", "csv", "-o", "2019/held.csv"]).good();
    folder.run(&["catalogue", "2019", "--to", "csv", "-o", "2019/held.csv"]).good();
}
