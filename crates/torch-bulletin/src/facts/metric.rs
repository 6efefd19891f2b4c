//! The metric 指标 of a number: what was counted or measured, as printed before the number or after it.

use std::ops::Range;

use super::lexicon::{ChangeWord, TABLES};
use super::mark::Kind;
use super::view::View;

/// What leads a phrase and is no part of what was measured.
const LEADS: &[&str] = &[
    "并", "还", "也", "其中", "则", "而", "且", "了", "已", "将", "共", "全区", "该区", "各类别", "有", "累计", "同时", "是", "相较", "较",
    "比", "在", "的", "，", ",", " ", "从", "由", "截至", "使", "让", "其", "以", "使得", "为", "新", "过", "：", ":", "“", "”", "）", ")",
];

/// What stands between a metric and its number and belongs to neither.
const TAILS: &[&str] = &[
    "已经", "已", "将", "可", "共", "则", "也", "均", "又", "还", "仅", "累计", "首次", "再次", "分别", "各", "现", "逐年", "稳步", "持续", "快速",
    "不断", "稳定", "实现", "有", "共有", "共计", "合计", "总计", "了", "达", "到", "至", "为", "约", "的", "占", "近", "超", "：", ":", "(", "（",
    " ", "“",
];

/// Words that hold a lead or a tail and are none of it.
const KEEP: &[&str] = &["其他", "新型", "新兴", "新增", "新能", "新材", "新建", "新一", "新产", "新药", "为民", "比重", "比例", "占比", "有效", "有限", "有机", "还款", "在孵", "在研", "在校", "在建", "在园", "在册", "在营", "在职", "在库", "新注", "新设", "新引", "新认", "新入", "新开", "新签", "新上", "新动", "新登", "新获", "新申", "将军", "从业", "使用", "以上", "共享", "共性", "共建", "过程", "各类", "由"];

/// The metric before a number: what is left of `from..to` without subject, date, verb and words of value.
pub(super) fn before(view: &View<'_>, from: usize, to: usize) -> Range<usize> {
    let text = view.text;
    let (mut start, mut end) = (from, to);
    loop {
        let was = (start, end);
        let tail = &text[start..end];
        if let Some((word, _)) = TABLES.before(tail) {
            end -= word.len();
        } else if let Some(level) = view.within(start, end).last().filter(|it| it.end == end && it.kind == Kind::Change(ChangeWord::Level)) {
            end = level.start;
        } else if let Some(word) = TAILS.iter().filter(|it| tail.ends_with(**it)).max_by_key(|it| it.len())
            && !KEEP.iter().any(|it| it.len() > word.len() && tail.ends_with(it))
        {
            end -= word.len();
        }
        start = skip_lead(view, start, end);
        if (start, end) == was {
            break;
        }
    }
    // 由2019年的82%提高到: what was measured stands before 由.
    let moved = view.within(start, end).iter().find(|it| {
        matches!(it.kind, Kind::Date(_) | Kind::Amount(_)) && text[start..it.start].ends_with(['由', '从', '自'])
    });
    if let Some(moved) = moved {
        end = moved.start - '由'.len_utf8();
    }
    // 园区引进院士专家: a verb that only takes an object parts it from the subject.
    let verb = view.within(start, end).iter().filter(|it| it.kind == Kind::Verb && it.end < end).last();
    if let Some(verb) = verb
        && !text[verb.end..end].starts_with(|c: char| "额率量值数强面能力".contains(c))
        && !NOUNS.contains(&&text[verb.start..verb.end])
    {
        start = skip_lead(view, verb.end, end);
    }
    // 甲、乙等服务平台: the kind, not its examples.
    if let Some((at, _)) = text[start..end].rmatch_indices('等').next() {
        let after = start + at + '等'.len_utf8();
        let examples = !text[..start + at].ends_with(['高', '中', '初', '平', '同', '均', '对', '相', '优', '一', '二', '三', '特']);
        let noun = !text[after..end].starts_with(['级', '离', '次', '保', '待', '额']);
        if examples && noun && end - after >= 6 {
            start = after;
        }
    }
    start..end.max(start)
}

/// Verbs that are nouns as often inside a metric: 研发投入强度, 项目建设数.
const NOUNS: &[&str] = &[
    "投入", "培育", "培养", "建设", "孵化", "发布", "组织", "备案", "认定", "投资", "启动", "实施", "引进", "创办", "研制", "覆盖", "开展", "举办", "带动",
    "受理", "评审", "接待", "入驻", "落户", "签约", "交付", "招引", "支持", "形成", "提供", "办理", "发放", "搭建", "建立", "成立", "组建",
];

/// Past the words that lead a phrase: dates, verbs, a zone, 并, 还.
fn skip_lead(view: &View<'_>, start: usize, end: usize) -> usize {
    let text = view.text;
    let mut start = start;
    loop {
        let was = start;
        if let Some(mark) = view.at(start) {
            let skipped = match mark.kind {
                Kind::Date(_) | Kind::Adverb | Kind::Since | Kind::CloseQuote => mark.end,
                Kind::Change(ChangeWord::Than | ChangeWord::Yoy | ChangeWord::Mom) => mark.end,
                Kind::Verb if mark.end < end && !text[mark.end..end].starts_with(|c: char| "额率量值强".contains(c)) => mark.end,
                Kind::Zone(_) if mark.end < end => mark.end,
                Kind::Date(_) | Kind::Verb | Kind::Zone(_) | _ => start,
            };
            if skipped <= end && skipped > start {
                start = skipped;
            }
        }
        let rest = &text[start..end];
        if let Some(word) = LEADS.iter().filter(|it| rest.starts_with(**it) && it.len() < rest.len()).max_by_key(|it| it.len())
            && !KEEP.iter().any(|it| it.len() > word.len() && rest.starts_with(it))
        {
            start += word.len();
        }
        if start == was {
            return start;
        }
    }
}

/// The metric after a number: 个岗位, 家优质科技企业; up to the verb of the clause.
pub(super) fn after(view: &View<'_>, from: usize, to: usize) -> Range<usize> {
    let text = view.text;
    let mut start = from;
    for word in ["的", "规模的", "左右的", "以上的", "余", "规模以上的"] {
        if text[start..to].starts_with(word) && word != "余" {
            start += word.len();
            break;
        }
    }
    let mut end = to;
    for mark in view.within(start, to) {
        let cuts = match mark.kind {
            Kind::Verb => mark.start > start || text[mark.end..to].chars().count() < 2,
            Kind::Adverb | Kind::Change(ChangeWord::Yoy | ChangeWord::Mom | ChangeWord::Than | ChangeWord::Share) => true,
            Kind::Date(_) => true,
            _ => false,
        };
        if cuts {
            end = mark.start;
            break;
        }
    }
    for (at, c) in text[start..end].char_indices() {
        let rest = &text[start + at..end];
        let cut = match c {
            '在' => !["在孵", "在研", "在校", "在建", "在园", "在册", "在营", "在职", "在库", "在线"].iter().any(|it| rest.starts_with(it)) || rest.starts_with("在线参") || rest.starts_with("在线观"),
            '被' | '已' | '于' | '向' | '对' => at > 0,
            _ => rest.starts_with("参加") || rest.starts_with("出席") || rest.starts_with("通过") || rest.starts_with("正式") || rest.starts_with("到场") || rest.starts_with("进行"),
        };
        if cut {
            end = start + at;
            break;
        }
    }
    let mut phrase = &text[start..end];
    for word in ["等", "，", " ", "”", "以上"] {
        phrase = phrase.trim_end_matches(word);
    }
    start..start + phrase.len()
}
