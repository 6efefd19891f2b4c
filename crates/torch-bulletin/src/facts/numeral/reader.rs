//! A value read sign by sign: digits, and the scale words 十百千万亿 that multiply what stands before them.

mod digits;

use super::sign::{MEASURES, OF_UNITS, Sign, is_formal, sign};
use super::{BARE, Form, Numeral};
use crate::facts::Decimal;
use crate::facts::words::wide;

/// Reads a value: digits and scale words.
pub(super) fn value(text: &str, start: usize, inner: bool) -> Option<Numeral> {
    if let Some(found) = arabic_digits(text, start).or_else(|| lone(text, start)) {
        return Some(found);
    }
    let mut it = Reader { text, at: start, inner, ..Reader::default() };
    it.run()?;
    it.finish(start)
}

/// Reads what most numerals are: Arabic digits, with 万 or 亿 at most; `None` where anything else may belong to it.
pub(super) fn arabic_digits(text: &str, start: usize) -> Option<Numeral> {
    /// So many digits that a register holds them with their scale.
    const MOST: usize = 9;
    let bytes = text.as_bytes();
    let (mut digits, mut end, mut point) = (0_i64, start, None);
    loop {
        match bytes.get(end) {
            Some(byte @ b'0'..=b'9') => digits = digits * 10 + i64::from(byte - b'0'),
            Some(b'.') if end > start && point.is_none() && bytes.get(end + 1)?.is_ascii_digit() => {
                point = Some(end);
            }
            _ => break,
        }
        end += 1;
        if end - start > MOST {
            return None;
        }
    }
    if end == start {
        return None;
    }
    let places = point.map_or(0, |point| (end - point - 1) as u8);
    let mut value = Decimal::of_register(digits, places);
    let mut scale = 0;
    let mut rest = &text[end..];
    if let Some(power) = thousands(rest) {
        (value, scale) = (value.shift(power.into())?, power);
        rest = &rest['万'.len_utf8()..];
        end = text.len() - rest.len();
    }
    let mut after = rest.chars();
    let ends = match after.next() {
        None => true,
        // 1,234 and 2 000; 2.2.1; 40k, 2e5.
        Some(',' | '，' | ' ') => !after.next().is_some_and(|it| it.is_ascii_digit()),
        Some('.' | 'k' | 'K' | 'M' | 'e' | 'E' | '0'..='9' | '点' | '點') => false,
        Some(next) => sign(next).is_none(),
    };
    ends.then_some(Numeral { end, value, more: false, form: Form::Plain, scale, arabic: true, upto: None })
}

/// The power of ten of the large scale word that most amounts have, where a text begins with it: 万, 亿.
fn thousands(text: &str) -> Option<u8> {
    const WAN: [u8; 3] = wide("万");
    const YI: [u8; 3] = wide("亿");
    match text.as_bytes().first_chunk() {
        Some(&WAN) => Some(4),
        Some(&YI) => Some(8),
        _ => None,
    }
}

/// Reads one Chinese digit that nothing else belongs to: 一批, 三是.
fn lone(text: &str, start: usize) -> Option<Numeral> {
    let mut chars = text[start..].chars();
    let c = chars.next()?;
    let Sign::Digit(digit) = sign(c).filter(|_| !is_formal(c))? else { return None };
    let end = text.len() - chars.as_str().len();
    let next = chars.next();
    let goes_on = next.is_some_and(|c| matches!(c, '点' | '點' | '个') || sign(c).is_some());
    let value = Decimal::whole(digit.into());
    (!goes_on).then_some(Numeral {
        end,
        value,
        more: false,
        form: Form::Plain,
        scale: 0,
        arabic: false,
        upto: None,
    })
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
                .is_some_and(|c| is_formal(c) || c == '零' && !self.text[self.at..].starts_with('个'))
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

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}
