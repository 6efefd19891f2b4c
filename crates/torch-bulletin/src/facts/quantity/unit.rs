//! The unit 单位 behind a number, and the words that only begin like one.

use crate::facts::lexicon;
use crate::facts::lexicon::TABLES;
use crate::facts::numeral::{Numeral, digit, is_sign};
use crate::facts::words::Words;
use crate::facts::{Decimal, Unit};

/// 七成, 三成五: tenths.
pub(super) fn tenths(text: &str, start: usize, end: usize) -> Option<(usize, Unit, &'static str)> {
    let rest = text[end..].strip_prefix('成')?;
    let one = text[start..end].chars().count() == 1;
    let free = rest.chars().next().is_none_or(|c| "以左，,。；;、的企来）)多".contains(c));
    (one && free).then_some(('成'.len_utf8(), Unit { name: "%", per: None }, "ratio"))
}

/// The unit behind a number, where it is one.
pub(super) fn measured(
    text: &str,
    end: usize,
    number: &Numeral,
    found: &lexicon::Unit,
) -> Option<(usize, Unit, &'static str)> {
    let after = &text[end + found.printed.len()..];
    if found.odd && is_other(found.printed, number, after) {
        return None;
    }
    if let Some((begins, of)) = found.begins
        && let Some(next) = after.chars().next()
        && of.fits(number.arabic)
        && begins.chars().any(|it| it == next)
    {
        return None;
    }
    if found.printed == "位" && is_place(&text[..end], after) {
        return Some((found.printed.len(), Unit { name: found.printed, per: None }, "rank"));
    }
    Some((found.printed.len(), Unit { name: found.canonical, per: None }, found.dimension))
}

/// 提升5位: places of a ranking that something has moved by, and not people.
fn is_place(before: &str, after: &str) -> bool {
    static MOVES: Words = Words::new(&[
        "提升", "上升", "前进", "前移", "跃升", "攀升", "提高", "下降", "下滑", "后退", "后移", "升", "降",
        "进",
    ]);
    let word = before.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let word = word.strip_suffix('了').unwrap_or(word);
    MOVES.ends(word).is_some() && after.chars().next().is_none_or(|c| "，,。；;、)）".contains(c))
}

/// Whether a unit that is one by what stands around it is none here: the letters of a name, 510所, 3点半.
fn is_other(printed: &str, number: &Numeral, after: &str) -> bool {
    let next = after.chars().next();
    match printed {
        // 航天510所: the number of an institute.
        "所" => number.value >= Decimal::whole(100),
        "点" => next.is_some_and(|c| c.is_ascii_digit() || "钟半左到至".contains(c)),
        "起" => !number.arabic,
        "里" => true,
        // A computing unit of one letter needs its numeral to be one: 100P算力.
        "P" => !after.starts_with("算力"),
        // 5G and 10Mbps; the letters of a unit end where it ends.
        _ => next.is_some_and(|c| c.is_ascii_alphanumeric()),
    }
}

/// The unit below the line, and its length: 亩 of 万元/亩, 万元 of 吨标煤/万元.
pub(super) fn per(rest: &str) -> Option<(usize, &'static str)> {
    // A scale word belongs to the number above the line; below it, it is a part of the unit.
    let scaled = ["万元", "亿元", "万人"].into_iter().find(|it| rest.starts_with(it));
    scaled.map(|it| (it.len(), it)).or_else(|| TABLES.unit(rest).map(|it| (it.printed.len(), it.canonical)))
}

/// The length of a second unit in brackets: （套） behind 台.
pub(super) fn bracketed(rest: &str) -> usize {
    let inner = ["(", "（"].into_iter().find_map(|it| rest.strip_prefix(it));
    let unit = inner.and_then(|inner| Some((inner, TABLES.unit(inner)?.printed.len())));
    let close = unit.and_then(|(inner, length)| {
        inner[length..].strip_prefix(')').or_else(|| inner[length..].strip_prefix('）'))
    });
    close.map_or(0, |after| rest.len() - after.len())
}

/// Whether a number may stand right behind 元, as most do not: amounts of money are whole ones.
pub(super) fn has_cents(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_digit() || c == '.' || is_sign(c))
}

/// 三角五分 after 元.
pub(super) fn cents(rest: &str) -> (Decimal, usize) {
    let (mut sum, mut at) = (Decimal::ZERO, 0);
    if !has_cents(rest) {
        return (sum, at);
    }
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

/// Whether 个 counts nothing in “三个面向”, “五个一”工程: a name in quotation marks that a Chinese numeral opens.
pub(super) fn is_named(before: &str, after: &str, unit: Option<Unit>) -> bool {
    let counts = unit.is_some_and(|unit| unit.name == "个" && unit.per.is_none()) && before.ends_with('“');
    counts && after.chars().take(9).any(|c| c == '”')
}
