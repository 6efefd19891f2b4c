//! HTML, read back by html5ever: sound, without anything that runs or loads, and with the texts of the tree.

use html5ever::parse_document;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use torch_bulletin::facts::{self, FactOptions};
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

#[test]
fn every_page_with_facts_reads_back() {
    super::each(check_facts);
}

#[test]
fn every_page_with_facts_of_a_random_text_reads_back() {
    super::random("html with facts", check_facts);
}

/// The page with facts is the page without, but for the marks; each fact that stands in the page is marked with its own
/// words, its kind and its rule.
pub(super) fn check_facts(source: &str) -> Result<(), String> {
    let parsed = parse(source);
    let bulletin = parsed.bulletin();
    let facts = facts::extract(&parsed, &FactOptions::default().with_numbers(true));
    let page = render::html_with_facts(source, bulletin, &facts);
    let read = |page: &str| parse_document(RcDom::default(), Default::default()).one(page);
    let dom = read(&page);
    if let Some(error) = dom.errors.borrow().first() {
        return Err(format!("{error}\n{page}"));
    }
    let plain = read(&render::html(source, bulletin));
    let body = |dom: &RcDom| {
        let nodes = descendants(&dom.document);
        nodes.iter().find(|node| name(node) == Some("body")).map(text).unwrap_or_default()
    };
    same("text", &[body(&dom)], &[body(&plain)])?;

    let all: Vec<_> = facts.iter().collect();
    let mut words = vec![String::new(); all.len()];
    for node in descendants(&dom.document) {
        let Some(number) = attribute(&node, "data-fact") else {
            harmless(&node)?;
            continue;
        };
        let number: usize = number.parse().map_err(|_| format!("no number: {number}"))?;
        let fact = all.get(number).ok_or_else(|| format!("no fact {number}"))?;
        let found =
            [attribute(&node, "data-kind"), attribute(&node, "data-rule")].map(Option::unwrap_or_default);
        same("kind and rule", &found, &[fact.value.kind().to_owned(), fact.rule.to_string()])?;
        marked(&node)?;
        words[number].push_str(&text(&node));
    }
    for ((fact, words), number) in facts.iter().zip(&words).zip(0..) {
        // The date of the masthead has its own element, and what lies too deep has none.
        let printed: String = fact.text.spans().filter_map(|span| span.of(source)).collect();
        let shown = page_text(&printed);
        if !words.is_empty() && *words != shown {
            return Err(format!("fact {number} «{shown}» is marked as «{words}»"));
        }
        let hull = fact.text.hull();
        let deep = facts.iter().filter(|it| it.text.hull().contains(hull)).count() > 8;
        if words.is_empty() && fact.article.is_some() && !deep {
            return Err(format!("fact {number} «{shown}» is not marked\n{page}"));
        }
    }
    Ok(())
}

/// What a page shows of a text: the line ends and the controls in it are replaced.
fn page_text(text: &str) -> String {
    super::harmless(text.into())
}

/// `time`, `data` or `mark`, with data and nothing that runs.
fn marked(node: &Handle) -> Result<(), String> {
    let NodeData::Element { name, attrs, .. } = &node.data else { return Err("no element".to_owned()) };
    let own = match &*name.local {
        "time" => "datetime",
        "data" => "value",
        "mark" => "title",
        other => return Err(format!("a strange element {other}")),
    };
    let names: Vec<_> = attrs.borrow().iter().map(|it| it.name.local.to_string()).collect();
    if !names.iter().any(|it| it == own) {
        return Err(format!("{own} is missing of {}", name.local));
    }
    match names.iter().find(|it| !it.starts_with("data-") && !["title", own].contains(&it.as_str())) {
        Some(strange) => Err(format!("a strange attribute {strange}")),
        None => Ok(()),
    }
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
