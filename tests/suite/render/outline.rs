//! The outline, read back by html5ever: one sound piece of a page, with a line for each article and each finding.

use html5ever::parse_document;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::RcDom;
use torch_bulletin::{parse, render};

use super::html::{descendants, harmless, name, text};
use super::same;

#[test]
fn every_outline_reads_back() {
    super::each(check);
}

#[test]
fn every_outline_of_a_random_text_reads_back() {
    super::random("outline", check);
}

/// In a page that is not ours it is one element, without anything that runs or loads.
pub(super) fn check(source: &str) -> Result<(), String> {
    let parsed = parse(source);
    let report = parsed.report();
    let card = render::outline(source, parsed.bulletin(), &report);
    let page = format!("<!DOCTYPE html><title>a</title><body><p>before</p>{card}<p>after</p>");
    let dom = parse_document(RcDom::default(), Default::default()).one(page.as_str());
    if let Some(error) = dom.errors.borrow().first() {
        return Err(format!("{error}\n{card}"));
    }
    let nodes = descendants(&dom.document);
    for node in &nodes {
        harmless(node)?;
    }
    let body = nodes.iter().find(|node| name(node) == Some("body")).ok_or("no body")?;
    let parts: Vec<String> = body.children.borrow().iter().filter_map(name).map(str::to_owned).collect();
    same("part", &parts, &["p", "div", "p"].map(str::to_owned))?;

    let named = |wanted: &'static str| nodes.iter().filter(move |node| name(node) == Some(wanted));
    let found: Vec<_> = named("li").map(text).collect();
    let titles: Vec<_> = parsed.bulletin().articles().map(|article| article.title.as_ref()).collect();
    for (index, (line, title)) in found.iter().zip(&titles).enumerate() {
        let title = title.map_or_else(|| "no title".into(), |it| super::harmless(it.of(source)));
        if !line.starts_with(&title) {
            return Err(format!("article {index} is {title:?}, found {line:?}"));
        }
    }
    let (lines, rows) = (found.len(), named("tr").count());
    if (lines, rows) == (titles.len(), report.diagnostics().len().min(50)) {
        Ok(())
    } else {
        Err(format!("{lines} lines and {rows} rows\n{card}"))
    }
}
