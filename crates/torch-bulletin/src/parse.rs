//! The phases called in order: reading, layout, assembly (with the grammar), document.

use crate::going::Going;
use crate::reading::Reading;
use crate::{Bulletin, Code, Diagnostic, ParseOptions, Parsed, Span, assemble, layout};

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
    read(source, options, &Going::to_the_end())
}

/// Parses one issue as [`parse_with`] does, unless it is called off: `None` where `keep_going` says no.
///
/// `keep_going` is asked between the phases and every few thousand lines, so seldom enough to take a lock or read a clock. After
/// a no it is not asked again, and the parse ends within some milliseconds.
///
/// ```
/// use torch_bulletin::{ParseOptions, parse_while};
/// let options = ParseOptions::default();
/// assert!(parse_while("今天没有新闻。", &options, &|| true).is_some());
/// assert!(parse_while("今天没有新闻。", &options, &|| false).is_none());
/// ```
pub fn parse_while<'s>(
    source: &'s str,
    options: &ParseOptions,
    keep_going: &dyn Fn() -> bool,
) -> Option<Parsed<'s>> {
    let going = Going::asking(keep_going);
    if !going.ask() {
        return None;
    }
    let parsed = read(source, options, &going);
    going.ask().then_some(parsed)
}

/// The span of each issue 期 in a text that holds one or several, as bound volumes and concatenated files do: UTF-8 bytes,
/// in printed order, together the whole text. [`parse`] reads the first of them only, and says so with
/// [`Code::SeveralIssues`].
///
/// A new issue begins at a line with the newsletter's name, if the issue line on it or just below it has another number, year or
/// kind than the issue before, or a date stands there. A text without a masthead is one issue.
///
/// ```
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n甲市举办活动\n很成功。\n火炬动态\n2019年第4期 2019年4月30日\n乙市开园\n成功。\n";
/// let issues = torch_bulletin::issues(source);
/// let numbers: Vec<_> = issues
///     .iter()
///     .map(|span| torch_bulletin::parse(&source[span.range()]).bulletin().masthead.issue.as_ref().unwrap().number.unwrap().first)
///     .collect();
/// assert_eq!(numbers, [3, 4]);
/// ```
pub fn issues(source: &str) -> Vec<Span> {
    issues_with(source, &ParseOptions::default())
}

/// The span of each issue with options, which name the newsletter; see [`issues`].
pub fn issues_with(source: &str, options: &ParseOptions) -> Vec<Span> {
    let source = readable(source).0;
    let reading = Reading::of(source, &Going::to_the_end());
    let spans = assemble::issues(reading.text(), options);
    if reading.is_source() {
        return spans;
    }
    // What the reading leaves out before a masthead stands on the masthead's line.
    let head = |at: usize| source[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let starts: Vec<_> = spans.iter().map(|it| head(reading.place(*it).start() as usize)).collect();
    let ends = starts.iter().skip(1).copied().chain([source.len()]);
    starts.iter().zip(ends).map(|(&start, end)| Span::at(start, end)).collect()
}

/// As much of a text as spans can count, and a finding where that is not all of it.
fn readable(source: &str) -> (&str, Vec<Diagnostic>) {
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
    (&source[..read], findings)
}

/// Reads, lays out and assembles, and gives the tree the places of the source.
fn read<'s>(source: &'s str, options: &ParseOptions, going: &Going<'_>) -> Parsed<'s> {
    let (source, mut findings) = readable(source);
    let read = findings.len();
    let reading = Reading::of(source, going);
    let layout = layout::layout_while(reading.text(), &options.profile, going);
    let mut bulletin = if going.ask() {
        assemble::assemble(reading.text(), layout, options, going, &mut findings)
    } else {
        Bulletin::default()
    };
    if !reading.is_source() {
        bulletin.move_places(|span| reading.place(span));
        let places = findings[read..].iter_mut().filter_map(|finding| finding.span.as_mut());
        places.for_each(|span| *span = reading.place(*span));
    }
    Parsed::new(source, bulletin, findings)
}
