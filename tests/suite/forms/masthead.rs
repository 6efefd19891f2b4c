//! Mastheads.

use torch_bulletin::parse;

use super::{each, left, of, two};

/// Title, publisher, year, number, whole number, kind, date, notices of what stands above two articles.
fn masthead(front: &str) -> (String, String) {
    let source = two(&format!("{front}\n"));
    let parsed = parse(&source);
    let bulletin = parsed.bulletin();
    let it = &bulletin.masthead;
    let range = |it: Option<torch_bulletin::model::NumberRange>| match it {
        Some(it) if it.first == it.last => it.first.to_string(),
        Some(it) => format!("{}-{}", it.first, it.last),
        None => "-".to_owned(),
    };
    let issue = it.issue.as_ref();
    let found = format!(
        "{} {} {} {} {} {} {} {}",
        of(&source, it.title.as_ref()),
        of(&source, it.publisher.as_ref()),
        issue.and_then(|it| it.year).unwrap_or(0),
        range(issue.and_then(|it| it.number)),
        range(issue.and_then(|it| it.whole_number)),
        issue.map_or("-", |it| it.kind.as_str()),
        it.date.as_ref().map_or("-".to_owned(), |it| it.value()),
        it.notices.iter().map(|it| it.of(&source).into_owned()).collect::<Vec<_>>().join("|"),
    );
    let articles = bulletin.articles().count();
    (found, if articles == 2 { left(&source, bulletin) } else { format!("{articles} articles") })
}

#[test]
fn issue_numbers() {
    each(
        &[
            ("第12期", "12 - regular"),
            ("第十二期", "12 - regular"),
            ("第１２期", "12 - regular"),
            ("2022年第12期", "12 - regular"),
            ("2022年 第42期", "42 - regular"),
            ("2022年第3号", "3 - regular"),
            ("〔2022〕第5期（总第77期）", "5 77 regular"),
            ("第1-2期", "1-2 - regular"),
            ("第1、2期合刊", "1-2 - regular"),
            ("第三四期合刊", "3-4 - regular"),
            ("1-2合刊", "1-2 - regular"),
            ("2022年第11—12期（合刊）", "11-12 - regular"),
            ("二〇二二年第三期", "3 - regular"),
            ("第12期(总第541期)", "12 541 regular"),
            ("第12期（总第1268期）", "12 1268 regular"),
            ("第12期(总第 2436 期)", "12 2436 regular"),
            ("第12期（总61期）", "12 61 regular"),
            ("第12期（总第５７７期）", "12 577 regular"),
            ("第12期（总号：88）", "12 88 regular"),
            ("第12期〔总第541期〕", "12 541 regular"),
            ("第12期\n【总第541期】", "12 541 regular"),
            ("2022年增刊", "- - supplement"),
            ("增刊第2期", "2 - supplement"),
            ("（增刊）", "- - supplement"),
            ("2022年增刊1", "1 - supplement"),
            ("增刊（一）", "1 - supplement"),
            ("2022年增发", "- - supplement"),
            ("专刊", "- - special"),
            ("特刊", "- - special"),
            ("号外", "- - special"),
        ],
        |row| {
            let (found, left) = masthead(&format!("火炬动态\n{row}\n2022年7月31日"));
            let parts: Vec<&str> = found.split(' ').collect();
            (parts[3..6].join(" "), if parts[2] == "2022" { left } else { found.clone() })
        },
    );
}

#[test]
fn dates_names_publishers_and_notices() {
    let dates = [
        "2022年7月31日",
        "二〇二二年七月三十一日",
        "二○二二年七月三十一日",
        "二Ｏ二二年七月三十一日",
        "二零二二年七月三十一日",
        "2022.7.31",
        "2022-07-31",
        "２０２２年７月３１日",
        "2022 年 7 月 31 日",
        "出版日期：2022年7月31日",
        "2022年7月31日出版",
        "2022年7月31日 印发",
        "2022年7月31日 星期日",
        "（2022年7月31日）",
    ];
    for between in ["\n", "  "] {
        each(&dates.map(|date| (date, "火炬动态 - 2022 12 - regular 2022-07-31 ")), |row| {
            masthead(&format!("火炬动态\n2022年第12期{between}{row}"))
        });
    }
    let names = ["火炬动态", "火 炬 动 态", "《火炬动态》", "火炬动态 TORCH BULLETIN", "火　炬　动　态"];
    for name in names {
        let (found, left) = masthead(&format!("{name}\n2022年第12期\n2022年7月31日"));
        assert_eq!((found, left), (format!("{name} - 2022 12 - regular 2022-07-31 "), String::new()));
    }
    each(
        &[
            ("科技部火炬高技术产业开发中心", "科技部火炬高技术产业开发中心"),
            ("主办：甲市科技局", "甲市科技局"),
            ("主  办：科技部火炬中心", "科技部火炬中心"),
            ("编印单位：甲市科技局", "甲市科技局"),
            ("甲市科技局主办", "甲市科技局"),
            ("甲市科技局　编印", "甲市科技局"),
            ("承办：甲市科技局", "甲市科技局"),
            ("编印：科技部火炬中心办公室", "科技部火炬中心办公室"),
        ],
        |row| {
            let (found, left) = masthead(&format!("火炬动态\n2022年第12期\n{row}        2022年7月31日"));
            (found.split(' ').nth(1).unwrap_or_default().to_owned(), left)
        },
    );
    // The name over two lines or behind the issue line, the publisher under the date, and the name in Latin letters.
    each(
        &[
            ("火炬\n动态\n2022年第12期\n2022年7月31日", "火炬动态 - 2022 12 - regular 2022-07-31 "),
            ("火\n炬\n动\n态\n2022年第12期\n2022年7月31日", "火炬动态 - 2022 12 - regular 2022-07-31 "),
            ("2022年第12期\n火炬动态\n2022年7月31日", "火炬动态 - 2022 12 - regular 2022-07-31 "),
            (
                "火炬动态\n2022年第12期\n2022年7月31日\n科技部火炬中心",
                "火炬动态 科技部火炬中心 2022 12 - regular 2022-07-31 ",
            ),
            (
                "火炬动态\nTORCH BULLETIN\n2022年第12期\n2022年7月31日",
                "火炬动态 - 2022 12 - regular 2022-07-31 TORCH BULLETIN",
            ),
            ("火炬动态\nNo.12 2022\n2022年7月31日", "火炬动态 - 2022 12 - regular 2022-07-31 "),
            ("火炬动态\n2022年7月号（总第541期）", "火炬动态 - 2022 - 541 regular 2022-07 "),
            ("火炬动态\n2022年第12期  7月31日", "火炬动态 - 2022 12 - regular 2022-07-31 "),
            (
                "火炬动态\n第12期    7月31日\n甲市科技局  2022年",
                "火炬动态 甲市科技局 2022 12 - regular 2022-07-31 ",
            ),
            (
                "火炬动态\n2021年第24期-2022年第1期合刊\n2022年1月31日",
                "火炬动态 - 2021 24 - regular 2022-01-31 ",
            ),
            (
                "火炬动态\n2022年第12期\n主办：甲市科技局 承办：甲市高新区\n2022年7月31日\n本期共4页",
                "火炬动态 甲市科技局 2022 12 - regular 2022-07-31 承办：甲市高新区|本期共4页",
            ),
            (
                "火炬动态\n2022年第12期\n2022年7月31日\n甲市科技局综合处编印",
                "火炬动态 甲市科技局综合处 2022 12 - regular 2022-07-31 ",
            ),
            (
                "火炬动态\n2022年第12期\n科技部火炬高技术\n产业开发中心\n2022年7月31日",
                "火炬动态 科技部火炬高技术产业开发中心 2022 12 - regular 2022-07-31 ",
            ),
            (
                "火火炬炬动动态态\n22002222年年第第1122期期\n2022年7月31日",
                "火火炬炬动动态态 - 2022 12 - regular 2022-07-31 ",
            ),
        ],
        masthead,
    );
    each(
        &[
            ("火炬动态2022年第12期", "火炬动态 - 2022 12 - regular 2022-07-31 "),
            ("火炬动态2022年第12期（总第541期）", "火炬动态 - 2022 12 541 regular 2022-07-31 "),
        ],
        |row| masthead(&format!("{row}\n2022年7月31日")),
    );
    let notices = [
        "主管：科学技术部",
        "（双月刊）",
        "内部资料 注意保存",
        "内部资料",
        "仅供领导参考",
        "内部刊物",
        "密级：内部",
        "秘密★1年",
        "保密期限：1年",
        "（内部资料 免费交流）",
        "【内部资料】",
        "内部交流",
        "份号：000123",
    ];
    for notice in notices {
        let (found, left) = masthead(&format!("{notice}\n火炬动态\n2022年第12期\n2022年7月31日"));
        assert_eq!(
            (found, left),
            (format!("火炬动态 - 2022 12 - regular 2022-07-31 {notice}"), String::new())
        );
    }
}
