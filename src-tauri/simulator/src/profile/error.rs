//! Why a profile is refused.

/// The first thing that is wrong with a profile, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {path}{}{message}", if path.is_empty() { "" } else { ": " })]
pub struct ProfileError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1, in characters.
    pub column: usize,
    /// The key, such as `totp.window`; empty where the text is no TOML.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

impl ProfileError {
    /// The error's stable name, which is also the id of its message.
    #[must_use]
    pub fn id(&self) -> &'static str {
        "sim-profile"
    }

    /// What the error's message has to be filled in with.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        vec![
            ("line", self.line.to_string()),
            ("column", self.column.to_string()),
            ("path", self.path.clone()),
            ("reason", self.message.clone()),
        ]
    }
}
