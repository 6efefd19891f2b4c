//! Floors: scores that may rise and not fall. They are kept in a file that is raised by whoever makes the parser better, and
//! lowered by hand only, where what they were measured on was wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// What a score may lose to rounding.
const TOLERANCE: f64 = 0.000_05;

/// Compares scores by name with the floors in `file`, a path in this package, or raises them where
/// `TORCH_BULLETIN_UPDATE` is set; `head` is the comment that opens the file.
///
/// # Errors
/// Every score that fell, with its floor.
pub fn check(file: &str, head: &str, scores: &BTreeMap<String, f64>) -> Result<(), String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file);
    let mut floors = read(&path)?;
    if std::env::var_os("TORCH_BULLETIN_UPDATE").is_some() {
        for (name, score) in scores {
            let floor = floors.entry(name.clone()).or_default();
            *floor = floor.max(*score);
        }
        floors.retain(|name, _| scores.contains_key(name));
        return write(&path, head, &floors);
    }
    let fell = |(name, score): (&String, &f64)| match floors.get(name) {
        Some(floor) if *score + TOLERANCE < *floor => Some(format!("{name}: {score:.4}, and was {floor:.4}")),
        Some(_) => None,
        None => Some(format!("{name}: there is no floor; TORCH_BULLETIN_UPDATE=1 writes one")),
    };
    let fell: Vec<String> = scores.iter().filter_map(fell).collect();
    if fell.is_empty() { Ok(()) } else { Err(fell.join("\n")) }
}

fn read(path: &PathBuf) -> Result<BTreeMap<String, f64>, String> {
    let text = match fs::read_to_string(path) {
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

fn write(path: &PathBuf, head: &str, floors: &BTreeMap<String, f64>) -> Result<(), String> {
    let mut text = head.to_owned();
    for (name, floor) in floors {
        // Rounded down: what is written is reached.
        let _ = writeln!(text, "{name}\t{:.4}", (floor * 10_000.0).floor() / 10_000.0);
    }
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
