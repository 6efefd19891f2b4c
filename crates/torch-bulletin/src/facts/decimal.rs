//! Exact decimals: what a print says is kept digit by digit until somebody asks for a float.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU8;

/// A decimal number 十进制数, exact: a whole number of up to 38 digits, and how many of them stand after the point.
///
/// ```
/// use torch_bulletin::facts::Decimal;
/// let value: Decimal = "1.50".parse().unwrap();
/// assert_eq!(value.to_string(), "1.5");
/// assert_eq!(value.to_f64(), 1.5);
/// assert!(value.fits_f64());
/// assert!(!"12345678901234567.89".parse::<Decimal>().unwrap().fits_f64());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The upper half of the digits as a number of 128 bits; two halves need no more room than they fill.
    high: i64,
    low: u64,
    /// One more than the places, so that an optional decimal is no larger.
    after: NonZeroU8,
}

/// A text that is no decimal number of at most 30 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no decimal number of at most 30 digits")]
pub struct NoDecimal;

/// Digits that a number of a text may have; longer ones are identifiers, and products of two shorter ones still fit.
const MOST_DIGITS: u32 = 30;

impl Decimal {
    /// Nothing.
    pub const ZERO: Decimal = Decimal::whole(0);

    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self { high: number >> 63, low: number.cast_unsigned(), after: NonZeroU8::MIN }
    }

    pub(super) fn new(digits: i128, mut places: u8) -> Self {
        if let Ok(small) = i64::try_from(digits) {
            return Self::of_register(small, places);
        }
        let mut digits = digits;
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        Self::exact(digits, places)
    }

    /// The same of what most numbers are: digits that a register holds, where division is cheap.
    pub(super) const fn of_register(mut digits: i64, mut places: u8) -> Self {
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        Self { after: NonZeroU8::MIN.saturating_add(places), ..Self::whole(digits) }
    }

    /// Digits without a zero after the point.
    const fn exact(digits: i128, places: u8) -> Self {
        let after = NonZeroU8::MIN.saturating_add(places);
        Self { high: (digits >> 64) as i64, low: digits as u64, after }
    }

    const fn digits(self) -> i128 {
        (self.high as i128) << 64 | self.low as i128
    }

    /// The digits where a register holds them.
    const fn small(self) -> Option<i64> {
        let low = self.low.cast_signed();
        if low >> 63 == self.high { Some(low) } else { None }
    }

    /// The number times ten to the power of `exponent`; `None` where that is too large.
    pub(super) fn shift(self, exponent: i32) -> Option<Self> {
        if exponent == 0 {
            return Some(self);
        }
        let places = i32::from(self.places()) - exponent;
        if places >= 0 {
            return Some(Self::new(self.digits(), u8::try_from(places).ok()?));
        }
        let up = usize::try_from(-places).ok()?;
        if let (Some(small), Some(power)) = (self.small(), WHOLE_POWERS.get(up))
            && let Some(digits) = small.checked_mul(*power)
        {
            return Some(Self::whole(digits));
        }
        let digits = self.digits().checked_mul(10_i128.checked_pow(places.unsigned_abs())?)?;
        fits(digits).then_some(Self::exact(digits, 0))
    }

    pub(super) fn add(self, other: Self) -> Option<Self> {
        if self.digits() == 0 {
            return Some(other);
        }
        if let (Some(one), Some(two), true) = (self.small(), other.small(), self.after == other.after)
            && let Some(sum) = one.checked_add(two)
        {
            return Some(Self::new(sum.into(), self.places()));
        }
        let places = self.places().max(other.places());
        let sum = self.scaled(places)?.checked_add(other.scaled(places)?)?;
        fits(sum).then(|| Self::new(sum, places))
    }

    pub(super) fn mul(self, other: Self) -> Option<Self> {
        let digits = self.digits().checked_mul(other.digits())?;
        Some(Self::new(digits, self.places().checked_add(other.places())?))
    }

    pub(super) const fn negated(self) -> Self {
        Self::exact(-self.digits(), self.places())
    }

    /// The quotient to 15 significant digits: fractions such as 1/3 have no end.
    pub(super) fn ratio(self, divisor: Self) -> Option<Self> {
        if divisor.digits() == 0 {
            return None;
        }
        let places = self.places().max(divisor.places());
        let (top, bottom) = (self.scaled(places)?, divisor.scaled(places)?);
        let mut scale = 15_u8;
        let mut rest = top.unsigned_abs();
        // A small quotient needs more places for as many digits.
        while rest != 0 && rest < bottom.unsigned_abs() && scale < 28 {
            rest = rest.checked_mul(10)?;
            scale += 1;
        }
        let top = top.checked_mul(10_i128.checked_pow(u32::from(scale))?)?;
        let half = bottom.abs() / 2 * top.signum();
        Some(Self::new(top.checked_add(half)?.checked_div(bottom.abs())? * bottom.signum(), scale))
    }

    fn scaled(self, places: u8) -> Option<i128> {
        match places.checked_sub(self.places())? {
            0 => Some(self.digits()),
            more => self.digits().checked_mul(10_i128.checked_pow(more.into())?),
        }
    }

    /// The nearest double.
    pub fn to_f64(self) -> f64 {
        const WHOLE: i64 = 1 << f64::MANTISSA_DIGITS;
        let held = self.small().filter(|digits| (-WHOLE..=WHOLE).contains(digits));
        match (held, POWERS.get(usize::from(self.places()))) {
            // Both parts are exact, so that the quotient is the nearest double.
            (Some(digits), Some(power)) => digits as f64 / power,
            _ => self.to_string().parse().unwrap_or(f64::NAN),
        }
    }

    /// Whether a double holds the number: written in full, the nearest double has the same digits.
    ///
    /// So for every number of up to 15 digits. 0.1 is one; 12345678901234567.89 is not.
    pub fn fits_f64(self) -> bool {
        self.digits().unsigned_abs() < 10_u128.pow(15) || self.to_f64().to_string() == self.to_string()
    }

    /// Whether the number is whole.
    pub const fn is_whole(self) -> bool {
        self.places() == 0
    }

    /// The whole number, where it is one of at most 32 bits.
    pub(super) fn to_u32(self) -> Option<u32> {
        if self.is_whole() { u32::try_from(self.digits()).ok() } else { None }
    }

    /// How many digits stand after the point.
    pub(super) const fn places(self) -> u8 {
        self.after.get() - 1
    }
}

/// Whether a number has no more digits than one of a text may have.
const fn fits(digits: i128) -> bool {
    digits.unsigned_abs() < 10_u128.pow(MOST_DIGITS)
}

const WHOLE_POWERS: [i64; 19] = {
    let mut powers = [1; 19];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Some(one), Some(two), true) = (self.small(), other.small(), self.after == other.after) {
            return one.cmp(&two);
        }
        let places = self.places().max(other.places());
        match (self.scaled(places), other.scaled(places)) {
            (Some(a), Some(b)) => a.cmp(&b),
            // Only where one has very many places: then doubles tell them apart.
            _ => self.to_f64().total_cmp(&other.to_f64()),
        }
    }
}

impl std::str::FromStr for Decimal {
    type Err = NoDecimal;

    fn from_str(text: &str) -> Result<Self, NoDecimal> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mut digits, mut places, mut point, mut count) = (0_i128, 0_u8, false, 0_u32);
        // A register holds the digits of most numbers.
        let mut small = 0_i64;
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    count += 1;
                    match count {
                        ..=18 => small = small * 10 + i64::from(byte - b'0'),
                        19.. if count > MOST_DIGITS => return Err(NoDecimal),
                        19 => digits = i128::from(small) * 10 + i128::from(byte - b'0'),
                        20.. => digits = digits * 10 + i128::from(byte - b'0'),
                    }
                    places += u8::from(point);
                }
                b'.' if !point => point = true,
                _ => return Err(NoDecimal),
            }
        }
        if count == 0 {
            return Err(NoDecimal);
        }
        let digits = if count <= 18 { small.into() } else { digits };
        Ok(Self::new(if negative { -digits } else { digits }, places))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        if self.is_whole() {
            return write!(f, "{digits}");
        }
        let sign = if digits < 0 { "-" } else { "" };
        let power = 10_u128.pow(u32::from(self.places().min(38)));
        let (digits, places) = (digits.unsigned_abs(), usize::from(self.places()));
        write!(f, "{sign}{}.{:0places$}", digits / power, digits % power)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decimal").field("digits", &self.digits()).field("places", &self.places()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn decimals_keep_their_digits() {
        for (text, shown, float) in [
            ("1.50", "1.5", 1.5),
            ("-0.8", "-0.8", -0.8),
            ("007", "7", 7.0),
            (".5", "0.5", 0.5),
            ("2.2360679774997896964", "2.2360679774997896964", 2.23606797749979),
            ("123456789012345678901234567890", "123456789012345678901234567890", 1.2345678901234568e29),
        ] {
            assert_eq!(decimal(text).to_string(), shown);
            assert_eq!(decimal(text).to_f64(), float);
        }
        assert!("1".repeat(31).parse::<Decimal>().is_err());
    }

    #[test]
    fn arithmetic_is_exact_or_nothing() {
        assert_eq!(decimal("28.3").shift(8).unwrap(), decimal("2830000000"));
        assert_eq!(decimal("4").shift(-3).unwrap(), decimal("0.004"));
        assert_eq!(decimal("0.1").add(decimal("0.2")).unwrap(), decimal("0.3"));
        assert_eq!(decimal("1").ratio(decimal("4")).unwrap(), decimal("0.25"));
        assert_eq!(decimal("1").ratio(decimal("3")).unwrap().to_f64(), 1.0 / 3.0);
        assert_eq!(decimal("1").ratio(Decimal::ZERO), None);
        assert_eq!(decimal("9").shift(40), None);
    }

    #[test]
    fn a_double_holds_fifteen_digits() {
        for (text, fits) in
            [("42.45", true), ("0.1", true), ("9007199254740992", true), ("9007199254740993", false)]
        {
            assert_eq!(decimal(text).fits_f64(), fits, "{text}");
        }
    }
}
