//! The two functions that instrumented code calls, by the names it calls them by.
//!
//! The names are why these functions have an `unsafe` attribute: they must not stand for anything else in the program.
//! What they do is safe code. LLVM instruments no function that begins with `__sanitizer_`, so that they do not count
//! themselves.

use std::sync::atomic::{AtomicU64, Ordering};

static EDGES: AtomicU64 = AtomicU64::new(0);

/// The edges that were run through since the program began.
pub(crate) fn edges() -> u64 {
    EDGES.load(Ordering::Relaxed)
}

/// Called at every edge.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard(_guard: *mut u32) {
    EDGES.fetch_add(1, Ordering::Relaxed);
}

/// Called at the start with the numbers that edges may be given; ours need none.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard_init(_start: *mut u32, _stop: *mut u32) {}
