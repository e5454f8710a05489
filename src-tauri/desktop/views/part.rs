//! A part of a picture, as a person marks it in the small copy on view.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A part of a picture, in ten thousandths of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Part {
    /// From the left.
    pub left: u32,
    /// From the top.
    pub top: u32,
    /// Of the whole width.
    pub width: u32,
    /// Of the whole height.
    pub height: u32,
}

/// A whole side.
const WHOLE: u32 = 10_000;

impl Part {
    /// Left, top, width and height in pixels, with every pixel that the part touches. None
    /// if it is empty or reaches out of the picture, whose `sides` are given.
    #[must_use]
    pub fn pixels(self, sides: [u32; 2]) -> Option<[u32; 4]> {
        let [left, width] = span(self.left, self.width, sides[0])?;
        let [top, height] = span(self.top, self.height, sides[1])?;
        Some([left, top, width, height])
    }
}

/// The first pixel of a side, and how many from there.
fn span(start: u32, length: u32, side: u32) -> Option<[u32; 2]> {
    let end = start.checked_add(length).filter(|end| *end <= WHOLE)?;
    let pixels = |part: u32| u64::from(part) * u64::from(side);
    let first = u32::try_from(pixels(start) / u64::from(WHOLE)).ok()?;
    let end = u32::try_from(pixels(end).div_ceil(u64::from(WHOLE))).ok()?;
    (length > 0).then(|| [first, end.saturating_sub(first)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels([left, top, width, height]: [u32; 4]) -> Option<[u32; 4]> {
        let part = Part {
            left,
            top,
            width,
            height,
        };
        part.pixels([1000, 500])
    }

    #[test]
    fn every_pixel_that_is_touched_belongs_to_a_part() {
        assert_eq!(pixels([0, 0, 10_000, 10_000]), Some([0, 0, 1000, 500]));
        assert_eq!(pixels([1000, 2000, 2000, 4000]), Some([100, 100, 200, 200]));
        assert_eq!(pixels([1005, 5000, 1, 5000]), Some([100, 250, 1, 250]));
    }

    #[test]
    fn a_part_lies_in_the_picture_and_is_not_empty() {
        assert_eq!(pixels([5000, 0, 5001, 10_000]), None);
        assert_eq!(pixels([1, 0, u32::MAX, 10_000]), None);
        assert_eq!(pixels([5000, 5000, 0, 1000]), None);
        assert_eq!(pixels([5000, 10_000, 1000, 0]), None);
    }
}
