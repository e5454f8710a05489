//! Letters on pages, in the two typefaces of Keytick's own page.

use std::sync::LazyLock;

use ab_glyph::{Font, FontVec, PxScale, ScaleFont, point};
use image::RgbaImage;

use crate::paint::{Color, lay};

/// A typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// For pages.
    Sans,
    /// For terminals and code.
    Mono,
}

/// How the edges of letters are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Smoothing {
    /// With greys.
    Grey,
    /// With a third of a pixel each in red, green and blue (ClearType and its like).
    Subpixel,
}

/// Ink, size in pixels, and how it is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pen {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) ink: Color,
    /// From 0 to 1.
    pub(crate) cover: f32,
    pub(crate) smoothing: Smoothing,
}

impl Pen {
    pub(crate) fn new(face: Face, size: f32, ink: Color) -> Self {
        Self {
            face,
            size,
            ink,
            cover: 1.0,
            smoothing: Smoothing::Grey,
        }
    }

    /// Writes one line, whose letters are `size` high from `top` on. Each letter
    /// stands `slope` pixels lower for each pixel to the right.
    pub(crate) fn write(&self, image: &mut RgbaImage, left: f32, top: f32, slope: f32, text: &str) {
        let font = self.face.font();
        let thirds = match self.smoothing {
            Smoothing::Grey => 1.0,
            Smoothing::Subpixel => 3.0,
        };
        let scale = PxScale {
            x: self.size * thirds,
            y: self.size,
        };
        let scaled = font.as_scaled(scale);
        let mut x = left * thirds;
        for letter in text.chars() {
            let id = scaled.glyph_id(letter);
            let down = (x / thirds - left) * slope;
            let place = point(x, top + scaled.ascent() + down);
            x += scaled.h_advance(id);
            if x / thirds < 0.0 || place.x / thirds > image.width() as f32 {
                continue;
            }
            let Some(outline) = font.outline_glyph(id.with_scale_and_position(scale, place)) else {
                continue;
            };
            let bounds = outline.px_bounds();
            let (left, top) = (bounds.min.x as i64, bounds.min.y as i64);
            let mut covers = Vec::new();
            outline
                .draw(|x, y, cover| covers.push((left + i64::from(x), top + i64::from(y), cover)));
            match self.smoothing {
                Smoothing::Grey => self.lay_grey(image, &covers),
                Smoothing::Subpixel => self.lay_thirds(image, &covers),
            }
        }
    }

    fn lay_grey(&self, image: &mut RgbaImage, covers: &[(i64, i64, f32)]) {
        for &(x, y, cover) in covers {
            if let Some(pixel) = pixel(image, x, y) {
                lay(pixel, self.ink, cover * self.cover);
            }
        }
    }

    /// Each third of a pixel colours its own channel, and a little its neighbours'.
    fn lay_thirds(&self, image: &mut RgbaImage, covers: &[(i64, i64, f32)]) {
        for &(x, y, cover) in covers {
            for third in x - 1..=x + 1 {
                let channel = third.rem_euclid(3) as usize;
                let Some(pixel) = pixel(image, third.div_euclid(3), y) else {
                    continue;
                };
                let (old, ink) = (pixel.0[channel], self.ink[channel]);
                let part = (cover * self.cover / 3.0).clamp(0.0, 1.0);
                let new = f32::from(old) + (f32::from(ink) - f32::from(old)) * part * 1.4;
                pixel.0[channel] = new.round().clamp(0.0, 255.0) as u8;
            }
        }
    }
}

fn pixel(image: &mut RgbaImage, x: i64, y: i64) -> Option<&mut image::Rgba<u8>> {
    let (x, y) = (u32::try_from(x).ok()?, u32::try_from(y).ok()?);
    image.get_pixel_mut_checked(x, y)
}

impl Face {
    fn font(self) -> &'static FontVec {
        static SANS: LazyLock<FontVec> = LazyLock::new(|| {
            font(include_bytes!(
                "../../../ui/src/styles/fonts/inter-latin-wght-normal.woff2"
            ))
        });
        static MONO: LazyLock<FontVec> = LazyLock::new(|| {
            font(include_bytes!(
                "../../../ui/src/styles/fonts/geist-mono-latin-wght-normal.woff2"
            ))
        });
        match self {
            Self::Sans => &SANS,
            Self::Mono => &MONO,
        }
    }
}

fn font(woff2: &[u8]) -> FontVec {
    let bytes = wuff::decompress_woff2(woff2).expect("the page's fonts are WOFF2");
    FontVec::try_from_vec(bytes).expect("the page's fonts are OpenType")
}
