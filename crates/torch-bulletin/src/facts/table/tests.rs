//! Tables by the rows that are made of them.

use crate::facts::{FactOptions, Value, extract};

/// `subject|zone|metric|period|low unit|change` of the rows of a table under a caption, and the changes.
fn rows(caption: &str, table: &[&str]) -> Vec<String> {
    let text = format!(
        "火炬动态\n2023年第2期（总第548期） 2023年1月31日\n\n园区运行情况\n    各园区的主要指标见下表。\n{caption}\n{}\n    \
         以上数据为快报数。\n（供稿：西安高新区）\n",
        table.join("\n")
    );
    let found = extract(&crate::parse(&text), &FactOptions::default());
    let dash = || "-".to_owned();
    found
        .iter()
        .filter_map(|fact| {
            let cell = fact.text.of(&text);
            match &fact.value {
                Value::Observation(row) => Some(format!(
                    "{cell}: {}|{}|{}|{}|{}{}|{}",
                    row.subject.as_deref().unwrap_or("-"),
                    row.zone.unwrap_or("-"),
                    row.metric,
                    row.period.map_or_else(dash, |it| it.to_string()),
                    row.measure.printed().map_or_else(dash, |it| it.to_string()),
                    row.unit.map_or("", |it| it.name),
                    row.change.as_ref().map_or_else(dash, |it| format!(
                        "{} {}{} {}",
                        it.direction.as_str(),
                        it.value.map_or_else(dash, |it| it.to_string()),
                        it.unit.map_or("", |it| it.name),
                        it.basis_text()
                    )),
                )),
                Value::Change(change) => {
                    Some(format!("{cell}: {} {}", change.direction.as_str(), change.basis_text()))
                }
                _ => None,
            }
        })
        .collect()
}

#[test]
fn the_label_is_the_subject_and_the_head_the_metric() {
    assert_eq!(
        rows(
            "表1 2022年各园区主要指标",
            &[
                "序号\t高新区\t企业数（家）\t营业收入（亿元）\t同比增长（%）\t所在地",
                "1\t武汉东湖\t1,210\t366.1\t-5.1\t江北",
                "2\t东湾园\t410\t—\t12.3\t江南",
            ]
        ),
        [
            "1,210: 武汉东湖|武汉东湖高新区|企业数|2022|1210家|-",
            "366.1: 武汉东湖|武汉东湖高新区|营业收入|2022|36610000000元|down 5.1% yoy",
            "-5.1: down yoy",
            "410: 东湾园|-|企业数|2022|410家|-",
            "12.3: up yoy",
        ]
    );
}

#[test]
fn the_label_is_the_metric_and_the_head_the_period() {
    assert_eq!(
        rows(
            "表2 西安高新区主要指标（单位：亿元）",
            &[
                "指标\t2021年\t2022年\t增长（%）",
                "营业收入\t4512.6\t5011.9\t11.1",
                "其中：出口额（万美元）\t3012\t3012\t0",
                "企业数\t300家\t310家\t3.3",
            ]
        ),
        [
            "4512.6: 西安高新区|西安高新区|营业收入|2021|451260000000元|-",
            "5011.9: 西安高新区|西安高新区|营业收入|2022|501190000000元|up 11.1% unspecified",
            "11.1: up unspecified",
            "3012: 西安高新区|西安高新区|出口额|2021|30120000美元|-",
            "3012: 西安高新区|西安高新区|出口额|2022|30120000美元|flat 0% unspecified",
            "0: flat unspecified",
            "300家: 西安高新区|西安高新区|企业数|2021|300家|-",
            "310家: 西安高新区|西安高新区|企业数|2022|310家|up 3.3% unspecified",
            "3.3: up unspecified",
        ]
    );
    assert_eq!(
        rows(
            "表3 2022年全省主要指标",
            &["指标名称\t计量单位\t1—6月", "技术收入\t万元\t1 250", "在孵企业\t家\t96"]
        ),
        ["1 250: 全省|-|技术收入|2022-01/2022-06|12500000元|-", "96: 全省|-|在孵企业|2022-01/2022-06|96家|-"]
    );
}

#[test]
fn the_label_is_the_period() {
    assert_eq!(
        rows("表4 发展情况", &["年份\t企业（家）\t收入增速（%）", "2020\t88\t9.5", "2021\t96\t-1.2"]),
        [
            "88: 西安高新区|西安高新区|企业|2020|88家|-",
            "9.5: 西安高新区|西安高新区|收入增速|2020|-|up 9.5% unspecified",
            "96: 西安高新区|西安高新区|企业|2021|96家|-",
            "-1.2: 西安高新区|西安高新区|收入增速|2021|-|down 1.2% unspecified",
        ]
    );
}

#[test]
fn heads_over_two_rows() {
    assert_eq!(
        rows(
            "表5 主要指标",
            &[
                "园区\t2021年\t\t2022年\t",
                "\t企业（家）\t税收（亿元）\t企业（家）\t税收（亿元）",
                "东园\t12\t3.5\t14\t4"
            ]
        ),
        [
            "12: 东园|-|企业|2021|12家|-",
            "3.5: 东园|-|税收|2021|350000000元|-",
            "14: 东园|-|企业|2022|14家|-",
            "4: 东园|-|税收|2022|400000000元|-",
        ]
    );
}

#[test]
fn heads_that_make_nothing_certain_give_no_rows() {
    for table in [
        // The metric may be the head of either side.
        &["指标\t东园\t西园", "营业收入\t12\t13", "利润\t1\t2"][..],
        // What was measured in these years is said nowhere.
        &["园区\t2021年\t2022年", "东园\t12\t13", "西园\t3\t4"],
        // No head, and a column of words.
        &["东园\t12\t13", "西园\t3\t4"],
        &["园区\t负责人\t电话", "东园\t李平\t68001234", "西园\t王林\t68005678"],
        // A rate without %, and one that goes to nothing.
        &["园区\t增长", "东园\t12", "西园\t13"],
    ] {
        assert_eq!(rows("表1 情况", table), [] as [String; 0], "{table:?}");
    }
}
