//! The sheet: the lines of text that assembly works on, and the punctuation it has set apart so far.

use std::cell::OnceCell;
use std::ops::Range;

use crate::going::Going;
use crate::grammar::attribution::{Form, closing_form_of_line};
use crate::grammar::mark::{Ending, has_stop};
use crate::grammar::page::is_rule;
use crate::grammar::points::Seconds;
use crate::layout::{Layout, Line, LineClass, SLACK, Setting};
use crate::model::MarkerStyle;
use crate::model::{Furniture, FurnitureKind};
use crate::options::Joins;
use crate::{ParseOptions, Piece, Profile, Span, Text};

/// Bytes that a page holds at least: three hundred characters (2022-12: seven hundred and more).
const PAGE: usize = 900;

/// The text lines of an issue, without furniture.
#[derive(Debug)]
pub(super) struct Sheet<'s> {
    pub(super) source: &'s str,
    /// The newsletter.
    pub(super) profile: &'s Profile,
    /// Whether to go on.
    pub(super) going: &'s Going<'s>,
    pub(super) lines: Vec<Line>,
    /// The ink of each line.
    texts: Vec<&'s str>,
    pub(super) setting: Setting,
    pub(super) joins: Joins,
    /// Whether page borders show, so that a join elsewhere is no page join.
    pub(super) paged: bool,
    /// Whether a blank line is evidence of a new paragraph.
    pub(super) spaced: bool,
    /// See [`Sheet::cut_by_pages`]; counted where a join asks.
    cut_by_pages: OnceCell<bool>,
    /// Whether a line has a gap of blanks amid its ink, as rows of a table do.
    gaps: bool,
    /// Whether the text holds a tab.
    pub(super) tabs: bool,
    pub(super) punctuation: Vec<Span>,
    /// The enumerators that open paragraphs of the article being read, for certain: see `opener.rs`.
    pub(super) openers: Vec<MarkerStyle>,
    /// The lines that end with an attribution in brackets, and where in them it begins.
    credits: Vec<(usize, Form)>,
    /// The lines that hold an announced title after a number, and where in them it begins.
    pub(super) numbered: Vec<(usize, usize)>,
    /// Where enumerated clauses may go on.
    pub(super) seconds: Seconds,
    /// What is put together for every block, kept so that it is made once.
    pub(super) buffers: Buffers,
}

/// The pieces of a text and its joined characters, while its block is read.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    pub(super) pieces: Vec<Piece>,
    pub(super) joined: String,
}

impl<'s> Sheet<'s> {
    /// Sets the furniture apart; a line after it inherits the page border it marked.
    pub(super) fn new(
        source: &'s str,
        layout: Layout,
        options: &'s ParseOptions,
        going: &'s Going<'s>,
    ) -> (Self, Vec<Furniture>) {
        let (profile, joins) = (&options.profile, options.joins);
        let paged = !layout.pages.is_empty();
        let setting = layout.setting;
        let mut lines = layout.lines;
        let mut furniture = Vec::new();
        let (mut page, mut blank) = (false, false);
        lines.retain_mut(|line| {
            let kind = match line.class {
                LineClass::Text => {
                    line.page_before |= std::mem::take(&mut page);
                    line.blank_before |= std::mem::take(&mut blank);
                    return true;
                }
                LineClass::PageNumber => FurnitureKind::PageNumber,
                LineClass::RunningHead => FurnitureKind::RunningHead,
                LineClass::Duplicate => FurnitureKind::Duplicate,
                LineClass::Rule => FurnitureKind::Rule,
                LineClass::Navigation => FurnitureKind::Navigation,
            };
            page |= line.page_before;
            blank |= line.blank_before;
            furniture.push(Furniture { kind, text: Text::new(line.span) });
            false
        });
        let spaced = blanks_part_paragraphs(&lines, setting.measure);
        let texts: Vec<_> = lines.iter().map(|line| line.text(source)).collect();
        let bracketed = (0..lines.len()).filter(|&index| lines[index].ending.bracket());
        let credit = |index: usize| Some((index, closing_form_of_line(texts[index], profile)?));
        let credits = bracketed.filter_map(credit).collect();
        (
            Self {
                source,
                profile,
                going,
                lines,
                texts,
                setting,
                joins,
                paged,
                spaced,
                cut_by_pages: OnceCell::new(),
                gaps: has_gap(source.as_bytes()),
                tabs: memchr::memchr(b'\t', source.as_bytes()).is_some(),
                punctuation: Vec::new(),
                openers: Vec::new(),
                credits,
                numbered: Vec::new(),
                seconds: Seconds::of(source),
                buffers: Buffers::default(),
            },
            furniture,
        )
    }

    /// Whether sentences are cut as seldom as pages end, of a text with a paragraph a line where no border shows: else they
    /// are cut by line ends (`<br>`, a few wrapped lines).
    pub(super) fn cut_by_pages(&self) -> bool {
        *self.cut_by_pages.get_or_init(|| {
            let open = |line: &&Line| !line.ending.closed() && has_stop(line.text(self.source));
            let cuts = self.lines.iter().filter(open).count();
            // Line ends of two bytes make no page longer.
            let ink: usize = self.lines.iter().map(|line| line.span.len() as usize).sum();
            ink >= cuts * PAGE
        })
    }

    /// Whether any line may be a row whose cells gaps or tabs part; nearly no text has one.
    pub(super) fn may_have_rows(&self) -> bool {
        self.gaps || self.tabs
    }

    /// The ink of a line.
    pub(super) fn text(&self, index: usize) -> &'s str {
        self.texts.get(index).copied().unwrap_or_default()
    }

    /// Whether a line begins as prose does, so that nothing needs to be read at its head.
    pub(super) fn begins_plainly(&self, index: usize) -> bool {
        self.lines.get(index).is_some_and(|line| line.opening.plain())
    }

    /// What the end of a line tells.
    pub(super) fn ending(&self, index: usize) -> Ending {
        self.lines.get(index).map_or_else(Ending::default, |line| line.ending)
    }

    /// Where in a line the attribution in brackets that ends it begins.
    pub(super) fn closing_start(&self, index: usize) -> Option<usize> {
        Some(self.closing_form(index)?.start())
    }

    /// The attribution in brackets that ends a line, its names unread.
    pub(super) fn closing_form(&self, index: usize) -> Option<&Form> {
        let at = self.credits.binary_search_by_key(&index, |it| it.0).ok()?;
        Some(&self.credits[at].1)
    }

    /// Whether nothing but a rule stands between a line and the one before it, as over footnotes.
    pub(super) fn is_under_rule(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let [end, start] = [self.lines[before].span.end(), self.lines[index].span.start()];
        is_rule(self.source[end as usize..start as usize].trim())
    }

    /// A byte range of a line as a place in the source.
    pub(super) fn place(&self, index: usize, range: Range<usize>) -> Span {
        let start = self.lines[index].span.start() as usize;
        Span::at(start + range.start, start + range.end)
    }

    /// Sets a byte range of a line apart as punctuation, blanks at its ends left out.
    pub(super) fn punctuate(&mut self, index: usize, range: Range<usize>) {
        let text = self.text(index);
        if let Some(range) = crate::grammar::trimmed(text, range) {
            let place = self.place(index, range);
            self.punctuation.push(place);
        }
    }
}

/// Whether blank lines stand between paragraphs: hardly any follows a full line that ends amid a sentence, as some do where
/// an extractor puts them anywhere.
fn blanks_part_paragraphs(lines: &[Line], measure: Option<u32>) -> bool {
    let Some(measure) = measure else { return true };
    let (mut amid, mut blank) = (0u32, 0u32);
    for pair in lines.windows(2) {
        let (last, next) = (&pair[0], &pair[1]);
        // A wider line is of the masthead or the like.
        if last.width + SLACK >= measure
            && last.width <= measure + SLACK
            && !next.page_before
            && !last.ending.closed()
        {
            amid += 1;
            blank += u32::from(next.blank_before);
        }
    }
    blank * 10 <= amid
}

/// Whether two blanks or more stand in a row, and neither at the beginning of a line nor at its end.
fn has_gap(bytes: &[u8]) -> bool {
    let pair = memchr::memmem::Finder::new("  ");
    let is_border = |byte: Option<&u8>| byte.is_none_or(|it| matches!(it, b'\n' | b'\r' | b'\x0C'));
    let mut at = 0;
    while let Some(found) = pair.find(&bytes[at..]) {
        let start = at + found;
        at = start + bytes[start..].iter().take_while(|&&byte| byte == b' ').count();
        if !is_border(bytes[..start].last()) && !is_border(bytes.get(at)) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::has_gap;

    #[test]
    fn a_gap_stands_amid_a_line() {
        for (text, expected) in
            [("甲  乙", true), ("  甲\n  乙  \n", false), ("甲 乙", false), ("  甲   1\n", true), ("", false)]
        {
            assert_eq!(has_gap(text.as_bytes()), expected, "{text:?}");
        }
    }
}
