//! What stands in the brackets 括注 of an attribution without a label at its head: closers, openers, roles, media.

use std::ops::Range;

use super::super::contents::dashed;
use super::super::mark::{is_close, is_colon, is_open};
use super::super::names::{Expect, are_names, are_people, body_end, cited_title, ends_like_body};
use super::super::{find_word, next_sign, trimmed};
use super::label::{amid, labelled, lists, separates};
use super::words::{ALONE, CLOSERS, EDITING, EDITORS, MODIFIERS, OPENERS, REPORTS, ROLES, WEAK_CLOSERS};
use super::{Form, LONGEST_NAMES};
use crate::Profile;

/// An attribution in round brackets that begins with no label.
pub(super) fn unlabelled(text: &str, inside: Range<usize>, profile: &Profile) -> Option<Form> {
    alone(text, inside.clone(), profile)
        .or_else(|| closed(text, inside.clone()))
        .or_else(|| opened(text, inside.clone(), profile))
        .or_else(|| signed(text, inside.clone(), profile))
        .or_else(|| reported(text, inside))
}

/// Names of bodies and people, titles with their numbers, or a body and its people, in brackets that stand alone on their
/// line or at the end of an article: `（某处 某人）`, `（《某刊》2015年第4期）`, `（某处：某人）`, `（某处推荐）`.
pub(super) fn named(text: &str, inside: Range<usize>) -> Option<Form> {
    if inside.len() > LONGEST_NAMES {
        return None;
    }
    let whole = inside.clone();
    // （编辑部）
    if super::EDITORS.contains(&&text[inside.clone()]) {
        return Some(Form::new(whole, None, Some((inside, Expect::Bodies))));
    }
    let form = |list, expect| Form::new(whole.clone(), None, Some((list, expect)));
    if cited(text, inside.clone()) {
        return Some(form(inside, Expect::Bodies));
    }
    if let Some(colon) = text[inside.clone()].find(is_colon).map(|at| inside.start + at) {
        let body = trimmed(text, inside.start..colon)?;
        let after = colon + text[colon..].chars().next()?.len_utf8();
        let people = trimmed(text, after..inside.end)?;
        let both = ends_like_body(&text[body.clone()]) && are_names(text, body.clone());
        let mut form = form(body, Expect::Bodies);
        form.push((people.clone(), Expect::People));
        return (both && are_people(text, people)).then_some(form);
    }
    if let Some(closer) = WEAK_CLOSERS.iter().find(|closer| text[inside.clone()].ends_with(**closer)) {
        let label = inside.end - closer.len()..inside.end;
        let list = trimmed(text, inside.start..label.start)?;
        let found = are_names(text, list.clone());
        return found.then(|| Form::new(inside, Some(label), Some((list, Expect::Either))));
    }
    are_names(text, inside.clone()).then(|| form(inside, Expect::Either))
}

/// Whether a list is of titles 《》 with their days, numbers and pages.
pub(super) fn cited(text: &str, range: Range<usize>) -> bool {
    let bare = &text[range.clone()];
    let Some(first) = bare.find('《').filter(|_| bare.len() <= LONGEST_NAMES) else { return false };
    // 2015年5月3日《某报》
    let head = bare[..first].chars().all(|c| crate::is_blank(c) || is_of_day(c));
    let mut after = &bare[first..];
    while let Some(rest) = after.strip_prefix('《') {
        let Some((title, rest)) = rest.split_once('》') else { return false };
        after = rest.trim_start_matches(|c: char| is_of_day(c) || separates(c));
        if title.is_empty() {
            return false;
        }
    }
    head && after.is_empty()
}

/// Whether a character is of a day or a number beside a title: 2015年第4期, 5月3日第3版.
fn is_of_day(c: char) -> bool {
    super::super::number::digit(c).is_some()
        || super::super::number::is_chinese_numeral(c)
        || matches!(c, '年' | '月' | '日' | '第' | '期' | '版' | '号' | '卷' | '总' | '.' | '-' | '—')
}

/// `（本刊讯）`, `（本刊综合整理）`, `（本刊讯　记者 某人）`, `本报讯（记者 某人）`: words of the editors', and perhaps who wrote.
pub(super) fn alone(text: &str, inside: Range<usize>, profile: &Profile) -> Option<Form> {
    let bare = &text[inside.clone()];
    // （本刊编辑部） names a body.
    if super::EDITORS.contains(&bare) {
        return Some(Form::new(inside.clone(), None, Some((inside, Expect::Bodies))));
    }
    let label = inside.start..inside.start + of_editors(bare)?;
    let form = Form::new(inside.clone(), Some(label.clone()), None);
    let Some(rest) = trimmed(text, label.end..inside.end) else { return Some(form) };
    let parts = |c: char| is_open(c) || is_close(c) || separates(c);
    let start = rest.end - text[rest.clone()].trim_start_matches(parts).len();
    let end = start + text[start..rest.end].trim_end_matches(parts).len();
    if start == label.end && start < end {
        return None;
    }
    let writer = trimmed(text, start..end)?;
    let writers = labelled(text, writer.clone(), profile).or_else(|| opened(text, writer, profile))?;
    let people = writers.lists().all(|it| it.1 != Expect::Bodies && are_people(text, it.0.clone()));
    people.then_some(Form { range: form.range, label: form.label, ..writers })
}

/// Bytes of the words at the head of a text that speak of the editors in place of any name: 本刊讯, 本刊综合整理, 综合报道.
fn of_editors(text: &str) -> Option<usize> {
    if let Some(word) = ALONE.iter().find(|word| text.starts_with(**word)) {
        return Some(word.len());
    }
    let editors = EDITORS.iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len());
    let mut end = editors;
    let mut count = usize::from(editors > 0);
    while let Some(word) = EDITING.iter().find(|word| text[end..].starts_with(**word)) {
        end += word.len();
        count += 1;
    }
    (count >= 2 && end > editors).then_some(end)
}

/// A closing list of media, each with its address: `（某网 http://…、某报 www.…）`.
pub(super) fn media(text: &str, inside: Range<usize>) -> Option<Form> {
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

/// `1*( names closer )`: 某厅 供稿　某人 整理.
pub(super) fn closed(text: &str, inside: Range<usize>) -> Option<Form> {
    let ends = |words: &[&str], end: usize, start: usize| {
        words.iter().find(|closer| text[start..end].ends_with(**closer)).map(|it| end - it.len()..end)
    };
    let closer = |end: usize, start: usize| ends(&CLOSERS, end, start);
    // 某局 供稿　某人 编辑
    let weak = || ends(&["编辑"], inside.end, inside.start).filter(|_| text[inside.clone()].contains("供稿"));
    let last = closer(inside.end, inside.start).or_else(weak)?;
    let before = trimmed(text, inside.start..last.start)?;
    let sentence = text[before.clone()].contains(['。', '：', ':', '，', '；']);
    if sentence || text[before.clone()].chars().count() > 60 {
        return None;
    }
    let mut form = Form::new(inside.clone(), None, None);
    let (mut start, mut at) = (before.start, before.start);
    let mut label = None;
    // （根据公开资料整理） names nobody.
    let material = text[before.clone()].starts_with("根据");
    while let Some((end, sign)) = next_sign(&text[..before.end], at).filter(|_| !material) {
        at = end + sign.len_utf8();
        if separates(sign)
            && let Some(found) = closer(end, start)
            && let Some(list) = trimmed(text, start..found.start)
        {
            form.push((without_by(text, list), Expect::Either));
            label = label.or(Some(found));
            start = at;
        }
    }
    if !material {
        form.push((without_by(text, trimmed(text, start..before.end)?), Expect::Either));
    }
    form.label = label.or(Some(last));
    Some(form)
}

/// The list after 图片由 or 由, of 图片由某处提供.
fn without_by(text: &str, list: Range<usize>) -> Range<usize> {
    let bare = &text[list.clone()];
    let by = bare.find('由').filter(|&at| {
        ["", "图片", "照片", "本文", "稿件", "资料", "以上", "以上稿件"].contains(&&bare[..at])
    });
    by.map_or(list.clone(), |at| list.start + at + '由'.len_utf8()..list.end)
}

/// `opener names`, `(据 / 综合) names 报道`, `作者 person 系 body`
pub(super) fn opened(text: &str, inside: Range<usize>, profile: &Profile) -> Option<Form> {
    let body = &text[inside.clone()];
    if let Some(source) = told(text, inside.clone()) {
        return Some(source);
    }
    if body.starts_with("作者")
        && let Some(author) = author(text, inside.clone())
    {
        return Some(author);
    }
    let (opener, expect) = OPENERS.iter().find(|(opener, _)| body.starts_with(opener))?;
    let label = inside.start..inside.start + opener.len();
    let list = trimmed(text, label.end..inside.end)?;
    let list = match text[list.clone()].strip_prefix([':', '：']) {
        Some(rest) => trimmed(text, list.end - rest.len()..list.end)?,
        None => list,
    };
    // 本刊记者 某人 大连报道
    let told = text[list.clone()].strip_suffix("报道").and_then(|it| it.rfind(crate::is_blank));
    let list =
        told.filter(|_| *expect == Expect::People).map_or(list.clone(), |at| list.start..list.start + at);
    let short = text[list.clone()].chars().count() <= 60 && !text[list.clone()].contains(['。', '；']);
    let mut form = Form::new(inside, Some(label), None);
    lists(text, list, *expect, profile, &mut form);
    (short && form.list.is_some()).then_some(form)
}

/// `(据 / 综合) bodies [报道 / 消息 / 电 …]`
fn told(text: &str, inside: Range<usize>) -> Option<Form> {
    let body = &text[inside.clone()];
    let opener = ["据", "综合", "本刊综合", "本报综合"].into_iter().find(|it| body.starts_with(it))?;
    // （据某政府网站） too, but not （据统计）.
    let source = |it: &str| it.ends_with(['网', '站', '报', '社', '》']);
    let list = match REPORTS.iter().find_map(|word| body.strip_suffix(word)) {
        Some(list) => list.trim_end_matches("媒体").trim_end_matches('等'),
        None => Some(body).filter(|it| source(it))?,
    };
    let label = inside.start..inside.start + opener.len();
    let list = trimmed(text, label.end..(inside.start + list.len()).max(label.end))?;
    let named = &text[list.clone()];
    let short = named.chars().count() <= 30 && !named.contains(['。', '，', ',']);
    // 综合 begins other words: 综合评价.
    let sure =
        opener == "据" || named.split(['、', ' ', '\u{3000}']).all(|it| source(it) || ends_like_body(it));
    let list = dateline(text, list);
    (short && sure).then(|| Form::new(inside, Some(label), Some((list, Expect::Bodies))))
}

/// The agency of a dateline: 新华社 of 新华社北京5月3日电.
fn dateline(text: &str, list: Range<usize>) -> Range<usize> {
    let bare = &text[list.clone()];
    let end = bare.find('社').map_or(bare.len(), |at| at + '社'.len_utf8());
    let place = bare[end..].chars().count() <= 12 && !bare[end..].contains(['、', '》', '社', '报']);
    if place { list.start..list.start + end } else { list }
}

/// `作者 [person] (系 / 为 / 是 / 单位) body [post]`: 作者某人系某大学教授. The post is no part of the body's name.
fn author(text: &str, inside: Range<usize>) -> Option<Form> {
    let label = inside.start..inside.start + "作者".len();
    let rest = &text[label.end..inside.end];
    let words = ["单位系", "单位为", "单位", "分别系", "分别为", "系", "为", "是", "现任"];
    let (at, word) =
        words.iter().filter_map(|word| Some((find_word(rest, word)?, word))).min_by_key(|it| it.0)?;
    let person = trimmed(text, label.end..label.end + at);
    if person.as_ref().is_some_and(|it| !are_people(text, it.clone())) {
        return None;
    }
    let label = if person.is_some() { label } else { label.start..label.end + at + word.len() };
    let place = trimmed(text, inside.start + "作者".len() + at + word.len()..inside.end)?;
    let bare = &text[place.clone()];
    if bare.chars().count() > 60 || bare.contains(['。', '；']) || bare.starts_with(is_colon) {
        return None;
    }
    let mut form = Form::new(inside, Some(label), None);
    person.into_iter().for_each(|it| form.push((it, Expect::People)));
    let body = body_end(bare).map(|end| place.start..place.start + end);
    body.into_iter().for_each(|it| form.push((it, Expect::Bodies)));
    Some(form)
}

/// `names sep label ":" names`: 某处　作者：某人, 某组；执笔：某人, 某人编译自《某刊》.
fn signed(text: &str, inside: Range<usize>, profile: &Profile) -> Option<Form> {
    let body = &text[inside.clone()];
    if body.contains(is_colon) || body.contains('/') {
        let (list, mut form) = amid(text, inside.clone(), profile)?;
        if !are_names(text, list.clone()) && !cited(text, list.clone()) {
            return None;
        }
        let expect = if cited(text, list.clone()) { Expect::Bodies } else { Expect::Either };
        form.more = form.list.take().into_iter().chain(form.more).collect();
        return Some(Form { range: inside, list: Some((list, expect)), ..form });
    }
    let (at, opener) = ["编译自", "整理自", "摘编自", "摘自", "译自"]
        .into_iter()
        .find_map(|word| Some((inside.start + find_word(body, word)?, word)))?;
    let people = trimmed(text, inside.start..at)?;
    let label = at..at + opener.len();
    let source = trimmed(text, label.end..inside.end)?;
    let mut form = Form::new(inside, Some(label), Some((people.clone(), Expect::Either)));
    form.push((source.clone(), Expect::Bodies));
    let address = text[source.clone()].contains("www.") || text[source.clone()].contains("http");
    (are_names(text, people) && (address || cited(text, source))).then_some(form)
}

/// `[body] role people`: 新华社记者 某人, 《某报》记者某人, 新华社北京5月3日电　记者 某人.
fn reported(text: &str, inside: Range<usize>) -> Option<Form> {
    let body = &text[inside.clone()];
    let (at, role) =
        ROLES.into_iter().filter_map(|role| Some((find_word(body, role)?, role))).min_by_key(|it| it.0)?;
    let after = trimmed(text, inside.start + at + role.len()..inside.end)?;
    let after = match text[after.clone()].strip_prefix(is_colon) {
        Some(rest) => trimmed(text, after.end - rest.len()..after.end)?,
        None => after,
    };
    let people = REPORTS.iter().find_map(|word| text[after.clone()].strip_suffix(word)).map(str::len);
    let people = trimmed(text, after.start..people.map_or(after.end, |length| after.start + length))?;
    let mut from = inside.start + at;
    if let Some(word) = MODIFIERS.iter().find(|word| text[inside.start..from].ends_with(**word)) {
        from -= word.len();
    }
    let source = trimmed(text, inside.start..from)?;
    let bare = &text[source.clone()];
    let agency = dateline(text, source.clone());
    let dated = agency.end < source.end && bare.ends_with(['电', '讯']);
    let known =
        cited_title(bare).is_some() || ends_like_body(bare) && are_names(text, source.clone()) || dated;
    let role_end = inside.start + at + role.len();
    let label = from..role_end;
    let source = if dated { agency } else { source };
    let mut form = Form::new(inside, Some(label), Some((source, Expect::Bodies)));
    form.push((people.clone(), Expect::People));
    // （新华社记者到会） names nobody: without a blank after the word the name begins with a family name.
    let apart = people.start > role_end;
    (known && if apart { are_people(text, people) } else { are_names(text, people) }).then_some(form)
}

/// An attribution behind dashes, cited or closed: ——摘自《某报》, ——某处供稿.
pub(super) fn behind_dashes(text: &str, profile: &Profile) -> Option<Form> {
    let inside = if text.starts_with('—') { dashed(text)? } else { 0..text.len() };
    let cited = |form: &Form| form.lists().all(|it| it.1 == Expect::Bodies);
    let form = opened(text, inside.clone(), profile)
        .filter(cited)
        .or_else(|| labelled(text, inside.clone(), profile))
        .or_else(|| closed(text, inside).filter(|_| text.starts_with('—')));
    form.map(|form| Form { range: 0..text.len(), ..form })
}

/// `bodies (供稿 / 撰稿)`, `people 整理` without brackets: 某处供稿. A name that is none for certain makes the line a heading,
/// and of two characters nearly any word looks like a person's (文件整理).
pub(super) fn closed_line(text: &str) -> Option<Form> {
    if text.len() > LONGEST_NAMES || !text.ends_with(['稿', '理', '译', '写']) {
        return None;
    }
    let form = closed(text, 0..text.len())?;
    let label = form.label.clone()?;
    let list = form.list.clone()?.0;
    let long = text[list.clone()].chars().count() >= 3;
    let sure = text[label].ends_with('稿') || long && are_people(text, list.clone());
    (sure && long && form.lists().all(|it| are_names(text, it.0.clone()))).then_some(form)
}
