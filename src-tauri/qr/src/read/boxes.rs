//! Things with a place, sorted into square boxes, so that asking what is near
//! stays cheap on pictures full of them.

/// Pixels of a box's side.
const BOX: usize = 64;

/// Numbers of things, by place.
pub(crate) struct Boxes {
    columns: usize,
    boxes: Vec<Vec<u32>>,
}

impl Boxes {
    pub(crate) fn new(width: usize, height: usize) -> Self {
        let columns = width / BOX + 1;
        let rows = height / BOX + 1;
        Self {
            columns,
            boxes: vec![Vec::new(); columns * rows],
        }
    }

    /// Whatever was added near enough to reach the box of this place.
    pub(crate) fn at(&self, place: [f32; 2]) -> &[u32] {
        self.index(place)
            .map_or(&[], |index| self.boxes[index].as_slice())
    }

    /// Adds a thing to all boxes that are within `reach` pixels of its place.
    pub(crate) fn add(&mut self, place: [f32; 2], reach: usize, thing: u32) {
        let Some(here) = self.index(place) else {
            return;
        };
        let reach = reach.div_ceil(BOX);
        let (column, row) = (here % self.columns, here / self.columns);
        let rows = self.boxes.len() / self.columns;
        for row in row.saturating_sub(reach)..(row + reach + 1).min(rows) {
            for column in column.saturating_sub(reach)..(column + reach + 1).min(self.columns) {
                self.boxes[row * self.columns + column].push(thing);
            }
        }
    }

    fn index(&self, [x, y]: [f32; 2]) -> Option<usize> {
        let inside = x >= 0.0 && y >= 0.0;
        let (column, row) = (x as usize / BOX, y as usize / BOX);
        let index = row * self.columns + column;
        (inside && column < self.columns && index < self.boxes.len()).then_some(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_reaches_a_place() {
        let mut boxes = Boxes::new(200, 100);
        boxes.add([70.0, 10.0], 10, 1);
        boxes.add([199.0, 99.0], 0, 2);
        assert_eq!(boxes.at([10.0, 10.0]), [1]);
        assert_eq!(boxes.at([199.0, 99.0]), [2]);
        assert_eq!(boxes.at([-1.0, 0.0]), []);
        assert_eq!(boxes.at([500.0, 0.0]), []);
    }
}
