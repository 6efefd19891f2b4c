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

use super::Decimal;

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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Digit(u8),
    Zero,
    Small(u8),
    Big(u8),
    More,
    /// 几, 数: several of the scale word that follows.
    Several,
    Half,
}

/// What a character is in a Chinese numeral; the forms of cheques and of traditional script included.
fn sign(c: char) -> Option<Sign> {
    Some(match c {
        '零' | '〇' | '○' => Sign::Zero,
        '一' | '壹' | '弌' => Sign::Digit(1),
        '二' | '贰' | '貳' | '两' | '兩' => Sign::Digit(2),
        '三' | '叁' | '參' => Sign::Digit(3),
        '四' | '肆' => Sign::Digit(4),
        '五' | '伍' => Sign::Digit(5),
        '六' | '陆' | '陸' => Sign::Digit(6),
        '七' | '柒' => Sign::Digit(7),
        '八' | '捌' => Sign::Digit(8),
        '九' | '玖' => Sign::Digit(9),
        '十' | '拾' => Sign::Small(1),
        '百' | '佰' => Sign::Small(2),
        '千' | '仟' => Sign::Small(3),
        '万' | '萬' => Sign::Big(4),
        '亿' | '億' => Sign::Big(8),
        '兆' => Sign::Big(12),
        '余' | '餘' | '多' | '来' => Sign::More,
        '几' | '幾' | '数' => Sign::Several,
        '半' => Sign::Half,
        _ => return None,
    })
}

/// Characters of cheques that are words of their own where they stand alone: 大陆, 收拾, 队伍.
const FORMAL: &str = "肆伍陆陸柒捌玖拾佰仟";

/// Units that begin with a scale word: 千 of 千米 and 兆 of 兆瓦 belong to the unit.
const OF_UNITS: &[(char, &str)] =
    &[('千', "米克瓦伏帕卡赫字焦牛兆"), ('兆', "瓦帕赫比字焦牛伏欧"), ('百', "帕"), ('亿', "")];

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Reads the digits before 角 and 分, where a lone sign of cheques is a number: 柒角.
pub(super) fn digit(text: &str, at: usize) -> Option<Numeral> {
    value(text, at, true)?.plain()
}

/// Reads the numeral that begins at `at`; `None` where none does.
pub(super) fn numeral(text: &str, at: usize) -> Option<Numeral> {
    let first = value(text, at, false)?;
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

/// How many bytes of digits, or of Chinese digits and scale words, a text begins with.
pub(super) fn run(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return digits;
    }
    let of_numeral =
        |c: &char| matches!(sign(*c), Some(Sign::Digit(_) | Sign::Zero | Sign::Small(_) | Sign::Big(_)));
    text.chars().take_while(of_numeral).map(char::len_utf8).sum()
}

impl Numeral {
    /// A scale word alone is a number only with 余 or 多 behind it, or as the first part of 百分之.
    fn plain(self) -> Option<Self> {
        (self.scale != BARE).then_some(self)
    }
}

/// The scale of a numeral that is nothing but one scale word: 百 of 百分之.
const BARE: u8 = u8::MAX;

/// Reads a value: digits and scale words.
fn value(text: &str, start: usize, inner: bool) -> Option<Numeral> {
    let mut it = Reader { text, at: start, inner, ..Reader::default() };
    it.run()?;
    it.finish(start)
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// What stands before the last large scale word, that word applied.
    total: Option<Decimal>,
    /// What has stood since, with its small scale words.
    section: Option<Decimal>,
    /// Digits without a scale word yet.
    current: Option<Decimal>,
    /// The other end of 三四.
    upto: Option<Decimal>,
    more: bool,
    arabic: bool,
    /// The exponent of the last scale word, for 一万三.
    last_scale: u8,
    last_big: u8,
    /// Whether a zero has stood since the last scale word: 一万零三.
    zero: bool,
    decimals: bool,
    signs: usize,
    several: bool,
    /// A scale word stood without a number before it: 百, 万余.
    bare: bool,
    /// The last sign was digits without scale.
    open: bool,
    span_scaled: Option<Decimal>,
    /// Inside a fraction, where a lone sign is a number all the same: 壹万分之肆.
    inner: bool,
    /// The exponent of the last small scale word since the last large one; they descend.
    last_small: u8,
}

impl Reader<'_> {
    fn run(&mut self) -> Option<()> {
        // No numeral of a text is longer; a line of digits without end is an identifier.
        const MOST_SIGNS: usize = 40;
        while let Some(c) = char_at(self.text, self.at) {
            if self.signs >= MOST_SIGNS {
                break;
            }
            if c.is_ascii_digit() || c == '.' && self.signs == 0 {
                if self.open || !self.arabic_digits()? {
                    break;
                }
            } else if !self.chinese(c)? {
                break;
            }
            self.signs += 1;
        }
        (self.signs > 0).then_some(())
    }

    /// Arabic digits with their separators; false where they do not continue the numeral.
    fn arabic_digits(&mut self) -> Option<bool> {
        let bytes = &self.text.as_bytes()[self.at..];
        let run = |from: usize| bytes[from..].iter().take_while(|it| it.is_ascii_digit()).count();
        let mut end = run(0);
        let mut digits = String::new();
        if (1..=3).contains(&end) && bytes[0] != b'0' {
            // 1,234,567 and 2 000; a comma of full width only in an amount with its decimals. A group ends where digits do.
            let first = end;
            let (mut at, mut wide, mut blank) = (first, false, false);
            while let Some(separator) =
                [",", "，", " "].into_iter().find(|it| bytes[at..].starts_with(it.as_bytes()))
                && run(at + separator.len()) == 3
            {
                wide |= separator == "，";
                blank |= separator == " ";
                at += separator.len() + 3;
            }
            if !wide && (!blank || !bytes[first..at].contains(&b',')) || wide && bytes.get(at) == Some(&b'.')
            {
                end = at;
            }
            if end > first {
                digits.extend(bytes[..end].iter().filter(|it| it.is_ascii_digit()).map(|&it| char::from(it)));
            }
        }
        let fraction = if bytes.get(end) == Some(&b'.') { run(end + 1) } else { 0 };
        // 2.2.1 and 2015.5.13 are no decimals.
        let dotted =
            fraction > 0 && bytes.get(end + 1 + fraction) == Some(&b'.') && run(end + 2 + fraction) > 0;
        let text = &self.text[self.at..];
        let whole = end;
        if fraction > 0 && !dotted {
            end += 1 + fraction;
        }
        if end == 0 {
            return Some(false);
        }
        let value: Decimal = if digits.is_empty() {
            text[..end].parse().ok()?
        } else {
            (digits + &text[whole..end]).parse().ok()?
        };
        let (power, letters) = power(&self.text[self.at + end..], fraction > 0);
        end += letters;
        self.current = Some(value.shift(power)?);
        self.arabic = true;
        self.open = true;
        self.decimals |= fraction > 0 && !dotted;
        self.at += end;
        Some(true)
    }

    /// One sign, or a run of Chinese digits; false where the numeral has ended.
    fn chinese(&mut self, c: char) -> Option<bool> {
        let after = self.at + c.len_utf8();
        match sign(c) {
            Some(Sign::Digit(_) | Sign::Zero) => self.chinese_digits(),
            Some(Sign::Small(power)) => {
                if self.belongs_to_unit(c, after) {
                    return Some(false);
                }
                self.small(power)?;
                self.at = after;
                Some(true)
            }
            Some(Sign::Big(power)) => {
                if self.belongs_to_unit(c, after) {
                    return Some(false);
                }
                self.big(power)?;
                self.at = after;
                Some(true)
            }
            Some(Sign::More) => {
                // 更多, 来自: only after a number, and once. 来 only in 十来, 百来: 10年来 has no number before it.
                let next = char_at(self.text, after);
                let scaled = next.is_some_and(|it| matches!(sign(it), Some(Sign::Big(_))));
                let free = self.signs > 0 && !self.more && (!self.decimals || self.last_scale > 0 || scaled);
                let coming = c == '来'
                    && (self.arabic || self.last_scale == 0 || next.is_none_or(|it| !MEASURES.contains(it)));
                if !free
                    || coming
                    || c == '多' && next.is_some_and(|it| "样元维层功变模".contains(it)) && !self.scaled_now()
                {
                    return Some(false);
                }
                self.more = true;
                self.open = false;
                self.at = after;
                Some(true)
            }
            Some(Sign::Several) => {
                // 几十, 数百万; 十几, 二十几万.
                let next = char_at(self.text, after).and_then(sign);
                let before_scale = matches!(next, Some(Sign::Small(_) | Sign::Big(_)));
                let after_scale = c != '数' && self.signs > 0 && self.last_scale > 0 && !self.open;
                let arabic = c == '数' && self.signs == 0 && char_at(self.text, after) == Some('1');
                if self.more || !(before_scale && !self.open || after_scale || arabic) {
                    return Some(false);
                }
                if arabic {
                    let digits = self.text[after..].bytes().take_while(u8::is_ascii_digit).count();
                    // 数10万: as many tens; 数1年 is none.
                    if self.text[after + 1..after + digits].bytes().any(|it| it != b'0') || digits < 2 {
                        return Some(false);
                    }
                }
                self.more = true;
                self.several = true;
                if before_scale
                    && self.current.is_none()
                    && (self.signs == 0 || matches!(next, Some(Sign::Small(_))))
                {
                    self.current = Some(Decimal::whole(1));
                }
                self.at = after;
                Some(true)
            }
            Some(Sign::Half) => {
                // 半 is a half only alone: 半年, 半百.
                if self.signs > 0 {
                    return Some(false);
                }
                self.current = Some(Decimal::new(5, 1));
                self.open = true;
                self.at = after;
                Some(true)
            }
            None if matches!(c, '点' | '點') => self.point(after),
            // 两个亿
            None if c == '个' && self.open && !self.arabic => {
                let next = char_at(self.text, after);
                if !matches!(next, Some('亿' | '億')) {
                    return Some(false);
                }
                self.at = after;
                Some(true)
            }
            None => Some(false),
        }
    }

    fn scaled_now(&self) -> bool {
        self.last_scale > 0
    }

    fn belongs_to_unit(&self, c: char, after: usize) -> bool {
        let next = char_at(self.text, after);
        OF_UNITS.iter().any(|&(scale, units)| c == scale && next.is_some_and(|it| units.contains(it)))
    }

    fn chinese_digits(&mut self) -> Option<bool> {
        let mut signs = [0_u8; 32];
        let (mut count, mut end) = (0, self.at);
        for c in self.text[self.at..].chars().take(32) {
            match sign(c) {
                Some(Sign::Digit(digit)) => signs[count] = digit,
                Some(Sign::Zero) => signs[count] = 0,
                _ => break,
            }
            count += 1;
            end += c.len_utf8();
        }
        if self.open {
            return Some(false);
        }
        let mut digits = &signs[..count];
        // 一千零一: the zero only says that a scale is left out.
        if digits.first() == Some(&0) && (self.section.is_some() || self.total.is_some()) {
            if digits.len() > 2 {
                return Some(false);
            }
            self.zero = true;
            digits = &digits[1..];
        } else if digits.first() == Some(&0)
            && digits.len() == 1
            && matches!(char_at(self.text, end).and_then(sign), Some(Sign::Small(1)))
        {
            digits = &[];
            self.zero = true;
        }
        match *digits {
            [] => {}
            // 三十两: the last digit is 二; 两 is a weight.
            [2] if self.last_scale > 0
                && self.text[..end].ends_with(['两', '兩'])
                && !matches!(char_at(self.text, end).and_then(sign), Some(Sign::Small(_) | Sign::Big(_))) =>
            {
                return Some(false);
            }
            [digit] => {
                self.current = Some(Decimal::whole(digit.into()));
                self.open = true;
            }
            // 三四百, 七八: a span; 三五百 too.
            [low, high] if low > 0 && (high == low + 1 || (low, high) == (3, 5)) => {
                self.current = Some(Decimal::whole(low.into()));
                self.upto = Some(Decimal::whole(high.into()));
                self.open = true;
            }
            [_, _] if self.signs > 0 || !digits.contains(&0) => {
                return if self.signs > 0 { Some(false) } else { None };
            }
            _ => {
                let mut number = 0_i128;
                for &digit in digits.iter().take(30) {
                    number = number * 10 + i128::from(digit);
                }
                self.current = Some(Decimal::new(number, 0));
                self.open = true;
            }
        }
        self.at = end;
        Some(true)
    }

    /// 三点五, 一百点123; not 3点, which counts points.
    fn point(&mut self, after: usize) -> Option<bool> {
        if self.arabic || self.signs == 0 || self.decimals || self.more {
            return Some(false);
        }
        let (mut number, mut places, mut end) = (0_i128, 0_u8, after);
        for c in self.text[after..].chars().take(20) {
            let digit = match (sign(c), c.to_digit(10)) {
                (Some(Sign::Digit(digit)), _) => digit,
                (Some(Sign::Zero), _) => 0,
                (_, Some(digit)) => digit as u8,
                _ => break,
            };
            number = number * 10 + i128::from(digit);
            places += 1;
            end += c.len_utf8();
        }
        if places == 0 {
            return Some(false);
        }
        let fraction = Decimal::new(number, places);
        if let Some(digit) = self.current.filter(|_| self.short() && self.section.is_some()) {
            // 两千三点一: the digit before the point is of the next lower scale.
            self.current = Some(digit.shift(i32::from(self.last_scale) - 1)?.add(fraction)?);
        } else {
            self.current = Some(self.current.unwrap_or(Decimal::ZERO).add(fraction)?);
        }
        self.decimals = true;
        self.open = true;
        self.at = end;
        Some(true)
    }

    /// Whether the digit at hand stands for itself and the scale below: 九百九, 一万三.
    fn short(&self) -> bool {
        self.last_scale > 1 && !self.zero && !self.decimals && !self.arabic
    }

    fn small(&mut self, power: u8) -> Option<()> {
        let digit = match self.current.take() {
            Some(digit) => digit,
            // 十 is ten; 百 and 千 alone need what follows.
            None if power == 1 || self.zero => Decimal::whole(1),
            None if self.signs == 0 => {
                self.bare = true;
                Decimal::whole(1)
            }
            None => return None,
        };
        // 十一十二 is no numeral.
        if self.last_small != 0 && power >= self.last_small || self.bare && self.signs > 0 {
            return None;
        }
        self.last_small = power;
        let scaled = digit.shift(power.into())?;
        if let Some(upto) = self.upto.take() {
            self.span_scaled = upto.shift(power.into());
        }
        self.section = Some(self.section.unwrap_or(Decimal::ZERO).add(scaled)?);
        self.last_scale = power;
        self.zero = false;
        self.open = false;
        Some(())
    }

    fn big(&mut self, power: u8) -> Option<()> {
        let mut amount = self.section.take();
        if let Some(current) = self.current.take() {
            amount = Some(amount.unwrap_or(Decimal::ZERO).add(current)?);
        }
        if amount.is_none() && self.total.is_none() {
            // 万余 and 亿元 alone.
            self.bare = true;
            amount = Some(Decimal::whole(1));
        }
        let shift = i32::from(power);
        if let Some(upto) = self.upto.take().or(self.span_scaled.take()) {
            self.span_scaled = upto.shift(shift);
        }
        self.total = Some(if self.last_big != 0 && power >= self.last_big {
            // 一万五千亿, 万亿: the larger word multiplies all that stood before.
            self.total.unwrap_or(Decimal::ZERO).add(amount.unwrap_or(Decimal::ZERO))?.shift(shift)?
        } else {
            self.total.unwrap_or(Decimal::ZERO).add(amount?.shift(shift)?)?
        });
        self.last_big = power;
        self.last_small = 0;
        self.last_scale = power;
        self.zero = false;
        self.open = false;
        Some(())
    }

    fn finish(mut self, start: usize) -> Option<Numeral> {
        let text = &self.text[start..self.at];
        if !self.inner
            && text.chars().count() == 1
            && text
                .chars()
                .next()
                .is_some_and(|c| FORMAL.contains(c) || c == '零' && !self.text[self.at..].starts_with('个'))
        {
            return None;
        }
        let mut ends_scaled = self.last_scale;
        if self.open {
            // 九百九 is 990, 三万五 is 35000; 三万零五 is 30005.
            if self.short()
                && self.upto.is_none()
                && let Some(digit) = self.current
            {
                self.current = Some(digit.shift(i32::from(self.last_scale) - 1)?);
            }
            ends_scaled = 0;
        }
        let mut value = self.total.unwrap_or(Decimal::ZERO);
        for part in [self.section, self.current].into_iter().flatten() {
            value = value.add(part)?;
        }
        let upto = self.upto.or(self.span_scaled).map(|upto| {
            // 三四百: the span replaces the last digit only.
            upto.max(value)
        });
        let nothing = self.total.is_none() && self.section.is_none() && self.current.is_none();
        if nothing {
            return None;
        }
        let scale = if self.bare && !self.more && self.signs == 1 { BARE } else { ends_scaled };
        Some(Numeral {
            end: self.at,
            value,
            more: self.more,
            form: Form::Plain,
            scale,
            arabic: self.arabic,
            upto,
        })
    }
}

/// 2e5, 40k, 1.2M: the power of ten, and how many letters say it. M without a point is a name: 5M.
fn power(rest: &str, decimals: bool) -> (i32, usize) {
    let bytes = rest.as_bytes();
    let free = |at: usize| !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    match bytes.first() {
        Some(b'k' | b'K') if free(1) => (3, 1),
        Some(b'M') if decimals && free(1) => (6, 1),
        Some(b'e' | b'E') => {
            let negative = bytes.get(1) == Some(&b'-');
            let from = 1 + usize::from(negative);
            let digits =
                bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|it| it.is_ascii_digit()).count());
            if !(1..=2).contains(&digits) || !free(from + digits) {
                return (0, 0);
            }
            let power: i32 = rest[from..from + digits].parse().unwrap_or(0);
            (if negative { -power } else { power }, from + digits)
        }
        _ => (0, 0),
    }
}

/// What 来 stands before in 十来个: measures; anything else is the verb.
const MEASURES: &str = "个名家项人位件年天种次条万亿";

#[cfg(test)]
mod tests;
