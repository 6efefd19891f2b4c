//! The catalogue of a made archive: with planted gaps, copies, a misprint and wrong dates, each is found and nothing else.

use torch_bulletin_archive::{Catalogue, Finding, IssueCard, ParseOptions};

/// What one made issue prints.
#[derive(Clone)]
struct Made {
    year: u16,
    number: u16,
    whole: u16,
    date: String,
    section: &'static str,
}

/// Twelve issues a year from 2001 on, the whole numbers counting up from 1.
fn sound(years: u16) -> Vec<Made> {
    let issue = |index: u16| {
        let (year, number) = (2001 + index / 12, index % 12 + 1);
        let section = if year < 2003 { "园区动态" } else { "园 区建设" };
        Made { year, number, whole: index + 1, date: format!("{year}年{number}月28日"), section }
    };
    (0..12 * years).map(issue).collect()
}

fn text(made: &Made) -> String {
    let Made { year, number, whole, date, section } = made;
    format!(
        "火炬动态\n{year}年第{number}期(总第{whole}期)\n{date}\n目录\n【{section}】\n{whole}号园区开园\n【{section}】\n\
         {whole}号园区开园\n{whole}号园区今天开园,第{number}批企业入驻。\n(供稿:{whole}号园区)\n"
    )
}

fn catalogue(texts: &[(String, String)]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for (name, text) in texts {
        let cards = IssueCard::all(name, text.as_bytes(), &ParseOptions::default());
        catalogue.extend(cards.unwrap());
    }
    catalogue
}

fn named(made: &[Made]) -> Vec<(String, String)> {
    made.iter().map(|it| (format!("{}-{:02}.txt", it.year, it.number), text(it))).collect()
}

fn said(catalogue: &Catalogue) -> Vec<String> {
    catalogue.findings().iter().map(|it| catalogue.say(it)).collect()
}

#[test]
fn a_whole_archive_has_no_findings_and_its_sections_follow_each_other() {
    let catalogue = catalogue(&named(&sound(4)));
    assert_eq!(said(&catalogue), [""; 0]);
    let called = |index: usize| catalogue.issues()[index].issue.clone().unwrap();
    let sections: Vec<_> = catalogue
        .sections()
        .iter()
        .map(|it| (it.name.clone(), called(it.first), called(it.last), it.issues, it.articles))
        .collect();
    let expected = [
        ("园区动态".to_owned(), "2001-1".to_owned(), "2002-12".to_owned(), 24, 24),
        ("园 区建设".to_owned(), "2003-1".to_owned(), "2004-12".to_owned(), 24, 24),
    ];
    assert_eq!(sections, expected);
}

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    let mut made = sound(4);
    made[20].date = "2002年5月28日".to_owned();
    made[30].whole = 29;
    // Numbers 3 and 4 of 2002 are lost, and the first two of 2004; the archive began with the second of 2001.
    let lost = [0, 14, 15, 36, 37];
    let kept: Vec<_> = (0..made.len()).filter(|at| !lost.contains(at)).map(|at| made[at].clone()).collect();
    let mut texts = named(&kept);
    // The same print in other line ends and indents; and a worse copy, which lost its article.
    let again = text(&made[5]).replace('\n', "\r\n\u{3000}");
    texts.push(("copies/2001-06.txt".to_owned(), again));
    let worse = text(&made[40]).replace("41号园区今天开园,第5批企业入驻。\n(供稿:41号园区)\n", "");
    texts.insert(3, ("copies/2004-05.txt".to_owned(), worse));
    texts.push(("loose.txt".to_owned(), "没有期号的一页。".to_owned()));

    let catalogue = catalogue(&texts);
    let said = said(&catalogue);
    let expected = [
        "whole numbers 15–16 are missing",
        "whole number 31 is missing",
        "whole numbers 37–38 are missing",
        "2002: numbers 3–4 are missing",
        "2004: numbers 1–2 are missing",
        "whole number 29 is printed by 2 issues: 2003-5 (2003-05.txt), 2003-7 (2003-07.txt)",
        "2001-6 is held 2 times with the same text: 2001-06.txt, copies/2001-06.txt",
    ];
    assert_eq!(said[..expected.len()], expected);
    let [copies, date, step, loose] = &said[expected.len()..] else { panic!("{said:#?}") };
    assert!(
        copies.starts_with("2004-5 is held 2 times: copies/2004-05.txt, 2004-05.txt; 2004-05.txt is best: "),
        "{copies}"
    );
    assert_eq!(date, "2002-9 is dated 2002-05-28, before 2002-8 of 2002-08-28 (2002-09.txt, 2002-08.txt)");
    let out =
        "2003-7 follows 2003-6 by number and prints whole number 29, expected 31 (2003-07.txt, 2003-06.txt)";
    assert_eq!(step, out);
    assert_eq!(loose, "loose.txt says neither its number nor its whole number");
}

#[test]
fn joint_issues_supplements_and_volumes_are_counted_as_what_they_are() {
    let issue = |line: &str, name: &str| {
        format!("火炬动态\n{line}\n目录\n{name}园区开园\n{name}园区开园\n今天开园。\n(供稿:{name}园区)\n")
    };
    let volume = [
        issue("2008年第1-2期(总第401-402期) 2008年2月28日", "甲"),
        issue("2008年第3期(总第403期) 2008年3月31日", "乙"),
    ]
    .concat();
    let texts = [
        ("volume.txt".to_owned(), volume),
        ("extra.txt".to_owned(), issue("2008年增刊第1期 2008年1月15日", "丙")),
    ];
    let catalogue = catalogue(&texts);
    let sources: Vec<_> = catalogue.issues().iter().map(|it| it.source.as_str()).collect();
    assert_eq!(sources, ["volume.txt#2008-1-2", "volume.txt#2008-3", "extra.txt"]);
    assert_eq!(said(&catalogue), [""; 0]);
}

#[cfg(feature = "containers")]
#[test]
fn cards_and_findings_are_kept_as_lines_of_json() {
    let first = catalogue(&named(&sound(1)));
    let lines: Vec<_> = first.issues().iter().map(|card| serde_json::to_string(card).unwrap()).collect();
    let mut again = Catalogue::default();
    again.extend(lines.iter().map(|line| serde_json::from_str::<IssueCard>(line).unwrap()));
    assert_eq!(again.issues(), first.issues());
    let finding = Finding::DateOrder { before: 1, issue: 2 };
    let json = serde_json::to_string(&finding).unwrap();
    assert_eq!(json, r#"{"finding":"date-order","before":1,"issue":2}"#);
    assert_eq!(serde_json::from_str::<Finding>(&json).unwrap(), finding);
}

/// The findings about steps, of issues of one year by their numbers.
fn out_of_step(lines: &[&str]) -> Vec<String> {
    let texts: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            (format!("{at}"), format!("火炬动态\n{line}\n一个标题{at}\n没有新闻。\n(供稿:某市)\n"))
        })
        .collect();
    let catalogue = catalogue(&texts);
    let found = catalogue.findings().into_iter().filter(|it| matches!(it, Finding::OutOfStep { .. }));
    found.map(|it| catalogue.say(&it)).collect()
}

#[test]
fn whole_numbers_that_are_out_of_step_with_numbers_are_told() {
    let lone = ["2021年第8期(总第513期)", "2021年第9期(总第523期)", "2021年第10期(总第515期)"];
    assert_eq!(
        out_of_step(&lone),
        ["2021-9 follows 2021-8 by number and prints whole number 523, expected 514 (1, 0)"]
    );
    // Another series begins, and goes on.
    let jump = ["2021年第8期(总第513期)", "2021年第9期(总第523期)", "2021年第10期(总第524期)"];
    assert_eq!(out_of_step(&jump).len(), 1);
    let back = ["2021年第8期(总第513期)", "2021年第9期(总第51期)", "2021年第10期(总第52期)"];
    assert_eq!(out_of_step(&back).len(), 1);
}

#[test]
fn joint_issues_supplements_and_gaps_are_in_step() {
    for lines in [
        &["2021年第1-2期(总第501-502期)", "2021年第3期(总第503期)"][..],
        &["2021年第1-2期(总第501期)", "2021年第3期(总第502期)"],
        &["2021年第1-2期(总第501期)", "2021年第3期(总第503期)"],
        &["2021年第1期(总第501期)", "2021年第2-3期(总第503期)", "2021年第4期(总第504期)"],
        &["2021年第1期(总第501期)", "2021年增刊第1期(总第502期)", "2021年第2期(总第503期)"],
        &["2021年第1期(总第501期)", "2021年第4期(总第504期)"],
        &["2021年第12期(总第501期)", "2022年第1期(总第504期)"],
        &["2021年第1期(总第501期)", "2021年第2期", "2021年第3期(总第503期)"],
        &["2021年第1期(总第501期)", "2021年第1期(总第501期)", "2021年第2期(总第502期)"],
    ] {
        assert_eq!(out_of_step(lines), [""; 0], "{lines:?}");
    }
}

#[test]
fn an_issue_that_prints_no_issue_line_has_no_kind() {
    let unknown = [("a".to_owned(), "没有新闻。".to_owned())];
    let rows = catalogue(&unknown);
    assert_eq!(rows.issues()[0].kind, None);
}

#[test]
fn a_day_that_no_calendar_has_dates_no_issue() {
    let dated = |day: &str| {
        let text =
            format!("火炬动态\n2019年第3期(总第402期)\n2019年{day}\n一个标题\n没有新闻。\n(供稿:某市)\n");
        catalogue(&[("a".to_owned(), text)]).issues()[0].clone()
    };
    for day in ["2月30日", "2月29日", "4月31日", "13月1日"] {
        let card = dated(day);
        assert_eq!(
            (card.date, card.issue.as_deref(), card.year),
            (None, Some("2019-3"), Some(2019)),
            "{day}"
        );
    }
    assert_eq!(dated("2月28日").date.as_deref(), Some("2019-02-28"));
}

#[cfg(feature = "tables")]
#[test]
fn what_an_issue_does_not_print_is_null_in_its_line() {
    let lines = catalogue(&[("a".to_owned(), "没有新闻。".to_owned())]).to_ndjson();
    let row: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    for key in ["kind", "issue", "number", "whole_number", "date", "year", "newsletter"] {
        assert_eq!(row.get(key), Some(&serde_json::Value::Null), "{key}");
    }
}

#[test]
fn newsletters_that_are_mixed_are_each_held_against_itself() {
    let named = |name: &str, number: u16, whole: u16| {
        let made =
            Made { year: 2019, number, whole, date: format!("2019年{number}月28日"), section: "要闻" };
        (format!("{name}-{number}.txt"), text(&made).replacen("火炬动态", name, 1))
    };
    let mut texts = vec![
        named("园区通讯", 1, 31),
        named("火炬动态", 1, 401),
        named("火炬动态", 2, 402),
        named("园 区 通 讯", 4, 34),
        named("火炬动态", 3, 403),
    ];
    // A copy that lost its name is one of the newsletter with most issues.
    texts.push((
        "nameless.txt".to_owned(),
        text(&Made {
            year: 2019, number: 2, whole: 402, date: "2019年2月28日".to_owned(), section: "要闻"
        })
        .replacen("火炬动态\n", "", 1),
    ));
    let catalogue = catalogue(&texts);
    assert_eq!(catalogue.newsletters(), [(Some("园区通讯"), 2), (Some("火炬动态"), 3)]);
    assert_eq!(
        said(&catalogue)[..2],
        ["园区通讯: whole numbers 32–33 are missing", "园区通讯: 2019: numbers 2–3 are missing"]
    );
    assert!(said(&catalogue)[2].starts_with("2019-2 is held 2 times: 火炬动态-2.txt, nameless.txt"));
    assert_eq!(said(&catalogue).len(), 3);
    assert_eq!(catalogue.counted(), [true, true, true, true, true, false]);
    let sections: Vec<_> = catalogue.sections().iter().map(|it| (it.first, it.last, it.issues)).collect();
    assert_eq!(sections, [(0, 3, 2), (1, 4, 3)]);
}
