//! What `read` takes and what it refuses, over bytes.

use torch_bulletin::{Code, Document, Severity, Span};
use torch_bulletin_archive::{ParseOptions, ReadError, SourceMap, read, read_bytes, read_while};

const PROSE: &str =
    "火炬动态\n2019年第3期(总第402期)\n一个标题\n今天没有新闻,明天也没有。\n(供稿:某某高新区)\n";

fn invalid(document: &Document) -> Vec<&str> {
    let source = document.source();
    document.report().of(Code::InvalidBytes).map(|it| it.span.unwrap().of(source).unwrap()).collect()
}

#[test]
fn every_refusal_has_its_code_and_says_what_to_do() {
    let cases: &[(&str, &[u8], &str, &str, &str)] = &[
        ("nothing", b"", "empty", "zero bytes", "check that"),
        ("a NUL", b"some text\0 more", "binary", "a NUL at byte 9", "extract the text"),
        ("controls", b"\x01\x02\x03\x04text", "binary", "4 of the first 8 bytes", "extract the text"),
        ("JPEG", b"\xFF\xD8\xFF\xE0\0\x10JFIF", "other-kind", "a JPEG image", "(OCR)"),
        ("PNG", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "other-kind", "a PNG image", "(OCR)"),
        ("GIF", b"GIF89a\x01\0", "other-kind", "a GIF image", "(OCR)"),
        ("PDF", b"%PDF-1.4\n%\xE2\xE3\xCF\xD3", "other-kind", "a PDF", "pdftotext"),
        ("zip", b"PK\x03\x04\x14\0", "other-kind", "a zip archive", "unpack"),
        ("doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", "other-kind", "(.doc,", "plain text (UTF-8)"),
        ("gzip", b"\x1F\x8B\x08\0", "other-kind", "a gzip archive", "unpack"),
        ("RTF", b"{\\rtf1\\ansi}", "other-kind", "an RTF document", "plain text (UTF-8)"),
        ("UTF-32", b"\xFF\xFE\0\0k\x70\0\0", "other-kind", "text in UTF-32", "iconv"),
    ];
    for (name, bytes, code, found, advice) in cases {
        let error = read(bytes).expect_err(name);
        let message = error.to_string();
        assert_eq!(error.code(), *code, "{name}");
        assert!(message.starts_with("found ") && message.contains(", expected "), "{name}: {message}");
        assert!(message.contains(found) && message.contains(advice), "{name}: {message}");
        assert!(!message.ends_with('.'), "{name}: {message}");
    }
}

#[test]
fn bad_bytes_in_the_middle_are_read_and_placed() {
    let mut bytes = PROSE.as_bytes().to_vec();
    let at = PROSE.find("新闻").unwrap();
    bytes.splice(at..at, [0xFF, 0xC0, 0xE7]);
    let document = read(&bytes).unwrap();
    assert_eq!(invalid(&document), ["\u{FFFD}\u{FFFD}\u{FFFD}"]);
    let report = document.report();
    let found = report.of(Code::InvalidBytes).next().unwrap();
    assert_eq!(found.severity(), Severity::Warning);
    assert_eq!(found.message, format!("found 3 bytes from byte {at} of the file that are no utf-8"));
    assert!(found.help.as_ref().unwrap().contains("iconv"));
}

#[test]
fn byte_order_mark_and_carriage_returns_stay() {
    let text = format!("\u{FEFF}{}", PROSE.replace('\n', "\r\n"));
    let reading = read_bytes(text.as_bytes(), Some("3.txt"), &ParseOptions::default()).unwrap();
    assert_eq!(reading.document.source(), text);
    assert_eq!(reading.origin.name.as_deref(), Some("3.txt"));
    assert_eq!(reading.origin.bytes, text.len() as u64);
    assert_eq!(reading.origin.encoding.as_str(), "utf-8");
}

#[test]
fn blanks_are_texts() {
    for text in ["\n", " \t\u{3000}\r\n", "\u{FEFF}", "1<2、3>2", "x"] {
        assert_eq!(read(text.as_bytes()).unwrap().source(), text);
    }
}

#[test]
fn of_a_page_the_text_is_read_and_the_rest_is_furniture() {
    let lines: String = PROSE.lines().map(|line| format!("<p>{line}</p>\n")).collect();
    let page = format!(
        "<!DOCTYPE html><html><head><meta charset=gb2312><title>题</title></head><body>\
         <div class=nav><a>首页</a> &gt; <a>动态</a></div>\n<div>{lines}</div><p>关闭窗口</p></body></html>"
    );
    let bytes = encoding_rs::GB18030.encode(&page).0.into_owned();
    let reading = read_bytes(&bytes, None, &ParseOptions::default()).unwrap();
    let (document, origin) = (&reading.document, &reading.origin);
    assert_eq!((origin.encoding.as_str(), origin.certainty.as_str()), ("gb18030", "declared"));
    assert_eq!(origin.format.as_str(), "html");

    let (source, bulletin) = (document.source(), document.bulletin());
    let text = |it: &torch_bulletin::Text| it.of(source).into_owned();
    let articles: Vec<_> = bulletin.articles().filter_map(|it| it.title.as_ref().map(text)).collect();
    assert_eq!(articles, ["一个标题"]);
    let furniture: Vec<_> = bulletin.furniture.iter().map(|it| (it.kind.as_str(), text(&it.text))).collect();
    let lines = ["首页 > 动态", "关闭窗口"].map(|it| ("navigation", it.to_owned()));
    assert_eq!(furniture, lines);

    // Every place leads back to the bytes that spell it.
    let map = SourceMap::new(&bytes).unwrap();
    for word in ["一个标题", "明天", "某某高新区", "关闭窗口"] {
        let at = source.find(word).unwrap();
        let span = Span::new(at as u32, (at + word.len()) as u32);
        assert_eq!(&bytes[map.bytes_of(span)], &*encoding_rs::GB18030.encode(word).0, "{word}");
    }
}

#[test]
fn big5_is_refused_by_name() {
    let text = "火炬動態\n今天沒有新聞，明天也沒有；園區的企業都在開會，會後參觀了實驗室。\n";
    let error = read(&encoding_rs::BIG5.encode(text).0).unwrap_err();
    assert_eq!(error.code(), "other-kind");
    assert!(error.to_string().starts_with("found text in Big5, expected plain text; convert it to UTF-8"));
}

#[test]
fn places_lead_back_to_the_bytes_in_every_encoding() {
    let text = format!("{PROSE}𠮷野家与 R&D\r\n");
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let swapped = wide.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect::<Vec<_>>();
    let gb = encoding_rs::GB18030.encode(&text).0.into_owned();
    for (bytes, encoding) in
        [(text.clone().into_bytes(), "utf-8"), (gb, "gb18030"), (wide, "utf-16le"), (swapped, "utf-16be")]
    {
        let reading = read_bytes(&bytes, None, &ParseOptions::default()).unwrap();
        assert_eq!((reading.origin.encoding.as_str(), reading.document.source()), (encoding, &*text));
        let map = SourceMap::new(&bytes).unwrap();
        let end = text.len() as u32;
        assert_eq!(map.bytes_of(Span::new(0, end)), 0..bytes.len(), "{encoding}");
        // Characters follow each other without gap, each in its own bytes.
        let mut at = 0;
        for (start, c) in text.char_indices() {
            let span = Span::new(start as u32, (start + c.len_utf8()) as u32);
            let place = map.bytes_of(span);
            assert_eq!((place.start, place.len()), (at, length(c, encoding)), "{c} in {encoding}");
            at = place.end;
        }
    }
}

fn length(c: char, encoding: &str) -> usize {
    match encoding {
        "utf-8" => c.len_utf8(),
        "gb18030" => encoding_rs::GB18030.encode(c.encode_utf8(&mut [0; 4])).0.len(),
        _ => 2 * c.len_utf16(),
    }
}

#[test]
fn bad_bytes_have_their_places_too() {
    let mut gb = encoding_rs::GB18030.encode(PROSE).0.into_owned();
    let length = gb.len();
    // A byte that begins nothing, and a character that does not go on.
    gb.extend_from_slice(b"\xFF\n\xBB\xF0\x81\x30x");
    for (bytes, bad) in [
        (&b"\xE7\x81\xAB\xFF\xC0\nx\xE7\x81y"[..], &[3..4, 4..5, 7..9][..]),
        (&gb, &[length..length + 1, length + 4..length + 5]),
    ] {
        let document = read(bytes).unwrap();
        let map = SourceMap::new(bytes).unwrap();
        let places: Vec<_> = document
            .source()
            .match_indices('\u{FFFD}')
            .map(|(at, it)| map.bytes_of(Span::new(at as u32, (at + it.len()) as u32)))
            .collect();
        assert_eq!(places, bad, "{:?}", document.source());
    }
}

#[test]
fn certainty_says_how_the_encoding_was_found() {
    let gb = encoding_rs::GB18030.encode(PROSE).0.into_owned();
    let marked = format!("\u{FEFF}{PROSE}");
    let mut damaged = PROSE.as_bytes().to_vec();
    damaged[4] = 0xFF;
    for (bytes, certainty) in
        [(PROSE.as_bytes(), "valid"), (marked.as_bytes(), "marked"), (&gb, "detected"), (&damaged, "assumed")]
    {
        let reading = read_bytes(bytes, None, &ParseOptions::default()).unwrap();
        assert_eq!(reading.origin.certainty.as_str(), certainty);
    }
}

#[test]
fn gb18030_and_utf16_are_decoded() {
    let swap = |bytes: &[u8]| bytes.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect::<Vec<_>>();
    let little: Vec<u8> = format!("\u{FEFF}{PROSE}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gb = encoding_rs::GB18030.encode(PROSE).0.into_owned();
    for (bytes, encoding) in [(swap(&little), "utf-16be"), (little, "utf-16le"), (gb, "gb18030")] {
        let reading = read_bytes(&bytes, None, &ParseOptions::default()).unwrap();
        assert_eq!(reading.origin.encoding.as_str(), encoding);
        assert_eq!(reading.document.source().trim_start_matches('\u{FEFF}'), PROSE, "{encoding}");
        assert!(invalid(&reading.document).is_empty(), "{encoding}");
    }
}

#[test]
fn damaged_gb18030_stays_gb18030() {
    let mut bytes = encoding_rs::GB18030.encode(&PROSE.repeat(8)).0.into_owned();
    bytes[100] = 0xFF;
    let reading = read_bytes(&bytes, None, &ParseOptions::default()).unwrap();
    assert_eq!(reading.origin.encoding.as_str(), "gb18030");
    assert!(!invalid(&reading.document).is_empty());
    assert!(reading.document.source().ends_with("(供稿:某某高新区)\n"));
}

#[test]
fn the_origin_names_the_bytes() {
    let reading = read_bytes(b"abc", None, &ParseOptions::default()).unwrap();
    assert_eq!(reading.origin.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn what_is_kept_lazily_says_what_the_origin_says() {
    let gb = encoding_rs::GB18030.encode(PROSE).0.into_owned();
    let damaged = [PROSE.as_bytes(), b"\xFF"].concat();
    for bytes in [PROSE.as_bytes(), &gb, &damaged] {
        let reading = read_bytes(bytes, Some("3.txt"), &ParseOptions::default()).unwrap();
        let read = read_while(bytes, Some("3.txt"), &ParseOptions::default(), &|| true).unwrap();
        let (document, input) = read.unwrap();
        let source = document.source();
        assert_eq!(document.bulletin(), reading.document.bulletin());
        assert_eq!(document.report(), reading.document.report());
        assert_eq!((input.name(), input.raw(source)), (Some("3.txt"), Some(bytes)));
        assert_eq!(input.sha256(source), Some(&*reading.origin.sha256));
        let origin = &reading.origin;
        assert_eq!(
            (input.encoding(), input.certainty(), input.format()),
            (origin.encoding, Some(origin.certainty), origin.format)
        );
    }
}

#[test]
fn a_read_that_is_called_off_gives_nothing_at_whatever_step() {
    for steps in 0..3 {
        let asked = std::cell::Cell::new(0);
        let keep_going = || asked.replace(asked.get() + 1) < steps;
        let read = read_while(PROSE.as_bytes(), None, &ParseOptions::default(), &keep_going);
        assert!(read.unwrap().is_none(), "asked {} times", asked.get());
        assert_eq!(asked.get(), steps + 1, "asked again after a no");
    }
}

#[test]
fn errors_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<ReadError>();
}
