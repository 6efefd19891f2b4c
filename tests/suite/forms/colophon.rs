//! Colophons.

use torch_bulletin::parse;

use super::{HEAD, each, left, two};

#[test]
fn colophons() {
    let rows = [
        ("主编：赵一鸣", "chief-editor"),
        ("副 主 编 ： 赵一鸣", "deputy-editor"),
        ("总编辑：赵一鸣", "chief-editor"),
        ("责任编辑：赵一鸣", "editor"),
        ("校对：赵一鸣", "proofreader"),
        ("核稿：赵一鸣", "reviewer"),
        ("审签：赵一鸣", "reviewer"),
        ("报：科技部领导", "report-to"),
        ("送：各高新区", "send-to"),
        ("发：各处室", "issue-to"),
        ("抄送：各高新区", "send-to"),
        ("报　　送：科技部", "report-to"),
        ("分送：各处室", "issue-to"),
        ("印数：200份", "copies"),
        ("（共印200份）", "copies"),
        ("E-mail：a@b.cn （共印200份）", "email copies"),
        ("内部资料 注意保存", "other"),
        ("每期印200份", "copies"),
        ("编制单位：甲市科技局", "other"),
        ("期号：2022年第12期", "other"),
        ("内部报刊准印证号（JS）第123号", "permit"),
        ("印刷：甲市印刷厂", "printer"),
        ("投稿邮箱：a@b.cn", "email"),
        ("查稿电话：010-1234567", "telephone"),
        ("电话：1234567 | 邮箱：a@b.cn", "telephone email"),
        ("传真：1234567", "fax"),
        ("邮编 100036", "postcode"),
        ("电话 (010)68001234", "telephone"),
        ("网址 www.a.cn", "website"),
        ("地址 甲市乙路1号", "address"),
        ("版权所有 翻印必究", "other"),
        ("微信公众号：甲市高新区", "other"),
        ("主编 赵一鸣　责任编辑 钱二元", "chief-editor editor"),
        ("主　编　王　茜", "chief-editor"),
        ("主　编：王　茜　　责任编辑：李　四", "chief-editor editor"),
        ("编辑：赵一鸣　美编：钱二元　摄影：孙三", "editor other other"),
        ("编辑：赵一鸣\n版式设计：钱二元\n电话：1234567", "editor other telephone"),
        ("甲市科技局办公室　2022年7月31日印发", "other"),
        ("2022年7月31日印发 共印300份", "other copies"),
        ("送：科技部领导；\n    各省、自治区科技厅；\n    各国家高新区。", "send-to"),
        ("签发人：赵一鸣", "reviewer"),
        ("联系方式：010-1234567", "other"),
        ("邮政编码 100036　电话 68001234", "postcode telephone"),
        ("（此件发至县团级）", "other"),
    ];
    each(&rows, |row| {
        let source = format!("{}\n{row}\n", two(HEAD));
        let parsed = parse(&source);
        let fields = parsed.bulletin().colophon.imprints.iter().flat_map(|it| &it.fields);
        let kinds: Vec<&str> = fields.map(|it| it.kind.as_str()).collect();
        (kinds.join(" "), left(&source, parsed.bulletin()))
    });
}
