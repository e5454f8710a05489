//! A picture in the making, and the codes on it with their places, which move
//! along when the picture is scaled, turned or cut.

use image::{Rgba, RgbaImage, imageops};

pub(crate) use image::imageops::FilterType as Filter;

use crate::Code;
use crate::paint::Color;

/// Pixels and the codes on them.
#[derive(Clone)]
pub(crate) struct Scene {
    pub(crate) image: RgbaImage,
    pub(crate) codes: Vec<Code>,
}

impl Scene {
    pub(crate) fn new(width: u32, height: u32, [red, green, blue]: Color) -> Self {
        Self {
            image: RgbaImage::from_pixel(width, height, Rgba([red, green, blue, 255])),
            codes: Vec::new(),
        }
    }

    /// In another size, as programs scale pictures.
    pub(crate) fn scaled(self, factor: f32, filter: Filter) -> Self {
        let (width, height) = self.image.dimensions();
        let scale = |side: u32| ((side as f32 * factor).round() as u32).max(1);
        let image = imageops::resize(&self.image, scale(width), scale(height), filter);
        let across = image.width() as f32 / width as f32;
        let down = image.height() as f32 / height as f32;
        Self {
            image,
            codes: moved(self.codes, factor, |[x, y]| [x * across, y * down]),
        }
    }

    /// Only this part, which has the codes on it.
    pub(crate) fn cropped(self, left: u32, top: u32, width: u32, height: u32) -> Self {
        let image = imageops::crop_imm(&self.image, left, top, width, height).to_image();
        let (left, top) = (left as f32, top as f32);
        Self {
            image,
            codes: moved(self.codes, 1.0, |[x, y]| [x - left, y - top]),
        }
    }

    /// Only the codes' surroundings: so many pixels around them.
    pub(crate) fn cropped_to_codes(self, margin: f32) -> Self {
        let points = || self.codes.iter().flat_map(|code| code.corners);
        let least = |axis: usize| points().map(|at| at[axis]).fold(f32::INFINITY, f32::min);
        let most = |axis: usize| points().map(|at| at[axis]).fold(0.0, f32::max);
        let (left, top) = ((least(0) - margin).max(0.0), (least(1) - margin).max(0.0));
        let right = (most(0) + margin).min(self.image.width() as f32);
        let bottom = (most(1) + margin).min(self.image.height() as f32);
        self.cropped(
            left as u32,
            top as u32,
            (right - left) as u32,
            (bottom - top) as u32,
        )
    }

    /// Every pixel's colour changed in the same way.
    pub(crate) fn recolored(mut self, change: impl Fn(Color) -> Color) -> Self {
        for Rgba([red, green, blue, _]) in self.image.pixels_mut() {
            [*red, *green, *blue] = change([*red, *green, *blue]);
        }
        self
    }

    /// The same codes on changed pixels of the same size.
    pub(crate) fn changed(self, change: impl FnOnce(RgbaImage) -> RgbaImage) -> Self {
        Self {
            image: change(self.image),
            codes: self.codes,
        }
    }
}

/// Codes whose corners are elsewhere, and whose modules are larger or smaller.
pub(crate) fn moved(
    codes: Vec<Code>,
    factor: f32,
    place: impl Fn([f32; 2]) -> [f32; 2],
) -> Vec<Code> {
    codes
        .into_iter()
        .map(|code| Code {
            corners: code.corners.map(&place),
            module: code.module * factor,
            ..code
        })
        .collect()
}
