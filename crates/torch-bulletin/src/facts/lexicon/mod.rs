//! The vocabulary of facts: lists as data, each row with its source, and the one automaton made of them.
//!
//! The first line of a list says what it holds, the second names its columns; rows are sorted and unique, which a test
//! asserts. Nothing here is read before the first fact is asked for.

mod meaning;
mod tables;
mod trie;

use std::sync::LazyLock;

pub(super) use meaning::{ChangeWord, Meaning, Side, TimeWord, Unit, Zone, ZoneName};
pub(super) use tables::{TABLES, ZONE_ENDINGS};
use trie::Trie;

/// What a word of the automaton is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// An Arabic digit, or a Chinese one.
    Numeral,
    Comma,
    /// 、
    Pause,
    Semicolon,
    Colon,
    /// 。！？
    Stop,
    Open,
    Close,
    OpenBook,
    CloseBook,
    OpenQuote,
    CloseQuote,
    /// A zone's name, or the place that its name begins with.
    Zone(ZoneName),
    Title(Side),
    /// The ending of a body's name.
    Body,
    /// The ending of an event's name.
    Event,
    Change(ChangeWord),
    Time(TimeWord),
    /// A province by its official name.
    Region,
    Verb,
    Adverb,
    /// 表示, 案件: what only persons do or have.
    Cue,
    /// 力争: what follows is not yet so.
    Target,
    /// 计划, 将: so too where a verb follows.
    Plan,
    /// A word that holds another and is none.
    Trap,
}

/// The rows of a list, by columns.
fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines().skip(2).filter(|line| !line.is_empty()).map(|line| line.split('\t').collect())
}

const ZONES: &str = include_str!("zones.tsv");
const UNITS: &str = include_str!("units.tsv");
const COMPARATORS: &str = include_str!("comparators.tsv");
const CHANGES: &str = include_str!("changes.tsv");
const PERIODS: &str = include_str!("periods.tsv");
const TITLES: &str = include_str!("titles.tsv");
const BODIES: &str = include_str!("bodies.tsv");
const VERBS: &str = include_str!("verbs.tsv");
const FOLLOW: &str = include_str!("follow.tsv");
const REGIONS: &str = include_str!("regions.tsv");
const TRAPS: &str = include_str!("traps.tsv");

/// Single characters that a numeral can begin with.
const NUMERALS: &str =
    "0123456789零〇一二三四五六七八九十百千万亿两几数半壹贰叁肆伍陆柒捌玖拾佰仟廿卅萬億兩幾貳參陸兆";

/// Marks, of either width.
const MARKS: &[(Word, &str)] = &[
    (Word::Comma, ",，"),
    (Word::Pause, "、"),
    (Word::Semicolon, ";；"),
    (Word::Colon, ":："),
    (Word::Stop, "。！？!?…\n"),
    (Word::Open, "(（"),
    (Word::Close, ")）"),
    (Word::OpenBook, "《"),
    (Word::CloseBook, "》"),
    (Word::OpenQuote, "“"),
    (Word::CloseQuote, "”"),
];

/// Finds every word of the lists in one pass, the longest at each place.
pub(super) struct Automaton {
    words: Vec<Word>,
    trie: Trie,
}

impl Automaton {
    /// The first word at a place of a text or behind it: start, end, what it is.
    #[inline]
    pub(super) fn next(&self, text: &str, from: usize) -> Option<(usize, usize, Word)> {
        self.trie.next(text, from).map(|(start, end, word)| (start, end, self.words[word]))
    }
}

pub(super) static AUTOMATON: LazyLock<Automaton> = LazyLock::new(|| {
    let tables = &*TABLES;
    let mut found: Vec<(String, Word)> = Vec::with_capacity(2_400);
    // Of a word that is in two lists the first one counts.
    found.extend(tables.zone_names.iter().map(|(name, zone)| (name.clone(), Word::Zone(*zone))));
    found.extend(tables.times.iter().map(|(word, time)| ((*word).to_owned(), Word::Time(*time))));
    found.extend(tables.changes.iter().map(|(word, change)| ((*word).to_owned(), Word::Change(*change))));
    for row in rows(TITLES) {
        let side = match row[1] {
            "after" => Side::After,
            "both" => Side::Both,
            _ => Side::Before,
        };
        found.push((row[0].to_owned(), Word::Title(side)));
    }
    for row in rows(BODIES) {
        found.push((row[0].to_owned(), if row[1] == "event" { Word::Event } else { Word::Body }));
    }
    for row in rows(VERBS) {
        let word = match row[1] {
            "adverb" => Word::Adverb,
            "cue" => Word::Cue,
            "target" => Word::Target,
            "plan" => Word::Plan,
            _ => Word::Verb,
        };
        found.push((row[0].to_owned(), word));
    }
    found.extend(rows(REGIONS).map(|row| (row[0].to_owned(), Word::Region)));
    found.extend(rows(TRAPS).map(|row| (row[0].to_owned(), Word::Trap)));
    for (word, marks) in MARKS {
        found.extend(marks.chars().map(|mark| (mark.to_string(), *word)));
    }
    found.extend(NUMERALS.chars().map(|c| (c.to_string(), Word::Numeral)));
    // A stable sort keeps the first of equal words in front.
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found.dedup_by(|b, a| a.0 == b.0);
    let words = found.iter().map(|(_, word)| *word).collect();
    let spelled: Vec<&str> = found.iter().map(|(word, _)| word.as_str()).collect();
    Automaton { words, trie: Trie::new(&spelled) }
});

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &[(&str, &str)] = &[
        ("zones", ZONES),
        ("units", UNITS),
        ("comparators", COMPARATORS),
        ("changes", CHANGES),
        ("periods", PERIODS),
        ("titles", TITLES),
        ("bodies", BODIES),
        ("verbs", VERBS),
        ("follow", FOLLOW),
        ("regions", REGIONS),
        ("traps", TRAPS),
    ];

    #[test]
    fn lists_are_sorted_unique_and_say_their_sources() {
        for (name, list) in LISTS {
            let mut lines = list.lines();
            assert!(lines.next().is_some_and(|line| line.starts_with("# ")), "{name}");
            let columns: Vec<_> = lines.next().unwrap().split('\t').collect();
            assert_eq!(columns.last(), Some(&"source"), "{name}");
            let mut last = "";
            for line in lines {
                let row: Vec<_> = line.split('\t').collect();
                assert_eq!(row.len(), columns.len(), "{name}: {line}");
                assert!(row[0] > last, "{name}: {} is not above {last}", row[0]);
                assert!(!row[row.len() - 1].is_empty(), "{name}: {line}: no source");
                last = row[0];
            }
            assert!(!last.is_empty(), "{name} is empty");
        }
    }

    #[test]
    fn the_longest_word_is_found() {
        let (text, mut at) = ("截至目前，四川", 0);
        let next = || {
            let (_, end, word) = AUTOMATON.next(text, at)?;
            at = end;
            Some(word)
        };
        let found: Vec<_> = std::iter::from_fn(next).collect();
        assert!(matches!(found[..], [Word::Time(_), Word::Comma, Word::Trap]), "{found:?}");
    }
}
