//! Small issues, one peculiarity each, and the outline that a careful reader would give them.

use torch_bulletin::model::{Article, Block, Bulletin, Issue};
use torch_bulletin::parse;

pub(super) const HEAD: &str =
    "火炬动态\n科技部火炬高技术产业开发中心\n2019年第3期(总第402期) 2019年3月31日\n";

/// A line a part: `= section`, `# title`, `h1`, `p`, `n`, `t` blocks, `@ label bodies / people`.
pub(super) fn outline(source: &str) -> Vec<String> {
    let parsed = parse(source);
    let bulletin = parsed.bulletin();
    let mut out = Vec::new();
    for section in &bulletin.sections {
        out.extend(section.name.iter().map(|name| format!("= {}", name.of(source))));
        section.articles.iter().for_each(|article| lines_of(article, source, &mut out));
    }
    out.extend(bulletin.unparsed.iter().map(|text| format!("? {}", text.of(source))));
    out
}

fn lines_of(article: &Article, source: &str, out: &mut Vec<String>) {
    out.extend(article.title.iter().map(|title| format!("# {}", title.of(source))));
    for block in &article.blocks {
        out.push(match block {
            Block::Heading { level, text, .. } => format!("h{level} {}", text.of(source)),
            Block::Paragraph { text, .. } => format!("p {}", text.of(source)),
            Block::Note { text } | Block::Caption { text } => format!("n {}", text.of(source)),
            Block::Table { rows } => format!("t {} rows", rows.len()),
        });
    }
    for it in &article.attributions {
        let names = |texts: &[torch_bulletin::Text]| {
            texts.iter().map(|text| text.of(source).into_owned()).collect::<Vec<_>>().join(" ")
        };
        let label = it.label.as_ref().map(|label| label.of(source)).unwrap_or_default();
        out.push(format!("@ {label} {} / {}", names(&it.organisations), names(&it.people)));
    }
}

#[test]
fn outlines() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "names and editors under a title are authors",
            "甲市举办活动\n甲市生产力促进中心 赵一鸣\n活动很成功，各方都满意。\n(供稿:甲市)\n乙市举办活动\n本刊编辑部\n活动很成功，各方都满意。\n(供稿:乙市)\n\
             丙市举办活动\n钱二元\n活动很成功，各方都满意。\n(供稿:丙市)\n丁市举办活动\n主要做法\n活动很成功，各方都满意。\n(供稿:丁市)\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方都满意。",
                "@  甲市生产力促进中心 / 赵一鸣",
                "@ 供稿 甲市 / ",
                "# 乙市举办活动",
                "p 活动很成功，各方都满意。",
                "@  本刊编辑部 / ",
                "@ 供稿 乙市 / ",
                "# 丙市举办活动",
                "p 活动很成功，各方都满意。",
                "@   / 钱二元",
                "@ 供稿 丙市 / ",
                "# 丁市举办活动",
                "h1 主要做法",
                "p 活动很成功，各方都满意。",
                "@ 供稿 丁市 / ",
            ],
        ),
        (
            "a section's name over one title is no list",
            "【要闻】\n甲市举办活动\n活动很成功，各方满意。\n(供稿:甲市)\n【交流】\n乙市举办活动\n成功，各方满意。\n(供稿:乙市)\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "@ 供稿 甲市 / ",
                "= 交流",
                "# 乙市举办活动",
                "p 成功，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "ornaments before titles of list and body",
            "本期要目\n● 甲市举办活动\n● 乙市举办活动\n● 甲市举办活动\n活动很成功，各方满意。\n(供稿:甲市)\n● 乙市举办活动\n成功，各方满意。\n(供稿:乙市)\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "@ 供稿 甲市 / ",
                "# 乙市举办活动",
                "p 成功，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "groups of the list under 一、 and 二、",
            "目录\n一、某某之窗\n甲市举办活动\n二、某某纵横\n乙市举办活动\n一、某某之窗\n甲市举办活动\n活动很成功，各方满意。\n(供稿:甲市)\n\
             二、某某纵横\n乙市举办活动\n成功，各方满意。\n(供稿:乙市)\n",
            &[
                "= 某某之窗",
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "@ 供稿 甲市 / ",
                "= 某某纵横",
                "# 乙市举办活动",
                "p 成功，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "what the editors say before the first title, references under the last",
            "编者按：今年的活动很多，本刊选登两篇。\n甲市举办活动\n活动很成功，各方满意。\n(供稿:甲市)\n参考文献\n[1] 赵一鸣. 活动[M]. 2017.\n\
             乙市举办活动\n成功，各方满意。\n(供稿:乙市)\n",
            &[
                "p 编者按：今年的活动很多，本刊选登两篇。",
                "# 甲市举办活动",
                "p 活动很成功，各方满意。",
                "h1 参考文献",
                "p [1] 赵一鸣. 活动[M]. 2017.",
                "@ 供稿 甲市 / ",
                "# 乙市举办活动",
                "p 成功，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "navigation of a page is no text",
            "甲市举办活动\n活动很成功，各方满意。\n(供稿:甲市)\n上一篇：乙市举办活动\n【打印本页】【关闭窗口】\n",
            &["# 甲市举办活动", "p 活动很成功，各方满意。", "@ 供稿 甲市 / "],
        ),
        (
            "a sentence at the edge of the next page goes on where paragraphs are indented",
            "甲市举办活动\n　　活动很成功，各方满意。\n\u{C}会后，各方合影并且交换了各自的意见。\n　　下午，各方参观了三个园区和六家企业。\n\u{C}　　晚上，各方返回各自的城市并商定来年再会。\n(供稿:甲市)\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功，各方满意。会后，各方合影并且交换了各自的意见。",
                "p 下午，各方参观了三个园区和六家企业。",
                "p 晚上，各方返回各自的城市并商定来年再会。",
                "@ 供稿 甲市 / ",
            ],
        ),
        (
            "names of sections beside entries of a list in another order than the body",
            "目录\n某某之窗 丙市开园\n甲市举办活动\n某某纵横 乙市举办活动\n某某之窗\n甲市举办活动\n活动很成功,各方满意。\n(供稿:甲市)\n\
             丙市开园\n成功,各方满意。\n(供稿:丙市)\n某某纵横\n乙市举办活动\n成功,各方满意。\n(供稿:乙市)\n",
            &[
                "= 某某之窗",
                "# 甲市举办活动",
                "p 活动很成功,各方满意。",
                "@ 供稿 甲市 / ",
                "# 丙市开园",
                "p 成功,各方满意。",
                "@ 供稿 丙市 / ",
                "= 某某纵横",
                "# 乙市举办活动",
                "p 成功,各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "an attribution wrapped over two lines",
            "甲市举办活动\n活动很成功。\n(供稿:甲市科学技术委员会、\n甲市高新区管理委员会)\n乙市举办活动\n成功。\n(供稿:乙市)\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功。",
                "@ 供稿 甲市科学技术委员会 甲市高新区管理委员会 / ",
                "# 乙市举办活动",
                "p 成功。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "a source under a table is a note, and its subhead no title",
            "甲市举办活动\n乙市举办活动\n\n甲市举办活动\n活动很成功。\n表1 指标\n园区  企业\n甲园  12\n（资料来源：统计局）\n主要做法\n做法很好。\n（供稿：甲市）\n乙市举办活动\n成功。\n（供稿：乙市）\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功。",
                "n 表1 指标",
                "t 2 rows",
                "n （资料来源：统计局）",
                "h1 主要做法",
                "p 做法很好。",
                "@ 供稿 甲市 / ",
                "# 乙市举办活动",
                "p 成功。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "an author under the title does not end the article",
            "甲市举办活动\n（作者：赵一鸣，作者单位：某某大学）\n主要做法\n做法很好。\n（供稿：甲市）\n",
            &["# 甲市举办活动", "h1 主要做法", "p 做法很好。", "@ 作者 某某大学 / 赵一鸣", "@ 供稿 甲市 / "],
        ),
        (
            "two labelled lines are attributions, not a title",
            "甲市举办活动\n活动很成功。\n供稿：甲市高新区\n审核：赵一鸣\n乙市举办活动\n成功。\n供稿：乙市高新区\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功。",
                "@ 供稿 甲市高新区 / ",
                "@ 审核  / 赵一鸣",
                "# 乙市举办活动",
                "p 成功。",
                "@ 供稿 乙市高新区 / ",
            ],
        ),
        (
            "a reworded title without an attribution before it",
            "甲市召开启动会\n乙市召开会议暨推进会\n\n甲市召开启动会\n会议很成功。\n乙市召开会议及推进会\n会议成功。\n",
            &["# 甲市召开启动会", "p 会议很成功。", "# 乙市召开会议及推进会", "p 会议成功。"],
        ),
        (
            "section names in brackets without a contents list",
            "【园区动态】\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n【经验交流】\n乙市举办活动\n成功。\n(供稿:乙市)\n",
            &[
                "= 园区动态",
                "# 甲市举办活动",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "= 经验交流",
                "# 乙市举办活动",
                "p 成功。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "an attribution with a stop after its bracket",
            "甲市举办活动\n活动很成功。\n（供稿﹕甲市）。\n乙市举办活动\n成功。\n（乙市科技局供稿）\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "# 乙市举办活动",
                "p 成功。",
                "@ 供稿 乙市科技局 / ",
            ],
        ),
        (
            "a paragraph cut inside a title mark, before any comma",
            "甲市举办活动\n甲市近日印发《甲市高新区\n\n建设方案》,活动很成功。\n(供稿:甲市)\n",
            &["# 甲市举办活动", "p 甲市近日印发《甲市高新区建设方案》,活动很成功。", "@ 供稿 甲市 / "],
        ),
        (
            "a subhead like a title that stands elsewhere is a subhead",
            "甲市召开启动大会\n乙市高新区召开推进会\n丙市举办活动\n\n甲市召开启动大会\n会议成功。\n乙市高新区召开推进会议\n很好。\n(供稿:甲市)\n\
             丙市举办活动\n成功。\n(供稿:丙市)\n乙市高新区召开推进会\n成功。\n(供稿:乙市)\n",
            &[
                "# 甲市召开启动大会",
                "p 会议成功。",
                "h1 乙市高新区召开推进会议",
                "p 很好。",
                "@ 供稿 甲市 / ",
                "# 丙市举办活动",
                "p 成功。",
                "@ 供稿 丙市 / ",
                "# 乙市高新区召开推进会",
                "p 成功。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "no list and no attributions: indents part titles from subheads",
            "甲市举办活动\n　　活动办得很成功,来了很多企业和园区。\n　　来的企业说,这样的活动应当多办。\n　　主要做法\n　　做法很好,各地园区都来学习交流。\n乙市开园\n　　成功开园,第一批企业已经入驻园区。\n",
            &[
                "# 甲市举办活动",
                "p 活动办得很成功,来了很多企业和园区。",
                "p 来的企业说,这样的活动应当多办。",
                "h1 主要做法",
                "p 做法很好,各地园区都来学习交流。",
                "# 乙市开园",
                "p 成功开园,第一批企业已经入驻园区。",
            ],
        ),
        (
            "a section name no lexicon knows, over a title",
            "园中故事\n甲市高新区举办春季活动\n活动很成功。\n(供稿:甲市)\n数说园区\n乙市高新区建成新园区\n成功。\n(本刊讯)\n",
            &[
                "= 园中故事",
                "# 甲市高新区举办春季活动",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "= 数说园区",
                "# 乙市高新区建成新园区",
                "p 成功。",
                "@ 本刊讯  / ",
            ],
        ),
        (
            "a label without brackets beside an entry",
            "目录\n园中故事 甲市举办活动\n乙市开园\n工作交流 丙市举办活动\n\n园中故事\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n\
             乙市开园\n成功。\n(供稿:乙市)\n工作交流\n丙市举办活动\n成功。\n(供稿:丙市)\n",
            &[
                "= 园中故事",
                "# 甲市举办活动",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "# 乙市开园",
                "p 成功。",
                "@ 供稿 乙市 / ",
                "= 工作交流",
                "# 丙市举办活动",
                "p 成功。",
                "@ 供稿 丙市 / ",
            ],
        ),
        (
            "a section name before the title on its line",
            "【要闻】甲市举办活动\n活动很成功。\n[供稿:甲市]\n【要闻】乙市开园\n成功。\n——摘自《某某日报》\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "# 乙市开园",
                "p 成功。",
                "@ 摘自 某某日报 / ",
            ],
        ),
        (
            "a section's one article may have the section's name",
            "目录\n【园区风采】\n园区风采\n【简讯】\n甲市举办活动\n\n园区风采\n园区风采\n园区各有特色。\n简讯\n甲市举办活动\n活动很成功。\n",
            &["= 园区风采", "# 园区风采", "p 园区各有特色。", "= 简讯", "# 甲市举办活动", "p 活动很成功。"],
        ),
        (
            "and so may that of the last section",
            "目录\n【简讯】\n甲市举办活动\n【园区风采】\n园区风采\n\n简讯\n甲市举办活动\n活动很成功。\n园区风采\n园区风采\n园区各有特色。\n",
            &["= 简讯", "# 甲市举办活动", "p 活动很成功。", "= 园区风采", "# 园区风采", "p 园区各有特色。"],
        ),
        (
            "references begin blocks",
            "甲市研究报告\n报告很好。\n参考文献\n[1] 赵一. 论园区\n[2] 钱二. 论创新\n(供稿:甲市)\n",
            &[
                "# 甲市研究报告",
                "p 报告很好。",
                "h1 参考文献",
                "p [1] 赵一. 论园区",
                "p [2] 钱二. 论创新",
                "@ 供稿 甲市 / ",
            ],
        ),
        (
            "no list, no attributions, a paragraph an article: blank lines stand before titles only",
            "\n甲市举办活动\n活动办得很成功。\n\n乙市开园\n成功开园。\n\n丙市设立基金\n基金设立。\n",
            &[
                "# 甲市举办活动",
                "p 活动办得很成功。",
                "# 乙市开园",
                "p 成功开园。",
                "# 丙市设立基金",
                "p 基金设立。",
            ],
        ),
        (
            "no list, no attributions, short paragraphs indented",
            "要闻\n甲市举办活动\n　　活动很成功。\n　　一、主要做法\n　　做法很好。\n乙市开园\n　　成功开园。\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 活动很成功。",
                "h1 一、主要做法",
                "p 做法很好。",
                "# 乙市开园",
                "p 成功开园。",
            ],
        ),
        (
            "flush text with names of sections: reports begin with a day, or say their title again",
            "【要闻】\n甲市举办活动\n5月3日，活动在甲市举办。\n活动分两场。\n主要做法\n做法很好。\n乙市高新区开园\n乙市高新区今天开园。\n\
             【交流】\n园区怎么办\n园区要服务。\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 5月3日，活动在甲市举办。",
                "p 活动分两场。",
                "h1 主要做法",
                "p 做法很好。",
                "# 乙市高新区开园",
                "p 乙市高新区今天开园。",
                "= 交流",
                "# 园区怎么办",
                "p 园区要服务。",
            ],
        ),
        (
            "titles set in deep over flush paragraphs, subheads less deep",
            "                要闻\n            甲市举办活动\n活动很成功。\n        主要做法\n做法很好。\n            乙市高新区开园\n成功开园。\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 活动很成功。",
                "h1 主要做法",
                "p 做法很好。",
                "# 乙市高新区开园",
                "p 成功开园。",
            ],
        ),
        (
            "titles with numbers, and with a sign",
            "简讯\n1．甲市举办活动\n活动很成功。\n各方满意。\n2．乙市开园\n成功开园。\n",
            &["= 简讯", "# 甲市举办活动", "p 活动很成功。", "p 各方满意。", "# 乙市开园", "p 成功开园。"],
        ),
        (
            "titles with a sign",
            "● 甲市举办活动\n活动很成功。\n各方满意。\n● 乙市开园\n成功开园。\n",
            &["# 甲市举办活动", "p 活动很成功。", "p 各方满意。", "# 乙市开园", "p 成功开园。"],
        ),
        (
            "a title in brackets; text right under a section's name is an article without a title",
            "〔甲市举办春季招商活动〕\n活动很成功。\n〔乙市高新区新园区开园〕\n成功开园。\n【简讯】\n丙市设立基金一只。\n",
            &[
                "# 甲市举办春季招商活动",
                "p 活动很成功。",
                "# 乙市高新区新园区开园",
                "p 成功开园。",
                "= 简讯",
                "p 丙市设立基金一只。",
            ],
        ),
        (
            "sections with numbers and without a list",
            "一、要闻\n甲市举办活动\n5月3日，活动在甲市举办。\n二、经验交流\n乙市高新区开园\n5月4日，园区开园。\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 5月3日，活动在甲市举办。",
                "= 经验交流",
                "# 乙市高新区开园",
                "p 5月4日，园区开园。",
            ],
        ),
        (
            "an annex with its table under an attribution",
            "甲市举办活动\n活动很成功。\n(供稿:甲市)\n附表：\n表1 名单\n姓名  单位\n赵一  甲市\n乙市开园\n成功。\n(供稿:乙市)\n",
            &[
                "# 甲市举办活动",
                "p 活动很成功。",
                "h1 附表：",
                "n 表1 名单",
                "t 2 rows",
                "@ 供稿 甲市 / ",
                "# 乙市开园",
                "p 成功。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "rows of numbers under a title are no list",
            "甲市园区主要指标\n指标 前年 去年\n收入 100 120\n利润 10 12\n数据为快报数。\n",
            &["# 甲市园区主要指标", "t 3 rows", "p 数据为快报数。"],
        ),
        (
            "two articles of one title",
            "目录\n【要闻】\n园区简讯\n【交流】\n园区简讯\n\n【要闻】\n园区简讯\n活动很成功。\n(供稿:甲市)\n【交流】\n园区简讯\n开园成功。\n(供稿:乙市)\n",
            &[
                "= 要闻",
                "# 园区简讯",
                "p 活动很成功。",
                "@ 供稿 甲市 / ",
                "= 交流",
                "# 园区简讯",
                "p 开园成功。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "the name of the section and the title as running heads, each once",
            "【要闻】\n甲市举办活动\n【交流】\n乙市开园\n\n要闻\n甲市举办活动\n活动很成功，各方\n\u{C}要闻\n都满意。\n(供稿:甲市)\n交流\n乙市开园\n乙市园区开园成功，\n\
             乙市开园    3\n\u{C}各方满意。\n(供稿:乙市)\n",
            &[
                "= 要闻",
                "# 甲市举办活动",
                "p 活动很成功，各方都满意。",
                "@ 供稿 甲市 / ",
                "= 交流",
                "# 乙市开园",
                "p 乙市园区开园成功，各方满意。",
                "@ 供稿 乙市 / ",
            ],
        ),
        (
            "the issue and the name as running heads, each once; numbers set upright",
            "甲市举办活动\n活动办了三天。\n各方都来了。\n活动很成功，各方\n2\n2019年第3期\n都满意。\n(供稿:甲市)\n乙市开园\n乙市园区开园成功，\n火炬动态\n\u{C}各方满意，\n第\n4\n页\n都高兴。\n(供稿:乙市)\n",
            &[
                "# 甲市举办活动",
                "p 活动办了三天。",
                "p 各方都来了。",
                "p 活动很成功，各方都满意。",
                "@ 供稿 甲市 / ",
                "# 乙市开园",
                "p 乙市园区开园成功，各方满意，都高兴。",
                "@ 供稿 乙市 / ",
            ],
        ),
    ];
    for (name, body, expected) in cases {
        assert_eq!(outline(&format!("{HEAD}{body}")), *expected, "{name}");
    }
}

/// The issue of a masthead, as `year number whole kind date`.
fn issue(masthead: &str) -> String {
    let source = format!("{masthead}\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n");
    let parsed = parse(&source);
    let bulletin: &Bulletin = parsed.bulletin();
    assert_eq!(bulletin.articles().count(), 1, "{masthead}");
    assert!(bulletin.unparsed.is_empty(), "{masthead}: {:?}", bulletin.unparsed);
    let Some(Issue { year, number, whole_number, kind, span: _ }) = &bulletin.masthead.issue else {
        return "none".to_owned();
    };
    let number = number.map_or("-".to_owned(), |it| format!("{}-{}", it.first, it.last));
    let whole = whole_number.map_or("-".to_owned(), |it| it.first.to_string());
    let date = bulletin.masthead.date.as_ref().map_or("-".to_owned(), |it| it.value());
    format!("{} {number} {whole} {kind} {date}", year.unwrap_or(0))
}

#[test]
fn mastheads() {
    for (masthead, expected) in [
        ("火炬动态\n第6期\n国家科委火炬中心编 一九九八年六月二十日", "1998 6-6 - regular 1998-06-20"),
        ("火炬动态\n第6期\n国家科委火炬中心编 １９９８年６月２０日", "1998 6-6 - regular 1998-06-20"),
        ("火炬动态\n增刊\n2014年第2期(总第390期)\n2014年3月1日", "2014 2-2 390 supplement 2014-03-01"),
        ("火炬动态（特刊）\n2012年8月1日", "2012 - - special 2012-08-01"),
        (
            "火 炬 动 态\n2 0 2 2 年 第 1 2 期 （总 第 5 4 1 期） 2 0 2 2 年 7 月 3 1 日",
            "2022 12-12 541 regular 2022-07-31",
        ),
        ("火炬动态 2009年第1-2期合刊（总第301-302期）\n2009年2月28日", "2009 1-2 301 regular 2009-02-28"),
        ("内部资料 注意保存\n火炬动态\n〔2022〕第5期（总第77期）\n2022年5月", "2022 5-5 77 regular 2022-05"),
    ] {
        assert_eq!(issue(masthead), expected, "{masthead}");
    }
}

#[test]
fn second_issues_are_seen() {
    let issue = |line: &str| format!("火炬动态\n{line}\n甲市举办活动\n活动很成功。\n(供稿:甲市)\n");
    let first = issue("2022年第12期(总第541期) 2022年7月31日");
    for second in [
        issue("2023年第12期(总第565期) 2023年7月31日"),
        issue("2022年第13期 2022年8月15日"),
        first.clone(),
        first.replace("火炬动态\n2022年第12期(总第541期)", "火炬动态 2022年第13期(总第542期)"),
        format!("科技部火炬高技术产业开发中心\n{}", issue("2022年第13期 2022年8月15日")),
    ] {
        let source = format!("{first}{second}");
        let parsed = parse(&source);
        let report = parsed.report();
        let found: Vec<_> = report.of(torch_bulletin::Code::SeveralIssues).collect();
        assert_eq!(found.len(), 1, "{second}");
        assert_eq!(found[0].span.map(|span| span.start() as usize), Some(first.len()), "{second}");
        assert_eq!(parsed.bulletin().articles().count(), 1, "{second}");
    }
}

#[test]
fn subtitles_with_brackets_and_in_the_list() {
    let body = "活动很成功，各方满意。\n(供稿:甲市)\n乙市举办活动\n成功。\n(供稿:乙市)\n";
    for (list, subtitle) in [
        ("", "——在甲市会议上的讲话（摘要）"),
        ("目录\n甲市创新发展——甲市十年\n乙市举办活动\n\n", "——甲市十年"),
        ("目录\n甲市创新发展\n乙市举办活动\n\n", "——甲市十年"),
        ("目录\n甲市创新发展\n——甲市十年\n乙市举办活动\n\n", "——甲市十年"),
    ] {
        let source = format!("{HEAD}{list}甲市创新发展\n{subtitle}\n{body}");
        let parsed = parse(&source);
        let article = parsed.bulletin().articles().next().unwrap();
        let of = |text: &Option<torch_bulletin::Text>| text.as_ref().unwrap().of(&source).into_owned();
        assert_eq!(
            (of(&article.title), of(&article.subtitle)),
            ("甲市创新发展".to_owned(), subtitle[6..].to_owned())
        );
        assert!(parsed.report().diagnostics().is_empty(), "{list}: {:?}", parsed.report().diagnostics());
    }
}
