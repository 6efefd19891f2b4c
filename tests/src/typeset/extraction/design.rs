//! Page designs of our own, as style sheets for print.

use std::fmt::Write as _;

use crate::random::Random;
use crate::typeset::elements::{Element, Role, elements};
use crate::typeset::model::Issue;
use crate::typeset::style::{EntryMark, Label, PageMark, Style, number_pages};

/// How an issue is set on paper.
#[derive(Clone, Copy, Debug)]
pub struct Design {
    /// The name in reports.
    pub name: &'static str,
    /// The style sheet.
    sheet: &'static str,
    /// What stands at the foot of a page, for whoever looks for it in a text: `{n}` is the number.
    pub(crate) foot: &'static str,
    /// What stands at its head; `{head}` is the running head.
    pub(crate) head: &'static str,
    /// Whether the contents list has pages.
    paged: bool,
    label: Label,
    entry_mark: EntryMark,
}

/// Every design.
pub const DESIGNS: &[Design] = &[
    // An office's newsletter on A4: large red name, a rule, two characters of indent.
    Design {
        name: "red-head",
        sheet: "@page { size: A4; margin: 25mm 27mm; @bottom-center { content: '— ' counter(page) ' —'; font-size: 11pt } }
            body { font: 14pt/1.75 'Noto Serif CJK SC' } .masthead { text-align: center }
            .name { font: bold 42pt 'Noto Sans CJK SC'; color: #c00; letter-spacing: .2em; text-align: center }
            .issue { border-bottom: 2px solid #c00; text-align: center } .contents { text-align: center; font-size: 18pt }
            h1 { font: bold 20pt 'Noto Sans CJK SC'; text-align: center } h2 { font: bold 18pt 'Noto Serif CJK SC'; text-align: center }
            h3 { font: bold 14pt 'Noto Sans CJK SC'; text-indent: 2em; margin: 0 } p { text-indent: 2em; margin: 0; text-align: justify }
            .flush { text-indent: 0 } .label { font-weight: bold } td { padding: 0 1em; border: 1px solid #888 }",
        foot: "— {n} —",
        head: "",
        paged: false,
        label: Label::Pair("【", "】"),
        entry_mark: EntryMark::None,
    },
    // 16开 with a running head and air between paragraphs that have no indent.
    Design {
        name: "running-head",
        sheet: "@page { size: 185mm 260mm; margin: 22mm 20mm 20mm; @top-left { content: '{head}'; font-size: 9pt }
            @bottom-right { content: '·' counter(page) '·'; font-size: 9pt } } @page :first { @top-left { content: '' } }
            body { font: 10.5pt/1.7 'Noto Sans CJK SC' } .name { font-size: 36pt; font-weight: bold }
            h1 { font-size: 16pt; border-left: 6px solid #06c; padding-left: 8px } h2 { font-size: 14pt } h3 { font-size: 10.5pt; margin: .8em 0 }
            p { margin: .8em 0; text-align: justify } .flush { margin: 0 } .label { color: #06c; margin: .6em 0 0 }
            td { padding: 2px 12px }",
        foot: "·{n}·",
        head: "{head}",
        paged: false,
        label: Label::Mark("◎"),
        entry_mark: EntryMark::Bullet("● "),
    },
    // A booklet: small page, contents with leaders and pages, 第N页.
    Design {
        name: "booklet",
        sheet: "@page { size: A5; margin: 18mm 16mm; @bottom-center { content: '第' counter(page) '页 共' counter(pages) '页'; font-size: 8pt } }
            body { font: 9.5pt/1.6 'Noto Serif CJK SC' } .name { font: bold 30pt 'Noto Sans CJK SC'; text-align: center }
            .masthead, .issue, .contents { text-align: center } .imprint { margin-top: 2em }
            h1 { font-size: 13pt; text-align: center; break-before: page } h2 { font-size: 12pt; text-align: center } h3 { font-size: 9.5pt; text-indent: 2em }
            p { text-indent: 2em; margin: 0; text-align: justify } .flush { text-indent: 0 } td { padding: 0 10px }",
        foot: "第{n}页",
        head: "",
        paged: true,
        label: Label::Plain,
        entry_mark: EntryMark::Number,
    },
];

impl Design {
    /// The issue with what the design prints of its own: pages in the contents list.
    pub(crate) fn applied(&self, issue: &Issue) -> Issue {
        let mut issue = issue.clone();
        if self.paged {
            let mut random = Random::named(541, &issue.name);
            number_pages(&mut issue, &mut random);
        }
        issue
    }

    /// The running head of an issue.
    pub(crate) fn running_head(issue: &Issue) -> String {
        let line = issue.masthead.issue_line.split(['（', '(']).next().unwrap_or_default().trim();
        format!("{} {line}", issue.masthead.title)
    }

    /// The page that the browser prints.
    pub(crate) fn page(&self, issue: &Issue) -> String {
        let style = Style {
            label: self.label,
            entry_mark: self.entry_mark,
            page: PageMark::Leader("……"),
            ..Style::default()
        };
        let sheet = self.sheet.replace("{head}", &Self::running_head(issue));
        let mut out = format!(
            "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><style>{sheet}</style><body>\n"
        );
        let elements = elements(issue, &style);
        let mut rest = elements.as_slice();
        while let Some(element) = rest.first() {
            if element.role == Role::Row {
                let count = rest.iter().take_while(|it| it.role == Role::Row).count();
                out.push_str("<table>\n");
                for row in &rest[..count] {
                    let cells: String =
                        row.text.split('\t').map(|it| format!("<td>{}</td>", escaped(it))).collect();
                    let _ = writeln!(out, "<tr>{cells}</tr>");
                }
                out.push_str("</table>\n");
                rest = &rest[count..];
                continue;
            }
            let _ = writeln!(out, "{}", line(element, issue));
            rest = &rest[1..];
        }
        out
    }
}

fn line(element: &Element, issue: &Issue) -> String {
    let text = escaped(&format!("{}{}", element.text, element.tail));
    match element.role {
        Role::Masthead if element.text == issue.masthead.title => format!("<div class=name>{text}</div>"),
        Role::Masthead if element.text.starts_with(&issue.masthead.issue_line) => {
            format!("<div class=issue>{text}</div>")
        }
        Role::Masthead => format!("<div class=masthead>{text}</div>"),
        Role::ContentsHeading => format!("<div class=contents>{text}</div>"),
        Role::ContentsLabel => format!("<p class=\"flush label\">{text}</p>"),
        Role::Section => format!("<h1>{text}</h1>"),
        Role::Title => format!("<h2>{text}</h2>"),
        Role::Subtitle => format!("<p class=flush align=center>{text}</p>"),
        Role::Heading => format!("<h3>{text}</h3>"),
        Role::Caption => format!("<p class=flush align=center><b>{text}</b></p>"),
        Role::Entry | Role::Colophon | Role::Note => format!("<p class=flush>{text}</p>"),
        Role::Imprint => format!("<p class=\"flush imprint\">{text}</p>"),
        Role::Paragraph | Role::Attribution | Role::Row => format!("<p>{text}</p>"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
