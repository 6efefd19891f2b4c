//! The attribution 供稿: `(供稿:科技部火炬中心)`, `（某处供稿）`, `（摘自《…》）`, or a labelled line.

use std::ops::Range;

mod affiliation;
mod bracket;
mod label;
mod words;

use super::mark::{Ending, is_close, is_open};
use super::names::{Expect, Kind, Names, are_names};
use super::{ends_in, find_word, trimmed};
use crate::Profile;
pub(crate) use affiliation::{affiliation, author};
use bracket::{alone, behind_dashes, closed, closed_line, media, named, opened, unlabelled};
use label::labelled;
use words::{LABELS, heads_label};

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
///             / "(" 1*( names closer ) ")"                            ; （某处供稿）
///             / "(" opener names ")"                                  ; （摘自《…》）, (本刊记者 某人)
///             / "(" 本刊讯 [ role names ] ")"                         ; （本刊讯 记者 某人）, （本刊综合整理）
///             / "(" body role names ")"                               ; （新华社记者 某人）
///             / "(" names sep label ":" names ")"                     ; （某处　作者：某人）
///             / "(" 作者 [ name ] 系 body [ post ] ")"                ; （作者系某大学教授）
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
    let round = is_close(close);
    let own = if round { matching_open(text) } else { text.rfind(square(close)?) };
    // （某处供稿〕, as OCR has it
    let mixed = || text.rfind(|c| if round { SQUARES.iter().any(|it| it.0 == c) } else { is_open(c) });
    let (open, round) = match own {
        Some(open) => (open, round),
        None => (mixed().filter(|&open| !text[open..].trim_end_matches(close).contains(any_close))?, true),
    };
    let inside = open + text[open..].chars().next()?.len_utf8()..text.len() - close.len_utf8();
    let inside = trimmed(text, inside)?;
    let form = labelled(text, inside.clone(), profile);
    let form = match form {
        None if !round => closed(text, inside),
        None => unlabelled(text, inside.clone(), profile)
            .or_else(|| if open == 0 { named(text, inside.clone()) } else { None })
            .or_else(|| if whole == text.len() { media(text, inside) } else { None }),
        form => form,
    }?;
    Some(Form { range: open..whole, ..form })
}

/// The attribution that opens a paragraph: `本报讯（记者 某人）某市…`.
pub(crate) fn leading(text: &str, profile: &Profile) -> Option<Credit> {
    let word = text.starts_with('本').then(|| REPORTED.iter().find(|word| text.starts_with(**word)))??;
    let open = &text[word.len()..];
    let inside = open.strip_prefix(is_open).filter(|it| it.starts_with(['记', '通', '特', '本']))?;
    let close = inside.find(is_close).filter(|&at| at <= LONGEST_NAMES)?;
    let end = text.len() - inside.len() + close;
    let end = end + text[end..].chars().next()?.len_utf8();
    Some(alone(&text[..end], 0..end, profile).filter(|_| end < text.len())?.credit(text))
}

/// Names alone in brackets after the last stop of an article: `…取得进展。（某处　某人）`. Amid an article they are an aside.
pub(crate) fn signature(text: &str) -> Option<Credit> {
    let bracket = matching_open(text.strip_suffix(is_close).map(|_| text)?)?;
    let stopped = text[..bracket].trim_end_matches(crate::is_blank).ends_with(['。', '”']);
    let bare = &text[bracket..];
    let inside = bare.chars().next()?.len_utf8()..bare.len() - bare.chars().next_back()?.len_utf8();
    let inside = trimmed(text, bracket + inside.start..bracket + inside.end)?;
    let form = named(text, inside).filter(|_| stopped)?;
    Some(Form { range: bracket..text.len(), ..form }.credit(text))
}

/// The attribution that closes a line; beyond [`closing_form`] one that takes the line: `本报讯（记者 某人）`,
/// `供稿：某处（某人）`.
pub(crate) fn closing_form_of_line(text: &str, profile: &Profile) -> Option<Form> {
    // 本报讯（记者 某人）
    let whole = || text.starts_with('本').then(|| alone(text, 0..text.len(), profile)).flatten();
    whole().or_else(|| closing_form(text, profile)).or_else(|| {
        let labelled_line = text.len() <= LONGEST_NAMES
            && text.ends_with(is_close)
            && text.starts_with(|c| heads_label(c, profile))
            // 供稿人：某人）, of which the rest is on the line before, is none.
            && matching_open(text).is_some();
        labelled_line.then(|| labelled(text, 0..text.len(), profile)).flatten()
    })
}

/// A line of names under a title 署名, without brackets or label: `某某中心 赵一鸣`, `赵一鸣 钱二元`, `□ 赵一鸣`, 本刊编辑部.
///
/// It has a person, or is a whole office's name, for another body's alone may be a heading; one of two characters has no blank on either side to tell it
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
    // □ 赵一鸣, as magazines have it
    if let Some(rest) = text.strip_prefix(['□', '■', '○', '◎', '◇', '◆', '●']) {
        let form = byline_form(crate::blank::trim_start(rest))?;
        let start = text.len() - crate::blank::trim_start(rest).len();
        let (list, expect) = form.list?;
        let list = (list.start + start..list.end + start, expect);
        return Some(Form::new(0..text.len(), None, Some(list)));
    }
    let range = 0..text.len();
    if EDITORS.contains(&text) {
        return Some(Form::new(range.clone(), None, Some((range, Expect::Bodies))));
    }
    // 某某中心调研组
    let team =
        ends_in(text, &TEAMS) && !founds(text) && text.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    if team {
        return Some(Form::new(range.clone(), None, Some((range, Expect::Bodies))));
    }
    // 某某市科学技术局, whole and of some length.
    let whole =
        ends_in(text, &["局", "厅", "处", "办公室", "委员会", "管委会", "人民政府", "协会"]) && !founds(text);
    if whole
        && text.chars().count() >= LEAST_BODY
        && are_names(text, range.clone())
        && !text.contains(crate::is_blank)
    {
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

/// Whether a text says that a body is founded, as a title does: 某市成立知识产权局.
fn founds(text: &str) -> bool {
    ["成立", "设立", "组建", "建立", "揭牌"].iter().any(|word| find_word(text, word).is_some())
}

/// Bytes of the longest line of names under a title: thirty characters.
const LONGEST_BYLINE: usize = 90;
/// Characters of the shortest body that signs alone: a shorter one may be a heading.
const LEAST_BODY: usize = 6;
/// What opens a report, before those who wrote it.
const REPORTED: [&str; 3] = ["本报讯", "本刊讯", "本网讯"];
/// Those who wrote a report together.
const TEAMS: [&str; 6] = ["调研组", "课题组", "编写组", "研究组", "考察组", "采访组"];
/// The editors themselves, as authors.
const EDITORS: [&str; 4] = ["本刊编辑部", "本刊编辑", "编辑部", "本刊评论员"];

/// Bytes of the longest line of names: forty characters.
const LONGEST_NAMES: usize = 120;

/// Square brackets, which stand around whole attributions and around labels: 〔供稿〕.
const SQUARES: [(char, char); 4] = [('[', ']'), ('［', '］'), ('【', '】'), ('〔', '〕')];

/// Whether a character closes a bracket, round or square.
fn any_close(c: char) -> bool {
    is_close(c) || SQUARES.iter().any(|it| it.1 == c)
}

/// The bracket that a square one closes.
fn square(close: char) -> Option<char> {
    SQUARES.iter().find(|it| it.1 == close).map(|it| it.0)
}

fn line_form(text: &str, profile: &Profile) -> Option<Form> {
    let first = text.chars().next().filter(|_| text.len() <= 300)?;
    let begins = heads_label(first, profile);
    // Nearly every line fails here.
    if !begins && !matches!(first, '—' | '据' | '特' | '[' | '［' | '【' | '〔') {
        return closed_line(text);
    }
    // ——摘自《某报》, 摘自《某报》, ——供稿：某处
    if matches!(first, '—' | '摘' | '转' | '原') && !Ending::of(text).closed() {
        return behind_dashes(text, profile);
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
        let form = opened(text, 0..text.len(), profile)?;
        return Some(Form { range: 0..text.len(), ..form });
    }
    // 本刊编辑部 names a body, as under a title.
    if first == '本' && EDITORS.contains(&text) {
        return byline_form(text);
    }
    // 本刊记者 某人, as a byline
    let byline = matches!(first, '本' | '记' | '通' | '特') && text.len() <= LONGEST_NAMES;
    if byline
        && !Ending::of(text).closed()
        && let Some(form) =
            opened(text, 0..text.len(), profile).or_else(|| alone(text, 0..text.len(), profile))
        && form.lists().all(|it| it.1 == Expect::People && are_names(text, it.0.clone()))
    {
        return Some(Form { range: 0..text.len(), ..form });
    }
    let form = (begins && !Ending::of(text).closed()).then(|| labelled(text, 0..text.len(), profile));
    // 文/某人, but not 文/体活动; 记者：某人, but not what the reporter asks.
    let sure = |form: &Form| {
        let label = form.label.as_ref().map_or(0, |it| it.end);
        let doubtful = text[label..].starts_with('/') || text.starts_with("记者");
        !doubtful || form.lists().all(|it| are_names(text, it.0.clone()))
    };
    form.flatten().filter(sure).or_else(|| closed_line(text))
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

#[cfg(test)]
mod tests;
