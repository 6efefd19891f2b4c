//! Enumerators 序号 that open paragraphs for certain, where lines alone do not tell: 一是, 第一.

use std::ops::Range;

use crate::grammar::marker::enumerator;
use crate::layout::SLACK;
use crate::model::MarkerStyle;

use super::sheet::Sheet;

/// The enumerators (一是, 第一) that open a paragraph for certain, in wrapped text without indents: the line before is the
/// short last line of a paragraph, or a blank line parts the two.
pub(super) fn openers(sheet: &Sheet<'_>, lines: Range<usize>) -> Vec<MarkerStyle> {
    let mut found = Vec::new();
    let Some(measure) = sheet.setting.measure.filter(|_| !sheet.setting.indented) else { return found };
    for line in lines.clone() {
        if sheet.begins_plainly(line) {
            continue;
        }
        let Some(style) = sentence_enumerator(sheet.text(line)) else { continue };
        let ends = line == lines.start || {
            let before = &sheet.lines[line - 1];
            let blank = sheet.lines[line].blank_before && sheet.spaced;
            (blank || before.right() + SLACK < measure) && !before.ending.open()
        };
        if ends && !found.contains(&style) {
            found.push(style);
        }
    }
    found
}

/// The style of an enumerator that opens sentences as well as paragraphs: 一是, 第一.
pub(super) fn sentence_enumerator(text: &str) -> Option<MarkerStyle> {
    let style = enumerator(text)?.style;
    matches!(style, MarkerStyle::Shi | MarkerStyle::Ordinal).then_some(style)
}
