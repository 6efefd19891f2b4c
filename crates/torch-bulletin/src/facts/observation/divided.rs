//! What a number is divided by 分母, as a part of its metric: 每万名从业人员拥有专利, 万人拥有专利.

use std::ops::Range;

use super::Walk;
use crate::facts::words::Words;

impl Walk<'_, '_, '_> {
    /// 每万名从业人员拥有发明专利, 每个企业拥有专利: what a number is divided by is a part of its metric.
    pub(super) fn with_denominator(&self, metric: Range<usize>) -> Range<usize> {
        let text = self.view.text;
        let owned = text[..metric.start].ends_with('有');
        if !self.divides && !owned {
            return metric;
        }
        let first = self.sentence.subject.as_ref().map_or(0, |it| it.1.end).max(self.clause_start);
        // A denominator stands close before what it divides.
        let first = text.floor_char_boundary(first.max(metric.start.saturating_sub(60)));
        let Some(lead) = text.get(first..metric.start) else { return metric };
        let Some(at) = lead.rfind('每') else {
            let back = per_many(lead).filter(|_| owned && !metric.is_empty());
            return back.map_or(metric.start, |back| metric.start - back)..metric.end;
        };
        let of = &lead[at + '每'.len_utf8()..];
        // 每年投入: how often, and no denominator.
        static TIMES: Words =
            Words::new(&["年", "月", "天", "日", "周", "季", "届", "次", "期", "两年", "个月", "逢", "隔"]);
        let parts = TIMES.starts(of).is_some() || of.contains(['、', '，', ',']) || metric.is_empty();
        if parts { metric } else { first + at..metric.end }
    }
}

/// How many bytes at the end of a lead say per how many people something is counted, without 每: 万人拥有, 万名从业人员拥有; 3万人拥有
/// and 近万人拥有 count the people themselves.
fn per_many(lead: &str) -> Option<usize> {
    let at = ["万人", "万名", "千人", "千名"].iter().filter_map(|it| lead.rfind(it)).max()?;
    let people = !lead[at..].contains(['、', '，', ',', '的']);
    let counted = lead[..at].ends_with(|c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || "一二三四五六七八九十百千万几数两余多近上超逾过约达".contains(c)
    });
    (people && !counted).then_some(lead.len() - at)
}

#[cfg(test)]
mod tests {
    use crate::facts::observation::tests::rows;

    #[test]
    fn what_is_divided_by_people_says_so_without_a_word_for_each() {
        assert_eq!(
            rows("江州高新区万人拥有硕士学位人数达到218人,万名从业人员拥有专利49件,近万人拥有专利5万件。"),
            [
                "-|江州高新区|万人拥有硕士学位人数|-|218|-",
                "-|江州高新区|万名从业人员拥有专利|-|49|-",
                "-|江州高新区|专利|-|50000|-",
            ]
        );
    }

    #[test]
    fn a_denominator_is_a_part_of_the_metric_and_a_bracket_is_none() {
        assert_eq!(
            rows("2021年，江州高新区每万名从业人员拥有发明专利104.6件，每个企业拥有专利5件。"),
            [
                "-|江州高新区|每万名从业人员拥有发明专利|2021|104.6|-",
                "-|江州高新区|每个企业拥有专利|2021|5|-"
            ]
        );
        assert_eq!(
            rows("企业总数达3412家（含新三板5家），成交额3亿美元（约合人民币22亿元）。"),
            [
                "-|-|企业总数|-|3412|-",
                "-|-|新三板|-|5|-",
                "-|-|成交额|-|300000000|-",
                "-|-|成交额|-|2200000000|-"
            ]
        );
    }
}
