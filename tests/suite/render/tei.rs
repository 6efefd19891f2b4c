//! TEI, read back by roxmltree: well-formed, within the rules of TEI P5, and with the texts of the tree.

use roxmltree::{Document, Node};
use torch_bulletin::model::FurnitureKind;
use torch_bulletin::{Join, parse, render};

use super::tei_rules;
use super::{harmless, headings, ids, paragraphs, same, title};

#[test]
fn every_edition_reads_back() {
    super::each(check);
}

#[test]
fn every_edition_of_a_random_text_reads_back() {
    super::random("tei", check);
}

#[test]
fn a_page_end_inside_a_paragraph_is_marked_where_it_was() {
    let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n　　3月5日，江州高新区举办创业辅导日，来自12家企业的人\n\
                  — 1 —\n\u{C}员参加，现场解答了税务、融资和用工方面的问题。\n（供稿：江州高新区）\n— 2 —\n";
    let parsed = parse(source);
    let tei = render::tei(source, parsed.bulletin());
    assert!(tei.contains("企业的人<fw type=\"pageNum\">— 1 —</fw><pb n=\"2\"/>员参加"), "{tei}");
    check(source).unwrap();
}

/// The document is well-formed and keeps the rules; titles, headings and paragraphs are those of the tree; every
/// page and every line of furniture is there once.
pub(super) fn check(source: &str) -> Result<(), String> {
    let parsed = parse(source);
    let bulletin = parsed.bulletin();
    let tei = render::tei(source, bulletin);
    let document = Document::parse(&tei).map_err(|error| format!("{error}\n{tei}"))?;
    tei_rules::check(&document)?;

    let articles: Vec<_> = document.descendants().filter(|node| is_div(*node, "article")).collect();
    let xml = "http://www.w3.org/XML/1998/namespace";
    let found: Vec<_> =
        articles.iter().filter_map(|it| it.attribute((xml, "id"))).map(str::to_owned).collect();
    let expected: Vec<_> = ids(bulletin).iter().map(|id| format!("i{}", id.replace('/', "."))).collect();
    same("xml:id", &found, &expected)?;
    for target in document.descendants().filter_map(|node| node.attribute("target")) {
        let target = target.strip_prefix('#').unwrap_or_default();
        if !found.iter().any(|id| id == target) {
            return Err(format!("a reference that leads nowhere: {target}"));
        }
    }
    for (node, article) in articles.iter().zip(bulletin.articles()) {
        let texts = |of: &dyn Fn(Node<'_, '_>) -> bool| -> Vec<String> {
            node.descendants().filter(|node| of(*node)).map(text).collect()
        };
        let named = |node: Node<'_, '_>, name: &str| node.has_tag_name((tei_rules::TEI, name));
        let own = |it: Node<'_, '_>| {
            named(it, "head") && it.parent() == Some(*node) && it.attribute("type").is_none()
        };
        same("title", &texts(&own), &title(source, article.title.as_ref()))?;
        let heading =
            |it: Node<'_, '_>| named(it, "head") && it.parent().is_some_and(|it| is_div(it, "subsection"));
        same("heading", &texts(&heading), &headings(source, article))?;
        same("paragraph", &texts(&|it| named(it, "p")), &paragraphs(source, article))?;
    }

    let count =
        |name: &str| document.descendants().filter(|it| it.has_tag_name((tei_rules::TEI, name))).count();
    let page_joins = bulletin.articles().flat_map(|it| &it.blocks).filter_map(|it| it.text());
    let page_joins =
        page_joins.flat_map(|it| it.tail()).filter(|it| matches!(it.join, Join::Page | Join::PageSpace));
    if count("pb") < bulletin.pages.len().max(page_joins.count()) {
        return Err("a page break is lost".to_owned());
    }
    let mut furniture: Vec<_> = bulletin.furniture.iter().collect();
    furniture.sort_by_key(|it| it.text.head());
    let expected: Vec<_> = furniture.iter().map(|it| harmless(it.text.of(source))).collect();
    let forms: Vec<_> = document.descendants().filter(|it| it.has_tag_name((tei_rules::TEI, "fw"))).collect();
    same(
        "fw",
        &forms.iter().map(|it| it.text().unwrap_or_default().to_owned()).collect::<Vec<_>>(),
        &expected,
    )?;
    for (form, it) in forms.iter().zip(furniture) {
        if (it.kind == FurnitureKind::PageNumber) != (form.attribute("type") == Some("pageNum")) {
            return Err(format!("a form of type {:?} for {}", form.attribute("type"), it.kind));
        }
    }
    Ok(())
}

fn is_div(node: Node<'_, '_>, kind: &str) -> bool {
    node.has_tag_name((tei_rules::TEI, "div")) && node.attribute("type") == Some(kind)
}

/// The text of an element without the furniture that the page put into it.
fn text(node: Node<'_, '_>) -> String {
    let texts = node
        .descendants()
        .filter(|it| it.is_text() && !it.ancestors().any(|it| it.has_tag_name((tei_rules::TEI, "fw"))));
    texts.filter_map(|it| it.text()).collect()
}
