//! Numerals as prose prints them, and what only looks like one.

use super::*;

fn read(text: &str) -> Option<(String, bool, &str)> {
    let numeral = numeral(text, 0)?;
    Some((numeral.value.to_string(), numeral.more, &text[numeral.end..]))
}

#[test]
fn numerals() {
    for (text, value, more, rest) in [
        ("396个", "396", false, "个"),
        ("2000亿元", "200000000000", false, "元"),
        ("2 000亿元", "200000000000", false, "元"),
        ("1.5万余个", "15000", true, "个"),
        ("1000余家", "1000", true, "家"),
        ("2万多人", "20000", true, "人"),
        ("3.2万亿", "3200000000000", false, ""),
        ("1,234,567元", "1234567", false, "元"),
        ("2020,300家", "2020", false, ",300家"),
        ("82，225.00元", "82225", false, "元"),
        ("12，345万元", "123450000", false, "元"),
        ("1，234，567元", "1234567", false, "元"),
        ("1,234，567.5元", "1234567.5", false, "元"),
        ("2022，345家", "2022", false, "，345家"),
        ("12，3456家", "12", false, "，3456家"),
        ("12， 345家", "12", false, "， 345家"),
        ("1,234，567家", "1", false, ",234，567家"),
        ("5万4千6百", "54600", false, ""),
        ("3万4000", "34000", false, ""),
        ("1千零1", "1001", false, ""),
        ("20万千瓦", "200000", false, "千瓦"),
        ("300千米", "300", false, "千米"),
        ("5兆瓦", "5", false, "兆瓦"),
        ("十", "10", false, ""),
        ("三十五万", "350000", false, ""),
        ("二十余", "20", true, ""),
        ("二十万亿", "20000000000000", false, ""),
        ("一万五千亿", "1500000000000", false, ""),
        ("一万零一十二", "10012", false, ""),
        ("九百九", "990", false, ""),
        ("一万三", "13000", false, ""),
        ("两千零五", "2005", false, ""),
        ("一百五十", "150", false, ""),
        ("拾亿零六万零五百零六", "1000060506", false, ""),
        ("二〇二二年", "2022", false, "年"),
        ("三点五亿", "350000000", false, ""),
        ("十几家", "10", true, "家"),
        ("数百家", "100", true, "家"),
        ("数10万名", "100000", true, "名"),
        ("五百余万", "5000000", true, ""),
        ("千余家", "1000", true, "家"),
        ("百分之七十", "70", false, ""),
        ("三分之一", "0.3333333333333333", false, ""),
        ("1/4。", "0.25", false, "。"),
        ("一又二分之一", "1.5", false, ""),
        ("10年来", "10", false, "年来"),
        ("2.5多", "2.5", false, "多"),
        ("3点要求", "3", false, "点要求"),
        ("2e5", "200000", false, ""),
        ("40k元", "40000", false, "元"),
        ("三十两", "30", false, "两"),
        ("一千分之一", "0.001", false, ""),
    ] {
        assert_eq!(read(text), Some((value.to_owned(), more, rest)), "{text}");
    }
}

#[test]
fn spans_of_neighbouring_digits() {
    for (text, low, high) in
        [("三四百", "300", "400"), ("七八", "7", "8"), ("八九亿", "800000000", "900000000")]
    {
        let numeral = numeral(text, 0).unwrap();
        assert_eq!(
            (numeral.value, numeral.upto),
            (low.parse().unwrap(), Some(high.parse().unwrap())),
            "{text}"
        );
    }
}

#[test]
fn what_is_none() {
    for text in [
        "亿元",
        "百",
        "陆",
        "拾取",
        "多家",
        "余家",
        "点",
        "数据",
        "几乎",
        "来自",
        "一一",
        "十一十二",
        "百十一",
        "零点",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
