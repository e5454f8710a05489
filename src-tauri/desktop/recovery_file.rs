//! The recovery key as a file that a person keeps elsewhere.

use std::io::Write;
use std::path::Path;

use keytick_texts::text;
use zeroize::Zeroizing;

use crate::error::UiError;

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
    save(path, &content).map_err(|_| UiError::new("desktop-cannot-save"))
}

fn save(path: &Path, content: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // tempfile makes the file with mode 0600 from the beginning.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(content.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
