//! Pixels as systems keep them, to red, green, blue and alpha with 8 bits each.

use crate::Shot;

/// How a system keeps pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Bytes a pixel, 1 to 4.
    pub bytes: usize,
    /// Bytes from one row to the next.
    pub stride: usize,
    /// Whether the first byte of a pixel is its highest.
    pub big_endian: bool,
    /// The bits of red, green and blue in a pixel.
    pub masks: [u32; 3],
}

impl Layout {
    /// Blue, green, red and a byte that does not count, as most systems have it.
    #[cfg_attr(target_os = "linux", allow(dead_code))]
    pub fn bgrx(stride: usize) -> Self {
        Self {
            bytes: 4,
            stride,
            big_endian: false,
            masks: [0x00ff_0000, 0x0000_ff00, 0x0000_00ff],
        }
    }

    /// The pixels in `data`; none if they are too few for that many, or of no such layout.
    pub fn shot(&self, data: &[u8], width: u32, height: u32) -> Option<Shot> {
        let [columns, rows] = [width, height].map(|side| side as usize);
        let is_layout = (1..=4).contains(&self.bytes) && self.stride >= columns * self.bytes;
        if !is_layout || columns == 0 || data.len() < rows.checked_mul(self.stride)? {
            return None;
        }
        let channels = self.masks.map(Channel::of);
        // As long as it gets, so that no copy stays behind where it grew.
        let mut rgba = Vec::with_capacity(columns * rows * 4);
        for row in data.chunks_exact(self.stride).take(rows) {
            for pixel in row.chunks_exact(self.bytes).take(columns) {
                let value = self.value(pixel);
                let [red, green, blue] = channels.map(|channel| channel.in_eight_bits(value));
                rgba.extend([red, green, blue, 255]);
            }
        }
        Some(Shot::Pixels {
            width,
            height,
            rgba,
        })
    }

    fn value(&self, pixel: &[u8]) -> u32 {
        let push = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
        match self.big_endian {
            true => pixel.iter().fold(0, push),
            false => pixel.iter().rev().fold(0, push),
        }
    }
}

/// Where a colour lies in a pixel.
#[derive(Clone, Copy)]
struct Channel {
    mask: u32,
    shift: u32,
    /// Its largest value.
    most: u32,
}

impl Channel {
    fn of(mask: u32) -> Self {
        let shift = mask.trailing_zeros().min(31);
        Self {
            mask,
            shift,
            most: (mask >> shift).max(1),
        }
    }

    fn in_eight_bits(self, value: u32) -> u8 {
        let value = (value & self.mask) >> self.shift;
        match self.most {
            255 => value as u8,
            most => (u64::from(value) * 255 / u64::from(most)) as u8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(layout: Layout, data: &[u8], expected: &[[u8; 4]]) {
        let width = u32::try_from(expected.len()).unwrap();
        let shot = layout.shot(data, width, 1);
        let rgba = expected.concat();
        assert!(
            shot == Some(Shot::Pixels {
                width,
                height: 1,
                rgba
            })
        );
    }

    #[test]
    fn pixels_of_all_sizes_come_out_in_eight_bits() {
        let four = Layout::bgrx(8);
        check(
            four,
            &[3, 2, 1, 99, 6, 5, 4, 0],
            &[[1, 2, 3, 255], [4, 5, 6, 255]],
        );
        let turned = Layout {
            big_endian: true,
            ..four
        };
        check(turned, &[99, 1, 2, 3, 0, 0, 0, 0], &[[1, 2, 3, 255]]);
        let three = Layout {
            bytes: 3,
            stride: 4,
            ..four
        };
        check(three, &[3, 2, 1, 0], &[[1, 2, 3, 255]]);
        let sixteen = Layout {
            bytes: 2,
            stride: 4,
            big_endian: false,
            masks: [0xf800, 0x07e0, 0x001f],
        };
        check(
            sixteen,
            &[0xff, 0xff, 0x00, 0x80],
            &[[255, 255, 255, 255], [131, 0, 0, 255]],
        );
        let ten_bits = Layout {
            masks: [0x3ff0_0000, 0x000f_fc00, 0x0000_03ff],
            ..Layout::bgrx(4)
        };
        check(ten_bits, &[0xff, 0x03, 0, 0], &[[0, 0, 255, 255]]);
    }

    #[test]
    fn what_stands_behind_a_row_is_left_out() {
        let shot = Layout::bgrx(8).shot(&[3, 2, 1, 0, 9, 9, 9, 9, 6, 5, 4, 0, 9, 9, 9, 9], 1, 2);
        let rgba = vec![1, 2, 3, 255, 4, 5, 6, 255];
        assert!(
            shot == Some(Shot::Pixels {
                width: 1,
                height: 2,
                rgba
            })
        );
    }

    #[test]
    fn too_few_bytes_are_no_picture() {
        assert!(Layout::bgrx(4).shot(&[0; 7], 1, 2).is_none());
        assert!(Layout::bgrx(3).shot(&[0; 16], 1, 2).is_none());
        assert!(Layout::bgrx(0).shot(&[], 0, 2).is_none());
    }
}
