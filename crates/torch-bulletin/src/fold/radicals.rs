//! Radicals that PDF fonts put in place of characters, and the characters they stand for.
//!
//! Sources: the Unicode property Equivalent_Unified_Ideograph (Unicode 15, EquivalentUnifiedIdeograph.txt), with
//! ⼾ as 户, which simplified text wants, where NFKC gives 戶. NFKC mends only two of the second table.

use super::compatibility::IDEOGRAPHS;

/// U+2F00–U+2FD5, the Kangxi radicals, in order.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
    寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋\
    比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
    缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
    辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// U+2E80–U+2EF3, the radicals supplement, in order; `。` where nothing is equivalent.
const SUPPLEMENT: &str = "\
    。厂。。乙。冂几。。卜卩小小兀。尢。巳幺彑彐忄㣺扌攵。旡日月歺母民氵氺灬爫爫丬牛\
    犭王疋目示礻竹糹纟罓罒。网。羊羊羊耂聿。肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝\
    钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/// The character that a radical or a compatibility ideograph stands for.
pub(super) fn unified(c: char) -> Option<char> {
    let (table, first) = match c {
        '\u{2F00}'..='\u{2FD5}' => (KANGXI, 0x2F00),
        '\u{2E80}'..='\u{2EF3}' => (SUPPLEMENT, 0x2E80),
        '\u{F900}'..='\u{FAD9}' => (IDEOGRAPHS, 0xF900),
        _ => return None,
    };
    // Every character of the tables has three bytes, so that a place is found without counting.
    let at = (u32::from(c) - first) as usize * 3;
    table.get(at..at + 3)?.chars().next().filter(|&it| it != '。')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_cover_their_ranges() {
        for (table, count) in [
            (KANGXI, 0x2FD5 - 0x2F00 + 1),
            (SUPPLEMENT, 0x2EF3 - 0x2E80 + 1),
            (IDEOGRAPHS, 0xFAD9 - 0xF900 + 1),
        ] {
            assert_eq!(table.chars().count(), count);
            assert!(table.chars().all(|c| c.len_utf8() == 3));
        }
    }

    #[test]
    fn radicals_of_real_extractions() {
        let table = [
            ('⽕', '火'),
            ('⾼', '高'),
            ('⻄', '西'),
            ('⻋', '车'),
            ('⻓', '长'),
            ('⺠', '民'),
            ('⼾', '户'),
            ('\u{F90A}', '金'),
            ('\u{F9DA}', '栗'),
        ];
        for (radical, character) in table {
            assert_eq!(unified(radical), Some(character), "{radical}");
        }
        assert_eq!(unified('火'), None);
        // One of the twelve that are characters of their own, though they stand among compatibility ideographs.
        assert_eq!(unified('\u{FA0E}'), None);
    }
}
