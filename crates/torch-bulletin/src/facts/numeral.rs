//! Numerals 数字 as prose writes them: Arabic, Chinese and mixed, with scale words, fractions and 余 or 多 inside.
//!
//! ```abnf
//! numeral  = [sign] (fraction / value)
//! value    = 1*(digits / small / big / zero / more) ["点" digits] ["又" fraction]
//! fraction = value "分之" value / digits "/" digits
//! digits   = 1*DIGIT ["." 1*DIGIT] / 1*3DIGIT 1*("," 3DIGIT) / 1*3DIGIT 1*(" " 3DIGIT) / chinese-digit
//! small    = "十" / "百" / "千"      ; 拾佰仟
//! big      = "万" / "亿" / "兆"      ; a larger one after a smaller multiplies all before: 一万五千亿
//! more     = "余" / "多" / "来" / "几" / "数"
//! ```

mod reader;
mod sign;

use super::Decimal;
use super::words::wide;
use reader::{arabic_digits, value};
pub(super) use sign::{is_sign, run};

/// A numeral that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    /// One past its last byte.
    pub(super) end: usize,
    pub(super) value: Decimal,
    /// 余, 多, 来, 几: the number is a little above its value.
    pub(super) more: bool,
    pub(super) form: Form,
    /// The power of ten of the scale word it ends with: 4 for 3万.
    pub(super) scale: u8,
    /// Whether it has an Arabic digit.
    pub(super) arabic: bool,
    /// The upper end of 三四百, 七八: two neighbouring digits are a span.
    pub(super) upto: Option<Decimal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// 百分之N, 千分之N, 万分之N: value is N, the field its power of ten.
    Per(u8),
    /// N分之M, 1/4: value is the quotient.
    Fraction,
}

/// Reads the digits before 角 and 分, where a lone sign of cheques is a number: 柒角.
pub(super) fn digit(text: &str, at: usize) -> Option<Numeral> {
    value(text, at, true)?.plain()
}

/// Reads Arabic digits, with 万 or 亿 at most; `None` where anything else may belong to the numeral.
#[inline]
pub(super) fn arabic(text: &str, at: usize) -> Option<Numeral> {
    arabic_digits(text, at).filter(|it| !may_go_on(text, it.end))
}

/// Whether a second part may follow a value: no numeral has one but with 分之, 又 or a stroke.
fn may_go_on(text: &str, end: usize) -> bool {
    let rest = &text.as_bytes()[end..];
    rest.starts_with(b"/") || matches!(rest.first_chunk(), Some(&(PARTS | AND)))
}

/// Reads the numeral that begins at `at`; `None` where none does.
pub(super) fn numeral(text: &str, at: usize) -> Option<Numeral> {
    let first = value(text, at, false)?;
    if !may_go_on(text, first.end) {
        return first.plain();
    }
    // N分之M
    if let Some(rest) = text[first.end..].strip_prefix("分之") {
        let mut start = text.len() - rest.len();
        let negative = rest.starts_with('负') || rest.starts_with('負');
        start += if negative { '负'.len_utf8() } else { 0 };
        if let Some(second) = value(text, start, true) {
            let per = [(100, 2), (1000, 3), (10_000, 4)].into_iter();
            let per = per.into_iter().find(|&(n, _)| first.scale == BARE && first.value == Decimal::whole(n));
            let value = if negative { second.value.negated() } else { second.value };
            let arabic = first.arabic || second.arabic;
            return Some(match per {
                Some((_, power)) => Numeral { form: Form::Per(power), value, arabic, ..second },
                None => Numeral { form: Form::Fraction, value: value.ratio(first.value)?, arabic, ..second },
            });
        }
        return first.plain();
    }
    // 3又1/2, 三百五又三分之一
    if let Some(rest) = text[first.end..].strip_prefix('又')
        && let Some(second) = value(text, text.len() - rest.len(), true)
        && let Some(rest) = text[second.end..].strip_prefix("分之")
        && let Some(third) = value(text, text.len() - rest.len(), true)
    {
        let part = third.value.ratio(second.value)?;
        return Some(Numeral { value: first.value.add(part)?, end: third.end, ..first });
    }
    // 1/4, where it is no date and no name: 4/5G
    if first.arabic && first.value.is_whole() && first.scale == 0 && text[first.end..].starts_with('/') {
        let digits = text[first.end + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let end = first.end + 1 + digits;
        let after = text.as_bytes().get(end);
        let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
        let free = |byte: Option<&u8>| {
            !byte.is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, b'/' | b'.'))
        };
        if (1..=4).contains(&digits) && free(after) && free(before) {
            let bottom: Decimal = text[first.end + 1..end].parse().ok()?;
            if bottom != Decimal::ZERO {
                let value = first.value.ratio(bottom)?;
                return Some(Numeral { form: Form::Fraction, value, end, ..first });
            }
        }
    }
    first.plain()
}

impl Numeral {
    /// A scale word alone is a number only with 余 or 多 behind it, or as the first part of 百分之.
    fn plain(self) -> Option<Self> {
        (self.scale != BARE).then_some(self)
    }
}

/// 分 of 分之.
const PARTS: [u8; 3] = wide("分");

/// 又 of 三又三分之一.
const AND: [u8; 3] = wide("又");

/// The scale of a numeral that is nothing but one scale word: 百 of 百分之.
const BARE: u8 = u8::MAX;

#[cfg(test)]
mod tests;
