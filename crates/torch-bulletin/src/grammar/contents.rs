//! Lines of the contents list 目录: heading, section labels, series, entries with leaders and pages.

use std::ops::Range;

mod leader;
mod ornament;

use super::marker::enumerator;
use super::number::is_chinese_numeral;
use super::{one_of, trimmed};
use crate::Profile;
use crate::fold::fold_cow;
use crate::model::MarkerStyle;
use leader::{page_at_end, page_at_start};
use ornament::{is_ornament, private_use};
pub(crate) use ornament::{ornament, ornament_end};

/// Headings of a contents list, folded. Seen in kindred newsletters: 目 录, 目    次, ≡本期要目≡.
const HEADINGS: [&str; 13] = [
    "目录",
    "目次",
    "要目",
    "本期要目",
    "本期目录",
    "本期导读",
    "本期内容",
    "主要内容",
    "本期主要内容",
    "内容提要",
    "本期要点",
    "本期看点",
    "本期提要",
];

/// Whether a line is the heading of a contents list, ornaments aside.
pub(crate) fn is_heading(line: &str, profile: &Profile) -> bool {
    let own = !profile.contents_headings.is_empty();
    if line.len() > 60 || !own && ends_otherwise(line) {
        return false;
    }
    let bare = fold_cow(line);
    let bare = bare.trim_matches(|c: char| one_of("≡=*-·【】[]〔〕《》「」『』☆★●■◆:", c));
    // 目录 CONTENTS, CONTENTS 目录
    let foreign = bare.trim_matches(|c: char| c.is_ascii_alphabetic());
    bare.eq_ignore_ascii_case("contents")
        || HEADINGS.contains(&foreign)
        || own && profile.is_contents_heading(bare)
}

/// Whether a line ends in a Han character that ends no heading, as nearly every line does.
fn ends_otherwise(line: &str) -> bool {
    let last = line.as_bytes().last_chunk::<3>().filter(|it| matches!(it[0], 0xE4..=0xE9));
    last.is_some_and(|last| HEADINGS.iter().all(|heading| heading.as_bytes().last_chunk::<3>() != Some(last)))
}

/// Whether a line is the heading in English: CONTENTS, C O N T E N T S.
pub(crate) fn is_foreign_heading(line: &str) -> bool {
    line.len() <= 40 && fold_cow(line).eq_ignore_ascii_case("contents")
}

/// A section label 栏目 in brackets or behind an ornament, and what follows it on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    /// The name, without brackets.
    pub(crate) name: Range<usize>,
    /// What stands after the label: the first entry. Empty range at the end where nothing does.
    pub(crate) rest: Range<usize>,
}

/// Bytes of the longest name in 「」 or 《》: eight characters. A longer text between them is cited or is a title.
const LONGEST_QUOTED: usize = 24;

/// ```abnf
/// label = ("【" name "】" / "〔" name "〕" / "[" name "]" / "◎" name / "▌" name) [ ws entry ]
///       / ("「" name "」" / "『" name "』" / "《" name "》")         ; nothing else on the line
/// ```
pub(crate) fn label(line: &str) -> Option<Label> {
    let first = line.chars().next()?;
    let after = first.len_utf8();
    if let Some(close) = quote(first) {
        let inside = line[after..]
            .strip_suffix(close)
            .filter(|it| it.len() <= LONGEST_QUOTED && !it.contains(close))?;
        let name = trimmed(line, after..after + inside.len())?;
        return Some(Label { name, rest: line.len()..line.len() });
    }
    let close = match first {
        '【' => '】',
        '〔' => '〕',
        '[' => ']',
        '［' => '］',
        '〖' => '〗',
        '◎' | '▌' | '▍' | '§' | '❖' => {
            // ◎某市举办活动……3
            if page_at_end(line).1.is_some() {
                return None;
            }
            let name = trimmed(line, after..line.len())?;
            return Some(Label { name, rest: line.len()..line.len() });
        }
        _ => return None,
    };
    let end = after + line[after..].find(close)?;
    let name = trimmed(line, after..end)?;
    let rest = end + close.len_utf8();
    Some(Label { name, rest: trimmed(line, rest..line.len()).unwrap_or(line.len()..line.len()) })
}

/// A section label that only the list, or others of the kind, tells from a line of text: its name, of two to eight Han
/// characters.
///
/// ```abnf
/// framed = name ":" / 1*"—" name 1*"—" / 1*"=" name 1*"=" / "“" name "”" / "（" name "）" / "<" name ">"
/// ```
/// ≡, ~, | and · stand around names as = does.
pub(crate) fn framed(line: &str) -> Option<Range<usize>> {
    // Nearly every line ends otherwise.
    let last = line.chars().next_back().filter(|_| line.len() <= LONGEST_QUOTED + 24)?;
    let is_dash = |c: char| matches!(c, '—' | '―' | '─' | '－' | '-' | '–' | '⸺');
    let equals = ['=', '＝', '≡', '~', '～', '|', '｜', '·', '•'];
    let name = match last {
        ':' | '：' if goes_on_after_colon(line.trim_end_matches([':', '：'])) => return None,
        ':' | '：' => 0..line.len() - last.len_utf8(),
        '”' => '“'.len_utf8()..line.strip_prefix('“')?.len() + '“'.len_utf8() - '”'.len_utf8(),
        c if is_dash(c) && line.starts_with(is_dash) => inside(line, is_dash),
        c if equals.contains(&c) && line.starts_with(c) => inside(line, |it| it == c),
        ')' | '）' | '>' | '〉' => {
            let first = line.chars().next().filter(|it| matches!(it, '(' | '（' | '<' | '〈'))?;
            let name = first.len_utf8()..line.len() - last.len_utf8();
            if is_part_of_title(line[name.clone()].trim()) {
                return None;
            }
            name
        }
        _ => return None,
    };
    let name = trimmed(line, name).filter(|name| (6..=LONGEST_QUOTED).contains(&name.len()))?;
    let is_han = |c: char| c >= '\u{2E80}' && c.is_alphabetic();
    // ——要　闻——
    let spread =
        |name: &str| is_dash(last) && name.split(crate::is_blank).all(|it| it.chars().nth(1).is_none());
    let of_han = |name: &str| name.chars().all(|c| is_han(c) || crate::is_blank(c));
    let named = |name: &str| of_han(name) && (name.chars().all(is_han) || spread(name));
    named(&line[name.clone()]).then_some(name)
}

/// Whether a title that a colon cuts goes on in the next line: 某某高新区：, 系列报道之一：
fn goes_on_after_colon(text: &str) -> bool {
    let part = text.trim_end_matches(is_chinese_numeral);
    text.ends_with(['区', '市', '省', '县', '园', '州']) || part.len() < text.len() && part.ends_with('之')
}

/// Whether brackets around a text end the title on the line before: `（之二）`, `（下篇）`, `（试行）`, `（征求意见稿）`.
fn is_part_of_title(text: &str) -> bool {
    let part =
        text.strip_prefix(['之', '其', '第', '续']).map(|it| it.trim_end_matches(['篇', '部', '分', '期']));
    part.is_some_and(|it| it.is_empty() || it.chars().all(is_chinese_numeral))
        || ["篇", "稿", "试行", "暂行", "节选", "摘要", "摘编", "摘登", "修订", "草案", "全文"]
            .iter()
            .any(|it| text.ends_with(it))
}

/// The text between two runs of a sign.
fn inside(line: &str, is_sign: impl Fn(char) -> bool + Copy) -> Range<usize> {
    let start = line.len() - line.trim_start_matches(is_sign).len();
    start..line.trim_end_matches(is_sign).len().max(start)
}

/// The mark that closes a quotation or title mark around a name.
fn quote(open: char) -> Option<char> {
    match open {
        '「' => Some('」'),
        '『' => Some('』'),
        '《' => Some('》'),
        _ => None,
    }
}

/// The text after a run of dashes: a series line `——…巡礼` (2022-12, line 19) or a subtitle.
pub(crate) fn dashed(line: &str) -> Option<Range<usize>> {
    let dash = |c: char| matches!(c, '—' | '―' | '─' | '－' | '-' | '–' | '⸺');
    let rest = line.trim_start_matches(dash);
    let columns = line[..line.len() - rest.len()].chars().map(|c| if c == '⸺' { 2 } else { 1 }).sum::<u32>();
    if columns < 2 {
        return None;
    }
    trimmed(line, line.len() - rest.len()..line.len())
}

/// An entry 条目 of the contents list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EntryLine {
    /// The title without bullet, number, leader and page.
    pub(crate) title: Range<usize>,
    /// The printed page.
    pub(crate) page: Option<u32>,
}

/// ```abnf
/// entry  = [ bullet ] ( title [ ( leader / 1*blank / "/" / "(" ) page [ ")" ] ] / page 1*blank title )
/// bullet = "·" / "●" / "★" … / enumerator
/// leader = 3*( "." / "…" / "·" ) or two characters …
/// ```
/// A number that a blank, a slash, a bracket or a leader parts from the title is its page; one that touches the title is not.
pub(crate) fn entry(line: &str) -> Option<EntryLine> {
    let start = line.len() - after_bullet(line).len();
    let (end, page) = page_at_end(&line[..ornament_end(line)]);
    let before = if page.is_none() { page_at_start(&line[start..]) } else { None };
    let start = before.map_or(start, |(length, _)| start + length);
    let title = trimmed(line, start..end.max(start))?;
    Some(EntryLine { title, page: page.or(before.map(|it| it.1)) })
}

/// A series or a subtitle behind dashes, without the page at the end of its line: `——访某人……3`.
pub(crate) fn dashed_entry(line: &str) -> Option<EntryLine> {
    let title = dashed(line)?;
    let (end, page) = page_at_end(line);
    Some(EntryLine { title: trimmed(line, title.start..end.max(title.start))?, page })
}

/// The line after its bullet, number or nothing.
fn after_bullet(line: &str) -> &str {
    // Nearly every entry begins with a Han character (U+4000–U+9FFF) that counts nothing.
    if matches!(line.as_bytes(), [0xE4..=0xE9, ..]) && enumerator(line).is_none() {
        return line;
    }
    // A hyphen is a bullet before a blank only, and so are the letters that symbol fonts show as bullets.
    let line = match line.as_bytes() {
        [b'-' | b'l' | b'n' | b'u', b' ', ..] => &line[2..],
        // Ø and ü.
        [0xC3, 0x98 | 0xBC, b' ', ..] => &line[3..],
        _ => line,
    };
    let rest =
        line.trim_start_matches(|c: char| c == '*' || is_ornament(c) || private_use(c) || crate::is_blank(c));
    // 一是 and 第一 begin titles; the other enumerators number entries.
    let numbered = enumerator(rest)
        .filter(|it| !matches!(it.style, MarkerStyle::Shi | MarkerStyle::Ordinal | MarkerStyle::Sequence));
    match numbered.map(|it| &rest[it.range.end..]) {
        Some(after) if !after.trim().is_empty() => after,
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries() {
        for (line, title, page) in [
            ("园区建设取得进展", "园区建设取得进展", None),
            ("1. 园区建设……………3", "园区建设", Some(3)),
            ("● 园区建设 12", "园区建设", Some(12)),
            ("园区建设(7)", "园区建设", Some(7)),
            ("园区建设 . . . . . 9", "园区建设", Some(9)),
            ("园区建设……", "园区建设……", None),
            ("园区建设.........", "园区建设", None),
            ("园区企业超过2000", "园区企业超过2000", None),
            ("2022年园区建设", "2022年园区建设", None),
            ("12、园区", "园区", None),
            ("一、园区……3", "园区", Some(3)),
            ("①园区", "园区", None),
            ("➢园区", "园区", None),
            ("- 园区", "园区", None),
            ("园区……第2页", "园区", Some(2)),
            ("园区 P12", "园区", Some(12)),
            ("园区【2】", "园区", Some(2)),
            ("园区走进5G", "园区走进5G", None),
            ("★园区★", "园区", None),
            ("√园区", "园区", None),
            ("第2页 园区", "园区", Some(2)),
            ("园区的第2页", "园区的第2页", None),
            ("园区建设取得进展  王  茜  赵一鸣 (5)", "园区建设取得进展", Some(5)),
            ("园区建设取得进展/赵一鸣……5", "园区建设取得进展", Some(5)),
            ("园区建设的调查..........某某中心调研组(5)", "园区建设的调查", Some(5)),
            ("园区建设取得进展　甲市取得突破 (5)", "园区建设取得进展　甲市取得突破", Some(5)),
        ] {
            let found = entry(line).unwrap();
            assert_eq!((&line[found.title], found.page), (title, page), "{line}");
        }
    }

    #[test]
    fn labels_and_series() {
        let line = "【创业孵化】 园区建设";
        let found = label(line).unwrap();
        assert_eq!((&line[found.name], &line[found.rest]), ("创业孵化", "园区建设"));
        for line in ["「要闻」", "『要闻』", "《要闻》", "《 要闻 》"] {
            assert_eq!(label(line).map(|it| &line[it.name]), Some("要闻"), "{line}");
        }
        for line in [
            "要闻：",
            "—要闻—",
            "——要 闻——",
            "=要闻=",
            "== 要闻 ==",
            "“要闻”",
            "（要闻）",
            "≡要闻≡",
            "·要闻·",
        ] {
            let name = framed(line).map(|it| line[it].replace(' ', ""));
            assert_eq!(name.as_deref(), Some("要闻"), "{line}");
        }
        for line in [
            "会议指出，：",
            "—3—",
            "——十年巡礼",
            "“要闻”与“动态”",
            "要：",
            "：",
            "（之二）",
            "（下篇）",
            "（试行）",
            "某某高新区：",
        ] {
            assert_eq!(framed(line), None, "{line}");
        }
        for line in ["《某某办法》印发", "《某某国家高新技术产业开发区条例》", "「甲」与「乙」"]
        {
            assert_eq!(label(line), None, "{line}");
        }
        for (line, name) in
            [("◆要闻", "要闻"), ("■ 要闻", "要闻"), ("※要闻", "要闻"), ("要闻", "要闻"), ("●", "●")]
        {
            assert_eq!(&line[ornament(line)..], name);
        }
        assert_eq!(dashed("——十年巡礼").map(|it| &"——十年巡礼"[it]), Some("十年巡礼"));
        assert_eq!(dashed("—3"), None);
        let is_heading = |line| is_heading(line, &Profile::TORCH);
        assert!(is_heading("目    录") && is_heading("≡本期要目≡") && !is_heading("目录学"));
        assert!(is_heading("目录 CONTENTS") && is_heading("Contents") && !is_heading("TORCH BULLETINS"));
    }
}
