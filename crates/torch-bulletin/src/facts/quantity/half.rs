//! Halves 半数: 占全省的一半, 半数企业, 一半以上, 占比过半.

use crate::facts::Decimal;
use crate::facts::numeral::{Form, Numeral};
use crate::facts::words::Words;

/// Half of a whole as 50 %, where a share is meant: 占 before it in its clause, a bound beside it, or what it is of behind it.
/// 一半是 only tells parts from each other, and 时间过半, 半导体, 近半年 have no share.
pub(super) fn half(text: &str, start: usize, floor: usize) -> Option<Numeral> {
    let (before, rest) = (&text[floor.min(start)..start], &text[start..]);
    let word = HALVES.starts(rest)?;
    let after = &rest[word.len()..];
    let bounded = BOUNDS.ends(before).is_some();
    // A clause is short; one without end is looked back over no further.
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(60))..];
    let near = near.rsplit(['，', ',', '。', '；', ';', '\n']).next().unwrap_or_default();
    let share = near.contains('占') && !after.starts_with(NOT_SHARES);
    let meant = match word {
        "半数" => !after.starts_with(['字', '据']),
        "一半" => share || BEHIND.starts(after).is_some() || bounded && after.starts_with('的'),
        _ => bounded && (share || after.starts_with('的')),
    };
    meant.then_some(Numeral {
        end: start + word.len(),
        value: Decimal::whole(50),
        more: false,
        form: Form::Per(2),
        scale: 0,
        arabic: false,
        upto: None,
    })
}

static HALVES: Words = Words::new(&["一半", "半数", "半"]);

static BOUNDS: Words =
    Words::new(&["过", "超过", "近", "接近", "将近", "超", "多", "约", "不足", "不到", "逾", "达"]);

/// What makes a length, or another word, of 半: 近半年, 半导体.
const NOT_SHARES: [char; 16] =
    ['年', '月', '个', '天', '小', '日', '世', '导', '成', '径', '岛', '程', '封', '价', '山', '边'];

static BEHIND: Words = Words::new(&["以上", "左右", "多的", "以下"]);
