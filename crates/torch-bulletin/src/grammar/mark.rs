//! Punctuation 标点: which marks close a sentence, a paragraph, a quotation.

/// Opening brackets of either width, round ones.
pub(crate) const OPEN: &str = "(（﹙";
/// Closing brackets of either width, round ones.
pub(crate) const CLOSE: &str = ")）﹚";

/// Whether a character opens a round bracket.
pub(crate) fn is_open(c: char) -> bool {
    matches!(c, '(' | '（' | '﹙')
}

/// Whether a character closes a round bracket.
pub(crate) fn is_close(c: char) -> bool {
    matches!(c, ')' | '）' | '﹚')
}

/// Whether a character is a colon, of whatever width.
pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '︰')
}

/// Whether a mark ends a sentence (GB/T 15834-2011 §4.1–4.3), ASCII ones as extractors leave them.
fn is_final(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…' | '｡')
}

/// Whether a closing mark may follow a final one.
fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '」' | '』' | ')' | '）' | '】' | '》' | '］' | ']')
}

/// The last character of a line before its closing quotes and brackets.
fn last_before_closers(line: &str) -> Option<char> {
    line.chars().rev().find(|&c| !is_closer(c))
}

/// Whether a line ends like a paragraph: a final mark, perhaps with closing quotes or brackets after it.
///
/// A line that ends in a closing bracket counts as closed: attributions and asides end paragraphs
/// (2022-12, lines 58 and 97).
pub(crate) fn ends_closed(line: &str) -> bool {
    last_before_closers(line).is_some_and(is_final) || line.ends_with(is_close)
}

/// Whether a line ends with a full stop, perhaps with closing quotes or brackets after it: no title does.
pub(crate) fn ends_with_stop(line: &str) -> bool {
    last_before_closers(line).is_some_and(|c| matches!(c, '。' | '｡'))
}

/// Whether a line holds a comma or a stop, as paragraphs do and headings do not (2022-12: no heading has one).
pub(crate) fn has_stop(line: &str) -> bool {
    line.contains(is_stop)
}

fn is_stop(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';')
}

/// Whether a line ends amid a sentence for certain: with a comma, an opening mark, or an enumeration comma.
pub(crate) fn ends_open(line: &str) -> bool {
    line.ends_with(['，', ',', '、', '（', '(', '“', '‘', '《', '〈', '【'])
}

/// Whether a title mark or quotation that opens in a line does not close in it: no heading is cut there.
pub(crate) fn has_open_pair(line: &str) -> bool {
    let count = |mark| line.matches(mark).count();
    count('《') > count('》') || count('“') > count('”')
}

/// Whether a character is a Latin letter or a digit: between two of them a line end stands for a blank.
pub(crate) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{C0}'..='\u{24F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_lines() {
        for (line, expected) in [
            ("完成。", true),
            ("他说:“完成。”", true),
            ("(供稿:某处)", true),
            ("取得突破", false),
            ("取得突破,", false),
            ("“飞地”", false),
        ] {
            assert_eq!(ends_closed(line), expected, "{line}");
        }
    }
}
