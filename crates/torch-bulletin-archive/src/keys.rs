//! The keys of the issues in one text, and the sources 来源 of the issues of an archive, no two alike.

use std::borrow::Cow;
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

/// What tells an issue from all others of an archive: the name of its file, with `#` and its [key](Keys::next) where that holds
/// several.
///
/// A file may itself be called as an issue of another one is: `vol.txt#2022-9`. Then the issue that it holds alone has
/// `#whole` after that name, which is no key.
pub(crate) fn source_of<'f>(file: &'f str, key: Option<&str>) -> Cow<'f, str> {
    let is_of_key = |it: u8| matches!(it, b'0'..=b'9' | b'a'..=b'z' | b'-');
    match (key, file.rsplit_once('#')) {
        (Some(key), _) => format!("{file}#{key}").into(),
        (None, Some((_, end))) if end.bytes().all(is_of_key) => format!("{file}#whole").into(),
        (None, _) => file.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_issues_have_one_source() {
        let files = ["v", "v#2019-3", "v#2019-3#whole", "v#2019-3#2019-3", "v#", "a#b.txt", "v#whole", "v#1"];
        let keys = [None, Some("2019-3"), Some("1"), Some("issue"), Some("2019-3-copy2")];
        let sources: Vec<_> =
            files.iter().flat_map(|file| keys.map(|key| source_of(file, key).into_owned())).collect();
        let unique: std::collections::BTreeSet<_> = sources.iter().collect();
        assert_eq!(unique.len(), sources.len(), "{sources:?}");
        assert_eq!(source_of("a#b.txt", None), "a#b.txt");
        assert_eq!(source_of("vol.txt", Some("2022-9")), "vol.txt#2022-9");
        assert_eq!(source_of("vol.txt#2022-9", None), "vol.txt#2022-9#whole");
    }

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
