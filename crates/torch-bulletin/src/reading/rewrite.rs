//! A text written anew with some characters left out or put in place of others, and the way back.

use std::borrow::Cow;
use std::ops::Range;

/// A rewriting in progress. Changes come in the order of the text; those behind the last are ignored.
#[derive(Debug)]
pub(crate) struct Rewrite<'t> {
    from: &'t str,
    text: String,
    stretches: Vec<Stretch>,
    /// Everything before this byte of `from` has been written or left out.
    done: usize,
}

impl<'t> Rewrite<'t> {
    pub(crate) fn new(from: &'t str) -> Self {
        Self { from, text: String::new(), stretches: Vec::new(), done: 0 }
    }

    /// Leaves a range out.
    pub(crate) fn leave_out(&mut self, range: Range<usize>) {
        if self.copy_to(range.start) {
            self.done = range.end;
        }
    }

    /// Puts a character in place of a range.
    pub(crate) fn put(&mut self, range: Range<usize>, c: char) {
        if self.copy_to(range.start) {
            let length = range.len();
            let stretch =
                Stretch { here: self.text.len() as u32, there: range.start as u32, length: length as u32 };
            self.stretches.push(stretch);
            self.text.push(c);
            self.done = range.end;
        }
    }

    /// The text and the way back; borrowed where nothing was changed.
    pub(crate) fn finish(mut self) -> (Cow<'t, str>, Way) {
        if self.done == 0 {
            return (Cow::Borrowed(self.from), Way::default());
        }
        self.copy_to(self.from.len());
        (Cow::Owned(self.text), Way { stretches: self.stretches, source: self.from.len() })
    }

    fn copy_to(&mut self, end: usize) -> bool {
        let Some(copied) = self.from.get(self.done..end) else { return false };
        if self.text.capacity() == 0 {
            self.text.reserve(self.from.len());
        }
        if !copied.is_empty() {
            let (here, there) = (self.text.len() as u32, self.done as u32);
            self.stretches.push(Stretch { here, there, length: COPIED });
            self.text.push_str(copied);
        }
        true
    }
}

/// A stretch of the new text: copied, or one character in place of `length` bytes.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    here: u32,
    there: u32,
    length: u32,
}

/// The `length` of a stretch that was copied byte by byte.
const COPIED: u32 = u32::MAX;

/// The way from a rewritten text back to the text it was made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Way {
    stretches: Vec<Stretch>,
    /// Bytes of the text it was made from.
    source: usize,
}

impl Way {
    /// Whether nothing was changed.
    pub(crate) fn is_straight(&self) -> bool {
        self.stretches.is_empty() && self.source == 0
    }

    /// The range of the old text for one of the new; what was left out at its ends is no part of it.
    pub(crate) fn back(&self, range: Range<usize>) -> Range<usize> {
        if self.is_straight() {
            return range;
        }
        let start = self.start(range.start);
        start..if range.is_empty() { start } else { self.end(range.end) }
    }

    fn start(&self, at: usize) -> usize {
        match self.stretch(at) {
            None => self.source.min(at),
            Some(Stretch { here, there, length: COPIED }) => there as usize + at - here as usize,
            Some(Stretch { there, .. }) => there as usize,
        }
    }

    /// An end belongs to the stretch of the byte before it.
    fn end(&self, at: usize) -> usize {
        match self.stretch(at - 1) {
            None => self.source.min(at),
            Some(Stretch { here, there, length: COPIED }) => there as usize + at - here as usize,
            Some(Stretch { there, length, .. }) => there as usize + length as usize,
        }
    }

    /// The stretch that holds a byte of the new text.
    fn stretch(&self, at: usize) -> Option<Stretch> {
        let after = self.stretches.partition_point(|it| it.here as usize <= at);
        self.stretches.get(after.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back() {
        let source = "⽕\u{200B}炬﹐动 态";
        let mut rewrite = Rewrite::new(source);
        for (old, new) in [("⽕", Some('火')), ("\u{200B}", None), ("﹐", Some('，')), (" ", None)] {
            let start = source.find(old).unwrap();
            match new {
                Some(c) => rewrite.put(start..start + old.len(), c),
                None => rewrite.leave_out(start..start + old.len()),
            }
        }
        let (text, way) = rewrite.finish();
        assert_eq!(text, "火炬，动态");
        for (part, printed) in
            [("火", "⽕"), ("火炬", "⽕\u{200B}炬"), ("炬，", "炬﹐"), ("动态", "动 态"), ("态", "态")]
        {
            let start = text.find(part).unwrap();
            assert_eq!(&source[way.back(start..start + part.len())], printed, "{part}");
        }
        assert_eq!(way.back(text.len()..text.len()), source.len()..source.len());
    }

    #[test]
    fn nothing_changed_is_borrowed() {
        let (text, way) = Rewrite::new("火炬").finish();
        assert!(matches!(text, Cow::Borrowed("火炬")) && way.is_straight());
    }
}
