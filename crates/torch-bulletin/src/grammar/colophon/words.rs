//! Words of the colophon: labels by what they mean, and statements.

use crate::grammar::heads::Heads;
use crate::model::FieldKind;

/// Labels by what they end in, folded; the first that fits decides. 编辑部地址 ends in 地址.
pub(super) const LABELS: [(&str, FieldKind); 72] = [
    ("地址", FieldKind::Address),
    ("邮编", FieldKind::Postcode),
    ("邮政编码", FieldKind::Postcode),
    ("邮码", FieldKind::Postcode),
    ("电话", FieldKind::Telephone),
    ("热线", FieldKind::Telephone),
    ("电话/传真", FieldKind::Telephone),
    ("传真", FieldKind::Fax),
    ("邮箱", FieldKind::Email),
    ("电子邮件", FieldKind::Email),
    ("E-mail", FieldKind::Email),
    ("Email", FieldKind::Email),
    ("E-MAIL", FieldKind::Email),
    ("e-mail", FieldKind::Email),
    ("信箱", FieldKind::Email),
    ("网址", FieldKind::Website),
    ("网站", FieldKind::Website),
    ("主页", FieldKind::Website),
    ("副主编", FieldKind::DeputyEditor),
    ("副总编", FieldKind::DeputyEditor),
    ("副总编辑", FieldKind::DeputyEditor),
    ("总编辑", FieldKind::ChiefEditor),
    ("执行主编", FieldKind::ChiefEditor),
    ("主编", FieldKind::ChiefEditor),
    ("总编", FieldKind::ChiefEditor),
    ("责任编辑", FieldKind::Editor),
    ("责编", FieldKind::Editor),
    ("编辑", FieldKind::Editor),
    ("编审", FieldKind::Reviewer),
    ("校对", FieldKind::Proofreader),
    ("责任校对", FieldKind::Proofreader),
    ("审核", FieldKind::Reviewer),
    ("核稿", FieldKind::Reviewer),
    ("审稿", FieldKind::Reviewer),
    ("审校", FieldKind::Reviewer),
    ("签发", FieldKind::Reviewer),
    ("审签", FieldKind::Reviewer),
    ("审定", FieldKind::Reviewer),
    ("抄送", FieldKind::SendTo),
    ("主送", FieldKind::SendTo),
    ("报送", FieldKind::ReportTo),
    ("呈报", FieldKind::ReportTo),
    ("抄报", FieldKind::ReportTo),
    ("分送", FieldKind::IssueTo),
    ("发送", FieldKind::IssueTo),
    ("印发", FieldKind::IssueTo),
    ("印送", FieldKind::IssueTo),
    ("报", FieldKind::ReportTo),
    ("送", FieldKind::SendTo),
    ("发", FieldKind::IssueTo),
    ("印数", FieldKind::Copies),
    ("份数", FieldKind::Copies),
    ("共印", FieldKind::Copies),
    ("印刷", FieldKind::Printer),
    ("承印", FieldKind::Printer),
    ("印制", FieldKind::Printer),
    ("准印证号", FieldKind::Permit),
    ("准印证", FieldKind::Permit),
    ("刊号", FieldKind::Permit),
    ("Tel", FieldKind::Telephone),
    ("TEL", FieldKind::Telephone),
    ("Fax", FieldKind::Fax),
    ("FAX", FieldKind::Fax),
    ("签发人", FieldKind::Reviewer),
    ("审核人", FieldKind::Reviewer),
    ("审稿人", FieldKind::Reviewer),
    ("校对人", FieldKind::Proofreader),
    ("印刷单位", FieldKind::Printer),
    ("承印单位", FieldKind::Printer),
    ("共印份数", FieldKind::Copies),
    ("资料准印证", FieldKind::Permit),
    ("准字", FieldKind::Permit),
];

/// The Han characters that labels and statements begin with.
pub(super) const HEADS: Heads =
    Heads::of("地邮电热传信网主副总执责编校审核签抄报呈分发印送份共承准刊资版内翻此欢未免仅");

/// Labels of other kinds that a colophon is known to have.
pub(super) const OTHERS: [&str; 47] = [
    "主办",
    "主办单位",
    "承办",
    "编印",
    "编印单位",
    "制作单位",
    "编制单位",
    "编辑部",
    "出版",
    "出版日期",
    "开本",
    "期号",
    "联系人",
    "主管",
    "编委会",
    "编委会主任",
    "编委",
    "顾问",
    "编辑出版",
    "出版单位",
    "微信公众号",
    "微信",
    "QQ",
    "联系方式",
    "承办单位",
    "美编",
    "摄影",
    "排版",
    "版式",
    "版式设计",
    "封面设计",
    "美术设计",
    "制图",
    "录入",
    "打印",
    "拟稿",
    "监印",
    "制作",
    "策划",
    "总策划",
    "监制",
    "总监制",
    "统筹",
    "刊期",
    "印张",
    "发行",
    "通联",
];

/// Words that open a statement without any label: `版权所有 翻印必究`, `内部资料 注意保存`, `（此件发至县团级）`.
pub(super) const STATEMENTS: [&str; 14] = [
    "版权所有",
    "内部发行",
    "翻印必究",
    "内部资料",
    "内部刊物",
    "内部交流",
    "此件发至",
    "此件公开",
    "欢迎投稿",
    "未经许可",
    "免费赠阅",
    "仅供内部",
    "仅供参考",
    "仅供领导",
];

/// The kinds of people who make the bulletin, who may stand after their label without a colon.
pub(super) fn is_maker(kind: FieldKind) -> bool {
    use FieldKind::{ChiefEditor, DeputyEditor, Editor, Proofreader, Reviewer};
    matches!(kind, ChiefEditor | DeputyEditor | Editor | Proofreader | Reviewer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_begins_with_one_of_their_heads() {
        let labels = LABELS.iter().map(|(word, _)| word).chain(&STATEMENTS);
        for word in labels.filter(|word| !word.is_ascii()) {
            assert!(HEADS.begin(word.as_bytes()), "{word}");
        }
        assert!(!HEADS.begin("园区动态".as_bytes()));
    }
}
