//! Citations 引文: what a reader needs to find a passage again, in the print and in the text.

use std::borrow::Cow;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model::{Article, Attribution, Section};
use torch_bulletin::{Bulletin, Normalized, Span, is_blank};

use crate::lens::Lens;
use crate::node::Text;
use crate::{Location, Locator, OffsetUnit};

/// A citation 引文 of one passage: the words, the sentence they stand in, and where that is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Citation<'a> {
    /// The name of the newsletter as printed: 火炬动态.
    pub newsletter: Option<Cow<'a, str>>,
    /// The issue, as in the ids of articles: `2022-12`; null where none is printed.
    pub issue: Option<Cow<'a, str>>,
    /// The date of the issue: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<Cow<'a, str>>,
    /// The section 栏目 of the article.
    pub section: Option<Cow<'a, str>>,
    /// The id of the article: `2022-12/a7`; null outside any article.
    pub article: Option<Cow<'a, str>>,
    /// The title of the article.
    pub title: Option<Cow<'a, str>>,
    /// Who the article is from: the persons of its attributions, else the bodies.
    pub authors: Vec<Cow<'a, str>>,
    /// The passage as printed.
    pub text: Cow<'a, str>,
    /// The sentence in which it stands, as printed; of a very long one the part around it. A title or a row of a table
    /// whole.
    pub quote: Text<'a>,
    /// The line of the source text, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
    /// The printed number of the page; null where the text shows none.
    pub page: Option<Cow<'a, str>>,
    /// The name of the input.
    pub source: Option<Cow<'a, str>>,
    /// The reference in the form of GB/T 7714: `王茜. 题名[J]. 火炬动态, 2022(12): 5.`; null where neither
    /// the newsletter's name nor an issue is printed.
    pub reference: Option<Cow<'a, str>>,
}

/// Makes citations of passages of one text.
///
/// ```
/// use torch_bulletin::Text;
/// use torch_bulletin_wire::{Citer, Locator, OffsetUnit};
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。明天有12条。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let locator = Locator::new(source, OffsetUnit::Utf8);
/// let citer = Citer::new(source, parsed.bulletin(), &locator, OffsetUnit::Utf8, None);
/// let at = source.find("12条").unwrap() as u32;
/// let citation = citer.cite(&Text::new(torch_bulletin::Span::new(at, at + 5)));
/// assert_eq!(citation.quote.text, "明天有12条。");
/// assert_eq!(citation.reference.unwrap(), "某某高新区. 一个标题[J]. 火炬动态, 2019(3).");
/// ```
pub struct Citer<'s> {
    source: &'s str,
    bulletin: &'s Bulletin,
    locator: &'s Locator,
    lens: Lens<'s>,
    name: Option<&'s str>,
    articles: Vec<(&'s Section, &'s Article)>,
    newsletter: Option<Cow<'s, str>>,
    /// The name of the newsletter as references have it.
    serial: Option<String>,
    issue: Option<String>,
    date: Option<String>,
}

/// Bytes that are looked at on each side of a passage for the ends of its line: more than a sentence is quoted of.
const REACH: usize = 2_000;

/// Authors that a reference names; of more the standard wants the first three and 等.
const AUTHORS: usize = 3;

impl<'s> Citer<'s> {
    /// `bulletin` and `locator` must be those of `source`; `name` is that of the input. Places are told in `unit`.
    pub fn new(
        source: &'s str,
        bulletin: &'s Bulletin,
        locator: &'s Locator,
        unit: OffsetUnit,
        name: Option<&'s str>,
    ) -> Self {
        let lens = Lens::new(source, unit);
        let masthead = &bulletin.masthead;
        let articles =
            bulletin.sections.iter().flat_map(|it| it.articles.iter().map(move |article| (it, article)));
        let newsletter = masthead.title.as_ref().map(|title| lens.read(title));
        Self {
            source,
            bulletin,
            locator,
            name,
            articles: articles.collect(),
            serial: newsletter.as_deref().map(serial),
            newsletter,
            issue: masthead.issue.as_ref().map(|issue| issue.key()),
            date: masthead.date.as_ref().map(|date| date.value()),
            lens,
        }
    }

    /// The citation of a passage.
    pub fn cite(&self, passage: &torch_bulletin::Text) -> Citation<'s> {
        let place = passage.hull();
        let found = self.article_at(place);
        let (section, article) = found.map(|index| self.articles[index]).unzip();
        let title = article.and_then(|it| it.title.as_ref()).map(|title| self.lens.read(title));
        let authors = article.map(|it| self.authors(it)).unwrap_or_default();
        let Location { line, column, page } =
            self.locator.locate_byte(self.source, self.bulletin, place.start());
        let page = page.and_then(|page| self.bulletin.pages[page].label).map(|label| self.lens.slice(label));
        let quote = self.sentence(article, place).unwrap_or_else(|| passage.clone());
        Citation {
            newsletter: self.newsletter.clone(),
            issue: self.issue.clone().map(Cow::Owned),
            date: self.date.clone().map(Cow::Owned),
            section: section.and_then(|it| it.name.as_ref()).map(|name| self.lens.read(name)),
            article: found.map(|index| self.bulletin.article_id(index).into()),
            text: self.lens.read(passage),
            quote: self.lens.text(&quote),
            line,
            column,
            source: self.name.map(Cow::Borrowed),
            reference: self.reference(title.as_deref(), &authors, page.as_deref()).map(Cow::Owned),
            title,
            authors,
            page,
        }
    }

    /// The citation of what stands from one offset to another, in the unit, as JSON.
    pub fn cite_to_json(&self, start: u32, end: u32) -> String {
        let place = Span::new(self.lens.byte_at(start), self.lens.byte_at(end));
        let citation = self.cite(&self.printed(place));
        serde_json::to_string(&citation).expect("a citation always serialises; this is our bug")
    }

    /// A place as it is printed: where it lies in one block or title, without the line ends and the furniture in it.
    fn printed(&self, place: Span) -> torch_bulletin::Text {
        let article = self.article_at(place).map(|index| self.articles[index].1);
        let texts = article.into_iter().flat_map(|article| {
            let begun = article
                .blocks
                .partition_point(|it| it.hull().is_none_or(|hull| hull.start() <= place.start()));
            let block = begun.checked_sub(1).and_then(|index| article.blocks[index].text());
            block.into_iter().chain(&article.title).chain(&article.subtitle)
        });
        texts.into_iter().find_map(|text| text.within(place)).unwrap_or_else(|| place.into())
    }

    fn article_at(&self, place: Span) -> Option<usize> {
        let begun = self.articles.partition_point(|(_, article)| article.span.start() <= place.start());
        let last = begun.checked_sub(1)?;
        self.articles[last].1.span.contains(place).then_some(last)
    }

    /// The sentence of a paragraph, a whole title, or else what stands on the line: a row, an attribution.
    fn sentence(&self, article: Option<&Article>, place: Span) -> Option<torch_bulletin::Text> {
        let Some(article) = article else { return self.on_line(place, None) };
        let mut titles = [&article.title, &article.subtitle].into_iter().flatten();
        if let Some(title) = titles.find(|title| title.hull().contains(place)) {
            return Some(title.clone());
        }
        let begun = article
            .blocks
            .partition_point(|block| block.hull().is_none_or(|hull| hull.start() <= place.start()));
        let block = begun.checked_sub(1).and_then(|index| article.blocks[index].text());
        let sentence = block.and_then(|text| text.sentence(self.source, place));
        sentence.or_else(|| {
            let begun = article.attributions.partition_point(|it| it.span.start() <= place.start());
            let last = begun.checked_sub(1).map(|index| &article.attributions[index]);
            self.on_line(place, last.filter(|it| it.span.contains(place)))
        })
    }

    fn on_line(&self, place: Span, attribution: Option<&Attribution>) -> Option<torch_bulletin::Text> {
        let (source, start, end) = (self.source, place.start() as usize, place.end() as usize);
        let from = source.floor_char_boundary(start.saturating_sub(REACH));
        let to = source.floor_char_boundary(end.saturating_add(REACH).min(source.len()));
        let ends_line = ['\n', '\r', '\u{C}'];
        let from = source.get(from..start)?.rfind(ends_line).map_or(from, |at| from + at + 1);
        let to = source.get(end..to)?.find(ends_line).map_or(to, |at| end + at);
        let line = Span::new(from as u32, to as u32);
        let line = attribution
            .map_or(line, |it| Span::new(line.start().max(it.span.start()), line.end().min(it.span.end())));
        torch_bulletin::Text::new(line).sentence(source, place)
    }

    fn authors(&self, article: &Article) -> Vec<Cow<'s, str>> {
        let by = &article.attributions;
        let read = |text| self.lens.read(text);
        let people: Vec<_> = by.iter().flat_map(|it| &it.people).map(read).collect();
        if people.is_empty() {
            by.iter().flat_map(|it| &it.organisations).map(read).collect()
        } else {
            people
        }
    }

    /// As GB/T 7714—2015 has an article of a serial: authors, title, serial, year(number): page; each in its cleaned form, so that
    /// one article has one reference, whatever an extractor made of its text.
    fn reference(&self, title: Option<&str>, authors: &[Cow<'_, str>], page: Option<&str>) -> Option<String> {
        let masthead = &self.bulletin.masthead;
        let issue = masthead.issue.as_ref();
        // Where the name is a picture its issue line is there; a text with neither may be of anything.
        let newsletter = self.serial.as_deref().or(issue.is_some().then_some("火炬动态"))?;
        let mut out = String::new();
        if title.is_some() && !authors.is_empty() {
            for (number, author) in authors.iter().take(AUTHORS).enumerate() {
                out.push_str(if number > 0 { ", " } else { "" });
                out.push_str(Normalized::of(author).as_str());
            }
            out.push_str(if authors.len() > AUTHORS { ", 等. " } else { ". " });
        }
        if let Some(title) = title {
            out.push_str(Normalized::of(title).as_str());
            out.push_str("[J]. ");
        }
        out.push_str(newsletter);
        let year = issue.and_then(|it| it.year).or(masthead.date.as_ref().map(|date| date.year));
        if let Some(year) = year {
            let _ = write!(out, ", {year}"); // a String takes everything
        }
        let number = issue
            .and_then(|it| it.number.map(|number| (number, "")).or(it.whole_number.map(|it| (it, "总"))));
        if let Some((number, whole)) = number {
            let _ = match number.first == number.last {
                true => write!(out, "({whole}{})", number.first),
                false => write!(out, "({whole}{}-{})", number.first, number.last),
            };
        }
        if let Some(page) = page {
            let _ = write!(out, ": {}", Normalized::of(page).as_str());
        }
        out.push('.');
        Some(out)
    }
}

/// The cleaned name of a newsletter, which may be set wide: 火 炬 动 态.
fn serial(printed: &str) -> String {
    let words = || printed.split(is_blank).filter(|word| !word.is_empty());
    let wide = words().all(|word| word.chars().count() == 1);
    let name = if wide { Cow::Owned(words().collect()) } else { Cow::Borrowed(printed) };
    Normalized::of(&name).as_str().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(source: &str) -> Option<String> {
        let parsed = torch_bulletin::parse(source);
        let locator = Locator::new(source, OffsetUnit::Utf8);
        let citer = Citer::new(source, parsed.bulletin(), &locator, OffsetUnit::Utf8, None);
        let at = source.find("今天").unwrap() as u32;
        citer.cite(&torch_bulletin::Text::new(Span::new(at, at + 6))).reference.map(Cow::into_owned)
    }

    #[test]
    fn only_what_is_printed_makes_a_reference() {
        let article = "一个标题\n今天没有新闻。\n(供稿:甲市)";
        assert_eq!(reference(article), None);
        let issue = reference(&format!("2019年第3期(总第402期) 2019年3月31日\n{article}"));
        assert_eq!(issue.unwrap(), "甲市. 一个标题[J]. 火炬动态, 2019(3).");
    }

    #[test]
    fn what_an_extractor_put_in_is_in_no_reference() {
        let found = reference(
            "⽕ 炬 动 态\n2019年第3期 2019年3月31日\n⽯门建成 12 个平台\n今天没有新闻。\n(供稿:⽯门市)\n",
        );
        assert_eq!(found.unwrap(), "石门市. 石门建成12个平台[J]. 火炬动态, 2019(3).");
    }

    #[test]
    fn of_more_than_three_authors_the_first_three_are_named() {
        let head = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n";
        for (people, named) in [
            ("陈一凡 李二平 王三石", "陈一凡, 李二平, 王三石. "),
            ("陈一凡 李二平 王三石 赵四海", "陈一凡, 李二平, 王三石, 等. "),
        ] {
            let found = reference(&format!("{head}(作者:{people})\n")).unwrap();
            assert_eq!(found, format!("{named}一个标题[J]. 火炬动态, 2019(3)."));
        }
    }
}
