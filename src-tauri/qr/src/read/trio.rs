//! Which three finder patterns belong to one code.

use super::marks::{Mark, distance};

/// The finder patterns of what may be a code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Trio {
    /// The one in the right angle.
    pub(crate) top_left: Mark,
    pub(crate) top_right: Mark,
    pub(crate) bottom_left: Mark,
    /// How far it is from an upright square's, 0 for not at all.
    error: f32,
}

/// Sets of three to look at in one picture, the most plausible ones.
const MAX_TRIOS: usize = 1500;
/// Other marks that are tried with each.
const MAX_OTHERS: usize = 20;
/// The smallest code is 21 modules wide, 14 from middle to middle; the largest
/// 177.
const DISTANCES: std::ops::Range<f32> = 10.0..220.0;
/// Two finders of one code differ by no more, also when seen from the side.
const MAX_RATIO: f32 = 1.8;

/// Every plausible set, the most plausible first.
pub(crate) fn trios(marks: &[Mark]) -> Vec<Trio> {
    let mut found = Vec::new();
    for corner in marks {
        let others = others(marks, corner);
        for (index, first) in others.iter().enumerate() {
            for second in &others[index + 1..] {
                found.extend(trio(corner, first, second));
            }
        }
    }
    found.sort_by(|a: &Trio, b| a.error.total_cmp(&b.error));
    found.truncate(MAX_TRIOS);
    found
}

/// The nearest marks that could belong to the same code.
fn others(marks: &[Mark], corner: &Mark) -> Vec<Mark> {
    let mut others: Vec<(f32, &Mark)> = marks
        .iter()
        .filter_map(|mark| {
            let (small, large) = (
                mark.module.min(corner.module),
                mark.module.max(corner.module),
            );
            let modules = distance(mark.middle, corner.middle) / (small + large) * 2.0;
            (large <= MAX_RATIO * small && DISTANCES.contains(&modules)).then_some((modules, mark))
        })
        .collect();
    others.sort_by(|a, b| a.0.total_cmp(&b.0));
    others
        .iter()
        .take(MAX_OTHERS)
        .map(|other| *other.1)
        .collect()
}

fn trio(corner: &Mark, first: &Mark, second: &Mark) -> Option<Trio> {
    let to = |mark: &Mark| {
        [
            mark.middle[0] - corner.middle[0],
            mark.middle[1] - corner.middle[1],
        ]
    };
    let (a, b) = (to(first), to(second));
    let (length_a, length_b) = (a[0].hypot(a[1]), b[0].hypot(b[1]));
    let cosine = (a[0] * b[0] + a[1] * b[1]) / (length_a * length_b);
    let cross = a[0] * b[1] - a[1] * b[0];
    let sides = (length_a - length_b).abs() / length_a.max(length_b);
    if cosine.abs() > 0.5 || sides > 0.5 {
        return None;
    }
    let modules = [corner.module, first.module, second.module];
    let (small, large) = modules
        .iter()
        .fold((f32::MAX, 0.0_f32), |(small, large), module| {
            (small.min(*module), large.max(*module))
        });
    let (top_right, bottom_left) = if cross > 0.0 {
        (*first, *second)
    } else {
        (*second, *first)
    };
    Some(Trio {
        top_left: *corner,
        top_right,
        bottom_left,
        error: cosine.abs() + sides + 0.3 * (large / small - 1.0),
    })
}

impl Trio {
    /// The middles, top left first.
    pub(crate) fn middles(&self) -> [[f32; 2]; 3] {
        [self.top_left, self.top_right, self.bottom_left].map(|mark| mark.middle)
    }

    /// Modules from one side of the code to the other, as far as the sizes of
    /// the marks tell.
    pub(crate) fn modules(&self) -> f32 {
        let across = distance(self.top_left.middle, self.top_right.middle);
        let down = distance(self.top_left.middle, self.bottom_left.middle);
        let module = (self.top_left.module + self.top_right.module + self.bottom_left.module) / 3.0;
        (across + down) / 2.0 / module + 7.0
    }
}

/// Marks of which pairs are looked at: the square of their number is tried.
const MAX_PAIRED: usize = 60;
/// How far the side of a code may lean, as a part of its length: guesses are
/// for screenshots, which stand upright.
const MAX_LEAN: f32 = 0.12;
/// Two finders of an upright code differ by no more.
const MAX_PAIR_RATIO: f32 = 1.3;

/// Sets of three of which one is not a mark but where it would be: for each two
/// marks that could stand on one side of a code, the code lies on this side or
/// on the other, and its right angle is at the one mark or at the other.
pub(crate) fn guesses(marks: &[Mark]) -> Vec<Trio> {
    let pairs = pairs(marks);
    let all = pairs.iter().flat_map(|[a, b]| {
        let ways = [(a, b, 1.0), (b, a, 1.0), (a, b, -1.0), (b, a, -1.0)];
        ways.map(|(corner, other, turn)| {
            let (x, y) = (
                other.middle[0] - corner.middle[0],
                other.middle[1] - corner.middle[1],
            );
            let guessed = Mark {
                middle: [corner.middle[0] - y * turn, corner.middle[1] + x * turn],
                module: corner.module,
            };
            trio(corner, other, &guessed)
        })
    });
    all.flatten().collect()
}

fn pairs(marks: &[Mark]) -> Vec<[Mark; 2]> {
    let marks = &marks[..marks.len().min(MAX_PAIRED)];
    let mut pairs = Vec::new();
    for (index, a) in marks.iter().enumerate() {
        for b in &marks[index + 1..] {
            let (x, y) = (
                (a.middle[0] - b.middle[0]).abs(),
                (a.middle[1] - b.middle[1]).abs(),
            );
            let (small, large) = (a.module.min(b.module), a.module.max(b.module));
            let is_upright = x.min(y) < MAX_LEAN * x.max(y);
            let modules = x.max(y) / large;
            if is_upright && large < MAX_PAIR_RATIO * small && DISTANCES.contains(&modules) {
                pairs.push([*a, *b]);
            }
        }
    }
    pairs
}
