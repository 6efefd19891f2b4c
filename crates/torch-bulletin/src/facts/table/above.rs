//! What stands over a table 表题: its period, its unit and its subject, each where the caption and the notes name but one.

use super::Reader;
use super::head::unit_of;
use crate::facts::calendar::Period;
use crate::facts::lexicon::TABLES;
use crate::facts::mark::Kind;
use crate::facts::subject::{Subject, WHOLES};
use crate::facts::{DateBasis, Quantity};

/// What the caption of a table says about all its numbers.
#[derive(Default)]
pub(super) struct Above {
    pub(super) period: Option<Period>,
    pub(super) unit: Option<Quantity>,
    /// The zone, the province or the whole that it is of.
    pub(super) subject: Option<Subject>,
}

impl Above {
    /// Reads the texts over a table; the reader keeps the year that they name.
    pub(super) fn read(texts: &[String], reader: &mut Reader<'_>) -> Self {
        let (mut periods, mut subjects) = (Vec::new(), Vec::new());
        let mut this = Self::default();
        for text in texts {
            reader.marks.read(text, reader.calendar);
            for mark in &reader.marks.marks {
                let printed = &text[mark.start..mark.end];
                let zone = match mark.kind {
                    Kind::Date(index) => {
                        let date = &reader.marks.dates[index as usize];
                        let printed = date.basis == Some(DateBasis::Explicit);
                        periods.extend(date.value.filter(|_| printed));
                        continue;
                    }
                    Kind::Zone(zone) => Some(TABLES.zone_name(zone)),
                    Kind::Region => None,
                    _ => continue,
                };
                subjects.push(Subject { text: printed.into(), zone, event: false });
            }
            if subjects.is_empty()
                && let Some(at) = WHOLES.first_in(text)
                && let Some(whole) = WHOLES.starts(&text[at..])
            {
                subjects.push(Subject { text: whole.into(), zone: None, event: false });
            }
            this.unit = this.unit.or_else(|| unit_in(text));
        }
        periods.dedup();
        subjects.dedup();
        this.period = periods.pop().filter(|_| periods.is_empty());
        this.subject = subjects.pop().filter(|_| subjects.is_empty());
        reader.year = this.period.and_then(Period::year);
        this
    }
}

/// The unit of （单位：亿元）; `None` where there are several.
fn unit_in(text: &str) -> Option<Quantity> {
    let (_, rest) = text.split_once("单位")?;
    let rest = rest.strip_prefix(['：', ':'])?.trim_start_matches(' ');
    unit_of(&rest[..rest.find(['）', ')', '；', ';', ' ']).unwrap_or(rest.len())])
}
