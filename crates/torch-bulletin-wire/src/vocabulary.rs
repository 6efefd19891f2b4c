//! The closed lists of names in the schema, each taken from the enum that defines it.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use torch_bulletin::facts::{Comparator, DateBasis, Direction, PeriodRule, Rule, SubjectRule};
use torch_bulletin::model::{FieldKind, FurnitureKind, IssueKind, MarkerStyle};
use torch_bulletin::search::Part;
use torch_bulletin::{Code, Join, Joins, Severity};

use crate::{ErrorCode, OffsetUnit};

/// An enum whose values cross the border as names.
pub(crate) trait Vocabulary {
    const NAME: &'static str;
    const DESCRIPTION: &'static str;

    fn names() -> Vec<&'static str>;
}

macro_rules! vocabularies {
    ($( $type:ident: $description:literal, )+) => {
        $(impl Vocabulary for $type {
            const NAME: &'static str = stringify!($type);
            const DESCRIPTION: &'static str = $description;

            fn names() -> Vec<&'static str> {
                $type::ALL.iter().map(|it| it.as_str()).collect()
            }
        })+
    };
}

vocabularies! {
    OffsetUnit: "What an offset counts: UTF-8 bytes, Unicode code points or UTF-16 code units.",
    Join: "Why two pieces of one text were put together; those that end in -space stand for one blank.",
    Joins: "When the pieces of a paragraph are put together.",
    IssueKind: "The kind of an issue.",
    MarkerStyle: "The form of an enumerator.",
    FieldKind: "What a field of the colophon holds.",
    FurnitureKind: "The kind of a line that belongs to the page and not to the text.",
    Code: "What a diagnostic reports.",
    Severity: "How much a diagnostic matters, in ascending order.",
    DateBasis: "Where the year of a date comes from.",
    Comparator: "How a number bounds what was counted; ~ is about, or just below.",
    Direction: "Which way a change goes; ratio is a part or a multiple.",
    SubjectRule: "Where the subject of an observation was found.",
    PeriodRule: "Where the period of an observation was found.",
    Rule: "The rule that read a fact.",
    Part: "What a word was found in.",
    ErrorCode: "Why an input was refused or a call failed.",
}

/// Stands in for a vocabulary where a schema is derived: `{"type": "string", "enum": […]}`.
///
/// The core's enums know nothing of schemas, and a list of their names here would be a second one.
pub(crate) struct Names<V>(PhantomData<V>);

impl<V: Vocabulary> JsonSchema for Names<V> {
    fn schema_name() -> Cow<'static, str> {
        V::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": V::DESCRIPTION, "type": "string", "enum": V::names() })
    }
}
