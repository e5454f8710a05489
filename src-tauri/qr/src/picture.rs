//! Bytes to pixels, within limits that are checked on the picture's header,
//! before memory is taken for its pixels.

use std::error::Error as _;
use std::fmt;
use std::io::{self, Cursor};
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader};

use crate::PictureError;
use crate::sniff::{Kind, kind};

/// How large a picture may be. A file of a few kilobytes can claim billions of
/// pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Pixels of the longer side.
    pub max_side: u32,
    /// Pixels in all.
    pub max_pixels: u64,
    /// Bytes of the decoded pixels, and as much again for the decoder's own work.
    pub max_bytes: u64,
    /// Bytes of the file. Who reads it keeps to that: [`Picture::decode`] has them already.
    pub max_file_bytes: u64,
}

impl Default for Limits {
    /// [`Limits::USUAL`].
    fn default() -> Self {
        Self::USUAL
    }
}

impl Limits {
    /// 16,384 pixels a side, 100 megapixels, 512 MiB; files of 128 MiB.
    pub const USUAL: Self = Self {
        max_side: 16_384,
        max_pixels: 100_000_000,
        max_bytes: 512 * 1024 * 1024,
        max_file_bytes: 128 * 1024 * 1024,
    };

    /// Checks a picture of `width` x `height` pixels that takes `bytes` decoded.
    fn check(&self, width: u32, height: u32, bytes: u64) -> Result<(), PictureError> {
        let pixels = u64::from(width) * u64::from(height);
        if width.max(height) > self.max_side || pixels > self.max_pixels {
            return Err(PictureError::TooLarge { width, height });
        }
        if bytes.max(pixels.saturating_mul(4)) > self.max_bytes {
            return Err(self.too_many_bytes());
        }
        Ok(())
    }

    fn too_many_bytes(&self) -> PictureError {
        PictureError::TooManyBytes {
            max_bytes: self.max_bytes,
        }
    }
}

/// A decoded picture: RGBA, 8 bits a channel, upright.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
}

impl Picture {
    /// Decodes a file's bytes: PNG, JPEG, WebP, GIF, BMP or TIFF, told apart by
    /// content. Of an animation the first frame is taken, 16-bit channels
    /// become 8-bit ones, and the orientation a camera noted (EXIF) is applied.
    ///
    /// ```
    /// use keytick_qr::{Limits, Picture, PictureError};
    ///
    /// let decode = |bytes: &[u8]| Picture::decode(bytes, &Limits::default());
    /// assert_eq!(decode(b"").unwrap_err(), PictureError::Empty);
    /// assert_eq!(decode(b"just text").unwrap_err(), PictureError::NotAPicture);
    /// assert_eq!(decode(b"<svg/>").unwrap_err().to_string(), "cannot read SVG pictures");
    /// ```
    pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Self, PictureError> {
        let format = format(bytes)?;
        // The decoders are made for any input, and yet a panic in one of them
        // must cost no more than this picture.
        catch_unwind(AssertUnwindSafe(|| decode_as(format, bytes, limits)))
            .unwrap_or(Err(PictureError::Damaged))
    }

    /// Refuses a file by its first bytes, of which [`Picture::START`] are enough, as
    /// [`Picture::decode`] would refuse all of it.
    ///
    /// ```
    /// use keytick_qr::{Picture, PictureError};
    ///
    /// assert_eq!(Picture::check_start(b"\x89PNG\r\n\x1a\n\0\0"), Ok(()));
    /// assert_eq!(Picture::check_start(&[0; Picture::START]), Err(PictureError::NotAPicture));
    /// ```
    pub fn check_start(start: &[u8]) -> Result<(), PictureError> {
        format(start).map(|_| ())
    }

    /// Bytes from a file's start that tell what it is.
    pub const START: usize = 4096;

    /// Takes pixels as a clipboard or a screen capture hands them over: rows
    /// from the top, four bytes a pixel (red, green, blue, opacity).
    ///
    /// The default [`Limits`] hold. Bytes that are not `width` x `height` x 4
    /// are [`PictureError::Damaged`], no pixels at all [`PictureError::Empty`].
    pub fn from_rgba(width: u32, height: u32, rgba: Vec<u8>) -> Result<Self, PictureError> {
        let expected = (u64::from(width) * u64::from(height)).saturating_mul(4);
        if expected == 0 {
            return Err(PictureError::Empty);
        }
        Limits::default().check(width, height, expected)?;
        if rgba.len() as u64 != expected {
            return Err(PictureError::Damaged);
        }
        Ok(Self {
            width,
            height,
            rgba,
        })
    }

    /// Pixels a row.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// The part with this left, top, width and height, as far as it lies in the
    /// picture; None if nothing does.
    pub(crate) fn cropped(&self, [left, top, width, height]: [u32; 4]) -> Option<Self> {
        let width = width.min(self.width.saturating_sub(left));
        let height = height.min(self.height.saturating_sub(top));
        if width == 0 || height == 0 {
            return None;
        }
        let rows = self.rgba.chunks_exact(4 * self.width as usize);
        let rgba = rows
            .skip(top as usize)
            .take(height as usize)
            .flat_map(|row| &row[4 * left as usize..][..4 * width as usize])
            .copied()
            .collect();
        Some(Self {
            width,
            height,
            rgba,
        })
    }

    /// Rows from the top, four bytes a pixel.
    pub(crate) fn rgba(&self) -> &[u8] {
        &self.rgba
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

fn format(bytes: &[u8]) -> Result<ImageFormat, PictureError> {
    match kind(bytes) {
        _ if bytes.is_empty() => Err(PictureError::Empty),
        Kind::Readable(format) => Ok(format),
        Kind::Named(format) => Err(PictureError::FormatUnsupported { format }),
        Kind::Unknown => Err(PictureError::NotAPicture),
    }
}

fn decode_as(format: ImageFormat, bytes: &[u8], limits: &Limits) -> Result<Picture, PictureError> {
    let refuse = |error| reason(&error, format, bytes, limits);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    // The sides are checked here, for the sake of the numbers in the message.
    let mut work = image::Limits::no_limits();
    work.max_alloc = Some(limits.max_bytes);
    reader.limits(work);

    let mut decoder = reader.into_decoder().map_err(refuse)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(PictureError::Damaged);
    }
    limits.check(width, height, decoder.total_bytes())?;
    if format == ImageFormat::Jpeg && !has_jpeg_end(bytes) {
        return Err(PictureError::Truncated);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refuse)?;
    picture.apply_orientation(orientation);
    let rgba = picture.into_rgba8();
    Ok(Picture {
        width: rgba.width(),
        height: rgba.height(),
        rgba: rgba.into_raw(),
    })
}

/// Whether a JPEG has the marker that ends one (EOI, ITU-T T.81 B.1.1.3) after
/// its first scan. The decoder fills what is missing with grey and says nothing.
fn has_jpeg_end(bytes: &[u8]) -> bool {
    let mut rest = &bytes[2..];
    // Segments are stepped over whole: a preview inside one has its own end.
    while let [0xff, marker, high, low, ..] = *rest {
        if marker == 0xda {
            return rest.windows(2).any(|pair| pair == [0xff, 0xd9]);
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        rest = rest.get(2 + length..).unwrap_or_default();
    }
    // Oddly built, but it has decoded headers: leave the rest to the decoder.
    true
}

fn reason(error: &ImageError, format: ImageFormat, bytes: &[u8], limits: &Limits) -> PictureError {
    match error {
        ImageError::Limits(_) => limits.too_many_bytes(),
        ImageError::Unsupported(_) => PictureError::FormatUnsupported {
            format: name(format),
        },
        error if is_end_of_file(error) => PictureError::Truncated,
        _ if format == ImageFormat::WebP && lacks_riff_bytes(bytes) => PictureError::Truncated,
        _ => PictureError::Damaged,
    }
}

/// Whether a WebP is shorter than its RIFF header says (RFC 9649, 2.4). Its
/// decoder does not tell bytes that are missing from bytes that are wrong.
fn lacks_riff_bytes(bytes: &[u8]) -> bool {
    let size = bytes.get(4..).and_then(|rest| rest.first_chunk::<4>());
    size.is_some_and(|size| bytes.len() as u64 - 8 < u64::from(u32::from_le_bytes(*size)))
}

/// Whether the bytes ran out: some decoders say so by an I/O error somewhere
/// down the chain of causes, others only in words.
fn is_end_of_file(error: &ImageError) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = match error {
        ImageError::IoError(error) => Some(error),
        error => error.source(),
    };
    while let Some(error) = cause {
        let is_eof = error
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::UnexpectedEof);
        let words = error.to_string().to_ascii_lowercase();
        if is_eof || END_WORDS.iter().any(|end| words.contains(end)) {
            return true;
        }
        cause = error.source();
    }
    false
}

const END_WORDS: [&str; 4] = ["unexpected end", "unexpected eof", "exhausted", "truncated"];

fn name(format: ImageFormat) -> &'static str {
    match format {
        ImageFormat::Png => "PNG",
        ImageFormat::Jpeg => "JPEG",
        ImageFormat::Gif => "GIF",
        ImageFormat::WebP => "WebP",
        ImageFormat::Bmp => "BMP",
        _ => "TIFF",
    }
}
