//! Colophons of invented issues.

use super::model::{Imprint, Issue};
use super::prose::Prose;

/// A publisher with its address, and an editor.
pub(crate) fn short(publisher: &str, prose: &mut Prose) -> Vec<Imprint> {
    let editors = prose.people(2).join(" ");
    let fields = fields(
        &[
            ("地址", "北京市海淀区松荫路{few}号"),
            ("邮编", "100093"),
            ("电话", "（010）6{few}32{few}514"),
            ("网址", "www.torch-news.example.org"),
        ],
        prose,
    );
    let mut office = Imprint::default();
    office.fields.push(("责任编辑".to_owned(), editors));
    vec![Imprint { organisation: Some(publisher.to_owned()), fields }, office]
}

/// Every label that is known.
pub(crate) fn full(issue: &mut Issue, prose: &mut Prose) {
    let publisher = issue.masthead.publisher.clone();
    let first = fields(
        &[
            ("地址", "北京市西城区枣林前街{few}号"),
            ("邮政编码", "100032"),
            ("电话", "（010）6{few}32{few}514-20{few}"),
            ("传真", "（010）6{few}32{few}515"),
            ("电子邮箱", "torch@news.example.org"),
            ("网址", "www.torch-news.example.org"),
        ],
        prose,
    );
    let second = fields(
        &[
            ("主编", "{person}"),
            ("副主编", "{person} {person}"),
            ("执行主编", "{person}"),
            ("责任编辑", "{person} {person}"),
            ("校对", "{person}"),
            ("审核", "{person}"),
        ],
        prose,
    );
    let third = fields(
        &[
            ("报", "部领导"),
            ("送", "各省、自治区、直辖市科技厅（委、局），部机关各司局"),
            ("发", "各国家高新区管委会，各火炬特色产业基地"),
            ("共印", "1500份"),
        ],
        prose,
    );
    issue.colophon = vec![
        Imprint { organisation: publisher, fields: first },
        Imprint { organisation: None, fields: second },
        Imprint { organisation: None, fields: third },
    ];
}

fn fields(patterns: &[(&str, &str)], prose: &mut Prose) -> Vec<(String, String)> {
    patterns.iter().map(|(label, value)| ((*label).to_owned(), prose.write(value))).collect()
}
