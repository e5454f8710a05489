//! A page in shades of grey, onto which filled shapes and pictures are put. No more than QR
//! codes need: no smooth edges, no colours, nothing seen through.

use hayro_interpret::kurbo::{self, Affine, BezPath, PathEl, Point, Rect, Shape};

/// A page, white at first.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    grey: Vec<u8>,
    /// How much may still be drawn, in pixels and edges: a small file can ask for a lot.
    budget: u64,
}

/// A thousand times over a page of 10 megapixels.
const BUDGET: u64 = 10_000_000_000;

/// Which points are inside a shape whose outline crosses itself.
#[derive(Clone, Copy)]
pub(super) enum Inside {
    NonZero,
    EvenOdd,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            grey: vec![0xff; width * height],
            budget: BUDGET,
        }
    }

    /// The page as red, green, blue and opacity of each pixel.
    pub(super) fn into_rgba(self) -> Vec<u8> {
        let pixels = self
            .grey
            .iter()
            .flat_map(|grey| [*grey, *grey, *grey, 0xff]);
        pixels.collect()
    }

    /// Fills a shape, in pixels from the top left.
    pub(super) fn fill(&mut self, path: &BezPath, inside: Inside, grey: u8) {
        const TOLERANCE: f64 = 0.1;
        let bounds = path.bounding_box();
        let top = pixel(bounds.y0, self.height);
        let bottom = pixel(bounds.y1.ceil(), self.height).max(top);
        let mut crossings = Crossings {
            top,
            rows: vec![Vec::new(); bottom - top],
        };
        let (mut start, mut last) = (Point::ZERO, Point::ZERO);
        let mut budget = self.budget;
        let mut edge = |from: Point, to: Point| crossings.add(from, to, &mut budget);
        kurbo::flatten(path, TOLERANCE, |element| match element {
            PathEl::MoveTo(point) => {
                edge(last, start);
                (start, last) = (point, point);
            }
            PathEl::LineTo(point) => {
                edge(last, point);
                last = point;
            }
            PathEl::ClosePath => {
                edge(last, start);
                last = start;
            }
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
        });
        edge(last, start);
        self.budget = budget;
        for (row, mut crossings) in (top..).zip(crossings.rows) {
            crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut winding = 0;
            for pair in crossings.windows(2) {
                winding += pair[0].1;
                let is_inside = match inside {
                    Inside::NonZero => winding != 0,
                    Inside::EvenOdd => winding % 2 != 0,
                };
                if is_inside {
                    self.span(row, pair[0].0, pair[1].0, grey);
                }
            }
        }
    }

    /// Puts a picture of `width` x `height` pixels where `place` takes its corners. `grey`
    /// is asked for the pixels that are seen; none is where the page shines through.
    pub(super) fn put(
        &mut self,
        (width, height): (u32, u32),
        place: Affine,
        grey: impl Fn(usize, usize) -> Option<u8>,
    ) {
        let (width, height) = (f64::from(width), f64::from(height));
        let bounds = place.transform_rect_bbox(Rect::new(0.0, 0.0, width, height));
        if place.determinant().abs() < f64::EPSILON || !bounds.is_finite() {
            return;
        }
        let back = place.inverse();
        let (left, right) = (
            pixel(bounds.x0, self.width),
            pixel(bounds.x1.ceil(), self.width),
        );
        let (top, bottom) = (
            pixel(bounds.y0, self.height),
            pixel(bounds.y1.ceil(), self.height),
        );
        let pixels = (right - left) as u64 * (bottom - top) as u64;
        let Some(budget) = self.budget.checked_sub(pixels) else {
            return;
        };
        self.budget = budget;
        for row in top..bottom {
            for column in left..right {
                let point = back * Point::new(column as f64 + 0.5, row as f64 + 0.5);
                let is_on = (0.0..width).contains(&point.x) && (0.0..height).contains(&point.y);
                if is_on && let Some(grey) = grey(point.x as usize, point.y as usize) {
                    self.grey[row * self.width + column] = grey;
                }
            }
        }
    }

    /// Fills the pixels of a row whose middles lie between `from` and `to`.
    fn span(&mut self, row: usize, from: f64, to: f64, grey: u8) {
        let (from, to) = (pixel(from + 0.5, self.width), pixel(to + 0.5, self.width));
        let Some(budget) = self.budget.checked_sub(to.saturating_sub(from) as u64) else {
            return;
        };
        self.budget = budget;
        let start = row * self.width;
        if from < to {
            self.grey[start + from..start + to].fill(grey);
        }
    }
}

/// Where the outline of a shape crosses the middles of rows, and whether downwards.
struct Crossings {
    /// The first of the rows.
    top: usize,
    rows: Vec<Vec<(f64, i32)>>,
}

impl Crossings {
    /// Adds those of the line between two points.
    fn add(&mut self, from: Point, to: Point, budget: &mut u64) {
        let (upper, lower, direction) = match from.y <= to.y {
            true => (from, to, 1),
            false => (to, from, -1),
        };
        if !from.is_finite() || !to.is_finite() {
            return;
        }
        let bottom = self.top + self.rows.len();
        let first = pixel(upper.y + 0.5, bottom).max(self.top);
        let end = pixel(lower.y + 0.5, bottom).max(first);
        let Some(left) = budget.checked_sub(1 + (end - first) as u64) else {
            return;
        };
        *budget = left;
        let slope = (lower.x - upper.x) / (lower.y - upper.y);
        for row in first..end {
            let middle = row as f64 + 0.5;
            let x = upper.x + (middle - upper.y) * slope;
            self.rows[row - self.top].push((x, direction));
        }
    }
}

/// A place as a number of whole pixels, at most `end`.
fn pixel(place: f64, end: usize) -> usize {
    (place.max(0.0) as usize).min(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page as `#` for dark and `.` for light.
    fn shown(canvas: &Canvas) -> Vec<String> {
        let rows = canvas.grey.chunks(canvas.width);
        let mark = |grey: &u8| if *grey < 128 { '#' } else { '.' };
        rows.map(|row| row.iter().map(mark).collect()).collect()
    }

    fn rect(x0: f64, y0: f64, x1: f64, y1: f64) -> BezPath {
        Rect::new(x0, y0, x1, y1).to_path(0.1)
    }

    #[test]
    fn fills_the_pixels_whose_middle_is_inside() {
        let mut canvas = Canvas::new(5, 3);
        canvas.fill(&rect(1.4, 0.6, 3.6, 9.0), Inside::NonZero, 0);
        assert_eq!(shown(&canvas), [".....", ".###.", ".###."]);
    }

    #[test]
    fn a_shape_in_a_shape_is_a_hole_by_the_rule_that_says_so() {
        let mut both = rect(0.0, 0.0, 5.0, 3.0);
        both.extend(rect(2.0, 1.0, 3.0, 2.0));
        for (inside, middle) in [(Inside::NonZero, "#####"), (Inside::EvenOdd, "##.##")] {
            let mut canvas = Canvas::new(5, 3);
            canvas.fill(&both, inside, 0);
            assert_eq!(shown(&canvas), ["#####", middle, "#####"]);
        }
    }

    #[test]
    fn puts_a_picture_turned_and_scaled() {
        let mut canvas = Canvas::new(4, 4);
        // Two pixels, the left one dark, each two wide; a quarter turn clockwise.
        let place = Affine::translate((4.0, 0.0))
            * Affine::rotate(std::f64::consts::FRAC_PI_2)
            * Affine::scale(2.0);
        canvas.put((2, 1), place, |x, _| Some(if x == 0 { 0 } else { 255 }));
        assert_eq!(shown(&canvas), ["..##", "..##", "....", "...."]);
    }

    #[test]
    fn what_is_no_place_draws_nothing() {
        let mut canvas = Canvas::new(2, 1);
        for place in [
            Affine::scale(0.0),
            Affine::scale(f64::NAN),
            Affine::scale(1e300),
        ] {
            canvas.put((2, 1), place, |_, _| None);
            canvas.fill(&(place * rect(0.0, 0.0, 0.0, 0.0)), Inside::NonZero, 0);
        }
        assert_eq!(shown(&canvas), [".."]);
    }
}
