//! What the first character of a line tells 行首: made once a line, as its ending is, and asked by every step.

use super::heads::Heads;
use super::number::{digit, numeral};

/// Whether a line begins as nearly all prose does: with a Han character that begins no enumerator, caption, note or page
/// number, with a quotation, or with a number that a Han character follows: `35亿元`. Of such a line no parser needs to be
/// asked that looks at the head of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Opening {
    plain: bool,
}

/// The Han characters with which enumerators (一是, 第一, 首先), captions, notes and page numbers begin.
const SPECIAL: Heads = Heads::of("一二三四五六七八九十第其首再最表图附续注资数说单");

impl Opening {
    /// Looks at the first characters of a line.
    pub(crate) fn of(line: &str) -> Self {
        let bytes = line.as_bytes();
        let plain = match bytes {
            // U+4000–U+9FFF.
            [0xE4..=0xE9, _, _, ..] => !SPECIAL.begin(bytes),
            // “ and ‘
            [0xE2, 0x80, 0x98 | 0x9C, ..] => true,
            [b'0'..=b'9', rest @ ..] => {
                let number = rest.iter().position(|byte| !byte.is_ascii_digit());
                number.is_some_and(|end| matches!(rest[end], 0xE4..=0xE9))
            }
            _ => false,
        };
        Self { plain }
    }

    /// As prose begins.
    pub(crate) const fn plain(self) -> bool {
        self.plain
    }
}

/// `report = (本报讯 / 本刊讯 / 近日 / 日前 / [year 年] month 月 day (日 / 至 / — …)) …`: how a report begins.
pub(crate) fn reports(text: &str) -> bool {
    const WORDS: [&str; 5] = ["近日", "日前", "本报讯", "本刊讯", "本网讯"];
    WORDS.iter().any(|word| text.starts_with(word)) || {
        let day = text.split_once('月').and_then(|(before, after)| {
            let month = before.split_once('年').map_or(before, |(_, month)| month);
            let (left, _) = numeral(month).ok()?;
            let (rest, _) = numeral(after).ok()?;
            Some(left.is_empty() && rest.starts_with(['日', '至', '-', '—', '、']))
        });
        text.starts_with(|c| digit(c).is_some() || "一二三四五六七八九十".contains(c)) && day == Some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::caption::{is_caption, is_note};
    use crate::grammar::contents::{dashed, label};
    use crate::grammar::marker::enumerator;
    use crate::grammar::page::{is_rule, page_number};

    #[test]
    fn lines_that_are_something_do_not_begin_plainly() {
        for line in [
            "一、总则",
            "十二是",
            "第一，甲",
            "其二、乙",
            "首先",
            "再次",
            "最后",
            "1. 甲",
            "（一）甲",
            "①甲",
            "㈠甲",
            "表1 指标",
            "图2：结构",
            "附表3",
            "注：含分园",
            "资料来源：年鉴",
            "数据来源：年鉴",
            "说明：略",
            "单位：个",
            "【要闻】",
            "◎要闻",
            "——某市",
            "第3页",
            "— 3 —",
            "————",
        ] {
            let read = enumerator(line).is_some()
                || is_caption(line)
                || is_note(line)
                || label(line).is_some()
                || dashed(line).is_some()
                || page_number(line).is_ok()
                || is_rule(line);
            assert!(read && !Opening::of(line).plain(), "{line}");
        }
        for line in ["园区建设", "国家高新区", "近日，某市", "丁一", "35亿元", "2022年，某市", "“甲”园区"]
        {
            assert!(Opening::of(line).plain(), "{line}");
        }
        for line in ["", "近", "5G", "3", "3、甲", "12.甲", "1 甲", "3/12", "\u{3400}"] {
            assert_eq!(Opening::of(line).plain(), line == "近", "{line}");
        }
    }

    #[test]
    fn reports_begin_with_a_day_or_a_word_for_it() {
        for line in [
            "近日，某市",
            "5月3日，某市",
            "2019年5月3日，某市",
            "五月三日，某市",
            "5月3-6日，",
            "本报讯 某市",
        ] {
            assert!(reports(line), "{line}");
        }
        for line in ["近年来", "2019年5月，某市", "5月，某市", "2019年", "十月革命", "月", "今年5月3日"]
        {
            assert!(!reports(line), "{line}");
        }
    }
}
