//! What happens to the characters of a text: widths, radicals, blanks, line ends.

use crate::random::Random;

/// A change of the whole text.
pub(crate) type Characters = fn(&str, &mut Random) -> String;

fn each(text: &str, change: impl Fn(char) -> char) -> String {
    text.chars().map(change).collect()
}

/// Punctuation in half width, as recognition of scans gives it; 。、“” stay.
pub(crate) fn narrow_marks(text: &str, _: &mut Random) -> String {
    each(text, |c| match c {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        '％' => '%',
        '？' => '?',
        '！' => '!',
        _ => c,
    })
}

pub(crate) fn wide_digits(text: &str, _: &mut Random) -> String {
    each(text, |c| if c.is_ascii_digit() { wide(c) } else { c })
}

/// Digits, letters and punctuation in full width.
pub(crate) fn wide_everything(text: &str, _: &mut Random) -> String {
    each(text, |c| if c.is_ascii_graphic() { wide(c) } else { c })
}

fn wide(c: char) -> char {
    char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)
}

/// Radicals in place of characters, as PDF fonts without a proper map give them.
pub(crate) fn radicals(text: &str, random: &mut Random) -> String {
    const PLAIN: &str = "一二八人入力十口土大女子寸小山工己干心户手文方日月木欠止比水火片牛生用田目石示立竹米羊老而耳肉自至舌色血行衣见角言谷走足身车里金长门面革音页风食首马高鱼鸟鹿麦黄黑鼓鼠鼻龙西青";
    const RADICAL: &str = "⼀⼆⼋⼈⼊⼒⼗⼝⼟⼤⼥⼦⼨⼩⼭⼯⼰⼲⼼⼾⼿⽂⽅⽇⽉⽊⽋⽌⽐⽔⽕⽚⽜⽣⽤⽥⽬⽯⽰⽴⽵⽶⽺⽼⽽⽿⾁⾃⾄⾆⾊⾎⾏⾐⻅⻆⾔⾕⾛⾜⾝⻋⾥⾦⻓⻔⾯⾰⾳⻚⻛⻝⾸⻢⾼⻥⻦⿅⻨⻩⿊⿎⿏⿐⻰⻄⻘";
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let at = PLAIN.chars().position(|it| it == c).filter(|_| random.percent(60));
        out.push(at.and_then(|at| RADICAL.chars().nth(at)).unwrap_or(c));
    }
    out
}

pub(crate) fn long_dash(text: &str, _: &mut Random) -> String {
    text.replace("——", "⸺")
}

/// Small and vertical forms of punctuation.
pub(crate) fn small_forms(text: &str, _: &mut Random) -> String {
    each(text, |c| match c {
        '、' => '﹑',
        '，' => '﹐',
        '：' => '﹕',
        '；' => '﹔',
        '（' => '﹙',
        '）' => '﹚',
        _ => c,
    })
}

/// A blank between all characters but those of numbers and Latin words: 火 炬 动 态, 28.3 亿 元.
pub(crate) fn blanks_between_characters(text: &str, _: &mut Random) -> String {
    spaced(text, |a, b| !(is_word(a) && is_word(b)))
}

/// A blank between all characters: 2 0 2 2 年.
pub(crate) fn blanks_everywhere(text: &str, _: &mut Random) -> String {
    spaced(text, |_, _| true)
}

/// A blank between Chinese and digits or Latin letters.
pub(crate) fn blanks_at_digits(text: &str, _: &mut Random) -> String {
    let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    spaced_keeping(text, |a, b| is_han(a) && is_word(b) || is_word(a) && is_han(b))
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '%')
}

/// Blanks that were there before get wider by two, so that they still tell from those that come.
fn spaced(text: &str, wanted: impl Fn(char, char) -> bool) -> String {
    let mut wide = String::with_capacity(text.len() * 5 / 4);
    let mut previous = '\n';
    for c in text.chars() {
        if matches!(c, ' ' | '\u{3000}') && !torch_bulletin::is_blank(previous) {
            wide.push_str("  ");
        }
        wide.push(c);
        previous = c;
    }
    spaced_keeping(&wide, wanted)
}

fn spaced_keeping(text: &str, wanted: impl Fn(char, char) -> bool) -> String {
    let mut out = String::with_capacity(text.len() * 4 / 3);
    let mut previous = ' ';
    for c in text.chars() {
        if !torch_bulletin::is_blank(previous) && !torch_bulletin::is_blank(c) && wanted(previous, c) {
            out.push(' ');
        }
        out.push(c);
        previous = c;
    }
    out
}

pub(crate) fn no_break_spaces(text: &str, _: &mut Random) -> String {
    text.replace(' ', "\u{A0}")
}

pub(crate) fn ideographic_spaces(text: &str, _: &mut Random) -> String {
    // Between Latin words and digits a blank stays what it is.
    let mut out = String::with_capacity(text.len());
    let characters: Vec<char> = text.chars().collect();
    for (at, &c) in characters.iter().enumerate() {
        let beside =
            |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(char::is_ascii_alphabetic);
        let latin = beside(at.checked_sub(1)) && beside(Some(at + 1));
        out.push(if c == ' ' && !latin { '\u{3000}' } else { c });
    }
    out
}

pub(crate) fn zero_width(text: &str, random: &mut Random) -> String {
    sprinkled(text, '\u{200B}', random)
}

pub(crate) fn soft_hyphens(text: &str, random: &mut Random) -> String {
    sprinkled(text, '\u{AD}', random)
}

fn sprinkled(text: &str, what: char, random: &mut Random) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    for c in text.chars() {
        out.push(c);
        if c != '\n' && c != '\u{C}' && random.percent(6) {
            out.push(what);
        }
    }
    out
}

pub(crate) fn crlf(text: &str, _: &mut Random) -> String {
    text.replace('\n', "\r\n")
}

pub(crate) fn cr(text: &str, _: &mut Random) -> String {
    text.replace('\n', "\r")
}

pub(crate) fn byte_order_mark(text: &str, _: &mut Random) -> String {
    format!("\u{FEFF}{text}")
}

/// Blanks at the end of lines.
pub(crate) fn trailing_blanks(text: &str, random: &mut Random) -> String {
    let line = |line: &str| if random.percent(50) { format!("{line}  ") } else { line.to_owned() };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Everything moved to the right, as a margin.
pub(crate) fn margin(text: &str, _: &mut Random) -> String {
    let line = |line: &str| match line.strip_prefix('\u{C}') {
        Some(first) => format!("\u{C}        {first}"),
        None if line.is_empty() => String::new(),
        None => format!("        {line}"),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_of_characters_change_what_they_say() {
        let random = &mut Random::new(1);
        assert_eq!(blanks_between_characters("火炬28.3亿", random), "火 炬 28.3 亿");
        assert_eq!(blanks_everywhere("28亿", random), "2 8 亿");
        assert_eq!(blanks_at_digits("达28亿元", random), "达 28 亿元");
        assert_eq!(wide_digits("28a", random), "２８a");
        assert_eq!(torch_bulletin::fold(&radicals(&"火车西行".repeat(9), random)), "火车西行".repeat(9));
        assert_eq!(margin("甲\n\n乙", random), "        甲\n\n        乙");
    }
}
