//! The time that this thread has computed: what other programs do beside it is not counted.

use std::time::Duration;

/// What the clock counts, for the head of a table.
#[cfg(unix)]
pub const UNIT: &str = "thread CPU time";
/// What the clock counts, for the head of a table.
#[cfg(not(unix))]
pub const UNIT: &str = "elapsed time (this system has no clock for a thread)";

/// How long `work` computes, and what it gives.
pub fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = now();
    let result = work();
    (now().saturating_sub(start), result)
}

#[cfg(unix)]
fn now() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(now).expect("a thread has not computed less than nothing")
}

#[cfg(not(unix))]
fn now() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
