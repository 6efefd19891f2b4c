//! Plain text in the layout of the printed issue: a line a part, paragraphs joined, no furniture.

use crate::model::{Article, Block};
use crate::{Bulletin, Text};

use super::harmless::harmless;
use super::{attribution, masthead};

/// The bulletin as plain text that parses to the same titles and paragraphs again.
///
/// One line for each title and paragraph, a blank line between them, section labels of the contents list in 【】;
/// rows of a table are lines with tabs. The newsletter's name stands first, every other part in printed order. Kept is
/// every part of the tree but page furniture and the lines that no rule has a place for.
///
/// ```
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天\n没有新闻,\n明天也没有。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let text = torch_bulletin::render::text(source, parsed.bulletin());
/// assert!(text.starts_with("火炬动态\n\n2019年第3期 2019年3月31日\n"));
/// ```
pub fn text(source: &str, bulletin: &Bulletin) -> String {
    let mut sheet = Sheet { source, bulletin, out: String::with_capacity(source.len() + 256) };
    sheet.texts(bulletin.masthead.title.iter());
    // Issue line, whole number and date side by side, as most issues print them.
    for line in masthead::parts(source, bulletin).chunk_by(|a, b| beside(a.0) && beside(b.0)) {
        let line: Vec<&str> = line.iter().map(|(_, text)| &**text).collect();
        sheet.line("", &line.join(" "));
    }
    sheet.contents();
    for section in &bulletin.sections {
        sheet.texts(section.name.iter());
        section.series.iter().for_each(|series| sheet.line("——", &series.of(source)));
        section.articles.iter().for_each(|article| sheet.article(article));
    }
    sheet.colophon();
    sheet.out
}

fn beside(part: masthead::Part) -> bool {
    matches!(part, masthead::Part::Issue | masthead::Part::Date)
}

struct Sheet<'s> {
    source: &'s str,
    bulletin: &'s Bulletin,
    out: String,
}

impl Sheet<'_> {
    fn line(&mut self, prefix: &str, text: &str) {
        self.out.push_str(prefix);
        self.out.push_str(&harmless(text.into()));
        self.out.push_str("\n\n");
    }

    fn texts<'t>(&mut self, texts: impl Iterator<Item = &'t Text>) {
        texts.for_each(|text| self.line("", &text.of(self.source)));
    }

    fn contents(&mut self) {
        let bulletin = self.bulletin;
        self.texts(bulletin.contents.heading.iter());
        for group in &bulletin.contents.groups {
            if let Some(section) = &group.section {
                self.line("【", &format!("{}】", section.of(self.source)));
            }
            group.series.iter().for_each(|series| self.line("——", &series.of(self.source)));
            for entry in &group.entries {
                let title = entry.title.of(self.source);
                match entry.page {
                    Some(page) => self.line("", &format!("{title}……{page}")),
                    None => self.line("", &title),
                }
            }
        }
    }

    fn article(&mut self, article: &Article) {
        self.texts(article.title.iter());
        article.subtitle.iter().for_each(|subtitle| self.line("——", &subtitle.of(self.source)));
        for block in &article.blocks {
            match block {
                Block::Table { rows } => self.table(rows),
                _ => self.texts(block.text().into_iter()),
            }
        }
        for attribution in &article.attributions {
            self.line("", &attribution::line(self.source, self.bulletin, attribution));
        }
    }

    /// A row a line, cells parted by tabs; a cell that is not printed is a dash, so that columns stay.
    fn table(&mut self, rows: &[Vec<Option<Text>>]) {
        for row in rows {
            let cells: Vec<_> =
                row.iter().map(|cell| cell.as_ref().map_or("-".into(), |it| it.of(self.source))).collect();
            self.line("", &cells.join("\t"));
        }
    }

    fn colophon(&mut self) {
        let bulletin = self.bulletin;
        for imprint in &bulletin.colophon.imprints {
            self.texts(imprint.organisation.iter());
            for field in &imprint.fields {
                self.line("", &format!("{}：{}", field.label.of(self.source), field.value.of(self.source)));
            }
        }
    }
}
