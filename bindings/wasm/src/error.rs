//! Errors as JavaScript has them: an `Error` with the code that every language shares.

use torch_bulletin_archive::ReadError;
use torch_bulletin_wire::{ErrorCode, OptionsError};
use wasm_bindgen::prelude::wasm_bindgen;

// The path is seen from where the generated module lies.
#[wasm_bindgen(raw_module = "../js/error.js")]
extern "C" {
    /// The class `BulletinError` of the package.
    pub type BulletinError;

    #[wasm_bindgen(constructor)]
    fn new(code: &str, message: &str) -> BulletinError;
}

impl From<ReadError> for BulletinError {
    fn from(error: ReadError) -> Self {
        BulletinError::new(error.code(), &error.to_string())
    }
}

/// Options that are no options.
pub(crate) fn invalid_options(error: &OptionsError) -> BulletinError {
    BulletinError::new(ErrorCode::InvalidOptions.as_str(), &format!("options: {error}"))
}
