//! The part of a picture that a person marked, where the reader saw no code by itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use keytick_qr::{Limits, Picture, PictureError};

use crate::error::UiError;
use crate::files;
use crate::gather::Running;
use crate::reading;
use crate::state::Shell;
use crate::views::{Part, Review};

/// Where a picture that gave no code is to be had again, as long as its review is on view.
/// Nothing is written to the disk for it.
#[derive(Clone)]
pub enum Source {
    /// In this file, which is read again.
    File(PathBuf),
    /// Nowhere else: it came as pixels.
    Pixels(Arc<Picture>),
    /// Nowhere: the pixels were too many to be kept.
    Gone,
}

/// Bytes of pixels that are kept: the screens of most desks, side by side.
const KEPT_BYTES: u64 = 128 * 1024 * 1024;

impl Source {
    /// Of a picture, which is in a `file` or came as pixels.
    pub fn of(picture: Picture, file: Option<&Path>) -> Self {
        match file {
            Some(file) => Self::File(file.to_owned()),
            None if bytes(&picture) <= KEPT_BYTES => Self::Pixels(Arc::new(picture)),
            None => Self::Gone,
        }
    }

    fn picture(&self) -> Result<Arc<Picture>, UiError> {
        match self {
            Self::File(file) => {
                let bytes = files::bytes(file)?;
                Ok(Arc::new(Picture::decode(&bytes, &Limits::default())?))
            }
            Self::Pixels(picture) => Ok(Arc::clone(picture)),
            Self::Gone => Err(too_large()),
        }
    }
}

/// Four a pixel.
fn bytes(picture: &Picture) -> u64 {
    4 * u64::from(picture.width()) * u64::from(picture.height())
}

fn too_large() -> UiError {
    let max_bytes = KEPT_BYTES;
    PictureError::TooManyBytes { max_bytes }.into()
}

impl Shell {
    /// Reads a part of a picture again in which no code was found. What is in it is added
    /// to the review that the picture belongs to, after what is there already.
    ///
    /// # Errors
    /// `desktop-no-review`, `desktop-bad-request`, `desktop-reading-already`,
    /// `desktop-cannot-read`, `formats-no-code`, `qr-*`.
    pub fn read_region(&self, review: u64, picture: usize, part: Part) -> Result<Review, UiError> {
        let source = self.with_open(|open| open.unread_picture(review, picture))?;
        let running = Running::start(self)?;
        let whole = source.picture()?;
        let pixels = part
            .pixels([whole.width(), whole.height()])
            .ok_or_else(|| UiError::new("desktop-bad-request"))?;
        let marked = reading::read_part(&whole, pixels, &running.ears())?;
        let extended = self.with_open(|open| open.extend_review(review, picture, marked));
        drop(running);
        extended
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_kept_and_files_are_read_again() {
        let picture = || Picture::from_rgba(1, 1, vec![0; 4]).unwrap();
        let file = Path::new("a.png");
        assert!(matches!(Source::of(picture(), None), Source::Pixels(_)));
        assert!(matches!(Source::of(picture(), Some(file)), Source::File(it) if it == file));
        assert_eq!(Source::Gone.picture().unwrap_err().id, "qr-too-many-bytes");
    }
}
