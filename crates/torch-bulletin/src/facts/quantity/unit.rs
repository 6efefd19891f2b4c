//! The unit 单位 behind a number, and the words that only begin like one.

use crate::facts::lexicon;
use crate::facts::lexicon::TABLES;
use crate::facts::numeral::{Numeral, digit};
use crate::facts::{Decimal, Unit};

/// 七成, 三成五: tenths.
pub(super) fn tenths(text: &str, start: usize, end: usize) -> Option<(usize, Unit, &'static str)> {
    let rest = text[end..].strip_prefix('成')?;
    let one = text[start..end].chars().count() == 1;
    let free = rest.chars().next().is_none_or(|c| "以左，,。；;、的企来）)多".contains(c));
    (one && free).then_some(('成'.len_utf8(), Unit { name: "%", per: None }, "ratio"))
}

/// Which numerals a row of [`begins_word`] is about.
#[derive(Clone, Copy)]
enum Of {
    Any,
    Arabic,
    Chinese,
}

/// What makes another word of a unit of one character where it follows: 年级, 元宇宙, 次生, 种植.
const fn begins_word(unit: char) -> Option<(&'static str, Of)> {
    Some(match unit {
        '所' => ("有在以需谓属长", Of::Any),
        '年' => ("级度代", Of::Any),
        '家' => ("庭长", Of::Chinese),
        '位' => ("于居列置数一", Of::Any),
        '名' => ("为称列副", Of::Any),
        '期' => ("间望", Of::Any),
        '届' => ("时", Of::Any),
        '元' => ("素宇化", Of::Any),
        '次' => ("生元日年于", Of::Any),
        '度' => ("过假", Of::Chinese),
        '层' => ("次级面", Of::Arabic),
        '种' => ("植业子养", Of::Any),
        '类' => ("似型", Of::Chinese),
        '支' => ("持撑柱付部", Of::Any),
        '台' => ("阶湾州风", Of::Any),
        '份' => ("额", Of::Any),
        '门' => ("类户店槛", Of::Any),
        '站' => ("式", Of::Any),
        '天' => ("使然津空", Of::Chinese),
        '只' => ("有要能是", Of::Any),
        '对' => ("于外接标一", Of::Any),
        '组' => ("织建成", Of::Any),
        '步' => ("骤", Of::Any),
        '片' => ("区", Of::Chinese),
        '克' => ("服", Of::Any),
        '米' => ("其", Of::Any),
        '单' => ("位个", Of::Any),
        '张' => ("江家", Of::Chinese),
        '起' => ("来步草源跑重点", Of::Any),
        _ => return None,
    })
}

/// The unit behind a number, where it is one.
pub(super) fn measured(
    text: &str,
    end: usize,
    number: Numeral,
    found: &lexicon::Unit,
) -> Option<(usize, Unit, &'static str)> {
    let rest = &text[end..];
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
        printed => {
            let mut chars = printed.chars();
            let one = chars.next().filter(|_| chars.next().is_none());
            one.and_then(begins_word).is_some_and(|(begins, of)| {
                next.is_some_and(|c| begins.chars().any(|it| it == c))
                    && match of {
                        Of::Any => true,
                        Of::Arabic => number.arabic,
                        Of::Chinese => !number.arabic,
                    }
            })
        }
    };
    if no_unit {
        return None;
    }
    Some((found.printed.len(), Unit { name: found.canonical, per: None }, found.dimension))
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

/// 三角五分 after 元.
pub(super) fn cents(rest: &str) -> (Decimal, usize) {
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
