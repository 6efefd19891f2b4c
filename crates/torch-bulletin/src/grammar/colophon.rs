//! Lines of the colophon 版权栏: labelled fields, one or several a line.

use std::ops::Range;

use super::names::{Expect, Kind, names};
use super::number::{digit, is_chinese_numeral};
use super::{find_word, next_sign, one_of, trimmed};
use crate::Profile;
use crate::fold::fold_cow;
use crate::model::FieldKind;

/// One field of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldLine {
    pub(crate) kind: FieldKind,
    pub(crate) label: Range<usize>,
    pub(crate) value: Range<usize>,
}

/// Labels by what they end in, folded; the first that fits decides. 编辑部地址 ends in 地址.
const LABELS: [(&str, FieldKind); 59] = [
    ("地址", FieldKind::Address),
    ("邮编", FieldKind::Postcode),
    ("邮政编码", FieldKind::Postcode),
    ("邮码", FieldKind::Postcode),
    ("电话", FieldKind::Telephone),
    ("热线", FieldKind::Telephone),
    ("电话/传真", FieldKind::Telephone),
    ("传真", FieldKind::Fax),
    ("邮箱", FieldKind::Email),
    ("电子邮件", FieldKind::Email),
    ("E-mail", FieldKind::Email),
    ("Email", FieldKind::Email),
    ("E-MAIL", FieldKind::Email),
    ("e-mail", FieldKind::Email),
    ("信箱", FieldKind::Email),
    ("网址", FieldKind::Website),
    ("网站", FieldKind::Website),
    ("主页", FieldKind::Website),
    ("副主编", FieldKind::DeputyEditor),
    ("副总编", FieldKind::DeputyEditor),
    ("副总编辑", FieldKind::DeputyEditor),
    ("总编辑", FieldKind::ChiefEditor),
    ("执行主编", FieldKind::ChiefEditor),
    ("主编", FieldKind::ChiefEditor),
    ("总编", FieldKind::ChiefEditor),
    ("责任编辑", FieldKind::Editor),
    ("责编", FieldKind::Editor),
    ("编辑", FieldKind::Editor),
    ("编审", FieldKind::Reviewer),
    ("校对", FieldKind::Proofreader),
    ("责任校对", FieldKind::Proofreader),
    ("审核", FieldKind::Reviewer),
    ("核稿", FieldKind::Reviewer),
    ("审稿", FieldKind::Reviewer),
    ("审校", FieldKind::Reviewer),
    ("签发", FieldKind::Reviewer),
    ("审签", FieldKind::Reviewer),
    ("审定", FieldKind::Reviewer),
    ("抄送", FieldKind::SendTo),
    ("主送", FieldKind::SendTo),
    ("报送", FieldKind::ReportTo),
    ("呈报", FieldKind::ReportTo),
    ("抄报", FieldKind::ReportTo),
    ("分送", FieldKind::IssueTo),
    ("发送", FieldKind::IssueTo),
    ("印发", FieldKind::IssueTo),
    ("印送", FieldKind::IssueTo),
    ("报", FieldKind::ReportTo),
    ("送", FieldKind::SendTo),
    ("发", FieldKind::IssueTo),
    ("印数", FieldKind::Copies),
    ("份数", FieldKind::Copies),
    ("共印", FieldKind::Copies),
    ("印刷", FieldKind::Printer),
    ("承印", FieldKind::Printer),
    ("印制", FieldKind::Printer),
    ("准印证号", FieldKind::Permit),
    ("准印证", FieldKind::Permit),
    ("刊号", FieldKind::Permit),
];

/// Labels of other kinds that a colophon is known to have.
const OTHERS: [&str; 23] = [
    "主办",
    "主办单位",
    "承办",
    "编印",
    "编印单位",
    "制作单位",
    "编制单位",
    "编辑部",
    "出版",
    "出版日期",
    "开本",
    "期号",
    "联系人",
    "主管",
    "编委会",
    "编委会主任",
    "编委",
    "顾问",
    "编辑出版",
    "出版单位",
    "微信公众号",
    "微信",
    "QQ",
];

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
/// fields = field *( 2*blank / "|" / ";" field )
/// field  = label ws ":" ws value  /  [ "(" ] [本期] 共印 1*DIGIT 份 [ ")" ]
/// ```
/// Labels may be spread (主  编). A known label inside a line begins a new field only after a blank, a bar or a
/// semicolon. Seen: 2022-12, lines 265–273; kindred newsletters set 主编 and 校对 on one line.
pub(crate) fn fields(line: &str, profile: &Profile) -> Vec<FieldLine> {
    if line.len() > 1200 {
        return Vec::new();
    }
    let Some((kind, label, mut start)) = label_at(line, 0, profile) else {
        return copies(line).or_else(|| without_colon(line)).into_iter().collect();
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
        if !line[at..].is_empty()
            && let Some(next) = label_at(line, at, profile)
        {
            push(&mut fields, line, kind, label, start..at);
            (kind, label, start) = next;
            at = start;
        }
    }
    push(&mut fields, line, kind, label, start..line.len());
    fields
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
            return Some((kind(word, profile)?, label, at + offset + c.len_utf8()));
        }
        ink += usize::from(!crate::is_blank(c));
        if ink > 8 || index > 20 || matches!(c, '。' | '，' | ',') {
            return None;
        }
    }
    None
}

fn push(fields: &mut Vec<FieldLine>, line: &str, kind: FieldKind, label: Range<usize>, value: Range<usize>) {
    let start = value.start;
    let parts = |c: char| crate::is_blank(c) || matches!(c, '|' | '｜' | ';' | '；');
    let length = line[value].trim_end_matches(parts).len();
    let value = trimmed(line, start..start + length).unwrap_or(start..start);
    fields.push(FieldLine { kind, label, value });
}

/// `共印200份`, `每期印200份` have no colon: the label is 共印 or 印, the value what follows.
fn copies(line: &str) -> Option<FieldLine> {
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

/// Words that open a statement without any label: `版权所有 翻印必究`, `内部资料 注意保存`.
const STATEMENTS: [&str; 6] = ["版权所有", "内部发行", "翻印必究", "内部资料", "内部刊物", "内部交流"];

/// A field whose label and value a blank parts or nothing: `邮编 100036`, `内部报刊准印证号（JS）第12号`, `版权所有 翻印必究`. The
/// value must be of the label's kind, for the line may be of a value that goes on.
fn without_colon(line: &str) -> Option<FieldLine> {
    if line.len() > 120 {
        return None;
    }
    let field = |kind, label: Range<usize>| {
        let value = trimmed(line, label.end..line.len()).unwrap_or(label.end..label.end);
        FieldLine { kind, label, value }
    };
    if let Some(statement) = STATEMENTS.iter().find(|it| line.starts_with(**it)) {
        return Some(field(FieldKind::Other, 0..statement.len()));
    }
    if let Some(at) = find_word(line, "准印证") {
        let end = at + "准印证".len();
        let end = end + if line[end..].starts_with('号') { '号'.len_utf8() } else { 0 };
        let named = line[..at].chars().count() <= 8 && line[end..].contains(|c| digit(c).is_some());
        return named.then(|| field(FieldKind::Permit, 0..end));
    }
    let (end, _) = line.char_indices().take(7).find(|&(_, c)| crate::is_blank(c))?;
    let label = &line[..end];
    let last = label.as_bytes().last_chunk::<3>();
    let ends = |word: &str| word.as_bytes().last_chunk::<3>() == last && label.ends_with(word);
    let kind = LABELS.iter().find(|(word, _)| ends(word))?.1;
    let found = field(kind, 0..end);
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

/// Gives the parts of a value that lists several: names, numbers, bodies.
pub(crate) fn for_each_item(line: &str, field: &FieldLine, mut take: impl FnMut(Range<usize>)) {
    use FieldKind::*;
    let separators: &[char] = match field.kind {
        Telephone | Fax => &['、', '，', ',', '；', ';', '/', '／', ' ', '\u{3000}'],
        ChiefEditor | DeputyEditor | Editor | Proofreader | Reviewer => {
            let names = names(line, field.value.clone(), Expect::People);
            return names.of(Kind::Person).cloned().for_each(take);
        }
        ReportTo | SendTo | IssueTo => &['、', '，', ',', '；', ';'],
        _ => return trimmed(line, field.value.clone()).into_iter().for_each(take),
    };
    let (mut start, mut at) = (field.value.start, field.value.start);
    while let Some((sign, c)) = next_sign(&line[..field.value.end], at) {
        at = sign + c.len_utf8();
        if separators.contains(&c) {
            trimmed(line, start..sign).into_iter().for_each(&mut take);
            start = at;
        }
    }
    trimmed(line, start..field.value.end).into_iter().for_each(take);
}

/// The extension 分机 of a telephone number: three to five digits after its last dash or 转, where at least seven
/// digits stand before (`(010)68667266-310`, 2022-12, line 272; not the 88656173 of `010-88656173`).
pub(crate) fn extension(line: &str, field: &FieldLine) -> Option<Range<usize>> {
    if field.kind != FieldKind::Telephone {
        return None;
    }
    let value = &line[field.value.clone()];
    let (at, dash) = value.char_indices().rev().find(|(_, c)| matches!(c, '-' | '－' | '—' | '转'))?;
    let digits = |text: &str| text.chars().filter(|c| super::number::digit(*c).is_some()).count();
    let tail = trimmed(line, field.value.start + at + dash.len_utf8()..field.value.end)?;
    let all = line[tail.clone()].chars().all(|c| super::number::digit(c).is_some());
    (all && (1..=5).contains(&digits(&line[tail.clone()])) && digits(&value[..at]) >= 7).then_some(tail)
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
            ("版权所有 翻印必究", &[("other", "版权所有", "翻印必究")]),
            ("总编辑：赵一", &[("chief-editor", "总编辑", "赵一")]),
            ("（本期共印 300 份）", &[("copies", "共印", "300 份")]),
            ("E-mail：a@b.cn （共印600份）", &[("email", "E-mail", "a@b.cn"), ("copies", "共印", "600份")]),
            ("内部资料 注意保存", &[("other", "内部资料", "注意保存")]),
            ("电话:1234567 | 邮箱:a@b.cn", &[("telephone", "电话", "1234567"), ("email", "邮箱", "a@b.cn")]),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        for line in
            ["会议指出:要落实", "工作要求:一是", "他发现:很好", "电话 会议召开", "地址 选在江北", "影印200份"]
        {
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
