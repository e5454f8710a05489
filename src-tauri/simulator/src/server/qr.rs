//! The QR code of an enrolment as a picture: SVG for the page, PNG and SVG to download, and
//! the ways in which a fault spoils it.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around the code, as ISO/IEC 18004 asks for.
const BORDER: usize = 4;

/// How the picture looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Look {
    /// Black on white, as it should be.
    #[default]
    Plain,
    /// A stripe too wide for the error correction is missing.
    Damaged,
    /// Light grey on white.
    LowContrast,
    /// Modules of 40 pixels: a picture larger than a screen.
    Huge,
    /// Modules of one pixel: too small for a camera, not for a screenshot.
    Small,
}

/// A QR code, ready to be drawn.
pub(crate) struct Picture {
    size: usize,
    dark: Vec<bool>,
    look: Look,
}

impl Picture {
    /// Makes the code of `text`, with error correction M, or L for a text that needs the
    /// room. `None` for a text too long for any QR code.
    pub(crate) fn new(text: &str, look: Look) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M)
            .or_else(|_| QrCode::with_error_correction_level(text, EcLevel::L))
            .ok()?;
        let size = code.width();
        let mut dark: Vec<bool> = code
            .into_colors()
            .into_iter()
            .map(|color| color == Color::Dark)
            .collect();
        if look == Look::Damaged {
            for (at, module) in dark.iter_mut().enumerate() {
                let (x, y) = (at % size, at / size);
                *module &= (x + y).abs_diff(size) > size / 3;
            }
        }
        Some(Self { size, dark, look })
    }

    fn ink(&self) -> u8 {
        if self.look == Look::LowContrast {
            0xE4
        } else {
            0
        }
    }

    /// The picture as SVG, one unit a module.
    pub(crate) fn svg(&self) -> String {
        use std::fmt::Write as _;
        let side = self.size + 2 * BORDER;
        let ink = self.ink();
        let mut path = String::new();
        for (at, _) in self.dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let (x, y) = (at % self.size + BORDER, at / self.size + BORDER);
            // Writing to a String cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
        let pixels = side * self.scale();
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{pixels}" height="{pixels}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#{ink:02x}{ink:02x}{ink:02x}" d="{path}"/></svg>"##
        )
    }

    /// The picture as PNG in shades of grey.
    pub(crate) fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let scale = self.scale();
        let side = (self.size + 2 * BORDER) * scale;
        let mut pixels = vec![0xFF; side * side];
        for (at, _) in self.dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let (x, y) = (at % self.size + BORDER, at / self.size + BORDER);
            for row in y * scale..(y + 1) * scale {
                pixels[row * side + x * scale..][..scale].fill(self.ink());
            }
        }
        let side = u32::try_from(side).unwrap_or(u32::MAX);
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&pixels)?;
        writer.finish()?;
        Ok(bytes)
    }

    /// Pixels a module.
    fn scale(&self) -> usize {
        match self.look {
            Look::Plain | Look::Damaged | Look::LowContrast => 8,
            Look::Huge => 40,
            Look::Small => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "otpauth://totp/Example:me?secret=GEZDGNBVGY3TQOJQ";

    fn side(look: Look) -> u32 {
        let png = Picture::new(LINK, look).unwrap().png().unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(png))
            .read_info()
            .unwrap();
        reader.info().width
    }

    #[test]
    fn a_code_is_as_wide_as_its_modules() {
        assert_eq!(side(Look::Plain), 41 * 8);
        assert_eq!(side(Look::Huge), 41 * 40);
        assert_eq!(side(Look::Small), 41);
    }

    #[test]
    fn low_contrast_is_light_grey() {
        let svg = Picture::new(LINK, Look::LowContrast).unwrap().svg();
        assert!(svg.contains("fill=\"#e4e4e4\""));
        assert!(!svg.contains("#000000"));
    }

    #[test]
    fn a_damaged_code_lacks_modules() {
        let count = |look| {
            Picture::new(LINK, look)
                .unwrap()
                .dark
                .iter()
                .filter(|dark| **dark)
                .count()
        };
        assert!(count(Look::Damaged) < count(Look::Plain) * 4 / 5);
    }

    #[test]
    fn a_text_too_long_is_no_picture() {
        assert!(Picture::new(&"x".repeat(5000), Look::Plain).is_none());
    }
}
