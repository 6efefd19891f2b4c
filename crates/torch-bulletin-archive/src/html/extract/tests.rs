//! Markup, and the text that a reader sees of it.

use super::*;

fn text(markup: &str) -> String {
    let page = extract(markup);
    page.text[..page.end].to_owned()
}

#[test]
fn paragraphs_headings_and_breaks_are_lines() {
    let markup =
        "<html><head><title>题</title><style>p{}</style></head><body><h1>标题</h1><p>第一段\n  接着说。</p>
        <p>二<b>三</b><br>四</p><div>五</div><div>六</div><script>if (a<b) 七</script></body>";
    assert_eq!(text(markup), "                    标题\n\n第一段接着说。\n\n二三\n四\n\n五\n六\n");
}

#[test]
fn rows_keep_their_cells_apart() {
    let markup =
        "<table><tr><th>园区</th><th>收入</th></tr><tr><td><p>甲</p></td><td> 12 </td></tr></table><p>完。";
    assert_eq!(text(markup), "园区\t收入\n甲\t12\n\n完。\n");
    let markup = "<table><tr><td colspan=2>甲<td>乙<br>丙<tr><td>丁<td><td></table>";
    assert_eq!(text(markup), "甲\t\t乙丙\n丁\t\t\n");
    let page = "<table><tr><td>一<td><h3>二</h3><p>三</p></table>";
    assert_eq!(text(page), "一\n\n            二\n\n三\n");
}

#[test]
fn what_stands_out_is_set_in() {
    let markup = "<p align=center>一</p><p><b>二</b></p><p><b>三</b>四</p><p style='text-align: center'>　五</p><p><b>六。</b></p>";
    assert_eq!(text(markup), "          一\n\n        二\n\n三四\n\n\u{3000}五\n\n六。\n");
}

#[test]
fn every_character_has_its_place() {
    let markup = "<p>R&D &amp; 研发&nbsp;投入&#8220;多&#x201D;&ldquo;少&rdquo;</p><p>完。</p>";
    let page = extract(markup);
    assert_eq!(page.text, "R&D & 研发\u{A0}投入“多”“少”\n\n完。\n");
    for (word, place) in [
        ("R&D", "R&D"),
        ("& 研", "&amp; 研"),
        ("投", "投"),
        ("“多”", "&#8220;多&#x201D;"),
        ("少", "少"),
        ("完", "完"),
    ] {
        let at = page.text.find(word).unwrap();
        assert_eq!(&markup[page.markup_of(at..at + word.len())], place, "{word}");
    }
}

#[test]
fn what_surrounds_the_article_stands_after_it() {
    let markup = "<body><div class='nav'>首页 <a>要闻</a></div><p>消息。</p><p>分享到：</p><div id=footer><p>版权</p></div>";
    let page = extract(markup);
    assert_eq!(page.text, "消息。\n\u{C}首页 要闻\n分享到：\n版权\n");
    let lines: Vec<&str> = page.surroundings.iter().map(|it| &page.text[it.clone()]).collect();
    assert_eq!(lines, ["首页 要闻", "分享到：", "版权"]);
    let at = page.text.find("版权").unwrap();
    assert_eq!(&markup[page.markup_of(at..at + 6)], "版权");
}

#[test]
fn what_is_hidden_is_no_text() {
    for hidden in ["<div hidden>隐<p>藏</p></div>", "<p style='display: none'>隐<br>藏", "<li hidden>隐"]
    {
        let next = if hidden.starts_with("<li") { "<li>二" } else { "<p>二" };
        let found = text(&format!("<p>一</p>{hidden}{next}"));
        assert_eq!(found.replace('\n', ""), "一二", "{hidden}");
    }
    let row =
        "<table><tr><td>一<td>二<tr style=display:none><td>隐<td>藏<tr><td>三<td hidden>隐<td>四</table>";
    assert_eq!(text(row), "一\t二\n三\t四\n");
    assert_eq!(text("<body style=display:none><p>一<div hidden><table><tr><td>隐</table></div>二"), "一二\n");
}

#[test]
fn exponents_stay_above_the_line() {
    let markup =
        "<p>年产10<sup>3</sup>吨、5m<sup>2</sup>、CO<sub>2</sub>、10<sup>-4</sup>、注<sup>[1]</sup></p>";
    let page = extract(markup);
    assert_eq!(page.text, "年产10³吨、5m²、CO2、10⁻⁴、注[1]\n");
    for (word, place) in [("³", "3"), ("吨", "吨"), ("⁻⁴", "-4"), ("10³吨", "10<sup>3</sup>吨")] {
        let at = page.text.find(word).unwrap();
        assert_eq!(&markup[page.markup_of(at..at + word.len())], place, "{word}");
    }
}

#[test]
fn markup_that_breaks_rules_is_read() {
    assert_eq!(text("<p>一<p>二</div></p>三<b>四"), "一\n\n二\n\n三四\n");
    assert_eq!(text("<p>甲 < 乙 & 丙</p>"), "甲 < 乙 & 丙\n");
    assert_eq!(text("<!doctype html"), "");
    assert_eq!(text("<pre>一\n  二</pre>"), "一\n  二\n");
}
