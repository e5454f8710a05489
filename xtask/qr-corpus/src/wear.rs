//! What programs do to a picture on its way: chroma at half size, blocks, tints,
//! a narrower range of light.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Rgba, RgbaImage};

use crate::paint::{Color, luma};

/// Through JPEG and back.
pub(crate) fn through_jpeg(image: &RgbaImage, quality: u8) -> RgbaImage {
    let bytes = jpeg(image, quality);
    image::load_from_memory_with_format(&bytes, image::ImageFormat::Jpeg)
        .expect("a JPEG of our own can be read")
        .to_rgba8()
}

/// As a JPEG file.
pub(crate) fn jpeg(image: &RgbaImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode_image(&DynamicImage::from(image.clone()).to_rgb8())
        .expect("a JPEG can be written to memory");
    bytes
}

/// Colour for four pixels at a time, as most video and JPEG have it (4:2:0).
/// With `narrow`, light is kept in steps from 16 to 235 (ITU-R BT.601).
pub(crate) fn halved_chroma(image: &RgbaImage, narrow: bool) -> RgbaImage {
    let mut halved = image.clone();
    for top in (0..image.height()).step_by(2) {
        for left in (0..image.width()).step_by(2) {
            let places = [(0, 0), (1, 0), (0, 1), (1, 1)]
                .map(|(x, y)| (left + x, top + y))
                .map(|(x, y)| (x.min(image.width() - 1), y.min(image.height() - 1)));
            let colors = places.map(|(x, y)| {
                let Rgba([red, green, blue, _]) = *image.get_pixel(x, y);
                [red, green, blue]
            });
            let mean = |part: fn(Color) -> f32| colors.iter().map(|c| part(*c)).sum::<f32>() / 4.0;
            let blue = mean(|color| f32::from(color[2]) - luma(color));
            let red = mean(|color| f32::from(color[0]) - luma(color));
            for ((x, y), color) in places.into_iter().zip(colors) {
                let light = if narrow {
                    ((luma(color) * 219.0 / 255.0).round() * 255.0 / 219.0).round()
                } else {
                    luma(color)
                };
                let green = light - (0.299 * red + 0.114 * blue) / 0.587;
                let channels = [light + red, green, light + blue];
                let pixel = halved.get_pixel_mut(x, y);
                for (channel, value) in pixel.0.iter_mut().zip(channels) {
                    *channel = value.clamp(0.0, 255.0).round() as u8;
                }
            }
        }
    }
    halved
}

/// Blocks of 4 x 4 with coarse steps for what is fine in them: what lossy WebP
/// and video do (there is no encoder of ours for it). `step` from 1 to about 60.
pub(crate) fn blocky(image: &RgbaImage, step: f32) -> RgbaImage {
    let mut blocky = halved_chroma(image, true);
    for top in (0..image.height()).step_by(4) {
        for left in (0..image.width()).step_by(4) {
            for channel in 0..3 {
                coarsen(&mut blocky, left, top, channel, step);
            }
        }
    }
    blocky
}

/// One channel of one block, by its Walsh-Hadamard transform.
fn coarsen(image: &mut RgbaImage, left: u32, top: u32, channel: usize, step: f32) {
    let (width, height) = image.dimensions();
    let place = |index: usize| {
        let (x, y) = (left + index as u32 % 4, top + index as u32 / 4);
        (x.min(width - 1), y.min(height - 1))
    };
    let mut block: [f32; 16] = std::array::from_fn(|index| {
        let (x, y) = place(index);
        f32::from(image.get_pixel(x, y).0[channel])
    });
    transform(&mut block);
    for (index, value) in block.iter_mut().enumerate() {
        // The mean is kept finer than the rest; 4 is the transform's own gain.
        let step = if index == 0 { 8.0 } else { 4.0 * step };
        *value = (*value / step).round() * step / 16.0;
    }
    transform(&mut block);
    for (index, value) in block.into_iter().enumerate() {
        let (x, y) = place(index);
        image.get_pixel_mut(x, y).0[channel] = value.clamp(0.0, 255.0).round() as u8;
    }
}

fn transform(block: &mut [f32; 16]) {
    for stride in [1, 2, 4, 8] {
        for index in (0..16).filter(|index| index & stride == 0) {
            let (a, b) = (block[index], block[index + stride]);
            (block[index], block[index + stride]) = (a + b, a - b);
        }
    }
}

/// Warm light for the evening: less green, far less blue. From 0 to 1.
pub(crate) fn night_light([red, green, blue]: Color, strength: f32) -> Color {
    let less = |value: u8, share: f32| (f32::from(value) * (1.0 - strength * share)) as u8;
    [red, less(green, 0.45), less(blue, 0.85)]
}

/// A screen in HDR caught as if it were none: black is grey, and white clips or
/// stays far below.
pub(crate) fn washed_out(color: Color, black: f32, white: f32) -> Color {
    color.map(|channel| {
        let light = (f32::from(channel) / 255.0).powf(0.7);
        (black + (white - black) * light).clamp(0.0, 255.0) as u8
    })
}
