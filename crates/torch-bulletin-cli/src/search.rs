//! The subcommand `search`: words in every input, in context or counted.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf, is_separator};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use torch_bulletin::search::Query;
use torch_bulletin_archive::{Search, Walk};
use torch_bulletin_wire::{Counts, Hit, counts_to_csv, counts_to_ndjson, hits_to_csv, hits_to_ndjson};

use crate::args::{Format, JoinRule, SearchArgs, SearchFormat};
use crate::input;
use crate::kwic::Kwic;
use crate::output::Output;
use crate::profile::options;
use crate::signals::listen;
use crate::status::{Status, Stop, counted, warn};
use crate::target::Target;

/// Runs the subcommand.
pub(crate) fn run(args: &SearchArgs, status: &mut Status) -> Result<(), Stop> {
    let (paths, words) = split(&args.given, &args.words)?;
    let query = Query::new(words).map_err(|error| Stop::Usage(error.to_string()))?;
    let query = query.with_any(args.any).with_context(args.context);
    let inputs = input::all(&paths)?;
    let to = SearchFormat::of(args.to, args.output.as_deref())?;
    let options = options(JoinRule::Evidence, args.profile.as_deref())?;
    let stopped = listen()?;
    let mut walk = Walk::new(paths).with_limits(args.limits.into()).with_stop(Arc::clone(&stopped));
    let target = Target::of_list(args.output.as_deref());
    if let Target::File(path) = &target {
        walk = walk.without(path);
    }
    let kwic = Kwic::new(args.context, matches!(target, Target::Stdout));
    let mut output = Output::new(target, Format::Ndjson, &inputs)?;
    let mut counts = args.count_by.map(|by| Counts::new(by.into()));
    let (mut tally, mut head) = (Tally::default(), true);
    let mut written = Ok(());
    let search = Search::new(walk, query.clone()).with_options(options);
    search.in_order(args.threads.unwrap_or(0), |searched| {
        tally.files += u64::from(searched.ends);
        let issues = searched.issues.unwrap_or_else(|error| {
            tally.refused += 1;
            status.refused(&format!("{}: {error}", searched.name));
            Vec::new()
        });
        for found in &issues {
            let name = found.name(&searched.name);
            let hits = found.hits(&name, &query, args.offsets.into());
            tally.add(&hits);
            if let Some(counts) = &mut counts {
                counts.add(&hits);
                continue;
            }
            let text = match to {
                SearchFormat::Human => kwic.of(&searched.name, &hits),
                SearchFormat::Ndjson => hits_to_ndjson(&hits),
                SearchFormat::Csv => hits_to_csv(&hits, std::mem::take(&mut head)),
            };
            written = output.write(0, None, &text, status);
            if written.is_err() {
                return ControlFlow::Break(());
            }
        }
        match stopped.load(Ordering::Relaxed) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    written?;
    if stopped.load(Ordering::Relaxed) {
        return Err(Stop::Interrupted(output.break_off()?));
    }
    let last = match (to, &counts) {
        (SearchFormat::Human, counts) => {
            let table = counts.as_ref().map(|counts| kwic.counts(counts)).unwrap_or_default();
            table + &tally.to_string()
        }
        (SearchFormat::Ndjson, Some(counts)) => counts_to_ndjson(counts),
        (SearchFormat::Csv, Some(counts)) => counts_to_csv(counts),
        // A table without rows is a table all the same.
        (SearchFormat::Csv, None) => hits_to_csv(&[], head),
        (SearchFormat::Ndjson, None) => String::new(),
    };
    output.write(0, None, &last, status)?;
    output.finish()
}

/// Which arguments are paths, and which are words.
fn split(given: &[OsString], words: &[String]) -> Result<(Vec<PathBuf>, Vec<String>), Stop> {
    let paths = |given: &[OsString]| given.iter().map(PathBuf::from).collect();
    if !words.is_empty() {
        return Ok((paths(given), words.to_vec()));
    }
    let (first, rest) = given.split_at(given.iter().take_while(|it| is_path(it)).count());
    match (first, rest) {
        ([], [word, ..]) => Err(Stop::Usage(format!(
            "{}: found no such file or folder, expected where to look before the words; check the path",
            word.display()
        ))),
        (_, []) => Err(Stop::Usage(
            "found paths only, expected words after them; a word that is also the name of a file, or has `*`, `?` or `[` in it, \
             is given with `-e`"
                .to_owned(),
        )),
        _ => {
            for word in rest.iter().filter(|it| looks_like_path(it)) {
                warn(&format!(
                    "{}: found no such file or folder, so it is a word to look for; check the path, or give words with `-e`",
                    word.display()
                ));
            }
            let word = |word: &OsString| {
                word.to_str().map(str::to_owned).ok_or_else(|| {
                    Stop::Usage(format!("{}: found bytes that are no UTF-8, expected a word", word.display()))
                })
            };
            Ok((paths(first), rest.iter().map(word).collect::<Result<_, _>>()?))
        }
    }
}

/// Whether an argument says where to look.
fn is_path(given: &OsStr) -> bool {
    let text = given.to_string_lossy();
    text == "-" || text.contains(['*', '?', '[']) || fs::symlink_metadata(given).is_ok()
}

/// Whether a word has what paths have, and words that anybody looks for do not: a separator, or the ending of a file.
fn looks_like_path(given: &OsStr) -> bool {
    const ENDINGS: &[&str] =
        &["txt", "zip", "tar", "gz", "tgz", "jsonl", "ndjson", "html", "htm", "md", "json"];
    let path = Path::new(given);
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    given.to_string_lossy().contains(is_separator) || ending.is_some_and(|it| ENDINGS.contains(&it.as_str()))
}

/// How much was found in all inputs.
#[derive(Debug, Default)]
struct Tally {
    files: u64,
    refused: u64,
    hits: u64,
    articles: u64,
    issues: u64,
}

impl Tally {
    /// Adds the hits of one issue, in the order of the source.
    fn add(&mut self, hits: &[Hit<'_>]) {
        let mut articles: Vec<_> = hits.iter().filter_map(|hit| hit.article).collect();
        articles.sort_unstable();
        articles.dedup();
        self.hits += hits.len() as u64;
        self.articles += articles.len() as u64;
        self.issues += 1;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Tally { files, refused, hits, articles, issues } = *self;
        let searched = counted(files - refused, "file");
        write!(
            f,
            "found {} in {} of {}; searched {searched}",
            counted(hits, "hit"),
            counted(articles, "article"),
            counted(issues, "issue")
        )?;
        if refused > 0 {
            write!(f, "; refused {}", counted(refused, "file"))?;
        }
        writeln!(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(given: &[&str], words: &[&str]) -> Option<(Vec<String>, Vec<String>)> {
        let given: Vec<_> = given.iter().map(OsString::from).collect();
        let words: Vec<_> = words.iter().map(|&it| it.to_owned()).collect();
        let (paths, words) = split(&given, &words).ok()?;
        Some((paths.into_iter().map(|it| it.display().to_string()).collect(), words))
    }

    #[test]
    fn what_exists_at_the_head_is_a_path_and_the_rest_are_words() {
        let is = |paths: &[&str], words: &[&str]| {
            let owned = |it: &[&str]| it.iter().map(|&it| it.to_owned()).collect::<Vec<_>>();
            Some((owned(paths), owned(words)))
        };
        // Tests run in the folder of their package.
        assert_eq!(
            divided(&["src", "-", "a*.txt", "火炬", "src"], &[]),
            is(&["src", "-", "a*.txt"], &["火炬", "src"])
        );
        assert_eq!(divided(&["src", "nowhere"], &["src"]), is(&["src", "nowhere"], &["src"]));
        assert_eq!(divided(&["nowhere.txt", "火炬"], &[]), None);
        assert_eq!(divided(&["src", "Cargo.toml"], &[]), None);
    }

    #[test]
    fn what_has_a_separator_or_an_ending_looks_like_a_path() {
        for path in ["2019/3", "./a", "期刊.txt", "all.TGZ", "a.tar.gz"] {
            assert!(looks_like_path(OsStr::new(path)), "{path}");
        }
        for word in ["火炬", "R&D", "5.1%", "3.0", "2019", "A.I.", "www.example.com", "txt"] {
            assert!(!looks_like_path(OsStr::new(word)), "{word}");
        }
    }

    #[test]
    fn the_summary_counts_in_good_grammar() {
        let tally = Tally { files: 3, refused: 1, hits: 2, articles: 1, issues: 1 };
        assert_eq!(
            tally.to_string(),
            "found 2 hits in 1 article of 1 issue; searched 2 files; refused 1 file\n"
        );
    }
}
