//! Sections and articles: the outline's heads, and the lines between them.

use std::ops::Range;

use crate::Text;
use crate::fold::fold;
use crate::grammar::contents::{dashed, framed, label};
use crate::grammar::mark::is_close;
use crate::model::{Article, Section};

use super::block;
use super::join::pieces;
use super::list::is_prose;
use super::ornament;
use super::outline::{Head, Outline, Role};
use super::sheet::Sheet;
use super::subtitle;

/// Reads the body; gives its sections, and the number of the article at each head of the outline.
pub(super) fn read(
    sheet: &mut Sheet<'_>,
    outline: &Outline,
    body: Range<usize>,
) -> (Vec<Section>, Vec<Option<u32>>) {
    let mut sections: Vec<Section> = Vec::new();
    let mut numbers = vec![None; outline.heads.len()];
    let mut count = 0;
    let first = outline.heads.first().map_or(body.end, |head| head.lines.start);
    // Text before any title is an article without one; stray lines over a title are left to the account.
    let untitled = outline.heads.is_empty() && !body.is_empty();
    if untitled || (body.start..first).any(|line| is_prose(sheet, line)) {
        let article = article(sheet, None, body.start..first);
        sections.push(Section { name: None, series: None, span: article.span, articles: vec![article] });
        count = 1;
    }
    for (index, head) in outline.heads.iter().enumerate() {
        if !sheet.going.step() {
            break;
        }
        let end = outline.heads.get(index + 1).map_or(body.end, |next| next.lines.start);
        match head.role {
            Role::Section => {
                let mut section = section(sheet, head, end);
                // Text right under a section's name is an article without a title.
                let first = head.lines.end + usize::from(section.series.is_some());
                if (first..end).any(|line| is_prose(sheet, line)) {
                    let article = article(sheet, None, first..end);
                    section.span = section.span.cover(article.span);
                    section.articles.push(article);
                    count += 1;
                }
                sections.push(section);
            }
            Role::Title => {
                labelled(sheet, &mut sections, head);
                let twice = outline.twice.binary_search(&head.lines.end).is_ok();
                let article = article(sheet, Some(head), head.lines.end + usize::from(twice)..end);
                if sections.is_empty() {
                    sections.push(Section {
                        name: None,
                        series: None,
                        span: article.span,
                        articles: Vec::new(),
                    });
                }
                if let Some(section) = sections.last_mut() {
                    section.span = section.span.cover(article.span);
                    section.articles.push(article);
                }
                numbers[index] = Some(count);
                count += 1;
            }
        }
    }
    (sections, numbers)
}

/// Begins the section whose name stands before a title on its line, unless the title before is of the same.
fn labelled(sheet: &mut Sheet<'_>, sections: &mut Vec<Section>, head: &Head) {
    let Some(label) = &head.label else { return };
    let line = head.lines.start;
    let name = Text::new(sheet.place(line, label.name.clone()));
    let last = sections.last().and_then(|section| section.name.as_ref());
    if last.is_some_and(|last| fold(&last.of(sheet.source)) == fold(&name.of(sheet.source))) {
        sheet.punctuate(line, 0..label.rest.start);
        return;
    }
    sheet.punctuate(line, 0..label.name.start);
    sheet.punctuate(line, label.name.end..label.rest.start);
    sections.push(Section { span: name.hull(), name: Some(name), series: None, articles: Vec::new() });
}

/// A section's name and series. Lines between them and the first title are left to the account.
fn section(sheet: &mut Sheet<'_>, head: &Head, end: usize) -> Section {
    let line = head.lines.start;
    let text = sheet.text(line);
    let framed = framed(text).filter(|_| head.lines.len() == 1 && label(text).is_none());
    let name = match framed {
        Some(name) => {
            sheet.punctuate(line, 0..name.start);
            sheet.punctuate(line, name.end..text.len());
            Text::new(sheet.place(line, name))
        }
        None => head_text(sheet, head.lines.clone(), 0),
    };
    let mut span = name.hull();
    let series = subtitle(sheet, head.lines.end, end);
    if let Some(series) = &series {
        span = span.cover(series.hull());
    }
    Section { name: Some(name), series, articles: Vec::new(), span }
}

/// An article: its title if it has one, the subtitle under it, and the blocks to `lines.end`.
fn article(sheet: &mut Sheet<'_>, head: Option<&Head>, mut lines: Range<usize>) -> Article {
    let title = head.map(|head| match &head.label {
        Some(label) => lines_text(sheet, head.lines.clone(), label.rest.start),
        None => {
            let number = if head.items.is_none() { ornament::dotted(sheet, head.lines.start) } else { 0 };
            head_text(sheet, head.lines.clone(), number)
        }
    });
    let mut subtitle = head.and_then(|_| subtitle(sheet, lines.start, lines.end));
    if let Some(text) = &mut subtitle {
        let end = subtitle::end(sheet, lines.start, lines.end);
        if end > lines.start + 1 {
            *text = subtitle::text(sheet, lines.start..end);
        }
        lines.start = end;
    }
    let blocks = block::read(sheet, lines);
    let parts =
        [title.as_ref(), subtitle.as_ref()].into_iter().flatten().map(Text::hull).chain(block::hull(&blocks));
    let span = parts.reduce(crate::Span::cover).unwrap_or_default();
    Article { title, subtitle, blocks: blocks.blocks, attributions: blocks.attributions, span }
}

/// The text after dashes on the line under a head, unless it is a sentence; the dashes are set apart.
fn subtitle(sheet: &mut Sheet<'_>, line: usize, end: usize) -> Option<Text> {
    let text = sheet.text(line);
    // ——某人在某会上的讲话（摘要）
    let closed = sheet.ending(line).closed() && !text.ends_with(is_close) || text.contains('。');
    if line >= end || closed || sheet.closing_start(line).is_some() {
        return None;
    }
    let range = dashed(text)?;
    sheet.punctuate(line, 0..range.start);
    sheet.punctuate(line, range.end..text.len());
    Some(Text::new(sheet.place(line, range)))
}

/// The text of a head's lines after `number` bytes; the brackets, the number or the ornaments around it are set apart.
fn head_text(sheet: &mut Sheet<'_>, lines: Range<usize>, number: usize) -> Text {
    let line = lines.start;
    let ink = match label(sheet.text(line)) {
        Some(label) if label.rest.is_empty() && lines.len() == 1 => label.name,
        _ => {
            let ink = ornament::head(sheet, line);
            ink.start.max(number)..ink.end
        }
    };
    sheet.punctuate(line, 0..ink.start);
    if lines.len() > 1 {
        return lines_text(sheet, lines, ink.start);
    }
    sheet.punctuate(line, ink.end..sheet.text(line).len());
    Text::new(sheet.place(line, ink))
}

/// The text of lines, of which the first begins after `start` bytes.
fn lines_text(sheet: &Sheet<'_>, lines: Range<usize>, start: usize) -> Text {
    let first = lines.start;
    let from = |line: usize| if line == first { start } else { 0 };
    pieces(sheet, lines.map(|line| (line, from(line)..sheet.text(line).len())))
}
