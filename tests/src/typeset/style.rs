//! How the parts of an issue are worded in print.

use super::model::Issue;
use crate::random::Random;

/// How the parts of an issue are printed; an artefact changes one or two of them.
#[derive(Clone, Debug)]
pub struct Style {
    /// The line above the contents list, or nothing.
    pub contents_heading: Option<&'static str>,
    /// How a section's name is marked in the contents list.
    pub label: Label,
    /// Whether the first entry stands on the line of the label.
    pub label_beside: bool,
    /// What stands before an entry.
    pub entry_mark: EntryMark,
    /// How the page of an entry is printed; every entry gets a page where this is set by an artefact.
    pub page: PageMark,
    /// How a section's name is marked in the body.
    pub body_label: Label,
    /// Where a long title of the body is broken.
    pub title_break: TitleBreak,
    /// Whether long entries of the contents list are broken although paragraphs are not.
    pub entry_break: bool,
    /// Where attributions stand; as the model says where nothing.
    pub inline: Option<bool>,
    /// What parts people in an attribution.
    pub names: Names,
    /// How the fields of the colophon share lines.
    pub colophon: ColophonLines,
}

/// How a section's name is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// 【X】 and other pairs.
    Pair(&'static str, &'static str),
    /// ◎X.
    Mark(&'static str),
    /// The name alone.
    Plain,
}

/// What stands before an entry of the contents list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryMark {
    /// Nothing.
    None,
    /// ● or another sign.
    Bullet(&'static str),
    /// 1. 2. 3. over the whole list.
    Number,
}

/// How the page of an entry is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageMark {
    /// `……3`.
    Leader(&'static str),
    /// `  3`.
    Blank,
    /// `（3）`.
    Bracket,
}

/// Where a long title of the body is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleBreak {
    /// Where the layout breaks lines.
    Layout,
    /// By a blank in one line, as an extraction joins two lines.
    Blank,
    /// By a line end, also where paragraphs have none.
    Line,
}

/// What parts people in an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// As the model prints them.
    AsPrinted,
    /// Names of two characters get a blank in the midst: 王　茜.
    Padded,
    /// 、 parts them.
    Comma,
}

/// How the fields of the colophon share lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColophonLines {
    /// One field a line.
    Single,
    /// Several, parted by blanks.
    Blanks,
    /// Several, parted by bars.
    Bars,
    /// One a line, labels of two characters padded: 主　编.
    Padded,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            contents_heading: Some("目　录"),
            label: Label::Pair("【", "】"),
            label_beside: false,
            entry_mark: EntryMark::None,
            page: PageMark::Leader("……"),
            body_label: Label::Plain,
            title_break: TitleBreak::Layout,
            entry_break: false,
            inline: None,
            names: Names::AsPrinted,
            colophon: ColophonLines::Single,
        }
    }
}

impl Label {
    pub(crate) fn around(self, name: &str) -> String {
        match self {
            Label::Pair(open, close) => format!("{open}{name}{close}"),
            Label::Mark(mark) => format!("{mark}{name}"),
            Label::Plain => name.to_owned(),
        }
    }
}

impl PageMark {
    pub(crate) fn before(self, page: u32) -> String {
        match self {
            PageMark::Leader(dots) => format!("{}{page}", dots.repeat(4)),
            PageMark::Blank => format!("  {page}"),
            PageMark::Bracket => format!("（{page}）"),
        }
    }
}

impl Names {
    pub(crate) fn applied(self, printed: &str, people: &[String]) -> String {
        match self {
            Names::AsPrinted => printed.to_owned(),
            Names::Padded => {
                people.iter().filter(|it| it.chars().count() == 2).fold(printed.to_owned(), |all, name| {
                    let mut characters = name.chars();
                    let (first, second) =
                        (characters.next().unwrap_or(' '), characters.next().unwrap_or(' '));
                    all.replace(name.as_str(), &format!("{first}　{second}"))
                })
            }
            Names::Comma => people.windows(2).fold(printed.to_owned(), |all, pair| {
                [" ", "　"].iter().fold(all, |all, blank| {
                    all.replace(
                        &format!("{}{blank}{}", pair[0], pair[1]),
                        &format!("{}、{}", pair[0], pair[1]),
                    )
                })
            }),
        }
    }
}

/// Gives every entry of the list a page, ascending from 2.
pub(crate) fn number_pages(issue: &mut Issue, random: &mut Random) {
    let mut page = 1;
    for entry in issue.contents.iter_mut().flat_map(|it| &mut it.entries) {
        page += random.within(1, 3) as u32;
        entry.page = Some(page);
    }
}
