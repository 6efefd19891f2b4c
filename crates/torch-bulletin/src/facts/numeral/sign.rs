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

/// What a character is in a Chinese numeral; the forms of cheques and of traditional script included.
pub(super) fn sign(c: char) -> Option<Sign> {
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
pub(super) const FORMAL: &str = "肆伍陆陸柒捌玖拾佰仟";

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
