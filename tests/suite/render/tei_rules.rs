//! The rules of TEI P5 for the elements in use: where each may stand, what it may hold, which attributes it has.
//!
//! From the content models of the TEI P5 guidelines, as far as what is written could break them. `pb`, `fw`, `note` and
//! `figure` belong to model.global, and so stand nearly everywhere.

use roxmltree::{Document, Node};

/// The namespace of TEI.
pub(super) const TEI: &str = "http://www.tei-c.org/ns/1.0";

/// An element: its name, the elements it may stand in, its attributes, and whether it holds text.
type Rule = (&'static str, &'static [&'static str], &'static [&'static str], bool);

const RULES: &[Rule] = &[
    ("TEI", &[], &["lang"], false),
    ("teiHeader", &["TEI"], &[], false),
    ("fileDesc", &["teiHeader"], &[], false),
    ("titleStmt", &["fileDesc"], &[], false),
    ("publicationStmt", &["fileDesc"], &[], false),
    ("sourceDesc", &["fileDesc"], &[], false),
    ("title", &["titleStmt", "bibl"], &["level"], true),
    ("bibl", &["sourceDesc"], &[], true),
    ("publisher", &["bibl"], &[], true),
    ("idno", &["bibl"], &["type"], true),
    ("biblScope", &["bibl"], &["unit", "from", "to"], true),
    ("date", &["bibl"], &["when"], true),
    ("text", &["TEI"], &[], false),
    ("front", &["text"], &[], false),
    ("body", &["text"], &[], false),
    ("back", &["text"], &[], false),
    ("titlePage", &["front"], &[], false),
    ("titlePart", &["titlePage"], &["type"], true),
    ("docImprint", &["titlePage"], &[], true),
    ("docEdition", &["titlePage"], &[], true),
    ("docDate", &["titlePage"], &["when"], true),
    ("div", &["front", "body", "back", "div"], &["type", "id", "n"], false),
    ("head", &["div", "list", "table", "figure"], &["type"], true),
    ("p", &["publicationStmt", "body", "div"], &["n"], true),
    ("list", &["div"], &["type"], false),
    ("label", &["list"], &[], true),
    ("item", &["list"], &[], true),
    ("ref", &["item"], &["target"], true),
    ("seg", &["item"], &["type"], true),
    ("table", &["div"], &[], false),
    ("row", &["table"], &[], false),
    ("cell", &["row"], &[], true),
    ("figure", GLOBAL, &[], false),
    ("note", GLOBAL, &[], true),
    ("byline", &["div"], &[], true),
    ("orgName", &["byline"], &[], true),
    ("persName", &["byline"], &[], true),
    ("pb", GLOBAL, &["n"], false),
    ("fw", GLOBAL, &["type"], true),
];

/// Where members of model.global may stand, among the elements in use.
const GLOBAL: &[&str] = &[
    "text",
    "front",
    "body",
    "back",
    "titlePage",
    "titlePart",
    "div",
    "head",
    "p",
    "list",
    "label",
    "item",
    "ref",
    "table",
    "cell",
    "figure",
    "note",
    "byline",
];

/// Elements that must hold others, and which.
const NEEDS: &[(&str, &[&str])] = &[
    ("TEI", &["teiHeader", "text"]),
    ("teiHeader", &["fileDesc"]),
    ("fileDesc", &["titleStmt", "publicationStmt", "sourceDesc"]),
    ("titleStmt", &["title"]),
    ("publicationStmt", &["p"]),
    ("sourceDesc", &["bibl"]),
    ("text", &["body"]),
    ("list", &["item"]),
    ("table", &["row"]),
    ("row", &["cell"]),
];

/// Every element keeps its rule.
pub(super) fn check(document: &Document<'_>) -> Result<(), String> {
    if !document.root_element().has_tag_name((TEI, "TEI")) {
        return Err("the root is no TEI".to_owned());
    }
    document.descendants().filter(|node| node.is_element()).try_for_each(element)
}

fn element(node: Node<'_, '_>) -> Result<(), String> {
    let name = node.tag_name().name();
    let Some((_, parents, attributes, text)) = RULES.iter().find(|rule| rule.0 == name) else {
        return Err(format!("<{name}> has no rule"));
    };
    let parent = node.parent_element().map_or("", |it| it.tag_name().name());
    if !parent.is_empty() && !parents.contains(&parent) {
        return Err(format!("<{name}> stands in <{parent}>"));
    }
    for attribute in node.attributes() {
        if !attributes.contains(&attribute.name()) || attribute.value().is_empty() {
            return Err(format!("<{name}> has {}={:?}", attribute.name(), attribute.value()));
        }
        if attribute.name() == "id" && !is_name(attribute.value()) {
            return Err(format!("xml:id={:?} is no name", attribute.value()));
        }
    }
    let bare = node.children().filter(Node::is_text).filter_map(|it| it.text());
    if let Some(bare) = bare.into_iter().find(|it| !text && !it.trim_matches([' ', '\n']).is_empty()) {
        return Err(format!("<{name}> holds the text {bare:?}"));
    }
    let held: Vec<_> = node.children().filter(Node::is_element).map(|it| it.tag_name().name()).collect();
    for needed in NEEDS.iter().filter(|it| it.0 == name).flat_map(|it| it.1) {
        if !held.contains(needed) {
            return Err(format!("<{name}> has no <{needed}>"));
        }
    }
    match name {
        // Heads before all, divisions after all but a byline; a page's own may stand anywhere.
        "div" => ordered(name, &held, |it| match it {
            "head" => Some(0),
            "p" | "list" | "table" => Some(1),
            "div" => Some(2),
            "byline" => Some(3),
            _ => None,
        }),
        "list" | "table" | "figure" => ordered(name, &held, |it| match it {
            "head" => Some(0),
            "item" | "label" | "row" => Some(1),
            _ => None,
        }),
        "titlePage" if !held.iter().any(|it| !matches!(*it, "pb" | "fw")) => {
            Err("a title page without a part".to_owned())
        }
        _ => Ok(()),
    }
}

/// The children stand in the order of their ranks.
fn ordered(name: &str, held: &[&str], rank: fn(&str) -> Option<u8>) -> Result<(), String> {
    let ranks: Vec<_> = held.iter().filter_map(|it| rank(it)).collect();
    if ranks.is_sorted() { Ok(()) } else { Err(format!("<{name}> holds {held:?}, out of order")) }
}

/// An NCName, as far as ours go.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'))
}
