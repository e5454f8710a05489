//! What lenses, sensors and screens do to a picture: slant, blur, noise, the
//! grid of a photographed screen, glare.

use image::{Rgba, RgbaImage, imageops};

use crate::Code;
use crate::code::Quad;
use crate::random::Random;
use crate::scene::{Scene, moved};

/// A plane seen from the side: straight lines stay straight.
#[derive(Clone, Copy, Debug)]
struct Homography([f64; 9]);

impl Homography {
    /// Brings the corners of a `width` x `height` picture to these places
    /// (Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, 2.2.3).
    fn onto(quad: Quad, width: f64, height: f64) -> Self {
        let [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = quad.map(|corner| corner.map(f64::from));
        let (dx1, dy1) = (x1 - x2, y1 - y2);
        let (dx2, dy2) = (x3 - x2, y3 - y2);
        let (sx, sy) = (x0 - x1 + x2 - x3, y0 - y1 + y2 - y3);
        let det = dx1 * dy2 - dx2 * dy1;
        let g = (sx * dy2 - dx2 * sy) / det;
        let h = (dx1 * sy - sx * dy1) / det;
        Self([
            (x1 - x0 + g * x1) / width,
            (x3 - x0 + h * x3) / height,
            x0,
            (y1 - y0 + g * y1) / width,
            (y3 - y0 + h * y3) / height,
            y0,
            g / width,
            h / height,
            1.0,
        ])
    }

    fn at(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let m = &self.0;
        let (x, y) = (f64::from(x), f64::from(y));
        let w = m[6] * x + m[7] * y + m[8];
        [
            ((m[0] * x + m[1] * y + m[2]) / w) as f32,
            ((m[3] * x + m[4] * y + m[5]) / w) as f32,
        ]
    }

    /// The way back, by the adjugate, as scale does not matter.
    fn back(&self) -> Self {
        let [a, b, c, d, e, f, g, h, i] = self.0;
        Self([
            e * i - f * h,
            c * h - b * i,
            b * f - c * e,
            f * g - d * i,
            a * i - c * g,
            c * d - a * f,
            d * h - e * g,
            b * g - a * h,
            a * e - b * d,
        ])
    }
}

/// A camera before a screen or a sheet.
pub(crate) struct Photo {
    pub(crate) size: (u32, u32),
    /// Where the scene's corners come to lie.
    pub(crate) quad: Quad,
    /// How strong the screen's own pixels are seen, from 0 to 1.
    pub(crate) grid: f32,
    /// Blur of the lens, in pixels.
    pub(crate) blur: f32,
    /// Deviation of the sensor's noise, in steps of 255.
    pub(crate) noise: f32,
    /// How much light a lamp throws on the screen, from 0 to 1.
    pub(crate) glare: f32,
    /// How much darker the darkest edge is, from 0 to 1.
    pub(crate) shade: f32,
}

impl Photo {
    pub(crate) fn take(&self, random: &mut Random, scene: Scene) -> Scene {
        let (width, height) = (scene.image.width() as f64, scene.image.height() as f64);
        let there = Homography::onto(self.quad, width, height);
        let (wide, high) = self.size;
        let mut photo = RgbaImage::from_pixel(wide, high, Rgba([58, 54, 50, 255]));
        self.project(&scene.image, &there.back(), &mut photo);
        if self.blur > 0.0 {
            photo = imageops::fast_blur(&photo, self.blur);
        }
        self.light(random, &mut photo);
        add_noise(random, &mut photo, self.noise);
        Scene {
            image: photo,
            codes: project_codes(scene.codes, &there),
        }
    }

    /// Four looks a pixel, each at the screen's pixel and the third of it that
    /// shines there.
    fn project(&self, from: &RgbaImage, back: &Homography, to: &mut RgbaImage) {
        const LOOKS: [[f32; 2]; 4] = [[0.25, 0.3], [0.75, 0.2], [0.3, 0.8], [0.7, 0.7]];
        for (x, y, pixel) in to.enumerate_pixels_mut() {
            let mut sum = [0.0_f32; 3];
            for [dx, dy] in LOOKS {
                let [u, v] = back.at([x as f32 + dx, y as f32 + dy]);
                let color = smooth_at(from, u, v)
                    .unwrap_or_else(|| [0, 1, 2].map(|channel| f32::from(pixel.0[channel])));
                for (channel, sum) in sum.iter_mut().enumerate() {
                    *sum += color[channel] * self.shine(channel, u, v);
                }
            }
            for (channel, sum) in sum.iter().enumerate() {
                pixel.0[channel] = (sum / LOOKS.len() as f32).clamp(0.0, 255.0) as u8;
            }
        }
    }

    /// Each channel of a screen shines in its own third of the pixel's width.
    fn shine(&self, channel: usize, u: f32, v: f32) -> f32 {
        if self.grid == 0.0 {
            return 1.0;
        }
        let third = (u.rem_euclid(1.0) * 3.0) as usize;
        let is_lit = third == channel && v.rem_euclid(1.0) > 0.15;
        // As bright on the whole as without the grid.
        let lit = if is_lit { 3.5 } else { 0.0 };
        1.0 + (lit - 1.0) * self.grid
    }

    /// A soft disc of light, and less light towards one edge.
    fn light(&self, random: &mut Random, photo: &mut RgbaImage) {
        let (wide, high) = (photo.width() as f32, photo.height() as f32);
        let (x0, y0) = (random.unit() * wide, random.unit() * high);
        let reach = wide * random.between(0.1, 0.25);
        let (tilt, down) = (random.between(-1.0, 1.0), random.between(-1.0, 1.0));
        for (x, y, pixel) in photo.enumerate_pixels_mut() {
            let (dx, dy) = ((x as f32 - x0) / reach, (y as f32 - y0) / reach);
            let glare = 255.0 * self.glare / (1.0 + (dx * dx + dy * dy) * 1.5);
            let across = (x as f32 / wide - 0.5) * tilt + (y as f32 / high - 0.5) * down;
            let shade = 1.0 - self.shade * (across + 0.5).clamp(0.0, 1.0);
            for channel in &mut pixel.0[..3] {
                *channel = (f32::from(*channel) * shade + glare).clamp(0.0, 255.0) as u8;
            }
        }
    }
}

fn project_codes(codes: Vec<Code>, there: &Homography) -> Vec<Code> {
    let mut codes = moved(codes, 1.0, |corner| there.at(corner));
    for code in &mut codes {
        let [a, b, ..] = code.corners;
        // Modules a side are known from nowhere else: the first edge tells.
        code.module = (a[0] - b[0]).hypot(a[1] - b[1]) / code.modules as f32;
    }
    codes
}

/// Between the four pixels around. None outside the picture.
fn smooth_at(image: &RgbaImage, u: f32, v: f32) -> Option<[f32; 3]> {
    let (width, height) = (image.width() as f32, image.height() as f32);
    if !(0.0..width).contains(&u) || !(0.0..height).contains(&v) {
        return None;
    }
    let (u, v) = (
        (u - 0.5).clamp(0.0, width - 1.0),
        (v - 0.5).clamp(0.0, height - 1.0),
    );
    let (x, y) = (u as u32, v as u32);
    let (right, below) = (
        (x + 1).min(image.width() - 1),
        (y + 1).min(image.height() - 1),
    );
    let (part_x, part_y) = (u.fract(), v.fract());
    let at = |x, y, channel: usize| f32::from(image.get_pixel(x, y).0[channel]);
    Some([0, 1, 2].map(|channel| {
        let above = at(x, y, channel) * (1.0 - part_x) + at(right, y, channel) * part_x;
        let lower = at(x, below, channel) * (1.0 - part_x) + at(right, below, channel) * part_x;
        above * (1.0 - part_y) + lower * part_y
    }))
}

/// Grain, the same in all channels but for a little of its own in each.
pub(crate) fn add_noise(random: &mut Random, image: &mut RgbaImage, deviation: f32) {
    if deviation == 0.0 {
        return;
    }
    for pixel in image.pixels_mut() {
        let grain = random.bell() * deviation;
        for channel in &mut pixel.0[..3] {
            let own = (random.unit() - 0.5) * deviation;
            *channel = (f32::from(*channel) + grain + own).clamp(0.0, 255.0) as u8;
        }
    }
}

/// Smeared by so many pixels to the right, as a window that is dragged.
pub(crate) fn smeared(image: &RgbaImage, length: u32) -> RgbaImage {
    RgbaImage::from_fn(image.width(), image.height(), |x, y| {
        let mut sum = [0_u32; 4];
        for step in 0..length {
            let at = image.get_pixel((x + step).min(image.width() - 1), y);
            for (sum, channel) in sum.iter_mut().zip(at.0) {
                *sum += u32::from(channel);
            }
        }
        Rgba(sum.map(|sum| (sum / length) as u8))
    })
}

/// The corners of a picture as a camera sees them that is held `slant` askew
/// and `turn` radians turned. The picture fills `share` of the photo's height.
pub(crate) fn held(
    random: &mut Random,
    scene: (u32, u32),
    (wide, high): (u32, u32),
    share: f32,
    slant: f32,
    turn: f32,
) -> Quad {
    let (wide, high) = (wide as f32, high as f32);
    let ratio = scene.0 as f32 / scene.1 as f32;
    let half_high = (high * share).min(wide * share / ratio) / 2.0;
    let half_wide = half_high * ratio;
    let (sin, cos) = turn.sin_cos();
    [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]].map(|[x, y]: [f32; 2]| {
        let mut nudged = |at: f32, half: f32| at * half * (1.0 - slant * random.unit());
        let (x, y) = (nudged(x, half_wide), nudged(y, half_high));
        [
            wide / 2.0 + x * cos - y * sin,
            high / 2.0 + x * sin + y * cos,
        ]
    })
}
