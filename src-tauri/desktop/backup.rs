//! Files of other programs, on their way from their bytes to accounts.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use keytick_formats::{self as formats, File, FileRead, Format, Import, Progress, Reading};

use crate::error::UiError;
use crate::events::{Happening, Opening};
use crate::numbers;
use crate::outside::Outside;
use crate::own;
use crate::views::{BackupView, Problem};

/// What a person handed over, in memory.
#[derive(Clone)]
pub struct Handed {
    /// What the file or folder is called; empty for pasted text.
    name: String,
    /// Whether it is a folder.
    folder: bool,
    files: Arc<Vec<File>>,
}

/// A file that waits for its password, or cannot be read.
#[derive(Clone)]
pub struct Backup {
    /// Its number, which the commands about it take.
    pub id: u64,
    handed: Handed,
    format: Option<&'static Format>,
    resembles: Option<&'static Format>,
    /// Why it was not read.
    problem: UiError,
    key_file: Option<Arc<File>>,
}

/// What was read of files that were handed over together.
#[derive(Default)]
pub struct Read {
    /// The accounts, and what was skipped in files that could be read.
    pub import: Import,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
    /// The id of the format, where all that was read is of one.
    pub format: Option<&'static str>,
}

/// Who is told how far a read is, and says when it is enough.
pub struct Ears<'a> {
    /// Told of progress.
    pub outside: &'a dyn Outside,
    /// Set when a person has had enough.
    pub stop: &'a AtomicBool,
}

/// The error of a file for which a password is wanted.
pub const LOCKED: &str = "formats-password-needed";

/// The error of a file of no format that is known.
pub const UNKNOWN: &str = "formats-unknown";

/// The format whose files may be locked with a key file, too.
const WITH_KEY_FILE: &str = "keepass";

impl Handed {
    /// Files that were handed over one by one; a text has no name.
    #[must_use]
    pub fn files(files: Vec<File>) -> Self {
        let name = files.first().map(|file| file.name.clone());
        Self {
            name: name.unwrap_or_default(),
            folder: false,
            files: Arc::new(files),
        }
    }

    /// A folder.
    #[must_use]
    pub fn folder(name: &str, files: Vec<File>) -> Self {
        Self {
            name: name.to_owned(),
            folder: true,
            files: Arc::new(files),
        }
    }

    /// Reads it without a password: what is in it, or the file that waits for one or that
    /// cannot be read.
    ///
    /// # Errors
    /// The backup that this is, with its problem.
    pub fn read(self, ears: &Ears<'_>) -> Result<Read, Box<Backup>> {
        let read = read(&self.files, None, None, ears);
        let refused = read.iter().filter_map(refusal);
        // A password opens more than any other file of the same folder or archive.
        match refused.min_by_key(|(_, reason)| reason.id != LOCKED) {
            Some((file, reason)) if reason.id == LOCKED || gathered(&read).is_none() => {
                Err(Box::new(self.waiting(file.format, file.resembles, reason)))
            }
            None if read.is_empty() && !ears.stopped() => Err(Box::new(self.waiting(
                None,
                None,
                formats::Error::Unknown.into(),
            ))),
            _ => Ok(gather(read)),
        }
    }

    fn waiting(
        self,
        format: Option<&'static Format>,
        resembles: Option<&'static Format>,
        problem: UiError,
    ) -> Backup {
        Backup {
            id: numbers::next(),
            handed: self,
            format,
            resembles,
            problem,
            key_file: None,
        }
    }
}

impl Backup {
    /// Reads it with its password. Empty means none, where there is a key file.
    ///
    /// # Errors
    /// Those of `keytick_formats`.
    pub fn open(&self, password: &str, ears: &Ears<'_>) -> Result<Read, UiError> {
        let key_file = self.key_file.as_deref();
        let password = (key_file.is_none() || !password.is_empty()).then_some(password);
        let read = read(&self.handed.files, password, key_file, ears);
        let refused = read.iter().filter_map(refusal);
        match refused.map(|(_, reason)| reason).next() {
            Some(reason) if gathered(&read).is_none() => Err(reason),
            _ => Ok(gather(read)),
        }
    }

    /// Takes a key file that opens it together with its password, or alone.
    pub fn set_key_file(&mut self, file: File) {
        self.key_file = Some(Arc::new(file));
    }

    /// Why it was not read.
    #[must_use]
    pub fn problem(&self) -> &UiError {
        &self.problem
    }

    /// It as one problem among others.
    #[must_use]
    pub fn into_problem(self) -> Problem {
        Problem {
            picture: None,
            name: self.handed.name,
            reason: self.problem,
        }
    }

    /// What the page sees of it.
    #[must_use]
    pub fn view(&self) -> BackupView {
        let locked = self.problem.id == LOCKED;
        let bytes: usize = self.handed.files.iter().map(|file| file.bytes.len()).sum();
        let id = |format: &Format| format.id.to_owned();
        BackupView {
            id: self.id,
            name: self.handed.name.clone(),
            bytes: bytes as u64,
            files: self.handed.folder.then(|| self.handed.files.len()),
            format: self.format.map(id),
            resembles: self.resembles.map(id),
            locked,
            problem: (!locked).then(|| self.problem.clone()),
            asks_key_file: self.format.is_some_and(|format| format.id == WITH_KEY_FILE),
            key_file: self.key_file.as_ref().map(|file| file.name.clone()),
        }
    }
}

fn read(
    files: &[File],
    password: Option<&str>,
    key_file: Option<&File>,
    ears: &Ears<'_>,
) -> Vec<FileRead> {
    let told = AtomicU64::new(u64::MAX);
    let progress = |progress| ears.tell(&told, progress);
    let cancelled = || ears.stopped();
    let mut reading = Reading {
        key_file: key_file.map(|file| file.bytes.as_slice()),
        open_vault: Some(&own::open),
        progress: &progress,
        cancelled: &cancelled,
        ..Reading::new(password)
    };
    formats::read(files, None, &mut reading)
}

/// A file that could not be read, and why.
fn refusal(file: &FileRead) -> Option<(&FileRead, UiError)> {
    let reason = file.result.as_ref().err()?;
    Some((file, reason.clone().into()))
}

/// Whether any file gave something.
fn gathered(read: &[FileRead]) -> Option<&FileRead> {
    read.iter().find(|file| file.result.is_ok())
}

fn gather(read: Vec<FileRead>) -> Read {
    let mut all = Read::default();
    let ids: Vec<_> = read
        .iter()
        .filter(|file| file.result.is_ok())
        .map(|file| file.format.map(|format| format.id))
        .collect();
    all.format = match ids.first() {
        Some(first) if ids.iter().all(|id| id == first) => *first,
        _ => None,
    };
    for file in read {
        match file.result {
            Ok(import) => {
                all.import.accounts.extend(import.accounts);
                all.import.skipped.extend(import.skipped);
            }
            Err(reason) => all.problems.push(Problem {
                picture: None,
                name: file.name,
                reason: reason.into(),
            }),
        }
    }
    all
}

impl Ears<'_> {
    /// Whether a person has had enough.
    #[must_use]
    pub fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Tells of progress, but not more often than the eye sees: each hundredth once. `told`
    /// remembers the last one.
    pub fn tell(&self, told: &AtomicU64, progress: Progress) {
        let (deriving, done, total, estimate_ms) = match progress {
            Progress::Deriving {
                done,
                total,
                estimate_ms,
            } => (true, done, total, Some(estimate_ms)),
            Progress::Entries { done, total } => (false, done, total, None),
        };
        let hundredth = u64::from(deriving) * 1_000 + done.saturating_mul(100) / total.max(1);
        if told.swap(hundredth, Ordering::Relaxed) != hundredth {
            self.outside.tell(Happening::Opening(Opening {
                deriving,
                done,
                total,
                estimate_ms,
            }));
        }
    }
}
