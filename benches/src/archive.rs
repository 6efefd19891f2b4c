//! A generated archive: as many issues as wanted, all different, written from the prose of the specimens.
//!
//! An issue has the size and the parts of a real one of the 2020s (about 41 kB, 8 to 14 articles in 3 to 5
//! sections, contents list, attributions, two imprints). It differs from every other in its numbers and
//! date, in which articles it has, in zones, cities and figures, and in the paragraphs that fill the articles,
//! so that no branch predictor learns the archive by heart. The same index gives the same issue everywhere.

use torch_bulletin::parse;

use crate::print;
use crate::prose::{Article, Block, Kind, Prose, Variation};
use torch_bulletin_tests::random::Random;

/// How many issues the newsletter had by July 2022.
pub const ISSUES: usize = 541;

/// How the text of an issue is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// As the 2021-09 specimen: a paragraph a line, a blank line between, some cut by a page end.
    Plain,
    /// The same issue as `pdftotext -layout` gives it: lines of 28 characters, indents, page numbers, form feeds.
    Wrapped,
}

impl Setting {
    /// The name in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Setting::Plain => "plain",
            Setting::Wrapped => "hard-wrapped",
        }
    }
}

/// One generated issue, and what is known of it because it was generated so.
#[derive(Clone, Debug)]
pub struct Issue {
    /// The text.
    pub text: String,
    /// 总第N期.
    pub whole_number: u32,
    /// The titles of all articles, in order.
    pub titles: Vec<String>,
    /// How many sections it has.
    pub sections: usize,
}

impl Issue {
    /// Parses the text and compares with what was written: what is timed must be a parse of everything.
    ///
    /// # Errors
    /// The first difference.
    pub fn check(&self) -> Result<(), String> {
        let parsed = parse(&self.text);
        let bulletin = parsed.bulletin();
        let number = self.whole_number;
        let found = bulletin.masthead.issue.as_ref().and_then(|issue| issue.whole_number);
        if found.map(|it| (it.first, it.last)) != Some((number, number)) {
            return Err(format!("whole number {number}: found {found:?}"));
        }
        let bare = |text: &str| text.replace(' ', "");
        let titles: Vec<_> = bulletin
            .articles()
            .map(|it| it.title.as_ref().map(|it| bare(&it.of(&self.text))).unwrap_or_default())
            .collect();
        for (index, title) in self.titles.iter().enumerate() {
            if titles.get(index) != Some(&bare(title)) {
                return Err(format!(
                    "issue {number}: article {index} is {title}, found {:?}",
                    titles.get(index)
                ));
            }
        }
        if (titles.len(), bulletin.sections.len()) != (self.titles.len(), self.sections) {
            let (articles, sections) = (titles.len(), bulletin.sections.len());
            return Err(format!(
                "issue {number}: {} articles in {} sections, found {articles} in {sections}",
                self.titles.len(),
                self.sections
            ));
        }
        Ok(())
    }
}

/// The first `count` issues, each parsed once to see that it reads as it was written.
///
/// # Panics
/// Where one does not: a bench of a wrong parse measures nothing.
pub fn archive(count: usize, setting: Setting) -> Vec<Issue> {
    let prose = Prose::of_specimens();
    let issue = |index| {
        let issue = generate(&prose, index, setting);
        issue.check().unwrap_or_else(|what| panic!("the {} archive: {what}", setting.name()));
        issue
    };
    (0..count).map(issue).collect()
}

/// One issue after another, as many as are taken; none is checked, and none is kept.
pub fn issues(setting: Setting) -> impl Iterator<Item = Issue> {
    let prose = Prose::of_specimens();
    (0..).map(move |index| generate(&prose, index, setting))
}

/// What one issue holds, before it is set.
pub(crate) struct Plan {
    pub(crate) year: usize,
    pub(crate) number: usize,
    pub(crate) whole_number: usize,
    pub(crate) month: usize,
    pub(crate) day: usize,
    pub(crate) sections: Vec<Section>,
}

pub(crate) struct Section {
    pub(crate) name: &'static str,
    pub(crate) series: Option<&'static str>,
    pub(crate) articles: Vec<Signed>,
}

pub(crate) struct Signed {
    pub(crate) article: Article,
    /// The whole bracket.
    pub(crate) attribution: String,
    /// Whether it stands at the end of the last paragraph.
    pub(crate) inline: bool,
}

fn generate(prose: &Prose, index: usize, setting: Setting) -> Issue {
    let mut random = Random::new(index as u64);
    let plan = plan(prose, index, &mut random);
    let text = match setting {
        Setting::Plain => print::plain(&plan, &mut random),
        Setting::Wrapped => print::wrapped(&plan),
    };
    let articles = plan.sections.iter().flat_map(|section| &section.articles);
    Issue {
        text,
        whole_number: plan.whole_number as u32,
        titles: articles.map(|it| it.article.title.clone()).collect(),
        sections: plan.sections.len(),
    }
}

/// Section names with the series that may stand under them.
const SECTIONS: &[(&str, Option<&str>)] = &[
    ("火炬在行动", None),
    ("高新区之窗", Some("国家高新区“十三五”发展回眸")),
    ("统计分析", None),
    ("研究报告", None),
    ("科技金融", None),
    ("调研报告", None),
    ("高新区建设", Some("国家高新区十年成就巡礼")),
    ("深度观察", None),
    ("媒体聚焦", None),
    ("百年征程 火炬相传", Some("国家高新区发展回眸")),
];

const PEOPLE: &[&str] =
    &["孙立群", "周婉", "赵一鸣", "钱尔", "孙若溪", "聂广民", "汪洁", "席文渊", "鲍莉", "容华", "沈庭兰"];

/// Bytes of a whole issue, on average: 541 of them are 22 MB.
const BYTES: usize = 40_800;

fn plan(prose: &Prose, index: usize, random: &mut Random) -> Plan {
    let year = 1995 + index / 18 % 30;
    let number = index % 18 + 1;
    let names = random.choose(SECTIONS, random_sections(index));
    let count = random.within(8, 14);
    let bases = random.choose(&prose.articles, count);
    // The head, the contents list and the imprints take their part, and each article ends over its measure.
    let wanted = BYTES * random.within(80, 120) / 100 - 4_800;
    let mut articles: Vec<_> =
        bases.into_iter().map(|base| article(prose, base, wanted / count, year, random)).collect();
    let mut sections: Vec<_> = names
        .into_iter()
        .map(|&(name, series)| Section {
            name,
            series: series.filter(|_| random.percent(70)),
            articles: articles.pop().into_iter().collect(),
        })
        .collect();
    while let Some(article) = articles.pop() {
        let section = random.below(sections.len());
        sections[section].articles.push(article);
    }
    let month = (number * 2 / 3).clamp(1, 12);
    Plan { year, number, whole_number: index + 1, month, day: random.within(1, 28), sections }
}

fn random_sections(index: usize) -> usize {
    3 + index % 3
}

/// An article with the skeleton of `base`, filled with other paragraphs up to `bytes`.
fn article(prose: &Prose, base: &Article, bytes: usize, year: usize, random: &mut Random) -> Signed {
    let variation = Variation::new(random, year);
    let vary = |text: &str, random: &mut Random| variation.apply(text, random);
    let mut blocks: Vec<Block> = Vec::new();
    for block in &base.blocks {
        let other = block.kind == Kind::Paragraph && random.percent(60);
        let text = if other { random.pick(&prose.paragraphs) } else { &block.text };
        blocks.push(Block { kind: block.kind, text: vary(text, random) });
    }
    let mut size: usize = blocks.iter().map(|block| block.text.len()).sum();
    let alone: Vec<usize> =
        (0..blocks.len()).filter(|&index| blocks[index].kind == Kind::Paragraph).collect();
    // More paragraphs only where one stands alone: between 一是 and 二是 they would be out of place.
    let mut more: Vec<Vec<Block>> = vec![Vec::new(); blocks.len()];
    while size < bytes && !alone.is_empty() {
        let text: &String = random.pick(&prose.paragraphs);
        let text = vary(text, random);
        size += text.len();
        more[*random.pick(&alone)].push(Block { kind: Kind::Paragraph, text });
    }
    let blocks = blocks.into_iter().zip(more).flat_map(|(block, more)| std::iter::once(block).chain(more));

    let mut attribution = format!("(供稿:{}", variation.zone(random));
    if random.percent(40) {
        let people = random.within(1, 4);
        for (index, person) in random.choose(PEOPLE, people).into_iter().enumerate() {
            attribution.push_str(if index == 0 { "管委会" } else { " " });
            attribution.push_str(person);
        }
    }
    attribution.push(')');
    Signed {
        article: Article {
            title: vary(&base.title, random),
            subtitle: base.subtitle.as_ref().map(|subtitle| vary(subtitle, random)),
            blocks: blocks.collect(),
        },
        attribution,
        inline: random.percent(15),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_archive_has_the_size_of_the_real_one_and_no_issue_twice() {
        for setting in [Setting::Plain, Setting::Wrapped] {
            let issues = archive(54, setting);
            let bytes: usize = issues.iter().map(|issue| issue.text.len()).sum();
            let each = bytes / issues.len();
            assert!((36_000..50_000).contains(&each), "{}: {each} bytes an issue", setting.name());
            let different: HashSet<_> = issues.iter().map(|issue| &issue.text).collect();
            assert_eq!(different.len(), issues.len());
        }
    }

    #[test]
    fn the_same_index_gives_the_same_issue() {
        let prose = Prose::of_specimens();
        for setting in [Setting::Plain, Setting::Wrapped] {
            assert_eq!(generate(&prose, 7, setting).text, generate(&prose, 7, setting).text);
        }
    }

    #[test]
    fn wrapped_lines_keep_the_measure() {
        for issue in archive(6, Setting::Wrapped) {
            let widest = issue.text.lines().map(|line| line.trim().chars().count()).max();
            assert!(widest.is_some_and(|it| it < 60), "{widest:?}");
        }
    }
}
