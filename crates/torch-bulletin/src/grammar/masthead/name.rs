//! The names of the newsletter 刊名 and of its publisher, as the masthead prints them.

use super::super::names::ends_like_body;
use super::super::{ends_in, one_of};
use crate::Profile;
use crate::blank::trim_end;
use crate::fold::{fold_cow, folded, han, last_han};

/// Whether a folded text is the newsletter's name, perhaps in brackets or title marks.
pub(super) fn is_name(bare: &str, profile: &Profile) -> bool {
    if *bare == profile.name {
        return true;
    }
    let marks = |c| one_of("《》\"<>·", c);
    if !may_begin_name(bare.trim_start_matches(marks), profile) {
        return false;
    }
    // 火炬动态 TORCH BULLETIN
    let foreign = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    profile.is_name(bare.trim_matches(marks)) || profile.is_name(foreign.trim_matches(marks))
}

/// Whether a line begins with the newsletter's name, and is short enough for a masthead.
pub(crate) fn begins_with_name(line: &str, profile: &Profile) -> bool {
    line.len() <= 240
        && may_begin_name(line, profile)
        && profile.begins_with_name(folded(line).skip_while(|&c| c == '《'))
}

/// Whether a line is the beginning of the newsletter's name, and not all of it: 火炬.
pub(crate) fn begins_name(line: &str, profile: &Profile) -> bool {
    let mut name = folded(&profile.name);
    line.len() < 2 * profile.name.len()
        && may_begin_name(line, profile)
        && folded(line).all(|c| name.next() == Some(c))
        && name.next().is_some()
}

/// Whether a line may begin with the newsletter's name; see [`NameHead`].
fn may_begin_name(line: &str, profile: &Profile) -> bool {
    NameHead::of(profile).may_begin(line)
}

/// The first character of the newsletter's name. Nearly every line begins with another Han character.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameHead(Option<[u8; 3]>);

impl NameHead {
    pub(crate) fn of(profile: &Profile) -> Self {
        Self(han(&profile.name))
    }

    /// Whether a line without blanks before it may begin with the name: not with another Han character.
    pub(crate) fn may_begin(self, line: &str) -> bool {
        match (self.0, line.as_bytes()) {
            (_, []) => false,
            (Some(name), &[a @ 0xE4..=0xE9, b, c, ..]) => name == [a, b, c],
            // Nor with ASCII, a quotation mark, a dash or a sign of full width, which fold to ASCII.
            (Some(_), [b'!'..=b'~', ..] | [0xE2, 0x80, 0x90..=0x9F, ..] | [0xEF, 0xBC, ..]) => false,
            _ => true,
        }
    }
}

/// Whether a line is the newsletter's name and nothing else.
pub(crate) fn is_title_line(line: &str, profile: &Profile) -> bool {
    line.len() <= 48 + profile.name.len()
        && may_begin_name(line, profile)
        && is_name(&fold_cow(line), profile)
}

pub(super) fn is_known_publisher(bare: &str, profile: &Profile) -> bool {
    profile.is_publisher(without_role(bare.trim_matches(|c| one_of("()", c))))
}

/// A body's name: short, no punctuation, a body's ending, perhaps 编 or 主办 after it.
pub(super) fn looks_like_publisher(bare: &str) -> bool {
    let name = without_role(bare);
    ends_like_body(name)
        && (4..=30).contains(&name.chars().count())
        && !name.contains(|c: char| one_of("。,:;!?\"《》、()", c))
}

/// What stands after a publisher and says that it is one: 某某中心编印.
const AFTER: [&str; 8] = ["主办", "承办", "编印", "编发", "编辑", "编译", "印发", "主编"];
/// The same of one character, which ends names of people too.
const EDITED_BY: &str = "编";

/// A publisher without the words after it, however often they stand there.
pub(super) fn without_role(bare: &str) -> &str {
    let mut name = bare;
    while let Some(rest) = AFTER.iter().chain([&EDITED_BY]).find_map(|word| name.strip_suffix(word)) {
        name = trim_end(rest);
    }
    name
}

/// Whether a text is nothing but words that stand after a publisher: `主办`, `编印`.
pub(super) fn is_role(text: &str) -> bool {
    !text.is_empty() && without_role(text).is_empty()
}

/// Whether a text ends with a word that makes a body the publisher: 某某处编印.
pub(crate) fn says_publisher(text: &str) -> bool {
    ends_in(text, &AFTER)
}

/// Whether a line is the beginning of a known publisher's name, and not all of it.
pub(crate) fn begins_publisher(line: &str, profile: &Profile) -> bool {
    line.len() >= 12 && line.len() <= 90 && profile.begins_publisher(&fold_cow(line))
}

/// Whether a line names the publisher alone: as in the colophon (2022-12, line 264).
pub(crate) fn is_publisher_line(line: &str, profile: &Profile) -> bool {
    line.len() <= 120 && may_end_publisher(line, profile) && is_known_publisher(&fold_cow(line), profile)
}

/// Whether a line may end as a known publisher does, or with a word after one. Nearly every line ends in another Han
/// character, and need not be folded.
fn may_end_publisher(line: &str, profile: &Profile) -> bool {
    let Some(last) = last_han(line) else { return true };
    let ends = |word: &str| last_han(word).is_none_or(|it| it == last);
    AFTER.iter().chain([&EDITED_BY]).any(|word| ends(word))
        || profile.publishers.iter().any(|word| ends(word))
}

/// Whether a line is the name of a body and nothing else, perhaps with the newsletter's before it.
pub(crate) fn is_body_line(line: &str) -> bool {
    // A body's name ends in one of a few words; marks around the newsletter's name are no part of it.
    let ends = ends_like_body(line) || line.ends_with(['编', '办', '印']);
    ends && line.len() <= 120 && {
        let bare = fold_cow(line);
        let marks = ['《', '》'];
        if bare.contains(marks) {
            looks_like_publisher(&bare.replace(marks, ""))
        } else {
            looks_like_publisher(&bare)
        }
    }
}
