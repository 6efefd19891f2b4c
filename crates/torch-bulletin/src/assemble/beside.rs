//! Section labels 栏目 at the edge of the list: beside the first entry on its line, without brackets (`园区动态 某市举办活动`), or under
//! its last entry, where they are of the body.

use crate::fold::{folded, same};
use crate::grammar::contents::ornament_end;

use super::head::{SECTION_WIDTH, is_known_section};
use super::list::{Item, ItemKind, List, body_text};
use super::matching::{Index, aligned};
use super::sheet::Sheet;

/// Bytes of the longest section label without brackets: sixteen characters (the series 奋进… of 2022-12 has eleven).
const LONGEST_LABEL: usize = 48;

impl List {
    /// Leaves the last item of a list without sections to the body, where it is the name of the body's first section, over what
    /// the list begins with: a label in brackets for certain; a line without is short, and a gap, the lack of a page, the
    /// body or the name itself tells.
    pub(super) fn leave_section(&mut self, sheet: &Sheet<'_>) {
        let [before @ .., last] = self.items.as_slice() else { return };
        let alone = before.last().is_some_and(|over| over.line < last.line);
        if !alone
            || last.line + 1 != self.body
            || last.page.is_some()
            || before.iter().any(|item| item.kind != ItemKind::Plain)
        {
            return;
        }
        let gap = |line: usize| sheet.lines[line].blank_before || sheet.lines[line].page_before;
        let tells = match last.kind {
            ItemKind::Label => true,
            ItemKind::Series => false,
            ItemKind::Plain => {
                sheet.lines[last.line].width <= SECTION_WIDTH
                    // ☆☆ 要闻 ☆☆
                    && (!last.bulleted || ornament_end(sheet.text(last.line)) < sheet.text(last.line).len())
                    && same(before[0].text(sheet), body_text(sheet, self.body))
                    && (gap(last.line) && !gap(self.body)
                        || before.iter().all(|item| item.page.is_some())
                        || is_known_section(last.text(sheet), sheet.profile)
                        || self.is_over_title(sheet))
            }
        };
        if tells {
            self.body = last.line;
            self.items.pop();
        }
    }

    /// Whether the last item, much shorter than the title under it, stands nowhere else in the body, as an entry does, and is no
    /// rest of the entry over it, which does.
    fn is_over_title(&self, sheet: &Sheet<'_>) -> bool {
        let [.., over, last] = self.items.as_slice() else { return false };
        let Some(title) = sheet.lines.get(self.body) else { return false };
        let name = &sheet.lines[last.line];
        let (over, last) = (over.text(sheet), last.text(sheet));
        let stands = |text: &str| (self.body..sheet.lines.len()).any(|line| body_text(sheet, line) == text);
        name.width * 3 <= title.width * 2 && !stands(last) && stands(over)
    }

    /// Parts a section label without brackets from the entry beside it (`园区动态 某市举办活动`): where the body prints
    /// what stands before a blank on a line of its own, and what stands after it, or another entry, right under that line.
    ///
    /// A title with a blank that the body breaks there looks the same, so that a known section name, a blank line between
    /// the two, or a second label of the kind must speak for it.
    pub(super) fn part_labels(&mut self, sheet: &Sheet<'_>, end: usize) {
        let (mut index, mut cuts) = (Index::default(), Vec::new());
        for (number, item) in self.items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Plain) {
            let text = item.text(sheet);
            let mut from = 0;
            while let Some(at) = crate::blank::find(&text[from..]).map(|at| from + at)
                && at <= LONGEST_LABEL
            {
                from = at + text[at..].chars().next().map_or(1, char::len_utf8);
                index.insert(&text[..at], cuts.len());
                cuts.push((number, at, from));
            }
        }
        if cuts.is_empty() {
            return;
        }
        let mut titles = Index::default();
        for (number, item) in self.items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Plain) {
            titles.insert(item.text(sheet), number);
        }
        let mut found: Vec<(usize, usize, bool)> = Vec::new();
        let mut first = false;
        // Over a title of a list in another order the first name was taken for the list's last line.
        let last = self.items.last().filter(|item| item.line + 1 == self.body).map(|item| item.line);
        for line in last.unwrap_or(self.body)..end.saturating_sub(1) {
            if sheet.lines[line].span.len() as usize > LONGEST_LABEL + 6 || sheet.ending(line).closed() {
                continue;
            }
            let name = body_text(sheet, line);
            let cut = index.find(name, &[], |cut| {
                let (number, at, rest) = cuts[cut];
                let text = self.items[number].text(sheet);
                let announced = |offset: usize| match offset {
                    0 => text.get(rest..),
                    _ => self.items.get(number + offset).map(|item| item.text(sheet)),
                };
                let printed =
                    |offset: usize| (line + 1 + offset < end).then(|| body_text(sheet, line + 1 + offset));
                let label = folded(&text[..at]).eq(folded(name));
                // Of a list in another order than the body, any other entry may stand under the name.
                let mut other = || {
                    titles.find(body_text(sheet, line + 1), &[], |item| {
                        let announced =
                            |offset: usize| self.items.get(item + offset).map(|it| it.text(sheet));
                        aligned(announced, printed)
                    })
                };
                (label && (aligned(announced, printed).is_some() || other().is_some())).then_some(cut)
            });
            if let Some(cut) = cut.filter(|&cut| self.items[cuts[cut].0].line != line) {
                let sure = is_known_section(name, sheet.profile)
                    || sheet.spaced && sheet.lines[line + 1].blank_before;
                found.push((cuts[cut].0, cuts[cut].1, sure));
                first |= last == Some(line);
            }
        }
        if first {
            // A label and an entry may share that line.
            self.items.retain(|item| Some(item.line) != last);
            self.body -= 1;
            found.retain(|&(number, _, _)| number < self.items.len());
        }
        found.sort_unstable();
        found.dedup_by_key(|&mut (number, _, _)| number);
        let several = found.len() > 1;
        for (number, at, _) in found.into_iter().rev().filter(|&(_, _, sure)| sure || several) {
            let item = &mut self.items[number];
            let start = item.range.start;
            let label = start..start + at;
            let text = &sheet.text(item.line)[start + at..item.range.end];
            item.range.start += at + (text.len() - text.trim_start_matches(crate::is_blank).len());
            let line = item.line;
            self.items.insert(
                number,
                Item {
                    kind: ItemKind::Label,
                    line,
                    range: label,
                    page: None,
                    page_line: None,
                    bulleted: false,
                },
            );
        }
    }
}
