//! A list of facts for notebooks: kind, words, what they say and where they stand, as one table of HTML.

use super::html::escape;
use super::said::said;
use crate::facts::Fact;
use crate::{Bulletin, LineIndex};

/// Facts that a list shows; the rest is counted.
const SHOWN: usize = 100;

/// Some facts of a text as a piece of HTML: a table with a row for each of the first hundred.
///
/// Like the [outline](super::outline()) it is one `div` with a style of its own, without scripts and without anything to load,
/// for a page that is not ours, light or dark. Everything that was printed is escaped. For text that is no bulletin,
/// `bulletin` is an empty one.
///
/// ```
/// use torch_bulletin::facts::{FactOptions, extract_text};
/// let text = "7月22日开班,300多名学员参加。";
/// let found = extract_text(text, "2022-07-31".parse().ok(), &FactOptions::default());
/// let list = torch_bulletin::render::fact_list(text, &torch_bulletin::Bulletin::default(), &found);
/// assert!(list.contains("<td>7月22日</td><td>2022-07-22</td><td>line 1</td>"));
/// ```
pub fn fact_list<'f>(source: &str, bulletin: &Bulletin, facts: impl IntoIterator<Item = &'f Fact>) -> String {
    let lines = LineIndex::new(source);
    let titles: Vec<_> = bulletin.articles().map(|article| article.title.as_ref()).collect();
    let mut out = String::from(HEAD);
    let mut facts = facts.into_iter();
    let mut shown = 0;
    for fact in facts.by_ref().take(SHOWN) {
        shown += 1;
        out.push_str(&format!("<tr title=\"{}\"><td>{}</td><td>", fact.rule, fact.value.kind()));
        escape(&fact.text.of(source), &mut out);
        out.push_str("</td><td>");
        escape(&said(fact), &mut out);
        out.push_str("</td><td>");
        if let Some(article) = fact.article {
            out.push_str(&format!("<small>{article}</small> "));
            let title = titles.get(article as usize).copied().flatten();
            escape(&title.map(|title| title.of(source)).unwrap_or_default(), &mut out);
            out.push_str(", ");
        }
        let (line, _) = lines.line_at(fact.text.head().start());
        out.push_str(&format!("line {line}</td></tr>\n"));
    }
    let more = facts.count();
    out.push_str("</table>\n");
    let plural = if shown + more == 1 { "" } else { "s" };
    let some = if more > 0 { format!(", the first {shown} shown") } else { String::new() };
    out.push_str(&format!("<p>{} fact{plural}{some}</p>\n</div>\n", shown + more));
    out
}

const HEAD: &str = "<div class=\"torch-bulletin-facts\">
<style>
.torch-bulletin-facts { line-height: 1.5; }
.torch-bulletin-facts table { border-collapse: collapse; }
.torch-bulletin-facts td, .torch-bulletin-facts th {
  padding: .1em .8em .1em 0; text-align: left; vertical-align: top; background: none;
}
.torch-bulletin-facts th { border-bottom: 1px solid; }
.torch-bulletin-facts small { opacity: .7; }
</style>
<table>
<tr><th>kind</th><th>text</th><th>says</th><th>where</th></tr>
";

#[cfg(test)]
mod tests {
    use crate::Bulletin;
    use crate::facts::{FactOptions, extract, extract_text};

    #[test]
    fn what_was_printed_is_escaped() {
        let text = "通过《<img src=x>办法》。";
        let found = extract_text(text, None, &FactOptions::default());
        let list = super::fact_list(text, &Bulletin::default(), &found);
        assert!(list.contains("&lt;img src=x&gt;办法") && !list.contains("<img"), "{list}");
        assert!(list.contains("<p>1 fact</p>"), "{list}");
    }

    #[test]
    fn a_long_list_is_cut_and_counted() {
        let text = "新增企业12家。\n".repeat(300);
        let found = extract_text(&text, None, &FactOptions::default());
        let list = super::fact_list(&text, &Bulletin::default(), &found);
        assert_eq!(list.matches("<tr title").count(), super::SHOWN);
        assert!(list.contains(&format!("<p>{} facts, the first 100 shown</p>", found.len())), "{list}");
    }

    #[test]
    fn a_fact_of_an_issue_has_the_title_of_its_article() {
        let source = "火炬动态\n2019年第3期 2019年3月31日\n一个标题\n新增企业12家。\n(供稿:某某高新区)";
        let parsed = crate::parse(source);
        let found = extract(&parsed, &FactOptions::default());
        let list = super::fact_list(source, parsed.bulletin(), &found);
        assert!(list.contains("<td><small>0</small> 一个标题, line 4</td>"), "{list}");
    }
}
