//! What a name looks like 名称形式: a person's by its length and family name, a body's by its ending.

use std::sync::LazyLock;

use super::super::ends_in;
use super::Expect;
use crate::fold::{fold, plain};
use crate::lexicon::{BODY_SUFFIXES, SURNAMES, words};

/// Family names of one character, then of two, each in the order of their code points, as the list has them.
static SURNAME: LazyLock<(Vec<char>, Vec<[char; 2]>)> = LazyLock::new(|| {
    let mut lines = words(SURNAMES);
    let singles = lines.next().unwrap_or_default().chars().collect();
    let pair = |name: &str| Some([name.chars().next()?, name.chars().nth(1)?]);
    let doubles = lines.next().unwrap_or_default().split(' ').filter_map(pair).collect();
    (singles, doubles)
});

/// Endings of bodies by a hash of their last character, the longest first, and where those of each hash begin: most texts
/// have none and cost one look-up.
static SUFFIXES: LazyLock<(Vec<&str>, [u8; 257])> = LazyLock::new(|| {
    let mut suffixes: Vec<&str> = words(BODY_SUFFIXES).collect();
    suffixes.sort_by_key(|suffix| (last_hash(suffix), std::cmp::Reverse(suffix.len())));
    let start = |hash| suffixes.partition_point(|suffix| last_hash(suffix) < Some(hash)) as u8;
    let starts = std::array::from_fn(start);
    (suffixes, starts)
});

/// A hash of the last character, by its two last bytes.
fn last_hash(text: &str) -> Option<usize> {
    let &[.., second, third] = text.as_bytes() else { return None };
    Some(usize::from(second.wrapping_mul(37) ^ third))
}

/// What names of departments end in and given names do not.
pub(super) const DEPARTMENTS: [char; 7] = ['司', '厅', '局', '处', '署', '办', '委'];

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' | '\u{2E80}'..='\u{2FDF}' | '·')
}

/// Whether a token is a person's name: two to four characters that begin with a family name, or a name with a
/// dot between its parts, and no body's ending.
pub(super) fn is_person(token: &str, expect: Expect) -> bool {
    let Some((count, dotted)) = han_count(token) else { return false };
    if dotted {
        return (4..=16).contains(&count);
    }
    if !(2..=4).contains(&count) {
        return false;
    }
    // 农业局, 史志办: no given name ends as these do; 郑州 and 温州 are places.
    if token.ends_with(DEPARTMENTS) || count == 2 && token.ends_with(['州', '市', '县', '省', '区']) {
        return false;
    }
    let surname = surname_length(token);
    // 王广部: a given name may end like a body, a body of three characters does not begin with a family name and end in
    // a longer ending (高新区).
    let ending = body_ending(token).map_or(0, |suffix| suffix.chars().count());
    let (long_ending, short_ending) = (ending > 1, ending > 0);
    match surname {
        Some(length) => !long_ending && (count - length <= 2) && (count == 3 || !short_ending),
        None => expect == Expect::People && !short_ending,
    }
}

/// Whether a text is of characters U+4000–U+9FFF alone, as nearly every token is.
fn is_plain(bytes: &[u8]) -> bool {
    bytes.len().is_multiple_of(3) && bytes.chunks_exact(3).all(|it| matches!(it[0], 0xE4..=0xE9))
}

/// How many Han characters a token has, blanks aside, and whether a dot is among them; `None` where it has others.
fn han_count(token: &str) -> Option<(usize, bool)> {
    if is_plain(token.as_bytes()) {
        return Some((token.len() / 3, false));
    }
    let (mut count, mut dotted) = (0, false);
    for c in token.chars().filter(|&c| !crate::is_blank(c)) {
        if !is_han(c) {
            return None;
        }
        count += 1;
        dotted |= c == '·';
    }
    Some((count, dotted))
}

/// How many characters of a name are its family name.
fn surname_length(name: &str) -> Option<usize> {
    let (singles, doubles) = &*SURNAME;
    let mut chars = name.chars();
    let first = chars.next()?;
    if let (Some(second), Some(_)) = (chars.next(), chars.next())
        && doubles.binary_search(&[first, second]).is_ok()
    {
        return Some(2);
    }
    singles.binary_search(&plain(first)).is_ok().then_some(1)
}

/// Departments that look like a family name and a given name: 宣传部.
const DEPARTMENT_WORDS: [&str; 8] =
    ["宣传部", "党群部", "综合部", "项目部", "招商部", "企划部", "安监部", "经发部"];

/// Where a body ends and a person begins: after the last ending of a body that leaves a name.
pub(super) fn body_then_person(token: &str) -> Option<usize> {
    // 高新司 begins with a family name and is a department all the same.
    if token.ends_with(DEPARTMENTS) || DEPARTMENT_WORDS.iter().any(|word| token.ends_with(word)) {
        return None;
    }
    let mut cuts = token.char_indices().rev().map(|(at, _)| at).skip(1);
    let cuts = [cuts.next()?, cuts.next()?, cuts.next()?];
    // The longest name first: a name of three characters is likelier than its last two with a longer body.
    [cuts[1], cuts[0], cuts[2]].into_iter().find(|&cut| {
        let (body, person) = token.split_at(cut);
        ends_like_body(body) && body.chars().nth(2).is_some() && is_person(person, Expect::Either)
    })
}

/// Whether a text ends like the name of a body.
pub(crate) fn ends_like_body(text: &str) -> bool {
    body_ending(text).is_some()
}

/// The ending of a body that a text has, the longer ones first; radicals are read as their characters.
fn body_ending(text: &str) -> Option<&'static str> {
    let ending = |text: &str| {
        // 在某市举办 is no 办.
        if text.strip_suffix('办').is_some_and(|it| it.ends_with(['举', '承', '协', '创', '开', '主']))
        {
            return None;
        }
        let (suffixes, starts) = &*SUFFIXES;
        let hash = last_hash(text)?;
        let candidates = usize::from(starts[hash])..usize::from(starts[hash + 1]);
        suffixes[candidates].iter().copied().find(|suffix| text.ends_with(suffix))
    };
    // No ending is longer than four characters, which nearly always are none that fold to another.
    let end = &text.as_bytes()[text.len().saturating_sub(12)..];
    let radical = || !is_plain(end) && text.contains(|c| plain(c) != c);
    ending(text).or_else(|| radical().then(|| ending(&fold(text)))?)
}

/// Where the name of a body that heads a text ends before the post of somebody in it: 某大学 of 某大学教授.
pub(crate) fn body_end(text: &str) -> Option<usize> {
    let first = text.find(['、', '，', ',', '；']).unwrap_or(text.len());
    let mut ends = text[..first].char_indices().map(|(at, c)| at + c.len_utf8());
    ends.rfind(|&end| {
        // 某局局长, 某院院士: the second 局 is of the post.
        let of_post = text[end..first].starts_with(['长', '员', '士', '务', '级']);
        !of_post && ends_like_body(&text[..end]) && text[..end].chars().nth(2).is_some()
    })
}

/// What posts and titles of people end in: 教授, 副主任, 院士.
const POSTS: [&str; 19] = [
    "教授",
    "研究员",
    "主任",
    "局长",
    "处长",
    "院长",
    "所长",
    "校长",
    "会长",
    "书记",
    "秘书长",
    "工程师",
    "经理",
    "院士",
    "导师",
    "部长",
    "厅长",
    "司长",
    "市长",
];

/// Whether a text is a post of more than a name's length, and no body is before it: 博士生导师.
pub(super) fn is_post(text: &str) -> bool {
    text.len() > 4 * 3 && ends_in(text, &POSTS) && body_before_post(text).is_none()
}

/// Where a body ends whose post closes the text: 某大学教授.
pub(super) fn body_before_post(text: &str) -> Option<usize> {
    let post = POSTS.iter().find(|post| text.ends_with(**post))?;
    body_end(text).filter(|&end| end <= text.len() - post.len() && text[end..].chars().count() <= 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_no_part_of_the_body() {
        for (text, body) in [
            ("某某大学管理学院教授", Some("某某大学管理学院")),
            ("某某高新区科技局局长", Some("某某高新区科技局")),
            ("某某市政府副秘书长", Some("某某市政府")),
            ("某某科学院院士、教授", Some("某某科学院")),
            ("某某研究院", Some("某某研究院")),
            ("高级工程师", None),
        ] {
            assert_eq!(body_end(text).map(|end| &text[..end]), body, "{text}");
        }
    }
}
