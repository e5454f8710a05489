//! What a category's function is handed, and what it hands back.

use crate::code::Look;
use crate::file::Kind;
use crate::page::{self, Around, Card, DARK, LIGHT, Theme};
use crate::random::Random;
use crate::scene::Scene;
use crate::{Level, Size, payload};

/// What to draw: chance, and how hard and how large.
pub(crate) struct Brief {
    pub(crate) random: Random,
    pub(crate) level: Level,
    pub(crate) size: Size,
}

/// A drawn picture and the format it is saved in.
pub(crate) struct Shot {
    pub(crate) scene: Scene,
    pub(crate) kind: Kind,
}

impl Shot {
    pub(crate) fn png(scene: Scene) -> Self {
        Self {
            scene,
            kind: Kind::Png,
        }
    }
}

/// Pixels of a screen, and the scale at which things are drawn on it.
pub(crate) type Screen = ((u32, u32), f32);

const SCREENS: [Screen; 7] = [
    ((1366, 768), 1.0),
    ((1920, 1080), 1.0),
    ((1920, 1080), 1.0),
    ((1536, 864), 1.25),
    ((2560, 1440), 1.0),
    ((2880, 1800), 2.0),
    ((3840, 2160), 1.5),
];
const SMALL: [Screen; 3] = [((640, 480), 0.8), ((800, 500), 0.9), ((560, 560), 0.8)];

impl Brief {
    pub(crate) fn is_hard(&self) -> bool {
        self.level == Level::Hard
    }

    /// A number from the first range, or from the second one if it is to be hard.
    pub(crate) fn range(&mut self, normal: (f32, f32), hard: (f32, f32)) -> f32 {
        let (low, high) = if self.is_hard() { hard } else { normal };
        self.random.between(low, high)
    }

    pub(crate) fn screen(&mut self) -> Screen {
        match self.size {
            Size::Full => *self.random.pick(&SCREENS),
            Size::Small => *self.random.pick(&SMALL),
        }
    }

    /// A screen that is no larger than 1920 x 1080.
    pub(crate) fn usual_screen(&mut self) -> Screen {
        match self.size {
            Size::Full => *self.random.pick(&SCREENS[..3]),
            Size::Small => *self.random.pick(&SMALL),
        }
    }

    pub(crate) fn theme(&mut self) -> Theme {
        match self.random.chance(0.4) {
            true => self.dark_theme(),
            false => self.light_theme(),
        }
    }

    pub(crate) fn light_theme(&mut self) -> Theme {
        *self.random.pick(&LIGHT)
    }

    pub(crate) fn dark_theme(&mut self) -> Theme {
        *self.random.pick(&DARK)
    }

    /// Whole pixels a module, fewer on small pictures.
    pub(crate) fn module(&mut self, scale: f32) -> f32 {
        let most = if self.size == Size::Small { 4 } else { 7 };
        (self.random.whole(3, most) as f32 * scale.max(1.0)).round()
    }

    pub(crate) fn account(&mut self) -> String {
        payload::account(&mut self.random)
    }

    /// One account's code, drawn like this, in a dialog or on the bare page.
    pub(crate) fn card(&mut self, look: Look) -> Card {
        let around = match self.random.chance(0.6) {
            true => Around::Dialog,
            false => Around::Page,
        };
        Card {
            text: self.account(),
            look,
            around,
        }
    }

    /// A desktop with these cards on it.
    pub(crate) fn desktop(
        &mut self,
        (size, scale): Screen,
        theme: Theme,
        cards: Vec<Card>,
    ) -> Scene {
        let mut scene = page::desktop(&mut self.random, size, theme, scale);
        page::place(&mut self.random, &mut scene, cards, theme, scale);
        scene
    }

    /// A desktop of any kind with one code that looks like this.
    pub(crate) fn desktop_with(
        &mut self,
        look: impl FnOnce(&mut Self, f32, Theme) -> Look,
    ) -> Scene {
        let screen = self.screen();
        let theme = self.theme();
        let look = look(self, screen.1, theme);
        let card = self.card(look);
        self.desktop(screen, theme, vec![card])
    }
}
