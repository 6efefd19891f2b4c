//! How much a container may unpack to before it is taken for a bomb 解压炸弹.

use std::fmt;

/// Bounds on what is read 读取限制. Each input that goes over one is refused by name; the others go on.
///
/// ```
/// use torch_bulletin_archive::Limits;
/// let limits = Limits::default().with_input(1 << 20).with_depth(1);
/// assert_eq!((limits.input(), limits.depth(), limits.ratio()), (1_048_576, 1, 200));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    input: u64,
    expanded: u64,
    ratio: u64,
    depth: usize,
}

impl Default for Limits {
    /// An input of 64 MiB (a year of issues in one text has 1), 64 GiB out of one file, 200 to 1, three deep.
    fn default() -> Self {
        Self { input: 64 << 20, expanded: 64 << 30, ratio: 200, depth: 3 }
    }
}

impl Limits {
    /// The most bytes of one input, once unpacked, and of a container inside another; at most 4 GiB − 1, which spans can
    /// count. It bounds the memory that a thread needs.
    #[must_use]
    pub const fn with_input(mut self, bytes: u64) -> Self {
        self.input = if bytes < u32::MAX as u64 { bytes } else { u32::MAX as u64 };
        self
    }

    /// The most bytes that all members of one file may unpack to together, however deep they lie.
    #[must_use]
    pub const fn with_expanded(mut self, bytes: u64) -> Self {
        self.expanded = bytes;
        self
    }

    /// The most bytes that one packed byte may unpack to, of a member and of a whole file. The first
    /// [`SMALL`](Self::SMALL) bytes are always allowed. Chinese text packs 3 to 1; what repeats itself, 20 to 1.
    #[must_use]
    pub const fn with_ratio(mut self, ratio: u64) -> Self {
        self.ratio = ratio;
        self
    }

    /// How many containers may lie one in another: 1 is a zip file with no container inside, 0 opens none.
    #[must_use]
    pub const fn with_depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// Bytes that may be unpacked whatever the ratio: 1 MiB.
    pub const SMALL: u64 = 1 << 20;

    /// See [`with_input`](Self::with_input).
    pub const fn input(&self) -> u64 {
        self.input
    }

    /// See [`with_expanded`](Self::with_expanded).
    pub const fn expanded(&self) -> u64 {
        self.expanded
    }

    /// See [`with_ratio`](Self::with_ratio).
    pub const fn ratio(&self) -> u64 {
        self.ratio
    }

    /// See [`with_depth`](Self::with_depth).
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// Bytes that so many packed ones may unpack to.
    pub(crate) fn unpacked(&self, packed: u64) -> u64 {
        packed.saturating_mul(self.ratio).max(Self::SMALL)
    }
}

/// Which of the [`Limits`] an input went over, and what it is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Exceeded {
    /// [`Limits::with_input`], in bytes.
    Input(u64),
    /// [`Limits::with_expanded`], in bytes.
    Expanded(u64),
    /// [`Limits::with_ratio`].
    Ratio(u64),
    /// [`Limits::with_depth`].
    Depth(usize),
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Exceeded::Input(bytes) => {
                write!(f, "found more than {}, the limit of one input", bytes_of(*bytes))
            }
            Exceeded::Expanded(bytes) => {
                write!(f, "found more than {} unpacked, the limit of one file", bytes_of(*bytes))
            }
            Exceeded::Ratio(ratio) => {
                let bytes = bytes_of(*ratio);
                write!(f, "found more than {bytes} unpacked from each packed one, the limit of a ratio")
            }
            Exceeded::Depth(depth) => {
                write!(f, "found a container deeper than {depth} in others, the limit of depth")
            }
        }
    }
}

fn bytes_of(count: u64) -> String {
    format!("{count} byte{}", if count == 1 { "" } else { "s" })
}

impl std::error::Error for Exceeded {}
