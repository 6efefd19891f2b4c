//! HTML, read back by html5ever: sound, without anything that runs or loads, and with the texts of the tree.

use html5ever::parse_document;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use torch_bulletin::{parse, render};

use super::{headings, ids, paragraphs, same, title};

#[test]
fn every_page_reads_back() {
    super::each(check);
}

#[test]
fn every_page_of_a_random_text_reads_back() {
    super::random("html", check);
}

/// The page has no error, no element that runs or loads, no link that leads nowhere; titles, headings and
/// paragraphs are those of the tree, each without a line end.
pub(super) fn check(source: &str) -> Result<(), String> {
    let parsed = parse(source);
    let bulletin = parsed.bulletin();
    let page = render::html(source, bulletin);
    let dom = parse_document(RcDom::default(), Default::default()).one(page.as_str());
    if let Some(error) = dom.errors.borrow().first() {
        return Err(format!("{error}\n{page}"));
    }
    let nodes = descendants(&dom.document);
    for node in &nodes {
        harmless(node)?;
    }

    let articles: Vec<_> = nodes.iter().filter(|node| name(node) == Some("article")).collect();
    let found: Vec<_> = articles.iter().filter_map(|node| attribute(node, "id")).collect();
    same("id", &found, &ids(bulletin))?;
    for link in nodes.iter().filter_map(|node| attribute(node, "href")) {
        let target = link.strip_prefix('#').ok_or_else(|| format!("a link out of the page: {link}"))?;
        if !found.iter().any(|id| id == target) {
            return Err(format!("a link that leads nowhere: {link}"));
        }
    }
    for (node, article) in articles.iter().zip(bulletin.articles()) {
        let texts = |of: &dyn Fn(&Handle) -> bool| -> Vec<String> {
            node.children.borrow().iter().filter(|node| of(node)).map(text).collect()
        };
        same("title", &texts(&|node| name(node) == Some("h3")), &title(source, article.title.as_ref()))?;
        let heading = |node: &Handle| matches!(name(node), Some("h4" | "h5" | "h6"));
        same("heading", &texts(&heading), &headings(source, article))?;
        let paragraph = |node: &Handle| name(node) == Some("p") && attribute(node, "class").is_none();
        let found = texts(&paragraph);
        same("paragraph", &found, &paragraphs(source, article))?;
        if let Some(cut) = found.iter().find(|it| it.contains(['\n', '\r'])) {
            return Err(format!("a line end in a paragraph: {cut:?}"));
        }
    }
    Ok(())
}

/// Only the elements of the page's own table, and no attribute that runs or loads.
pub(super) fn harmless(node: &Handle) -> Result<(), String> {
    const ELEMENTS: &[&str] = &[
        "html",
        "head",
        "meta",
        "style",
        "title",
        "body",
        "header",
        "nav",
        "main",
        "section",
        "article",
        "aside",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "time",
        "ul",
        "li",
        "a",
        "span",
        "figure",
        "figcaption",
        "table",
        "caption",
        "tbody",
        "tr",
        "td",
        "dl",
        "dt",
        "dd",
        // Of the outline alone.
        "div",
        "ol",
        "i",
        "small",
        "details",
        "summary",
    ];
    const ATTRIBUTES: &[&str] = &[
        "lang",
        "charset",
        "name",
        "content",
        "id",
        "class",
        "href",
        "datetime",
        "aria-label",
        "aria-level",
        "data-marker",
        "data-number",
        "start",
        "value",
    ];
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            if !ELEMENTS.contains(&&*name.local) {
                return Err(format!("a strange element {}", name.local));
            }
            match attrs.borrow().iter().find(|it| !ATTRIBUTES.contains(&&*it.name.local)) {
                Some(strange) => Err(format!("a strange attribute {}", strange.name.local)),
                None => Ok(()),
            }
        }
        NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } => Err("a comment".to_owned()),
        _ => Ok(()),
    }
}

pub(super) fn name(node: &Handle) -> Option<&str> {
    match &node.data {
        NodeData::Element { name, .. } => Some(&name.local),
        _ => None,
    }
}

fn attribute(node: &Handle, key: &str) -> Option<String> {
    match &node.data {
        NodeData::Element { attrs, .. } => {
            attrs.borrow().iter().find(|it| &*it.name.local == key).map(|it| it.value.to_string())
        }
        _ => None,
    }
}

pub(super) fn text(node: &Handle) -> String {
    let texts = descendants(node).into_iter().filter_map(|node| match &node.data {
        NodeData::Text { contents } => Some(contents.borrow().to_string()),
        _ => None,
    });
    texts.collect()
}

/// A node and all below it, in the order of the document.
pub(super) fn descendants(node: &Handle) -> Vec<Handle> {
    let mut nodes = Vec::new();
    let mut stack = vec![node.clone()];
    while let Some(node) = stack.pop() {
        stack.extend(node.children.borrow().iter().rev().cloned());
        nodes.push(node);
    }
    nodes
}
