//! The pace of the library, for benches in other languages: `pace FOLDER` writes the generated archive there, and then,
//! for each line `parse` on its standard input, parses all of it once and says how many seconds that computed.
//!
//! So a bench in another language times each of its rounds next to one of ours, with the same texts.

// The answers are its output.
#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::io::{BufRead as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use torch_bulletin::parse;
use torch_bulletin_benches::archive::{ISSUES, Setting, archive};
use torch_bulletin_benches::clock;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [folder] = arguments.as_slice() else {
        eprintln!("usage: pace FOLDER");
        return ExitCode::from(2);
    };
    match run(Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &Path) -> std::io::Result<()> {
    let issues = archive(ISSUES, Setting::Plain);
    std::fs::create_dir_all(folder)?;
    for issue in &issues {
        std::fs::write(folder.join(format!("{:04}.txt", issue.whole_number)), &issue.text)?;
    }
    println!("ready");
    std::io::stdout().flush()?;
    for line in std::io::stdin().lock().lines() {
        if line? != "parse" {
            return Err(std::io::Error::other("expected a line `parse`"));
        }
        let (time, ()) = clock::time(|| issues.iter().for_each(|issue| drop(black_box(parse(&issue.text)))));
        println!("{}", time.as_secs_f64());
        std::io::stdout().flush()?;
    }
    Ok(())
}
