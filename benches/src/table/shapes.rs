//! Hard texts at n and 4n: `parse`, and the report of it.

use std::time::Duration;

use torch_bulletin::parse;
use torch_bulletin_benches::clock::time;
use torch_bulletin_tests::shapes::{SHAPES, Shape};

use crate::median_time;
use crate::options::Options;

/// What a size may take before no larger one is tried: work that grows with the square would take days.
const PATIENCE: Duration = Duration::from_secs(20);

/// A size that takes less than this is timed three times.
const SHORT: Duration = Duration::from_secs(3);

/// Times every shape, from small to large.
pub(crate) fn print(options: &Options) {
    println!("\nhard texts at n and 4n; linear work takes 4 times as long");
    println!(
        "{:<28} {:>11} {:>9}  {:>9} {:>9} {:>6}  {:>9} {:>9} {:>6}",
        "shape", "n", "MB at n", "parse, ms", "at 4n", "ratio", "report", "at 4n", "ratio"
    );
    for shape in SHAPES.iter().filter(|shape| options.wants(shape.name)) {
        row(shape, (shape.size / options.shrink).max(64));
    }
}

/// What one size took.
struct Size {
    n: usize,
    bytes: usize,
    parse: f64,
    report: f64,
}

fn row(shape: &Shape, n: usize) {
    let mut sizes: Vec<Size> = Vec::new();
    for n in [n / 16, n / 4, n, 4 * n] {
        let (size, longest) = measure(shape, n);
        sizes.push(size);
        if longest > PATIENCE {
            break;
        }
    }
    let [.., small, large] = sizes.as_slice() else { return };
    let stopped = if large.n < 4 * n { "  stopped here: larger would take too long" } else { "" };
    println!(
        "{:<28} {:>11} {:>9.2}  {:>9.1} {:>9.1} {:>6.2}  {:>9.1} {:>9.1} {:>6.2}{stopped}",
        shape.name,
        small.n,
        small.bytes as f64 / 1e6,
        small.parse * 1e3,
        large.parse * 1e3,
        large.parse / small.parse,
        small.report * 1e3,
        large.report * 1e3,
        large.report / small.report
    );
}

/// Times one size, and says what the longest of its timings took.
fn measure(shape: &Shape, n: usize) -> (Size, Duration) {
    let text = shape.text(n);
    let (mut parses, mut reports) = (Vec::new(), Vec::new());
    let mut longest = Duration::ZERO;
    for _ in 0..3 {
        let (took, parsed) = time(|| parse(&text));
        parses.push(took);
        longest = longest.max(took);
        if took < PATIENCE {
            let (took, _) = time(|| parsed.report());
            reports.push(took);
            longest = longest.max(took);
        }
        if longest > SHORT {
            break;
        }
    }
    let size = Size { n, bytes: text.len(), parse: median_time(&parses), report: median_time(&reports) };
    (size, longest)
}
