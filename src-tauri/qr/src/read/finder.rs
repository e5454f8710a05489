//! The squares in three corners of every QR code, whose dark and light stand
//! 1 : 1 : 3 : 1 : 1 along any line through the middle (ISO/IEC 18004, 6.3.3).

use rxing::common::BitMatrix;
use rxing::common::cpp_essentials::{
    ConcentricPattern, FixedPattern, GetPatternRowTP, IsPattern, LocateConcentricPattern,
    PatternRow, PatternType, PatternView,
};
use rxing::{Point, point};

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
    let mut runs = PatternRow::default();
    for y in (ROW_STEP as u32 - 1..bits.height()).step_by(ROW_STEP) {
        GetPatternRowTP(bits, y, &mut runs, false);
        let mut before = 0_u32;
        // Runs alternate, the first one is light.
        for first in (1..runs.len().saturating_sub(4)).step_by(2) {
            before += u32::from(runs[first - 1]);
            let bars: [PatternType; 5] = std::array::from_fn(|i| runs[first + i]);
            if is_like_finder(&bars, runs[first - 1]) {
                let middle =
                    before as f32 + f32::from(bars[0] + bars[1]) + f32::from(bars[2]) / 2.0;
                let width: u32 = bars.iter().map(|bar| u32::from(*bar)).sum();
                found.look_at(point(middle, y as f32 + 0.5), width);
            }
            before += u32::from(bars[0]);
        }
        if found.finders.len() >= MAX_FINDERS || is_late() {
            break;
        }
    }
    found.finders
}

fn is_like_finder(bars: &[PatternType; 5], light_before: PatternType) -> bool {
    // Most of a page ends here, cheaply.
    let plausible =
        bars[2] >= 3 && bars[2] >= 2 * bars[0].max(bars[4]) && bars[2] >= bars[1].max(bars[3]);
    plausible
        && IsPattern::<true, 5, 7, false>(
            &PatternView::from_slice(bars),
            &FixedPattern::new(RATIOS),
            Some(f32::from(light_before)),
            0.1,
            0.0,
            0.0,
        ) != 0.0
}

/// What was found, sorted into boxes by place, so that asking whether a finder
/// is known already stays cheap on pictures full of them.
struct Found<'a> {
    bits: &'a BitMatrix,
    finders: Vec<ConcentricPattern>,
    columns: usize,
    boxes: Vec<Vec<u32>>,
}

const BOX: usize = 64;

impl<'a> Found<'a> {
    fn new(bits: &'a BitMatrix) -> Self {
        let columns = bits.width() as usize / BOX + 1;
        let rows = bits.height() as usize / BOX + 1;
        Self {
            bits,
            finders: Vec::new(),
            columns,
            boxes: vec![Vec::new(); columns * rows],
        }
    }

    /// Follows a line that crosses something 1 : 1 : 3 : 1 : 1, `width` pixels
    /// wide, and keeps it if it is a finder from all sides.
    fn look_at(&mut self, middle: Point, width: u32) {
        let Some(here) = self.box_of(middle) else {
            return;
        };
        let is_known = self.boxes[here].iter().any(|index| {
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
            self.keep(finder);
        }
    }

    fn keep(&mut self, finder: ConcentricPattern) {
        let index = self.finders.len() as u32;
        self.finders.push(finder);
        let reach = (finder.size.max(0) as usize / 2).div_ceil(BOX);
        let Some(here) = self.box_of(finder.p) else {
            return;
        };
        let (column, row) = (here % self.columns, here / self.columns);
        let rows = self.boxes.len() / self.columns;
        for row in row.saturating_sub(reach)..(row + reach + 1).min(rows) {
            for column in column.saturating_sub(reach)..(column + reach + 1).min(self.columns) {
                self.boxes[row * self.columns + column].push(index);
            }
        }
    }

    fn box_of(&self, at: Point) -> Option<usize> {
        let inside = at.x >= 0.0 && at.y >= 0.0;
        let (column, row) = (at.x as usize / BOX, at.y as usize / BOX);
        let index = row * self.columns + column;
        (inside && column < self.columns && index < self.boxes.len()).then_some(index)
    }
}
