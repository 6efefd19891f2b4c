//! Whether a document costs the same among 541 and among 10,000.

use torch_bulletin::parse;
use torch_bulletin_benches::archive::{Issue, Setting, archive};
use torch_bulletin_benches::clock::time;

use crate::median;
use crate::options::Options;

/// The larger archive.
const MANY: usize = 10_000;

/// Times `parse` over both archives, issue by issue, in turns.
pub(crate) fn print(options: &Options) {
    let many = archive((MANY / options.shrink).max(options.issues), Setting::Plain);
    let few = &many[..options.issues];
    let rounds = options.rounds.div_ceil(5);
    let mut costs = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        costs.0.push(cost(few));
        costs.1.push(cost(&many));
    }
    let (small, large) = (median(costs.0), median(costs.1));
    println!("\nparse of {} and of {} issues, median of {rounds} rounds", few.len(), many.len());
    println!("{:<40} {:>9.3} ns/byte", format!("{} issues", few.len()), small);
    println!("{:<40} {:>9.3} ns/byte, {:.3} times", format!("{} issues", many.len()), large, large / small);
}

/// Nanoseconds a byte.
fn cost(issues: &[Issue]) -> f64 {
    let bytes: usize = issues.iter().map(|issue| issue.text.len()).sum();
    let (took, articles) = time(|| -> usize {
        issues.iter().map(|issue| parse(&issue.text).bulletin().articles().count()).sum()
    });
    assert_eq!(articles, issues.iter().map(|issue| issue.titles.len()).sum::<usize>());
    took.as_secs_f64() * 1e9 / bytes as f64
}
