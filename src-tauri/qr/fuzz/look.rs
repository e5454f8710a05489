//! What the fuzz target and the replay of its corpus call.

use keytick_qr::{FoundCode, Limits, Picture, Watch, pixelated_png, read_and_tell, read_region};

/// Reads any bytes as a picture.
pub fn look(bytes: &[u8]) {
    let limits = Limits {
        max_side: 2_000,
        max_pixels: 100_000,
        max_bytes: 4_000_000,
        ..Limits::USUAL
    };
    if let Ok(picture) = Picture::decode(bytes, &limits) {
        see(&picture);
    }
}

/// Reads any bytes as a width, a height, and a byte of brightness a pixel. Files must be whole
/// to be pictures at all; these need not.
pub fn pixels(bytes: &[u8]) {
    if let Some(picture) = from_pixels(bytes) {
        see(&picture);
    }
}

/// Reads what a picture shows in every way there is.
fn see(picture: &Picture) {
    let mut told = 0;
    let mut found = |_: &_, _| told += 1;
    let one_thread = |watch| Watch {
        threads: 1,
        ..watch
    };
    let reading = read_and_tell(picture, one_thread(Watch::new(&|| false, &mut found)));
    assert_eq!(told, reading.codes.len(), "each code is told of once");
    pixelated_png(picture, &reading.codes, 100);
    let mut nobody = |_: &FoundCode, _: &str| ();
    let stopped = Watch {
        threads: 1,
        ..Watch::new(&|| true, &mut nobody)
    };
    read_region(picture, [1, 1, picture.width() / 2, u32::MAX], stopped);
}

/// Pixels that are missing are white.
fn from_pixels(bytes: &[u8]) -> Option<Picture> {
    let (&[width, height], brightness) = bytes.split_first_chunk()?;
    let count = usize::from(width) * usize::from(height);
    let all = brightness.iter().copied().chain(std::iter::repeat(255));
    let rgba = all.take(count).flat_map(|grey| [grey, grey, grey, 255]);
    Picture::from_rgba(width.into(), height.into(), rgba.collect()).ok()
}
