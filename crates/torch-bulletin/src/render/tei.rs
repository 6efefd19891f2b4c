//! TEI P5: the issue for archives and editions, with its pages and their furniture.

use crate::model::{Article, Attribution, Block, Contents, Group, Imprint, NumberRange, Section};
use crate::{Bulletin, Text};

use super::tei_writer::TeiWriter;
use super::{attribution, masthead};

/// The bulletin as a TEI P5 document.
///
/// | part | element |
/// |---|---|
/// | issue number, whole number, date | `biblScope` and `date` in the `bibl` of `sourceDesc` |
/// | masthead, contents list | `titlePage` and `div type="contents"` in `front` |
/// | section, article | `div type="section"`, `div type="article"` with `xml:id` |
/// | heading | the `head` of a `div type="subsection"` that holds what stands under it |
/// | paragraph | `p`; `n` is the number of its enumerator |
/// | table and its caption | `table` with `head`; a caption alone is the `head` of a `figure` |
/// | note, attribution | `note`, `byline` with `orgName` and `persName` |
/// | colophon | `div type="colophon"` in `back`, labels and values in a `list` |
/// | page break, furniture | `pb` and `fw` where they were printed, inside a paragraph too |
/// | lines that no rule has a place for | `div type="unparsed"` in `back` |
///
/// Nothing is left out. An `xml:id` has no slash and begins with a letter, so article `2022-12/a7` is
/// `i2022-12.a7`. Text is escaped and made harmless, as the [module](crate::render) says; a line end stands nowhere in a
/// paragraph, and means nothing elsewhere.
///
/// ```
/// let source = "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let tei = torch_bulletin::render::tei(source, parsed.bulletin());
/// assert!(tei.contains(r#"<biblScope unit="issue" from="3" to="3">3</biblScope>"#));
/// assert!(tei.contains("<div type=\"article\" xml:id=\"i2019-3.a0\">\n<head>一个标题</head>\n<p>今天没有新闻。</p>\n"));
/// assert!(tei.contains("<byline>(供稿:<orgName>某某高新区</orgName>)</byline>"));
/// ```
pub fn tei(source: &str, bulletin: &Bulletin) -> String {
    let mut edition = Edition { source, bulletin, xml: TeiWriter::new(source, bulletin), article: 0 };
    edition.document();
    edition.xml.finish()
}

struct Edition<'s> {
    source: &'s str,
    bulletin: &'s Bulletin,
    xml: TeiWriter<'s>,
    /// How many articles are written, which is the number of the next.
    article: usize,
}

impl<'s> Edition<'s> {
    fn document(&mut self) {
        self.xml.open("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0"), ("xml:lang", "zh")]);
        self.header();
        self.xml.open("text", &[]);
        self.front();
        self.body();
        self.back();
        self.xml.close("text");
        self.xml.close("TEI");
    }

    fn header(&mut self) {
        let name = masthead::name(self.source, self.bulletin);
        for element in ["teiHeader", "fileDesc", "titleStmt"] {
            self.xml.open(element, &[]);
        }
        self.xml.plain("title", &[], &name);
        self.xml.close("titleStmt");
        self.xml.open("publicationStmt", &[]);
        self.xml.plain("p", &[], "Made from the text of the printed issue.");
        self.xml.close("publicationStmt");
        self.xml.open("sourceDesc", &[]);
        self.bibl(&name);
        for element in ["sourceDesc", "fileDesc", "teiHeader"] {
            self.xml.close(element);
        }
    }

    /// Which issue it is.
    fn bibl(&mut self, name: &str) {
        let it = &self.bulletin.masthead;
        self.xml.open("bibl", &[]);
        let title = it.title.as_ref().map_or(name.into(), |title| title.of(self.source));
        self.xml.plain("title", &[("level", "j")], &title);
        it.publisher.iter().for_each(|it| self.xml.plain("publisher", &[], &it.of(self.source)));
        if let Some(issue) = &it.issue {
            self.xml.plain("idno", &[("type", "issue")], &issue.key());
            issue.number.iter().for_each(|number| self.scope("issue", number));
            issue.whole_number.iter().for_each(|number| self.scope("whole-number", number));
        }
        if let Some(date) = &it.date {
            let printed = date.span.of(self.source).unwrap_or_default();
            self.xml.plain("date", &[("when", &date.value())], printed);
        }
        self.xml.close("bibl");
    }

    fn scope(&mut self, unit: &str, number: &NumberRange) {
        let (from, to) = (number.first.to_string(), number.last.to_string());
        let printed = if from == to { from.clone() } else { format!("{from}-{to}") };
        self.xml.plain("biblScope", &[("unit", unit), ("from", &from), ("to", &to)], &printed);
    }

    fn front(&mut self) {
        let it = &self.bulletin.masthead;
        let parts = masthead::parts(self.source, self.bulletin);
        let titled = it.title.is_some() || !parts.is_empty();
        let contents = &self.bulletin.contents;
        let listed = contents.heading.is_some() || !contents.groups.is_empty();
        if !titled && !listed {
            return;
        }
        self.xml.open("front", &[]);
        if titled {
            self.xml.open("titlePage", &[]);
            it.title.iter().for_each(|title| self.xml.text("titlePart", &[("type", "main")], title));
            for (part, text) in parts {
                match (part, &it.date) {
                    (masthead::Part::Publisher, _) => self.xml.plain("docImprint", &[], &text),
                    (masthead::Part::Date, Some(date)) => {
                        self.xml.plain("docDate", &[("when", &date.value())], &text);
                    }
                    (masthead::Part::Issue, _) => self.xml.plain("docEdition", &[], &text),
                    _ => self.xml.plain("titlePart", &[("type", "notice")], &text),
                }
            }
            self.xml.close("titlePage");
        }
        if listed {
            self.contents(contents);
        }
        self.xml.close("front");
    }

    fn contents(&mut self, contents: &'s Contents) {
        self.xml.open("div", &[("type", "contents")]);
        contents.heading.iter().for_each(|heading| self.xml.text("head", &[], heading));
        contents.groups.iter().for_each(|group| self.group(group));
        self.xml.close("div");
    }

    fn group(&mut self, group: &'s Group) {
        // A list must have an item; a label that announces none is a paragraph.
        let list = !group.entries.is_empty();
        let head = if list { "head" } else { "p" };
        if list {
            self.xml.open("list", &[]);
        }
        group.section.iter().for_each(|name| self.xml.text(head, &[], name));
        let series = if list { &[("type", "series")][..] } else { &[] };
        group.series.iter().for_each(|it| self.xml.text(head, series, it));
        for entry in &group.entries {
            self.xml.catch_up(entry.title.head().start());
            self.xml.start("item", &[]);
            match entry.article {
                Some(article) => {
                    let target = format!("#{}", self.id(article as usize));
                    self.xml.start("ref", &[("target", &target)]);
                    self.xml.pieces(&entry.title);
                    self.xml.end("ref");
                }
                None => self.xml.pieces(&entry.title),
            }
            if let Some(page) = entry.page {
                self.xml.characters(" ");
                self.xml.start("seg", &[("type", "page")]);
                self.xml.characters(&page.to_string());
                self.xml.end("seg");
            }
            self.xml.close("item");
        }
        if list {
            self.xml.close("list");
        }
    }

    fn body(&mut self) {
        self.xml.open("body", &[]);
        self.bulletin.sections.iter().for_each(|section| self.section(section));
        if self.bulletin.sections.is_empty() {
            // A body must hold something.
            self.xml.plain("p", &[], "");
        }
        self.xml.close("body");
    }

    fn section(&mut self, section: &'s Section) {
        self.xml.catch_up(section.span.start());
        self.xml.open("div", &[("type", "section")]);
        section.name.iter().for_each(|name| self.xml.text("head", &[], name));
        section.series.iter().for_each(|series| self.xml.text("head", &[("type", "series")], series));
        section.articles.iter().for_each(|article| self.article(article));
        self.xml.close("div");
    }

    fn article(&mut self, article: &'s Article) {
        self.xml.catch_up(article.span.start());
        let id = self.id(self.article);
        self.article += 1;
        self.xml.open("div", &[("type", "article"), ("xml:id", &id)]);
        article.title.iter().for_each(|title| self.xml.text("head", &[], title));
        article.subtitle.iter().for_each(|it| self.xml.text("head", &[("type", "sub")], it));
        // The levels of the headings whose text is being written, outermost first.
        let mut open: Vec<u8> = Vec::new();
        let mut blocks = article.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            match (block, blocks.peek()) {
                (Block::Heading { level, marker, text }, _) => {
                    while open.pop_if(|outer| *outer >= *level).is_some() {
                        self.xml.close("div");
                    }
                    open.push(*level);
                    self.xml.catch_up(text.head().start());
                    let number = marker.as_ref().map(|it| it.number.to_string());
                    let number = number.as_ref().map(|number| ("n", number.as_str()));
                    let attributes: Vec<_> = [("type", "subsection")].into_iter().chain(number).collect();
                    self.xml.open("div", &attributes);
                    self.xml.text("head", &[], text);
                }
                (Block::Caption { text }, Some(Block::Table { rows })) if has_cells(rows) => {
                    self.table(rows, Some(text));
                    blocks.next();
                }
                _ => self.block(block),
            }
        }
        open.iter().for_each(|_| self.xml.close("div"));
        article.attributions.iter().for_each(|it| self.byline(it));
        self.xml.close("div");
    }

    fn block(&mut self, block: &'s Block) {
        match block {
            Block::Paragraph { marker, text, lead: _, points: _ } => {
                let number = marker.as_ref().map(|it| it.number.to_string());
                let number = number.as_ref().map(|number| ("n", number.as_str()));
                self.xml.text("p", number.as_slice(), text);
            }
            // Headings are written where their division begins.
            Block::Heading { text, .. } => self.xml.text("p", &[], text),
            Block::Caption { text } => {
                self.xml.catch_up(text.head().start());
                self.xml.open("figure", &[]);
                self.xml.text("head", &[], text);
                self.xml.close("figure");
            }
            Block::Note { text } => self.xml.text("note", &[], text),
            Block::Table { rows } if has_cells(rows) => self.table(rows, None),
            Block::Table { .. } => {}
        }
    }

    fn table(&mut self, rows: &'s [Vec<Option<Text>>], caption: Option<&Text>) {
        if let Some(first) = caption.or_else(|| rows.iter().flatten().flatten().next()) {
            self.xml.catch_up(first.head().start());
        }
        self.xml.open("table", &[]);
        caption.iter().for_each(|caption| self.xml.text("head", &[], caption));
        for row in rows.iter().filter(|row| !row.is_empty()) {
            if let Some(first) = row.iter().flatten().next() {
                self.xml.catch_up(first.head().start());
            }
            self.xml.start("row", &[]);
            for cell in row {
                self.xml.start("cell", &[]);
                cell.iter().for_each(|cell| self.xml.pieces(cell));
                self.xml.end("cell");
            }
            self.xml.close("row");
        }
        self.xml.close("table");
    }

    fn byline(&mut self, it: &Attribution) {
        self.xml.catch_up(it.span.start());
        self.xml.start("byline", &[]);
        for (part, text, _) in attribution::parts(self.source, self.bulletin, it) {
            let name = match part {
                attribution::Part::Organisation => Some("orgName"),
                attribution::Part::Person => Some("persName"),
                attribution::Part::Mark => None,
            };
            name.iter().for_each(|name| self.xml.start(name, &[]));
            self.xml.characters(&text);
            name.iter().for_each(|name| self.xml.end(name));
        }
        self.xml.close("byline");
    }

    fn back(&mut self) {
        let Bulletin { colophon, unparsed, .. } = self.bulletin;
        if colophon.imprints.is_empty() && unparsed.is_empty() && !self.xml.has_marks() {
            return;
        }
        self.xml.open("back", &[]);
        if !colophon.imprints.is_empty() {
            self.xml.open("div", &[("type", "colophon")]);
            colophon.imprints.iter().for_each(|imprint| self.imprint(imprint));
            self.xml.close("div");
        }
        if !unparsed.is_empty() {
            self.xml.open("div", &[("type", "unparsed")]);
            unparsed.iter().for_each(|line| self.xml.text("p", &[], line));
            self.xml.close("div");
        }
        self.xml.catch_up(u32::MAX);
        self.xml.close("back");
    }

    fn imprint(&mut self, imprint: &'s Imprint) {
        self.xml.open("div", &[("type", "imprint")]);
        imprint.organisation.iter().for_each(|it| self.xml.text("head", &[], it));
        if !imprint.fields.is_empty() {
            self.xml.open("list", &[("type", "gloss")]);
            for field in &imprint.fields {
                self.xml.text("label", &[], &field.label);
                self.xml.text("item", &[], &field.value);
            }
            self.xml.close("list");
        }
        self.xml.close("div");
    }

    /// The `xml:id` of an article: its id as a name of XML.
    fn id(&self, article: usize) -> String {
        format!("i{}", self.bulletin.article_id(article).replace('/', "."))
    }
}

/// A table of TEI must have a row, and a row a cell.
fn has_cells(rows: &[Vec<Option<Text>>]) -> bool {
    rows.iter().any(|row| !row.is_empty())
}
