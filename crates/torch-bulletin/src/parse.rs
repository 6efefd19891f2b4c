//! The three phases called in order: layout, assembly (with the grammar), document.

use crate::{Code, Diagnostic, ParseOptions, Parsed, Span, assemble, layout};

/// Parses one issue. Never fails: odd text gives a document all the same, and a report that says so.
///
/// What lies past 4 GiB − 1 bytes is not read, and reported as [`Code::TextTooLong`].
///
/// ```
/// let source = "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n一个标题\n本刊讯,今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let bulletin = parsed.bulletin();
/// let issue = bulletin.masthead.issue.as_ref().unwrap();
/// assert_eq!((issue.year, issue.number.unwrap().first), (Some(2019), 3));
/// let article = bulletin.articles().next().unwrap();
/// assert_eq!(article.title.as_ref().unwrap().of(source), "一个标题");
/// assert_eq!(article.attributions[0].organisations[0].of(source), "某某高新区");
/// ```
pub fn parse(source: &str) -> Parsed<'_> {
    parse_with(source, &ParseOptions::default())
}

/// Parses one issue with options; see [`parse`].
pub fn parse_with<'s>(source: &'s str, options: &ParseOptions) -> Parsed<'s> {
    let read = source.floor_char_boundary(u32::MAX as usize);
    let mut findings = Vec::new();
    if read < source.len() {
        findings.push(
            Diagnostic::new(
                Code::TextTooLong,
                Span::at(read, read),
                format!("the text has {} bytes; only the first {read} were read", source.len()),
            )
            .with_help("split the text into issues and parse each"),
        );
    }
    let source = &source[..read];
    let layout = layout::layout(source);
    let bulletin = assemble::assemble(source, layout, options, &mut findings);
    Parsed::new(source, bulletin, findings)
}
