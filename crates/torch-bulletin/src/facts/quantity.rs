//! Counts and measures 数量: a number, its unit, and the words beside it that bound it.
//!
//! ```abnf
//! quantity = [before] numeral [dash numeral] [unit ["/" unit]] [after]
//! before   = "突破" / "超" / "近" / "约" / "不足" / "达" …
//! after    = "以上" / "左右" / "以内" …
//! ```
//! Names with digits (5G, 599N, G7, 第3期, 前50强) are none.

use super::lexicon::{Meaning, TABLES};
use super::numeral::{Form, Numeral, digit, numeral};
use super::{Comparator, Decimal, Measure, Quantity, Rule, Unit};

/// A number as it was read, with or without a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// Where its comparator begins.
    pub(super) start: usize,
    /// Where its number begins.
    pub(super) number: usize,
    pub(super) end: usize,
    pub(super) quantity: Quantity,
    pub(super) rule: Rule,
    /// Whether a digit is Arabic.
    pub(super) arabic: bool,
    /// Only a number: no unit, and nothing beside it that would make it a measure.
    pub(super) bare: bool,
    /// The number as printed, where the measure was turned into %: a fraction.
    pub(super) plain: Option<Decimal>,
}

/// Reads the quantity whose number begins at `start`; `floor` is where the mark before ends.
pub(super) fn amount(text: &str, start: usize, floor: usize) -> Option<Amount> {
    let before = &text[floor.min(start)..start];
    let last = before.chars().next_back();
    let bytes = text.as_bytes();
    let arabic_first = bytes[start].is_ascii_digit();
    // G7, T300, COVID-19; 2.5 after another point.
    // .5 without a digit before its point
    let point = arabic_first
        && last == Some('.')
        && before[..before.len() - 1].chars().next_back().is_none_or(|c| c == '-' || c.is_whitespace());
    let start = if point { start - 1 } else { start };
    let before = if point { &before[..before.len() - 1] } else { before };
    let last = before.chars().next_back();
    if arabic_first && last.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_') {
        return None;
    }
    let first = numeral(text, start)?;
    let (first, negative) = signed(first, before);
    let sign = if before.ends_with("- ") { 2 } else { before.chars().next_back().map_or(0, char::len_utf8) };
    let mut begin = start - if negative { sign } else { 0 };
    // 第3期, 第二: an ordinal. 前50强, 前三名: a rank.
    let ordinal = last == Some('第');
    let (first, upper) = range(text, first);
    let end = upper.map_or(first.end, |it| it.end);
    let last_number = upper.unwrap_or(first);
    let mut per_cent = last_number.form;
    if let (Form::Per(_), None) = (first.form, upper) {
        per_cent = first.form;
    }
    let mut after = &text[end..];
    let mut end = end;
    let mut unit = None;
    let mut dimension = None;
    let mut rule = Rule::NumberWithUnit;
    let mut scale = 0;
    let mut dozen = false;
    match per_cent {
        Form::Per(power) => {
            // 千分之三 is 0.3%.
            unit = Some(Unit { name: "%", per: None });
            dimension = Some("ratio");
            rule = Rule::Percentage;
            scale = 2 - i32::from(power);
        }
        Form::Fraction if after.chars().next().is_none_or(|c| !"年月日天元公升吨米千人".contains(c)) =>
        {
            unit = Some(Unit { name: "%", per: None });
            dimension = Some("ratio");
            rule = Rule::Fraction;
        }
        _ => {
            if let Some((length, found, what)) = tenths(text, start, end) {
                (unit, dimension, rule, scale) = (Some(found), Some(what), Rule::Percentage, 1);
                end += length;
            } else if let Some(rest) = after
                .strip_prefix('打')
                .filter(|rest| rest.chars().next().is_none_or(|c| "，,。、 ".contains(c)))
            {
                dozen = true;
                end = text.len() - rest.len();
            } else if let Some((length, found, what)) = measured(text, end, last_number) {
                (unit, dimension) = (Some(found), Some(what));
                if what == "ratio" && matches!(found.name, "%" | "‰") {
                    rule = Rule::Percentage;
                }
                end += length;
            } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) && first.arabic {
                // 5G, 128K, 3D: a name.
                return None;
            }
        }
    }
    after = &text[end..];
    // 5千克/立方米, 300万元/亩
    if let (Some(found), Some(rest)) = (unit, after.strip_prefix('/'))
        && found.per.is_none()
        && let Some(per) = TABLES.unit(rest)
    {
        unit = Some(Unit { per: Some(per.canonical), ..found });
        end += 1 + per.printed.len();
    }
    if unit.is_some_and(|unit| unit.name == "元") && text[end..].starts_with("人民币") {
        end += "人民币".len();
    }
    let mut meaning = equal();
    // 余 and 多 after the unit: 3年多, 10公里多
    if let Some(rest) = text[end..].strip_prefix('多')
        && unit.is_some()
        && !rest.starts_with(|c: char| "样元维层功变模媒边方部学".contains(c))
    {
        meaning = Meaning { comparator: Comparator::Above, below: false, approximate: true };
        end += '多'.len_utf8();
    }
    if let Some((word, found)) = TABLES.after(&text[end..])
        && (unit.is_some() || word.chars().count() > 1)
        && !(word == "余" || word == "多")
        && !matches!(unit, Some(Unit { name: "级", .. }))
    {
        // 本科以上 and 市级以上 have no number; 3年以上 has.
        meaning = found;
        end += word.len();
    }
    // What stands before: 突破, 近, 约; with 人民币 or 了 between.
    let mut head = &text[floor.min(begin)..begin];
    for word in ["人民币", "了", "到了"] {
        head = head.strip_suffix(word).unwrap_or(head);
    }
    let skipped = begin - floor.min(begin) - head.len();
    let mut said = false;
    if let Some((word, found)) = TABLES.before(head).filter(|it| leads(head, it.0)) {
        said = true;
        if found.comparator != Comparator::Equal {
            begin -= word.len() + skipped;
            meaning = if meaning.approximate { Meaning { approximate: true, ..found } } else { found };
        }
    } else if head.ends_with("数")
        && skipped == 0
        && text[start..].starts_with("10")
        && first.value >= Decimal::whole(10)
        && !head.ends_with("人数")
    {
        // 数10万名
        meaning = Meaning { comparator: Comparator::Above, below: false, approximate: true };
        begin -= '数'.len_utf8();
    }
    if ordinal || rank(head, unit, &text[end..]) {
        (unit, dimension) = (None, None);
        (begin, end, meaning) = (start, last_number.end, equal());
        said = false;
    }
    let arabic = first.arabic || upper.is_some_and(|it| it.arabic);
    let mut first = first;
    if dozen {
        first.value = first.value.mul(Decimal::whole(12))?;
    }
    // 两米半, 三年半
    if unit.is_some_and(|unit| !matches!(unit.name, "%" | "倍"))
        && text[end..].starts_with('半')
        && upper.is_none()
        && first.value.is_whole()
    {
        first.value = first.value.add(Decimal::whole(5).shift(-1)?)?;
        end += '半'.len_utf8();
    }
    if unit.is_some_and(|unit| matches!(unit.name, "元" | "块")) && upper.is_none() {
        let (cents, length) = cents(&text[end..]);
        first.value = first.value.add(cents)?;
        end += length;
    }
    let measure = bounds(&first, upper.as_ref(), meaning, rule, scale)?;
    let mut bare = unit.is_none();
    if bare && said && arabic && measured_alone(text, end, &first) {
        bare = false;
        rule = Rule::NumberAfterVerb;
    }
    if bare {
        rule = Rule::BareNumber;
    }
    let plain = (rule == Rule::Fraction).then_some(first.value);
    let quantity = Quantity { measure, unit, dimension };
    Some(Amount { start: begin, number: start, end, quantity, rule, arabic, bare, plain })
}

const fn equal() -> Meaning {
    Meaning { comparator: Comparator::Equal, below: false, approximate: false }
}

/// The number with its sign: 负3, -1.2 after a word or a bracket, not the dash of 12-3.
fn signed(number: Numeral, before: &str) -> (Numeral, bool) {
    let mut back = before.chars().rev();
    let negative = match back.next() {
        Some('负' | '負') => true,
        // - 1,200 at the head of a cell
        Some(' ') if before.ends_with("- ") => before.len() == 2,
        Some('-') => back.next().is_none_or(|c| {
            !c.is_ascii_alphanumeric()
                && !matches!(c, '-' | ')' | '）' | '%' | '年' | '月' | '日' | '元' | '亿' | '万')
        }),
        _ => false,
    };
    if negative { (Numeral { value: number.value.negated(), ..number }, true) } else { (number, false) }
}

/// The other end of 5%—8%, 7-9个, 一百二十到一百五十万: what the first lacks it takes from the second.
fn range(text: &str, first: Numeral) -> (Numeral, Option<Numeral>) {
    let rest = &text[first.end..];
    // A unit may stand at both ends: 5%—8%, 100万元至200万元.
    let unit = TABLES.unit(rest).map_or("", |unit| unit.printed);
    let after = &rest[unit.len()..];
    let dash = ["——", "-", "—", "–", "~", "～", "至", "到"].into_iter().find(|it| after.starts_with(it));
    let Some(dash) = dash else {
        let upper = first.upto.map(|upto| Numeral { value: upto, ..first });
        return (first, upper);
    };
    let at = text.len() - after.len() + dash.len();
    let Some(second) = numeral(text, at) else { return (first, None) };
    let same = TABLES.unit(&text[second.end..]).is_some_and(|it| it.printed == unit);
    if !unit.is_empty() && !same || matches!(second.form, Form::Fraction) || first.more {
        return (first, None);
    }
    // 010-68667266 and 2011-2020-3 are no ranges.
    let digit_after = text[second.end..].starts_with(|c: char| c == '-' || c.is_ascii_alphabetic());
    if dash == "-" && unit.is_empty() && digit_after {
        return (first, None);
    }
    let mut low = first;
    if low.scale < 4
        && second.scale >= 4
        && unit.is_empty()
        && let Some(scaled) = low.value.shift(second.scale.into())
        && scaled < second.value
    {
        low.value = scaled;
    }
    if low.value < second.value { (low, Some(second)) } else { (first, None) }
}

/// 七成, 三成五: tenths.
fn tenths(text: &str, start: usize, end: usize) -> Option<(usize, Unit, &'static str)> {
    let rest = text[end..].strip_prefix('成')?;
    let one = text[start..end].chars().count() == 1;
    let free = rest.chars().next().is_none_or(|c| "以左，,。；;、的企来）)多".contains(c));
    (one && free).then_some(('成'.len_utf8(), Unit { name: "%", per: None }, "ratio"))
}

/// Which numerals a row of [`WORDS_BEGUN`] is about.
#[derive(Clone, Copy)]
enum Of {
    Any,
    Arabic,
    Chinese,
}

/// Units that are the first character of a word where one of these follows: 年级, 元宇宙, 次生, 种植.
const WORDS_BEGUN: &[(&str, &str, Of)] = &[
    ("所", "有在以需谓属长", Of::Any),
    ("年", "级度代", Of::Any),
    ("家", "庭长", Of::Chinese),
    ("位", "于居列置数一", Of::Any),
    ("名", "为称列副", Of::Any),
    ("期", "间望", Of::Any),
    ("届", "时", Of::Any),
    ("元", "素宇化", Of::Any),
    ("次", "生元日年于", Of::Any),
    ("度", "过假", Of::Chinese),
    ("层", "次级面", Of::Arabic),
    ("种", "植业子养", Of::Any),
    ("类", "似型", Of::Chinese),
    ("支", "持撑柱付部", Of::Any),
    ("台", "阶湾州风", Of::Any),
    ("份", "额", Of::Any),
    ("门", "类户店槛", Of::Any),
    ("站", "式", Of::Any),
    ("天", "使然津空", Of::Chinese),
    ("只", "有要能是", Of::Any),
    ("对", "于外接标一", Of::Any),
    ("组", "织建成", Of::Any),
    ("步", "骤", Of::Any),
    ("片", "区", Of::Chinese),
    ("克", "服", Of::Any),
    ("米", "其", Of::Any),
    ("单", "位个", Of::Any),
    ("张", "江家", Of::Chinese),
    ("起", "来步草源跑重点", Of::Any),
];

/// The unit behind a number, where it is one.
fn measured(text: &str, end: usize, number: Numeral) -> Option<(usize, Unit, &'static str)> {
    let rest = &text[end..];
    let found = TABLES.unit(rest)?;
    let after = &rest[found.printed.len()..];
    let next = after.chars().next();
    let ascii = found.printed.is_ascii() && found.printed != "%";
    // 5G and 10Mbps; the letters of a unit end where it ends.
    if ascii && next.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    // A computing unit of one letter needs its numeral to be one: 100P算力.
    if found.printed == "P" && !after.starts_with("算力")
        || found.printed == "L" && next.is_some_and(|c| c.is_ascii_alphabetic())
    {
        return None;
    }
    let no_unit = match found.printed {
        // 航天510所: the number of an institute.
        "所" if number.value >= Decimal::whole(100) => true,
        "点" => {
            next.is_some_and(|c| "钟半左到至".contains(c)) || after.starts_with(|c: char| c.is_ascii_digit())
        }
        "起" if !number.arabic => true,
        "里" => true,
        printed => WORDS_BEGUN.iter().any(|(unit, next_chars, of)| {
            *unit == printed
                && next.is_some_and(|c| next_chars.contains(c))
                && match of {
                    Of::Any => true,
                    Of::Arabic => number.arabic,
                    Of::Chinese => !number.arabic,
                }
        }),
    };
    if no_unit {
        return None;
    }
    Some((found.printed.len(), Unit { name: found.canonical, per: None }, found.dimension))
}

/// 三角五分 after 元.
fn cents(rest: &str) -> (Decimal, usize) {
    let (mut sum, mut at) = (Decimal::ZERO, 0);
    for (units, power) in [(["角", "毛"], -1), (["分", "分"], -2)] {
        if let Some(number) = digit(rest, at).filter(|number| number.value < Decimal::whole(10))
            && let Some(unit) = units.into_iter().find(|unit| rest[number.end..].starts_with(unit))
            && let Some(more) = number.value.shift(power).and_then(|part| sum.add(part))
        {
            (sum, at) = (more, number.end + unit.len());
        }
    }
    (sum, at)
}

/// Whether a word before a number is a comparator there: 近 of 最近 and 为 of 作为 are none.
fn leads(head: &str, word: &str) -> bool {
    let rest = &head[..head.len() - word.len()];
    let last = rest.chars().next_back();
    let not = match word {
        "近" => "最附邻靠新亲",
        "超" => "赶",
        "约" => "合条节签契预纽集制大",
        "为" => "作认成因分变行以称",
        "是" => "但可就还于",
        "达" => "发表到传直",
        "上" => "以网线掌路之在会马",
        "过" => "通超经不",
        "逾" => "",
        _ => return true,
    };
    !last.is_some_and(|c| not.contains(c))
}

/// 前50强, 前3名, 排名第2位 (第 is tested before): the place in a ranking.
fn rank(head: &str, unit: Option<Unit>, after: &str) -> bool {
    let front = head.ends_with('前')
        && !head.ends_with("目前")
        && !head.ends_with("以前")
        && !head.ends_with("之前")
        && !head.ends_with("当前")
        && !head.ends_with("此前")
        && !head.ends_with("日前");
    front && !matches!(unit, Some(Unit { name: "%" | "月" | "年", .. }))
        || unit.is_none() && after.starts_with('强')
}

/// 容积率达到2.0。: a number after a verb of value that nothing follows.
fn measured_alone(text: &str, end: usize, number: &Numeral) -> bool {
    let next = text[end..].chars().next();
    let free = next.is_none_or(|c| "，,。；;、）)".contains(c));
    free && (number.value.places() > 0 || number.value >= Decimal::whole(10) || number.scale > 0)
        || free && text[number.end - 1..].starts_with('0') && text[..number.end].ends_with(".0")
}

/// The ends of a number under its comparator.
fn bounds(
    first: &Numeral,
    upper: Option<&Numeral>,
    meaning: Meaning,
    rule: Rule,
    scale: i32,
) -> Option<Measure> {
    let turn = |value: Decimal| match rule {
        Rule::Fraction => value.shift(2),
        _ => value.shift(scale),
    };
    let low = turn(first.value)?;
    if let Some(upper) = upper {
        let high = turn(upper.value)?;
        let approximate = meaning.approximate || first.upto.is_some();
        return Some(Measure {
            low: Some(low),
            high: Some(high),
            comparator: meaning.comparator,
            approximate,
        });
    }
    let Meaning { mut comparator, below, mut approximate } = meaning;
    if first.more {
        approximate = true;
        if comparator == Comparator::Equal {
            comparator = Comparator::Above;
        }
    }
    let (low, high) = match comparator {
        Comparator::Equal => (Some(low), Some(low)),
        Comparator::Above | Comparator::AtLeast => (Some(low), None),
        Comparator::Below | Comparator::AtMost => (None, Some(low)),
        Comparator::About if below => (None, Some(low)),
        Comparator::About => (Some(low), Some(low)),
    };
    Some(Measure { low, high, comparator, approximate })
}

#[cfg(test)]
mod tests {
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
        ] {
            assert_eq!(quantities(text), [], "{text}");
        }
    }
}
