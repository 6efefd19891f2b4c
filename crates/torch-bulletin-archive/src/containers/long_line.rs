//! A long line of JSON 长行 is understood as it comes: neither the line is in memory, nor a text that goes over the limit.

use std::io::{self, BufRead, Read};

use serde::Deserialize as _;

use super::lines::Record;

/// A line of JSON in a stream that goes on after it.
pub(super) struct LongLine<R> {
    stream: R,
    /// The most bytes that a string in it may have, and digits that a number may.
    limit: u64,
    place: Place,
    /// The bytes of the string that is being read, without its escapes, or the digits of a number.
    length: u64,
    state: State,
}

/// Where in the JSON it is.
enum Place {
    Outside,
    Inside,
    /// After a backslash.
    Escape,
    /// In the digits of `\u0000`: how many there were, and what they say.
    Digits(u32, u32),
}

/// How the line ended, if it did.
enum State {
    Open,
    Ended,
    TooLong,
    Broken(io::Error),
}

/// Why a line gives nothing.
pub(super) enum Wrong {
    /// A string in it is longer than an input may be.
    TooLong,
    Json(serde_json::Error),
}

impl<R: BufRead> LongLine<R> {
    pub(super) const fn new(stream: R, limit: u64) -> Self {
        Self { stream, limit, place: Place::Outside, length: 0, state: State::Open }
    }

    /// Reads the line to its end; `skipped` bytes at its head are no JSON.
    ///
    /// # Errors
    /// Where the stream has one.
    pub(super) fn record(mut self, skipped: u64) -> io::Result<Result<Record, Wrong>> {
        io::copy(&mut (&mut self.stream).take(skipped), &mut io::sink())?;
        let record = {
            let mut json = serde_json::Deserializer::from_reader(io::BufReader::new(&mut self));
            Record::deserialize(&mut json).and_then(|record| json.end().map(|()| record))
        };
        match self.state {
            State::Broken(error) => return Err(error),
            State::Ended => {}
            State::Open | State::TooLong => {
                self.stream.skip_until(b'\n')?;
            }
        }
        Ok(match self.state {
            State::TooLong => Err(Wrong::TooLong),
            _ => record.map_err(Wrong::Json),
        })
    }

    /// Looks at a byte: how long strings are is what decides.
    fn look(&mut self, byte: u8) {
        (self.place, self.length) = match (&self.place, byte) {
            (Place::Outside, b'"') => (Place::Inside, 0),
            (Place::Outside, b'0'..=b'9') => (Place::Outside, self.length + 1),
            (Place::Outside, _) => (Place::Outside, 0),
            (Place::Inside, b'"') => (Place::Outside, 0),
            (Place::Inside, b'\\') => (Place::Escape, self.length),
            (Place::Inside, _) => (Place::Inside, self.length + 1),
            (Place::Escape, b'u') => (Place::Digits(0, 0), self.length),
            (Place::Escape, _) => (Place::Inside, self.length + 1),
            (Place::Digits(count, value), byte) => {
                let value = 16 * value + char::from(byte).to_digit(16).unwrap_or_default();
                let bytes = match value {
                    0..0x80 => 1,
                    0x80..0x800 => 2,
                    // Two halves make a character of four bytes.
                    0xD800..0xE000 => 2,
                    _ => 3,
                };
                match count {
                    3 => (Place::Inside, self.length + bytes),
                    count => (Place::Digits(count + 1, value), self.length),
                }
            }
        };
    }
}

impl<R: BufRead> Read for LongLine<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !matches!(self.state, State::Open) {
            return Ok(0);
        }
        let ready = match self.stream.fill_buf() {
            Ok(ready) => ready,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            Err(error) => {
                self.state = State::Broken(error);
                return Ok(0);
            }
        };
        let ready = &ready[..ready.len().min(buffer.len())];
        let end = memchr::memchr(b'\n', ready);
        let length = end.unwrap_or(ready.len());
        buffer[..length].copy_from_slice(&ready[..length]);
        if end.is_some() || ready.is_empty() {
            self.state = State::Ended;
        }
        self.stream.consume(length + usize::from(end.is_some()));
        for &byte in &buffer[..length] {
            self.look(byte);
            if self.length > self.limit {
                self.state = State::TooLong;
                return Ok(0);
            }
        }
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use super::*;

    /// What a line gives where strings may have so many bytes, and what of the stream follows it.
    fn read(line: &str, limit: u64) -> (Result<(), &'static str>, String) {
        let whole = format!("{line}\nnext\n");
        // In pieces, so that every state lasts over a border.
        let mut stream = BufReader::with_capacity(3, Cursor::new(whole));
        let record = LongLine::new(&mut stream, limit).record(0).unwrap();
        let mut rest = String::new();
        stream.read_to_string(&mut rest).unwrap();
        let told = record.map(|_| ()).map_err(|wrong| match wrong {
            Wrong::TooLong => "too long",
            Wrong::Json(_) => "no JSON",
        });
        (told, rest)
    }

    #[test]
    fn strings_are_measured_without_their_escapes_and_the_line_is_left_behind() {
        for (line, limit, told) in [
            (r#"{"id": 3, "text": "火炬"}"#, 6, Ok(())),
            (r#"{"id": 3, "text": "火炬"}"#, 5, Err("too long")),
            (r#"{"text": "\u706b\u70ac"}"#, 6, Ok(())),
            (r#"{"text": "\u706b\u70ac"}"#, 5, Err("too long")),
            (r#"{"text": "\ud842\udfb7"}"#, 4, Ok(())),
            (r#"{"text": "\n\"\\\u0041\u00e9"}"#, 6, Ok(())),
            (r#"{"text": "\n\"\\\u0041\u00e9"}"#, 5, Err("too long")),
            (r#"{"id": 12345, "text": "a"}"#, 4, Err("too long")),
            (r#"{"id": [1, 2], "text": "a"}"#, 4, Err("no JSON")),
            (r#"{"text": "a"} x"#, 9, Err("no JSON")),
            (r#"{"text": "a", "more": [1, {"b": "c"}]}"#, 4, Ok(())),
            ("{\"text\": \"a", 9, Err("no JSON")),
            ("", 9, Err("no JSON")),
        ] {
            assert_eq!(read(line, limit), (told, "next\n".to_owned()), "{line} {limit}");
        }
    }
}
