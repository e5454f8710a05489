//! No input makes anything panic or hang.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod page;

use std::time::{Duration, Instant};

use image::{ImageFormat, Rgba, RgbaImage};
use keytick_qr::{Limits, Picture, encode, pixelated_png, read};
use page::{code, file, paste, picture, white_page};
use proptest::prelude::*;

fn try_everything(bytes: &[u8]) {
    if let Ok(picture) = Picture::decode(bytes, &Limits::default()) {
        let codes = read(&picture);
        pixelated_png(&picture, &codes, 200);
    }
}

/// A small file of each format, with a code in it.
fn seeds() -> Vec<Vec<u8>> {
    let mut screenshot = white_page(160, 140);
    paste(&mut screenshot, &code("seed", 3.0), 30, 30);
    use ImageFormat::{Bmp, Gif, Jpeg, Png, Tiff, WebP};
    let formats = [Png, Jpeg, WebP, Gif, Bmp, Tiff];
    formats
        .iter()
        .map(|format| file(&screenshot, *format))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        try_everything(&bytes);
    }

    #[test]
    fn any_bytes_after_a_true_beginning(
        seed in 0..6_usize,
        keep in 0..200_usize,
        bytes in proptest::collection::vec(any::<u8>(), 0..500),
    ) {
        let seed = &seeds()[seed];
        try_everything(&[&seed[..keep.min(seed.len())], &bytes].concat());
    }

    #[test]
    fn a_picture_with_bytes_changed(
        seed in 0..6_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = seeds()[seed].clone();
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        try_everything(&bytes);
    }

    #[test]
    fn any_pixels(width in 1..90_u32, height in 1..90_u32, seed in any::<u64>()) {
        let mut state = seed | 1;
        let pixels = (0..width * height * 4).map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            if state >> 63 == 0 { 0 } else { (state >> 33) as u8 }
        });
        let picture = Picture::from_rgba(width, height, pixels.collect()).unwrap();
        read(&picture);
    }

    #[test]
    fn any_text_is_read_back(text in "\\PC{1,80}") {
        let png = encode(&text).unwrap().to_png(4);
        let codes = read(&Picture::decode(&png, &Limits::default()).unwrap());
        prop_assert_eq!(codes.len(), 1);
        prop_assert_eq!(&**codes[0].text, text.as_str());
    }
}

/// The bound is many times what it takes: it tells a hang, not a slow machine.
fn check_ends(name: &str, page: RgbaImage) {
    let picture = picture(page);
    let started = Instant::now();
    let codes = read(&picture).len();
    let time = started.elapsed();
    println!("{name}: {codes} codes in {time:.0?}");
    assert!(time < Duration::from_secs(20), "{name}: {time:?}");
}

#[test]
fn pictures_made_to_be_slow_come_to_an_end() {
    let finder = |x: u32, y: u32| {
        let ring = (x % 9).abs_diff(4).max((y % 9).abs_diff(4));
        if matches!(ring, 2 | 4) { 255 } else { 0 }
    };
    let grey = |grey: u8| Rgba([grey, grey, grey, 255]);
    check_ends(
        "finders all over",
        RgbaImage::from_fn(4000, 3000, |x, y| grey(finder(x, y))),
    );
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    check_ends(
        "noise",
        RgbaImage::from_fn(4000, 3000, |_, _| grey(noise())),
    );
    check_ends("coarse noise", {
        let small = RgbaImage::from_fn(1000, 750, |_, _| grey(noise()));
        image::imageops::resize(&small, 4000, 3000, image::imageops::FilterType::Nearest)
    });
    check_ends(
        "rings",
        RgbaImage::from_fn(3000, 3000, |x, y| {
            grey(if x.abs_diff(1500).max(y.abs_diff(1500)) % 40 < 20 {
                0
            } else {
                255
            })
        }),
    );
    check_ends(
        "stripes",
        RgbaImage::from_fn(16_384, 700, |x, _| grey(if x % 2 == 0 { 0 } else { 255 })),
    );
}
