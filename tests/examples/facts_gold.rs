//! Where the rules differ from the gold of facts: `cargo run -p torch-bulletin-tests --example facts_gold [NAME] [KIND]`.

// A command talks on standard output.
#![allow(clippy::print_stdout)]

use torch_bulletin_tests::corpus;
use torch_bulletin_tests::facts_gold::{Difference, Tally, expected, found, score};

fn main() {
    let mut words = std::env::args().skip(1);
    let (name, kind) = (words.next().unwrap_or_default(), words.next());
    let mut all = Tally::default();
    for case in corpus::facts_gold().iter().filter(|case| case.name.contains(&name)) {
        let (tally, differences) = score(&expected(case), &found(&case.input));
        println!("== {}: {:.4}", case.name, tally.scores()["all"]);
        for difference in differences {
            let (Difference::Missing(fact) | Difference::Wrong(fact) | Difference::Fields(fact, ..)) =
                &difference;
            if kind.as_ref().is_none_or(|kind| fact["kind"] == **kind) {
                println!("{difference}");
            }
        }
        all.extend(&tally);
    }
    println!("{}", all.table());
}
