//! Fake screens: a desktop with a browser on it, a page of text in the browser,
//! and cards on the page that hold the codes.

use crate::Code;
use crate::code::{Look, Modules};
use crate::paint::{Area, Color, fill, frame, gradient, mixed, rounded};
use crate::random::Random;
use crate::scene::Scene;
use crate::text::{Face, Pen, Smoothing};

/// The colours of a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Theme {
    /// Behind the text.
    pub(crate) paper: Color,
    /// Cards and bars.
    pub(crate) panel: Color,
    pub(crate) ink: Color,
    pub(crate) accent: Color,
}

pub(crate) const LIGHT: [Theme; 4] = [
    Theme {
        paper: [255, 255, 255],
        panel: [246, 248, 250],
        ink: [31, 35, 40],
        accent: [9, 105, 218],
    },
    Theme {
        paper: [242, 244, 247],
        panel: [255, 255, 255],
        ink: [16, 24, 40],
        accent: [127, 86, 217],
    },
    Theme {
        paper: [250, 248, 243],
        panel: [255, 253, 248],
        ink: [54, 48, 40],
        accent: [196, 85, 44],
    },
    Theme {
        paper: [255, 255, 255],
        panel: [255, 255, 255],
        ink: [0, 0, 0],
        accent: [26, 127, 55],
    },
];

pub(crate) const DARK: [Theme; 4] = [
    Theme {
        paper: [13, 17, 23],
        panel: [22, 27, 34],
        ink: [230, 237, 243],
        accent: [47, 129, 247],
    },
    Theme {
        paper: [30, 31, 34],
        panel: [43, 45, 49],
        ink: [219, 222, 225],
        accent: [88, 101, 242],
    },
    Theme {
        paper: [0, 0, 0],
        panel: [18, 18, 18],
        ink: [255, 255, 255],
        accent: [30, 215, 96],
    },
    Theme {
        paper: [26, 27, 38],
        panel: [36, 40, 59],
        ink: [192, 202, 245],
        accent: [187, 154, 247],
    },
];

const WORDS: [&str; 48] = [
    "account", "add", "after", "all", "and", "app", "at", "before", "browser", "can", "change",
    "choose", "click", "code", "computer", "device", "each", "email", "enter", "every", "for",
    "from", "help", "in", "is", "key", "later", "login", "more", "name", "new", "not", "of",
    "open", "or", "page", "password", "phone", "scan", "security", "settings", "sign", "step",
    "team", "the", "time", "to", "your",
];

/// A line of words about so long, in letters.
pub(crate) fn words(random: &mut Random, letters: usize) -> String {
    let mut line = String::new();
    while line.len() < letters {
        let word = *random.pick(&WORDS);
        match line.is_empty() {
            true => line += &(word[..1].to_uppercase() + &word[1..]),
            false => {
                line.push(' ');
                line += word;
            }
        }
    }
    line
}

/// A screen with a window on it that shows a page of text. `scale` is that of
/// the screen: 1 for a letter height of about 15 pixels.
pub(crate) fn desktop(
    random: &mut Random,
    (width, height): (u32, u32),
    theme: Theme,
    scale: f32,
) -> Scene {
    let mut scene = Scene::new(width, height, theme.paper);
    let screen = Area::of(&scene.image);
    if random.chance(0.4) {
        wallpaper(random, &mut scene, screen);
        let edge = random.between(0.0, 60.0) * scale;
        window(random, &mut scene, screen.inset(edge), theme, scale);
        let bar = Area::new(
            0.0,
            screen.height - 40.0 * scale,
            screen.width,
            40.0 * scale,
        );
        taskbar(random, &mut scene, bar, theme, scale);
    } else {
        window(random, &mut scene, screen, theme, scale);
    }
    scene
}

/// A gradient with large soft discs.
pub(crate) fn wallpaper(random: &mut Random, scene: &mut Scene, area: Area) {
    let color = |random: &mut Random| {
        let mut channel = || random.whole(20, 235) as u8;
        [channel(), channel(), channel()]
    };
    let (from, to) = (color(random), color(random));
    gradient(&mut scene.image, area, from, to, random.chance(0.5));
    for _ in 0..random.whole(2, 5) {
        let side = random.between(0.1, 0.5) * area.height;
        let left = area.left + random.unit() * area.width;
        let disc = Area::new(left, area.top + random.unit() * area.height, side, side);
        rounded(
            &mut scene.image,
            disc,
            side / 2.0,
            mixed(from, color(random), 0.3),
        );
    }
}

fn taskbar(random: &mut Random, scene: &mut Scene, bar: Area, theme: Theme, scale: f32) {
    fill(&mut scene.image, bar, mixed(theme.panel, theme.ink, 0.1));
    for place in 0..random.whole(4, 10) {
        let icon = Area::new(
            bar.left + (14.0 + 44.0 * place as f32) * scale,
            bar.top + 8.0 * scale,
            24.0 * scale,
            24.0 * scale,
        );
        let color = mixed(theme.accent, theme.ink, random.unit());
        rounded(&mut scene.image, icon, 5.0 * scale, color);
    }
    let clock = Pen::new(Face::Sans, 13.0 * scale, theme.ink);
    let left = bar.left + bar.width - 60.0 * scale;
    clock.write(&mut scene.image, left, bar.top + 12.0 * scale, 0.0, "14:05");
}

/// Title bar, tabs, address, a column of links and text.
pub(crate) fn window(random: &mut Random, scene: &mut Scene, area: Area, theme: Theme, scale: f32) {
    let image = &mut scene.image;
    fill(image, area, theme.paper);
    let bar = Area::new(area.left, area.top, area.width, 70.0 * scale);
    fill(image, bar, mixed(theme.panel, theme.ink, 0.08));
    let tab = Area::new(
        bar.left + 10.0 * scale,
        bar.top + 6.0 * scale,
        200.0 * scale,
        28.0 * scale,
    );
    rounded(image, tab, 6.0 * scale, theme.panel);
    let address = Area::new(
        bar.left + 90.0 * scale,
        bar.top + 38.0 * scale,
        bar.width - 180.0 * scale,
        26.0 * scale,
    );
    rounded(image, address, 13.0 * scale, theme.paper);
    let pen = pen(random, Face::Sans, 13.0 * scale, theme.ink);
    pen.write(
        image,
        tab.left + 10.0 * scale,
        tab.top + 6.0 * scale,
        0.0,
        "Two-step sign-in",
    );
    let line = "example.com/settings/security/two-factor";
    pen.write(
        image,
        address.left + 14.0 * scale,
        address.top + 5.0 * scale,
        0.0,
        line,
    );
    let page = Area::new(
        area.left,
        area.top + bar.height,
        area.width,
        area.height - bar.height,
    );
    text_page(random, scene, page, theme, scale);
}

/// Links at the left, and paragraphs beside them.
pub(crate) fn text_page(
    random: &mut Random,
    scene: &mut Scene,
    area: Area,
    theme: Theme,
    scale: f32,
) {
    let image = &mut scene.image;
    let aside = match random.chance(0.6) {
        true => 200.0 * scale,
        false => 20.0 * scale,
    };
    let size = random.between(12.0, 16.0) * scale;
    let pen = pen(random, Face::Sans, size, theme.ink);
    let step = pen.size * 1.5;
    let mut y = area.top + step;
    let bottom = area.top + area.height - step;
    while y < bottom {
        if aside > 30.0 * scale && random.chance(0.5) {
            let link = Pen {
                ink: theme.accent,
                ..pen
            };
            let length = random.whole(6, 16) as usize;
            let link_text = words(random, length);
            link.write(image, area.left + 20.0 * scale, y, 0.0, &link_text);
        }
        if random.chance(0.8) {
            let room = (area.width - aside - 40.0 * scale) / (pen.size * 0.55);
            let length = room * random.between(0.3, 0.95);
            let line = words(random, length.max(4.0) as usize);
            pen.write(image, area.left + aside, y, 0.0, &line);
        }
        y += step;
    }
}

fn pen(random: &mut Random, face: Face, size: f32, ink: Color) -> Pen {
    let smoothing = match random.chance(0.5) {
        true => Smoothing::Subpixel,
        false => Smoothing::Grey,
    };
    Pen {
        smoothing,
        ..Pen::new(face, size, ink)
    }
}

/// A code to be put on a page.
pub(crate) struct Card {
    pub(crate) text: String,
    pub(crate) look: Look,
    pub(crate) around: Around,
}

/// What a code stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Around {
    /// A dialog of its own, in the theme's colours, with words above and below.
    Dialog,
    /// Nothing: the page goes on up to the code's own paper.
    Page,
    /// A panel of this colour, this many modules around the quiet zone.
    Panel(Color, f32),
}

/// Puts cards on a page, in rows with chance gaps. Those for which there is no
/// room are left out, all but the first, for which the page grows.
pub(crate) fn place(
    random: &mut Random,
    scene: &mut Scene,
    cards: Vec<Card>,
    theme: Theme,
    scale: f32,
) {
    // One alone has all the room there is; several have less to waste.
    let free = if cards.len() == 1 { 0.7 } else { 0.15 };
    let (mut x, mut y, mut row) = (0.0_f32, 0.0_f32, 0.0_f32);
    for (index, card) in cards.into_iter().enumerate() {
        let modules = Modules::of(&card.text, card.look.level);
        let side = card.look.side(&modules).ceil();
        let (wide, high) = card.around.size(side, card.look.module, scale);
        if index == 0 {
            grow(scene, wide, high, theme.paper);
        }
        let (width, height) = (scene.image.width() as f32, scene.image.height() as f32);
        if x + wide > width {
            (x, y, row) = (0.0, y + row, 0.0);
        }
        if x + wide > width || y + high > height {
            continue;
        }
        let slack =
            |random: &mut Random, room: f32, most: f32| (random.unit() * room.min(most)).floor();
        let left = x + slack(random, width - x - wide, width * free);
        let top = y + slack(random, height - y - high, height * free);
        let area = Area::new(left, top, wide, high);
        let (code_left, code_top) = card.around.draw(random, scene, area, theme, scale, side);
        let corners = card
            .look
            .draw(&mut scene.image, &modules, code_left, code_top);
        scene.codes.push(Code {
            text: card.text,
            corners,
            module: card.look.module,
            modules: modules.side(),
        });
        x = left + wide;
        row = row.max(top + high - y);
    }
}

fn grow(scene: &mut Scene, width: f32, height: f32, color: Color) {
    let (width, height) = (width.ceil() as u32, height.ceil() as u32);
    let (old_width, old_height) = scene.image.dimensions();
    if width <= old_width && height <= old_height {
        return;
    }
    let mut larger = Scene::new(width.max(old_width), height.max(old_height), color);
    image::imageops::replace(&mut larger.image, &scene.image, 0, 0);
    scene.image = larger.image;
}

impl Around {
    fn size(self, side: f32, module: f32, scale: f32) -> (f32, f32) {
        match self {
            Self::Dialog => (side.max(220.0 * scale) + 60.0 * scale, side + 150.0 * scale),
            Self::Page => (side, side),
            Self::Panel(_, modules) => {
                let side = side + 2.0 * modules * module;
                (side, side)
            }
        }
    }

    /// Draws it and says where the code's paper begins.
    fn draw(
        self,
        random: &mut Random,
        scene: &mut Scene,
        area: Area,
        theme: Theme,
        scale: f32,
        side: f32,
    ) -> (f32, f32) {
        let image = &mut scene.image;
        match self {
            Self::Page => (area.left, area.top),
            Self::Panel(color, _) => {
                fill(image, area, color);
                let inset = ((area.width - side) / 2.0).round();
                (area.left + inset, area.top + inset)
            }
            Self::Dialog => {
                rounded(
                    image,
                    area,
                    10.0 * scale,
                    mixed(theme.panel, theme.ink, 0.15),
                );
                rounded(image, area.inset(scale.max(1.0)), 9.0 * scale, theme.panel);
                let title = pen(random, Face::Sans, 18.0 * scale, theme.ink);
                title.write(
                    image,
                    area.left + 24.0 * scale,
                    area.top + 16.0 * scale,
                    0.0,
                    "Scan this QR code",
                );
                let small = Pen {
                    size: 13.0 * scale,
                    ..title
                };
                let below = area.top + 60.0 * scale + side + 14.0 * scale;
                small.write(
                    image,
                    area.left + 24.0 * scale,
                    below,
                    0.0,
                    "Cannot scan it? Enter the key.",
                );
                let button = Area::new(
                    area.left + 24.0 * scale,
                    below + 26.0 * scale,
                    110.0 * scale,
                    30.0 * scale,
                );
                rounded(image, button, 6.0 * scale, theme.accent);
                let left = (area.left + (area.width - side) / 2.0).round();
                (left, (area.top + 52.0 * scale).round())
            }
        }
    }
}

/// A table of numbers, as in a spreadsheet.
pub(crate) fn table(random: &mut Random, scene: &mut Scene, theme: Theme, scale: f32) {
    let area = Area::of(&scene.image);
    let image = &mut scene.image;
    let pen = pen(random, Face::Mono, 12.0 * scale, theme.ink);
    let (wide, high) = (80.0 * scale, 22.0 * scale);
    let mut y = area.top;
    while y < area.height {
        let mut x = area.left;
        while x < area.width {
            let cell = Area::new(x, y, wide + 1.0, high + 1.0);
            frame(image, cell, 1.0, mixed(theme.paper, theme.ink, 0.25));
            let number = random.whole(0, 99_999).to_string();
            pen.write(image, x + 6.0 * scale, y + 4.0 * scale, 0.0, &number);
            x += wide;
        }
        y += high;
    }
}
