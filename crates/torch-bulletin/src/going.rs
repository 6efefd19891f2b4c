//! Calling a parse off: long loops ask now and then whether to go on.

use std::cell::Cell;
use std::fmt;

/// Steps of a loop (lines, articles, blocks) between two questions: a parse takes some milliseconds for so many.
const STEPS: u32 = 4096;

/// Asks the caller whether to go on. After a no it is no for good, and every loop that asks ends early; what it made is
/// not given to anybody.
pub(crate) struct Going<'a> {
    keep_going: &'a dyn Fn() -> bool,
    steps: Cell<u32>,
    over: Cell<bool>,
}

impl<'a> Going<'a> {
    /// Asks the caller.
    pub(crate) fn asking(keep_going: &'a dyn Fn() -> bool) -> Self {
        Self { keep_going, steps: Cell::new(0), over: Cell::new(false) }
    }

    /// Goes on to the end, whatever happens.
    pub(crate) fn to_the_end() -> Going<'static> {
        Going::asking(&|| true)
    }

    /// Whether to go on: asked between the phases.
    pub(crate) fn ask(&self) -> bool {
        if !self.over.get() && !(self.keep_going)() {
            self.over.set(true);
        }
        !self.over.get()
    }

    /// Whether to go on, from within a loop: the caller is asked once in so many steps.
    pub(crate) fn step(&self) -> bool {
        let steps = self.steps.get() + 1;
        self.steps.set(steps % STEPS);
        if steps == STEPS { self.ask() } else { !self.over.get() }
    }
}

impl fmt::Debug for Going<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Going").field("over", &self.over.get()).finish_non_exhaustive()
    }
}
