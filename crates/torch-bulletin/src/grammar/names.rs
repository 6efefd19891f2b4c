//! Names 姓名 and bodies 机构 as attributions list them, parted or run together.

use std::ops::Range;

mod form;

use super::number::digit;
use super::{next_sign, trimmed};
use form::{DEPARTMENTS, body_before_post, body_then_person, is_han, is_person, is_post};
pub(crate) use form::{body_end, ends_like_body};

/// The names in a list, in printed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names(Vec<Name>);

/// A name, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) range: Range<usize>,
    pub(crate) kind: Kind,
}

/// Whose a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Organisation,
    Person,
}

/// What a label says about the names after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expect {
    /// Bodies, persons or both: 供稿.
    Either,
    /// Persons, unless the form says otherwise: 作者, 记者.
    People,
    /// Bodies or titles only: 来源, 作者单位, 摘自.
    Bodies,
}

/// Words before a name that are neither name nor body.
const ROLES: [&str; 11] = [
    "本报记者",
    "本网记者",
    "本报通讯员",
    "本刊特约记者",
    "本刊通讯员",
    "本刊记者",
    "特约记者",
    "通讯员",
    "记者",
    "特约通讯员",
    "见习记者",
];

/// ```abnf
/// names = name *( sep name )      ; sep = blanks / "、" / "," / ";" / "/" ; a name is a body, a person, or both
/// ```
/// Seen: `科技部火炬中心谢…锋 王… 徐…欣` (2022-12, line 262): the body runs into the first person.
pub(crate) fn names(line: &str, range: Range<usize>, expect: Expect) -> Names {
    let mut found = Names::new();
    found.read(line, range, expect);
    found
}

impl Names {
    /// No names yet; a list has one to four.
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(4))
    }

    /// Adds the names of a list; see [`names`].
    pub(crate) fn read(&mut self, line: &str, range: Range<usize>, expect: Expect) {
        if let Some((body, person)) = spread_body(line, range.clone()) {
            self.push(body, Kind::Organisation);
            if let Some(person) = person {
                self.push(person, Kind::Person);
            }
            return;
        }
        let before = self.0.len();
        for_each_token(line, range, &mut |token| {
            // After one person of a list, others are likelier.
            let among_people = self.0[before..].iter().any(|it| it.kind == Kind::Person);
            self.take(line, without_role(line, token), expect, among_people);
        });
    }

    /// Adds the name or names that a token holds.
    fn take(&mut self, line: &str, token: Range<usize>, expect: Expect, among_people: bool) {
        let text = &line[token.clone()];
        // 2022-07-22 and 2015年第4期 beside a source are neither body nor person.
        let named = matches!(text.as_bytes(), [0xE5..=0xE9, ..]) || text.contains(char::is_alphabetic);
        let counted = || {
            text.trim_start_matches('第').starts_with(|c| digit(c).is_some())
                && text.ends_with(['日', '期', '版', '月', '年', '号'])
        };
        if !named || counted() {
            return;
        }
        let expected = if among_people { Expect::People } else { expect };
        if expect == Expect::Bodies
            && let Some(title) = cited_title(text)
        {
            self.push(token.start + title.start..token.start + title.end, Kind::Organisation);
        } else if let Some(title) = text.strip_prefix('《').and_then(|it| it.strip_suffix('》')) {
            let start = token.start + '《'.len_utf8();
            if let Some(title) = trimmed(line, start..start + title.len()) {
                self.push(title, Kind::Organisation);
            }
        } else if expect == Expect::Bodies {
            self.push(token, Kind::Organisation);
        } else if among_people && is_post(text) {
            // 作者：某人，系某大学教授、博士生导师
        } else if among_people
            && let Some(rest) = text.strip_prefix('系').filter(|it| !it.starts_with(['统', '列']))
            && let Some(end) = body_end(rest)
        {
            let start = token.end - rest.len();
            self.push(start..start + end, Kind::Organisation);
        } else if is_person(text, expected) {
            self.push(token, Kind::Person);
        } else if let Some(end) = body_before_post(text) {
            // 某大学教授: the post is no part of the body's name.
            self.push(token.start..token.start + end, Kind::Organisation);
        } else if let Some(cut) = body_then_person(text) {
            self.push(token.start..token.start + cut, Kind::Organisation);
            self.push(token.start + cut..token.end, Kind::Person);
        } else {
            self.push(token, Kind::Organisation);
        }
    }

    fn push(&mut self, range: Range<usize>, kind: Kind) {
        self.0.push(Name { range, kind });
    }

    /// All names, in printed order.
    pub(crate) fn all(&self) -> &[Name] {
        &self.0
    }

    /// The names of bodies, or those of persons.
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = &Range<usize>> {
        self.0.iter().filter(move |it| it.kind == kind).map(|it| &it.range)
    }
}

/// A body spread out with a blank between all characters, and the person after it (`某 市 科 技 局 王 茜`). Padded names (王 茜
/// 李 四) end like no body.
fn spread_body(line: &str, range: Range<usize>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let text = &line[range.clone()];
    let mut characters = text.split(crate::is_blank);
    let single = |part: &str| part.chars().next().is_some_and(is_han) && part.chars().nth(1).is_none();
    if text.len() < LEAST_SPREAD || !characters.all(single) {
        return None;
    }
    let joined: String = text.chars().filter(|&c| !crate::is_blank(c)).collect();
    if ends_like_body(&joined) {
        return Some((range, None));
    }
    let count = joined[..body_then_person(&joined)?].chars().count();
    let ink = text.char_indices().filter(|(_, c)| !crate::is_blank(*c));
    let start = range.start + ink.clone().nth(count)?.0;
    let (last, c) = ink.clone().nth(count - 1)?;
    Some((range.start..range.start + last + c.len_utf8(), Some(start..range.end)))
}

/// Bytes of the shortest body spread out: four characters and the blanks between them.
const LEAST_SPREAD: usize = 15;

/// The title of a source with its day or number around it: 《某报》2019年3月6日.
pub(super) fn cited_title(text: &str) -> Option<Range<usize>> {
    let start = text.find('《')? + '《'.len_utf8();
    let end = start + text[start..].find('》')?;
    let around = |part: &str| part.is_empty() || part.contains(|c| digit(c).is_some());
    let (before, after) = (&text[..start - '《'.len_utf8()], &text[end + '》'.len_utf8()..]);
    if around(before) && around(after) { trimmed(text, start..end) } else { None }
}

/// Whether a list holds nothing but names: people, and bodies by their endings; of three characters only departments and
/// media are (综合处, 新华社), for 高新区 says what sort of thing stands before it.
pub(crate) fn are_names(line: &str, range: Range<usize>) -> bool {
    let mut all = true;
    for_each_token(line, range, &mut |token| {
        let text = &line[without_role(line, token)];
        let count = text.chars().filter(|&c| !crate::is_blank(c)).count();
        let short = || count == 3 && (text.ends_with(DEPARTMENTS) || text.ends_with(['社', '网']));
        let account = || ["客户端", "公众号", "频道", "街道"].iter().any(|it| text.ends_with(it));
        let body_of_post = || body_before_post(text).is_some();
        let body = count <= 24 && (ends_like_body(text) && (count >= 4 || short()) || account());
        let plain = text.chars().all(|c| is_han(c) || crate::is_blank(c) || matches!(c, '-' | '《' | '》'));
        let person = !ends_like_body(text) && is_person(text, Expect::Either);
        all &= plain && (person || body || body_of_post() || body_then_person(text).is_some());
    });
    all
}

/// Whether a list holds nothing but names of people, whatever their family names.
pub(crate) fn are_people(line: &str, range: Range<usize>) -> bool {
    let mut all = !range.is_empty();
    for_each_token(line, range, &mut |token| {
        all &= is_person(&line[without_role(line, token)], Expect::People);
    });
    all
}

/// Whether a text is three single characters that blanks part, and nothing else: a name spread out (赵 一 鸣).
fn is_spread_name(text: &str) -> bool {
    if !(11..=17).contains(&text.len()) {
        return false;
    }
    let single = |part: &str| part.len() == 3 && part.starts_with(is_han);
    let mut parts = text.split(crate::is_blank).filter(|part| !part.is_empty());
    parts.by_ref().take(3).filter(|part| single(part)).count() == 3 && parts.next().is_none()
}

/// Gives the names parted by separators; two single characters in a row are one padded name (王　茜), three alone are one too.
fn for_each_token(line: &str, range: Range<usize>, take: &mut dyn FnMut(Range<usize>)) {
    if is_spread_name(&line[range.clone()]) {
        return take(range);
    }
    let mut last: Option<Range<usize>> = None;
    let mut quoted = 0u32;
    let mut hard_break = true;
    let mut start = range.start;
    let mut push = |token: Range<usize>, hard_break: bool| {
        let Some(token) = trimmed(line, token) else { return false };
        let single = |range: &Range<usize>| {
            let mut chars = line[range.clone()].chars();
            chars.next().is_some_and(is_han) && chars.next().is_none()
        };
        // Annual Review: words of one name.
        let latin = |last: &Range<usize>, next: &Range<usize>| {
            line[last.clone()].ends_with(|c: char| c.is_ascii_alphabetic())
                && line[next.clone()].starts_with(|c: char| c.is_ascii_alphabetic())
        };
        match &mut last {
            Some(last) if !hard_break && (single(last) && single(&token) || latin(last, &token)) => {
                last.end = token.end;
            }
            _ => {
                if let Some(whole) = last.replace(token) {
                    take(whole);
                }
            }
        }
        true
    };
    let mut at = range.start;
    while let Some((sign, c)) = next_sign(&line[..range.end], at) {
        at = sign + c.len_utf8();
        match c {
            '《' => quoted += 1,
            '》' => quoted = quoted.saturating_sub(1),
            _ => {}
        }
        let blank = crate::is_blank(c);
        let bracket = super::mark::is_open(c) || super::mark::is_close(c);
        if quoted == 0
            && (blank || bracket || matches!(c, '、' | '，' | ',' | '；' | ';' | '/' | '／' | '|' | '｜'))
        {
            if push(start..sign, hard_break) {
                hard_break = false;
            }
            hard_break |= !blank;
            start = at;
        }
    }
    push(start..range.end, hard_break);
    last.into_iter().for_each(take);
}

/// The token after a word such as 本刊记者.
fn without_role(line: &str, token: Range<usize>) -> Range<usize> {
    let text = &line[token.clone()];
    // 赵一鸣1, 钱二元*: marks of the bodies in a list under them.
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '*' | '＊' | '①'..='⑨'));
    let marked = bare.len() < text.len() && text.len() - bare.len() <= 3 && bare.ends_with(is_han);
    let token = if marked { token.start..token.start + bare.len() } else { token };
    let text = &line[token.clone()];
    if !text.starts_with(['本', '特', '通', '记', '见']) {
        return token;
    }
    let role = ROLES.iter().filter(|role| text.starts_with(**role)).map(|role| role.len()).max().unwrap_or(0);
    let start = token.start + role;
    trimmed(line, start..token.end).unwrap_or(start..start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(list: &str, expect: Expect) -> (Vec<&str>, Vec<&str>) {
        let found = names(list, 0..list.len(), expect);
        let texts = |kind| found.of(kind).map(|it| &list[it.clone()]).collect();
        (texts(Kind::Organisation), texts(Kind::Person))
    }

    #[test]
    fn bodies_and_people() {
        for (list, bodies, people) in [
            ("科技部火炬中心", &["科技部火炬中心"][..], &[][..]),
            ("科技部火炬中心赵一鸣 钱二 孙三元", &["科技部火炬中心"], &["赵一鸣", "钱二", "孙三元"]),
            ("兰州高新区", &["兰州高新区"], &[]),
            ("青岛高新区、苏州高新区", &["青岛高新区", "苏州高新区"], &[]),
            ("某市科技局 王\u{3000}茜", &["某市科技局"], &["王\u{3000}茜"]),
            ("高新区管委会李四", &["高新区管委会"], &["李四"]),
            ("科技部高新司", &["科技部高新司"], &[]),
            ("阿里木·买买提", &[], &["阿里木·买买提"]),
            ("本刊记者 周五一", &[], &["周五一"]),
            ("欧阳一明", &[], &["欧阳一明"]),
            ("农业局 郑州", &["农业局", "郑州"], &[]),
            ("骆川若、农立言", &[], &["骆川若", "农立言"]),
        ] {
            assert_eq!(read(list, Expect::Either), (bodies.to_vec(), people.to_vec()), "{list}");
        }
    }

    #[test]
    fn a_body_spread_out_is_one() {
        let either = |list| read(list, Expect::Either);
        assert_eq!(either("丙 市 科 技 局"), (vec!["丙 市 科 技 局"], vec![]));
        assert_eq!(either("丙 市 科 技 局 王 茜"), (vec!["丙 市 科 技 局"], vec!["王 茜"]));
        assert_eq!(either("赵 一 鸣"), (vec![], vec!["赵 一 鸣"]));
        assert_eq!(either("王 茜 李 四 赵 五"), (vec![], vec!["王 茜", "李 四", "赵 五"]));
    }

    #[test]
    fn titles_and_expectations() {
        assert_eq!(read("《科技日报》", Expect::Bodies), (vec!["科技日报"], vec![]));
        assert_eq!(read("人民网 新华社", Expect::Bodies), (vec!["人民网", "新华社"], vec![]));
        assert_eq!(read("Annual Review of Parks", Expect::Bodies), (vec!["Annual Review of Parks"], vec![]));
        assert_eq!(read("钡一", Expect::People), (vec![], vec!["钡一"]));
    }
}
