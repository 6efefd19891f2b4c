//! Options and profiles as JSON: what a caller of any language gives, and where it is wrong.

use serde::de::DeserializeOwned;
use torch_bulletin::{ParseOptions, Profile};

use crate::ExtractOptions;

/// JSON that is no options, or no profile: which key, where, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OptionsError {
    /// The key, from the outermost: `profile.sections[2]`; empty where the whole is wrong.
    pub path: String,
    /// What was found, and what was expected.
    pub message: String,
    /// The line of the JSON, from 1.
    pub line: usize,
    /// The column in the line, in bytes from 1.
    pub column: usize,
}

impl std::fmt::Display for OptionsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for OptionsError {}

/// Reads options from JSON; a key that is left out has its default.
///
/// ```
/// use torch_bulletin_wire::options_from_json;
/// let options = options_from_json(r#"{"joins": "none", "profile": {"name": "江州科技简报"}}"#).unwrap();
/// assert_eq!(options.profile.name, "江州科技简报");
///
/// let error = options_from_json(r#"{"profile": {"name": "江州科技简报", "sections": ["要闻", 3]}}"#).unwrap_err();
/// assert_eq!(error.to_string(), "profile.sections[1]: invalid type: integer `3`, expected a word");
/// ```
///
/// # Errors
/// What is no JSON, an unknown key, a value of another type.
pub fn options_from_json(json: &str) -> Result<ParseOptions, OptionsError> {
    read_options(json)
}

/// Reads from JSON what to extract; a key that is left out has its default.
///
/// ```
/// use torch_bulletin_wire::extract_options_from_json;
/// assert!(extract_options_from_json(r#"{"numbers": true}"#).unwrap().numbers);
/// let error = extract_options_from_json(r#"{"date": "July"}"#).unwrap_err();
/// assert_eq!(error.to_string(), r#"date: found "July", expected a date as YYYY, YYYY-MM or YYYY-MM-DD"#);
/// ```
///
/// # Errors
/// What is no JSON, an unknown key, a value of another type, a date that no calendar has.
pub fn extract_options_from_json(json: &str) -> Result<ExtractOptions, OptionsError> {
    read_options(json)
}

/// Reads the profile of a newsletter from JSON, as `--profile` takes it; its `name` must be there.
///
/// ```
/// use torch_bulletin_wire::profile_from_json;
/// let error = profile_from_json("{\n \"name\": \"\"\n}").unwrap_err();
/// assert_eq!((error.path.as_str(), error.line), ("name", 2));
/// ```
///
/// # Errors
/// What is no JSON, a missing name, an unknown key, a value of another type, a word without a character.
pub fn profile_from_json(json: &str) -> Result<Profile, OptionsError> {
    read_options(json)
}

/// Reads options of any kind from JSON, so that what is wrong is said alike everywhere.
///
/// ```
/// let error = torch_bulletin_wire::read_options::<Vec<u8>>("[1, 300]").unwrap_err();
/// assert_eq!(error.path, "[1]");
/// ```
///
/// # Errors
/// Where `json` is no valid JSON, or does not describe a `T`: with the path of the faulty value.
pub fn read_options<T: DeserializeOwned>(json: &str) -> Result<T, OptionsError> {
    let mut json = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        OptionsError::new(if path == "." { String::new() } else { path }, error.inner())
    })?;
    json.end().map_err(|error| OptionsError::new(String::new(), &error))?;
    Ok(value)
}

impl OptionsError {
    fn new(path: String, error: &serde_json::Error) -> Self {
        let message = error.to_string();
        // serde_json says the place at the end of its message.
        let message = message.rsplit_once(" at line ").map_or(&*message, |(what, _)| what);
        Self { path, message: message.to_owned(), line: error.line(), column: error.column() }
    }
}
