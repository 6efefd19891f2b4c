//! What is only supposed or aimed at 假设、目标: 若增长5%, 10亿元的目标; no row tells it.

use super::Walk;
use crate::facts::quantity::Amount;
use crate::facts::words::{Gate, Words};

/// What begins a condition, on which the rest of its sentence hangs.
static IFS: Words = Words::new(&[
    "若", "如果", "如若", "如能", "假如", "假若", "假设", "假定", "倘若", "要是", "一旦", "只要",
]);

/// What begins as a condition does, and is none: 若干企业, 如果说.
static NO_IFS: Words = Words::new(&["若干", "若羌", "若尔盖", "如果说"]);

static MAY_BEGIN: Gate = Gate::new(&[&IFS]);

impl Walk<'_, '_, '_> {
    /// Takes in whether a clause begins with a condition, at its start, past its leads, or behind its subject.
    pub(super) fn suppose(&mut self, start: usize, first: usize) {
        let begins = |at: usize| {
            let rest = self.view.text.get(at..).unwrap_or_default();
            MAY_BEGIN.of(rest) != 0 && IFS.starts(rest).is_some() && NO_IFS.starts(rest).is_none()
        };
        let named = self.sentence.subject.as_ref().filter(|it| it.1.start >= start);
        self.supposed |=
            begins(start) || first > start && begins(first) || named.is_some_and(|it| begins(it.1.end));
    }

    /// 实现收入10亿元的目标: what an amount is the aim of stands behind it.
    pub(super) fn is_aim(&self, mark: usize, amount: &Amount) -> bool {
        let rest = &self.view.text[amount.end..];
        if !rest.starts_with(['的', '目']) {
            return false;
        }
        let item = &self.view.text[amount.end..self.view.item_end(mark).max(amount.end)];
        item.starts_with("目标")
            || item.starts_with("的目标")
            || item.starts_with('的') && item.ends_with("目标")
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::observation::tests::rows;

    #[test]
    fn what_is_supposed_or_aimed_at_is_no_row() {
        for text in [
            "江州高新区提出实现营业收入10亿元的目标。",
            "增长10%的目标没有实现。",
            "江州高新区若增长5%,则产值可达100亿元。",
            "2023年如果产值达到100亿元,税收将有5亿元。",
        ] {
            assert_eq!(rows(text), [] as [String; 0], "{text}");
        }
        // A condition ends with its sentence; what stands before it is so.
        assert_eq!(
            rows("产值90亿元,若增长5%,则可达100亿元。若干企业上市,税收5亿元。如果说起步慢,产值却有3亿元。"),
            ["-|-|产值|-|9000000000|-", "-|-|税收|-|500000000|-", "-|-|产值|-|300000000|-"]
        );
    }
}
