//! What a gzip file 压缩文件 holds, and its name.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::GzDecoder;

use super::meter::Counted;

/// Unpacks one gzip stream after another. Zeros after them pad a file to the blocks of a tape or a disk, and mean nothing;
/// whatever else follows is not unpacked and not held against what came before: [`Trailing`] has its place.
pub(super) struct Gzip<R> {
    /// The stream that is being unpacked; `None` at the end.
    open: Option<GzDecoder<Packed<R>>>,
    /// Packed bytes that were read, also those that are waiting in the buffer.
    read: Arc<AtomicU64>,
    trailing: Trailing,
}

/// Bytes that were looked at, and the rest.
type Packed<R> = Chain<Cursor<Vec<u8>>, BufReader<Counted<R>>>;

/// The byte of a gzip file from which on it is none, told to whoever asks once it was read to the end.
#[derive(Clone, Debug, Default)]
pub(super) struct Trailing(Arc<AtomicU64>);

impl Trailing {
    /// `None` where all of it was gzip, padded at most.
    pub(super) fn place(&self) -> Option<u64> {
        Some(self.0.load(Ordering::Relaxed)).filter(|&it| it > 0)
    }
}

/// What every gzip stream begins with: its signature, and the only method there is.
const MAGIC: [u8; 3] = [0x1F, 0x8B, 8];

impl<R: Read> Gzip<R> {
    pub(super) fn new(packed: R) -> Self {
        let read = Arc::default();
        let packed = BufReader::new(Counted::new(packed, Arc::clone(&read)));
        // The first one must be gzip; the decoder says what is wrong with it.
        let open = Some(GzDecoder::new(Cursor::new(Vec::new()).chain(packed)));
        Self { open, read, trailing: Trailing::default() }
    }

    pub(super) fn trailing(&self) -> Trailing {
        self.trailing.clone()
    }

    /// What follows a stream that has ended.
    fn follow(&mut self, mut packed: BufReader<Counted<R>>) -> io::Result<()> {
        loop {
            let ready = packed.fill_buf()?;
            if ready.is_empty() {
                return Ok(());
            }
            let zeros = ready.iter().take_while(|&&byte| byte == 0).count();
            let is_padding = zeros == ready.len();
            packed.consume(zeros);
            if !is_padding {
                break;
            }
        }
        let mut head = Vec::new();
        (&mut packed).take(MAGIC.len() as u64).read_to_end(&mut head)?;
        if head == MAGIC {
            self.open = Some(GzDecoder::new(Cursor::new(head).chain(packed)));
        } else {
            let ahead = (packed.buffer().len() + head.len()) as u64;
            self.trailing.0.store(self.read.load(Ordering::Relaxed) - ahead, Ordering::Relaxed);
        }
        Ok(())
    }
}

impl<R: Read> Read for Gzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(open) = &mut self.open {
            let length = open.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            if let Some(ended) = self.open.take() {
                let (_, packed) = ended.into_inner().into_inner();
                self.follow(packed)?;
            }
        }
        Ok(0)
    }
}

/// The name of what is packed: `12.txt` of `2022/12.txt.gz`, `all.tar` of `all.tgz`.
pub(crate) fn unpacked_name(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let end = |ending: &str| {
        let cut = file.len().checked_sub(ending.len())?;
        file.get(cut..).filter(|it| it.eq_ignore_ascii_case(ending)).map(|_| &file[..cut])
    };
    match (end(".tgz"), end(".gz")) {
        (Some(stem), _) => format!("{stem}.tar"),
        (_, Some(stem)) if !stem.is_empty() => stem.to_owned(),
        _ => file.to_owned(),
    }
}

/// Whether a name ends so, in letters of either case.
pub(crate) fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit(['/', '.']).next().unwrap_or_default();
    ending.len() < name.len() && endings.iter().any(|it| it.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_inside_is_that_without_the_ending() {
        for (name, inside) in [
            ("2022/12.txt.gz", "12.txt"),
            ("all.TGZ", "all.tar"),
            ("all.tar.gz", "all.tar"),
            ("a.zip!/b.gz", "b"),
            ("期刊.GZ", "期刊"),
            (".gz", ".gz"),
            ("刊", "刊"),
        ] {
            assert_eq!(unpacked_name(name), inside);
        }
    }

    #[test]
    fn endings_are_the_part_after_the_last_dot() {
        assert!(has_ending("a/b.JSONL", &["jsonl"]) && has_ending("a.tar", &["tar"]));
        assert!(!has_ending("jsonl", &["jsonl"]) && !has_ending("a.jsonl/b", &["jsonl"]));
    }
}
