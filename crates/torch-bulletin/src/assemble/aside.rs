//! What stands between the contents list and the body and is of neither: the publisher, the date, the editors 编印.

use crate::Profile;
use crate::grammar::colophon::{fields, is_label, may_begin_field};
use crate::grammar::masthead::{Part, is_publisher_line, may_begin_number, may_begin_part, parts};
use crate::grammar::number::{arabic, is_chinese_numeral};
use crate::model::{Imprint, Masthead};

use super::list::List;
use super::sheet::Sheet;
use super::{colophon, masthead};

/// Bytes of the longest line of the kind: forty characters.
const LONGEST: usize = 120;
/// Bytes of the longest label that a blank parts from what it labels, as far as a label is looked for without a colon.
const LABEL: usize = 7 * 3;

/// Whether a line amid or after the entries holds nothing but parts of a masthead or fields of a colophon. The name of a body
/// alone may be an entry; the publisher's is none.
pub(super) fn is_aside(sheet: &Sheet<'_>, line: usize) -> bool {
    let text = sheet.text(line);
    if text.len() > LONGEST || sheet.ending(line).stop() {
        return false;
    }
    if is_publisher_line(text, sheet.profile) {
        return true;
    }
    if is_plain(text, sheet.profile) {
        debug_assert!(!says_aside(text, sheet.profile), "{text:?}");
        return false;
    }
    says_aside(text, sheet.profile)
}

/// Whether no part of a masthead and no field can be made of a line, for certain: it is of Han characters and marks of prose,
/// with words of none of them at its ends. Nearly every entry is, and neither grammar needs to be asked.
fn is_plain(line: &str, profile: &Profile) -> bool {
    // 【园区动态】 某市举办活动
    let Some((label, rest)) = line.strip_prefix('【').and_then(|it| it.split_once('】')) else {
        return is_phrase(unmarked(line), profile);
    };
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    is_phrase(label, profile) && (rest.is_empty() || is_phrase(unmarked(rest), profile))
}

/// A line without the sign or the number before its text: `●`, `——`, `3.`.
fn unmarked(line: &str) -> &str {
    let bare = line.trim_start_matches(['●', '◆', '■', '★', '—']);
    let text = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = bare.len() - text.len();
    let rest = match digits {
        0 => numbered(bare),
        // 2021年要闻, 2021年度要闻
        4 => text.strip_prefix('年').map(|it| it.strip_prefix('度').unwrap_or(it)),
        _ => text.strip_prefix(['.', '、']),
    };
    rest.unwrap_or(bare)
}

/// What stands after 第八届 and the like, which no issue line begins with.
fn numbered(text: &str) -> Option<&str> {
    text.strip_prefix('第')?.trim_start_matches(is_chinese_numeral).strip_prefix(['届', '批', '次'])
}

/// Whether a text is of characters of prose, and neither begins nor ends as a part or a field does.
fn is_phrase(text: &str, profile: &Profile) -> bool {
    let is_han = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    let (mut first_colon, quoted) = (true, text.trim_start_matches('“'));
    let has_ascii = text.bytes().any(|byte| byte.is_ascii_alphanumeric());
    let mut fits = |at: usize, c: char| match c {
        // …日印发, 印500份; 京内资准字…号, 准印证
        '印' => false,
        '准' => !text[at + c.len_utf8()..].starts_with(['字', '印']),
        '0'..='9' | 'A'..='M' | 'a'..='z' | ',' | '-' | '(' | ')' => true,
        '“' | '”' | '、' | '，' | '；' | '《' | '》' | '—' | '…' | '（' | '）' => true,
        ':' | '：' => !std::mem::take(&mut first_colon) || !is_label(&text[..at], profile),
        // A blank amid a phrase parts neither a date nor a telephone number from what it says.
        ' ' => {
            (at > LABEL || !has_ascii) && text[at + 1..].starts_with(|c| is_han(c) && !may_begin_number(c))
        }
        _ => is_han(c),
    };
    quoted.starts_with(is_han)
        && !may_begin_part(quoted)
        && !may_begin_field(quoted)
        && may_end_entry(text)
        && text.char_indices().all(|(at, c)| fits(at, c))
}

/// Whether a line ends as no notice and no publisher does (内部资料主管, 党建专刊, 半月刊, 500份, 某局编), nor in brackets but for a page's.
fn may_end_entry(text: &str) -> bool {
    match text.as_bytes() {
        [.., page, b')'] | [.., page, 0xEF, 0xBC, 0x89] => page.is_ascii_digit(),
        _ => !text.ends_with(['管', '办', '刊', '辑', '份', '编', '译']) && !text.ends_with("编发"),
    }
}

/// Whether both grammars are asked, and one knows all of a line.
fn says_aside(text: &str, profile: &Profile) -> bool {
    let parts = parts(text, profile);
    let known = |it: &(Part, _)| matches!(it.0, Part::Publisher | Part::Sign | Part::Date(_) | Part::Notice);
    let sure = parts.iter().any(|it| matches!(it.0, Part::Date(_) | Part::Notice))
        || parts.len() > 1 && parts.iter().any(|it| matches!(it.0, Part::Publisher));
    // 2022年要闻 begins with a year.
    let dated = parts.iter().all(|it| !matches!(&it.0, Part::Date(date) if date.day.is_none()));
    !parts.is_empty() && parts.iter().all(known) && sure && dated || !fields(text, profile).is_empty()
}

/// Gives what those lines say to the masthead, where it lacks it, or to the colophon; the rest is left to the account.
pub(super) fn read(sheet: &mut Sheet<'_>, list: &List, masthead: &mut Masthead, imprints: &mut Vec<Imprint>) {
    for &line in &list.asides {
        let found = fields(sheet.text(line), sheet.profile);
        // 主办：某某中心
        let publishes = masthead.publisher.is_none()
            && matches!(
                parts(sheet.text(line), sheet.profile).as_slice(),
                [(Part::Sign, _), (Part::Publisher, _)]
            );
        if found.is_empty() || publishes {
            masthead::add(sheet, masthead, line);
        } else {
            colophon::add(sheet, imprints, line, found);
        }
    }
}

/// The page that a line holds and nothing else.
pub(super) fn is_page(text: &str) -> Option<u32> {
    // ………………（3）: the leader of a wrapped entry.
    let led = text.trim_start_matches(|c| crate::is_blank(c) || matches!(c, '…' | '.' | '·' | '‥' | '⋯'));
    let bare = led.trim_matches(|c| matches!(c, '(' | ')' | '（' | '）'));
    if bare.len() > 9 || led.len() == text.len() && bare.len() < led.len() {
        return None;
    }
    let bare = bare.strip_prefix(['P', 'p']).unwrap_or(bare);
    arabic(bare).ok().filter(|(rest, page)| rest.is_empty() && (1..1000).contains(page)).map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_entries_are_no_asides() {
        let profile = Profile::default();
        for line in [
            "某市高新区举办活动",
            "某市高新区：开放带来活力",
            "【园区动态】 某市高新区举办活动",
            "——国家高新区三十年回眸",
            "3.某市高新区举办“双创”活动（12）",
            "某市高新区营造双创氛围 开放带来活力",
            "开放发展 合作共赢",
            "“众创”周在某市举行",
            "2021年度要闻回顾",
            "第八届大赛准备就绪",
        ] {
            assert!(is_plain(line, &profile) && !says_aside(line, &profile), "{line}");
        }
    }

    #[test]
    fn no_aside_is_plain() {
        let profile = Profile::default();
        for line in [
            "某某研究中心 2022年7月31日",
            "【内部资料】 注意保存",
            "某某部主管",
            "党建专刊",
            "（双月刊）",
            "责任编辑：某人",
            "某某编辑部 电话：68001234",
            "通信地址 某路8号",
            "京内资准字2003-L0001号",
            "内刊准印证第12号",
            "电话 68001234",
            "某某研究中心 2015年5月15日印发",
            "共印200份",
            "某某市科技局编",
            "某某市科技局编发",
            "某某市科技局编译",
            "某某研究中心主办",
        ] {
            assert!(says_aside(line, &profile) && !is_plain(line, &profile), "{line}");
        }
    }
}
