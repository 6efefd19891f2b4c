//! Chunks keep to their article and their limit, and cover every block once and in order.

use torch_bulletin::model::{Article, Block};
use torch_bulletin::render::{Chunk, ChunkOptions, chunks};
use torch_bulletin::{Bulletin, Span, parse};

#[test]
fn chunks_of_every_issue_hold() {
    super::each(check);
}

#[test]
fn chunks_of_a_random_text_hold() {
    super::random("chunks", check);
}

#[test]
fn a_heading_goes_over_to_the_chunk_of_its_text() {
    let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻，明天也没有。\n一、主要做法\n\
                  后天还是没有。\n二、工作成效\n一直没有新闻。\n（供稿：某某高新区）\n";
    let parsed = parse(source);
    let of = |max| chunks(source, parsed.bulletin(), &ChunkOptions::default().with_max_chars(max));
    let texts: Vec<_> = of(20).into_iter().map(|chunk| chunk.text).collect();
    assert_eq!(
        texts,
        ["今天没有新闻，明天也没有。", "一、主要做法\n后天还是没有。", "二、工作成效\n一直没有新闻。"]
    );
    assert_eq!(of(20)[1].title_path, ["火炬动态", "一个标题", "一、主要做法"]);
    assert_eq!(of(500)[0].title_path, ["火炬动态", "一个标题"], "not all of it stands under a heading");
    assert_eq!(of(500).len(), 1);
}

pub(super) fn check(source: &str) -> Result<(), String> {
    let parsed = parse(source);
    for max in [0, 1, 2, 7, 40, 500, usize::MAX] {
        let options = ChunkOptions::default().with_max_chars(max);
        let made = chunks(source, parsed.bulletin(), &options);
        hold(source, parsed.bulletin(), &made, max.max(1)).map_err(|what| format!("with {max}: {what}"))?;
        if made != chunks(source, parsed.bulletin(), &options) {
            return Err("other chunks at the second time".to_owned());
        }
    }
    Ok(())
}

fn hold(source: &str, bulletin: &Bulletin, chunks: &[Chunk<'_>], max: usize) -> Result<(), String> {
    let mut rest = chunks;
    for (article, number) in bulletin.articles().zip(0..) {
        let own = rest.iter().take_while(|chunk| chunk.article == number).count();
        let (of_article, after) = rest.split_at(own);
        rest = after;
        let found = merged(of_article.iter().flat_map(|chunk| chunk.spans.iter().copied()));
        let expected = merged(article.blocks.iter().flat_map(spans));
        if found != expected {
            return Err(format!("article {number} is covered by {found:?}, and has {expected:?}"));
        }
        for (at, chunk) in of_article.iter().enumerate() {
            one(source, article, chunk, max)?;
            orphan(article, chunk, of_article.get(at + 1), max)?;
        }
    }
    if rest.is_empty() { Ok(()) } else { Err("a chunk of no article, or out of order".to_owned()) }
}

/// The size, the text and the titles of one chunk.
fn one(source: &str, article: &Article, chunk: &Chunk<'_>, max: usize) -> Result<(), String> {
    let Chunk { text, spans, blocks, title_path, chars, .. } = chunk;
    if text.chars().count() != *chars || *chars > max || *chars == 0 {
        return Err(format!("{chars} characters are said of «{text}»"));
    }
    let ink = |text: &str| text.split_whitespace().collect::<String>();
    let places: String = spans.iter().filter_map(|span| span.of(source)).collect();
    if ink(text) != ink(&places) {
        return Err(format!("«{text}» is not what stands at {spans:?}"));
    }
    if !blocks.is_sorted_by(|a, b| a + 1 == *b)
        || blocks.last().is_none_or(|last| *last as usize >= article.blocks.len())
    {
        return Err(format!("the blocks {blocks:?}"));
    }
    let title = article.title.as_ref().map(|title| title.of(source));
    if title.is_some_and(|title| !title_path.contains(&title)) {
        return Err(format!("the title is not in {title_path:?}"));
    }
    Ok(())
}

/// No heading is the end of a chunk while text follows, but where it fills the chunk.
fn orphan(article: &Article, chunk: &Chunk<'_>, next: Option<&Chunk<'_>>, max: usize) -> Result<(), String> {
    let (Some(last), Some(next)) = (chunk.blocks.last(), next.and_then(|next| next.blocks.first())) else {
        return Ok(());
    };
    let heading = matches!(article.blocks[*last as usize], Block::Heading { .. });
    if heading && next != last && chunk.chars + 2 <= max {
        return Err(format!("«{}» ends with a heading", chunk.text));
    }
    Ok(())
}

fn spans(block: &Block) -> Vec<Span> {
    match block {
        Block::Table { rows } => rows.iter().flatten().flatten().flat_map(|cell| cell.spans()).collect(),
        _ => block.text().into_iter().flat_map(|text| text.spans()).collect(),
    }
}

/// The places, those that touch put together; an overlap or a step back stays and so is seen.
fn merged(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if last.end() == span.start() => *last = last.cover(span),
            _ => out.push(span),
        }
    }
    out
}
