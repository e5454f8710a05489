//! The squares in three corners of every QR code, whose dark and light stand
//! 1 : 1 : 3 : 1 : 1 along any line through the middle (ISO/IEC 18004, 6.3.3).

use rxing::common::BitMatrix;
use rxing::common::cpp_essentials::{
    ConcentricPattern, FixedPattern, IsPattern, LocateConcentricPattern, PatternType, PatternView,
};
use rxing::{Point, point};

use super::boxes::Boxes;
use super::runs::runs_of;

/// Pictures drawn to hold thousands of finders must not cost minutes: the sets
/// of three to try grow with their number. A sheet of 140 codes has 420.
const MAX_FINDERS: usize = 4096;
/// Rows between two scanned ones: a finder's middle is three modules high.
const ROW_STEP: usize = 3;

const RATIOS: [PatternType; 5] = [1, 1, 3, 1, 1];

/// Every finder pattern in black and white pixels. `is_late` is asked now and
/// then, and ends the search early.
pub(crate) fn finders(bits: &BitMatrix, is_late: impl Fn() -> bool) -> Vec<ConcentricPattern> {
    let mut found = Found::new(bits);
    let mut runs: Vec<u32> = Vec::new();
    for y in (ROW_STEP as u32 - 1..bits.height()).step_by(ROW_STEP) {
        runs_of(bits, y, &mut runs);
        let mut before = 0_u32;
        // Runs alternate, the first one is light.
        for first in (1..runs.len().saturating_sub(4)).step_by(2) {
            before += runs[first - 1];
            let bars: [u32; 5] = std::array::from_fn(|i| runs[first + i]);
            if is_like_finder(&bars) {
                let middle = (before + bars[0] + bars[1]) as f32 + bars[2] as f32 / 2.0;
                found.look_at(point(middle, y as f32 + 0.5), bars.iter().sum());
            }
            before += bars[0];
        }
        if found.finders.len() >= MAX_FINDERS || is_late() {
            break;
        }
    }
    found.finders
}

fn is_like_finder(bars: &[u32; 5]) -> bool {
    // Most of a page ends here, cheaply.
    let plausible =
        bars[2] >= 3 && bars[2] >= 2 * bars[0].max(bars[4]) && bars[2] >= bars[1].max(bars[3]);
    plausible
        && IsPattern::<true, 5, 7, false>(
            // Rows are at most 16,384 pixels long.
            &PatternView::from_slice(&bars.map(|bar| bar as PatternType)),
            &FixedPattern::new(RATIOS),
            None,
            0.0,
            0.0,
            0.0,
        ) != 0.0
}

/// What was found so far.
struct Found<'a> {
    bits: &'a BitMatrix,
    finders: Vec<ConcentricPattern>,
    boxes: Boxes,
}

impl<'a> Found<'a> {
    fn new(bits: &'a BitMatrix) -> Self {
        Self {
            bits,
            finders: Vec::new(),
            boxes: Boxes::new(bits.width() as usize, bits.height() as usize),
        }
    }

    /// Follows a line that crosses something 1 : 1 : 3 : 1 : 1, `width` pixels
    /// wide, and keeps it if it is a finder from all sides.
    fn look_at(&mut self, middle: Point, width: u32) {
        let is_known = self.boxes.at([middle.x, middle.y]).iter().any(|index| {
            let finder = &self.finders[*index as usize];
            Point::distance(middle, finder.p) < finder.size as f32 / 2.0
        });
        if is_known {
            return;
        }
        // Three times the width, for codes seen very much from the side.
        let range = width as i32 * 3;
        let located = LocateConcentricPattern::<true, 5, 7>(self.bits, &RATIOS, middle, range);
        if let Some(finder) = located {
            let reach = finder.size.max(0) as usize / 2;
            let place = [finder.p.x, finder.p.y];
            self.boxes.add(place, reach, self.finders.len() as u32);
            self.finders.push(finder);
        }
    }
}
