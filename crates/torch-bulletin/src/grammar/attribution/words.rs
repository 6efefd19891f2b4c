//! Words of attributions: labels, openers and closers, and what names they expect.

use super::super::names::Expect;
use crate::Profile;

/// Labels with a colon after them (资料来源 is not among them: it stands under tables), and what they expect. Longer ones first where one begins another.
pub(super) const LABELS: [(&str, Expect); 61] = [
    ("供稿单位", Expect::Bodies),
    ("来稿单位", Expect::Bodies),
    ("撰稿单位", Expect::Bodies),
    ("信息员", Expect::People),
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
    ("审核人", Expect::People),
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
    ("采访整理", Expect::People),
    ("采访", Expect::People),
    ("本刊记者", Expect::People),
    ("记者", Expect::People),
    ("通讯员", Expect::People),
    ("编辑", Expect::People),
    ("校对", Expect::People),
    ("文字", Expect::Either),
    ("图片", Expect::Either),
    ("图文", Expect::Either),
    ("文", Expect::Either),
    ("图", Expect::Either),
    ("撰文", Expect::Either),
    ("审稿人", Expect::People),
    ("审稿", Expect::Either),
    ("翻译", Expect::Either),
    ("编辑整理", Expect::Either),
    ("综合整理", Expect::Either),
    ("特约撰稿人", Expect::People),
    ("特约撰稿", Expect::People),
    ("信息报送", Expect::Either),
    ("课题组组长", Expect::People),
    ("课题组成员", Expect::People),
    ("调研组组长", Expect::People),
    ("调研组成员", Expect::People),
];

/// Labels after which a slash stands for the colon: 文/某人.
pub(super) const SLASHED: [&str; 6] = ["文", "图", "图文", "文/图", "撰文", "摄影"];

/// Labels after which a bar does: 编辑 | 某人.
pub(super) const BARRED: [&str; 15] = [
    "文",
    "图",
    "图文",
    "文/图",
    "撰文",
    "作者",
    "编辑",
    "审核",
    "供稿",
    "供稿单位",
    "来源",
    "撰稿",
    "摄影",
    "责任编辑",
    "责编",
];

/// Parts of labels after which a blank does: 供稿 某处.
pub(super) const SPACED: [&str; 4] = ["稿", "撰文", "文/图", "摄影"];

/// Labels that may follow another in an attribution and begin none, for they begin notices and notes too: 联系电话,
/// 单位：亿元.
pub(super) const LATER: [(&str, Expect); 10] = [
    ("单位", Expect::Bodies),
    ("联系人", Expect::People),
    ("联系电话", Expect::Bodies),
    ("电话", Expect::Bodies),
    ("邮箱", Expect::Bodies),
    ("组长", Expect::People),
    ("成员", Expect::People),
    ("签发", Expect::People),
    ("美编", Expect::People),
    ("摄影", Expect::Either),
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
            | '翻'
            | '综'
            | '特'
            | '课'
            | '调'
    )
}

/// Words that open an attribution without a colon.
pub(super) const OPENERS: [(&str, Expect); 26] = [
    ("摘编自", Expect::Bodies),
    ("转摘自", Expect::Bodies),
    ("选编自", Expect::Bodies),
    ("节选自", Expect::Bodies),
    ("整理自", Expect::Bodies),
    ("摘自", Expect::Bodies),
    ("转载自", Expect::Bodies),
    ("转自", Expect::Bodies),
    ("编译自", Expect::Bodies),
    ("译自", Expect::Bodies),
    ("选自", Expect::Bodies),
    ("引自", Expect::Bodies),
    ("原载于", Expect::Bodies),
    ("原载", Expect::Bodies),
    ("刊于", Expect::Bodies),
    ("载于", Expect::Bodies),
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
pub(super) const ALONE: [&str; 6] =
    ["本刊讯", "本报讯", "本网讯", "本刊编辑部", "本刊评论员", "本刊特约评论员"];

/// The editors, and what they do: 本刊综合整理, 综合报道. Two words of these in a row are an attribution.
pub(super) const EDITORS: [&str; 3] = ["本刊", "本报", "本网"];
pub(super) const EDITING: [&str; 7] = ["综合", "编辑", "整理", "报道", "摘编", "汇编", "编译"];

/// Words that close one: `（某处供稿）`.
pub(super) const CLOSERS: [&str; 12] =
    ["联合供稿", "供稿", "投稿", "撰稿", "整理", "编译", "供图", "提供", "报送", "撰写", "编写", "采写"];

/// Words that close one where nothing else is on the line: `（某处推荐）`.
pub(super) const WEAK_CLOSERS: [&str; 9] =
    ["推荐", "摄影", "报道", "执笔", "编辑", "摘编", "选编", "翻译", "摄"];

/// What a source or its people did, after their names: 据某社报道.
pub(super) const REPORTS: [&str; 9] =
    ["报道", "消息", "编辑整理", "整理", "编译", "摄影报道", "电", "讯", "摄"];

/// Words between a body and its people: 新华社记者 某人.
pub(super) const ROLES: [&str; 2] = ["记者", "通讯员"];
/// What may stand before them.
pub(super) const MODIFIERS: [&str; 6] = ["特约", "特派", "见习", "实习", "本刊", "本报"];
