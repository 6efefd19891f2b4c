//! Articles 文章 and blocks as tables in Arrow's memory format, for data frames and databases.
//!
//! A column is null where the print has nothing. Every row begins with the same key: the issue, and the number
//! of the article in it, from 0. Places are half-open and count in the unit that is asked for.
//!
//! | column of [`articles`] | type | |
//! |---|---|---|
//! | `issue`, `date` | string | as in ids: `2022-12`; `YYYY`, `YYYY-MM` or `YYYY-MM-DD` |
//! | `article`, `id` | uint32, string | the number in the issue; `2022-12/a7` |
//! | `section`, `series` | string | 栏目, 系列 |
//! | `title`, `subtitle` | string | |
//! | `organisations`, `people` | list of string | over all attributions 供稿 |
//! | `page` | string | the printed number of the page it begins on |
//! | `text` | string | a line a block |
//! | `chars`, `blocks` | uint32 | characters (code points) of `text`; number of blocks |
//! | `start`, `end` | uint32 | from title to attribution |
//!
//! | column of [`blocks`] | type | |
//! |---|---|---|
//! | `issue`, `article`, `id` | string, uint32, string | the article it stands in |
//! | `block` | uint32 | its number in the article, from 0 |
//! | `kind` | string | `heading`, `paragraph`, `caption`, `table` or `note` |
//! | `level` | uint32 | of a heading, from 1 |
//! | `marker`, `style`, `number` | string, string, uint32 | the enumerator 序号 |
//! | `lead` | string | 段首小标题 |
//! | `page`, `text`, `chars`, `start`, `end` | as above | |

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::builder::{LargeStringBuilder, ListBuilder};
use arrow_array::{ArrayRef, LargeStringArray, RecordBatch, UInt32Array};
use torch_bulletin::model::{Article, Block, Section};
use torch_bulletin::{Bulletin, Span, Text};

use crate::{OffsetMarks, OffsetUnit};

/// The articles of an issue, a row each, in printed order.
///
/// ```
/// use torch_bulletin_wire::{OffsetUnit, tables};
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let table = tables::articles(source, parsed.bulletin(), OffsetUnit::Codepoint);
/// assert_eq!((table.num_rows(), table.num_columns()), (1, 16));
/// ```
pub fn articles(source: &str, bulletin: &Bulletin, unit: OffsetUnit) -> RecordBatch {
    let it = Issue::new(source, bulletin, unit);
    let rows: Vec<(&Section, &Article)> = bulletin
        .sections
        .iter()
        .flat_map(|it| it.articles.iter().map(move |article| (it, article)))
        .collect();
    let texts: Vec<String> = rows.iter().map(|(_, article)| article.of(source)).collect();
    let read = |pick: fn(&Section, &Article) -> Option<Text>| {
        strings(rows.iter().map(|(section, article)| pick(section, article).map(|text| it.owned(&text))))
    };
    let lists = |pick: fn(&torch_bulletin::model::Attribution) -> &[Text]| {
        let mut lists = ListBuilder::new(LargeStringBuilder::new());
        for (_, article) in &rows {
            lists.append_value(article.attributions.iter().flat_map(pick).map(|text| Some(text.of(source))));
        }
        Arc::new(lists.finish()) as ArrayRef
    };
    let spans = || rows.iter().map(|(_, article)| Some(article.span));
    table([
        ("issue", strings(rows.iter().map(|_| it.key.clone()))),
        ("date", strings(rows.iter().map(|_| it.date.clone()))),
        ("article", numbers((0..rows.len()).map(Some))),
        ("id", strings((0..rows.len()).map(|number| Some(bulletin.article_id(number))))),
        ("section", read(|section, _| section.name.clone())),
        ("series", read(|section, _| section.series.clone())),
        ("title", read(|_, article| article.title.clone())),
        ("subtitle", read(|_, article| article.subtitle.clone())),
        ("organisations", lists(|attribution| &attribution.organisations)),
        ("people", lists(|attribution| &attribution.people)),
        ("page", it.pages(spans())),
        ("chars", numbers(texts.iter().map(|text| Some(text.chars().count())))),
        ("blocks", numbers(rows.iter().map(|(_, article)| Some(article.blocks.len())))),
        ("start", it.starts(spans())),
        ("end", it.ends(spans())),
        ("text", strings(texts.iter().map(Some))),
    ])
}

/// The blocks of all articles of an issue, a row each, in printed order.
///
/// ```
/// use torch_bulletin_wire::{OffsetUnit, tables};
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// assert_eq!(tables::blocks(source, parsed.bulletin(), OffsetUnit::Codepoint).num_rows(), 1);
/// ```
pub fn blocks(source: &str, bulletin: &Bulletin, unit: OffsetUnit) -> RecordBatch {
    let it = Issue::new(source, bulletin, unit);
    let rows: Vec<(usize, usize, &Block)> = bulletin
        .articles()
        .enumerate()
        .flat_map(|(article, it)| it.blocks.iter().enumerate().map(move |(at, block)| (article, at, block)))
        .collect();
    let texts: Vec<Cow<'_, str>> = rows.iter().map(|(.., block)| block.of(source)).collect();
    let ids: Vec<String> =
        (0..bulletin.articles().count()).map(|number| bulletin.article_id(number)).collect();
    let markers = || rows.iter().map(|(.., block)| block.marker());
    let spans = || rows.iter().map(|(.., block)| block.hull());
    table([
        ("issue", strings(rows.iter().map(|_| it.key.clone()))),
        ("article", numbers(rows.iter().map(|&(article, ..)| Some(article)))),
        ("id", strings(rows.iter().map(|&(article, ..)| Some(&ids[article])))),
        ("block", numbers(rows.iter().map(|&(_, at, _)| Some(at)))),
        ("kind", strings(rows.iter().map(|(.., block)| Some(block.kind())))),
        ("level", numbers(rows.iter().map(|(.., block)| level(block)))),
        ("marker", strings(markers().map(|it| it.map(|marker| marker.text.of(source))))),
        ("style", strings(markers().map(|it| it.map(|marker| marker.style.as_str())))),
        ("number", numbers(markers().map(|it| it.map(|marker| marker.number as usize)))),
        ("lead", strings(rows.iter().map(|(.., block)| lead(block).map(|lead| lead.of(source))))),
        ("page", it.pages(spans())),
        ("chars", numbers(texts.iter().map(|text| Some(text.chars().count())))),
        ("start", it.starts(spans())),
        ("end", it.ends(spans())),
        ("text", strings(texts.iter().map(Some))),
    ])
}

/// What the rows of one issue share.
struct Issue<'s> {
    source: &'s str,
    bulletin: &'s Bulletin,
    marks: OffsetMarks,
    key: Option<String>,
    date: Option<String>,
}

impl<'s> Issue<'s> {
    fn new(source: &'s str, bulletin: &'s Bulletin, unit: OffsetUnit) -> Self {
        let key = bulletin.masthead.issue.as_ref().map(|issue| issue.key());
        let date = bulletin.masthead.date.as_ref().map(|date| date.value());
        Self { source, bulletin, marks: OffsetMarks::new(source, unit), key, date }
    }

    fn owned(&self, text: &Text) -> Cow<'s, str> {
        text.of(self.source)
    }

    fn starts(&self, spans: impl Iterator<Item = Option<Span>>) -> ArrayRef {
        numbers(spans.map(|span| span.map(|it| self.marks.at_byte(self.source, it.start()) as usize)))
    }

    fn ends(&self, spans: impl Iterator<Item = Option<Span>>) -> ArrayRef {
        numbers(spans.map(|span| span.map(|it| self.marks.at_byte(self.source, it.end()) as usize)))
    }

    fn pages(&self, spans: impl Iterator<Item = Option<Span>>) -> ArrayRef {
        strings(spans.map(|span| {
            let page = &self.bulletin.pages[self.bulletin.page_at(span?.start())?];
            page.label.and_then(|label| label.of(self.source))
        }))
    }
}

fn level(block: &Block) -> Option<usize> {
    match block {
        Block::Heading { level, .. } => Some(usize::from(*level)),
        _ => None,
    }
}

fn lead(block: &Block) -> Option<&Text> {
    match block {
        Block::Paragraph { lead, .. } => lead.as_ref(),
        _ => None,
    }
}

/// With offsets of 64 bits, since one text may have 4 GiB.
fn strings(values: impl Iterator<Item = Option<impl AsRef<str>>>) -> ArrayRef {
    Arc::new(values.collect::<LargeStringArray>())
}

/// Every number counts something in a text of at most 4 GiB − 1.
fn numbers(values: impl Iterator<Item = Option<usize>>) -> ArrayRef {
    Arc::new(values.map(|value| value.map(|it| it as u32)).collect::<UInt32Array>())
}

/// Whether a column can be null is the same for every issue, so that tables of many can be put together.
fn table<const N: usize>(columns: [(&str, ArrayRef); N]) -> RecordBatch {
    let columns = columns.map(|(name, column)| (name, column, true));
    RecordBatch::try_from_iter_with_nullable(columns).expect("columns have one length; this is our bug")
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::UInt32Type;

    use super::*;

    const SOURCE: &str = "火炬动态\n2019年第3期 2019年3月31日\n𠮷林园区开园\n一、总体情况\n\
        一是企业集聚。园区共有企业12家。\n(供稿:𠮷林高新区 王茜)\n第二个标题\n今天没有新闻。\n(供稿:某某高新区)";

    fn column<'t>(table: &'t RecordBatch, name: &str) -> &'t ArrayRef {
        table.column_by_name(name).unwrap_or_else(|| panic!("no column {name}"))
    }

    #[test]
    fn places_of_rows_slice_the_source_to_their_text() {
        let parsed = torch_bulletin::parse(SOURCE);
        let chars: Vec<char> = SOURCE.chars().collect();
        let table = blocks(SOURCE, parsed.bulletin(), OffsetUnit::Codepoint);
        assert_eq!(table.num_rows(), 3);
        let (starts, ends) = (column(&table, "start"), column(&table, "end"));
        for row in 0..table.num_rows() {
            let at = |it: &ArrayRef| it.as_primitive::<UInt32Type>().value(row) as usize;
            let slice: String = chars[at(starts)..at(ends)].iter().collect();
            assert_eq!(slice, column(&table, "text").as_string::<i64>().value(row));
        }
        let kinds = column(&table, "kind").as_string::<i64>();
        assert_eq!(kinds.iter().flatten().collect::<Vec<_>>(), ["heading", "paragraph", "paragraph"]);
        assert!(column(&table, "page").is_null(0));
    }

    #[test]
    fn an_article_has_its_bodies_and_people_as_lists() {
        let parsed = torch_bulletin::parse(SOURCE);
        let table = articles(SOURCE, parsed.bulletin(), OffsetUnit::Codepoint);
        let bodies = column(&table, "organisations").as_list::<i32>().value(0);
        assert_eq!(bodies.as_string::<i64>().value(0), "𠮷林高新区");
        let people = column(&table, "people").as_list::<i32>();
        assert_eq!((people.value(0).len(), people.value(1).len()), (1, 0));
        assert_eq!(column(&table, "id").as_string::<i64>().value(1), "2019-3/a1");
        assert_eq!(column(&table, "title").as_string::<i64>().value(1), "第二个标题");
        assert_eq!(column(&table, "text").as_string::<i64>().value(1), "今天没有新闻。");
        assert!(column(&table, "subtitle").is_null(1));
    }

    #[test]
    fn an_empty_issue_has_the_same_columns() {
        let parsed = torch_bulletin::parse(SOURCE);
        let (empty, unit) = (Bulletin::default(), OffsetUnit::Codepoint);
        for table in [articles, blocks] {
            let none = table("", &empty, unit);
            assert_eq!(
                (none.num_rows(), none.schema()),
                (0, table(SOURCE, parsed.bulletin(), unit).schema())
            );
        }
    }

    #[test]
    fn kinds_are_those_of_the_json() {
        let parsed = torch_bulletin::parse(SOURCE);
        let lens = crate::lens::Lens::new(SOURCE, OffsetUnit::Utf8);
        for block in parsed.bulletin().articles().flat_map(|it| &it.blocks) {
            let json = serde_json::to_value(crate::node::Block::new(&lens, block)).unwrap();
            assert_eq!(json["kind"], block.kind());
        }
    }
}
