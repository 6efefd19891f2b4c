//! An issue as a web page: paragraphs, headings and tables, with menus before it and links to share it after.

use super::elements::{Element, Role, elements};
use super::model::Issue;
use super::print::Printed;
use super::style::Style;

/// Prints an issue as a page of a government's site.
pub fn page(issue: &Issue) -> Printed {
    let elements = elements(issue, &Style::default());
    let mut out = HEAD.replace("{title}", &escaped(&issue.masthead.title));
    let mut rest = elements.as_slice();
    while let Some(element) = rest.first() {
        if element.role == Role::Row {
            let count = rest.iter().take_while(|it| it.role == Role::Row).count();
            out.push_str("<table border=\"1\">\n");
            rest[..count].iter().for_each(|row| out.push_str(&self::row(row)));
            out.push_str("</table>\n");
            rest = &rest[count..];
            continue;
        }
        out.push_str(&line(element));
        rest = &rest[1..];
    }
    out.push_str(FOOT);
    Printed { text: out, expected: super::print::folded(&issue.structure()), undecided: Vec::new() }
}

fn line(element: &Element) -> String {
    let text = escaped(&format!("{}{}", element.text, element.tail));
    match element.role {
        Role::Title => format!("<h2 class=\"title\">{text}</h2>\n"),
        Role::Section => format!("<h1>{text}</h1>\n"),
        Role::Heading => format!("<p>&emsp;&emsp;<strong>{text}</strong></p>\n"),
        Role::Paragraph => format!("<p style=\"text-indent: 2em\">&nbsp;&nbsp;&nbsp; {text}</p>\n"),
        Role::Entry => format!("<li><a href=\"#\">{text}</a></li>\n"),
        _ => format!("<p align=center>{text}</p>\n"),
    }
}

fn row(element: &Element) -> String {
    let cells: String = element.text.split('\t').map(|cell| format!("<td>{}</td>", escaped(cell))).collect();
    format!("<tr>{cells}</tr>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('“', "&ldquo;").replace('”', "&rdquo;")
}

const HEAD: &str = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{title}</title>\n\
    <script>var menu = \"<p>首页</p>\";</script></head>\n<body>\n\
    <div class=\"top-nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/xw\">新闻</a></li></ul></div>\n\
    <p>当前位置：<a href=\"/\">首页</a> &gt; 动态</p>\n<div id=\"content\">\n";

const FOOT: &str = "</div>\n<div class=\"share\">分享到：<a>微信</a> <a>微博</a></div>\n<p>【打印本页】 【关闭窗口】</p>\n\
    <footer><p>版权所有 网站标识码：0000000000</p></footer>\n</body></html>\n";
