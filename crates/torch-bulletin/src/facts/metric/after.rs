//! The metric behind its number: 个岗位, 家优质科技企业.

use std::ops::Range;

use super::NOUNS;
use crate::facts::lexicon::ChangeWord;
use crate::facts::mark::Kind;
use crate::facts::view::View;
use crate::facts::words::{Words, has_two};

/// 在孵企业, 在建项目: 在 is a part of the noun.
static IN_STATE: Words =
    Words::new(&["在孵", "在研", "在校", "在建", "在园", "在册", "在营", "在职", "在库", "在线"]);

/// What ends a noun and is in no list of verbs.
static CUTS: Words = Words::new(&[
    "参加",
    "出席",
    "通过",
    "正式",
    "到场",
    "进行",
    "作书面",
    "作交流",
    "作报告",
    "作主旨",
    "作专题",
    "作经验",
    "作了",
]);

/// What those who were counted have done, where it ends the clause.
static ENTERS: Words = Words::new(&[
    "参赛", "参展", "参会", "参评", "参训", "入围", "入选", "亮相", "获奖", "获评", "投保", "受益",
]);

/// Whether 均 or 都 says something of all that stands before it, and is no part of a word: 人均, 均衡, 首都, 都市.
fn is_all(before: &str, from: &str) -> bool {
    static NOT_BEFORE: Words = Words::new(&[
        "人", "平", "年", "月", "日", "户", "亩", "地", "首", "成", "古", "京", "国", "省", "大", "新", "武",
        "帝", "东",
    ]);
    static NOT_FROM: Words = Words::new(&[
        "均衡", "均等", "均质", "均价", "均值", "均线", "均匀", "均摊", "均瑶", "都市", "都城", "都会",
        "都江", "都匀", "都灵", "都柏", "都昌",
    ]);
    has_two(before) && NOT_BEFORE.ends(before).is_none() && NOT_FROM.starts(from).is_none()
}

/// The metric after a number: 个岗位, 家优质科技企业; up to the verb of the clause.
pub(in crate::facts) fn after(view: &View<'_>, from: usize, to: usize) -> Range<usize> {
    let text = view.text;
    let mut start = from;
    // 突破500亿元大关: a word of the bound.
    if text[start..to].starts_with("大关") {
        return start..start;
    }
    static OF: Words = Words::new(&["的", "规模的", "左右的", "以上的", "规模以上的"]);
    start += OF.starts(&text[start..to]).map_or(0, str::len);
    let mut end = to;
    let numbered = view.at(to).is_some_and(|it| matches!(it.kind, Kind::Amount(_)));
    for mark in view.within(start, to) {
        let cuts = match mark.kind {
            // 孵化 of 创业孵化基金 is a noun, 入驻 of 企业入驻 a verb.
            // 136家企业发放贷款9亿元: a number has its metric before it, and the verb parts the two.
            Kind::Verb if NOUNS.has(&text[mark.start..mark.end]) => {
                mark.start > start && (mark.end >= to || numbered && mark.start - start >= 6)
            }
            Kind::Verb => mark.start > start || !has_two(&text[mark.end..to]),
            Kind::OpenQuote => mark.start > start && !text[mark.end..to].contains('”'),
            Kind::Adverb
            | Kind::Change(
                ChangeWord::Yoy
                | ChangeWord::Mom
                | ChangeWord::RiseMean
                | ChangeWord::Than
                | ChangeWord::Share
                | ChangeWord::Level
                | ChangeWord::Rise
                | ChangeWord::Fall,
            ) => true,
            Kind::Date(_) => true,
            _ => false,
        };
        if cuts {
            end = mark.start;
            break;
        }
    }
    let (mut quoted, mut closes) = (false, false);
    for (at, c) in text[start..end].char_indices() {
        let rest = &text[start + at..end];
        let cut = match c {
            '“' | '”' => {
                quoted = c == '“';
                closes |= !quoted;
                false
            }
            _ if quoted => false,
            '在' => {
                IN_STATE.starts(rest).is_none() || rest.starts_with("在线参") || rest.starts_with("在线观")
            }
            '被' | '已' | '于' | '向' | '对' => at > 0,
            // 国家高新区均设立专区: of each of them, and not 均衡 or 人均.
            '均' | '都' => at > 0 && is_all(&text[start..start + at], rest),
            // 2300个团队报名, and not 1200个报名项目
            '报' => at > 0 && rest.starts_with("报名"),
            // 约150人与会; 与会代表 are counted.
            '与' | '参' | '到' if at == 0 => matches!(rest, "与会" | "参会" | "到会"),
            '参' if rest.starts_with("参加") => true,
            // 328个项目参赛, and not 12个参赛项目.
            '参' | '入' | '亮' | '获' | '投' | '受' => at > 0 && ENTERS.has(rest),
            _ => CUTS.starts(rest).is_some(),
        };
        if cut {
            end = start + at;
            break;
        }
    }
    let mut phrase = &text[start..end];
    static ENDS: Words =
        Words::new(&["等", "，", " ", "以上", "和", "与", "及", "以及", "的", "共", "以", "仅", "也", "还"]);
    while let Some(word) = ENDS.ends(phrase) {
        phrase = &phrase[..phrase.len() - word.len()];
    }
    // 12个高新区有9个…: 有 is no part of what is counted; of 国有 it is.
    if let Some(rest) = phrase.strip_suffix('有')
        && has_two(rest)
        && !rest.ends_with(['国', '所', '自', '民', '私', '公', '现', '拥', '特', '专', '共'])
    {
        phrase = rest;
    }
    if closes && phrase.contains('”') && !phrase.contains('“') {
        phrase = phrase.split('”').next().unwrap_or(phrase);
    }
    start..start + phrase.len()
}

#[cfg(test)]
mod tests {
    use crate::facts::observation::tests::rows;

    #[test]
    fn what_is_counted_ends_where_its_verb_begins() {
        for (text, metric) in [
            ("为参展的62家示范基地逐一布置专题展位。", "示范基地"),
            ("62家国家高新区均设立展位。", "国家高新区"),
            ("12家企业都已投产。", "企业"),
            ("15个都市产业园。", "都市产业园"),
            ("9个人均收入指标。", "人均收入指标"),
        ] {
            let found = rows(text);
            assert!(found.len() == 1 && found[0].split('|').nth(2) == Some(metric), "{text}: {found:?}");
        }
    }
}
