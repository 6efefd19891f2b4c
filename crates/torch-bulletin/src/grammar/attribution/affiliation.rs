//! Authors and their bodies 作者单位, a line each under the title of a report.

use super::super::mark::{is_close, is_open};
use super::super::names::{Expect, are_people, ends_like_body};
use super::super::trimmed;
use super::{Credit, Form};

/// Bytes of the longest name of one person: four characters.
const MOST_NAME: usize = 12;

/// A line that is the name of a person and nothing else, of two characters too.
pub(crate) fn author(text: &str) -> Option<Credit> {
    let range = 0..text.len();
    let named = text.len() <= MOST_NAME && are_people(text, range.clone());
    named.then(|| Form::new(range.clone(), None, Some((range, Expect::People))).credit(text))
}

/// The bodies of authors under their names 作者单位, each with its place and postcode: （某某研究所，北京 100190）.
///
/// `affiliation = "(" body *( ";" body ) ")"`, `body = [number] name "," *char 6DIGIT`
pub(crate) fn affiliation(text: &str) -> Option<Credit> {
    let inside = text.strip_prefix(is_open)?.strip_suffix(is_close)?;
    let mut form = Form::new(0..text.len(), None, None);
    let mut at = text.chars().next().map_or(0, char::len_utf8);
    for part in inside.split(['；', ';']) {
        let start = at + part.len()
            - part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '．' | ' ')).len();
        let place = part.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
        let end = start + text[start..at + part.len()].find(['，', ',', ' '])?;
        let body = trimmed(text, start..end.max(start))?;
        if part.trim_end().len() != place.len() + POSTCODE || !ends_like_body(&text[body.clone()]) {
            return None;
        }
        form.push((body, Expect::Bodies));
        at += part.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    Some(form.credit(text))
}

/// Digits of a postcode.
const POSTCODE: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_with_their_places() {
        let bodies = |text: &'static str| {
            let credit = affiliation(text)?;
            Some(credit.names.all().iter().map(|it| &text[it.range.clone()]).collect::<Vec<_>>())
        };
        assert_eq!(bodies("（某某研究所，北京 100190）"), Some(vec!["某某研究所"]));
        let two = "(1. 某某大学，某市 650091；2.某某研究院,北京100038)";
        assert_eq!(bodies(two), Some(vec!["某某大学", "某某研究院"]));
        for text in ["（(责任编辑（一）", "（某某研究所）", "（某路8号，650091）", "（）", "（；）"]
        {
            assert_eq!(bodies(text), None, "{text}");
        }
    }
}
