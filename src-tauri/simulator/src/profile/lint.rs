//! What a profile says that cannot be, or that is probably not meant.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Profile, parse};

mod meaning;
mod sources;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The profile cannot be used.
    Error,
    /// It can, but something is probably not meant.
    Warning,
}

/// Something wrong or odd in a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The line, counted from 1.
    pub line: usize,
    /// The key, such as `totp.window`.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

/// Everything wrong or odd in a profile, in the order of its lines. A text that cannot be read
/// gives one finding.
#[must_use]
pub fn lint(text: &str) -> Vec<Finding> {
    match parse::shape(text) {
        Ok(profile) => findings(&profile, text),
        Err(error) => vec![Finding {
            severity: Severity::Error,
            line: error.line,
            path: error.path,
            message: error.message,
        }],
    }
}

/// What is wrong or odd in a profile that could be read from `text`.
pub(super) fn findings(profile: &Profile, text: &str) -> Vec<Finding> {
    let mut notes = Notes(Vec::new());
    meaning::check(profile, &mut notes);
    sources::check(profile, text, &mut notes);
    let mut found: Vec<Finding> = notes
        .0
        .into_iter()
        .map(|(severity, path, message)| Finding {
            severity,
            line: parse::line_of(text, &path),
            path,
            message,
        })
        .collect();
    found.sort_by_key(|finding| (finding.line, finding.severity));
    found
}

/// The first value of a profile that cannot be, and why; none for one that can be used.
pub(crate) fn error_of(profile: &Profile) -> Option<String> {
    let mut notes = Notes(Vec::new());
    meaning::check(profile, &mut notes);
    let mut errors = notes
        .0
        .into_iter()
        .filter(|(severity, ..)| *severity == Severity::Error);
    errors
        .next()
        .map(|(_, path, message)| format!("{path}: {message}"))
}

/// Findings without their lines.
struct Notes(Vec<(Severity, String, String)>);

impl Notes {
    fn error(&mut self, wrong: bool, path: &str, message: &str) {
        self.note(wrong, Severity::Error, path, message);
    }

    fn warning(&mut self, wrong: bool, path: &str, message: &str) {
        self.note(wrong, Severity::Warning, path, message);
    }

    fn note(&mut self, wrong: bool, severity: Severity, path: &str, message: &str) {
        if wrong {
            self.0.push((severity, path.to_owned(), message.to_owned()));
        }
    }
}
