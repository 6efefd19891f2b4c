//! What a sentence is about 主语: a zone or a body at the head of a clause, or what was said before.

mod lists;
mod places;

use std::ops::Range;
use std::sync::Arc;

use super::lexicon::TABLES;
use super::mark::{Kind, Mark};
use super::metric;
use super::view::View;
use super::words::{Gate, Words};
pub(super) use lists::WHOLES;
use lists::{ATTRIBUTES, CLASSES, CLAUSE, DEEDS, FIRMS, FOLLOW, GENERIC, LEADS, REFERS, ZONES};
use places::{ANAPHORS, COUNTRIES, PROVINCES, measured_place};
pub(super) use places::{anaphor, enumerator, list_at_head};

/// A subject: its words and, where it is one, its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) text: Arc<str>,
    pub(super) zone: Option<&'static str>,
    /// A meeting, a contest, a course: it is in no zone of its own.
    pub(super) event: bool,
}

impl Subject {
    /// A zone, as it is printed.
    pub(super) fn zone(printed: &str, number: u16) -> Self {
        Self { text: printed.into(), zone: Some(TABLES.zone_name(number)), event: false }
    }

    /// Whether it is a part of the country, or its zones: 东部地区, 东部地区高新区.
    pub(super) fn is_region(&self) -> bool {
        self.zone.is_none() && (self.text.ends_with("地区") || self.text.ends_with("地区高新区"))
    }
}

/// The head of a clause: where its subject may stand, and what may stand there.
pub(super) struct Head<'t> {
    /// Where the clause begins and ends.
    from: usize,
    to: usize,
    /// Past its leads.
    first: usize,
    /// The mark that begins there.
    mark: Option<&'t Mark>,
    /// Bits of the lists below that may have a word there.
    lists: u8,
    /// Whether the clause has the name of a body or an event.
    named: bool,
}

impl<'t> Head<'t> {
    const PROVINCE: u8 = 1;
    const COUNTRY: u8 = 2;
    const WHOLE: u8 = 4;
    const ANAPHOR: u8 = 8;
    const LEAD: u8 = 16;

    /// The head of the clause from one place to another; `named` tells whether it has a mark of a body or an event.
    #[inline]
    pub(super) fn new(view: &View<'t>, from: usize, to: usize, named: bool) -> Self {
        static LISTS: Gate = Gate::new(&[&PROVINCES, &COUNTRIES, &WHOLES, &ANAPHORS, &LEADS]);
        let here = |first: usize| {
            let mark = view.at(first).filter(|it| it.start < to);
            Self { from, to, first, mark, lists: LISTS.of(&view.text[first..to]), named }
        };
        let this = here(from);
        // Most clauses begin with what they are about.
        if this.may(Self::LEAD) || this.mark.is_some_and(leads) {
            here(past_leads(view, from, to))
        } else {
            this
        }
    }

    /// Past the dates and adverbs that the clause begins with.
    pub(super) fn first(&self) -> usize {
        self.first
    }

    fn may(&self, lists: u8) -> bool {
        self.lists & lists != 0
    }

    /// Whether a subject may stand here at all.
    #[inline]
    pub(super) fn may_tell(&self) -> bool {
        const LISTS: u8 = Head::PROVINCE | Head::COUNTRY | Head::WHOLE | Head::ANAPHOR;
        let placed = |it: &Mark| matches!(it.kind, Kind::Zone(_) | Kind::Place(_) | Kind::Region);
        self.named || self.first > self.from || self.may(LISTS) || self.mark.is_some_and(placed)
    }
}

/// Whether a mark only leads to a subject: a date, an adverb.
fn leads(mark: &Mark) -> bool {
    matches!(mark.kind, Kind::Date(_) | Kind::Adverb)
}

/// Past markers, dates and adverbs at the head of a clause: 一是2021年,…; 目前,….
fn past_leads(view: &View<'_>, from: usize, to: usize) -> usize {
    let mut start = from;
    loop {
        let was = start;
        start += LEADS.starts(&view.text[start..to]).map_or(0, str::len);
        if let Some(mark) = view.at(start)
            && leads(mark)
            && mark.end <= to
        {
            start = mark.end;
        }
        if start == was {
            return start;
        }
    }
}

/// The subject at the head of a clause, and where its words stand.
pub(super) fn at_head(view: &View<'_>, head: &Head<'_>) -> Option<(Subject, Range<usize>)> {
    let Head { from, first: mut start, to, mark, .. } = *head;
    let text = view.text;
    // 全市高新技术产业产值: of the whole city, which is an adverb of its figure.
    if let Some(whole) = ["全市", "全省", "全县"].into_iter().find(|it| text[from..start].ends_with(it))
    {
        let place = start - whole.len()..start;
        return Some((Subject { text: whole.into(), zone: None, event: false }, place));
    }
    // 广东省为了…, 青岛市…, 全国…
    let region = match mark {
        Some(Mark { end, kind: Kind::Region, .. }) => Some(*end),
        Some(Mark { end, kind: Kind::Place(_), .. }) if text[*end..to].starts_with('市') => {
            Some(end + '市'.len_utf8())
        }
        _ if !head.may(Head::WHOLE | Head::PROVINCE | Head::COUNTRY) => None,
        // 国家高新区某某现场会 is a meeting and no zone.
        _ => {
            let meets = || head.named && view.within(start, to).iter().any(|it| it.kind == Kind::Event);
            let whole = WHOLES.starts(&text[start..to]).filter(|it| !(it.ends_with("高新区") && meets()));
            whole.map(|it| start + it.len()).or_else(|| measured_place(view, start, to))
        }
    };
    if let Some(end) = region
        && !text[end..to].starts_with(|c: char| "的、和与委政科工人赛性首重范".contains(c))
        && !text[end..to].starts_with("分别")
        && !view.at(end).is_some_and(|it| match it.kind {
            // 江苏省科技厅 is a body, 江苏省孵化器数量 the number of all there.
            Kind::Body => !CLASSES.has(&text[it.start..it.end]),
            Kind::Event | Kind::Title(_) | Kind::Amount(_) => true,
            _ => false,
        })
    {
        return Some((Subject { text: text[start..end].into(), zone: None, event: false }, start..end));
    }
    if let Some(zone) = mark
        && let Kind::Zone(number) = zone.kind
    {
        let rest = &text[zone.end..to];
        // 某高新区党工委委员: the body of a person. 某高新区的某公司: its own subject follows.
        let of_person = view
            .within(start, to)
            .get(1)
            .is_some_and(|next| matches!(next.kind, Kind::Title(_)) && next.start - zone.end <= 12);
        let listed = rest.starts_with(['、', '和', '与', '及']);
        if of_person || listed || rest.is_empty() && text[to..].starts_with('、') {
            return None;
        }
        if !rest.starts_with('的') {
            return Some((Subject::zone(&text[zone.start..zone.end], number), zone.start..zone.end));
        }
        start = zone.end + '的'.len_utf8();
    }
    let body = if head.named { body(view, start, to) } else { None };
    body.map(|range| (Subject { text: text[range.clone()].into(), zone: None, event: false }, range))
}

/// Whether a phrase only refers to the zone that was named last: 该区.
pub(super) fn refers(phrase: &str) -> bool {
    ANAPHORS.has(phrase)
}

/// Whether a count is of such as act for themselves: 近150家国家高新区已组织…, and not 23个项目集中签约.
pub(super) fn acts(metric: &str) -> bool {
    const BODIES: &[&str] = &[
        "企业",
        "高新区",
        "园区",
        "开发区",
        "孵化器",
        "众创空间",
        "载体",
        "机构",
        "单位",
        "平台",
        "高校",
        "院所",
        "公司",
        "团队",
        "基地",
        "实验室",
        "银行",
        "中心",
        "加速器",
        "省市",
        "城市",
        "地区",
        "基金",
        "协会",
        "联盟",
    ];
    BODIES.iter().any(|it| metric.ends_with(it))
}

/// Where those who act end in what was counted: 国家高新区 of 国家高新区营业总收入.
pub(super) fn end_of_bodies(metric: &str) -> Option<usize> {
    let ends = metric.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.into_iter().find(|&end| acts(&metric[..end]))
}

/// A body or event whose name begins at `start` and ends in a word that ends such names.
fn body(view: &View<'_>, start: usize, to: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 120;
    let text = view.text;
    let mut end = None;
    for mark in view.within(start, to) {
        match mark.kind {
            Kind::Body | Kind::Event if mark.end - start <= LONGEST => {
                end = Some(mark.end);
                // 纳金科技产业园,…: the first that a verb or a mark follows.
                let rest = &text[mark.end..to];
                let firm = FIRMS.has(&text[mark.start..mark.end]);
                // 围绕需求搭平台。 is a heading and no subject.
                if rest.starts_with("分别") {
                    return None;
                }
                let ends = rest.is_empty() && !text[to..].starts_with(['。', '：', ':'])
                    || view
                        .at(mark.end)
                        .is_some_and(|it| matches!(it.kind, Kind::Verb | Kind::Adverb | Kind::Date(_)))
                    || rest.starts_with('从') && !moved(view, mark.end)
                    || ATTRIBUTES.starts(rest).is_some()
                    || firm && DEEDS.starts(rest).is_some()
                    || FOLLOW.starts(rest).is_some();
                // 江州高新区生产总值: a zone that is in no list stands as one that is.
                let zone = ZONES.has(&text[mark.start..mark.end])
                    && mark.start > start
                    && mark.end - start <= 36
                    && !text[start..mark.end].contains(['“', '”', '在']);
                let ends = ends || zone && !rest.starts_with(['的', '、', '和', '与', '管', '党']);
                // 省级实验室培育基地17个: a verb that is a noun here, inside what is counted.
                let counted = !firm
                    && view.at(mark.end).is_some_and(|it| {
                        it.kind == Kind::Verb && metric::NOUNS.has(&text[it.start..it.end])
                    })
                    && view
                        .within(mark.end, to)
                        .iter()
                        .take_while(|it| it.kind != Kind::Pause)
                        .any(|it| matches!(it.kind, Kind::Amount(_)));
                if ends && !counted {
                    break;
                }
                end = None;
            }
            Kind::Amount(_) | Kind::Adverb | Kind::Verb | Kind::Pause | Kind::Title(_) | Kind::Change(_) => {
                break;
            }
            _ => {}
        }
    }
    let end = end?;
    let name = &text[start..end];
    let generic = GENERIC.has(name) || REFERS.starts(name).is_some() || CLAUSE.stand_in(name);
    (!generic && name.chars().count() >= 3).then_some(start..end)
}

/// 合作银行从4家增加到11家: whether a first of two ends follows 从.
fn moved(view: &View<'_>, at: usize) -> bool {
    let next = view.within(at, view.text.len().min(at + 30)).first();
    next.is_some_and(|it| matches!(it.kind, Kind::Amount(_)) && it.start <= at + '从'.len_utf8())
}

/// The subject that a title names: its zone, its event, or the body at its head.
pub(super) fn of_title(view: &View<'_>) -> Option<Subject> {
    let text = view.text;
    let mut zones = view.marks.iter().filter_map(|mark| match mark.kind {
        Kind::Zone(number) => Some((mark, number)),
        _ => None,
    });
    let places = view.marks.iter().any(|mark| matches!(mark.kind, Kind::Place(_)));
    let first = zones.next();
    let alone = zones.next().is_none() && !places;
    let event = view.marks.iter().rev().find(|mark| mark.kind == Kind::Event).map(|mark| mark.end);
    if let Some((mark, number)) = first.filter(|_| alone)
        && (mark.start == 0 || event.is_none())
    {
        return Some(Subject::zone(&text[mark.start..mark.end], number));
    }
    let end = event.or_else(|| {
        [
            "举办", "召开", "开班", "启动", "举行", "走进", "揭牌", "发布", "公布", "印发", "设立", "获批",
            "落户",
        ]
        .iter()
        .filter_map(|it| text.find(it).filter(|at| *at >= 12))
        .min()
    });
    let name = text[..end.unwrap_or(text.len())].trim();
    (!name.is_empty() && name.len() <= 180).then(|| Subject {
        text: name.into(),
        zone: None,
        event: event.is_some(),
    })
}

/// The zone or body that a name is: a lead, an attribution.
pub(super) fn of_name(view: &View<'_>) -> Option<Subject> {
    let zone = view.marks.iter().find_map(|mark| match mark.kind {
        Kind::Zone(number) => Some(Subject::zone(&view.text[mark.start..mark.end], number)),
        _ => None,
    });
    if zone.is_some() {
        return zone;
    }
    let name = view.text.trim();
    // 4. 某流域合作: the case that a numbered paragraph is about.
    static NAMES: Words = Words::new(&[
        "合作", "园", "区", "城", "谷", "港", "湾", "带", "圈", "廊", "镇", "县", "市", "省", "国", "公司",
        "大学", "流域", "联盟", "模式", "计划", "工程",
    ]);
    let phrase = name.chars().count() <= 14
        && NAMES.ends(name).is_some()
        && view.marks.iter().all(|it| matches!(it.kind, Kind::Body | Kind::Place(_) | Kind::Region));
    if phrase && !name.is_empty() {
        return Some(Subject { text: name.into(), zone: None, event: false });
    }
    let body =
        view.marks.last().is_some_and(|mark| matches!(mark.kind, Kind::Body) && mark.end == view.text.len());
    (body && name.len() <= 120).then(|| Subject { text: name.into(), zone: None, event: false })
}
