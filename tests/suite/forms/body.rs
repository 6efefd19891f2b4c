//! Headings, and what closes an article and is no attribution.

use torch_bulletin::model::{Block, MarkerStyle};
use torch_bulletin::parse;

use super::{HEAD, each, left, two};

#[test]
fn headings() {
    use MarkerStyle::{ArabicDot, ArabicParen, ChineseComma, ChineseParen, Circled};
    for (first, second, style) in [
        ("一、", "二、", ChineseComma),
        ("一 、", "二 、", ChineseComma),
        ("一.", "二.", ChineseComma),
        ("(一)", "(二)", ChineseParen),
        ("（一） ", "（二） ", ChineseParen),
        ("㈠", "㈡", ChineseParen),
        ("1. ", "2. ", ArabicDot),
        ("1．", "2．", ArabicDot),
        ("1、", "2、", ArabicDot),
        ("⒈", "⒉", ArabicDot),
        ("(1)", "(2)", ArabicParen),
        ("(1）", "(2）", ArabicParen),
        ("⑴", "⑵", ArabicParen),
        ("1) ", "2) ", ArabicParen),
        ("①", "②", Circled),
    ] {
        let body = format!(
            "活动很成功,各方都满意。\n{first}总体情况\n情况很好,各方都满意。\n{second}主要做法\n做法很多,各方都满意。"
        );
        let source = two(HEAD).replace("活动很成功,各方都满意。", &body);
        let parsed = parse(&source);
        let article = parsed.bulletin().articles().next().unwrap();
        let heads: Vec<_> = article
            .blocks
            .iter()
            .map(|block| match block {
                Block::Heading { marker, .. } => marker.as_ref().map(|it| (it.style, it.number)),
                _ => None,
            })
            .collect();
        assert_eq!(heads, [None, Some((style, 1)), None, Some((style, 2)), None], "{first}");
    }
}

/// The blocks that lines at the end of an article make, and the number of articles.
fn closing_lines(lines: &str) -> (String, String) {
    let source = two(HEAD).replace("(供稿:甲市科技局)", lines);
    let parsed = parse(&source);
    let bulletin = parsed.bulletin();
    let article = bulletin.articles().next().unwrap();
    let kinds: Vec<_> = article.blocks[1..].iter().map(Block::kind).collect();
    (format!("{}; {}", bulletin.articles().count(), kinds.join(" ")), left(&source, bulletin))
}

#[test]
fn lists_signatures_and_annexes_are_paragraphs() {
    each(
        &[
            (
                "要求如下：\n——坚持创新,培育企业；\n——坚持开放。\n(供稿:某处)",
                "2; paragraph paragraph paragraph",
            ),
            ("附件：1.活动名单\n2.活动照片\n(供稿:某处)", "2; paragraph paragraph"),
            ("附 件1：活动名单\n(供稿:某处)", "2; paragraph"),
            ("甲市科学技术局\n2019年3月6日", "2; paragraph paragraph"),
            ("甲市科学技术局\n二〇一九年三月六日\n(供稿:某处)", "2; paragraph paragraph"),
            ("◆ 建平台,夯实底座\n平台有两个,企业有百家。\n(供稿:某处)", "2; heading paragraph"),
            ("注释：①指甲市。\n②指乙市。\n(供稿:某处)", "2; note note"),
            ("注：1.甲市数据不含分园。\n2.乙市数据为快报数。\n(供稿:某处)", "2; note note"),
            ("单位：亿元\n指标    数值\n收入    35\n数据来源：年鉴\n(供稿:某处)", "2; note table note"),
        ],
        closing_lines,
    );
}
