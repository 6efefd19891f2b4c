//! Persons 人物 with their titles and the body these belong to.
//!
//! ```abnf
//! persons = [body] title *("、" [body] title) name *(("、" / "和") name)
//! ```
//! `科技部火炬中心主任贾某某,副主任盛某某、李某某`: the body of the first holds for the next, and one title for two names.

use std::iter::successors;

use memchr::memmem::Finder;

use super::mark::{Kind, Mark};
use super::words::Words;
use super::{Person, Rule, Value, lexicon, name};
use lexicon::Side;

/// Names of one article that are looked for again; more are a list and no text.
const MOST_KNOWN: usize = 64;

/// Names that an article has given so far, each ready to be looked for.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: Vec<Finder<'static>>,
}

impl Known {
    pub(super) fn clear(&mut self) {
        self.names.clear();
    }

    fn add(&mut self, name: &str) {
        if self.names.len() < MOST_KNOWN && !self.names.iter().any(|known| known.needle() == name.as_bytes())
        {
            self.names.push(Finder::new(name).into_owned());
        }
    }
}

/// The persons of a text: with titles, in lists, by what follows them, and those that were named before.
pub(super) fn persons(
    text: &str,
    marks: &[Mark],
    known: &mut Known,
    mut found: impl FnMut(Mark, Value, Rule),
) {
    let mut people: Vec<(usize, usize)> = Vec::new();
    let mut body: Option<String> = None;
    let mut floor = 0;
    let mut clause = 0;
    let mut titles: Vec<usize> = Vec::new();
    let mut keep = |start: usize,
                    end: usize,
                    titles: Vec<String>,
                    body: Option<String>,
                    rule,
                    people: &mut Vec<(usize, usize)>| {
        let name: String = text[start..end].chars().filter(|c| *c != ' ').collect();
        known.add(&name);
        people.push((start, end));
        let value = Value::Person(Person { name, titles, organisation: body });
        found(Mark { start, end, kind: Kind::Stop }, value, rule);
    };
    for (index, mark) in marks.iter().enumerate() {
        match mark.kind {
            Kind::Stop => {
                body = None;
                floor = mark.end;
                clause = mark.end;
                titles.clear();
            }
            Kind::Comma | Kind::Semicolon | Kind::Colon => {
                floor = mark.end;
                clause = mark.end;
                titles.clear();
            }
            Kind::Cue => {
                if let Some(start) = name::before_title(text, mark.start, floor, true)
                    && people.last().is_none_or(|last| last.1 <= start)
                    && !marks[..index].last().is_some_and(|last| last.end > start && last.kind != Kind::Cue)
                {
                    keep(start, mark.start, Vec::new(), None, Rule::NameByContext, &mut people);
                }
            }
            // 单某某“头雁”团队
            Kind::CloseQuote if is_team(text, mark) => {
                let open = marks[..index].iter().rposition(|it| it.kind == Kind::OpenQuote);
                if let Some(open) = open.map(|at| marks[at].start).filter(|open| *open >= floor)
                    && let Some(start) = name::before_team(text, open, floor)
                    && people.last().is_none_or(|last| last.1 <= start)
                {
                    keep(start, open, Vec::new(), None, Rule::NameByContext, &mut people);
                }
            }
            Kind::Pause => floor = mark.end,
            Kind::Title(side) => {
                if side != Side::Before
                    && let Some(start) = name::before_title(text, mark.start, floor, false)
                    && people.last().is_none_or(|last| last.1 <= start)
                    && marks[..index].last().is_none_or(|last| last.end <= start)
                {
                    let title = vec![text[mark.start..mark.end].to_owned()];
                    keep(start, mark.start, title, None, Rule::NameBeforeTitle, &mut people);
                    floor = mark.end;
                    titles.clear();
                    continue;
                }
                titles.push(index);
                if side == Side::After {
                    continue;
                }
                let at = past_bracket(text, mark.end);
                let Some(mut end) = name::after_title(text, at) else { continue };
                let group = group(text, marks, &titles);
                let first = marks[group[0]].start;
                let clause = clause.max(people.last().map_or(0, |last| last.1));
                let own = body_before(text, marks, clause, first);
                let titles_of = |it: &usize| &text[marks[*it].start..marks[*it].end];
                // 某大学教授甲、中国科学院院士乙: an academy is the second one's body, and its title says so; so does 省委常委.
                static OWN: Words = Words::new(&["省委", "市委", "区党委", "自治区党委", "县委", "区委"]);
                let says = |title: &str| title.ends_with("院院士") || OWN.starts(title).is_some();
                // 科技部部长甲、省长乙: a governor is of no ministry; 江州市委书记甲、市长乙 are of one town.
                static GOVERNORS: Words =
                    Words::new(&["省长", "副省长", "市长", "副市长", "区长", "副区长", "县长", "副县长"]);
                let office = body.as_deref().is_some_and(|it| it.ends_with(OFFICES));
                let governs = |title: &str| office && GOVERNORS.has(title);
                if own.is_none() && group.iter().any(|it| says(titles_of(it))) {
                    body = None;
                }
                // 中科院院士、清华大学教授: the body stands before the second title.
                let own = own.or_else(|| {
                    let mut between = group.windows(2).map(|it| &text[marks[it[0]].end..marks[it[1]].start]);
                    let name =
                        between.find_map(|it| it.strip_prefix('、').filter(|it| it.chars().count() >= 2))?;
                    Some(without_former(name).to_owned())
                });
                let governor = own.is_none() && group.iter().any(|it| governs(titles_of(it)));
                if let Some(own) = own {
                    body = Some(own);
                }
                // 校长甲教授: a title behind the name, too.
                let behind = (index + 1..marks.len().min(index + 5)).find(|&at| {
                    marks[at].start == end
                        && matches!(marks[at].kind, Kind::Title(side) if side != Side::Before)
                });
                let printed: Vec<String> =
                    group.iter().chain(&behind).map(|it| titles_of(it).to_owned()).collect();
                // A governor among others leaves them their body.
                let of = body.clone().filter(|_| !governor);
                keep(at, end, printed.clone(), of.clone(), Rule::NameAfterTitle, &mut people);
                // 盛某某、李某某 and 程某某和祁某某: the same titles.
                while let Some(start) = ["、", "和", "与", "及"]
                    .iter()
                    .find_map(|it| text[end..].strip_prefix(it))
                    .map(|rest| text.len() - rest.len())
                    && let Some(next) = listed(text, marks, start)
                {
                    keep(start, next, printed.clone(), of.clone(), Rule::NameInList, &mut people);
                    end = next;
                }
                floor = end;
                titles.clear();
            }
            _ => {}
        }
    }
    again(text, known, &people, found);
}

/// What bodies end in that are no places.
const OFFICES: [char; 9] = ['部', '委', '局', '厅', '院', '会', '司', '学', '心'];

/// Whether a quotation that ends here is the name of a team, which a person's may stand before.
pub(super) fn is_team(text: &str, close: &Mark) -> bool {
    text[close.end..].starts_with("团队")
}

/// Past a word in brackets behind a title: 管委会副主任（主持工作）.
fn past_bracket(text: &str, at: usize) -> usize {
    let inner = text[at..].strip_prefix(['(', '（']);
    let close = inner.and_then(|it| it.char_indices().take(9).find(|it| matches!(it.1, ')' | '）')));
    match (inner, close) {
        (Some(inner), Some((offset, sign))) => text.len() - inner.len() + offset + sign.len_utf8(),
        _ => at,
    }
}

/// The titles that belong to one name: those before it with nothing but 、 or a body's name between.
fn group(text: &str, marks: &[Mark], titles: &[usize]) -> Vec<usize> {
    let mut first = titles.len() - 1;
    while first > 0 {
        let between = &text[marks[titles[first - 1]].end..marks[titles[first]].start];
        let joined = between.is_empty()
            || matches!(between, "、" | "(" | "（")
            || ["兼", "、兼"].iter().any(|it| between.starts_with(it)) && between.len() <= 36
            || between.starts_with('、') && between.len() <= 30 && !between[3..].contains('、');
        if !joined || titles.len() - first > 8 {
            break;
        }
        first -= 1;
    }
    titles[first..].to_vec()
}

/// The name of a list that begins here and has no title of its own.
fn listed(text: &str, marks: &[Mark], start: usize) -> Option<usize> {
    let end = name::after_title(text, start)?;
    let at = marks.partition_point(|mark| mark.start < start);
    // A title before the next mark makes it a body: 、四级职员徐某.
    for mark in marks[at..].iter().take(6) {
        match mark.kind {
            Kind::Title(_) if mark.start < end + 60 => return None,
            Kind::Zone(_) | Kind::Place(_) | Kind::Date(_) | Kind::Amount(_) if mark.start < end => {
                return None;
            }
            Kind::Comma | Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Pause => break,
            _ => {}
        }
    }
    // Only where the name ends for certain.
    let rest = &text[end..];
    (rest.is_empty()
        || rest.starts_with(|c: char| "、，,。；;等和与及参出主分一为到同在)）".contains(c))
        || lexicon::TABLES.follows_name(rest))
    .then_some(end)
}

/// What stands before the name of a body.
static LEADS: Words = Words::new(&[
    "和", "与", "及", "以及", "在", "时任", "原", "现任", "时", "对", "向", "请", "，", ",", "“", " ", "、",
    "的",
]);

/// The body whose title begins at `first`: what stands before it in the clause, without the words that lead to it.
fn body_before(text: &str, marks: &[Mark], floor: usize, first: usize) -> Option<String> {
    let mut start = floor;
    let until = marks.partition_point(|mark| mark.start < first);
    for mark in marks[..until].iter().rev().take(24) {
        if mark.start < floor {
            break;
        }
        let ends = matches!(
            mark.kind,
            Kind::Verb
                | Kind::Adverb
                | Kind::Date(_)
                | Kind::Cue
                | Kind::Since
                | Kind::CloseQuote
                | Kind::CloseBook
                | Kind::Pause
        );
        if ends && mark.end <= first {
            start = mark.end;
            break;
        }
    }
    // 主任兰州副主任: what was taken for a name goes on into the title.
    let mut body = text.get(start..first)?;
    static BEFORE: Words = Words::new(&["由", "邀请", "来自", "特邀", "会见了", "会见", "陪同"]);
    body = LEADS.strip_starts(BEFORE.behind_last(body));
    let body = body.trim();
    let body = without_former(body);
    // 听取了管委会主任某某的汇报: what is done with the person is no body.
    (body.chars().count() >= 2 && body.len() <= 120 && !body.ends_with('了')).then(|| body.to_owned())
}

/// A body without 原 behind it, which is a word of the title: 科技部原部长; 太原 is a town.
fn without_former(body: &str) -> &str {
    const TOWNS: [&str; 7] = ["太原", "平原", "中原", "高原", "草原", "三原", "固原"];
    body.strip_suffix('原').filter(|_| !TOWNS.iter().any(|it| body.ends_with(it))).unwrap_or(body)
}

/// Names that the article has given and that stand here again, without a title.
pub(super) fn again(
    text: &str,
    known: &Known,
    people: &[(usize, usize)],
    mut found: impl FnMut(Mark, Value, Rule),
) {
    let mut hits: Vec<(usize, usize)> = Vec::new();
    for name in &known.names {
        let next = |from: usize| name.find(text.as_bytes().get(from..)?).map(|at| from + at);
        for start in successors(next(0), |at| next(at + 1)) {
            let end = start + name.needle().len();
            let at = people.partition_point(|it| it.1 <= start);
            let taken = people.get(at).is_some_and(|it| it.0 < end);
            if !taken && name::stands_alone(text, start, end) {
                hits.push((start, end));
            }
        }
    }
    hits.sort_unstable();
    let mut cursor = 0;
    for (start, end) in hits {
        if start < cursor {
            continue;
        }
        cursor = end;
        let value = Person { name: text[start..end].to_owned(), titles: Vec::new(), organisation: None };
        found(Mark { start, end, kind: Kind::Stop }, Value::Person(value), Rule::NameAgain);
    }
}

#[cfg(test)]
mod tests;
