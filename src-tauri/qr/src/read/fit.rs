//! From three finder patterns to the grid of a code: the size and the place at
//! which the modules that are the same in every code fit the picture best.

use std::ops::RangeInclusive;

use super::grey::Grey;
use super::pattern::{self, Kind, VERSIONS, parts};
use super::project::Projection;
use super::trio::Trio;
use crate::found::Quad;

/// A grid laid over a picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fit {
    pub(crate) version: usize,
    anchors: Quad,
    pub(crate) projection: Projection,
    pub(crate) score: Score,
}

/// How well the fixed pattern is seen, -1 to 1 (the correlation of what should
/// be dark with what is).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Score {
    pub(crate) all: f32,
    /// The timing patterns alone: text has things like finders, but hardly these.
    pub(crate) timing: f32,
}

/// Sizes to try around the one that the finders tell, in versions.
const VERSIONS_AROUND: usize = 2;
/// Below this, what lies between three marks is not like a code at all.
const MIN_FIRST: f32 = 0.35;
const MIN_FIRST_TIMING: f32 = 0.25;

/// Below this, one timing pattern alone says that there is none.
const MIN_LINE: f32 = 0.1;

/// The best grid for three finders, or none if there seems to be no code.
///
/// `dark` is 1 for dark modules on light, -1 for light ones on dark. Costs some
/// microseconds where there is no code, half a millisecond where there is one.
pub(crate) fn fit(grey: &Grey, trio: &Trio, dark: f32) -> Option<Fit> {
    let anchors = anchors(trio);
    // Most of what is tried is text, and ends here.
    let (version, timing) = versions(trio)
        .filter_map(|version| Some((version, timing(grey, version, &anchors, dark)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    if timing < MIN_FIRST_TIMING {
        return None;
    }
    let best = Fit::new(grey, version, anchors, dark)?;
    (best.score.all >= MIN_FIRST).then(|| best.climbed(grey, dark))
}

/// The finders' middles and where a fourth would be, in order around.
fn anchors(trio: &Trio) -> Quad {
    let [top_left, top_right, bottom_left] = trio.middles();
    let bottom_right = [
        top_right[0] + bottom_left[0] - top_left[0],
        top_right[1] + bottom_left[1] - top_left[1],
    ];
    [top_left, top_right, bottom_right, bottom_left]
}

/// The sizes that a code with these finders may have.
fn versions(trio: &Trio) -> RangeInclusive<usize> {
    let guess = ((trio.modules() - 17.0) / 4.0).round().max(1.0) as usize;
    // Far codes of many modules are told less exactly.
    let around = VERSIONS_AROUND + guess / 8;
    guess.saturating_sub(around).max(1)..=(guess + around).min(VERSIONS)
}

/// How well two finders and one timing pattern fit, for codes of which the rest
/// lies outside of the picture: at the version that fits best, with the corners
/// of that.
pub(crate) fn best_line(grey: &Grey, trio: &Trio, dark: f32) -> Option<(f32, Quad)> {
    let anchors = anchors(trio);
    let fits = versions(trio).filter_map(|version| {
        let projection = Projection::new(pattern::side(version), &anchors)?;
        let best_first = |kind: Kind| {
            let parts = parts(version).iter().filter(|part| part.kind == kind);
            let mut fits: Vec<f32> = parts
                .filter_map(|part| Some(correlation(grey, part, &projection)? * -dark))
                .collect();
            fits.sort_by(|a, b| b.total_cmp(a));
            fits
        };
        // Both finders must be seen whole: text, too, has marks and lines.
        let finder = *best_first(Kind::Finder).get(1)?;
        let line = *best_first(Kind::Timing).first()?;
        Some((finder.min(line), projection.corners(pattern::side(version))))
    });
    fits.max_by(|a, b| a.0.total_cmp(&b.0))
}

/// How well the timing patterns of a version fit; None if they would reach out
/// of the picture.
fn timing(grey: &Grey, version: usize, anchors: &Quad, dark: f32) -> Option<f32> {
    let projection = Projection::new(pattern::side(version), anchors)?;
    let mut lines = parts(version)
        .iter()
        .filter(|part| part.kind == Kind::Timing);
    let first = correlation(grey, lines.next()?, &projection)? * -dark;
    if first < MIN_LINE {
        return None;
    }
    let second = correlation(grey, lines.next()?, &projection)? * -dark;
    Some((first + second) / 2.0)
}

impl Fit {
    fn new(grey: &Grey, version: usize, anchors: Quad, dark: f32) -> Option<Self> {
        let projection = Projection::new(pattern::side(version), &anchors)?;
        let score = score(grey, version, &projection, dark)?;
        Some(Self {
            version,
            anchors,
            projection,
            score,
        })
    }

    /// Pixels of a module, the mean of two sides.
    pub(crate) fn module(&self) -> f32 {
        let [a, b, _, d] = self.anchors;
        let sides = (a[0] - b[0]).hypot(a[1] - b[1]) + (a[0] - d[0]).hypot(a[1] - d[1]);
        sides / 2.0 / (pattern::side(self.version) as f32 - 7.0)
    }

    pub(crate) fn corners(&self) -> Quad {
        self.projection.corners(pattern::side(self.version))
    }

    /// Moves the anchors, the unseen fourth one first and farthest, as long as
    /// the fixed pattern fits better.
    fn climbed(self, grey: &Grey, dark: f32) -> Self {
        const STEPS: [f32; 5] = [2.0, 1.0, 0.5, 0.25, 0.12];
        const ROUNDS: usize = 6;
        let module = self.module();
        let mut best = self;
        for step in STEPS {
            for _ in 0..ROUNDS {
                let mut is_better = false;
                for anchor in [2, 0, 1, 3] {
                    // The finders' middles are known to half a module.
                    if anchor != 2 && step > 0.5 {
                        continue;
                    }
                    for (axis, sign) in [(0, 1.0), (0, -1.0), (1, 1.0), (1, -1.0)] {
                        let mut anchors = best.anchors;
                        anchors[anchor][axis] += sign * step * module;
                        let moved = Self::new(grey, best.version, anchors, dark);
                        if let Some(moved) = moved.filter(|moved| moved.score.all > best.score.all)
                        {
                            best = moved;
                            is_better = true;
                        }
                    }
                }
                if !is_better {
                    break;
                }
            }
        }
        best
    }
}

/// How well the fixed pattern fits; None if it would reach out of the picture.
fn score(grey: &Grey, version: usize, projection: &Projection, dark: f32) -> Option<Score> {
    let (mut all, mut modules) = (0.0, 0.0);
    let (mut timing, mut lines) = (0.0, 0.0);
    for part in parts(version) {
        let fit = correlation(grey, part, projection)? * -dark;
        let count = part.modules.len() as f32;
        all += fit * count;
        modules += count;
        if part.kind == Kind::Timing {
            timing += fit;
            lines += 1.0;
        }
    }
    Some(Score {
        all: all / modules,
        timing: timing / lines,
    })
}

/// The correlation of brightness with being dark, negative where dark is dark.
fn correlation(grey: &Grey, part: &pattern::Part, projection: &Projection) -> Option<f32> {
    let count = part.modules.len() as f32;
    let (mut sum, mut squares, mut in_dark, mut darks) = (0.0, 0.0, 0.0, 0.0);
    for (module, is_dark) in &part.modules {
        let value = grey.at(projection.pixel(*module))?;
        sum += value;
        squares += value * value;
        if *is_dark {
            in_dark += value;
            darks += 1.0;
        }
    }
    let variance = squares - sum * sum / count;
    let spread = darks - darks * darks / count;
    let together = in_dark - sum * darks / count;
    // Less than a step of brightness is no pattern.
    Some(match variance > count {
        true => together / (variance * spread).sqrt(),
        false => 0.0,
    })
}
