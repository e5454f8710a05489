//! Brightness to black and white, in three ways that fail on different pictures.

use rxing::common::{BitArray, BitMatrix};

use super::grey::Grey;

/// By blocks of 8 x 8 pixels, each against the mean of the 25 around it: best
/// for most pictures, but blind where light and dark differ by less than 24
/// steps. (The way that ZXing made common.)
pub(crate) fn by_blocks(grey: &Grey) -> Option<BitMatrix> {
    let Some(levels) = Levels::of(grey) else {
        return global(grey);
    };
    black_where(grey, |y, thresholds| {
        if y % BLOCK == 0 {
            let row = levels.row_means(y / BLOCK);
            for (thresholds, mean) in thresholds.chunks_mut(BLOCK).zip(row) {
                thresholds.fill(mean);
            }
        }
    })
}

/// One threshold for the whole picture, after Otsu: that which parts the pixels
/// into the two groups that differ most.
pub(crate) fn global(grey: &Grey) -> Option<BitMatrix> {
    let threshold = otsu(&grey.pixels);
    black_where(grey, |y, thresholds| {
        if y == 0 {
            thresholds.fill(threshold);
        }
    })
}

/// Each pixel against the mean of the square around it that reaches so many
/// pixels each way: follows shadows and sees the faintest contrast. The square
/// must be wider than a finder pattern's stone, or that comes out hollow.
pub(crate) fn by_surroundings<const RADIUS: usize>(grey: &Grey) -> Option<BitMatrix> {
    let row = |y: usize| &grey.pixels[y * grey.width..][..grey.width];
    let mut columns = vec![0_u32; grey.width];
    for y in 0..RADIUS.min(grey.height) {
        for (sum, pixel) in columns.iter_mut().zip(row(y)) {
            *sum += u32::from(*pixel);
        }
    }
    let mut sums = vec![0_u32; grey.width];
    black_where(grey, |y, thresholds| {
        if y + RADIUS < grey.height {
            for (sum, pixel) in columns.iter_mut().zip(row(y + RADIUS)) {
                *sum += u32::from(*pixel);
            }
        }
        if y > RADIUS {
            for (sum, pixel) in columns.iter_mut().zip(row(y - RADIUS - 1)) {
                *sum -= u32::from(*pixel);
            }
        }
        let mut sum: u32 = columns.iter().take(RADIUS).sum();
        for (x, square) in sums.iter_mut().enumerate() {
            if let Some(column) = columns.get(x + RADIUS) {
                sum += column;
            }
            if x > RADIUS {
                sum -= columns[x - RADIUS - 1];
            }
            *square = sum;
        }
        let rows = (y + RADIUS + 1).min(grey.height) - y.saturating_sub(RADIUS);
        let near_edge = |x: usize| (x + RADIUS + 1).min(grey.width) - x.saturating_sub(RADIUS);
        let inner = 1.0 / (rows * (2 * RADIUS + 1)) as f32;
        for (threshold, sum) in thresholds.iter_mut().zip(&sums) {
            *threshold = below_mean(*sum, inner);
        }
        let edges = (0..RADIUS).chain(grey.width.saturating_sub(RADIUS)..grey.width);
        for x in edges.filter(|x| *x < grey.width) {
            thresholds[x] = below_mean(sums[x], 1.0 / (rows * near_edge(x)) as f32);
        }
    })
}

/// The brightest value that is darker than the mean.
fn below_mean(sum: u32, one_by_count: f32) -> u8 {
    // Half a pixel's step less: what equals the mean is not darker.
    ((sum as f32 - 0.5) * one_by_count) as u8
}

const BLOCK: usize = 8;

/// A brightness for each block of 8 x 8 pixels, between its light and dark.
struct Levels {
    columns: usize,
    rows: usize,
    values: Vec<u8>,
}

impl Levels {
    /// None if the picture is less than five blocks wide or high.
    fn of(grey: &Grey) -> Option<Self> {
        let (columns, rows) = (grey.width.div_ceil(BLOCK), grey.height.div_ceil(BLOCK));
        if grey.width < 5 * BLOCK || grey.height < 5 * BLOCK {
            return None;
        }
        let mut levels = Self {
            columns,
            rows,
            values: Vec::with_capacity(columns * rows),
        };
        let mut least = vec![0_u8; grey.width];
        let mut most = vec![0_u8; grey.width];
        let mut sums = vec![0_u16; grey.width];
        for block in 0..rows {
            // The last blocks reach back over their neighbours.
            let top = (block * BLOCK).min(grey.height - BLOCK);
            least.fill(255);
            most.fill(0);
            sums.fill(0);
            for row in grey.pixels[top * grey.width..][..BLOCK * grey.width].chunks(grey.width) {
                for (x, pixel) in row.iter().enumerate() {
                    least[x] = least[x].min(*pixel);
                    most[x] = most[x].max(*pixel);
                    sums[x] += u16::from(*pixel);
                }
            }
            for column in 0..columns {
                let left = (column * BLOCK).min(grey.width - BLOCK);
                let columns = left..left + BLOCK;
                let dark = least[columns.clone()].iter().fold(255, |a, b| a.min(*b));
                let light = most[columns.clone()].iter().fold(0, |a, b| a.max(*b));
                let sum: u32 = sums[columns].iter().map(|sum| u32::from(*sum)).sum();
                levels.push(dark, light, sum);
            }
        }
        Some(levels)
    }

    fn push(&mut self, dark: u8, light: u8, sum: u32) {
        const MIN_RANGE: u8 = 24;
        let index = self.values.len();
        let (column, row) = (index % self.columns, index / self.columns);
        let level = if light - dark > MIN_RANGE {
            (sum / (BLOCK * BLOCK) as u32) as u8
        } else if column > 0 && row > 0 {
            // All of one colour. That is taken for light, unless the blocks
            // before it say that it is the inside of something dark.
            let above = index - self.columns;
            let near = |index: usize| u16::from(self.values[index]);
            let around = ((near(above) + 2 * near(index - 1) + near(above - 1)) / 4) as u8;
            if dark < around { around } else { dark / 2 }
        } else {
            dark / 2
        };
        self.values.push(level);
    }

    /// For a row of blocks, the mean of the 25 around each.
    fn row_means(&self, row: usize) -> impl Iterator<Item = u8> {
        const AROUND: usize = 2;
        let row = row.clamp(AROUND, self.rows - 1 - AROUND);
        let rows = &self.values[(row - AROUND) * self.columns..][..(2 * AROUND + 1) * self.columns];
        (0..self.columns).map(move |column| {
            let column = column.clamp(AROUND, self.columns - 1 - AROUND);
            let rows = rows.chunks_exact(self.columns);
            let sum: u32 = rows
                .flat_map(|row| &row[column - AROUND..=column + AROUND])
                .map(|level| u32::from(*level))
                .sum();
            (sum / 25) as u8
        })
    }
}

/// Builds the matrix row by row: `thresholds_of` is given a row's number and
/// the thresholds of the row before, and writes the brightest black of each
/// pixel.
fn black_where(grey: &Grey, mut thresholds_of: impl FnMut(usize, &mut [u8])) -> Option<BitMatrix> {
    const WORD: usize = usize::BITS as usize;
    let mut bits = BitMatrix::new(grey.width as u32, grey.height as u32).ok()?;
    let mut thresholds = vec![0; grey.width];
    let mut row_bits = BitArray::with_size(grey.width);
    for (y, row) in grey.pixels.chunks_exact(grey.width).enumerate() {
        thresholds_of(y, &mut thresholds);
        let words = row.chunks(WORD).zip(thresholds.chunks(WORD)).enumerate();
        for (index, (pixels, thresholds)) in words {
            row_bits.setBulk(index * WORD, word(pixels, thresholds));
        }
        bits.setRow(y as u32, &row_bits);
    }
    Some(bits)
}

/// A bit for each pixel that is no brighter than its threshold.
fn word(pixels: &[u8], thresholds: &[u8]) -> usize {
    let ((eights, rest), (limits, rest_limits)) =
        (pixels.as_chunks::<8>(), thresholds.as_chunks::<8>());
    let mut word = 0;
    for (index, (pixels, limits)) in eights.iter().zip(limits).enumerate() {
        let bits = not_above(u64::from_le_bytes(*pixels), u64::from_le_bytes(*limits));
        word |= (bits as usize) << (8 * index);
    }
    for (index, (pixel, limit)) in rest.iter().zip(rest_limits).enumerate() {
        word |= usize::from(pixel <= limit) << (8 * eights.len() + index);
    }
    word
}

/// Eight comparisons of bytes at once: a bit for each that is not above the
/// other's, the lowest byte first.
fn not_above(bytes: u64, limits: u64) -> u8 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // No byte borrows from the next: its high bit is set before the
    // subtraction and tells afterwards whether it was needed.
    let low = (limits | HIGH) - (bytes & !HIGH);
    let result = ((limits & !bytes) | (!(limits ^ bytes) & low)) & HIGH;
    // Gathers the eight high bits in the highest byte.
    ((result >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8
}

/// The brightest value of the darker group.
fn otsu(pixels: &[u8]) -> u8 {
    let mut counts = [0_u64; 256];
    for pixel in pixels {
        counts[usize::from(*pixel)] += 1;
    }
    let weigh = |(value, count): (usize, &u64)| value as f64 * *count as f64;
    let all = pixels.len() as f64;
    let all_sum: f64 = counts.iter().enumerate().map(weigh).sum();

    let (mut dark, mut dark_sum) = (0.0, 0.0);
    let (mut best, mut threshold) = (0.0, 0);
    for (value, count) in counts.iter().enumerate() {
        dark += *count as f64;
        dark_sum += weigh((value, count));
        let light = all - dark;
        if dark == 0.0 || light == 0.0 {
            continue;
        }
        let difference = dark_sum / dark - (all_sum - dark_sum) / light;
        let between = dark * light * difference * difference;
        if between > best {
            (best, threshold) = (between, value as u8);
        }
    }
    threshold
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(width: usize, pixels: Vec<u8>) -> Grey {
        Grey {
            width,
            height: pixels.len() / width,
            pixels,
        }
    }

    #[test]
    fn otsu_parts_the_two_groups() {
        assert_eq!(otsu(&[10, 12, 11, 200, 210, 205]), 12);
        assert_eq!(otsu(&[7, 7, 7]), 0);
        assert_eq!(otsu(&[]), 0);
    }

    #[test]
    fn compares_eight_bytes_at_once() {
        let bytes = [0, 255, 128, 127, 5, 6, 7, 200];
        let limits = [0, 254, 127, 128, 6, 6, 6, 255];
        let bits = not_above(u64::from_le_bytes(bytes), u64::from_le_bytes(limits));
        assert_eq!(bits, 0b1011_1001);
        let all = word(&[3; 13], &[2, 3, 4, 2, 2, 2, 2, 2, 2, 3, 2, 2, 9]);
        assert_eq!(all, 0b1_0010_0000_0110);
    }

    /// What rxing's own way finds black is black.
    #[test]
    fn blocks_equal_the_common_way() {
        use rxing::common::HybridBinarizer;
        use rxing::{Binarizer, Luma8Source};

        for (width, height) in [(40, 40), (83, 47), (200, 129)] {
            let pixels: Vec<u8> = (0..width * height)
                .map(|i| {
                    let (x, y) = (i % width, i / width);
                    if (x / 20 + y / 30) % 3 == 0 {
                        (i * i % 251) as u8
                    } else {
                        200 - (x / 2) as u8
                    }
                })
                .collect();
            let source = Luma8Source::new_with_slice(&pixels, width as u32, height as u32).unwrap();
            let expected = HybridBinarizer::new(source);
            let bits = by_blocks(&grey(width, pixels.clone())).unwrap();
            assert_eq!(&bits, expected.get_black_matrix().unwrap());
        }
    }

    #[test]
    fn surroundings_follow_a_shadow() {
        // Brightness falls from left to right; every fourth pixel is a little darker.
        let pixels: Vec<u8> = (0..120 * 60)
            .map(|i| 200 - (i % 120) as u8 - if i % 4 == 0 { 12 } else { 0 })
            .collect();
        let bits = by_surroundings::<20>(&grey(120, pixels)).unwrap();
        let black: Vec<u32> = (40..56).filter(|x| bits.get(*x, 30)).collect();
        assert_eq!(black, [40, 44, 48, 52]);
    }

    #[test]
    fn surroundings_equal_the_plain_mean() {
        let pixels: Vec<u8> = (0..70 * 50).map(|i| (i * i % 251) as u8).collect();
        let bits = by_surroundings::<20>(&grey(70, pixels.clone())).unwrap();
        for (x, y) in [(0, 0), (69, 49), (35, 25), (20, 21), (21, 20), (48, 3)] {
            let (left, right) = (x - x.min(20), (x + 20).min(69));
            let (top, bottom) = (y - y.min(20), (y + 20).min(49));
            let square = (top..=bottom).flat_map(|y| (left..=right).map(move |x| y * 70 + x));
            let sum: u32 = square.clone().map(|i| u32::from(pixels[i])).sum();
            let mean_is_brighter = u32::from(pixels[y * 70 + x]) * (square.count() as u32) < sum;
            assert_eq!(bits.get(x as u32, y as u32), mean_is_brighter, "{x}, {y}");
        }
    }
}
