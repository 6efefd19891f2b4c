//! An outline for notebooks: what an issue holds and what is doubtful about it, on one card of HTML.

use std::fmt::Write as _;

use super::html::escape;
use super::masthead;
use crate::model::{Article, Section};
use crate::report::{Diagnostic, Report, Severity};
use crate::{Bulletin, LineIndex};

/// Findings that a card shows; the rest is counted.
const SHOWN: usize = 50;

/// The outline of an issue as a piece of HTML: masthead, sections with their articles, and the findings of its report.
///
/// It is one `div` with a style of its own, without scripts and without anything to load, for a page that is not
/// ours. Text takes the page's colours; marks are readable on light and on dark, by `prefers-color-scheme`
/// and by the theme that Jupyter and VS Code name on the page. Everything that was printed is escaped.
///
/// ```
/// let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
/// let parsed = torch_bulletin::parse(source);
/// let card = torch_bulletin::render::outline(source, parsed.bulletin(), &parsed.report());
/// assert!(card.contains("1 article"));
/// assert!(card.contains("<li value=\"0\">一个标题 <small>某某高新区</small></li>"));
/// ```
pub fn outline(source: &str, bulletin: &Bulletin, report: &Report) -> String {
    let mut card = Card { source, out: String::from(HEAD) };
    card.head(bulletin);
    let mut first = 0;
    for section in &bulletin.sections {
        card.section(section, first);
        first += section.articles.len();
    }
    card.findings(report.diagnostics());
    card.put("</div>\n");
    card.out
}

/// What an issue is, in one line: `2019-3 of 2019-03-31: 1 section, 1 article, no diagnostics`.
///
/// ```
/// let parsed = torch_bulletin::parse("火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)");
/// let line = torch_bulletin::render::summary(parsed.bulletin(), &parsed.report());
/// assert_eq!(line, "2019-3 of 2019-03-31: 1 section, 1 article, no diagnostics");
/// ```
pub fn summary(bulletin: &Bulletin, report: &Report) -> String {
    let masthead = &bulletin.masthead;
    let issue = masthead.issue.as_ref().map_or_else(|| "without a number".to_owned(), |issue| issue.key());
    let date = masthead.date.as_ref().map_or_else(String::new, |date| format!(" of {}", date.value()));
    let some = |count: usize, noun: &str| match count {
        0 => format!("no {noun}s"),
        _ => counted(count, noun),
    };
    let sections = some(bulletin.sections.len(), "section");
    let articles = some(bulletin.articles().count(), "article");
    format!("{issue}{date}: {sections}, {articles}, {}", some(report.diagnostics().len(), "diagnostic"))
}

const HEAD: &str = "<div class=\"torch-bulletin\">
<style>
.torch-bulletin { --error: #b3261e; --warning: #8a5a00; --note: #4a6072; line-height: 1.5; max-width: 60em; }
@media (prefers-color-scheme: dark) {
  .torch-bulletin { --error: #ff8a80; --warning: #ffc46b; --note: #a9bccb; }
}
[data-jp-theme-light=\"true\"] .torch-bulletin, .vscode-light .torch-bulletin {
  --error: #b3261e; --warning: #8a5a00; --note: #4a6072;
}
[data-jp-theme-light=\"false\"] .torch-bulletin, .vscode-dark .torch-bulletin {
  --error: #ff8a80; --warning: #ffc46b; --note: #a9bccb;
}
.torch-bulletin h4, .torch-bulletin h5 { margin: .6em 0 .2em; font-size: 1em; }
.torch-bulletin h4 { font-size: 1.15em; }
.torch-bulletin p, .torch-bulletin ol { margin: .2em 0; }
.torch-bulletin small { opacity: .7; font-size: .9em; }
.torch-bulletin summary { margin-top: .6em; cursor: pointer; }
.torch-bulletin td { padding: .1em .8em .1em 0; text-align: left; vertical-align: top; background: none; }
.torch-bulletin .error { color: var(--error); }
.torch-bulletin .warning { color: var(--warning); }
.torch-bulletin .note { color: var(--note); }
</style>
";

struct Card<'s> {
    source: &'s str,
    out: String,
}

impl Card<'_> {
    fn put(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    fn head(&mut self, bulletin: &Bulletin) {
        self.put("<h4>");
        self.text(&masthead::name(self.source, bulletin));
        self.put("</h4>\n<p>");
        if let Some(date) = &bulletin.masthead.date {
            let value = date.value();
            self.put(&format!("<time datetime=\"{value}\">{value}</time> · "));
        }
        let sections = counted(bulletin.sections.len(), "section");
        let articles = counted(bulletin.articles().count(), "article");
        self.put(&format!("{sections} · {articles}</p>\n"));
    }

    /// Articles keep their number over the whole issue, which is the one in ids and tables.
    fn section(&mut self, section: &Section, first: usize) {
        if let Some(name) = &section.name {
            self.put("<h5>");
            self.text(&name.of(self.source));
            if let Some(series) = &section.series {
                self.put(" <small>——");
                self.text(&series.of(self.source));
                self.put("</small>");
            }
            self.put("</h5>\n");
        }
        self.put(&format!("<ol start=\"{first}\">\n"));
        section.articles.iter().zip(first..).for_each(|(article, number)| self.article(article, number));
        self.put("</ol>\n");
    }

    fn article(&mut self, article: &Article, number: usize) {
        self.put(&format!("<li value=\"{number}\">"));
        match &article.title {
            Some(title) => self.text(&title.of(self.source)),
            None => self.put("<i>no title</i>"),
        }
        let bodies = article.attributions.iter().flat_map(|it| &it.organisations);
        let bodies: Vec<_> = bodies.map(|it| it.of(self.source)).collect();
        if !bodies.is_empty() {
            self.put(" <small>");
            self.text(&bodies.join("、"));
            self.put("</small>");
        }
        self.put("</li>\n");
    }

    fn findings(&mut self, findings: &[Diagnostic]) {
        if findings.is_empty() {
            self.put("<p>nothing doubtful</p>\n");
            return;
        }
        let mut summary = String::new();
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            let of = findings.iter().filter(|it| it.severity() == severity);
            let count: usize = of.map(|it| it.count as usize).sum();
            if count > 0 {
                let comma = if summary.is_empty() { "" } else { ", " };
                // Writing to a String does not fail.
                let _ = write!(
                    summary,
                    "{comma}<span class=\"{severity}\">{}</span>",
                    counted(count, severity.as_str())
                );
            }
        }
        self.put(&format!("<details><summary>{summary}</summary>\n<table>\n"));
        let lines = LineIndex::new(self.source);
        for finding in findings.iter().take(SHOWN) {
            let place = finding.span.map(|span| lines.position(self.source, span.start()).line);
            let place = place.map(|line| format!("line {line}")).unwrap_or_default();
            let severity = finding.severity();
            self.put(&format!("<tr><td class=\"{severity}\">{}</td><td>{place}</td><td>", finding.code));
            self.text(&finding.message);
            self.put("</td></tr>\n");
        }
        self.put("</table>\n");
        if let Some(more) = findings.len().checked_sub(SHOWN).filter(|&more| more > 0) {
            self.put(&format!("<p>and {more} more</p>\n"));
        }
        self.put("</details>\n");
    }
}

/// `1 article`, `2 articles`.
fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use crate::{Code, Diagnostic, Span, parse};

    fn card(source: &str) -> String {
        let parsed = parse(source);
        super::outline(source, parsed.bulletin(), &parsed.report())
    }

    #[test]
    fn what_was_printed_is_escaped() {
        let card =
            card("火炬动态\n2019年第3期 2019年3月31日\n<img src=x>标题\n今天没有新闻。\n(供稿:<b>高新区)\n");
        assert!(card.contains("&lt;img src=x&gt;标题") && !card.contains("<img"), "{card}");
        assert!(!card.contains("<b>"), "{card}");
    }

    #[test]
    fn findings_are_counted_by_severity_and_named_with_their_line() {
        let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n今天没有新闻。\n(供稿:某某高新区)";
        let mut parsed = parse(source);
        let place = Span::new(source.find("今").unwrap() as u32, source.len() as u32);
        let finding = |code| Diagnostic::new(code, place, "found <i>");
        parsed.add_findings([Code::UnbalancedPair, Code::NumberingGap, Code::TextTooLong].map(finding));
        let card = super::outline(source, parsed.bulletin(), &parsed.report());
        let counts =
            "<span class=\"error\">1 error</span>, <span class=\"warning\">2 warnings</span></summary>";
        assert!(card.contains(counts), "{card}");
        let row = "<td class=\"warning\">unbalanced-pair</td><td>line 4</td><td>found &lt;i&gt;</td>";
        assert!(card.contains(row), "{card}");
    }

    #[test]
    fn many_findings_make_a_card_of_bounded_size() {
        let mut parsed = parse("今天没有新闻。");
        let finding = |_| Diagnostic::new(Code::InvalidBytes, Span::new(0, 3), "found one byte");
        parsed.add_findings((0..400).map(finding));
        let card = super::outline(parsed.source(), parsed.bulletin(), &parsed.report());
        assert_eq!(card.matches("<tr>").count(), super::SHOWN);
        assert!(card.contains("400 warnings") && card.contains(" more</p>"), "{card}");
    }
}
