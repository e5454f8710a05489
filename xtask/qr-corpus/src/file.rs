//! Pixels to files.

use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, ImageFormat, RgbaImage};

use crate::wear;

/// A format and how it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Png,
    /// With this quality, from 1 to 100.
    Jpeg(u8),
    /// Without loss; what loss does is drawn before.
    WebP,
    /// 256 colours.
    Gif,
}

impl Kind {
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg(_) => "jpg",
            Self::WebP => "webp",
            Self::Gif => "gif",
        }
    }

    pub(crate) fn write(self, image: &RgbaImage) -> Vec<u8> {
        match self {
            Self::Png => png(image),
            Self::Jpeg(quality) => wear::jpeg(image, quality),
            Self::WebP => {
                let mut bytes = Cursor::new(Vec::new());
                image
                    .write_to(&mut bytes, ImageFormat::WebP)
                    .expect("a WebP can be written to memory");
                bytes.into_inner()
            }
            Self::Gif => {
                let mut bytes = Vec::new();
                GifEncoder::new_with_speed(&mut bytes, 20)
                    .encode(
                        image.as_raw(),
                        image.width(),
                        image.height(),
                        ExtendedColorType::Rgba8,
                    )
                    .expect("a GIF can be written to memory");
                bytes
            }
        }
    }
}

/// Without an alpha channel where nothing is transparent, as programs save
/// screenshots.
fn png(image: &RgbaImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Adaptive);
    let (width, height) = image.dimensions();
    let is_opaque = image.pixels().all(|pixel| pixel.0[3] == 255);
    let written = if is_opaque {
        let rgb: Vec<u8> = image
            .pixels()
            .flat_map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2]])
            .collect();
        encoder.write_image(&rgb, width, height, ExtendedColorType::Rgb8)
    } else {
        encoder.write_image(image.as_raw(), width, height, ExtendedColorType::Rgba8)
    };
    written.expect("a PNG can be written to memory");
    bytes
}
