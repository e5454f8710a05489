//! Pictures that have been through other programs.

use image::imageops;

use crate::Size;
use crate::brief::{Brief, Shot};
use crate::code::{Finder, Look, Shape};
use crate::file::Kind;
use crate::optics;
use crate::scene::{Filter, Scene};
use crate::wear;

fn plain(brief: &mut Brief) -> Scene {
    let screen = brief.usual_screen();
    let theme = brief.theme();
    let module = match brief.is_hard() {
        true => brief.random.whole(2, 3) as f32,
        false => brief.module(screen.1),
    };
    let card = brief.card(Look::plain(module));
    brief.desktop(screen, theme, vec![card])
}

pub(super) fn jpeg(brief: &mut Brief) -> Shot {
    let quality = brief.range((25.0, 90.0), (10.0, 30.0)) as u8;
    Shot {
        scene: plain(brief).changed(|image| wear::halved_chroma(&image, false)),
        kind: Kind::Jpeg(quality),
    }
}

pub(super) fn webp(brief: &mut Brief) -> Shot {
    let step = brief.range((6.0, 24.0), (24.0, 45.0));
    Shot {
        scene: plain(brief).changed(|image| wear::blocky(&image, step)),
        kind: Kind::WebP,
    }
}

/// Sent on from chat to chat.
pub(super) fn resaved(brief: &mut Brief) -> Shot {
    let mut scene = plain(brief);
    for _ in 0..2 {
        let module = scene.codes.first().map_or(4.0, |code| code.module);
        let factor = (brief.range((2.6, 4.5), (2.0, 2.6)) / module).clamp(0.5, 1.4);
        let quality = brief.range((60.0, 85.0), (40.0, 60.0)) as u8;
        scene = scene
            .scaled(factor, Filter::Triangle)
            .changed(|image| wear::through_jpeg(&image, quality));
    }
    let kind = Kind::Jpeg(brief.range((60.0, 85.0), (45.0, 60.0)) as u8);
    Shot { scene, kind }
}

pub(super) fn gif(brief: &mut Brief) -> Shot {
    let scene = match brief.size {
        Size::Full => plain(brief),
        // Choosing 256 colours takes its time.
        Size::Small => plain(brief).cropped_to_codes(40.0),
    };
    Shot {
        scene,
        kind: Kind::Gif,
    }
}

pub(super) fn recording(brief: &mut Brief) -> Shot {
    let smear = match brief.random.chance(0.4) {
        true => 2,
        false => 1,
    };
    let quality = brief.range((45.0, 75.0), (25.0, 40.0)) as u8;
    let scene = plain(brief).changed(|image| {
        let image = optics::smeared(&image, smear);
        let image = wear::halved_chroma(&image, true);
        wear::through_jpeg(&image, quality)
    });
    Shot::png(scene)
}

/// Shrunk to what the call lets through, blown up again by the receiver.
pub(super) fn video_call(brief: &mut Brief) -> Shot {
    let scene = plain(brief);
    let module = scene.codes.first().map_or(4.0, |code| code.module);
    let sent = (brief.range((2.4, 3.2), (1.9, 2.2)) / module).min(1.0);
    let step = brief.range((6.0, 14.0), (12.0, 18.0));
    let scene = scene
        .scaled(sent, Filter::Triangle)
        .changed(|image| wear::blocky(&image, step))
        .scaled(brief.random.between(1.0, 1.6), Filter::Triangle);
    Shot::png(scene)
}

/// Two or three of what else happens to a code.
pub(super) fn mixed(brief: &mut Brief) -> Shot {
    let hard = brief.is_hard();
    let dark = brief.random.chance(0.4);
    let styled = brief.random.chance(0.4);
    let mut scene = brief.desktop_with(|brief, _, theme| Look {
        ink: if dark { [235; 3] } else { [25, 25, 60] },
        paper: match (dark, theme.paper[0] < 128) {
            (true, true) => Some(theme.paper),
            (true, false) => Some([20, 22, 30]),
            (false, _) => Some([244, 244, 240]),
        },
        shape: if styled {
            Shape::Rounded
        } else {
            Shape::Square
        },
        finder: if styled {
            Finder::Rounded
        } else {
            Finder::Square
        },
        quiet: if hard { 1.0 } else { 2.0 },
        sharp: false,
        ..Look::plain(if hard {
            brief.random.between(2.0, 3.0)
        } else {
            brief.random.between(2.8, 4.5)
        })
    });
    if brief.random.chance(0.5) {
        let strength = brief.random.between(0.3, 0.8);
        scene = scene.recolored(|color| wear::night_light(color, strength));
    }
    if brief.random.chance(0.5) {
        let black = brief.random.between(40.0, 90.0);
        scene = scene.recolored(|color| wear::washed_out(color, black, 230.0));
    }
    if brief.random.chance(0.3) {
        scene = scene.changed(|image| imageops::fast_blur(&image, 0.6));
    }
    let kind = match brief.random.chance(0.5) {
        true => Kind::Jpeg(brief.range((45.0, 80.0), (30.0, 50.0)) as u8),
        false => Kind::Png,
    };
    Shot { scene, kind }
}
