//! What stands beside the parts of a masthead and says nothing itself: labels 标签 before bodies and dates, the hour after a date.

use super::super::date::date;
use super::super::mark::{is_close, is_colon, is_open};
use super::super::one_of;

/// Labels before a publisher.
const ROLES: [&str; 10] =
    ["编辑", "主办单位", "编印单位", "编辑单位", "承办单位", "主办", "主编", "编印", "编发", "承办"];
/// Labels before a date.
const DATE_LABELS: [&str; 10] = [
    "出版日期",
    "印发日期",
    "编印日期",
    "出刊日期",
    "出版时间",
    "出刊时间",
    "印发时间",
    "日期",
    "出版",
    "出刊",
];
/// What may follow a date: 2022年7月31日 印发.
pub(super) const AFTER_DATE: [&str; 9] = ["星期", "周", "编印", "印发", "出版", "出刊", "编发", "印", "编"];

/// The length of a label such as `主办单位：`, perhaps spread (主  办：).
pub(super) fn role(text: &str) -> Option<usize> {
    ROLES.iter().find_map(|role| labelled(text, role))
}

/// The length of a label and its colon at the head of a text; blanks may stand amid it.
fn labelled(text: &str, label: &str) -> Option<usize> {
    let mut rest = text;
    for c in label.chars() {
        rest = rest.trim_start_matches(crate::is_blank).strip_prefix(c)?;
    }
    let rest = rest.trim_start_matches(crate::is_blank).strip_prefix(is_colon)?;
    Some(text.len() - rest.len())
}

/// The length of what stands beside a date and says nothing: `出版日期：` and `（` before it, `印发` and `）` after it at the
/// end of the line.
pub(super) fn beside_date(text: &str) -> Option<usize> {
    let is_date = |rest: &str| date(crate::blank::trim_start(rest)).is_ok_and(|(_, date)| date.day.is_some());
    let label = DATE_LABELS.iter().find_map(|label| labelled(text, label));
    let open = || text.starts_with(is_open).then(|| text.chars().next().map_or(1, char::len_utf8));
    if let Some(length) = label.or_else(open).filter(|&length| is_date(&text[length..])) {
        return Some(length);
    }
    // 星期四　某某中心主办
    if let Some(day) = text.strip_prefix("星期").or_else(|| text.strip_prefix('周'))
        && let Some(c) = day.chars().next().filter(|&c| one_of("一二三四五六日天", c))
        && day[c.len_utf8()..].starts_with(crate::is_blank)
    {
        return Some(text.len() - day.len() + c.len_utf8());
    }
    // 2022年7月31日（星期日）
    let inside = text.strip_prefix(is_open).and_then(|it| it.strip_suffix(is_close)).unwrap_or(text);
    let whole = |word: &&&str| {
        inside.strip_prefix(**word).is_some_and(|rest| {
            rest.is_empty() || matches!(**word, "星期" | "周") && rest.chars().nth(1).is_none()
        })
    };
    let close = text.len() <= 3 && text.chars().all(is_close);
    (close || AFTER_DATE.iter().find(whole).is_some()).then_some(text.len())
}

/// `time = 1*2DIGIT ":" 2DIGIT [ 1*blank place ]`, of at most four characters, to the end of the line: the time of day and the
/// place that a message was sent from.
pub(super) fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hour = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let [b':', b'0'..=b'5', b'0'..=b'9', ..] = &bytes[hour..] else { return false };
    let after = &text[hour + 3..];
    let place = crate::blank::trim(after).1;
    (1..=2).contains(&hour)
        && (place.is_empty()
            || place.len() < after.len()
                && place.len() <= 12
                && place.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')))
}
