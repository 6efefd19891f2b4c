//! The names of members: UTF-8 where the container says so, else what the bytes spell.

use crate::Encoding;
use crate::name::spelled;

/// The name of a member of a container, from its raw bytes; `/` parts folders, whatever the maker's system used.
///
/// Old Windows programs write names in the system's encoding, which on the mainland is GBK, and leave the UTF-8 flag off.
/// So do programs that write UTF-8 without the flag, as the one of macOS does: valid UTF-8 is UTF-8, unless all of it are
/// two-byte letters (Greek, Cyrillic …), which is what short names in GBK spell by chance.
pub(crate) fn member_name(raw: &[u8], is_utf8: bool) -> String {
    let encoding = match std::str::from_utf8(raw) {
        _ if is_utf8 => Encoding::Utf8,
        Ok(name) if !is_chance(name) => Encoding::Utf8,
        _ => OLD,
    };
    // Some old programs part folders by a backslash, which is no part of a name where they run.
    spelled(raw, encoding, '\\')
}

/// What names are in that are no UTF-8.
const OLD: Encoding = if cfg!(feature = "decode") { Encoding::Gb18030 } else { Encoding::Utf8 };

fn is_chance(name: &str) -> bool {
    let mut wide = name.chars().filter(|it| !it.is_ascii()).peekable();
    wide.peek().is_some() && wide.all(|it| it.len_utf8() == 2)
}

#[cfg(all(test, feature = "decode"))]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_the_encoding_they_were_written_in() {
        let gbk = |name: &str| encoding_rs::GB18030.encode(name).0.into_owned();
        for (case, raw, is_utf8, name) in [
            ("ASCII", b"2022/12.txt".to_vec(), false, "2022/12.txt"),
            ("GBK", gbk("火炬动态/第12期.txt"), false, "火炬动态/第12期.txt"),
            ("GBK that is valid UTF-8 by chance", gbk("通"), false, "通"),
            ("UTF-8 with the flag", "火炬/12.txt".into(), true, "火炬/12.txt"),
            ("UTF-8 without the flag", "火炬/12.txt".into(), false, "火炬/12.txt"),
            ("two-byte UTF-8 with the flag", "é.txt".into(), true, "é.txt"),
            ("backslashes", br"2022\12.txt".to_vec(), false, "2022/12.txt"),
            ("four bytes of GB18030", gbk("𠮷.txt"), false, "𠮷.txt"),
            ("the flag, and no UTF-8", b"\xFF.txt".to_vec(), true, r"\xFF.txt"),
            ("no GB18030 either", b"\xB0\xA1/1\xFF.txt".to_vec(), false, r"啊/1\xFF.txt"),
        ] {
            assert_eq!(member_name(&raw, is_utf8), name, "{case}");
        }
        assert!(std::str::from_utf8(&gbk("通")).is_ok());
    }
}
