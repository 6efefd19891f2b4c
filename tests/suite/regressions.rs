//! Short texts that once broke something, or well might: the shortest that a property test or fuzzing found.

use torch_bulletin_tests::{corpus, invariants, line_ends};

#[test]
fn every_text_keeps_the_invariants() {
    for (name, text) in corpus::regressions() {
        invariants::check_parse(&text).unwrap_or_else(|what| panic!("{name}: {what}"));
    }
}

#[test]
fn line_ends_change_offsets_only() {
    let texts = corpus::regressions().into_iter();
    let issues = corpus::issues().into_iter().chain(corpus::bad()).map(|case| (case.name, case.input));
    for (name, text) in texts.chain(issues) {
        line_ends::check_parse(&text).unwrap_or_else(|what| panic!("{name}: {what}"));
    }
}

#[test]
fn the_shortest_texts_keep_the_invariants() {
    let texts = [
        "",
        "\n",
        "\r",
        "\r\n",
        "\r\r\n\n",
        "\u{C}",
        "\u{FEFF}",
        "\u{FEFF}\n",
        " ",
        "\u{3000}",
        "\0",
        "火",
        "【",
        "】",
        "（",
        "(供稿",
        "(供稿:",
        "(供稿:)",
        "一、",
        "第",
        "第期",
        "总第",
        "目录",
        "——",
        "…………3",
        "① ",
        "🔥",
        "\u{20BB7}",
        "\u{202E}",
        "é",
        "\u{1F468}\u{200D}\u{1F469}",
    ];
    for text in texts {
        invariants::check_parse(text).unwrap_or_else(|what| panic!("{text:?}: {what}"));
    }
}

#[test]
fn a_text_of_one_line_without_end_keeps_the_invariants() {
    for unit in ["火", "【", "一是", "（供稿：", "第1期", "…", "1.", "《", "a ", "\u{C}", "\r"] {
        let text = unit.repeat(5_000);
        invariants::check_parse(&text).unwrap_or_else(|what| panic!("{unit:?} repeated: {what}"));
    }
}
