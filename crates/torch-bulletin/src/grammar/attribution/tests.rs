//! Attributions as they are printed, one row a form.

use super::super::names::Kind;
use super::*;

type Read<'t> = (&'t str, Option<&'t str>, Vec<&'t str>, Vec<&'t str>);

fn read(text: &str) -> Option<Read<'_>> {
    let profile = &Profile::TORCH;
    let credit = closing(text, profile).or_else(|| line(text, profile))?;
    let texts = |kind| credit.names.of(kind).map(|it| &text[it.clone()]).collect();
    let label = credit.label.clone().map(|it| &text[it]);
    Some((&text[credit.range.clone()], label, texts(Kind::Organisation), texts(Kind::Person)))
}

#[test]
fn attributions() {
    for (text, whole, label, bodies, people) in [
        ("(供稿:某某高新区)", "(供稿:某某高新区)", "供稿", &["某某高新区"][..], &[][..]),
        ("（供稿﹕某某处）。", "（供稿﹕某某处）。", "供稿", &["某某处"], &[]),
        ("取得进展。(供稿:科技部火炬中心)", "(供稿:科技部火炬中心)", "供稿", &["科技部火炬中心"], &[]),
        ("（北京市科委供稿）", "（北京市科委供稿）", "供稿", &["北京市科委"], &[]),
        ("（摘自《某某日报》）", "（摘自《某某日报》）", "摘自", &["某某日报"], &[]),
        (
            "（作者：赵一鸣，作者单位：某某大学）",
            "（作者：赵一鸣，作者单位：某某大学）",
            "作者",
            &["某某大学"],
            &["赵一鸣"],
        ),
        ("(本刊记者 赵一鸣)", "(本刊记者 赵一鸣)", "本刊记者", &[], &["赵一鸣"]),
        ("（通讯员 诸葛云松）", "（通讯员 诸葛云松）", "通讯员", &[], &["诸葛云松"]),
        ("[供稿:某某高新区]", "[供稿:某某高新区]", "供稿", &["某某高新区"], &[]),
        ("结束。【供稿：某某处】", "【供稿：某某处】", "供稿", &["某某处"], &[]),
        ("——摘自《某某日报》", "——摘自《某某日报》", "摘自", &["某某日报"], &[]),
        ("（本刊讯）", "（本刊讯）", "本刊讯", &[], &[]),
        ("摘自《某某日报》", "摘自《某某日报》", "摘自", &["某某日报"], &[]),
        ("——供稿：某某处", "——供稿：某某处", "供稿", &["某某处"], &[]),
        ("（据《某某日报》报道）", "（据《某某日报》报道）", "据", &["某某日报"], &[]),
        ("（责任编辑：赵一鸣）", "（责任编辑：赵一鸣）", "责任编辑", &[], &["赵一鸣"]),
        (
            "来源：某某日报 2022-07-22 作者：赵一鸣",
            "来源：某某日报 2022-07-22 作者：赵一鸣",
            "来源",
            &["某某日报"],
            &["赵一鸣"],
        ),
        (
            "供稿：某某处/摄影：赵一鸣/核稿：钱二元",
            "供稿：某某处/摄影：赵一鸣/核稿：钱二元",
            "供稿",
            &["某某处"],
            &["赵一鸣", "钱二元"],
        ),
        ("（来源：某某网）", "（来源：某某网）", "来源", &["某某网"], &[]),
        ("供稿：某某处　审核：赵一鸣", "供稿：某某处　审核：赵一鸣", "供稿", &["某某处"], &["赵一鸣"]),
        ("（新华社记者 赵一鸣）", "（新华社记者 赵一鸣）", "记者", &["新华社"], &["赵一鸣"]),
        ("（某某处 作者：赵一鸣）", "（某某处 作者：赵一鸣）", "作者", &["某某处"], &["赵一鸣"]),
        ("（某厅 供稿 赵一鸣整理）", "（某厅 供稿 赵一鸣整理）", "供稿", &["某厅"], &["赵一鸣"]),
        ("（本刊综合整理）", "（本刊综合整理）", "本刊综合整理", &[], &[]),
        ("（作者系某某大学教授）", "（作者系某某大学教授）", "作者系", &["某某大学"], &[]),
        ("某某处供稿", "某某处供稿", "供稿", &["某某处"], &[]),
    ] {
        let expected = (whole, Some(label), bodies.to_vec(), people.to_vec());
        assert_eq!(read(text), Some(expected), "{text}");
    }
}

#[test]
fn media_with_addresses() {
    let text = "成功。（某网 http://www.a.cn/b/c、某报 www.d.cn）";
    let credit = closing(text, &Profile::TORCH).unwrap();
    let bodies: Vec<_> = credit.names.of(Kind::Organisation).map(|it| &text[it.clone()]).collect();
    assert_eq!((bodies, credit.label), (vec!["某网", "某报"], None));
    assert_eq!(closing("详见官网（www.a.cn）", &Profile::TORCH), None);
    assert_eq!(closing("详见（某网 www.a.cn）。", &Profile::TORCH), None);
}

#[test]
fn every_label_begins_with_a_head() {
    assert!(words::LABELS.iter().all(|(label, _)| label.starts_with(words::heads_common_label)));
}

#[test]
fn brackets_that_are_none() {
    for text in [
        "园区(高新区)",
        "(高新区)",
        "增长(同比)。",
        "作者认为,发展是好的。",
        "(供稿:)",
        "园区[高新区]",
        "——某市的经验",
        "【园区动态】",
        "会议由某部长主持（新华社记者到会）",
        "产值增长（《某某统计年鉴》2015年）",
        "三等奖（赵一鸣 钱二元）",
        "文/体活动丰富",
        "文件整理",
        "企业名单（综合评价）",
        "记者：您好",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn names_alone_close_an_article_after_a_stop() {
    let start = |text: &'static str| signature(text).map(|it| &text[it.range]);
    assert_eq!(start("取得进展。（某某市科技局 赵一鸣）"), Some("（某某市科技局 赵一鸣）"));
    assert_eq!(start("取得进展。（《某某科技》2015年第4期）"), Some("（《某某科技》2015年第4期）"));
    assert_eq!(start("取得进展（某某市科技局 赵一鸣）"), None);
    assert_eq!(closing("取得进展。（某某市科技局 赵一鸣）", &Profile::TORCH), None);
}

#[test]
fn brackets_of_two_kinds_are_of_ocr() {
    for text in ["取得进展.(甲市 供稿〕", "〔供稿:甲市)"] {
        let found = closing(text, &Profile::TORCH).unwrap_or_else(|| panic!("{text}"));
        let names: Vec<_> = found.names.all().iter().map(|it| &text[it.range.clone()]).collect();
        assert_eq!(names, ["甲市"], "{text}");
    }
    assert_eq!(closing("印发〔2012〕5号文件供稿)", &Profile::TORCH), None);
}
