//! Rows by their subject, metric, period, value and change.

use crate::facts::{Change, FactOptions, Value, extract};

/// `zone|subject|metric|period|value|change` of a row; a dash for nothing.
fn shown(value: &Value) -> Option<String> {
    let Value::Observation(row) = value else { return None };
    let dash = || "-".to_owned();
    let change = |it: &Change| {
        let value = it.value.map_or_else(dash, |it| it.to_string());
        format!("{:?} {value}{} {}", it.direction, it.unit.map_or("", |it| it.name), it.basis_text())
    };
    Some(format!(
        "{}|{}|{}|{}|{}|{}",
        row.zone.unwrap_or("-"),
        row.subject.clone().unwrap_or_else(dash),
        row.metric,
        row.period.map_or_else(dash, |it| it.to_string()),
        row.measure.printed().map_or_else(dash, |it| it.to_string()),
        row.change.as_ref().map_or_else(dash, change),
    ))
}

#[test]
fn another_body_is_not_in_the_zone_of_the_article() {
    let text = "火炬动态\n2022年第12期（总第700期）\n科技部火炬中心 2022年7月31日\n\n加快发展取得新成效\n　　\
                全国169家国家高新区实现营业收入42万亿元。\n　　陕西省实现生产总值2.6万亿元。\n　　新源材料有限公司实现销售收入30亿元。\n　　\
                新增企业54家。\n（供稿：西安高新区）\n";
    let found = extract(&crate::parse(text), &FactOptions::default());
    let found: Vec<_> = found.iter().filter_map(|it| shown(&it.value)).collect();
    assert_eq!(
        found,
        [
            "-|全国|国家高新区|-|169|-",
            "-|全国169家国家高新区|营业收入|-|42000000000000|-",
            "-|陕西省|生产总值|-|2600000000000|-",
            "-|新源材料有限公司|销售收入|-|3000000000|-",
            "西安高新区|西安高新区|新增企业|-|54|-",
        ]
    );
}
