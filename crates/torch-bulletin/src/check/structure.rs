//! Is the issue whole: masthead, contents list against articles, attributions, text without a place?

use std::borrow::Cow;

use crate::fold::folded;
use crate::grammar::date::date;
use crate::report::{Code, Diagnostic, Sink};
use crate::{Bulletin, Span};

pub(super) fn check(source: &str, bulletin: &Bulletin, findings: &[Diagnostic], sink: &mut Sink) {
    let masthead = &bulletin.masthead;
    let attributed = bulletin.articles().any(|article| !article.attributions.is_empty());
    let listed = bulletin.contents.entries().next().is_some();
    if masthead.issue.is_none() && masthead.title.is_none() && !attributed && !listed {
        sink.push(
            Diagnostic::new(
                Code::NotABulletin,
                None,
                "nothing here is recognised as a bulletin: no masthead, no contents list, no attribution",
            )
            .with_help("check that the file is an issue of the newsletter, and that its text was extracted in reading order"),
        );
        return;
    }
    if masthead.issue.is_none() {
        sink.push(
            Diagnostic::new(
                Code::MissingIssueNumber,
                None,
                "the masthead has no issue number such as 第12期 or 总第541期",
            )
            .with_help("the first page may be missing; ids of articles then stand without the issue"),
        );
    }
    if masthead.date.is_none() {
        sink.push(missing_date(source, bulletin));
    }
    contents(source, bulletin, listed, sink);
    articles(source, bulletin, attributed, sink);
    unparsed(bulletin, findings, sink);
}

/// That there is no date, or one that the calendar lacks.
fn missing_date(source: &str, bulletin: &Bulletin) -> Diagnostic {
    let is_unreal = |text: &str| date(text).is_ok_and(|(rest, date)| rest.is_empty() && !date.is_real());
    match bulletin.masthead.notices.iter().find(|it| is_unreal(&it.of(source))) {
        Some(notice) => {
            let message = format!("“{}” is no day of the calendar", notice.of(source));
            Diagnostic::new(Code::MissingDate, Some(notice.hull()), message)
                .with_help("the issue is left without a date; the print or the extraction may be wrong")
        }
        None => Diagnostic::new(Code::MissingDate, None, "the masthead has no date"),
    }
}

/// Whether an entry has title and subtitle, whatever stands between the two.
fn announces_both(entry: &str, title: &str, subtitle: Option<Cow<'_, str>>) -> bool {
    let of_words = |c: &char| !matches!(c, '-' | ':');
    subtitle.is_some_and(|subtitle| {
        let both = folded(title).chain(folded(&subtitle));
        folded(entry).filter(of_words).eq(both.filter(of_words))
    })
}

/// The contents list against the body, both ways.
fn contents(source: &str, bulletin: &Bulletin, listed: bool, sink: &mut Sink) {
    let articles: Vec<_> = bulletin.articles().collect();
    let mut announced = vec![false; articles.len()];
    let mut last = None;
    for entry in bulletin.contents.entries() {
        let title = entry.title.of(source);
        let Some(number) = entry.article else {
            sink.push(
                Diagnostic::new(
                    Code::ContentsEntryWithoutArticle,
                    entry.span,
                    format!("the contents list announces “{}”, but no article has this title", short(&title)),
                )
                .with_help(
                    "the article may be missing from this copy, or its title may be printed otherwise",
                ),
            );
            continue;
        };
        if last.is_some_and(|last| number < last) {
            sink.push(Diagnostic::new(
                Code::ContentsOrderDiffers,
                entry.span,
                format!("“{}” stands earlier in the body than in the contents list", short(&title)),
            ));
        }
        last = Some(number);
        let Some(article) = articles.get(number as usize) else { continue };
        announced[number as usize] = true;
        if let Some(printed) = &article.title
            && !folded(&printed.of(source)).eq(folded(&title))
            && !announces_both(&title, &printed.of(source), article.subtitle.as_ref().map(|it| it.of(source)))
        {
            sink.push(
                Diagnostic::new(
                    Code::TitleDiffersFromContents,
                    printed.hull(),
                    format!(
                        "this title reads “{}”, the contents list has “{}”",
                        short(&printed.of(source)),
                        short(&title)
                    ),
                )
                .with_help("both are kept as printed; cite the one you mean"),
            );
        }
    }
    if !listed {
        return;
    }
    for (article, _) in articles.iter().zip(&announced).filter(|(_, announced)| !**announced) {
        if let Some(title) = &article.title {
            sink.push(Diagnostic::new(
                Code::ArticleNotInContents,
                title.hull(),
                format!("the contents list does not announce “{}”", short(&title.of(source))),
            ));
        }
    }
}

/// Articles without attribution, where others of the issue have one.
fn articles(source: &str, bulletin: &Bulletin, attributed: bool, sink: &mut Sink) {
    if !attributed {
        return;
    }
    for article in bulletin.articles().filter(|article| article.attributions.is_empty()) {
        let name =
            article.title.as_ref().map_or("the text before the first title".into(), |it| it.of(source));
        let place = article.title.as_ref().map_or(article.span, |it| it.hull());
        sink.push(
            Diagnostic::new(
                Code::MissingAttribution,
                place,
                format!("“{}” names no source (供稿)", short(&name)),
            )
            .with_help("if the next article's text stands here too, its title was not recognised"),
        );
    }
}

/// Text without a place in the tree; what follows a second masthead is reported once, with that masthead.
fn unparsed(bulletin: &Bulletin, findings: &[Diagnostic], sink: &mut Sink) {
    let second = findings.iter().find(|it| it.code == Code::SeveralIssues).and_then(|it| it.span);
    let end = second.map_or(u32::MAX, Span::start);
    for text in bulletin.unparsed.iter().filter(|text| text.head().start() < end) {
        sink.push(
            Diagnostic::new(
                Code::UnparsedText,
                text.hull(),
                "no rule has a place for this text; it is kept as unparsed",
            )
            .with_help("if it belongs to an article, please report the issue it is from"),
        );
    }
}

/// The first 24 characters of a title.
fn short(title: &str) -> String {
    let mut chars = title.chars();
    let head: String = chars.by_ref().take(24).collect();
    if chars.next().is_some() { head + "…" } else { head }
}
