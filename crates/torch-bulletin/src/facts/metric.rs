//! The metric 指标 of a number: what was counted or measured, as printed before the number or after it (`after.rs`).

mod after;
mod lists;

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{ChangeWord, TABLES};
use super::mark::{Kind, Mark};
use super::view::View;
use super::words::{Endings, Gate, Words, has_two, last, wide};
pub(super) use after::after;
use lists::{KEEP, LEADS, TAILS};

/// The metric before a number: what is left of `from..to` without subject, date, verb and words of value.
pub(super) fn before(view: &View<'_>, from: usize, to: usize) -> Range<usize> {
    let text = view.text;
    let (mut start, mut end) = (from, to);
    // 增加到2020年的1118亿元: the same metric as before.
    if view.at(start).is_some_and(|it| it.kind == Kind::Change(ChangeWord::Level)) {
        return start..start;
    }
    let has = Has::of(view.within(start, end));
    // 自2019年启动以来已举办: what leads up to 以来 only dates it.
    if has.since
        && let Some(since) = view.within(start, end).iter().rev().find(|it| it.kind == Kind::Since)
    {
        start = since.end;
    }
    // 市)以外的成交额: a bracket that the item has cut.
    if has.close
        && let Some(close) = view.within(start, end).iter().find(|it| it.kind == Kind::Close)
    {
        let open = view.within(start, close.start).iter().find(|it| it.kind == Kind::Open);
        // 国家高新区(含苏州工业园)营业收入: whom a bracket counts in, is no part of what was measured.
        static WITH: Words = Words::new(&["含", "不含", "包括", "不包括", "以下简称", "简称", "除"]);
        if open.is_none_or(|open| WITH.starts(&text[open.end..close.start]).is_some()) {
            start = close.end;
        }
    }
    loop {
        let was = (start, end);
        let tail = &text[start..end];
        let kept = |word: &str| KEEP.ends(tail).is_some_and(|it| it.len() > word.len());
        let valued = VALUES.may_end(tail);
        if valued && let Some((word, _)) = TABLES.before(tail).filter(|it| !kept(it.0)) {
            end -= word.len();
        } else if has.level
            && let Some(level) = view.within(start, end).last()
            && level.end == end
            && level.kind == Kind::Change(ChangeWord::Level)
        {
            end = level.start;
        } else if valued
            && let Some(word) = TAILS.ends(tail)
            && !kept(word)
        {
            end -= word.len();
        }
        start = skip_lead(view, start, end);
        if (start, end) == was {
            break;
        }
    }
    // 由2019年的82%提高到: what was measured stands before 由.
    let moved = has.number.then(|| view.within(start, end));
    let moved = moved.and_then(|marks| {
        marks.iter().find(|it| {
            matches!(it.kind, Kind::Date(_) | Kind::Amount(_))
                && text.get(start..it.start).is_some_and(|it| it.ends_with(['由', '从', '自']))
        })
    });
    if let Some(moved) = moved {
        end = moved.start - '由'.len_utf8();
    } else {
        const BY: [u8; 3] = wide("由");
        const MOST: [u8; 3] = wide("最");
        let near = end.saturating_sub(15).max(start);
        let from = |sign, end| {
            let place = last(text.as_bytes().get(near..end)?, sign)?;
            Some(near + place).filter(|at| *at > start)
        };
        end = from(BY, end).unwrap_or(end);
        // 规模从设立之初的5000万元增长到: when it was so says nothing of what.
        static FIRST: Words = Words::new(&["之初", "初期", "当初", "时", "当年", "之时"]);
        if let Some(word) = FIRST.ends(&text[start..end])
            && let Some(by) = text[start..end - word.len()].rfind('从')
            && has_two(&text[start..start + by])
        {
            end = start + by;
        }
        // 从最初的20家, 从最早的30人
        if let Some(first) =
            from(MOST, end).filter(|at| matches!(text[*at..end].get(3..6), Some("初" | "早")))
            && let Some(by) = ["从", "由"].iter().find_map(|it| text[start..first].strip_suffix(it))
            && !by.is_empty()
        {
            end = start + by.len();
        }
    }
    // 园区引进院士专家, 两家先后投入: a verb that only takes an object, or an adverb, parts it from the subject.
    if has.verb {
        let mut parts = view.within(start, end).iter().filter(|it| match it.kind {
            // 新登记市场主体: what is new is counted so.
            Kind::Verb => {
                !NOUNS.has(&text[it.start..it.end])
                    && !is_measure(&text[it.end.min(end)..end])
                    && !text[start..it.start].ends_with('新')
            }
            // PM2.5平均浓度: a mean is a figure of its own.
            Kind::Adverb => has_two(&text[start..it.start]) && !is_mean(view, it),
            _ => false,
        });
        if let Some(part) = parts.rfind(|it| has_two(&text[it.end.min(end)..end])) {
            start = skip_lead(view, part.end, end);
        }
    }
    // 甲、乙等服务平台: the kind, not its examples.
    const OTHERS: [u8; 3] = wide("等");
    if let Some(at) = last(&text.as_bytes()[start..end.max(start)], OTHERS) {
        let after = start + at + '等'.len_utf8();
        let examples = !text[..start + at]
            .ends_with(['高', '中', '初', '平', '同', '均', '对', '相', '优', '一', '二', '三', '特']);
        let noun = !text[after..end].starts_with(['级', '离', '次', '保', '待', '额']);
        if examples && noun && end - after >= 6 {
            start = after;
        }
    }
    // 打造 alone is no metric; 投入 is one.
    if view
        .at(start)
        .is_some_and(|it| it.kind == Kind::Verb && it.end >= end && !NOUNS.has(&text[it.start..it.end]))
    {
        start = end.max(start);
    }
    // “成长之翼”资金池: the sign that opens a name is a part of it.
    if end > start
        && text[..start].ends_with('“')
        && text[start..end].contains('”')
        && start >= from + '“'.len_utf8()
    {
        start -= '“'.len_utf8();
    }
    start..end.max(start)
}

/// The last characters of all that stands between a metric and its number; most phrases end in none of them.
static VALUES: LazyLock<Endings> = LazyLock::new(|| Endings::of(TABLES.comparators().chain(TAILS.iter())));

/// Which marks stand in a phrase: most have few, and each rule asks for one kind.
#[derive(Default)]
struct Has {
    since: bool,
    close: bool,
    level: bool,
    number: bool,
    verb: bool,
}

impl Has {
    fn of(marks: &[Mark]) -> Self {
        let mut this = Self::default();
        for mark in marks {
            match mark.kind {
                Kind::Since => this.since = true,
                Kind::Close => this.close = true,
                Kind::Change(ChangeWord::Level) => this.level = true,
                Kind::Date(_) | Kind::Amount(_) => this.number = true,
                Kind::Verb | Kind::Adverb => this.verb = true,
                _ => {}
            }
        }
        this
    }
}

/// What a figure is called by, at the end of its name.
pub(super) static FIGURES: Words = Words::new(&[
    "收入",
    "营收",
    "产值",
    "增加值",
    "利润",
    "税收",
    "成交额",
    "出口额",
    "进口额",
    "销售额",
    "交易额",
    "总额",
    "规模",
    "面积",
    "数量",
    "总数",
    "投资额",
    "占比",
    "增速",
]);

/// Verbs that are nouns as often inside a metric: 研发投入强度, 项目建设数.
pub(super) static NOUNS: Words = Words::new(&[
    "投入", "培育", "培养", "建设", "孵化", "发布", "组织", "备案", "认定", "投资", "启动", "实施", "引进",
    "创办", "研制", "覆盖", "开展", "举办", "带动", "解决", "转移", "服务", "研发", "受理", "评审", "接待",
    "入驻", "落户", "签约", "交付", "招引", "支持", "形成", "提供", "办理", "发放", "搭建", "建立", "成立",
    "组建", "发行",
]);

/// Whether what follows a verb makes a noun of it: 拥有量, 完成率, 投入强度.
fn is_measure(rest: &str) -> bool {
    static MEASURES: Words = Words::new(&[
        "区面积",
        "场地面积",
        "金额",
        "额",
        "率",
        "量",
        "值",
        "数",
        "强度",
        "总量",
        "总额",
        "数量",
        "能力",
        "规模",
        "面积",
        "比例",
        "占比",
        "场地",
        "空间",
        "用房",
    ]);
    // 孵化面积从…扩大到: what it was before stands behind the noun.
    MEASURES.has(rest.split(['从', '由']).next().unwrap_or_default())
}

/// Whether a mark is 平均 and makes a figure of its own of what follows: 平均利率, PM2.5平均浓度; 平均每家 only divides.
fn is_mean(view: &View<'_>, mark: &Mark) -> bool {
    &view.text[mark.start..mark.end] == "平均" && !view.text[mark.end..].starts_with(['每', '为', '达', '约'])
}

/// Past the words that lead a phrase: dates, verbs, a zone, 并, 还.
#[inline]
fn skip_lead(view: &View<'_>, start: usize, end: usize) -> usize {
    static WITHIN: Words = Words::new(&["内"]);
    static HEADS: Gate = Gate::new(&[&LEADS, &WITHIN]);
    // Most phrases begin with none of them.
    if HEADS.of(&view.text[start..end]) == 0 && view.at(start).is_none() {
        return start;
    }
    skip_leads(view, start, end)
}

fn skip_leads(view: &View<'_>, start: usize, end: usize) -> usize {
    let text = view.text;
    let mut start = start;
    loop {
        let was = start;
        if let Some(mark) = view.at(start) {
            let skipped = match mark.kind {
                // 平均利率: a mean is a figure of its own.
                Kind::Adverb if is_mean(view, mark) => start,
                Kind::Date(_) | Kind::Adverb | Kind::Since | Kind::CloseQuote => mark.end,
                Kind::Change(ChangeWord::Than | ChangeWord::Yoy | ChangeWord::Mom) => mark.end,
                Kind::Verb if mark.end < end && !is_measure(&text[mark.end..end]) => mark.end,
                Kind::Zone(_) if mark.end < end => mark.end,
                _ => start,
            };
            if skipped <= end && skipped > start {
                start = skipped;
            }
        }
        let rest = &text[start..end];
        // 一年内产能: within that time.
        if rest.starts_with('内') && text[..start].ends_with(['年', '月', '周', '天', '日', '期']) {
            start += '内'.len_utf8();
        }
        if let Some(word) = LEADS.starts(rest).filter(|word| word.len() < rest.len())
            && KEEP.starts(rest).is_none_or(|it| it.len() <= word.len())
        {
            start += word.len();
        }
        if start == was {
            return start;
        }
    }
}
