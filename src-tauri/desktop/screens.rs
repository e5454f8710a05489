//! What all screens show, searched for codes.

use std::sync::atomic::Ordering;

use keytick_capture::{CaptureError, Shot};
use keytick_texts::text;

use crate::error::UiError;
use crate::gather::Running;
use crate::reading::{self, Found, Input, Outcome};
use crate::state::Shell;
use crate::views::{CaptureView, Review};

impl Shell {
    /// What a person is told before the screens are read. They are not told again of a
    /// permission that was given since the program started.
    #[must_use]
    pub fn capture_view(&self) -> CaptureView {
        let view = self.outside.capture_view();
        CaptureView {
            asks: view.asks && !self.captured.load(Ordering::Relaxed),
            ..view
        }
    }

    /// Reads all screens, without the window on them. Of screens without a code nothing is
    /// said if another has one.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-reading-already`, `desktop-capture-refused`,
    /// `desktop-capture-impossible`.
    pub fn capture(&self) -> Result<Review, UiError> {
        self.with_open(|_| Ok(()))?;
        let running = Running::start(self)?;
        let shots = self.outside.capture()?;
        self.captured.store(true, Ordering::Relaxed);
        let inputs = shots.into_iter().enumerate().map(input).collect();
        let outcome = reading::read(inputs, &running.ears());
        drop(running);
        match outcome {
            Outcome::Found(found) => self.with_open(|open| Ok(open.hold(only_codes(*found)))),
            // Pictures never wait.
            Outcome::Waits(_) => Err(CaptureError::Impossible.into()),
        }
    }
}

fn input((index, shot): (usize, Shot)) -> Input {
    let number = (index + 1).to_string();
    let name = text("desktop-screen", &[("number", &number)]);
    match shot {
        Shot::Pixels {
            width,
            height,
            rgba,
        } => Input::Pixels {
            name,
            width,
            height,
            rgba,
        },
        Shot::File(bytes) => Input::Picture { name, bytes },
    }
}

fn only_codes(mut found: Found) -> Found {
    const NO_CODE: &str = "formats-no-code";
    if !found.accounts.is_empty() {
        found.problems.retain(|it| it.reason.id != NO_CODE);
    }
    found
}

impl From<CaptureError> for UiError {
    fn from(error: CaptureError) -> Self {
        Self::new(match error {
            CaptureError::Refused => "desktop-capture-refused",
            CaptureError::Impossible => "desktop-capture-impossible",
        })
    }
}
