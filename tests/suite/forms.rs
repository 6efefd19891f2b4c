//! Every form of masthead, contents list, heading, attribution and colophon that kindred newsletters are known to print: one
//! row a form, each in a small issue around it.

use torch_bulletin::model::{Block, MarkerStyle};
use torch_bulletin::{Bulletin, Text, parse};

const HEAD: &str = "火炬动态\n2022年第12期(总第541期) 2022年7月31日\n";
const FIRST: &str = "甲市高新区举办创业活动";
const SECOND: &str = "乙市高新区设立产业基金";

/// Two articles under `front`.
fn two(front: &str) -> String {
    format!(
        "{front}\n{FIRST}\n活动很成功,各方都满意。\n(供稿:甲市科技局)\n\n{SECOND}\n基金很大,各方都满意。\n(供稿:乙市科技局)\n"
    )
}

fn of(source: &str, text: Option<&Text>) -> String {
    text.map_or_else(|| "-".to_owned(), |it| it.of(source).into_owned())
}

/// Rows that are read otherwise than expected; none may be, and nothing of any may be left over.
fn each<'r>(rows: &[(&'r str, &'r str)], read: impl Fn(&str) -> (String, String)) {
    let wrong = rows.iter().filter_map(|&(row, expected)| {
        let (found, left) = read(row);
        (found != expected || !left.is_empty())
            .then(|| format!("{row:?}: expected {expected}, found {found}, left over {left:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn left(source: &str, bulletin: &Bulletin) -> String {
    bulletin.unparsed.iter().map(|it| it.of(source).into_owned()).collect::<Vec<_>>().join("|")
}

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
            ("甲市科技局主办", "甲市科技局主办"),
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
                "火炬动态 甲市科技局综合处编印 2022 12 - regular 2022-07-31 ",
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

/// Heading, entries with their pages and articles of a contents list.
fn contents(list: &str) -> (String, String) {
    let source = two(&format!("{HEAD}\n{list}\n"));
    let parsed = parse(&source);
    let bulletin = parsed.bulletin();
    let entries: Vec<String> = bulletin
        .contents
        .groups
        .iter()
        .flat_map(|group| &group.entries)
        .map(|it| format!("{} {:?} {:?}", it.title.of(&source), it.page, it.article))
        .collect();
    let heading = if bulletin.contents.heading.is_some() { "heading" } else { "-" };
    (format!("{heading}; {}", entries.join("; ")), left(&source, bulletin))
}

#[test]
fn contents_lists() {
    let plain = format!("heading; {FIRST} None Some(0); {SECOND} None Some(1)");
    let headings = [
        "目录",
        "目    录",
        "目    次",
        "要目",
        "≡本期要目≡",
        "本期导读",
        "【目录】",
        "◆本期要目◆",
        "CONTENTS",
        "目录\nCONTENTS",
        "目  录\nC O N T E N T S",
        "目录 CONTENTS",
        "本期主要内容",
    ];
    each(&headings.map(|it| (it, &*plain)), |row| contents(&format!("{row}\n{FIRST}\n{SECOND}")));
    let bullets =
        ["·", "●", "★", "■ ", "◆", "◇", "▲", "○", "► ", "➢", "√", "- ", "1. ", "（1）", "①", "一、", "1 "];
    each(&bullets.map(|it| (it, &*plain)), |row| {
        let next = row.replace('1', "2").replace('①', "②").replace('一', "二");
        contents(&format!("目录\n{row}{FIRST}\n{next}{SECOND}"))
    });
    let paged = format!("heading; {FIRST} Some(2) Some(0); {SECOND} Some(3) Some(1)");
    let leaders = [
        "……#",
        "......#",
        "·····#",
        "  #",
        "(#)",
        "（#）",
        " . . . . #",
        "………（#）",
        "……第#页",
        " P#",
        "\t#",
        "【#】",
        " / #",
        "/#",
        " | #",
        "（第#页）",
        "—#—",
        "——#",
        "（#-9）",
        "\n#",
    ];
    each(&leaders.map(|it| (it, &*paged)), |row| {
        let page = |page: &str| row.replace('#', page);
        contents(&format!("目录\n{FIRST}{}\n{SECOND}{}", page("2"), page("3")))
    });
    let before = ["第#页 ", "第#页：", "P#  ", "# ", "#/"];
    each(&before.map(|it| (it, &*paged)), |row| {
        contents(&format!("目录\n{}{FIRST}\n{}{SECOND}", row.replace('#', "2"), row.replace('#', "3")))
    });
    // A dashed line under an entry is its subtitle, and a line of the masthead or the colophon after the list no entry.
    let subtitled = format!("heading; {FIRST}——访赵一鸣 Some(2) Some(0); {SECOND} Some(3) Some(1)");
    let rows = [format!("{FIRST}…………2\n——访赵一鸣"), format!("{FIRST}\n——访赵一鸣…………2")];
    each(&rows.each_ref().map(|it| (&**it, &*subtitled)), |row| {
        contents(&format!("目录\n{row}\n{SECOND}…………3"))
    });
    let asides = [
        "主办：甲市科技局",
        "甲市科技局编印 2022年7月31日",
        "本期共4页",
        "责任编辑：赵一鸣",
        "科技部火炬中心",
    ];
    each(&asides.map(|it| (it, &*paged)), |row| {
        contents(&format!("目录\n{FIRST}…………2\n{SECOND}…………3\n\n{row}\n"))
    });
}

#[test]
fn section_labels() {
    let labels = [
        "【#】",
        "〔#〕",
        "[#]",
        "〖#〗",
        "◎#",
        "▌#",
        "#",
        "◆#",
        "■ #",
        "★#",
        "▲#",
        "● #",
        "※#",
        "◇#",
        "「#」",
        "『#』",
        "《#》",
        "★#★",
        "◆#◆",
        "#：",
        "—#—",
        "=#=",
        "“#”",
        "※ # ※",
    ];
    let rows = labels.iter().flat_map(|label| [(*label, "#"), (*label, *label)]);
    let rows: Vec<String> = rows.map(|(list, body)| format!("{list}\n{body}")).collect();
    let rows = rows.iter().map(|row| (&**row, "要闻 园区动态; 要闻 园区动态")).collect::<Vec<_>>();
    each(&rows, |row| {
        let (row, printed) = row.split_once('\n').unwrap();
        let (first, second) = (row.replace('#', "要闻"), row.replace('#', "园区动态"));
        let body = two("").replace(FIRST, &format!("{}\n\n{FIRST}", printed.replace('#', "要闻")));
        let body = body.replace(SECOND, &format!("{}\n\n{SECOND}", printed.replace('#', "园区动态")));
        let source = format!("{HEAD}\n目录\n{first}\n{FIRST}\n{second}\n{SECOND}\n{body}");
        let parsed = parse(&source);
        let bulletin = parsed.bulletin();
        let groups: Vec<_> =
            bulletin.contents.groups.iter().map(|it| of(&source, it.section.as_ref())).collect();
        let sections: Vec<_> = bulletin.sections.iter().map(|it| of(&source, it.name.as_ref())).collect();
        (format!("{}; {}", groups.join(" "), sections.join(" ")), left(&source, bulletin))
    });
}

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

/// Bodies and people of the first of two articles that an attribution closes, on a line of its own and at a paragraph's end.
fn attribution(form: &str) -> (String, String) {
    let mut found = Vec::new();
    for before in ["\n", ""] {
        if before.is_empty() && !form.starts_with(['(', '（', '[', '〔']) {
            continue;
        }
        let source = two(HEAD).replace("\n(供稿:甲市科技局)", &format!("{before}{form}"));
        let parsed = parse(&source);
        let bulletin = parsed.bulletin();
        let article = bulletin.articles().next().unwrap();
        let names = |names: Vec<&Text>| names.iter().map(|it| it.of(&source)).collect::<Vec<_>>().join(" ");
        found.push(format!(
            "{}; {}; {} of {} blocks",
            names(article.attributions.iter().flat_map(|it| &it.organisations).collect()),
            names(article.attributions.iter().flat_map(|it| &it.people).collect()),
            bulletin.articles().count(),
            article.blocks.len(),
        ));
    }
    found.dedup();
    (found.join(" or "), String::new())
}

#[test]
fn attributions() {
    let rows = [
        ("(供稿:甲市科技局)", "甲市科技局; "),
        ("（甲市科技局 供稿）", "甲市科技局; "),
        ("(甲市科技局供稿)", "甲市科技局; "),
        ("供稿：甲市科技局　审核：赵一鸣", "甲市科技局; 赵一鸣"),
        ("供稿：甲市科技局 初审：赵一鸣 复审：钱二 审核：孙三元", "甲市科技局; 赵一鸣 钱二 孙三元"),
        ("供稿：甲市科技局/摄影：赵一鸣/审核：钱二元", "甲市科技局; 赵一鸣 钱二元"),
        ("(本刊讯)", "; "),
        ("(编译自:某国科技网)", "某国科技网; "),
        ("来源：甲市日报 2022-07-22 作者：赵一鸣", "甲市日报; 赵一鸣"),
        ("发布时间：2022-07-22 | 来源：甲市日报 | 作者：赵一鸣", "甲市日报; 赵一鸣"),
        ("文/赵一鸣", "; 赵一鸣"),
        ("（作者：赵一鸣，作者单位：甲市科技局）", "甲市科技局; 赵一鸣"),
        ("作者单位：甲市科技局", "甲市科技局; "),
        ("(本刊记者 赵一鸣)", "; 赵一鸣"),
        ("（记者 赵一鸣 通讯员 钱二元）", "; 赵一鸣 钱二元"),
        ("（摘自《甲市日报》）", "甲市日报; "),
        ("转载自甲市日报", "甲市日报; "),
        ("（据《甲市日报》报道）", "甲市日报; "),
        ("——摘自《甲市日报》", "甲市日报; "),
        ("——供稿：甲市科技局", "甲市科技局; "),
        ("(供稿:甲市科技局赵一鸣 钱二元)", "甲市科技局; 赵一鸣 钱二元"),
        ("(供稿:甲市科技局 王　茜)", "甲市科技局; 王　茜"),
        ("〔供稿：甲市科技局〕", "甲市科技局; "),
        ("（责任编辑：赵一鸣）", "; 赵一鸣"),
        ("（供稿：甲市科技局  核稿：赵一鸣）", "甲市科技局; 赵一鸣"),
        ("[甲市科技局供稿]", "甲市科技局; "),
        ("供稿 甲市科技局", "甲市科技局; "),
        ("——甲市科技局供稿", "甲市科技局; "),
        ("供稿：甲市科技局（赵一鸣）", "甲市科技局; 赵一鸣"),
        ("供稿单位：甲市科技局  联系人：赵一鸣", "甲市科技局; 赵一鸣"),
        ("（供稿：甲市科技局）（编辑：赵一鸣）", "甲市科技局; 赵一鸣"),
        ("本刊记者 赵一鸣", "; 赵一鸣"),
        ("（本报记者 赵一鸣）", "; 赵一鸣"),
        ("据《甲市日报》报道", "甲市日报; "),
        ("据《甲市日报》3月6日报道", "甲市日报; "),
        ("（据甲市政府网站）", "甲市政府网站; "),
        ("(摘自《甲市日报》2019年3月6日)", "甲市日报; "),
        ("（新华社记者 赵一鸣）", "新华社; 赵一鸣"),
        ("（新华社北京3月6日电 记者赵一鸣）", "新华社; 赵一鸣"),
        ("（《甲市日报》记者赵一鸣、钱二元）", "甲市日报; 赵一鸣 钱二元"),
        ("（本刊讯 记者 赵一鸣）", "; 赵一鸣"),
        ("本报讯（记者 赵一鸣）", "; 赵一鸣"),
        ("（综合新华社、《甲市日报》报道）", "新华社 甲市日报; "),
        ("（据新华社北京电）", "新华社; "),
        ("（本刊综合整理）", "; "),
        ("（甲市科技局 作者：赵一鸣 钱二元）", "甲市科技局; 赵一鸣 钱二元"),
        ("（甲市科技局调研组；执笔：赵一鸣）", "甲市科技局调研组; 赵一鸣"),
        ("（作者系甲市大学管理学院教授）", "甲市大学管理学院; "),
        ("（作者赵一鸣系甲市科技局副局长）", "甲市科技局; 赵一鸣"),
        ("作者：赵一鸣（作者系甲市大学教授）", "甲市大学; 赵一鸣"),
        ("（甲市科技局 供稿 赵一鸣 整理）", "甲市科技局; 赵一鸣"),
        ("（文/赵一鸣 图/钱二元）", "; 赵一鸣 钱二元"),
        ("（撰文 赵一鸣 摄影 钱二元）", "; 赵一鸣 钱二元"),
        ("（赵一鸣编译自《自然》2015年3月）", "自然; 赵一鸣"),
        ("（审核：赵一鸣 编辑：钱二元）", "; 赵一鸣 钱二元"),
        ("（课题组组长：赵一鸣 成员：钱二元、孙三）", "; 赵一鸣 钱二元 孙三"),
        ("（图片由甲市科技局提供）", "甲市科技局; "),
        ("甲市科技局供稿", "甲市科技局; "),
        ("赵一鸣整理", "; 赵一鸣"),
        ("文 | 赵一鸣", "; 赵一鸣"),
        ("来源：甲市日报", "甲市日报; "),
    ];
    let rows = rows.map(|(row, names)| (row, format!("{names}; 2 of 1 blocks")));
    let rows: Vec<(&str, &str)> = rows.iter().map(|(row, names)| (*row, &**names)).collect();
    each(&rows, attribution);
}

/// What only a line of its own tells: at a paragraph's end the same bracket is an aside.
#[test]
fn names_alone_in_brackets() {
    let rows = [
        ("（甲市科技局）", "甲市科技局; "),
        ("（综合处）", "综合处; "),
        ("〔供稿〕甲市科技局", "甲市科技局; "),
        ("（甲市高新区管委会　赵一鸣　钱二元）", "甲市高新区管委会; 赵一鸣 钱二元"),
        ("（赵一鸣）", "; 赵一鸣"),
        ("（《甲市科技》2019年第4期）", "甲市科技; "),
        ("（甲市科技局：赵一鸣）", "甲市科技局; 赵一鸣"),
        ("（甲市科技局推荐）", "甲市科技局; "),
        ("（甲市日报客户端）", "甲市日报客户端; "),
    ];
    for (row, names) in rows {
        let (found, _) = attribution(row);
        let own = format!("{names}; 2 of 1 blocks");
        assert!(found.starts_with(&own) && found != own, "{row}: {found}");
    }
    for row in ["（高新区）", "（掌声）", "（据统计）", "（2019年）"] {
        // No attribution: the article goes on to that of the next.
        assert!(attribution(row).0.starts_with("乙市科技局; ; 1 of "), "{row}");
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

#[test]
fn colophons() {
    let rows = [
        ("主编：赵一鸣", "chief-editor"),
        ("副 主 编 ： 赵一鸣", "deputy-editor"),
        ("总编辑：赵一鸣", "chief-editor"),
        ("责任编辑：赵一鸣", "editor"),
        ("校对：赵一鸣", "proofreader"),
        ("核稿：赵一鸣", "reviewer"),
        ("审签：赵一鸣", "reviewer"),
        ("报：科技部领导", "report-to"),
        ("送：各高新区", "send-to"),
        ("发：各处室", "issue-to"),
        ("抄送：各高新区", "send-to"),
        ("报　　送：科技部", "report-to"),
        ("分送：各处室", "issue-to"),
        ("印数：200份", "copies"),
        ("（共印200份）", "copies"),
        ("E-mail：a@b.cn （共印200份）", "email copies"),
        ("内部资料 注意保存", "other"),
        ("每期印200份", "copies"),
        ("编制单位：甲市科技局", "other"),
        ("期号：2022年第12期", "other"),
        ("内部报刊准印证号（JS）第123号", "permit"),
        ("印刷：甲市印刷厂", "printer"),
        ("投稿邮箱：a@b.cn", "email"),
        ("查稿电话：010-1234567", "telephone"),
        ("电话：1234567 | 邮箱：a@b.cn", "telephone email"),
        ("传真：1234567", "fax"),
        ("邮编 100036", "postcode"),
        ("电话 (010)68001234", "telephone"),
        ("网址 www.a.cn", "website"),
        ("地址 甲市乙路1号", "address"),
        ("版权所有 翻印必究", "other"),
        ("微信公众号：甲市高新区", "other"),
        ("主编 赵一鸣　责任编辑 钱二元", "chief-editor editor"),
        ("主　编　王　茜", "chief-editor"),
        ("主　编：王　茜　　责任编辑：李　四", "chief-editor editor"),
        ("编辑：赵一鸣　美编：钱二元　摄影：孙三", "editor other other"),
        ("编辑：赵一鸣\n版式设计：钱二元\n电话：1234567", "editor other telephone"),
        ("甲市科技局办公室　2022年7月31日印发", "other"),
        ("2022年7月31日印发 共印300份", "other copies"),
        ("送：科技部领导；\n    各省、自治区科技厅；\n    各国家高新区。", "send-to"),
        ("签发人：赵一鸣", "reviewer"),
        ("联系方式：010-1234567", "other"),
        ("邮政编码 100036　电话 68001234", "postcode telephone"),
        ("（此件发至县团级）", "other"),
    ];
    each(&rows, |row| {
        let source = format!("{}\n{row}\n", two(HEAD));
        let parsed = parse(&source);
        let fields = parsed.bulletin().colophon.imprints.iter().flat_map(|it| &it.fields);
        let kinds: Vec<&str> = fields.map(|it| it.kind.as_str()).collect();
        (kinds.join(" "), left(&source, parsed.bulletin()))
    });
}
