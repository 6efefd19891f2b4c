//! The walk: files are looked at, containers opened one in another, and every input comes out with its name.

use std::collections::HashSet;
use std::fmt;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, BufReader, Cursor, Read, Seek as _};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;

use super::entry::Content;
use super::gzip::{has_ending, unpacked_name};
use super::lines::{Lines, begins_with_brace};
use super::meter::{Budget, Counted};
use super::noise::is_noisy;
use super::paths::{Found, Paths, is_pipe, is_stdin};
use super::tar::Tar;
use super::zip::{Seekable, Zip};
use super::{Entry, Exceeded, Limits};
use crate::head::{HEAD, inspect};
use crate::{FileKind, ReadError};

/// Every input in some files, folders, patterns and containers 文件夹与压缩包, as a stream of [`Entry`]s.
///
/// The order is that of the paths as given, folders sorted by name, members of containers as they are stored; it does
/// not depend on the system. What cannot be read is an entry too, with its name and the reason. Memory holds one member
/// at a time, whatever the size of the archive.
///
/// ```
/// use torch_bulletin_archive::Walk;
/// # let folder = tempfile::tempdir()?;
/// # std::env::set_current_dir(&folder)?;
/// std::fs::create_dir("2022")?;
/// std::fs::write("2022/11.txt", "火炬动态")?;
/// std::fs::write("2022/12.jsonl", r#"{"id": "12", "text": "火炬动态"}"#)?;
///
/// let names: Vec<_> = Walk::new(["2022", "missing.zip"]).map(|entry| entry.name().to_owned()).collect();
/// assert_eq!(names, ["2022/11.txt", "2022/12.jsonl!/12", "missing.zip"]);
///
/// let last = Walk::new(["missing.zip"]).next().unwrap();
/// assert_eq!(last.bytes().unwrap_err().code(), "unreadable");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Walk {
    given: Vec<PathBuf>,
    without: Option<PathBuf>,
    limits: Limits,
    stdin: Option<Box<dyn Read + Send>>,
    paths: Option<Paths>,
    open: Vec<Open>,
    /// Hashes of the names that were given out: a million of them have 8 MB.
    names: HashSet<u64>,
    read: Arc<AtomicU64>,
    passed_over: Arc<AtomicU64>,
}

/// A container whose members are being read.
struct Open {
    /// Its own name.
    name: String,
    kind: Kind,
    budget: Budget,
}

enum Kind {
    Zip(Box<Zip>),
    Tar(Tar),
    Lines(Lines),
    /// One file, packed.
    One(String, Option<Box<dyn Read + Send>>),
}

/// What stands next in a container.
pub(crate) enum Member {
    /// The bytes of a file of this name, which may be a container.
    Bytes(String, Vec<u8>),
    /// A text.
    Text(String, Vec<u8>),
    /// One that cannot be read; the next one may be.
    Failed(String, ReadError),
    /// A folder, a blank line: nothing to read.
    Nothing,
    /// The container itself is damaged.
    End(ReadError),
}

/// Where the bytes of a file are.
enum Source {
    File(Counted<File>, u64),
    Stream(Box<dyn Read + Send>),
    Bytes(Vec<u8>),
}

impl Walk {
    /// A walk over files, folders and patterns (`2022/*.txt`, `**/*.zip`); `-` is standard input.
    ///
    /// Hidden files in folders, and what operating systems leave there (`__MACOSX`, `Thumbs.db`), are passed over and
    /// [counted](Self::passed_over). A file that comes again is read once.
    pub fn new<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Self {
        Self {
            given: paths.into_iter().map(Into::into).collect(),
            without: None,
            limits: Limits::default(),
            stdin: None,
            paths: None,
            open: Vec::new(),
            names: HashSet::new(),
            read: Arc::default(),
            passed_over: Arc::default(),
        }
    }

    /// With other limits.
    #[must_use]
    pub const fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Passes over a file or folder, as the one that output goes to.
    #[must_use]
    pub fn without(mut self, path: impl AsRef<Path>) -> Self {
        self.without = fs::canonicalize(path).ok();
        self
    }

    /// Reads `-` from elsewhere than standard input.
    #[must_use]
    pub fn with_stdin(mut self, stream: impl Read + Send + 'static) -> Self {
        self.stdin = Some(Box::new(stream));
        self
    }

    /// A counter of the bytes read from disk so far, for whoever shows progress on another thread.
    pub fn progress(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.read)
    }

    /// How many bytes the files have on disk, containers as they are packed: what [`progress`](Self::progress) comes to.
    /// No file is opened; standard input counts nothing.
    pub fn bytes_on_disk(&self) -> u64 {
        let length = |found| match found {
            Found::File(path) => fs::metadata(path).map_or(0, |it| it.len()),
            _ => 0,
        };
        Paths::new(self.given.clone(), self.without.clone(), Arc::default()).map(length).sum()
    }

    /// A counter of the hidden and system files that were passed over so far.
    pub fn passed_over(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.passed_over)
    }

    /// Whether a path is read as it comes, and only once: standard input, or a pipe of the shell's.
    ///
    /// ```
    /// use torch_bulletin_archive::Walk;
    /// assert!(Walk::is_stream("-") && !Walk::is_stream("2022"));
    /// ```
    pub fn is_stream(path: impl AsRef<Path>) -> bool {
        is_stdin(path.as_ref()) || is_pipe(path.as_ref())
    }

    /// Looks at what stands at a path: an entry, or a container that is open now.
    fn look(&mut self, found: Found) -> Option<Entry> {
        let named = |path: &Path| {
            let name = path.to_string_lossy();
            if MAIN_SEPARATOR == '/' { name.into_owned() } else { name.replace(MAIN_SEPARATOR, "/") }
        };
        let (name, source) = match found {
            Found::Failed(path, error) => return Some(self.entry(named(&path), Content::Failed(error))),
            Found::Stdin => {
                let stream = self.stdin.take().unwrap_or_else(|| Box::new(io::stdin()));
                ("<stdin>".to_owned(), Ok(Source::Stream(stream)))
            }
            Found::Stream(path) => (named(&path), File::open(path).map(|it| Source::Stream(Box::new(it)))),
            Found::File(path) => {
                let file = File::open(&path).and_then(|file| {
                    let length = file.metadata()?.len();
                    Ok(Source::File(Counted::new(file, Arc::clone(&self.read)), length))
                });
                (named(&path), file)
            }
        };
        // Of a stream it is known only as it comes what it holds.
        let packed = match &source {
            Ok(Source::File(_, length)) => Arc::new(AtomicU64::new(*length)),
            _ => Arc::default(),
        };
        let budget = Budget::new(self.limits, Arc::clone(&packed));
        let source = source.map(|source| match source {
            Source::Stream(stream) => Source::Stream(Box::new(Counted::new(stream, packed))),
            other => other,
        });
        match source {
            Ok(source) => self.open(name, source, budget),
            Err(error) => Some(self.entry(name, Content::Failed(error.into()))),
        }
    }

    /// Looks at a file or member, and opens what is a container; `None` where it did.
    fn open(&mut self, name: String, source: Source, budget: Budget) -> Option<Entry> {
        match self.try_open(&name, source, budget) {
            Ok(Some(content)) => Some(self.entry(name, content)),
            Ok(None) => None,
            Err(error) => Some(self.entry(name, Content::Failed(error))),
        }
    }

    fn try_open(&mut self, name: &str, source: Source, budget: Budget) -> Result<Option<Content>, ReadError> {
        let (head, source) = source.head()?;
        let is_lines = has_ending(name, &["jsonl", "ndjson"])
            || name.starts_with("<stdin>") && !name.contains('!') && begins_with_brace(&head);
        // A file cut to nothing but its name is no text.
        let claimed = if head.is_empty() { None } else { claimed(name) };
        let kind = match FileKind::of(&head).or(claimed) {
            Some(FileKind::Gzip) => {
                let stream = budget.guard(MultiGzDecoder::new(source.into_stream(head)));
                unpacked(name, Box::new(stream), &budget)?
            }
            Some(FileKind::Zip) => Kind::Zip(Box::new(Zip::open(source.into_seekable(head, &budget)?)?)),
            Some(FileKind::Tar) => Kind::Tar(Tar::new(source.into_stream(head))),
            None if is_lines => Kind::Lines(Lines::new(source.into_stream(head))),
            _ => return Ok(Some(source.into_content(head, &budget)?)),
        };
        if self.open.len() >= self.limits.depth() {
            return Err(Exceeded::Depth(self.limits.depth()).into());
        }
        self.open.push(Open { name: name.to_owned(), kind, budget });
        Ok(None)
    }

    /// The next input of the innermost open container; `None` where it has no more, or opened one itself.
    fn member(&mut self) -> Option<Entry> {
        let container = self.open.last_mut()?;
        let budget = container.budget.clone();
        let member = if budget.is_spent() { None } else { container.kind.next(&budget) };
        let prefix = &container.name;
        let named = |name: &str| format!("{prefix}!/{}", name.trim_start_matches("./"));
        let (name, source) = match member {
            Some(Member::Nothing) => return None,
            Some(Member::Bytes(name, _) | Member::Failed(name, _)) if is_noisy(&name) => {
                self.passed_over.fetch_add(1, Ordering::Relaxed);
                return None;
            }
            Some(Member::Bytes(name, bytes)) => (named(&name), Ok(bytes)),
            Some(Member::Text(id, text)) => {
                let name = named(&id);
                return Some(self.entry(name, Content::Bytes(text)));
            }
            Some(Member::Failed(name, error)) => (named(&name), Err(error)),
            Some(Member::End(error)) => (prefix.clone(), Err(error)),
            None => {
                // A container that holds more than may be unpacked ends early, and that has its name.
                let Open { name, kind, budget } = self.open.pop()?;
                let is_cut = self.open.is_empty() && !matches!(kind, Kind::One(..));
                let over = is_cut.then(|| budget.check().err()).flatten()?;
                return Some(self.entry(name, Content::Failed(over.into())));
            }
        };
        match source {
            Ok(bytes) => self.open(name, Source::Bytes(bytes), budget),
            Err(error) => Some(self.entry(name, Content::Failed(error))),
        }
    }

    fn entry(&mut self, mut name: String, content: Content) -> Entry {
        let hash = |name: &str| {
            let mut hasher = DefaultHasher::new();
            name.hash(&mut hasher);
            hasher.finish()
        };
        if !self.names.insert(hash(&name)) {
            let again = (2_u64..).map(|count| format!("{name}~{count}"));
            let free = again.into_iter().find(|it| self.names.insert(hash(it)));
            name = free.unwrap_or(name);
        }
        Entry::new(name, content, self.limits)
    }
}

impl Iterator for Walk {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        loop {
            if !self.open.is_empty() {
                match self.member() {
                    None => continue,
                    entry => return entry,
                }
            }
            let paths = self.paths.get_or_insert_with(|| {
                Paths::new(self.given.clone(), self.without.clone(), Arc::clone(&self.passed_over))
            });
            let found = paths.next()?;
            if let Some(entry) = self.look(found) {
                return Some(entry);
            }
        }
    }
}

impl fmt::Debug for Walk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open: Vec<_> = self.open.iter().map(|it| &it.name).collect();
        f.debug_struct("Walk").field("given", &self.given).field("open", &open).finish_non_exhaustive()
    }
}

/// The container that a name says it is: an old tar file has no signature, and a damaged one of any kind may have lost it.
fn claimed(name: &str) -> Option<FileKind> {
    const ENDINGS: [(&[&str], FileKind); 3] =
        [(&["zip"], FileKind::Zip), (&["gz", "tgz"], FileKind::Gzip), (&["tar"], FileKind::Tar)];
    ENDINGS.into_iter().find(|(endings, _)| has_ending(name, endings)).map(|(_, kind)| kind)
}

/// What a gzip file unpacks to: a tar file or lines of JSON in it open as if they were not packed.
fn unpacked(name: &str, mut stream: Box<dyn Read + Send>, budget: &Budget) -> Result<Kind, ReadError> {
    let inside = unpacked_name(name);
    let mut head = Vec::new();
    let read = (&mut stream).take(HEAD as u64).read_to_end(&mut head);
    read.map_err(|error| budget.broken(&error))?;
    let kind = FileKind::of(&head);
    let whole = Box::new(Cursor::new(head).chain(stream));
    Ok(match kind {
        Some(FileKind::Tar) => Kind::Tar(Tar::new(whole)),
        None if has_ending(&inside, &["tar"]) => Kind::Tar(Tar::new(whole)),
        None if has_ending(&inside, &["jsonl", "ndjson"]) => Kind::Lines(Lines::new(whole)),
        _ => Kind::One(inside, Some(whole)),
    })
}

impl Kind {
    fn next(&mut self, budget: &Budget) -> Option<Member> {
        match self {
            Kind::Zip(zip) => zip.next(budget),
            Kind::Tar(tar) => tar.next(budget),
            Kind::Lines(lines) => lines.next(budget),
            Kind::One(name, stream) => Some(match budget.copy(stream.take()?) {
                Ok(bytes) => Member::Bytes(name.clone(), bytes),
                Err(error) => Member::Failed(name.clone(), error),
            }),
        }
    }
}

impl Source {
    /// The first 64 KiB, and the rest.
    fn head(self) -> Result<(Vec<u8>, Self), ReadError> {
        let mut head = Vec::new();
        Ok(match self {
            Source::File(mut file, length) => {
                (&mut file).take(HEAD as u64).read_to_end(&mut head)?;
                (head, Source::File(file, length))
            }
            Source::Stream(mut stream) => {
                (&mut stream).take(HEAD as u64).read_to_end(&mut head)?;
                (head, Source::Stream(stream))
            }
            Source::Bytes(bytes) => (bytes, Source::Bytes(Vec::new())),
        })
    }

    fn into_stream(self, head: Vec<u8>) -> Box<dyn Read + Send> {
        let head = Cursor::new(head);
        match self {
            Source::File(file, _) => Box::new(head.chain(file)),
            Source::Stream(stream) => Box::new(head.chain(stream)),
            Source::Bytes(_) => Box::new(head),
        }
    }

    /// The directory of a zip file stands at its end: of a stream all has to be there first.
    fn into_seekable(self, head: Vec<u8>, budget: &Budget) -> Result<Box<dyn Seekable>, ReadError> {
        Ok(match self {
            Source::File(mut file, _) => {
                file.rewind()?;
                Box::new(BufReader::new(file))
            }
            Source::Stream(stream) => Box::new(Cursor::new(budget.copy(Cursor::new(head).chain(stream))?)),
            Source::Bytes(_) => Box::new(Cursor::new(head)),
        })
    }

    fn into_content(self, head: Vec<u8>, budget: &Budget) -> Result<Content, ReadError> {
        Ok(match self {
            Source::File(file, length) if length > head.len() as u64 || head.len() == HEAD => {
                let rest = length.saturating_sub(head.len() as u64);
                Content::File(head, file, rest)
            }
            // An endless stream of no text is refused by its head.
            Source::Stream(stream) => {
                inspect(&head)?;
                Content::Bytes(budget.copy(Cursor::new(head).chain(stream))?)
            }
            Source::File(..) | Source::Bytes(_) => Content::Bytes(head),
        })
    }
}
