//! Observations 指标数据: the rows that a researcher wants, made of the amounts and changes of a paragraph.
//!
//! An amount is a level (企业达到410家) or a change (同比增长5.1%). A change without a metric of its own goes to the level
//! before it in the sentence. Subject and period are taken from the clause, else carried over, and each row says from
//! where. Ends of bounds and targets make no rows: 首次突破340亿元,达到366.1亿元 is one row; 力争达到25% is none.

mod bare;
mod carried;
mod clause;
mod dated;
mod divided;
mod growth;
mod level;
mod moved;
mod spread;
mod supposed;
#[cfg(test)]
pub(super) mod tests;
mod whole;

use std::ops::Range;
use std::sync::Arc;

use super::calendar::Period;
use super::change::{self, Found};
use super::findings::Findings;
use super::lexicon::ChangeWord;
use super::mark::{Kind, Mark};
use super::quantity::Amount;
use super::subject::Subject;
use super::view::View;
use super::words::{Words, has};
use super::{Basis, Change, Comparator, Measure, Observation, Rule, Value, figures};
use carried::Carried;
pub(super) use carried::Context;
use spread::Spread;

/// Rows of a sentence that are looked back over: for a level, for the base of a rate.
const NEAR: usize = 32;

struct Row {
    range: Range<usize>,
    row: Box<Observation>,
    rule: Rule,
    /// Whether a change may still be put to it: a level, and no base.
    level: bool,
    /// Whether others of its sentence are compared with it.
    base: bool,
    /// Whether it is only what another has grown from, and is told by that one alone.
    old: bool,
    /// The number of its sentence.
    sentence: u32,
}

/// The changes and rows of a paragraph.
pub(super) fn rows(view: &View<'_>, context: &Context, found: &mut Findings) {
    // Behind the last number nothing more is told. 营业收入翻一番 has no amount.
    let word = |it: &Mark| matches!(it.kind, Kind::Change(ChangeWord::Flat | ChangeWord::Double(_)));
    let Some(last) = view.marks.iter().rposition(|it| view.measures(it) || word(it)) else { return };
    let mut walk = Walk {
        view,
        context,
        sentence: Carried::default(),
        paragraph: Carried::default(),
        clause_start: 0,
        rows: Vec::with_capacity(view.amounts.len()),
        first_of_sentence: 0,
        last_change: None,
        books: 0,
        changes: Vec::new(),
        number: 0,
        target: None,
        before_count: None,
        members: None,
        spread: Spread::default(),
        whole: None,
        among: None,
        point: None,
        divides: has(view.text, "每"),
        supposed: false,
    };
    walk.clause(0);
    for (index, mark) in view.marks[..=last].iter().enumerate() {
        match mark.kind {
            Kind::Stop => walk.sentence_ends(index),
            kind if kind.ends_clause() => {
                if kind == Kind::Semicolon {
                    walk.part_ends();
                }
                walk.clause(index + 1);
            }
            Kind::Target => walk.target = walk.target.or(Some(mark.start)),
            Kind::Plan => walk.plan(index),
            Kind::OpenBook => walk.books += 1,
            Kind::CloseBook => walk.books = walk.books.saturating_sub(1),
            Kind::Date(_) if walk.books == 0 => walk.date(index),
            Kind::Amount(_) if walk.books == 0 => walk.amount(index),
            Kind::Change(ChangeWord::Flat | ChangeWord::Double(_)) if walk.books == 0 => walk.word(index),
            _ => {}
        }
    }
    let Walk { rows, changes, .. } = walk;
    for (range, change, rule) in changes {
        found.add(range, Value::Change(change), rule);
    }
    for (at, told) in rows.iter().enumerate().filter(|it| !it.1.base) {
        let Some(change) = &told.row.change else { continue };
        // The level is the row itself, or stands before it under the same name; the base is near.
        let first = at.saturating_sub(NEAR);
        let same = |it: &&Row| it.sentence == told.sentence;
        let level = rows[first..=at]
            .iter()
            .rev()
            .take_while(same)
            .find(|it| !it.base && it.row.metric == told.row.metric && it.row.measure.value().is_some());
        let Some(level) = level else { continue };
        for base in rows[first..].iter().take(2 * NEAR).filter(same).filter(|it| it.base) {
            if let Some((figures, rule)) = figures::check(&level.row, &base.row, change) {
                let (start, end) =
                    (level.range.start.min(base.range.start), told.range.end.max(base.range.end));
                found.add(start..end.max(level.range.end), Value::Figures(figures), rule);
            }
        }
    }
    for Row { range, row, rule, .. } in rows.into_iter().filter(|it| !it.old) {
        found.add_row(range, row, rule);
    }
}

struct Walk<'v, 't, 'c> {
    view: &'v View<'t>,
    context: &'c Context,
    sentence: Carried,
    paragraph: Carried,
    clause_start: usize,
    rows: Vec<Row>,
    first_of_sentence: usize,
    last_change: Option<Found>,
    books: usize,
    changes: Vec<(Range<usize>, Change, Rule)>,
    /// The number of the sentence.
    number: u32,
    /// Where the clause has said 力争 or 计划.
    target: Option<usize>,
    /// The subject before a count became one: 近150家国家高新区已组织….
    before_count: Option<Option<(Subject, Range<usize>)>>,
    /// The zones or regions that a clause of the sentence is about, and where they stand.
    members: Option<(Vec<Subject>, Range<usize>)>,
    spread: Spread,
    /// The whole that the last share of the sentence has named.
    whole: Option<Arc<str>>,
    /// 206个平台中: what the sentence takes its parts from.
    among: Option<Arc<str>>,
    /// The date of the next number alone.
    point: Option<Period>,
    /// Whether the text divides anything: 每万名.
    divides: bool,
    /// Whether the sentence has supposed anything: 若, 如果.
    supposed: bool,
}

impl Walk<'_, '_, '_> {
    /// 计划再举办, 将实施: a plan, where a verb follows; “英才计划”人才 is none.
    fn plan(&mut self, mark: usize) {
        let Mark { start, end, .. } = self.view.marks[mark];
        let verb = self.view.at(end).is_some_and(|it| matches!(it.kind, Kind::Verb | Kind::Adverb));
        if verb
            || self.view.text[end..]
                .starts_with(['再', '到', '建', '投', '新', '引', '在', '于', '达', '实', '每'])
        {
            self.target = self.target.or(Some(start));
        }
    }

    fn date(&mut self, mark: usize) {
        let Some(date) = self.view.date(mark) else { return };
        if date.vague {
            let printed = &self.view.text[date.start..date.end];
            // 截至目前: up to the date of the issue, as 截至6月底 is up to that of June.
            if let Some(issue) = self.context.issue.filter(|_| printed.starts_with(['截', '到'])) {
                self.sentence.period = Some(Period::Until(issue));
                return;
            }
            if printed.contains("目前") || printed.contains("当前") || printed.contains("年来") {
                self.sentence.now = true;
                self.sentence.period = None;
            }
            return;
        }
        // 中心成立于1991年3月,现有在孵企业185家: the day of a beginning dates nothing else.
        static BEGINNINGS: Words = Words::new(&[
            "成立于",
            "创办于",
            "设立于",
            "建成于",
            "创立于",
            "注册于",
            "诞生于",
            "起步于",
            "建于",
        ]);
        let begun = || BEGINNINGS.ends(&self.view.text[..date.start]).is_some();
        if date.base || begun() || self.is_base(mark) || date.value.is_none() {
            return;
        }
        if matches!(date.value, Some(Period::Length(..))) {
            return;
        }
        // 由68亿元增加到2012年的143亿元: the date of that one number.
        let moved = mark.checked_sub(1).map(|it| self.view.marks[it]);
        let moved =
            moved.is_some_and(|it| it.kind == Kind::Change(ChangeWord::Level) && it.end == date.start);
        if moved && self.view.text[date.end..].starts_with('的') {
            self.point = date.value;
            return;
        }
        self.sentence.period = date.value;
    }

    /// 较2012年, 由2019年的: the date of what is compared with.
    fn is_base(&self, mark: usize) -> bool {
        let at = self.view.marks[mark].start;
        let before = &self.view.text[self.clause_start.min(at)..at];
        let (first, _) = self.view.clause(mark);
        before.ends_with(['由', '从', '与', '和', '是', '为', '比', '较', '以'])
            || self.view.marks[first..mark]
                .iter()
                .rev()
                .take(6)
                .any(|it| it.kind == Kind::Change(ChangeWord::Than))
    }

    fn push(
        &mut self,
        range: Range<usize>,
        metric: String,
        rule: Rule,
        amount: Option<&Amount>,
        change: Option<Change>,
    ) -> usize {
        let (subject, subject_rule, zone) = self.subject(range.end);
        let (period, period_rule) = self.period();
        let nothing = Measure { low: None, high: None, comparator: Comparator::Equal, approximate: false };
        let measure = amount.map_or(nothing, |it| it.quantity.measure);
        let unit = amount.and_then(|it| it.quantity.unit);
        let row =
            Observation { subject, subject_rule, zone, metric, period, period_rule, measure, unit, change };
        let row = Box::new(row);
        self.rows.push(Row {
            range,
            row,
            rule,
            level: false,
            base: false,
            old: false,
            sentence: self.number,
        });
        self.rows.len() - 1
    }

    fn amount(&mut self, mark: usize) {
        let view = self.view;
        let Some(amount) = view.amount(mark).filter(|it| !it.bare) else { return };
        let period = self.period().0;
        let around = view.around(mark);
        if let Some(mut found) = change::of_amount(view, &around, self.last_change.as_ref(), period) {
            if found.rule == Rule::Share {
                found.change.whole =
                    found.change.whole.or_else(|| self.whole_of(mark, found.words, found.metric_end));
                self.whole.clone_from(&found.change.whole);
            }
            if let Some(period) = self.moved_from(&found) {
                (found.change.basis, found.change.base_period) = (Basis::Period(period), Some(period));
            }
            self.changes.push((found.start..found.end, found.change.clone(), found.rule));
            if !self.is_target(amount.start) && !self.is_aim(mark, amount) {
                self.changed(&around, amount, &found);
            }
            self.last_change = Some(found);
            return;
        }
        let limit = view.item_end(mark);
        if self.is_row(mark, amount, limit) {
            self.level(&around, amount, limit);
        }
    }

    /// 从2012年的245亿元增长到350亿元,增长43%: the year that the two levels right before begin with.
    fn moved_from(&self, found: &Found) -> Option<Period> {
        let [.., base, level] = &self.rows[self.recent()..] else { return None };
        let near = matches!(self.view.text.get(level.range.end..found.start), Some("," | "，"));
        let fits = found.rule == Rule::Growth && found.change.basis == Basis::Unspecified && near;
        let moved = base.base && !base.old && level.level && base.row.metric == level.row.metric;
        // 年均增长66.5% is the rate of one year of several.
        let yearly = self.view.text[found.start..found.end].contains(['均', '合']);
        base.row.period.filter(|_| fits && moved && !yearly)
    }

    /// The first row of the sentence that still matters: a sentence without end has no more than its last ones.
    fn recent(&self) -> usize {
        self.first_of_sentence.max(self.rows.len().saturating_sub(NEAR))
    }

    /// Where the words of an amount begin, whose item begins there: after the item before, and after a subject that is no zone.
    fn start_of(&self, mark: usize, item: usize) -> usize {
        let item = item.max(self.clause_start);
        match &self.sentence.subject {
            Some((_, range)) if range.end > item && range.end < self.view.marks[mark].start => range.end,
            _ => item,
        }
    }

    /// 力争达到, 将实施, 到2025年: not yet so.
    fn is_target(&self, at: usize) -> bool {
        let year = self.sentence.period.and_then(Period::year);
        let ahead = matches!((year, self.context.issue), (Some(year), Some(issue)) if year > issue.year);
        ahead || self.supposed || self.target.is_some_and(|target| target < at)
    }
}
