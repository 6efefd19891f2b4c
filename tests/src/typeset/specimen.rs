//! The specimens of the corpus as models: from what was written by hand about each, not from a parse.

use serde_json::Value;

use super::model::{Article, Attribution, Block, Entry, Group, Imprint, Issue, Masthead, Section};
use crate::corpus;

/// Every specimen, worded as its `structure.json` words it.
///
/// # Panics
/// Where a specimen has no `structure.json` of the documented form.
pub fn specimens() -> Vec<Issue> {
    corpus::issues().iter().map(specimen).collect()
}

fn specimen(case: &corpus::Case) -> Issue {
    let gold = case.file("structure.json").expect("a specimen has a structure.json");
    let gold: Value = serde_json::from_str(&gold).expect("structure.json is JSON");
    let narrow = gold["layout"]["colon"] == ":";
    let fields = items(&gold["colophon"]["fields"]).map(|it| (words(&it[0]), words(&it[1])));
    Issue {
        name: case.name.clone(),
        masthead: masthead(&gold["masthead"]),
        contents: items(&gold["contents"]).map(group).collect(),
        sections: items(&gold["sections"]).map(section).collect(),
        colophon: imprints(text(&gold["colophon"]["organisations"][0]), fields),
        narrow,
    }
}

fn masthead(it: &Value) -> Masthead {
    let year = it["year"].as_u64().expect("a specimen says its year") as u16;
    let number = pair(&it["number"]);
    let cumulative = pair(&it["cumulative"]);
    let kind = match it["kind"].as_str() {
        Some("supplement") => "supplement",
        Some("special") => "special",
        _ => "regular",
    };
    let date = text(&it["date"]);
    let mut issue_line = format!("{year}年");
    match number {
        Some((first, last)) if first == last => issue_line += &format!("第{first}期"),
        Some((first, last)) => issue_line += &format!("第{first}-{last}期"),
        None if kind == "special" => issue_line += "专刊",
        None => issue_line += "增刊",
    }
    match cumulative {
        Some((first, last)) if first == last => issue_line += &format!("（总第{first}期）"),
        Some((first, last)) => issue_line += &format!("（总第{first}-{last}期）"),
        None => {}
    }
    let date_line = date.as_deref().map(|date| {
        let mut parts = date.split('-').map(|it| it.trim_start_matches('0'));
        let mut part = || parts.next().unwrap_or_default();
        format!("{}年{}月{}日", part(), part(), part())
    });
    Masthead {
        title: words(&it["title"]),
        publisher: text(&it["publisher"]),
        role: "",
        notices: Vec::new(),
        issue_line,
        date_line,
        date_beside: true,
        year: Some(year),
        number,
        cumulative,
        kind,
        date,
    }
}

fn group(it: &Value) -> Group {
    let entry = |it: &Value| Entry {
        title: words(&it["title"]),
        page: it["page"].as_u64().and_then(|page| u32::try_from(page).ok()),
    };
    Group {
        section: text(&it["section"]),
        series: text(&it["series"]),
        entries: items(&it["entries"]).map(entry).collect(),
    }
}

fn section(it: &Value) -> Section {
    Section {
        name: text(&it["name"]),
        series: text(&it["series"]),
        articles: items(&it["articles"]).map(article).collect(),
    }
}

fn article(it: &Value) -> Article {
    let attribution = (!it["attribution"].is_null()).then(|| Attribution {
        label: text(&it["attribution"]["label"]),
        organisations: items(&it["attribution"]["organisations"]).map(words).collect(),
        people: items(&it["attribution"]["people"]).map(words).collect(),
        printed: words(&it["layout"]["attribution"]),
        inline: it["layout"]["inline"] == true,
    });
    Article {
        title: words(&it["title"]),
        subtitle: text(&it["subtitle"]),
        blocks: items(&it["blocks"]).map(block).collect(),
        attributions: attribution.into_iter().collect(),
    }
}

fn block(it: &Value) -> Block {
    let words_of = || words(&it["text"]);
    match it["type"].as_str() {
        Some("heading") => Block::Heading {
            level: it["level"].as_u64().unwrap_or(1) as u8,
            marker: text(&it["marker"]),
            text: words_of(),
        },
        Some("paragraph") => Block::Paragraph {
            marker: text(&it["marker"]),
            lead: text(&it["lead"]),
            open_lead: text(&it["alt"]["lead"]),
            text: words_of(),
        },
        Some("caption") => Block::Caption(words_of()),
        Some("note") => Block::Note(words_of()),
        Some("table") => {
            Block::Table(items(&it["rows"]).map(|row| items(row).map(words).collect()).collect())
        }
        other => panic!("structure.json has a block of the type {other:?}"),
    }
}

/// The form has the fields in one list; a new imprint begins where the print has a blank line.
fn imprints(organisation: Option<String>, fields: impl Iterator<Item = (String, String)>) -> Vec<Imprint> {
    let mut out = vec![Imprint { organisation, fields: Vec::new() }];
    for (label, value) in fields {
        if matches!(label.as_str(), "编辑部地址" | "主编" | "报") && !out[out.len() - 1].fields.is_empty()
        {
            out.push(Imprint::default());
        }
        let last = out.len() - 1;
        out[last].fields.push((label, value));
    }
    out.retain(|it| it.organisation.is_some() || !it.fields.is_empty());
    out
}

fn items(it: &Value) -> impl Iterator<Item = &Value> {
    it.as_array().into_iter().flatten()
}

fn text(it: &Value) -> Option<String> {
    it.as_str().map(str::to_owned)
}

fn words(it: &Value) -> String {
    text(it).unwrap_or_default()
}

fn pair(it: &Value) -> Option<(u32, u32)> {
    let number = |at: usize| it.get(at)?.as_u64().and_then(|it| u32::try_from(it).ok());
    Some((number(0)?, number(1)?))
}
