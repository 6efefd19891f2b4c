//! A text read once: every date, number, zone, title and word of change in order, each with its place.

use super::date::{Calendar, DateMention};
use super::lexicon::{AUTOMATON, ChangeWord, Side, TimeWord, Word};
use super::quantity::{self, Amount};
use super::view::Index;
use super::words::Words;
use super::{date, numeral, zone};

/// One thing in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// What it is; numbers lead into the lists of [`Marks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Comma,
    Pause,
    Semicolon,
    Colon,
    Stop,
    Open,
    Close,
    OpenBook,
    CloseBook,
    OpenQuote,
    CloseQuote,
    /// One of [`Marks::dates`].
    Date(u32),
    /// One of [`Marks::amounts`]: a number, with or without a unit.
    Amount(u32),
    /// The number of a zone in its list.
    Zone(u16),
    /// A place that a zone is named after, alone.
    Place(u16),
    Title(Side),
    Body,
    Event,
    Change(ChangeWord),
    Since,
    /// A province.
    Region,
    Verb,
    Adverb,
    /// 表示, 案件: what only persons do or have.
    Cue,
    /// 力争: what follows is not yet so.
    Target,
    /// 计划, 将: so too where a verb follows.
    Plan,
}

impl Kind {
    /// Whether a clause ends here.
    pub(super) const fn ends_clause(self) -> bool {
        matches!(self, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Stop)
    }
}

/// Everything that was found in one text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) marks: Vec<Mark>,
    pub(super) dates: Vec<DateMention>,
    pub(super) amounts: Vec<Amount>,
    pub(super) index: Index,
}

impl Marks {
    pub(super) fn clear(&mut self) {
        self.marks.clear();
        self.dates.clear();
        self.amounts.clear();
    }

    /// Reads a text from its first to its last word.
    pub(super) fn read(&mut self, text: &str, calendar: &Calendar) {
        self.clear();
        let mut now = calendar.reading();
        let automaton = &*AUTOMATON;
        let (mut at, mut cursor) = (0, 0);
        while let Some((start, end, word)) = automaton.next(text, at) {
            at = end;
            let mut push = |kind| self.marks.push(Mark { start, end, kind });
            match word {
                Word::Comma => push(Kind::Comma),
                Word::Pause => push(Kind::Pause),
                Word::Semicolon => push(Kind::Semicolon),
                Word::Colon => push(Kind::Colon),
                Word::Stop => {
                    push(Kind::Stop);
                    now.sentence_ends();
                }
                Word::Open => push(Kind::Open),
                Word::Close => push(Kind::Close),
                Word::OpenBook => push(Kind::OpenBook),
                Word::CloseBook => push(Kind::CloseBook),
                Word::OpenQuote => push(Kind::OpenQuote),
                Word::CloseQuote => push(Kind::CloseQuote),
                Word::Title(side) => push(Kind::Title(side)),
                Word::Body => push(Kind::Body),
                Word::Event => push(Kind::Event),
                // 占地区生产总值的5%: a share, and no ground.
                Word::Change(ChangeWord::Skip) if is_share_of_place(&text[start..]) => {
                    at = start + '占'.len_utf8();
                    self.marks.push(Mark { start, end: at, kind: Kind::Change(ChangeWord::Share) });
                }
                Word::Change(ChangeWord::Skip) => {}
                // 第十 of 第十一条 is not all of its number.
                Word::Trap if text[start..].starts_with('第') => at += numeral::run(&text[end..]),
                Word::Trap => {}
                Word::Change(change) => push(Kind::Change(change)),
                Word::Region => match party_office(text, end) {
                    // 江苏省委常委: the sign 省 belongs to the office.
                    Some((office, stop)) => {
                        self.marks.push(Mark { start, end: office, kind: Kind::Region });
                        self.marks.push(Mark { start: office, end: stop, kind: Kind::Title(Side::Before) });
                        (at, cursor) = (stop, stop);
                    }
                    None => push(Kind::Region),
                },
                Word::Target => push(Kind::Target),
                Word::Plan => push(Kind::Plan),
                Word::Cue => push(Kind::Cue),
                Word::Verb => push(Kind::Verb),
                Word::Adverb => push(Kind::Adverb),
                Word::Zone(name) => {
                    let (end, whole) = zone::ending(text, end, name);
                    let kind = if whole { Kind::Zone(name.zone) } else { Kind::Place(name.zone) };
                    self.marks.push(Mark { start, end, kind });
                    if whole {
                        (at, cursor) = (end, end);
                    }
                }
                Word::Time(TimeWord::Since) => push(Kind::Since),
                Word::Time(TimeWord::Skip) => {}
                Word::Time(word) => {
                    if let Some(found) = date::word(text, start, end, word, &mut now) {
                        cursor = self.date(found);
                        at = at.max(cursor);
                    } else if word == TimeWord::Year(2) {
                        // 投产后年产值: what stands before 后 only dates it, as with 以来.
                        self.marks.push(Mark { start, end: start + '后'.len_utf8(), kind: Kind::Since });
                    }
                }
                Word::Numeral => {
                    if let Some(found) = date::number(text, start, cursor, &mut now) {
                        cursor = self.date(found);
                    } else if let Some(found) = quantity::amount(text, start, cursor) {
                        cursor = self.amount(text, found);
                    } else {
                        // The digits of an identifier, and signs that are no numeral, are read no second time.
                        cursor = start + numeral::run(&text[start..]);
                    }
                    at = at.max(cursor);
                }
            }
        }
        self.index.write(&self.marks, text.len());
    }

    fn date(&mut self, found: DateMention) -> usize {
        let (start, end) = (found.start, found.end);
        // 自 and 截至 before a date are part of it; a word that was taken for something else is not.
        while self.marks.last().is_some_and(|last| last.start >= start) {
            self.marks.pop();
        }
        self.marks.push(Mark { start, end, kind: Kind::Date(self.dates.len() as u32) });
        self.dates.push(found);
        if found.core > 0 { found.core } else { end }
    }

    fn amount(&mut self, text: &str, found: Amount) -> usize {
        let (start, end) = (found.start, found.end);
        if found.quantity.unit.is_some_and(|unit| matches!(unit.name, "元" | "百分点")) {
            self.share_unit(text, &found);
        }
        self.marks.push(Mark { start, end, kind: Kind::Amount(self.amounts.len() as u32) });
        self.amounts.push(found);
        end
    }
}

impl Marks {
    /// 50万、30万和10万元, 2.1个和4.6个百分点: the numbers of one list have one unit, printed at its end.
    fn share_unit(&mut self, text: &str, last: &Amount) {
        let mut next = last.start;
        for at in (0..self.amounts.len()).rev().take(8) {
            let amount = &mut self.amounts[at];
            let between = text.get(amount.end..next).unwrap_or_default();
            let fits = if last.quantity.dimension == Some("money") {
                amount.bare && text[..amount.end].ends_with(['万', '亿'])
            } else {
                amount.arabic && (amount.bare || amount.quantity.unit.is_some_and(|it| it.name == "个"))
            };
            if !fits || !matches!(between, "、" | "和" | "或" | "及") {
                break;
            }
            next = amount.start;
            amount.quantity.unit = last.quantity.unit;
            amount.quantity.dimension = last.quantity.dimension;
            (amount.bare, amount.rule) = (false, last.rule);
        }
    }
}

/// Whether 占地 is no word where a text begins with it: 占地区…, 占地方….
fn is_share_of_place(text: &str) -> bool {
    static PLACES: Words = Words::new(&["占地区", "占地方"]);
    PLACES.starts(text).is_some()
}

/// Where the office of a province's party committee begins and ends, whose first sign ends the name of the province.
fn party_office(text: &str, end: usize) -> Option<(usize, usize)> {
    static OFFICES: Words = Words::new(&[
        "省委书记",
        "省委副书记",
        "省委常委",
        "省委委员",
        "省委秘书长",
        "市委书记",
        "市委副书记",
        "市委常委",
        "区党委书记",
        "区党委副书记",
        "区党委常委",
    ]);
    if !text[end..].starts_with(['委', '党']) {
        return None;
    }
    let start = end - '省'.len_utf8();
    OFFICES.starts(text.get(start..)?).map(|office| (start, start + office.len()))
}
