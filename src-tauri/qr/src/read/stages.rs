//! The ways in which a picture is looked at, as a table. A new way is a row.

use std::sync::Arc;

use rxing::common::BitMatrix;
use zeroize::Zeroizing;

use super::budget::Meter;
use super::grey::Grey;
use super::scene::{Plane, Scene};
use super::{grid, own, threshold};
use crate::Unread;
use crate::found::{Bounds, Quad};

/// One way of looking.
pub(crate) struct Stage {
    /// Its name in measurements.
    pub(crate) name: &'static str,
    pub(crate) plane: Plane,
    /// What is looked at, of one scene: itself, or itself in another size. None
    /// if this stage is nothing for it.
    view: fn(&Scene) -> Option<View>,
    /// What looks at it.
    reader: Reader,
}

/// Finds codes in a grey picture of the size it is given, dark on light and
/// light on dark, and tells of each.
pub(crate) type Reader = fn(&Grey, &Job, &mut dyn FnMut(Seen));

const fn stage(
    name: &'static str,
    plane: Plane,
    view: fn(&Scene) -> Option<View>,
    reader: Reader,
) -> Stage {
    Stage {
        name,
        plane,
        view,
        reader,
    }
}

/// A stage of one reader that looks at the whole picture.
#[cfg(test)]
pub(crate) const fn stage_of_all(name: &'static str, reader: Reader) -> Stage {
    stage(name, Plane::Luma, full_size, reader)
}

/// The first wave is always run; the others while something is unexplained and
/// time is left. Within a wave, cheap and fruitful stages come first.
///
/// What each is for stands at its function. Of 1,612 codes that were read on
/// made pictures, half of them hard ones, and on the test pictures of zxing and
/// zxing-cpp, `full` was the first to read 1,497, `surroundings` 52 with its half
/// size (faint and tinted codes), the smaller sizes 39 (photos), the colours 13,
/// `global` 4, `pairs` 3 (a finder under a watermark), `soft` 2 (dots), `double`
/// 2. A light frame around the picture, three times its size, its double size by
/// surroundings, and another reader (rqrr) on crops read nothing more, and are
/// not here. `near surroundings` came later, for 4 of 703 other codes that all
/// the rest had missed.
#[rustfmt::skip]
pub(crate) const WAVES: &[&[Stage]] = &[
    &[stage("full", Plane::Luma, full_size, by_blocks)],
    &[
        stage("half", Plane::Luma, half_size, by_blocks),
        stage("quarter", Plane::Luma, quarter_size, by_blocks),
        stage("surroundings", Plane::Luma, full_size, by_surroundings),
        stage("eighth", Plane::Luma, eighth_size, by_blocks),
        stage("half surroundings", Plane::Luma, half_size, by_surroundings),
        stage("global", Plane::Luma, full_size, global),
        stage("double", Plane::Luma, double_size, by_blocks),
    ],
    &[
        stage("warm half", Plane::Warm, half_size, by_surroundings),
        stage("green half", Plane::Green, half_size, by_surroundings),
        stage("near surroundings", Plane::Luma, full_size, by_near_surroundings),
        stage("soft", Plane::Luma, soft_size, by_blocks),
        stage("soft half", Plane::Luma, soft_half_size, by_blocks),
        stage("pairs", Plane::Luma, full_size, pairs),
        stage("warm", Plane::Warm, full_size, by_surroundings),
        stage("green", Plane::Green, full_size, by_surroundings),
        stage("pairs half", Plane::Luma, half_size, pairs),
    ],
];

/// A grey picture and how it lies on the whole one.
pub(crate) struct View {
    grey: Arc<Grey>,
    /// Pixels of the view to a pixel of the picture.
    scale: f32,
}

impl View {
    fn new(grey: &Arc<Grey>, scale: f32) -> Option<Self> {
        let grey = Arc::clone(grey);
        Some(Self { grey, scale })
    }

    fn softened(self) -> Self {
        Self {
            grey: Arc::new(self.grey.softened()),
            ..self
        }
    }
}

/// The terms under which a stage works.
#[derive(Clone)]
pub(crate) struct Job {
    /// How long to look.
    pub(crate) meter: Meter,
    /// Pixels of the view to a pixel of the picture.
    pub(crate) scale: f32,
    /// Codes known already, to be left alone.
    pub(crate) known: Vec<Bounds>,
}

impl Job {
    pub(crate) fn is_late(&self) -> bool {
        self.meter.is_late()
    }
}

/// What a reader tells of.
pub(crate) enum Seen {
    /// A code's text and its corners, in [`FoundCode`](crate::FoundCode)'s order.
    Code(Zeroizing<String>, Quad),
    /// What is certainly a code and was not read.
    Unread(Unread),
}

impl Seen {
    /// The same in other coordinates.
    pub(crate) fn at(self, place: impl Fn([f32; 2]) -> [f32; 2]) -> Self {
        match self {
            Self::Code(text, corners) => Self::Code(text, corners.map(place)),
            Self::Unread(unread) => Self::Unread(Unread {
                corners: unread.corners.map(place),
                ..unread
            }),
        }
    }
}

impl Stage {
    /// Looks at a scene and tells of what was seen, in the picture's pixels.
    pub(crate) fn look(&self, scene: &Scene, job: &Job, tell: &mut dyn FnMut(Seen)) {
        let Some(View { grey, scale }) = (self.view)(scene) else {
            return;
        };
        let job = Job {
            known: job.known.iter().map(|place| place.scaled(scale)).collect(),
            scale,
            ..job.clone()
        };
        (self.reader)(&grey, &job, &mut |seen| {
            tell(seen.at(|point| point.map(|at| at / scale)));
        });
    }
}

/// For most pictures. About 4 ms a megapixel, with the search in both ways.
fn by_blocks(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    both_ways(grey, threshold::by_blocks(grey), job, tell);
}

/// For modules so large that the blocks lie wholly inside of them. As quick.
fn global(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    both_ways(grey, threshold::global(grey), job, tell);
}

/// For faint codes, and those on a shadow. Slower than blocks by half, since
/// flat areas fall apart into specks.
fn by_surroundings(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    both_ways(grey, threshold::by_surroundings::<WIDE>(grey), job, tell);
}

/// For faint codes of modules below five pixels, whose border is so narrow that
/// the page around it would drown them. Takes longest where a picture is all
/// texture, hence not earlier.
fn by_near_surroundings(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    both_ways(grey, threshold::by_surroundings::<NEAR>(grey), job, tell);
}

/// Pixels each way that reach over stones of modules of up to 13 pixels.
const WIDE: usize = 20;
/// Pixels each way within the border of modules of two pixels and more.
const NEAR: usize = 8;

/// Dark on light, then light on dark.
fn both_ways(grey: &Grey, bits: Option<BitMatrix>, job: &Job, tell: &mut dyn FnMut(Seen)) {
    let Some(mut bits) = bits else { return };
    let mut job = job.clone();
    for dark in [1.0, -1.0] {
        if dark < 0.0 {
            bits.flip_self();
        }
        let mut read = Vec::new();
        grid::codes(&bits, &job, &mut |seen| noting(seen, &mut read, tell));
        job.known.append(&mut read);
        own::codes(grey, &bits, dark, &job, &mut |seen| {
            noting(seen, &mut read, tell)
        });
        job.known.append(&mut read);
    }
}

/// Tells of what was seen, and notes the places of codes.
fn noting(seen: Seen, read: &mut Vec<Bounds>, tell: &mut dyn FnMut(Seen)) {
    if let Seen::Code(_, corners) = &seen {
        read.push(Bounds::of(corners));
    }
    tell(seen);
}

/// Like [`by_surroundings`], for codes of which one finder cannot be seen.
fn pairs(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    let Some(mut bits) = threshold::by_surroundings::<WIDE>(grey) else {
        return;
    };
    own::codes_of_pairs(grey, &bits, 1.0, job, tell);
    bits.flip_self();
    own::codes_of_pairs(grey, &bits, -1.0, job, tell);
}

fn full_size(scene: &Scene) -> Option<View> {
    View::new(scene.full(), 1.0)
}

fn half_size(scene: &Scene) -> Option<View> {
    smaller(scene, 1)
}

fn quarter_size(scene: &Scene) -> Option<View> {
    smaller(scene, 2)
}

fn eighth_size(scene: &Scene) -> Option<View> {
    smaller(scene, 3)
}

/// Halved so many times: closes the pixel grid of a photographed screen, and
/// brings blurred and very large codes to a size that suits the reader.
fn smaller(scene: &Scene, times: usize) -> Option<View> {
    const MIN_SIDE: usize = 128;
    let side = scene.full().width.min(scene.full().height);
    match side >> times < MIN_SIDE {
        true => None,
        false => View::new(scene.halved(times), 0.5_f32.powi(times as i32)),
    }
}

/// Blurred, so that finder patterns drawn as dots close.
fn soft_size(scene: &Scene) -> Option<View> {
    full_size(scene).map(View::softened)
}

fn soft_half_size(scene: &Scene) -> Option<View> {
    half_size(scene).map(View::softened)
}

/// For modules of less than two pixels. On large pictures the time is better
/// spent elsewhere.
fn double_size(scene: &Scene) -> Option<View> {
    const MAX_PIXELS: usize = 3_000_000;
    match scene.full().pixels.len() <= MAX_PIXELS {
        true => View::new(scene.doubled(), 2.0),
        false => None,
    }
}
