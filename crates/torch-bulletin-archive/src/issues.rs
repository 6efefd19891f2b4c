//! The issues of one text 合订本, parsed one by one: of a bound volume no more than one of them is in memory.

use std::iter::{FusedIterator, Peekable};
use std::vec::IntoIter;

use torch_bulletin::{Diagnostic, ParseOptions, Parsed, Span, issues_with, parse_with};

use crate::SourceText;
use crate::keys::Keys;
use crate::source_text::Known;

/// Each issue of a text in printed order, parsed when it is asked for; see [`SourceText::issues`].
#[derive(Debug)]
pub struct Issues<'s>(Kind<'s>);

#[derive(Debug)]
enum Kind<'s> {
    One(Option<Parsed<'s>>),
    Several(Parts<'s>),
}

/// One issue 期 of a text.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct IssuePart<'s> {
    /// The key of the issue where the text holds several, no two alike: `2022-12`; its place among the issues where it has no
    /// issue line. `None` where it is the whole text.
    pub key: Option<String>,
    /// Its part of the text, in bytes.
    pub span: Span,
    /// The issue; its places count in its part.
    pub parsed: Parsed<'s>,
}

/// A text of up to so many bytes is parsed to see whether it holds several issues, and nearly always that parse is the one
/// that is wanted. A longer one is a volume, of which the first parse would be in vain.
const SHORT: usize = 512 << 10;

impl<'b> SourceText<'b> {
    /// The issues 期 of the text, one or those of a bound volume ([`torch_bulletin::issues`]), each parsed when it is asked for.
    ///
    /// ```
    /// use torch_bulletin_archive::{ParseOptions, SourceText};
    /// let one = "火炬动态\n2019年第3期 2019年3月31日\n甲市举办活动\n很成功。\n";
    /// let volume = format!("{one}火炬动态\n2019年第4期 2019年4月30日\n乙市开园\n成功。\n");
    /// let keys = |text: &str| -> Vec<_> {
    ///     let text = SourceText::decode(text.as_bytes()).unwrap();
    ///     text.issues(&ParseOptions::default()).map(|issue| issue.key).collect()
    /// };
    /// assert_eq!(keys(one), [None]);
    /// assert_eq!(keys(&volume), [Some("2019-3".to_owned()), Some("2019-4".to_owned())]);
    /// ```
    pub fn issues<'s>(&'s self, options: &'s ParseOptions) -> Issues<'s> {
        if self.text().len() <= SHORT {
            let parsed = self.parse(options);
            if !parsed.is_first_of_several() {
                return Issues(Kind::One(Some(parsed)));
            }
        }
        match Parts::of(self.text(), self.known(), options) {
            Some(parts) => Issues(Kind::Several(parts)),
            None => Issues(Kind::One(Some(self.parse(options)))),
        }
    }
}

impl<'s> Iterator for Issues<'s> {
    type Item = IssuePart<'s>;

    fn next(&mut self) -> Option<IssuePart<'s>> {
        match &mut self.0 {
            Kind::Several(parts) => parts.next(),
            Kind::One(whole) => {
                let parsed = whole.take()?;
                Some(IssuePart { key: None, span: Span::new(0, parsed.source().len() as u32), parsed })
            }
        }
    }
}

impl FusedIterator for Issues<'_> {}

/// The issues of a text that holds several.
#[derive(Debug)]
pub(crate) struct Parts<'s> {
    text: &'s str,
    known: &'s Known,
    options: &'s ParseOptions,
    spans: IntoIter<Span>,
    keys: Keys,
    /// What decoding found, in the order of the text.
    findings: Peekable<IntoIter<Diagnostic>>,
}

impl<'s> Parts<'s> {
    /// `None` where the text holds one issue. Findings of the whole text are told of the issue in which they stand.
    pub(crate) fn of(text: &'s str, known: &'s Known, options: &'s ParseOptions) -> Option<Self> {
        // The menus of a page may name other issues.
        let spans = issues_with(&text[..known.end], options);
        if spans.len() < 2 {
            return None;
        }
        let mut findings = known.findings.clone();
        findings.sort_by_key(|it| it.span);
        let (spans, findings) = (spans.into_iter(), findings.into_iter().peekable());
        Some(Self { text, known, options, spans, keys: Keys::default(), findings })
    }
}

impl<'s> Iterator for Parts<'s> {
    type Item = IssuePart<'s>;

    fn next(&mut self) -> Option<IssuePart<'s>> {
        let mut span = self.spans.next()?;
        let mut parsed = parse_with(&self.text[span.range()], self.options);
        if self.spans.len() == 0 {
            parsed = self.known.surround(self.text, span.start() as usize, parsed);
            span = Span::new(span.start(), self.text.len() as u32);
        }
        while let Some(mut finding) =
            self.findings.next_if(|it| it.span.is_none_or(|it| it.start() < span.end()))
        {
            let moved = |it: Span| {
                Span::new(
                    it.start().max(span.start()) - span.start(),
                    it.end().min(span.end()) - span.start(),
                )
            };
            finding.span = finding.span.map(moved);
            parsed.add_findings([finding]);
        }
        Some(IssuePart { key: Some(self.keys.next(parsed.bulletin())), span, parsed })
    }
}

#[cfg(test)]
mod tests {
    use torch_bulletin::Code;

    use super::*;

    /// A volume with a byte that is no text in its second issue.
    fn volume() -> Vec<u8> {
        let issue = |number: u32| {
            format!("火炬动态\n2019年第{number}期 2019年3月31日\n甲市举办活动\n很成功。\n(供稿:甲市)\n")
        };
        let mut bytes: Vec<u8> = (3..6).flat_map(|number| issue(number).into_bytes()).collect();
        let at = issue(3).len() + issue(4).len() - 2;
        bytes.splice(at..at, [0xFF]);
        bytes
    }

    #[test]
    fn bytes_that_are_no_text_are_told_of_the_issue_they_stand_in() {
        let (bytes, options) = (volume(), ParseOptions::default());
        let text = SourceText::decode(&bytes).unwrap();
        let bad: Vec<_> = text
            .issues(&options)
            .map(|issue| {
                let report = issue.parsed.report();
                let bad = report.diagnostics().iter().find(|it| it.code == Code::InvalidBytes);
                bad.map(|it| it.span.unwrap().of(issue.parsed.source()).unwrap().to_owned())
            })
            .collect();
        assert_eq!(bad, [None, Some("\u{FFFD}".to_owned()), None]);
    }

    #[test]
    fn links_of_a_page_to_other_issues_begin_none() {
        let options = ParseOptions::default();
        let issue = |number: u32| {
            format!(
                "<h1>火炬动态</h1><p>2019年第{number}期 2019年{number}月28日</p><h2>甲市举办活动</h2><p>活动在高新区举办，有三百人参加，很成功。</p><p>(供稿:甲市)</p>"
            )
        };
        let links = "<nav><ul><li><a href=1>火炬动态</a></li><li><a href=2>2019年第9期 2019年9月28日</a></li></ul></nav>";
        let keys = |issues: &str| -> Vec<_> {
            let page = format!("<!DOCTYPE html><html><body><article>{issues}</article>{links}</body></html>");
            let text = SourceText::decode(page.as_bytes()).unwrap();
            let parts: Vec<_> = text.issues(&options).collect();
            let whole = parts.iter().map(|it| it.span).reduce(Span::cover).unwrap();
            assert_eq!(whole.len() as usize, text.text().len());
            let last = &parts.last().unwrap().parsed;
            let mut furniture = last.bulletin().furniture.iter().map(|it| it.text.of(last.source()));
            assert_eq!(furniture.next_back().unwrap(), "2019年第9期 2019年9月28日");
            parts.iter().map(|it| it.key.clone()).collect()
        };
        assert_eq!(keys(&issue(3)), [None]);
        assert_eq!(keys(&[issue(3), issue(4)].concat()), ["2019-3", "2019-4"].map(|it| Some(it.to_owned())));
    }

    #[test]
    fn a_long_text_is_told_as_a_short_one() {
        let options = ParseOptions::default();
        let keys = |text: &str| -> Vec<_> {
            SourceText::decode(text.as_bytes())
                .unwrap()
                .issues(&options)
                .map(|it| (it.key, it.span))
                .collect()
        };
        let one = "火炬动态\n2019年第3期 2019年3月31日\n甲市举办活动\n很成功。\n(供稿:甲市)\n";
        let more = "今天没有新闻,明天也没有。\n".repeat(1 + SHORT / 39);
        assert_eq!(keys(one), [(None, Span::new(0, one.len() as u32))]);
        let long = format!("{one}{more}");
        assert_eq!(keys(&long), [(None, Span::new(0, long.len() as u32))]);
        let volume = format!("{long}{}", one.replace("第3期", "第4期"));
        let found = keys(&volume);
        let names: Vec<_> = found.iter().map(|(key, _)| key.as_deref().unwrap()).collect();
        assert_eq!(names, ["2019-3", "2019-4"]);
        assert_eq!(found[1].1, Span::new(long.len() as u32, volume.len() as u32));
    }
}
