//! HTML: the issue as one page, with an anchor for each article.

use crate::facts::Fact;
use crate::model::{Article, Block, Group, Imprint, Marker, Section};
use crate::{Bulletin, Text};

use super::harmless::harmless;
use super::marked::{self, Marks};
use super::{attribution, masthead};

/// The bulletin as one HTML5 document, without scripts and without anything to load.
///
/// | part | element |
/// |---|---|
/// | masthead | `header` with `h1`; the date as `time` |
/// | contents list | `nav`, a list for each section, entries linked to their articles |
/// | section, article | `section` with `h2`, `article` with `h3`; its `id` is [`Bulletin::article_id`] |
/// | heading | `h4` to `h6` by depth; deeper ones stay `h6` and say their `aria-level` |
/// | paragraph | `p`, joined, without a line end; the form and number of an enumerator are data attributes |
/// | table and its caption | `table` with `caption`; a caption alone is a `figure` |
/// | note, attribution | `p class="note"`, `footer` |
/// | colophon | `footer` with a `dl` for each imprint |
/// | lines that no rule has a place for | `aside` |
///
/// Left out is page furniture. Text is escaped and made harmless, as the [module](crate::render) says.
///
/// ```
/// let source = "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n一个<b>标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let html = torch_bulletin::render::html(source, parsed.bulletin());
/// assert!(html.contains("<article id=\"2019-3/a0\">\n<h3>一个&lt;b&gt;标题</h3>\n<p>今天没有新闻。</p>\n"));
/// assert!(html.contains("<time datetime=\"2019-03-31\">2019年3月31日</time>"));
/// ```
pub fn html(source: &str, bulletin: &Bulletin) -> String {
    page(source, bulletin, Marks::default())
}

/// The same page with the facts in it marked, each as what it is.
///
/// | fact | element |
/// |---|---|
/// | a day, month or year | `<time datetime="2022-07-22">` |
/// | a quantity or number with one value | `<data value="36610000000">`, 千, 万 and 亿 in it |
/// | any other | `<mark>` |
///
/// Each has `data-kind`, `data-rule`, the number of the fact among those given as `data-fact`, the fields of the JSON as `data-…`
/// where there is something in them, and what it says in a few words as `title`. Facts nest as they are printed, a row
/// around its date and number; one that overlaps another is cut into two elements with one number. Where more than eight
/// lie in one another, the innermost are not marked. `facts` must be those of `bulletin`.
///
/// ```
/// use torch_bulletin::facts::{self, FactOptions};
/// let source = "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n江州开课\n3月5日,江州开课。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let found = facts::extract(&parsed, &FactOptions::default());
/// let html = torch_bulletin::render::html_with_facts(source, parsed.bulletin(), &found);
/// assert!(html.contains("<time datetime=\"2019-03-05\" data-kind=\"date\" data-fact=\"1\" data-rule=\"partial-date\""));
/// ```
pub fn html_with_facts<'f>(
    source: &str,
    bulletin: &Bulletin,
    facts: impl IntoIterator<Item = &'f Fact>,
) -> String {
    page(source, bulletin, Marks::new(facts))
}

fn page(source: &str, bulletin: &Bulletin, marks: Marks<'_>) -> String {
    let out = String::with_capacity(source.len() + source.len() / 4 + HEAD.len());
    let mut page = Page { source, bulletin, out, article: 0, marks };
    page.head();
    page.masthead();
    page.contents();
    page.put("<main>\n");
    bulletin.sections.iter().for_each(|section| page.section(section));
    page.unparsed();
    page.put("</main>\n");
    page.colophon();
    page.put("</body>\n</html>\n");
    page.out
}

const HEAD: &str = "<!DOCTYPE html>
<html lang=\"zh\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<style>
body { margin: 2em auto; max-width: 42em; padding: 0 1em; line-height: 1.8; }
article > p { text-indent: 2em; }
article > footer { text-align: right; }
article > .subtitle, article > .note { text-indent: 0; }
table { border-collapse: collapse; }
td { border: 1px solid; padding: 0 .5em; }
";

struct Page<'s> {
    source: &'s str,
    bulletin: &'s Bulletin,
    out: String,
    /// How many articles are written, which is the number of the next.
    article: usize,
    /// What is marked, by place.
    marks: Marks<'s>,
}

impl<'s> Page<'s> {
    fn put(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// A text inside one element: opening tag, escaped text, closing tag, line end.
    fn element(&mut self, open: &str, text: &str, close: &str) {
        self.put(open);
        escape(text, &mut self.out);
        self.put(close);
        self.put("\n");
    }

    fn text(&mut self, open: &str, text: &Text, close: &str) {
        self.put(open);
        self.marked(text);
        self.put(close);
        self.put("\n");
    }

    /// A text, escaped, with its facts.
    fn marked(&mut self, text: &Text) {
        if self.marks.is_empty() {
            return escape(&text.of(self.source), &mut self.out);
        }
        self.marks.write(self.source, text.head(), &mut self.out);
        for piece in text.tail() {
            self.out.push_str(piece.join.glue());
            self.marks.write(self.source, piece.span, &mut self.out);
        }
    }

    fn head(&mut self) {
        self.put(HEAD);
        if !self.marks.is_empty() {
            self.put(marked::STYLE);
        }
        self.put("</style>\n");
        self.element("<title>", &masthead::name(self.source, self.bulletin), "</title>");
        self.put("</head>\n<body>\n");
    }

    fn masthead(&mut self) {
        let it = &self.bulletin.masthead;
        let parts = masthead::parts(self.source, self.bulletin);
        if it.title.is_none() && parts.is_empty() {
            return;
        }
        self.put("<header>\n");
        it.title.iter().for_each(|title| self.text("<h1>", title, "</h1>"));
        for (part, text) in parts {
            match (part, &it.date) {
                (masthead::Part::Date, Some(date)) => {
                    self.element(&format!("<p><time datetime=\"{}\">", date.value()), &text, "</time></p>");
                }
                (masthead::Part::Publisher, _) => self.element("<p class=\"publisher\">", &text, "</p>"),
                (masthead::Part::Notice, _) => self.element("<p class=\"notice\">", &text, "</p>"),
                _ => self.element("<p class=\"issue\">", &text, "</p>"),
            }
        }
        self.put("</header>\n");
    }

    fn contents(&mut self) {
        let contents = &self.bulletin.contents;
        if contents.heading.is_none() && contents.groups.is_empty() {
            return;
        }
        self.put("<nav aria-label=\"目录\">\n");
        contents.heading.iter().for_each(|heading| self.text("<h2>", heading, "</h2>"));
        contents.groups.iter().for_each(|group| self.group(group));
        self.put("</nav>\n");
    }

    fn group(&mut self, group: &Group) {
        group.section.iter().for_each(|name| self.text("<h3>", name, "</h3>"));
        group.series.iter().for_each(|series| self.text("<p class=\"series\">——", series, "</p>"));
        if group.entries.is_empty() {
            return;
        }
        self.put("<ul>\n");
        for entry in &group.entries {
            let page = entry.page.map(|page| format!(" <span class=\"page\">{page}</span>"));
            let page = page.unwrap_or_default();
            match entry.article {
                Some(article) => {
                    let id = self.bulletin.article_id(article as usize);
                    let open = format!("<li><a href=\"#{id}\">");
                    self.text(&open, &entry.title, &format!("</a>{page}</li>"));
                }
                None => self.text("<li>", &entry.title, &format!("{page}</li>")),
            }
        }
        self.put("</ul>\n");
    }

    fn section(&mut self, section: &Section) {
        self.put("<section>\n");
        section.name.iter().for_each(|name| self.text("<h2>", name, "</h2>"));
        section.series.iter().for_each(|series| self.text("<p class=\"series\">——", series, "</p>"));
        section.articles.iter().for_each(|article| self.article(article));
        self.put("</section>\n");
    }

    fn article(&mut self, article: &Article) {
        // The id is of digits, letters, dashes and one slash: nothing that an attribute or a link would escape.
        self.put(&format!("<article id=\"{}\">\n", self.bulletin.article_id(self.article)));
        self.article += 1;
        article.title.iter().for_each(|title| self.text("<h3>", title, "</h3>"));
        article.subtitle.iter().for_each(|it| self.text("<p class=\"subtitle\">——", it, "</p>"));
        let mut blocks = article.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            match (block, blocks.peek()) {
                (Block::Caption { text }, Some(Block::Table { rows })) => {
                    self.table(rows, Some(text));
                    blocks.next();
                }
                _ => self.block(block),
            }
        }
        for attribution in &article.attributions {
            self.put("<footer>");
            for (_, printed, text) in attribution::parts(self.source, self.bulletin, attribution) {
                match text {
                    Some(text) => self.marked(text),
                    None => escape(&printed, &mut self.out),
                }
            }
            self.put("</footer>\n");
        }
        self.put("</article>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, marker, text } => {
                let depth = (u16::from(*level) + 3).min(6);
                let deeper = if *level > 3 {
                    format!(" aria-level=\"{}\"", u16::from(*level) + 3)
                } else {
                    String::new()
                };
                let open = format!("<h{depth}{deeper}{}>", enumerator(marker.as_ref()));
                self.text(&open, text, &format!("</h{depth}>"));
            }
            Block::Paragraph { marker, text, lead: _, points: _ } => {
                self.text(&format!("<p{}>", enumerator(marker.as_ref())), text, "</p>");
            }
            Block::Caption { text } => self.text("<figure><figcaption>", text, "</figcaption></figure>"),
            Block::Note { text } => self.text("<p class=\"note\">", text, "</p>"),
            Block::Table { rows } => self.table(rows, None),
        }
    }

    fn table(&mut self, rows: &[Vec<Option<Text>>], caption: Option<&Text>) {
        self.put("<table>\n");
        caption.iter().for_each(|caption| self.text("<caption>", caption, "</caption>"));
        for row in rows {
            self.put("<tr>");
            for cell in row {
                self.put("<td>");
                cell.iter().for_each(|cell| self.marked(cell));
                self.put("</td>");
            }
            self.put("</tr>\n");
        }
        self.put("</table>\n");
    }

    fn unparsed(&mut self) {
        if self.bulletin.unparsed.is_empty() {
            return;
        }
        self.put("<aside>\n");
        self.bulletin.unparsed.iter().for_each(|line| self.text("<p>", line, "</p>"));
        self.put("</aside>\n");
    }

    fn colophon(&mut self) {
        let imprints = &self.bulletin.colophon.imprints;
        if imprints.is_empty() {
            return;
        }
        self.put("<footer>\n");
        imprints.iter().for_each(|imprint| self.imprint(imprint));
        self.put("</footer>\n");
    }

    fn imprint(&mut self, imprint: &Imprint) {
        imprint.organisation.iter().for_each(|it| self.text("<p class=\"organisation\">", it, "</p>"));
        if imprint.fields.is_empty() {
            return;
        }
        self.put("<dl>\n");
        for field in &imprint.fields {
            self.text("<dt>", &field.label, "</dt>");
            self.text(&format!("<dd class=\"{}\">", field.kind), &field.value, "</dd>");
        }
        self.put("</dl>\n");
    }
}

/// The data attributes of an enumerator, which is itself part of the text.
fn enumerator(marker: Option<&Marker>) -> String {
    marker
        .map_or_else(String::new, |it| format!(" data-marker=\"{}\" data-number=\"{}\"", it.style, it.number))
}

/// Escapes what HTML reads as markup, in text and in quoted attributes alike.
pub(super) fn escape(text: &str, out: &mut String) {
    let text = harmless(text.into());
    let mut rest = &*text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped() {
        for (text, expected) in [
            ("<script>alert('R&D')</script>", "&lt;script&gt;alert(&#39;R&amp;D&#39;)&lt;/script&gt;"),
            ("]]>\"&amp;\"", "]]&gt;&quot;&amp;amp;&quot;"),
            ("园\n区\0", "园 区\u{FFFD}"),
        ] {
            let mut out = String::new();
            escape(text, &mut out);
            assert_eq!(out, expected);
        }
    }
}
