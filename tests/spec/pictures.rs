//! Screenshots for the tests: QR codes of our own on pages of our own.

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

pub const WHITE: Rgba<u8> = Rgba([255, 255, 255, 255]);
pub const BLACK: Rgba<u8> = Rgba([0, 0, 0, 255]);
pub const NIGHT: Rgba<u8> = Rgba([24, 26, 32, 255]);
pub const SNOW: Rgba<u8> = Rgba([236, 238, 242, 255]);
pub const NOTHING: Rgba<u8> = Rgba([0, 0, 0, 0]);

/// A page on which codes are put.
pub struct Page {
    pixels: RgbaImage,
}

impl Page {
    pub fn new(width: u32, height: u32, colour: Rgba<u8>) -> Self {
        Self {
            pixels: RgbaImage::from_pixel(width, height, colour),
        }
    }

    /// Puts a code here, four pixels a module, with the border of four modules around it.
    pub fn code(self, text: &str, left: u32, top: u32) -> Self {
        self.coloured(text, left, top, BLACK, WHITE)
    }

    pub fn coloured(
        mut self,
        text: &str,
        left: u32,
        top: u32,
        ink: Rgba<u8>,
        paper: Rgba<u8>,
    ) -> Self {
        const SCALE: usize = 4;
        const BORDER: usize = 4;
        let matrix = keytick_qr::encode(text).unwrap();
        let modules = matrix.size() + 2 * BORDER;
        let is_ink = |x: usize, y: usize| {
            let inside = |at: usize| (BORDER..BORDER + matrix.size()).contains(&at);
            inside(x) && inside(y) && matrix.get(x - BORDER, y - BORDER)
        };
        for y in 0..modules * SCALE {
            for x in 0..modules * SCALE {
                let colour = if is_ink(x / SCALE, y / SCALE) {
                    ink
                } else {
                    paper
                };
                self.pixels
                    .put_pixel(left + x as u32, top + y as u32, colour);
            }
        }
        self
    }

    pub fn png(self) -> Vec<u8> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        DynamicImage::from(self.pixels)
            .write_to(&mut bytes, ImageFormat::Png)
            .unwrap();
        bytes.into_inner()
    }
}
