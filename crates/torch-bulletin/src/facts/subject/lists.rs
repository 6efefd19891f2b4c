//! Words around a subject 主语前后词: what leads it, what follows it, and what is no name of a body.

use crate::facts::words::Words;

/// Names that only refer to what was named before.
pub(super) static GENERIC: Words = Words::new(&[
    "园区",
    "中心",
    "平台",
    "公司",
    "集团",
    "联盟",
    "实验室",
    "大学",
    "学院",
    "孵化器",
    "众创空间",
    "加速器",
    "产业集群",
    "大赛",
    "论坛",
    "活动",
    "片区",
    "核心区",
    "高新区",
    "开发区",
    "示范区",
    "合作区",
    "办公室",
    "管委会",
    "培训班",
    "研修班",
    "座谈会",
    "招聘会",
    "展会",
    "年会",
    "基地",
    "全区",
    "国家高新区",
    "新区",
    "银行",
    "研究院",
    "基金会",
    "协会",
    "医院",
    "政府",
]);

/// What stands before the subject of a clause.
pub(super) static LEADS: Words = Words::new(&[
    "一是", "二是", "三是", "四是", "五是", "六是", "同时", "此外", "其中", "据悉", "而", "但", "并", " ",
    "今年", "会上",
]);

/// Bodies of which a region has many.
pub(super) static CLASSES: Words =
    Words::new(&["孵化器", "众创空间", "加速器", "实验室", "工业园区", "产业集群"]);

/// What follows the name of a body and is in no list of verbs.
pub(super) static FOLLOW: Words = Words::new(&[
    "经过", "位于", "以", "自", "围绕", "坚持", "在", "由", "是", "将", "作为", "成为", "不断", "积极",
    "面向", "通过",
]);

/// Words that no name of a body has: a clause is no name.
pub(super) static CLAUSE: Words = Words::new(&[
    "共建", "联合", "比如", "例如", "再到", "由", "与", "把", "将", "推进", "加速", "加快", "推动", "打造",
    "创建", "围绕", "搭", "强化", "做强", "做优", "做大", "注重", "突出", "聚焦", "完善", "健全", "优化",
    "深化", "位居", "位列", "排名", "居全", "居国", "居第", "居于", "列全", "成为", "跻身", "荣获", "获评",
    "入选",
]);

/// What begins a phrase that only refers to a body, or is none.
pub(super) static REFERS: Words = Words::new(&[
    "每",
    "平均",
    "此次",
    "本次",
    "国家级",
    "省级",
    "市级",
    "省部级",
    "区级",
    "各级",
    "各类",
    "该",
    "各",
    "全国",
    "本届",
    "由",
    "与",
    "在",
    "对",
    "以",
    "为",
    "从",
    "来自",
    "面向",
    "推动",
    "加快",
    "支持",
]);

/// Bodies that act for themselves, and are not counted: 公司投资1.2亿元.
pub(super) static FIRMS: Words = Words::new(&["公司", "有限公司", "股份有限公司", "集团", "银行"]);

/// What only a place or a firm has: 创新园规划面积8平方公里.
pub(super) static ATTRIBUTES: Words = Words::new(&[
    "规划面积",
    "规划用地",
    "规划建设",
    "总投资",
    "总面积",
    "总建筑面积",
    "占地",
    "建筑面积",
    "注册资本",
    "总规模",
    "首期",
]);

/// What a firm does, by words that are nouns elsewhere.
pub(super) static DEEDS: Words =
    Words::new(&["投资", "出资", "斥资", "研发", "生产", "销售", "年产", "年销", "营收", "募资", "融资"]);

/// Subjects that are no bodies.
pub(in crate::facts) static WHOLES: Words = Words::new(&[
    "全国",
    "我国",
    "全省",
    "全市",
    "国家高新区",
    "东部地区",
    "中部地区",
    "西部地区",
    "东北地区",
]);

/// Endings of zones, which a metric may follow at once.
pub(super) static ZONES: Words = Words::new(&["高新区", "开发区", "经开区", "示范区", "自创区", "合作区"]);
