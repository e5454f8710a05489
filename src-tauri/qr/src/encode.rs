//! Text to QR code: the modules, and a picture of them.
//!
//! Always dark on light with the border of four modules that ISO/IEC 18004
//! asks for: some readers see nothing else.

use std::fmt;
use std::fmt::Write as _;

use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};
use qrcode::{Color, EcLevel, QrCode, Version, bits::Bits, types::QrError};
use zeroize::Zeroizing;

use crate::EncodeError;

/// Light modules around the code, on each side.
const BORDER: usize = 4;
const LIGHT: u8 = 255;

/// The modules of one QR code. They say what the text said, so they are wiped
/// when dropped and not shown by `Debug`.
#[derive(Clone)]
pub struct Matrix {
    size: usize,
    dark: Zeroizing<Vec<bool>>,
}

/// Makes a QR code of a text, with error correction M (15 %), or L (7 %) for a
/// text that needs the room.
///
/// A text that is not ASCII is stored as plain UTF-8 bytes, which readers
/// guess right, without the ECI mark, on which some of them stumble.
pub fn encode(text: &str) -> Result<Matrix, EncodeError> {
    let code = encode_at(text, EcLevel::M)
        .or_else(|_| encode_at(text, EcLevel::L))
        .map_err(|_| EncodeError::TextTooLong { bytes: text.len() })?;
    Ok(Matrix {
        size: code.width(),
        dark: Zeroizing::new(
            code.into_colors()
                .into_iter()
                .map(|color| color == Color::Dark)
                .collect(),
        ),
    })
}

fn encode_at(text: &str, level: EcLevel) -> Result<QrCode, QrError> {
    if text.is_ascii() {
        return QrCode::with_error_correction_level(text, level);
    }
    // The automatic choice of modes would store pairs of UTF-8 bytes that look
    // like Shift JIS as kanji, which no reader puts together again.
    let bits = (1..=40)
        .find_map(|version| byte_mode(text, Version::Normal(version), level).ok())
        .ok_or(QrError::DataTooLong)?;
    QrCode::with_bits(bits, level)
}

fn byte_mode(text: &str, version: Version, level: EcLevel) -> Result<Bits, QrError> {
    let mut bits = Bits::new(version);
    bits.push_byte_data(text.as_bytes())?;
    bits.push_terminator(level)?;
    Ok(bits)
}

impl Matrix {
    /// Modules a side, without the border: 21 to 177.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Whether the module at column `x` and row `y` is dark. Everything outside
    /// the code is light.
    pub fn get(&self, x: usize, y: usize) -> bool {
        x < self.size && y < self.size && self.dark[y * self.size + x]
    }

    /// The code with its border as an SVG of one unit a module, black on white.
    pub fn to_svg(&self) -> Zeroizing<String> {
        let side = self.size + 2 * BORDER;
        // Room for every module on its own, so that the text never moves in
        // memory and leaves a copy behind.
        let mut path = Zeroizing::new(String::with_capacity(20 * self.size * self.size));
        for (x, y, length) in self.dark_runs() {
            // Writing to a String cannot fail.
            let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + BORDER, y + BORDER);
        }
        Zeroizing::new(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
             shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/>\
             <path fill=\"#000\" d=\"{}\"/></svg>",
            path.as_str()
        ))
    }

    /// The code with its border as a grey PNG of `scale` pixels a module (1 to 64).
    pub fn to_png(&self, scale: u32) -> Zeroizing<Vec<u8>> {
        let scale = scale.clamp(1, 64) as usize;
        let side = (self.size + 2 * BORDER) * scale;
        let mut grey = Zeroizing::new(vec![LIGHT; side * side]);
        for (x, y, length) in self.dark_runs() {
            for row in 0..scale {
                let start = ((y + BORDER) * scale + row) * side + (x + BORDER) * scale;
                grey[start..start + length * scale].fill(0);
            }
        }
        let mut png = Zeroizing::new(Vec::new());
        PngEncoder::new(&mut *png)
            .write_image(&grey, side as u32, side as u32, ExtendedColorType::L8)
            .expect("a PNG of a few megapixels can be written to memory");
        png
    }

    /// Column, row and length of each run of dark modules.
    fn dark_runs(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        (0..self.size).flat_map(move |y| {
            let starts =
                (0..self.size).filter(move |&x| self.get(x, y) && (x == 0 || !self.get(x - 1, y)));
            starts.map(move |x| {
                let length = (x..=self.size).take_while(|&x| self.get(x, y)).count();
                (x, y, length)
            })
        })
    }
}

impl fmt::Debug for Matrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Matrix")
            .field("size", &self.size)
            .field("dark", &"[REDACTED]")
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_the_finder_pattern_after_a_border_of_four() {
        let matrix = encode("A").unwrap();
        assert_eq!(matrix.size(), 21);
        assert!(matrix.get(0, 0));
        assert!(!matrix.get(1, 1));
        assert!(!matrix.get(21, 0));
        let svg = matrix.to_svg();
        assert!(svg.contains("viewBox=\"0 0 29 29\""), "{}", *svg);
        assert!(svg.contains("d=\"M4 4h7v1h-7z"), "{}", *svg);
    }

    #[test]
    fn scales_the_png() {
        let png = encode("A").unwrap().to_png(3);
        let grey = image::load_from_memory(&png).unwrap().to_luma8();
        assert_eq!(grey.dimensions(), (87, 87));
        assert_eq!(grey.get_pixel(11, 11).0, [255]);
        assert_eq!(grey.get_pixel(12, 12).0, [0]);
    }

    #[test]
    fn falls_back_to_less_correction_and_then_refuses() {
        assert_eq!(encode(&"a".repeat(2_953)).unwrap().size(), 177);
        assert_eq!(
            encode(&"a".repeat(2_954)).unwrap_err(),
            EncodeError::TextTooLong { bytes: 2_954 }
        );
        assert_eq!(
            encode(&"é".repeat(1_477)).unwrap_err(),
            EncodeError::TextTooLong { bytes: 2_954 }
        );
    }

    #[test]
    fn says_nothing_of_the_text_in_debug_output() {
        assert_eq!(
            format!("{:?}", encode("secret").unwrap()),
            "Matrix { size: 21, dark: \"[REDACTED]\" }"
        );
    }
}
