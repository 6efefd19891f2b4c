//! Contents lists with sections, pages and columns as real files have them, and running heads that name the sections.

use torch_bulletin::model::FurnitureKind;
use torch_bulletin::parse;

use super::combined::furniture;
use super::outlines::{HEAD, outline};

/// The groups and entries of the list with their pages, of a text under the masthead.
fn contents(body: &str) -> Vec<String> {
    let source = format!("{HEAD}{body}");
    let parsed = parse(&source);
    let mut out = Vec::new();
    for group in &parsed.bulletin().contents.groups {
        out.extend(group.section.iter().map(|it| format!("= {}", it.of(&source))));
        out.extend(
            group.entries.iter().map(|it| format!("{} {:?} {:?}", it.title.of(&source), it.page, it.article)),
        );
    }
    out
}

#[test]
fn heads_that_count() {
    let article = |title: &str, name: &str| {
        format!(
            "{title}\n活动办了三天，来自各地的企业和园区都派代表参加了。\n各方满意，\n\u{C}@\n明年再办。\n(供稿:{name})\n"
        )
    };
    let list = "目录\n要闻\n甲市举办活动(2)\n交流\n乙市开园(3)\n";
    let (first, second) = (article("甲市举办活动", "甲市"), article("乙市开园", "乙市"));
    let body = format!(
        "{list}\u{C}2          要闻\n{}{}",
        first.replace('@', "要闻          3"),
        second.replace('@', "4          交流")
    );
    assert_eq!(furniture(&body, FurnitureKind::RunningHead).len(), 3);
    assert_eq!(
        contents(&body),
        ["= 要闻", "甲市举办活动 Some(2) Some(0)", "= 交流", "乙市开园 Some(3) Some(1)"]
    );
    // Numbers of lines that do not count as the pages do are of the text.
    let other =
        body.replace("要闻          3", "企业          9").replace("4          交流", "7          园区");
    assert!(furniture(&other, FurnitureKind::RunningHead).is_empty());
}

#[test]
fn lists_beside_something_else() {
    let body =
        "要闻\n甲市举办活动\n活动很成功，各方满意。\n(供稿:甲市)\n乙市开园\n成功，各方满意。\n(供稿:乙市)\n";
    let expected = ["= 要闻", "甲市举办活动 Some(1) Some(0)", "乙市开园 Some(5) Some(1)"];
    let beside = "目  录                主办：某某中心\n【要闻】              主编：赵一鸣\n甲市举办活动   1      责任编辑：钱二元\n乙市开园       5      电话：68001234\n\n";
    assert_eq!(contents(&format!("{beside}{body}")), expected);
    let tabs = "目录\n要闻\t甲市举办活动\t1\n\t乙市开园\t5\n\n";
    assert_eq!(contents(&format!("{tabs}{body}")), expected);
    let letters = "CONTENTS 目录\n【要闻】\nl 甲市举办活动 1\nl 乙市开园 5\n\n";
    assert_eq!(contents(&format!("{letters}{body}")), expected);
    // Two columns, in printed order.
    let body = "甲市举办活动\n活动很成功，各方满意。\n(供稿:甲市)\n乙市开园\n成功，各方满意。\n(供稿:乙市)\n丙市开园\n成功，各方满意。\n(供稿:丙市)\n\
                丁市开园\n成功，各方满意。\n(供稿:丁市)\n";
    let columns = "目录\n甲市举办活动   1      丙市开园   5\n乙市开园……3          丁市开园……7\n\n";
    assert_eq!(
        contents(&format!("{columns}{body}")),
        [
            "甲市举办活动 Some(1) Some(0)",
            "丙市开园 Some(5) Some(2)",
            "乙市开园 Some(3) Some(1)",
            "丁市开园 Some(7) Some(3)"
        ]
    );
}

#[test]
fn sections_and_entries_of_a_list() {
    let article = |title: &str, name: &str| format!("{title}\n活动很成功，各方满意。\n(供稿:{name})\n");
    let body = |first: &str, second: &str| {
        format!("{first}\n{}{second}\n{}", article("甲市举办活动", "甲市"), article("乙市，再出发！", "乙市"))
    };
    let expected =
        ["= 园中故事", "甲市举办活动 Some(1) Some(0)", "= 市里故事", "乙市，再出发！ Some(2) Some(1)"];
    for (label, printed) in [("——#——", "——#——"), ("（一）#", "（一）#"), ("#", "#")] {
        let names = ["园中故事", "市里故事"].map(|it| label.replace('#', it).replace("一）市", "二）市"));
        let heads = ["园中故事", "市里故事"].map(|it| printed.replace('#', it).replace("一）市", "二）市"));
        let [a, b] = names;
        let list = format!("目录\n{a}\n1．甲市举办活动 1\n{b}\n2．乙市，再出发！ 2\n\n");
        let text =
            body(&heads[0], &heads[1]).replace("甲市举", "1．甲市举").replace("\n乙市，", "\n2．乙市，");
        assert_eq!(contents(&format!("{list}{text}")), expected, "{label}");
    }
    // ——要　闻——, spread out, and ornaments on both sides of the first section over a list without any.
    let list = "目录\n——要　闻——\n甲市举办活动 1\n乙市，再出发！ 2\n\n——要　闻——\n";
    assert_eq!(contents(&format!("{list}{}", article("甲市举办活动", "甲市")))[0], "= 要　闻");
    let list = "目录\n1  甲市举办活动\n3  乙市，再出发！\n\n☆☆ 园中故事 ☆☆\n";
    let text = body("", "☆☆ 市里故事 ☆☆").trim_start().to_owned();
    let expected = ["甲市举办活动 Some(1) Some(0)", "乙市，再出发！ Some(3) Some(1)"];
    assert_eq!(contents(&format!("{list}{text}")), expected);
    assert_eq!(outline(&format!("{HEAD}{list}{text}"))[0], "= 园中故事");
    // Nothing but sections in the list.
    let text = format!(
        "目录\n领导讲话 1\n园区动态 3\n\n领导讲话\n{}园区动态\n{}",
        article("甲市举办活动", "甲市"),
        article("乙市开园", "乙市")
    );
    assert_eq!(outline(&format!("{HEAD}{text}"))[..2], ["= 领导讲话", "# 甲市举办活动"]);
}
