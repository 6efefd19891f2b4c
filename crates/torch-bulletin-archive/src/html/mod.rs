//! Web pages: the text that a reader sees of one, and which of its characters that text has.
//!
//! | module | what it holds |
//! |---|---|
//! | `extract` | the markup read by html5gum: paragraphs, headings and rows become lines |
//! | `characters` | where each character stands in the markup |
//! | `element` | what elements do to lines, and which hold no text of the article |
//! | `open` | the elements that are open, one in another |
//! | `emphasis` | what stands out: headings, centred and bold lines |
//! | `surroundings` | what surrounds an article: menus, the path to the page, links to print and share it |
//! | `table` | which tables hold data, and the columns of their cells |
//! | `sheet`, `page` | the text as it grows, and the map back |

#[cfg(feature = "html")]
mod characters;
#[cfg(feature = "html")]
mod element;
#[cfg(feature = "html")]
mod emphasis;
#[cfg(feature = "html")]
mod extract;
#[cfg(feature = "html")]
mod open;
mod page;
#[cfg(feature = "html")]
mod sheet;
#[cfg(feature = "html")]
mod surroundings;
#[cfg(feature = "html")]
mod table;

pub(crate) use page::Page;

/// The text of a web page; none where the text is no page, or the feature `html` is off.
#[cfg(feature = "html")]
pub(crate) fn page(text: &str) -> Option<Page> {
    is_page(text).then(|| extract::extract(text))
}

#[cfg(not(feature = "html"))]
pub(crate) fn page(_: &str) -> Option<Page> {
    None
}

/// Whether a text is a web page: markup from its first character, and an element that only pages have near it; or a part of
/// one, which begins with a paragraph, a heading or the like and ends with markup.
#[cfg(feature = "html")]
fn is_page(text: &str) -> bool {
    let text = text.trim_start_matches(torch_bulletin::is_blank);
    // Nearly every text fails at its first character.
    text.starts_with('<') && {
        let head = &text.as_bytes()[..text.len().min(HEAD)];
        [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<meta"]
            .iter()
            .any(|mark| head.windows(mark.len()).any(|it| it.eq_ignore_ascii_case(mark)))
            || is_part(text)
    }
}

/// Whether a text that begins with `<` is cut out of a page.
#[cfg(feature = "html")]
fn is_part(text: &str) -> bool {
    let name = text[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let block =
        ["p", "div", "h1", "h2", "h3", "table", "section", "article", "center", "ul", "ol", "font", "span"];
    let closed = text.trim_end_matches(torch_bulletin::is_blank).ends_with('>');
    closed && block.iter().any(|it| it.eq_ignore_ascii_case(name)) && text.contains("</")
}

/// Where a page says what it is, in bytes: the standard looks for its encoding in the first 1,024.
#[cfg(any(feature = "decode", feature = "html"))]
const HEAD: usize = 1_024;

/// What a page says of its encoding, where that is one that Chinese pages are in and no UTF-8.
#[cfg(feature = "decode")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Declared {
    /// GB2312, GBK or GB18030: who says one means what they all are parts of.
    Gb18030,
    /// Big5.
    Big5,
}

/// The encoding that a page says it is in: `<meta charset="gb2312">`, or the same in a `content`.
#[cfg(feature = "decode")]
pub(crate) fn declared(bytes: &[u8]) -> Option<Declared> {
    const KEY: &[u8] = b"charset=";
    let head = &bytes[..bytes.len().min(HEAD)];
    let at = head.windows(KEY.len()).position(|it| it.eq_ignore_ascii_case(KEY))?;
    let name = head[at + KEY.len()..].trim_ascii_start();
    let name = name.strip_prefix(b"\"").or(name.strip_prefix(b"'")).unwrap_or(name);
    let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte));
    match name[..end.unwrap_or(name.len())].to_ascii_lowercase().as_slice() {
        b"gb2312" | b"gbk" | b"gb18030" | b"gb_2312-80" | b"x-gbk" => Some(Declared::Gb18030),
        b"big5" | b"big5-hkscs" | b"x-x-big5" => Some(Declared::Big5),
        _ => None,
    }
}

#[cfg(all(test, feature = "decode"))]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_its_encoding() {
        for (head, encoding) in [
            (r#"<html><meta charset="gb2312">"#, Some(Declared::Gb18030)),
            ("<META http-equiv=Content-Type content='text/html; CHARSET=Big5'>", Some(Declared::Big5)),
            ("<meta charset=utf-8>", None),
            ("<meta charset=klingon>", None),
            ("<p>charset</p>", None),
        ] {
            assert_eq!(declared(head.as_bytes()), encoding, "{head}");
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn text_with_a_bracket_is_no_page() {
        for text in ["<1>火炬动态", "今天<html>没有新闻", "", "<p>没有新闻", "<著者>没有新闻</著者>"]
        {
            assert!(!is_page(text), "{text}");
        }
        for text in [
            "<!DOCTYPE HTML><p>没有新闻</p>",
            "<p class=a>没有新闻</p>\n",
            "\u{FEFF}\n<Html><body>没有新闻",
            "<head><title>新闻</title>",
        ] {
            assert!(is_page(text), "{text}");
        }
    }
}
