//! The profile 刊物 of a newsletter: what differs between publications, as data.
//!
//! Everything else (mastheads, dates, issue lines, headings, attributions, the order of the parts) is the same in every
//! newsletter of the kind, so that another 简报 or 动态 needs a profile, and no code.

mod torch;

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::fold::{folded, han, same};
use crate::model::FieldKind;

/// A list of words; borrowed where it is of a profile in the code.
type Words = Cow<'static, [Cow<'static, str>]>;

/// What one newsletter 刊物 has beyond what all have: its name, its publishers over time, its words.
///
/// Its words are compared folded ([`fold`](crate::fold)): blanks, widths and radicals do not matter. All lists may be empty; as
/// JSON a profile needs its `name` only.
///
/// ```
/// use torch_bulletin::{ParseOptions, Profile, parse_with};
/// let mut profile = Profile::new("江州科技简报");
/// profile.sections = vec!["一线传真".into()].into();
/// let options = ParseOptions::default().with_profile(profile);
/// let source = "江州科技简报\n第3期\n2019年3月31日\n一线传真\n甲县举办一场活动\n活动很成功。\n(供稿:甲县科技局)\n";
/// let parsed = parse_with(source, &options);
/// let section = &parsed.bulletin().sections[0];
/// assert_eq!(section.name.as_ref().unwrap().of(source), "一线传真");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Profile {
    /// The name of the newsletter 刊名, of two characters or more: 火炬动态.
    #[serde(deserialize_with = "name")]
    pub name: Cow<'static, str>,
    /// Its publishers 主办单位 over time. Other bodies are told by how their names end.
    #[serde(default, deserialize_with = "words")]
    pub publishers: Words,
    /// Section names 栏目名 beyond those that newsletters share. They are asked for only where no contents list has them.
    #[serde(default, deserialize_with = "words")]
    pub sections: Words,
    /// Headings 目录标题 of the contents list beyond 目录, 本期要目 and the like.
    #[serde(default, deserialize_with = "words")]
    pub contents_headings: Words,
    /// Labels of attributions 供稿 beyond those that newsletters share: 采写 in `(采写:某人)`.
    #[serde(default, deserialize_with = "words")]
    pub attribution_labels: Words,
    /// Labels of colophon fields 版权栏 beyond those that newsletters share, and what stands after them.
    #[serde(default)]
    pub colophon_labels: Cow<'static, [ColophonLabel]>,
}

/// A label of a colophon field and its kind: 投稿信箱 is an `email`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColophonLabel {
    /// The label, without its colon.
    #[serde(deserialize_with = "word")]
    pub label: Cow<'static, str>,
    /// What it says of the value.
    pub kind: FieldKind,
}

impl Default for Profile {
    /// That of the Torch bulletin.
    fn default() -> Self {
        Self::TORCH
    }
}

impl Profile {
    /// A profile with a name and no words of its own. An empty name is found nowhere.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name: name.into(),
            publishers: Words::default(),
            sections: Words::default(),
            contents_headings: Words::default(),
            attribution_labels: Words::default(),
            colophon_labels: Cow::default(),
        }
    }

    /// Whether it is the Torch bulletin's, which options need not say.
    pub(crate) fn is_torch(&self) -> bool {
        *self == Self::TORCH
    }

    /// Whether a folded text is the newsletter's name.
    pub(crate) fn is_name(&self, bare: &str) -> bool {
        !bare.is_empty() && same(&self.name, bare)
    }

    /// Whether a folded text begins with the newsletter's name.
    pub(crate) fn begins_with_name(&self, bare: impl Iterator<Item = char>) -> bool {
        let mut bare = bare;
        let mut name = folded(&self.name).peekable();
        name.peek().is_some() && name.all(|c| bare.next() == Some(c))
    }

    /// Whether a folded text is the name of a publisher.
    pub(crate) fn is_publisher(&self, bare: &str) -> bool {
        holds(&self.publishers, bare)
    }

    /// Whether a folded text begins the name of a publisher and is not all of it.
    pub(crate) fn begins_publisher(&self, bare: &str) -> bool {
        self.publishers.iter().any(|it| it.len() > bare.len() && it.starts_with(bare))
    }

    /// Whether a folded text is the name of a section.
    pub(crate) fn is_section(&self, bare: &str) -> bool {
        holds(&self.sections, bare)
    }

    /// Whether a folded text is a heading of its contents list.
    pub(crate) fn is_contents_heading(&self, bare: &str) -> bool {
        holds(&self.contents_headings, bare)
    }

    /// What a folded label of its colophon means.
    pub(crate) fn colophon_kind(&self, bare: &str) -> Option<FieldKind> {
        self.colophon_labels.iter().find(|it| same(&it.label, bare)).map(|it| it.kind)
    }
}

fn holds(words: &[Cow<'static, str>], bare: &str) -> bool {
    let head = han(bare);
    let begins = |word: &str| head.is_none() || han(word).is_none_or(|it| Some(it) == head);
    words.iter().any(|word| begins(word) && same(word, bare))
}

fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, str>, D::Error> {
    deserializer.deserialize_str(Characters { least: 2, expected: "a name of two characters or more" })
}

fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Words, D::Error> {
    let words = Vec::<Word>::deserialize(deserializer)?;
    Ok(words.into_iter().map(|word| word.0).collect())
}

fn word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, str>, D::Error> {
    deserializer.deserialize_str(Characters { least: 1, expected: "a word" })
}

/// Takes a text with some ink in it; being asked for the text itself, it can tell the place of one that has none.
struct Characters {
    least: usize,
    expected: &'static str,
}

impl Visitor<'_> for Characters {
    type Value = Cow<'static, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        match folded(text).take(self.least).count() {
            count if count < self.least => Err(E::invalid_value(Unexpected::Str(text), &self)),
            _ => Ok(text.to_owned().into()),
        }
    }
}

/// A word as an item of a list, so that an error names the item.
#[derive(Deserialize)]
struct Word(#[serde(deserialize_with = "word")] Cow<'static, str>);

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn lists_hold_every_word_once() {
        let Profile { publishers, sections, .. } = Profile::TORCH;
        for words in [publishers, sections] {
            let mut seen = HashSet::new();
            for word in words.iter() {
                assert!(seen.insert(word.clone()), "{word} stands twice");
            }
            assert!(!seen.is_empty());
        }
    }

    #[test]
    fn words_are_compared_folded() {
        let mut profile = Profile::new("⾼新区简报（内部版）");
        profile.sections = vec!["“双创”  专栏".into()].into();
        assert!(profile.is_name(&crate::fold("高新区 简报(内部版)")));
        assert!(profile.is_section(&crate::fold("\"双创\"专栏")));
        assert!(profile.begins_with_name(folded("高新区简报（内部版） 第3期")));
        assert!(!profile.begins_with_name(folded("高新区简")));
        assert!(!profile.is_section("双创专栏") && !profile.is_publisher(""));
    }
}
