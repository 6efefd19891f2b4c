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
            // 2300个团队报名, and not 1200个报名项目
            '报' => at > 0 && rest.starts_with("报名"),
            // 约150人与会; 与会代表 are counted.
            '与' | '参' | '到' if at == 0 => matches!(rest, "与会" | "参会" | "到会"),
            '参' if matches!(rest, "参展" | "参赛" | "参会") => true,
            _ => CUTS.starts(rest).is_some(),
        };
        if cut {
            end = start + at;
            break;
        }
    }
    let mut phrase = &text[start..end];
    static ENDS: Words =
        Words::new(&["等", "，", " ", "以上", "和", "与", "及", "以及", "的", "共", "以", "仅"]);
    while let Some(word) = ENDS.ends(phrase) {
        phrase = &phrase[..phrase.len() - word.len()];
    }
    if closes && phrase.contains('”') && !phrase.contains('“') {
        phrase = phrase.split('”').next().unwrap_or(phrase);
    }
    start..start + phrase.len()
}
