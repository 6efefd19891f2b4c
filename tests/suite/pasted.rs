//! Small issues as people hold them: pasted from a word processor or the web, speeches, notices, wrapped subtitles.

use torch_bulletin::parse;

use super::outlines::{HEAD, outline};

/// The outlines of texts under the masthead.
fn each(rows: &[(&str, &str, &[&str])]) {
    for (name, body, expected) in rows {
        assert_eq!(outline(&format!("{HEAD}{body}")), *expected, "{name}");
    }
}

#[test]
fn pasted_from_a_word_processor() {
    each(&[
        (
            "tabs set lines in and stand behind numbers; sections have pages",
            "目录\n要闻\t1\n甲市举办活动\t1\n交流\t2\n乙市设立基金\t2\n要闻\n\t甲市举办活动\n\t活动有三项：\n\t1.\t参观；\n\t2.\t交流；\n\t3.\t签约。\n\
             \t\t\t（甲市 供稿）\n交流\n\t乙市设立基金\n\t基金很大，各方满意。\n\t情况如下：\n\t年份\t家数\n\t2012\t51\n\t2013\t70\n\
             \t\t\t（乙市 供稿）\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 活动有三项：",
                "p 1.\t参观；",
                "p 2.\t交流；",
                "p 3.\t签约。",
                "@ 供稿 甲市 / ",
                "= 交流",
                "# 乙市设立基金",
                "p 基金很大，各方满意。",
                "p 情况如下：",
                "t 3 rows",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "points a line each under a colon",
            "甲市出台办法\n办法共六章，主要变化如下：\n一是强化服务要求。\n二是取消面积要求。\n三是建立机制。\n(供稿:甲市)\n",
            &[
                "# 甲市出台办法",
                "p 办法共六章，主要变化如下：",
                "p 一是强化服务要求。",
                "p 二是取消面积要求。",
                "p 三是建立机制。",
                "@ 供稿 甲市 / ",
            ],
        ),
    ]);
}

#[test]
fn speeches_and_notices() {
    each(&[
        (
            "a name spread out, a day, whom a speech greets, and headings that count",
            "在座谈会上的发言\n赵 一 鸣\n（2018年3月20日）\n各位领导、各位同事：\n    很高兴参加会议，谈三点体会。\n一、三十年的回顾\n    成绩很大，各方满意。\n\
             二、十个方面的启示\n    启示很多，各方满意。\n三、三项建议\n    建议很好，各方满意。\n",
            &[
                "# 在座谈会上的发言",
                "p （2018年3月20日）",
                "p 各位领导、各位同事：",
                "p 很高兴参加会议，谈三点体会。",
                "h1 一、三十年的回顾",
                "p 成绩很大，各方满意。",
                "h1 二、十个方面的启示",
                "p 启示很多，各方满意。",
                "h1 三、三项建议",
                "p 建议很好，各方满意。",
                "@   / 赵 一 鸣",
            ],
        ),
        (
            "the number of a document is no heading, and its signature no colophon",
            "目录\n甲市举办活动\n关于开展统计的通知\n甲市举办活动\n活动很成功，各方满意。\n（供稿：甲市）\n关于开展统计的通知\n国科火字〔2012〕35号\n\
             各有关单位：\n现开展统计，请遵照执行。\n附件：统计表\n科学技术部火炬高技术产业开发中心\n2012年3月5日\n编辑：赵一鸣 电话：88650000\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "@ 供稿 甲市 / ",
                "# 关于开展统计的通知",
                "p 国科火字〔2012〕35号",
                "p 各有关单位：",
                "p 现开展统计，请遵照执行。",
                "p 附件：统计表",
                "p 科学技术部火炬高技术产业开发中心",
                "p 2012年3月5日",
            ],
        ),
        (
            "an author behind a sign, an interview, a source in Latin letters",
            "甲市的三点期盼\n□ 赵一鸣\n期盼很多，各方满意。\n（采访整理：钱二元）\n乙国的经验\n经验很多，各方满意。\n（编译自：Annual Review）\n",
            &[
                "# 甲市的三点期盼",
                "p 期盼很多，各方满意。",
                "@   / 赵一鸣",
                "@ 采访整理  / 钱二元",
                "# 乙国的经验",
                "p 经验很多，各方满意。",
                "@ 编译自 Annual Review / ",
            ],
        ),
    ]);
}

#[test]
fn subtitles_of_several_lines() {
    let source = format!(
        "{HEAD}                    目  录\n\n  凝聚各方力量 服务中小企业\n  ——2011年融资服务试点城市工作推进会暨银政企\n    签约仪式在甲市举行················1\n  \
         乙市设立基金························2\n\n\n              凝聚各方力量 服务中小企业\n\n       ——2011年融资服务试点城市工作推\n         进会暨银政企签约仪式在甲市举行\n\n      \
         推进会在甲市举行，12家银行与36家企业签订了协议，金\n  额很大。\n                   （甲市供稿）\n\n              乙市设立基金\n\n      基金很大，各方都满意，金\n  额很大。\n\
                             （乙市供稿）\n"
    );
    let parsed = parse(&source);
    let articles: Vec<_> = parsed.bulletin().articles().collect();
    let subtitle = articles[0].subtitle.as_ref().map(|it| it.of(&source).into_owned());
    assert_eq!(subtitle.as_deref(), Some("2011年融资服务试点城市工作推进会暨银政企签约仪式在甲市举行"));
    assert_eq!(articles.len(), 2);
    let entries: Vec<_> = parsed.bulletin().contents.groups.iter().flat_map(|it| &it.entries).collect();
    assert_eq!(entries.iter().map(|it| it.page).collect::<Vec<_>>(), [Some(1), Some(2)]);
}

#[test]
fn mastheads() {
    for (head, publisher, year) in [
        (
            "火炬动态 2017年第9期 总第484期\n主办：科技部火炬中心　　出版：2017-09-30\n",
            "科技部火炬中心",
            2017,
        ),
        ("火炬动态 | 2025年第3期\n工信部火炬中心 2025年03月31日 17:30 北京\n", "工信部火炬中心", 2025),
    ] {
        let source =
            format!("{head}目录\n甲市举办活动\n甲市举办活动\n活动很成功，各方满意。\n（供稿：甲市）\n");
        let parsed = parse(&source);
        let masthead = &parsed.bulletin().masthead;
        let found = masthead.publisher.as_ref().map(|it| it.of(&source).into_owned());
        assert_eq!(found.as_deref(), Some(publisher), "{head}");
        assert_eq!(
            masthead.date.as_ref().map(|it| (it.year, it.day.is_some())),
            Some((year, true)),
            "{head}"
        );
        assert!(parsed.bulletin().unparsed.is_empty(), "{head}");
    }
    let source =
        "火炬动态 增刊\n2005年第3期\n科技部火炬中心\n2005年8月31日\n甲市举办活动\n活动很成功，各方满意。\n";
    let parsed = parse(source);
    let masthead = &parsed.bulletin().masthead;
    assert_eq!(masthead.title.as_ref().map(|it| it.of(source).into_owned()).as_deref(), Some("火炬动态"));
    assert_eq!(masthead.issue.as_ref().map(|it| it.kind), Some(torch_bulletin::model::IssueKind::Supplement));
}
