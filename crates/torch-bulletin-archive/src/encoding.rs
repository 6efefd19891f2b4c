//! The encodings in which copies of the newsletter exist, and how sure the one found is.

use std::fmt;

/// How the bytes of a file spell its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, and so GBK and GB2312, which it holds.
    Gb18030,
}

impl Encoding {
    /// The stable name, as in `source.encoding`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How sure it is that a text is in the encoding that was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Certainty {
    /// Nothing explains all bytes: the encoding that leaves fewest unexplained.
    Assumed,
    /// The characters are those that such a text has.
    Detected,
    /// The page itself says so, and its bytes agree.
    Declared,
    /// A text of this length in any other encoding is no UTF-8.
    #[default]
    Valid,
    /// A byte order mark.
    Marked,
}

impl Certainty {
    /// The stable name, as in `source.certainty`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Certainty::Assumed => "assumed",
            Certainty::Detected => "detected",
            Certainty::Declared => "declared",
            Certainty::Valid => "valid",
            Certainty::Marked => "marked",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
