//! Facts: what users of other extractors have complained of, and what a text of one mark without end costs.

use torch_bulletin::facts::{Date, FactOptions, Value, extract_text};
use torch_bulletin_tests::random::Random;
use torch_bulletin_tests::{corpus, invariants, say};

/// The facts of a line in an issue of 2022-07-31: kind, text, and the value in a few words.
fn facts(text: &str) -> Vec<String> {
    let found = extract_text(text, "2022-07-31".parse().ok(), &FactOptions::default());
    let shown = |fact: &torch_bulletin::facts::Fact| {
        let printed = fact.text.of(text);
        match &fact.value {
            Value::Date(Date { value, .. }) => {
                format!(
                    "date {printed} {}",
                    value.map_or_else(|| "vague".to_owned(), |value| value.to_string())
                )
            }
            Value::Quantity(quantity) => {
                let measure = quantity.measure;
                let end = |end: Option<torch_bulletin::facts::Decimal>| {
                    end.map_or(String::new(), |end| end.to_string())
                };
                let number = if measure.low == measure.high {
                    end(measure.low)
                } else {
                    format!("{}..{}", end(measure.low), end(measure.high))
                };
                let unit = quantity.unit.map_or_else(String::new, |unit| unit.to_string());
                format!("quantity {printed} {}{number} {unit}", measure.comparator)
            }
            value => format!("{} {printed}", value.kind()),
        }
    };
    let kept =
        |fact: &&torch_bulletin::facts::Fact| matches!(fact.value, Value::Date(_) | Value::Quantity(_));
    found.iter().filter(kept).map(shown).collect()
}

#[test]
fn public_complaints_about_numbers_and_periods() {
    // thread, text, what must be found
    let rows: &[(&str, &str, &[&str])] = &[
        (
            "dongrixinyu/JioNLP#49",
            "合同额分别为1200万元、300万元",
            &["quantity 1200万元 =12000000 元", "quantity 300万元 =3000000 元"],
        ),
        ("dongrixinyu/JioNLP#257", "投资3541.07万元", &["quantity 3541.07万元 =35410700 元"]),
        ("dongrixinyu/JioNLP#75", "至少100个人报名", &["quantity 至少100个 >=100.. 个"]),
        ("dongrixinyu/JioNLP#240", "金额小于40万元", &["quantity 小于40万元 <..400000 元"]),
        (
            "dongrixinyu/JioNLP#80",
            "年末结余10.56亿元",
            &["date 年末 2022-12-31", "quantity 10.56亿元 =1056000000 元"],
        ),
        ("dongrixinyu/JioNLP#151", "出口100000万美元", &["quantity 100000万美元 =1000000000 美元"]),
        ("dongrixinyu/JioNLP#109", "补贴3万元", &["quantity 3万元 =30000 元"]),
        ("dongrixinyu/JioNLP#109", "补贴3万欧元", &["quantity 3万欧元 =30000 欧元"]),
        ("dongrixinyu/JioNLP#252", "发行总额(亿)", &[]),
        ("dongrixinyu/JioNLP#79", "到了凌晨,金额不明", &[]),
        ("microsoft/Recognizers-Text#759", "一万五千亿元", &["quantity 一万五千亿元 =1500000000000 元"]),
        ("microsoft/Recognizers-Text#2325", "二十万亿元", &["quantity 二十万亿元 =20000000000000 元"]),
        ("microsoft/Recognizers-Text#1556", "一万零一十二家", &["quantity 一万零一十二家 =10012 家"]),
        (
            "microsoft/Recognizers-Text#2666",
            "装机20万千瓦,频率300千赫",
            &["quantity 20万千瓦 =200000 千瓦", "quantity 300千赫 =300 千赫"],
        ),
        ("microsoft/Recognizers-Text#577", "降幅在5-20%之间", &["quantity 5-20% =5..20 %"]),
        ("microsoft/Recognizers-Text#544", "百分之七十的企业", &["quantity 百分之七十 =70 %"]),
        ("microsoft/Recognizers-Text#1824", "上半年营收增长", &["date 上半年 2022-01/2022-06"]),
        ("dongrixinyu/JioNLP#178", "上一季度环比增长", &["date 上一季度 2022-04/2022-06"]),
        ("dongrixinyu/JioNLP#209", "较去年同期", &["date 去年同期 2021"]),
        ("dongrixinyu/JioNLP#154", "去年12月", &["date 去年12月 2021-12"]),
        ("dongrixinyu/JioNLP#154", "去年最后一个月", &["date 去年最后一个月 2021-12"]),
        ("dongrixinyu/JioNLP#131", "披露最近一次年报", &["date 最近 vague"]),
        ("dongrixinyu/JioNLP#214", "支持4/5G网络", &[]),
        ("dongrixinyu/JioNLP#277", "2021年1-6月", &["date 2021年1-6月 2021-01/2021-06"]),
        // What the measured peers lost: the comparator, the sign, the scale after a blank, the period.
        ("measured", "突破2 000亿元", &["quantity 突破2 000亿元 >200000000000.. 元"]),
        ("measured", "净利润-1.2亿元", &["quantity -1.2亿元 =-120000000 元"]),
        ("measured", "“十四五”期间", &["date “十四五”期间 2021/2025"]),
        ("measured", "近千亿元", &["quantity 近千亿元 ~..100000000000 元"]),
        ("measured", "提高2.3个百分点", &["quantity 2.3个百分点 =2.3 百分点"]),
    ];
    let mut failures = Vec::new();
    for (thread, text, expected) in rows {
        let found = facts(text);
        if found != *expected {
            failures.push(format!("{thread} {text}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn traps_of_the_wording_of_quantities_and_periods() {
    let rows: &[(&str, &[&str])] = &[
        // 余 and 多 stand before the classifier, or between the scale and it, and blanks anywhere.
        ("服务1000余家、2000 多家企业", &["quantity 1000余家 >1000.. 家", "quantity 2000 多家 >2000.. 家"]),
        ("1.5万余个岗位,2万多人", &["quantity 1.5万余个 >15000.. 个", "quantity 2万多人 >20000.. 人"]),
        // A comma of thousands.
        ("出口1,234万美元", &["quantity 1,234万美元 =12340000 美元"]),
        // Per cent and points differ.
        ("提高2个百分点,达到12%", &["quantity 2个百分点 =2 百分点", "quantity 12% =12 %"]),
        // 以上 and 以下 include the number; doubled marks say one thing.
        ("18岁以上、3年以下", &["quantity 18岁以上 >=18.. 岁", "quantity 3年以下 <=..3 年"]),
        ("约100家左右,至少30家以上", &["quantity 约100家左右 ~100 家", "quantity 至少30家以上 >=30.. 家"]),
        // Names with digits are none, what stands behind them is.
        (
            "5G基站120个,3D打印企业3家,599N项目4个,128层芯片",
            &["quantity 120个 =120 个", "quantity 3家 =3 家", "quantity 4个 =4 个", "quantity 128层 =128 层"],
        ),
        // Grades are no counts.
        ("一级巡视员、四级职员", &[]),
        // Parts of months, quarters and years, of which the issue has the year.
        ("5月上旬开工", &["date 5月上旬 2022-05-01/2022-05-10"]),
        ("本月中旬开工", &["date 本月中旬 2022-07-11/2022-07-20"]),
        ("上月下旬开工", &["date 上月下旬 2022-06-21/2022-06-30"]),
        ("到5月底", &["date 5月底 2022-05-31"]),
        ("去年年底", &["date 去年年底 2021-12-31"]),
        ("2023年初", &["date 2023年初 2023-01"]),
        ("下半年", &["date 下半年 2022-07/2022-12"]),
        ("第二季度末", &["date 第二季度末 2022-06"]),
    ];
    for (text, expected) in rows {
        assert_eq!(facts(text), *expected, "{text}");
    }
}

#[test]
fn what_is_aimed_at_is_a_quantity_and_no_observation() {
    for text in ["到2025年底,力争营业收入突破300亿元。", "到2025年,争取营业收入达到300亿元。"]
    {
        let found = extract_text(text, "2022-07-31".parse().ok(), &FactOptions::default());
        let kinds: Vec<_> = found.iter().map(|fact| fact.value.kind()).collect();
        assert_eq!(kinds, ["date", "quantity"], "{text}");
    }
}

/// microsoft/Recognizers-Text#2747: a long input takes no time without end, and its last number is found as the first is.
#[test]
fn a_public_complaint_about_long_inputs() {
    const TIMES: usize = 20_000;
    let found = facts(&"一百二十三亿元、百分之七十,".repeat(TIMES));
    let quantities: Vec<_> = found.iter().filter(|it| it.starts_with("quantity")).collect();
    assert_eq!(quantities.len(), 2 * TIMES);
    for pair in quantities.chunks(2) {
        assert_eq!(pair, ["quantity 一百二十三亿元 =12300000000 元", "quantity 百分之七十 =70 %"]);
    }
}

#[test]
fn a_text_of_one_mark_without_end_keeps_the_invariants() {
    let units = [
        "1",
        "一",
        "1,",
        "《",
        "》",
        "“",
        "2022年",
        "1-",
        "1%",
        "同比增长1%、",
        "主任",
        "张",
        "张三、",
        "高新区",
        "成都、",
        "近",
        "亿",
        "由1年的",
        "自2010年",
        "占",
        "较2012年",
        "主任张三和",
        "1个的",
        "，",
        "一百",
        "零",
        ".5",
        "半",
        "万",
        "分之",
        "百分之",
        "3年前",
        "1月1日至",
    ];
    for unit in units {
        let text = unit.repeat(3_000);
        invariants::check_parse(&text).unwrap_or_else(|what| panic!("{unit:?} repeated: {what}"));
    }
}

#[test]
fn words_of_the_rules_in_any_order_have_facts_in_their_places() {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut random = Random::named(7, "words of the rules");
    let mut texts: Vec<String> = (0..4_000)
        .map(|_| (0..random.within(2, 14)).map(|_| words[random.below(words.len())]).collect())
        .collect();
    // These two once broke: an Arabic zero before Chinese digits, a name that runs into the next title.
    texts.extend(["低于000十三五".to_owned(), "主任兰州副主任火炬中心成前".to_owned()]);
    for date in ["2022-07-31".parse().ok(), None] {
        for text in &texts {
            for fact in &extract_text(text, date, &FactOptions::default().with_numbers(true)) {
                let place = fact.text.hull().of(text);
                assert!(place.is_some_and(|it| !it.trim().is_empty()), "{text}: {fact:?}");
            }
        }
    }
}

/// What rules look for, with what stands beside it.
const WORDS: &str = "0 1 2 3 5 7 10 12 28.3 2022 2021 2018 1,200 000 1.5 0.5 .5 100 541 98 20220731 2022-07-31 2021.5.13 \
    -3 - — —— ～ 至 到 一 二 两 三 五 七 十 百 千 万 亿 零 〇 半 几 数 余 多 来 点 分之 百分之 又 成 个 家 人 元 亿元 万元 % 个百分点 倍 \
    年 月 日 号 季度 上半年 一季度 年底 今年 去年 上年 去年同期 今年以来 以来 自 截至 至今 目前 近日 近 约 超 超过 突破 达 达到 为 不足 \
    以上 左右 增长 下降 同比 环比 较 比 相较 占 占比 比重 贡献率 是 的 了 增长到 增幅 增速 持平 翻一番 年均增长 高于 低于 不低于 ， 。 、 ； \
    ： ( ) 《 》 “ ” 苏州 成都 成都高新区 沈阳 和 高新区 企业 高新技术企业 营业收入 总收入 岗位 实验室 中心 院士 教授 主任 副主任 王茜 张三 \
    李波 欧阳明月 表示 出席 主持 举办 发布 建设 新增 累计 园区 公司 火炬中心 大会 其中 全国 全省 兰州 “十四五” 期间 十三五 时期 第 前 强 名 期 \
    届 次 所 5G 亩 平方公里 元/亩 / 负 美元 人民币 力争 计划 将 党的十八大 过去 三年 天 个月 1/4 三分之一 七成 团队 打 角 分 T12 的企业 占全省 \
    比例 均 分别 已 还 在 由 从 与";

#[test]
fn every_kind_of_fact_is_in_the_corpus() {
    let mut kinds: Vec<&str> = Vec::new();
    let mut rules = 0;
    for issue in corpus::issues() {
        let parsed = torch_bulletin::parse(&issue.input);
        let found = torch_bulletin::facts::extract(&parsed, &FactOptions::default());
        rules += found.len();
        kinds.extend(found.iter().map(|fact| fact.value.kind()));
    }
    kinds.sort_unstable();
    kinds.dedup();
    say(&format!("{rules} facts in the corpus"));
    for kind in ["change", "date", "document", "observation", "person", "quantity", "zone"] {
        assert!(kinds.contains(&kind), "no {kind} in the corpus");
    }
}

#[test]
fn every_line_end_parts_paragraphs() {
    let blocks = |end: &str| -> Vec<_> {
        let text = ["2021年,共12家。", "", "另有5家。"].join(end);
        let found = extract_text(&text, None, &FactOptions::default());
        found.iter().map(|fact| (fact.block, fact.text.of(&text).into_owned())).collect()
    };
    let expected = blocks("\n");
    assert!(expected.iter().any(|it| it.0 == Some(2)), "{expected:?}");
    assert_eq!(blocks("\r\n"), expected);
    assert_eq!(blocks("\r"), expected);
}
