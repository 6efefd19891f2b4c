//! Blocks: lines of an article into headings, paragraphs, captions, tables and notes.

use std::ops::Range;

use crate::grammar::attribution::{closing, leading, line as credit_line, signature};
use crate::grammar::caption::{is_annex, is_annex_head, is_caption, is_note};
use crate::grammar::mark::{Ending, is_close, is_colon};
use crate::grammar::marker::{Enumerator, decimal, enumerator, lead};
use crate::grammar::points::{Clause, points};
use crate::model::{Attribution, Block, Marker, MarkerStyle, Point};
use crate::text::TextMap;
use crate::{Piece, Span, Text};

use super::attribution::{build, closes_article};
use super::byline;
use super::heading::{Level, Subheads, is_counted, is_heading};
use super::join::{Open, decide};
use super::list::is_prose;
use super::opener::openers;
use super::sheet::Sheet;
use super::stacked::stacked;
use super::table::{table, table_end};

/// The blocks and attributions of one article.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    pub(super) attributions: Vec<Attribution>,
    subheads: Subheads,
    /// The line after the article.
    end: usize,
    /// Whether the last block was of a list of 附件.
    annex: bool,
    /// How the notes that the last block ended with are numbered: the style, and the last number.
    notes: Option<(Option<MarkerStyle>, u32)>,
}

/// Reads the lines of an article after its title.
pub(super) fn read(sheet: &mut Sheet<'_>, lines: Range<usize>) -> Blocks {
    let mut out = Blocks { end: lines.end, ..Blocks::default() };
    // A paragraph a line, or a hard-wrapped one over several.
    out.blocks.reserve(if sheet.setting.measure.is_none() { lines.len() } else { lines.len() / 3 });
    sheet.openers = openers(sheet, lines.clone());
    let mut buffers = std::mem::take(&mut sheet.buffers);
    let mut at = lines.start;
    // The day of a speech may stand before who held it.
    if byline::is_day_over(sheet, at..lines.end) {
        let text = Text::new(sheet.lines[at].span);
        out.blocks.push(Block::Paragraph { marker: None, lead: None, text, points: Vec::new() });
        at += 1;
    }
    at = byline::read(sheet, at..lines.end, &mut out.attributions);
    // Up to where lines are known to be no rows of a cell a line.
    let mut rowless = at;
    while at < lines.end && sheet.going.step() {
        let text = sheet.text(at);
        // `表1  主要指标`, with a gap as between cells, is the caption above the rows.
        if !sheet.begins_plainly(at) && is_caption(text) {
            out.blocks.push(Block::Caption { text: Text::new(sheet.lines[at].span) });
            at += 1;
        } else if let Some(end) = table_end(sheet, at, lines.end, out.is_captioned()) {
            out.blocks.push(table(sheet, at..end));
            at = end;
        } else {
            if at >= rowless {
                let (end, table) = stacked(sheet, at, lines.end, out.is_captioned());
                rowless = end;
                if let Some(table) = table {
                    out.blocks.push(table);
                    at = end;
                    continue;
                }
            }
            let (block, end) = gather(sheet, at, lines.end, &mut buffers.pieces);
            let last = end == lines.end;
            let read = block.of_in(sheet.source, &mut buffers.joined);
            out.add(sheet, read, block, (at..end, last));
            at = end;
        }
    }
    sheet.buffers = buffers;
    out
}

/// Lines under the last attribution of an article that are of neither.
const MOST_TAIL: usize = 2;

/// The text of the block that begins at `at`, and the line after it; its pieces are collected in a buffer.
fn gather(sheet: &Sheet<'_>, at: usize, end: usize, pieces: &mut Vec<Piece>) -> (Text, usize) {
    pieces.clear();
    let mut open = Open::at(at);
    while open.line + 1 < end {
        let next = open.line + 1;
        let Some(join) = decide(sheet, &open, next) else { break };
        pieces.push(Piece { join, span: sheet.lines[next].span });
        open.go_on();
    }
    (Text::of_pieces(sheet.lines[at].span, pieces), open.line + 1)
}

impl Blocks {
    /// Whether a caption stands last, or a note under one as the unit of a table is.
    fn is_captioned(&self) -> bool {
        matches!(
            self.blocks.as_slice(),
            [.., Block::Caption { .. }] | [.., Block::Caption { .. }, Block::Note { .. }]
        )
    }

    /// Adds a gathered text: its attribution apart, then a heading, note or paragraph.
    fn add(&mut self, sheet: &mut Sheet<'_>, joined: &str, text: Text, (lines, last): (Range<usize>, bool)) {
        // 本报讯（记者 某人）某市…
        if let Some(credit) = leading(joined, sheet.profile) {
            let rest = joined.len() - crate::blank::trim_start(&joined[credit.range.end..]).len();
            self.attributions.extend(build(sheet, &text, &credit));
            if let Some(text) = text.slice(rest..joined.len()) {
                self.add_rest(sheet, &joined[rest..], text, (lines, last), false);
            }
            return;
        }
        let single = lines.len() == 1;
        self.add_rest(sheet, joined, text, (lines, last), single);
    }

    /// Adds a text that begins after an attribution, or with its first line; it may be a single line and all of it.
    fn add_rest(
        &mut self,
        sheet: &mut Sheet<'_>,
        joined: &str,
        text: Text,
        (lines, last): (Range<usize>, bool),
        single: bool,
    ) {
        let end = lines.end - 1;
        let ending = if single { sheet.ending(end) } else { Ending::of(joined) };
        // What a line ends with is known; an attribution over several is read here.
        let credit = match (ending.bracket(), single) {
            (false, _) => None,
            (true, true) => sheet.closing_form(end).map(|form| form.credit(joined)),
            (true, false) => closing(joined, sheet.profile),
        };
        let credit = credit.or_else(|| if last && ending.bracket() { signature(joined) } else { None });
        if let Some(credit) = credit {
            let mut before = crate::blank::trim_end(&joined[..credit.range.start]).len();
            let first = self.attributions.len();
            self.attributions.extend(build(sheet, &text, &credit));
            // （供稿：某处）（编辑：某人）
            while joined[..before].ends_with(is_close)
                && let Some(credit) = closing(&joined[..before], sheet.profile)
            {
                before = crate::blank::trim_end(&joined[..credit.range.start]).len();
                self.attributions.extend(build(sheet, &text, &credit));
            }
            // 作者：某人（作者系某大学教授）
            if let Some(credit) = credit_line(&joined[..before], sheet.profile) {
                before = 0;
                self.attributions.extend(build(sheet, &text, &credit));
            }
            self.attributions[first..].reverse();
            if let Some(rest) = text.slice(0..before) {
                let joined = &joined[..before];
                self.block(sheet, joined, Ending::of(joined), rest, (lines, false));
            }
            return;
        }
        // A labelled line without brackets is an attribution only where nothing but attributions follows.
        if !ending.closed()
            && (last || closes_article(sheet, lines.end) || self.is_tail(sheet, lines.end))
            && let Some(credit) = credit_line(joined, sheet.profile)
        {
            self.attributions.extend(build(sheet, &text, &credit));
            return;
        }
        self.block(sheet, joined, ending, text, (lines, last));
    }

    /// Whether nothing but a few lines without a sentence is left of the article from a line on, as links under its source.
    fn is_tail(&self, sheet: &Sheet<'_>, line: usize) -> bool {
        line + MOST_TAIL >= self.end && !(line..self.end).any(|line| is_prose(sheet, line))
    }

    /// Adds a heading, a note or a paragraph of some lines, which may be the last of the article.
    fn block(
        &mut self,
        sheet: &Sheet<'_>,
        joined: &str,
        ending: Ending,
        text: Text,
        (lines, last): (Range<usize>, bool),
    ) {
        let plain = sheet.begins_plainly(lines.start);
        let found = if plain { None } else { enumerator(joined) };
        let (style, line) = (found.as_ref().map(|it| it.style), lines.start);
        // 注释：①… and the lines ②… under it are notes.
        let of_notes = |(style, last): (Option<MarkerStyle>, u32)| {
            let next = found.as_ref().filter(|it| last.checked_add(1) == Some(it.number))?;
            style.is_none_or(|style| style == next.style).then_some((Some(next.style), next.number))
        };
        let notes = self.notes.take().and_then(of_notes);
        let first = !plain && is_note(joined);
        let under_rule = || {
            let first = found.as_ref().filter(|it| it.style == MarkerStyle::Circled && it.number == 1)?;
            sheet.is_under_rule(line).then_some((Some(first.style), 1))
        };
        let notes = notes.or_else(under_rule);
        if first || notes.is_some() {
            self.notes = if first { numbered_note(joined) } else { notes };
            self.blocks.push(Block::Note { text });
            return;
        }
        // 图为决赛现场。（某人 摄）
        if !plain && joined.starts_with("图为") {
            self.blocks.push(Block::Caption { text });
            return;
        }
        if lines.len() == 1 && !plain && is_annex_head(joined) {
            self.annex = ending.colon();
            self.subheads.enter_annex(line);
            let level = self.subheads.enter(Level::Bare);
            self.blocks.push(Block::Heading { level, marker: None, text });
            return;
        }
        // 附件：1.… and the items under it are a list, whatever they look like.
        self.annex = !plain && (is_annex(joined) || self.annex && found.is_some());
        if lines.len() == 1
            && !self.annex
            && is_heading(sheet, (joined, ending), style, line, last)
            && let Some(level) = self.level(sheet, found.as_ref(), line)
        {
            let marker = found.as_ref().and_then(|it| marker(&text.map(), it));
            let level = self.subheads.enter(level);
            self.blocks.push(Block::Heading { level, marker, text });
            return;
        }
        let found = found.filter(opens_paragraph);
        let clauses =
            if sheet.seconds.may_stand_in(&text, sheet.source) { points(joined) } else { Vec::new() };
        if found.is_none() && clauses.is_empty() {
            self.blocks.push(Block::Paragraph { marker: None, lead: None, text, points: Vec::new() });
            return;
        }
        let map = text.map();
        let lead = found.as_ref().and_then(|it| lead(joined, it.range.end)).and_then(|it| map.slice(it));
        let point = |clause: &Clause| {
            Some(Point { marker: marker(&map, &clause.enumerator)?, text: map.slice(clause.range.clone())? })
        };
        let points = clauses.iter().filter_map(point).collect();
        let marker = found.as_ref().and_then(|it| marker(&map, it));
        self.blocks.push(Block::Paragraph { marker, lead, text, points });
    }

    /// The level of a line that may be a subhead; none where it is of a list of names.
    fn level(&mut self, sheet: &Sheet<'_>, found: Option<&Enumerator>, line: usize) -> Option<Level> {
        let (subheads, end) = (&mut self.subheads, self.end);
        if let Some(found) = found {
            return (!subheads.is_enumerated(sheet, found, line, end)).then(|| subheads.marked(Some(found)));
        }
        if !sheet.begins_plainly(line)
            && let Some(found) = decimal(sheet.text(line))
        {
            if is_counted(sheet, line, found.numbers().len()) {
                return None;
            }
            if let Some(level) = subheads.numbered(found.numbers()) {
                return Some(level);
            }
        }
        (!subheads.is_of_list(sheet, line, end)).then(|| subheads.marked(None))
    }
}

/// How the first of several notes is numbered, on the line of 注释： or on the next.
fn numbered_note(text: &str) -> Option<(Option<MarkerStyle>, u32)> {
    let colon = text.find(is_colon)?;
    let after = text[colon..].trim_start_matches(|c| is_colon(c) || crate::is_blank(c));
    if after.is_empty() {
        return Some((None, 0));
    }
    enumerator(after).map(|it| (Some(it.style), it.number))
}

/// An enumerator of a block as part of the tree.
fn marker(map: &TextMap<'_>, found: &Enumerator) -> Option<Marker> {
    Some(Marker { style: found.style, number: found.number, text: map.slice(found.range.clone())? })
}

/// 首先 and 最后 open plain sentences too: they are enumerators of clauses, not of paragraphs.
fn opens_paragraph(found: &Enumerator) -> bool {
    found.style != MarkerStyle::Sequence
}

/// The hull of what an article's blocks and attributions take.
pub(super) fn hull(blocks: &Blocks) -> Option<Span> {
    // Blocks ascend.
    let first = blocks.blocks.iter().find_map(Block::hull);
    let last = blocks.blocks.iter().rev().find_map(Block::hull);
    first.into_iter().chain(last).chain(blocks.attributions.iter().map(|it| it.span)).reduce(Span::cover)
}

#[cfg(test)]
mod tests {
    use crate::model::Block;

    fn blocks(source: &str) -> Vec<(&'static str, String)> {
        let parsed = crate::parse(source);
        let blocks = parsed.bulletin().articles().flat_map(|article| &article.blocks);
        blocks
            .map(|block| match block {
                Block::Heading { text, .. } => ("heading", text.of(source).into_owned()),
                Block::Paragraph { text, .. } => ("paragraph", text.of(source).into_owned()),
                Block::Caption { text } => ("caption", text.of(source).into_owned()),
                Block::Note { text } => ("note", text.of(source).into_owned()),
                Block::Table { rows } => ("table", rows.len().to_string()),
            })
            .collect()
    }

    const HEAD: &str = "火炬动态\n2019年第3期\n2019年3月31日\n\n某地启用一处中试基地\n\n";

    #[test]
    fn a_caption_with_a_gap_is_no_row() {
        let rows = "表1  主要指标\n指标    2018年\n收入    35亿元\n利润    2亿元\n";
        let found = blocks(&format!("{HEAD}某地启用一处中试基地。\n{rows}"));
        let kinds: Vec<&str> = found.iter().map(|it| it.0).collect();
        assert_eq!(kinds, ["paragraph", "caption", "table"]);
    }

    #[test]
    fn a_full_line_before_a_point_ends_a_paragraph_where_another_point_shows_it() {
        // Twenty characters a line, and the second line is full.
        let text = "某地启用了一处中试基地并且提出了三点意见，\n重点是抓落实。\n\
                    一是建立清单。清单列出全部的事项和负责人，\n每月底更新一次并且向全体参会单位进行通报。\n\
                    二是定期检查。检查由三家单位共同负责办理，\n结果每季度公布一次。\n\
                    三是做好总结。总结由各家单位自行组织编写，\n年底前报送。\n";
        let found = blocks(&format!("{HEAD}{text}"));
        let starts: Vec<String> = found.iter().map(|it| it.1.chars().take(2).collect()).collect();
        assert_eq!(starts, ["某地", "一是", "二是", "三是"]);
    }
}
