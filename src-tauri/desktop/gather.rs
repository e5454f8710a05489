//! From the clipboard, dropped files or the file dialog to a review.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use zeroize::Zeroizing;

use crate::board::Content;
use crate::error::UiError;
use crate::events::Happening;
use crate::reading::{self, Found, Input};
use crate::state::{Shell, hold};
use crate::views::{Pasted, Review};

impl Shell {
    /// Reads what is on the clipboard: a picture, files, or a text.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-no-clipboard`, `desktop-reading-already`.
    pub fn paste(&self) -> Result<Pasted, UiError> {
        self.with_open(|_| Ok(()))?;
        Ok(match self.clipboard.read()? {
            Content::Picture {
                width,
                height,
                rgba,
            } => Pasted::Review {
                review: self.review(vec![Input::Pixels {
                    width,
                    height,
                    rgba,
                }])?,
            },
            Content::Files(files) => Pasted::Review {
                review: self.review_files(files)?,
            },
            Content::Text(text) => self.paste_text(text)?,
            Content::Empty => Pasted::Empty,
        })
    }

    /// Lets a person choose pictures and reads them; none if they changed their mind.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-reading-already`.
    pub fn pick_pictures(&self) -> Result<Option<Review>, UiError> {
        self.with_open(|_| Ok(()))?;
        self.outside
            .pick_pictures()
            .map(|files| self.review_files(files))
            .transpose()
    }

    /// Reads files.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-reading-already`.
    pub fn review_files(&self, files: Vec<PathBuf>) -> Result<Review, UiError> {
        self.review(files.into_iter().map(Input::File).collect())
    }

    /// Stops the running read. What was read until then is kept.
    pub fn stop_reading(&self) {
        if let Some(stop) = &*hold(&self.reading) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// A text with addresses for sign-in is read; any other goes to the search.
    fn paste_text(&self, text: Zeroizing<String>) -> Result<Pasted, UiError> {
        if let Some(addresses) = reading::addresses(&text) {
            let review = self.hold_review(reading::read_text(&addresses))?;
            return Ok(Pasted::Review { review });
        }
        Ok(Pasted::Text {
            text: text.to_string(),
        })
    }

    fn review(&self, inputs: Vec<Input>) -> Result<Review, UiError> {
        self.with_open(|_| Ok(()))?;
        let running = Running::start(self)?;
        let found = reading::read(inputs, &running.stop, |progress| {
            self.outside.tell(Happening::Reading(progress));
        });
        drop(running);
        self.hold_review(found)
    }

    fn hold_review(&self, found: Found) -> Result<Review, UiError> {
        self.with_open(|open| Ok(open.hold(found)))
    }
}

/// A read that runs; there is one at a time.
struct Running<'a> {
    shell: &'a Shell,
    stop: Arc<AtomicBool>,
}

impl<'a> Running<'a> {
    fn start(shell: &'a Shell) -> Result<Self, UiError> {
        let mut reading = hold(&shell.reading);
        if reading.is_some() {
            return Err(UiError::new("desktop-reading-already"));
        }
        let stop = Arc::new(AtomicBool::new(false));
        *reading = Some(stop.clone());
        Ok(Self { shell, stop })
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        *hold(&self.shell.reading) = None;
    }
}
