//! Contents lists and the section names in them.

use torch_bulletin::parse;

use super::{FIRST, HEAD, SECOND, each, left, of, two};

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
