//! Sets a planned issue: a paragraph a line, or in lines of a printed page.

use std::fmt::Write as _;

use crate::plan::Plan;
use crate::prose::Kind;
use torch_bulletin_tests::random::Random;

/// Characters that a page of the plain setting holds; a paragraph over its end is cut in two.
const PAGE_CHARACTERS: usize = 1_200;

/// The publisher of the specimens.
const PUBLISHER: &str = "科技部火炬高技术产业开发中心";

const IMPRINTS: &[&str] = &[
    PUBLISHER,
    "地址:北京市海淀区清溪北里甲29号",
    "邮编:100081",
    "电话:(010)62118830",
    "网址:www.hjdt-bulletin.org.cn",
    "",
    "编辑部地址:北京市海淀区知行路113号银河大厦六层",
    "邮编:100086",
    "电话:(010)82556671-208",
    "责任编辑:韩松年 米雪 邵一凡",
];

/// The layout of the 2021-09 specimen.
pub(crate) fn plain(plan: &Plan, random: &mut Random) -> String {
    let mut sheet = Plain { out: String::with_capacity(64_000), on_page: 0 };
    sheet.line("\n\n火炬动态");
    sheet.line(PUBLISHER);
    let Plan { year, number, whole_number, month, day, sections } = plan;
    sheet.line(&format!("{year}年第{number}期(总第{whole_number}期) {year}年{month}月{day}日"));
    for section in sections {
        let _ = write!(sheet.out, "【{}】 ", section.name);
        if let Some(series) = section.series {
            let _ = write!(sheet.out, "\n\n——{series}\n\n");
        }
        for signed in &section.articles {
            let _ = writeln!(sheet.out, "{}", signed.article.title);
        }
        sheet.out.push('\n');
    }
    for section in sections {
        sheet.line(section.name);
        section.series.iter().for_each(|series| sheet.line(&format!("——{series}")));
        for signed in &section.articles {
            let title = &signed.article.title;
            // Where a title takes two lines of print, the extraction puts a blank.
            match long_title(title).filter(|_| random.percent(50)) {
                Some(at) => sheet.line(&format!("{} {}", &title[..at], &title[at..])),
                None => sheet.line(title),
            }
            signed.article.subtitle.iter().for_each(|it| sheet.line(&format!("——{it}")));
            let last = signed.article.blocks.len() - 1;
            for (index, block) in signed.article.blocks.iter().enumerate() {
                match block.kind {
                    Kind::Heading => sheet.line(&block.text),
                    _ if index == last && signed.inline => {
                        sheet.paragraph(&format!("{}{}", block.text, signed.attribution));
                    }
                    _ => sheet.paragraph(&block.text),
                }
            }
            if !signed.inline {
                sheet.line(&signed.attribution);
            }
        }
    }
    sheet.out.push_str(&IMPRINTS.join("\n"));
    sheet.out
}

/// Where a title of more than a line is cut: after its first half, between two Chinese characters.
fn long_title(title: &str) -> Option<usize> {
    let characters: Vec<(usize, char)> = title.char_indices().collect();
    if characters.len() < 22 {
        return None;
    }
    let cuts = characters.windows(2).skip(characters.len() / 2);
    cuts.take(6).find(|pair| pair.iter().all(|(_, c)| is_chinese(*c))).map(|pair| pair[1].0)
}

fn is_chinese(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

struct Plain {
    out: String,
    on_page: usize,
}

impl Plain {
    fn line(&mut self, text: &str) {
        self.on_page += text.chars().count();
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    /// A paragraph, cut where the page is full.
    fn paragraph(&mut self, text: &str) {
        let mut previous = ' ';
        for (at, c) in text.char_indices() {
            self.on_page += 1;
            let inside = at > 60 && text.len() - at > 60;
            if self.on_page > PAGE_CHARACTERS && inside && is_chinese(previous) && is_chinese(c) {
                self.out.push_str("\n\n");
                self.on_page = 0;
            }
            self.out.push(c);
            previous = c;
        }
        self.out.push_str("\n\n");
    }
}

/// Columns of a full line: 28 Chinese characters.
const MEASURE: usize = 56;

/// Lines of a full page.
const PAGE_LINES: usize = 36;

/// Lines of a page as a PDF gives them: indents, centred titles, a page number and a form feed at each end.
pub(crate) fn wrapped(plan: &Plan) -> String {
    let mut sheet = Wrapped { out: String::with_capacity(64_000), lines: 0, page: 1 };
    let Plan { year, number, whole_number, month, day, sections } = plan;
    sheet.centred("火炬动态");
    sheet.blank();
    sheet.centred(PUBLISHER);
    sheet.centred(&format!("{year}年第{number}期(总第{whole_number}期) {year}年{month}月{day}日"));
    sheet.blank();
    sheet.centred("目 录");
    sheet.blank();
    for section in sections {
        sheet.line(0, &format!("【{}】", section.name));
        section.series.iter().for_each(|series| sheet.line(0, &format!("——{series}")));
        section.articles.iter().for_each(|signed| sheet.filled(0, 0, &signed.article.title));
    }
    sheet.page_end();
    for section in sections {
        sheet.centred(section.name);
        section.series.iter().for_each(|series| sheet.centred(&format!("——{series}")));
        sheet.blank();
        for signed in &section.articles {
            for line in folded(&signed.article.title, 44, 44) {
                sheet.centred(line);
            }
            signed.article.subtitle.iter().for_each(|it| sheet.centred(&format!("——{it}")));
            sheet.blank();
            let last = signed.article.blocks.len() - 1;
            for (index, block) in signed.article.blocks.iter().enumerate() {
                if index == last && signed.inline {
                    sheet.filled(4, 0, &format!("{}{}", block.text, signed.attribution));
                } else {
                    sheet.filled(4, 0, &block.text);
                }
            }
            if !signed.inline {
                sheet.filled(4, 0, &signed.attribution);
            }
            sheet.blank();
        }
    }
    IMPRINTS.iter().for_each(|line| sheet.line(0, line));
    sheet.page_end();
    sheet.out
}

struct Wrapped {
    out: String,
    lines: usize,
    page: usize,
}

impl Wrapped {
    fn line(&mut self, indent: usize, text: &str) {
        if self.lines == PAGE_LINES {
            self.page_end();
        }
        self.lines += 1;
        let blanks = if text.is_empty() { 0 } else { indent };
        let _ = writeln!(self.out, "{:blanks$}{text}", "");
    }

    /// A blank line, but for the head of a page.
    fn blank(&mut self) {
        if self.lines > 0 {
            self.line(0, "");
        }
    }

    fn centred(&mut self, text: &str) {
        self.line(MEASURE.saturating_sub(columns(text)) / 2, text);
    }

    fn filled(&mut self, first: usize, others: usize, text: &str) {
        for (index, line) in folded(text, MEASURE - first, MEASURE - others).into_iter().enumerate() {
            self.line(if index == 0 { first } else { others }, line);
        }
    }

    fn page_end(&mut self) {
        let number = format!("— {} —", self.page);
        let _ = write!(self.out, "\n{:25}{number}\n\u{C}", "");
        self.page += 1;
        self.lines = 0;
    }
}

/// The lines of a text; no line begins with a closing mark or inside a number.
fn folded(text: &str, first: usize, others: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut width, mut measure) = (0, 0, first);
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let inside_number = previous.is_ascii_alphanumeric() && (c.is_ascii_alphanumeric() || c == '.')
            || previous == '.' && c.is_ascii_digit();
        let closes = matches!(c, ',' | '。' | '、' | ';' | ':' | ')' | '”' | '》' | '%' | '？' | '！' | '】');
        let opened = matches!(previous, '(' | '“' | '《' | '【');
        if width >= measure - 1 && !inside_number && !closes && !opened {
            lines.push(text[start..at].trim_end());
            (start, width, measure) = (at, 0, others);
        }
        width += if c.is_ascii() { 1 } else { 2 };
        previous = c;
    }
    lines.push(&text[start..]);
    lines
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
