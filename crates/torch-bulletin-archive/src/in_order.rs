//! Work on many items by several threads, whose results come in the order of the items.

use std::collections::VecDeque;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Does work on every item 并行处理 and hands the results over, on the calling thread, in the order of the items.
///
/// What is taken does not depend on the number of threads; 0 is one for each processor. No more than two results a
/// thread are waiting at any time, so that memory does not grow with the number of items. `take` may call the rest off.
///
/// ```
/// use std::ops::ControlFlow;
/// use torch_bulletin_archive::in_order;
/// let mut squares = Vec::new();
/// in_order(1_u64.., 2, |number| number * number, |square| {
///     squares.push(square);
///     if square < 25 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
/// });
/// assert_eq!(squares, [1, 4, 9, 16, 25]);
/// ```
///
/// # Panics
/// Where `work`, `take` or the items do.
pub fn in_order<I, T>(
    items: impl IntoIterator<Item = I, IntoIter: Send>,
    threads: usize,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T) -> ControlFlow<()>,
) where
    T: Send,
{
    let threads = threads_for(threads);
    let items = Mutex::new(items.into_iter());
    let line = Line::new(2 * threads);
    let worker = || {
        let _closing = Closing(&line);
        // The place is taken with the item, so that places are in the order of the items.
        while let Some((place, item)) = line.enter(&items) {
            line.put(place, work(item));
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        let _stopping = Stopping(&line);
        while let Some(result) = line.next(threads) {
            if take(result).is_break() {
                break;
            }
        }
        line.stop();
        for worker in workers {
            if let Err(panic) = worker.join() {
                resume_unwind(panic);
            }
        }
    });
}

/// How many threads are meant: 0 is one for each processor.
pub(crate) fn threads_for(threads: usize) -> usize {
    match threads {
        0 => thread::available_parallelism().map_or(1, NonZero::get),
        threads => threads,
    }
}

/// Results that wait for their turn.
struct Line<T> {
    state: Mutex<State<T>>,
    /// Told where a result was taken, so that a place is free.
    taken: Condvar,
    /// Told where a result has come, or a worker has gone.
    come: Condvar,
    longest: usize,
}

struct State<T> {
    /// From the next result to be taken on; `None` is still being worked on.
    waiting: VecDeque<Option<T>>,
    first: usize,
    gone: usize,
    stopped: bool,
}

impl<T> Line<T> {
    const fn new(longest: usize) -> Self {
        let state = State { waiting: VecDeque::new(), first: 0, gone: 0, stopped: false };
        Self { state: Mutex::new(state), taken: Condvar::new(), come: Condvar::new(), longest }
    }

    /// A panic of another thread leaves the state whole: nothing of the callers' runs while it is locked.
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a free place; then the next item, and its place. `None` where there is no more to do.
    fn enter<I>(&self, items: &Mutex<impl Iterator<Item = I>>) -> Option<(usize, I)> {
        // Held while waiting: whoever comes next would have to wait as well.
        let mut items = items.lock().ok()?;
        let full = |state: &mut State<T>| state.waiting.len() >= self.longest && !state.stopped;
        let state = self.taken.wait_while(self.lock(), full).unwrap_or_else(PoisonError::into_inner);
        if state.stopped {
            return None;
        }
        // Items may be slow to come; what is done meanwhile can be taken.
        drop(state);
        let item = items.next()?;
        let mut state = self.lock();
        state.waiting.push_back(None);
        Some((state.first + state.waiting.len() - 1, item))
    }

    fn put(&self, place: usize, result: T) {
        let mut state = self.lock();
        let index = place - state.first;
        state.waiting[index] = Some(result);
        if index == 0 {
            self.come.notify_one();
        }
    }

    /// The next result in order; `None` where there is none any more.
    fn next(&self, threads: usize) -> Option<T> {
        let pending =
            |state: &mut State<T>| !matches!(state.waiting.front(), Some(Some(_))) && state.gone < threads;
        let mut state = self.come.wait_while(self.lock(), pending).unwrap_or_else(PoisonError::into_inner);
        // After a panic a place stays empty, and what follows it is not taken.
        let result = state.waiting.pop_front().flatten()?;
        state.first += 1;
        self.taken.notify_one();
        Some(result)
    }

    fn stop(&self) {
        self.lock().stopped = true;
        self.taken.notify_all();
    }
}

/// A worker that goes says so, also by a panic.
struct Closing<'l, T>(&'l Line<T>);

impl<T> Drop for Closing<'_, T> {
    fn drop(&mut self) {
        self.0.lock().gone += 1;
        self.0.come.notify_one();
        if thread::panicking() {
            self.0.stop();
        }
    }
}

/// Where the taker panics, the workers are sent home.
struct Stopping<'l, T>(&'l Line<T>);

impl<T> Drop for Stopping<'_, T> {
    fn drop(&mut self) {
        self.0.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        for threads in [1, 2, 3, 8] {
            let mut taken = Vec::new();
            in_order(
                0..500_u64,
                threads,
                |number| {
                    // The first ones are the slowest.
                    thread::sleep(Duration::from_micros(500 / (number + 1)));
                    number
                },
                |number| {
                    taken.push(number);
                    ControlFlow::Continue(())
                },
            );
            assert_eq!(taken, (0..500).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn no_more_than_two_results_a_thread_wait() {
        let begun = AtomicUsize::new(0);
        let mut taken = 0;
        in_order(
            0..200,
            3,
            |_| begun.fetch_add(1, Ordering::SeqCst),
            |_| {
                thread::sleep(Duration::from_micros(50));
                assert!(begun.load(Ordering::SeqCst) <= taken + 1 + 6, "{taken}");
                taken += 1;
                ControlFlow::Continue(())
            },
        );
        assert_eq!(taken, 200);
    }

    #[test]
    fn nothing_is_a_result_too_and_a_break_ends_it() {
        in_order(0..0, 4, |_: u8| (), |()| panic!("of what?"));
        let mut taken = 0;
        in_order(
            0..,
            4,
            |it: u64| it,
            |_| {
                taken += 1;
                if taken == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!(taken, 10);
    }

    #[test]
    fn a_panic_reaches_the_caller_and_nobody_waits_for_ever() {
        let panics = |work: fn(u32) -> u32, take: fn(u32)| {
            let run = || {
                in_order(0..1_000, 3, work, |it| {
                    take(it);
                    ControlFlow::Continue(())
                });
            };
            catch_unwind(AssertUnwindSafe(run)).is_err()
        };
        assert!(panics(|it| if it == 77 { panic!("work") } else { it }, |_| ()));
        assert!(panics(|it| it, |it| assert!(it < 77)));
        assert!(!panics(|it| it, |_| ()));
    }
}
