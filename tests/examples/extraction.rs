//! Real extractions on the command line: `cargo xtask extraction --help`.

// A command talks on standard output.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use torch_bulletin_tests::typeset::extraction::{Extraction, Tools, run};
use torch_bulletin_tests::typeset::model::Issue;
use torch_bulletin_tests::typeset::{invented, report, specimens};

const USAGE: &str = "\
usage: cargo xtask extraction [OPTIONS]

Prints models to PDF in three page designs, reads them back with every extractor that is installed, and says how much
of each issue was found. Needs chromium, a Chinese font, and pdftotext, mutool, pdfminer.six, pypdf or pypdfium2;
TORCH_BULLETIN_PYTHON names the interpreter that has the packages.

  --model NAME    only models whose name has NAME in it; the specimens and a few others where it is not given
  --seed N        other prose; 541 where it is not given
  --worst N       show the N worst with what they missed; 10 where it is not given
  --folder PATH   where prints and texts are put; target/extraction where it is not given
  --least X       fail where the mean is below X
";

/// The invented issues that are printed where no model is named.
const MODELS: [&str; 5] = ["narrow-marks", "subtitles", "tables", "levels-of-reports", "latin-words"];

fn main() -> ExitCode {
    let mut model = None;
    let (mut seed, mut worst, mut least) = (541, 10, 0.0);
    let mut folder = PathBuf::from("target/extraction");
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next();
        let number = |value: &Option<String>| value.as_deref().and_then(|it| it.parse::<f64>().ok());
        match (word.as_str(), &value) {
            ("--model", Some(name)) => model = Some(name.clone()),
            ("--folder", Some(path)) => folder = PathBuf::from(path),
            ("--seed", _) if number(&value).is_some() => seed = number(&value).unwrap_or_default() as u64,
            ("--worst", _) if number(&value).is_some() => worst = number(&value).unwrap_or_default() as usize,
            ("--least", _) if number(&value).is_some() => least = number(&value).unwrap_or_default(),
            _ => {
                print!("{USAGE}");
                return ExitCode::from(if matches!(word.as_str(), "--help" | "-h") { 0 } else { 2 });
            }
        }
    }
    let wanted = |it: &Issue| match &model {
        Some(name) => it.name.contains(name.as_str()),
        None => it.name.starts_with(|c: char| c.is_ascii_digit()) || MODELS.contains(&it.name.as_str()),
    };
    let issues: Vec<Issue> = specimens().into_iter().chain(invented(seed)).filter(wanted).collect();
    let tools = match Tools::find() {
        Ok(tools) => tools,
        Err(what) => {
            println!("skipped: {what}");
            return ExitCode::SUCCESS;
        }
    };
    if !tools.missing.is_empty() {
        println!("not installed, and so not asked: {}", tools.missing.join(", "));
    }
    let result = fs::create_dir_all(&folder)
        .map_err(|error| format!("{}: {error}", folder.display()))
        .and_then(|()| run(&issues, &tools, &folder));
    match result {
        Ok(extractions) => summary(&extractions, worst, least),
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}

fn summary(extractions: &[Extraction], worst: usize, least: f64) -> ExitCode {
    let mut order: Vec<&Extraction> = extractions.iter().filter(|it| !it.score.is_perfect()).collect();
    order.sort_by(|a, b| a.score.value().total_cmp(&b.score.value()));
    for it in order.iter().take(worst) {
        println!("{:.4}  {}\n{}", it.score.value(), it.name, report::differences(&it.score, 10));
    }
    let mut groups: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for it in extractions {
        for name in [format!("design {}", it.design), format!("extractor {}", it.extractor), "all".to_owned()]
        {
            groups.entry(name).or_default().push(it.score.value());
        }
    }
    println!("{:<32}{:>7}{:>10}{:>10}", "", "texts", "mean", "worst");
    let mut all = 1.0;
    for (name, scores) in groups {
        let mean = scores.iter().sum::<f64>() / scores.len() as f64;
        let worst = scores.iter().copied().fold(1.0, f64::min);
        println!("{name:<32}{:>7}{mean:>10.4}{worst:>10.4}", scores.len());
        if name == "all" {
            all = mean;
        }
    }
    if all < least {
        eprintln!("the mean is {all:.4}, and must be at least {least}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
