//! Breaking text into printed lines, by the rules of Chinese typesetting 避头尾.

/// The lines of a text: `first` columns in the first, `others` in the rest. No line begins with a closing mark,
/// none ends with an opening one, and no number or Latin word is cut; closing marks may hang over the measure.
/// No line ends where a blank parts Chinese words: with the blank the names of an attribution would be lost.
pub(crate) fn wrapped(text: &str, first: usize, others: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut width, mut measure) = (0, 0, first);
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let within = is_word(previous) && is_word(c);
        let closes = "，,。、；;：:）)”’》〉】〕％%？?！!…—．.".contains(c);
        let opened = "（(“‘《〈【〔".contains(previous);
        // A word that does not fit goes to the next line whole.
        let word = if is_word(c) && !within { columns(word_at(&text[at..])) } else { column(c) };
        let parts = !previous.is_ascii() && text[at + c.len_utf8()..].starts_with([' ', '　']);
        let blank = matches!(previous, ' ' | '　') && !lines_latin(&text[..at]);
        let full = width + word > measure || parts && width + word + column(c) > measure;
        if full && width > 0 && !within && !closes && !opened && !blank && !matches!(c, '　') {
            lines.push(text[start..at].trim_end());
            (start, width, measure) = (at, 0, others);
        }
        if width == 0 && c == ' ' && !lines.is_empty() {
            start = at + 1;
            continue;
        }
        width += column(c);
        previous = c;
    }
    lines.push(&text[start..]);
    lines
}

/// Whether what stands before a blank is Latin.
fn lines_latin(text: &str) -> bool {
    text.trim_end().ends_with(|c: char| c.is_ascii())
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-' | '@' | '/' | '&')
}

fn word_at(text: &str) -> &str {
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

/// Columns of a text: a Chinese character has two.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(column).sum()
}

fn column(c: char) -> usize {
    if c.is_ascii() { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_marks_and_words_together() {
        assert_eq!(wrapped("一二三四，五六", 8, 8), ["一二三四，", "五六"]);
        assert_eq!(wrapped("一二三“四五”", 8, 8), ["一二三“四", "五”"]);
        assert_eq!(wrapped("一二三12.5%四", 8, 8), ["一二三", "12.5%四"]);
        assert_eq!(wrapped("一二三四五六", 4, 8), ["一二", "三四五六"]);
    }
}
