//! Words of attributions: labels, openers and closers, and what names they expect.

use super::super::names::Expect;
use crate::Profile;

/// Labels with a colon after them (资料来源 is not among them: it stands under tables), and what they expect. Longer ones first where one begins another.
pub(super) const LABELS: [(&str, Expect); 40] = [
    ("供稿单位", Expect::Bodies),
    ("供稿人", Expect::People),
    ("供稿", Expect::Either),
    ("撰稿人", Expect::People),
    ("撰稿", Expect::Either),
    ("来稿", Expect::Either),
    ("组稿", Expect::Either),
    ("稿件来源", Expect::Bodies),
    ("信息来源", Expect::Bodies),
    ("文章来源", Expect::Bodies),
    ("来源", Expect::Bodies),
    ("作者单位", Expect::Bodies),
    ("作者", Expect::People),
    ("执笔人", Expect::People),
    ("执笔", Expect::People),
    ("编译自", Expect::Bodies),
    ("编译", Expect::Either),
    ("整理", Expect::Either),
    ("审核", Expect::Either),
    ("核稿", Expect::Either),
    ("责任编辑", Expect::People),
    ("责编", Expect::People),
    ("发布时间", Expect::Bodies),
    ("初审", Expect::Either),
    ("复审", Expect::Either),
    ("终审", Expect::Either),
    ("摄影", Expect::Either),
    ("供图", Expect::Either),
    ("文/图", Expect::Either),
    ("转载自", Expect::Bodies),
    ("摘自", Expect::Bodies),
    ("采写", Expect::People),
    ("本刊记者", Expect::People),
    ("记者", Expect::People),
    ("通讯员", Expect::People),
    ("编辑", Expect::People),
    ("校对", Expect::People),
    ("文字", Expect::Either),
    ("图片", Expect::Either),
    ("文", Expect::Either),
];

/// Labels that may follow another in an attribution and begin none, for they begin notices and notes too: 联系电话,
/// 单位：亿元.
pub(super) const LATER: [(&str, Expect); 5] = [
    ("单位", Expect::Bodies),
    ("联系人", Expect::People),
    ("联系电话", Expect::Bodies),
    ("电话", Expect::Bodies),
    ("邮箱", Expect::Bodies),
];

/// Whether a character begins a label: nearly every text fails here.
pub(super) fn heads_label(c: char, profile: &Profile) -> bool {
    heads_common_label(c) || profile.attribution_labels.iter().any(|label| label.starts_with(c))
}

pub(super) fn heads_common_label(c: char) -> bool {
    matches!(
        c,
        '供' | '撰'
            | '来'
            | '组'
            | '稿'
            | '信'
            | '文'
            | '作'
            | '执'
            | '编'
            | '整'
            | '审'
            | '初'
            | '复'
            | '终'
            | '摄'
            | '转'
            | '摘'
            | '核'
            | '责'
            | '发'
            | '采'
            | '本'
            | '记'
            | '通'
            | '校'
            | '图'
    )
}

/// Words that open an attribution without a colon.
pub(super) const OPENERS: [(&str, Expect); 18] = [
    ("摘编自", Expect::Bodies),
    ("摘自", Expect::Bodies),
    ("转载自", Expect::Bodies),
    ("转自", Expect::Bodies),
    ("编译自", Expect::Bodies),
    ("选自", Expect::Bodies),
    ("作者系", Expect::Bodies),
    ("作者为", Expect::Bodies),
    ("本刊特约记者", Expect::People),
    ("本报记者", Expect::People),
    ("本网记者", Expect::People),
    ("本报通讯员", Expect::People),
    ("本刊记者", Expect::People),
    ("本刊通讯员", Expect::People),
    ("记者", Expect::People),
    ("特约记者", Expect::People),
    ("特约通讯员", Expect::People),
    ("通讯员", Expect::People),
];

/// What an attribution may say in place of any name: `（本刊讯）`.
pub(super) const ALONE: [&str; 6] = ["本刊讯", "本报讯", "本网讯", "本刊综合", "本刊编辑部", "综合整理"];

/// Words that close one: `（某处供稿）`.
pub(super) const CLOSERS: [&str; 11] =
    ["联合供稿", "供稿", "撰稿", "整理", "编译", "供图", "提供", "报送", "撰写", "编写", "采写"];
