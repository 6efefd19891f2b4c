//! What a fact is: one mention in the text, typed, with the rule that found it.

mod measure;

use std::sync::Arc;

use super::{Day, Decimal, Period};
use crate::Text;
use crate::vocabulary::vocabulary;
pub use measure::{Basis, Change, Comparator, Direction, Measure, Quantity, Unit};

/// One fact 事实: a mention, what it says, and the rule that read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The article, numbered from 0 over the whole issue; `None` for front matter.
    pub article: Option<u32>,
    /// The block in its article, from 0; `None` for a title or an attribution.
    pub block: Option<u32>,
    /// The mention as printed.
    pub text: Text,
    /// What it says.
    pub value: Value,
    /// The rule that read it.
    pub rule: Rule,
}

/// What a fact says, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// A date or period 时间.
    Date(Date),
    /// A count or measure 数量.
    Quantity(Quantity),
    /// A growth or a comparison 变化.
    Change(Change),
    /// The row of a table: who, what, when, how much 指标.
    Observation(Box<Observation>),
    /// A person 人物.
    Person(Person),
    /// A national high-tech zone 国家高新区.
    Zone(ZoneMention),
    /// A document between title marks 《》.
    Document(DocumentMention),
    /// A bare number 数字; only where asked for.
    Number(Measure),
    /// An arithmetic relation between figures of the text 勾稽关系.
    Figures(Figures),
}

impl Value {
    /// The stable name of the kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Value::Date(_) => "date",
            Value::Quantity(_) => "quantity",
            Value::Change(_) => "change",
            Value::Observation(_) => "observation",
            Value::Person(_) => "person",
            Value::Zone(_) => "zone",
            Value::Document(_) => "document",
            Value::Number(_) => "number",
            Value::Figures(Figures { agree: true, .. }) => "figures-agree",
            Value::Figures(_) => "figures-disagree",
        }
    }
}

/// A date or period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The time meant; `None` where the text is vague (近日).
    pub value: Option<Period>,
    /// Where the year comes from; `None` for a vague one.
    pub basis: Option<DateBasis>,
}

vocabulary! {
    /// Where the year of a date comes from.
    pub enum DateBasis {
        /// It is printed.
        Explicit = "explicit",
        /// The date of the issue.
        Issue = "issue",
        /// Another date nearby.
        Context = "context",
    }
}

/// The row that a researcher wants: zone × metric × period × value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// What it is about, as named; the rows of a subject share its name.
    pub subject: Option<Arc<str>>,
    /// Where the subject was found.
    pub subject_rule: SubjectRule,
    /// The national zone the subject is, by short name; `None` for any other body that the text names. Where it names none, the
    /// zone that the article is about.
    pub zone: Option<&'static str>,
    /// What was measured, as printed.
    pub metric: String,
    /// When.
    pub period: Option<Period>,
    /// Where the period was found.
    pub period_rule: PeriodRule,
    /// How much; both ends open where the row is a change alone.
    pub measure: Measure,
    /// The unit of the measure.
    pub unit: Option<Unit>,
    /// The change that goes with it.
    pub change: Option<Change>,
}

vocabulary! {
    /// Where the subject of an observation was found.
    pub enum SubjectRule {
        /// At the head of its clause.
        Clause = "clause",
        /// In an earlier clause of the sentence.
        Sentence = "sentence",
        /// In an earlier sentence of the paragraph.
        Paragraph = "paragraph",
        /// In the lead or heading over the paragraph.
        Heading = "heading",
        /// In the title of the article.
        Title = "title",
        /// In its table: the label of its row, or the caption.
        Table = "table",
        /// The body that contributed the article.
        Contributor = "contributor",
        /// Nowhere.
        None = "none",
    }
}

vocabulary! {
    /// Where the period of an observation was found.
    pub enum PeriodRule {
        /// In its sentence.
        Sentence = "sentence",
        /// In an earlier sentence of the paragraph.
        Paragraph = "paragraph",
        /// In its table: the head of its column, the label of its row, or the caption.
        Table = "table",
        /// The day of the event that the article reports.
        Event = "event",
        /// Nowhere.
        None = "none",
    }
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name, without blanks.
    pub name: String,
    /// Titles as printed; none for a bare mention.
    pub titles: Vec<String>,
    /// The body that the titles belong to, as printed or carried over from the person named before.
    pub organisation: Option<String>,
}

/// A national high-tech zone that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneMention {
    /// The short name; `None` where the zone was not yet a national one.
    pub zone: Option<&'static str>,
    /// The province; `None` where the zone is.
    pub province: Option<&'static str>,
    /// The approval that came after the issue, for a zone that was not yet a national one.
    pub approved: Option<Day>,
}

/// A document that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentMention {
    /// The title without its marks.
    pub title: String,
}

/// Figures of the text that bear each other out, or do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Whether they agree within the rounding of the print.
    pub agree: bool,
    /// The relation with its numbers: `366.1/257 = 1.4245`.
    pub relation: String,
    /// What the print says.
    pub printed: Decimal,
    /// What follows from the other figures, to 15 digits.
    pub computed: Decimal,
}

vocabulary! {
    /// The rule that read a fact. Names are added, never renamed.
    #[non_exhaustive]
    pub enum Rule {
        /// The date of the masthead.
        MastheadDate = "masthead-date",
        /// 2022年7月22日, 2022-07-22: year printed.
        FullDate = "full-date",
        /// 7月22日: the year is taken from elsewhere.
        PartialDate = "partial-date",
        /// 1—6月, 2011-2020年
        DateRange = "date-range",
        /// 上半年, 一季度
        PartOfYear = "part-of-year",
        /// 自2010年…以来
        SinceDate = "since-date",
        /// 截至2022年7月14日
        UntilDate = "until-date",
        /// 党的十八大以来
        SinceEvent = "since-event",
        /// “十四五”期间
        PlanPeriod = "plan-period",
        /// 10年来, 近三年
        YearsBack = "years-back",
        /// 今年, 去年, 上月
        RelativeDate = "relative-date",
        /// 五月第一周
        WeekOfMonth = "week-of-month",
        /// 三年前, 20天后
        OffsetDate = "offset-date",
        /// 近日, 目前
        VagueTime = "vague-time",
        /// A date that no calendar has: 2月30日.
        ImpossibleDate = "impossible-date",
        /// A number with a unit or measure word.
        NumberWithUnit = "number-with-unit",
        /// 5%, 百分之五, 三成
        Percentage = "percentage",
        /// 1/4, 三分之一
        Fraction = "fraction",
        /// 容积率达到2.0: a number after 达到 with no unit.
        NumberAfterVerb = "number-after-verb",
        /// A number and nothing else.
        BareNumber = "bare-number",
        /// 同比增长N%, 较上年下降N%
        Growth = "growth",
        /// 增幅N%, 降幅N%
        GrowthRate = "growth-rate",
        /// 持平
        Unchanged = "unchanged",
        /// 翻一番
        Doubled = "doubled",
        /// 占…的N%, 占比N%
        Share = "share",
        /// 贡献率达到N%
        Contribution = "contribution",
        /// 是…的N倍
        Multiple = "multiple",
        /// 高于全国N个百分点
        Gap = "gap",
        /// 企业410家, 产值达到210亿元: the metric stands before its number.
        MetricBefore = "metric-before",
        /// 396个岗位: the metric stands after its number.
        MetricAfter = "metric-after",
        /// A cell of a table under the metric: 营业收入（亿元）.
        MetricOfColumn = "metric-of-column",
        /// A cell of a table beside the metric, under a year or 数值.
        MetricOfRow = "metric-of-row",
        /// A rate or share with the metric it is of.
        MetricOfChange = "metric-of-change",
        /// A name after its title.
        NameAfterTitle = "name-after-title",
        /// A name in a list under one title.
        NameInList = "name-in-list",
        /// A name before 院士, 教授, 同志, 总书记.
        NameBeforeTitle = "name-before-title",
        /// A name that the issue has given before.
        NameAgain = "name-again",
        /// A name before 案, 团队, or before what only persons do.
        NameByContext = "name-by-context",
        /// A name in the attribution.
        NameInAttribution = "name-in-attribution",
        /// A zone by its name.
        ZoneName = "zone-name",
        /// A zone in a list whose last name alone has 高新区.
        ZoneInList = "zone-in-list",
        /// A zone that became a national one after the issue.
        ZoneBeforeApproval = "zone-before-approval",
        /// A title between 《 and 》.
        TitleMarks = "title-marks",
        /// A growth rate that follows from two printed levels.
        GrowthOfLevels = "growth-of-levels",
        /// A multiple that follows from two printed levels.
        MultipleOfLevels = "multiple-of-levels",
    }
}
