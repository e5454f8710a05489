//! Codes that are designed, have lost their border, or have things over them.

use qrcode::EcLevel;

use crate::brief::{Brief, Shot};
use crate::code::{Finder, Look, Shape};
use crate::optics;
use crate::page::{self, Around};
use crate::paint::{Area, fill, rounded, veil};
use crate::scene::Scene;
use crate::text::{Face, Pen, Smoothing};

use super::colours::on_panel;

pub(super) fn styled(brief: &mut Brief) -> Shot {
    let dot = brief.range((0.7, 0.95), (0.5, 0.65));
    let shape = *brief.random.pick(&[
        Shape::Dot(dot),
        Shape::Dot(dot),
        Shape::Rounded,
        Shape::Bars,
        Shape::Diamond,
    ]);
    let finder = match brief.is_hard() {
        true => *brief.random.pick(&[Finder::Modules, Finder::Circle]),
        false => *brief.random.pick(&[Finder::Square, Finder::Rounded]),
    };
    Shot::png(designed(brief, shape, finder, 0.0))
}

pub(super) fn finders(brief: &mut Brief) -> Shot {
    let finder = match brief.is_hard() {
        true => Finder::Circle,
        false => *brief.random.pick(&[Finder::Circle, Finder::Rounded]),
    };
    let shape = *brief
        .random
        .pick(&[Shape::Square, Shape::Rounded, Shape::Dot(0.85)]);
    Shot::png(designed(brief, shape, finder, 0.0))
}

pub(super) fn logo(brief: &mut Brief) -> Shot {
    let share = brief.range((0.15, 0.24), (0.26, 0.32));
    let shape = *brief.random.pick(&[
        Shape::Square,
        Shape::Square,
        Shape::Rounded,
        Shape::Dot(0.9),
    ]);
    Shot::png(designed(brief, shape, Finder::Square, share))
}

fn designed(brief: &mut Brief, shape: Shape, finder: Finder, logo: f32) -> Scene {
    let module = brief.range((5.0, 10.0), (4.0, 7.0));
    let ink = *brief
        .random
        .pick(&[[0; 3], [20, 40, 90], [90, 20, 60], [10, 80, 60]]);
    brief.desktop_with(|brief, _, _| Look {
        shape,
        finder,
        logo,
        ink,
        sharp: false,
        level: match logo > 0.0 {
            true => EcLevel::H,
            false => EcLevel::Q,
        },
        ..Look::plain(match brief.size {
            crate::Size::Small => module.min(4.5),
            crate::Size::Full => module,
        })
    })
}

/// Cut to its edge and put on a panel that is as dark as the ink, or on a page.
pub(super) fn no_quiet(brief: &mut Brief) -> Shot {
    let theme = brief.theme();
    let screen = brief.screen();
    let quiet = match brief.is_hard() {
        true => 0.0,
        false => *brief.random.pick(&[0.0, 0.0, 0.5, 1.0]),
    };
    let module = match brief.is_hard() {
        true => brief.random.between(2.2, 3.4),
        false => brief.module(1.0).round(),
    };
    let card = brief.card(Look {
        quiet,
        sharp: !brief.is_hard(),
        ..Look::plain(module)
    });
    let panel = match brief.is_hard() {
        true => [brief.random.whole(0, 30) as u8; 3],
        false => *brief.random.pick(&[
            [24, 26, 32],
            [45, 45, 50],
            [88, 101, 242],
            [120, 120, 120],
            [0, 0, 0],
        ]),
    };
    let around = brief.random.between(2.0, 10.0);
    let card = on_panel(card, panel, around);
    Shot::png(brief.desktop(screen, theme, vec![card]))
}

pub(super) fn noise_edge(brief: &mut Brief) -> Shot {
    let (size, scale) = brief.usual_screen();
    let theme = brief.theme();
    let mut scene = Scene::new(size.0, size.1, [128; 3]);
    let whole = Area::of(&scene.image);
    match brief.random.chance(0.5) {
        true => page::wallpaper(&mut brief.random, &mut scene, whole),
        false => page::text_page(&mut brief.random, &mut scene, whole, theme, scale),
    }
    let strength = brief.range((25.0, 50.0), (50.0, 90.0));
    optics::add_noise(&mut brief.random, &mut scene.image, strength);
    let module = brief.module(scale).max(3.0);
    let mut card = brief.card(Look {
        quiet: if brief.is_hard() { 0.0 } else { 1.0 },
        ..Look::plain(module)
    });
    card.around = Around::Page;
    page::place(&mut brief.random, &mut scene, vec![card], theme, scale);
    Shot::png(scene)
}

/// A line or two, as of a page that was scrolled while it was caught.
pub(super) fn text_over(brief: &mut Brief) -> Shot {
    let mut scene = brief.desktop_with(|brief, scale, _| Look {
        level: EcLevel::M,
        ..Look::plain(brief.module(scale).max(4.0))
    });
    let lines = brief.range((1.0, 2.0), (2.0, 3.0)).round() as u32;
    let code = scene.codes[0].clone();
    let [[left, top], _, [right, bottom], _] = code.corners;
    let size = (code.module * 2.2).max(9.0);
    for _ in 0..lines {
        let pen = Pen {
            smoothing: Smoothing::Subpixel,
            cover: brief.random.between(0.5, 0.9),
            ..Pen::new(Face::Sans, size, [190, 30, 30])
        };
        let line = page::words(&mut brief.random, 12);
        // Not over the finder patterns: below the upper two, and beside the lower.
        let from = left + 9.0 * code.module;
        let y = brief
            .random
            .between(top + 9.0 * code.module, bottom - size - 2.0 * code.module);
        let fits = ((right - from) / (size * 0.6)) as usize;
        pen.write(
            &mut scene.image,
            from,
            y,
            0.0,
            &line[..fits.min(line.len())],
        );
    }
    Shot::png(scene)
}

pub(super) fn watermark(brief: &mut Brief) -> Shot {
    let mut scene = brief.desktop_with(|brief, scale, _| Look::plain(brief.module(scale)));
    let pen = Pen {
        cover: brief.range((0.1, 0.25), (0.3, 0.45)),
        ..Pen::new(
            Face::Sans,
            brief.random.between(18.0, 40.0),
            *brief
                .random
                .pick(&[[128; 3], [220, 30, 30], [0; 3], [255; 3]]),
        )
    };
    let slope = brief.random.between(-0.6, 0.6);
    let (width, height) = (scene.image.width() as f32, scene.image.height() as f32);
    let mut y = -width * slope.abs();
    while y < height + width * slope.abs() {
        let line = "CONFIDENTIAL  ada@example.com   ".repeat((width / 300.0) as usize + 1);
        pen.write(&mut scene.image, 0.0, y, slope, &line);
        y += pen.size * 3.5;
    }
    Shot::png(scene)
}

/// Over the code's middle or its lower right, where there is no finder pattern.
pub(super) fn covered(brief: &mut Brief) -> Shot {
    let share = brief.range((0.06, 0.12), (0.14, 0.2));
    let level = match brief.is_hard() {
        true => EcLevel::H,
        false => EcLevel::M,
    };
    let mut scene = brief.desktop_with(|brief, scale, _| Look {
        level,
        ..Look::plain(brief.module(scale))
    });
    let code = scene.codes[0].clone();
    let [[left, top], _, [right, bottom], _] = code.corners;
    let (wide, high) = (right - left, bottom - top);
    let (x, y) = (
        left + wide * brief.random.between(0.4, 0.75),
        top + high * brief.random.between(0.4, 0.75),
    );
    match brief.random.whole(0, 2) {
        0 => pointer(&mut scene, x, y, wide * share * 1.3),
        1 => {
            let tip = Area::new(x - wide * share, y, wide * share * 2.0, high * share * 0.8);
            rounded(&mut scene.image, tip, 4.0, [50, 50, 54]);
            let pen = Pen::new(Face::Sans, (high * share * 0.5).max(6.0), [240; 3]);
            pen.write(&mut scene.image, tip.left + 3.0, tip.top + 2.0, 0.0, "Copy");
        }
        _ => {
            let badge = Area::new(x, y, wide * share * 1.2, high * share * 1.2);
            rounded(&mut scene.image, badge, badge.width, [220, 50, 47]);
        }
    }
    if brief.random.chance(0.3) {
        let mark = Area::new(left, top + high * 0.3, wide, high * 0.2);
        veil(&mut scene.image, mark, [60, 130, 240], 0.3);
    }
    Shot::png(scene)
}

/// An arrow: a triangle in white with a dark edge.
fn pointer(scene: &mut Scene, x: f32, y: f32, size: f32) {
    let mut step = 0.0;
    while step < size {
        let row = |inset: f32| Area::new(x + inset, y + step, step * 0.7 - 2.0 * inset, 1.0);
        fill(&mut scene.image, row(0.0), [0; 3]);
        fill(&mut scene.image, row(1.0), [255; 3]);
        step += 1.0;
    }
}
