//! Facts 事实: dates, quantities, changes, observations, people, zones and documents, each a mention with its place and
//! the rule that read it.
//!
//! ```text
//! bulletin ──texts──▶ normal form ──one pass──▶ marks ──rules──▶ facts
//! ```
//!
//! Rules, not models: every fact names its rule, and what cannot be typed keeps its text. A text is read once, by one
//! automaton over all word lists; rules then look at the marks it left. Parsing without facts costs nothing here.
//!
//! ```
//! use torch_bulletin::facts::{self, FactOptions, Value};
//! let source = "火炬动态\n2019年第3期 2019年3月31日\n江州企业过百家\n2018年,江州高新技术企业达到120家。\n(供稿:江州高新区)";
//! let parsed = torch_bulletin::parse(source);
//! let found = facts::extract(&parsed, &FactOptions::default());
//! let quantity = found.iter().find(|fact| matches!(fact.value, Value::Quantity(_))).unwrap();
//! assert_eq!(quantity.text.of(source), "120家");
//! ```

mod calendar;
mod change;
mod date;
mod decimal;
mod document;
mod extract;
mod figures;
mod findings;
mod lexicon;
mod mark;
mod metric;
mod model;
mod name;
mod normal;
mod numeral;
mod observation;
mod person;
mod quantity;
mod subject;
mod table;
mod view;
mod words;
mod zone;

pub use calendar::{Day, LengthUnit, NoDay, Period};
pub use decimal::{Decimal, NoDecimal};
pub use extract::{FactOptions, Facts, extract, extract_from, extract_text};
pub use model::{
    Basis, Change, Comparator, Date, DateBasis, Direction, DocumentMention, Fact, Figures, Measure,
    Observation, PeriodRule, Person, Quantity, Rule, SubjectRule, Unit, Value, ZoneMention,
};
pub use zone::province;
