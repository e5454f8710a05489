//! Areas, colours and the few strokes of which pages are made.

use image::{Rgba, RgbaImage};

pub(crate) type Color = [u8; 3];

/// An upright rectangle, in pixels. It may lie partly outside the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Area {
    pub(crate) fn new(left: f32, top: f32, width: f32, height: f32) -> Self {
        Self {
            left,
            top,
            width,
            height,
        }
    }

    pub(crate) fn of(image: &RgbaImage) -> Self {
        Self::new(0.0, 0.0, image.width() as f32, image.height() as f32)
    }

    /// Made smaller by so much on each side.
    pub(crate) fn inset(self, by: f32) -> Self {
        Self::new(
            self.left + by,
            self.top + by,
            self.width - 2.0 * by,
            self.height - 2.0 * by,
        )
    }

    fn columns(self, image: &RgbaImage) -> std::ops::Range<u32> {
        pixels(self.left, self.left + self.width, image.width())
    }

    fn rows(self, image: &RgbaImage) -> std::ops::Range<u32> {
        pixels(self.top, self.top + self.height, image.height())
    }
}

fn pixels(from: f32, to: f32, count: u32) -> std::ops::Range<u32> {
    let from = from.round().max(0.0) as u32;
    from.min(count)..(to.round().max(0.0) as u32).min(count)
}

/// The colour so far from one to the other, from 0 to 1.
pub(crate) fn mixed(from: Color, to: Color, part: f32) -> Color {
    std::array::from_fn(|channel| {
        let (from, to) = (f32::from(from[channel]), f32::from(to[channel]));
        (from + (to - from) * part.clamp(0.0, 1.0)).round() as u8
    })
}

/// How light a colour looks, from 0 to 255 (ITU-R BT.601).
pub(crate) fn luma([red, green, blue]: Color) -> f32 {
    0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue)
}

/// Lays a colour over a pixel, which becomes less transparent by it.
pub(crate) fn lay(pixel: &mut Rgba<u8>, color: Color, cover: f32) {
    let Rgba([red, green, blue, alpha]) = *pixel;
    if alpha == 255 {
        let [red, green, blue] = mixed([red, green, blue], color, cover);
        *pixel = Rgba([red, green, blue, 255]);
    } else if cover > 0.0 {
        let below = f32::from(alpha) / 255.0 * (1.0 - cover);
        let [red, green, blue] = mixed([red, green, blue], color, cover / (cover + below));
        *pixel = Rgba([red, green, blue, ((cover + below) * 255.0).round() as u8]);
    }
}

pub(crate) fn fill(image: &mut RgbaImage, area: Area, [red, green, blue]: Color) {
    for y in area.rows(image) {
        for x in area.columns(image) {
            image.put_pixel(x, y, Rgba([red, green, blue, 255]));
        }
    }
}

/// Lays a colour over an area, so that what is below shines through.
pub(crate) fn veil(image: &mut RgbaImage, area: Area, color: Color, cover: f32) {
    for y in area.rows(image) {
        for x in area.columns(image) {
            lay(image.get_pixel_mut(x, y), color, cover);
        }
    }
}

/// Fills an area with round corners.
pub(crate) fn rounded(image: &mut RgbaImage, area: Area, radius: f32, color: Color) {
    let radius = radius.min(area.width / 2.0).min(area.height / 2.0);
    let grown = area.inset(-1.0);
    for y in grown.rows(image) {
        for x in grown.columns(image) {
            let (dx, dy) = (
                outside(x, area.left, area.width, radius),
                outside(y, area.top, area.height, radius),
            );
            let cover = radius - (dx * dx + dy * dy).sqrt() + 0.5;
            lay(image.get_pixel_mut(x, y), color, cover.clamp(0.0, 1.0));
        }
    }
}

/// How far the middle of a pixel is outside the span without its round ends.
fn outside(at: u32, from: f32, length: f32, radius: f32) -> f32 {
    let at = at as f32 + 0.5;
    (from + radius - at)
        .max(at - (from + length - radius))
        .max(0.0)
}

/// A gradient over an area, from its top (or its left) on.
pub(crate) fn gradient(image: &mut RgbaImage, area: Area, from: Color, to: Color, down: bool) {
    for y in area.rows(image) {
        for x in area.columns(image) {
            let part = match down {
                true => (y as f32 - area.top) / area.height,
                false => (x as f32 - area.left) / area.width,
            };
            let [red, green, blue] = mixed(from, to, part);
            image.put_pixel(x, y, Rgba([red, green, blue, 255]));
        }
    }
}

/// A line a pixel or more thick around an area.
pub(crate) fn frame(image: &mut RgbaImage, area: Area, thick: f32, color: Color) {
    let Area {
        left,
        top,
        width,
        height,
    } = area;
    let bottom = top + height - thick;
    fill(image, Area::new(left, top, width, thick), color);
    fill(image, Area::new(left, bottom, width, thick), color);
    fill(image, Area::new(left, top, thick, height), color);
    fill(
        image,
        Area::new(left + width - thick, top, thick, height),
        color,
    );
}
