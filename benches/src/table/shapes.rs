//! Hard texts at n and 4n: `parse`, and the report of it.

use std::time::Duration;

use torch_bulletin::parse;
use torch_bulletin_benches::clock::time;
use torch_bulletin_tests::shapes::{SHAPES, Shape};

use crate::options::Options;

/// What a size may take before no larger one is tried: work that grows with the square would take days.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often both sizes are timed in turns; the least counts, for whatever disturbs a run makes it longer.
const TURNS: usize = 3;

/// Times every shape, from small to large.
pub(crate) fn print(options: &Options) {
    println!("\nhard texts at n and 4n, least of {TURNS}; linear work takes 4 times as long");
    println!(
        "{:<26} {:>9} {:>8}  {:>9} {:>9} {:>6}  {:>9} {:>9} {:>6}",
        "shape", "n", "MB at n", "parse, ms", "at 4n", "ratio", "report", "at 4n", "ratio"
    );
    for shape in SHAPES.iter().filter(|shape| options.wants(shape.name)) {
        row(shape, (shape.size / options.shrink).max(64));
    }
}

/// The least that one size took.
struct Size {
    n: usize,
    text: String,
    parse: Duration,
    report: Duration,
}

impl Size {
    fn new(shape: &Shape, n: usize) -> Self {
        let mut size = Self { n, text: shape.text(n), parse: Duration::MAX, report: Duration::MAX };
        size.measure();
        size
    }

    fn measure(&mut self) {
        let (took, parsed) = time(|| parse(&self.text));
        self.parse = self.parse.min(took);
        let (took, _) = time(|| parsed.report());
        self.report = self.report.min(took);
    }

    fn is_too_long(&self) -> bool {
        self.parse + self.report > PATIENCE
    }
}

fn row(shape: &Shape, n: usize) {
    let mut small = Size::new(shape, n / 16);
    let mut large = Size::new(shape, n / 4);
    for n in [n, 4 * n] {
        if large.is_too_long() {
            break;
        }
        small = std::mem::replace(&mut large, Size::new(shape, n));
    }
    let whole = large.n == 4 * n;
    for _ in 1..TURNS {
        if !large.is_too_long() {
            small.measure();
            large.measure();
        }
    }
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    let ratio = |large: Duration, small: Duration| large.as_secs_f64() / small.as_secs_f64();
    println!(
        "{:<26} {:>9} {:>8.2}  {:>9.1} {:>9.1} {:>6.2}  {:>9.1} {:>9.1} {:>6.2}{}",
        shape.name,
        small.n,
        small.text.len() as f64 / 1e6,
        milliseconds(small.parse),
        milliseconds(large.parse),
        ratio(large.parse, small.parse),
        milliseconds(small.report),
        milliseconds(large.report),
        ratio(large.report, small.report),
        if whole { "" } else { "  stopped here: a larger one would take too long" }
    );
}
