//! The colophon 版权栏 at the end of an issue: who publishes it, and how to reach them.

use crate::Text;
use crate::vocabulary::vocabulary;

/// The colophon 版权栏.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colophon {
    /// One imprint a body: the publisher's, the editorial office's.
    pub imprints: Vec<Imprint>,
}

/// The lines of one body in the colophon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// The body's name, where it is printed without a label.
    pub organisation: Option<Text>,
    /// Labelled lines, in printed order.
    pub fields: Vec<Field>,
}

/// One labelled value: `邮编:100045`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the value is.
    pub kind: FieldKind,
    /// The label as printed: 编辑部地址.
    pub label: Text,
    /// The whole value as printed; an empty text at the label's end where nothing is.
    pub value: Text,
    /// The value's parts where it lists several (editors, telephone numbers, bodies), or the one value: views inside the value,
    /// whose places they repeat, as points repeat those of their paragraph.
    pub items: Vec<Text>,
    /// The extension 分机 of a telephone number: the 310 of `(010)68667266-310`.
    pub extension: Option<Text>,
}

vocabulary! {
    /// What a colophon field holds.
    pub enum FieldKind {
        /// 地址, 编辑部地址, 联系地址
        Address = "address",
        /// 邮编, 邮政编码
        Postcode = "postcode",
        /// 电话, 联系电话, 查稿电话
        Telephone = "telephone",
        /// 传真
        Fax = "fax",
        /// 邮箱, 电子邮箱, 投稿邮箱, E-mail
        Email = "email",
        /// 网址
        Website = "website",
        /// 主编
        ChiefEditor = "chief-editor",
        /// 副主编
        DeputyEditor = "deputy-editor",
        /// 责任编辑, 编辑, 责编
        Editor = "editor",
        /// 校对
        Proofreader = "proofreader",
        /// 审核, 核稿, 审稿
        Reviewer = "reviewer",
        /// 报, 报送
        ReportTo = "report-to",
        /// 送, 抄送, 主送
        SendTo = "send-to",
        /// 发, 分送, 印发
        IssueTo = "issue-to",
        /// 共印N份, 印数
        Copies = "copies",
        /// 印刷
        Printer = "printer",
        /// 准印证号
        Permit = "permit",
        /// A label of any other kind.
        Other = "other",
    }
}
