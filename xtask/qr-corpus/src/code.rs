//! One QR code drawn as sites draw them: sharp or smooth, with square modules,
//! dots, bars or round ones, with or without its quiet zone.

use image::RgbaImage;
use qrcode::{Color as Module, EcLevel, QrCode};

use crate::paint::{Color, lay, mixed};

/// The corners of a code in reading order of its own: top left, top right,
/// bottom right, bottom left.
pub type Quad = [[f32; 2]; 4];

/// Which modules of a code are dark.
pub(crate) struct Modules {
    side: usize,
    dark: Vec<bool>,
}

impl Modules {
    /// With the asked correction, or less for a text that needs the room.
    pub(crate) fn of(text: &str, level: EcLevel) -> Self {
        let levels = [level, EcLevel::M, EcLevel::L];
        let code = levels
            .into_iter()
            .find_map(|level| QrCode::with_error_correction_level(text, level).ok())
            .expect("texts of this crate are shorter than 2,953 bytes");
        Self {
            side: code.width(),
            dark: code
                .into_colors()
                .into_iter()
                .map(|module| module == Module::Dark)
                .collect(),
        }
    }

    /// Modules a side.
    pub(crate) fn side(&self) -> usize {
        self.side
    }

    /// Turns every module that a predicate picks, as wear or a cover would.
    pub(crate) fn spoil(&mut self, mut is_spoilt: impl FnMut(usize, usize) -> bool) {
        for y in 0..self.side {
            for x in 0..self.side {
                if is_spoilt(x, y) {
                    self.dark[y * self.side + x] ^= true;
                }
            }
        }
    }

    pub(crate) fn is_dark(&self, x: i32, y: i32) -> bool {
        let side = self.side as i32;
        (0..side).contains(&x) && (0..side).contains(&y) && self.dark[(y * side + x) as usize]
    }

    /// Whether a module belongs to one of the three finder patterns, and at
    /// which point its middle is.
    fn finder(&self, x: f32, y: f32) -> Option<[f32; 2]> {
        let side = self.side as f32;
        let near = |at: f32, middle: f32| (at - middle).abs() < 3.5;
        [[3.5, 3.5], [side - 3.5, 3.5], [3.5, side - 3.5]]
            .into_iter()
            .find(|[middle_x, middle_y]| near(x, *middle_x) && near(y, *middle_y))
    }
}

/// The form of a dark module.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    Square,
    /// A disc of this diameter, in modules.
    Dot(f32),
    /// A square whose free corners are round.
    Rounded,
    /// Modules below each other melt into a bar.
    Bars,
    /// A square on its corner.
    Diamond,
}

/// The form of the three finder patterns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Finder {
    Square,
    Rounded,
    Circle,
    /// Drawn as the other modules are.
    Modules,
}

/// How a code is drawn.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// Pixels a module.
    pub(crate) module: f32,
    /// Light modules on each side.
    pub(crate) quiet: f32,
    pub(crate) ink: Color,
    /// The ink at the bottom, where it changes on the way.
    pub(crate) ink_below: Option<Color>,
    /// What is below the code and its quiet zone. None: whatever is there.
    pub(crate) paper: Option<Color>,
    pub(crate) shape: Shape,
    pub(crate) finder: Finder,
    /// The side of a mark in the middle, as a share of the code's.
    pub(crate) logo: f32,
    pub(crate) level: EcLevel,
    /// Each pixel wholly ink or paper, as with `image-rendering: pixelated`.
    pub(crate) sharp: bool,
    /// Quarter turns clockwise.
    pub(crate) turns: u8,
}

impl Look {
    /// Black on white, as most sites draw it.
    pub(crate) fn plain(module: f32) -> Self {
        Self {
            module,
            quiet: 4.0,
            ink: [0; 3],
            ink_below: None,
            paper: Some([255; 3]),
            shape: Shape::Square,
            finder: Finder::Square,
            logo: 0.0,
            level: EcLevel::M,
            sharp: true,
            turns: 0,
        }
    }

    /// Pixels a side, quiet zone included.
    pub(crate) fn side(&self, modules: &Modules) -> f32 {
        (modules.side as f32 + 2.0 * self.quiet) * self.module
    }

    /// Draws the code with its quiet zone from this place on, and says where
    /// the code's own corners are.
    pub(crate) fn draw(
        &self,
        image: &mut RgbaImage,
        modules: &Modules,
        left: f32,
        top: f32,
    ) -> Quad {
        let side = self.side(modules);
        let samples = if self.sharp { 1 } else { 4 };
        let (right, bottom) = (left + side, top + side);
        for y in pixels(top, bottom, image.height()) {
            for x in pixels(left, right, image.width()) {
                let (mut paper, mut ink) = (0.0, 0.0);
                for sample in 0..samples * samples {
                    let part = |step: u32| (step as f32 + 0.5) / samples as f32;
                    let (u, v) = self.turned(
                        (x as f32 + part(sample % samples) - left) / self.module - self.quiet,
                        (y as f32 + part(sample / samples) - top) / self.module - self.quiet,
                        modules.side as f32,
                    );
                    let reach = modules.side as f32 + self.quiet;
                    if u >= -self.quiet && v >= -self.quiet && u < reach && v < reach {
                        paper += 1.0;
                        ink += f32::from(u8::from(self.is_ink(modules, u, v)));
                    }
                }
                let all = (samples * samples) as f32;
                let pixel = image.get_pixel_mut(x, y);
                if let Some(color) = self.paper {
                    lay(pixel, color, paper / all);
                }
                lay(pixel, self.ink_at((y as f32 - top) / side), ink / all);
            }
        }
        self.draw_logo(image, modules, left, top);
        self.corners(modules, left, top)
    }

    /// The module coordinates of an unturned code.
    fn turned(&self, u: f32, v: f32, side: f32) -> (f32, f32) {
        match self.turns % 4 {
            0 => (u, v),
            1 => (v, side - u),
            2 => (side - u, side - v),
            _ => (side - v, u),
        }
    }

    fn corners(&self, modules: &Modules, left: f32, top: f32) -> Quad {
        let from = self.quiet * self.module;
        let to = from + modules.side as f32 * self.module;
        let mut corners = [
            [left + from, top + from],
            [left + to, top + from],
            [left + to, top + to],
            [left + from, top + to],
        ];
        corners.rotate_left(usize::from(self.turns % 4));
        corners
    }

    fn ink_at(&self, part: f32) -> Color {
        self.ink_below
            .map_or(self.ink, |below| mixed(self.ink, below, part))
    }

    fn is_ink(&self, modules: &Modules, u: f32, v: f32) -> bool {
        if self.finder != Finder::Modules
            && let Some([x, y]) = modules.finder(u, v)
        {
            return is_finder_ink(self.finder, u - x, v - y);
        }
        is_module_ink(self.shape, modules, u, v)
    }

    /// A badge with a ring on it, on a little paper of its own.
    fn draw_logo(&self, image: &mut RgbaImage, modules: &Modules, left: f32, top: f32) {
        if self.logo == 0.0 {
            return;
        }
        let middle = self.side(modules) / 2.0;
        let side = self.logo * modules.side as f32 * self.module;
        let square = |share: f32| {
            let side = side * share;
            crate::paint::Area::new(
                left + middle - side / 2.0,
                top + middle - side / 2.0,
                side,
                side,
            )
        };
        let paper = self.paper.unwrap_or([255; 3]);
        for (share, color) in [
            (1.0, paper),
            (0.86, mixed(self.ink, [230, 60, 40], 0.6)),
            (0.5, paper),
            (0.3, self.ink),
        ] {
            let area = square(share);
            crate::paint::rounded(image, area, area.width * 0.3, color);
        }
    }
}

fn pixels(from: f32, to: f32, count: u32) -> std::ops::Range<u32> {
    let from = from.floor().max(0.0) as u32;
    from.min(count)..(to.ceil().max(0.0) as u32).min(count)
}

/// Around the middle of a finder pattern, which is 7 modules wide.
fn is_finder_ink(finder: Finder, x: f32, y: f32) -> bool {
    let far = match finder {
        Finder::Circle => (x * x + y * y).sqrt(),
        Finder::Rounded => {
            // A square of 7 with corners of 2 around it, and so on inwards.
            let (x, y) = (x.abs(), y.abs());
            let round = |half: f32, radius: f32| {
                let (dx, dy) = ((x - half + radius).max(0.0), (y - half + radius).max(0.0));
                (dx * dx + dy * dy).sqrt() <= radius
            };
            return (round(3.5, 2.0) && !round(2.5, 1.2)) || round(1.5, 0.7);
        }
        _ => x.abs().max(y.abs()),
    };
    far < 1.5 || (2.5..3.5).contains(&far)
}

fn is_module_ink(shape: Shape, modules: &Modules, u: f32, v: f32) -> bool {
    let (column, row) = (u.floor() as i32, v.floor() as i32);
    if !modules.is_dark(column, row) {
        return false;
    }
    let (x, y) = (u - column as f32 - 0.5, v - row as f32 - 0.5);
    match shape {
        Shape::Square => true,
        Shape::Dot(diameter) => x * x + y * y <= diameter * diameter / 4.0,
        Shape::Diamond => x.abs() + y.abs() <= 0.62,
        Shape::Bars => {
            let goes_on = modules.is_dark(column, row + if y < 0.0 { -1 } else { 1 });
            x.abs() <= 0.4 && (goes_on || x * x + y * y <= 0.16)
        }
        Shape::Rounded => {
            let beside = modules.is_dark(column + if x < 0.0 { -1 } else { 1 }, row);
            let below = modules.is_dark(column, row + if y < 0.0 { -1 } else { 1 });
            beside || below || x * x + y * y <= 0.25
        }
    }
}

#[cfg(test)]
mod tests {
    use image::Rgba;

    use super::*;

    #[test]
    fn draws_the_finder_after_the_quiet_zone() {
        let modules = Modules::of("A", EcLevel::M);
        let mut image = RgbaImage::from_pixel(80, 80, Rgba([90, 90, 90, 255]));
        let corners = Look::plain(2.0).draw(&mut image, &modules, 10.0, 12.0);
        assert_eq!(corners[0], [18.0, 20.0]);
        assert_eq!(corners[2], [60.0, 62.0]);
        let grey = |x, y| image.get_pixel(x, y).0[0];
        assert_eq!(
            [grey(9, 12), grey(10, 12), grey(18, 20), grey(20, 22)],
            [90, 255, 0, 255]
        );
    }

    #[test]
    fn turns_the_corners_with_the_code() {
        let modules = Modules::of("A", EcLevel::M);
        let look = Look {
            turns: 1,
            quiet: 0.0,
            ..Look::plain(1.0)
        };
        let mut image = RgbaImage::new(21, 21);
        // A quarter turn clockwise brings the top left corner to the top right.
        assert_eq!(look.draw(&mut image, &modules, 0.0, 0.0)[0], [21.0, 0.0]);
        // The corner without a finder is then at the bottom left.
        let is_ring =
            |x: u32, y: u32| (0..7).all(|step| image.get_pixel(x + step, y).0 == [0, 0, 0, 255]);
        assert!(is_ring(0, 0) && is_ring(14, 0) && is_ring(14, 20) && !is_ring(0, 20));
    }
}
