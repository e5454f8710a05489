//! What somebody typed: a password, a code, a key. It never shows in `Debug`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Typed text that may be a secret. Even a practice site may be given a real one by mistake.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(String);

impl Typed {
    /// Longer input is cut before it is looked at; no code or password is longer.
    pub const MAX_CHARACTERS: usize = 256;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text without the characters in `ignored`, and without spaces around it.
    pub(crate) fn without(&self, ignored: &str) -> String {
        self.0
            .trim()
            .chars()
            .filter(|character| !ignored.contains(*character))
            .take(Self::MAX_CHARACTERS)
            .collect()
    }
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Typed([REDACTED])")
    }
}

/// A code or key as it stands in an event: only its length can be seen.
pub(crate) fn masked(text: &str) -> String {
    "•".repeat(text.chars().count().min(Typed::MAX_CHARACTERS))
}
