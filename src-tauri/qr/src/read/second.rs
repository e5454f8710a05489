//! A second, unrelated reader for what the first one could not read.
//!
//! rqrr reads some codes that rxing does not, but it cannot be interrupted and
//! takes seconds on some large pictures: it sees small crops only.

use std::sync::atomic::{AtomicUsize, Ordering};

use rqrr::PreparedImage;
use zeroize::Zeroizing;

use super::grey::Grey;
use super::stages::{Job, Seen};

/// The longest side of a crop.
pub(crate) const MAX_SIDE: usize = 800;

/// Readers at work at once, those left behind included, so that a folder of
/// pictures that hold it up cannot take the whole machine.
const MAX_AT_WORK: usize = 8;
static AT_WORK: AtomicUsize = AtomicUsize::new(0);

/// A place among those at work, given back when dropped, also by a panic.
struct Place;

impl Place {
    fn take() -> Option<Self> {
        // Made first: if there was no room, dropping it takes the count back.
        let place = Self;
        (AT_WORK.fetch_add(1, Ordering::Relaxed) < MAX_AT_WORK).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        AT_WORK.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Looks for codes in a picture of at most [`MAX_SIDE`] pixels a side.
pub(crate) fn codes(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    if grey.width.max(grey.height) > MAX_SIDE || job.is_late() {
        return;
    }
    let Some(_place) = Place::take() else { return };
    let mut prepared = PreparedImage::prepare_from_greyscale(grey.width, grey.height, |x, y| {
        grey.pixels[y * grey.width + x]
    });
    for grid in prepared.detect_grids() {
        if let Ok((_, text)) = grid.decode()
            && !text.is_empty()
        {
            let corners = grid.bounds.map(|point| [point.x as f32, point.y as f32]);
            tell(Seen::Code(Zeroizing::new(text), corners));
        }
    }
}
