//! The typeset grid on the command line: `cargo xtask typeset --help`.

// A command talks on standard output.
#![allow(clippy::print_stdout)]

use std::process::ExitCode;

use torch_bulletin_tests::typeset::grid::{Filter, cases, run};
use torch_bulletin_tests::typeset::report;

const USAGE: &str = "\
usage: cargo xtask typeset [OPTIONS]

Prints every model in every layout with every artefact, parses each print, and says how much was found.

  --model NAME      only models whose name has NAME in it
  --layout NAME     only such layouts
  --artefact NAME   only such artefacts
  --seed N          other prose and other chances; 541 where it is not given
  --worst N         show the N worst cases with what they missed; 20 where it is not given
  --shrink          show the least of each that still fails
  --print           print the texts themselves, with what they leave undecided, and run nothing
  --blame           failures by the artefact or the layout that is to blame, with a sample of each
  --brief           only the last line of the tables
";

fn main() -> ExitCode {
    match Options::read(std::env::args().skip(1)) {
        Ok(Some(options)) => options.run(),
        Ok(None) => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        Err(what) => {
            eprintln!("{what}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

struct Options {
    filter: Filter,
    seed: u64,
    worst: usize,
    shrink: bool,
    print: bool,
    blame: bool,
    brief: bool,
}

impl Options {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let mut out = Self {
            filter: Filter::default(),
            seed: 541,
            worst: 20,
            shrink: false,
            print: false,
            blame: false,
            brief: false,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} needs a value"));
            match word.as_str() {
                "--model" => out.filter.model = Some(value()?),
                "--layout" => out.filter.layout = Some(value()?),
                "--artefact" => out.filter.artefact = Some(value()?),
                "--seed" => out.seed = value()?.parse().map_err(|_| "--seed needs a number")?,
                "--worst" => out.worst = value()?.parse().map_err(|_| "--worst needs a number")?,
                "--shrink" => out.shrink = true,
                "--print" => out.print = true,
                "--blame" => out.blame = true,
                "--brief" => out.brief = true,
                "--help" | "-h" => return Ok(None),
                _ => return Err(format!("there is no option {word}")),
            }
        }
        Ok(Some(out))
    }

    fn run(&self) -> ExitCode {
        let cases = cases(self.seed, &self.filter);
        if cases.is_empty() {
            eprintln!("no case has such a name");
            return ExitCode::from(2);
        }
        if self.print {
            for case in &cases {
                let Some(print) = case.print() else { continue };
                println!("==== {}\n{}", case.name(), print.text);
                print.undecided.iter().for_each(|it| println!("undecided: {it}"));
            }
            return ExitCode::SUCCESS;
        }
        let outcomes = run(&cases);
        print!("{}", report::worst(&cases, &outcomes, self.worst, self.shrink));
        if self.blame {
            print!("{}", report::blame(&cases, &outcomes));
        }
        let tables = report::tables(&cases, &outcomes);
        let shown = if self.brief { tables.lines().last().unwrap_or_default() } else { &tables };
        println!("{shown}");
        ExitCode::SUCCESS
    }
}
