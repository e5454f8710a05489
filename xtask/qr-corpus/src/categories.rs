//! The table of all kinds of pictures. A new kind is a function and a row.

mod colours;
mod layouts;
mod negatives;
mod photos;
mod sizes;
mod styles;
mod wears;

use crate::Category;
use crate::Level::{self, Hard, Negative, Normal};
use crate::brief::{Brief, Shot};

const BOTH: &[Level] = &[Normal, Hard];
const ONLY_NORMAL: &[Level] = &[Normal];
const ONLY_HARD: &[Level] = &[Hard];
const NONE: &[Level] = &[Negative];

const fn row(
    name: &'static str,
    levels: &'static [Level],
    draw: fn(&mut Brief) -> Shot,
    about: &'static str,
) -> Category {
    Category {
        name,
        about,
        levels,
        draw,
    }
}

/// Every kind of picture, in the order of the tables.
#[rustfmt::skip]
pub static CATEGORIES: &[Category] = &[
    row("light", ONLY_NORMAL, layouts::light, "a site's settings page, black on white"),
    row("dark", ONLY_NORMAL, layouts::dark, "a dark page with the code on a white card"),
    row("inverted", BOTH, colours::inverted, "a light code straight on a dark page"),
    row("multi", BOTH, layouts::multi, "several codes on one page, some of no account"),
    row("migration", BOTH, layouts::migration, "an export code of an app, one part or several"),
    row("monitors", ONLY_NORMAL, layouts::monitors, "two or three screens in one screenshot"),
    row("hidpi", ONLY_NORMAL, layouts::hidpi, "a 4K screen at twice the usual scale"),
    row("phone-screen", ONLY_NORMAL, layouts::phone_screen, "a phone's own screenshot, upright"),
    row("snippet", ONLY_NORMAL, layouts::snippet, "only the code's surroundings, cut out"),
    row("terminal", BOTH, layouts::terminal, "a code of block letters in a terminal"),
    row("turned", BOTH, layouts::turned, "a picture that lies on its side"),
    row("small", BOTH, sizes::small, "a code of few pixels a module"),
    row("fractional", BOTH, sizes::fractional, "a display scaled by 125 to 175 %"),
    row("email", BOTH, sizes::email, "a mail program that shrinks pictures to its column"),
    row("pdf", BOTH, sizes::pdf, "a document in a viewer at some zoom, smooth edges"),
    row("thumbnail", BOTH, sizes::thumbnail, "a screenshot shrunk by a chat"),
    row("huge", ONLY_NORMAL, sizes::huge, "a code shown as large as the screen"),
    row("brand", BOTH, colours::brand, "ink in the colours of a brand, on tinted paper"),
    row("low-contrast", BOTH, colours::low_contrast, "a faded code: grey on a little lighter grey"),
    row("equal-luma", BOTH, colours::equal_luma, "ink and paper of one lightness and two colours"),
    row("gradient", BOTH, colours::gradient, "ink that changes its colour on the way"),
    row("night-light", BOTH, colours::night_light, "a screenshot tinted for the evening"),
    row("hdr", BOTH, colours::hdr, "an HDR screen, caught washed out"),
    row("alpha", BOTH, colours::alpha, "a code on nothing: transparent between the modules"),
    row("styled", BOTH, styles::styled, "dots, bars or round modules"),
    row("finders", BOTH, styles::finders, "round finder patterns"),
    row("logo", BOTH, styles::logo, "a mark in the middle"),
    row("no-quiet", BOTH, styles::no_quiet, "no light border, on a panel of another colour"),
    row("noise-edge", BOTH, styles::noise_edge, "no light border, straight on noise or a photo"),
    row("subpixel-text", BOTH, styles::text_over, "text with coloured edges over the code"),
    row("watermark", BOTH, styles::watermark, "a slanted watermark over everything"),
    row("covered", BOTH, styles::covered, "a pointer, a tooltip or a badge over a part"),
    row("jpeg", BOTH, wears::jpeg, "saved as JPEG"),
    row("webp", BOTH, wears::webp, "blocks of lossy WebP"),
    row("resaved", BOTH, wears::resaved, "scaled and saved as JPEG more than once"),
    row("gif", ONLY_NORMAL, wears::gif, "256 colours"),
    row("recording", BOTH, wears::recording, "a frame of a screen recording"),
    row("video-call", BOTH, wears::video_call, "a screen that is shared in a call"),
    row("photo", BOTH, photos::photo, "a phone's photo of a screen, slanted"),
    row("moire", BOTH, photos::moire, "a photo close to a screen, whose grid is seen"),
    row("paper", BOTH, photos::paper, "a photo of a printed sheet under a lamp"),
    row("camera", BOTH, photos::camera, "a webcam's small, noisy picture"),
    row("mixed", BOTH, wears::mixed, "several of these at once"),
    row("noise-only", ONLY_HARD, photos::grainy, "a dark picture full of grain"),
    row("no-code-page", NONE, negatives::page, "a page of text and pictures"),
    row("no-code-table", NONE, negatives::table, "a spreadsheet"),
    row("no-code-icons", NONE, negatives::icons, "drawings of QR codes that say nothing"),
    row("no-code-other", NONE, negatives::other_codes, "bar codes of other kinds, chessboards"),
    row("no-code-broken", NONE, negatives::broken, "codes damaged beyond what correction mends"),
    row("no-code-noise", NONE, negatives::noise, "noise of several grains"),
];
