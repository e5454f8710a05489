//! Draws screenshots and photos with QR codes on them, to hold the reader
//! against: one function a category, one seed a picture.
//!
//! Everything is drawn here, from a table of [`CATEGORIES`]: no picture of
//! anyone's screen is kept, and what a code says and where it stands is known
//! exactly. A seed gives the same picture always. Not part of the app.
//!
//! ```
//! use xtask_qr_corpus::{CATEGORIES, Level, Plan, Size};
//!
//! let plan = Plan { category: &CATEGORIES[0], level: Level::Normal, size: Size::Small, seed: 7 };
//! let picture = plan.draw();
//! assert_eq!(picture.codes.len(), 1);
//! assert!(picture.codes[0].text.starts_with("otpauth://totp/"));
//! ```

mod brief;
mod categories;
mod code;
mod file;
mod optics;
mod page;
mod paint;
mod payload;
mod random;
mod scene;
mod text;
mod wear;

use serde::Serialize;

use crate::brief::{Brief, Shot};
use crate::random::Random;

pub use categories::CATEGORIES;
pub use code::Quad;

/// How near a picture is to what can be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// As they are met every day.
    Normal,
    /// Near the limit of what is in the pixels.
    Hard,
    /// Without any code.
    Negative,
}

/// How large pictures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Whole screens, up to three of 3840 x 2160 beside each other.
    Full,
    /// Windows of about 640 x 480, for tests.
    Small,
}

/// A kind of picture.
pub struct Category {
    /// As it is called in tables.
    pub name: &'static str,
    /// What it imitates.
    pub about: &'static str,
    levels: &'static [Level],
    draw: fn(&mut Brief) -> Shot,
}

impl Category {
    /// Whether there are pictures of it at this level.
    pub fn has(&self, level: Level) -> bool {
        self.levels.contains(&level)
    }
}

/// One picture that can be drawn.
#[derive(Clone, Copy)]
pub struct Plan {
    /// Of which kind.
    pub category: &'static Category,
    /// How hard.
    pub level: Level,
    /// How large.
    pub size: Size,
    /// Which of all that there could be.
    pub seed: u64,
}

/// A picture as a file, and the codes on it.
pub struct Picture {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// The ending of its name: `png`, `jpg`, `webp` or `gif`.
    pub extension: &'static str,
    /// Pixels a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Every code that is on it, in no particular order.
    pub codes: Vec<Code>,
}

/// A code on a picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Code {
    /// What it says.
    pub text: String,
    /// The code's own top left, top right, bottom right and bottom left corner,
    /// in pixels of the picture.
    pub corners: Quad,
    /// Pixels a module; for a slanted code those of its upper edge.
    pub module: f32,
    /// Modules a side.
    pub modules: usize,
}

/// So many pictures of a level, taking the categories in turn.
pub fn plans(level: Level, size: Size, seed: u64, count: usize) -> Vec<Plan> {
    let categories: Vec<&Category> = CATEGORIES.iter().filter(|one| one.has(level)).collect();
    let mut seeds = Random::new(seed);
    let turns = categories.into_iter().cycle().take(count);
    turns
        .map(|category| Plan {
            category,
            level,
            size,
            seed: seeds.bits(),
        })
        .collect()
}

impl Plan {
    /// Draws the picture.
    pub fn draw(&self) -> Picture {
        let mut brief = Brief {
            random: Random::new(self.seed),
            level: self.level,
            size: self.size,
        };
        let Shot { scene, kind } = (self.category.draw)(&mut brief);
        Picture {
            bytes: kind.write(&scene.image),
            extension: kind.extension(),
            width: scene.image.width(),
            height: scene.image.height(),
            codes: scene.codes,
        }
    }
}
