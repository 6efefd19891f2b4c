//! Fields without a colon 无冒号: copies, statements, people after what they do, ways to reach a body.

use std::ops::Range;

use super::super::date::date;
use super::super::mark::is_colon;
use super::super::names::{Expect, Kind, are_names, ends_like_body, names};
use super::super::number::{digit, is_chinese_numeral};
use super::super::{find_word, next_sign, one_of, trimmed};
use super::FieldLine;
use super::words::{LABELS, STATEMENTS, is_maker};
use crate::fold::{fold_cow, han};
use crate::model::FieldKind;

/// `共印200份`, `每期印200份` have no colon: the label is 共印 or 印, the value what follows.
pub(super) fn copies(line: &str) -> Option<FieldLine> {
    let bare = line.trim_end_matches([')', '）', '。']).trim_end().strip_suffix('份')?;
    let at = find_word(line, "共印").or_else(|| line.find('印'))?;
    let prefix = fold_cow(&line[..at]);
    let word = if line[at..].starts_with('共') { "共印" } else { "印" };
    let label = at..at + word.len();
    let value = trimmed(line, label.end..bare.len() + '份'.len_utf8())?;
    let counted = line[value.clone()].starts_with(|c| digit(c).is_some() || is_chinese_numeral(c))
        && line[value.clone()].chars().count() <= 10;
    let issue = ["本期", "(本期", "每期", "(每期"].contains(&&*prefix);
    (counted && (issue || word == "共印" && ["", "("].contains(&&*prefix))).then_some(FieldLine {
        kind: FieldKind::Copies,
        label,
        value,
    })
}

/// The fields of a line without any colon.
///
/// ```abnf
/// bare = statement / permit / printed / 1*( maker ws people ) / 1*( label ws value )
/// printed = [body ws] date 印发 [ws copies]          ; 某某中心　2015年5月15日印发
/// ```
pub(super) fn bare(line: &str) -> Vec<FieldLine> {
    if line.len() > 300 {
        return Vec::new();
    }
    if let Some(found) = printed(line).or_else(|| makers(line)) {
        return found;
    }
    if let Some(found) = without_colon(line) {
        return vec![found];
    }
    several(line).unwrap_or_default()
}

/// The day of printing 印发日期, as documents have it at their foot; whoever printed stands before the day in the value.
fn printed(line: &str) -> Option<Vec<FieldLine>> {
    let at = find_word(line, "日印发").map(|at| at + '日'.len_utf8())?;
    let label = at..at + "印发".len();
    let value = trimmed(line, 0..at)?;
    let start = line[value.clone()].rfind(crate::is_blank).map_or(value.start, |gap| {
        let blank = value.start + gap;
        blank + line[blank..].chars().next().map_or(1, char::len_utf8)
    });
    let (rest, found) = date(&line[start..]).ok()?;
    let body = trimmed(line, value.start..start);
    let known = body.is_none_or(|body| ends_like_body(&line[body]));
    if !known || found.day.is_none() || !rest.starts_with("印发") {
        return None;
    }
    let mut fields = vec![FieldLine { kind: FieldKind::Other, label: label.clone(), value }];
    if let Some(rest) = trimmed(line, label.end..line.len()) {
        let copies = copies(&line[rest.clone()])?;
        let moved = |range: Range<usize>| rest.start + range.start..rest.start + range.end;
        fields.push(FieldLine { label: moved(copies.label), value: moved(copies.value), ..copies });
    }
    Some(fields)
}

/// People after what they do, several on a line: `主编 某人　副主编 某人`, `主编／某人`. Where nothing stands between the two
/// the label is of three characters or more, or 主编, for 编辑 begins other words.
fn makers(line: &str) -> Option<Vec<FieldLine>> {
    let mut fields: Vec<FieldLine> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let (kind, label, start) = maker_at(line, at)?;
        let mut end = line.len();
        let mut next = line.len();
        let mut from = start;
        while let Some((sign, c)) = next_sign(line, from) {
            from = sign + c.len_utf8();
            if (crate::is_blank(c) || one_of("/／|｜;；", c)) && maker_at(line, from).is_some() {
                (end, next) = (sign, from);
                break;
            }
        }
        let length =
            line[start..end].trim_end_matches(|c| crate::is_blank(c) || one_of("/／|｜;；", c)).len();
        let value = trimmed(line, start..start + length)?;
        let people = names(line, value.clone(), Expect::Either);
        if people.all().is_empty()
            || people.of(Kind::Organisation).next().is_some()
            || !are_names(line, value.clone())
        {
            return None;
        }
        fields.push(FieldLine { kind, label, value });
        at = next;
    }
    (!fields.is_empty()).then_some(fields)
}

/// A maker's label at a place of the line, perhaps spread, and where the people after it begin.
fn maker_at(line: &str, at: usize) -> Option<(FieldKind, Range<usize>, usize)> {
    let rest = &line[at..];
    let start = at + rest.len() - crate::blank::trim_start(rest).len();
    let bare = &line[start..];
    // Nearly every line begins with another character.
    let head = han(bare)?;
    let makers = || LABELS.iter().filter(|(word, kind)| han(word) == Some(head) && is_maker(*kind));
    // The longest: 责任编辑 begins with no other, but 副主编 and 主编 end alike.
    let (word, kind, end) = makers()
        .filter_map(|&(word, kind)| Some((word, kind, spelled(bare, word)?)))
        .max_by_key(|&(word, ..)| word.len())?;
    let after = &bare[end..];
    let people = after.trim_start_matches(|c| crate::is_blank(c) || one_of("/／|｜", c));
    let glued =
        people.len() == after.len() && (word.chars().count() < 3 && word != "主编" || end > word.len());
    if people.is_empty() || glued {
        return None;
    }
    Some((kind, start..start + end, line.len() - people.len()))
}

/// Where a label that heads a text ends; single blanks may stand amid it (主　编).
fn spelled(text: &str, label: &str) -> Option<usize> {
    let mut rest = text;
    for (index, c) in label.chars().enumerate() {
        rest = if index > 0 { crate::blank::trim_start(rest) } else { rest };
        rest = rest.strip_prefix(c)?;
    }
    Some(text.len() - rest.len())
}

/// Whether a character stands between a label and its value in place of a colon.
fn parts(c: char) -> bool {
    crate::is_blank(c) || matches!(c, '/' | '／' | '|' | '｜')
}

/// Several fields that only blanks part from their labels and from each other: `责任编辑 某人　电话 68001234`.
fn several(line: &str) -> Option<Vec<FieldLine>> {
    let contact = |at: usize| {
        let Some((end, _)) = line[at..].char_indices().take(7).find(|&(_, c)| parts(c)) else {
            return false;
        };
        let word = &line[at..at + end];
        LABELS.iter().any(|(label, kind)| !is_maker(*kind) && word.ends_with(label) && label.len() > 3)
    };
    let mut parts = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some((sign, c)) = next_sign(line, from) {
        from = sign + c.len_utf8();
        let begins = from < line.len() && crate::is_blank(c) && !line[from..].starts_with(crate::is_blank);
        if begins && (contact(from) || maker_at(line, from).is_some()) {
            parts.push(trimmed(line, start..sign)?);
            start = from;
        }
    }
    parts.push(trimmed(line, start..line.len())?);
    if parts.len() < 2 {
        return None;
    }
    let mut fields = Vec::with_capacity(parts.len());
    for range in parts {
        let found = match makers(&line[range.clone()]) {
            Some(found) => found,
            None => vec![without_colon(&line[range.clone()])?],
        };
        let moved = |it: Range<usize>| range.start + it.start..range.start + it.end;
        fields.extend(found.into_iter().map(|it| FieldLine {
            label: moved(it.label),
            value: moved(it.value),
            ..it
        }));
    }
    Some(fields)
}

/// A field whose label and value a blank parts or nothing: `邮编 100036`, `内部报刊准印证号（JS）第12号`, `版权所有 翻印必究`. The
/// value must be of the label's kind, for the line may be of a value that goes on.
pub(super) fn without_colon(line: &str) -> Option<FieldLine> {
    if line.len() > 120 {
        return None;
    }
    let field = |kind, label: Range<usize>| {
        let value = trimmed(line, label.end..line.len()).unwrap_or(label.end..label.end);
        FieldLine { kind, label, value }
    };
    let bare = line.trim_start_matches(['(', '（']);
    if let Some(statement) = STATEMENTS.iter().find(|it| bare.starts_with(**it)) {
        let start = line.len() - bare.len();
        let mut found = field(FieldKind::Other, start..start + statement.len());
        // 版权所有：某某中心
        let value = &line[found.value.clone()];
        let after = value.trim_start_matches(|c| is_colon(c) || crate::is_blank(c));
        found.value.start = found.value.end - after.len();
        if start > 0 {
            let value = line[found.value.clone()].trim_end_matches([')', '）']).len();
            found.value.end = found.value.start + value;
        }
        return Some(found);
    }
    if let Some(at) = find_word(line, "准印证") {
        let end = at + "准印证".len();
        let end = end + if line[end..].starts_with('号') { '号'.len_utf8() } else { 0 };
        let named = line[..at].chars().count() <= 8 && line[end..].contains(|c| digit(c).is_some());
        return named.then(|| field(FieldKind::Permit, 0..end));
    }
    let (end, sign) = line.char_indices().take(7).find(|&(_, c)| parts(c))?;
    let label = &line[..end];
    let last = label.as_bytes().last_chunk::<3>();
    let ends = |word: &str| word.as_bytes().last_chunk::<3>() == last && label.ends_with(word);
    let kind = LABELS.iter().find(|(word, _)| ends(word))?.1;
    let mut found = field(kind, 0..end);
    if !crate::is_blank(sign) {
        found.value = trimmed(line, end + sign.len_utf8()..line.len())?;
    }
    let value = &line[found.value.clone()];
    let digits = value.chars().filter(|&c| digit(c).is_some()).count();
    let bare =
        value.chars().all(|c| digit(c).is_some() || crate::is_blank(c) || one_of("()（）-－—转、，,/", c));
    let fits = match kind {
        FieldKind::Postcode => digits == 6 && bare,
        FieldKind::Telephone | FieldKind::Fax => digits >= 7 && bare,
        FieldKind::Email => value.contains('@'),
        FieldKind::Website => value.is_ascii() && value.contains('.'),
        FieldKind::Address => digits > 0 && value.ends_with(['号', '室', '楼', '层', '座', '院']),
        _ => false,
    };
    fits.then_some(found)
}
