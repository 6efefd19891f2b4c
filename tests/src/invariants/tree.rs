//! What must hold of the tree: children lie in their parents and ascend, indices lead somewhere.

use torch_bulletin::model::{Article, Attribution, Entry, Field, Issue, IssueDate, NumberRange, Section};
use torch_bulletin::{Bulletin, Span, Text, is_blank};

use super::{Outcome, Within, block, ensure, shown, slice, text};

pub(super) fn check(source: &str, bulletin: &Bulletin) -> Outcome {
    masthead(source, bulletin).within(|| "masthead".to_owned())?;
    contents(source, bulletin).within(|| "contents".to_owned())?;
    for (index, it) in bulletin.sections.iter().enumerate() {
        section(source, it).within(|| format!("section {index}"))?;
    }
    text::disjoint(bulletin.sections.iter().map(|it| it.span)).within(|| "sections".to_owned())?;
    colophon(source, bulletin).within(|| "colophon".to_owned())?;
    pages(source, bulletin).within(|| "pages".to_owned())?;
    rest(source, bulletin)
}

fn masthead(source: &str, bulletin: &Bulletin) -> Outcome {
    let it = &bulletin.masthead;
    it.title.iter().chain(&it.publisher).chain(&it.notices).try_for_each(|it| text::check(source, it))?;
    text::ascend(&it.notices)?;
    if let Some(Issue { year: _, number, whole_number, kind: _, span }) = &it.issue {
        hull(source, *span)?;
        for NumberRange { first, last } in [number, whole_number].into_iter().flatten() {
            ensure(first <= last, || format!("the joint issue {first}-{last} counts down"))?;
        }
    }
    if let Some(IssueDate { year: _, month, day, span }) = &it.date {
        hull(source, *span)?;
        let sound = match (month, day) {
            (Some(month), Some(day)) => (1..=12).contains(month) && (1..=31).contains(day),
            (Some(month), None) => (1..=12).contains(month),
            (None, day) => day.is_none(),
        };
        ensure(sound, || format!("no date: month {month:?}, day {day:?}"))?;
    }
    Ok(())
}

fn contents(source: &str, bulletin: &Bulletin) -> Outcome {
    let articles = bulletin.articles().count();
    let it = &bulletin.contents;
    it.heading.iter().try_for_each(|heading| text::check(source, heading))?;
    let mut starts = Vec::new();
    for group in &it.groups {
        for label in group.section.iter().chain(&group.series) {
            text::check(source, label)?;
            starts.push(label.hull());
        }
        for Entry { title, page: _, article, span } in &group.entries {
            text::check(source, title)?;
            nested(source, *span, title).within(|| "entry".to_owned())?;
            let leads = article.is_none_or(|index| (index as usize) < articles);
            ensure(leads, || format!("an entry leads to article {article:?} of {articles}"))?;
            starts.push(*span);
        }
    }
    text::starts_ascend(starts)
}

fn section(source: &str, it: &Section) -> Outcome {
    let Section { name, series, articles, span } = it;
    hull(source, *span)?;
    for label in name.iter().chain(series) {
        text::check(source, label)?;
        nested(source, *span, label)?;
    }
    text::ascend(name.iter().chain(series))?;
    for (index, it) in articles.iter().enumerate() {
        let whole = || {
            contains(*span, it.span)?;
            article(source, it)
        };
        whole().within(|| format!("article {index}"))?;
    }
    let labels = name.iter().chain(series).map(Text::hull);
    text::disjoint(labels.chain(articles.iter().map(|it| it.span)))
}

fn article(source: &str, it: &Article) -> Outcome {
    let Article { title, subtitle, blocks, attributions, span } = it;
    hull(source, *span)?;
    for heading in title.iter().chain(subtitle) {
        text::check(source, heading)?;
        nested(source, *span, heading).within(|| "title".to_owned())?;
    }
    for (index, it) in blocks.iter().enumerate() {
        let whole = || {
            block::check(source, it)?;
            it.hull().map_or(Ok(()), |hull| contains(*span, hull))
        };
        whole().within(|| format!("block {index}"))?;
    }
    let headings = title.iter().chain(subtitle).map(Text::hull);
    let hulls = headings.chain(blocks.iter().filter_map(|it| it.hull()));
    text::starts_ascend(hulls).within(|| "blocks".to_owned())?;
    for (index, it) in attributions.iter().enumerate() {
        let whole = || {
            contains(*span, it.span)?;
            attribution(source, it)
        };
        whole().within(|| format!("attribution {index}"))?;
    }
    text::disjoint(attributions.iter().map(|it| it.span)).within(|| "attributions".to_owned())
}

fn attribution(source: &str, it: &Attribution) -> Outcome {
    let Attribution { label, organisations, people, span } = it;
    hull(source, *span)?;
    for part in label.iter().chain(organisations).chain(people) {
        text::check(source, part)?;
        nested(source, *span, part)?;
    }
    text::ascend(organisations)?;
    text::ascend(people)
}

fn colophon(source: &str, bulletin: &Bulletin) -> Outcome {
    let mut starts = Vec::new();
    for imprint in &bulletin.colophon.imprints {
        let empty = imprint.organisation.is_none() && imprint.fields.is_empty();
        ensure(!empty, || "an imprint without anything".to_owned())?;
        if let Some(it) = &imprint.organisation {
            text::check(source, it)?;
        }
        for it in &imprint.fields {
            field(source, it).within(|| format!("field {}", it.kind))?;
            starts.push(it.label.hull());
        }
    }
    text::starts_ascend(starts)
}

fn field(source: &str, it: &Field) -> Outcome {
    let Field { kind: _, label, value, items, extension } = it;
    text::check(source, label)?;
    // A label without a value has an empty one, at its end.
    if !value.is_empty() {
        text::check(source, value)?;
    }
    ensure(label.hull().end() <= value.hull().start(), || "the value stands before its label".to_owned())?;
    for item in items.iter().chain(extension) {
        text::view(source, value, item)?;
    }
    text::ascend(items)
}

fn pages(source: &str, bulletin: &Bulletin) -> Outcome {
    for page in &bulletin.pages {
        hull(source, page.span)?;
        if let Some(label) = page.label {
            slice(source, label)?;
            contains(page.span, label)?;
        }
    }
    text::disjoint(bulletin.pages.iter().map(|page| page.span))
}

fn rest(source: &str, bulletin: &Bulletin) -> Outcome {
    let furniture = || bulletin.furniture.iter().map(|it| &it.text);
    furniture().chain(&bulletin.unparsed).try_for_each(|it| text::check(source, it))?;
    text::ascend(furniture()).within(|| "furniture".to_owned())?;
    text::ascend(&bulletin.unparsed).within(|| "unparsed".to_owned())?;
    text::disjoint(bulletin.punctuation.iter().copied()).within(|| "punctuation".to_owned())
}

/// A hull is a place in the source, and begins and ends with ink.
fn hull(source: &str, span: Span) -> Outcome {
    let it = slice(source, span)?;
    ensure(!it.starts_with(is_blank) && !it.ends_with(is_blank), || {
        format!("the span {span:?} «{}» starts or ends with a blank", shown(it))
    })
}

fn nested(source: &str, parent: Span, child: &Text) -> Outcome {
    hull(source, parent)?;
    contains(parent, child.hull()).within(|| format!("«{}»", shown(&child.of(source))))
}

fn contains(parent: Span, child: Span) -> Outcome {
    ensure(parent.contains(child), || format!("{child:?} leaves its parent {parent:?}"))
}

#[cfg(test)]
mod tests {
    use torch_bulletin::model::{Block, Contents, Group};

    use super::*;

    /// 题 at 0..3, the text at 4..13, (某) at 14..19.
    const SOURCE: &str = "题\n有新闻\n(某)";

    fn bulletin() -> Bulletin {
        let text = |start, end| Text::new(Span::new(start, end));
        let attribution = Attribution {
            label: None,
            organisations: vec![text(15, 18)],
            people: vec![],
            span: Span::new(14, 19),
        };
        let article = Article {
            title: Some(text(0, 3)),
            subtitle: None,
            blocks: vec![Block::Note { text: text(4, 13) }],
            attributions: vec![attribution],
            span: Span::new(0, 19),
        };
        let section = Section { name: None, series: None, articles: vec![article], span: Span::new(0, 19) };
        let punctuation = vec![Span::new(14, 15), Span::new(18, 19)];
        Bulletin { sections: vec![section], punctuation, ..Bulletin::default() }
    }

    #[test]
    fn children_inside_their_parents_hold() {
        assert_eq!(super::super::check(SOURCE, &bulletin()), Ok(()));
    }

    #[test]
    fn a_child_outside_its_parent_is_found_and_named() {
        let mut it = bulletin();
        it.sections[0].articles[0].span = Span::new(0, 13);
        let error = check(SOURCE, &it).unwrap_err();
        assert_eq!(error, "section 0: article 0: attribution 0: 14..19 leaves its parent 0..13");
    }

    #[test]
    fn blocks_out_of_order_are_found() {
        let mut it = bulletin();
        it.sections[0].articles[0].blocks.push(Block::Note { text: Text::new(Span::new(0, 3)) });
        assert!(check(SOURCE, &it).unwrap_err().contains("does not come after"));
    }

    #[test]
    fn an_entry_that_leads_nowhere_is_found() {
        let mut it = bulletin();
        let span = Span::new(0, 3);
        let entry = Entry { title: Text::new(span), page: None, article: Some(1), span };
        it.contents =
            Contents { heading: None, groups: vec![Group { entries: vec![entry], ..Group::default() }] };
        assert!(check(SOURCE, &it).unwrap_err().contains("of 1"));
    }
}
