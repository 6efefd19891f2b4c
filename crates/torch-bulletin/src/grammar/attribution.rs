//! The attribution 供稿: `(供稿:科技部火炬中心)`, `（某处供稿）`, `（摘自《…》）`, or a labelled line.

use std::ops::Range;

mod words;

use super::contents::dashed;
use super::mark::{Ending, is_close, is_colon, is_open};
use super::names::{Expect, Kind, Names, are_names};
use super::{next_sign, trimmed};
use crate::Profile;
use crate::fold::han;
use words::{ALONE, CLOSERS, LABELS, LATER, OPENERS, heads_label};

/// An attribution as byte ranges of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Credit {
    /// From bracket to bracket, or the whole line.
    pub(crate) range: Range<usize>,
    /// The first label.
    pub(crate) label: Option<Range<usize>>,
    pub(crate) names: Names,
}

/// Where an attribution and its parts stand, before any name is told from another.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    range: Range<usize>,
    label: Option<Range<usize>>,
    /// The list of names after the label, if any, and the lists after further labels, which hardly any attribution has.
    list: Option<List>,
    more: Vec<List>,
}

/// A list of names, and what its label says of them.
type List = (Range<usize>, Expect);

impl Form {
    fn new(range: Range<usize>, label: Option<Range<usize>>, list: Option<List>) -> Self {
        Self { range, label, list, more: Vec::new() }
    }

    fn push(&mut self, list: List) {
        match self.list {
            None => self.list = Some(list),
            Some(_) => self.more.push(list),
        }
    }

    fn lists(&self) -> impl Iterator<Item = &List> {
        self.list.iter().chain(&self.more)
    }

    /// Where it begins.
    pub(crate) fn start(&self) -> usize {
        self.range.start
    }

    /// The same with its names read from the text it was found in.
    pub(crate) fn credit(&self, text: &str) -> Credit {
        let mut found = Names::new();
        for (list, expect) in self.lists() {
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
        None if !is_close(close) => closed(text, inside),
        None => closed(text, inside.clone())
            .or_else(|| opened(text, inside.clone()))
            .or_else(|| alone(text, inside.clone()))
            .or_else(|| if whole == text.len() { media(text, inside) } else { None }),
        form => form,
    }?;
    Some(Form { range: open..whole, ..form })
}

/// The attribution that closes a line; beyond [`closing_form`] one that only a line of its own tells:
/// `（火炬中心高新区处）`, `（某处 某人）`, `供稿：某处（某人）`.
pub(crate) fn closing_form_of_line(text: &str, profile: &Profile) -> Option<Form> {
    closing_form(text, profile).or_else(|| named(text)).or_else(|| {
        let labelled_line = text.len() <= LONGEST_NAMES
            && text.ends_with(is_close)
            && text.starts_with(|c| heads_label(c, profile));
        labelled_line.then(|| labelled(text, 0..text.len(), profile)).flatten()
    })
}

/// A line of names under a title 署名, without brackets or label: `某某中心 赵一鸣`, `赵一鸣 钱二元`, 本刊编辑部.
///
/// It has a person, for a body's name alone may be a heading; one of two characters has no blank on either side to tell it
/// from a word.
pub(crate) fn byline(text: &str) -> Option<Credit> {
    Some(byline_form(text)?.credit(text))
}

/// Whether a line is one of names; see [`byline`].
pub(crate) fn is_byline(text: &str) -> bool {
    byline_form(text).is_some()
}

fn byline_form(text: &str) -> Option<Form> {
    if text.len() > LONGEST_BYLINE || text.is_empty() {
        return None;
    }
    let range = 0..text.len();
    if EDITORS.contains(&text) {
        return Some(Form::new(range.clone(), None, Some((range, Expect::Bodies))));
    }
    let several = text.contains(|c| crate::is_blank(c) || c == '、');
    let long = text.chars().count() == 3;
    let form = Form::new(range.clone(), None, Some((range.clone(), Expect::Either)));
    let named = (several || long)
        && are_names(text, range)
        && form.credit(text).names.of(Kind::Person).next().is_some();
    named.then_some(form)
}

/// Bytes of the longest line of names under a title: thirty characters.
const LONGEST_BYLINE: usize = 90;
/// The editors themselves, as authors.
const EDITORS: [&str; 4] = ["本刊编辑部", "本刊编辑", "编辑部", "本刊评论员"];

/// Bytes of the longest line of names: forty characters.
const LONGEST_NAMES: usize = 120;

/// Brackets around names of bodies and people, and nothing else on the line.
fn named(text: &str) -> Option<Form> {
    if text.len() > LONGEST_NAMES || !text.starts_with(is_open) || !text.ends_with(is_close) {
        return None;
    }
    let inside = text.chars().next()?.len_utf8()..text.len() - text.chars().next_back()?.len_utf8();
    let inside = trimmed(text, inside)?;
    are_names(text, inside.clone()).then(|| Form::new(0..text.len(), None, Some((inside, Expect::Either))))
}

/// Square brackets, which stand around whole attributions and around labels: 〔供稿〕.
const SQUARES: [(char, char); 4] = [('[', ']'), ('［', '］'), ('【', '】'), ('〔', '〕')];

/// The bracket that a square one closes.
fn square(close: char) -> Option<char> {
    SQUARES.iter().find(|it| it.1 == close).map(|it| it.0)
}

/// `（本刊讯）`: no name, but an attribution all the same.
fn alone(text: &str, inside: Range<usize>) -> Option<Form> {
    let bare = &text[inside.clone()];
    ALONE.contains(&bare).then(|| Form::new(inside.clone(), Some(inside), None))
}

/// A closing list of media, each with its address: `（某网 http://…、某报 www.…）`.
fn media(text: &str, inside: Range<usize>) -> Option<Form> {
    if !text[inside.clone()].contains("http") && !text[inside.clone()].contains("www.") {
        return None;
    }
    let mut start = inside.start;
    let mut form = Form::new(inside.clone(), None, None);
    for item in text[inside.clone()].split(['、', '；', ';', '，', ',']) {
        let address = item.find("http").or_else(|| item.find("www."))?;
        form.push((trimmed(text, start..start + address)?, Expect::Bodies));
        start = (start + item.len()..=inside.end)
            .find(|&at| at > start + item.len() && text.is_char_boundary(at))
            .unwrap_or(inside.end);
    }
    Some(form)
}

fn line_form(text: &str, profile: &Profile) -> Option<Form> {
    let first = text.chars().next().filter(|_| text.len() <= 300)?;
    let begins = heads_label(first, profile);
    // Nearly every line fails here.
    if !begins && !matches!(first, '—' | '据' | '特' | '[' | '［' | '【' | '〔') {
        return None;
    }
    // ——摘自《某报》, 摘自《某报》, ——供稿：某处
    if matches!(first, '—' | '摘' | '转') && !Ending::of(text).closed() {
        let inside = if first == '—' { dashed(text)? } else { 0..text.len() };
        let cited = |form: &Form| form.lists().all(|it| it.1 == Expect::Bodies);
        let form = opened(text, inside.clone())
            .filter(cited)
            .or_else(|| labelled(text, inside.clone(), profile))
            .or_else(|| closed(text, inside).filter(|_| first == '—'));
        return form.map(|form| Form { range: 0..text.len(), ..form });
    }
    // 〔供稿〕某处
    if let Some((_, close)) = SQUARES.into_iter().find(|it| it.0 == first) {
        let end = text.find(close)?;
        let label = trimmed(text, first.len_utf8()..end)?;
        let (_, expect) = LABELS.into_iter().find(|(word, _)| text[label.clone()] == **word)?;
        let list = trimmed(text, end + close.len_utf8()..text.len())?;
        return Some(Form::new(0..text.len(), Some(label), Some((list, expect))));
    }
    if first == '据' && !Ending::of(text).closed() {
        let form = opened(text, 0..text.len())?;
        return Some(Form { range: 0..text.len(), ..form });
    }
    // 本刊记者 某人, as a byline
    let byline = matches!(first, '本' | '记' | '通' | '特') && text.len() <= LONGEST_NAMES;
    if byline
        && !Ending::of(text).closed()
        && let Some(form) = opened(text, 0..text.len())
        && form.lists().all(|it| it.1 == Expect::People && are_names(text, it.0.clone()))
    {
        return Some(Form { range: 0..text.len(), ..form });
    }
    if !begins || Ending::of(text).closed() { None } else { labelled(text, 0..text.len(), profile) }
}

/// The bracket that the last character of `text` closes, at most 400 bytes before it.
fn matching_open(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0u32;
    let mut end = bytes.len();
    while end > 0 && end + 400 >= bytes.len() {
        // Nearly all are Han characters.
        if let Some(third) = end.checked_sub(3)
            && matches!(bytes[third], 0xE4..=0xE9)
        {
            end = third;
            continue;
        }
        let c = text[..end].chars().next_back()?;
        end -= c.len_utf8();
        if is_close(c) {
            depth += 1;
        } else if is_open(c) {
            depth -= 1;
            if depth == 0 {
                return Some(end);
            }
        }
    }
    None
}

/// `label ":" names`, once or several times; the first label is the attribution's.
fn labelled(text: &str, inside: Range<usize>, profile: &Profile) -> Option<Form> {
    let (label, mut expect, mut start) = label_at(text, inside.clone(), profile)?;
    let mut form = Form::new(inside.clone(), Some(label), None);
    let mut at = start;
    while let Some((end, sign)) = next_sign(&text[..inside.end], at) {
        at = end + sign.len_utf8();
        // The next label begins after a separator.
        if !separates(sign) {
            continue;
        }
        let next = label_at(text, at..inside.end, profile).or_else(|| later_at(text, at..inside.end));
        if let Some((_, next_expect, after)) = next {
            trimmed(text, start..end).into_iter().for_each(|list| form.push((list, expect)));
            (expect, start, at) = (next_expect, after, after);
        }
    }
    trimmed(text, start..inside.end).into_iter().for_each(|list| form.push((list, expect)));
    form.list.is_some().then_some(form)
}

fn separates(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '、' | '|' | '｜' | '/' | '／') || crate::is_blank(c)
}

/// A label and its colon at the head of `range`; blanks inside the label are allowed (供 稿).
fn label_at(text: &str, range: Range<usize>, profile: &Profile) -> Option<(Range<usize>, Expect, usize)> {
    let rest = &text[range.clone()];
    rest.chars().next().filter(|&c| heads_label(c, profile))?;
    let blank = crate::blank::find(rest).unwrap_or(rest.len());
    let at = |label: &str, expect| at_label((rest, blank), range.start, label, expect);
    let own = profile.attribution_labels.iter().find_map(|label| at(label, Expect::Either));
    let head = han(rest);
    let common = || LABELS.iter().filter(|(label, _)| han(label) == head);
    own.or_else(|| common().find_map(|&(label, expect)| at(label, expect)))
}

/// The same of labels that only follow others.
fn later_at(text: &str, range: Range<usize>) -> Option<(Range<usize>, Expect, usize)> {
    let rest = &text[range.clone()];
    let head = han(rest);
    let mut labels = LATER.iter().filter(|(label, _)| han(label) == head);
    labels.find_map(|&(label, expect)| at_label((rest, 0), range.start, label, expect))
}

/// A label at the head of a text whose first blank is known; without a blank before its end it stands in one piece.
fn at_label(
    (rest, blank): (&str, usize),
    start: usize,
    label: &str,
    expect: Expect,
) -> Option<(Range<usize>, Expect, usize)> {
    if blank >= label.len() && !rest.starts_with(label) {
        return None;
    }
    let (end, after) = spelled(rest, label)?;
    Some((start..start + end, expect, start + after))
}

/// Where a label that heads a text ends, and where its colon does.
fn spelled(text: &str, label: &str) -> Option<(usize, usize)> {
    if let Some(rest) = text.strip_prefix(label)
        && let Some(colon) = rest.chars().next().filter(|&c| is_colon(c))
    {
        return Some((label.len(), label.len() + colon.len_utf8()));
    }
    let mut wanted = label.chars();
    let mut expected = wanted.next();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if Some(c) == expected {
            expected = wanted.next();
            end = at + c.len_utf8();
        } else if expected.is_none() && (is_colon(c) || (c == '/' && label == "文")) {
            return Some((end, at + c.len_utf8()));
        } else if expected.is_none() && end < at && label.contains('稿') {
            // 供稿 某处: a blank in place of the colon.
            return Some((end, at));
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
    (!sentence && short).then(|| Form::new(inside, Some(label), Some((list, Expect::Either))))
}

/// `opener names`, `据 names 报道`
fn opened(text: &str, inside: Range<usize>) -> Option<Form> {
    let body = &text[inside.clone()];
    // （据某政府网站） too, but not （据统计）.
    let source = |it: &&str| it.ends_with(['网', '站', '报', '社', '》']);
    let told = |it: &str| {
        let list = it.strip_suffix("报道").or_else(|| it.strip_suffix("消息"));
        list.or(Some(it).filter(|it| source(it))).map(str::len)
    };
    if let Some(list) = body.strip_prefix('据').and_then(told) {
        let label = inside.start..inside.start + '据'.len_utf8();
        let list = trimmed(text, label.end..label.end + list)?;
        let short =
            text[list.clone()].chars().count() <= 30 && !text[list.clone()].contains(['。', '，', ',']);
        return short.then(|| Form::new(inside, Some(label), Some((list, Expect::Bodies))));
    }
    let (opener, expect) = OPENERS.iter().find(|(opener, _)| body.starts_with(opener))?;
    let label = inside.start..inside.start + opener.len();
    let list = trimmed(text, label.end..inside.end)?;
    let list = match text[list.clone()].strip_prefix([':', '：']) {
        Some(rest) => trimmed(text, list.end - rest.len()..list.end)?,
        None => list,
    };
    let short = text[list.clone()].chars().count() <= 60 && !text[list.clone()].contains(['。', '；']);
    short.then(|| Form::new(inside, Some(label), Some((list, *expect))))
}

#[cfg(test)]
mod tests;
