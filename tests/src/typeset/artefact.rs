//! Artefacts: what printing, extraction and keeping do to an issue, each by its name.

use super::characters::{self, Characters};
use super::layout::Gaps;
use super::print::Recipe;
use super::style::{ColophonLines, EntryMark, Label, Names, PageMark, TitleBreak, number_pages};
use crate::random::Random;

/// One artefact.
#[derive(Clone, Copy)]
pub struct Artefact {
    /// The name in reports.
    pub name: &'static str,
    change: Change,
}

/// How an artefact changes a recipe.
#[derive(Clone, Copy)]
enum Change {
    /// Characters of the set text.
    Characters(Characters),
    /// Characters as they are typed, before lines are set.
    Typed(Characters),
    /// A foot on every page.
    Foot(&'static str),
    /// A head on every page but the first.
    Head(&'static str),
    /// A head on every page, the first too.
    HeadFirst(&'static str),
    /// Anything else; false where the issue has nothing to change.
    Other(fn(&mut Recipe, &mut Random) -> bool),
}

impl Artefact {
    /// Changes a recipe; false where there is nothing to change, and so no case.
    pub fn apply(&self, recipe: &mut Recipe, random: &mut Random) -> bool {
        match self.change {
            Change::Characters(change) => recipe.characters.push(change),
            Change::Typed(change) => recipe.typed.push(change),
            Change::Other(change) => return change(recipe, random),
            Change::Foot(foot) => {
                recipe.layout = recipe.layout.with_pages();
                recipe.layout.foot = foot;
            }
            Change::Head(head) => {
                recipe.layout = recipe.layout.with_pages();
                recipe.layout.head = head;
                recipe.layout.head_first = false;
            }
            Change::HeadFirst(head) => {
                recipe.layout = recipe.layout.with_pages();
                recipe.layout.head = head;
                recipe.layout.head_first = true;
                recipe.layout.foot = "";
            }
        }
        true
    }
}

impl std::fmt::Debug for Artefact {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

const fn text(name: &'static str, change: Characters) -> Artefact {
    Artefact { name, change: Change::Characters(change) }
}

const fn typed(name: &'static str, change: Characters) -> Artefact {
    Artefact { name, change: Change::Typed(change) }
}

const fn foot(name: &'static str, foot: &'static str) -> Artefact {
    Artefact { name, change: Change::Foot(foot) }
}

const fn other(name: &'static str, change: fn(&mut Recipe, &mut Random) -> bool) -> Artefact {
    Artefact { name, change: Change::Other(change) }
}

/// Every artefact; the first is none.
pub const ARTEFACTS: &[Artefact] = &[
    other("none", |_, _| true),
    foot("foot-dashes", "— {n} —"),
    foot("foot-tight-dashes", "—{n}—"),
    foot("foot-hyphens", "- {n} -"),
    foot("foot-tight-hyphens", "-{n}-"),
    foot("foot-dots", "·{n}·"),
    foot("foot-words", "第{n}页"),
    foot("foot-words-of", "第 {n} 页　共 {t} 页"),
    foot("foot-fraction", "{n}/{t}"),
    other("foot-bare", foot_bare),
    foot("foot-running", "{issue}        {n}"),
    other("foot-glued", |recipe, _| {
        recipe.layout = recipe.layout.with_pages();
        recipe.layout.foot = "— {n} —";
        recipe.damage.glued = true;
        true
    }),
    Artefact { name: "head-running", change: Change::Head("{issue}") },
    Artefact { name: "head-running-number", change: Change::Head("{issue}\n— {n} —") },
    Artefact { name: "head-before-masthead", change: Change::HeadFirst("{issue}") },
    Artefact { name: "number-before-masthead", change: Change::HeadFirst("·{n}·") },
    typed("narrow-marks", characters::narrow_marks),
    typed("wide-digits", characters::wide_digits),
    typed("wide-everything", characters::wide_everything),
    text("radicals", characters::radicals),
    text("long-dash", characters::long_dash),
    text("small-forms", characters::small_forms),
    text("blanks-between-characters", characters::blanks_between_characters),
    text("blanks-everywhere", characters::blanks_everywhere),
    text("blanks-at-digits", characters::blanks_at_digits),
    text("no-break-spaces", characters::no_break_spaces),
    text("ideographic-spaces", characters::ideographic_spaces),
    text("zero-width", characters::zero_width),
    text("soft-hyphens", characters::soft_hyphens),
    text("crlf", characters::crlf),
    text("cr", characters::cr),
    text("byte-order-mark", characters::byte_order_mark),
    text("trailing-blanks", characters::trailing_blanks),
    text("margin", characters::margin),
    other("doubled-lines", |recipe, _| set(&mut recipe.damage.doubled)),
    other("doubled-over-pages", |recipe, _| {
        recipe.layout = recipe.layout.with_pages();
        set(&mut recipe.damage.doubled_over_pages)
    }),
    other("lost-blank-lines", |recipe, _| {
        recipe.layout.gaps != Gaps::None && set(&mut recipe.damage.lost_gaps)
    }),
    other("more-blank-lines", |recipe, _| set(&mut recipe.damage.more_gaps)),
    other("form-feeds", |recipe, _| set(&mut recipe.damage.form_feeds)),
    other("contents-none", |recipe, _| {
        let some = !recipe.issue.contents.is_empty();
        recipe.issue.contents.clear();
        some
    }),
    other("contents-no-heading", |recipe, _| {
        recipe.style.contents_heading = None;
        !recipe.issue.contents.is_empty()
    }),
    other("contents-other-heading", |recipe, _| {
        recipe.style.contents_heading = Some("≡ 本 期 要 目 ≡");
        !recipe.issue.contents.is_empty()
    }),
    other("contents-leaders", |recipe, random| paged(recipe, random, PageMark::Leader("……"))),
    other("contents-dots", |recipe, random| paged(recipe, random, PageMark::Leader("...."))),
    other("contents-middle-dots", |recipe, random| paged(recipe, random, PageMark::Leader("·····"))),
    other("contents-page-after-blank", |recipe, random| paged(recipe, random, PageMark::Blank)),
    other("contents-page-in-brackets", |recipe, random| paged(recipe, random, PageMark::Bracket)),
    other("contents-bullets", |recipe, random| {
        let sign = *random.pick(&["● ", "·", "★ ", "■", "◆ "]);
        recipe.style.entry_mark = EntryMark::Bullet(sign);
        !recipe.issue.contents.is_empty()
    }),
    other("contents-numbers", |recipe, _| {
        recipe.style.entry_mark = EntryMark::Number;
        !recipe.issue.contents.is_empty()
    }),
    other("contents-wrapped", |recipe, _| {
        recipe.style.entry_break = true;
        !recipe.issue.contents.is_empty()
    }),
    other("label-beside-entry", |recipe, _| {
        recipe.style.label_beside = true;
        labelled(recipe)
    }),
    other("label-beside-entry-bare", |recipe, _| {
        recipe.style.label_beside = true;
        recipe.style.label = Label::Plain;
        labelled(recipe)
    }),
    other("label-other-brackets", |recipe, random| {
        recipe.style.label =
            *random.pick(&[Label::Pair("〔", "〕"), Label::Pair("[", "]"), Label::Pair("〖", "〗")]);
        labelled(recipe)
    }),
    other("label-signs", |recipe, random| {
        recipe.style.label = *random.pick(&[Label::Mark("◎"), Label::Mark("▌"), Label::Mark("■ ")]);
        labelled(recipe)
    }),
    other("label-bare", |recipe, _| {
        recipe.style.label = Label::Plain;
        labelled(recipe)
    }),
    other("section-brackets", |recipe, _| {
        recipe.style.body_label = Label::Pair("【", "】");
        recipe.issue.sections.iter().any(|it| it.name.is_some())
    }),
    other("titles-with-a-blank", |recipe, _| {
        recipe.style.title_break = TitleBreak::Blank;
        recipe.layout.measure.is_none()
    }),
    other("titles-over-lines", |recipe, _| {
        recipe.style.title_break = TitleBreak::Line;
        true
    }),
    other("attributions-at-paragraph-ends", |recipe, _| {
        recipe.style.inline = Some(true);
        signed(recipe)
    }),
    other("attributions-on-lines", |recipe, _| {
        recipe.style.inline = Some(false);
        signed(recipe)
    }),
    other("names-padded", |recipe, _| {
        recipe.style.names = Names::Padded;
        people(recipe).any(|it| it.chars().count() == 2)
    }),
    other("names-with-commas", |recipe, _| {
        recipe.style.names = Names::Comma;
        recipe.issue.articles().flat_map(|(_, it)| &it.attributions).any(|it| it.people.len() > 1)
    }),
    other("colophon-fields-share-lines", |recipe, _| {
        recipe.style.colophon = ColophonLines::Blanks;
        !recipe.issue.colophon.is_empty()
    }),
    other("colophon-bars", |recipe, _| {
        recipe.style.colophon = ColophonLines::Bars;
        !recipe.issue.colophon.is_empty()
    }),
    other("colophon-padded-labels", |recipe, _| {
        recipe.style.colophon = ColophonLines::Padded;
        !recipe.issue.colophon.is_empty()
    }),
];

fn set(flag: &mut bool) -> bool {
    *flag = true;
    true
}

/// Bare numbers are furniture by their order over pages; on one page or two there is none.
fn foot_bare(recipe: &mut Recipe, _: &mut Random) -> bool {
    recipe.layout = recipe.layout.with_pages();
    recipe.layout.foot = "{n}";
    true
}

fn paged(recipe: &mut Recipe, random: &mut Random, mark: PageMark) -> bool {
    number_pages(&mut recipe.issue, random);
    recipe.style.page = mark;
    !recipe.issue.contents.is_empty()
}

fn labelled(recipe: &Recipe) -> bool {
    recipe.issue.contents.iter().any(|it| it.section.is_some())
}

fn signed(recipe: &Recipe) -> bool {
    recipe.issue.articles().any(|(_, it)| !it.attributions.is_empty())
}

fn people(recipe: &Recipe) -> impl Iterator<Item = &String> {
    recipe.issue.articles().flat_map(|(_, it)| &it.attributions).flat_map(|it| &it.people)
}
