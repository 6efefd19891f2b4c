//! A stream 等待中的流 whose reader can be called off while it waits for bytes that may never come.

use std::io::{self, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// Bytes that a thread of its own reads from a stream. No system ends a read that waits; the thread that does is left to it,
/// and whoever reads here is not.
pub(super) struct Waiting {
    portions: Receiver<io::Result<Vec<u8>>>,
    ready: Cursor<Vec<u8>>,
    stop: Arc<AtomicBool>,
}

/// The most bytes of a portion.
const PORTION: usize = 64 << 10;

/// How long it waits before it asks whether it is called off.
const WAIT: Duration = Duration::from_millis(50);

impl Waiting {
    pub(super) fn new(mut stream: impl Read + Send + 'static, stop: Arc<AtomicBool>) -> Self {
        let (give, portions) = sync_channel(1);
        thread::spawn(move || {
            loop {
                let mut portion = vec![0; PORTION];
                let read = match stream.read(&mut portion) {
                    Ok(0) => return,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    read => read,
                };
                let ends = read.is_err();
                let read = read.map(|length| {
                    portion.truncate(length);
                    portion
                });
                // Where nobody takes it any more, there is no next one either.
                if give.send(read).is_err() || ends {
                    return;
                }
            }
        });
        Self { portions, ready: Cursor::default(), stop }
    }
}

impl Read for Waiting {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let length = self.ready.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            match self.portions.recv_timeout(WAIT) {
                Ok(portion) => self.ready = Cursor::new(portion?),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
                Err(RecvTimeoutError::Timeout) if self.stop.load(Ordering::Relaxed) => {
                    return Err(io::Error::other("called off"));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use super::*;

    /// Gives what is sent to it, and waits for more.
    struct Slow(Receiver<u8>);

    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let Ok(byte) = self.0.recv() else { return Ok(0) };
            buffer[0] = byte;
            Ok(1)
        }
    }

    fn slow() -> (Sender<u8>, Arc<AtomicBool>, Waiting) {
        let (send, bytes) = channel();
        let stop = Arc::default();
        (send, Arc::clone(&stop), Waiting::new(Slow(bytes), stop))
    }

    #[test]
    fn every_byte_comes_and_the_end_too() {
        let (send, _, mut waiting) = slow();
        b"slowly".iter().for_each(|&byte| send.send(byte).unwrap());
        drop(send);
        let mut read = String::new();
        waiting.read_to_string(&mut read).unwrap();
        assert_eq!(read, "slowly");
    }

    #[test]
    fn whoever_waits_can_be_called_off() {
        let (send, stop, mut waiting) = slow();
        stop.store(true, Ordering::Relaxed);
        assert_eq!(waiting.read(&mut [0]).unwrap_err().to_string(), "called off");
        drop(send);
    }
}
