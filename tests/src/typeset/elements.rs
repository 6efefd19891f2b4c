//! The logical lines of an issue in printed order.

use super::model::{Article, Block, Issue};
use super::style::{ColophonLines, EntryMark, Style};

/// What a logical line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Notices, name, publisher, issue line, date.
    Masthead,
    /// 目录.
    ContentsHeading,
    /// A section's name, or the line under it, in the contents list.
    ContentsLabel,
    /// An entry.
    Entry,
    /// A section's name in the body, or the line under it.
    Section,
    /// An article's title.
    Title,
    /// An article's subtitle.
    Subtitle,
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// 表1, 图1.
    Caption,
    /// A row of a table, its cells parted by tabs until the layout sets it.
    Row,
    /// 注:.
    Note,
    /// An attribution on a line of its own.
    Attribution,
    /// A line of the colophon.
    Colophon,
    /// The first line of an imprint.
    Imprint,
}

/// A logical line: what a page without edges would have on one line.
#[derive(Clone, Debug)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Its characters.
    pub text: String,
    /// The page of an entry with everything before it: `……3`.
    pub tail: String,
    /// Section, article and block of a paragraph.
    pub place: Option<(usize, usize, usize)>,
    /// What follows a paragraph in its article.
    pub next: Next,
    /// Whether an enumerator opens the paragraph.
    pub marked: bool,
}

/// What follows a paragraph in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// A paragraph that nothing but layout tells from this one.
    Paragraph,
    /// A paragraph that an enumerator opens.
    Marked,
    /// Anything else, or nothing.
    Other,
}

/// The logical lines of an issue in printed order.
pub fn elements(issue: &Issue, style: &Style) -> Vec<Element> {
    let mut out = Elements { out: Vec::new() };
    out.masthead(issue);
    out.contents(issue, style);
    for (index, section) in issue.sections.iter().enumerate() {
        if let Some(name) = &section.name {
            out.push(Role::Section, style.body_label.around(name));
        }
        if let Some(series) = &section.series {
            out.push(Role::Section, format!("——{series}"));
        }
        for (number, article) in section.articles.iter().enumerate() {
            out.article(article, (index, number), style);
        }
    }
    out.colophon(issue, style);
    out.out
}

struct Elements {
    out: Vec<Element>,
}

impl Elements {
    fn push(&mut self, role: Role, text: String) {
        self.out.push(Element {
            role,
            text,
            tail: String::new(),
            place: None,
            next: Next::Other,
            marked: false,
        });
    }

    fn masthead(&mut self, issue: &Issue) {
        let it = &issue.masthead;
        it.notices.iter().for_each(|notice| self.push(Role::Masthead, notice.clone()));
        self.push(Role::Masthead, it.title.clone());
        if let Some(publisher) = &it.publisher {
            self.push(Role::Masthead, format!("{}{publisher}", it.role));
        }
        match &it.date_line {
            Some(date) if it.date_beside => self.push(Role::Masthead, format!("{}　{date}", it.issue_line)),
            date => {
                self.push(Role::Masthead, it.issue_line.clone());
                date.iter().for_each(|date| self.push(Role::Masthead, date.clone()));
            }
        }
    }

    fn contents(&mut self, issue: &Issue, style: &Style) {
        if issue.contents.is_empty() {
            return;
        }
        if let Some(heading) = style.contents_heading {
            self.push(Role::ContentsHeading, heading.to_owned());
        }
        let mut number = 0;
        for group in &issue.contents {
            let mut beside = None;
            if let Some(section) = &group.section {
                let label = style.label.around(section);
                if style.label_beside && group.series.is_none() && !group.entries.is_empty() {
                    beside = Some(label);
                } else {
                    self.push(Role::ContentsLabel, label);
                }
            }
            if let Some(series) = &group.series {
                self.push(Role::ContentsLabel, format!("——{series}"));
            }
            for entry in &group.entries {
                number += 1;
                let before = beside.take().map(|label| format!("{label} ")).unwrap_or_default();
                let mark = match style.entry_mark {
                    EntryMark::None => String::new(),
                    EntryMark::Bullet(sign) => sign.to_owned(),
                    EntryMark::Number => format!("{number}. "),
                };
                self.push(Role::Entry, format!("{before}{mark}{}", entry.title));
                let last = self.out.len() - 1;
                self.out[last].tail = entry.page.map(|page| style.page.before(page)).unwrap_or_default();
            }
        }
    }

    fn article(&mut self, article: &Article, (section, number): (usize, usize), style: &Style) {
        self.push(Role::Title, article.title.clone());
        article.subtitle.iter().for_each(|it| self.push(Role::Subtitle, format!("——{it}")));
        for (index, block) in article.blocks.iter().enumerate() {
            match block {
                Block::Heading { marker, text, .. } => {
                    let marker = marker.as_deref().unwrap_or_default();
                    self.push(Role::Heading, format!("{marker}{text}"));
                }
                Block::Paragraph { text, marker, .. } => {
                    self.push(Role::Paragraph, text.clone());
                    let next = article.blocks.get(index + 1);
                    let last = self.out.len() - 1;
                    self.out[last].place = Some((section, number, index));
                    self.out[last].marked = marker.is_some();
                    self.out[last].next = match next {
                        Some(Block::Paragraph { marker: None, .. }) => Next::Paragraph,
                        Some(Block::Paragraph { .. }) => Next::Marked,
                        _ => Next::Other,
                    };
                }
                Block::Caption(text) => self.push(Role::Caption, text.clone()),
                Block::Table(rows) => rows.iter().for_each(|row| self.push(Role::Row, row.join("\t"))),
                Block::Note(text) => self.push(Role::Note, text.clone()),
            }
        }
        for (index, attribution) in article.attributions.iter().enumerate() {
            let inline = style.inline.unwrap_or(attribution.inline);
            let is_bracket = attribution.printed.starts_with(['（', '(']);
            let printed = style.names.applied(&attribution.printed, &attribution.people);
            let last = self.out.len() - 1;
            if index == 0 && inline && is_bracket && self.out[last].role == Role::Paragraph {
                self.out[last].text.push_str(&printed);
            } else {
                self.push(Role::Attribution, printed);
            }
        }
    }

    fn colophon(&mut self, issue: &Issue, style: &Style) {
        let colon = |label: &str| if label == "共印" { "" } else { "：" };
        for imprint in &issue.colophon {
            let start = self.out.len();
            imprint.organisation.iter().for_each(|it| self.push(Role::Colophon, it.clone()));
            let mut fields = imprint.fields.iter().peekable();
            while let Some((label, value)) = fields.next() {
                let label =
                    if style.colophon == ColophonLines::Padded { padded(label) } else { label.clone() };
                let mut line = format!("{label}{}{value}", colon(&label));
                let between = match style.colophon {
                    ColophonLines::Blanks => "    ",
                    ColophonLines::Bars => " | ",
                    _ => "",
                };
                // Lists of bodies fill their lines; what is short shares one.
                while !between.is_empty() && line.chars().count() < 30 {
                    let Some((label, value)) = fields.next_if(|(_, value)| value.chars().count() < 30) else {
                        break;
                    };
                    line += &format!("{between}{label}{}{value}", colon(label));
                }
                self.push(Role::Colophon, line);
            }
            if let Some(first) = self.out.get_mut(start) {
                first.role = Role::Imprint;
            }
        }
    }
}

/// A label of two characters with a blank in its midst.
fn padded(label: &str) -> String {
    let characters: Vec<char> = label.chars().collect();
    match characters.as_slice() {
        [first, second] if label != "共印" => format!("{first}　{second}"),
        _ => label.to_owned(),
    }
}
