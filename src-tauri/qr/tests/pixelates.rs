//! A picture for showing holds no code that can be read.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod page;

use image::{RgbaImage, imageops};
use keytick_qr::{FoundCode, Limits, Picture, pixelated_png, read};
use page::{code, inverted, page, paste, picture, texts_of_file, white_page};

fn shown(picture: &Picture, max_side: u32) -> Vec<u8> {
    pixelated_png(picture, &read(picture), max_side)
}

fn two_codes() -> RgbaImage {
    let mut screenshot = white_page(1280, 800);
    paste(
        &mut screenshot,
        &code("left, a code of some length, so that it is larger", 6.0),
        60,
        200,
    );
    paste(&mut screenshot, &inverted(&code("right", 4.0)), 900, 300);
    screenshot
}

#[test]
fn leaves_no_code_to_read_in_any_size() {
    let picture = picture(two_codes());
    assert_eq!(read(&picture).len(), 2);
    for max_side in [4000, 1280, 900, 320, 100, 1, 0] {
        let none: [&str; 0] = [];
        assert_eq!(
            texts_of_file(&shown(&picture, max_side)),
            none,
            "{max_side}"
        );
    }
}

#[test]
fn hides_small_turned_and_dark_codes_too() {
    let mut small = white_page(640, 480);
    paste(&mut small, &code("small", 1.75), 300, 200);
    let mut dark = page(640, 480, [20; 3], [200; 3]);
    paste(&mut dark, &inverted(&code("dark", 5.0)), 300, 100);
    for screenshot in [small, dark] {
        for turned in [
            imageops::rotate90(&screenshot),
            imageops::rotate180(&screenshot),
            screenshot,
        ] {
            let picture = picture(turned);
            assert_eq!(read(&picture).len(), 1);
            assert_eq!(texts_of_file(&shown(&picture, 640)).len(), 0);
        }
    }
}

#[test]
fn changes_nothing_but_the_code() {
    let screenshot = two_codes();
    let png = shown(&picture(screenshot.clone()), 2000);
    let shown = image::load_from_memory(&png).unwrap().into_rgba8();
    assert_eq!(shown.dimensions(), (1280, 800));
    let changed = |left, top, width, height| {
        let part =
            |image: &RgbaImage| imageops::crop_imm(image, left, top, width, height).to_image();
        part(&screenshot) != part(&shown)
    };
    assert!(changed(84, 224, 10, 10));
    assert!(!changed(0, 0, 1280, 190));
    assert!(!changed(420, 190, 450, 610));
}

#[test]
fn scales_to_the_longer_side() {
    let size = |width, height, max_side| {
        let png = pixelated_png(&picture(white_page(width, height)), &[], max_side);
        let picture = Picture::decode(&png, &Limits::default()).unwrap();
        (picture.width(), picture.height())
    };
    assert_eq!(size(1280, 800, 640), (640, 400));
    assert_eq!(size(300, 1200, 200), (50, 200));
    assert_eq!(size(300, 200, 640), (300, 200));
    assert_eq!(size(3000, 2, 100), (100, 1));
}

#[test]
fn hides_everything_rather_than_a_place_it_cannot_tell() {
    let picture = picture(two_codes());
    let code = FoundCode {
        text: "x".to_owned().into(),
        corners: [
            [f32::NAN, 0.0],
            [f32::INFINITY, 0.0],
            [9.0, 9.0],
            [0.0, 9.0],
        ],
    };
    assert_eq!(
        texts_of_file(&pixelated_png(&picture, &[code], 1280)).len(),
        0
    );
}
