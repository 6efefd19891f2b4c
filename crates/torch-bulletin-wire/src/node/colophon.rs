//! The colophon 版权栏 at the end of an issue: who publishes it, and how to reach them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use torch_bulletin::model::{self, FieldKind};

use super::Text;
use crate::lens::Lens;
use crate::vocabulary::Names;

/// The colophon 版权栏.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Colophon<'a> {
    /// One imprint a body: the publisher's, the editorial office's.
    pub imprints: Vec<Imprint<'a>>,
}

impl<'a> Colophon<'a> {
    pub(crate) fn new(lens: &Lens<'a>, colophon: &model::Colophon) -> Self {
        let model::Colophon { imprints } = colophon;
        Self { imprints: imprints.iter().map(|imprint| Imprint::new(lens, imprint)).collect() }
    }
}

/// The lines of one body in the colophon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Imprint<'a> {
    /// The body's name, where it is printed without a label.
    pub organisation: Option<Text<'a>>,
    /// Labelled lines, in printed order.
    pub fields: Vec<Field<'a>>,
}

impl<'a> Imprint<'a> {
    fn new(lens: &Lens<'a>, imprint: &model::Imprint) -> Self {
        let model::Imprint { organisation, fields } = imprint;
        Self {
            organisation: lens.maybe(organisation.as_ref()),
            fields: fields.iter().map(|field| Field::new(lens, field)).collect(),
        }
    }
}

/// One labelled value: `邮编:100045`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct Field<'a> {
    /// What the value is.
    #[schemars(with = "Names<FieldKind>")]
    pub kind: FieldKind,
    /// The label as printed: 编辑部地址.
    pub label: Text<'a>,
    /// The whole value as printed.
    pub value: Text<'a>,
    /// The value's parts where it lists several (editors, telephone numbers, bodies), or the one value.
    pub items: Vec<Text<'a>>,
    /// The extension 分机 of a telephone number: the 310 of `(010)68667266-310`.
    pub extension: Option<Text<'a>>,
}

impl<'a> Field<'a> {
    fn new(lens: &Lens<'a>, field: &model::Field) -> Self {
        let model::Field { kind, label, value, items, extension } = field;
        Self {
            kind: *kind,
            label: lens.text(label),
            value: lens.text(value),
            items: lens.texts(items),
            extension: lens.maybe(extension.as_ref()),
        }
    }
}
