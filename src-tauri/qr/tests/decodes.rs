//! Which files become pictures, and why others do not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod page;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage, imageops};
use keytick_qr::{ERROR_IDS, Limits, Picture, PictureError};
use page::{code, file, paste, texts_of_file, white_page};

const KEY: &str = "otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP";
const FORMATS: [ImageFormat; 6] = [
    ImageFormat::Png,
    ImageFormat::Jpeg,
    ImageFormat::WebP,
    ImageFormat::Gif,
    ImageFormat::Bmp,
    ImageFormat::Tiff,
];

fn screenshot() -> RgbaImage {
    let mut screenshot = white_page(500, 400);
    paste(&mut screenshot, &code(KEY, 4.0), 100, 100);
    screenshot
}

fn error(bytes: &[u8]) -> PictureError {
    Picture::decode(bytes, &Limits::default()).unwrap_err()
}

#[test]
fn reads_every_format_told_apart_by_content() {
    for format in FORMATS {
        assert_eq!(
            texts_of_file(&file(&screenshot(), format)),
            [KEY],
            "{format:?}"
        );
    }
}

#[test]
fn reads_sixteen_bits_and_grey() {
    let screenshot = DynamicImage::from(screenshot());
    let images = [
        DynamicImage::from(screenshot.to_rgba16()),
        DynamicImage::from(screenshot.to_luma16()),
        DynamicImage::from(screenshot.to_luma8()),
        DynamicImage::from(screenshot.to_luma_alpha8()),
    ];
    for image in images {
        let mut png = std::io::Cursor::new(Vec::new());
        image.write_to(&mut png, ImageFormat::Png).unwrap();
        assert_eq!(
            texts_of_file(&png.into_inner()),
            [KEY],
            "{:?}",
            image.color()
        );
    }
}

#[test]
fn takes_the_first_frame_of_an_animation() {
    let mut gif = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
    for text in [KEY, "second frame"] {
        let frame = DynamicImage::from(code(text, 4.0)).to_rgba8();
        encoder.encode_frame(image::Frame::new(frame)).unwrap();
    }
    drop(encoder);
    assert_eq!(texts_of_file(&gif), [KEY]);
}

/// A JPEG as a phone held sideways writes it: the pixels lie on their side, and
/// an EXIF segment says so (orientation 6: turn clockwise to see it upright).
fn sideways_jpeg(upright: &RgbaImage) -> Vec<u8> {
    let jpeg = file(&imageops::rotate270(upright), ImageFormat::Jpeg);
    let tiff: &[u8] = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = (2 + 6 + tiff.len()) as u16;
    [
        &jpeg[..2],
        b"\xff\xe1",
        &length.to_be_bytes(),
        b"Exif\0\0",
        tiff,
        &jpeg[2..],
    ]
    .concat()
}

#[test]
fn turns_a_photo_upright() {
    let mut upright = white_page(600, 400);
    paste(&mut upright, &code(KEY, 4.0), 60, 40);
    let picture = Picture::decode(&sideways_jpeg(&upright), &Limits::default()).unwrap();
    assert_eq!((picture.width(), picture.height()), (600, 400));
    let codes = keytick_qr::read(&picture);
    assert_eq!(*codes[0].text, KEY);
    let [x, y] = codes[0].corners[0];
    assert!((x - 76.0).abs() < 3.0 && (y - 56.0).abs() < 3.0, "{x}, {y}");
}

#[test]
fn refuses_what_is_no_picture() {
    assert_eq!(error(b""), PictureError::Empty);
    assert_eq!(error(b"\0"), PictureError::NotAPicture);
    assert_eq!(
        error(b"otpauth://totp/a?secret=JBSWY3DP\n"),
        PictureError::NotAPicture
    );
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0";
    assert_eq!(
        error(heic),
        PictureError::FormatUnsupported { format: "HEIC" }
    );
    let svg = keytick_qr::encode(KEY).unwrap().to_svg();
    assert_eq!(
        error(svg.as_bytes()),
        PictureError::FormatUnsupported { format: "SVG" }
    );
}

#[test]
fn tells_an_incomplete_picture_wherever_it_ends() {
    for format in FORMATS {
        let whole = file(&screenshot(), format);
        for part in [0.3, 0.6, 0.9] {
            let cut = &whole[..(whole.len() as f64 * part) as usize];
            assert_eq!(error(cut), PictureError::Truncated, "{part} of {format:?}");
        }
    }
}

#[test]
fn tells_a_damaged_picture() {
    let mut png = file(&screenshot(), ImageFormat::Png);
    let middle = png.len() / 2;
    png[middle] ^= 0xff;
    assert_eq!(error(&png), PictureError::Damaged);
}

/// A PNG that claims a size and has no pixels.
fn png_of_size(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    let checksum = crc32(&header);
    let empty_data = b"\0\0\0\0IDAT\x35\xaf\x06\x1e";
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\x0d",
        &header[..],
        &checksum.to_be_bytes(),
        empty_data,
    ]
    .concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 * (crc & 1))
        })
    })
}

#[test]
fn refuses_a_large_picture_by_its_header() {
    let too_large = |width, height| PictureError::TooLarge { width, height };
    assert_eq!(
        error(&png_of_size(20_000, 20_000)),
        too_large(20_000, 20_000)
    );
    assert_eq!(error(&png_of_size(16_385, 1)), too_large(16_385, 1));
    assert_eq!(
        error(&png_of_size(10_001, 10_000)),
        too_large(10_001, 10_000)
    );
    assert_eq!(error(&png_of_size(16_384, 6_000)), PictureError::Truncated);

    let error = error(&png_of_size(20_000, 300));
    assert_eq!(error.id(), "qr-too-large");
    assert_eq!(
        error.params(),
        [("width", "20000".into()), ("height", "300".into())]
    );
}

#[test]
fn refuses_a_picture_that_takes_too_much_memory() {
    let limits = Limits {
        max_bytes: 1024 * 1024,
        ..Limits::default()
    };
    let png = file(&white_page(600, 600), ImageFormat::Png);
    let error = Picture::decode(&png, &limits).unwrap_err();
    assert_eq!(error.id(), "qr-too-many-bytes");
    assert_eq!(error.params(), [("megabytes", "1".into())]);
}

#[test]
fn takes_pixels_from_a_clipboard() {
    let pixels = screenshot();
    let picture = Picture::from_rgba(500, 400, pixels.into_raw()).unwrap();
    assert_eq!(page::texts_in(&picture), [KEY]);
    let from_rgba = |width, height, bytes| Picture::from_rgba(width, height, vec![0; bytes]);
    assert_eq!(from_rgba(0, 5, 0).unwrap_err(), PictureError::Empty);
    assert_eq!(from_rgba(2, 2, 15).unwrap_err(), PictureError::Damaged);
    assert_eq!(
        from_rgba(u32::MAX, u32::MAX, 4).unwrap_err(),
        PictureError::TooLarge {
            width: u32::MAX,
            height: u32::MAX
        }
    );
}

#[test]
fn keeps_pixels_as_they_are() {
    let dots = RgbaImage::from_fn(3, 2, |x, y| Rgba([x as u8, y as u8, 7, 100 + x as u8]));
    let picture = Picture::decode(&file(&dots, ImageFormat::Png), &Limits::default()).unwrap();
    assert_eq!(picture, Picture::from_rgba(3, 2, dots.into_raw()).unwrap());
}

#[test]
fn lists_every_error_id() {
    let errors = [
        PictureError::Empty,
        PictureError::NotAPicture,
        PictureError::FormatUnsupported { format: "HEIC" },
        PictureError::Truncated,
        PictureError::TooLarge {
            width: 1,
            height: 1,
        },
        PictureError::TooManyBytes { max_bytes: 1 },
        PictureError::FileTooLarge { max_bytes: 1 },
        PictureError::Damaged,
        PictureError::CodeCutOff,
        PictureError::CodeTooSmall,
        PictureError::CodeTooBlurry,
        PictureError::CodeUnclear,
    ];
    let too_long = keytick_qr::EncodeError::TextTooLong { bytes: 1 };
    let ids: Vec<&str> = errors
        .iter()
        .map(PictureError::id)
        .chain([too_long.id()])
        .collect();
    assert_eq!(ids, ERROR_IDS);
}
