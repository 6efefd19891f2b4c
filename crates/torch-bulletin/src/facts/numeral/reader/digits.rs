//! Runs of digits inside a numeral: Arabic ones with their separators, Chinese ones one by one, and those after 点.

use super::{Reader, char_at};
use crate::facts::Decimal;
use crate::facts::numeral::sign::{Sign, sign};

impl Reader<'_> {
    /// Arabic digits with their separators; false where they do not continue the numeral.
    pub(super) fn arabic_digits(&mut self) -> Option<bool> {
        let bytes = &self.text.as_bytes()[self.at..];
        let run = |from: usize| bytes[from..].iter().take_while(|it| it.is_ascii_digit()).count();
        let mut end = run(0);
        let mut digits = String::new();
        if (1..=3).contains(&end) && bytes[0] != b'0' {
            // 1,234,567, 1，234 and 2 000, with one sign between all groups; a group ends where digits do.
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
            let signs = u8::from(wide) + u8::from(blank) + u8::from(bytes[first..at].contains(&b','));
            // With decimals it is an amount, whatever signs were typed.
            let amount = wide && bytes.get(at) == Some(&b'.');
            if amount || signs <= 1 && !(wide && self.ranked()) {
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

    /// Whether the digits at hand are a place in a ranking, which ends its clause: 列第18，169家.
    fn ranked(&self) -> bool {
        self.text[..self.at].ends_with(['第', '前', '名', '居', '列'])
    }

    pub(super) fn chinese_digits(&mut self) -> Option<bool> {
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
    pub(super) fn point(&mut self, after: usize) -> Option<bool> {
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
