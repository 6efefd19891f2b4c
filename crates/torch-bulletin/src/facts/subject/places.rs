//! Places 地区 that a clause is about: zones in a list, 该区, a province or a country with its figure.

use std::ops::Range;

use super::{Head, Subject};
use crate::facts::lexicon::{ChangeWord, TABLES};
use crate::facts::mark::{Kind, Mark};
use crate::facts::view::{REACH, View};
use crate::facts::words::{JOINS, Words};
use crate::facts::{metric, zone};
use crate::grammar::marker;
use crate::model::MarkerStyle;

/// The zones or regions that a clause is about together: 甲高新区、乙高新区和丙高新区各有….
pub(in crate::facts) fn list_at_head(
    view: &View<'_>,
    head: &Head<'_>,
) -> Option<(Vec<Subject>, Range<usize>)> {
    let placed = |it: &Mark| matches!(it.kind, Kind::Zone(_) | Kind::Place(_) | Kind::Region);
    if !head.may(Head::PROVINCE) && !head.mark.is_some_and(placed) {
        return None;
    }
    let (text, first, to) = (view.text, head.first, head.to);
    let (mut subjects, mut start, mut end) = (Vec::new(), first, first);
    while start < to && subjects.len() < 32 {
        let mark = view.at(start);
        let (stop, zone) = match mark.map(|it| (it.end, it.kind)) {
            Some((stop, Kind::Zone(number) | Kind::Place(number))) => (stop, Some(TABLES.zone_name(number))),
            Some((stop, Kind::Region)) => (stop, None),
            _ => match PROVINCES.starts(&text[start..to]) {
                Some(name) => (start + name.len(), None),
                None => break,
            },
        };
        let ending = ["市", "省", "地区"].into_iter().find(|it| text[stop..to].starts_with(it));
        let stop = stop + ending.map_or(0, str::len);
        let joiner = JOINS.starts(&text[stop..to]);
        // Most clauses are about one.
        if subjects.is_empty() && joiner.is_none() {
            return None;
        }
        subjects.push(Subject { text: text[start..stop].into(), zone, event: false });
        end = stop;
        // The marks of a list end clauses nowhere; a place that goes on is a part of another name.
        let Some(joiner) = joiner else { break };
        start = stop + joiner.len();
    }
    if subjects.len() < 2 || start > end {
        return None;
    }
    // 西安、武汉和成都三个高新区: what they are stands behind their number.
    let shared = zone::shared_ending(&text[end..to]);
    if shared > 0 {
        for subject in subjects.iter_mut().filter(|it| it.zone.is_some()) {
            subject.text = format!("{}高新区", subject.text).into();
        }
        end += shared;
    }
    let rest = &text[end..to];
    // 甲高新区和乙高新区营业收入分别为…: their figure stands between.
    let number = view.within(end, to).iter().find(|it| matches!(it.kind, Kind::Amount(_)));
    let told = number.is_some_and(|it| text[end..it.start].contains("分别"));
    let acts = told
        || ["的", "分别", "各", "均", "都", "分列", "位居", "位列", "占", "作为"]
            .iter()
            .any(|it| rest.starts_with(it))
        || view.at(end).is_some_and(|it| matches!(it.kind, Kind::Verb | Kind::Adverb | Kind::Date(_)));
    acts.then_some((subjects, first..end))
}

/// 该区, 该高新区: the zone that the text has named last.
pub(in crate::facts) fn anaphor(view: &View<'_>, head: &Head<'_>) -> Option<(Subject, Range<usize>)> {
    let text = view.text;
    // 全区 is read as an adverb.
    let whole = text[head.from..head.first].ends_with("全区");
    if !whole && !head.may(Head::ANAPHOR) {
        return None;
    }
    let start = if whole { head.first - "全区".len() } else { head.first };
    let word = ANAPHORS.starts(&text[start..head.to])?;
    let before = view.marks.partition_point(|it| it.start < start);
    let (zone, number) = view.marks[..before].iter().rev().take(REACH).find_map(|it| match it.kind {
        Kind::Zone(number) => Some((it, number)),
        _ => None,
    })?;
    Some((Subject::zone(&text[zone.start..zone.end], number), start..start + word.len()))
}

/// The end of a province or a country whose figure follows: 北京成交额达…; a name that goes on (北京大学) has none.
pub(super) fn measured_place(view: &View<'_>, start: usize, to: usize) -> Option<usize> {
    static FIGURES: Words = Words::new(&[
        "额", "率", "量", "值", "数", "收入", "利润", "税收", "增速", "投入", "面积", "规模", "占比", "比重",
        "比例",
    ]);
    let rest = &view.text[start..to];
    let name = PROVINCES.starts(rest).or_else(|| COUNTRIES.starts(rest))?;
    let end = start + name.len();
    let noun = |it: &Mark| it.kind == Kind::Verb && metric::NOUNS.has(&view.text[it.start..it.end]);
    let next = view.within(end, to).iter().find(|it| it.kind != Kind::Adverb && !noun(it))?;
    let stop = match next.kind {
        // 中部占18.1%: its share of what was told before.
        Kind::Change(ChangeWord::Share) if next.start == end => return Some(end),
        Kind::Amount(_) | Kind::Change(_) => next.start,
        _ => return None,
    };
    let figure = view.text[metric::before(view, end, stop)].trim_end_matches('达');
    FIGURES.ends(figure).map(|_| end)
}

/// Words that refer to the zone named last.
pub(super) static ANAPHORS: Words = Words::new(&["该高新区", "该园区", "该区", "全区", "园区"]);

/// Countries that a figure is told of.
pub(super) static COUNTRIES: Words = Words::new(&[
    "美国",
    "日本",
    "德国",
    "英国",
    "法国",
    "韩国",
    "以色列",
    "新加坡",
    "印度",
    "俄罗斯",
    "加拿大",
    "瑞士",
    "瑞典",
    "荷兰",
    "芬兰",
    "意大利",
    "澳大利亚",
    "欧盟",
]);

/// Short names of provinces, where they stand in a list.
pub(super) static PROVINCES: Words = Words::new(&[
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "东部",
    "中部",
    "西部",
    "东北",
]);

/// The bytes of an enumerator that a paragraph begins with: `1. `, （一）, ①; 0 for none. 一是 and 第一 are marks of their own.
pub(in crate::facts) fn enumerator(text: &str) -> usize {
    use MarkerStyle::{ArabicDot, ArabicParen, ChineseComma, ChineseParen, Circled};
    let ink = text.trim_start();
    let found = marker::enumerator(ink)
        .filter(|it| matches!(it.style, ChineseComma | ChineseParen | ArabicDot | ArabicParen | Circled));
    found.map_or(0, |it| text.len() - ink[it.range.end..].trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enumerators_of_paragraphs() {
        for (text, rest) in [
            ("1. 苏州", "苏州"),
            ("（一）苏州", "苏州"),
            ("(2)苏州", "苏州"),
            ("①苏州", "苏州"),
            ("二、苏州", "苏州"),
            ("1.5万家", "1.5万家"),
            ("一、二期", "一、二期"),
            ("12家", "12家"),
            ("(供稿)", "(供稿)"),
        ] {
            assert_eq!(&text[enumerator(text)..], rest, "{text}");
        }
    }
}
