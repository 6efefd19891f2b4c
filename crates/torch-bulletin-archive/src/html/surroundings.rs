//! What surrounds an article on a web page: told by the names that pages give to their parts, and by the words
//! that stand on nearly every page of a government's site.

use torch_bulletin::fold;

/// Words of classes and ids that mark a part of the page which is no article. Seen on the pages that the
/// newsletter's centre and kindred offices have published.
const PARTS: [&str; 26] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "submenu",
    "breadcrumb",
    "breadcrumbs",
    "crumb",
    "crumbs",
    "location",
    "position",
    "share",
    "bdsharebuttonbox",
    "toolbar",
    "tools",
    "footer",
    "foot",
    "copyright",
    "sidebar",
    "aside",
    "pagination",
    "pager",
    "search",
    "login",
    "topbar",
    "fontsize",
];

/// Values of `role` that mark such a part.
const ROLES: [&str; 5] = ["navigation", "banner", "contentinfo", "search", "complementary"];

/// Lines that begin so, folded, and are short. Seen: 分享到, 字体:大 中 小 [kindred pages]; 打印, 关闭窗口.
const OPENINGS: [&str; 20] = [
    "分享到",
    "分享:",
    "当前位置",
    "您的位置",
    "您现在的位置",
    "您当前的位置",
    "所在位置",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "字体:",
    "字号:",
    "【字体",
    "【字号",
    "【打印",
    "扫一扫",
    "浏览次数",
    "返回顶部",
    "设为首页",
];

/// Lines that are nothing else, folded.
const LINES: [&str; 14] = [
    "打印",
    "打印本页",
    "关闭",
    "关闭窗口",
    "打印关闭",
    "【关闭】",
    "【关闭窗口】",
    "返回首页",
    "加入收藏",
    "首页",
    "收藏本站",
    "相关链接",
    "网站地图",
    "返回列表",
];

/// No such line is longer, in characters.
const LONGEST: usize = 60;

/// Whether an attribute marks a part that surrounds the article.
pub(crate) fn is_marked(attribute: &[u8], value: &[u8]) -> bool {
    let Ok(value) = std::str::from_utf8(value) else { return false };
    let value = value.to_ascii_lowercase();
    match attribute {
        b"class" | b"id" => value
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| PARTS.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit()))),
        b"role" => ROLES.contains(&value.trim()),
        _ => false,
    }
}

/// Whether a line says nothing of the article.
pub(crate) fn is_line(line: &str) -> bool {
    // Four bytes a character at most.
    if line.len() > 4 * LONGEST {
        return false;
    }
    let bare = fold(line);
    let bare = bare.trim_matches(['|', '>', '»', '·']);
    bare.chars().count() <= LONGEST
        && (LINES.contains(&bare) || OPENINGS.iter().any(|opening| bare.starts_with(opening)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_known_by_their_names() {
        for (attribute, value) in [("class", "main-nav left"), ("id", "footer2"), ("role", "navigation")] {
            assert!(is_marked(attribute.as_bytes(), value.as_bytes()), "{value}");
        }
        for (attribute, value) in
            [("class", "content"), ("class", "navy"), ("href", "nav"), ("id", "TRS_Editor")]
        {
            assert!(!is_marked(attribute.as_bytes(), value.as_bytes()), "{value}");
        }
    }

    #[test]
    fn lines_are_known_by_their_words() {
        for line in ["分享到：", "【字体：大 中 小】", "打印 关闭", "当前位置：首页 > 动态", "上一篇：没有了"]
        {
            assert!(is_line(line), "{line}");
        }
        for line in ["首页改版的消息", "打印机产业园", "（供稿：某某高新区）", "关闭落后产能"]
        {
            assert!(!is_line(line), "{line}");
        }
    }
}
