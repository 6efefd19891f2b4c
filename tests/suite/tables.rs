//! Tables in the forms that extractors leave them, and the cells that a careful reader would give them.

use torch_bulletin::model::Block;
use torch_bulletin::parse;

const HEAD: &str = "火炬动态\n2019年第3期\n2019年3月31日\n甲市举办活动\n活动办得很成功，各方满意。\n";
const FOOT: &str = "\n(供稿:甲市)\n";

/// The rows of all tables, cells parted by `/`, an empty one as `-`; captions and notes by themselves, prose left out.
fn rows(table: &str) -> Vec<String> {
    let source = format!("{HEAD}{table}{FOOT}");
    let parsed = parse(&source);
    assert!(parsed.bulletin().unparsed.is_empty(), "{table}");
    let blocks = parsed.bulletin().articles().flat_map(|article| &article.blocks).skip(1);
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Table { rows } => out.extend(rows.iter().map(|row| {
                let cells = row.iter().map(|cell| cell.as_ref().map_or("-".into(), |it| it.of(&source)));
                cells.collect::<Vec<_>>().join("/")
            })),
            other => out.push(format!("{} {}", other.kind(), other.of(&source))),
        }
    }
    out
}

#[test]
fn empty_cells_keep_their_columns() {
    for (name, table) in [
        (
            "blanks",
            "指标        数值      增长\n产值        120.5     8.1\n税收                  9.0\n合计        135.7",
        ),
        ("tabs", "指标\t数值\t增长\n产值\t120.5\t8.1\n税收\t\t9.0\n合计\t135.7\t"),
        (
            "bars",
            "| 指标 | 数值 | 增长 |\n|---|---|---|\n| 产值 | 120.5 | 8.1 |\n| 税收 | | 9.0 |\n| 合计 | 135.7 | |",
        ),
        (
            "a box",
            "┌──┬──┬──┐\n│指标│数值│增长│\n├──┼──┼──┤\n│产值│120.5│8.1│\n│税收│    │9.0│\n│合计│135.7│   │\n└──┴──┴──┘",
        ),
    ] {
        assert_eq!(rows(table), ["指标/数值/增长", "产值/120.5/8.1", "税收/-/9.0", "合计/135.7/-"], "{name}");
    }
    let first =
        "                 2014年   2015年\n甲市高新区         120      135\n乙市高新区          20       25";
    assert_eq!(rows(first), ["-/2014年/2015年", "甲市高新区/120/135", "乙市高新区/20/25"]);
}

#[test]
fn single_blanks_part_cells_where_all_rows_have_as_many() {
    let captioned = "表1 指标（单位：亿元）\n指标 数值 增长\n产值 120.5 8.1\n税收 15.2 9.0\n注：初步数。";
    let expected = [
        "caption 表1 指标（单位：亿元）",
        "指标/数值/增长",
        "产值/120.5/8.1",
        "税收/15.2/9.0",
        "note 注：初步数。",
    ];
    assert_eq!(rows(captioned), expected);
    assert_eq!(
        rows("园区 企业 收入\n甲市 120 8.1\n乙市 15 9.0"),
        ["园区/企业/收入", "甲市/120/8.1", "乙市/15/9.0"]
    );
    // Names are no table without a caption.
    assert_eq!(rows("王明 李刚 赵敏\n周华 钱多 孙静")[0], "heading 王明 李刚 赵敏");
}

#[test]
fn a_table_goes_on_over_a_page() {
    let table = "表1 指标\n（单位：亿元）\n指  标    数值    增长\n产值      120.5   8.1\n— 2 —\n税收              9.0";
    let expected =
        ["caption 表1 指标", "note （单位：亿元）", "指  标/数值/增长", "产值/120.5/8.1", "税收/-/9.0"];
    assert_eq!(rows(table), expected);
    let again = "表1 指标\n指标    数值\n产值    120.5\n续表\n指标    数值\n税收    15.2";
    assert_eq!(rows(again)[3..], ["caption 续表", "指标/数值", "税收/15.2"]);
}

#[test]
fn a_sentence_is_a_cell_between_tabs_and_an_item_is_none() {
    let table = "政策\t内容\n税收\t减免三年，期满为止。\n人才\t给予补贴。";
    assert_eq!(rows(table), ["政策/内容", "税收/减免三年，期满为止。", "人才/给予补贴。"]);
    let items = "1.\t加强领导，明确责任。\n2.\t突出重点。";
    assert_eq!(rows(items)[0], "paragraph 1.\t加强领导，明确责任。");
}
