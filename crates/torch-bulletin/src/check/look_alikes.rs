//! Does a word stand there that optical recognition takes for another, as 深人 for 深入?

use super::traces::{Found, Trace};
use crate::Span;
use crate::report::{Code, Diagnostic, Sink};

/// A word as it is misread. Each of 深人, 收人 … also arises where two words meet (资深人士, 招收人员), so that one counts only
/// beside words that it goes with.
#[derive(Debug)]
pub(super) struct LookAlike {
    pub(super) printed: &'static str,
    meant: &'static str,
    /// What stands before it where it is as meant.
    after: &'static [&'static str],
    /// What stands behind it there.
    before: &'static [&'static str],
}

const fn word(
    printed: &'static str,
    meant: &'static str,
    after: &'static [&'static str],
    before: &'static [&'static str],
) -> LookAlike {
    LookAlike { printed, meant, after, before }
}

/// 人 for 入, and addresses that have lost a letter, both seen in a recognised newsletter.
pub(super) const LOOK_ALIKES: [LookAlike; 8] = [
    word(
        "深人",
        "深入",
        &["不断", "持续", "更加", "进一步"],
        &[
            "推进", "开展", "实施", "贯彻", "研究", "学习", "交流", "了解", "落实", "基层", "企业", "一线",
            "调研",
        ],
    ),
    word(
        "投人",
        "投入",
        &["研发", "经费", "资金", "科技", "加大", "累计", "财政"],
        &["使用", "运营", "运行", "生产", "资金", "建设", "强度", "经费"],
    ),
    word("收人", "收入", &["营业", "总", "业务", "销售", "财政", "产品", "人均", "税"], &[]),
    word("进人", "进入", &[], &["园区", "市场", "新阶段", "全国", "快车道", "世界", "前列", "高新区"]),
    word("加人", "加入", &[], &["世贸", "联盟", "协会", "该", "世界"]),
    word("纳人", "纳入", &[], &["国家", "规划", "全国", "计划", "预算", "统计", "名单", "管理", "范围"]),
    word("htps:", "https:", &[], &["//"]),
    word("htp:", "http:", &[], &["//"]),
];

pub(super) fn check(source: &str, traces: &[Found], sink: &mut Sink) {
    for &(at, printed, trace) in traces {
        let Trace::LookAlike(LookAlike { meant, after, before, .. }) = trace else { continue };
        let end = at + printed.len();
        let goes_with = after.iter().any(|word| source[..at].ends_with(word))
            || before.iter().any(|word| source[end..].starts_with(word));
        if goes_with {
            sink.push(
                Diagnostic::new(
                    Code::LookAlikeCharacters,
                    Span::at(at, end),
                    format!("“{printed}” is likely “{meant}”"),
                )
                .with_help("optical recognition takes one for the other; the text keeps what stands there"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LOOK_ALIKES, LookAlike};
    use crate::report::Code;

    fn told(source: &str) -> Vec<String> {
        let report = crate::parse(source).report();
        report.of(Code::LookAlikeCharacters).map(|it| it.message.clone()).collect()
    }

    #[test]
    fn a_word_counts_beside_those_that_it_goes_with() {
        let meant = ["深入", "投入", "收入", "进入", "加入", "纳入", "https:", "http:"];
        assert_eq!(LOOK_ALIKES.map(|it| it.meant), meant);
        for LookAlike { printed, meant, after, before } in &LOOK_ALIKES {
            let message = format!("“{printed}” is likely “{meant}”");
            for word in *after {
                assert_eq!(told(&format!("园区{word}{printed}了。")), [message.as_str()], "{word}{printed}");
            }
            for word in *before {
                assert_eq!(told(&format!("园区{printed}{word}了。")), [message.as_str()], "{printed}{word}");
            }
        }
        for text in ["资深人士", "招收人员", "投人所好", "引进人才", "增加人手", "接纳人员", "http://a.cn"]
        {
            assert_eq!(told(&format!("园区{text}。")), [""; 0], "{text}");
        }
    }
}
