//! Pictures without a code that can be read, many of which look as if there
//! were one.

use image::Rgba;
use qrcode::EcLevel;

use crate::Size;
use crate::brief::{Brief, Shot};
use crate::code::{Look, Modules};
use crate::file::Kind;
use crate::optics;
use crate::page;
use crate::paint::{Area, fill, frame};
use crate::scene::Scene;

pub(super) fn page(brief: &mut Brief) -> Shot {
    let screen = brief.screen();
    let theme = brief.theme();
    let mut scene = brief.desktop(screen, theme, Vec::new());
    for _ in 0..brief.random.whole(0, 3) {
        let (width, height) = (scene.image.width() as f32, scene.image.height() as f32);
        let picture = Area::new(
            brief.random.unit() * width,
            brief.random.unit() * height,
            width * 0.3,
            height * 0.3,
        );
        page::wallpaper(&mut brief.random, &mut scene, picture);
    }
    let kind = match brief.random.chance(0.3) {
        true => Kind::Jpeg(80),
        false => Kind::Png,
    };
    Shot { scene, kind }
}

pub(super) fn table(brief: &mut Brief) -> Shot {
    let ((width, height), scale) = brief.screen();
    let theme = brief.theme();
    let mut scene = Scene::new(width, height, theme.paper);
    page::table(&mut brief.random, &mut scene, theme, scale);
    Shot::png(scene)
}

/// Finder patterns with chance modules between them.
pub(super) fn icons(brief: &mut Brief) -> Shot {
    let screen = brief.screen();
    let theme = brief.theme();
    let mut scene = brief.desktop(screen, theme, Vec::new());
    let count = brief.random.whole(1, 10);
    for _ in 0..count {
        let modules = *brief.random.pick(&[11, 17, 21, 25, 29, 37]);
        let module = brief.random.whole(2, 6) as f32;
        let side = (modules + 8) as f32 * module;
        let left = (brief.random.unit() * (scene.image.width() as f32 - side)).round();
        let top = (brief.random.unit() * (scene.image.height() as f32 - side)).round();
        icon(brief, &mut scene, left, top, modules, module);
    }
    Shot::png(scene)
}

fn icon(brief: &mut Brief, scene: &mut Scene, left: f32, top: f32, modules: i32, module: f32) {
    let image = &mut scene.image;
    let side = modules as f32 * module;
    let paper = Area::new(left, top, side + 8.0 * module, side + 8.0 * module);
    fill(image, paper, [255; 3]);
    let at = |x: i32, y: i32, modules: i32| {
        Area::new(
            left + (4 + x) as f32 * module,
            top + (4 + y) as f32 * module,
            modules as f32 * module,
            modules as f32 * module,
        )
    };
    for y in 0..modules {
        for x in 0..modules {
            if brief.random.chance(0.48) {
                fill(image, at(x, y, 1), [0; 3]);
            }
        }
    }
    for (x, y) in [(0, 0), (modules - 7, 0), (0, modules - 7)] {
        fill(image, at(x - 1, y - 1, 9), [255; 3]);
        frame(image, at(x, y, 7), module, [0; 3]);
        fill(image, at(x + 2, y + 2, 3), [0; 3]);
    }
}

/// Stripes, chessboards, and squares with two solid edges (Data Matrix).
pub(super) fn other_codes(brief: &mut Brief) -> Shot {
    let screen = brief.screen();
    let theme = brief.theme();
    let mut scene = brief.desktop(screen, theme, Vec::new());
    for _ in 0..brief.random.whole(2, 8) {
        let (width, height) = (scene.image.width() as f32, scene.image.height() as f32);
        let unit = brief.random.whole(2, 6) as f32;
        let cells = brief.random.whole(10, 40);
        let left = (brief.random.unit() * (width - cells as f32 * unit)).round();
        let top = (brief.random.unit() * (height - cells as f32 * unit)).round();
        let kind = brief.random.whole(0, 2);
        let around = Area::new(left, top, cells as f32 * unit, cells as f32 * unit);
        fill(&mut scene.image, around.inset(-4.0 * unit), [255; 3]);
        for y in 0..cells {
            for x in 0..cells {
                let dark = match kind {
                    0 => (x * x * 7 + x * 3) % 5 < 2,
                    1 => (x + y) % 2 == 0,
                    _ => {
                        let edge = x == 0 || y == cells - 1;
                        let dashed = (y == 0 && x % 2 == 0) || (x == cells - 1 && y % 2 == 1);
                        edge || dashed || brief.random.chance(0.5)
                    }
                };
                if dark {
                    let cell = Area::new(left + x as f32 * unit, top + y as f32 * unit, unit, unit);
                    fill(&mut scene.image, cell, [0; 3]);
                }
            }
        }
    }
    Shot::png(scene)
}

/// Real codes with half of their modules turned, but for the finder patterns
/// and what says the format.
pub(super) fn broken(brief: &mut Brief) -> Shot {
    let ((width, height), scale) = brief.screen();
    let theme = brief.theme();
    let mut scene = page::desktop(&mut brief.random, (width, height), theme, scale);
    for _ in 0..brief.random.whole(1, 4) {
        let text = brief.account();
        let mut modules = Modules::of(&text, EcLevel::L);
        let side = modules.side();
        let share = brief.random.between(0.2, 0.5);
        let random = &mut brief.random;
        modules.spoil(|x, y| {
            let is_function = (x < 9 && (y < 9 || y > side - 9)) || (x > side - 9 && y < 9);
            !is_function && random.chance(share)
        });
        let look = Look::plain(brief.random.whole(2, 4) as f32);
        let room = |outer: u32| (outer as f32 - look.side(&modules)).max(0.0);
        let left = (brief.random.unit() * room(width)).round();
        let top = (brief.random.unit() * room(height)).round();
        look.draw(&mut scene.image, &modules, left, top);
    }
    Shot::png(scene)
}

pub(super) fn noise(brief: &mut Brief) -> Shot {
    let (width, height) = match brief.size {
        Size::Full => (1366, 768),
        Size::Small => (480, 360),
    };
    let grain = brief.random.whole(1, 6);
    let mut scene = Scene::new(width, height, [128; 3]);
    let (columns, rows) = (width / grain, height / grain);
    for y in 0..rows {
        for x in 0..columns {
            let grey = match brief.random.chance(0.5) {
                true => 230,
                false => 30,
            };
            let cell = Area::new(
                (x * grain) as f32,
                (y * grain) as f32,
                grain as f32,
                grain as f32,
            );
            fill(&mut scene.image, cell, [grey; 3]);
        }
    }
    let strength = brief.random.between(0.0, 30.0);
    optics::add_noise(&mut brief.random, &mut scene.image, strength);
    scene.image.put_pixel(0, 0, Rgba([0, 0, 0, 255]));
    Shot::png(scene)
}
