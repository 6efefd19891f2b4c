//! Prose for invented issues: sentences of a newsletter's kind, with people, bodies and figures drawn by a seed.
//!
//! Another seed gives other prose throughout, so that no rule of the parser can lean on the words of one run.

use crate::random::Random;

/// Writes sentences, titles and names.
#[derive(Clone, Debug)]
pub(crate) struct Prose {
    random: Random,
    year: u16,
}

impl Prose {
    /// Prose of a year; the same seed and name give the same prose.
    pub(crate) fn new(seed: u64, name: &str, year: u16) -> Self {
        Self { random: Random::named(seed, name), year }
    }

    /// The source of chance, for decisions beside the words.
    pub(crate) fn random(&mut self) -> &mut Random {
        &mut self.random
    }

    /// The name of a zone.
    pub(crate) fn zone(&mut self) -> String {
        format!("{}高新区", self.random.pick(CITIES))
    }

    /// A body that can sign an article.
    pub(crate) fn body(&mut self) -> String {
        let pattern = *self.random.pick(BODIES);
        self.write(pattern)
    }

    /// A person's name of two or three characters.
    pub(crate) fn person(&mut self) -> String {
        let surname = self.random.pick(SURNAMES);
        let second = if self.random.percent(60) { *self.random.pick(GIVEN) } else { "" };
        format!("{surname}{}{second}", self.random.pick(GIVEN))
    }

    /// So many people, all different.
    pub(crate) fn people(&mut self, count: usize) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        while out.len() < count {
            let person = self.person();
            if !out.contains(&person) {
                out.push(person);
            }
        }
        out
    }

    /// A title of some 12 to 30 characters, without a comma.
    pub(crate) fn title(&mut self) -> String {
        let pattern = *self.random.pick(TITLES);
        self.write(pattern)
    }

    /// A heading of 6 to 14 characters, without stop or comma.
    pub(crate) fn heading(&mut self) -> String {
        let pattern = *self.random.pick(HEADINGS);
        self.write(pattern)
    }

    /// A run-in heading, without its stop.
    pub(crate) fn lead(&mut self) -> String {
        let pattern = *self.random.pick(LEADS);
        self.write(pattern)
    }

    /// One sentence with its stop.
    pub(crate) fn sentence(&mut self) -> String {
        let pattern = *self.random.pick(SENTENCES);
        self.write(pattern)
    }

    /// A paragraph of so many sentences; the first is long enough never to be taken for a run-in heading.
    pub(crate) fn paragraph(&mut self, sentences: usize) -> String {
        (0..sentences).map(|_| self.sentence()).collect()
    }

    /// A paragraph of one to four sentences.
    pub(crate) fn any_paragraph(&mut self) -> String {
        let sentences = self.random.within(1, 4);
        self.paragraph(sentences)
    }

    /// Fills a pattern: `{zone}`, `{body}`, `{person}`, `{city}`, `{thing}`, `{trade}`, `{number}`, `{few}`,
    /// `{money}`, `{rate}`, `{year}`, `{month}`, `{day}`.
    pub(crate) fn write(&mut self, pattern: &str) -> String {
        let mut out = String::with_capacity(pattern.len() + 24);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, tail) = after.split_once('}').expect("a slot ends with a brace");
            out.push_str(before);
            out.push_str(&self.slot(slot));
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    fn slot(&mut self, slot: &str) -> String {
        let random = &mut self.random;
        match slot {
            "zone" => self.zone(),
            "body" => self.body(),
            "person" => self.person(),
            "city" => (*random.pick(CITIES)).to_owned(),
            "thing" => (*random.pick(THINGS)).to_owned(),
            "trade" => (*random.pick(TRADES)).to_owned(),
            "number" => random.within(12, 4_800).to_string(),
            "few" => random.within(2, 9).to_string(),
            "money" => match random.below(3) {
                0 => format!("{}万元", random.within(100, 9_800)),
                1 => format!("{}亿元", random.within(2, 900)),
                _ => format!("{}.{}亿元", random.within(1, 99), random.within(1, 9)),
            },
            "rate" => format!("{}.{}%", random.within(1, 60), random.within(1, 9)),
            "year" => (usize::from(self.year) - random.below(3)).to_string(),
            "month" => random.within(1, 12).to_string(),
            "day" => random.within(1, 28).to_string(),
            other => panic!("there is no slot {other}"),
        }
    }
}

const CITIES: &[&str] = &[
    "洛阳",
    "南昌",
    "柳州",
    "榆林",
    "渭南",
    "大庆",
    "安顺",
    "黄石",
    "衡阳",
    "泸州",
    "营口",
    "漳州",
    "景德镇",
    "连云港",
    "呼和浩特",
    "攀枝花",
    "石嘴山",
    "马鞍山",
    "佛山",
    "惠州",
    "江阴",
    "萧山",
    "延吉",
    "通化",
    "荆门",
    "宜宾",
];

const BODIES: &[&str] = &[
    "{zone}",
    "{zone}管委会",
    "{zone}科技局",
    "{zone}管委会",
    "{city}市科技局",
    "科技部火炬中心",
    "{city}大学科技园",
    "{zone}创新服务中心",
    "{city}市生产力促进中心",
    "{zone}党工委办公室",
    "{city}理工大学",
];

const SURNAMES: &[&str] = &[
    "陈", "罗", "贺", "葛", "岑", "卫", "盛", "魏", "薛", "田", "樊", "骆", "康", "褚", "柳", "邹", "汤",
    "白", "莫", "欧阳", "司马", "诸葛",
];

const GIVEN: &[&str] =
    &["静", "远", "书", "澜", "予", "川", "岚", "若", "松", "云", "溪", "之", "衡", "禾", "知", "茵"];

const THINGS: &[&str] = &[
    "概念验证中心",
    "中试基地",
    "检验检测平台",
    "人才公寓",
    "技术交易市场",
    "创新联合体",
    "算力调度平台",
    "专利导航中心",
    "企业服务专窗",
    "标准厂房",
    "加速器",
    "院士工作站",
    "数据服务中心",
    "开放实验室",
];

const TRADES: &[&str] = &[
    "智能传感器",
    "生物育种",
    "激光加工",
    "储能装备",
    "特种合金",
    "医疗影像",
    "工业软件",
    "低空飞行器",
    "海洋装备",
    "绿色建材",
    "功率半导体",
    "精密轴承",
];

const TITLES: &[&str] = &[
    "{zone}建成首个{trade}{thing}",
    "{zone}举办{trade}成果对接活动",
    "{zone}出台{few}项举措支持{trade}企业",
    "{trade}产业人才培训班在{city}开班",
    "{zone}以{thing}带动{trade}产业集聚",
    "第{few}届{trade}创业大赛总决赛在{zone}举行",
    "{zone}为{number}家企业送去“政策礼包”",
    "全国{trade}产业技术创新大会在{zone}召开",
    "{zone}{year}年技术合同成交额突破{money}",
    "{zone}科技特派员助力{trade}企业攻克难关",
    "{zone}启用新的{thing}服务中小企业",
    "{zone}探索“拨投结合”支持{trade}早期项目",
];

const HEADINGS: &[&str] = &[
    "搭建{thing}",
    "做强{trade}产业",
    "{trade}企业加快集聚",
    "持续优化营商环境",
    "让{thing}多跑路",
    "主要做法",
    "存在的困难",
    "下一步打算",
    "完善{trade}产业生态",
    "政策组合拳接连落地",
    "用好{thing} 服务好企业",
];

const LEADS: &[&str] = &[
    "建好{thing}",
    "壮大{trade}产业",
    "简化办事流程",
    "引进高层次人才",
    "拓宽融资渠道",
    "强化要素保障",
    "扩大开放合作",
    "推动成果转化",
    "深化{trade}应用",
];

const SENTENCES: &[&str] = &[
    "{month}月{day}日，{zone}在{thing}举行{trade}项目签约仪式，{number}家企业的代表到场，现场签约金额{money}。",
    "{zone}党工委书记{person}表示，全区将用{few}年时间把{trade}产业规模做到{money}以上，力争每年新增企业{number}家。",
    "据统计，{year}年全区{trade}产业实现营业收入{money}，同比增长{rate}，占规模以上工业的比重达到{rate}。",
    "为解决{trade}企业“样品不少、产品不多”的难题，{zone}联合{city}理工大学建设{thing}，设备原值{money}，已服务企业{number}家次。",
    "活动期间，{body}副主任{person}介绍了{thing}的运行情况，并就设备共享、人才引进、知识产权保护等问题回答了企业提问。",
    "目前，{thing}已进驻服务机构{number}家，提供{few}大类服务，企业平均办事时间由{number}小时缩短到{few}小时。",
    "“过去做一次可靠性试验要排队半个月，如今在园区里{few}天就能拿到报告。”{city}远图科技有限公司总经理{person}说。",
    "园区设立总规模{money}的{trade}产业基金，首期到位{money}，已投项目{number}个，带动社会资本{money}。",
    "从{year}年起，{zone}对购买{trade}首台套设备的企业给予最高{money}的补助，累计兑付{money}，惠及企业{number}家。",
    "与会专家认为，{trade}产业正处在由跟跑向并跑转变的关键期，既要补上材料和工艺的短板，也要给新产品更多应用的机会。",
    "《{zone}{trade}产业发展行动方案（{year}—{year}年）》提出，到期末全区研发投入强度达到{rate}，高新技术企业超过{number}家。",
    "下一步，{zone}将继续完善{thing}功能，在用地、用能、用工等方面给予保障，让更多{trade}项目落得下、长得大。",
    "截至{year}年底，全区拥有有效发明专利{number}件，每万人拥有量比上年增加{few}件，技术合同成交额达到{money}。",
    "{body}组织{number}名科技特派员进驻企业，梳理技术需求{number}项，促成合作{number}项，合同金额{money}。",
    "该项目由{person}团队牵头，{few}家单位参与，{year}年{month}月通过验收，关键指标优于立项时的要求，能耗下降{rate}。",
    "在{trade}生产车间，工人只需轻点屏幕，{few}条生产线便可同时切换型号，换产时间从{few}小时压缩到{number}分钟。",
];
