//! Attributions, in brackets and without.

use torch_bulletin::{Text, parse};

use super::{HEAD, each, two};

/// Bodies and people of the first of two articles that an attribution closes, on a line of its own and at a paragraph's end.
fn attribution(form: &str) -> (String, String) {
    let mut found = Vec::new();
    for before in ["\n", ""] {
        if before.is_empty() && !form.starts_with(['(', '（', '[', '〔']) {
            continue;
        }
        let source = two(HEAD).replace("\n(供稿:甲市科技局)", &format!("{before}{form}"));
        let parsed = parse(&source);
        let bulletin = parsed.bulletin();
        let article = bulletin.articles().next().unwrap();
        let names = |names: Vec<&Text>| names.iter().map(|it| it.of(&source)).collect::<Vec<_>>().join(" ");
        found.push(format!(
            "{}; {}; {} of {} blocks",
            names(article.attributions.iter().flat_map(|it| &it.organisations).collect()),
            names(article.attributions.iter().flat_map(|it| &it.people).collect()),
            bulletin.articles().count(),
            article.blocks.len(),
        ));
    }
    found.dedup();
    (found.join(" or "), String::new())
}

#[test]
fn attributions() {
    let rows = [
        ("(供稿:甲市科技局)", "甲市科技局; "),
        ("（甲市科技局 供稿）", "甲市科技局; "),
        ("(甲市科技局供稿)", "甲市科技局; "),
        ("供稿：甲市科技局　审核：赵一鸣", "甲市科技局; 赵一鸣"),
        ("供稿：甲市科技局 初审：赵一鸣 复审：钱二 审核：孙三元", "甲市科技局; 赵一鸣 钱二 孙三元"),
        ("供稿：甲市科技局/摄影：赵一鸣/审核：钱二元", "甲市科技局; 赵一鸣 钱二元"),
        ("(本刊讯)", "; "),
        ("(编译自:某国科技网)", "某国科技网; "),
        ("来源：甲市日报 2022-07-22 作者：赵一鸣", "甲市日报; 赵一鸣"),
        ("发布时间：2022-07-22 | 来源：甲市日报 | 作者：赵一鸣", "甲市日报; 赵一鸣"),
        ("文/赵一鸣", "; 赵一鸣"),
        ("（作者：赵一鸣，作者单位：甲市科技局）", "甲市科技局; 赵一鸣"),
        ("作者单位：甲市科技局", "甲市科技局; "),
        ("(本刊记者 赵一鸣)", "; 赵一鸣"),
        ("（记者 赵一鸣 通讯员 钱二元）", "; 赵一鸣 钱二元"),
        ("（摘自《甲市日报》）", "甲市日报; "),
        ("转载自甲市日报", "甲市日报; "),
        ("（据《甲市日报》报道）", "甲市日报; "),
        ("——摘自《甲市日报》", "甲市日报; "),
        ("——供稿：甲市科技局", "甲市科技局; "),
        ("(供稿:甲市科技局赵一鸣 钱二元)", "甲市科技局; 赵一鸣 钱二元"),
        ("(供稿:甲市科技局 王　茜)", "甲市科技局; 王　茜"),
        ("〔供稿：甲市科技局〕", "甲市科技局; "),
        ("（责任编辑：赵一鸣）", "; 赵一鸣"),
        ("（供稿：甲市科技局  核稿：赵一鸣）", "甲市科技局; 赵一鸣"),
        ("[甲市科技局供稿]", "甲市科技局; "),
        ("供稿 甲市科技局", "甲市科技局; "),
        ("——甲市科技局供稿", "甲市科技局; "),
        ("供稿：甲市科技局（赵一鸣）", "甲市科技局; 赵一鸣"),
        ("供稿单位：甲市科技局  联系人：赵一鸣", "甲市科技局; 赵一鸣"),
        ("（供稿：甲市科技局）（编辑：赵一鸣）", "甲市科技局; 赵一鸣"),
        ("本刊记者 赵一鸣", "; 赵一鸣"),
        ("（本报记者 赵一鸣）", "; 赵一鸣"),
        ("据《甲市日报》报道", "甲市日报; "),
        ("据《甲市日报》3月6日报道", "甲市日报; "),
        ("（据甲市政府网站）", "甲市政府网站; "),
        ("(摘自《甲市日报》2019年3月6日)", "甲市日报; "),
        ("（新华社记者 赵一鸣）", "新华社; 赵一鸣"),
        ("（新华社北京3月6日电 记者赵一鸣）", "新华社; 赵一鸣"),
        ("（《甲市日报》记者赵一鸣、钱二元）", "甲市日报; 赵一鸣 钱二元"),
        ("（本刊讯 记者 赵一鸣）", "; 赵一鸣"),
        ("本报讯（记者 赵一鸣）", "; 赵一鸣"),
        ("（综合新华社、《甲市日报》报道）", "新华社 甲市日报; "),
        ("（据新华社北京电）", "新华社; "),
        ("（本刊综合整理）", "; "),
        ("（甲市科技局 作者：赵一鸣 钱二元）", "甲市科技局; 赵一鸣 钱二元"),
        ("（甲市科技局调研组；执笔：赵一鸣）", "甲市科技局调研组; 赵一鸣"),
        ("（作者系甲市大学管理学院教授）", "甲市大学管理学院; "),
        ("（作者赵一鸣系甲市科技局副局长）", "甲市科技局; 赵一鸣"),
        ("作者：赵一鸣（作者系甲市大学教授）", "甲市大学; 赵一鸣"),
        ("（甲市科技局 供稿 赵一鸣 整理）", "甲市科技局; 赵一鸣"),
        ("（文/赵一鸣 图/钱二元）", "; 赵一鸣 钱二元"),
        ("（撰文 赵一鸣 摄影 钱二元）", "; 赵一鸣 钱二元"),
        ("（赵一鸣编译自《自然》2015年3月）", "自然; 赵一鸣"),
        ("（审核：赵一鸣 编辑：钱二元）", "; 赵一鸣 钱二元"),
        ("（课题组组长：赵一鸣 成员：钱二元、孙三）", "; 赵一鸣 钱二元 孙三"),
        ("（图片由甲市科技局提供）", "甲市科技局; "),
        ("甲市科技局供稿", "甲市科技局; "),
        ("赵一鸣整理", "; 赵一鸣"),
        ("文 | 赵一鸣", "; 赵一鸣"),
        ("来源：甲市日报", "甲市日报; "),
    ];
    let rows = rows.map(|(row, names)| (row, format!("{names}; 2 of 1 blocks")));
    let rows: Vec<(&str, &str)> = rows.iter().map(|(row, names)| (*row, &**names)).collect();
    each(&rows, attribution);
}

/// What only a line of its own tells: at a paragraph's end the same bracket is an aside.
#[test]
fn names_alone_in_brackets() {
    let rows = [
        ("（甲市科技局）", "甲市科技局; "),
        ("（综合处）", "综合处; "),
        ("〔供稿〕甲市科技局", "甲市科技局; "),
        ("（甲市高新区管委会　赵一鸣　钱二元）", "甲市高新区管委会; 赵一鸣 钱二元"),
        ("（赵一鸣）", "; 赵一鸣"),
        ("（《甲市科技》2019年第4期）", "甲市科技; "),
        ("（甲市科技局：赵一鸣）", "甲市科技局; 赵一鸣"),
        ("（甲市科技局推荐）", "甲市科技局; "),
        ("（甲市日报客户端）", "甲市日报客户端; "),
    ];
    for (row, names) in rows {
        let (found, _) = attribution(row);
        let own = format!("{names}; 2 of 1 blocks");
        assert!(found.starts_with(&own) && found != own, "{row}: {found}");
    }
    for row in ["（高新区）", "（掌声）", "（据统计）", "（2019年）"] {
        // No attribution: the article goes on to that of the next.
        assert!(attribution(row).0.starts_with("乙市科技局; ; 1 of "), "{row}");
    }
}
