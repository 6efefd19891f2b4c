//! Navigation 导航 of web pages, as copies of them have it: `上一篇：…`, `【打印本页】【关闭窗口】`, `字体：大 中 小`.

use super::heads::Heads;
use super::mark::is_colon;
use super::number::digit;

/// Bytes of the longest line of it: the title of the next page with a label before it.
const LONGEST: usize = 180;
/// Words before the title of a neighbouring page, alone or with a colon.
const NEIGHBOURS: [&str; 6] = ["上一篇", "下一篇", "上一条", "下一条", "上一期", "下一期"];
/// Words before the path of a page, with a colon.
const PATHS: [&str; 6] = ["当前位置", "您的位置", "您现在的位置", "您所在的位置", "您当前的位置", "所在位置"];
/// Words before a count of visits, with a colon.
const COUNTS: [&str; 7] = ["浏览次数", "阅读次数", "点击次数", "点击数", "浏览量", "阅读量", "访问量"];
/// Words before the line that says when and where from a page came, which is navigation with a tool at its end.
const DATES: [&str; 4] = ["发布时间", "发布日期", "来源", "日期"];
const TOOLS: [&str; 8] = ["字号", "字体", "浏览次数", "阅读次数", "点击数", "浏览量", "阅读量", "【打印】"];
/// What is to be clicked.
const LINKS: [&str; 29] = [
    "打印",
    "打印本页",
    "打印本文",
    "关闭",
    "关闭本页",
    "关闭窗口",
    "返回",
    "返回顶部",
    "返回首页",
    "返回列表",
    "收藏本页",
    "加入收藏",
    "设为首页",
    "分享",
    "分享到",
    "上一页",
    "下一页",
    "字体",
    "字号",
    "首页",
    "尾页",
    "复制链接",
    "阅读原文",
    "点击上方蓝字关注我们",
    "点击蓝字关注我们",
    "点击上方蓝字",
    "点击蓝字",
    "关注我们",
    "图片",
];
/// What stands beside links and is none without them.
const BESIDE: [&str; 8] = ["大", "中", "小", "本页", "本文", "微信", "微博", "QQ空间"];

/// The characters that such lines begin with, but for `[`.
const HEADS: Heads = Heads::of("上下当您所浏阅点访打关返收加设分字首复发来日版网主图【［〖");

/// ```abnf
/// navigation = (上一篇 / 下一篇 …) [ ":" *char ] / (当前位置 …) ":" *char / (浏览次数 …) ":" 1*DIGIT [次]
///            / (发布时间 / 来源 …) *char (字号: / 浏览次数: …) *char
///            / "Copyright" *char / "©" *char / 版权所有 *char "ICP" *char / province "ICP备" *char
///            / 首页 1*( ( ">" / "»" ) word ) / 首页 2*( "|" word ) / 1*( link / beside )          ; parted by blanks, bars, brackets, colons
/// ```
/// A line of the newsletter itself is none. Seen on pages of kindred newsletters; 字体：大 中 小 and 分享到 in domain lists.
pub(crate) fn is_navigation(line: &str) -> bool {
    let bytes = line.as_bytes();
    if line.len() > LONGEST {
        return false;
    }
    if matches!(bytes, [b'C' | b'c' | 0xC2, ..] | [_, _, _, b'I', b'C', b'P', ..]) {
        return is_foot(line);
    }
    if !(bytes.starts_with(b"[") || HEADS.begin(bytes)) {
        return false;
    }
    if line.starts_with("版权所有") {
        return line.contains("ICP");
    }
    let after =
        |words: &[&str]| words.iter().find_map(|word| line.strip_prefix(word)).map(crate::blank::trim_start);
    if let Some(rest) = after(&NEIGHBOURS) {
        return rest.is_empty() || rest.starts_with(is_colon);
    }
    if let Some(rest) = after(&PATHS) {
        return rest.starts_with(is_colon);
    }
    if let Some(rest) = after(&COUNTS) {
        let count =
            rest.trim_start_matches(is_colon).trim_start_matches(crate::is_blank).trim_end_matches('次');
        return rest.starts_with(is_colon) && !count.is_empty() && count.chars().all(|c| digit(c).is_some());
    }
    if after(&DATES).is_some() {
        return TOOLS.iter().any(|tool| line.contains(tool));
    }
    let home = ["首页", "网站首页", "主页"].iter().find_map(|word| line.strip_prefix(*word));
    if let Some(path) = home.map(crate::blank::trim_start) {
        // 首页 > 动态, 首页 | 机构 | 政策
        let bars = line.matches(['|', '｜']).count();
        if path.starts_with(['>', '＞', '»', '›']) || bars >= 2 {
            return true;
        }
    }
    let parts = |c: char| {
        crate::is_blank(c)
            || is_colon(c)
            || matches!(c, '【' | '】' | '[' | ']' | '［' | '］' | '〖' | '〗' | '|' | '｜' | '/')
    };
    let mut words = line.split(parts).filter(|word| !word.is_empty());
    let mut links = 0;
    words.all(|word| {
        links += u32::from(LINKS.contains(&word));
        LINKS.contains(&word) || BESIDE.contains(&word)
    }) && links > 0
}

/// Whether a line is the foot of a web page: `Copyright 某某中心`, `©2013 某某中心`, `京ICP备01234567号`.
fn is_foot(line: &str) -> bool {
    let word = "copyright";
    line.starts_with('©')
        || line.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
        || line.get(3..).is_some_and(|rest| rest.starts_with("ICP备") || rest.starts_with("ICP证"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_navigation() {
        for line in [
            "上一篇：某市举办活动",
            "下一篇: 没有了",
            "下一篇",
            "当前位置：首页 > 动态",
            "首页 > 某某中心 > 动态",
            "浏览次数：123次",
            "点击蓝字 关注我们",
            "图片",
            "字体：大 中 小",
            "【打印本页】【关闭窗口】",
            "[ 大 中 小 ] [ 打印 ] [ 关闭 ]",
            "分享到：微信 微博",
            "返回顶部",
            "发布时间：2019-08-30 来源：某某中心 字号：【大 中 小】",
            "Copyright 某某中心",
            "© 2013 某某中心",
            "京ICP备01234567号",
            "版权所有：某某中心 京ICP备01234567号",
            "首页 | 机构 | 政策",
            "网站首页 > 动态",
            "阅读原文",
            "点击上方蓝字关注我们",
        ] {
            assert!(is_navigation(line), "{line}");
        }
        for line in [
            "上一篇报告认为",
            "下一期工程启动",
            "关闭窗口期后的园区",
            "首页改版上线",
            "浏览次数：很多",
            "大 中 小",
            "【要闻】",
            "当前位置很好",
            "分享经验",
            "来源：某某日报",
            "版权所有 翻印必究",
            "首页 | 机构",
            "Cluster",
            "某ICP企业获奖",
        ] {
            assert!(!is_navigation(line), "{line}");
        }
    }
}
