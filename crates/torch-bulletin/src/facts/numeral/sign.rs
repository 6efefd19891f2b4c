//! The signs 数字 of numerals: what each character is, and which it is only beside others.

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Digit(u8),
    Zero,
    Small(u8),
    Big(u8),
    More,
    /// 几, 数: several of the scale word that follows.
    Several,
    Half,
}

/// Every sign, with what it is; the forms of cheques and of traditional script included.
const ALL: [(Sign, &[char]); 18] = [
    (Sign::Zero, &['零', '〇', '○']),
    (Sign::Digit(1), &['一', '壹', '弌']),
    (Sign::Digit(2), &['二', '贰', '貳', '两', '兩']),
    (Sign::Digit(3), &['三', '叁', '參']),
    (Sign::Digit(4), &['四', '肆']),
    (Sign::Digit(5), &['五', '伍']),
    (Sign::Digit(6), &['六', '陆', '陸']),
    (Sign::Digit(7), &['七', '柒']),
    (Sign::Digit(8), &['八', '捌']),
    (Sign::Digit(9), &['九', '玖']),
    (Sign::Small(1), &['十', '拾']),
    (Sign::Small(2), &['百', '佰']),
    (Sign::Small(3), &['千', '仟']),
    (Sign::Big(4), &['万', '萬']),
    (Sign::Big(8), &['亿', '億']),
    (Sign::Big(12), &['兆']),
    (Sign::More, &['余', '餘', '多', '来']),
    (Sign::Several, &['几', '幾', '数']),
];

/// The signs, each at the place that its character is given: one look, and no search.
static PLACES: [(char, Option<Sign>); 128] = {
    let mut places = [('\0', None); 128];
    places[place('半')] = ('半', Some(Sign::Half));
    let mut kind = 0;
    while kind < ALL.len() {
        let (sign, chars) = ALL[kind];
        let mut at = 0;
        while at < chars.len() {
            assert!(places[place(chars[at])].1.is_none(), "each sign has a place of its own");
            places[place(chars[at])] = (chars[at], Some(sign));
            at += 1;
        }
        kind += 1;
    }
    places
};

/// A number of seven bits that is another for each of the signs.
const fn place(c: char) -> usize {
    ((c as u16).wrapping_mul(17_135) >> 9) as usize
}

/// What a character is in a Chinese numeral.
#[inline]
pub(super) fn sign(c: char) -> Option<Sign> {
    let (own, sign) = PLACES[place(c)];
    if own == c { sign } else { None }
}

/// Whether a sign of cheques is a word of its own where it stands alone: 大陆, 收拾, 队伍.
pub(super) const fn is_formal(c: char) -> bool {
    matches!(c, '肆' | '伍' | '陆' | '陸' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟')
}

/// Units that begin with a scale word: 千 of 千米 and 兆 of 兆瓦 belong to the unit.
pub(super) const OF_UNITS: &[(char, &str)] =
    &[('千', "米克瓦伏帕卡赫字焦牛兆"), ('兆', "瓦帕赫比字焦牛伏欧"), ('百', "帕"), ('亿', "")];

/// What 来 stands before in 十来个: measures; anything else is the verb.
pub(super) const MEASURES: &str = "个名家项人位件年天种次条万亿";

/// How many bytes of digits, or of Chinese digits and scale words, a text begins with.
pub(in crate::facts) fn run(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return digits;
    }
    let of_numeral =
        |c: &char| matches!(sign(*c), Some(Sign::Digit(_) | Sign::Zero | Sign::Small(_) | Sign::Big(_)));
    text.chars().take_while(of_numeral).map(char::len_utf8).sum()
}

/// Whether a character is one of a Chinese numeral.
pub(in crate::facts) fn is_sign(c: char) -> bool {
    sign(c).is_some()
}
