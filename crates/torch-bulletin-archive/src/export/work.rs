//! What one thread does with some inputs: read, parse, find facts, make rows, encode them.

use std::io;

use torch_bulletin::facts::{FactOptions, Facts, extract_from};
use torch_bulletin_wire::SourceInfo;
use torch_bulletin_wire::tables::{Issue, Rows, Table};

use super::Export;
use super::catalogue::InputRecord;
use super::chunks::Chunk;
use super::encode::{Encoded, Encoder};
use crate::guarded::guarded;
use crate::{Entry, ReadError, Reading, read_bytes, sha256};

/// What came of a chunk.
pub(super) struct Worked {
    pub(super) part: usize,
    pub(super) records: Vec<InputRecord>,
    /// The rows of each table, in the order of the encoders.
    pub(super) rows: Vec<Encoded>,
}

impl Export {
    /// Reads the inputs of a chunk into rows.
    pub(super) fn work(&self, chunk: Chunk, encoders: &[(Table, Encoder)]) -> io::Result<Worked> {
        let mut rows: Vec<Rows> = encoders.iter().map(|(table, _)| Rows::new(*table, self.offsets)).collect();
        let records = chunk.entries.into_iter().map(|entry| self.read(entry, &mut rows)).collect();
        let batches = rows.iter_mut().map(Rows::finish).zip(encoders);
        let rows = batches.map(|(rows, (_, encoder))| encoder.encode(rows)).collect::<io::Result<_>>()?;
        Ok(Worked { part: chunk.part, records, rows })
    }

    /// Reads one input and appends its rows.
    pub(super) fn read(&self, entry: Entry, rows: &mut [Rows]) -> InputRecord {
        let mut record = InputRecord::new(entry.name().to_owned());
        let bytes = match entry.bytes() {
            Ok(bytes) => bytes,
            Err(error) => return record.refused(&error),
        };
        record.bytes = bytes.len() as u64;
        match guarded(|| self.issues(&bytes, &record.name)) {
            Err(error @ ReadError::Internal) => record.refused(&error),
            Err(error) => InputRecord { sha256: Some(sha256(&bytes)), ..record.refused(&error) },
            Ok((hash, issues)) => {
                record.sha256 = Some(hash);
                let before: Vec<usize> = rows.iter().map(Rows::len).collect();
                for (reading, facts) in &issues {
                    append(&record.name, reading, facts.as_ref(), rows);
                    record.issues.extend(reading.origin.name.clone());
                }
                let new =
                    rows.iter().zip(before).map(|(rows, had)| (rows.table(), (rows.len() - had) as u64));
                record.rows = new.collect();
                record
            }
        }
    }

    /// The hash of an input, and each issue in it with its facts.
    fn issues(&self, bytes: &[u8], name: &str) -> Result<(String, Vec<WithFacts>), ReadError> {
        let whole = read_bytes(bytes, Some(name), &self.options)?;
        let hash = whole.origin.sha256.clone();
        let readings = match whole.issues(&self.options) {
            Some(issues) => issues.into_iter().map(|(_, reading)| reading).collect(),
            None => vec![whole],
        };
        let options = FactOptions::default().with_numbers(self.numbers);
        let wanted = self.tables.contains(&Table::Facts);
        let with_facts = |reading: Reading| {
            let (text, bulletin) = (reading.document.source(), reading.document.bulletin());
            let facts = wanted.then(|| extract_from(text, bulletin, &options));
            (reading, facts)
        };
        Ok((hash, readings.into_iter().map(with_facts).collect()))
    }
}

type WithFacts = (Reading, Option<Facts>);

fn append(file: &str, reading: &Reading, facts: Option<&Facts>, rows: &mut [Rows]) {
    let Reading { document, origin } = reading;
    let info = SourceInfo {
        name: origin.name.as_deref(),
        sha256: Some(&origin.sha256),
        bytes: origin.bytes,
        encoding: origin.encoding.as_str(),
        certainty: Some(origin.certainty.as_str()),
        format: origin.format.as_str(),
    };
    let (text, bulletin, report) = (document.source(), document.bulletin(), document.report());
    let issue = Issue { info, file: Some(file), text, bulletin, report, facts };
    for rows in rows {
        rows.append(&issue);
    }
}
