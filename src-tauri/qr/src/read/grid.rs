//! Black and white pixels to codes: finder patterns, in threes, sampled and
//! decoded.
//!
//! The parts are rxing's port of zxing-cpp; the order in which they are called
//! is ours, so that every code is found and the search ends in time whatever
//! the picture holds.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rxing::common::cpp_essentials::ConcentricPattern;
use rxing::common::{BitMatrix, DetectorRXingResult};
use rxing::qrcode::cpp_port::detector::{FinderPatternSet, GenerateFinderPatternSets, SampleQR};
use zeroize::Zeroizing;

use super::decode;
use super::finder::finders;
use super::stages::{Job, Seen};
use crate::found::Quad;

/// Looks for codes and hands over each one as it is found.
pub(crate) fn codes(bits: &BitMatrix, job: &Job, tell: &mut dyn FnMut(Seen)) {
    let mut finders = finders(bits, || job.is_late());
    finders.retain(|finder| !job.known.iter().any(|known| known.contains(middle(finder))));

    let mut used: Vec<ConcentricPattern> = Vec::new();
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
        if let Some((text, corners_of_code)) = read.ok().flatten() {
            used.extend(corners);
            tell(Seen::Code(text, corners_of_code));
        }
    }
}

fn middle(finder: &ConcentricPattern) -> [f32; 2] {
    [finder.p.x, finder.p.y]
}

fn read_set(bits: &BitMatrix, set: &FinderPatternSet) -> Option<(Zeroizing<String>, Quad)> {
    let sampled = SampleQR(bits, set).ok()?;
    let text = decode::text(sampled.getBits())?;
    // The sampler's order is top left, top right, bottom left, bottom right.
    let [top_left, top_right, bottom_left, bottom_right] = sampled.getPoints() else {
        return None;
    };
    let corners = [top_left, top_right, bottom_right, bottom_left].map(|p| [p.x, p.y]);
    Some((text, corners))
}
