//! Lines of the colophon 版权栏: labelled fields, one or several a line.

use std::ops::Range;

mod bare;
mod parts;
mod words;

use super::mark::is_colon;
use super::names::ends_like_body;
use super::{next_sign, one_of, trimmed};
use crate::Profile;
use crate::fold::fold_cow;
use crate::model::FieldKind;
use bare::{bare, copies};
pub(crate) use parts::{extension, for_each_item};
use words::{HEADS, LABELS, OTHERS};

/// One field of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldLine {
    pub(crate) kind: FieldKind,
    pub(crate) label: Range<usize>,
    pub(crate) value: Range<usize>,
}

/// What a label means; `None` where it is not known.
fn kind(label: &str, profile: &Profile) -> Option<FieldKind> {
    let bare = fold_cow(label);
    if let Some(kind) = profile.colophon_kind(&bare) {
        return Some(kind);
    }
    if bare.len() > 8 && bare.chars().count() > 8 {
        return None;
    }
    // 报, 送 and 发 are labels alone; as endings they are of any word.
    let one = |word: &str| word.len() == '报'.len_utf8();
    // Nearly all of them end otherwise.
    let last = bare.as_bytes().last_chunk::<3>();
    let ends = |word: &str| word.as_bytes().last_chunk::<3>() == last && bare.ends_with(word);
    let fits = |word: &str| ends(word) && (!one(word) || bare == word);
    let known = LABELS.iter().find(|(word, _)| fits(word));
    known.map(|&(_, kind)| kind).or_else(|| OTHERS.contains(&&*bare).then_some(FieldKind::Other))
}

/// The fields of a line; empty where it begins with no known label.
///
/// ```abnf
/// fields = field *( 2*blank / "|" / ";" ( field / other ) ) / "[" field "]"
/// field  = label ws ":" ws value  /  [ "(" ] [本期] 共印 1*DIGIT 份 [ ")" ]
/// other  = 2*6HAN ":" ws value                                  ; a label that no list has, after a blank or a bar
/// ```
/// Labels may be spread (主  编). A known label inside a line begins a new field only after a blank, a bar or a
/// semicolon. Seen: 2022-12, lines 265–273; kindred newsletters set 主编 and 校对 on one line.
pub(crate) fn fields(line: &str, profile: &Profile) -> Vec<FieldLine> {
    read(line, profile, label_at)
}

/// The fields of a line between two of the colophon, where labels that no list has are labels too: `通讯设计：某人`.
pub(crate) fn loose_fields(line: &str, profile: &Profile) -> Vec<FieldLine> {
    read(line, profile, |line, at, profile| label_at(line, at, profile).or_else(|| other_at(line, at)))
}

/// Whether a line without a colon may begin with a field, as far as its first character tells.
pub(crate) fn may_begin_field(line: &str) -> bool {
    HEADS.begin(line.as_bytes())
}

/// Whether a text before a colon is a label.
pub(crate) fn is_label(text: &str, profile: &Profile) -> bool {
    kind(text, profile).is_some()
}

type LabelAt = (FieldKind, Range<usize>, usize);

fn read(
    line: &str,
    profile: &Profile,
    first: impl Fn(&str, usize, &Profile) -> Option<LabelAt>,
) -> Vec<FieldLine> {
    if line.len() > 1200 {
        return Vec::new();
    }
    let inside = unbracketed(line);
    let whole = line;
    let line = &line[..inside.end];
    // 《某某动态》编辑部  电话：…
    let after_body = || body_before(line).and_then(|at| first(line, at, profile));
    let Some((kind, label, mut start)) = first(line, inside.start, profile).or_else(after_body) else {
        if let Some(found) = copies(whole) {
            return vec![found];
        }
        let found = bare(whole);
        if !found.is_empty() || inside.start == 0 {
            return found;
        }
        // 〔责任编辑　某人〕
        let moved = |it: Range<usize>| inside.start + it.start..inside.start + it.end;
        let found = bare(&line[inside.start..]).into_iter();
        return found.map(|it| FieldLine { label: moved(it.label), value: moved(it.value), ..it }).collect();
    };
    let mut fields: Vec<FieldLine> = Vec::with_capacity(1);
    let (mut kind, mut label) = (kind, label);
    let mut at = start;
    while let Some((sign, c)) = next_sign(line, at) {
        at = sign + c.len_utf8();
        if !separates(c) || line[at..].starts_with(separates) {
            continue;
        }
        // （共印600份） has no colon.
        if line[at..].starts_with(['(', '（', '共'])
            && let Some(found) = copies(&line[at..])
        {
            push(&mut fields, line, kind, label, start..at);
            let moved = |range: Range<usize>| at + range.start..at + range.end;
            fields.push(FieldLine { label: moved(found.label), value: moved(found.value), ..found });
            return fields;
        }
        let other = || if crate::is_blank(c) || one_of("|｜", c) { other_at(line, at) } else { None };
        if !line[at..].is_empty()
            && let Some(next) = label_at(line, at, profile).or_else(other)
        {
            push(&mut fields, line, kind, label, start..at);
            (kind, label, start) = next;
            at = start;
        }
    }
    // A list that goes on in the next line keeps its semicolon.
    let listed = matches!(kind, FieldKind::ReportTo | FieldKind::SendTo | FieldKind::IssueTo);
    match trimmed(line, start..line.len()).filter(|_| listed) {
        Some(value) => fields.push(FieldLine { kind, label, value }),
        None => push(&mut fields, line, kind, label, start..line.len()),
    }
    fields
}

/// Where the fields of a line begin that has a body's name before them: `某某编辑部  电话：…`.
pub(crate) fn body_before(line: &str) -> Option<usize> {
    let end = crate::blank::find(line).filter(|end| (12..=90).contains(end))?;
    let named = ends_like_body(&line[..end]) && !line[..end].contains(is_colon);
    named.then(|| line.len() - crate::blank::trim_start(&line[end..]).len())
}

/// A line without the brackets around all of it: `[责任编辑：某人]`.
fn unbracketed(line: &str) -> Range<usize> {
    let pairs = [('[', ']'), ('［', '］'), ('【', '】'), ('〔', '〕'), ('(', ')'), ('（', '）')];
    let pair = pairs.iter().find(|(open, _)| line.starts_with(*open));
    let inside = pair.and_then(|&(open, close)| {
        let inside = line.strip_prefix(open)?.strip_suffix(close)?;
        (!inside.contains([open, close])).then(|| open.len_utf8()..open.len_utf8() + inside.len())
    });
    inside.unwrap_or(0..line.len())
}

/// A label that no list has, of two to six characters without a blank.
fn other_at(line: &str, at: usize) -> Option<LabelAt> {
    let rest = &line[at..];
    let colon = rest.find(is_colon)?;
    let label = trimmed(line, at..at + colon)?;
    let word = &line[label.clone()];
    let han = word.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    let after = at + colon + rest[colon..].chars().next().map_or(1, char::len_utf8);
    (han && (2..=6).contains(&word.chars().count())).then_some((FieldKind::Other, label, after))
}

/// Whether a character may stand between two fields.
fn separates(c: char) -> bool {
    crate::is_blank(c) || matches!(c, '|' | '｜' | ';' | '；' | ',' | '，' | '/')
}

/// A known label and its colon at a place of the line, and where its value begins.
fn label_at(line: &str, at: usize, profile: &Profile) -> Option<(FieldKind, Range<usize>, usize)> {
    let rest = &line[at..];
    // Nearly every line begins with more Han characters than any label has.
    let head = rest.as_bytes().chunks_exact(3).take(9).take_while(|it| matches!(it[0], 0xE4..=0xE9)).count();
    if head > 8 {
        return None;
    }
    let mut ink = head;
    for (index, (offset, c)) in rest[3 * head..].char_indices().enumerate() {
        let (index, offset) = (head + index, 3 * head + offset);
        if matches!(c, ':' | '：' | '﹕' | '︰') {
            let label = trimmed(line, at..at + offset)?;
            // Blanks inside a label spread it (主  编); else what stands before them is of the value before.
            let word = &line[label.clone()];
            let spread = || word.split(crate::is_blank).all(|part| part.chars().nth(1).is_none());
            if crate::blank::find(word).is_some() && !spread() {
                return None;
            }
            // 李 明 审 核：王 芳: the label of a padded line is a whole word, the name before it none of it.
            if crate::blank::find(word).is_some() {
                return spread_label(line, label, profile)
                    .map(|(kind, label)| (kind, label, at + offset + c.len_utf8()));
            }
            return Some((kind(word, profile)?, label, at + offset + c.len_utf8()));
        }
        ink += usize::from(!crate::is_blank(c));
        if ink > 8 || index > 20 || matches!(c, '。' | '，' | ',') {
            return None;
        }
    }
    None
}

/// A label with blanks amid it, all of which is a known one.
fn spread_label(line: &str, label: Range<usize>, profile: &Profile) -> Option<(FieldKind, Range<usize>)> {
    let bare = fold_cow(&line[label.clone()]);
    let known = LABELS.iter().any(|(word, _)| *word == bare)
        || OTHERS.contains(&&*bare)
        || profile.colophon_kind(&bare).is_some();
    known.then(|| kind(&bare, profile)).flatten().map(|kind| (kind, label))
}

fn push(fields: &mut Vec<FieldLine>, line: &str, kind: FieldKind, label: Range<usize>, value: Range<usize>) {
    let start = value.start;
    let parts = |c: char| crate::is_blank(c) || matches!(c, '|' | '｜' | ';' | '；' | '/' | '／');
    let length = line[value].trim_end_matches(parts).len();
    let value = trimmed(line, start..start + length).unwrap_or(start..start);
    fields.push(FieldLine { kind, label, value });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(&str, &str, &str)> {
        fields(line, &Profile::TORCH)
            .into_iter()
            .map(|it| (it.kind.as_str(), &line[it.label], &line[it.value]))
            .collect()
    }

    #[test]
    fn field_lines() {
        for (line, expected) in [
            ("地址:某市某路1号", &[("address", "地址", "某市某路1号")][..]),
            ("编辑部地址：某市", &[("address", "编辑部地址", "某市")]),
            ("电话:(010)12345678-310", &[("telephone", "电话", "(010)12345678-310")]),
            ("责任编辑:赵一 钱二三", &[("editor", "责任编辑", "赵一 钱二三")]),
            (
                "主  编：赵一　　副主编：钱二　校对：孙三",
                &[
                    ("chief-editor", "主  编", "赵一"),
                    ("deputy-editor", "副主编", "钱二"),
                    ("proofreader", "校对", "孙三"),
                ],
            ),
            ("报：科技部领导，各司局", &[("report-to", "报", "科技部领导，各司局")]),
            (
                "副主编：赵一  钱二三　　责任编辑：孙四 李五",
                &[("deputy-editor", "副主编", "赵一  钱二三"), ("editor", "责任编辑", "孙四 李五")],
            ),
            ("共印200份", &[("copies", "共印", "200份")]),
            ("每期印200份", &[("copies", "印", "200份")]),
            ("邮编 100036", &[("postcode", "邮编", "100036")]),
            ("电话　(010)12345678-310", &[("telephone", "电话", "(010)12345678-310")]),
            ("地址 某市某路1号", &[("address", "地址", "某市某路1号")]),
            ("网址 www.a.cn", &[("website", "网址", "www.a.cn")]),
            ("内部报刊准印证号（JS）第12号", &[("permit", "内部报刊准印证号", "（JS）第12号")]),
            ("版权所有：某某中心", &[("other", "版权所有", "某某中心")]),
            ("版权所有 翻印必究", &[("other", "版权所有", "翻印必究")]),
            ("总编辑：赵一", &[("chief-editor", "总编辑", "赵一")]),
            ("（本期共印 300 份）", &[("copies", "共印", "300 份")]),
            ("E-mail：a@b.cn （共印600份）", &[("email", "E-mail", "a@b.cn"), ("copies", "共印", "600份")]),
            ("内部资料 注意保存", &[("other", "内部资料", "注意保存")]),
            ("电话:1234567 | 邮箱:a@b.cn", &[("telephone", "电话", "1234567"), ("email", "邮箱", "a@b.cn")]),
            ("[责任编辑：赵一]", &[("editor", "责任编辑", "赵一")]),
            ("编辑：赵一　美编：钱二", &[("editor", "编辑", "赵一"), ("other", "美编", "钱二")]),
            (
                "主编 赵一鸣　副主编 钱二",
                &[("chief-editor", "主编", "赵一鸣"), ("deputy-editor", "副主编", "钱二")],
            ),
            ("主　编　王　茜", &[("chief-editor", "主　编", "王　茜")]),
            ("主编／赵一 编辑／钱二", &[("chief-editor", "主编", "赵一"), ("editor", "编辑", "钱二")]),
            ("主编赵一鸣", &[("chief-editor", "主编", "赵一鸣")]),
            (
                "校 对：李 明 审 核：王 芳",
                &[("proofreader", "校 对", "李 明"), ("reviewer", "审 核", "王 芳")],
            ),
            ("某某中心　2015年5月15日印发", &[("other", "印发", "某某中心　2015年5月15日")]),
            (
                "2015年5月15日印发 共印300份",
                &[("other", "印发", "2015年5月15日"), ("copies", "共印", "300份")],
            ),
            (
                "邮编 100036　电话 68001234",
                &[("postcode", "邮编", "100036"), ("telephone", "电话", "68001234")],
            ),
            ("某某编辑部  电话：68001234", &[("telephone", "电话", "68001234")]),
            ("（此件发至县团级）", &[("other", "此件发至", "县团级")]),
            ("送：某处，某局；", &[("send-to", "送", "某处，某局；")]),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        for line in [
            "会议指出:要落实",
            "工作要求:一是",
            "他发现:很好",
            "电话 会议召开",
            "地址 选在江北",
            "影印200份",
            "编辑 工作",
            "校对文字",
            "主编寄语",
            "5月15日印发通知",
        ] {
            assert!(fields(line, &Profile::TORCH).is_empty(), "{line}");
        }
    }

    #[test]
    fn extensions() {
        for (line, expected) in [
            ("电话:(010)12345678-310", Some("310")),
            ("电话:010-12345678", None),
            ("电话:010-12345678转21", Some("21")),
            ("电话:(010)12345678", None),
        ] {
            let field = &fields(line, &Profile::TORCH)[0];
            assert_eq!(extension(line, field).map(|it| &line[it]), expected, "{line}");
        }
    }
}
