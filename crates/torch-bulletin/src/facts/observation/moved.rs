//! The two ends of a move 由…增加到: the old value is no figure of its period, and only the new one makes a row.

use super::Walk;
use crate::facts::lexicon::ChangeWord;
use crate::facts::mark::Kind;
use crate::facts::quantity::Amount;
use crate::facts::view::Around;

impl Walk<'_, '_, '_> {
    /// Whether an amount without a date of its own is what another has moved from: 由100亿元增加到, 从最初的3家增至.
    pub(super) fn is_old(&self, around: &Around, amount: &Amount) -> bool {
        let view = self.view;
        // Most amounts have no word of a level behind them.
        let next = |mark| view.marks.get(mark + 1);
        let to = match next(around.mark) {
            Some(comma) if comma.kind == Kind::Comma => {
                next(around.mark + 1).filter(|it| it.start == comma.end)
            }
            to => to,
        };
        let moves = to.is_some_and(|it| {
            it.kind == Kind::Change(ChangeWord::Level) && it.start - amount.end <= ",，".len()
        });
        if !moves {
            return false;
        }
        let said = &view.text[around.item.min(amount.start)..amount.start];
        let Some(from) = said.rfind(['由', '从']) else { return false };
        let first = said[from + '由'.len_utf8()..].trim_end_matches(['约', '近', '不', '足', '到']);
        first.is_empty() || first.ends_with('的') && first.len() <= 30 || first.ends_with("年初")
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::observation::tests::rows;

    #[test]
    fn an_old_value_without_a_time_is_no_row() {
        for (text, told) in [
            ("江州高新区营业收入由100亿元增加到200亿元。", "-|江州高新区|营业收入|-|20000000000|-"),
            ("江州高新区企业从3家增至10家。", "-|江州高新区|企业|-|10|-"),
            (
                "研发投入占收入的比例从3.1%提高到5.6%。",
                "-|-|研发投入占收入的比例|-|5.6|Ratio 5.6% share of 收入",
            ),
            ("江州高新区企业从最初的3家,增至10家。", "-|江州高新区|企业|-|10|-"),
            ("2021年,产值由100亿元提高到150亿元,增长50%。", "-|-|产值|2021|15000000000|Up 50% unspecified"),
        ] {
            assert_eq!(rows(text), [told], "{text}");
        }
        // With a time of its own it is a figure of that time.
        assert_eq!(
            rows("产值由2012年的100亿元增加到200亿元。"),
            ["-|-|产值|2012|10000000000|-", "-|-|产值|-|20000000000|-"]
        );
    }
}
