//! One character of a word in all its spellings, found in raw text at the speed of a byte search.

use std::ops::ControlFlow;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use memchr::memmem::Finder;

use crate::fold::fold_pair;

/// The spellings of one folded character.
#[derive(Clone, Debug)]
pub(super) enum Signs {
    /// As nearly every Chinese character: itself.
    One(Box<Finder<'static>>, usize),
    /// 火 is ⽕ too, `a` is `A`, `ａ` and `Ａ`.
    Several(AhoCorasick),
}

/// Every character that folds to another one, after what it folds to. Asked of the folding itself, character by
/// character, so that no spelling can be forgotten here.
static SPELLINGS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let all = '\0'..='\u{FFFF}';
    let mut spellings: Vec<_> = all.filter_map(|c| Some((folded(c)?, c))).filter(|(to, c)| to != c).collect();
    spellings
        .extend(LIGATURES.iter().flat_map(|&(c, letters)| letters.chars().map(move |letter| (letter, c))));
    spellings.sort_unstable();
    spellings.dedup();
    spellings
});

/// Signs that some fonts, and so some extractions, have for two or three Latin letters.
const LIGATURES: [(char, &str); 7] =
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];

/// The letters of a ligature.
pub(super) fn letters(c: char) -> Option<&'static str> {
    // Nearly no character is near them.
    let is_near = matches!(c, 'ﬀ'..='ﬆ');
    LIGATURES.iter().find(|(sign, _)| is_near && *sign == c).map(|&(_, letters)| letters)
}

/// A character as words are compared: folded, Latin letters small. A double dash is two of what is given here.
pub(super) fn folded(c: char) -> Option<char> {
    fold_pair(c).0.map(|c| c.to_ascii_lowercase())
}

impl Signs {
    pub(super) fn of(c: char) -> Self {
        let from = SPELLINGS.partition_point(|&(to, _)| to < c);
        let others = SPELLINGS[from..].iter().take_while(|&&(to, _)| to == c);
        let spellings: Vec<String> = others.map(|&(_, c)| c).chain([c]).map(String::from).collect();
        match AhoCorasick::new(&spellings) {
            Ok(all) if spellings.len() > 1 => Signs::Several(all),
            // So few short patterns always build.
            _ => Signs::One(Box::new(Finder::new(c.encode_utf8(&mut [0; 4])).into_owned()), c.len_utf8()),
        }
    }

    /// Gives the end of each spelling in a text, in order, until it is told to stop.
    pub(super) fn ends(
        &self,
        text: &str,
        mut found: impl FnMut(usize) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        match self {
            Signs::One(one, length) => one.find_iter(text.as_bytes()).try_for_each(|at| found(at + length)),
            Signs::Several(all) => all.find_iter(text).try_for_each(|it| found(it.end())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_found() {
        for (c, text) in [
            ('火', "火⽕火"),
            ('炬', "炬"),
            ('a', "aAａＡ"),
            ('i', "iIﬁｉﬃ"),
            ('-', "-—–－⸺"),
            ('"', "\"“”＂"),
        ] {
            let mut ends = Vec::new();
            let _ = Signs::of(c).ends(text, |end| {
                ends.push(end);
                ControlFlow::Continue(())
            });
            let all: Vec<_> = text.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
            assert_eq!(ends, all, "{c}");
        }
    }
}
