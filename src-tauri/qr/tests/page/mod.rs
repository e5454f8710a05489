//! Made-up screenshots: a page of text lines with QR codes pasted on it.

#![allow(dead_code, reason = "each test binary uses some of it")]

use std::time::Duration;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgba, RgbaImage};
use keytick_qr::{FoundCode, Limits, Picture, Watch, encode, read_and_tell};

/// A page of that size and background, with lines of "words" on it.
pub fn page(width: u32, height: u32, paper: [u8; 3], ink: [u8; 3]) -> RgbaImage {
    let opaque = |[red, green, blue]: [u8; 3]| Rgba([red, green, blue, 255]);
    RgbaImage::from_fn(width, height, |x, y| {
        let is_line = y % 24 < 10 && x > 20;
        let is_letter = (x * 7 + (y / 24) * 13 + (x / 9) * (y / 24 + 3)) % 5 < 2 && x % 61 > 7;
        let is_stroke = (x + y % 3) % 4 < 2 || y % 24 < 2;
        opaque(if is_line && is_letter && is_stroke {
            ink
        } else {
            paper
        })
    })
}

/// A white page with black text.
pub fn white_page(width: u32, height: u32) -> RgbaImage {
    page(width, height, [255; 3], [30; 3])
}

/// A code with its border, so many pixels a module, black on white.
pub fn code(text: &str, pixels: f32) -> GrayImage {
    let matrix = encode(text).unwrap();
    if pixels.fract() == 0.0 {
        let png = matrix.to_png(pixels as u32);
        return image::load_from_memory(&png).unwrap().into_luma8();
    }
    // As a browser draws it: from a sharp large one, by the mean of each pixel.
    let large = image::load_from_memory(&matrix.to_png(16))
        .unwrap()
        .into_luma8();
    let side = ((matrix.size() + 8) as f32 * pixels).round() as u32;
    imageops::resize(&large, side, side, FilterType::Triangle)
}

pub fn paste(page: &mut RgbaImage, code: &GrayImage, left: u32, top: u32) {
    for (x, y, Luma([grey])) in code.enumerate_pixels() {
        page.put_pixel(left + x, top + y, Rgba([*grey, *grey, *grey, 255]));
    }
}

pub fn inverted(code: &GrayImage) -> GrayImage {
    let mut code = code.clone();
    imageops::invert(&mut code);
    code
}

pub fn picture(page: RgbaImage) -> Picture {
    Picture::from_rgba(page.width(), page.height(), page.into_raw()).unwrap()
}

/// What is found, with all the time that a busy machine may need.
pub fn read(picture: &Picture) -> Vec<FoundCode> {
    let mut nobody = |_: &FoundCode, _: &str| ();
    let watch = Watch {
        soft_limit: Duration::from_secs(60),
        hard_limit: Duration::from_secs(60),
        ..Watch::new(&|| false, &mut nobody)
    };
    read_and_tell(picture, watch).codes
}

/// What is read on a page, in order.
pub fn texts(page: RgbaImage) -> Vec<String> {
    texts_in(&picture(page))
}

pub fn texts_in(picture: &Picture) -> Vec<String> {
    read(picture)
        .iter()
        .map(|code| code.text.to_string())
        .collect()
}

/// What is read in a file of these bytes.
pub fn texts_of_file(bytes: &[u8]) -> Vec<String> {
    texts_in(&Picture::decode(bytes, &Limits::default()).unwrap())
}

/// The page as a file. GIF takes 256 colours and no more.
pub fn file(page: &RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let page = DynamicImage::from(page.clone());
    match format {
        ImageFormat::Jpeg => JpegEncoder::new_with_quality(&mut bytes, 85)
            .encode_image(&page.to_rgb8())
            .unwrap(),
        ImageFormat::Gif => GifEncoder::new(&mut bytes)
            .encode_frame(image::Frame::new(page.to_rgba8()))
            .unwrap(),
        format => page.write_to(&mut bytes, format).unwrap(),
    }
    bytes.into_inner()
}
