//! From the clipboard, dropped files or the file dialog to a review.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use zeroize::Zeroizing;

use crate::backup::{Ears, UNKNOWN};
use crate::board::Content;
use crate::error::UiError;
use crate::files;
use crate::outside::Pick;
use crate::reading::{self, Found, Input, Outcome};
use crate::state::{Shell, hold};
use crate::views::{BackupView, Pasted, Review, Taken};

impl Shell {
    /// Reads what is on the clipboard: a picture, files, or a text, which may be meant as a
    /// `backup`.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-no-clipboard`, `desktop-reading-already`.
    pub fn paste(&self, backup: bool) -> Result<Pasted, UiError> {
        self.with_open(|_| Ok(()))?;
        let taken = match self.clipboard.read()? {
            Content::Picture {
                width,
                height,
                rgba,
            } => self.take(vec![Input::Pixels {
                name: String::new(),
                width,
                height,
                rgba,
            }])?,
            Content::Files(files) => self.take_files(files)?,
            Content::Text(text) => return self.paste_text(text, backup),
            Content::Empty => return Ok(Pasted::Empty),
        };
        Ok(pasted(taken))
    }

    /// Whether a picture is on the clipboard. One that cannot be looked at is none.
    ///
    /// # Errors
    /// `desktop-locked`.
    pub fn has_picture(&self) -> Result<bool, UiError> {
        self.with_open(|_| Ok(()))?;
        Ok(matches!(self.clipboard.read(), Ok(Content::Picture { .. })))
    }

    /// Lets a person choose files or a folder and reads them; none if they changed their
    /// mind.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-reading-already`.
    pub fn pick_files(&self, what: Pick) -> Result<Option<Taken>, UiError> {
        self.with_open(|_| Ok(()))?;
        self.outside
            .pick(what)
            .map(|files| self.take_files(files))
            .transpose()
    }

    /// Reads files and folders: pictures, and backups of other programs.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-reading-already`.
    pub fn take_files(&self, files: Vec<PathBuf>) -> Result<Taken, UiError> {
        self.take(files.into_iter().map(Input::File).collect())
    }

    /// Opens the backup that waits, with its password.
    ///
    /// # Errors
    /// `desktop-no-backup`, `desktop-reading-already`, and those of `keytick_formats`; the
    /// backup then waits on.
    pub fn open_backup(&self, backup: u64, password: &str) -> Result<Review, UiError> {
        let waiting = self.with_open(|open| open.backup(backup).cloned())?;
        let running = Running::start(self)?;
        // Not while the accounts are held: other commands go on.
        let read = waiting.open(password, &running.ears())?;
        drop(running);
        self.with_open(|open| {
            open.discard_backup(backup)?;
            Ok(open.hold(reading::found(read)))
        })
    }

    /// Lets a person choose a key file for the backup that waits; none if they changed their
    /// mind.
    ///
    /// # Errors
    /// `desktop-no-backup`, `desktop-cannot-read`.
    pub fn pick_key_file(&self, backup: u64) -> Result<Option<BackupView>, UiError> {
        self.with_open(|open| open.backup(backup).map(|_| ()))?;
        let picked = self.outside.pick(Pick::KeyFile).and_then(|mut it| it.pop());
        let Some(path) = picked else { return Ok(None) };
        let file = keytick_formats::File {
            name: files::name(&path),
            bytes: files::bytes(&path)?,
        };
        self.with_open(|open| open.set_key_file(backup, file).map(Some))
    }

    /// Stops the running read. What was read until then is kept.
    pub fn stop_reading(&self) {
        if let Some(stop) = &*hold(&self.reading) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// A text with addresses for sign-in is read, and so is the text of a backup; any other
    /// goes to the search, unless it was pasted as a `backup`.
    fn paste_text(&self, text: Zeroizing<String>, backup: bool) -> Result<Pasted, UiError> {
        if let Some(addresses) = reading::addresses(&text) {
            let review = self.hold_review(reading::read_text(&addresses))?;
            return Ok(Pasted::Review { review });
        }
        let running = Running::start(self)?;
        let bytes = Zeroizing::new(text.as_bytes().to_vec());
        let outcome = reading::read_pasted(bytes, &running.ears());
        drop(running);
        match outcome {
            Outcome::Waits(waits) if waits.problem().id == UNKNOWN && !backup => Ok(Pasted::Text {
                text: text.to_string(),
            }),
            outcome => Ok(pasted(self.hold_outcome(outcome)?)),
        }
    }

    fn take(&self, inputs: Vec<Input>) -> Result<Taken, UiError> {
        self.with_open(|_| Ok(()))?;
        let running = Running::start(self)?;
        let outcome = reading::read(inputs, &running.ears());
        drop(running);
        self.hold_outcome(outcome)
    }

    fn hold_outcome(&self, outcome: Outcome) -> Result<Taken, UiError> {
        match outcome {
            Outcome::Found(found) => {
                let review = self.hold_review(*found)?;
                Ok(Taken::Review { review })
            }
            Outcome::Waits(backup) => {
                let backup = self.with_open(|open| Ok(open.hold_backup(*backup)))?;
                Ok(Taken::Backup { backup })
            }
        }
    }

    fn hold_review(&self, found: Found) -> Result<Review, UiError> {
        self.with_open(|open| Ok(open.hold(found)))
    }
}

fn pasted(taken: Taken) -> Pasted {
    match taken {
        Taken::Review { review } => Pasted::Review { review },
        Taken::Backup { backup } => Pasted::Backup { backup },
    }
}

/// A read that runs; there is one at a time.
pub(crate) struct Running<'a> {
    shell: &'a Shell,
    stop: Arc<AtomicBool>,
}

impl<'a> Running<'a> {
    pub(crate) fn start(shell: &'a Shell) -> Result<Self, UiError> {
        let mut reading = hold(&shell.reading);
        if reading.is_some() {
            return Err(UiError::new("desktop-reading-already"));
        }
        let stop = Arc::new(AtomicBool::new(false));
        *reading = Some(stop.clone());
        Ok(Self { shell, stop })
    }

    /// Who hears of its progress and ends it.
    pub(crate) fn ears(&self) -> Ears<'_> {
        Ears {
            outside: &*self.shell.outside,
            stop: &self.stop,
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        *hold(&self.shell.reading) = None;
    }
}
