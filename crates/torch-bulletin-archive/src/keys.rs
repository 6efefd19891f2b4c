//! The keys of the issues in one text, no two alike.

use std::collections::HashMap;

use torch_bulletin::Bulletin;
use torch_bulletin::model::Issue;

/// Names the issues of a bound volume one after the other.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    count: usize,
    /// How often each key came.
    came: HashMap<String, usize>,
}

impl Keys {
    /// The [key](Issue::key) of the next issue; its place among the issues where it has no issue line. One that comes again
    /// is `2022-12-copy2`.
    pub(crate) fn next(&mut self, bulletin: &Bulletin) -> String {
        self.count += 1;
        let issue = bulletin.masthead.issue.as_ref();
        let key = issue.map_or_else(|| self.count.to_string(), Issue::key);
        let came = self.came.entry(key.clone()).or_default();
        *came += 1;
        if *came > 1 { format!("{key}-copy{came}") } else { key }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_that_comes_again_is_a_copy() {
        let mut keys = Keys::default();
        let texts = ["2019年第3期", "没有期号", "2019年第3期", "2019年第3期"];
        let named: Vec<_> = texts
            .iter()
            .map(|line| {
                keys.next(
                    torch_bulletin::parse(&format!("火炬动态\n{line}\n一个标题\n没有新闻。")).bulletin(),
                )
            })
            .collect();
        assert_eq!(named, ["2019-3", "2", "2019-3-copy2", "2019-3-copy3"]);
    }
}
