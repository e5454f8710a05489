//! A copy of a picture for showing, in which no code that was read can be read
//! again.

use image::imageops::{self, FilterType};
use image::{
    ExtendedColorType, ImageBuffer, ImageEncoder, Rgba, RgbaImage, codecs::png::PngEncoder,
};

use crate::found::Bounds;
use crate::{FoundCode, Picture};

/// Blocks along each side of a hidden code. As few as that hold nothing of a
/// code, whose smallest kind has 21 modules a side.
const BLOCKS: u32 = 9;
/// How far the blocks reach beyond the code, as a part of its size.
const MARGIN: f32 = 0.06;

/// A PNG of the picture in which a mosaic covers every one of the codes. It is
/// scaled down, if need be, to `max_side` pixels (at least 1) on its longer side.
///
/// The mosaic is the same for every code and every picture: one made of the
/// code's own pixels would still tell something of what it says.
pub fn pixelated_png(picture: &Picture, codes: &[FoundCode], max_side: u32) -> Vec<u8> {
    let (mut copy, scale) = scaled(picture, max_side.max(1));
    for code in codes {
        cover(&mut copy, &code.corners, scale);
    }
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&copy, copy.width(), copy.height(), ExtendedColorType::Rgba8)
        .expect("pixels that were decoded within limits can be written to memory");
    png
}

/// The picture at no more than `max_side`, and the factor by which it shrank.
fn scaled(picture: &Picture, max_side: u32) -> (RgbaImage, f32) {
    let (width, height) = (picture.width(), picture.height());
    let whole: ImageBuffer<Rgba<u8>, &[u8]> = ImageBuffer::from_raw(width, height, picture.rgba())
        .expect("a Picture has four bytes a pixel");
    let longer = width.max(height);
    if longer <= max_side {
        let copy = RgbaImage::from_raw(width, height, picture.rgba().to_vec());
        return (copy.expect("a Picture has four bytes a pixel"), 1.0);
    }
    let scale = max_side as f32 / longer as f32;
    let side = |side: u32| ((side as f32 * scale).round() as u32).clamp(1, max_side);
    let copy = if longer >= 4 * max_side {
        imageops::thumbnail(&whole, side(width), side(height))
    } else {
        imageops::resize(&whole, side(width), side(height), FilterType::Triangle)
    };
    (copy, scale)
}

/// Covers the upright rectangle around four corners, given in pixels of the
/// unscaled picture.
fn cover(copy: &mut RgbaImage, corners: &[[f32; 2]; 4], scale: f32) {
    let place = Bounds::of(corners).scaled(scale).grown(MARGIN, 3.0);
    let (width, height) = copy.dimensions();
    // `as` maps what is out of range to the nearest bound. A place that is no
    // number covers everything: rather too much than a code shown.
    let is_known = [place.left, place.top, place.right, place.bottom]
        .iter()
        .all(|bound| bound.is_finite());
    let (left, top, right, bottom) = if is_known {
        (
            (place.left as u32).min(width),
            (place.top as u32).min(height),
            (place.right.ceil() as u32).min(width),
            (place.bottom.ceil() as u32).min(height),
        )
    } else {
        (0, 0, width, height)
    };
    for y in top..bottom {
        for x in left..right {
            let column = (x - left) * BLOCKS / (right - left);
            let row = (y - top) * BLOCKS / (bottom - top);
            copy.put_pixel(x, y, block(column, row));
        }
    }
}

/// One of four greys, mixed up enough to look like a mosaic.
fn block(column: u32, row: u32) -> Rgba<u8> {
    let grey = 96 + 32 * ((column * 5 + row * 3 + column * row) % 4) as u8;
    Rgba([grey, grey, grey, 255])
}
