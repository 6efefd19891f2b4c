//! Masthead lines as they are printed, part by part.

use super::*;

fn read(line: &str) -> Vec<(&str, &str)> {
    parts(line, &Profile::TORCH)
        .into_iter()
        .map(|(part, range)| {
            let name = match part {
                Part::Title => "title",
                Part::Publisher => "publisher",
                Part::Notice => "notice",
                Part::Issue(_) => "issue",
                Part::Kind(_) => "kind",
                Part::Date(_) => "date",
                Part::Day { .. } => "day",
                Part::Sign => "sign",
                Part::Unknown => "unknown",
            };
            (name, &line[range])
        })
        .collect()
}

#[test]
fn lines() {
    for (line, expected) in [
        ("火炬动态", &[("title", "火炬动态")][..]),
        ("火  炬  动  态", &[("title", "火  炬  动  态")]),
        ("⽕炬动态 2019年第7期", &[("title", "⽕炬动态"), ("issue", "2019年第7期")]),
        ("科技部火炬高技术产业开发中心", &[("publisher", "科技部火炬高技术产业开发中心")]),
        (
            "2022年第12期(总第541期) 2022年7月31日",
            &[("issue", "2022年第12期(总第541期)"), ("date", "2022年7月31日")],
        ),
        (
            "某市科技局编    2014年6月20日",
            &[("publisher", "某市科技局"), ("sign", "编"), ("date", "2014年6月20日")],
        ),
        ("主办：某某市科技局", &[("sign", "主办："), ("publisher", "某某市科技局")]),
        ("内部资料 注意保存", &[("notice", "内部资料 注意保存")]),
        ("火炬动态（特刊）", &[("title", "火炬动态"), ("kind", "（特刊）")]),
        (
            "国家科委火炬中心编 一九九八年六月二十日",
            &[("publisher", "国家科委火炬中心"), ("sign", "编"), ("date", "一九九八年六月二十日")],
        ),
        ("火炬动态 TORCH BULLETIN", &[("title", "火炬动态 TORCH BULLETIN")]),
        ("主  办：某某市科技局", &[("sign", "主  办："), ("publisher", "某某市科技局")]),
        ("出版日期：2022年7月31日", &[("sign", "出版日期："), ("date", "2022年7月31日")]),
        ("2022年7月31日编印", &[("date", "2022年7月31日"), ("sign", "编印")]),
        ("2022年7月31日 星期日", &[("date", "2022年7月31日"), ("sign", "星期日")]),
        ("2022年7月31日（星期日）", &[("date", "2022年7月31日"), ("sign", "（星期日）")]),
        ("（2022年7月31日）", &[("sign", "（"), ("date", "2022年7月31日"), ("sign", "）")]),
        ("【内部资料】", &[("notice", "【内部资料】")]),
        ("园区工作简报(第3期)", &[("title", "园区工作简报"), ("issue", "(第3期)")]),
        (
            "主办：某某市科技局 承办：某某市高新区",
            &[
                ("sign", "主办："),
                ("publisher", "某某市科技局"),
                ("sign", "承办："),
                ("publisher", "某某市高新区"),
            ],
        ),
        ("2022年5月号（总第61期）", &[("date", "2022年5月号"), ("issue", "（总第61期）")]),
        ("第5期    5月15日", &[("issue", "第5期"), ("day", "5月15日")]),
        ("5月15日出版", &[("day", "5月15日"), ("sign", "出版")]),
        ("火炬动态（试刊）", &[("title", "火炬动态"), ("notice", "（试刊）")]),
        (
            "原创 赵一鸣 某某中心 2024-02-29 18:02 某地",
            &[("notice", "原创 赵一鸣 某某中心"), ("date", "2024-02-29"), ("sign", "18:02 某地")],
        ),
        ("本期共4页", &[("notice", "本期共4页")]),
        ("No.5 2003", &[("issue", "No.5 2003")]),
        ("2022年国家高新区培训班开班", &[("unknown", "2022年国家高新区培训班开班")]),
    ] {
        assert_eq!(read(line), expected, "{line}");
    }
}

#[test]
fn every_notice_begins_with_one_of_their_heads() {
    let words = NOTICES.iter().chain(&PERIODS).filter(|word| !word.is_ascii());
    for word in words {
        assert!(may_begin_part(word), "{word}");
    }
    assert!(!may_begin_part("园区动态"));
}
