//! Codes whose finder patterns the usual search does not see, what is told of
//! those that cannot be read, and looking again at a part.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod page;

use std::time::Duration;

use image::{GrayImage, Luma, Rgba, RgbaImage, imageops};
use keytick_qr::{
    FoundCode, Picture, PictureError, Reading, Watch, encode, read_and_tell, read_region,
};
use page::{code, page, paste, picture, white_page};

const KEY: &str = "otpauth://totp/Example:ada@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example";

/// Without a limit of time, which a busy machine would break.
fn look(picture: &Picture) -> Reading {
    let mut nobody = |_: &FoundCode, _: &str| ();
    let watch = Watch {
        soft_limit: Duration::from_secs(60),
        hard_limit: Duration::from_secs(60),
        ..Watch::new(&|| false, &mut nobody)
    };
    read_and_tell(picture, watch)
}

fn check(page: RgbaImage) {
    let reading = look(&picture(page));
    let texts: Vec<&str> = reading
        .codes
        .iter()
        .map(|code| code.text.as_str())
        .collect();
    assert_eq!(texts, [KEY]);
    assert_eq!(reading.unread, []);
}

fn check_nothing(page: RgbaImage, reason: Option<PictureError>) {
    let reading = look(&picture(page));
    assert_eq!(reading.codes, []);
    assert_eq!(reading.why_nothing(), reason);
}

/// The code alone, without its border of four modules.
fn without_border(pixels: u32) -> GrayImage {
    let full = code(KEY, pixels as f32);
    let side = full.width() - 8 * pixels;
    imageops::crop_imm(&full, 4 * pixels, 4 * pixels, side, side).to_image()
}

#[test]
fn reads_a_code_without_a_border_on_a_dark_panel() {
    let mut screenshot = page(900, 600, [20, 20, 24], [210; 3]);
    let code = without_border(4);
    let panel = RgbaImage::from_pixel(code.width() + 60, code.height() + 60, Rgba([0, 0, 0, 255]));
    imageops::replace(&mut screenshot, &panel, 370, 170);
    paste(&mut screenshot, &code, 400, 200);
    check(screenshot);
}

#[test]
fn reads_a_code_without_a_border_on_noise() {
    let mut state = 7_u32;
    let mut noise = RgbaImage::from_fn(640, 480, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [red, green, blue, _] = state.to_be_bytes();
        Rgba([red, green, blue, 255])
    });
    paste(&mut noise, &without_border(4), 200, 100);
    check(noise);
}

/// Every module in those two colours.
fn coloured(code: &GrayImage, ink: [u8; 3], paper: [u8; 3]) -> RgbaImage {
    let opaque = |[red, green, blue]: [u8; 3]| Rgba([red, green, blue, 255]);
    RgbaImage::from_fn(code.width(), code.height(), |x, y| {
        opaque(if code.get_pixel(x, y).0[0] == 0 {
            ink
        } else {
            paper
        })
    })
}

#[test]
fn reads_colours_of_the_same_brightness() {
    for (ink, paper) in [
        ([200, 80, 40], [60, 115, 220]),
        ([40, 150, 40], [150, 95, 150]),
    ] {
        let mut screenshot = white_page(640, 480);
        let code = coloured(&code(KEY, 4.0), ink, paper);
        imageops::replace(&mut screenshot, &code, 200, 100);
        check(screenshot);
    }
}

/// Every module a dot.
fn dotted(pixels: u32) -> GrayImage {
    let matrix = code(KEY, 1.0);
    GrayImage::from_fn(matrix.width() * pixels, matrix.height() * pixels, |x, y| {
        let from_middle = |at: u32| (at % pixels) as f32 + 0.5 - pixels as f32 / 2.0;
        let is_dot = from_middle(x).hypot(from_middle(y)) < 0.45 * pixels as f32;
        let is_dark = is_dot && matrix.get_pixel(x / pixels, y / pixels).0[0] == 0;
        Luma([if is_dark { 0 } else { 255 }])
    })
}

#[test]
fn reads_a_code_of_dots() {
    for pixels in [6, 12] {
        let mut screenshot = white_page(900, 700);
        paste(&mut screenshot, &dotted(pixels), 100, 50);
        check(screenshot);
    }
}

#[test]
fn reads_a_code_of_which_one_corner_is_covered() {
    let mut screenshot = white_page(640, 480);
    let mut code = code(KEY, 4.0);
    let side = code.width();
    let badge = GrayImage::from_pixel(36, 36, Luma([128]));
    imageops::replace(&mut code, &badge, i64::from(side) - 50, 10);
    paste(&mut screenshot, &code, 200, 100);
    check(screenshot);
}

#[test]
fn tells_why_nothing_was_read() {
    check_nothing(white_page(640, 480), None);

    let whole = code(KEY, 4.0);
    let mut cut_off = white_page(400, 300);
    let right = imageops::crop_imm(&whole, 0, 0, 100, whole.height()).to_image();
    paste(&mut cut_off, &right, 300, 60);
    check_nothing(cut_off, Some(PictureError::CodeCutOff));

    // Blurred more and more, until it is too much.
    let too_blurry = (20..40).find_map(|tenths| {
        let mut blurry = white_page(640, 480);
        let blurred = imageops::blur(&whole, tenths as f32 / 10.0);
        paste(&mut blurry, &blurred, 200, 100);
        look(&picture(blurry)).why_nothing()
    });
    assert_eq!(too_blurry, Some(PictureError::CodeTooBlurry));

    let mut covered = whole;
    let patch = GrayImage::from_pixel(90, 90, Luma([255]));
    imageops::replace(&mut covered, &patch, 55, 55);
    let mut unclear = white_page(640, 480);
    paste(&mut unclear, &covered, 200, 100);
    check_nothing(unclear, Some(PictureError::CodeUnclear));
}

#[test]
fn looks_again_at_a_part_and_says_where_in_the_whole() {
    let mut screenshot = white_page(900, 600);
    paste(&mut screenshot, &code("left", 4.0), 100, 100);
    paste(&mut screenshot, &code("right", 4.0), 600, 300);
    let picture = picture(screenshot);
    let mut nobody = |_: &FoundCode, _: &str| ();
    let watch = Watch::new(&|| false, &mut nobody);
    let reading = read_region(&picture, [580, 280, 300, 300], watch);
    assert_eq!(reading.codes.len(), 1);
    assert_eq!(*reading.codes[0].text, "right");
    let [x, y] = reading.codes[0].corners[0];
    assert!(
        (x - 616.0).abs() < 2.0 && (y - 316.0).abs() < 2.0,
        "{x}, {y}"
    );

    let watch = Watch::new(&|| false, &mut nobody);
    let outside = read_region(&picture, [900, 0, 10, 10], watch);
    assert_eq!(outside.codes, []);
}

#[test]
fn tells_of_each_code_at_once_and_stops_at_will() {
    let mut screenshot = white_page(900, 600);
    paste(&mut screenshot, &code("one", 4.0), 100, 100);
    paste(&mut screenshot, &code("two", 4.0), 600, 300);
    let picture = picture(screenshot);
    let mut told = Vec::new();
    let mut found = |code: &FoundCode, stage: &str| {
        told.push((code.text.to_string(), stage.to_owned()));
    };
    read_and_tell(&picture, Watch::new(&|| false, &mut found));
    told.sort();
    let expected = ["one", "two"].map(|text| (text.to_owned(), "full".to_owned()));
    assert_eq!(told, expected);

    let stopped = read_and_tell(&picture, Watch::new(&|| true, &mut |_, _| ()));
    assert_eq!(stopped.codes, []);
}

#[test]
fn sees_the_largest_code_without_a_border() {
    let text = "x".repeat(2_900);
    assert_eq!(encode(&text).unwrap().size(), 177);
    let full = code(&text, 3.0);
    let side = full.width() - 24;
    let code = imageops::crop_imm(&full, 12, 12, side, side).to_image();
    let mut screenshot = page(1000, 800, [0; 3], [0; 3]);
    paste(&mut screenshot, &code, 200, 100);
    let reading = look(&picture(screenshot));
    assert_eq!(reading.codes.len(), 1);
    assert_eq!(*reading.codes[0].text, text);
}
