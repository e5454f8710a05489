//! A hybrid logical clock: orders changes made on several devices whose wall clocks differ.
//!
//! Kulkarni et al., "Logical Physical Clocks" (2014): the wall clock where it moves on, a
//! count where it does not, and the device to break ties. Each field of an account carries
//! the clock of its last change, so that copies of a vault can be merged field by field.

use std::fmt;
use std::str::FromStr;

/// One moment of change. Ordered by time, then count, then device.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub(crate) struct Clock {
    /// Milliseconds since 1970, never going back.
    pub(crate) time_ms: u64,
    /// Changes within one millisecond.
    pub(crate) count: u32,
    /// The device that made the change.
    pub(crate) device: [u8; 8],
}

impl Clock {
    /// The moment after `self`, as seen by a device whose wall clock shows `now_ms`.
    pub(crate) fn tick(self, now_ms: u64, device: [u8; 8]) -> Self {
        if now_ms > self.time_ms {
            return Self {
                time_ms: now_ms,
                count: 0,
                device,
            };
        }
        match self.count.checked_add(1) {
            Some(count) => Self {
                count,
                device,
                ..self
            },
            None => Self {
                time_ms: self.time_ms.saturating_add(1),
                count: 0,
                device,
            },
        }
    }
}

/// `1732262400000.0.0102030405060708`: time, count, device.
impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let device = u64::from_be_bytes(self.device);
        write!(f, "{}.{}.{device:016x}", self.time_ms, self.count)
    }
}

impl FromStr for Clock {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('.');
        let (Some(time), Some(count), Some(device), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(());
        };
        Ok(Self {
            time_ms: time.parse().map_err(|_| ())?,
            count: count.parse().map_err(|_| ())?,
            device: u64::from_str_radix(device, 16)
                .map_err(|_| ())?
                .to_be_bytes(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEVICE: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 9];

    #[test]
    fn moves_on_when_the_wall_clock_stands_still_or_goes_back() {
        let first = Clock::default().tick(1_000, DEVICE);
        let second = first.tick(1_000, DEVICE);
        let third = second.tick(400, DEVICE);
        assert!(first < second && second < third);
        assert_eq!(third.to_string(), "1000.2.0000000000000009");
    }

    #[test]
    fn its_text_reads_back() {
        let clock = Clock {
            time_ms: 17,
            count: 3,
            device: [255; 8],
        };
        assert_eq!(clock.to_string().parse(), Ok(clock));
        assert_eq!("17.3".parse::<Clock>(), Err(()));
    }
}
