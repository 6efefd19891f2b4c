//! The words in the tree of an issue, each with its context and places.

use std::cmp::Reverse;
use std::ops::Range;

use super::part::{Part, Unit, for_each};
use super::query::Query;
use crate::{Bulletin, Text};

/// A word in its context 上下文, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which of the words of the query it is, from 0.
    pub word: usize,
    /// The number of the article in the issue, from 0; `None` for a line without a place.
    pub article: Option<u32>,
    /// What it stands in.
    pub part: Part,
    /// The number of the block in its article, from 0; `None` in a title, an attribution, a line without a place.
    pub block: Option<u32>,
    /// What stands before it in the same text, at most as many characters as the query says.
    pub left: String,
    /// The word as printed, its lines joined.
    pub matched: String,
    /// What follows it.
    pub right: String,
    /// Its places in the source.
    pub text: Text,
}

impl Query {
    /// The words in an issue, in the order of the source.
    ///
    /// Where words overlap, the one that begins first is given, of two that begin together the longer one.
    pub fn find(&self, source: &str, bulletin: &Bulletin) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut places: Vec<(Range<usize>, usize)> = Vec::new();
        for_each(bulletin, |unit, texts| {
            let before = hits.len();
            let mut held = vec![false; self.words.len()];
            for text in texts {
                let joined = text.of(source);
                places.clear();
                for (index, word) in self.words.iter().enumerate() {
                    word.each(&joined, |range| {
                        held[index] = true;
                        places.push((range, index));
                    });
                }
                if !places.is_empty() {
                    self.add(unit, text, &joined, &mut places, &mut hits);
                }
            }
            if !self.any && held.contains(&false) {
                hits.truncate(before);
            }
        });
        hits.sort_by_key(|hit| hit.text.head().start());
        hits
    }

    /// Adds the words of one text.
    fn add(
        &self,
        unit: Unit,
        text: &Text,
        joined: &str,
        places: &mut [(Range<usize>, usize)],
        hits: &mut Vec<Hit>,
    ) {
        places.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
        let map = text.map();
        let mut done = 0;
        for (range, word) in places {
            if range.start < done {
                continue;
            }
            done = range.end;
            let Some(place) = map.slice(range.clone()) else { continue };
            let (left, right) = (&joined[..range.start], &joined[range.end..]);
            let Unit { article, part, block } = unit;
            hits.push(Hit {
                word: *word,
                article,
                part,
                block,
                left: last_chars(left, self.context).to_owned(),
                matched: joined[range.clone()].to_owned(),
                right: first_chars(right, self.context).to_owned(),
                text: place,
            });
        }
    }
}

fn last_chars(text: &str, count: usize) -> &str {
    match count.checked_sub(1) {
        None => "",
        Some(before) => text.char_indices().nth_back(before).map_or(text, |(at, _)| &text[at..]),
    }
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "火炬动态\n2019年第3期 2019年3月31日\n目录\n甲园区开园\n乙园区开园\n甲园区开园\n\
        \u{3000}\u{3000}甲园区今天开园，火\n\u{3000}\u{3000}— 1 —\n\u{3000}\u{3000}炬中心来函祝贺。\n\
        \u{3000}\u{3000}明天没有新闻。\n(供稿:甲园区 王茜)\n\
        乙园区开园\n\u{3000}\u{3000}乙园区举办⽕炬会议。\n(供稿:乙园区)\n";

    fn found(words: &[&str], any: bool) -> Vec<(Option<u32>, Part, Option<u32>, String)> {
        let query = Query::new(words.iter().copied()).unwrap().with_any(any);
        assert!(query.may_hold(SOURCE));
        let parsed = crate::parse(SOURCE);
        let hits = query.find(SOURCE, parsed.bulletin());
        for hit in &hits {
            assert_eq!(hit.text.of(SOURCE), hit.matched);
        }
        hits.into_iter().map(|hit| (hit.article, hit.part, hit.block, hit.matched)).collect()
    }

    #[test]
    fn words_are_found_over_lines_and_pages_and_in_every_part() {
        assert_eq!(
            found(&["火炬"], false),
            [
                (Some(0), Part::Paragraph, Some(0), "火炬".to_owned()),
                (Some(1), Part::Paragraph, Some(0), "⽕炬".to_owned())
            ]
        );
        let parts: Vec<_> = found(&["甲园区"], false).into_iter().map(|(_, part, ..)| part).collect();
        assert_eq!(parts, [Part::Title, Part::Paragraph, Part::Attribution]);
    }

    #[test]
    fn several_words_stand_in_one_paragraph_or_any_of_them_does() {
        let blocks = |words, any| found(words, any).into_iter().map(|it| it.0.unwrap()).collect::<Vec<_>>();
        assert_eq!(blocks(&["火炬", "会议"], false), [1, 1]);
        assert_eq!(blocks(&["火炬", "会议"], true), [0, 1, 1]);
        assert_eq!(blocks(&["甲园区", "乙园区"], false), [0; 0]);
        // In one attribution, although a word never goes over from one name to the next.
        assert_eq!(found(&["甲园区", "王茜"], false).len(), 2);
        let across = Query::new(["甲园区王茜"]).unwrap();
        assert_eq!(across.find(SOURCE, crate::parse(SOURCE).bulletin()), []);
    }

    #[test]
    fn the_longest_word_is_given_where_words_overlap() {
        let matched: Vec<_> =
            found(&["乙园", "乙园区举办", "区举"], true).into_iter().map(|it| it.3).collect();
        assert_eq!(matched, ["乙园", "乙园区举办", "乙园"]);
    }

    #[test]
    fn context_is_cut_at_characters_of_the_same_text() {
        let query = Query::new(["火炬"]).unwrap().with_context(3);
        let hits = query.find(SOURCE, crate::parse(SOURCE).bulletin());
        let shown: Vec<_> = hits.iter().map(|it| (it.left.as_str(), it.right.as_str())).collect();
        assert_eq!(shown, [("开园，", "中心来"), ("区举办", "会议。")]);
        let none = query.with_context(0).find(SOURCE, crate::parse(SOURCE).bulletin());
        assert_eq!((none[0].left.as_str(), none[0].right.as_str()), ("", ""));
    }

    #[test]
    fn words_without_ink_are_refused() {
        assert_eq!(Query::new([""; 0]).unwrap_err(), super::super::QueryError::NoWord);
        assert_eq!(Query::new(["火", " \u{3000}"]).unwrap_err(), super::super::QueryError::Blank(2));
    }
}
