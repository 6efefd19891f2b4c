//! Markdown (CommonMark with pipe tables): headings by depth, a paragraph a line, attributions in italics.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::model::{Article, Block, Section};
use crate::{Bulletin, Text};

use super::harmless::harmless;
use super::{attribution, masthead};

/// The bulletin as Markdown: headings by depth, a paragraph a line, tables, attributions, colophon.
///
/// Paragraphs are joined and never hold a line end; characters that Markdown would read as markup are escaped. Lines
/// that no rule has a place for stand at the end; page furniture is left out. Markdown knows no table without
/// a head, so one that has none takes its first row for it.
///
/// ```
/// let source = "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let markdown = torch_bulletin::render::markdown(source, parsed.bulletin());
/// assert!(markdown.contains("### 一个标题\n\n今天没有新闻。\n\n*(供稿:某某高新区)*\n"));
/// ```
pub fn markdown(source: &str, bulletin: &Bulletin) -> String {
    let mut page = Page { source, bulletin, out: String::with_capacity(source.len() + source.len() / 8) };
    page.masthead();
    page.contents();
    bulletin.sections.iter().for_each(|section| page.section(section));
    page.colophon();
    page.unparsed();
    page.out
}

struct Page<'s> {
    source: &'s str,
    bulletin: &'s Bulletin,
    out: String,
}

impl Page<'_> {
    /// A block of its own: prefix, escaped text, suffix, and a blank line after.
    fn block(&mut self, prefix: &str, text: &str, suffix: &str) {
        self.out.push_str(prefix);
        escape(text, &mut self.out);
        self.out.push_str(suffix);
        self.out.push_str("\n\n");
    }

    fn text(&mut self, prefix: &str, text: &Text, suffix: &str) {
        let joined = text.of(self.source);
        self.block(prefix, &joined, suffix);
    }

    fn masthead(&mut self) {
        let bulletin = self.bulletin;
        if let Some(title) = &bulletin.masthead.title {
            self.text("# ", title, "");
        }
        let parts: Vec<_> =
            masthead::parts(self.source, bulletin).into_iter().map(|(_, text)| text).collect();
        if !parts.is_empty() {
            self.block("", &parts.join(" · "), "");
        }
    }

    fn contents(&mut self) {
        let bulletin = self.bulletin;
        let contents = &bulletin.contents;
        if contents.groups.is_empty() {
            return;
        }
        let heading = contents.heading.as_ref().map_or(Cow::Borrowed("目录"), |it| it.of(self.source));
        self.block("## ", &heading, "");
        for group in &contents.groups {
            if let Some(section) = &group.section {
                self.text("**", section, "**");
            }
            if let Some(series) = &group.series {
                self.text("——", series, "");
            }
            for entry in &group.entries {
                self.out.push_str("- ");
                escape(&entry.title.of(self.source), &mut self.out);
                if let Some(page) = entry.page {
                    // Writing to a String does not fail.
                    let _ = write!(self.out, " ({page})");
                }
                self.out.push('\n');
            }
            self.out.push('\n');
        }
    }

    fn section(&mut self, section: &Section) {
        if let Some(name) = &section.name {
            self.text("## ", name, "");
        }
        if let Some(series) = &section.series {
            self.text("——", series, "");
        }
        section.articles.iter().for_each(|article| self.article(article));
    }

    fn article(&mut self, article: &Article) {
        if let Some(title) = &article.title {
            self.text("### ", title, "");
        }
        if let Some(subtitle) = &article.subtitle {
            self.text("*——", subtitle, "*");
        }
        article.blocks.iter().for_each(|block| self.article_block(block));
        for attribution in &article.attributions {
            self.block("*", &attribution::line(self.source, self.bulletin, attribution), "*");
        }
    }

    fn article_block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, .. } => {
                let hashes = "######".get(..usize::from(*level) + 3).unwrap_or("######");
                self.text(&format!("{hashes} "), text, "");
            }
            Block::Paragraph { text, .. } => self.text("", text, ""),
            Block::Caption { text } => self.text("**", text, "**"),
            Block::Note { text } => self.text("*", text, "*"),
            Block::Table { rows } => self.table(rows),
        }
    }

    fn table(&mut self, rows: &[Vec<Option<Text>>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        for (index, row) in rows.iter().enumerate() {
            for column in 0..columns {
                let cell = row.get(column).and_then(Option::as_ref).map(|cell| cell.of(self.source));
                self.out.push_str("| ");
                escape(&cell.unwrap_or_default(), &mut self.out);
                self.out.push(' ');
            }
            self.out.push_str("|\n");
            if index == 0 {
                self.out.push_str(&"| --- ".repeat(columns));
                self.out.push_str("|\n");
            }
        }
        self.out.push('\n');
    }

    fn colophon(&mut self) {
        let bulletin = self.bulletin;
        for imprint in &bulletin.colophon.imprints {
            self.out.push_str("---\n\n");
            if let Some(organisation) = &imprint.organisation {
                self.text("**", organisation, "**");
            }
            for field in &imprint.fields {
                self.out.push_str("- ");
                escape(&field.label.of(self.source), &mut self.out);
                self.out.push('：');
                escape(&field.value.of(self.source), &mut self.out);
                self.out.push('\n');
            }
            self.out.push('\n');
        }
    }

    /// Lines without a place stand apart at the end, each a paragraph.
    fn unparsed(&mut self) {
        let bulletin = self.bulletin;
        if !bulletin.unparsed.is_empty() {
            self.out.push_str("---\n\n");
            bulletin.unparsed.iter().for_each(|line| self.text("", line, ""));
        }
    }
}

/// Escapes what CommonMark and its tables read as markup: the inline marks everywhere, the marks of blocks at
/// the head of a text. A `#` also ends a heading, and so is escaped everywhere.
fn escape(text: &str, out: &mut String) {
    let text = &*harmless(text.into());
    let head = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    for (at, c) in text.char_indices() {
        let inline = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#');
        let block = at == 0 && matches!(c, '+' | '-' | '=')
            // 1. at the head of a line would begin a list, and lose its number.
            || at == head && head > 0 && matches!(c, '.' | ')');
        if inline || block {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        for (text, expected) in [
            ("1. 园区", "1\\. 园区"),
            ("# 园区 #", "\\# 园区 \\#"),
            ("园区\n# 园区\0", "园区 \\# 园区\u{FFFD}"),
            ("<script>", "\\<script\\>"),
            ("a*b_c", "a\\*b\\_c"),
            ("园区1.5亿", "园区1.5亿"),
        ] {
            let mut out = String::new();
            escape(text, &mut out);
            assert_eq!(out, expected);
        }
    }
}
