//! Plain text reads back: what is parsed from it has the same titles and paragraphs, and all else.

use torch_bulletin::{Bulletin, ParseOptions, parse, parse_with, render};
use torch_bulletin_tests::{corpus, structure};

#[test]
fn every_issue_parses_from_its_text_to_the_same_structure() {
    let cases = corpus::newsletters().into_iter().chain(corpus::bad());
    let cases = cases.map(|case| (case.name.clone(), case.input.clone(), case.options()));
    let real = corpus::real_issue().map(|folder| corpus::real_texts(&folder)).unwrap_or_default();
    let real = real.into_iter().map(|(name, source)| (name, source, ParseOptions::default()));
    for (name, source, options) in cases.chain(real) {
        let parsed = parse_with(&source, &options);
        let text = render::text(&source, parsed.bulletin());
        let of = |source: &str, bulletin: &Bulletin| structure::found(source, bulletin);
        let differences = structure::differences(
            &of(&source, parsed.bulletin()),
            &of(&text, parse_with(&text, &options).bulletin()),
        );
        assert!(differences.is_empty(), "{name}:\n  {}", differences.join("\n  "));
    }
}

#[test]
fn text_of_text_is_the_same_text() {
    for issue in corpus::issues() {
        let text = render::text(&issue.input, parse(&issue.input).bulletin());
        assert_eq!(render::text(&text, parse(&text).bulletin()), text, "{}", issue.name);
    }
}

#[test]
fn every_part_of_the_masthead_is_kept() {
    let source = "内部资料\n火炬动态\n2019年第3期\n某某中心主办\n总第402期\n2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:甲市)\n";
    let parsed = parse(source);
    let text = render::text(source, parsed.bulletin());
    let again = parse(&text);
    let (before, after) = (&parsed.bulletin().masthead, &again.bulletin().masthead);
    let numbers =
        |it: &torch_bulletin::model::Masthead| it.issue.as_ref().map(|it| (it.number, it.whole_number));
    assert!(numbers(before).is_some_and(|it| it.1.is_some()), "{before:?}");
    assert_eq!((numbers(before), before.notices.len()), (numbers(after), after.notices.len()), "{text}");
}
