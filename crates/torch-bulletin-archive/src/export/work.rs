//! What one thread does with some inputs: read, parse, find facts, make rows. A large input is handed over in portions.

use std::mem::take;
use std::ops::ControlFlow;

use arrow_array::RecordBatch;
use torch_bulletin::Report;
use torch_bulletin::facts::{FactOptions, Facts, extract_from};
use torch_bulletin_wire::SourceInfo;
use torch_bulletin_wire::tables::{Issue, Rows, Table};

use super::Export;
use super::catalogue::InputRecord;
use super::chunks::{CHUNK, Chunk};
use crate::guarded::guarded;
use crate::keys::source_of;
use crate::{Entry, IssuePart, Issues, Origin, ReadError, SourceText};

/// What came of a chunk, or of a part of it.
pub(super) struct Portion<R> {
    /// The part of the output it is of.
    pub(super) part: usize,
    /// The inputs that end here.
    pub(super) records: Vec<InputRecord>,
    /// The rows of each table, in the order of [`Export::tables`].
    pub(super) rows: R,
    /// Whether it ends with an input, and not within one.
    pub(super) ends: bool,
}

/// Takes a portion, and says whether to go on.
pub(super) type Give<'g> = dyn FnMut(Portion<Vec<RecordBatch>>) -> ControlFlow<()> + 'g;

impl Export {
    /// Reads the inputs of a chunk into rows: one portion, unless one of them is a large volume.
    pub(super) fn work(&self, chunk: Chunk, give: &mut Give<'_>) {
        let part = chunk.part;
        let mut rows: Vec<Rows> = self.tables.iter().map(|table| Rows::new(*table, self.offsets)).collect();
        let mut records = Vec::new();
        let batches = |rows: &mut [Rows]| rows.iter_mut().map(Rows::finish).collect::<Vec<_>>();
        for entry in chunk.entries {
            let record = self.read(entry, &mut rows, &mut |rows| {
                give(Portion { part, records: take(&mut records), rows: batches(rows), ends: false })
            });
            match record {
                Some(record) => records.push(record),
                None => return,
            }
        }
        let _ = give(Portion { part, records, rows: batches(&mut rows), ends: true }); // the last one
    }

    /// Reads one input issue by issue, appends its rows, and has them taken where they are many; `None` where nobody takes
    /// them any more.
    fn read(
        &self,
        entry: Entry,
        rows: &mut [Rows],
        flush: &mut dyn FnMut(&mut [Rows]) -> ControlFlow<()>,
    ) -> Option<InputRecord> {
        let mut record = InputRecord::new(entry.name().to_owned());
        let bytes = match entry.bytes() {
            Ok(bytes) => bytes,
            Err(error) => return Some(record.refused(&error)),
        };
        record.bytes = bytes.len() as u64;
        let text = match guarded(|| SourceText::decode(&bytes)) {
            Ok(text) => text,
            Err(ReadError::Internal) => return Some(record.refused(&ReadError::Internal)),
            Err(error) => {
                record.sha256 = Some(crate::sha256(&bytes));
                return Some(record.refused(&error));
            }
        };
        let origin = Origin::of(Some(&source_of(&record.name, None)), &bytes, &text);
        let mut issues = None;
        let mut weight = 0;
        loop {
            let read =
                match guarded(|| Ok(self.next(issues.get_or_insert_with(|| text.issues(&self.options))))) {
                    Ok(None) => break,
                    Ok(Some(read)) => read,
                    // Of what was read before it, the rows stay.
                    Err(fault) => return Some(record.refused(&fault)),
                };
            if weight >= CHUNK {
                weight = 0;
                if flush(rows).is_break() {
                    return None;
                }
            }
            weight += read.part.span.range().len() as u64;
            let part = read.part.key.is_some().then(|| Origin::of_part(Some(&record.name), &read.part));
            let origin = part.as_ref().unwrap_or(&origin);
            for rows in &mut *rows {
                let had = rows.len();
                rows.append(&read.issue(&record.name, origin));
                *record.rows.entry(rows.table()).or_default() += (rows.len() - had) as u64;
            }
            record.issues.extend(origin.name.clone());
        }
        record.sha256 = Some(origin.sha256);
        Some(record)
    }

    /// The next issue of a text, with its facts.
    fn next<'t>(&self, issues: &mut Issues<'t>) -> Option<Read<'t>> {
        let part = issues.next()?;
        let options = FactOptions::default().with_numbers(self.numbers);
        let (text, bulletin) = (part.parsed.source(), part.parsed.bulletin());
        let facts = self.tables.contains(&Table::Facts).then(|| extract_from(text, bulletin, &options));
        Some(Read { report: part.parsed.report(), facts, part })
    }
}

/// An issue, and what is known of it.
struct Read<'t> {
    part: IssuePart<'t>,
    report: Report,
    facts: Option<Facts>,
}

impl Read<'_> {
    fn issue<'a>(&'a self, file: &'a str, origin: &'a Origin) -> Issue<'a> {
        let info = SourceInfo {
            name: origin.name.as_deref(),
            sha256: Some(&origin.sha256),
            bytes: origin.bytes,
            encoding: origin.encoding.as_str(),
            certainty: Some(origin.certainty.as_str()),
            format: origin.format.as_str(),
        };
        let (text, bulletin) = (self.part.parsed.source(), self.part.parsed.bulletin());
        Issue { info, file: Some(file), text, bulletin, report: &self.report, facts: self.facts.as_ref() }
    }
}
