//! Our own search for finder patterns, by their inside alone: a light ring
//! around a dark stone, 1 : 3 : 1, with something dark beyond.
//!
//! The usual search wants the outer ring to be one module wide as well. Where a
//! code has no border, on a dark panel or on noise, that ring runs into what is
//! around it and the pattern is never seen.

use rxing::common::BitMatrix;

use super::boxes::Boxes;
use super::runs::runs_of;

/// A place that looks like the middle of a finder pattern.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    pub(crate) middle: [f32; 2],
    /// Pixels of a module, the mean of across and down.
    pub(crate) module: f32,
}

/// Pictures drawn to hold thousands must not cost minutes. A sheet of 140 codes
/// has 420.
const MAX_MARKS: usize = 2048;
/// Rows between two scanned ones: a stone is three modules high.
const ROW_STEP: usize = 2;
/// Of the eight directions from the middle, in how many stone, light ring and
/// dark ring must follow each other. One may be spoilt by dirt or a logo.
const MIN_RAYS: usize = 7;

/// Every mark in black and white pixels. `is_late` is asked now and then, and
/// ends the search early.
pub(crate) fn marks(bits: &BitMatrix, is_late: impl Fn() -> bool) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut boxes = Boxes::new(bits.width() as usize, bits.height() as usize);
    let mut runs = Vec::new();
    for y in (1..bits.height()).step_by(ROW_STEP) {
        runs_of(bits, y, &mut runs);
        let mut x = 0;
        for (index, run) in runs.iter().enumerate() {
            let start = x;
            x += run;
            // Dark runs have odd numbers; there must be light on both sides.
            let is_between = index % 2 == 1 && index + 1 < runs.len();
            if !is_between || !is_stone(runs[index - 1], *run, runs[index + 1]) {
                continue;
            }
            let middle = [start as f32 + *run as f32 / 2.0, y as f32 + 0.5];
            let is_known = boxes.at(middle).iter().any(|known| {
                let known: &Mark = &found[*known as usize];
                distance(known.middle, middle) < 2.0 * known.module
            });
            if is_known {
                continue;
            }
            if let Some(mark) = look_at(bits, middle, *run) {
                boxes.add(mark.middle, mark.module as usize * 4, found.len() as u32);
                found.push(mark);
            }
        }
        if found.len() >= MAX_MARKS || is_late() {
            break;
        }
    }
    found
}

pub(crate) fn distance([ax, ay]: [f32; 2], [bx, by]: [f32; 2]) -> f32 {
    (ax - bx).hypot(ay - by)
}

/// Whether light, dark, light could be 1 : 3 : 1.
fn is_stone(before: u32, stone: u32, after: u32) -> bool {
    if stone < 2 || before > stone || after > stone {
        return false;
    }
    let [before, stone, after] = [before, stone, after].map(|run| run as f32);
    let module = (before + stone + after) / 5.0;
    let slack = 0.6 * module + 0.6;
    (before - module).abs() < slack
        && (after - module).abs() < slack
        && (stone - 3.0 * module).abs() < slack + 0.4 * module
}

/// What lies along a line through the middle of a stone: where the line enters
/// and leaves the stone, and where the light ring ends.
struct Cut {
    stone: [f32; 2],
    ring: [f32; 2],
}

impl Cut {
    /// From the pixel at `middle` both ways along `step`, in steps.
    fn through(bits: &BitMatrix, middle: [i32; 2], step: [i32; 2], reach: i32) -> Option<Self> {
        let [back, ahead] = [-1, 1].map(|sign| {
            let mut steps = 0;
            let mut run = |is_dark: bool| {
                while steps <= reach {
                    let x = middle[0] + sign * step[0] * steps;
                    let y = middle[1] + sign * step[1] * steps;
                    if is_outside(bits, x, y) || bits.get(x as u32, y as u32) != is_dark {
                        break;
                    }
                    steps += 1;
                }
                steps
            };
            let stone = run(true);
            let ring = run(false);
            (stone > 0 && ring > stone && ring <= reach).then_some([stone as f32, ring as f32])
        });
        let ([back_stone, back_ring], [stone, ring]) = (back?, ahead?);
        Some(Self {
            stone: [1.0 - back_stone, stone],
            ring: [1.0 - back_ring, ring],
        })
    }

    fn is_plausible(&self) -> bool {
        let length = |[from, to]: [f32; 2]| to - from;
        let (stone, before, after) = (
            length(self.stone),
            self.stone[0] - self.ring[0],
            self.ring[1] - self.stone[1],
        );
        is_stone(before as u32, stone as u32, after as u32)
    }

    /// Steps from the start to the middle, by both edges.
    fn middle(&self) -> f32 {
        (self.stone[0] + self.stone[1] + self.ring[0] + self.ring[1]) / 4.0
    }

    fn module(&self) -> f32 {
        (self.ring[1] - self.ring[0]) / 5.0
    }
}

fn is_outside(bits: &BitMatrix, x: i32, y: i32) -> bool {
    x < 0 || y < 0 || x >= bits.width() as i32 || y >= bits.height() as i32
}

/// Follows a row's light, dark, light down, across again, and around.
fn look_at(bits: &BitMatrix, middle: [f32; 2], stone: u32) -> Option<Mark> {
    let reach = 3 * stone as i32;
    let [x, y] = middle.map(|at| at as i32);
    let down = Cut::through(bits, [x, y], [0, 1], reach).filter(Cut::is_plausible)?;
    let y = y as f32 + down.middle();
    let across = Cut::through(bits, [x, y as i32], [1, 0], reach).filter(Cut::is_plausible)?;
    let x = x as f32 + across.middle();
    let (wide, high) = (across.module(), down.module());
    if wide.max(high) > 1.7 * wide.min(high) {
        return None;
    }
    let module = (wide + high) / 2.0;
    (rays(bits, [x, y], module) >= MIN_RAYS).then_some(Mark {
        middle: [x, y],
        module,
    })
}

/// In how many of eight directions the stone ends, the light ring ends and
/// something dark begins where they would in a square, a circle, or either of
/// them turned.
fn rays(bits: &BitMatrix, [x, y]: [f32; 2], module: f32) -> usize {
    const DIAGONAL: f32 = std::f32::consts::FRAC_1_SQRT_2;
    const DIRECTIONS: [[f32; 2]; 8] = [
        [1.0, 0.0],
        [DIAGONAL, DIAGONAL],
        [0.0, 1.0],
        [-DIAGONAL, DIAGONAL],
        [-1.0, 0.0],
        [-DIAGONAL, -DIAGONAL],
        [0.0, -1.0],
        [DIAGONAL, -DIAGONAL],
    ];
    let is_good = |[dx, dy]: &[f32; 2]| {
        let is_dark = |distance: f32| {
            let (x, y) = (x + dx * distance, y + dy * distance);
            let inside =
                x >= 0.0 && y >= 0.0 && x < bits.width() as f32 && y < bits.height() as f32;
            inside && bits.get(x as u32, y as u32)
        };
        let step = 0.5_f32.min(module / 4.0);
        let mut distance = 0.0;
        let mut until = |dark: bool, most: f32| {
            while distance <= most && is_dark(distance) == dark {
                distance += step;
            }
            distance
        };
        let slack = 0.5;
        let stone = until(true, 2.6 * module + slack);
        let ring = until(false, 4.2 * module + slack);
        stone >= module - slack
            && stone <= 2.5 * module + slack
            && ring >= 1.9 * module - slack
            && ring <= 4.0 * module + slack
            && ring - stone >= (0.4 * module).min(1.0)
            // The dark ring is no hair, as the edge of a letter or an icon is.
            && is_dark(ring + 0.5 * module)
    };
    DIRECTIONS.iter().filter(|way| is_good(way)).count()
}
