//! The lists as tables: what is looked up beside a word that the automaton found.

use std::sync::LazyLock;

use super::meaning::{ChangeWord, Meaning, TimeWord, Unit, Zone, ZoneName, change, meaning, time};
use super::{CHANGES, COMPARATORS, FOLLOW, PERIODS, UNITS, ZONES, rows};
use crate::facts::words::{Gate, Words, begins, ends};

/// Words by one of their characters: as many lists as there are remainders of its number, no hashing.
struct ByChar<T> {
    lists: Vec<Vec<(char, T)>>,
}

impl<T> ByChar<T> {
    const LISTS: usize = 512;

    fn new() -> Self {
        Self { lists: (0..Self::LISTS).map(|_| Vec::new()).collect() }
    }

    fn push(&mut self, key: char, value: T) {
        self.lists[key as usize % Self::LISTS].push((key, value));
    }

    fn sort_by_length(&mut self, word: impl Fn(&T) -> &'static str) {
        self.lists.iter_mut().for_each(|list| list.sort_by_key(|it| std::cmp::Reverse(word(&it.1).len())));
    }

    fn get(&self, key: char) -> impl Iterator<Item = &T> {
        self.lists[key as usize % Self::LISTS].iter().filter(move |it| it.0 == key).map(|it| &it.1)
    }
}

/// A comparator before its number.
pub(in crate::facts) type Before = (&'static str, Meaning);

/// Every list that is looked up by neighbours and not searched for.
pub(in crate::facts) struct Tables {
    pub(in crate::facts) zones: Vec<Zone>,
    pub(in crate::facts) zone_names: Vec<(String, ZoneName)>,
    pub(in crate::facts) times: Vec<(&'static str, TimeWord)>,
    pub(in crate::facts) changes: Vec<(&'static str, ChangeWord)>,
    pub(in crate::facts) plans: Vec<(&'static str, i16, i16)>,
    units: ByChar<Unit>,
    before: ByChar<Before>,
    after: ByChar<Before>,
    follow: ByChar<&'static str>,
    /// What may begin a part of an amount behind its unit; by another bit, what may go on with its number.
    tails: Gate,
}

pub(in crate::facts) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);

/// What may follow a unit beside comparators: a unit below the line, one in brackets, 人民币, 多, 强.
static TAILS: Words = Words::new(&["/", "(", "（", "人民币", "多", "强"]);

/// What may follow a unit and go on with the number: 5米至8米, 三年半.
static RANGES: Words = Words::new(&["-", "—", "–", "~", "～", "至", "到", "半"]);

/// What zones are called after the place.
pub(in crate::facts) static ZONE_ENDINGS: Words = Words::new(&[
    "高新区",
    "国家高新区",
    "国家级高新区",
    "市高新区",
    "高新技术产业开发区",
    "国家高新技术产业开发区",
    "国家级高新技术产业开发区",
    "市高新技术产业开发区",
    "高新技术开发区",
    "高新技术产业园区",
    "高技术产业开发区",
    "火炬高新区",
    "高新园区",
    "高新开发区",
]);

impl Tables {
    /// The short name of a zone.
    pub(in crate::facts) fn zone_name(&self, number: u16) -> &'static str {
        self.zones[usize::from(number)].short
    }

    fn new() -> Self {
        let mut this = Self {
            zones: Vec::new(),
            zone_names: Vec::new(),
            times: Vec::new(),
            changes: Vec::new(),
            plans: Vec::new(),
            units: ByChar::new(),
            before: ByChar::new(),
            after: ByChar::new(),
            follow: ByChar::new(),
            tails: Gate::new(&[&TAILS, &RANGES]),
        };
        this.read_zones();
        for row in rows(UNITS) {
            this.units.push(first(row[0]), Unit::new(row[0], row[1], row[2]));
        }
        this.units.sort_by_length(|unit| unit.printed);
        for row in rows(COMPARATORS) {
            let meaning = meaning(row[2]);
            let (key, table) = match row[1] {
                "before" => (row[0].chars().next_back().unwrap_or_default(), &mut this.before),
                _ => {
                    this.tails.insert(row[0]);
                    (first(row[0]), &mut this.after)
                }
            };
            table.push(key, (row[0], meaning));
        }
        for table in [&mut this.before, &mut this.after] {
            table.sort_by_length(|it| it.0);
        }
        for row in rows(FOLLOW) {
            this.follow.push(first(row[0]), row[0]);
        }
        for row in rows(PERIODS) {
            if let Some((from, to)) = row[2].split_once('/').filter(|_| row[1] == "plan") {
                this.plans.push((row[0], from.parse().unwrap_or(0), to.parse().unwrap_or(0)));
            } else {
                this.times.push((row[0], time(row[1], row[2])));
            }
        }
        // The longest first: 十四五 before 四五.
        this.plans.sort_by_key(|(name, ..)| std::cmp::Reverse(name.len()));
        this.changes = rows(CHANGES).map(|row| (row[0], change(row[1], row[2]))).collect();
        this
    }

    fn read_zones(&mut self) {
        for (row, zone) in rows(ZONES).zip(0_u16..) {
            let (short, official, aliases) = (row[0], row[1], row[2]);
            self.zones.push(Zone { short, province: row[3], approved: row[4].parse().ok() });
            let names =
                [short, official].into_iter().chain(aliases.split('|').filter(|name| !name.is_empty()));
            for name in names {
                // 成都 of 成都高新区 and of 成都高新技术产业开发区.
                let stem = ZONE_ENDINGS.ends(name).map(|ending| &name[..name.len() - ending.len()]);
                match stem {
                    Some(stem) if !stem.is_empty() => {
                        self.zone_names.push((stem.to_owned(), ZoneName { zone, stem: true }));
                    }
                    _ => self.zone_names.push((name.to_owned(), ZoneName { zone, stem: false })),
                }
            }
        }
    }

    /// The longest unit at the head of a text.
    pub(in crate::facts) fn unit(&self, text: &str) -> Option<&Unit> {
        let c = text.chars().next()?;
        self.units.get(c).find(|unit| unit.printed.len() == c.len_utf8() || begins(text, unit.printed))
    }

    /// The longest comparator at the end of what stands before a number.
    pub(in crate::facts) fn before(&self, text: &str) -> Option<Before> {
        let c = text.chars().next_back()?;
        let ends = |word: &str| word.len() == c.len_utf8() || ends(text, word);
        // 比重达 is no weight.
        let weighs = |word: &str| word != "重达" || !text.ends_with("比重达");
        self.before.get(c).find(|(word, _)| ends(word) && weighs(word)).copied()
    }

    /// All comparators that stand before a number.
    pub(in crate::facts) fn comparators(&self) -> impl Iterator<Item = &'static str> {
        self.before.lists.iter().flatten().map(|it| it.1.0)
    }

    /// The longest comparator at the head of what stands after a unit.
    pub(in crate::facts) fn after(&self, text: &str) -> Option<Before> {
        let c = text.chars().next()?;
        self.after.get(c).find(|(word, _)| word.len() == c.len_utf8() || begins(text, word)).copied()
    }

    /// Whether what stands behind a unit may belong to its amount: 以上, 多, a second unit.
    #[inline]
    pub(in crate::facts) fn goes_on(&self, text: &str) -> bool {
        self.tails.of(text) & 1 != 0
    }

    /// Whether an amount surely ends before a text: nothing at its head belongs to a unit, or to the number before.
    #[inline]
    pub(in crate::facts) fn ends(&self, text: &str) -> bool {
        self.tails.of(text) == 0
    }

    /// Whether a text begins with a word that follows a person's name.
    pub(in crate::facts) fn follows_name(&self, text: &str) -> bool {
        self.after_name(text) > 0
    }

    /// The bytes of the longest word that follows a person's name at the head of a text; 0 for none.
    pub(in crate::facts) fn after_name(&self, text: &str) -> usize {
        let Some(c) = text.chars().next() else { return 0 };
        self.follow.get(c).filter(|word| begins(text, word)).map(|word| word.len()).max().unwrap_or(0)
    }
}

fn first(text: &str) -> char {
    text.chars().next().unwrap_or_default()
}
