//! Counts what a test run says it did, so that a run of nothing is seen for what it is.

/// What the output of one or more test binaries adds up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
    /// Random cases that properties ran; the tests package prints one line a property.
    pub(crate) cases: u64,
}

/// What the tests package prints before the number of cases of a property.
const CASES: &str = "property cases: ";

impl Count {
    /// Takes in one line of output.
    pub(crate) fn line(&mut self, line: &str) {
        if let Some((_, result)) = line.split_once("test result: ") {
            self.passed += before(result, " passed");
            self.failed += before(result, " failed");
        }
        // Node sums up in TAP.
        self.passed += line.strip_prefix("# pass ").and_then(|n| n.trim().parse().ok()).unwrap_or(0);
        self.failed += line.strip_prefix("# fail ").and_then(|n| n.trim().parse().ok()).unwrap_or(0);
        let (passed, failed) = pytest(line).unwrap_or_default();
        self.passed += passed;
        self.failed += failed;
        // The line may start with `test name ... ` where tests run one at a time.
        if let Some((_, cases)) = line.split_once(CASES) {
            self.cases += cases.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or(0);
        }
    }

    /// Adds the count of another stage.
    pub(crate) fn add(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.cases += other.cases;
    }
}

/// What the last line of pytest says: `=== 1 failed, 157 passed, 1 warning in 2.98s ===`.
fn pytest(line: &str) -> Option<(u64, u64)> {
    let (counts, took) = line.trim_matches(|c| c == '=' || c == ' ').rsplit_once(" in ")?;
    took.split(' ').next()?.strip_suffix('s')?.parse::<f64>().ok()?;
    let (mut passed, mut failed) = (0, 0);
    for count in counts.split(", ") {
        let (number, what) = count.split_once(' ')?;
        let number: u64 = number.parse().ok()?;
        match what {
            "passed" => passed += number,
            "failed" | "error" | "errors" => failed += number,
            _ => {}
        }
    }
    Some((passed, failed))
}

/// The number that stands right before `word`.
fn before(text: &str, word: &str) -> u64 {
    let head = text.split_once(word).map_or("", |(head, _)| head);
    head.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(output: &str) -> Count {
        let mut count = Count::default();
        output.lines().for_each(|line| count.line(line));
        count
    }

    #[test]
    fn results_of_all_binaries_add_up() {
        let output = "\
running 12 tests
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.01s";
        assert_eq!(count(output), Count { passed: 15, failed: 2, cases: 0 });
    }

    #[test]
    fn sums_in_tap_count() {
        let output = "ok 1 - a\n    # Subtest: b\n1..2\n# tests 9\n# pass 7\n# fail 2\n# skipped 0";
        assert_eq!(count(output), Count { passed: 7, failed: 2, cases: 0 });
    }

    #[test]
    fn property_cases_count_wherever_they_stand_on_the_line() {
        let output = "property cases: 40000 arbitrary text\ntest a ... property cases: 2 b";
        assert_eq!(count(output).cases, 40_002);
    }

    #[test]
    fn the_last_line_of_pytest_counts_and_no_other() {
        assert_eq!(count("214 passed in 12.45s"), Count { passed: 214, failed: 0, cases: 0 });
        let long = "==== 1 failed, 157 passed, 1 warning, 2 errors in 75.10s (0:01:15) ====";
        assert_eq!(count(long), Count { passed: 157, failed: 3, cases: 0 });
        assert_eq!(count("no tests ran in 0.01s\ntests/test_parse.py ..... [ 67%]"), Count::default());
    }

    #[test]
    fn other_output_counts_nothing() {
        assert_eq!(count("test layout::passed ... ok\n5 passed"), Count::default());
    }
}
