//! A recipe for a print, and the print: the text, and the structure that a parse of it must have.

use serde_json::{Value, json};

use super::characters::Characters;
use super::elements::{Role, elements};
use super::layout::{Gaps, Layout};
use super::model::Issue;
use super::set::{Line, Sheet, set};
use super::style::Style;
use super::wrap::columns;
use crate::random::Random;
use crate::structure;

/// Everything that decides a print; an artefact changes a part of it.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// What the issue says.
    pub issue: Issue,
    /// How its parts are worded.
    pub style: Style,
    /// How its lines are set.
    pub layout: Layout,
    /// What happens to the lines.
    pub(crate) damage: Damage,
    /// How the characters are typed, before lines are set: widths decide where lines end.
    pub(crate) typed: Vec<Characters>,
    /// What happens to the characters of the set text.
    pub(crate) characters: Vec<Characters>,
}

/// What happens to lines after they are set.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Damage {
    /// All blank lines are lost.
    pub(crate) lost_gaps: bool,
    /// Blank lines come where none were.
    pub(crate) more_gaps: bool,
    /// Some lines of prose are there twice.
    pub(crate) doubled: bool,
    /// The last line of a page is there again at the head of the next.
    pub(crate) doubled_over_pages: bool,
    /// Form feeds between logical lines.
    pub(crate) form_feeds: bool,
    /// The foot stands at the end of the last line of its page.
    pub(crate) glued: bool,
}

/// A printed issue.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The text.
    pub text: String,
    /// The structure that a parse must have, folded, with the borders that the print leaves open.
    pub expected: Value,
    /// What the print no longer decides, one line each.
    pub undecided: Vec<String>,
}

impl Recipe {
    /// The issue as a layout prints it where nothing goes wrong.
    pub fn new(issue: &Issue, layout: Layout) -> Self {
        Self {
            issue: issue.clone(),
            style: Style::default(),
            layout,
            damage: Damage::default(),
            typed: if issue.narrow { vec![super::characters::narrow_marks] } else { Vec::new() },
            characters: Vec::new(),
        }
    }

    /// Whether anything tells a title from a heading: the contents list, the attribution before it, or blank
    /// lines that stand around titles and nowhere else.
    pub fn shows_titles(&self) -> bool {
        let signed = self.issue.articles().all(|(_, it)| !it.attributions.is_empty());
        let set = self.layout.gaps == Gaps::Titles && !self.damage.lost_gaps && !self.damage.more_gaps;
        !self.issue.contents.is_empty() || signed || set
    }

    /// Prints.
    pub fn print(&self, random: &mut Random) -> Printed {
        let mut elements = elements(&self.issue, &self.style);
        for element in &mut elements {
            element.text = self.typed(&element.text, random);
            element.tail = self.typed(&element.tail, random);
        }
        let gaps_show = !self.damage.lost_gaps && !self.damage.more_gaps;
        let mut sheet = set(&elements, &self.layout, &self.style, gaps_show, random);
        let mut expected = self.issue.structure();
        let undecided = open_borders(&sheet, &mut expected);
        self.damage(&mut sheet, random);
        let mut text = self.joined(&sheet, random);
        for change in &self.characters {
            text = change(&text, random);
        }
        Printed { text, expected: folded(&expected), undecided }
    }

    fn typed(&self, text: &str, random: &mut Random) -> String {
        self.typed.iter().fold(text.to_owned(), |text, change| change(&text, random))
    }

    fn damage(&self, sheet: &mut Sheet, random: &mut Random) {
        let Damage { lost_gaps, more_gaps, doubled, doubled_over_pages, form_feeds, .. } = self.damage;
        let more_gaps = more_gaps || self.layout.gaps == Gaps::Random;
        for page in &mut sheet.pages {
            if lost_gaps {
                page.retain(|line| line.role.is_some());
            }
            let mut out: Vec<Line> = Vec::with_capacity(page.len());
            for line in page.drain(..) {
                let is_prose = line.role == Some(Role::Paragraph) && columns(&line.text) >= 20;
                let again = doubled && is_prose && random.percent(4);
                // A form feed in the midst of a paragraph would be a page's end.
                let fits = !matches!(
                    line.role,
                    Some(Role::Paragraph | Role::Row | Role::Entry | Role::Title) | None
                );
                if form_feeds && fits && random.percent(15) {
                    out.push(Line { text: "\u{C}".to_owned(), role: None });
                }
                if more_gaps && !out.is_empty() && line.role != Some(Role::Row) && random.percent(15) {
                    out.push(Line { text: String::new(), role: None });
                }
                if again {
                    out.push(line.clone());
                }
                out.push(line);
            }
            *page = out;
        }
        if doubled_over_pages {
            for index in 1..sheet.pages.len() {
                let last = sheet.pages[index - 1].iter().rfind(|line| line.role.is_some()).cloned();
                let is_long = |line: &Line| line.role == Some(Role::Paragraph) && columns(&line.text) >= 20;
                sheet.pages[index].splice(0..0, last.filter(is_long));
            }
        }
    }

    /// The text of all pages, with heads and feet.
    fn joined(&self, sheet: &Sheet, random: &mut Random) -> String {
        let Layout { head, foot, head_first, form_feed, measure, gaps, .. } = self.layout;
        let total = sheet.pages.len();
        let mut number = |pattern: &str, index: usize| {
            let it = pattern.replace("{n}", &(index + 1).to_string());
            let it = it.replace("{t}", &total.to_string()).replace("{title}", &self.issue.masthead.title);
            self.typed(&it.replace("{issue}", &self.running_head()), random)
        };
        let centred = |it: String| {
            let blanks =
                measure.filter(|_| self.layout.centred).unwrap_or(0).saturating_sub(columns(&it)) / 2;
            format!("{:blanks$}{it}", "")
        };
        let mut out = String::new();
        for (index, page) in sheet.pages.iter().enumerate() {
            let mut lines: Vec<String> = Vec::with_capacity(page.len() + 2);
            if !head.is_empty() && (index > 0 || head_first) {
                lines.extend(number(head, index).split('\n').map(|it| centred(it.to_owned())));
            }
            lines.extend(page.iter().map(|line| line.text.clone()));
            if !foot.is_empty() {
                let foot = number(foot, index);
                match lines.iter_mut().rfind(|it| !it.is_empty()) {
                    Some(last) if self.damage.glued => last.push_str(&foot),
                    _ => lines.extend(foot.split('\n').map(|it| centred(it.to_owned()))),
                }
            }
            out.push_str(&lines.join("\n"));
            out.push('\n');
            if form_feed {
                out.push('\u{C}');
            } else if measure.is_none() && gaps == Gaps::Paragraphs && index + 1 < total {
                out.push('\n');
            }
        }
        out
    }

    /// What a running head says of the issue.
    fn running_head(&self) -> String {
        let masthead = &self.issue.masthead;
        let line = masthead.issue_line.split(['（', '(']).next().unwrap_or_default().trim();
        format!("{} {line}", masthead.title)
    }
}

/// Notes the borders that the page does not show in what is expected; and says which.
fn open_borders(sheet: &Sheet, expected: &mut Value) -> Vec<String> {
    let mut said = Vec::new();
    for &(place, characters) in &sheet.splits {
        let it = at(expected, place);
        let length =
            it["text"].as_str().unwrap_or_default().chars().filter(|&c| !torch_bulletin::is_blank(c));
        // At the very end stands what belongs to the attribution.
        if characters < length.count() {
            said.push(format!("{}: a line ends on a closing mark after {characters} characters", name(it)));
            match it["may_split_at"].as_array_mut() {
                Some(all) => all.push(json!(characters)),
                None => it["may_split_at"] = json!([characters]),
            }
        }
    }
    for &place in &sheet.joins {
        let it = at(expected, place);
        it["may_join_next"] = json!(true);
        said.push(format!("{}: its last line is full, and nothing tells where the next begins", name(it)));
    }
    said
}

fn at(expected: &mut Value, (section, article, block): (usize, usize, usize)) -> &mut Value {
    &mut expected["sections"][section]["articles"][article]["blocks"][block]
}

fn name(block: &Value) -> String {
    block["text"].as_str().unwrap_or_default().chars().take(10).collect()
}

/// The structure in its form for comparison; what is open stays with it.
pub(crate) fn folded(it: &Value) -> Value {
    match it {
        Value::String(text) => torch_bulletin::fold(text).into(),
        Value::Array(items) => items.iter().map(folded).collect(),
        Value::Object(keys) => {
            let key = |(key, value): (&String, &Value)| {
                let value = folded(value);
                let value = match value.as_str() {
                    Some(marker) if key == "marker" => structure::stem(marker).into(),
                    _ => value,
                };
                (key.clone(), value)
            };
            Value::Object(keys.iter().map(key).collect())
        }
        _ => it.clone(),
    }
}
