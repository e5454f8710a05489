//! The ways in which a picture is looked at, as a table. A new way is a row.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use rxing::common::BitMatrix;
use zeroize::Zeroizing;

use super::grey::Grey;
use super::scene::{Plane, Scene};
use super::{grid, own, second, threshold};
use crate::Unread;
use crate::found::{Bounds, Quad};

/// One way of looking.
pub(crate) struct Stage {
    /// Its name in measurements.
    pub(crate) name: &'static str,
    pub(crate) plane: Plane,
    /// The pictures to look at, of one scene: itself, parts of it, or itself in
    /// another size. None if this stage is nothing for it.
    views: fn(&Scene, &Job) -> Vec<View>,
    /// What looks at each of them.
    reader: Reader,
}

/// Finds codes in a grey picture of the size it is given, dark on light and
/// light on dark, and tells of each.
pub(crate) type Reader = fn(&Grey, &Job, &mut dyn FnMut(Seen));

const fn stage(
    name: &'static str,
    plane: Plane,
    views: fn(&Scene, &Job) -> Vec<View>,
    reader: Reader,
) -> Stage {
    Stage {
        name,
        plane,
        views,
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
/// 2. A light frame around the picture, three times its size and its double size
/// by surroundings read nothing more, and are not here.
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
        stage("soft", Plane::Luma, soft_size, by_blocks),
        stage("soft half", Plane::Luma, soft_half_size, by_blocks),
        stage("pairs", Plane::Luma, full_size, pairs),
        stage("warm", Plane::Warm, full_size, by_surroundings),
        stage("green", Plane::Green, full_size, by_surroundings),
        stage("pairs half", Plane::Luma, half_size, pairs),
        stage("second", Plane::Luma, small_crops, second::codes),
    ],
];

/// A grey picture and how it lies on the whole one.
pub(crate) struct View {
    pub(crate) grey: Arc<Grey>,
    /// Pixels of the view to a pixel of the picture.
    pub(crate) scale: f32,
    /// The picture's pixel at the view's top left.
    pub(crate) origin: [f32; 2],
}

impl View {
    fn whole(grey: &Arc<Grey>, scale: f32) -> Self {
        Self {
            grey: Arc::clone(grey),
            scale,
            origin: [0.0, 0.0],
        }
    }

    fn point_in_picture(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [
            x / self.scale + self.origin[0],
            y / self.scale + self.origin[1],
        ]
    }

    fn place_in_view(&self, place: &Bounds) -> Bounds {
        let x = |x: f32| (x - self.origin[0]) * self.scale;
        let y = |y: f32| (y - self.origin[1]) * self.scale;
        Bounds {
            left: x(place.left),
            top: y(place.top),
            right: x(place.right),
            bottom: y(place.bottom),
        }
    }
}

/// The terms under which a stage works.
#[derive(Clone)]
pub(crate) struct Job {
    /// When to stop looking.
    pub(crate) until: Instant,
    /// Pixels of the view to a pixel of the picture.
    pub(crate) scale: f32,
    /// Set when nobody wants to know any more.
    pub(crate) stop: Arc<AtomicBool>,
    /// Codes known already, to be left alone.
    pub(crate) known: Vec<Bounds>,
    /// What seems to be a code and has not been read.
    pub(crate) unread: Vec<Bounds>,
}

impl Job {
    pub(crate) fn is_late(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || Instant::now() >= self.until
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
        for view in (self.views)(scene, job) {
            let known = job.known.iter().map(|place| view.place_in_view(place));
            let job = Job {
                known: known.collect(),
                scale: view.scale,
                ..job.clone()
            };
            (self.reader)(&view.grey, &job, &mut |seen| {
                tell(seen.at(|point| view.point_in_picture(point)));
            });
        }
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
    both_ways(grey, threshold::by_surroundings(grey), job, tell);
}

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
    let Some(mut bits) = threshold::by_surroundings(grey) else {
        return;
    };
    own::codes_of_pairs(grey, &bits, 1.0, job, tell);
    bits.flip_self();
    own::codes_of_pairs(grey, &bits, -1.0, job, tell);
}

fn full_size(scene: &Scene, _: &Job) -> Vec<View> {
    vec![View::whole(scene.full(), 1.0)]
}

fn half_size(scene: &Scene, _: &Job) -> Vec<View> {
    smaller(scene, 1)
}

fn quarter_size(scene: &Scene, _: &Job) -> Vec<View> {
    smaller(scene, 2)
}

fn eighth_size(scene: &Scene, _: &Job) -> Vec<View> {
    smaller(scene, 3)
}

/// Halved so many times: closes the pixel grid of a photographed screen, and
/// brings blurred and very large codes to a size that suits the reader.
fn smaller(scene: &Scene, times: usize) -> Vec<View> {
    const MIN_SIDE: usize = 128;
    let side = scene.full().width.min(scene.full().height);
    if side >> times < MIN_SIDE {
        return Vec::new();
    }
    vec![View::whole(scene.halved(times), 0.5_f32.powi(times as i32))]
}

/// Blurred, so that finder patterns drawn as dots close.
fn soft_size(scene: &Scene, _: &Job) -> Vec<View> {
    vec![View::whole(&Arc::new(scene.full().softened()), 1.0)]
}

fn soft_half_size(scene: &Scene, job: &Job) -> Vec<View> {
    let soft = |view: View| View {
        grey: Arc::new(view.grey.softened()),
        ..view
    };
    half_size(scene, job).into_iter().map(soft).collect()
}

/// For modules of less than two pixels. On large pictures the time is better
/// spent elsewhere.
fn double_size(scene: &Scene, _: &Job) -> Vec<View> {
    const MAX_PIXELS: usize = 3_000_000;
    match scene.full().pixels.len() <= MAX_PIXELS {
        true => vec![View::whole(scene.doubled(), 2.0)],
        false => Vec::new(),
    }
}

/// The whole picture if it is small, or else the surroundings of what has not
/// been read.
fn small_crops(scene: &Scene, job: &Job) -> Vec<View> {
    const MAX_CROPS: usize = 4;
    let grey = scene.full();
    if grey.width.max(grey.height) <= second::MAX_SIDE {
        return full_size(scene, job);
    }
    let crops = job.unread.iter().map(|place| {
        let place = place.grown(0.2, 8.0);
        let (left, top) = (place.left.max(0.0) as usize, place.top.max(0.0) as usize);
        let (right, bottom) = (
            place.right.max(0.0) as usize,
            place.bottom.max(0.0) as usize,
        );
        let part = grey.cropped(
            left,
            top,
            right.saturating_sub(left),
            bottom.saturating_sub(top),
        );
        View {
            grey: Arc::new(part),
            scale: 1.0,
            origin: [left as f32, top as f32],
        }
    });
    crops
        .filter(|crop| crop.grey.width.max(crop.grey.height) <= second::MAX_SIDE)
        .take(MAX_CROPS)
        .collect()
}
