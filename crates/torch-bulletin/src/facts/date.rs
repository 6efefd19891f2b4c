//! Dates and periods 日期、时期: what is printed, and the year that is not.
//!
//! ```abnf
//! date   = [("自" / "从") / ("截至" / "到")] point [dash point] [since / "以前" / "起" / "期间"]
//! point  = year ["年" [month ["月" [day "日"]] / part]] / month "月" [day "日"] / day "日" / iso
//! part   = "上半年" / "下半年" / ["第"] "一季度" … / "底" / "初" / "上旬" …
//! since  = *12CHAR "以来"           ; 自2010年升级…以来: in the same clause
//! ```
//! A year that is not printed is the year of the sentence, else of the issue; a month after the issue's month is of
//! the year before.

mod parts;
mod relative;

use super::calendar::{Day, LengthUnit, Period};
use super::lexicon::{TABLES, TimeWord};
use super::numeral::{is_sign, run};
use super::words::Words;
use super::{DateBasis, Rule};
use parts::{Point, Year, dash, int, point};

/// A date as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateMention {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the words of the date itself end; 自…以来 goes on to its last word.
    pub(super) core: usize,
    pub(super) value: Option<Period>,
    pub(super) basis: Option<DateBasis>,
    pub(super) vague: bool,
    /// 较2012年: whether it is only what something else is compared with.
    pub(super) base: bool,
    pub(super) rule: Rule,
}

impl Default for DateMention {
    fn default() -> Self {
        let (value, basis, rule) = (None, None, Rule::VagueTime);
        Self { start: 0, end: 0, core: 0, value, basis, vague: false, base: false, rule }
    }
}

/// What is known of time before a text is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Calendar {
    /// The date of the issue.
    pub(super) issue: Option<Day>,
    /// The year that the texts before in its article have named last.
    pub(super) reported: Option<i16>,
}

impl Calendar {
    pub(super) fn reading(&self) -> Reading {
        Reading { issue: self.issue, reported: self.reported, ..Reading::default() }
    }

    /// Takes in the years that a text of an article names.
    pub(super) fn learn(&mut self, dates: &[DateMention]) {
        let past = |year: &i16| self.issue.is_none_or(|issue| *year <= issue.year);
        let year = |date: &DateMention| {
            let point = matches!(date.value, Some(Period::Point(_) | Period::Until(_)));
            let printed = date.basis == Some(DateBasis::Explicit) && point && !date.base;
            date.value.and_then(Period::year).filter(|_| printed).filter(past)
        };
        self.reported = dates.iter().rev().find_map(year).or(self.reported);
    }
}

/// What is known of time at a place of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    pub(super) issue: Option<Day>,
    /// The year that the article has named last before this text.
    pub(super) reported: Option<i16>,
    /// The year that the sentence has named for what follows.
    year: Option<i16>,
    /// The date before this place.
    pub(super) last: Option<Period>,
    /// The last month that the sentence has named, with its year.
    month: Option<(i16, u8)>,
}

impl Reading {
    pub(super) fn sentence_ends(&mut self) {
        (self.year, self.month) = (None, None);
    }

    /// The year of a date that prints none, and where it is from; a month after the issue's is of the year before.
    fn year_of(&self, month: Option<u8>) -> Option<(i16, DateBasis)> {
        if let Some(year) = self.year {
            return Some((year, DateBasis::Context));
        }
        let issue = self.issue?;
        // 7月启动,11月揭晓: the sentence goes on in time.
        if let (Some((year, before)), Some(month)) = (self.month, month)
            && month >= before
        {
            return Some((year, DateBasis::Issue));
        }
        let ahead =
            matches!((month, issue.month), (Some(month), Some(now)) if month > now.saturating_add(AHEAD));
        Some((issue.year - i16::from(ahead), DateBasis::Issue))
    }

    /// Keeps what later dates of the sentence lean on: not 2月底 of 较2月底, which is compared with.
    fn keep(&mut self, text: &str, found: &mut DateMention) {
        found.base = BASES.ends(&text[..found.start]).is_some();
        // 2018年底前认定的企业: an end that others are bounded by.
        let bound = text[found.start..found.end].ends_with('前');
        if found.base || bound {
            return;
        }
        // 去年同期 leans on a date and is none to lean on.
        if found.basis != Some(DateBasis::Context) || found.rule != Rule::RelativeDate {
            self.last = found.value.or(self.last);
        }
        if let Some(Period::Point(day) | Period::Span(_, day) | Period::Since(day)) = found.value
            && found.basis == Some(DateBasis::Issue)
            && let Some(month) = day.month
        {
            self.month = Some((day.year, month));
        }
        let year = found.value.and_then(Period::year);
        // 2021年度评价结果于7月公布: a year inside a name dates nothing else.
        let after = &text[found.end..];
        let named = matches!(found.rule, Rule::FullDate) && SETS_YEAR.starts(after).is_none();
        if found.basis == Some(DateBasis::Explicit) && !named {
            self.year = year.or(self.year);
        }
    }
}

/// What stands before a date that something else is compared with.
static BASES: Words = Words::new(&[
    "较",
    "比",
    "与",
    "由",
    "是",
    "为",
    "高于",
    "低于",
    "快于",
    "优于",
    "好于",
    "多于",
    "少于",
    "相当于",
    "超过",
    "占",
    "恢复到",
    "恢复至",
]);

/// What stands after a year that holds for the rest of its sentence.
static SETS_YEAR: Words =
    Words::new(&[",", "，", "、", "的", "以", "在", "(", "（", "起", "至", "期间", "年", "底", "末", "初"]);

/// Months that a plan may lie ahead of the issue without being of the year before: 7-9月 in an issue of July.
const AHEAD: u8 = 2;

/// Whether a character may follow a number in a date, or in a length of time.
const fn follows_number(c: char) -> bool {
    let unit = matches!(c, '年' | '月' | '日' | '号' | '號' | '世' | '周' | '天' | '季');
    let dash = matches!(c, '至' | '到' | ' ' | '-' | '—' | '–' | '~' | '～' | '―' | '/' | '.');
    unit || dash || matches!(c, '多' | '余' | '半')
}

/// Bytes that the number of a date has at most; a line of digits without end is looked at once and not from each of them.
const LONGEST: usize = 96;

/// Reads the date that begins with a number at `start`; `floor` is where the mark before ends.
pub(super) fn number(text: &str, start: usize, floor: usize, now: &mut Reading) -> Option<DateMention> {
    let before = &text[floor.min(start)..start];
    // 第3期, 甲18号, T12: no date.
    let last = before.chars().next_back();
    if last == Some('第') || last.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    let arabic = text.as_bytes()[start].is_ascii_digit();
    if !arabic && let Some(found) = plan(text, start) {
        return Some(found);
    }
    // Most numbers are followed by nothing that a date has.
    let after = start + run(&text[start..text.floor_char_boundary(start + LONGEST)]);
    let compact = arabic && after - start == 8;
    let mut chars = text[after..].chars();
    let next = chars.next();
    let dated = match next {
        // 个月, 个季度; 两个亿年.
        Some('个') => matches!(chars.next(), Some('月' | '季' | '星' | '工' | '交' | '亿' | '億')),
        next => next.is_none_or(follows_number),
    };
    if !dated && !compact {
        return None;
    }
    // 2022年 is a year and no length.
    let year = arabic && after - start == 4 && text.as_bytes()[start] != b'0' && next == Some('年');
    if !year && let Some(found) = relative::length(text, start, floor, now) {
        return Some(found);
    }
    let mut found = span(text, start, now)?;
    found.start = start;
    extend(text, floor, &mut found, now);
    now.keep(text, &mut found);
    Some(found)
}

/// Reads the date that a word of time begins.
pub(super) fn word(
    text: &str,
    start: usize,
    end: usize,
    word: TimeWord,
    now: &mut Reading,
) -> Option<DateMention> {
    let mut found = relative::word(text, start, end, word, now)?;
    if !found.vague && word != TimeWord::Until {
        let floor = text[..start].char_indices().next_back().map_or(start, |(at, _)| at);
        extend(text, floor, &mut found, now);
    }
    now.keep(text, &mut found);
    Some(found)
}

/// “十四五”期间, 十三五时期: a five-year plan; 十五 alone is a number.
fn plan(text: &str, start: usize) -> Option<DateMention> {
    let rest = &text[start..];
    // Every plan has two numerals or three.
    if rest.chars().nth(1).is_none_or(|c| !is_sign(c)) {
        return None;
    }
    let &(name, from, to) = TABLES.plans.iter().find(|(name, ..)| rest.starts_with(name))?;
    let mut end = start + name.len();
    let quoted = text[..start].ends_with('“') && text[end..].starts_with('”');
    let mut begin = start;
    if quoted {
        begin -= '“'.len_utf8();
        end += '”'.len_utf8();
    }
    let after = &text[end..];
    let suffix = ["期间", "时期", "以来", "期末", "初期", "中期", "末期", "末", "初", "开局之年", "收官之年"];
    let found = suffix.iter().find(|it| after.starts_with(**it));
    let known = name.chars().count() == 3 || quoted && matches!(name, "九五" | "十五" | "八五" | "七五");
    let planned = found.is_some() || ["规划", "发展", "计划"].iter().any(|it| after.starts_with(it));
    // 十五 is a number unless it is quoted or a plan by what follows.
    if !(known || planned) {
        return None;
    }
    let value = match found {
        Some(&("末" | "期末" | "末期" | "收官之年")) => Period::Point(Day::year(to)),
        Some(&("初" | "初期" | "开局之年")) => Period::Point(Day::year(from)),
        Some(&"以来") => Period::Since(Day::year(from)),
        _ => Period::Span(Day::year(from), Day::year(to)),
    };
    let end = end + found.map_or(0, |it| it.len());
    let basis = Some(DateBasis::Explicit);
    Some(DateMention {
        start: begin,
        end,
        core: 0,
        value: Some(value),
        basis,
        vague: false,
        base: false,
        rule: Rule::PlanPeriod,
    })
}

/// A point, or two with a dash between.
fn span(text: &str, start: usize, now: &Reading) -> Option<DateMention> {
    if let Some(first) = point(text, start) {
        if let Some(second_at) = dash(text, first.end)
            && let Some(second) = point(text, second_at).or_else(|| relative::second(text, second_at, now))
            && let Some(found) = between(text, start, first, second, now)
        {
            return Some(found);
        }
        return resolve(start, first, now);
    }
    // 7-9月, 2011-2020年, 2021-2030: the unit stands at the end.
    let (low, end, _) = int(text, start)?;
    let at = dash(text, end)?;
    let second = point(text, at);
    let arabic = text.as_bytes()[start].is_ascii_digit();
    match second {
        Some(second) if second.year.is_some() && arabic && (1800..2200).contains(&low) => {
            let first = Point { year: Some(Year(low as i16)), month: None, ..second };
            between(text, start, Point { end, to: None, day: None, ..first }, second, now)
        }
        Some(second) if second.year.is_none() && second.month.is_some() && (1..=12).contains(&low) => {
            let first = Point { month: Some(low as u8), day: None, to: None, ..second };
            between(text, start, first, second, now)
        }
        Some(second) if second.year.is_none() && second.month.is_none() && (1..=31).contains(&low) => {
            let first = Point { day: Some(low as u8), ..second };
            between(text, start, first, second, now)
        }
        // (2021-2030): both are years and nothing else stands beside them.
        None => {
            let (high, end, digits) = int(text, at)?;
            let years =
                (1900..2100).contains(&low) && (1900..2100).contains(&high) && low < high && digits == 4;
            let free = |c: Option<char>| {
                c.is_none_or(|c| !c.is_ascii_alphanumeric() && !"-./年万亿个家".contains(c))
            };
            let ends = free(text[end..].chars().next());
            if !years || !ends || end - at != 4 {
                return None;
            }
            let value = Period::Span(Day::year(low as i16), Day::year(high as i16));
            let basis = Some(DateBasis::Explicit);
            Some(DateMention {
                start,
                end,
                core: 0,
                value: Some(value),
                basis,
                vague: false,
                base: false,
                rule: Rule::DateRange,
            })
        }
        _ => None,
    }
}

/// The span from one point to another; what the one lacks it takes from the other.
fn between(text: &str, start: usize, first: Point, second: Point, now: &Reading) -> Option<DateMention> {
    let mut second = second;
    second.year = second.year.or(first.year);
    if second.month.is_none() && second.day.is_some() {
        second.month = first.month;
    }
    let mut first = first;
    if first.year.is_none() && second.year.is_some() {
        first.year = second.year;
    }
    let from = resolve(start, Point { to: None, ..first }, now)?;
    let to = resolve(start, second, now)?;
    let (Period::Point(first_day) | Period::Span(first_day, _)) = from.value? else { return None };
    let (Period::Point(mut last_day) | Period::Span(_, mut last_day)) = to.value? else { return None };
    // 11月至2月 runs into the next year where no year is printed.
    if second.year.is_none() && last_day < first_day {
        last_day = last_day.years_later(1);
    }
    if last_day < first_day || !text.is_char_boundary(second.end) {
        return None;
    }
    let value = Some(Period::Span(first_day, last_day));
    Some(DateMention {
        start,
        end: second.end,
        core: 0,
        value,
        basis: from.basis,
        vague: false,
        base: false,
        rule: Rule::DateRange,
    })
}

/// A point with its year, or the reason why it has none.
fn resolve(start: usize, point: Point, now: &Reading) -> Option<DateMention> {
    let (year, basis) = match point.year {
        Some(Year(year)) => (Some(year), Some(DateBasis::Explicit)),
        None => {
            let known = now.year_of(point.month.or(point.to.and(Some(1))));
            (known.map(|it| it.0), known.map(|it| it.1))
        }
    };
    let mut month = point.month;
    let mut basis = basis;
    if month.is_none() && point.day.is_some() {
        // 15日: the month of the date before, or of the issue.
        let last = now.last.and_then(|it| match it {
            Period::Point(day) | Period::Span(_, day) | Period::Since(day) | Period::Until(day) => day.month,
            Period::Length(..) => None,
        });
        month = last.or(now.issue.and_then(|issue| issue.month));
        if last.is_some() && basis != Some(DateBasis::Explicit) {
            basis = Some(DateBasis::Context);
        }
    }
    let rule = match (point.year, point.to) {
        (_, Some(_)) => Rule::PartOfYear,
        (Some(_), None) => Rule::FullDate,
        (None, None) => Rule::PartialDate,
    };
    let mention = |value, basis, rule| DateMention {
        start,
        end: point.end,
        core: 0,
        value,
        basis,
        vague: false,
        base: false,
        rule,
    };
    let Some(year) = year else { return Some(mention(None, None, rule)) };
    let day = Day { year, month, day: if month.is_some() { point.day } else { None } };
    let value = match point.to {
        Some((to_month, to_day)) => {
            let from = Day { year, month: month.or(Some(1)), day: point.day };
            let to = Day { year, month: Some(to_month), day: to_day };
            if from == to { Period::Point(from) } else { Period::Span(from, to) }
        }
        None if point.decade => Period::Span(day, day.years_later(9)),
        None => Period::Point(day),
    };
    let exists = match value {
        Period::Point(day) => day.exists(),
        Period::Span(from, to) => from.exists() && to.exists(),
        _ => true,
    };
    Some(if exists { mention(Some(value), basis, rule) } else { mention(None, None, Rule::ImpossibleDate) })
}

/// What stands around a date and belongs to it: 自…以来, 截至, 以前, 期间.
fn extend(text: &str, floor: usize, found: &mut DateMention, now: &Reading) {
    let before = &text[floor.min(found.start)..found.start];
    let prefix =
        ["自从", "自", "从", "截至", "截止到", "截止", "到"].into_iter().find(|it| before.ends_with(it));
    let from = matches!(prefix, Some("自从" | "自" | "从"));
    let until = matches!(prefix, Some("截至" | "截止" | "截止到"));
    let (Some(value), start) = (found.value, found.start) else { return };
    let start = start - prefix.map_or(0, str::len);
    let day = |value, last: bool| match value {
        Period::Point(day) | Period::Since(day) | Period::Until(day) => Some(day),
        Period::Span(from, to) => Some(if last { to } else { from }),
        Period::Length(..) => None,
    };
    if until {
        if let Some(day) = day(value, true) {
            *found = DateMention { start, value: Some(Period::Until(day)), rule: Rule::UntilDate, ..*found };
        }
        return;
    }
    let rest = &text[found.end..];
    // 2007年同期: the same part of another year.
    if let (Period::Point(Day { year, month: None, .. }), Some(word)) =
        (value, ["同期", "同月", "同季"].into_iter().find(|it| rest.starts_with(it)))
    {
        let same = now.last.and_then(|last| Some(last.years_later(year - last.year()?)));
        *found = DateMention { end: found.end + word.len(), value: same.or(found.value), ..*found };
        return;
    }
    if let Some(day) = day(value, false) {
        if let Some(length) = since(rest) {
            let start = if from { start } else { found.start };
            let value = Some(Period::Since(day));
            *found = DateMention {
                start,
                end: found.end + length,
                core: found.end,
                value,
                rule: Rule::SinceDate,
                ..*found
            };
            return;
        }
        let open = ["起至今", "至今", "到现在"].into_iter().find(|it| rest.starts_with(it));
        // 去年12月至今年2月 ends in a month of this year.
        let open = open.filter(|it| !it.ends_with('今') || !rest[it.len()..].starts_with('年'));
        if let Some(open) = open {
            let start = if from { start } else { found.start };
            let value = match now.issue {
                Some(issue) => Period::Span(day, issue),
                None => Period::Since(day),
            };
            let end = found.end + open.len();
            *found = DateMention { start, end, core: 0, value: Some(value), rule: Rule::SinceDate, ..*found };
            return;
        }
        // 2016年起设立: since then, with 自 or without; 2021年起步 is not.
        let onward = rest.strip_prefix('起').filter(|it| from || !it.starts_with(NOT_ONWARD));
        let begun = rest.strip_prefix("开始").filter(|_| from);
        if let Some(after) = onward.or(begun) {
            let end = text.len() - after.len();
            let start = if from { start } else { found.start };
            let value = Some(Period::Since(day));
            *found = DateMention { start, end, core: 0, value, rule: Rule::SinceDate, ..*found };
            return;
        }
    }
    if from && found.rule == Rule::DateRange {
        found.start = start;
    }
    if let Some(day) = day(value, true) {
        let before = ["以前", "之前", "前"].into_iter().find(|it| rest.starts_with(it));
        let after_is_free = |it: &str| {
            it != "前"
                || !["期", "沿", "往", "来", "后", "台", "列", "景"]
                    .iter()
                    .any(|c| rest[it.len()..].starts_with(c))
        };
        if let Some(word) = before.filter(|it| after_is_free(it)) {
            let value = Some(Period::Until(day));
            *found = DateMention { end: found.end + word.len(), value, rule: Rule::UntilDate, ..*found };
            return;
        }
    }
    for word in ["期间", "间"] {
        if found.rule == Rule::DateRange && rest.starts_with(word) {
            found.end += word.len();
        }
    }
}

/// What makes another word of 起 after a date: 起步, 起草, 起源.
const NOT_ONWARD: [char; 12] = ['步', '草', '源', '点', '跑', '航', '诉', '重', '伏', '家', '飞', '到'];

/// How far it is to the end of 以来 in the same clause, with no other number between; at most forty characters.
fn since(rest: &str) -> Option<usize> {
    for (at, c) in rest.char_indices().take(40) {
        if rest[at..].starts_with("以来") {
            return Some(at + "以来".len());
        }
        if matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '、' | '\n') || c.is_ascii_digit() {
            return None;
        }
    }
    None
}

/// A length of time as a period.
fn length(number: u32, unit: LengthUnit) -> Option<Period> {
    (1..1000).contains(&number).then_some(Period::Length(number, unit))
}

#[cfg(test)]
mod tests;
