//! What fuzzing begins with: the texts of the repository, and a dictionary of the grammar's words.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::workspace::root;

/// The dictionary, beside the folders of the targets.
pub(super) const DICTIONARY: &str = "constructs.dict";

/// Words that a rule of the grammar begins or ends with: no mutation of bytes finds them by chance.
const WORDS: &[&str] = &[
    "火炬动态",
    "目录",
    "目 录",
    "年",
    "月",
    "日",
    "第",
    "期",
    "(总第",
    "2021年第9期",
    "2021年5月15日",
    "【",
    "】",
    "——",
    "……",
    "…………3",
    "·",
    "(供稿:",
    "（供稿：",
    "来源:",
    "摘自",
    "作者:",
    "供稿)",
    "高新区",
    "管委会",
    "一、",
    "二、",
    "（一）",
    "(二)",
    "1.",
    "2.",
    "(1)",
    "①",
    "②",
    "一是",
    "二是",
    "第一,",
    "第二,",
    "首先,",
    "其次,",
    "提出3点要求:",
    "《",
    "》",
    "“",
    "”",
    "。",
    ",",
    "，",
    "：",
    "；",
    "、",
    "— 3 —",
    "第3页",
    "表1",
    "图2",
    "注:",
    "地址:",
    "邮编:",
    "电话:",
    "责任编辑:",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{C}",
    "\u{3000}",
    "\t",
    "\u{FEFF}",
    "\u{200B}",
    "\u{AD}",
    "𠮷",
    "\u{301}",
];

/// The longest seed in bytes, but for single lines: small inputs run often.
const PIECE: usize = 1024;

/// Writes the seeds of each target and the dictionary; leaves what earlier runs found.
pub(super) fn write(corpus: &Path, targets: &[&str]) -> Result<(), String> {
    let texts = texts().map_err(|error| format!("cannot read the texts of tests/: {error}"))?;
    if texts.is_empty() {
        return Err("tests/ has no text".to_owned());
    }
    let write_all = || -> io::Result<()> {
        for target in targets {
            let folder = corpus.join(target);
            fs::create_dir_all(&folder)?;
            for (name, text) in &texts {
                fs::write(folder.join(format!("seed-{name}")), text)?;
                if *target == "bytes" {
                    let wide: Vec<u8> = "\u{FEFF}"
                        .encode_utf16()
                        .chain(text.encode_utf16())
                        .flat_map(u16::to_le_bytes)
                        .collect();
                    fs::write(folder.join(format!("seed-utf16-{name}")), wide)?;
                }
            }
        }
        fs::write(corpus.join(DICTIONARY), WORDS.iter().map(|word| entry(word)).collect::<String>())
    };
    write_all().map_err(|error| format!("cannot write {}: {error}", corpus.display()))?;
    println!("{} texts for each of {} targets, {} words", texts.len(), targets.len(), WORDS.len());
    Ok(())
}

/// The issues, the defects and the regressions, each with a name of its own; and each issue in pieces, since small
/// inputs run often.
fn texts() -> io::Result<Vec<(String, String)>> {
    let tests = root().join("tests");
    let mut texts = Vec::new();
    for kind in ["corpus", "bad"] {
        for folder in entries(&tests.join(kind))? {
            let input = folder.join("input.txt");
            if input.is_file() {
                let text = fs::read_to_string(&input)?;
                for (index, piece) in pieces(&text).into_iter().enumerate() {
                    texts.push((format!("{kind}-{}-{index}", name(&folder)), piece));
                }
            }
        }
    }
    for path in entries(&tests.join("regressions"))? {
        if path.extension().is_some_and(|it| it == "txt") {
            texts.push((format!("regression-{}", name(&path)), fs::read_to_string(&path)?));
        }
    }
    Ok(texts)
}

/// A text in pieces of whole lines.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if pieces.last().is_some_and(|last| !last.is_empty() && last.len() + line.len() > PIECE) {
            pieces.push(String::new());
        }
        pieces.last_mut().expect("there is a first").push_str(line);
    }
    pieces
}

/// One line of a libFuzzer dictionary; bytes outside printable ASCII are escaped.
fn entry(word: &str) -> String {
    let byte = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    };
    format!("\"{}\"\n", word.bytes().map(byte).collect::<String>())
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    Ok(entries)
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_dictionary_is_escaped() {
        assert_eq!(entry("第1\n\""), "\"\\xE7\\xAC\\xAC1\\x0A\\\"\"\n");
    }

    #[test]
    fn pieces_are_the_text_again_and_each_is_short() {
        let text = "一行文字\n".repeat(1_000);
        let pieces = pieces(&text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.iter().all(|piece| piece.len() <= PIECE));
    }
}
