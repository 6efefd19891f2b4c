//! The prose of the specimens, taken apart, and put together again with other zones, cities and figures.

use serde_json::Value;
use torch_bulletin_tests::corpus;

use torch_bulletin_tests::random::Random;

/// What the specimens give to write new articles from.
pub(crate) struct Prose {
    pub(crate) articles: Vec<Article>,
    /// Paragraphs that stand alone: no enumerator orders them.
    pub(crate) paragraphs: Vec<String>,
}

#[derive(Clone)]
pub(crate) struct Article {
    pub(crate) title: String,
    pub(crate) subtitle: Option<String>,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Clone)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    pub(crate) text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading,
    /// A paragraph that an enumerator opens, and that has its place among others.
    Marked,
    Paragraph,
}

impl Prose {
    /// Reads the prose from what was written by hand about each specimen, so that no parser has a say in it.
    ///
    /// # Panics
    /// Where the corpus has no prose.
    pub(crate) fn of_specimens() -> Self {
        let mut articles = Vec::new();
        for issue in corpus::issues() {
            let structure = issue.file("structure.json").expect("a specimen has a structure.json");
            let structure: Value = serde_json::from_str(&structure).expect("structure.json is JSON");
            let sections = structure["sections"].as_array().into_iter().flatten();
            articles.extend(sections.flat_map(|it| it["articles"].as_array()).flatten().map(article));
        }
        let alone = |block: &&Block| block.kind == Kind::Paragraph;
        let paragraphs: Vec<_> =
            articles.iter().flat_map(|it| &it.blocks).filter(alone).map(|it| it.text.clone()).collect();
        assert!(articles.len() > 20 && paragraphs.len() > 60, "the corpus has too little prose");
        Self { articles, paragraphs }
    }
}

fn article(it: &Value) -> Article {
    Article {
        title: text(&it["title"]).unwrap_or_default(),
        subtitle: text(&it["subtitle"]),
        blocks: it["blocks"].as_array().into_iter().flatten().filter_map(block).collect(),
    }
}

fn block(it: &Value) -> Option<Block> {
    let (marker, words) = (text(&it["marker"]), text(&it["text"])?);
    match it["type"].as_str()? {
        "heading" => {
            Some(Block { kind: Kind::Heading, text: format!("{}{words}", marker.unwrap_or_default()) })
        }
        "paragraph" => {
            let kind = if marker.is_some() { Kind::Marked } else { Kind::Paragraph };
            Some(Block { kind, text: words })
        }
        // Tables and their captions have columns, which do not survive a new measure.
        _ => None,
    }
}

/// The words with the narrow punctuation of the 2021-09 specimen.
fn text(it: &Value) -> Option<String> {
    let narrow = |c| match c {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        _ => c,
    };
    Some(it.as_str()?.chars().map(narrow).collect())
}

/// Zones that the specimens name, and others to put in their place.
const ZONES: &[&str] = &[
    "合肥",
    "潍坊",
    "绵阳",
    "常州",
    "厦门火炬",
    "宁波",
    "绍兴",
    "西安",
    "株洲",
    "武汉东湖",
    "长沙",
    "哈尔滨",
    "昆山",
    "许昌",
    "东莞松山湖",
    "成都",
    "无锡",
    "宜昌",
    "大连",
    "贵阳",
    "襄阳",
    "咸宁",
    "孝感",
    "荆门",
    "随州",
    "宿迁",
    "徐州",
    "苏州",
    "江阴",
    "泰州",
    "盐城",
    "淮安",
    "南通",
    "连云港",
    "青岛",
    "济南",
    "威海",
    "烟台",
    "临沂",
    "泰安",
    "枣庄",
    "德州",
    "莱芜",
    "郑州",
    "洛阳",
    "南阳",
    "安阳",
    "新乡",
    "平顶山",
    "焦作",
    "长春",
    "吉林",
    "延吉",
    "沈阳",
    "鞍山",
    "营口",
    "辽阳",
    "本溪",
    "阜新",
    "锦州",
    "大庆",
    "齐齐哈尔",
    "包头",
    "呼和浩特",
    "太原",
    "长治",
    "石家庄",
    "保定",
    "唐山",
    "燕郊",
    "承德",
    "兰州",
    "白银",
    "西宁",
    "银川",
    "石嘴山",
    "乌鲁木齐",
    "昌吉",
    "宝鸡",
    "渭南",
    "咸阳",
    "榆林",
    "安康",
    "重庆",
    "璧山",
    "永川",
    "荣昌",
    "自贡",
    "乐山",
    "泸州",
    "攀枝花",
    "德阳",
    "内江",
    "昆明",
    "玉溪",
    "楚雄",
    "南宁",
    "桂林",
    "柳州",
    "北海",
    "海口",
    "广州",
    "深圳",
    "珠海",
    "佛山",
    "中山",
    "惠州",
    "江门",
    "肇庆",
    "清远",
    "汕头",
];

/// Replaces zones, cities after 在 and figures: each name by one other name throughout, each figure by
/// another with as many digits. Single digits stay, for they count what follows (`3点要求`).
pub(crate) struct Variation {
    names: Vec<(&'static str, &'static str)>,
    year: usize,
}

impl Variation {
    pub(crate) fn new(random: &mut Random, year: usize) -> Self {
        let mut names: Vec<_> =
            ZONES.iter().copied().zip(random.choose(ZONES, ZONES.len()).into_iter().copied()).collect();
        // The longer name is asked first.
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { names, year }
    }

    /// One zone, by its whole name.
    pub(crate) fn zone(&self, random: &mut Random) -> String {
        format!("{}高新区", random.pick(&self.names).1)
    }

    pub(crate) fn apply(&self, text: &str, random: &mut Random) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_digit() {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let (digits, after) = rest.split_at(end);
                self.figure(digits, after, random, &mut out);
                rest = after;
                continue;
            }
            let named = |name: &str| {
                let after = rest.strip_prefix(name)?;
                (after.starts_with("高新区") || out.ends_with('在')).then_some(after)
            };
            let found = self.names.iter().find_map(|(name, other)| Some((*other, named(name)?)));
            if let Some((other, after)) = found {
                out.push_str(other);
                rest = after;
            } else {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        out
    }

    fn figure(&self, digits: &str, after: &str, random: &mut Random, out: &mut String) {
        let written = match digits.len() {
            1 => digits.to_owned(),
            _ if after.starts_with('月') => random.within(1, 12).to_string(),
            _ if after.starts_with('日') => random.within(1, 28).to_string(),
            4 if digits.starts_with("20") || digits.starts_with("19") => {
                (self.year - random.below(3)).to_string()
            }
            length => {
                let digit = |index| if index == 0 { random.within(1, 9) } else { random.below(10) };
                (0..length).map(digit).map(|it| char::from(b'0' + it as u8)).collect()
            }
        };
        out.push_str(&written);
    }
}
