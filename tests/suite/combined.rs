//! Small issues with two or three artefacts at once, as real files have them, and the outline that a careful reader would give them.

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

/// The furniture of a text under the masthead, by kind.
pub(super) fn furniture(body: &str, kind: FurnitureKind) -> Vec<String> {
    let source = format!("{HEAD}{body}");
    let parsed = parse(&source);
    let found = parsed.bulletin().furniture.iter().filter(|it| it.kind == kind);
    found.map(|it| it.text.of(&source).into_owned()).collect()
}

#[test]
fn pages_cut_paragraphs() {
    let article = [
        "# 甲市举办活动",
        "p 活动在甲市的三个园区举办，分为两场。",
        "p 两场活动都很热闹。",
        "p 活动办了三天，来自各地的企业和园区都派代表参加了，各方满意。",
        "@ 供稿 甲市 / ",
    ];
    let (before, after) = (
        "甲市举办活动\n活动在甲市的三个园区举办，分为两场。\n两场活动都很热闹。\n活动办了三天，来自各地的企业",
        "和园区都派代表参加了，各方满意。\n(供稿:甲市)\n",
    );
    for head in [
        "7\n火炬动态\n2019年第3期\n",
        "火炬动态\n2019 年第 3 期\n7\n",
        "一 7 一\n",
        "7\n火炬动态\n2019年第3期(总第402期)\n",
    ] {
        assert_eq!(outline(&format!("{HEAD}{before}\n{head}{after}")), article, "{head}");
    }
    // With a day under it the name begins another issue.
    let body = format!("{before}{after}火炬动态\n2019年第3期\n2019年4月30日\n乙市开园\n成功。\n");
    assert!(outline(&format!("{HEAD}{body}")).iter().any(|line| line.starts_with("? ")));
    // Numbers that do not begin at 1, of which pages between lack theirs.
    let numbers = |numbers: [u32; 3]| {
        let [a, b, c] = numbers;
        furniture(
            &format!("{before}\n{a}\n{after}乙市开园\n园区很大，来自各地的企业\n{b}\n都派代表参加了。\n(供稿:乙市)\n{c}\n丙市开园\n成功。\n"),
            FurnitureKind::PageNumber,
        )
        .len()
    };
    assert_eq!((numbers([17, 18, 20]), numbers([17, 19, 900]), numbers([18, 17, 20])), (3, 2, 0));
}

#[test]
fn footnotes_under_a_rule() {
    each(&[(
        "numbers of notes behind stops, and the notes at the foot of the page",
        "甲市研究报告\n技术市场是现代市场体系的重要部分，成交额年年增长。①\n中介服务收入不足百分之一，人才缺乏。②\n────────\n\
         ①数据来自统计年鉴，未含分园。\n②中介服务收入指技术转移机构\n所得的收入。\n— 1 —\n参考文献：\n[1] 赵一. 论园区\n(供稿:甲市)\n",
        &[
            "# 甲市研究报告",
            "p 技术市场是现代市场体系的重要部分，成交额年年增长。①",
            "p 中介服务收入不足百分之一，人才缺乏。②",
            "n ①数据来自统计年鉴，未含分园。",
            "n ②中介服务收入指技术转移机构",
            "p 所得的收入。",
            "h1 参考文献：",
            "p [1] 赵一. 论园区",
            "@ 供稿 甲市 / ",
        ],
    )]);
}

#[test]
fn heads_over_several_lines() {
    each(&[
        (
            "what a series calls itself stands over the title, in the list too",
            "目录\n系列报道之一：\n甲市以活动促发展\n系列报道之二：\n乙市以开放促改革\n系列报道之一：\n甲市以活动促发展\n活动很成功，各方满意。\n(供稿:甲市)\n\
             系列报道之二：\n乙市以开放促改革\n成功，各方满意。\n(供稿:乙市)\n",
            &[
                "# 系列报道之一：甲市以活动促发展",
                "p 活动很成功，各方满意。",
                "@ 供稿 甲市 / ",
                "# 系列报道之二：乙市以开放促改革",
                "p 成功，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "rules have chapters, and a notice has a number and greets those it is for",
            "甲市园区管理细则\n第一章 总则\n第一条 为规范管理工作，制定本细则。\n第二章 附则\n第二条 本细则自发布之日起施行，由甲市负责解释。\n(供稿:甲市)\n\
             关于公布名单的通知\n甲科发〔2018〕45号\n各国家高新区：\n　　现将名单予以公布，请遵照执行。\n　　一、先进单位（3个）\n　　名单从略，请见网站。\n（供稿：乙市）\n",
            &[
                "# 甲市园区管理细则",
                "h1 第一章 总则",
                "p 第一条 为规范管理工作，制定本细则。",
                "h1 第二章 附则",
                "p 第二条 本细则自发布之日起施行，由甲市负责解释。",
                "@ 供稿 甲市 / ",
                "# 关于公布名单的通知",
                "p 甲科发〔2018〕45号",
                "p 各国家高新区：",
                "p 现将名单予以公布，请遵照执行。",
                "h1 一、先进单位（3个）",
                "p 名单从略，请见网站。",
                "@ 供稿 乙市 / ",
            ],
        ),
    ]);
    let centred = "\n         深入实施创新战略\n         加快建设产业集群\n         推动园区转型升级\n         ——甲市园区三年发展\n           回顾与展望\n\n\
                   \x20   甲市园区三年以来取得了\n很大的进展，各方都很满意\n，今后还要继续。\n    下一步的工作有三个方面\n，甲市都有安排，要求也很\n明确。\n(供稿:甲市)\n";
    assert_eq!(outline(&format!("{HEAD}{centred}"))[0], "# 深入实施创新战略加快建设产业集群推动园区转型升级");
}

#[test]
fn attributions_amid_other_marks() {
    each(&[
        (
            "a source over END, links under it",
            "甲市举办活动\n活动很成功，各方满意。\n来源：甲市\n- END -\n乙市开园\n成功，各方满意。\n供稿：乙市\n相关附件：\n火炬动态.pdf\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "@ 来源 甲市 / ",
                "# 乙市开园",
                "p 成功，各方满意。",
                "p 相关附件：",
                "p 火炬动态.pdf",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "labels that line ends part, posts behind a name",
            "甲市举办活动\n活动很成功，各方满意。（供稿单位：甲市科技局\n供稿人：赵一鸣）\n乙市开园\n成功，各方满意。（作者：钱二元，系某某大学教授、博士生导师）\n\
             丙市开园\n园区开园成功，来自各地的企业和园区都派代表参加了，各方满意。（撰稿：丙市科技局　编\n辑：孙三立）\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "@ 供稿单位 甲市科技局 / 赵一鸣",
                "# 乙市开园",
                "p 成功，各方满意。",
                "@ 作者 某某大学 / 钱二元",
                "# 丙市开园",
                "p 园区开园成功，来自各地的企业和园区都派代表参加了，各方满意。",
                "@ 撰稿 丙市科技局 / 孙三立",
            ],
        ),
        (
            "authors with marks over their bodies, and one of two characters",
            "技术市场研究\n赵一鸣1 钱二元2\n（1.某某大学管理学院，某市 650091；2.某某研究院，北京 100038）\n摘要：本文研究市场，提出建议。\n\
             Key words: market; transfer\n1 现状\n市场很大，各方满意。\n（责任编辑：孙三立）\n孵化器研究\n王平\n（某某研究所，北京 100190）\n孵化器很多，各方满意。\n(供稿:甲市)\n",
            &[
                "# 技术市场研究",
                "p 摘要：本文研究市场，提出建议。",
                "p Key words: market; transfer",
                "h1 1 现状",
                "p 市场很大，各方满意。",
                "@   / 赵一鸣 钱二元",
                "@  某某大学管理学院 某某研究院 / ",
                "@ 责任编辑  / 孙三立",
                "# 孵化器研究",
                "p 孵化器很多，各方满意。",
                "@   / 王平",
                "@  某某研究所 / ",
                "@ 供稿 甲市 / ",
            ],
        ),
        (
            "the day of a speech over who held it, captions of photographs",
            "在会议上的讲话\n（2019年3月10日）\n科技部副部长 赵一鸣\n同志们：\n会议很重要，各方满意。\n图为会议现场。（钱二元 摄）\n（图1：各方合影）\n(供稿:甲市)\n",
            &[
                "# 在会议上的讲话",
                "p （2019年3月10日）",
                "p 同志们：",
                "p 会议很重要，各方满意。",
                "n 图为会议现场。（钱二元 摄）",
                "n （图1：各方合影）",
                "@  科技部 / 赵一鸣",
                "@ 供稿 甲市 / ",
            ],
        ),
    ]);
}

#[test]
fn without_a_list() {
    each(&[
        (
            "titles with numbers over attributions",
            "一、甲市举办活动\n活动很成功，各方满意。\n一、主要做法\n做法很好，各方满意。\n（甲市科技局）\n二、乙市开园\n成功，各方满意。\n（乙市科技局）\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "h1 一、主要做法",
                "p 做法很好，各方满意。",
                "@  甲市科技局 / ",
                "# 乙市开园",
                "p 成功，各方满意。",
                "@  乙市科技局 / ",
            ],
        ),
        (
            "a section in brackets that no lexicon knows under an article without an attribution",
            "【要闻】\n甲市举办活动\n活动很成功，各方满意。\n(供稿:甲市)\n【园中故事】\n乙市开园\n成功，各方满意。\n【市里故事】\n丙市开园\n成功，各方满意。\n【附记】\n\
             各方都来了，也都满意。\n(供稿:丙市)\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "@ 供稿 甲市 / ",
                "= 园中故事",
                "# 乙市开园",
                "p 成功，各方满意。",
                "= 市里故事",
                "# 丙市开园",
                "p 成功，各方满意。",
                "h1 【附记】",
                "p 各方都来了，也都满意。",
                "@ 供稿 丙市 / ",
            ],
        ),
    ]);
}

#[test]
fn names_and_cells_in_rows() {
    each(&[(
        "two lines of names under the first title are no list; items in brackets are no subheads; rows have numbers",
        "【公告】\n某省专家组名单\n组长：赵一鸣    副组长：钱二元\n成员：孙三立    李四海\n专家组任期两年，各单位应予支持。\n获奖项目如下：\n一、智能装备（甲市）\n\
         二、新材料（乙市）\n各方表示祝贺，也都满意。\n表1 项目数\n序号\n城市\n项目\n1\n甲市\n12\n2\n乙市\n15\n3\n丙市\n18\n各地都有增长，各方满意。\n(供稿:某省)\n",
        &[
            "= 公告",
            "# 某省专家组名单",
            "t 2 rows",
            "p 专家组任期两年，各单位应予支持。",
            "p 获奖项目如下：",
            "p 一、智能装备（甲市）",
            "p 二、新材料（乙市）",
            "p 各方表示祝贺，也都满意。",
            "n 表1 项目数",
            "t 4 rows",
            "p 各地都有增长，各方满意。",
            "@ 供稿 某省 / ",
        ],
    )]);
}

#[test]
fn tabs_of_a_word_processor() {
    each(&[(
        "subheads set in by tabs are no rows",
        "甲市举办活动\n\t活动很成功，各方满意。\n\t一、主要做法\n\t（一）抓服务\n\t服务有两条：\n\u{F06C}服务好；\n\u{F06C}服务多。\n\t\t(供稿:甲市)\n",
        &[
            "# 甲市举办活动",
            "p 活动很成功，各方满意。",
            "h1 一、主要做法",
            "h2 （一）抓服务",
            "p 服务有两条：",
            "p \u{F06C}服务好；",
            "p \u{F06C}服务多。",
            "@ 供稿 甲市 / ",
        ],
    )]);
}

#[test]
fn issues_glued_together() {
    let second = "火炬动态\n2019年第4期\n2019年4月30日\n乙市开园\n成功。\n（供稿：乙市）\n";
    for end in ["(供稿:甲市)", "(供稿:甲市)\n责任编辑：赵一鸣 电话：68001234"] {
        let source = format!("{HEAD}甲市举办活动\n活动很成功，各方满意。\n{end}{second}");
        let spans = torch_bulletin::issues(&source);
        let texts: Vec<_> = spans.iter().map(|it| &source[it.range()]).collect();
        assert_eq!((texts.len(), texts[1]), (2, second), "{end}");
        assert_eq!(outline(texts[0]).last().map(String::as_str), Some("@ 供稿 甲市 / "));
    }
    let beside = format!(
        "{HEAD}甲市举办活动\n活动很成功。\n(供稿:甲市)火炬动态 2019年第4期\n2019年4月30日\n乙市开园\n成功。\n"
    );
    assert_eq!(torch_bulletin::issues(&beside).len(), 2);
    // The colophon may end with anybody's name, and the publisher may stand over the issue.
    let over =
        "火炬动态\n科技部火炬高技术产业开发中心\n2019年第4期（总第403期）\n2019年4月30日\n乙市开园\n成功。\n";
    let colophon = format!("{HEAD}甲市举办活动\n活动很成功。\n(供稿:甲市)\n责任编辑：赵一鸣 钱二河{over}");
    assert_eq!(torch_bulletin::issues(&colophon).len(), 2);
    // Amid a sentence, and in the name of a body, the name begins nothing.
    for text in ["见《火炬动态》", "（见）火炬动态编辑部", "各方都读火炬动态"] {
        let source = format!("{HEAD}甲市举办活动\n活动很成功，{text}\n2019年第4期也是。\n(供稿:甲市)\n");
        assert_eq!(torch_bulletin::issues(&source).len(), 1, "{text}");
    }
}

#[test]
fn mastheads_of_covers_and_pages() {
    let masthead = |head: &str| {
        let source = format!("{head}甲市举办活动\n活动很成功，各方满意。\n（供稿：甲市）\n");
        let parsed = parse(&source);
        let bulletin = parsed.bulletin();
        let it = &bulletin.masthead;
        let number = it.issue.as_ref().and_then(|issue| issue.number).map(|it| (it.first, it.last));
        let left: Vec<_> = bulletin.unparsed.iter().map(|it| it.of(&source).into_owned()).collect();
        (number, it.date.as_ref().map(|it| it.value()), it.notices.len(), left.join("|"))
    };
    let day = |day: &str| Some(day.to_owned());
    for (head, expected) in [
        ("火炬动态\n2005年7-8月合刊\n科技部火炬中心主办\n", (Some((7, 8)), None, 0, String::new())),
        (
            "火炬动态\n（月刊）\n2006年第10期\n主    管：科学技术部\n主    编：赵一鸣\n出版日期：2006年10月25日\n准印证号：京内资准字2006－L0012号\n",
            (Some((10, 10)), day("2006-10-25"), 2, String::new()),
        ),
        (
            "火炬动态\n专刊\n（某某会议专辑）\n2008年第5期\n科技部火炬中心\n2008年5月20日\n",
            (Some((5, 5)), day("2008-05-20"), 1, String::new()),
        ),
        (
            "火炬动态2022年第3期\n发布日期:2022-03-31 来源:科技部火炬中心 浏览次数:1024\n",
            (Some((3, 3)), None, 0, String::new()),
        ),
        (
            "火炬动态\n2019年第3期\n2019年3月31日\n※※※※※※※※\n",
            (Some((3, 3)), day("2019-03-31"), 0, String::new()),
        ),
    ] {
        assert_eq!(masthead(head), expected, "{head}");
    }
}
