//! What kind of file some bytes are, by their content alone: names lie.

use image::ImageFormat;

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A picture that can be read here.
    Readable(ImageFormat),
    /// A picture or page that cannot be read here, by its common name.
    Named(&'static str),
    /// No picture that is known here.
    Unknown,
}

type Test = fn(&[u8]) -> bool;

/// The first row whose test holds decides.
const KINDS: &[(Kind, Test)] = &[
    (Kind::Readable(ImageFormat::Png), |b| {
        b.starts_with(b"\x89PNG\r\n\x1a\n")
    }),
    (Kind::Readable(ImageFormat::Jpeg), |b| {
        b.starts_with(b"\xff\xd8\xff")
    }),
    (Kind::Readable(ImageFormat::Gif), |b| {
        b.starts_with(b"GIF87a") || b.starts_with(b"GIF89a")
    }),
    (Kind::Readable(ImageFormat::WebP), |b| {
        b.starts_with(b"RIFF") && at(b, 8, b"WEBP")
    }),
    (Kind::Readable(ImageFormat::Tiff), |b| {
        b.starts_with(b"II*\0") || b.starts_with(b"MM\0*")
    }),
    (Kind::Readable(ImageFormat::Bmp), is_bmp),
    (Kind::Named("AVIF"), |b| {
        brands(b).any(|brand| matches!(brand, b"avif" | b"avis"))
    }),
    (Kind::Named("HEIC"), |b| {
        brands(b).any(|brand| {
            brand.starts_with(b"hei")
                || brand.starts_with(b"hev")
                || matches!(brand, b"mif1" | b"msf1")
        })
    }),
    (Kind::Named("SVG"), is_svg),
    (Kind::Named("PDF"), |b| b.starts_with(b"%PDF-")),
    (Kind::Named("JPEG XL"), |b| {
        b.starts_with(b"\xff\x0a") || b.starts_with(b"\0\0\0\x0cJXL ")
    }),
    (Kind::Named("JPEG 2000"), |b| {
        b.starts_with(b"\0\0\0\x0cjP  ") || b.starts_with(b"\xff\x4f\xff\x51")
    }),
    (Kind::Named("PSD"), |b| b.starts_with(b"8BPS")),
    (Kind::Named("XCF"), |b| b.starts_with(b"gimp xcf")),
    (Kind::Named("ICO"), |b| {
        b.starts_with(b"\0\0\x01\0") || b.starts_with(b"\0\0\x02\0")
    }),
    (Kind::Named("ICNS"), |b| b.starts_with(b"icns")),
    (Kind::Named("QOI"), |b| b.starts_with(b"qoif")),
    (Kind::Named("OpenEXR"), |b| {
        b.starts_with(b"\x76\x2f\x31\x01")
    }),
];

/// Names the kind of file that begins with these bytes.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    KINDS
        .iter()
        .find(|(_, test)| test(bytes))
        .map_or(Kind::Unknown, |(kind, _)| *kind)
}

/// Whether these bytes begin like a picture or a page, one that can be read here or one that
/// is only known by name.
#[must_use]
pub fn is_picture(bytes: &[u8]) -> bool {
    kind(bytes) != Kind::Unknown
}

fn at(bytes: &[u8], offset: usize, expected: &[u8]) -> bool {
    bytes
        .get(offset..)
        .is_some_and(|rest| rest.starts_with(expected))
}

/// Texts begin with "BM" too; no text has a header size of a bitmap there.
fn is_bmp(bytes: &[u8]) -> bool {
    const HEADER_SIZES: [u8; 8] = [12, 16, 40, 52, 56, 64, 108, 124];
    bytes.starts_with(b"BM")
        && matches!(bytes.get(14..18), Some([size, 0, 0, 0]) if HEADER_SIZES.contains(size))
}

/// The brands of an ISO base media file (ISO/IEC 14496-12, `ftyp`): the major
/// one and the compatible ones.
fn brands(bytes: &[u8]) -> impl Iterator<Item = &[u8; 4]> {
    let is_media = at(bytes, 4, b"ftyp");
    let size = match bytes.first_chunk::<4>() {
        Some(size) if is_media => u32::from_be_bytes(*size).clamp(16, 256) as usize,
        _ => 0,
    };
    let ftyp = &bytes[..size.min(bytes.len())];
    ftyp.as_chunks::<4>().0.iter().skip(2)
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let is_markup = ["<svg", "<?xml", "<!--", "<!DOCTYPE svg"]
        .iter()
        .any(|start| head.starts_with(start));
    is_markup && head.contains("<svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_kind_by_content() {
        let check = |bytes: &[u8], expected: Kind| assert_eq!(kind(bytes), expected, "{bytes:?}");
        check(b"", Kind::Unknown);
        check(b"otpauth://totp/a?secret=JBSWY3DP", Kind::Unknown);
        check(b"BMW: remember the key of the garage", Kind::Unknown);
        check(
            b"BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0",
            Kind::Readable(ImageFormat::Bmp),
        );
        check(b"RIFF\0\0\0\0WEBPVP8 ", Kind::Readable(ImageFormat::WebP));
        check(b"RIFF\0\0\0\0WAVEfmt ", Kind::Unknown);
        check(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Kind::Named("HEIC"));
        check(
            b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicavif",
            Kind::Named("AVIF"),
        );
        check(b"\0\0\0\x18ftypisom\0\0\0\0isommp42", Kind::Unknown);
        check(
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            Kind::Named("SVG"),
        );
        check(
            b"\xef\xbb\xbf\n<?xml version=\"1.0\"?>\n<!-- a --><svg/>",
            Kind::Named("SVG"),
        );
        check(b"<!DOCTYPE html><svg/>", Kind::Unknown);
        check(b"<?xml version=\"1.0\"?><opml/>", Kind::Unknown);
        check(b"%PDF-1.7", Kind::Named("PDF"));
    }
}
