//! Chunks: the text of articles in portions for search and for language models, each with its titles and places.

use std::borrow::Cow;

use crate::model::{Article, Block, Section};
use crate::{Bulletin, Span, Text};

use super::cut::{Line, Portion};

/// How to cut; the same in every language.
///
/// ```
/// use torch_bulletin::render::ChunkOptions;
/// assert_eq!(ChunkOptions::default().max_chars, 500);
/// assert_eq!(ChunkOptions::default().with_max_chars(300).max_chars, 300);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChunkOptions {
    /// The most characters that a chunk may have; a Chinese character counts one, as any other. 0 is taken as 1.
    pub max_chars: usize,
}

impl Default for ChunkOptions {
    fn default() -> Self {
        Self { max_chars: 500 }
    }
}

impl ChunkOptions {
    /// The same options with another limit.
    #[must_use]
    pub fn with_max_chars(mut self, max_chars: usize) -> Self {
        self.max_chars = max_chars;
        self
    }
}

/// A portion of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk<'s> {
    /// Its blocks, a line each; rows of a table are lines, their cells parted by tabs.
    pub text: String,
    /// The places of `text` in the source, in order; what lies between two of them is a line end or a join.
    pub spans: Vec<Span>,
    /// The issue, as in identifiers ([`Issue::key`](crate::model::Issue::key)).
    pub issue: Option<String>,
    /// The number of the article in the issue, from 0.
    pub article: u32,
    /// The numbers of its blocks in the article, from 0; the last may go on in the next chunk.
    pub blocks: Vec<u32>,
    /// The titles over all of the text, outermost first: newsletter, section and its series, article and its
    /// subtitle, headings. What is not printed is not in the list.
    pub title_path: Vec<Cow<'s, str>>,
    /// The characters (code points) of `text`.
    pub chars: usize,
}

/// The blocks of every article in chunks of at most `max_chars` characters.
///
/// - No chunk has text of two articles, and every character of every block is in exactly one chunk, in order.
/// - Blocks go together as long as they fit. A paragraph that is longer than a chunk is cut at the ends of sentences
///   (。！？ with the quotation marks and brackets after them), and where there is none at the limit.
/// - A heading is never the end of a chunk while text follows it, nor is the caption of a table: they go over to
///   the next chunk with it. Only a heading that fills a chunk by itself is alone there.
/// - The text is as printed, and no character of it is replaced. It holds neither title nor attribution; titles are in
///   `title_path`. An article without blocks has no chunk.
///
/// ```
/// use torch_bulletin::render::{ChunkOptions, chunks};
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。明天也没有。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let chunks = chunks(source, parsed.bulletin(), &ChunkOptions::default().with_max_chars(8));
/// let texts: Vec<_> = chunks.iter().map(|chunk| &*chunk.text).collect();
/// assert_eq!(texts, ["今天没有新闻。", "明天也没有。"]);
/// assert_eq!(chunks[1].title_path, ["火炬动态", "一个标题"]);
/// assert_eq!(chunks[1].spans[0].of(source), Some("明天也没有。"));
/// ```
pub fn chunks<'s>(source: &'s str, bulletin: &Bulletin, options: &ChunkOptions) -> Vec<Chunk<'s>> {
    let issue = bulletin.masthead.issue.as_ref().map(|issue| issue.key());
    let mut chunks = Vec::new();
    let mut number = 0;
    for section in &bulletin.sections {
        for article in &section.articles {
            let titles = titles(bulletin, section, article);
            let mut cutter = Cutter {
                source,
                max: options.max_chars.max(1),
                issue: issue.as_deref(),
                number,
                article,
                titles: titles.map(|title| title.of(source)).collect(),
                open: Open::default(),
                done: &mut chunks,
            };
            cutter.cut(items(source, article));
            number += 1;
        }
    }
    chunks
}

/// The titles over an article's text.
fn titles<'b>(
    bulletin: &'b Bulletin,
    section: &'b Section,
    article: &'b Article,
) -> impl Iterator<Item = &'b Text> {
    let newsletter = bulletin.masthead.title.iter();
    newsletter.chain(&section.name).chain(&section.series).chain(&article.title).chain(&article.subtitle)
}

/// One line of an article's text.
struct Item {
    block: u32,
    /// Whether it must not be parted from the line after it.
    leads: bool,
    /// The blocks that are the headings over it, itself among them.
    path: Vec<u32>,
    line: Line,
}

/// The lines of an article's text: one a block, or one a row.
fn items(source: &str, article: &Article) -> Vec<Item> {
    let mut items = Vec::with_capacity(article.blocks.len());
    // Levels and blocks of the headings in force; styles of enumerators bound how many there can be.
    let mut headings: Vec<(u8, u32)> = Vec::new();
    let mut blocks = article.blocks.iter().zip(0..).peekable();
    while let Some((it, block)) = blocks.next() {
        let table_next = matches!(blocks.peek(), Some((Block::Table { .. }, _)));
        let leads = match it {
            Block::Heading { level, .. } => {
                while headings.pop_if(|(outer, _)| *outer >= *level).is_some() {}
                headings.push((*level, block));
                true
            }
            Block::Caption { .. } => table_next,
            _ => false,
        };
        let path: Vec<u32> = headings.iter().map(|&(_, block)| block).collect();
        let mut item = |line: Line| {
            if line.chars() > 0 {
                items.push(Item { block, leads, path: path.clone(), line });
            }
        };
        match it {
            Block::Table { rows } => rows.iter().for_each(|row| item(Line::of_row(source, row))),
            _ => it.text().into_iter().for_each(|text| item(Line::of(source, text))),
        }
    }
    items
}

/// What an article is cut with.
struct Cutter<'s, 'b> {
    source: &'s str,
    max: usize,
    issue: Option<&'b str>,
    number: u32,
    article: &'b Article,
    /// The titles over the whole article.
    titles: Vec<Cow<'s, str>>,
    open: Open,
    done: &'b mut Vec<Chunk<'s>>,
}

/// The chunk that is being filled.
#[derive(Default)]
struct Open {
    portion: Portion,
    blocks: Vec<u32>,
    /// The headings over all of it.
    path: Vec<u32>,
    /// Whether it holds a line that may be a chunk's last.
    settled: bool,
}

impl<'s> Cutter<'s, '_> {
    fn cut(&mut self, mut items: Vec<Item>) {
        let mut rest = &mut items[..];
        while !rest.is_empty() {
            // Headings, and the line they may not be parted from.
            let last = rest.iter().position(|it| !it.leads).unwrap_or(rest.len() - 1);
            let (group, after) = rest.split_at_mut(last + 1);
            let chars: usize = group.iter().map(|it| it.line.chars() + 1).sum();
            if self.open.portion.chars + chars > self.max {
                self.close();
            }
            group.iter_mut().for_each(|item| self.add(item));
            rest = after;
        }
        self.close();
    }

    /// Puts a line into the open chunk, or into as many as it takes.
    fn add(&mut self, item: &mut Item) {
        while item.line.chars() > 0 {
            let open = &mut self.open;
            let line_end = usize::from(open.portion.chars > 0);
            let room = self.max.saturating_sub(open.portion.chars + line_end);
            let fits = item.line.chars() <= room;
            // A line that does not fit begins a chunk of its own, but not where it would part from its heading.
            if room == 0 || (!fits && open.settled) {
                self.close();
                continue;
            }
            let taken = item.line.take(self.source, room);
            if line_end == 0 {
                open.path.clone_from(&item.path);
            } else {
                open.portion.text.push('\n');
            }
            let shared = open.path.iter().zip(&item.path).take_while(|(a, b)| a == b).count();
            open.path.truncate(shared);
            open.portion.text.push_str(&taken.text);
            open.portion.chars += taken.chars + line_end;
            open.portion.spans.extend(taken.spans);
            if open.blocks.last() != Some(&item.block) {
                open.blocks.push(item.block);
            }
            open.settled |= !item.leads;
            if item.line.chars() > 0 {
                self.close();
            }
        }
    }

    fn close(&mut self) {
        let Open { portion: Portion { text, spans, chars }, blocks, path, settled: _ } =
            std::mem::take(&mut self.open);
        if chars == 0 {
            return;
        }
        let mut title_path = self.titles.clone();
        let headings = path.iter().filter_map(|&block| self.article.blocks.get(block as usize)?.text());
        title_path.extend(headings.map(|heading| heading.of(self.source)));
        let issue = self.issue.map(str::to_owned);
        self.done.push(Chunk { text, spans, issue, article: self.number, blocks, title_path, chars });
    }
}
