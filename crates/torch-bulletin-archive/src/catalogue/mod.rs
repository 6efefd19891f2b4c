//! The catalogue 期目 of an archive: which issues it holds, which it lacks, which it holds twice, and what looks misdated.
//!
//! ```text
//! documents ──IssueCard──▶ Catalogue ──▶ findings: gaps, copies, order
//!                                   ──▶ sections through time
//! ```
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
mod step;
#[cfg(feature = "tables")]
mod write;

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
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = gaps::whole_numbers(&self.cards);
        findings.extend(gaps::numbers(&self.cards));
        findings.extend(copies::whole_numbers(&self.cards));
        findings.extend(copies::issues(&self.cards));
        findings.extend(order::dates(&self.cards));
        findings.extend(step::whole_numbers(&self.cards, &self.counted()));
        findings.extend(order::unnumbered(&self.cards));
        findings
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
        copies::counted(&self.cards)
    }

    /// Every section with its first and last issue, in the order of the first; copies of an issue count once.
    pub fn sections(&self) -> Vec<SectionSpan> {
        sections::spans(&self.cards, &self.counted())
    }
}

impl Extend<IssueCard> for Catalogue {
    fn extend<I: IntoIterator<Item = IssueCard>>(&mut self, cards: I) {
        self.cards.extend(cards);
    }
}
