//! Rows by their subject, metric, period, value and change.

use crate::facts::{Change, FactOptions, Value, extract, extract_text};

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
        row.subject.as_deref().map_or_else(dash, str::to_owned),
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

#[test]
fn numbers_of_a_list_of_years_are_of_their_years() {
    assert_eq!(
        rows("2019年、2020年和2021年江州高新区营业收入分别为2100亿元、2350亿元和2780亿元。"),
        [
            "-|江州高新区|营业收入|2019|210000000000|-",
            "-|江州高新区|营业收入|2020|235000000000|-",
            "-|江州高新区|营业收入|2021|278000000000|-",
        ]
    );
    assert_eq!(
        rows("一季度、二季度分别完成投资12亿元、18亿元。"),
        ["-|-|投资|2022-01/2022-03|1200000000|-", "-|-|投资|2022-04/2022-06|1800000000|-"]
    );
    assert_eq!(
        rows("2019年、2020年,专利授权量分别为865件和1102件。"),
        ["-|-|专利授权量|2019|865|-", "-|-|专利授权量|2020|1102|-"]
    );
    assert_eq!(rows("江州高新区营业收入在全国169家国家高新区中排名第18位。"), [] as [String; 0]);
}

/// The rows of a text that is no issue, read on the last day of July 2022.
pub(in crate::facts) fn rows(text: &str) -> Vec<String> {
    let found = extract_text(text, "2022-07-31".parse().ok(), &FactOptions::default());
    found.iter().filter_map(|it| shown(&it.value)).collect()
}

#[test]
fn a_word_does_not_begin_inside_a_date() {
    // 年内 is a word of time; the text goes on right behind 年.
    assert_eq!(
        rows("1994年内江高新区实现总产值2937亿元。"),
        ["内江高新区|内江高新区|总产值|1994|293700000000|-"]
    );
}

#[test]
fn what_a_row_is_of_stands_before_it() {
    for (text, row) in [
        ("年收入超10亿元的企业974家。", "-|-|年收入超10亿元的企业|-|974|-"),
        (
            "制造业增加值增长15.6%,占工业增加值比重达46.3%。",
            "-|-|制造业增加值占工业增加值比重|-|46.3|Ratio 46.3% share of 工业增加值",
        ),
        (
            "工业总产值6853亿元,降幅较一季度收窄3.2个百分点。",
            "-|-|工业总产值降幅|-|-|Down 3.2百分点 vs 2022-01/2022-03",
        ),
        ("新增高新技术企业126家,总数达到1350家。", "-|-|高新技术企业总数|-|1350|-"),
        ("东部地区收入占全国的68%,中部占18%。", "-|中部|收入占全国|-|18|Ratio 18% share of 全国"),
        ("贷款利率3.6%,较上年下降45个基点。", "-|-|贷款利率|-|-|Down 45基点 yoy"),
        ("综合能耗0.52吨标准煤,比全国低53%。", "-|-|综合能耗|-|0.52|Down 53% vs 全国"),
        ("研发投入年均增长20%,2021年达到56亿元。", "-|-|研发投入|2021|5600000000|-"),
        ("一年内产能由3万片扩大到10万片。", "-|-|产能|-|100000|-"),
        ("项目投产后年产值达50亿元。", "-|-|年产值|-|5000000000|-"),
        ("PM2.5平均浓度降至32微克。", "-|-|PM2.5平均浓度|-|32|-"),
        ("贡献了全市1/4的税收。", "-|-|税收|-|25|Ratio 25% share of 全市"),
        ("园区负责人约150人与会。", "-|-|园区负责人|-|150|-"),
        ("评选出优秀论文28篇。", "-|-|优秀论文|-|28|-"),
        ("中方出资折合人民币45亿元。", "-|-|中方出资|-|4500000000|-"),
        ("对新认定的企业给予20万元奖励。", "-|-|奖励|-|200000|-"),
        ("其中10亿元以上项目9个。", "-|-|10亿元以上项目|-|9|-"),
        ("基金规模从设立之初的5000万元增长到目前的3亿元。", "-|-|基金规模|-|300000000|-"),
        ("建成区面积达到45平方公里。", "-|-|建成区面积|-|45|-"),
        ("员工从最早的30人增加到目前的1500人。", "-|-|员工|-|1500|-"),
        ("新区面积从26平方公里拓展至120平方公里。", "-|-|新区面积|-|120|-"),
        ("全国53个国家高新区共有企业4万家。", "-|全国53个国家高新区|企业|-|40000|-"),
        ("2020年产值3亿元,2021年实现5亿元。", "-|-|产值|2021|500000000|-"),
        ("企业312家,年均净增25家。", "-|-|企业|-|312|Up 25家 unspecified"),
        ("54家国家高新区共建立孵化器348家。", "-|54家国家高新区|孵化器|-|348|-"),
        ("孵化场地面积1200万平方米。", "-|-|孵化场地面积|-|12000000|-"),
        ("76家企业投保。", "-|-|企业|-|76|-"),
        ("全市12个高新区有9个增长。", "-|全市|高新区|-|12|-"),
        ("2021年,国家高新区增至173家。", "-|-|国家高新区|2021|173|-"),
        ("该项目总投资50亿元。", "-|-|总投资|-|5000000000|-"),
        (
            "产值占GDP比重由2016年的28.5%提升至2020年的36.2%。",
            "-|-|产值占GDP比重|2020|36.2|Ratio 36.2% share of GDP",
        ),
        ("1994年产值3亿元,2004年突破120亿元。", "-|-|产值|2004|12000000000|-"),
        ("产值5亿元,三年翻了三番。", "-|-|产值|-|500000000|Up 8倍 unspecified"),
        ("对瞪羚企业最高给予200万元补助。", "-|-|补助|-|2000000|-"),
        ("共有328个项目参赛。", "-|-|项目|-|328|-"),
        ("新登记市场主体3520户。", "-|-|新登记市场主体|-|3520|-"),
        ("常熟等10个园区作书面交流。", "-|-|园区|-|10|-"),
    ] {
        assert!(rows(text).contains(&row.to_owned()), "{text}: {:?}", rows(text));
    }
}

#[test]
fn what_is_told_beside_a_row_is_no_row() {
    for (text, told) in [
        // A difference to another time is a change.
        (
            "2011年上半年完成交易额19亿元,比2010年全年还多3亿元。",
            &["-|-|交易额|2011-01/2011-06|1900000000|Up 300000000元 vs 2010"][..],
        ),
        // A count is of no figure.
        (
            "53个国家高新区营业总收入年均增长25%。",
            &["-|-|国家高新区|-|53|-", "-|53个国家高新区|营业总收入|-|-|Up 25% unspecified"],
        ),
        ("今明两年,市财政将每年安排2000万元。", &[]),
        ("主任会见了客人一行12人。", &[]),
        ("上升至第32位,前进13位。", &[]),
        ("2300个团队报名。", &["-|-|团队|-|2300|-"]),
        (
            "成都、西安高新区作为试点,分别设立了5亿元、3亿元的引导基金。",
            &["成都高新区|成都|引导基金|-|500000000|-", "西安高新区|西安高新区|引导基金|-|300000000|-"],
        ),
    ] {
        assert_eq!(rows(text), told, "{text}");
    }
}

#[test]
fn rates_of_a_list_go_to_the_levels_before_in_their_order() {
    let told = ["-|-|总收入|-|30000000000|Up 7% yoy", "-|-|净利润|-|1000000000|Up 9% yoy"];
    for rates in ["分别比上年增长7%、9%", "同比分别增长7%,9%", "同比增长7%和9%", "同比增长7%、和9%"]
    {
        assert_eq!(rows(&format!("总收入300亿元,净利润10亿元,{rates}。")), told, "{rates}");
    }
}

#[test]
fn a_zone_that_grows_is_who_the_row_is_about() {
    assert_eq!(
        rows("全省工业总产值2.4万亿元,同比增长7%,其中深圳高新区增长9%、佛山高新区增长6%。")[1..],
        [
            "深圳高新区|深圳高新区|工业总产值|-|-|Up 9% unspecified",
            "佛山高新区|佛山高新区|工业总产值|-|-|Up 6% unspecified",
        ]
    );
    assert_eq!(
        rows("全国83个国家高新区(含苏州工业园)营业总收入10万亿元。")[1..],
        ["-|-|营业总收入|-|10000000000000|-"]
    );
}

#[test]
fn places_of_a_list_share_what_they_are_behind_their_number() {
    assert_eq!(
        rows("西安、成都两个高新区总收入分别为2014亿元和1695亿元,增长28%、22%。"),
        [
            "西安高新区|西安高新区|总收入|-|201400000000|Up 28% unspecified",
            "成都高新区|成都高新区|总收入|-|169500000000|Up 22% unspecified",
        ]
    );
    let zones = |text: &str| {
        let found = extract_text(text, None, &FactOptions::default());
        found.iter().filter(|it| matches!(it.value, Value::Zone(_))).count()
    };
    assert_eq!(zones("西安、成都两个高新区参会。"), 2);
    assert_eq!(zones("西安、成都、武汉东湖、合肥等高新区代表发言。"), 4);
    assert_eq!(zones("西安、成都等4家国家高新区入选。"), 2);
    assert_eq!(zones("西安、成都等城市参会。"), 0);
}

#[test]
fn what_is_said_of_a_place_in_a_ranking_is_no_subject_and_an_enumerator_is_nothing() {
    assert_eq!(
        rows("江州高新区上市企业32家，居全国高新区第二位；聚集股权投资机构328家。"),
        ["-|江州高新区|上市企业|-|32|-", "-|江州高新区|股权投资机构|-|328|-"]
    );
    for head in ["1. ", "（一）", "①", ""] {
        let found = rows(&format!("{head}苏州高新区营业收入达到500亿元。"));
        assert_eq!(found, ["苏州高新区|苏州高新区|营业收入|-|50000000000|-"], "{head}");
    }
}

#[test]
fn what_is_told_off_has_a_row_for_each() {
    assert_eq!(
        rows("2021年，苏州高新区和成都高新区营业收入分别为500亿元、600亿元。"),
        [
            "苏州高新区|苏州高新区|营业收入|2021|50000000000|-",
            "成都高新区|成都高新区|营业收入|2021|60000000000|-"
        ]
    );
    assert_eq!(
        rows("2021年，苏州高新区和成都高新区营业收入同比分别增长10%和下降2%。"),
        [
            "苏州高新区|苏州高新区|营业收入|2021|-|Up 10% yoy",
            "成都高新区|成都高新区|营业收入|2021|-|Down 2% yoy"
        ]
    );
    assert_eq!(
        rows("收入、利润分别增长10%和-2%。"),
        ["-|-|收入|-|-|Up 10% unspecified", "-|-|利润|-|-|Down 2% unspecified"]
    );
    // A share of another whole is a row of its own.
    let shares = rows("生产总值占全省三分之一、全国九分之一。");
    let metrics: Vec<_> = shares.iter().filter_map(|it| it.split('|').nth(2)).collect();
    assert_eq!(metrics, ["生产总值占全省", "生产总值占全国"]);
}

#[test]
fn a_change_says_against_what() {
    assert_eq!(
        rows("2021年，江州高新区GDP增长8.1%，高于全省2.3个百分点。"),
        ["-|江州高新区|GDP|2021|-|Up 8.1% unspecified", "-|江州高新区|GDP|2021|-|Up 2.3百分点 vs 全省"]
    );
    assert_eq!(rows("与去年同期相比，利润下滑12.5%。"), ["-|-|利润|-|-|Down 12.5% yoy"]);
    assert_eq!(
        rows("进出口总额减少12.4亿元，降幅达8.3%。"),
        ["-|-|进出口总额|-|-|Down 1240000000元 unspecified", "-|-|进出口总额|-|-|Down 8.3% unspecified"]
    );
    assert_eq!(
        rows("2021年，新三板挂牌企业86家，比去年底新增54家。"),
        ["-|-|新三板挂牌企业|2021|86|Up 54家 vs 2021-12-31"]
    );
    // The bound and the value are one fact.
    assert_eq!(rows("2021年营业收入达512.6亿元，首次突破500亿元大关。"), ["-|-|营业收入|2021|51260000000|-"]);
}

#[test]
fn months_of_a_year_that_is_not_printed_are_of_the_issue_s() {
    assert_eq!(
        rows("前5个月，苏州高新区实现营业收入500亿元。"),
        ["苏州高新区|苏州高新区|营业收入|2022-01/2022-05|50000000000|-"]
    );
}

#[test]
fn words_of_an_amount_may_begin_inside_the_verb_before() {
    // 约占 of the amount begins in 签约.
    assert_eq!(rows("2021年，签约占5%。"), ["-|-|占|2021|5|Ratio 5% unspecified"]);
}

#[test]
fn a_list_that_its_own_number_sums_up_is_told_off_too() {
    assert_eq!(
        rows(
            "生物医药、电子信息、新材料三大产业分别实现产值120亿元、310亿元和88亿元,占全区工业总产值的14%、37%和10%。"
        )[..4],
        [
            "-|-|生物医药产业产值|-|12000000000|-",
            "-|-|电子信息产业产值|-|31000000000|-",
            "-|-|新材料产业产值|-|8800000000|-",
            "-|-|生物医药产业产值占比|-|14|Ratio 14% share of 全区工业总产值",
        ]
    );
}

#[test]
fn a_metric_keeps_what_is_a_part_of_its_name() {
    for (text, told) in [
        ("实际利用外资1.26亿美元。", "-|-|实际利用外资|-|126000000|-"),
        ("平均利率4.35%。", "-|-|平均利率|-|4.35|-"),
        ("该项目总投资12亿元。", "-|-|总投资|-|1200000000|-"),
        ("该区年均增速保持在22%以上。", "-|-|年均增速|-|-|Up 22% unspecified"),
        ("孵化面积从最初的8000平方米扩大到36万平方米。", "-|-|孵化面积|-|360000|-"),
        ("其中电子信息产业完成412亿元。", "-|-|电子信息产业|-|41200000000|-"),
        ("专利授权量突破千件大关,达1086件。", "-|-|专利授权量|-|1086|-"),
        ("规上企业利润总额由降转增,增长4.2%。", "-|-|规上企业利润总额|-|-|Up 4.2% unspecified"),
        ("营业收入超50亿元企业15家。", "-|-|营业收入超50亿元企业|-|15|-"),
        ("江州创业中心成立于1991年3月,现有孵化场地3万平方米。", "-|江州创业中心|孵化场地|-|30000|-"),
        ("520余家企业参展。", "-|-|企业|-|520|-"),
        ("高新技术企业由60家发展到目前的1100多家。", "-|-|高新技术企业|-|1100|-"),
        (
            "研发经费支出占地区生产总值的5.62%。",
            "-|-|研发经费支出占地区生产总值|-|5.62|Ratio 5.62% share of 地区生产总值",
        ),
    ] {
        assert_eq!(rows(text)[0], told, "{text}");
    }
    // A place among others is no figure of theirs.
    assert!(rows("综合排名列全国169家高新区第37位,较上年前移5位。").is_empty());
}

#[test]
fn what_has_grown_is_the_second_of_two_ends() {
    assert_eq!(
        rows("登记数由110项增加到183项,成交额由43亿元增加到71亿元,分别增长65%和66%。"),
        ["-|-|登记数|-|183|Up 65% unspecified", "-|-|成交额|-|7100000000|Up 66% unspecified",]
    );
    // Another change of the same level is of its time.
    let told = rows("企业由2005年的97家增加到2010年的231家,净增134家,增长1.38倍。");
    assert_eq!(told[2], "-|-|企业|2010|-|Up 1.38倍 unspecified");
}

#[test]
fn a_gap_says_to_whom() {
    let changes = |text: &str| -> Vec<String> {
        let found = extract_text(text, None, &FactOptions::default());
        let shown = |value: &Value| {
            let Value::Change(it) = value else { return None };
            Some(format!("{} {}", it.value.map_or("-".to_owned(), |it| it.to_string()), it.basis_text()))
        };
        found.iter().filter_map(|it| shown(&it.value)).collect()
    };
    assert_eq!(changes("强度比全省平均水平高出1.9个百分点。"), ["1.9 vs 全省平均水平"]);
    assert_eq!(changes("增速高于全省2.1和4.6个百分点。"), ["2.1 vs 全省", "4.6 vs 全省"]);
}
