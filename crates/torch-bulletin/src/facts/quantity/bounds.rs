//! What bounds a number: comparators before it and after it, ranks that are no amounts, and the ends that follow.

use std::sync::LazyLock;

use crate::facts::lexicon::{Meaning, TABLES};
use crate::facts::numeral::Numeral;
use crate::facts::words::{Endings, Words, wide};
use crate::facts::{Comparator, Decimal, Measure, Rule, Unit};

pub(super) const fn equal() -> Meaning {
    Meaning { comparator: Comparator::Equal, below: false, approximate: false }
}

/// Whether a word before a number is a comparator there: 近 of 最近 and 为 of 作为 are none.
pub(super) fn leads(head: &str, word: &str) -> bool {
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

/// 3 of 第2、3位: an ordinal whose 第 stands before the first of its list.
pub(super) fn listed_ordinal(before: &str) -> bool {
    let Some(list) = before.strip_suffix(['、', '和', '与']) else { return false };
    let number = list.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    number.ends_with('第') && list.len() - number.len() <= 9 && list.len() > number.len()
}

/// What may stand right before a number and tell more of it, beside comparators: signs and points, ordinals, ranks, 人民币, 了, 数.
static SIGNS: Words =
    Words::new(&["负", "負", "-", " ", ".", "_", "第", "、", "和", "与", "前", "币", "了", "数"]);

/// The last characters of all that may stand before a number and belong to it.
static LEADS: LazyLock<Endings> =
    LazyLock::new(|| Endings::of(TABLES.comparators().chain(SIGNS.iter()).chain(LIMITS.iter())));

/// Whether what stands before a number may belong to it, or make a name of both; before most there is nothing such.
#[inline]
pub(super) fn may_lead(before: &str) -> bool {
    const CAN: [u8; 3] = wide("可");
    let bytes = before.as_bytes();
    let can = || bytes.as_rchunks().1.iter().rev().take(4).any(|it| *it == CAN);
    bytes.last().is_some_and(u8::is_ascii_alphanumeric) || LEADS.may_end(before) || can()
}

/// Verbs that may stand between 最高 and its number.
static LIMITS: Words =
    Words::new(&["给予", "奖励", "补助", "补贴", "资助", "支持", "授信", "不超过", "不得超过", "可不超过"]);

/// The bytes of 最高 with the verb that may stand between it and its number: 最高可获, 最多给予; `None` where there is none.
pub(super) fn limited(head: &str) -> Option<usize> {
    let limit =
        |rest: &str| ["最高", "最多", "至多"].iter().any(|it| rest.ends_with(it)).then_some("最高".len());
    if let Some(verb) = LIMITS.ends(head) {
        let rest = &head[..head.len() - verb.len()];
        // 不得超过 is a limit by itself.
        let alone = verb.ends_with("不得超过").then_some(verb.len());
        return limit(rest).map(|it| it + verb.len()).or(alone);
    }
    // 最高可申领, 最多可获得: 可 with a verb of at most three characters.
    let (bytes, mut end) = (head.as_bytes(), head.len());
    for _ in 0..4 {
        match bytes.get(end.checked_sub('可'.len_utf8())?..end)? {
            [0xE5, 0x8F, 0xAF] => {
                let can = end - '可'.len_utf8();
                return limit(&head[..can]).map(|it| it + head.len() - can);
            }
            // A comma, or anything else that is no character of a verb.
            [0xE4..=0xE9, ..] => end -= '可'.len_utf8(),
            _ => return None,
        }
    }
    None
}

/// Whether 数 is several (数10万名) and does not end the name of what is counted: 企业数10万家.
pub(super) fn several(before: &str) -> bool {
    static COUNTED: Words = Words::new(&[
        "企业", "项目", "人", "户", "家", "件", "次", "总", "个", "员工", "职工", "人员", "人才", "机构",
        "专利", "商标", "授权", "申请", "论文", "岗位", "平台", "学生", "合同",
    ]);
    COUNTED.ends(before).is_none()
}

/// 前50强, 前3名, 排名第2位 (第 is tested before): the place in a ranking.
pub(super) fn rank(head: &str, unit: Option<Unit>, after: &str) -> bool {
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
pub(super) fn measured_alone(text: &str, end: usize, number: &Numeral) -> bool {
    let next = text[end..].chars().next();
    let free = next.is_none_or(|c| "，,。；;、）)".contains(c));
    let measure = number.value.places() > 0 || number.value >= Decimal::whole(10) || number.scale > 0;
    free && (measure || text[..number.end].ends_with(".0"))
}

/// The ends of a number under its comparator.
pub(super) fn bounds(
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

/// Whether a number is negative by what stands before it: 负3, -1.2 after a word or a bracket, not the dash of 12-3.
pub(super) fn is_negative(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some('负' | '負') => true,
        // - 1,200 at the head of a cell
        Some(' ') if before.ends_with("- ") => before.len() == 2,
        Some('-') => back.next().is_none_or(|c| {
            !c.is_ascii_alphanumeric()
                && !matches!(c, '-' | ')' | '）' | '%' | '年' | '月' | '日' | '元' | '亿' | '万')
        }),
        _ => false,
    }
}
