//! Options of a parse from the command line, with the profile of a newsletter from its file.

use std::fs;
use std::path::Path;

use torch_bulletin::{ParseOptions, Profile};
use torch_bulletin_wire::profile_from_json;

use crate::args::JoinRule;
use crate::status::Stop;

/// The options that the arguments make.
pub(crate) fn options(joins: JoinRule, profile: Option<&Path>) -> Result<ParseOptions, Stop> {
    let options = ParseOptions::default().with_joins(joins.into());
    Ok(match profile {
        Some(path) => options.with_profile(read(path)?),
        None => options,
    })
}

/// Reads a profile; what is wrong with it is said with its line and column.
fn read(path: &Path) -> Result<Profile, Stop> {
    let name = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Stop::Usage(format!("{name}: the profile cannot be read: {error}")))?;
    let json = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    profile_from_json(json).map_err(|error| {
        Stop::Usage(format!("{name}:{}:{}: in the profile: {error}", error.line, error.column))
    })
}
