//! From modules to pixels: a flat square seen from anywhere.

use crate::found::Quad;

/// Where the modules of a code lie in a picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Projection {
    matrix: [f32; 9],
}

impl Projection {
    /// Of a code with so many modules on a side, by the pixels of four of its
    /// points, in order around from the top left: the middles of the three
    /// finder patterns, and where a fourth would be. None if they lie on a line.
    pub(crate) fn new(side: usize, anchors: &Quad) -> Option<Self> {
        // The unit square onto the anchors (Heckbert, "Fundamentals of Texture
        // Mapping and Image Warping", 1989, 2.2.3), then modules onto the
        // unit square.
        let [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = anchors.map(|at| at.map(f64::from));
        let (dx1, dx2, dx3) = (x1 - x2, x3 - x2, x0 - x1 + x2 - x3);
        let (dy1, dy2, dy3) = (y1 - y2, y3 - y2, y0 - y1 + y2 - y3);
        let determinant = dx1 * dy2 - dx2 * dy1;
        if determinant.abs() < 1e-6 {
            return None;
        }
        let g = (dx3 * dy2 - dx2 * dy3) / determinant;
        let h = (dx1 * dy3 - dx3 * dy1) / determinant;
        let (a, b, c) = (x1 - x0 + g * x1, x3 - x0 + h * x3, x0);
        let (d, e, f) = (y1 - y0 + g * y1, y3 - y0 + h * y3, y0);
        let scale = 1.0 / (side as f64 - 7.0);
        let row = |a: f64, b: f64, c: f64| [a * scale, b * scale, c - 3.5 * scale * (a + b)];
        let rows = [row(a, b, c), row(d, e, f), row(g, h, 1.0)];
        let mut matrix = [0.0; 9];
        for (to, from) in matrix.iter_mut().zip(rows.as_flattened()) {
            *to = *from as f32;
        }
        Some(Self { matrix })
    }

    /// The pixels of a point given in modules from the top left.
    pub(crate) fn pixel(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let [a, b, c, d, e, f, g, h, i] = self.matrix;
        let depth = g * x + h * y + i;
        [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth]
    }

    /// The corners of a code with so many modules on a side.
    pub(crate) fn corners(&self, side: usize) -> Quad {
        let far = side as f32;
        [[0.0, 0.0], [far, 0.0], [far, far], [0.0, far]].map(|at| self.pixel(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_the_middles_of_the_finders_where_they_are() {
        let anchors = [[10.0, 20.0], [150.0, 40.0], [170.0, 190.0], [20.0, 160.0]];
        let projection = Projection::new(21, &anchors).unwrap();
        let modules = [[3.5, 3.5], [17.5, 3.5], [17.5, 17.5], [3.5, 17.5]];
        for (module, anchor) in modules.iter().zip(anchors) {
            let [x, y] = projection.pixel(*module);
            assert!((x - anchor[0]).abs() < 0.01 && (y - anchor[1]).abs() < 0.01);
        }
    }

    #[test]
    fn has_nothing_to_say_of_points_on_a_line() {
        let anchors = [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [3.0, 3.0]];
        assert!(Projection::new(21, &anchors).is_none());
    }
}
