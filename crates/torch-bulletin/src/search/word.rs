//! One word: where it stands in a text, and whether a text may hold it once its lines are joined.

use std::ops::{ControlFlow, Range};

use super::signs::{Signs, folded, letters};
use crate::fold::{fold, fold_pair};

/// A word as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Word {
    chars: Vec<char>,
    /// The spellings of each of its characters.
    signs: Vec<Signs>,
}

impl Word {
    /// `None` where nothing but blanks is given.
    pub(super) fn new(given: &str) -> Option<Self> {
        let mut chars = Vec::new();
        for c in fold(given).chars() {
            match letters(c) {
                Some(letters) => chars.extend(letters.chars()),
                None => chars.extend(folded(c)),
            }
        }
        let signs = chars.iter().map(|&c| Signs::of(c)).collect();
        (!chars.is_empty()).then_some(Self { chars, signs })
    }

    /// Where the word stands in a text, as printed, without overlaps.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(Range<usize>)) {
        let mut done = 0;
        let _ = self.last(self.chars.len()).ends(text, |end| {
            if let Some(start) = self.start(text, end, self.chars.len(), |_| ()).filter(|&it| it >= done) {
                done = end;
                found(start..end);
            }
            ControlFlow::Continue(())
        });
    }

    /// Whether the word may stand in an issue's text. Where this says no, no text of its tree holds the word: the word
    /// stands nowhere in one piece, blanks and line ends aside; nor does any end of it begin a line while the rest
    /// stands elsewhere, as where a page number or a running head parts the two.
    ///
    /// The pieces of a text but the first begin lines; what stands between two is known only after parsing.
    pub(super) fn may_stand_in(&self, text: &str) -> bool {
        self.may_begin(text, self.chars.len(), &mut vec![false; self.chars.len()])
    }

    /// [`may_stand_in`](Self::may_stand_in) for the first characters; `asked` are the counts that were looked at.
    fn may_begin(&self, text: &str, count: usize, asked: &mut [bool]) -> bool {
        let mut cuts = vec![false; count];
        let stands =
            self.last(count).ends(text, |end| match self.start(text, end, count, |left| cuts[left] = true) {
                Some(_) => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            });
        stands.is_break()
            || (1..count).any(|left| {
                cuts[left] && !std::mem::replace(&mut asked[left], true) && self.may_begin(text, left, asked)
            })
    }

    fn last(&self, count: usize) -> &Signs {
        &self.signs[count - 1]
    }

    /// Where the first `count` characters begin that end at a byte, where they all stand there. `line` is told how many
    /// are still to come where a line begins among them.
    fn start(&self, text: &str, end: usize, count: usize, mut line: impl FnMut(usize)) -> Option<usize> {
        let mut left = count;
        for (at, c) in text[..end].char_indices().rev() {
            if let Some(letters) = letters(c) {
                left = self.before(letters, left, left == count)?;
                if left == 0 {
                    return Some(at);
                }
                continue;
            }
            // Of a double dash a word may have one half; the two are alike.
            let (Some(one), other) = fold_pair(c) else {
                if matches!(c, '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{2028}' | '\u{2029}')
                    && left < count
                {
                    line(left);
                }
                continue;
            };
            if one.to_ascii_lowercase() != self.chars[left - 1] {
                return None;
            }
            left -= 1;
            if left > 0 && other.is_some_and(|other| self.chars[left - 1] == other) {
                left -= 1;
            }
            if left == 0 {
                return Some(at);
            }
        }
        None
    }
}

impl Word {
    /// How many characters are left of `left` before the letters of one sign (ﬁ); `None` where they are others. The word may
    /// begin inside the sign, and end there where it is its last one.
    fn before(&self, letters: &str, left: usize, is_last: bool) -> Option<usize> {
        let word = self.chars.get(..left)?;
        let agree = |letters: &str| {
            let both = letters.chars().rev().zip(word.iter().rev());
            both.clone().all(|(letter, &c)| letter == c).then(|| left - both.count())
        };
        let ends = (1..=letters.len()).rev().take(if is_last { letters.len() } else { 1 });
        ends.filter_map(|end| agree(&letters[..end])).next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(word: &str, text: &'t str) -> Vec<&'t str> {
        let mut found = Vec::new();
        Word::new(word).unwrap().each(text, |range| found.push(&text[range]));
        found
    }

    #[test]
    fn words_are_found_in_every_spelling_and_spacing() {
        assert_eq!(
            found("火炬", "火炬,⽕炬、火 炬及火\u{200B}\u{3000}炬;火把"),
            ["火炬", "⽕炬", "火 炬", "火\u{200B}\u{3000}炬"]
        );
        assert_eq!(found("R&D", "r&d Ｒ＆Ｄ R & D RD"), ["r&d", "Ｒ＆Ｄ", "R & D"]);
        assert_eq!(found("２０２２", "2022年 20 22"), ["2022", "20 22"]);
        assert_eq!(found("“十四五”", "\"十四五\"“十四五”十四五"), ["\"十四五\"", "“十四五”"]);
        assert_eq!(found("年—", "年⸺年--年—"), ["年⸺", "年-", "年—"]);
        assert_eq!(found("年--年", "年⸺年--年—年"), ["年⸺年"]);
    }

    #[test]
    fn letters_are_found_in_the_signs_that_some_fonts_have_for_several() {
        assert_eq!(found("fin", "Fintech ﬁn ﬃn ﬁt"), ["Fin", "ﬁn", "ﬃn"]);
        assert_eq!(found("office", "oﬃce office"), ["oﬃce", "office"]);
        assert_eq!(found("ﬁ", "fi ﬁ f i"), ["fi", "ﬁ", "f i"]);
        // Words that begin or end inside such a sign.
        assert_eq!(found("in", "ﬁnd"), ["ﬁn"]);
        assert_eq!(found("of", "oﬃce"), ["oﬃ"]);
        assert_eq!(found("ff", "ﬃ"), ["ﬃ"]);
        assert_eq!(found("if", "ﬁ"), [""; 0]);
        assert!(Word::new("fin").unwrap().may_stand_in("金融科技ﬁn"));
    }

    #[test]
    fn words_do_not_overlap() {
        assert_eq!(found("哈哈", "哈哈哈哈哈"), ["哈哈", "哈哈"]);
        assert_eq!(found("区", "区区"), ["区", "区"]);
    }

    #[test]
    fn a_text_may_hold_a_word_that_lines_and_pages_cut() {
        let may = |text| Word::new("高新园区").unwrap().may_stand_in(text);
        for text in [
            "高新园区",
            "⾼ 新园\n区",
            "国家高新\n\n— 3 —\n\n园区",
            "高— 1 —\n— 2 —\n新园\n火炬动态\n区",
            "高\n火\n新\n火\n园\n火\n区",
        ] {
            assert!(may(text), "{text}");
        }
        for text in ["", "高新", "园区", "高新,园区", "高新产业园区", "园区\n高新", "火\n区", "高\n火\n园区"]
        {
            assert!(!may(text), "{text}");
        }
    }
}
