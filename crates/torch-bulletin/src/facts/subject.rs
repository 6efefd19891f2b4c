//! What a sentence is about 主语: a zone or a body at the head of a clause, or what was said before.

use std::ops::Range;

use super::lexicon::TABLES;
use super::mark::Kind;
use super::metric;
use super::view::View;
use super::words::Words;

/// A subject: its words and, where it is one, its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) text: String,
    pub(super) zone: Option<&'static str>,
    /// A meeting, a contest, a course: it is in no zone of its own.
    pub(super) event: bool,
}

/// Names that only refer to what was named before.
static GENERIC: Words = Words::new(&[
    "园区",
    "中心",
    "平台",
    "公司",
    "集团",
    "联盟",
    "实验室",
    "大学",
    "学院",
    "孵化器",
    "众创空间",
    "加速器",
    "产业集群",
    "大赛",
    "论坛",
    "活动",
    "片区",
    "核心区",
    "高新区",
    "开发区",
    "示范区",
    "合作区",
    "办公室",
    "管委会",
    "培训班",
    "研修班",
    "座谈会",
    "招聘会",
    "展会",
    "年会",
    "基地",
    "全区",
    "国家高新区",
    "新区",
    "银行",
    "研究院",
    "基金会",
    "协会",
    "医院",
    "政府",
]);

/// What stands before the subject of a clause.
static LEADS: Words = Words::new(&[
    "一是", "二是", "三是", "四是", "五是", "六是", "同时", "此外", "其中", "据悉", "而", "但", "并", " ",
    "今年", "会上",
]);

/// Endings of zones, which a metric may follow at once.
static ZONES: Words = Words::new(&["高新区", "开发区", "经开区", "示范区", "自创区", "合作区"]);

/// Subjects that are no bodies.
static WHOLES: Words = Words::new(&["全国", "我国", "全省", "全市"]);

/// What follows the name of a body and is in no list of verbs.
static FOLLOW: Words = Words::new(&[
    "经过", "位于", "以", "自", "从", "围绕", "坚持", "在", "由", "是", "将", "作为", "成为", "不断", "积极",
    "面向", "通过",
]);

/// Words that no name of a body has: a clause is no name.
static CLAUSE: Words = Words::new(&[
    "共建", "联合", "比如", "例如", "再到", "由", "与", "把", "将", "推进", "加速", "加快", "推动", "打造",
    "创建", "围绕", "搭", "强化", "做强", "做优", "做大", "注重", "突出", "聚焦", "完善", "健全", "优化",
    "深化",
]);

/// What begins a phrase that only refers to a body, or is none.
static REFERS: Words = Words::new(&[
    "此次",
    "本次",
    "国家级",
    "省级",
    "市级",
    "省部级",
    "区级",
    "各级",
    "各类",
    "该",
    "各",
    "全国",
    "本届",
    "由",
    "与",
    "在",
    "对",
    "以",
    "为",
    "从",
    "来自",
    "面向",
    "推动",
    "加快",
    "支持",
]);

/// The subject at the head of the clause that begins at `from`, and where its words stand.
pub(super) fn at_head(view: &View<'_>, from: usize, to: usize) -> Option<(Subject, Range<usize>)> {
    let text = view.text;
    let mut start = from;
    // Past markers, dates and adverbs: 一是2021年,…; 目前,….
    loop {
        let was = start;
        start += LEADS.starts(&text[start..to]).map_or(0, str::len);
        if let Some(mark) = view.at(start)
            && matches!(mark.kind, Kind::Date(_) | Kind::Adverb)
            && mark.end <= to
        {
            start = mark.end;
        }
        if start == was {
            break;
        }
    }
    let marks = view.within(start, to);
    let first = marks.first();
    // 广东省为了…, 青岛市…, 全国…
    let region = match first {
        Some(mark) if mark.start == start && mark.kind == Kind::Region => Some(mark.end),
        Some(mark)
            if mark.start == start
                && matches!(mark.kind, Kind::Place(_))
                && text[mark.end..to].starts_with('市') =>
        {
            Some(mark.end + '市'.len_utf8())
        }
        _ => WHOLES.starts(&text[start..to]).map(|it| start + it.len()),
    };
    if let Some(end) = region
        && !text[end..to].starts_with(|c: char| "的、和与委政科工人".contains(c))
        && !view
            .at(end)
            .is_some_and(|it| matches!(it.kind, Kind::Body | Kind::Event | Kind::Title(_) | Kind::Amount(_)))
    {
        return Some((Subject { text: text[start..end].to_owned(), zone: None, event: false }, start..end));
    }
    if let Some(zone) = first
        && let Kind::Zone(number) = zone.kind
        && zone.start == start
    {
        let rest = &text[zone.end..to];
        // 某高新区党工委委员: the body of a person. 某高新区的某公司: its own subject follows.
        let of_person = marks
            .get(1)
            .is_some_and(|next| matches!(next.kind, Kind::Title(_)) && next.start - zone.end <= 12);
        let listed = rest.starts_with(['、', '和', '与', '及']);
        if of_person || listed || rest.is_empty() && text[to..].starts_with('、') {
            return None;
        }
        if !rest.starts_with('的') {
            let subject = Subject {
                text: text[zone.start..zone.end].to_owned(),
                zone: Some(TABLES.zones[usize::from(number)].short),
                event: false,
            };
            return Some((subject, zone.start..zone.end));
        }
        start = zone.end + '的'.len_utf8();
    }
    body(view, start, to)
        .map(|range| (Subject { text: text[range.clone()].to_owned(), zone: None, event: false }, range))
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
                // 围绕需求搭平台。 is a heading and no subject.
                let ends = rest.is_empty() && !text[to..].starts_with(['。', '：', ':'])
                    || view
                        .at(mark.end)
                        .is_some_and(|it| matches!(it.kind, Kind::Verb | Kind::Adverb | Kind::Date(_)))
                    || FOLLOW.starts(rest).is_some();
                // 江州高新区生产总值: a zone that is in no list stands as one that is.
                let zone = ZONES.has(&text[mark.start..mark.end])
                    && mark.start > start
                    && mark.end - start <= 36
                    && !text[start..mark.end].contains(['“', '”', '在']);
                let ends = ends || zone && !rest.starts_with(['的', '、', '和', '与', '管', '党']);
                // 省级实验室培育基地17个: a verb that is a noun here, inside what is counted.
                let counted = view
                    .at(mark.end)
                    .is_some_and(|it| it.kind == Kind::Verb && metric::NOUNS.has(&text[it.start..it.end]))
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
        let zone = TABLES.zones[usize::from(number)].short;
        return Some(Subject { text: text[mark.start..mark.end].to_owned(), zone: Some(zone), event: false });
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
        text: name.to_owned(),
        zone: None,
        event: event.is_some(),
    })
}

/// The zone or body that a name is: a lead, an attribution.
pub(super) fn of_name(view: &View<'_>) -> Option<Subject> {
    let zone = view.marks.iter().find_map(|mark| match mark.kind {
        Kind::Zone(number) => Some((mark, TABLES.zones[usize::from(number)].short)),
        _ => None,
    });
    if let Some((mark, zone)) = zone {
        return Some(Subject {
            text: view.text[mark.start..mark.end].to_owned(),
            zone: Some(zone),
            event: false,
        });
    }
    let name = view.text.trim();
    // 4. 某流域合作: the case that a numbered paragraph is about.
    let phrase = name.chars().count() <= 14
        && view.marks.iter().all(|it| matches!(it.kind, Kind::Body | Kind::Place(_) | Kind::Region));
    if phrase && !name.is_empty() {
        return Some(Subject { text: name.to_owned(), zone: None, event: false });
    }
    let body =
        view.marks.last().is_some_and(|mark| matches!(mark.kind, Kind::Body) && mark.end == view.text.len());
    (body && name.len() <= 120).then(|| Subject { text: name.to_owned(), zone: None, event: false })
}
