//! What an issue says, before anybody prints it; and the neutral form that a parse of the print must have.

use serde_json::{Value, json};

/// An issue: the same parts as `structure.json` has, and how a few of them are worded in print.
#[derive(Clone, Debug)]
pub struct Issue {
    /// The name in reports: `unknown-sections`.
    pub name: String,
    /// The head of the first page.
    pub masthead: Masthead,
    /// The contents list; empty where the issue has none.
    pub contents: Vec<Group>,
    /// The body.
    pub sections: Vec<Section>,
    /// The imprints at the end.
    pub colophon: Vec<Imprint>,
    /// Whether punctuation is printed in half width, as much of what was scanned is.
    pub narrow: bool,
}

/// The masthead 报头.
#[derive(Clone, Debug)]
pub struct Masthead {
    /// The newsletter's name.
    pub title: String,
    /// The publisher, where it is printed.
    pub publisher: Option<String>,
    /// A label before the publisher (`主办：`), or nothing.
    pub role: &'static str,
    /// Lines such as 内部资料, above the name.
    pub notices: Vec<String>,
    /// The issue line as printed: `2021年第9期（总第514期）`.
    pub issue_line: String,
    /// The date as printed.
    pub date_line: Option<String>,
    /// Whether the date stands on the line of the issue.
    pub date_beside: bool,
    /// The year that the issue line says, or the date where the line says none.
    pub year: Option<u16>,
    /// First and last number.
    pub number: Option<(u32, u32)>,
    /// First and last number since the first issue.
    pub cumulative: Option<(u32, u32)>,
    /// `regular`, `supplement` or `special`.
    pub kind: &'static str,
    /// `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// A group of the contents list: a section and its entries.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The section's name.
    pub section: Option<String>,
    /// The line under it, without its dash.
    pub series: Option<String>,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// One entry of the contents list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The title as the list words it.
    pub title: String,
    /// The page that the list prints.
    pub page: Option<u32>,
}

/// A section of the body.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its name; none where the issue has no sections.
    pub name: Option<String>,
    /// The line under its name, without its dash.
    pub series: Option<String>,
    /// Its articles.
    pub articles: Vec<Article>,
}

/// An article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// The line under the title, without its dash.
    pub subtitle: Option<String>,
    /// Headings, paragraphs, tables.
    pub blocks: Vec<Block>,
    /// Who is named for it; several brackets may follow each other.
    pub attributions: Vec<Attribution>,
}

/// One part of an article's body.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading; `text` without its marker.
    Heading {
        /// By order of appearance in its article, from 1.
        level: u8,
        /// 一、 or the like.
        marker: Option<String>,
        /// The words.
        text: String,
    },
    /// A paragraph; `text` with marker and lead.
    Paragraph {
        /// The enumerator that opens it.
        marker: Option<String>,
        /// The run-in heading, without its full stop.
        lead: Option<String>,
        /// A lead that may as well be none: a short first sentence.
        open_lead: Option<String>,
        /// All of it.
        text: String,
    },
    /// 表1 or 图1 with its words.
    Caption(String),
    /// Rows of cells; none is empty.
    Table(Vec<Vec<String>>),
    /// 注: under a table.
    Note(String),
}

/// An attribution, and how it is printed.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// What the print calls it: 供稿.
    pub label: Option<String>,
    /// Bodies.
    pub organisations: Vec<String>,
    /// People.
    pub people: Vec<String>,
    /// As printed, brackets included.
    pub printed: String,
    /// Whether it stands at the end of the last paragraph.
    pub inline: bool,
}

/// The lines of one body in the colophon.
#[derive(Clone, Debug, Default)]
pub struct Imprint {
    /// The body, where it is printed without a label.
    pub organisation: Option<String>,
    /// Labels and values.
    pub fields: Vec<(String, String)>,
}

impl Issue {
    /// Every article with the index of its section, in printed order.
    pub fn articles(&self) -> impl Iterator<Item = (usize, &Article)> {
        self.sections.iter().enumerate().flat_map(|(at, it)| it.articles.iter().map(move |it| (at, it)))
    }

    /// The contents list that names everything as the body does.
    pub fn faithful_contents(&self) -> Vec<Group> {
        let entry = |it: &Article| Entry { title: it.title.clone(), page: None };
        let group = |it: &Section| Group {
            section: it.name.clone(),
            series: it.series.clone(),
            entries: it.articles.iter().map(entry).collect(),
        };
        self.sections.iter().map(group).collect()
    }

    /// The neutral form: what `structure.json` would say of this issue.
    pub fn structure(&self) -> Value {
        let Masthead { title, publisher, year, number, cumulative, kind, date, .. } = &self.masthead;
        let pair = |it: &Option<(u32, u32)>| it.map(|(first, last)| json!([first, last]));
        let entry = |it: &Entry| json!({"title": it.title, "page": it.page});
        let group = |it: &Group| {
            let entries: Value = it.entries.iter().map(entry).collect();
            json!({"section": it.section, "series": it.series, "entries": entries})
        };
        let section = |it: &Section| {
            let articles: Value = it.articles.iter().map(article).collect();
            json!({"name": it.name, "series": it.series, "articles": articles})
        };
        let fields = self.colophon.iter().flat_map(|it| &it.fields);
        let organisations = self.colophon.iter().filter_map(|it| it.organisation.as_ref());
        json!({
            "masthead": {
                "title": title, "publisher": publisher, "year": year, "number": pair(number),
                "cumulative": pair(cumulative), "kind": kind, "date": date,
            },
            "contents": self.contents.iter().map(group).collect::<Value>(),
            "sections": self.sections.iter().map(section).collect::<Value>(),
            "colophon": {
                "fields": fields.map(|(label, value)| json!([label, value])).collect::<Value>(),
                "organisations": organisations.map(|it| json!(it)).collect::<Value>(),
            },
        })
    }
}

fn article(it: &Article) -> Value {
    let attribution = it.attributions.first().map(|first| {
        let all = || it.attributions.iter();
        json!({
            "label": first.label,
            "organisations": all().flat_map(|it| &it.organisations).collect::<Vec<_>>(),
            "people": all().flat_map(|it| &it.people).collect::<Vec<_>>(),
        })
    });
    let blocks: Value = it.blocks.iter().map(block).collect();
    json!({"title": it.title, "subtitle": it.subtitle, "blocks": blocks, "attribution": attribution})
}

fn block(it: &Block) -> Value {
    match it {
        Block::Heading { level, marker, text } => {
            json!({"type": "heading", "level": level, "marker": marker, "text": text})
        }
        Block::Paragraph { marker, lead, open_lead, text } => {
            let mut out = json!({"type": "paragraph", "marker": marker, "lead": lead, "text": text});
            if let Some(lead) = open_lead {
                out["alt"] = json!({"lead": lead});
            }
            out
        }
        Block::Caption(text) => json!({"type": "caption", "text": text}),
        Block::Table(rows) => json!({"type": "table", "rows": rows}),
        Block::Note(text) => json!({"type": "note", "text": text}),
    }
}
