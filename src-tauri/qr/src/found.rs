//! A code that was found: its text and its place, and what places have to do
//! with each other.

use std::fmt;

use zeroize::Zeroizing;

use crate::PictureError;

/// One QR code of a picture.
#[derive(Clone, PartialEq)]
pub struct FoundCode {
    /// What the code says. Wiped when dropped; not shown by `Debug`.
    pub text: Zeroizing<String>,
    /// The code's own top-left, top-right, bottom-right and bottom-left
    /// corner, as `[x, y]` in pixels of the picture. A code that stands on its
    /// head has its top left at the picture's bottom right.
    pub corners: Quad,
}

/// A place that looks like a QR code which could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread {
    /// As in [`FoundCode::corners`]; they may lie outside of the picture.
    pub corners: Quad,
    /// What keeps it from being read, as far as the pixels tell: one of the
    /// variants that begin with `Code`.
    pub reason: PictureError,
}

/// What was found in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The codes in reading order, each once.
    pub codes: Vec<FoundCode>,
    /// What looks like a code and could not be read.
    pub unread: Vec<Unread>,
}

impl Reading {
    /// What to tell of a picture in which no code was read but one seems to
    /// be.
    pub fn why_nothing(&self) -> Option<PictureError> {
        let unread = self.unread.first().filter(|_| self.codes.is_empty());
        unread.map(|unread| unread.reason.clone())
    }
}

/// Four corners, in order around.
pub type Quad = [[f32; 2]; 4];

impl fmt::Debug for FoundCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FoundCode")
            .field("text", &"[REDACTED]")
            .field("corners", &self.corners)
            .finish()
    }
}

impl FoundCode {
    /// Whether this is the other code, seen a second time.
    pub(crate) fn is_again(&self, other: &Self) -> bool {
        self.text == other.text
            && Bounds::of(&self.corners).contains(Bounds::of(&other.corners).centre())
    }
}

/// The upright rectangle around some points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
}

impl Bounds {
    pub(crate) fn of(points: &[[f32; 2]]) -> Self {
        let nothing = Self {
            left: f32::INFINITY,
            top: f32::INFINITY,
            right: f32::NEG_INFINITY,
            bottom: f32::NEG_INFINITY,
        };
        points.iter().fold(nothing, |bounds, [x, y]| Self {
            left: bounds.left.min(*x),
            top: bounds.top.min(*y),
            right: bounds.right.max(*x),
            bottom: bounds.bottom.max(*y),
        })
    }

    pub(crate) fn centre(&self) -> [f32; 2] {
        [
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        ]
    }

    pub(crate) fn contains(&self, [x, y]: [f32; 2]) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The same in a picture of another size.
    pub(crate) fn scaled(&self, by: f32) -> Self {
        Self {
            left: self.left * by,
            top: self.top * by,
            right: self.right * by,
            bottom: self.bottom * by,
        }
    }

    /// Grown on each side by a part of the longer side, and some pixels more.
    pub(crate) fn grown(&self, part: f32, pixels: f32) -> Self {
        let by = part * (self.right - self.left).max(self.bottom - self.top) + pixels;
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }
}

/// Puts codes in the order in which a page is read: rows from the top, and in
/// a row from the left. Codes are in one row if the middle of each is beside
/// the row's topmost code.
pub(crate) fn sort_as_read(codes: &mut [FoundCode]) {
    let place = |code: &FoundCode| Bounds::of(&code.corners);
    codes.sort_by(|a, b| place(a).centre()[1].total_cmp(&place(b).centre()[1]));
    let mut rest = codes;
    while let Some(first) = rest.first() {
        let bottom = place(first).bottom;
        let in_row = rest.partition_point(|code| place(code).centre()[1] < bottom);
        let (row, below) = rest.split_at_mut(in_row.max(1));
        row.sort_by(|a, b| place(a).left.total_cmp(&place(b).left));
        rest = below;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(text: &str, x: f32, y: f32, side: f32) -> FoundCode {
        FoundCode {
            text: Zeroizing::new(text.to_owned()),
            corners: [[x, y], [x + side, y], [x + side, y + side], [x, y + side]],
        }
    }

    #[test]
    fn reads_rows_before_columns() {
        let mut codes = vec![
            square("below, left", 0.0, 300.0, 100.0),
            square("right, a little higher", 400.0, 90.0, 100.0),
            square("left", 10.0, 100.0, 100.0),
            square("middle, larger", 200.0, 100.0, 140.0),
        ];
        sort_as_read(&mut codes);
        let texts: Vec<&str> = codes.iter().map(|code| code.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "left",
                "middle, larger",
                "right, a little higher",
                "below, left"
            ]
        );
    }

    #[test]
    fn knows_a_code_again_by_text_and_place() {
        let code = square("a", 10.0, 10.0, 100.0);
        assert!(code.is_again(&square("a", 12.0, 9.0, 98.0)));
        assert!(!code.is_again(&square("b", 12.0, 9.0, 98.0)));
        assert!(!code.is_again(&square("a", 200.0, 10.0, 100.0)));
    }

    #[test]
    fn says_nothing_of_the_text_in_debug_output() {
        let shown = format!("{:?}", square("secret", 0.0, 0.0, 1.0));
        assert!(!shown.contains("secret"), "{shown}");
    }
}
