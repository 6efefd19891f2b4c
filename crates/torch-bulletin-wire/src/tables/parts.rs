//! Articles and blocks, a row each.

use std::borrow::Cow;

use arrow_array::RecordBatch;
use torch_bulletin::model::{Article, Attribution, Block, Section};
use torch_bulletin::{Bulletin, Text};

use super::columns::{Issue, lists, numbers, strings, table};
use crate::OffsetUnit;

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
    let named =
        |pick: fn(&Attribution) -> &[Text]| {
            lists(rows.iter().map(|(_, article)| {
                Some(article.attributions.iter().flat_map(pick).map(|text| text.of(source)))
            }))
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
        ("organisations", named(|attribution| &attribution.organisations)),
        ("people", named(|attribution| &attribution.people)),
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

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::UInt32Type;
    use arrow_array::{Array, ArrayRef};

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
