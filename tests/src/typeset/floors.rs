//! Floors: the mean score of each group of cases may rise and not fall. They are kept in a file that is raised by
//! whoever makes the parser better, and lowered by hand only, where a print was wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use super::grid::{Case, Outcome};
use super::report::Summary;

const HEAD: &str = "# Generated: TORCH_BULLETIN_UPDATE=1 cargo test -p torch-bulletin-tests --test suite typeset\n\
    # Mean scores of the typeset grid (seed 541) that later parsers must keep; updating raises floors, never lowers.\n";

/// What a mean may lose to rounding.
const TOLERANCE: f64 = 0.000_05;

/// Compares with the floors, or raises them where `TORCH_BULLETIN_UPDATE` is set.
///
/// # Errors
/// Every group that fell, with its floor.
pub fn check(cases: &[Case], outcomes: &[(usize, Outcome)]) -> Result<(), String> {
    let means = means(cases, outcomes);
    let mut floors = read()?;
    if std::env::var_os("TORCH_BULLETIN_UPDATE").is_some() {
        for (name, mean) in &means {
            let floor = floors.entry(name.clone()).or_default();
            *floor = floor.max(*mean);
        }
        floors.retain(|name, _| means.contains_key(name));
        return write(&floors);
    }
    let fell = |(name, mean): (&String, &f64)| match floors.get(name) {
        Some(floor) if *mean + TOLERANCE < *floor => Some(format!("{name}: {mean:.4}, and was {floor:.4}")),
        Some(_) => None,
        None => Some(format!("{name}: there is no floor; TORCH_BULLETIN_UPDATE=1 writes one")),
    };
    let fell: Vec<String> = means.iter().filter_map(fell).collect();
    if fell.is_empty() { Ok(()) } else { Err(fell.join("\n")) }
}

/// Mean scores by `model …`, `layout …`, `artefact …`, and of all.
fn means(cases: &[Case], outcomes: &[(usize, Outcome)]) -> BTreeMap<String, f64> {
    let mut groups: BTreeMap<String, Vec<&Outcome>> = BTreeMap::new();
    for (index, outcome) in outcomes {
        let case = &cases[*index];
        let names = [
            "all".to_owned(),
            format!("model {}", case.model.name),
            format!("layout {}", case.layout.name),
            format!("artefact {}", case.artefact.name),
        ];
        names.into_iter().for_each(|name| groups.entry(name).or_default().push(outcome));
    }
    groups.into_iter().map(|(name, group)| (name, Summary::of(group).mean)).collect()
}

fn path() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/typeset/floors.tsv"))
}

fn read() -> Result<BTreeMap<String, f64>, String> {
    let path = path();
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(format!("cannot read {}: {error}", path.display())),
    };
    let row = |line: &str| {
        let (name, floor) = line.split_once('\t')?;
        Some((name.to_owned(), floor.parse().ok()?))
    };
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| row(line).ok_or(format!("{}: no name and floor: {line}", path.display()))).collect()
}

fn write(floors: &BTreeMap<String, f64>) -> Result<(), String> {
    let mut text = HEAD.to_owned();
    for (name, floor) in floors {
        // Rounded down: what is written is reached.
        let _ = writeln!(text, "{name}\t{:.4}", (floor * 10_000.0).floor() / 10_000.0);
    }
    fs::write(path(), text).map_err(|error| format!("cannot write {}: {error}", path().display()))
}
