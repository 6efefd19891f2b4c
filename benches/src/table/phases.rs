//! The rows of the phases: every case timed next to the reference in every round.

use std::time::Duration;

use torch_bulletin_benches::archive::{Setting, archive};
use torch_bulletin_benches::cases::{Case, Inputs, LINES, READ_BACK, REFERENCE, cases};
use torch_bulletin_benches::clock::time;

use crate::options::Options;
use crate::{median, median_time};

struct Row {
    title: String,
    times: Vec<Duration>,
    /// How many times as fast as the reference, in each round.
    speed: Vec<f64>,
}

/// Times all cases of an archive and prints a row for each.
pub(crate) fn print(options: &Options, setting: Setting) {
    let inputs = Inputs::new(archive(options.issues, setting));
    let (documents, megabytes) = (inputs.documents() as f64, inputs.bytes() as f64 / 1e6);
    println!(
        "\n{} archive: {documents} issues, {megabytes:.1} MB; its wire JSON {:.1} MB",
        setting.name(),
        inputs.json_bytes() as f64 / 1e6
    );
    println!(
        "{:<40} {:>9} {:>9} {:>10} {:>10} {:>10} {:>10}",
        "case", "µs/issue", "MB/s", "issues/s", "×pulldown", "×serde", "×lines"
    );
    let all = cases(&inputs);
    let needed = [REFERENCE, READ_BACK, LINES];
    let wanted: Vec<&Case<'_>> = all
        .iter()
        .filter(|case| needed.contains(&case.title().as_str()) || options.wants(&case.title()))
        .collect();
    let rows = rows(&all, &wanted, options.rounds);
    let speed_of = |title: &str| {
        let row = rows.iter().find(|row| row.title == title);
        median(row.map(|row| row.speed.clone()).unwrap_or_default())
    };
    let (read_back, lines) = (speed_of(READ_BACK), speed_of(LINES));
    for row in &rows {
        let (seconds, speed) = (median_time(&row.times), median(row.speed.clone()));
        println!(
            "{:<40} {:>9.1} {:>9.1} {:>10.0} {:>10.3} {:>10.3} {:>10.3}",
            row.title,
            seconds * 1e6 / documents,
            megabytes / seconds,
            documents / seconds,
            speed,
            speed / read_back,
            speed / lines
        );
    }
}

fn rows(all: &[Case<'_>], wanted: &[&Case<'_>], rounds: usize) -> Vec<Row> {
    let reference = all.iter().find(|case| case.title() == REFERENCE).expect("the reference is a case");
    // Also the first run of each, which is not timed.
    wanted.iter().for_each(|case| case.check());
    let mut rows: Vec<_> =
        wanted.iter().map(|case| Row { title: case.title(), times: Vec::new(), speed: Vec::new() }).collect();
    for _ in 0..rounds {
        for (case, row) in wanted.iter().zip(&mut rows) {
            let (beside, _) = time(|| reference.run());
            let (took, _) = time(|| case.run());
            row.times.push(took);
            row.speed.push(beside.as_secs_f64() / took.as_secs_f64());
        }
    }
    rows
}
