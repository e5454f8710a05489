//! The same in English, whatever is spoken: for what programs read, and practice sites, whose
//! pages are looked up by their words in tests.

use crate::LANGUAGES;

/// As [`crate::text`].
#[must_use]
pub fn text(id: &str, args: &[(&str, &str)]) -> String {
    crate::format(&LANGUAGES[0], id, None, args).unwrap_or_else(|| id.to_owned())
}

/// As [`crate::hint`].
#[must_use]
pub fn hint(id: &str, args: &[(&str, &str)]) -> Option<String> {
    crate::format(&LANGUAGES[0], id, Some("hint"), args)
}
