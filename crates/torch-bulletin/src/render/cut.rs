//! Cuts a line of text into portions of so many characters: at the ends of sentences where there is one.

use std::collections::VecDeque;

use crate::grammar::mark::is_latin;
use crate::sentence::Ending;
use crate::{Span, Text};

/// As many as the widest table has columns.
const TABS: &str = "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\
    \t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t";

/// A line of text that is taken from its head, portion by portion; each piece knows what stands before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pieces: VecDeque<(&'static str, Span)>,
    /// How many characters are left.
    chars: usize,
}

/// What was taken: characters, and the places they come from.
#[derive(Clone, Debug, Default)]
pub(super) struct Portion {
    pub(super) text: String,
    pub(super) spans: Vec<Span>,
    pub(super) chars: usize,
}

impl Line {
    /// The joined text of a node.
    pub(super) fn of(source: &str, text: &Text) -> Self {
        let mut line = Line::default();
        line.push(source, "", text.head());
        text.tail().iter().for_each(|piece| line.push(source, piece.join.glue(), piece.span));
        line
    }

    /// The cells of a row, parted by tabs; a cell that is not printed leaves its tab.
    pub(super) fn of_row(source: &str, row: &[Option<Text>]) -> Self {
        let mut line = Line::default();
        let mut tabs = 0;
        for cell in row {
            if let Some(cell) = cell.as_ref().map(|text| Line::of(source, text)) {
                let tabs = TABS.get(..tabs).unwrap_or(TABS);
                line.chars += tabs.len() + cell.chars;
                let pieces = cell.pieces.into_iter().enumerate();
                line.pieces
                    .extend(pieces.map(|(at, (glue, span))| (if at == 0 { tabs } else { glue }, span)));
            }
            tabs = if cell.is_some() { 1 } else { tabs + 1 };
        }
        line
    }

    fn push(&mut self, source: &str, glue: &'static str, span: Span) {
        let text = span.of(source).unwrap_or_default();
        if !text.is_empty() {
            self.chars += glue.len() + text.chars().count();
            self.pieces.push_back((glue, span));
        }
    }

    /// How many characters are left.
    pub(super) fn chars(&self) -> usize {
        self.chars
    }

    /// Takes at most `room` characters: all, or up to the last end of a sentence, else of a clause, else of a word, or as
    /// many as there is room for.
    pub(super) fn take(&mut self, source: &str, room: usize) -> Portion {
        let chars = if self.chars <= room {
            self.chars
        } else {
            self.sentences(source, room).or_else(|| self.clauses(source, room)).unwrap_or(room)
        };
        self.take_exactly(source, chars)
    }

    /// The characters that are left, with what joins their pieces.
    fn all<'t>(&'t self, source: &'t str) -> impl Iterator<Item = char> + 't {
        let text = |span: &Span| span.of(source).unwrap_or_default();
        self.pieces.iter().flat_map(move |(glue, span)| glue.chars().chain(text(span).chars()))
    }

    /// Where the last sentence ends that ends within `room` characters.
    fn sentences(&self, source: &str, room: usize) -> Option<usize> {
        let (mut last, mut ending) = (None, Ending::default());
        for (at, c) in self.all(source).enumerate().take(room + 1) {
            if ending.before(c) {
                last = Some(at);
            }
        }
        last
    }

    /// Where the last clause ends in the second half of `room`, else the last number or Latin word that is whole: a figure
    /// cut in two would be two other figures.
    fn clauses(&self, source: &str, room: usize) -> Option<usize> {
        let (mut clause, mut word) = (None, None);
        let mut before = None;
        for (at, c) in self.all(source).enumerate().take(room + 1) {
            let clause_ends = before.is_some_and(|it| matches!(it, '，' | '；' | ';' | ','));
            let whole = !(before.is_some_and(of_figure) && of_figure(c));
            if at * 2 >= room && clause_ends && whole {
                clause = Some(at);
            }
            if at > 0 && whole {
                word = Some(at);
            }
            before = Some(c);
        }
        clause.or(word)
    }

    /// Takes as many characters; what was put between two pieces is not taken without the piece after it.
    fn take_exactly(&mut self, source: &str, chars: usize) -> Portion {
        let mut taken = Portion::default();
        while let Some((glue, span)) = self.pieces.pop_front() {
            let text = span.of(source).unwrap_or_default();
            let room = (chars - taken.chars).saturating_sub(glue.len());
            if room == 0 {
                self.pieces.push_front((glue, span));
                break;
            }
            let (length, count) = match text.char_indices().nth(room) {
                Some((at, _)) => (at, room),
                None => (text.len(), text.chars().count()),
            };
            taken.text.push_str(glue);
            taken.text.push_str(&text[..length]);
            taken.chars += glue.len() + count;
            let middle = span.start() + length as u32;
            taken.spans.push(Span::new(span.start(), middle));
            if length < text.len() {
                self.pieces.push_front(("", Span::new(middle, span.end())));
                break;
            }
        }
        self.chars -= taken.chars;
        if let Some((glue, _)) = self.pieces.front_mut() {
            self.chars -= std::mem::take(glue).len();
        }
        taken
    }
}

/// Whether a character is of a number with its scale and sign, or of a Latin word.
fn of_figure(c: char) -> bool {
    is_latin(c) || matches!(c, '０'..='９' | '.' | '．' | ',' | '%' | '％' | '‰' | '万' | '亿')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Join;

    fn portions(source: &str, room: usize) -> Vec<String> {
        let mut line = Line::of(source, &Text::new(Span::new(0, source.len() as u32)));
        let mut out = Vec::new();
        while line.chars() > 0 {
            out.push(line.take(source, room).text);
        }
        out
    }

    #[test]
    fn a_line_is_cut_at_the_ends_of_sentences_and_else_at_the_limit() {
        for (source, room, expected) in [
            ("一二。三四。", 6, &["一二。三四。"][..]),
            ("一二。三四。", 5, &["一二。", "三四。"]),
            ("“一二。”三四", 5, &["“一二。”", "三四"]),
            // The closing mark lies beyond the room: the sentence is not over.
            ("一。“二三。”四", 6, &["一。", "“二三。”四"]),
            ("一二三四五", 2, &["一二", "三四", "五"]),
            // No figure and no word is cut that fits.
            ("增长1.5倍。", 4, &["增长", "1.5倍", "。"]),
            ("收入44377亿元，增长23.5％，好", 15, &["收入44377亿元，", "增长23.5％，好"]),
            ("一二三四，五六", 5, &["一二三四，", "五六"]),
            ("123456", 4, &["1234", "56"]),
            ("A b. C d", 5, &["A b. ", "C d"]),
        ] {
            assert_eq!(portions(source, room), expected, "{source} in {room}");
        }
    }

    #[test]
    fn a_cell_that_is_not_printed_leaves_its_tab() {
        let source = "甲乙丙";
        let cell = |at: u32| Some(Text::new(Span::new(at, at + 3)));
        let mut line = Line::of_row(source, &[cell(0), None, cell(3), cell(6), None]);
        assert_eq!((line.chars(), line.take(source, 9).text), (6, "甲\t\t乙\t丙".to_owned()));
        let mut line = Line::of_row(source, &[None, cell(0), cell(3)]);
        assert_eq!((line.chars(), line.take(source, 9).text), (4, "\t甲\t乙".to_owned()));
    }

    #[test]
    fn a_blank_that_a_join_put_in_is_at_no_end_of_a_portion() {
        let source = "Torch\nfund";
        let mut text = Text::new(Span::new(0, 5));
        text.push(Join::WrapSpace, Span::new(6, 10));
        let mut line = Line::of(source, &text);
        assert_eq!((line.chars(), line.take(source, 6).text), (10, "Torch".to_owned()));
        assert_eq!((line.take(source, 6).text, line.chars()), ("fund".to_owned(), 0));
    }
}
