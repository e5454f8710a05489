//! What one file or text gives: accounts, and what could not be read.

use keytick_accounts::Candidate;

use crate::{Error, Found, Pictures, Problem};

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Import {
    /// The accounts, in the order in which they were found.
    pub accounts: Vec<Candidate>,
    /// What could not be read.
    pub skipped: Vec<Skipped>,
}

impl Import {
    /// Takes in an entry: an account, or by `name` the reason why it is none.
    pub(crate) fn entry(&mut self, name: &str, entry: Result<Candidate, Error>) {
        match entry {
            Ok(candidate) => self.accounts.push(candidate),
            Err(reason) => self.skipped.push(Skipped {
                name: name.to_owned(),
                reason,
            }),
        }
    }
}

/// Something that gave no account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Which entry, as a person would find it again: `Acme (me)`, `keys.txt:3`.
    pub name: String,
    /// Why.
    pub reason: Error,
}

/// Reads the keys in a text: one `otpauth://`, `steam://` or `otpauth-migration://` address
/// a line. Empty lines and lines that begin with `#` mean nothing.
///
/// `source` is the file's name, or empty for pasted text.
#[must_use]
pub fn read_text(text: &str, source: &str) -> Import {
    let mut pictures = Pictures::new();
    pictures.add_text(source, text);
    pictures.finish().into()
}

impl From<Found> for Import {
    fn from(found: Found) -> Self {
        let accounts = found.accounts.into_iter();
        let problems = found.problems.into_iter();
        Self {
            accounts: accounts.map(|(candidate, _)| candidate).collect(),
            skipped: problems.map(Skipped::from).collect(),
        }
    }
}

impl From<Problem> for Skipped {
    fn from(problem: Problem) -> Self {
        Self {
            name: problem.name,
            reason: problem.reason,
        }
    }
}
