//! The stream of inputs is cut into chunks for the threads and into parts for the files, by the inputs alone: neither the
//! number of threads nor what happened before decides where.

use crate::{Entry, sha256};

/// Consecutive inputs, which one thread works on.
#[derive(Debug)]
pub(super) struct Chunk {
    /// The part it is of, from 0.
    pub(super) part: usize,
    pub(super) entries: Vec<Entry>,
}

/// About so many bytes make a chunk: enough for a row group, and little enough for many threads.
pub(super) const CHUNK: u64 = 2 << 20;

/// What an input weighs beside its bytes, so that a million empty ones are some parts too.
const EACH: u64 = 1 << 10;

/// Where parts end.
///
/// Once a part has its size, it ends after the next input whose name has a hash that says so, one in sixteen. So a file
/// that comes or goes moves the borders near it and no others, and the other parts need not be made again.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    size: u64,
    number: usize,
    weight: u64,
}

impl Parts {
    pub(super) const fn new(size: u64) -> Self {
        Self { size, number: 0, weight: 0 }
    }

    /// The part of the next input, and whether it is the last one of it.
    pub(super) fn place(&mut self, name: &str, bytes: u64) -> (usize, bool) {
        let part = self.number;
        self.weight += bytes + EACH;
        let is_full = self.weight >= 2 * self.size;
        let is_last = is_full || self.weight >= self.size && sha256(name.as_bytes()).starts_with('0');
        if is_last {
            self.number += 1;
            self.weight = 0;
        }
        (part, is_last)
    }
}

/// Cuts a stream of inputs into chunks.
#[derive(Debug)]
pub(super) struct Chunks<I> {
    entries: I,
    parts: Parts,
    /// Parts whose inputs are passed over.
    done: Vec<bool>,
}

impl<I: Iterator<Item = Entry>> Chunks<I> {
    pub(super) const fn new(entries: I, part_size: u64, done: Vec<bool>) -> Self {
        Self { entries, parts: Parts::new(part_size), done }
    }
}

impl<I: Iterator<Item = Entry>> Iterator for Chunks<I> {
    type Item = Chunk;

    fn next(&mut self) -> Option<Chunk> {
        let mut chunk = Chunk { part: 0, entries: Vec::new() };
        let mut weight = 0;
        for entry in self.entries.by_ref() {
            let (part, is_last) = self.parts.place(entry.name(), entry.len());
            if self.done.get(part) == Some(&true) {
                continue;
            }
            chunk.part = part;
            weight += entry.len() + EACH;
            chunk.entries.push(entry);
            if is_last || weight >= CHUNK {
                break;
            }
        }
        (!chunk.entries.is_empty()).then_some(chunk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of each part.
    fn cut(names: impl Iterator<Item = String>) -> Vec<Vec<String>> {
        let mut parts = Parts::new(100 << 10);
        let mut out: Vec<Vec<String>> = Vec::new();
        for name in names {
            let (part, _) = parts.place(&name, 1 << 10);
            out.resize(part + 1, Vec::new());
            out[part].push(name);
        }
        out
    }

    #[test]
    fn a_file_that_comes_moves_the_borders_near_it_and_no_others() {
        let name = |number: usize| format!("2022/{number:05}.txt");
        let before = cut((0..2_000).map(name));
        let mut names: Vec<_> = (0..2_000).map(name).collect();
        names.insert(700, "2022/a new one.txt".to_owned());
        let after = cut(names.into_iter());
        assert_eq!(before.len(), after.len());
        let moved: Vec<_> = (0..before.len()).filter(|&at| before[at] != after[at]).collect();
        assert!(moved.len() <= 3, "{moved:?} of {}", before.len());
        for part in &before[..before.len() - 1] {
            assert!((50..=100).contains(&part.len()), "{}", part.len());
        }
    }
}
