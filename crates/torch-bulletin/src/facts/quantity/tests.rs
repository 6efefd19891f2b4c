//! Amounts with their bounds, and names with digits that are none.

use super::*;
use crate::facts::date::Calendar;
use crate::facts::mark::Marks;

/// Every quantity of a text: as printed, comparator, ends, unit.
fn quantities(text: &str) -> Vec<(&str, String)> {
    let mut marks = Marks::default();
    marks.read(text, &Calendar::default());
    let end = |value: Option<Decimal>| value.map_or(String::new(), |value| value.to_string());
    let shown = |it: &Amount| {
        let Quantity { measure, unit, .. } = it.quantity;
        let range = if measure.low == measure.high {
            end(measure.low)
        } else {
            format!("{}..{}", end(measure.low), end(measure.high))
        };
        let about = if measure.approximate { "≈" } else { "" };
        format!(
            "{about}{}{range}{}",
            measure.comparator,
            unit.map_or(String::new(), |unit| format!(" {unit}"))
        )
    };
    marks.amounts.iter().filter(|it| !it.bare).map(|it| (&text[it.start..it.end], shown(it))).collect()
}

#[test]
fn quantities_with_their_bounds() {
    for (text, printed, value) in [
        ("发布396个岗位", "396个", "=396 个"),
        ("首次突破300亿元", "首次突破300亿元", ">30000000000.. 元"),
        ("人数已超过1000人", "超过1000人", ">1000.. 人"),
        ("近2000个岗位", "近2000个", "≈~..2000 个"),
        ("1.5万余个岗位", "1.5万余个", "≈>15000.. 个"),
        ("吸引2万多人", "2万多人", "≈>20000.. 人"),
        ("约300名学员", "约300名", "≈~300 人"),
        ("300名左右", "300名左右", "≈~300 人"),
        ("不足5%", "不足5%", "<..5 %"),
        ("不低于10%", "不低于10%", ">=10.. %"),
        ("50家以上", "50家以上", ">=50.. 家"),
        ("最高2000万元", "最高2000万元", "<=..20000000 元"),
        ("企业数10万家", "10万家", "=100000 家"),
        ("两个半月", "两个半月", "=2.5 个月"),
        ("吸引数10万名求职者", "数10万名", "≈>100000.. 人"),
        ("占比超1/4", "超1/4", ">25.. %"),
        ("三分之一的企业", "三分之一", "=33.33333333333333 %"),
        ("百分之七十", "百分之七十", "=70 %"),
        ("七成企业", "七成", "=70 %"),
        ("提高0.3个百分点", "0.3个百分点", "=0.3 百分点"),
        ("强度达到300万元/亩", "300万元/亩", "=3000000 元/亩"),
        ("能耗降至0.58吨标煤", "0.58吨标煤", "=0.58 吨标煤"),
        ("容积率达到2.0。", "2.0", "=2"),
        ("面积80平方公里", "80平方公里", "=80 平方千米"),
        ("面积近8万平方米", "近8万平方米", "≈~..80000 平方米"),
        ("5%—8%的增速", "5%—8%", "=5..8 %"),
        ("5-20%", "5-20%", "=5..20 %"),
        ("100万元至200万元", "100万元至200万元", "=1000000..2000000 元"),
        ("七千到九千亿元", "七千到九千亿元", "=700000000000..900000000000 元"),
        ("增长-1.2亿元", "-1.2亿元", "=-120000000 元"),
        ("2 000亿元", "2 000亿元", "=200000000000 元"),
        ("1600MN多功能", "1600MN", "=1600 MN"),
        ("三四百家", "三四百家", "≈=300..400 家"),
        ("单个项目最高可获800万元", "最高可获800万元", "<=..8000000 元"),
        ("营业收入不得超过2亿元", "不得超过2亿元", "<=..200000000 元"),
        ("占比达40%强,", "40%强", "≈>40.. %"),
        ("惠及3000户(次)以上", "3000户(次)以上", ">=3000.. 户"),
        ("能耗0.3吨标煤/万元", "0.3吨标煤/万元", "=0.3 吨标煤/万元"),
    ] {
        assert_eq!(quantities(text), [(printed, value.to_owned())], "{text}");
    }
}

#[test]
fn names_and_ranks_are_none() {
    for text in [
        "5G产业",
        "400G硅光",
        "“599N”平台",
        "G7高校",
        "3D打印",
        "3551光谷",
        "世界500强",
        "前50名",
        "第12期",
        "(010)88656173",
        "航天510所",
        "4/5G",
        "T300级",
        "总第541期",
        "100045",
        "第3方面",
        "第2、3位",
        "第十一条",
        "第二十三款",
    ] {
        assert_eq!(quantities(text), [], "{text}");
    }
}
