//! Every form of masthead, contents list, heading, attribution and colophon that kindred newsletters are known to print: one
//! row a form, each in a small issue around it.

mod attributions;
mod body;
mod colophon;
mod contents;
mod masthead;

use torch_bulletin::{Bulletin, Text};

const HEAD: &str = "火炬动态\n2022年第12期(总第541期) 2022年7月31日\n";
const FIRST: &str = "甲市高新区举办创业活动";
const SECOND: &str = "乙市高新区设立产业基金";

/// Two articles under `front`.
fn two(front: &str) -> String {
    format!(
        "{front}\n{FIRST}\n活动很成功,各方都满意。\n(供稿:甲市科技局)\n\n{SECOND}\n基金很大,各方都满意。\n(供稿:乙市科技局)\n"
    )
}

fn of(source: &str, text: Option<&Text>) -> String {
    text.map_or_else(|| "-".to_owned(), |it| it.of(source).into_owned())
}

/// Rows that are read otherwise than expected; none may be, and nothing of any may be left over.
fn each<'r>(rows: &[(&'r str, &'r str)], read: impl Fn(&str) -> (String, String)) {
    let wrong = rows.iter().filter_map(|&(row, expected)| {
        let (found, left) = read(row);
        (found != expected || !left.is_empty())
            .then(|| format!("{row:?}: expected {expected}, found {found}, left over {left:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn left(source: &str, bulletin: &Bulletin) -> String {
    bulletin.unparsed.iter().map(|it| it.of(source).into_owned()).collect::<Vec<_>>().join("|")
}
