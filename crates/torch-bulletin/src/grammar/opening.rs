//! What the first character of a line tells 行首: made once a line, as its ending is, and asked by every step.

/// Whether a line begins as nearly all prose does: with a Han character that begins no enumerator, caption, note or page
/// number. Of such a line no parser needs to be asked that looks at the head of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Opening {
    plain: bool,
}

/// The Han characters with which enumerators (一是, 第一, 首先), captions, notes and page numbers begin.
const SPECIAL: &str = "一二三四五六七八九十第其首再最表图附注资数说单";

/// Two bits of the last byte tell little of a character, both last bytes enough: one bit for each special one.
const BITS: [u64; 4] = {
    let bytes = SPECIAL.as_bytes();
    let (mut bits, mut at) = ([0; 4], 0);
    while at < bytes.len() {
        let hash = hash(bytes[at + 1], bytes[at + 2]);
        bits[hash / 64] |= 1 << (hash % 64);
        at += 3;
    }
    bits
};

const fn hash(second: u8, third: u8) -> usize {
    (second.wrapping_mul(37) ^ third) as usize
}

impl Opening {
    /// Looks at the first character of a line.
    pub(crate) fn of(line: &str) -> Self {
        let plain = match line.as_bytes() {
            // U+4000–U+9FFF.
            &[first @ 0xE4..=0xE9, second, third, ..] => {
                let hash = hash(second, third);
                BITS[hash / 64] & (1 << (hash % 64)) == 0 || !is_special(first, second, third)
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

fn is_special(first: u8, second: u8, third: u8) -> bool {
    SPECIAL.as_bytes().chunks_exact(3).any(|it| *it == [first, second, third])
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
        for line in ["园区建设", "国家高新区", "近日，某市", "丁一"] {
            assert!(Opening::of(line).plain(), "{line}");
        }
        for line in ["", "近", "“甲”", "5G", "\u{3400}"] {
            assert_eq!(Opening::of(line).plain(), line == "近", "{line}");
        }
    }
}
