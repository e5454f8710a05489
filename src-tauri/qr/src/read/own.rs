//! Our own way from black and white pixels to codes, for those whose finder
//! patterns the usual search does not see.

use rxing::common::BitMatrix;

use super::fit::{Fit, fit};
use super::grey::Grey;
use super::marks::{Mark, marks};
use super::sample;
use super::stages::{Job, Seen};
use super::trio::{Trio, guesses, trios};
use super::why;
use crate::Unread;
use crate::found::Bounds;

/// Grids that are sampled and given to the decoder, per look.
const MAX_DECODED: usize = 200;
/// From here on a grid fits well enough that the decoder may try.
const MIN_SCORE: f32 = 0.45;
/// From here on there is certainly a code, whether it can be read or not.
const CERTAIN_SCORE: f32 = 0.7;

/// Looks for codes whose dark modules are set in `bits`, which were made of
/// `grey`; `dark` is -1 if they are the light ones there.
pub(crate) fn codes(
    grey: &Grey,
    bits: &BitMatrix,
    dark: f32,
    job: &Job,
    tell: &mut dyn FnMut(Seen),
) {
    let marks = unknown_marks(bits, job);
    decode(trios(&marks), grey, dark, job, tell);
}

/// The same for codes of which only two finder patterns are seen: the third is
/// covered, faded, or outside of the picture.
pub(crate) fn codes_of_pairs(
    grey: &Grey,
    bits: &BitMatrix,
    dark: f32,
    job: &Job,
    tell: &mut dyn FnMut(Seen),
) {
    let marks = unknown_marks(bits, job);
    let guesses = guesses(&marks);
    let cut_off = guesses
        .iter()
        .find_map(|trio| why::cut_off(grey, trio, dark));
    decode(guesses, grey, dark, job, tell);
    if let Some(unread) = cut_off {
        tell(Seen::Unread(unread));
    }
}

fn unknown_marks(bits: &BitMatrix, job: &Job) -> Vec<Mark> {
    let mut marks = marks(bits, || job.is_late());
    marks.retain(|mark| !job.known.iter().any(|known| known.contains(mark.middle)));
    marks
}

fn decode(trios: Vec<Trio>, grey: &Grey, dark: f32, job: &Job, tell: &mut dyn FnMut(Seen)) {
    let mut read: Vec<Bounds> = Vec::new();
    let mut unread: Vec<Fit> = Vec::new();
    let mut decoded = 0;
    for trio in trios {
        if job.is_late() || decoded >= MAX_DECODED {
            break;
        }
        let is_in = |place: &Bounds| trio.middles().iter().any(|middle| place.contains(*middle));
        if read.iter().any(is_in) {
            continue;
        }
        let Some(fit) = fit(grey, &trio, dark).filter(|fit| fit.score.all >= MIN_SCORE) else {
            continue;
        };
        decoded += 1;
        match sample::text(grey, &fit, dark) {
            Some(text) => {
                read.push(Bounds::of(&fit.corners()));
                tell(Seen::Code(text, fit.corners()));
            }
            None if fit.score.all >= CERTAIN_SCORE => unread.push(fit),
            None => {}
        }
    }
    for fit in unread {
        let place = Bounds::of(&fit.corners());
        if !read.iter().any(|read| read.overlaps(&place)) {
            tell(Seen::Unread(Unread {
                corners: fit.corners(),
                reason: why::unread(grey, &fit, job.scale),
            }));
        }
    }
}
