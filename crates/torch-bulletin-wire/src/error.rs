//! Why an input was refused or a call failed: names that are the same in every language.

use serde::{Deserialize, Serialize};

/// Why nothing came back: the `code` of a Python exception, of a JavaScript error and of the command.
///
/// Doubts about an issue that was read are no errors but diagnostics ([`torch_bulletin::Code`]). Codes are
/// added, never renamed.
///
/// ```
/// use torch_bulletin_wire::ErrorCode;
/// assert_eq!(ErrorCode::OtherKind.to_string(), "other-kind");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ErrorCode {
    /// The input has no character.
    Empty,
    /// The input is no text in any encoding: a NUL, or many control characters.
    Binary,
    /// The input is a file of a known kind that holds no bulletin, such as a picture.
    OtherKind,
    /// The system did not give the file: it is missing, locked, or broke off.
    Unreadable,
    /// The input, or what it unpacks to, is larger than is allowed.
    TooLarge,
    /// An option has an unknown name or value.
    InvalidOptions,
    /// A fault of this library; worth a report.
    Internal,
}

impl ErrorCode {
    /// Every code, in the order of declaration.
    pub const ALL: &'static [ErrorCode] = &[
        ErrorCode::Empty,
        ErrorCode::Binary,
        ErrorCode::OtherKind,
        ErrorCode::Unreadable,
        ErrorCode::TooLarge,
        ErrorCode::InvalidOptions,
        ErrorCode::Internal,
    ];

    /// The stable name, the same in every language.
    pub const fn as_str(self) -> &'static str {
        match self {
            ErrorCode::Empty => "empty",
            ErrorCode::Binary => "binary",
            ErrorCode::OtherKind => "other-kind",
            ErrorCode::Unreadable => "unreadable",
            ErrorCode::TooLarge => "too-large",
            ErrorCode::InvalidOptions => "invalid-options",
            ErrorCode::Internal => "internal",
        }
    }
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_serde_and_every_code_is_listed() {
        for (index, code) in ErrorCode::ALL.iter().enumerate() {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
            assert_eq!(*code as usize, index, "ALL leaves out a code before {code}");
        }
        assert_eq!(ErrorCode::ALL.last(), Some(&ErrorCode::Internal));
    }
}
