//! Sentences 句子 of a text: where they end, and the one in which a place stands.

use crate::blank::is_blank;
use crate::{Span, Text};

/// Characters of a sentence that are looked at on each side of a place, so that a text without full stops costs no more.
const REACH: usize = 300;

/// Finds the ends of sentences, told one character after the other: 。！？ and the marks and blanks that follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ending {
    #[default]
    No,
    IfBlank,
    Yes,
}

impl Ending {
    /// Takes the next character, and says whether a sentence ended before it.
    pub(crate) fn before(&mut self, c: char) -> bool {
        let goes_on = closes(c) || is_blank(c) || ends_sentence(c);
        let ended = *self == Ending::Yes && !goes_on;
        *self = match *self {
            _ if ends_sentence(c) => Ending::Yes,
            // A full stop of Latin text ends a sentence only where a blank follows: 1.5, www.a.cn.
            _ if c == '.' => Ending::IfBlank,
            Ending::IfBlank if is_blank(c) => Ending::Yes,
            Ending::Yes if goes_on => Ending::Yes,
            _ => Ending::No,
        };
        ended
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// Marks that close what a sentence stands in, and so belong to it.
fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | '」' | '』' | '）' | ')' | '】' | ']' | '》' | '〉' | '…')
}

impl Text {
    /// The sentence 句子 in which a place of this text stands, or the sentences that it touches; without blanks around it.
    ///
    /// Of a sentence that goes on for more than 300 characters before or after the place, those 300. `None` where the
    /// place is not in this text.
    ///
    /// ```
    /// use torch_bulletin::{Span, Text};
    /// let source = "今天开班。共有12名学员。明天结束。";
    /// let text = Text::new(Span::new(0, source.len() as u32));
    /// let at = source.find("12名").unwrap() as u32;
    /// assert_eq!(text.sentence(source, Span::new(at, at + 5)).unwrap().of(source), "共有12名学员。");
    /// ```
    pub fn sentence(&self, source: &str, place: Span) -> Option<Text> {
        if !self.hull().contains(place) {
            return None;
        }
        let window = self.window(source, place)?;
        let joined = window.of(source);
        let from = window.offset_of(place.start())?;
        let to = window.offset_of(place.end())?;
        let (mut start, mut end, mut ending) = (0, joined.len(), Ending::No);
        for (at, c) in joined.char_indices() {
            if ending.before(c) {
                if at <= from {
                    start = at;
                } else if at >= to {
                    end = at;
                    break;
                }
            }
        }
        let inside = &joined[start..end];
        let (lead, trimmed) = crate::blank::trim(inside);
        window.slice(start + lead..start + lead + trimmed.len())
    }

    /// The part of this text at a place of the source; `None` where the place begins or ends outside of it.
    ///
    /// ```
    /// use torch_bulletin::{Join, Span, Text};
    /// let mut text = Text::new(Span::new(0, 6)); // 高新 | 区
    /// text.push(Join::Wrap, Span::new(7, 10));
    /// assert_eq!(text.within(Span::new(3, 10)).unwrap().of("高新\n区"), "新区");
    /// assert_eq!(text.within(Span::new(3, 12)), None);
    /// ```
    pub fn within(&self, place: Span) -> Option<Text> {
        if !self.hull().contains(place) {
            return None;
        }
        self.slice(self.offset_of(place.start())?..self.offset_of(place.end())?)
    }

    /// The pieces around a place, as far as is looked at.
    fn window(&self, source: &str, place: Span) -> Option<Text> {
        let tail = self.tail();
        let piece = |index: usize| index.checked_sub(1).map_or(self.head(), |index| tail[index].span);
        let mut first = tail.partition_point(|it| it.span.start() <= place.start());
        let (mut start, mut left) = (place.start(), REACH);
        loop {
            let before = Span::new(piece(first).start(), start).of(source)?;
            let (chars, bytes) = measured(before.chars().rev().take(left));
            (start, left) = (start - bytes, left - chars);
            if left == 0 || first == 0 {
                break;
            }
            first -= 1;
            start = piece(first).end();
        }
        let mut last = tail.partition_point(|it| it.span.start() < place.end());
        let (mut end, mut left) = (place.end(), REACH);
        loop {
            let after = Span::new(end, piece(last).end().max(end)).of(source)?;
            let (chars, bytes) = measured(after.chars().take(left));
            (end, left) = (end + bytes, left - chars);
            if left == 0 || last == tail.len() {
                break;
            }
            last += 1;
            end = piece(last).start();
        }
        let cut = |index: usize| {
            let span = piece(index);
            let from = if index == first { start } else { span.start() };
            Span::new(from, if index == last { end } else { span.end() })
        };
        let mut window = Text::new(cut(first));
        for index in first + 1..=last {
            window.push(tail[index - 1].join, cut(index));
        }
        Some(window)
    }

    /// The byte of the joined text at a byte of the source; one between two pieces is the end of the first.
    fn offset_of(&self, at: u32) -> Option<usize> {
        let mut offset = 0;
        let tail = self.tail().iter().map(|piece| (piece.join.glue(), piece.span));
        let mut before = None;
        for (glue, span) in std::iter::once(("", self.head())).chain(tail) {
            if at < span.start() {
                return before;
            }
            offset += glue.len();
            if at <= span.end() {
                return Some(offset + (at - span.start()) as usize);
            }
            offset += span.len() as usize;
            before = Some(offset);
        }
        before
    }
}

/// The number of characters, and of their bytes.
fn measured(chars: impl Iterator<Item = char>) -> (usize, u32) {
    chars.fold((0, 0), |(chars, bytes), c| (chars + 1, bytes + c.len_utf8() as u32))
}

#[cfg(test)]
mod tests {
    use crate::{Join, Span, Text};

    /// The sentence around a needle, in a text whose lines are its pieces.
    fn sentence(source: &str, needle: &str) -> String {
        let mut spans = source.split('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some(Span::at(start, start + line.len()))
        });
        let mut text = Text::new(spans.next().unwrap());
        spans.for_each(|span| text.push(Join::Wrap, span));
        let at = source.find(needle).unwrap();
        text.sentence(source, Span::at(at, at + needle.len())).unwrap().of(source).into_owned()
    }

    #[test]
    fn a_place_stands_in_one_sentence() {
        for (source, needle, expected) in [
            ("一二。三四。五六。", "三", "三四。"),
            ("一二。三四。五六。", "一", "一二。"),
            ("一二。三四。五六", "六", "五六"),
            ("一二。三四。五六。", "二。三", "一二。三四。"),
            ("他说：“一二！”三四。", "三", "三四。"),
            ("增长1.5倍。 江州", "倍", "增长1.5倍。"),
            ("一二。三\n四五\n六。七", "五", "三四五六。"),
            ("一二。\n三四。\n五", "四", "三四。"),
            ("一二", "一二", "一二"),
        ] {
            assert_eq!(sentence(source, needle), expected, "{needle} in {source:?}");
        }
    }

    #[test]
    fn a_sentence_without_end_is_cut_on_both_sides() {
        let source = format!("{}X{}", "一".repeat(1000), "二".repeat(1000));
        assert_eq!(sentence(&source, "X").chars().count(), 601);
        let lines = format!("{}X\n{}", "一\n".repeat(1000), "二\n".repeat(1000));
        assert_eq!(sentence(&lines, "X").chars().count(), 601);
    }

    #[test]
    fn a_place_elsewhere_stands_in_none() {
        let text = Text::new(Span::new(3, 6));
        assert_eq!(text.sentence("一二三", Span::new(0, 3)), None);
    }
}
