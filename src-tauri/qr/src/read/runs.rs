//! A row of black and white pixels as runs of one colour.

use rxing::common::BitMatrix;

/// Writes the lengths of row `y`'s runs into `runs`: light and dark in turn,
/// beginning with light, which may be 0 long. They add up to the width.
pub(crate) fn runs_of(bits: &BitMatrix, y: u32, runs: &mut Vec<u32>) {
    runs.clear();
    let width = bits.width();
    let row = bits.getRow(y);
    let mut start = 0;
    let mut is_dark = false;
    let mut at = 0;
    for word in row.getBitArray() {
        // Ones where the colour is not that of the run so far.
        let mut others = if is_dark { !word } else { *word };
        let word_start = at;
        while others != 0 && word_start + others.trailing_zeros() < width {
            let change = word_start + others.trailing_zeros();
            runs.push(change - start);
            start = change;
            is_dark = !is_dark;
            // Below the change nothing is of interest any more.
            let passed = usize::MAX << others.trailing_zeros();
            others = (if is_dark { !word } else { *word }) & passed;
        }
        at += usize::BITS;
    }
    runs.push(width - start);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(width: u32, dark: &[[u32; 2]], expected: &[u32]) {
        let mut bits = BitMatrix::new(width, 2).unwrap();
        for x in dark.iter().flat_map(|[from, to]| *from..*to) {
            bits.set(x, 1);
        }
        let mut runs = vec![7];
        runs_of(&bits, 1, &mut runs);
        assert_eq!(runs, expected);
    }

    #[test]
    fn runs_begin_with_light_and_add_up() {
        check(10, &[], &[10]);
        check(10, &[[0, 10]], &[0, 10]);
        check(10, &[[2, 3], [5, 9]], &[2, 1, 2, 4, 1]);
        check(
            200,
            &[[0, 64], [65, 130], [190, 200]],
            &[0, 64, 1, 65, 60, 10],
        );
        check(64, &[[63, 64]], &[63, 1]);
        check(130, &[[128, 129]], &[128, 1, 1]);
    }
}
