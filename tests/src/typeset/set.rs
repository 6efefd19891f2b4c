//! Sets logical lines by a layout, and keeps account of what the set page no longer shows.

use super::elements::{Element, Next, Role};
use super::layout::{Gaps, Layout};
use super::style::{Style, TitleBreak};
use super::wrap::{columns, wrapped};
use crate::random::Random;

/// A line of the set text.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// What the line is a part of; nothing for a blank line.
    pub(crate) role: Option<Role>,
}

/// Columns of the contents list where its entries are broken and paragraphs are not.
const ENTRY: usize = 36;

/// Place of a paragraph: section, article, block.
pub(crate) type Place = (usize, usize, usize);

/// The set pages; one where the layout shows none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) pages: Vec<Vec<Line>>,
    /// Paragraphs with an inner border that may as well be a paragraph's end, after so many non-blank characters.
    pub(crate) splits: Vec<(Place, usize)>,
    /// Paragraphs whose end does not show.
    pub(crate) joins: Vec<Place>,
}

/// Sets the elements; `gaps_show` is false where damage will take blank lines or add some.
pub(crate) fn set(
    elements: &[Element],
    layout: &Layout,
    style: &Style,
    gaps_show: bool,
    random: &mut Random,
) -> Sheet {
    let mut setter = Setter {
        sheet: Sheet { pages: vec![Vec::new()], ..Sheet::default() },
        layout,
        style,
        used: 0,
        indents_show: !layout.indent.is_empty(),
        gaps_show: gaps_show && layout.gaps == Gaps::Paragraphs,
        hidden: None,
        shown: Vec::new(),
        doubtful: Vec::new(),
    };
    let mut rest = elements;
    let mut previous = None;
    while let Some(element) = rest.first() {
        if let Some(previous) = previous
            && layout.gaps.between(previous, element.role)
        {
            setter.blank();
        }
        let taken = if element.role == Role::Row {
            let count = rest.iter().take_while(|it| it.role == Role::Row).count();
            setter.table(&rest[..count]);
            count
        } else {
            setter.element(element, random);
            1
        };
        previous = Some(element.role);
        rest = &rest[taken..];
    }
    // 二是 at a line's head is a paragraph where another of its kind shows that it is one.
    let Setter { mut sheet, shown, doubtful, .. } = setter;
    sheet.joins.extend(doubtful.into_iter().filter(|it| !shown.contains(&(it.0, it.1))));
    sheet
}

impl Gaps {
    /// Whether a blank line stands between elements of these roles.
    fn between(self, before: Role, after: Role) -> bool {
        use Role::{
            Attribution, Caption, Colophon, ContentsHeading, ContentsLabel, Entry, Imprint, Masthead, Note,
            Row,
        };
        use Role::{Section, Subtitle, Title};
        if self == Gaps::None {
            return false;
        }
        match (before, after) {
            (Title, Subtitle) | (Subtitle, Subtitle) | (Colophon | Imprint, Colophon) => false,
            (ContentsHeading | ContentsLabel | Entry, ContentsLabel | Entry) => false,
            (_, Title | Section | Imprint | ContentsHeading) | (Title | Subtitle | Section, _) => true,
            (Masthead, Masthead) => self == Gaps::Paragraphs,
            (Masthead, _) => true,
            (Caption | Row, Row | Note) => false,
            (_, Attribution) => self == Gaps::Paragraphs,
            _ => self == Gaps::Paragraphs,
        }
    }
}

struct Setter<'l> {
    sheet: Sheet,
    layout: &'l Layout,
    style: &'l Style,
    /// Lines on the page so far, or characters where a paragraph is one line.
    used: usize,
    indents_show: bool,
    gaps_show: bool,
    /// The paragraph before, where its end does not show.
    hidden: Option<Place>,
    /// Articles with a paragraph that an enumerator opens and whose beginning shows.
    shown: Vec<(usize, usize)>,
    /// Paragraphs whose end does not show, before one that an enumerator opens.
    doubtful: Vec<Place>,
}

impl Setter<'_> {
    fn element(&mut self, element: &Element, random: &mut Random) {
        let Element { role, text, tail, .. } = element;
        match role {
            Role::Paragraph => self.paragraph(element, random),
            Role::Title => self.title(text),
            Role::Entry => {
                let own = if self.style.entry_break { ENTRY } else { usize::MAX };
                let measure = self.layout.measure.unwrap_or(usize::MAX).min(own);
                let mut lines: Vec<String> =
                    wrapped(text, measure, measure).into_iter().map(str::to_owned).collect();
                if let Some(last) = lines.last_mut() {
                    last.push_str(tail);
                }
                lines.into_iter().for_each(|line| self.line(line, *role));
            }
            Role::Masthead | Role::ContentsHeading | Role::Section | Role::Subtitle | Role::Caption => {
                self.line(self.centred(text), *role);
            }
            Role::Heading | Role::Attribution | Role::Note => {
                self.lines(text, self.layout.indent, *role);
            }
            _ => self.lines(text, "", *role),
        }
    }

    /// Lines of the measure; the first has the indent.
    fn lines(&mut self, text: &str, indent: &str, role: Role) {
        let measure = self.layout.measure.unwrap_or(usize::MAX);
        let first = measure.saturating_sub(columns(indent));
        for (index, line) in wrapped(text, first, measure).into_iter().enumerate() {
            self.line(if index == 0 { format!("{indent}{line}") } else { line.to_owned() }, role);
        }
    }

    fn title(&mut self, text: &str) {
        let count = text.chars().count();
        // A title that fits on a line is not broken.
        let half = wrapped(text, count + 4, usize::MAX);
        match self.style.title_break {
            TitleBreak::Blank if count > 16 => self.line(half.join(" "), Role::Title),
            TitleBreak::Line if count > 16 => {
                half.into_iter().for_each(|line| self.line(self.centred(line), Role::Title));
            }
            _ => {
                let measure = self.layout.measure.map_or(usize::MAX, |it| it - 12);
                for line in wrapped(text, measure, measure) {
                    self.line(self.centred(line), Role::Title);
                }
            }
        }
    }

    fn paragraph(&mut self, element: &Element, random: &mut Random) {
        let place = element.place.unwrap_or_default();
        let indent = self.layout.indent;
        let Some(measure) = self.layout.measure else { return self.long_line(element, place, random) };
        let before = self.hidden.take();
        if element.marked && before.is_none_or(|it| (it.0, it.1) != (place.0, place.1)) {
            self.shown.push((place.0, place.1));
        }
        let lines = wrapped(&element.text, measure - columns(indent), measure);
        let count = lines.len();
        let mut characters = 0;
        for (index, line) in lines.into_iter().enumerate() {
            characters += line.chars().filter(|&c| !torch_bulletin::is_blank(c)).count();
            let set = if index == 0 { format!("{indent}{line}") } else { line.to_owned() };
            let is_full = columns(&set) + 4 >= measure;
            self.line(set, Role::Paragraph);
            if self.indents_show || !closes(line) {
                continue;
            }
            // Blank lines tell where a paragraph ends, but not at the end of a page.
            let silent = !self.gaps_show || self.page_is_full();
            if index + 1 < count && silent {
                self.sheet.splits.push((place, characters));
            } else if index + 1 == count && silent && is_full {
                match element.next {
                    Next::Paragraph => self.sheet.joins.push(place),
                    Next::Marked => self.doubtful.push(place),
                    Next::Other => continue,
                }
                self.hidden = Some(place);
            }
        }
    }

    /// A paragraph on one line, or cut where its page ends.
    fn long_line(&mut self, element: &Element, place: Place, random: &mut Random) {
        let indent = self.layout.indent;
        let characters: Vec<(usize, char)> = element.text.char_indices().collect();
        let free = self.layout.page.map_or(usize::MAX, |size| size.saturating_sub(self.used));
        if free >= characters.len() || self.layout.page.is_none() {
            return self.line(format!("{indent}{}", element.text), Role::Paragraph);
        }
        // One cut of ten falls on a sentence's end, where nothing tells that the paragraph goes on.
        let at_stop = random.percent(10);
        let fits = |at: &usize| {
            let pair = (characters[*at - 1].1, characters[*at].1);
            // What has no mark at all before the cut may as well be a heading.
            let marked =
                || characters[..*at].iter().any(|(_, c)| matches!(c, '，' | '。' | '；' | ',' | ';'));
            if at_stop { pair.0 == '。' } else { is_han(pair.0) && is_han(pair.1) && marked() }
        };
        let most = characters.len().saturating_sub(20);
        let cut = (free.max(20)..most).find(fits);
        let Some(cut) = cut else { return self.line(format!("{indent}{}", element.text), Role::Paragraph) };
        let (before, after) = element.text.split_at(characters[cut].0);
        self.line(format!("{indent}{before}"), Role::Paragraph);
        self.page_end();
        if at_stop && !self.indents_show {
            let ink = before.chars().filter(|&c| !torch_bulletin::is_blank(c)).count();
            self.sheet.splits.push((place, ink));
        }
        self.line(after.to_owned(), Role::Paragraph);
    }

    /// Rows with their columns below each other.
    fn table(&mut self, rows: &[Element]) {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.text.split('\t').collect()).collect();
        let widths: Vec<usize> = (0..rows[0].len())
            .map(|column| rows.iter().map(|row| columns(row[column])).max().unwrap_or(0) + 4)
            .collect();
        // A table stands on one page.
        if self.layout.page.is_some_and(|size| self.layout.measure.is_some() && self.used + rows.len() > size)
        {
            self.page_end();
        }
        for row in rows {
            let mut line = String::new();
            for (index, cell) in row.iter().enumerate() {
                line.push_str(cell);
                if index + 1 < row.len() {
                    line.extend(std::iter::repeat_n(' ', widths[index] - columns(cell)));
                }
            }
            self.line(line, Role::Row);
        }
    }

    fn centred(&self, text: &str) -> String {
        let measure = self.layout.measure.filter(|_| self.layout.centred).unwrap_or(0);
        let blanks = measure.saturating_sub(columns(text)) / 2;
        format!("{:blanks$}{text}", "")
    }

    fn line(&mut self, text: String, role: Role) {
        if self.page_is_full() {
            self.page_end();
        }
        self.used += if self.layout.measure.is_some() { 1 } else { text.chars().count() };
        let margin = self.layout.margin;
        self.page().push(Line { text: format!("{:margin$}{text}", ""), role: Some(role) });
    }

    fn blank(&mut self) {
        // A page begins with no blank line.
        if !self.page_is_full() && !self.page().is_empty() {
            self.used += usize::from(self.layout.measure.is_some());
            self.page().push(Line { text: String::new(), role: None });
        }
    }

    fn page_is_full(&self) -> bool {
        self.layout.page.is_some_and(|size| self.used >= size)
    }

    fn page_end(&mut self) {
        self.used = 0;
        self.sheet.pages.push(Vec::new());
    }

    fn page(&mut self) -> &mut Vec<Line> {
        let last = self.sheet.pages.len() - 1;
        &mut self.sheet.pages[last]
    }
}

/// Whether a line can be the last of a paragraph.
fn closes(line: &str) -> bool {
    line.ends_with(['。', '！', '？', '”', '）', '；', '：', '…', '!', '?', ')', ';', ':'])
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}
