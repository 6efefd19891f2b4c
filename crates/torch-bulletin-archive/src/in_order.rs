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
    take: impl FnMut(T) -> ControlFlow<()>,
) where
    T: Send,
{
    let work = |item, give: &mut dyn FnMut(T) -> ControlFlow<()>| {
        let _ = give(work(item)); // where nobody takes it any more, there is no next item either
    };
    in_portions(items, threads, work, take);
}

/// The same, of work whose result comes in portions 分批, so that one large item need not be in memory whole: `give` waits
/// where two of them are not taken yet, and says where nobody takes any more.
pub(crate) fn in_portions<I, T>(
    items: impl IntoIterator<Item = I, IntoIter: Send>,
    threads: usize,
    work: impl Fn(I, &mut dyn FnMut(T) -> ControlFlow<()>) + Sync,
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
            work(item, &mut |portion| line.put(place, portion));
            line.done(place);
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        let _stopping = Stopping(&line);
        while let Some(portion) = line.next(threads) {
            if take(portion).is_break() {
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
    /// Told where a portion was taken, so that there is room.
    taken: Condvar,
    /// Told where a portion has come, or a worker has gone.
    come: Condvar,
    longest: usize,
}

struct State<T> {
    /// Begins with the item whose results are being handed out; that one is dropped when it has no more to give.
    waiting: VecDeque<Place<T>>,
    first: usize,
    gone: usize,
    stopped: bool,
}

/// What has come of one item and was not taken yet.
struct Place<T> {
    portions: VecDeque<T>,
    done: bool,
}

/// So many portions of one item wait at most.
const PORTIONS: usize = 2;

impl<T> State<T> {
    /// Goes on to the first item of which something may still come.
    fn settle(&mut self) {
        while self.waiting.front().is_some_and(|it| it.done && it.portions.is_empty()) {
            self.waiting.pop_front();
            self.first += 1;
        }
    }
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
        state.waiting.push_back(Place { portions: VecDeque::new(), done: false });
        Some((state.first + state.waiting.len() - 1, item))
    }

    /// Adds a portion to the result of an item, once there is room.
    fn put(&self, place: usize, portion: T) -> ControlFlow<()> {
        let full = |state: &mut State<T>| {
            state.waiting[place - state.first].portions.len() >= PORTIONS && !state.stopped
        };
        let mut state = self.taken.wait_while(self.lock(), full).unwrap_or_else(PoisonError::into_inner);
        if state.stopped {
            return ControlFlow::Break(());
        }
        let index = place - state.first;
        state.waiting[index].portions.push_back(portion);
        if index == 0 {
            self.come.notify_one();
        }
        ControlFlow::Continue(())
    }

    /// Nothing more comes of an item.
    fn done(&self, place: usize) {
        let mut state = self.lock();
        let index = place - state.first;
        state.waiting[index].done = true;
        if index == 0 {
            state.settle();
            self.taken.notify_all();
            self.come.notify_one();
        }
    }

    /// The next portion in order; `None` where there is none any more.
    fn next(&self, threads: usize) -> Option<T> {
        let pending = |state: &mut State<T>| {
            state.waiting.front().is_none_or(|it| it.portions.is_empty()) && state.gone < threads
        };
        let mut state = self.come.wait_while(self.lock(), pending).unwrap_or_else(PoisonError::into_inner);
        // After a panic a place stays empty, and what follows it is not taken.
        let portion = state.waiting.front_mut()?.portions.pop_front()?;
        state.settle();
        self.taken.notify_all();
        Some(portion)
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
    fn portions_come_in_order_and_no_more_than_two_of_an_item_wait() {
        for threads in [1, 2, 8] {
            let given = AtomicUsize::new(0);
            let mut taken = Vec::new();
            let portions = |item: usize| if item.is_multiple_of(5) { 40 } else { item % 3 };
            in_portions(
                0..30,
                threads,
                |item, give| {
                    for portion in 0..portions(item) {
                        given.fetch_add(1, Ordering::SeqCst);
                        assert!(give((item, portion)).is_continue());
                    }
                },
                |it| {
                    thread::sleep(Duration::from_micros(20));
                    // Those that wait, one that waits for room in each thread, and the one that was taken.
                    let most = taken.len() + 2 * threads * PORTIONS + threads + 1;
                    assert!(given.load(Ordering::SeqCst) <= most, "{threads} threads");
                    taken.push(it);
                    ControlFlow::Continue(())
                },
            );
            let all: Vec<_> =
                (0..30).flat_map(|item| (0..portions(item)).map(move |it| (item, it))).collect();
            assert_eq!(taken, all, "{threads} threads");
        }
    }

    #[test]
    fn whoever_waits_for_room_hears_that_nobody_takes_any_more() {
        let heard = AtomicUsize::new(0);
        let work = |_: u32, give: &mut dyn FnMut(u32) -> ControlFlow<()>| {
            while give(0).is_continue() {}
            heard.fetch_add(1, Ordering::SeqCst);
        };
        in_portions(0..9, 2, work, |_| ControlFlow::Break(()));
        assert!((1..=2).contains(&heard.into_inner()));
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
