//! The whole 总体 of a share, as it is printed: 全省 of 占全省的比重, 企业 of 企业占比.

use crate::facts::words::Words;

/// The whole of a share: what stands between 占 and its number, without 的比重 and 达到. `None` where that is a clause.
pub(super) fn whole(between: &str) -> Option<&str> {
    if between.len() > 90 {
        return None;
    }
    let mut whole = TAILS.strip_ends(between);
    for word in ["到", "了", "全部"] {
        whole = whole.strip_prefix(word).unwrap_or(whole);
    }
    Some(whole)
}

/// What stands between a whole and the number of its part.
static TAILS: Words = Words::new(&[
    "达到",
    "达",
    "为",
    "约",
    "约为",
    "近",
    "到",
    "了",
    "接近",
    "提高",
    "提升",
    "上升",
    "分别",
    "均",
    "已",
    "的",
    "比重",
    "比例",
    "份额",
    "总数",
    "总量",
    "总额",
    "超",
    "还不到",
]);

/// What a whole is called by, at the end of its name.
static HEADS: Words = Words::new(&["企业", "人员", "人才", "项目", "机构", "员工", "职工"]);

/// The whole of 企业占比 is not printed beside it; of X占Y的比重 it is.
pub(super) fn whole_before(text: &str, start: usize, end: usize) -> Option<&str> {
    let before = text.get(start..end)?;
    if let Some((_, whole)) = before.rsplit_once('占') {
        let whole = whole.trim_end_matches('的');
        return (!whole.is_empty()).then_some(whole);
    }
    // 高新技术企业占比: of all that are called by its last word.
    HEADS.ends(before).filter(|head| before.len() > head.len())
}
