//! The catalogue 期目 of an archive: which issues it holds, which it lacks, which it holds twice, and what looks misdated.
//!
//! ```text
//! documents ──IssueCard──▶ Catalogue ──▶ findings: gaps, copies, order
//!                                   ──▶ sections through time
//! ```
//!
//! Where newsletters are mixed, each is held against itself alone.
//!
//! A card has a few hundred bytes, so that a catalogue of all issues there are fits in memory with ease, and can be kept
//! as lines of JSON (feature `containers`).

mod card;
mod copies;
mod finding;
mod gaps;
#[cfg(feature = "containers")]
mod gather;
mod order;
mod sections;
mod series;
mod step;
#[cfg(feature = "tables")]
mod write;

use series::{Series, series};

pub use card::{IssueCard, SectionCount};
pub use finding::Finding;
#[cfg(feature = "containers")]
pub use gather::Gathered;
pub use sections::SectionSpan;

/// The issues of an archive 期目, put in one by one.
///
/// ```
/// use torch_bulletin_archive::{Catalogue, Finding, IssueCard};
/// let mut catalogue = Catalogue::default();
/// for (name, line) in [("a.txt", "2019年第3期(总第402期)"), ("b.txt", "2019年第6期(总第405期)")] {
///     let text = format!("火炬动态\n{line}\n2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)");
///     let document = torch_bulletin::parse(&text).into_document();
///     catalogue.add(IssueCard::of(name, &document));
/// }
/// let found: Vec<_> = catalogue.findings().iter().map(|it| catalogue.say(it)).collect();
/// assert_eq!(found, ["whole numbers 403–404 are missing", "2019: numbers 4–5 are missing"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    cards: Vec<IssueCard>,
}

impl Catalogue {
    /// Puts in an issue.
    pub fn add(&mut self, card: IssueCard) {
        self.cards.push(card);
    }

    /// The issues, in the order in which they were put in; findings count in it.
    pub fn issues(&self) -> &[IssueCard] {
        &self.cards
    }

    /// What is missing, held twice or out of order: gaps and copies by number first, then copies of issues, then dates, then whole
    /// numbers that are out of step with the numbers.
    ///
    /// Of several newsletters, told apart by their printed names, first all of one, then all of the next.
    pub fn findings(&self) -> Vec<Finding> {
        let (all, mut found) = (series(&self.cards), Vec::new());
        for series in &all {
            let cards = &series.cards(&self.cards);
            let mut findings = gaps::whole_numbers(cards);
            findings.extend(gaps::numbers(cards));
            findings.extend(copies::whole_numbers(cards));
            findings.extend(copies::issues(cards));
            findings.extend(order::dates(cards));
            findings.extend(step::whole_numbers(cards, &copies::counted(cards)));
            findings.extend(order::unnumbered(cards));
            found.extend(findings.into_iter().map(|it| it.of_series(series, all.len() > 1)));
        }
        found
    }

    /// The newsletters 刊物 that are mixed in the archive, by their printed names, and how many issues of each it holds, copies once;
    /// the name is `None` where no issue prints one.
    ///
    /// ```
    /// use torch_bulletin_archive::{Catalogue, IssueCard};
    /// let mut catalogue = Catalogue::default();
    /// for name in ["火炬动态", "园区通讯"] {
    ///     let text = format!("{name}\n2019年第3期\n2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)");
    ///     catalogue.add(IssueCard::of(name, &torch_bulletin::parse(&text).into_document()));
    /// }
    /// assert_eq!(catalogue.newsletters(), [(Some("火炬动态"), 1), (Some("园区通讯"), 1)]);
    /// assert!(catalogue.findings().is_empty());
    /// ```
    pub fn newsletters(&self) -> Vec<(Option<&str>, usize)> {
        let counted = |series: &Series<'_>| {
            copies::counted(&series.cards(&self.cards)).into_iter().filter(|&it| it).count()
        };
        series(&self.cards).iter().map(|it| (it.name, counted(it))).collect()
    }

    /// For each of [`issues`](Self::issues) whether it counts where issues are counted: of several copies of one issue the best
    /// does ([`Finding::Copies`]), of equal ones the first.
    ///
    /// ```
    /// use torch_bulletin_archive::{Catalogue, IssueCard};
    /// let document = torch_bulletin::parse("火炬动态\n2019年第3期\n今天没有新闻。").into_document();
    /// let mut catalogue = Catalogue::default();
    /// catalogue.extend(["a.txt", "b.txt"].map(|name| IssueCard::of(name, &document)));
    /// assert_eq!(catalogue.counted(), [true, false]);
    /// ```
    pub fn counted(&self) -> Vec<bool> {
        let mut counted = vec![false; self.cards.len()];
        for series in series(&self.cards) {
            let of_series = copies::counted(&series.cards(&self.cards));
            series.places.iter().zip(of_series).for_each(|(&place, it)| counted[place] = it);
        }
        counted
    }

    /// Every section of every newsletter with its first and last issue, in the order of the first; copies of an issue count once.
    pub fn sections(&self) -> Vec<SectionSpan> {
        let mut spans = Vec::new();
        for series in series(&self.cards) {
            let cards = series.cards(&self.cards);
            spans.extend(sections::spans(&cards, &copies::counted(&cards)).into_iter().map(|span| {
                SectionSpan { first: series.places[span.first], last: series.places[span.last], ..span }
            }));
        }
        spans
    }
}

impl Extend<IssueCard> for Catalogue {
    fn extend<I: IntoIterator<Item = IssueCard>>(&mut self, cards: I) {
        self.cards.extend(cards);
    }
}
