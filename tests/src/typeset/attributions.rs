//! Attributions in every form that is known.

use super::model::{Attribution, Issue};
use super::prose::Prose;

/// `（供稿：X）`, the usual one.
pub(crate) fn supplied(prose: &mut Prose, inline: bool) -> Attribution {
    let body = prose.body();
    let people = match prose.random().below(3) {
        0 => {
            let count = prose.random().within(1, 3);
            prose.people(count)
        }
        _ => Vec::new(),
    };
    let names = if people.is_empty() { String::new() } else { format!("　{}", people.join("　")) };
    Attribution {
        label: Some("供稿".to_owned()),
        printed: format!("（供稿：{body}{names}）"),
        organisations: vec![body],
        people,
        inline,
    }
}

/// A form: `{b}` a body, `{c}` another, `{p}`, `{q}`, `{r}` people; the label that counts, which bodies and people.
struct Form {
    printed: &'static str,
    label: Option<&'static str>,
    bodies: &'static [usize],
    people: &'static [usize],
}

const fn form(
    printed: &'static str,
    label: &'static str,
    bodies: &'static [usize],
    people: &'static [usize],
) -> Form {
    Form { printed, label: Some(label), bodies, people }
}

const FORMS: &[Form] = &[
    form("（供稿：{b}）", "供稿", &[0], &[]),
    form("（{b}供稿）", "供稿", &[0], &[]),
    form("（{b} 供稿）", "供稿", &[0], &[]),
    form("（供稿：{b} {c}）", "供稿", &[0, 1], &[]),
    form("（供稿：{b}、{c}）", "供稿", &[0, 1], &[]),
    form("（供稿：{b}{p} {q} {r}）", "供稿", &[0], &[0, 1, 2]),
    form("（供稿：{b}　{p}、{q}）", "供稿", &[0], &[0, 1]),
    form("（供稿单位：{b}）", "供稿单位", &[0], &[]),
    form("（供稿：{p} {q}）", "供稿", &[], &[0, 1]),
    form("供稿：{b}", "供稿", &[0], &[]),
    form("（作者：{p}，作者单位：{b}）", "作者", &[0], &[0]),
    form("（作者单位：{b}）", "作者单位", &[0], &[]),
    form("（作者：{p}）", "作者", &[], &[0]),
    form("（来源：{c}日报）", "来源", &[2], &[]),
    form("（摘自《{c}日报》）", "摘自", &[2], &[]),
    form("（本刊记者 {p}）", "本刊记者", &[], &[0]),
    form("（记者 {p} 通讯员 {q}）", "记者", &[], &[0, 1]),
    form("（通讯员 {p}）", "通讯员", &[], &[0]),
    form("（转载自《{c}日报》）", "转载自", &[2], &[]),
    form("（撰稿：{p}）", "撰稿", &[], &[0]),
    form("（整理：{p}）", "整理", &[], &[0]),
    form("文/{p}", "文", &[], &[0]),
];

fn written(form: &Form, prose: &mut Prose, inline: bool) -> Attribution {
    let (body, other) = (prose.write("{zone}管委会"), prose.write("{city}市科技局"));
    let city = prose.write("{city}");
    let people = prose.people(3);
    // A press name is a city's, so that nobody's paper is quoted.
    let press = format!("{city}日报");
    let printed = form.printed.replace("{c}日报", &press).replace("{b}", &body).replace("{c}", &other);
    let printed = ["{p}", "{q}", "{r}"]
        .iter()
        .zip(&people)
        .fold(printed, |printed, (slot, name)| printed.replace(slot, name));
    let bodies = [body, other, press];
    Attribution {
        label: form.label.map(str::to_owned),
        organisations: form.bodies.iter().map(|&it| bodies[it].clone()).collect(),
        people: form.people.iter().map(|&it| people[it].clone()).collect(),
        inline: inline && printed.starts_with('（'),
        printed,
    }
}

/// Every form once, over as many articles as that takes.
pub(crate) fn everywhere(issue: &mut Issue, prose: &mut Prose) {
    let mut forms = FORMS.iter();
    for section in &mut issue.sections {
        section.articles.extend((0..5).map(|_| super::article::plain_article(prose)));
        for article in &mut section.articles {
            let Some(form) = forms.next() else { continue };
            let inline = prose.random().percent(25);
            article.attributions = vec![written(form, prose, inline)];
        }
    }
    super::issues::distinct_titles(issue, prose);
    issue.contents = issue.faithful_contents();
}

/// Two brackets after each article.
pub(crate) fn several(issue: &mut Issue, prose: &mut Prose) {
    let pairs = [(0, 18), (10, 13), (4, 12), (1, 16)];
    for (index, article) in issue.sections.iter_mut().flat_map(|it| &mut it.articles).enumerate() {
        let (first, second) = pairs[index % pairs.len()];
        article.attributions =
            vec![written(&FORMS[first], prose, index % 3 == 1), written(&FORMS[second], prose, false)];
    }
}
