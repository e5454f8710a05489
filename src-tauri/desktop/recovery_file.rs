//! The recovery key as a file that a person keeps elsewhere.

use std::path::Path;

use keytick_texts::text;
use zeroize::Zeroizing;

use crate::error::UiError;
use crate::files;

/// The file name that the dialog suggests.
#[must_use]
pub fn name() -> String {
    text("desktop-recovery-file-name", &[])
}

/// Writes the key with a line on what it is for. The file appears whole or not at all, and
/// is readable by its owner only.
///
/// # Errors
/// `desktop-cannot-save`.
pub fn write(path: &Path, key: &str) -> Result<(), UiError> {
    let words = text("desktop-recovery-file", &[]);
    let content = Zeroizing::new(format!("{words}\n\n{key}\n"));
    files::write(path, content.as_bytes()).map_err(|_| UiError::new("desktop-cannot-save"))
}
