//! Black and white pixels to codes: finder patterns, in threes, sampled and
//! decoded.
//!
//! The parts are rxing's port of zxing-cpp; the order in which they are called
//! is ours, so that every code is found, what was seen but not read is known
//! afterwards, and the search ends in time whatever the picture holds.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rxing::common::cpp_essentials::{ConcentricPattern, DecoderResult};
use rxing::common::{BitMatrix, DetectorRXingResult};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FinderPatternSet, GenerateFinderPatternSets, SampleQR};
use zeroize::Zeroizing;

use super::finder::finders;
use super::stages::{Job, Seen};
use crate::found::Quad;

/// Sets of three that were seen and not read, told about per picture: the most
/// plausible ones.
const MAX_UNREAD: usize = 16;

/// Looks for codes and hands over each one as it is found, then the places
/// where one seems to be that could not be read.
pub(crate) fn codes(bits: &BitMatrix, job: &Job, tell: &mut dyn FnMut(Seen)) {
    let mut finders = finders(bits, || job.is_late());
    finders.retain(|finder| !job.known.iter().any(|known| known.contains(middle(finder))));

    let mut used: Vec<ConcentricPattern> = Vec::new();
    let mut unread = Vec::new();
    for set in GenerateFinderPatternSets(&mut finders) {
        if job.is_late() {
            break;
        }
        let corners = [set.tl, set.tr, set.bl];
        if corners.iter().any(|finder| used.contains(finder)) {
            continue;
        }
        // The sampler is known to give up by panicking on some shapes.
        let read = catch_unwind(AssertUnwindSafe(|| read_set(bits, &set)));
        match read.ok().flatten() {
            Some((text, corners_of_code)) => {
                used.extend(corners);
                tell(Seen::Code(text, corners_of_code));
            }
            None => unread.push(corners),
        }
    }

    unread.retain(|set| !set.iter().any(|finder| used.contains(finder)));
    for set in unread.iter().take(MAX_UNREAD) {
        tell(Seen::Unread(set.map(|finder| middle(&finder))));
    }
}

fn middle(finder: &ConcentricPattern) -> [f32; 2] {
    [finder.p.x, finder.p.y]
}

fn read_set(bits: &BitMatrix, set: &FinderPatternSet) -> Option<(Zeroizing<String>, Quad)> {
    let sampled = SampleQR(bits, set).ok()?;
    let decoded = Decode(sampled.getBits()).ok()?;
    if !decoded.isValid() {
        return None;
    }
    let text = text(&decoded);
    // The sampler's order is top left, top right, bottom left, bottom right.
    let [top_left, top_right, bottom_left, bottom_right] = sampled.getPoints() else {
        return None;
    };
    let corners = [top_left, top_right, bottom_right, bottom_left].map(|p| [p.x, p.y]);
    (!text.is_empty()).then_some((text, corners))
}

/// The text of a code. A code without a mark of its character set is UTF-8 if
/// it can be, over the bounds of its segments; otherwise rxing's guess, between
/// Shift JIS and Latin-1.
fn text(decoded: &DecoderResult<bool>) -> Zeroizing<String> {
    let content = decoded.content();
    let utf8 = str::from_utf8(content.bytes()).ok();
    let text = match utf8 {
        Some(text) if !content.has_eci => text.to_owned(),
        _ => decoded.text(),
    };
    Zeroizing::new(text)
}
