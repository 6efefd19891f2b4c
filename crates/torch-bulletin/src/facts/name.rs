//! Names of persons 姓名: where one begins and where it ends.
//!
//! A name has no mark of its own. It begins with a family name and has one or two characters more; which of the two
//! is told by what follows: a mark, or a word that follows persons (表示, 主持 …).

use std::sync::LazyLock;

use super::lexicon::TABLES;
use crate::lexicon::{SURNAMES, words};

/// Family names, each by its first character: a bit where that is a name, and where it begins one of two.
struct Surnames {
    single: Vec<u64>,
    begins: Vec<u64>,
    double: Vec<&'static str>,
}

impl Surnames {
    fn has(bits: &[u64], c: char) -> bool {
        bits.get(c as usize / 64).is_some_and(|it| it & 1 << (c as usize % 64) != 0)
    }
}

static FAMILY: LazyLock<Surnames> = LazyLock::new(|| {
    let mut lines = words(SURNAMES);
    let single = lines.next().unwrap_or_default();
    let double: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
    let bits = |chars: &mut dyn Iterator<Item = char>| {
        let mut bits = vec![0; (1 << 16) / 64];
        for c in chars.filter(|&c| c < '\u{10000}') {
            bits[c as usize / 64] |= 1 << (c as usize % 64);
        }
        bits
    };
    let begins = bits(&mut double.iter().filter_map(|name| name.chars().next()));
    Surnames { single: bits(&mut single.chars()), begins, double }
});

/// Family names that begin everyday words: 高度, 单位, 文件. Alone they are no evidence of a person.
const WORDS_TOO: &str = "高方万于成单会时应明关文全安连常江向金白马水石田毛路车项居相查花牛平温满原经谷都解强游包年元从生能农公党管和干巩冷宝支利别利有道班商计代立国东边海房由阳夏武乐华祖来双黎荣荆池占戴程曲古习屈广占宗胜印易鲁燕齐景申蓝丰富信封云仓过归钦诸宿咸弘滑凤韶";

/// Characters that no given name has where the name is one by what follows: they begin what follows.
const NOT_GIVEN: &str = "和与及在的等了是为对从向到并介参出说员部门等就将以由把被让使至于也还都则则曾已可会被其该此这那之者们们、位名个级所办委";

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The bytes of the family name that a text begins with; 0 for none.
fn family(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let family = &*FAMILY;
    if Surnames::has(&family.begins, first)
        && let Some(name) = family.double.iter().find(|name| text.starts_with(**name))
    {
        return name.len();
    }
    if Surnames::has(&family.single, first) { first.len_utf8() } else { 0 }
}

/// Whether a text goes on as it does after a name.
fn name_has_ended(rest: &str) -> bool {
    match rest.chars().next() {
        None => true,
        // 穆清和, is a name of three: an 和 between names has one behind it.
        Some(c @ ('和' | '与' | '及')) => {
            TABLES.follows_name(rest) && rest[c.len_utf8()..].chars().next().is_some_and(is_han)
        }
        Some(c) => !is_han(c) || TABLES.follows_name(rest),
    }
}

/// The end of the name that begins at `at`, right after a title.
pub(super) fn after_title(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = foreign(text, at) {
        return Some(end);
    }
    let rest = &text[at..];
    let family = family(rest);
    if family == 0 {
        return None;
    }
    // 王 茜: a name of two characters padded to three places.
    if let Some(given) = rest[family..].strip_prefix(' ')
        && let Some(c) = given.chars().next().filter(|c| is_han(*c))
        && name_has_ended(&given[c.len_utf8()..])
        && family == 3
    {
        return Some(text.len() - given.len() + c.len_utf8());
    }
    let mut given = rest[family..].chars();
    let (first, second) = (given.next().filter(|c| is_han(*c))?, given.next().filter(|c| is_han(*c)));
    let short = family + first.len_utf8();
    let long = second.map(|c| short + c.len_utf8());
    let bad = |c: char| NOT_GIVEN.contains(c);
    // 王广部介绍: a given name may end in what it else has not, where the text goes on as after a name.
    let long_ends = long.filter(|&end| name_has_ended(&rest[end..]));
    let short_ends = name_has_ended(&rest[short..]) && !bad(first);
    let clean =
        second.is_some_and(|second| !bad(second) || long_ends.is_some() && !short_ends) && !bad(first);
    // 喻湘陪同: where both might end, the longer word behind the name tells.
    let shorter = || {
        let (one, other) =
            (TABLES.after_name(&rest[short..]), long.map_or(0, |end| TABLES.after_name(&rest[end..])));
        short_ends && one > other && other > 0
    };
    if let Some(end) = long_ends.filter(|_| clean && !shorter()) {
        return Some(at + end);
    }
    if short_ends {
        return Some(at + short);
    }
    let surely = rest.chars().next().is_some_and(|c| !WORDS_TOO.contains(c)) || family > 3;
    // 柯以宁、 and 粟向群介绍: where only three characters end as a name does, a given name may have any.
    if let Some(end) = long_ends.filter(|_| surely && second.is_some_and(|c| !NOT_GIVEN.contains(c))) {
        return Some(at + end);
    }
    long.filter(|_| clean && surely).map(|end| at + end)
}

/// 约翰·史密斯: a name with a dot between its parts.
fn foreign(text: &str, at: usize) -> Option<usize> {
    let mut dot = None;
    for (offset, c) in text[at..].char_indices().take(18) {
        match c {
            '·' if offset > 0 => dot = Some(at + offset),
            _ if is_han(c) => {
                if let Some(dot) = dot
                    && at + offset >= dot + 2 + 3
                    && TABLES.follows_name(&text[at + offset..])
                {
                    return Some(at + offset);
                }
            }
            _ => return dot.filter(|dot| at + offset > dot + 2 + 3).map(|_| at + offset),
        }
    }
    None
}

/// Where the name begins that ends at `end`, right before a title or a word that only follows persons; `floor` is where
/// the mark before ends. `certain` asks for a name of three characters with a family name that is no word.
pub(super) fn before_title(text: &str, end: usize, floor: usize, certain: bool) -> Option<usize> {
    // A name may have run over what was taken for a title.
    let window = text.get(floor..end)?;
    let starts: Vec<usize> = window.char_indices().rev().take(4).map(|(at, _)| floor + at).collect();
    for &count in if certain { &[3, 4][..] } else { &[3, 4, 2][..] } {
        let Some(&start) = starts.get(count - 1) else { continue };
        let name = &text[start..end];
        let length = family(name);
        let fits = match count {
            4 => length > 3,
            3 => length > 0,
            _ => length == 3,
        };
        let given = &name[length..];
        if !fits || given.is_empty() || given.chars().any(|c| !is_han(c) || NOT_GIVEN.contains(c)) {
            continue;
        }
        let first = name.chars().next().unwrap_or_default();
        if length == 3 && WORDS_TOO.contains(first) && (certain || first != '习') {
            continue;
        }
        if certain && given.ends_with(|c: char| "市区县省州港镇乡村国会院校厂司集团学城新省".contains(c))
        {
            continue;
        }
        let before = text[floor..start].chars().next_back();
        let free = before
            .is_none_or(|c| !is_han(c) || "由与和及对向请照为邀据随以将把跟同给进聘任在".contains(c))
            || text[floor..start].ends_with("代表");
        if free {
            return Some(start);
        }
    }
    None
}

/// The name of three characters right before “…”团队, after a mark or a verb.
pub(super) fn before_team(text: &str, end: usize, floor: usize) -> Option<usize> {
    let start = text[floor..end].char_indices().rev().take(3).last().map(|(at, _)| floor + at)?;
    let name = &text[start..end];
    let fits = family(name) == 3
        && name.chars().count() == 3
        && name.chars().all(is_han)
        && !name.contains(|c| NOT_GIVEN.contains(c));
    let free = text[floor..start].chars().next_back().is_none_or(|c| "由与和及进聘入".contains(c));
    (fits && free).then_some(start)
}

/// Whether a known name stands alone here, and is not a part of a longer word.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let three = text[start..end].chars().count() > 2;
    three
        || name_has_ended(&text[end..])
            && text[..start]
                .chars()
                .next_back()
                .is_none_or(|c| !is_han(c) || "由与和及对向请照为邀据随以将把跟同给在".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_where_the_text_goes_on() {
        for (text, name) in [
            ("陆致远出席并讲话", Some("陆致远")),
            ("卓然通报监测情况", Some("卓然")),
            ("顾明谦、程樾", Some("顾明谦")),
            ("程樾、", Some("程樾")),
            ("李波到会指导", Some("李波")),
            ("欧阳明月主持", Some("欧阳明月")),
            ("王 茜 徐珂", Some("王 茜")),
            ("约翰·史密斯表示", Some("约翰·史密斯")),
            ("王广部介绍了", Some("王广部")),
            ("喻湘陪同调研", Some("喻湘")),
            ("穆清和,", Some("穆清和")),
            ("柯以宁、", Some("柯以宁")),
            ("粟向群介绍", Some("粟向群")),
            ("高度重视", None),
            ("单位代表", None),
            ("及相关人员", None),
            ("会议在京召开", None),
        ] {
            assert_eq!(after_title(text, 0).map(|end| &text[..end]), name, "{text}");
        }
    }

    #[test]
    fn a_name_begins_before_its_title() {
        for (text, certain, name) in [
            ("引进谭明彬", false, Some("谭明彬")),
            ("、单德", false, None),
            ("与郭俊", false, Some("郭俊")),
            ("班子和", false, None),
            ("张家港", true, None),
            (",任远方", true, Some("任远方")),
        ] {
            assert_eq!(
                before_title(text, text.len(), 0, certain).map(|start| &text[start..]),
                name,
                "{text}"
            );
        }
    }

    #[test]
    fn a_name_that_has_run_over_a_title_ends_before_it() {
        assert_eq!(before_title("尉迟表示", 9, 12, true), None);
    }
}
