//! Hits counted by year, section or contributor.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Hit;

/// What hits are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountBy {
    /// The year of the issue.
    Year,
    /// The section 栏目.
    Section,
    /// The contributing organisation 供稿单位; an article of several counts for each.
    Contributor,
}

impl CountBy {
    /// The stable name, which is the name of the column too.
    pub const fn as_str(self) -> &'static str {
        match self {
            CountBy::Year => "year",
            CountBy::Section => "section",
            CountBy::Contributor => "contributor",
        }
    }
}

/// How much was found under one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The year, section or contributor as first printed; null where there is none.
    pub name: Option<String>,
    /// Hits.
    pub hits: u64,
    /// Articles that have any.
    pub articles: u64,
    /// Issues that have any.
    pub issues: u64,
}

/// Counts hits, issue by issue; what it holds grows with the number of names only.
///
/// ```
/// # use torch_bulletin::search::Query;
/// use torch_bulletin_wire::{CountBy, Counts, Hit, OffsetUnit, Searched};
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻,明天有新闻。\n(供稿:某某高新区)";
/// # let parsed = torch_bulletin::parse(source);
/// # let issue = Searched { name: None, source, bulletin: parsed.bulletin(), lines_before: 0 };
/// # let query = Query::new(["新闻"]).unwrap();
/// # let hits = query.find(source, parsed.bulletin());
/// # let hits = Hit::all(&issue, &query, &hits, OffsetUnit::Utf8);
/// let mut counts = Counts::new(CountBy::Year);
/// counts.add(&hits);
/// let row = &counts.rows()[0];
/// assert_eq!((row.name.as_deref(), row.hits, row.articles, row.issues), (Some("2019"), 2, 1, 1));
/// ```
#[derive(Clone, Debug)]
pub struct Counts {
    by: CountBy,
    /// By the folded name: 百年征程 火炬相传 is printed with a blank and without.
    rows: HashMap<Option<String>, Row>,
    issues: u64,
}

#[derive(Clone, Debug)]
struct Row {
    count: Count,
    /// The last issue and article that were counted.
    last: (u64, Option<u32>),
}

impl Counts {
    /// Counts nothing yet.
    pub fn new(by: CountBy) -> Self {
        Self { by, rows: HashMap::new(), issues: 0 }
    }

    /// Adds the hits of one issue, in the order of the source.
    pub fn add(&mut self, hits: &[Hit<'_>]) {
        self.issues += 1;
        for hit in hits {
            let mut names: Vec<Option<Cow<'_, str>>> = match self.by {
                CountBy::Year => vec![hit.year.map(|year| year.to_string().into())],
                CountBy::Section => vec![hit.section.as_deref().map(Cow::Borrowed)],
                CountBy::Contributor if hit.contributors.is_empty() => vec![None],
                CountBy::Contributor => {
                    hit.contributors.iter().map(|it| Some(Cow::Borrowed(&**it))).collect()
                }
            };
            // An article may name one organisation twice.
            let key = |name: &Option<Cow<'_, str>>| name.as_deref().map(torch_bulletin::fold);
            names.sort_by_cached_key(key);
            names.dedup_by_key(|name| key(name));
            for name in names {
                let row = self.rows.entry(key(&name)).or_insert_with(|| Row {
                    count: Count { name: name.map(Cow::into_owned), hits: 0, articles: 0, issues: 0 },
                    last: (0, None),
                });
                row.count.hits += 1;
                row.count.issues += u64::from(row.last.0 != self.issues);
                let new = row.last != (self.issues, hit.article);
                row.count.articles += u64::from(new && hit.article.is_some());
                row.last = (self.issues, hit.article);
            }
        }
    }

    /// What it counts by.
    pub const fn by(&self) -> CountBy {
        self.by
    }

    /// The counts: years in order, the others by hits, most first.
    pub fn rows(&self) -> Vec<Count> {
        let mut rows: Vec<_> = self.rows.values().map(|row| row.count.clone()).collect();
        match self.by {
            CountBy::Year => rows.sort_by(|a, b| a.name.cmp(&b.name)),
            _ => rows.sort_by(|a, b| (Reverse(a.hits), &a.name).cmp(&(Reverse(b.hits), &b.name))),
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use torch_bulletin::search::Query;

    use super::*;
    use crate::{OffsetUnit, Searched};

    fn counted(by: CountBy) -> Vec<(Option<String>, u64, u64, u64)> {
        let mut counts = Counts::new(by);
        for (year, blank) in [(2019, " "), (2021, "")] {
            let source = format!(
                "火炬动态\n{year}年第3期 {year}年3月31日\n目录\n【要闻{blank}动态】\n甲园区开园\n乙园区开园\n\
                 【要闻{blank}动态】\n甲园区开园\n甲园区来电,园区开园。\n(供稿:甲园区 甲园区管委会)\n乙园区开园\n没有消息。\n(供稿:甲园区)"
            );
            let parsed = torch_bulletin::parse(&source);
            let query = Query::new(["园区"]).unwrap();
            let hits = query.find(&source, parsed.bulletin());
            let issue =
                Searched { name: None, source: &source, bulletin: parsed.bulletin(), lines_before: 0 };
            counts.add(&Hit::all(&issue, &query, &hits, OffsetUnit::Utf8));
        }
        counts.rows().into_iter().map(|it| (it.name, it.hits, it.articles, it.issues)).collect()
    }

    #[test]
    fn years_sections_and_contributors_are_counted() {
        let years = counted(CountBy::Year);
        assert_eq!(years.iter().map(|it| it.0.as_deref()).collect::<Vec<_>>(), [Some("2019"), Some("2021")]);
        assert!(years.iter().all(|it| (it.2, it.3) == (2, 1) && it.1 > 2), "{years:?}");
        let sections = counted(CountBy::Section);
        assert_eq!(sections.len(), 1, "{sections:?}");
        assert_eq!((sections[0].2, sections[0].3), (4, 2), "{sections:?}");
        let contributors = counted(CountBy::Contributor);
        let first = &contributors[0];
        assert_eq!((first.0.as_deref(), first.2, first.3), (Some("甲园区"), 4, 2), "{contributors:?}");
    }
}
