//! Codes in other colours than black on white.

use image::{Rgba, RgbaImage};

use crate::Size;
use crate::brief::{Brief, Shot};
use crate::code::Look;
use crate::page::{Around, Card};
use crate::paint::{Color, luma, mixed};
use crate::scene::Scene;
use crate::wear;

/// No card of its own: the page's dark colour is the dark of the code.
pub(super) fn inverted(brief: &mut Brief) -> Shot {
    let screen = brief.screen();
    let theme = brief.dark_theme();
    let module = brief.range((3.0, 6.0), (1.8, 2.5));
    let hard = brief.is_hard();
    let look = Look {
        ink: theme.ink,
        paper: Some(theme.paper),
        sharp: !hard,
        quiet: if hard { 2.0 } else { 4.0 },
        ..Look::plain(if hard { module } else { module.round() })
    };
    let mut card = brief.card(look);
    card.around = Around::Page;
    Shot::png(brief.desktop(screen, theme, vec![card]))
}

const BRANDS: [(Color, Color); 10] = [
    ([88, 101, 242], [255, 255, 255]),
    ([240, 63, 86], [255, 255, 255]),
    ([0, 97, 254], [247, 245, 242]),
    ([30, 215, 96], [18, 18, 18]),
    ([255, 102, 0], [255, 255, 255]),
    ([97, 61, 193], [240, 235, 252]),
    ([255, 255, 255], [88, 101, 242]),
    ([25, 55, 109], [165, 215, 232]),
    ([255, 214, 0], [38, 50, 56]),
    ([120, 0, 22], [247, 208, 112]),
];

pub(super) fn brand(brief: &mut Brief) -> Shot {
    let (ink, paper) = *brief.random.pick(&BRANDS);
    let module = brief.range((3.0, 6.0), (1.9, 2.6));
    let sharp = !brief.is_hard();
    let scene = brief.desktop_with(|_, _, _| Look {
        ink,
        paper: Some(paper),
        sharp,
        ..Look::plain(if sharp { module.round() } else { module })
    });
    Shot::png(scene)
}

/// Ink and paper this many steps of grey apart, with a tint.
pub(super) fn low_contrast(brief: &mut Brief) -> Shot {
    let step = brief.range((26.0, 56.0), (14.0, 26.0));
    let base = brief.random.between(30.0, 225.0 - step);
    let tint: [f32; 3] = std::array::from_fn(|_| brief.random.between(-12.0, 12.0));
    let grey = |light: f32| tint.map(|tint| (light + tint).clamp(0.0, 255.0) as u8);
    let (mut ink, mut paper) = (grey(base), grey(base + step));
    if brief.random.chance(0.3) {
        std::mem::swap(&mut ink, &mut paper);
    }
    let module = brief.range((3.0, 6.0), (3.0, 5.0)).round();
    let scene = brief.desktop_with(|_, _, _| Look {
        ink,
        paper: Some(paper),
        ..Look::plain(module)
    });
    Shot::png(scene)
}

/// Red on green, blue on orange: a grey picture of it shows nearly nothing.
pub(super) fn equal_luma(brief: &mut Brief) -> Shot {
    let (ink, paper) = *brief.random.pick(&[
        ([200, 60, 60], [40, 140, 60]),
        ([40, 90, 220], [170, 80, 30]),
        ([190, 70, 160], [60, 130, 130]),
        ([230, 90, 30], [70, 130, 240]),
        ([150, 60, 200], [90, 120, 40]),
    ]);
    let wanted = brief.range((8.0, 20.0), (1.0, 8.0));
    let paper = with_luma(paper, luma(ink) + wanted);
    let module = brief.range((3.0, 6.0), (3.0, 4.0)).round();
    let scene = brief.desktop_with(|_, _, _| Look {
        ink,
        paper: Some(paper),
        ..Look::plain(module)
    });
    Shot::png(scene)
}

/// The colour made lighter or darker until it is about as light as asked.
fn with_luma(color: Color, wanted: f32) -> Color {
    let by = wanted - luma(color);
    color.map(|channel| (f32::from(channel) + by).clamp(0.0, 255.0) as u8)
}

pub(super) fn gradient(brief: &mut Brief) -> Shot {
    let colors: [Color; 6] = [
        [131, 58, 180],
        [253, 29, 29],
        [17, 94, 163],
        [5, 117, 70],
        [180, 60, 20],
        [30, 30, 60],
    ];
    let (from, to) = (*brief.random.pick(&colors), *brief.random.pick(&colors));
    let lighter = brief.range((0.0, 0.15), (0.2, 0.4));
    let pale = |color| mixed(color, [255; 3], lighter);
    let module = brief.range((3.0, 6.0), (2.0, 3.0)).round();
    let scene = brief.desktop_with(|_, _, _| Look {
        ink: pale(from),
        ink_below: Some(pale(to)),
        ..Look::plain(module)
    });
    Shot::png(scene)
}

pub(super) fn night_light(brief: &mut Brief) -> Shot {
    let strength = brief.range((0.3, 0.9), (0.9, 1.0));
    let hard = brief.is_hard();
    let scene = brief.desktop_with(|brief, scale, _| {
        let (ink, paper) = match hard {
            true => ([70, 30, 120], [150, 140, 200]),
            false => ([0; 3], [255; 3]),
        };
        Look {
            ink,
            paper: Some(paper),
            ..Look::plain(brief.module(scale))
        }
    });
    Shot::png(scene.recolored(|color| wear::night_light(color, strength)))
}

pub(super) fn hdr(brief: &mut Brief) -> Shot {
    let black = brief.range((60.0, 120.0), (150.0, 190.0));
    let white = match brief.random.chance(0.5) {
        true => brief.random.between(215.0, 235.0),
        false => brief.random.between(255.0, 330.0),
    };
    let scene = brief.desktop_with(|brief, scale, _| Look::plain(brief.module(scale)));
    Shot::png(scene.recolored(|color| wear::washed_out(color, black, white)))
}

/// A picture of the code alone: its ink opaque, all else transparent, which is
/// black or white in the file's colours.
pub(super) fn alpha(brief: &mut Brief) -> Shot {
    let module = brief.range((3.0, 8.0), (1.9, 2.6));
    let light_ink = brief.random.chance(0.4);
    let below = if brief.random.chance(0.7) { 0 } else { 255 };
    let look = Look {
        ink: if light_ink { [255; 3] } else { [0; 3] },
        paper: None,
        sharp: brief.random.chance(0.5),
        quiet: if brief.is_hard() { 1.0 } else { 4.0 },
        ..Look::plain(module.round())
    };
    let text = brief.account();
    let modules = crate::code::Modules::of(&text, look.level);
    let margin = brief.random.whole(0, 30);
    let side = look.side(&modules).ceil() as u32 + 2 * margin;
    let (width, height) = match brief.size {
        Size::Full if brief.random.chance(0.3) => (side.max(900), side.max(600)),
        _ => (side, side),
    };
    let mut image = RgbaImage::from_pixel(width, height, Rgba([below, below, below, 0]));
    let at = margin as f32;
    let corners = look.draw(&mut image, &modules, at, at);
    Shot::png(Scene {
        image,
        codes: vec![crate::Code {
            text,
            corners,
            module: look.module,
            modules: modules.side(),
        }],
    })
}

/// Used by the mixtures too.
pub(super) fn on_panel(card: Card, panel: Color, modules: f32) -> Card {
    Card {
        around: Around::Panel(panel, modules),
        ..card
    }
}
