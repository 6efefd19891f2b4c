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

/// How long `work` computes, with all threads that it starts.
pub fn process_time(work: impl FnOnce()) -> Duration {
    let start = of_process();
    work();
    of_process().saturating_sub(start)
}

#[cfg(unix)]
fn now() -> Duration {
    of(rustix::time::ClockId::ThreadCPUTime)
}

#[cfg(unix)]
fn of_process() -> Duration {
    of(rustix::time::ClockId::ProcessCPUTime)
}

#[cfg(unix)]
fn of(clock: rustix::time::ClockId) -> Duration {
    let now = rustix::time::clock_gettime(clock);
    Duration::try_from(now).expect("nobody has computed less than nothing")
}

#[cfg(not(unix))]
fn of_process() -> Duration {
    now()
}

#[cfg(not(unix))]
fn now() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
