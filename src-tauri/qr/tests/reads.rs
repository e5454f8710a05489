//! Which codes are found on which pictures.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod page;

use image::{GrayImage, Rgba, RgbaImage, imageops};
use keytick_qr::{FoundCode, encode};
use page::{code, inverted, page, paste, picture, read, texts, texts_in, white_page};

const KEY: &str = "otpauth://totp/Example:ada@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example";

#[test]
fn reads_a_code_on_a_screenshot_and_says_where() {
    let mut screenshot = white_page(1280, 800);
    // 37 modules and a border of 4, 5 pixels each.
    assert_eq!(encode(KEY).unwrap().size(), 37);
    paste(&mut screenshot, &code(KEY, 5.0), 600, 300);
    let codes = read(&picture(screenshot));
    assert_eq!(codes.len(), 1);
    assert_eq!(*codes[0].text, KEY);
    check_corners(
        &codes[0],
        [
            [620.0, 320.0],
            [805.0, 320.0],
            [805.0, 505.0],
            [620.0, 505.0],
        ],
    );
}

fn check_corners(code: &FoundCode, expected: [[f32; 2]; 4]) {
    for (found, expected) in code.corners.iter().zip(expected) {
        let is_near = (found[0] - expected[0]).abs() < 3.0 && (found[1] - expected[1]).abs() < 3.0;
        assert!(is_near, "{:?} is not {expected:?}", code.corners);
    }
}

#[test]
fn says_where_in_the_picture_even_if_found_in_another_size_or_part() {
    // 1.5 pixels a module: found when doubled.
    let mut screenshot = white_page(640, 480);
    paste(&mut screenshot, &code(KEY, 1.5), 200, 100);
    let codes = read(&picture(screenshot));
    assert_eq!(codes.len(), 1);
    check_corners(
        &codes[0],
        [
            [206.0, 106.0],
            [261.5, 106.0],
            [261.5, 161.5],
            [206.0, 161.5],
        ],
    );

    // No border at all: found with a frame.
    let full = code(KEY, 4.0);
    let cut = imageops::crop_imm(&full, 16, 16, 148, 148).to_image();
    let codes = read(&picture(image::DynamicImage::from(cut).to_rgba8()));
    assert_eq!(codes.len(), 1);
    check_corners(
        &codes[0],
        [[0.0, 0.0], [148.0, 0.0], [148.0, 148.0], [0.0, 148.0]],
    );
}

#[test]
fn gives_several_codes_in_reading_order() {
    let mut screenshot = white_page(1920, 1080);
    paste(&mut screenshot, &code("third", 6.0), 900, 700);
    paste(&mut screenshot, &code("second", 4.0), 1200, 180);
    paste(&mut screenshot, &code("first", 5.0), 100, 200);
    assert_eq!(texts(screenshot), ["first", "second", "third"]);
}

#[test]
fn gives_a_code_that_stands_in_two_places_twice() {
    let mut screenshot = white_page(800, 400);
    paste(&mut screenshot, &code(KEY, 4.0), 20, 100);
    paste(&mut screenshot, &code(KEY, 4.0), 420, 100);
    assert_eq!(texts(screenshot), [KEY, KEY]);
}

#[test]
fn reads_light_on_dark_beside_dark_on_light() {
    let mut screenshot = page(1280, 800, [24, 26, 30], [210; 3]);
    paste(
        &mut screenshot,
        &inverted(&code("light on dark", 4.0)),
        100,
        200,
    );
    paste(&mut screenshot, &code("dark on light", 4.0), 600, 200);
    assert_eq!(texts(screenshot), ["light on dark", "dark on light"]);
}

/// Ink on nothing: what is behind the ink is transparent and, in the file, black.
fn ink_on_nothing(code: &GrayImage, ink: u8) -> RgbaImage {
    RgbaImage::from_fn(code.width(), code.height(), |x, y| {
        let opacity = 255 - code.get_pixel(x, y).0[0];
        Rgba(if opacity == 0 {
            [0; 4]
        } else {
            [ink, ink, ink, opacity]
        })
    })
}

#[test]
fn reads_black_and_white_ink_on_nothing() {
    let black = ink_on_nothing(&code(KEY, 4.0), 0);
    assert_eq!(texts(black), [KEY]);
    let white = ink_on_nothing(&code(KEY, 4.0), 255);
    assert_eq!(texts(white), [KEY]);
}

#[test]
fn reads_turned_and_mirrored_codes() {
    let mut screenshot = white_page(700, 500);
    paste(&mut screenshot, &code(KEY, 5.0), 200, 100);
    assert_eq!(texts(imageops::rotate90(&screenshot)), [KEY]);
    assert_eq!(texts(imageops::rotate180(&screenshot)), [KEY]);
    assert_eq!(texts(imageops::flip_horizontal(&screenshot)), [KEY]);
}

#[test]
fn reads_modules_of_less_than_two_pixels() {
    for pixels in [1.0, 1.5, 1.75, 2.0, 2.5, 3.25] {
        let mut screenshot = white_page(900, 600);
        paste(&mut screenshot, &code(KEY, pixels), 301, 203);
        assert_eq!(texts(screenshot), [KEY], "{pixels} pixels a module");
    }
}

#[test]
fn reads_the_largest_code_there_is() {
    let text: String = ('a'..='z').cycle().take(2_331).collect();
    assert_eq!(encode(&text).unwrap().size(), 177);
    for pixels in [2.0, 5.0] {
        let side = (185.0 * pixels) as u32 + 40;
        let mut screenshot = white_page(side, side);
        paste(&mut screenshot, &code(&text, pixels), 20, 20);
        assert!(
            texts(screenshot) == [text.as_str()],
            "{pixels} pixels a module"
        );
    }
}

#[test]
fn reads_faint_codes() {
    let mut faint = code(KEY, 4.0);
    for pixel in faint.pixels_mut() {
        pixel.0[0] = 110 + pixel.0[0] / 12;
    }
    let mut screenshot = page(800, 600, [131; 3], [60; 3]);
    paste(&mut screenshot, &faint, 200, 200);
    assert_eq!(texts(screenshot), [KEY]);
}

#[test]
fn reads_faint_codes_of_small_modules_on_a_bright_page() {
    for (pixels, ink, steps) in [(2.0, 115, 12), (3.0, 125, 9), (4.0, 60, 10)] {
        let mut faint = code(KEY, pixels);
        for pixel in faint.pixels_mut() {
            pixel.0[0] = ink + pixel.0[0] / steps;
        }
        let mut screenshot = white_page(800, 600);
        paste(&mut screenshot, &faint, 200, 200);
        assert_eq!(texts(screenshot), [KEY], "{pixels} pixels a module");
    }
}

#[test]
fn reads_a_code_that_fills_a_large_picture() {
    // As photographed from a screen: each module 24 pixels, parted by dark lines.
    let large = code("from a screen", 24.0);
    let mut screenshot = RgbaImage::new(large.width(), large.height());
    paste(&mut screenshot, &large, 0, 0);
    for (x, y, pixel) in screenshot.enumerate_pixels_mut() {
        if x % 5 == 0 || y % 5 == 0 {
            *pixel = Rgba([0, 0, 0, 255]);
        }
    }
    assert_eq!(texts(screenshot), ["from a screen"]);
}

#[test]
fn finds_nothing_where_nothing_is() {
    assert_eq!(texts(white_page(1280, 800)), [""; 0]);
    for (width, height) in [(1, 1), (1, 500), (500, 1), (3, 2), (7, 7), (39, 41)] {
        let flat = RgbaImage::from_pixel(width, height, Rgba([9, 9, 9, 255]));
        assert_eq!(texts(flat), [""; 0], "{width} x {height}");
    }
    assert_eq!(texts(RgbaImage::new(64, 64)), [""; 0]);
}

#[test]
fn reads_texts_of_any_script() {
    for text in [
        "Zoë & Çağrı <münchen>",
        "日本語のテキスト",
        "пароль",
        "🔑",
        "a\u{301}",
        "\\~ 100 %",
    ] {
        let picture = picture(image::DynamicImage::from(code(text, 4.0)).to_rgba8());
        assert_eq!(texts_in(&picture), [text]);
    }
}

/// Codes of other makers, which store text as Latin-1 or Shift JIS.
#[test]
fn reads_texts_that_are_not_utf8() {
    let check = |bytes: &[u8], text: &str| {
        let code = qrcode_of_bytes(bytes);
        assert_eq!(texts(code), [text]);
    };
    check(b"Caf\xe9 M\xfcller", "Café Müller");
    check(b"\x93\xfa\x96\x7b\x8c\xea", "日本語");
}

fn qrcode_of_bytes(bytes: &[u8]) -> RgbaImage {
    let mut bits = qrcode::bits::Bits::new(qrcode::Version::Normal(3));
    bits.push_byte_data(bytes).unwrap();
    bits.push_terminator(qrcode::EcLevel::M).unwrap();
    let code = qrcode::QrCode::with_bits(bits, qrcode::EcLevel::M).unwrap();
    let side = (code.width() as u32 + 8) * 4;
    RgbaImage::from_fn(side, side, |x, y| {
        let module = |at: u32| {
            (at as usize / 4)
                .checked_sub(4)
                .filter(|at| *at < code.width())
        };
        let is_dark = match (module(x), module(y)) {
            (Some(x), Some(y)) => code[(x, y)] == qrcode::Color::Dark,
            _ => false,
        };
        Rgba(if is_dark { [0, 0, 0, 255] } else { [255; 4] })
    })
}
