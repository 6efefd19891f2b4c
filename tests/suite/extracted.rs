//! Small issues as extractors leave them, one artefact each, and the outline that a careful reader would give them.

use torch_bulletin::model::FurnitureKind;
use torch_bulletin::parse;

use super::outlines::{HEAD, outline};

/// Rows of a name, the text under the masthead and its outline.
type Row<'r> = (&'r str, &'r str, &'r [&'r str]);

fn each(rows: &[Row<'_>]) {
    for (name, body, expected) in rows {
        assert_eq!(outline(&format!("{HEAD}{body}")), *expected, "{name}");
    }
}

/// The heading of the list, its groups and entries with their pages, of a text under the masthead.
fn contents(body: &str) -> Vec<String> {
    let source = format!("{HEAD}{body}");
    let parsed = parse(&source);
    let contents = &parsed.bulletin().contents;
    let mut out: Vec<String> = contents.heading.iter().map(|it| it.of(&source).into_owned()).collect();
    for group in &contents.groups {
        out.extend(group.section.iter().map(|it| format!("= {}", it.of(&source))));
        out.extend(
            group.entries.iter().map(|it| format!("{} {:?} {:?}", it.title.of(&source), it.page, it.article)),
        );
    }
    out
}

#[test]
fn titles_at_the_heads_of_pages() {
    each(&[
        (
            "a title that the next page repeats",
            "目录\n甲市举办活动\n乙市设立基金\n— 1 —\n\u{C}甲市举办活动\n活动办了三天，各方都来了。\n— 2 —\n\
             \u{C}甲市举办活动\n活动很成功。\n(供稿:甲市)\n— 3 —\n\u{C}乙市设立基金\n基金很大，各方满意。\n(供稿:乙市)\n— 4 —\n",
            &[
                "# 甲市举办活动",
                "p 活动办了三天，各方都来了。",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "# 乙市设立基金",
                "p 基金很大，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "a title there twice",
            "目录\n甲市举办活动\n乙市设立基金\n\u{C}甲市举办活动\n活动很成功。\n(供稿:甲市)\n\u{C}乙市设立基金\n\n乙市设立基金\n\
             基金很大，各方满意。\n(供稿:乙市)\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "# 乙市设立基金",
                "p 基金很大，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
    ]);
    each(&[
        (
            "a title on two pages of many, with the page's number",
            "目录\n1.甲市举办活动 1\n2.乙市设立基金 3\n3.丙市总结经验 5\n\u{C}甲市举办活动\n活动办了三天。\n\u{C}2  甲市举办活动\n活动很成功。\n\
             (供稿:甲市)\n\u{C}乙市设立基金\n基金很大，各方满意。\n\u{C}乙市设立基金\n基金很好。\n(供稿:乙市)\n\u{C}丙市总结经验\n\
             经验很多。\n\u{C}6  丙市总结经验\n都很重要。\n(供稿:丙市)\n\u{C}",
            &[
                "# 甲市举办活动",
                "p 活动办了三天。",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "# 乙市设立基金",
                "p 基金很大，各方满意。",
                "p 基金很好。",
                "@ 供稿 乙市 / ",
                "# 丙市总结经验",
                "p 经验很多。",
                "p 都很重要。",
                "@ 供稿 丙市 / ",
            ],
        ),
        (
            "a section's name on every page",
            "\u{C}【要闻】\n甲市举办活动\n活动办了三天。\n\u{C}【要闻】\n活动很成功。\n(供稿:甲市)\n\u{C}【要闻】\n乙市设立基金\n\
             基金很大，各方满意。\n(供稿:乙市)\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 活动办了三天。",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "# 乙市设立基金",
                "p 基金很大，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
    ]);
    let source =
        format!("{HEAD}目录\n甲市举办活动\n\u{C}甲市举办活动\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n");
    let parsed = parse(&source);
    let kinds: Vec<_> = parsed.bulletin().furniture.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [FurnitureKind::Duplicate]);
}

#[test]
fn lists_of_names_and_cells() {
    each(&[
        (
            "names a line each are no subheads; two lines are, and what is called a list over them",
            "甲市公布名单\n入选的园区如下。\n入选名单\n甲市高新区\n乙市高新区（含分园）\n丙市高新区\n名单由专家审定，各方满意。\n主要做法\n基本经验\n\
             各区都有经验，值得推广。\n(供稿:甲市)\n",
            &[
                "# 甲市公布名单",
                "p 入选的园区如下。",
                "h1 入选名单",
                "p 甲市高新区",
                "p 乙市高新区（含分园）",
                "p 丙市高新区",
                "p 名单由专家审定，各方满意。",
                "h1 主要做法",
                "h1 基本经验",
                "p 各区都有经验，值得推广。",
                "@ 供稿 甲市 / ",
            ],
        ),
        (
            "names that a number counts",
            "甲市公布名单\n入选的企业如下。\n1.甲公司\n2.乙公司\n3.丙公司\n1 丁园区\n2 戊园区\n1.工作要求\n要求很多，各方满意。\n2.下一步\n各区都有安排。\n\
             (供稿:甲市)\n",
            &[
                "# 甲市公布名单",
                "p 入选的企业如下。",
                "p 1.甲公司",
                "p 2.乙公司",
                "p 3.丙公司",
                "p 1 丁园区",
                "p 2 戊园区",
                "h1 1.工作要求",
                "p 要求很多，各方满意。",
                "h1 2.下一步",
                "p 各区都有安排。",
                "@ 供稿 甲市 / ",
            ],
        ),
        (
            "cells a line under a caption are rows",
            "甲市公布指标\n指标见下表，各方满意。\n表1 主要指标\n\n指标\n\n2018年\n\n增速\n\n收入\n\n42.8\n\n5.1%\n\n利润\n\n3.5\n\n6%\n\n\
             注：含分园。\n\n指标都有增长，各方满意。\n(供稿:甲市)\n",
            &[
                "# 甲市公布指标",
                "p 指标见下表，各方满意。",
                "n 表1 主要指标",
                "t 3 rows",
                "n 注：含分园。",
                "p 指标都有增长，各方满意。",
                "@ 供稿 甲市 / ",
            ],
        ),
    ]);
}

#[test]
fn lists_over_a_body_with_sections() {
    let body = "甲市举办活动\n活动很成功。\n(供稿:甲市)\n乙市设立基金\n基金很大，各方满意。\n(供稿:乙市)\n【交流】\n丙市总结经验\n\
                经验很多，各方满意。\n(供稿:丙市)\n";
    for (list, name) in [
        ("目录\n甲市举办活动\n乙市设立基金\n丙市总结经验\n", "【要闻】\n"),
        ("目录\n甲市举办活动\n乙市设立基金\n丙市总结经验\n\n", "要闻\n"),
        ("● 甲市举办活动\n● 乙市设立基金\n● 丙市总结经验\n", "▌要闻\n"),
        ("目录\n甲市举办活动\n乙市设立基金\n丙市总结经验\n", "纵横\n"),
        ("目录\n甲市举办活动……1\n乙市设立基金……2\n丙市总结经验……2\n", "要闻\n"),
    ] {
        let body = format!("{list}{name}{body}");
        let found = outline(&format!("{HEAD}{body}"));
        let section = format!("= {}", name.trim_matches(['【', '】', '▌', '\n']));
        assert_eq!((&*found[0], &*found[1]), (&*section, "# 甲市举办活动"), "{list}");
        assert!(!found.iter().any(|line| line.starts_with('?')), "{found:?}");
        assert_eq!(contents(&body).iter().filter(|it| it.contains("Some(")).count(), 3, "{list}");
    }
}

#[test]
fn numbered_entries_over_two_lines() {
    // The rest of the last entry is no name of a section.
    let body = "甲市举办活动\n活动很成功。\n(供稿:甲市)\n乙市召开产业发展座谈会研究协同攻关路径\n会议很成功。\n(供稿:乙市)\n";
    let found = contents(
        &format!("目录\n● 甲市举办活动\n● 乙市召开产业发展座谈会研究\n  攻关路径\n{body}")
            .replace("协同", ""),
    );
    assert_eq!(found[1..], ["甲市举办活动 None Some(0)", "乙市召开产业发展座谈会研究攻关路径 None Some(1)"]);
    let list = "目  录\n【要闻】\n1. 甲市举办活动 .............................. 1\n2. 乙市召开产业发展座谈会研究协同\n   攻关路径 .................................. 2\n\n";
    let body = "【要闻】\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n乙市召开产业发展座谈会研究协同\n攻关路径\n会议很成功。\n(供稿:乙市)\n";
    let found = contents(&format!("{list}{body}"));
    let expected = [
        "目  录",
        "= 要闻",
        "甲市举办活动 Some(1) Some(0)",
        "乙市召开产业发展座谈会研究协同攻关路径 Some(2) Some(1)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn authors_in_the_list_and_entries_several_a_line() {
    let list = "目录\n【要闻】\n甲市举办活动  赵一鸣 (1)\n乙市的调查..........调研组(2)\n【短讯】\n1.长海 2.南山 3.贵林\n\n";
    let body = "【要闻】\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n乙市的调查\n会议很成功。\n(供稿:乙市)\n【短讯】\n长海开园，各方满意。\n";
    let expected = [
        "目录",
        "= 要闻",
        "甲市举办活动 Some(1) Some(0)",
        "乙市的调查 Some(2) Some(1)",
        "= 短讯",
        "长海 None None",
        "南山 None None",
        "贵林 None None",
    ];
    assert_eq!(contents(&format!("{list}{body}")), expected);
}

#[test]
fn annexes_signatures_and_salutations() {
    let notice = "【通知】\n关于公布名单的通知\n各市科技局，各有关单位：\n　　现将名单予以公布（见附件），请遵照执行。\n甲市科学技术局\n2019年3月6日\n";
    for (head, level) in [("附件", "h1 附件"), ("附件：", "h1 附件："), ("附件1", "h1 附件1")] {
        let body = format!(
            "{notice}{head}\n2019年名单\n序号\t名称\n1\t甲园\n2\t乙园\n【要闻】\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n"
        );
        let expected = [
            "= 通知",
            "# 关于公布名单的通知",
            "p 各市科技局，各有关单位：",
            "p 现将名单予以公布（见附件），请遵照执行。",
            "p 甲市科学技术局",
            "p 2019年3月6日",
            level,
            "h1 2019年名单",
            "t 3 rows",
            "= 要闻",
            "# 甲市举办活动",
            "p 活动很成功。",
            "@ 供稿 甲市 / ",
        ];
        assert_eq!(outline(&format!("{HEAD}{body}")), expected, "{head}");
    }
}

/// Title, publisher and notices of a masthead, and what was left over.
fn masthead(source: &str) -> String {
    let parsed = parse(source);
    let bulletin = parsed.bulletin();
    let masthead = &bulletin.masthead;
    let of = |text: &torch_bulletin::Text| text.of(source).into_owned();
    let notices: Vec<String> = masthead.notices.iter().map(of).collect();
    let left: Vec<String> = bulletin.unparsed.iter().map(of).collect();
    let title = |text: Option<&torch_bulletin::Text>| text.map(of).unwrap_or_default();
    let first = bulletin.articles().next().and_then(|article| article.title.as_ref());
    let issue = masthead.issue.as_ref().and_then(|issue| issue.number).map(|it| (it.first, it.last));
    format!(
        "{} / {} / {} / {issue:?} / {} / {}",
        title(masthead.title.as_ref()),
        title(masthead.publisher.as_ref()),
        notices.join("|"),
        title(first),
        left.join("|")
    )
}

#[test]
fn mastheads_under_covers_and_web_lines() {
    let article = "甲市举办活动\n活动很成功，各方满意。\n（供稿：甲市）\n";
    for (head, body, expected) in [
        (
            "火炬动态\n2019年合订本\n（第1期—第3期）\n火炬动态\n2019年第1期（总第402期）\n某某中心 2019年1月31日\n",
            article,
            "火炬动态 / 某某中心 / 火炬动态|2019年合订本|（第1期—第3期） / Some((1, 1)) / 甲市举办活动 / ",
        ),
        (
            "首页 | 机构 | 政策\n火炬动态2019年第1期\n发布时间：2019-02-02  来源：某某中心\n某某中心 2019年1月31日\n",
            article,
            "火炬动态 / 某某中心 / 发布时间：2019-02-02  来源：某某中心 / Some((1, 1)) / 甲市举办活动 / ",
        ),
        (
            "火炬动态\n2019年第1期（总第402期）\n2019年第1期（总第402期）\n",
            "甲市建成软件产业基地\n基地很大，各方满意。\n（供稿：甲市）\n",
            "火炬动态 /  /  / Some((1, 1)) / 甲市建成软件产业基地 / ",
        ),
    ] {
        assert_eq!(masthead(&format!("{head}{body}Copyright 某某中心\n")), expected);
    }
}

#[test]
fn a_bold_list_drawn_twice() {
    let source = "火火炬炬动动态态\n2019年第1期（总第402期） 2019年1月31日\n目目录录\n【【要要闻闻】】\n甲市举办活动\n\n【【要要闻闻】】\n\
                  甲甲市市举举办办活活动动\n活动很成功，各方满意。\n（供稿：甲市）\n";
    let parsed = parse(source);
    let contents = &parsed.bulletin().contents;
    assert_eq!(contents.heading.as_ref().map(|it| it.of(source)).as_deref(), Some("目目录录"));
    let entries: Vec<_> = contents.groups.iter().flat_map(|it| &it.entries).map(|it| it.article).collect();
    assert_eq!(entries, [Some(0)]);
}

#[test]
fn authors_and_signs() {
    each(&[
        (
            "a team under a title, reporters before a paragraph, the editors under it, a bar for a colon",
            "甲市人才流动情况的调查\n甲市科技局调研组\n　　调研组到了三地，收获很大。\n供稿｜甲市\n乙市举办活动\n　　本报讯（记者 赵一鸣）乙市举办活动，\
             各方满意。\n（编辑部）\n",
            &[
                "# 甲市人才流动情况的调查",
                "p 调研组到了三地，收获很大。",
                "@  甲市科技局调研组 / ",
                "@ 供稿 甲市 / ",
                "# 乙市举办活动",
                "p 乙市举办活动，各方满意。",
                "@ 本报讯  / 赵一鸣",
                "@  编辑部 / ",
            ],
        ),
        (
            "a body and its people a line each, and a speech with its day",
            "甲市举办活动\n甲市科学技术局\n赵一鸣\n活动很成功，各方满意。\n（供稿：甲市）\n在会议上的讲话\n钱二元\n（2019年3月6日）\n同志们：\n\
             会议很重要，各方满意。\n（供稿：乙市）\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "@  甲市科学技术局 / ",
                "@   / 赵一鸣",
                "@ 供稿 甲市 / ",
                "# 在会议上的讲话",
                "p （2019年3月6日）",
                "p 同志们：",
                "p 会议很重要，各方满意。",
                "@   / 钱二元",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "full stops of half width end paragraphs",
            "甲市举办活动\n活动办了三天,各方都来了.\n活动很成功,各方满意.\n(供稿:甲市)\n",
            &["# 甲市举办活动", "p 活动办了三天,各方都来了.", "p 活动很成功,各方满意.", "@ 供稿 甲市 / "],
        ),
        (
            "subheads with the numbers of a journal",
            "甲市创业空间研究\n赵一鸣\n摘要：本文研究空间，提出建议。\n关键词：空间；模式\n1 引言\n空间很多，各方满意。\n2 主要模式\n2.1 投资促进型\n投资很多，各方满意。\n2.2 培训型\n\
             培训很多，各方满意。\n3 家企业参加\n企业不多，各方满意。\n(供稿:甲市)\n",
            &[
                "# 甲市创业空间研究",
                "p 摘要：本文研究空间，提出建议。",
                "p 关键词：空间；模式",
                "h1 1 引言",
                "p 空间很多，各方满意。",
                "h1 2 主要模式",
                "h2 2.1 投资促进型",
                "p 投资很多，各方满意。",
                "h2 2.2 培训型",
                "p 培训很多，各方满意。",
                "h3 3 家企业参加",
                "p 企业不多，各方满意。",
                "@   / 赵一鸣",
                "@ 供稿 甲市 / ",
            ],
        ),
        (
            "text set upright",
            "甲市举办活动\n活动很成功，各方满意。\n创\n新\n发\n展\n活动办了三天。\n(供稿:甲市)\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "p 创新发展",
                "p 活动办了三天。",
                "@ 供稿 甲市 / ",
            ],
        ),
    ]);
}
