//! Photos of screens and of paper.

use crate::Size;
use crate::brief::{Brief, Shot};
use crate::code::Look;
use crate::file::Kind;
use crate::optics::{self, Photo, held};
use crate::page::Around;
use crate::paint::mixed;
use crate::scene::{Filter, Scene};
use crate::wear;

/// The part of a screen that a phone is held before.
fn subject(brief: &mut Brief, module: f32) -> Scene {
    let theme = brief.theme();
    let size = match brief.size {
        Size::Full => (brief.random.whole(420, 900), brief.random.whole(380, 620)),
        Size::Small => (300, 280),
    };
    let mut card = brief.card(Look::plain(module));
    card.around = Around::Page;
    let screen = (size, 0.9);
    let scene = brief.desktop(screen, theme, vec![card]);
    scene.cropped_to_codes(brief.random.between(30.0, 160.0))
}

fn photo_size(brief: &mut Brief) -> (u32, u32) {
    match brief.size {
        Size::Full => *brief
            .random
            .pick(&[(1280, 960), (1600, 1200), (2016, 1512), (1512, 2016)]),
        Size::Small => (560, 420),
    }
}

fn taken(brief: &mut Brief, scene: Scene, change: impl FnOnce(&mut Brief, &mut Photo)) -> Scene {
    let size = photo_size(brief);
    let share = brief.random.between(0.65, 0.95);
    let slant = brief.range((0.02, 0.18), (0.15, 0.3));
    let turn = brief.range((-0.25, 0.25), (-0.7, 0.7));
    let quad = held(
        &mut brief.random,
        scene.image.dimensions(),
        size,
        share,
        slant,
        turn,
    );
    let mut photo = Photo {
        size,
        quad,
        grid: 0.0,
        blur: brief.range((0.0, 1.2), (1.0, 1.8)),
        noise: brief.range((1.0, 6.0), (6.0, 14.0)),
        glare: 0.0,
        shade: brief.range((0.0, 0.3), (0.3, 0.6)),
    };
    change(brief, &mut photo);
    photo.take(&mut brief.random, scene)
}

fn saved(brief: &mut Brief, scene: Scene) -> Shot {
    let quality = brief.range((75.0, 95.0), (55.0, 80.0)) as u8;
    Shot {
        scene: scene.changed(|image| wear::halved_chroma(&image, false)),
        kind: Kind::Jpeg(quality),
    }
}

pub(super) fn photo(brief: &mut Brief) -> Shot {
    let scene = subject(brief, 4.0);
    let scene = taken(brief, scene, |brief, photo| {
        photo.glare = brief.range((0.0, 0.3), (0.2, 0.5));
    });
    saved(brief, scene)
}

pub(super) fn moire(brief: &mut Brief) -> Shot {
    let module = brief.random.whole(3, 5) as f32;
    let scene = subject(brief, module);
    let scene = taken(brief, scene, |brief, photo| {
        photo.grid = brief.range((0.3, 0.6), (0.6, 0.9));
        photo.blur = brief.random.between(0.0, 0.8);
        photo.glare = brief.random.between(0.0, 0.15);
    });
    saved(brief, scene)
}

/// Grey ink on cream, crumpled by nobody, under a warm lamp.
pub(super) fn paper(brief: &mut Brief) -> Shot {
    let scene = subject(brief, 4.0).recolored(|color| {
        mixed([46, 44, 44], [242, 236, 222], {
            crate::paint::luma(color) / 255.0
        })
    });
    let scene = taken(brief, scene, |brief, photo| {
        photo.shade = brief.range((0.2, 0.5), (0.5, 0.7));
        photo.glare = brief.random.between(0.0, 0.2);
    });
    let warm = brief.random.between(0.1, 0.4);
    let scene = scene.recolored(|color| wear::night_light(color, warm));
    saved(brief, scene)
}

pub(super) fn camera(brief: &mut Brief) -> Shot {
    let scene = subject(brief, 4.0);
    let size = (640, 480);
    let slant = brief.range((0.02, 0.12), (0.1, 0.2));
    let turn = brief.range((-0.2, 0.2), (-0.4, 0.4));
    let quad = held(
        &mut brief.random,
        scene.image.dimensions(),
        size,
        0.9,
        slant,
        turn,
    );
    let photo = Photo {
        size,
        quad,
        grid: 0.0,
        blur: brief.range((0.3, 0.9), (0.7, 1.1)),
        noise: brief.range((5.0, 12.0), (12.0, 20.0)),
        glare: brief.range((0.0, 0.1), (0.1, 0.3)),
        shade: 0.2,
    };
    let scene = photo.take(&mut brief.random, scene);
    saved(brief, scene)
}

/// Too little light: a third of the range, with grain.
pub(super) fn grainy(brief: &mut Brief) -> Shot {
    let screen = brief.usual_screen();
    let theme = brief.theme();
    let module = brief.random.whole(4, 6) as f32;
    let card = brief.card(Look::plain(module));
    let mut scene = brief
        .desktop(screen, theme, vec![card])
        .cropped_to_codes(120.0)
        .recolored(|color| {
            mixed(
                [24, 22, 26],
                [110, 104, 100],
                crate::paint::luma(color) / 255.0,
            )
        });
    let strength = brief.random.between(12.0, 22.0);
    optics::add_noise(&mut brief.random, &mut scene.image, strength);
    let factor = brief.random.between(0.8, 1.2);
    Shot {
        scene: scene.scaled(factor, Filter::Triangle),
        kind: Kind::Jpeg(85),
    }
}
