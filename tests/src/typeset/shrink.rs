//! The least of an issue that still fails in the same field.

use super::grid::Case;
use super::model::Issue;

/// Takes sections, articles, blocks and lines away as long as the case still fails in `field`.
pub fn shrunk(case: &Case, field: &str) -> Case {
    let fails = |case: &Case| {
        case.run().is_some_and(|it| it.score.unlike.iter().any(|(unlike, ..)| *unlike == field))
    };
    let mut best = case.clone();
    loop {
        let smaller = smaller(&best.model)
            .into_iter()
            .map(|model| Case { model, ..best.clone() })
            .find(|case| fails(case));
        match smaller {
            Some(case) => best = case,
            None => return best,
        }
    }
}

/// Every issue that lacks one thing; what takes most away comes first.
fn smaller(issue: &Issue) -> Vec<Issue> {
    let mut out = Vec::new();
    let mut take = |change: &dyn Fn(&mut Issue)| {
        let mut less = issue.clone();
        change(&mut less);
        out.push(less);
    };
    if issue.sections.len() > 1 {
        for index in 0..issue.sections.len() {
            take(&|it| {
                let section = it.sections.remove(index);
                it.contents.retain(|group| group.section.is_none() || group.section != section.name);
            });
        }
    }
    for section in 0..issue.sections.len() {
        let articles = &issue.sections[section].articles;
        for article in (0..articles.len()).filter(|_| articles.len() > 1) {
            take(&|it| {
                let gone = it.sections[section].articles.remove(article);
                it.contents.iter_mut().for_each(|group| group.entries.retain(|it| it.title != gone.title));
            });
        }
        for (article, it) in articles.iter().enumerate().filter(|(_, it)| it.blocks.len() > 1) {
            for block in 0..it.blocks.len() {
                take(&|it| drop(it.sections[section].articles[article].blocks.remove(block)));
            }
        }
    }
    if !issue.colophon.is_empty() {
        take(&|it| it.colophon.clear());
    }
    out
}
