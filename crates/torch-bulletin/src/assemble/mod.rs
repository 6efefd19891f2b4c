//! Phase 2, assembly 组装: lines into the tree, with the grammar for what stands on each line.
//!
//! | step | file |
//! |---|---|
//! | the lines of text, furniture set apart | `sheet.rs` |
//! | masthead from the head, colophon from the foot | `masthead.rs`, `colophon.rs` |
//! | the lines of the contents list, and where the body begins; what stands between the two | `list.rs` and `item.rs`; labels beside entries in `beside.rs`; other front matter in `aside.rs` |
//! | titles and section names in the body | `outline.rs`, of heads by `head.rs`, `title_line.rs` and `matching.rs`; reworded ones by `nearly.rs`; without list and attributions by `untold.rs` |
//! | ornaments and numbers before titles and entries | `ornament.rs` |
//! | the contents list as part of the tree | `contents.rs` |
//! | several issues in one text | `issues.rs` |
//! | sections, articles and their blocks | `article.rs`, `block.rs`, by `join.rs` and `opener.rs` |
//! | subtitles of several lines | `subtitle.rs` |
//! | subheads, lists of names, annexes | `heading.rs` |
//! | tables | `table.rs`, with a cell a line `stacked.rs` |
//! | attributions | `attribution.rs`, those under a title `byline.rs` |
//! | whatever is left over | `account.rs` |

mod account;
mod article;
mod aside;
mod attribution;
mod beside;
mod block;
mod byline;
mod colophon;
mod contents;
mod head;
mod heading;
mod issues;
mod item;
mod join;
mod list;
mod masthead;
mod matching;
mod nearly;
mod opener;
mod ornament;
mod outline;
mod sheet;
mod stacked;
mod subtitle;
mod table;
mod title_line;
mod untold;

use crate::going::Going;
use crate::layout::{self, Layout};
use crate::model::{Furniture, FurnitureKind};
use crate::report::Diagnostic;
use crate::{Bulletin, ParseOptions, Span, Text};
use sheet::Sheet;

/// Puts the lines of one issue together.
pub(crate) fn assemble<'s>(
    source: &'s str,
    mut layout: Layout,
    options: &'s ParseOptions,
    going: &'s Going<'s>,
    findings: &mut Vec<Diagnostic>,
) -> Bulletin {
    let pages = layout.pages.clone();
    issues::spare_mastheads(source, &mut layout.lines, &options.profile);
    let (mut sheet, mut furniture) = Sheet::new(source, layout, options, going);
    let (mut masthead, body) = masthead::read(&mut sheet, 0);
    let end = issues::first_ends(&sheet, body, &masthead, findings);
    let (mut front, body) = if body > 0 {
        colophon::read_front(&mut sheet, &mut masthead, body..end)
    } else {
        (Vec::new(), body)
    };
    let (mut colophon, back) = colophon::read(&mut sheet, body..end);
    let list = list::find(&sheet, body..back);
    sheet.numbered = ornament::numbered(&sheet, &list, back);
    aside::read(&mut sheet, &list, &mut masthead, &mut front);
    colophon.imprints.splice(0..0, front);
    let outline = outline::find(&sheet, &list, back);
    let (sections, articles) = article::read(&mut sheet, &outline, list.body..back);
    if !outline.twice.is_empty() {
        let twice = outline.twice.iter().map(|&line| Text::new(sheet.lines[line].span));
        furniture.extend(twice.map(|text| Furniture { kind: FurnitureKind::Duplicate, text }));
        furniture.sort_by_key(|it| it.text.hull().start());
    }
    let contents = contents::read(&mut sheet, &list, &outline, &articles);
    let mut bulletin = Bulletin {
        pages,
        masthead,
        contents,
        sections,
        colophon,
        furniture,
        unparsed: Vec::new(),
        punctuation: sheet.punctuation,
    };
    bulletin.punctuation.sort_unstable();
    bulletin.unparsed = account::left_over(source, &bulletin);
    bulletin
}

/// The span of each issue in a text, in order; together they are the whole text.
pub(crate) fn issues(source: &str, options: &ParseOptions) -> Vec<Span> {
    let mut layout = layout::layout_with(source, &options.profile);
    issues::spare_mastheads(source, &mut layout.lines, &options.profile);
    let going = Going::to_the_end();
    let (mut sheet, _) = Sheet::new(source, layout, options, &going);
    let starts = issues::beginnings(&mut sheet);
    let ends = starts.iter().skip(1).copied().chain([source.len() as u32]);
    starts.iter().zip(ends).map(|(&start, end)| Span::at(start as usize, end as usize)).collect()
}
