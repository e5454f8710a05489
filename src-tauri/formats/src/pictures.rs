//! What many pictures and texts give together. They are read as one, since Google
//! Authenticator spreads one transfer over several QR codes, in one picture or in many.

use keytick_accounts::Candidate;
use keytick_otp::KeyUri;
use keytick_qr::{FoundCode, Picture, PictureError};

use crate::address::{self, Address};
use crate::google_migration::{Part, Parts};
use crate::{Error, Skipped};

/// Gathers accounts picture by picture.
#[derive(Debug, Default)]
pub struct Pictures {
    added: usize,
    /// How many files were taken with [`Pictures::take_file`].
    files: usize,
    found: Found,
    parts: Parts<Place>,
}

/// All that was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The accounts in the order in which they were found, each with its picture: the
    /// number of [`Pictures::add`] calls before it. Text has none.
    pub accounts: Vec<(Candidate, Option<usize>)>,
    /// What gave no account.
    pub problems: Vec<Problem>,
}

/// A picture, a code or an entry that gave no account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What it is called: the file's name, with the line's or entry's where it is one of
    /// several. In pasted text `Acme (me)`, or `line 3` where that cannot be said.
    pub name: String,
    /// Its picture, counted as in [`Found::accounts`].
    pub picture: Option<usize>,
    /// Why.
    pub reason: Error,
}

/// Where a code was found.
#[derive(Debug, Clone)]
struct Place {
    /// As counted by [`Pictures::take_file`].
    file: usize,
    /// The file's name, or empty.
    source: String,
    /// As in [`Problem::name`].
    name: String,
    picture: Option<usize>,
}

impl Place {
    fn problem(&self, reason: Error) -> Problem {
        Problem {
            name: self.name.clone(),
            picture: self.picture,
            reason,
        }
    }
}

impl Pictures {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a picture, called `name`, and the QR codes in it; or says why it has none.
    ///
    /// A web address beside a key is no problem: sites put one there that leads to an app.
    pub fn add(
        &mut self,
        name: &str,
        picture: Result<&Picture, PictureError>,
        codes: &[FoundCode],
    ) {
        let place = Place {
            file: self.files,
            source: name.to_owned(),
            name: name.to_owned(),
            picture: Some(self.added),
        };
        self.added += 1;
        match picture {
            Err(error) => self.found.problems.push(place.problem(error.into())),
            Ok(_) if codes.is_empty() => self.found.problems.push(place.problem(Error::NoCode)),
            Ok(_) => self.add_codes(&place, codes),
        }
    }

    /// Adds QR codes that were seen later in a picture, counted as in [`Found::accounts`].
    pub fn add_to(&mut self, picture: usize, name: &str, codes: &[FoundCode]) {
        let place = Place {
            file: self.files,
            source: name.to_owned(),
            name: name.to_owned(),
            picture: Some(picture),
        };
        self.add_codes(&place, codes);
    }

    /// Adds the keys in a text, one a line. `name` is the file's name, or empty.
    pub fn add_text(&mut self, name: &str, text: &str) {
        for (index, line) in text.lines().enumerate() {
            let line = trimmed(line);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut place = Place {
                file: self.files,
                source: name.to_owned(),
                name: line_name(name, index + 1),
                picture: None,
            };
            if let Err(reason) = self.add_address(&place, line) {
                let names = KeyUri::names(line).map(|names| names.to_string());
                place.name = entry_name(&place, &names.unwrap_or_default());
                self.found.problems.push(place.problem(reason));
            }
        }
    }

    /// All that was found, with what is missing of the transfers.
    #[must_use]
    pub fn finish(mut self) -> Found {
        self.so_far()
    }

    /// What was found since the last call, with what is missing of all transfers until now:
    /// more may be added.
    pub fn so_far(&mut self) -> Found {
        let mut found = std::mem::take(&mut self.found);
        for (place, reason) in self.parts.missing() {
            found.problems.push(place.problem(reason));
        }
        found
    }

    /// The accounts found since the last call of [`Pictures::so_far`], as in
    /// [`Found::accounts`].
    #[must_use]
    pub fn accounts(&self) -> &[(Candidate, Option<usize>)] {
        &self.found.accounts
    }

    /// What was found since the last call, without a word about missing parts: they may be
    /// in the next file.
    pub(crate) fn take_file(&mut self) -> Found {
        self.files += 1;
        std::mem::take(&mut self.found)
    }

    /// What is missing of the transfers, each with the file in which it began.
    pub(crate) fn missing(&self) -> Vec<(usize, Problem)> {
        let missing = self.parts.missing().into_iter();
        missing
            .map(|(place, reason)| (place.file, place.problem(reason)))
            .collect()
    }

    fn add_codes(&mut self, place: &Place, codes: &[FoundCode]) {
        let mut refused = Vec::new();
        for code in codes {
            if let Err(reason) = self.add_address(place, trimmed(&code.text)) {
                refused.push(reason);
            }
        }
        let has_key = refused.len() < codes.len();
        refused.retain(|reason| !(has_key && matches!(reason, Error::WebAddress { .. })));
        let problems = refused.into_iter().map(|reason| place.problem(reason));
        self.found.problems.extend(problems);
    }

    fn add_address(&mut self, place: &Place, text: &str) -> Result<(), Error> {
        match address::read(text)? {
            Address::Key(candidate) => self.add_account(place, *candidate),
            Address::Transfer(part) => self.add_part(place, part),
        }
        Ok(())
    }

    fn add_account(&mut self, place: &Place, candidate: Candidate) {
        let candidate = Candidate {
            source: place.source.clone(),
            ..candidate
        };
        self.found.accounts.push((candidate, place.picture));
    }

    fn add_part(&mut self, place: &Place, part: Part) {
        let Some(import) = self.parts.add(part, place) else {
            return;
        };
        for candidate in import.accounts {
            self.add_account(place, candidate);
        }
        for Skipped { name, reason } in import.skipped {
            let place = Place {
                name: entry_name(place, &name),
                ..place.clone()
            };
            self.found.problems.push(place.problem(reason));
        }
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}')
}

/// A line as compilers name it: `keys.txt:3`.
fn line_name(source: &str, line: usize) -> String {
    match source {
        "" => format!("line {line}"),
        source => format!("{source}:{line}"),
    }
}

/// An entry as people know it, in pasted text; in a file, `export.png: Acme (me)`.
fn entry_name(place: &Place, entry: &str) -> String {
    match (place.source.as_str(), entry) {
        (_, "") => place.name.clone(),
        ("", entry) => entry.to_owned(),
        (_, entry) => format!("{}: {entry}", place.name),
    }
}
