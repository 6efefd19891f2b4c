//! What an issue of the archive holds: its date, and which articles of which sections, before it is set.

use torch_bulletin_tests::random::Random;

use crate::prose::{Article, Block, Kind, Prose, Variation};

/// What one issue holds, before it is set.
pub(crate) struct Plan {
    pub(crate) year: usize,
    pub(crate) number: usize,
    pub(crate) whole_number: usize,
    pub(crate) month: usize,
    pub(crate) day: usize,
    pub(crate) sections: Vec<Section>,
}

pub(crate) struct Section {
    pub(crate) name: &'static str,
    pub(crate) series: Option<&'static str>,
    pub(crate) articles: Vec<Signed>,
}

pub(crate) struct Signed {
    pub(crate) article: Article,
    /// The whole bracket.
    pub(crate) attribution: String,
    /// Whether it stands at the end of the last paragraph.
    pub(crate) inline: bool,
}

/// Section names with the series that may stand under them.
const SECTIONS: &[(&str, Option<&str>)] = &[
    ("火炬在行动", None),
    ("高新区之窗", Some("国家高新区“十三五”发展回眸")),
    ("统计分析", None),
    ("研究报告", None),
    ("科技金融", None),
    ("调研报告", None),
    ("高新区建设", Some("国家高新区十年成就巡礼")),
    ("深度观察", None),
    ("媒体聚焦", None),
    ("百年征程 火炬相传", Some("国家高新区发展回眸")),
];

const PEOPLE: &[&str] =
    &["孙立群", "周婉", "赵一鸣", "钱尔", "孙若溪", "聂广民", "汪洁", "席文渊", "鲍莉", "容华", "沈庭兰"];

/// Bytes of a whole issue, on average: 541 of them are 22 MB.
const BYTES: usize = 40_800;

/// The issue at `index` of the archive.
pub(crate) fn plan(prose: &Prose, index: usize, random: &mut Random) -> Plan {
    let year = 1995 + index / 18 % 30;
    let number = index % 18 + 1;
    let names = random.choose(SECTIONS, random_sections(index));
    let count = random.within(8, 14);
    let bases = random.choose(&prose.articles, count);
    // The head, the contents list and the imprints take their part, and each article ends over its measure.
    let wanted = BYTES * random.within(80, 120) / 100 - 4_800;
    let mut articles: Vec<_> =
        bases.into_iter().map(|base| article(prose, base, wanted / count, year, random)).collect();
    let mut sections: Vec<_> = names
        .into_iter()
        .map(|&(name, series)| Section {
            name,
            series: series.filter(|_| random.percent(70)),
            articles: articles.pop().into_iter().collect(),
        })
        .collect();
    while let Some(article) = articles.pop() {
        let section = random.below(sections.len());
        sections[section].articles.push(article);
    }
    let month = (number * 2 / 3).clamp(1, 12);
    Plan { year, number, whole_number: index + 1, month, day: random.within(1, 28), sections }
}

fn random_sections(index: usize) -> usize {
    3 + index % 3
}

/// An article with the skeleton of `base`, filled with other paragraphs up to `bytes`.
fn article(prose: &Prose, base: &Article, bytes: usize, year: usize, random: &mut Random) -> Signed {
    let variation = Variation::new(random, year);
    let vary = |text: &str, random: &mut Random| variation.apply(text, random);
    let mut blocks: Vec<Block> = Vec::new();
    for block in &base.blocks {
        let other = block.kind == Kind::Paragraph && random.percent(60);
        let text = if other { random.pick(&prose.paragraphs) } else { &block.text };
        blocks.push(Block { kind: block.kind, text: vary(text, random) });
    }
    let mut size: usize = blocks.iter().map(|block| block.text.len()).sum();
    let alone: Vec<usize> =
        (0..blocks.len()).filter(|&index| blocks[index].kind == Kind::Paragraph).collect();
    // More paragraphs only where one stands alone: between 一是 and 二是 they would be out of place.
    let mut more: Vec<Vec<Block>> = vec![Vec::new(); blocks.len()];
    while size < bytes && !alone.is_empty() {
        let text: &String = random.pick(&prose.paragraphs);
        let text = vary(text, random);
        size += text.len();
        more[*random.pick(&alone)].push(Block { kind: Kind::Paragraph, text });
    }
    let blocks = blocks.into_iter().zip(more).flat_map(|(block, more)| std::iter::once(block).chain(more));

    let mut attribution = format!("(供稿:{}", variation.zone(random));
    if random.percent(40) {
        let people = random.within(1, 4);
        for (index, person) in random.choose(PEOPLE, people).into_iter().enumerate() {
            attribution.push_str(if index == 0 { "管委会" } else { " " });
            attribution.push_str(person);
        }
    }
    attribution.push(')');
    Signed {
        article: Article {
            title: vary(&base.title, random),
            subtitle: base.subtitle.as_ref().map(|subtitle| vary(subtitle, random)),
            blocks: blocks.collect(),
        },
        attribution,
        inline: random.percent(15),
    }
}
