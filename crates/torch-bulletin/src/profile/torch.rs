//! The profile of 火炬动态, the Torch bulletin: one word a line, for the lists are data.

use std::borrow::Cow::{self, Borrowed};

use super::Profile;

impl Profile {
    /// 火炬动态, the Torch bulletin of China's Torch High Technology Industry Development Center.
    pub const TORCH: Self = Self {
        name: Borrowed("火炬动态"),
        publishers: Borrowed(PUBLISHERS),
        sections: Borrowed(SECTIONS),
        contents_headings: Borrowed(&[]),
        attribution_labels: Borrowed(&[]),
        colophon_labels: Borrowed(&[]),
    };
}

/// Sources: issue 2022-12, line 7; the centre's transfer to the Ministry of Industry and Information Technology in 2023;
/// earlier names of the ministry (国家科委 until 1998, 科学技术部).
#[rustfmt::skip]
const PUBLISHERS: &[Cow<str>] = &[
    Borrowed("科技部火炬高技术产业开发中心"),
    Borrowed("科学技术部火炬高技术产业开发中心"),
    Borrowed("工业和信息化部火炬高技术产业开发中心"),
    Borrowed("国家科委火炬高技术产业开发中心"),
    Borrowed("国家科学技术委员会火炬高技术产业开发中心"),
    Borrowed("科技部火炬中心"),
    Borrowed("工业和信息化部火炬中心"),
    Borrowed("火炬高技术产业开发中心"),
];

/// The first two are of issue 2022-12; the rest are lines of work of the centre (Torch statistical yearbook 2021).
#[rustfmt::skip]
const SECTIONS: &[Cow<str>] = &[
    Borrowed("火炬在行动"),
    Borrowed("创业孵化"),
    Borrowed("孵化器"),
    Borrowed("众创空间"),
    Borrowed("国家高新技术产业开发区"),
    Borrowed("国家高新区"),
    Borrowed("全国高新技术企业"),
    Borrowed("高新技术企业"),
    Borrowed("高企"),
    Borrowed("科技企业孵化器"),
    Borrowed("国家大学科技园"),
    Borrowed("大学科技园"),
    Borrowed("火炬计划软件产业基地"),
    Borrowed("软件产业基地"),
    Borrowed("火炬特色产业基地"),
    Borrowed("特色产业基地"),
    Borrowed("创新型产业集群"),
    Borrowed("产业集群"),
    Borrowed("全国技术市场"),
    Borrowed("技术市场"),
    Borrowed("国家技术转移机构"),
    Borrowed("技术转移示范机构"),
    Borrowed("全国生产力促进中心"),
    Borrowed("生产力促进中心"),
    Borrowed("高新区建设"),
    Borrowed("高新区动态"),
    Borrowed("高新区风采"),
    Borrowed("自创区建设"),
    Borrowed("国家自主创新示范区"),
    Borrowed("高新区之窗"),
    Borrowed("地方火炬"),
    Borrowed("高企培育"),
    Borrowed("高企动态"),
    Borrowed("科技型中小企业"),
    Borrowed("独角兽与瞪羚"),
    Borrowed("瞪羚企业"),
    Borrowed("技术转移"),
    Borrowed("技术转移与成果转化"),
    Borrowed("颠覆性技术创新"),
    Borrowed("颠覆性技术"),
    Borrowed("创新积分制"),
    Borrowed("企业创新积分制"),
    Borrowed("创新创业大赛"),
    Borrowed("双创大赛"),
    Borrowed("科研助理"),
    Borrowed("科研助理岗位"),
    Borrowed("媒体看火炬"),
];
