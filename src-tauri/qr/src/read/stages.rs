//! The ways in which a picture is looked at, one after another, as a list. A
//! new way is a row.

use std::sync::Arc;
use std::time::Instant;

use zeroize::Zeroizing;

use super::grey::Grey;
use super::{grid, second, threshold};
use crate::found::{Bounds, Quad};

/// One way of looking.
pub(crate) struct Stage {
    /// The pictures to look at, of one grey picture: itself, parts of it, or
    /// itself in another size. None if this stage is nothing for it.
    pub(crate) views: fn(&Scene) -> Vec<View>,
    /// What looks at each of them, as it is and inverted.
    pub(crate) reader: Reader,
}

impl Stage {
    const fn new(views: fn(&Scene) -> Vec<View>, reader: Reader) -> Self {
        Self { views, reader }
    }
}

/// Finds codes in a grey picture of the size it is given, and tells of each.
pub(crate) type Reader = fn(&Grey, &Job, &mut dyn FnMut(Seen));

/// What stages have to work with.
pub(crate) struct Scene {
    /// The picture on white paper, or on black.
    pub(crate) grey: Arc<Grey>,
    /// Finder patterns of what seems to be a code and has not been read, in
    /// picture pixels.
    pub(crate) unread: Vec<[[f32; 2]; 3]>,
}

/// A grey picture and how it lies on the whole one.
pub(crate) struct View {
    pub(crate) grey: Arc<Grey>,
    /// Pixels of the view to a pixel of the picture.
    pub(crate) scale: f32,
    /// The picture's pixel at the view's top left.
    pub(crate) origin: [f32; 2],
}

impl View {
    fn whole(grey: Arc<Grey>, scale: f32) -> Self {
        Self {
            grey,
            scale,
            origin: [0.0, 0.0],
        }
    }
}

/// The terms under which a reader works.
pub(crate) struct Job {
    /// When to stop looking.
    pub(crate) until: Instant,
    /// Codes known already, in the view's pixels: to be left alone.
    pub(crate) known: Vec<Bounds>,
}

impl Job {
    pub(crate) fn is_late(&self) -> bool {
        Instant::now() >= self.until
    }
}

/// What a reader tells of, in the view's pixels.
pub(crate) enum Seen {
    /// A code's text and its corners, in [`FoundCode`](crate::FoundCode)'s order.
    Code(Zeroizing<String>, Quad),
    /// The middles of three finder patterns that stand like those of a code.
    Unread([[f32; 2]; 3]),
}

impl Seen {
    /// The same in other coordinates.
    pub(crate) fn at(self, place: impl Fn([f32; 2]) -> [f32; 2]) -> Self {
        match self {
            Self::Code(text, corners) => Self::Code(text, corners.map(place)),
            Self::Unread(finders) => Self::Unread(finders.map(place)),
        }
    }
}

/// The first stage is always run; the others while something is unexplained
/// and time is left. Cheap and fruitful ones come first.
pub(crate) const STAGES: &[Stage] = &[
    Stage::new(full_size, by_blocks),
    Stage::new(full_size, framed),
    Stage::new(half_size, by_blocks),
    Stage::new(quarter_size, by_blocks),
    Stage::new(eighth_size, by_blocks),
    Stage::new(full_size, global),
    Stage::new(full_size, by_surroundings),
    Stage::new(double_size, by_blocks),
    Stage::new(small_crops, second::codes),
];

fn by_blocks(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    if let Some(bits) = threshold::by_blocks(grey) {
        grid::codes(&bits, job, tell);
    }
}

/// With light all around: a code cut out to its very edge has lost the light
/// border that it is found by.
fn framed(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    const FRAME: u16 = 16;
    let shift = f32::from(FRAME);
    let known = job.known.iter().map(|place| place.moved(shift)).collect();
    let job = Job { known, ..*job };
    by_blocks(&grey.framed(FRAME.into()), &job, &mut |seen| {
        tell(seen.at(|[x, y]| [x - shift, y - shift]));
    });
}

fn global(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    if let Some(bits) = threshold::global(grey) {
        grid::codes(&bits, job, tell);
    }
}

fn by_surroundings(grey: &Grey, job: &Job, tell: &mut dyn FnMut(Seen)) {
    if let Some(bits) = threshold::by_surroundings(grey) {
        grid::codes(&bits, job, tell);
    }
}

fn full_size(scene: &Scene) -> Vec<View> {
    vec![View::whole(Arc::clone(&scene.grey), 1.0)]
}

fn half_size(scene: &Scene) -> Vec<View> {
    smaller(scene, 1)
}

fn quarter_size(scene: &Scene) -> Vec<View> {
    smaller(scene, 2)
}

fn eighth_size(scene: &Scene) -> Vec<View> {
    smaller(scene, 3)
}

/// Halved so many times: closes the pixel grid of a photographed screen, and
/// brings blurred and very large codes to a size that suits the reader.
fn smaller(scene: &Scene, times: u32) -> Vec<View> {
    const MIN_SIDE: usize = 128;
    let side = scene.grey.width.min(scene.grey.height);
    if side >> times < MIN_SIDE {
        return Vec::new();
    }
    let mut grey = scene.grey.halved();
    for _ in 1..times {
        grey = grey.halved();
    }
    vec![View::whole(Arc::new(grey), 1.0 / f32::from(1_u16 << times))]
}

/// For modules of less than two pixels. On large pictures the time is better
/// spent elsewhere.
fn double_size(scene: &Scene) -> Vec<View> {
    const MAX_PIXELS: usize = 3_000_000;
    if scene.grey.pixels.len() > MAX_PIXELS {
        return Vec::new();
    }
    vec![View::whole(Arc::new(scene.grey.doubled()), 2.0)]
}

/// The whole picture if it is small, or else the surroundings of what has not
/// been read.
fn small_crops(scene: &Scene) -> Vec<View> {
    const MAX_CROPS: usize = 4;
    let (width, height) = (scene.grey.width, scene.grey.height);
    if width.max(height) <= second::MAX_SIDE {
        return full_size(scene);
    }
    let crops = scene.unread.iter().map(|finders| {
        let place = Bounds::of(finders).grown(0.4, 8.0);
        let (left, top) = (place.left.max(0.0) as usize, place.top.max(0.0) as usize);
        let (right, bottom) = (
            place.right.max(0.0) as usize,
            place.bottom.max(0.0) as usize,
        );
        let grey = scene.grey.cropped(
            left,
            top,
            right.saturating_sub(left),
            bottom.saturating_sub(top),
        );
        View {
            grey: Arc::new(grey),
            scale: 1.0,
            origin: [left as f32, top as f32],
        }
    });
    crops
        .filter(|crop| crop.grey.width.max(crop.grey.height) <= second::MAX_SIDE)
        .take(MAX_CROPS)
        .collect()
}
