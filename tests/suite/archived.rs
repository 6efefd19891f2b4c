//! Issues as archives of three decades have them: forms that two or three kindred newsletters share, each as a careful reader
//! would read it.

use torch_bulletin::model::FurnitureKind;
use torch_bulletin::parse;

use super::combined::furniture;
use super::outlines::{HEAD, outline};

const TEXT: &str = "活动办了三天，来自各地的企业和园区都派代表参加了，各方满意。\n";

#[test]
fn titles_that_numbers_count_in_sections_of_any_name() {
    let titles = |first: &str, second: &str| {
        format!(
            "{first}\n1．甲市举办活动\n——来自一线的报道\n{TEXT}（甲市  供稿）\n2．乙市建成首个面向全国的科技型\n企业服务平台\n{TEXT}\
             （乙市  供稿）\n{second}\n3．丙市开园\n{TEXT}（丙市  供稿）\n"
        )
    };
    for (first, second) in [
        ("企 业 之 窗", "园 中 之 园"),
        ("【企业之窗】", "【园中之园】"),
        ("—— 企业之窗 ——", "—— 园中之园 ——"),
    ] {
        let source = format!("{HEAD}{}", titles(first, second));
        let parsed = parse(&source);
        let names = parsed.bulletin().sections.iter().filter_map(|it| it.name.as_ref());
        assert_eq!(names.count(), 2, "{first}");
        let titles: Vec<String> = parsed
            .bulletin()
            .articles()
            .map(|it| it.title.as_ref().map(|it| it.of(&source).into_owned()).unwrap_or_default())
            .collect();
        assert_eq!(
            titles,
            ["甲市举办活动", "乙市建成首个面向全国的科技型企业服务平台", "丙市开园"],
            "{first}"
        );
    }
}

#[test]
fn what_stands_over_a_title_with_a_number_may_be_the_rest_of_an_attribution() {
    let body = format!(
        "1．甲市举办活动推动园区与高校院所对接成果\n活动办了三天，来自各地的企业和园区都派代表参加了\n会议，各方满意。（供稿：\n甲市科技局）\n\
         2．乙市开园\n{TEXT}（乙市供稿）\n3．丙市开园\n{TEXT}（丙市供稿）\n"
    );
    let found = outline(&format!("{HEAD}{body}"));
    let others: Vec<&str> = found.iter().filter(|it| !it.starts_with("p ")).map(String::as_str).collect();
    let expected = [
        "# 甲市举办活动推动园区与高校院所对接成果",
        "@ 供稿 甲市科技局 / ",
        "# 乙市开园",
        "@ 供稿 乙市 / ",
        "# 丙市开园",
        "@ 供稿 丙市 / ",
    ];
    assert_eq!(others, expected);
}

#[test]
fn names_of_sections_between_dashes_and_dots() {
    let body = format!(
        "—— 企业之窗 ——\n甲市举办活动展示成果\n{TEXT}（甲市供稿）\n—— 园中之园 ——\n乙市开园\n{TEXT}（乙市供稿）\n"
    );
    let found = outline(&format!("{HEAD}{body}"));
    let names: Vec<&String> = found.iter().filter(|it| it.starts_with("= ")).collect();
    assert_eq!(names, ["= 企业之窗", "= 园中之园"]);
    let body = format!(
        "目录\n·要闻·\n甲市举办活动\n·简讯·\n乙市开园\n·要闻·\n甲市举办活动\n{TEXT}（甲市供稿）\n·简讯·\n{TEXT}（本刊综合）\n"
    );
    let source = format!("{HEAD}{body}");
    let parsed = parse(&source);
    let groups = parsed.bulletin().contents.groups.iter().filter_map(|it| it.section.as_ref());
    assert_eq!(groups.map(|it| it.of(&source).into_owned()).collect::<Vec<_>>(), ["要闻", "简讯"]);
}

#[test]
fn an_attribution_in_square_brackets_heads_no_section() {
    let body = format!(
        "【要闻】\n甲市举办活动\n{TEXT}【甲市科技局供稿】\n乙市开园\n{TEXT}【乙市科技局供稿】\n丙市开园\n{TEXT}（本刊编辑部）\n"
    );
    let found = outline(&format!("{HEAD}{body}"));
    let others: Vec<&String> = found.iter().filter(|it| !it.starts_with("p ")).collect();
    assert_eq!(
        others,
        [
            "= 要闻",
            "# 甲市举办活动",
            "@ 供稿 甲市科技局 / ",
            "# 乙市开园",
            "@ 供稿 乙市科技局 / ",
            "# 丙市开园",
            "@  本刊编辑部 / ",
        ]
    );
}

#[test]
fn pages_before_entries_under_sections() {
    let body = format!(
        "目录\n■要闻\n1  甲市举办活动\n■交流\n3  乙市开园\n4  丙市开园\n要闻\n甲市举办活动\n{TEXT}（甲市供稿）\n交流\n乙市开园\n\
         {TEXT}（乙市供稿）\n丙市开园\n{TEXT}（丙市供稿）\n"
    );
    let source = format!("{HEAD}{body}");
    let parsed = parse(&source);
    let entries = parsed.bulletin().contents.groups.iter().flat_map(|it| &it.entries);
    assert_eq!(entries.map(|it| it.page).collect::<Vec<_>>(), [Some(1), Some(3), Some(4)]);
}

#[test]
fn mastheads_that_are_spread_over_lines() {
    let source = format!(
        "火  炬  动  态\n2012\n第 9 期\n（总第351期）\n科技部火炬高技术产业开发中心主办\n\n甲市举办活动\n{TEXT}（甲市供稿）\n\
         火炬动态  2012年第9期\n乙市开园\n{TEXT}火炬动态  2012年第9期\n（乙市供稿）\n"
    );
    let parsed = parse(&source);
    let bulletin = parsed.bulletin();
    let issue = bulletin.masthead.issue.as_ref();
    assert_eq!(issue.and_then(|it| it.year), Some(2012));
    let publisher = bulletin.masthead.publisher.as_ref().map(|it| it.of(&source));
    assert_eq!(publisher.as_deref(), Some("科技部火炬高技术产业开发中心"));
    let heads = bulletin.furniture.iter().filter(|it| it.kind == FurnitureKind::RunningHead);
    assert_eq!((heads.count(), bulletin.articles().count(), bulletin.unparsed.len()), (2, 2, 0));
}

#[test]
fn the_name_and_its_section_cut_a_sentence_once() {
    let body = "【要闻】\n甲市举办活动\n活动办了三天，来自各地的企业\n— 1 —\n火炬动态·要闻\n和园区都派代表参加了，各方满意。\n（甲市供稿）\n";
    assert_eq!(furniture(body, FurnitureKind::RunningHead), ["火炬动态·要闻"]);
}

#[test]
fn a_copy_of_a_message_on_the_web() {
    let source = format!(
        "火炬动态 | 2024年第3期\n原创 赵一鸣 某某中心 2024年03月29日 17:30 某地\n点击蓝字 关注我们\n【要闻】\n甲市举办活动\n{TEXT}\
         图片\n{TEXT}来源：某某中心\n"
    );
    assert_eq!(outline(&source)[..2], ["= 要闻", "# 甲市举办活动"]);
    let parsed = parse(&source);
    let navigation = parsed.bulletin().furniture.iter().filter(|it| it.kind == FurnitureKind::Navigation);
    let date = parsed.bulletin().masthead.date.as_ref().map(|it| it.value());
    assert_eq!((navigation.count(), date.as_deref()), (2, Some("2024-03-29")));
    assert!(parsed.bulletin().unparsed.is_empty() && parsed.bulletin().masthead.publisher.is_none());
}
