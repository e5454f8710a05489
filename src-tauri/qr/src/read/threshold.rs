//! Brightness to black and white, in three ways that fail on different pictures.

use rxing::common::{BitMatrix, HybridBinarizer};
use rxing::{Binarizer, Luma8Source};

use super::grey::Grey;

/// By blocks of 8 x 8 pixels, each against its neighbourhood: best for most
/// pictures, but blind where light and dark differ by less than 24 steps.
pub(crate) fn by_blocks(grey: &Grey) -> Option<BitMatrix> {
    let source =
        Luma8Source::new_with_slice(&grey.pixels, grey.width as u32, grey.height as u32).ok()?;
    HybridBinarizer::new(source)
        .get_black_matrix()
        .ok()
        .cloned()
}

/// One threshold for the whole picture, after Otsu: that which parts the pixels
/// into the two groups that differ most.
pub(crate) fn global(grey: &Grey) -> Option<BitMatrix> {
    let threshold = otsu(&grey.pixels);
    black_where(grey, |_, row, black| {
        black.extend(row.iter().map(|&pixel| pixel <= threshold));
    })
}

/// Each pixel against the mean of the square of 41 pixels around it: follows
/// shadows and sees the faintest contrast.
pub(crate) fn by_surroundings(grey: &Grey) -> Option<BitMatrix> {
    const RADIUS: usize = 20;
    let row = |y: usize| &grey.pixels[y * grey.width..][..grey.width];
    let mut columns = vec![0_u32; grey.width];
    let add = |columns: &mut [u32], y: usize| {
        for (sum, pixel) in columns.iter_mut().zip(row(y)) {
            *sum += u32::from(*pixel);
        }
    };
    for y in 0..RADIUS.min(grey.height) {
        add(&mut columns, y);
    }
    black_where(grey, |y, pixels, black| {
        if y + RADIUS < grey.height {
            add(&mut columns, y + RADIUS);
        }
        if y > RADIUS {
            for (sum, pixel) in columns.iter_mut().zip(row(y - RADIUS - 1)) {
                *sum -= u32::from(*pixel);
            }
        }
        let rows = (y + RADIUS + 1).min(grey.height) - y.saturating_sub(RADIUS);
        let mut sum: u64 = columns.iter().take(RADIUS).map(|c| u64::from(*c)).sum();
        for (x, pixel) in pixels.iter().enumerate() {
            if let Some(column) = columns.get(x + RADIUS) {
                sum += u64::from(*column);
            }
            if x > RADIUS {
                sum -= u64::from(columns[x - RADIUS - 1]);
            }
            let width = (x + RADIUS + 1).min(grey.width) - x.saturating_sub(RADIUS);
            black.push(u64::from(*pixel) * ((rows * width) as u64) < sum);
        }
    })
}

/// Builds the matrix row by row: `row_is_black` is given a row's number and
/// pixels and pushes whether each is black.
fn black_where(
    grey: &Grey,
    mut row_is_black: impl FnMut(usize, &[u8], &mut Vec<bool>),
) -> Option<BitMatrix> {
    let mut bits = BitMatrix::new(grey.width as u32, grey.height as u32).ok()?;
    let mut black = Vec::with_capacity(grey.width);
    for (y, row) in grey.pixels.chunks_exact(grey.width).enumerate() {
        black.clear();
        row_is_black(y, row, &mut black);
        for (x, _) in black.iter().enumerate().filter(|(_, black)| **black) {
            bits.set(x as u32, y as u32);
        }
    }
    Some(bits)
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
    fn surroundings_follow_a_shadow() {
        // Brightness falls from left to right; every fourth pixel is a little darker.
        let pixels: Vec<u8> = (0..120 * 60)
            .map(|i| 200 - (i % 120) as u8 - if i % 4 == 0 { 12 } else { 0 })
            .collect();
        let bits = by_surroundings(&grey(120, pixels)).unwrap();
        let black: Vec<u32> = (40..56).filter(|x| bits.get(*x, 30)).collect();
        assert_eq!(black, [40, 44, 48, 52]);
    }

    #[test]
    fn surroundings_equal_the_plain_mean() {
        let pixels: Vec<u8> = (0..70 * 50).map(|i| (i * i % 251) as u8).collect();
        let bits = by_surroundings(&grey(70, pixels.clone())).unwrap();
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
