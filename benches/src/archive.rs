//! A generated archive: as many issues as wanted, all different, written from the prose of the specimens.
//!
//! An issue has the size and the parts of a real one of the 2020s (about 41 kB, 8 to 14 articles in 3 to 5
//! sections, contents list, attributions, two imprints). It differs from every other in its numbers and
//! date, in which articles it has, in zones, cities and figures, and in the paragraphs that fill the articles,
//! so that no branch predictor learns the archive by heart. The same index gives the same issue everywhere.

use torch_bulletin::parse;

use torch_bulletin_tests::random::Random;

use crate::plan::plan;
use crate::print;
use crate::prose::Prose;

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
