//! The walk: files are looked at, containers opened one in another, and every input comes out with its name.

use std::collections::HashMap;
use std::fmt;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::container::{Kind, Member, Open, Opened};
use super::entry::Content;
use super::meter::{Budget, Counted};
use super::noise::is_noisy;
use super::paths::{Found, Paths, is_pipe, is_stdin};
use super::source::Source;
use super::waiting::Waiting;
use super::{Entry, Exceeded, Limits};
use crate::{ReadError, name_of};

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
    stop: Option<Arc<AtomicBool>>,
    paths: Option<Paths>,
    open: Vec<Open>,
    /// Hashes of the names that were given out, and the number of the last that would have been the same: a million of them
    /// take some 36 MB.
    names: HashMap<u64, u64>,
    read: Arc<AtomicU64>,
    passed_over: Arc<AtomicU64>,
}

impl Walk {
    /// A walk over files, folders and patterns (`2022/*.txt`, `**/*.zip`); `-` is standard input.
    ///
    /// Hidden files in folders, what operating systems leave there (`__MACOSX`, `Thumbs.db`), and folders that an earlier
    /// export wrote are passed over and [counted](Self::passed_over). A file that comes again is read once.
    pub fn new<P: Into<PathBuf>>(paths: impl IntoIterator<Item = P>) -> Self {
        Self {
            given: paths.into_iter().map(Into::into).collect(),
            without: None,
            limits: Limits::default(),
            stdin: None,
            stop: None,
            paths: None,
            open: Vec::new(),
            names: HashMap::new(),
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

    /// Ends where a flag is set, also while it waits for a stream. What was read by half then is no entry: the flag says that
    /// the walk is not whole.
    #[must_use]
    pub fn with_stop(mut self, flag: Arc<AtomicBool>) -> Self {
        self.stop = Some(flag);
        self
    }

    fn is_stopped(&self) -> bool {
        self.stop.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed))
    }

    /// A stream whose bytes may be long in coming.
    fn stream(&self, stream: impl Read + Send + 'static) -> Source {
        Source::Stream(match &self.stop {
            Some(flag) => Box::new(Waiting::new(stream, Arc::clone(flag))),
            None => Box::new(stream),
        })
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
        let (name, source) = match found {
            Found::Failed(path, error) => return Some(self.entry(name_of(&path), Content::Failed(error))),
            Found::Stdin => {
                let stream = self.stdin.take().unwrap_or_else(|| Box::new(io::stdin()));
                ("<stdin>".to_owned(), Ok(self.stream(stream)))
            }
            Found::Stream(path) => (name_of(&path), File::open(path).map(|it| self.stream(it))),
            Found::File(path) => {
                let file = File::open(&path).and_then(|file| {
                    let length = file.metadata()?.len();
                    Ok(Source::File(Counted::new(file, Arc::clone(&self.read)), length))
                });
                (name_of(&path), file)
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
        let (kind, trailing) = match Kind::open(name, source, &budget)? {
            Opened::Container(kind, trailing) => (kind, trailing),
            Opened::Input(content) => return Ok(Some(content)),
        };
        if self.open.len() >= self.limits.depth() {
            return Err(Exceeded::Depth(self.limits.depth()).into());
        }
        self.open.push(Open { name: name.to_owned(), kind, budget, trailing });
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
                // A container that holds more than may be unpacked ends early, and that has its name; so has what stands
                // behind one.
                let Open { name, kind, budget, trailing } = self.open.pop()?;
                let is_cut = self.open.is_empty() && !matches!(kind, Kind::One(..));
                let over = is_cut.then(|| budget.check().err()).flatten().map(ReadError::from);
                let behind = trailing.place().map(|at| {
                    let reason =
                        format!("from byte {at} on it is no gzip and was not read; what comes before was");
                    ReadError::Damaged { reason }
                });
                return Some(self.entry(name, Content::Failed(over.or(behind)?)));
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
        let given = hash(&name);
        if let Some(&last) = self.names.get(&given) {
            let mut again = (last + 1..).map(|number| (number, format!("{name}~{number}")));
            if let Some((number, free)) = again.find(|(_, it)| !self.names.contains_key(&hash(it))) {
                self.names.insert(given, number);
                name = free;
            }
        }
        self.names.insert(hash(&name), 1);
        Entry::new(name, content, self.limits)
    }
}

impl Iterator for Walk {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        while !self.is_stopped() {
            let entry = if self.open.is_empty() {
                let paths = self.paths.get_or_insert_with(|| {
                    Paths::new(self.given.clone(), self.without.clone(), Arc::clone(&self.passed_over))
                });
                let found = paths.next()?;
                self.look(found)
            } else {
                self.member()
            };
            if entry.is_some() {
                // It may have ended by being called off.
                return entry.filter(|_| !self.is_stopped());
            }
        }
        None
    }
}

impl fmt::Debug for Walk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open: Vec<_> = self.open.iter().map(|it| &it.name).collect();
        f.debug_struct("Walk").field("given", &self.given).field("open", &open).finish_non_exhaustive()
    }
}
