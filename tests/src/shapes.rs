//! Texts that are hard on a parser: one thing over and over, so that any work that is done again shows.

/// A text that grows with its size.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is.
    pub name: &'static str,
    /// The size in the throughput promise: how many repetitions.
    pub size: usize,
    text: fn(usize) -> String,
}

impl Shape {
    /// The text with `n` repetitions.
    pub fn text(&self, n: usize) -> String {
        (self.text)(n)
    }
}

/// Every shape.
pub const SHAPES: &[Shape] = &[
    Shape { name: "one long line", size: 50_000_000 / PROSE.len(), text: |n| PROSE.repeat(n) },
    Shape { name: "blank lines", size: 10_000_000, text: |n| "\n".repeat(n) },
    Shape { name: "(供稿: on one line", size: 1_000_000, text: |n| "(供稿:".repeat(n) },
    Shape { name: "(供稿: a line", size: 1_000_000, text: |n| "(供稿:\n".repeat(n) },
    Shape { name: "entries without articles", size: 1_000_000, text: entries },
    Shape { name: "一是 on one line", size: 1_000_000, text: |n| "一是".repeat(n) },
    Shape { name: "一是 a paragraph", size: 1_000_000, text: |n| "一是园区增效。\n".repeat(n) },
    Shape { name: "unclosed brackets", size: 1_000_000, text: |n| "《“(【".repeat(n) },
    Shape { name: "unclosed brackets a line", size: 1_000_000, text: |n| "《“(【\n".repeat(n) },
    Shape { name: "提出3点要求:", size: 1_000_000, text: |n| "提出3点要求:".repeat(n) },
    Shape { name: "one wrapped paragraph", size: 100_000, text: |n| WRAPPED.repeat(n) },
    Shape { name: "mastheads", size: 100_000, text: mastheads },
    Shape { name: "names alone", size: 1_000_000, text: |n| "火炬动态\n".repeat(n) },
    Shape {
        name: "names over pages",
        size: 1_000_000,
        text: |n| format!("{HEAD}{}", "\x0C火炬动态\n".repeat(n)),
    },
    Shape { name: "tabs over a table", size: 1_000_000, text: |n| "\t".repeat(n) + &"年\t度\n".repeat(n) },
    Shape { name: "page numbers", size: 1_000_000, text: pages },
    Shape { name: "digits on one line", size: 1_000_000, text: |n| "1".repeat(n) },
    Shape { name: "numerals on one line", size: 1_000_000, text: |n| "一百".repeat(n) },
    Shape { name: "Chinese digits on one line", size: 1_000_000, text: |n| "一".repeat(n) },
    Shape { name: "rates on one line", size: 200_000, text: |n| "同比增长1%、".repeat(n) },
    Shape { name: "shares on one line", size: 200_000, text: |n| "占1%、".repeat(n) },
    Shape { name: "百分之 on one line", size: 200_000, text: |n| "百分之".repeat(n) },
    Shape { name: "titles and names", size: 200_000, text: |n| "主任张三、".repeat(n) },
    Shape { name: "entries and other titles", size: 20_000, text: entries_and_titles },
];

/// Prose without an end.
const PROSE: &str = "园区企业实现营业收入12.5亿元,同比增长8.3%,研发投入占比进一步提高,";

/// A full line of 28 characters that neither begins nor ends anything.
const WRAPPED: &str = "开发区内各类企业的研究开发投入占营业收入的比重和上年相比又有\n";

const HEAD: &str = "火炬动态\n2021年第9期(总第514期) 2021年5月15日\n目录\n";

fn entries(n: usize) -> String {
    let mut text = HEAD.to_owned();
    for index in 0..n {
        text.push_str(&format!("第{index}号园区的情况通报……{}\n", index / 9 + 1));
    }
    text.push_str("【要闻】\n另一个标题\n今天没有新闻。\n(供稿:某某高新区)\n");
    text
}

fn entries_and_titles(n: usize) -> String {
    let mut text = entries(n);
    for index in 0..n {
        text.push_str(&format!("另{index}号园区的情况介绍\n今天没有新闻。\n(供稿:某某高新区)\n"));
    }
    text
}

fn mastheads(n: usize) -> String {
    (0..n)
        .map(|index| format!("火炬动态\n2021年第{}期(总第{index}期) 2021年5月15日\n", index % 24 + 1))
        .collect()
}

fn pages(n: usize) -> String {
    (0..n).map(|index| format!("— {index} —\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_times_the_repetitions_are_four_times_the_text() {
        for shape in SHAPES {
            let (one, four) = (shape.text(1_000).len() as f64, shape.text(4_000).len() as f64);
            assert!((3.9..4.3).contains(&(four / one)), "{}: {one} and {four} bytes", shape.name);
        }
    }
}
