//! The attribution 供稿: `(供稿:科技部火炬中心)`, `（某处供稿）`, `（摘自《…》）`, or a labelled line.

use std::ops::Range;

use super::contents::dashed;
use super::mark::{Ending, is_close, is_colon, is_open};
use super::names::{Expect, Names};
use super::trimmed;
use crate::Profile;

/// An attribution as byte ranges of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Credit {
    /// From bracket to bracket, or the whole line.
    pub(crate) range: Range<usize>,
    /// The first label.
    pub(crate) label: Option<Range<usize>>,
    pub(crate) names: Names,
}

/// Labels with a colon after them (资料来源 is not among them: it stands under tables), and what they expect. Longer ones first where one begins another.
const LABELS: [(&str, Expect); 33] = [
    ("供稿单位", Expect::Bodies),
    ("供稿人", Expect::People),
    ("供稿", Expect::Either),
    ("撰稿人", Expect::People),
    ("撰稿", Expect::Either),
    ("来稿", Expect::Either),
    ("组稿", Expect::Either),
    ("稿件来源", Expect::Bodies),
    ("信息来源", Expect::Bodies),
    ("文章来源", Expect::Bodies),
    ("来源", Expect::Bodies),
    ("作者单位", Expect::Bodies),
    ("作者", Expect::People),
    ("单位", Expect::Bodies),
    ("执笔人", Expect::People),
    ("执笔", Expect::People),
    ("编译自", Expect::Bodies),
    ("编译", Expect::Either),
    ("整理", Expect::Either),
    ("审核", Expect::Either),
    ("核稿", Expect::Either),
    ("责任编辑", Expect::People),
    ("责编", Expect::People),
    ("发布时间", Expect::Bodies),
    ("初审", Expect::Either),
    ("复审", Expect::Either),
    ("终审", Expect::Either),
    ("摄影", Expect::Either),
    ("供图", Expect::Either),
    ("文/图", Expect::Either),
    ("转载自", Expect::Bodies),
    ("摘自", Expect::Bodies),
    ("文", Expect::Either),
];

/// Whether a character begins a label: nearly every text fails here.
fn heads_label(c: char, profile: &Profile) -> bool {
    heads_common_label(c) || profile.attribution_labels.iter().any(|label| label.starts_with(c))
}

fn heads_common_label(c: char) -> bool {
    matches!(
        c,
        '供' | '撰' | '来' | '组' | '稿' | '信' | '资' | '文' | '作' | '单' | '执' | '编' | '整' | '审'
    ) || matches!(c, '初' | '复' | '终' | '摄' | '转' | '摘' | '核' | '责' | '发')
}

/// Words that open an attribution without a colon.
const OPENERS: [(&str, Expect); 13] = [
    ("摘编自", Expect::Bodies),
    ("摘自", Expect::Bodies),
    ("转载自", Expect::Bodies),
    ("转自", Expect::Bodies),
    ("编译自", Expect::Bodies),
    ("选自", Expect::Bodies),
    ("本刊特约记者", Expect::People),
    ("本刊记者", Expect::People),
    ("本刊通讯员", Expect::People),
    ("记者", Expect::People),
    ("特约记者", Expect::People),
    ("特约通讯员", Expect::People),
    ("通讯员", Expect::People),
];

/// What an attribution may say in place of any name: `（本刊讯）`.
const ALONE: [&str; 6] = ["本刊讯", "本报讯", "本网讯", "本刊综合", "本刊编辑部", "综合整理"];

/// Words that close one: `（某处供稿）`.
const CLOSERS: [&str; 6] = ["联合供稿", "供稿", "撰稿", "整理", "编译", "供图"];

/// Where an attribution and its parts stand, before any name is told from another.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    range: Range<usize>,
    label: Option<Range<usize>>,
    lists: Vec<(Range<usize>, Expect)>,
}

impl Form {
    /// Where it begins.
    pub(crate) fn start(&self) -> usize {
        self.range.start
    }

    /// The same with its names read from the text it was found in.
    pub(crate) fn credit(&self, text: &str) -> Credit {
        let mut found = Names::default();
        for (list, expect) in &self.lists {
            found.read(text, list.clone(), *expect);
        }
        Credit { range: self.range.clone(), label: self.label.clone(), names: found }
    }
}

/// The attribution that closes a paragraph or stands alone, if any.
///
/// ```abnf
/// attribution = "(" label ":" names *( sep label ":" names ) ")"      ; (供稿:某处 某人), (作者:…,作者单位:…)
///             / "(" names closer ")"                                  ; （某处供稿）
///             / "(" opener names ")"                                  ; （摘自《…》）, (本刊记者 某人)
///             / "(" 本刊讯 ")"
///             / "(" medium ws address *( sep medium ws address ) ")"  ; （某网 www.…、某报 www.…）
/// ```
/// The bracket is the last thing of the text; a bracket in mid-text is never one. Square brackets close the first form
/// only: [供稿:某处]. Seen: 2022-12, lines 46, 58, 262.
pub(crate) fn closing(text: &str, profile: &Profile) -> Option<Credit> {
    Some(closing_form(text, profile)?.credit(text))
}

/// Where the closing attribution of a text begins, its names unread.
pub(crate) fn closing_start(text: &str, profile: &Profile) -> Option<usize> {
    Some(closing_form(text, profile)?.range.start)
}

/// An attribution without brackets on a line of its own: `供稿：某处　审核：某人`.
pub(crate) fn line(text: &str, profile: &Profile) -> Option<Credit> {
    Some(line_form(text, profile)?.credit(text))
}

/// Whether a text is an attribution without brackets, its names unread.
pub(crate) fn is_line(text: &str, profile: &Profile) -> bool {
    line_form(text, profile).is_some()
}

/// The attribution that closes a text, its names unread; see [`closing`].
pub(crate) fn closing_form(text: &str, profile: &Profile) -> Option<Form> {
    // A stop after the bracket is of the attribution: （供稿：某处）。
    let whole = text.len();
    let text = text.trim_end_matches('。');
    let close = text.chars().next_back()?;
    let open = if is_close(close) { matching_open(text)? } else { text.rfind(square(close)?)? };
    let inside = open + text[open..].chars().next()?.len_utf8()..text.len() - close.len_utf8();
    let inside = trimmed(text, inside)?;
    let form = labelled(text, inside.clone(), profile);
    let form = match form {
        None if is_close(close) => closed(text, inside.clone())
            .or_else(|| opened(text, inside.clone()))
            .or_else(|| alone(text, inside.clone()))
            .or_else(|| if whole == text.len() { media(text, inside) } else { None }),
        form => form,
    }?;
    Some(Form { range: open..whole, ..form })
}

/// The bracket that a square one closes.
fn square(close: char) -> Option<char> {
    Some(match close {
        ']' => '[',
        '］' => '［',
        '】' => '【',
        '〕' => '〔',
        _ => return None,
    })
}

/// `（本刊讯）`: no name, but an attribution all the same.
fn alone(text: &str, inside: Range<usize>) -> Option<Form> {
    let bare = &text[inside.clone()];
    ALONE.contains(&bare).then(|| Form { range: inside.clone(), label: Some(inside), lists: Vec::new() })
}

/// A closing list of media, each with its address: `（某网 http://…、某报 www.…）`.
fn media(text: &str, inside: Range<usize>) -> Option<Form> {
    if !text[inside.clone()].contains("http") && !text[inside.clone()].contains("www.") {
        return None;
    }
    let mut lists = Vec::new();
    let mut start = inside.start;
    for item in text[inside.clone()].split(['、', '；', ';', '，', ',']) {
        let address = item.find("http").or_else(|| item.find("www."))?;
        lists.push((trimmed(text, start..start + address)?, Expect::Bodies));
        start = (start + item.len()..=inside.end)
            .find(|&at| at > start + item.len() && text.is_char_boundary(at))
            .unwrap_or(inside.end);
    }
    Some(Form { range: inside, label: None, lists })
}

fn line_form(text: &str, profile: &Profile) -> Option<Form> {
    let first = text.chars().next().filter(|_| text.len() <= 300)?;
    // ——摘自《某报》, 摘自《某报》, ——供稿：某处
    if matches!(first, '—' | '摘' | '转') && !Ending::of(text).closed() {
        let inside = if first == '—' { dashed(text)? } else { 0..text.len() };
        let cited = |form: &Form| form.lists.iter().all(|it| it.1 == Expect::Bodies);
        let form = opened(text, inside.clone()).filter(cited).or_else(|| labelled(text, inside, profile));
        return form.map(|form| Form { range: 0..text.len(), ..form });
    }
    let begins = heads_label(first, profile);
    if !begins || Ending::of(text).closed() { None } else { labelled(text, 0..text.len(), profile) }
}

/// The bracket that the last character of `text` closes, at most 400 bytes before it.
fn matching_open(text: &str) -> Option<usize> {
    let mut depth = 0u32;
    for (at, c) in text.char_indices().rev() {
        if is_close(c) {
            depth += 1;
        } else if is_open(c) {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
        if text.len() - at > 400 {
            return None;
        }
    }
    None
}

/// `label ":" names`, once or several times; the first label is the attribution's.
fn labelled(text: &str, inside: Range<usize>, profile: &Profile) -> Option<Form> {
    let (label, mut expect, mut start) = label_at(text, inside.clone(), profile)?;
    let mut lists = Vec::new();
    let mut at = start;
    while at < inside.end {
        // The next label begins after a separator.
        let Some(sep) = text[at..inside.end].find(separates) else { break };
        at += sep;
        let end = at;
        at += text[at..].chars().next().map_or(1, char::len_utf8);
        if let Some((_, next_expect, after)) = label_at(text, at..inside.end, profile) {
            lists.extend(trimmed(text, start..end).map(|list| (list, expect)));
            (expect, start, at) = (next_expect, after, after);
        }
    }
    lists.extend(trimmed(text, start..inside.end).map(|list| (list, expect)));
    (!lists.is_empty()).then_some(Form { range: inside, label: Some(label), lists })
}

fn separates(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '、' | '|' | '｜' | '/' | '／') || crate::is_blank(c)
}

/// A label and its colon at the head of `range`; blanks inside the label are allowed (供 稿).
fn label_at(text: &str, range: Range<usize>, profile: &Profile) -> Option<(Range<usize>, Expect, usize)> {
    let rest = &text[range.clone()];
    let first = rest.chars().next().filter(|&c| heads_label(c, profile))?;
    let own = profile.attribution_labels.iter().map(|label| (&**label, Expect::Either));
    let labels = own.chain(LABELS.iter().copied()).filter(|(label, _)| label.starts_with(first));
    labels.into_iter().find_map(|(label, expect)| {
        let (end, after) = spelled(rest, label)?;
        Some((range.start..range.start + end, expect, range.start + after))
    })
}

/// Where a label that heads a text ends, and where its colon does.
fn spelled(text: &str, label: &str) -> Option<(usize, usize)> {
    let mut wanted = label.chars();
    let mut expected = wanted.next();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if Some(c) == expected {
            expected = wanted.next();
            end = at + c.len_utf8();
        } else if expected.is_none() && (is_colon(c) || (c == '/' && label == "文")) {
            return Some((end, at + c.len_utf8()));
        } else if !crate::is_blank(c) || at == 0 {
            return None;
        }
    }
    None
}

/// `names closer`
fn closed(text: &str, inside: Range<usize>) -> Option<Form> {
    let body = &text[inside.clone()];
    let closer = CLOSERS.iter().find(|closer| body.ends_with(**closer))?;
    let label = inside.end - closer.len()..inside.end;
    let list = trimmed(text, inside.start..label.start)?;
    let sentence = text[list.clone()].contains(['。', '：', ':', '，', '；']);
    let short = text[list.clone()].chars().count() <= 60;
    (!sentence && short).then(|| Form {
        range: inside,
        label: Some(label),
        lists: vec![(list, Expect::Either)],
    })
}

/// `opener names`, `据 names 报道`
fn opened(text: &str, inside: Range<usize>) -> Option<Form> {
    let body = &text[inside.clone()];
    if let Some(list) = body.strip_prefix('据').and_then(|it| it.strip_suffix("报道")) {
        let label = inside.start..inside.start + '据'.len_utf8();
        let list = trimmed(text, label.end..label.end + list.len())?;
        let short =
            text[list.clone()].chars().count() <= 30 && !text[list.clone()].contains(['。', '，', ',']);
        return short.then(|| Form {
            range: inside,
            label: Some(label),
            lists: vec![(list, Expect::Bodies)],
        });
    }
    let (opener, expect) = OPENERS.iter().find(|(opener, _)| body.starts_with(opener))?;
    let label = inside.start..inside.start + opener.len();
    let list = trimmed(text, label.end..inside.end)?;
    let list = match text[list.clone()].strip_prefix([':', '：']) {
        Some(rest) => trimmed(text, list.end - rest.len()..list.end)?,
        None => list,
    };
    let short = text[list.clone()].chars().count() <= 60 && !text[list.clone()].contains(['。', '；']);
    short.then(|| Form { range: inside, label: Some(label), lists: vec![(list, *expect)] })
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read<'t> = (&'t str, Option<&'t str>, Vec<&'t str>, Vec<&'t str>);

    fn read(text: &str) -> Option<Read<'_>> {
        let profile = &Profile::TORCH;
        let credit = closing(text, profile).or_else(|| line(text, profile))?;
        let texts = |ranges: &[Range<usize>]| ranges.iter().map(|it| &text[it.clone()]).collect();
        let label = credit.label.map(|it| &text[it]);
        Some((&text[credit.range], label, texts(&credit.names.organisations), texts(&credit.names.people)))
    }

    #[test]
    fn attributions() {
        for (text, whole, label, bodies, people) in [
            ("(供稿:某某高新区)", "(供稿:某某高新区)", "供稿", &["某某高新区"][..], &[][..]),
            ("（供稿﹕某某处）。", "（供稿﹕某某处）。", "供稿", &["某某处"], &[]),
            ("取得进展。(供稿:科技部火炬中心)", "(供稿:科技部火炬中心)", "供稿", &["科技部火炬中心"], &[]),
            ("（北京市科委供稿）", "（北京市科委供稿）", "供稿", &["北京市科委"], &[]),
            ("（摘自《某某日报》）", "（摘自《某某日报》）", "摘自", &["某某日报"], &[]),
            (
                "（作者：赵一鸣，作者单位：某某大学）",
                "（作者：赵一鸣，作者单位：某某大学）",
                "作者",
                &["某某大学"],
                &["赵一鸣"],
            ),
            ("(本刊记者 赵一鸣)", "(本刊记者 赵一鸣)", "本刊记者", &[], &["赵一鸣"]),
            ("（通讯员 诸葛云松）", "（通讯员 诸葛云松）", "通讯员", &[], &["诸葛云松"]),
            ("[供稿:某某高新区]", "[供稿:某某高新区]", "供稿", &["某某高新区"], &[]),
            ("结束。【供稿：某某处】", "【供稿：某某处】", "供稿", &["某某处"], &[]),
            ("——摘自《某某日报》", "——摘自《某某日报》", "摘自", &["某某日报"], &[]),
            ("（本刊讯）", "（本刊讯）", "本刊讯", &[], &[]),
            ("摘自《某某日报》", "摘自《某某日报》", "摘自", &["某某日报"], &[]),
            ("——供稿：某某处", "——供稿：某某处", "供稿", &["某某处"], &[]),
            ("（据《某某日报》报道）", "（据《某某日报》报道）", "据", &["某某日报"], &[]),
            ("（责任编辑：赵一鸣）", "（责任编辑：赵一鸣）", "责任编辑", &[], &["赵一鸣"]),
            (
                "来源：某某日报 2022-07-22 作者：赵一鸣",
                "来源：某某日报 2022-07-22 作者：赵一鸣",
                "来源",
                &["某某日报"],
                &["赵一鸣"],
            ),
            (
                "供稿：某某处/摄影：赵一鸣/核稿：钱二元",
                "供稿：某某处/摄影：赵一鸣/核稿：钱二元",
                "供稿",
                &["某某处"],
                &["赵一鸣", "钱二元"],
            ),
            ("（来源：某某网）", "（来源：某某网）", "来源", &["某某网"], &[]),
            ("供稿：某某处　审核：赵一鸣", "供稿：某某处　审核：赵一鸣", "供稿", &["某某处"], &["赵一鸣"]),
        ] {
            let expected = (whole, Some(label), bodies.to_vec(), people.to_vec());
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn media_with_addresses() {
        let text = "成功。（某网 http://www.a.cn/b/c、某报 www.d.cn）";
        let credit = closing(text, &Profile::TORCH).unwrap();
        let bodies: Vec<_> = credit.names.organisations.iter().map(|it| &text[it.clone()]).collect();
        assert_eq!((bodies, credit.label), (vec!["某网", "某报"], None));
        assert_eq!(closing("详见官网（www.a.cn）", &Profile::TORCH), None);
        assert_eq!(closing("详见（某网 www.a.cn）。", &Profile::TORCH), None);
    }

    #[test]
    fn every_label_begins_with_a_head() {
        assert!(LABELS.iter().all(|(label, _)| label.starts_with(heads_common_label)));
    }

    #[test]
    fn brackets_that_are_none() {
        for text in [
            "园区(高新区)",
            "(高新区)",
            "增长(同比)。",
            "作者认为,发展是好的。",
            "(供稿:)",
            "园区[高新区]",
            "——某市的经验",
            "【园区动态】",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
