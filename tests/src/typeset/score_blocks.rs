//! The blocks of an article: what is expected, and both readings where the print leaves one open.

use serde_json::{Value, json};

use super::score::{Score, items, shown};

pub(crate) fn blocks(score: &mut Score, found: &Value, expected: &Value) {
    let all_expected: Vec<&Value> = items(expected).collect();
    let found = settled(&all_expected, items(found).cloned().collect());
    let (open, expected): (Vec<&Value>, Vec<&Value>) =
        all_expected.into_iter().partition(|it| it["rows_do_not_show"] == true);
    let found = without_cells(&open, found);
    let of = |kind: &str| -> (Vec<&Value>, Vec<&Value>) {
        let is = |it: &&Value| it["type"] == kind;
        (found.iter().filter(is).collect(), expected.iter().copied().filter(is).collect())
    };
    let all = |blocks: &[&Value], item: fn(&Value) -> Option<String>| -> Vec<String> {
        blocks.iter().filter_map(|it| item(it)).collect()
    };
    let text = |it: &Value| Some(shown(&it["text"]));

    let (new, old) = of("paragraph");
    score.sequence("paragraph.text", &all(&new, text), &all(&old, text));
    let marker = |it: &Value| Some(format!("{} of {}", it["marker"].as_str()?, opening(it)));
    score.bag("paragraph.marker", &all(&new, marker), &all(&old, marker));
    let open: Vec<String> =
        all(&old, |it| Some(format!("{} of {}", it["alt"]["lead"].as_str()?, opening(it))));
    let lead = |it: &Value| Some(format!("{} of {}", it["lead"].as_str()?, opening(it)));
    let mut leads = all(&new, lead);
    leads.retain(|it| !open.contains(it));
    score.bag("paragraph.lead", &leads, &all(&old, lead));

    let (new, old) = of("heading");
    score.sequence("heading.text", &all(&new, text), &all(&old, text));
    let level = |it: &Value| Some(format!("{} of {}", it["level"], shown(&it["text"])));
    score.bag("heading.level", &all(&new, level), &all(&old, level));
    let marker = |it: &Value| Some(format!("{} of {}", it["marker"].as_str()?, shown(&it["text"])));
    score.bag("heading.marker", &all(&new, marker), &all(&old, marker));
    for kind in ["caption", "note"] {
        let (new, old) = of(kind);
        score.sequence(kind, &all(&new, text), &all(&old, text));
    }
    let rows = |blocks: &[&Value]| -> Vec<String> {
        blocks.iter().flat_map(|it| items(&it["rows"])).map(ToString::to_string).collect()
    };
    let (new, old) = of("table");
    score.sequence("table.row", &rows(&new), &rows(&old));
    let order = |it: &Value| format!("{} {}", shown(&it["type"]), shown(&it["text"]));
    let order_of = |blocks: &mut dyn Iterator<Item = &Value>| blocks.map(order).collect::<Vec<_>>();
    score.sequence("block.order", &order_of(&mut found.iter()), &order_of(&mut expected.iter().copied()));
}

/// What was found without the cells of tables whose rows the text does not show: they are neither right nor wrong.
fn without_cells(open: &[&Value], mut found: Vec<Value>) -> Vec<Value> {
    let mut cells: Vec<String> = open
        .iter()
        .flat_map(|it| items(&it["rows"]))
        .flat_map(items)
        .map(shown)
        .filter(|it| !it.is_empty())
        .collect();
    // Of two cells that begin alike the longer is tried first.
    cells.sort_by_key(|it| std::cmp::Reverse(it.len()));
    let is_cells = |text: &str| {
        let mut rest = text;
        while !rest.is_empty() {
            let Some(cell) = cells.iter().find(|it| rest.starts_with(it.as_str())) else { return false };
            rest = &rest[cell.len()..];
        }
        true
    };
    if !cells.is_empty() {
        found.retain(|block| match block["type"].as_str() {
            Some("table") => !items(&block["rows"]).flat_map(items).all(|it| is_cells(&shown(it))),
            Some("caption") => true,
            _ => !is_cells(&shown(&block["text"])),
        });
    }
    found
}

fn opening(it: &Value) -> String {
    shown(&it["text"]).chars().take(12).collect()
}

/// What was found in the expected reading, where the print decides nothing: paragraphs whose border does not
/// show are put apart, and the parts of one with borders that may be ends are put together.
fn settled(expected: &[&Value], found: Vec<Value>) -> Vec<Value> {
    let apart = put_apart(expected, found);
    put_together(expected, apart)
}

fn put_apart(expected: &[&Value], found: Vec<Value>) -> Vec<Value> {
    let is_open = |it: &Value| it["may_join_next"] == true;
    if !expected.iter().any(|it| is_open(it)) {
        return found;
    }
    let mut out = Vec::new();
    for block in found {
        let text = shown(&block["text"]);
        let run = (0..expected.len()).filter(|_| block["type"] == "paragraph").find_map(|at| {
            let mut rest = text.strip_prefix(expected[at]["text"].as_str()?)?;
            let mut end = at;
            while !rest.is_empty() {
                let next = *expected.get(end + 1).filter(|_| is_open(expected[end]))?;
                rest = rest.strip_prefix(next["text"].as_str()?)?;
                end += 1;
            }
            (end > at).then_some(at..end + 1)
        });
        let Some(run) = run else {
            out.push(block);
            continue;
        };
        for (index, part) in expected[run].iter().enumerate() {
            let mut piece = if index == 0 {
                block.clone()
            } else {
                json!({"type": "paragraph", "marker": part["marker"], "lead": part["lead"]})
            };
            piece["text"] = part["text"].clone();
            out.push(piece);
        }
    }
    out
}

fn put_together(expected: &[&Value], found: Vec<Value>) -> Vec<Value> {
    let mut out: Vec<Value> = Vec::new();
    let mut rest = found.into_iter().peekable();
    while let Some(mut block) = rest.next() {
        if block["type"] == "paragraph" {
            let text = shown(&block["text"]);
            let whole = expected.iter().find(|it| {
                it["text"].as_str().is_some_and(|whole| whole.len() > text.len() && whole.starts_with(&text))
                    && may_split(it, &text)
            });
            if let Some(whole) = whole {
                let mut text = text;
                while let Some(next) = rest.peek()
                    && next["type"] == "paragraph"
                {
                    let longer = format!("{text}{}", shown(&next["text"]));
                    let whole_text = shown(&whole["text"]);
                    if longer != whole_text && !(whole_text.starts_with(&longer) && may_split(whole, &longer))
                    {
                        break;
                    }
                    text = longer;
                    rest.next();
                }
                block["text"] = text.into();
            }
        }
        out.push(block);
    }
    out
}

/// Whether a paragraph may end after `text`.
fn may_split(whole: &Value, text: &str) -> bool {
    let count = text.chars().count() as u64;
    items(&whole["may_split_at"]).any(|it| it.as_u64() == Some(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Value {
        json!({"type": "paragraph", "marker": null, "lead": null, "text": text})
    }

    #[test]
    fn what_the_print_leaves_open_is_right_either_way() {
        let mut first = paragraph("甲。乙。");
        first["may_split_at"] = json!([2]);
        first["may_join_next"] = json!(true);
        let expected = [first, paragraph("丙。")];
        let expected: Vec<&Value> = expected.iter().collect();
        for found in [
            vec![paragraph("甲。乙。"), paragraph("丙。")],
            vec![paragraph("甲。"), paragraph("乙。"), paragraph("丙。")],
            vec![paragraph("甲。乙。丙。")],
        ] {
            let texts: Vec<String> = settled(&expected, found).iter().map(|it| shown(&it["text"])).collect();
            assert_eq!(texts, ["甲。乙。", "丙。"]);
        }
        let table =
            json!({"type": "table", "rows": [["园区", "收入"], ["甲", "12.5"]], "rows_do_not_show": true});
        let cells = [paragraph("园区收入"), paragraph("甲"), paragraph("12.5"), paragraph("甲园区好。")];
        assert_eq!(without_cells(&[&table], cells.to_vec()), [paragraph("甲园区好。")]);

        let wrong = settled(&expected, vec![paragraph("甲。乙"), paragraph("。丙。")]);
        assert_eq!(wrong.len(), 2);
        assert_eq!(shown(&wrong[0]["text"]), "甲。乙");
    }
}
