//! From a grid over a picture to the code's text: the brightness of every
//! module, black or white in several ways, decoded.

use rxing::common::BitMatrix;
use zeroize::Zeroizing;

use super::decode;
use super::fit::Fit;
use super::grey::Grey;
use super::pattern::{parts, side};

/// A way of telling black modules from white ones.
struct Rule {
    /// How much of the difference from its four neighbours is added to a
    /// module's brightness: undoes the blur of modules below two pixels.
    sharpen: f32,
    threshold: Threshold,
}

enum Threshold {
    /// Half way between the fixed pattern's dark and light.
    Fixed,
    /// The mean of the surroundings, so many modules each way.
    Around(usize),
}

/// In order of what they find. A decoder's run takes some tens of microseconds.
const RULES: &[Rule] = &[
    Rule {
        sharpen: 0.0,
        threshold: Threshold::Fixed,
    },
    Rule {
        sharpen: 0.0,
        threshold: Threshold::Around(4),
    },
    Rule {
        sharpen: 0.4,
        threshold: Threshold::Fixed,
    },
    Rule {
        sharpen: 0.4,
        threshold: Threshold::Around(4),
    },
    Rule {
        sharpen: 0.9,
        threshold: Threshold::Fixed,
    },
    Rule {
        sharpen: 1.6,
        threshold: Threshold::Around(4),
    },
    Rule {
        sharpen: 0.0,
        threshold: Threshold::Around(2),
    },
];

/// The text of the code that lies under a grid, if it can be decoded.
pub(crate) fn text(grey: &Grey, fit: &Fit, dark: f32) -> Option<Zeroizing<String>> {
    let modules = Modules::of(grey, fit)?;
    RULES
        .iter()
        .find_map(|rule| decode::text(&modules.bits(rule, dark)?))
}

/// The brightness of each module.
struct Modules {
    side: usize,
    values: Vec<f32>,
    /// Between the fixed pattern's dark and light.
    middle: f32,
}

impl Modules {
    fn of(grey: &Grey, fit: &Fit) -> Option<Self> {
        let side = side(fit.version);
        let mut values = Vec::with_capacity(side * side);
        for y in 0..side {
            for x in 0..side {
                values.push(module(grey, fit, [x as f32 + 0.5, y as f32 + 0.5])?);
            }
        }
        let (mut sums, mut counts) = ([0.0; 2], [0.0; 2]);
        for ([x, y], is_dark) in parts(fit.version).iter().flat_map(|part| &part.modules) {
            let kind = usize::from(*is_dark);
            sums[kind] += values[*y as usize * side + *x as usize];
            counts[kind] += 1.0;
        }
        Some(Self {
            side,
            values,
            middle: (sums[0] / counts[0] + sums[1] / counts[1]) / 2.0,
        })
    }

    fn bits(&self, rule: &Rule, dark: f32) -> Option<BitMatrix> {
        let mut bits = BitMatrix::with_single_dimension(self.side as u32).ok()?;
        let values = self.sharpened(rule.sharpen);
        for y in 0..self.side {
            for x in 0..self.side {
                let threshold = match rule.threshold {
                    Threshold::Fixed => self.middle,
                    Threshold::Around(reach) => self.mean_around(&values, x, y, reach),
                };
                if (values[y * self.side + x] - threshold) * dark < 0.0 {
                    bits.set(x as u32, y as u32);
                }
            }
        }
        Some(bits)
    }

    fn sharpened(&self, by: f32) -> Vec<f32> {
        let (side, values) = (self.side, &self.values);
        let value = |x: usize, y: usize| values[y * side + x];
        let last = side - 1;
        (0..values.len())
            .map(|index| {
                let (x, y) = (index % side, index / side);
                // Beyond the edge lies more of the same.
                let around = value(x.saturating_sub(1), y)
                    + value((x + 1).min(last), y)
                    + value(x, y.saturating_sub(1))
                    + value(x, (y + 1).min(last));
                values[index] + by * (values[index] - around / 4.0)
            })
            .collect()
    }

    fn mean_around(&self, values: &[f32], x: usize, y: usize, reach: usize) -> f32 {
        let range = |at: usize| at.saturating_sub(reach)..(at + reach + 1).min(self.side);
        let (columns, rows) = (range(x), range(y));
        let count = columns.len() * rows.len();
        let sum: f32 = rows
            .map(|y| values[y * self.side..][columns.clone()].iter().sum::<f32>())
            .sum();
        // Large parts of one colour pull the mean; the code's own middle holds
        // against that.
        (sum / count as f32 + self.middle) / 2.0
    }
}

/// The brightness of a module: its middle counts twice, and four points around
/// it, so that a speck does not turn it over.
fn module(grey: &Grey, fit: &Fit, [x, y]: [f32; 2]) -> Option<f32> {
    const AROUND: f32 = 0.22;
    let at = |dx: f32, dy: f32| grey.at(fit.projection.pixel([x + dx, y + dy]));
    let around =
        at(-AROUND, -AROUND)? + at(AROUND, -AROUND)? + at(-AROUND, AROUND)? + at(AROUND, AROUND)?;
    Some((2.0 * at(0.0, 0.0)? + around) / 6.0)
}
