//! Ordinary codes, in all the places where they stand.

use crate::Size;
use crate::brief::{Brief, Shot};
use crate::code::Look;
use crate::page::{Around, Card};
use crate::paint::Area;
use crate::random::Random;
use crate::scene::Scene;
use crate::text::{Face, Pen};
use crate::{page, payload};

pub(super) fn light(brief: &mut Brief) -> Shot {
    let screen = brief.screen();
    let theme = brief.light_theme();
    let look = Look::plain(brief.module(screen.1));
    let card = brief.card(look);
    Shot::png(brief.desktop(screen, theme, vec![card]))
}

pub(super) fn dark(brief: &mut Brief) -> Shot {
    let screen = brief.screen();
    let theme = brief.dark_theme();
    let look = Look::plain(brief.module(screen.1));
    let card = brief.card(look);
    Shot::png(brief.desktop(screen, theme, vec![card]))
}

/// Some of them light on dark, some small, one perhaps a shop's.
pub(super) fn multi(brief: &mut Brief) -> Shot {
    let screen = brief.screen();
    let theme = brief.theme();
    let most = if brief.size == Size::Small { 3 } else { 12 };
    let cards = (0..brief.random.whole(2, most))
        .map(|_| {
            let module = brief.range((2.0, 6.0), (1.6, 3.0));
            let sharp = brief.random.chance(0.5);
            let module = if sharp { module.round() } else { module };
            let look = Look {
                sharp,
                ..Look::plain(module)
            };
            let look = match brief.random.chance(0.2) {
                true => Look {
                    ink: [240; 3],
                    paper: Some([18, 20, 24]),
                    ..look
                },
                false => look,
            };
            let mut card = brief.card(look);
            if brief.random.chance(0.2) {
                card.text = payload::other(&mut brief.random);
            }
            if most > 3 && brief.is_hard() {
                card.around = Around::Page;
            }
            card
        })
        .collect();
    Shot::png(brief.desktop(screen, theme, cards))
}

pub(super) fn migration(brief: &mut Brief) -> Shot {
    let screen = brief.screen();
    let theme = brief.theme();
    let parts = match brief.size {
        Size::Small => 1,
        Size::Full => u64::from(brief.random.whole(1, 3)),
    };
    let cards = (0..parts)
        .map(|part| {
            let accounts = brief.random.whole(2, 10) as usize;
            let module = brief.range((2.0, 4.0), (1.7, 2.3));
            let sharp = !brief.is_hard();
            Card {
                text: payload::export_part(&mut brief.random, part, parts, accounts),
                look: Look {
                    sharp,
                    level: qrcode::EcLevel::L,
                    ..Look::plain(if sharp { module.round() } else { module })
                },
                around: Around::Page,
            }
        })
        .collect();
    Shot::png(brief.desktop(screen, theme, cards))
}

/// Screens of different sizes, the codes anywhere on them.
pub(super) fn monitors(brief: &mut Brief) -> Shot {
    let count = brief.random.whole(2, 3);
    let all_4k = brief.size == Size::Full && brief.random.chance(0.25);
    let screens: Vec<Scene> = (0..count)
        .map(|_| {
            let screen = match (brief.size, all_4k) {
                (Size::Full, true) => ((3840, 2160), 1.5),
                (Size::Full, false) => brief.usual_screen(),
                (Size::Small, _) => ((360, 360), 0.7),
            };
            let theme = brief.theme();
            let look = Look::plain(brief.module(screen.1).min(4.0));
            let cards = match brief.random.chance(0.6) {
                true => vec![brief.card(look)],
                false => Vec::new(),
            };
            brief.desktop(screen, theme, cards)
        })
        .collect();
    Shot::png(beside_each_other(screens))
}

fn beside_each_other(screens: Vec<Scene>) -> Scene {
    let wide = screens.iter().map(|screen| screen.image.width()).sum();
    let high = screens.iter().map(|screen| screen.image.height()).max();
    let mut all = Scene::new(wide, high.unwrap_or(1), [0; 3]);
    let mut left = 0;
    for screen in screens {
        image::imageops::replace(&mut all.image, &screen.image, left, 0);
        let by = left as f32;
        all.codes
            .extend(crate::scene::moved(screen.codes, 1.0, |[x, y]| [x + by, y]));
        left += i64::from(screen.image.width());
    }
    all
}

pub(super) fn hidpi(brief: &mut Brief) -> Shot {
    let screen = match brief.size {
        Size::Full => ((3840, 2160), 2.0),
        Size::Small => ((900, 700), 1.6),
    };
    let theme = brief.theme();
    let look = Look::plain(brief.random.whole(4, 10) as f32);
    let card = brief.card(look);
    Shot::png(brief.desktop(screen, theme, vec![card]))
}

pub(super) fn phone_screen(brief: &mut Brief) -> Shot {
    let screen = match brief.size {
        Size::Full => *brief.random.pick(&[
            ((1170, 2532), 2.6),
            ((1080, 2400), 2.4),
            ((1440, 3120), 3.2),
        ]),
        Size::Small => ((360, 780), 0.8),
    };
    let theme = brief.theme();
    let look = Look {
        sharp: false,
        ..Look::plain(brief.random.between(3.0, 6.0) * screen.1 / 1.6)
    };
    let mut card = brief.card(look);
    card.around = Around::Page;
    Shot::png(brief.desktop(screen, theme, vec![card]))
}

pub(super) fn snippet(brief: &mut Brief) -> Shot {
    let scene = brief.desktop_with(|brief, scale, _| Look::plain(brief.module(scale)));
    let margin = brief.random.between(6.0, 40.0);
    Shot::png(scene.cropped_to_codes(margin))
}

/// Two modules in a letter cell, as `qrencode -t UTF8` prints them: the terminal
/// leaves thin gaps between its lines.
pub(super) fn terminal(brief: &mut Brief) -> Shot {
    let ((width, height), scale) = brief.usual_screen();
    let dark = brief.random.chance(0.7);
    let (paper, ink) = match dark {
        true => ([18, 18, 22], [225, 225, 220]),
        false => ([250, 250, 245], [20, 20, 20]),
    };
    let mut scene = Scene::new(width, height, paper);
    terminal_lines(&mut brief.random, &mut scene, scale, ink);
    let module = if brief.size == Size::Small { 4.0 } else { 8.0 };
    // Blocks are the letters' colour, so that a dark terminal prints the light
    // modules and leaves the dark ones out.
    let light_border = brief.random.chance(0.7) || brief.is_hard();
    let look = match light_border {
        true => Look {
            ink: if dark { paper } else { ink },
            paper: Some(if dark { ink } else { paper }),
            ..Look::plain(module)
        },
        false => Look {
            ink,
            paper: Some(paper),
            ..Look::plain(module)
        },
    };
    let card = Card {
        text: payload::short_account(&mut brief.random),
        look: Look {
            quiet: if brief.is_hard() { 1.0 } else { 2.0 },
            ..look
        },
        around: Around::Page,
    };
    let theme = brief.dark_theme();
    page::place(&mut brief.random, &mut scene, vec![card], theme, scale);
    let gap = if brief.is_hard() {
        1
    } else {
        brief.random.whole(0, 1)
    };
    line_gaps(&mut scene, module as u32 * 2, gap, paper);
    Shot::png(scene)
}

fn terminal_lines(random: &mut Random, scene: &mut Scene, scale: f32, ink: [u8; 3]) {
    let pen = Pen::new(Face::Mono, 14.0 * scale, ink);
    let mut y = 6.0;
    while y < scene.image.height() as f32 {
        if random.chance(0.8) {
            let length = random.whole(8, 60) as usize;
            let line = format!("$ {}", page::words(random, length));
            pen.write(&mut scene.image, 8.0, y, 0.0, &line);
        }
        y += 20.0 * scale;
    }
}

/// Rows of the background between the terminal's lines, over each code.
fn line_gaps(scene: &mut Scene, line: u32, gap: u32, paper: [u8; 3]) {
    if gap == 0 {
        return;
    }
    for code in &scene.codes {
        let [[left, top], _, [right, bottom], _] = code.corners;
        let mut y = top as u32 + line - gap;
        while y < bottom as u32 {
            let row = Area::new(left, y as f32, right - left, gap as f32);
            crate::paint::fill(&mut scene.image, row, paper);
            y += line;
        }
    }
}

pub(super) fn turned(brief: &mut Brief) -> Shot {
    let turns = brief.random.whole(1, 3) as u8;
    let hard = brief.is_hard();
    let scene = brief.desktop_with(|brief, scale, _| Look {
        turns,
        sharp: !hard,
        quiet: if hard { 1.5 } else { 4.0 },
        ..Look::plain(if hard {
            brief.random.between(1.8, 2.6)
        } else {
            brief.module(scale)
        })
    });
    Shot::png(scene)
}
