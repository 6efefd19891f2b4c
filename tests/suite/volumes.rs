//! Bound volumes: the issues of the corpus one after another, told apart again and read as if each were alone.

use std::cell::Cell;

use torch_bulletin::{ParseOptions, issues, parse, parse_while};
use torch_bulletin_tests::{corpus, invariants, structure};

#[test]
fn the_issues_of_a_volume_are_told_apart() {
    let cases = corpus::issues();
    for between in ["\n", "\n\n\n", "\n\u{C}", "\r\n— 20 —\r\n\u{C}"] {
        let volume: String = cases.iter().flat_map(|case| [&case.input, between]).collect();
        let spans = issues(&volume);
        assert_eq!(spans.first().map(|span| span.start()), Some(0));
        assert_eq!(spans.last().map(|span| span.end() as usize), Some(volume.len()));
        assert!(spans.windows(2).all(|pair| pair[0].end() == pair[1].start()));
        assert_eq!(spans.len(), cases.len(), "{between:?}");
        for (case, span) in cases.iter().zip(spans) {
            let part = &volume[span.range()];
            let (alone, within) = (parse(&case.input), parse(part));
            let alone = structure::found(alone.source(), alone.bulletin());
            let found = structure::found(within.source(), within.bulletin());
            let differences = structure::differences(&alone, &found);
            assert!(differences.is_empty(), "{} {between:?}: {}", case.name, differences.join("\n"));
        }
        invariants::check_parse(&volume).unwrap();
    }
}

#[test]
fn a_masthead_of_odd_characters_begins_an_issue_as_any_other_does() {
    let issue = |name: &str, number: u32| {
        format!("{name}\n2019年第{number}期 2019年3月31日\n一个标题\n今天没有新闻。\n")
    };
    for name in ["⽕炬动态", "火\u{200B}炬动态", "\u{200B}火炬动态", "火 炬 动 态"] {
        let (first, second) = (issue("⽕炬动态", 3), issue(name, 4));
        let volume = format!("{first}{second}");
        let parts: Vec<_> = issues(&volume).into_iter().map(|span| &volume[span.range()]).collect();
        assert_eq!(parts, [&first, &second], "{name:?}");
    }
}

#[test]
fn a_running_head_over_a_masthead_is_of_its_issue() {
    let issue = |head: &str, number: u32| {
        let masthead = format!("火炬动态\n2019年第{number}期（总第{}期）\n2019年3月31日", 400 + number);
        format!(
            "{head}\n\n{masthead}\n一个标题\n今天没有新闻。\n（供稿：某某高新区）\n责任编辑：赵一\n- 1 -\n"
        )
    };
    for head in ["2019年第N期 火炬动态", "火炬动态  2019年第N期"] {
        let issues_of: Vec<_> =
            [3, 4, 5].into_iter().map(|it| issue(&head.replace('N', &it.to_string()), it)).collect();
        let volume = issues_of.join("\u{C}");
        let parts: Vec<_> = issues(&volume).into_iter().map(|span| &volume[span.range()]).collect();
        assert_eq!(parts.len(), 3, "{head}");
        for (part, alone) in parts.into_iter().zip(&issues_of) {
            assert_eq!(part.trim_end_matches('\u{C}'), alone, "{head}");
            let bulletin = parse(part);
            let furniture: Vec<_> = bulletin.bulletin().furniture.iter().map(|it| it.kind.as_str()).collect();
            assert_eq!(furniture, ["running-head", "page-number"], "{head}");
            assert!(bulletin.bulletin().unparsed.is_empty(), "{head}");
        }
    }
}

#[test]
fn a_text_without_a_second_masthead_is_one_issue() {
    for text in ["", "今天没有新闻。", "火炬动态\n2019年第3期 2019年3月31日\n火炬动态很好。\n"]
    {
        assert_eq!(issues(text).len(), 1, "{text}");
    }
}

/// A parse of millions of lines ends at the question that is answered with no, wherever in it that is asked.
#[test]
fn a_long_parse_is_called_off_from_within() {
    let cases = corpus::issues();
    let issue = |case: &corpus::Case| case.input.replace('\u{FEFF}', "").replace("火炬动态", "火炬消息");
    let one: String = cases.iter().map(issue).collect();
    let long = one.repeat(20_000 / one.lines().count());
    // One of odd characters is rewritten first.
    for text in [long.clone(), format!("⽕\u{200B}{long}")] {
        let ask = |no_at: usize| {
            let asked = Cell::new(0);
            let keep_going = || {
                asked.set(asked.get() + 1);
                asked.get() != no_at
            };
            (parse_while(&text, &ParseOptions::default(), &keep_going).is_some(), asked.get())
        };
        let (done, all) = ask(usize::MAX);
        assert!(done && all > text.lines().count() / 4096 * 3, "asked {all} times");
        for no_at in 1..=all {
            assert_eq!(ask(no_at), (false, no_at), "of {all}");
        }
    }
}
