//! A picture's brightness alone, and the ways to look at it: on paper of either
//! colour, smaller, larger, softer.

use super::scene::Plane;
use crate::Picture;

/// One byte a pixel, 0 is black; rows from the top.
#[derive(Clone)]
pub(crate) struct Grey {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) pixels: Vec<u8>,
}

impl Grey {
    /// The picture as it would look on paper of that brightness, which shows
    /// where the picture is transparent.
    pub(crate) fn on_paper(picture: &Picture, paper: u8) -> Self {
        let pixels = pixels(picture)
            .map(|&[red, green, blue, opacity]| {
                let grey = luma(red, green, blue);
                if opacity == 255 {
                    return grey;
                }
                let opacity = u32::from(opacity);
                let mixed = u32::from(grey) * opacity + u32::from(paper) * (255 - opacity);
                (mixed / 255) as u8
            })
            .collect();
        Self {
            width: picture.width() as usize,
            height: picture.height() as usize,
            pixels,
        }
    }

    /// One colour against the others, 128 where they are even. None if the
    /// picture has next to no colours.
    pub(crate) fn of_colour(picture: &Picture, plane: Plane) -> Option<Self> {
        /// Fewer coloured pixels than a small code has are none.
        const MIN_COLOURED: usize = 400;
        let pixels: Vec<u8> = pixels(picture)
            .map(|&[red, green, blue, opacity]| {
                let [red, green, blue] = [red, green, blue].map(i32::from);
                let difference = match plane {
                    Plane::Green => (2 * green - red - blue) / 4,
                    _ => (red - blue) / 2,
                };
                (difference * i32::from(opacity) / 255 + 128).clamp(0, 255) as u8
            })
            .collect();
        let coloured = pixels.iter().filter(|pixel| pixel.abs_diff(128) > 5);
        (coloured.count() >= MIN_COLOURED).then(|| Self {
            width: picture.width() as usize,
            height: picture.height() as usize,
            pixels,
        })
    }

    /// Half as wide and high: each pixel the mean of four.
    pub(crate) fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let upper = &self.pixels[2 * y * self.width..][..2 * width];
            let lower = &self.pixels[(2 * y + 1) * self.width..][..2 * width];
            let pairs = upper
                .as_chunks::<2>()
                .0
                .iter()
                .zip(lower.as_chunks::<2>().0);
            pixels.extend(pairs.map(|(a, b)| {
                let sum = u16::from(a[0]) + u16::from(a[1]) + u16::from(b[0]) + u16::from(b[1]);
                ((sum + 2) / 4) as u8
            }));
        }
        Self {
            width,
            height,
            pixels,
        }
    }

    /// Twice as wide and high, by Catmull-Rom interpolation: modules of less
    /// than two pixels keep their edges.
    pub(crate) fn doubled(&self) -> Self {
        let wide = Self {
            width: 2 * self.width,
            height: self.height,
            pixels: self
                .pixels
                .chunks_exact(self.width)
                .flat_map(|row| (0..2 * row.len()).map(|x| between(x, row.len(), |x| row[x])))
                .collect(),
        };
        let row = |y: usize| &wide.pixels[y * wide.width..][..wide.width];
        let pixels = (0..2 * wide.height)
            .flat_map(|y| (0..wide.width).map(move |x| between(y, wide.height, |y| row(y)[x])))
            .collect();
        Self {
            width: wide.width,
            height: 2 * wide.height,
            pixels,
        }
    }

    /// Each pixel the mean of the 5 x 5 around it; the outermost two stay.
    pub(crate) fn softened(&self) -> Self {
        let mut across = self.pixels.clone();
        for (soft, row) in across
            .chunks_exact_mut(self.width)
            .zip(self.pixels.chunks_exact(self.width))
        {
            let means = row.windows(5).map(|five| mean(five.iter().copied()));
            for (soft, mean) in soft.iter_mut().skip(2).zip(means) {
                *soft = mean;
            }
        }
        let mut pixels = across.clone();
        let row = |y: usize| &across[y * self.width..][..self.width];
        for y in 2..self.height.saturating_sub(2) {
            let [a, b, c, d, e] = [y - 2, y - 1, y, y + 1, y + 2].map(row);
            for (x, soft) in pixels[y * self.width..][..self.width]
                .iter_mut()
                .enumerate()
            {
                *soft = mean([a[x], b[x], c[x], d[x], e[x]].into_iter());
            }
        }
        Self {
            width: self.width,
            height: self.height,
            pixels,
        }
    }

    /// The brightness at a point, between the four pixels around it; None
    /// outside of the picture.
    pub(crate) fn at(&self, [x, y]: [f32; 2]) -> Option<f32> {
        // A pixel's value is that of its middle.
        let (x, y) = (x - 0.5, y - 0.5);
        let (last_x, last_y) = (self.width as f32 - 1.0, self.height as f32 - 1.0);
        let is_inside = x >= 0.0 && y >= 0.0 && x < last_x && y < last_y;
        // A little outside is taken for the edge: grids are laid to a part of
        // a pixel.
        let is_near = x >= -1.5 && y >= -1.5 && x < last_x + 1.5 && y < last_y + 1.5;
        if !is_near {
            return None;
        }
        let (x, y) = match is_inside {
            true => (x, y),
            false => (x.clamp(0.0, last_x), y.clamp(0.0, last_y)),
        };
        let (left, top) = (x as usize, y as usize);
        let (right, down) = (x - left as f32, y - top as f32);
        let here = top * self.width + left;
        let below = if is_inside || top + 1 < self.height {
            here + self.width
        } else {
            here
        };
        let next = usize::from(is_inside || left + 1 < self.width);
        let pixel = |index: usize| f32::from(self.pixels[index]);
        let upper = pixel(here) * (1.0 - right) + pixel(here + next) * right;
        let lower = pixel(below) * (1.0 - right) + pixel(below + next) * right;
        Some(upper * (1.0 - down) + lower * down)
    }
}

/// The mean of five.
fn mean(five: impl Iterator<Item = u8>) -> u8 {
    (five.map(u16::from).sum::<u16>() / 5) as u8
}

/// The brightnesses of paper on which the picture is worth looking at. White
/// where nothing is transparent; black too if what can be seen is mostly
/// light, like white ink on nothing, which white paper would swallow.
pub(crate) fn papers(picture: &Picture) -> &'static [u8] {
    let mut visible = 0_u64;
    let mut brightness = 0_u64;
    for &[red, green, blue, opacity] in pixels(picture) {
        if opacity >= 128 {
            visible += 1;
            brightness += u64::from(luma(red, green, blue));
        }
    }
    let is_transparent = visible < u64::from(picture.width()) * u64::from(picture.height());
    if is_transparent && brightness > visible * 128 {
        &[255, 0]
    } else {
        &[255]
    }
}

fn pixels(picture: &Picture) -> impl Iterator<Item = &[u8; 4]> {
    picture.rgba().as_chunks::<4>().0.iter()
}

/// Luma of ITU-R BT.601, in 256ths.
fn luma(red: u8, green: u8, blue: u8) -> u8 {
    let sum = 77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue);
    (sum >> 8) as u8
}

/// Pixel `at` of a line that is `length` pixels long and is to be doubled.
/// Catmull-Rom a quarter of a pixel beside a pixel's middle, in 128ths.
fn between(at: usize, length: usize, pixel: impl Fn(usize) -> u8) -> u8 {
    const WEIGHTS: [i32; 4] = [-3, 29, 111, -9];
    let middle = (at / 2) as isize;
    // The nearest pixel is third in WEIGHTS if the others reach to the left.
    let step: isize = if at.is_multiple_of(2) { 1 } else { -1 };
    let sum: i32 = (-2..2)
        .zip(WEIGHTS)
        .map(|(offset, weight)| {
            let x = (middle + offset * step).clamp(0, length as isize - 1);
            weight * i32::from(pixel(x as usize))
        })
        .sum();
    ((sum + 64) >> 7).clamp(0, 255) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(width: usize, pixels: &[u8]) -> Grey {
        Grey {
            width,
            height: pixels.len() / width,
            pixels: pixels.to_vec(),
        }
    }

    fn picture(pixels: &[[u8; 4]]) -> Picture {
        Picture::from_rgba(pixels.len() as u32, 1, pixels.concat()).unwrap()
    }

    #[test]
    fn shows_the_paper_where_the_picture_is_transparent() {
        let ink = picture(&[[0, 0, 0, 255], [0, 0, 0, 0], [255, 0, 0, 255]]);
        assert_eq!(Grey::on_paper(&ink, 255).pixels, [0, 255, 76]);
        assert_eq!(Grey::on_paper(&ink, 0).pixels, [0, 0, 76]);
    }

    #[test]
    fn takes_black_paper_for_light_ink_only() {
        let white = [255, 255, 255, 255];
        let black = [0, 0, 0, 255];
        let nothing = [0, 0, 0, 0];
        assert_eq!(papers(&picture(&[white, white])), [255]);
        assert_eq!(papers(&picture(&[black, nothing])), [255]);
        assert_eq!(papers(&picture(&[white, nothing])), [255, 0]);
        assert_eq!(papers(&picture(&[nothing, nothing])), [255]);
    }

    #[test]
    fn halves_by_the_mean_and_drops_an_odd_edge() {
        let half = grey(3, &[0, 4, 9, 8, 12, 9, 9, 9, 9]).halved();
        assert_eq!((half.width, half.height), (1, 1));
        assert_eq!(half.pixels, [6]);
    }

    #[test]
    fn doubles_without_moving_edges() {
        let double = grey(4, &[0, 0, 200, 200]).doubled();
        assert_eq!((double.width, double.height), (8, 2));
        assert_eq!(double.pixels[..8], [0, 0, 0, 41, 159, 214, 205, 200]);
        assert_eq!(double.pixels[..8], double.pixels[8..]);
    }
}
