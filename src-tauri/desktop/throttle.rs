//! Waiting after wrong passwords.
//!
//! Against guessing at the keyboard. Who has the file guesses elsewhere, against the KDF.

use std::time::{Duration, Instant};

/// Wrong passwords in a row, and how long the next try must wait.
#[derive(Debug, Default)]
pub struct Throttle {
    wrong: usize,
    last: Option<Instant>,
}

/// Tries in a row that cost nothing.
const FREE: usize = 4;

/// Seconds after the fifth wrong password, the sixth and so on.
const WAITS: [u64; 4] = [5, 10, 30, 60];

impl Throttle {
    /// Another wrong password.
    pub fn wrong(&mut self, now: Instant) {
        self.wrong += 1;
        self.last = Some(now);
    }

    /// The right one: all is forgiven.
    pub fn right(&mut self) {
        *self = Self::default();
    }

    /// How long to wait before the next try; none if it may come now.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        let step = self.wrong.checked_sub(FREE + 1)?.min(WAITS.len() - 1);
        let elapsed = now.saturating_duration_since(self.last?);
        Duration::from_secs(WAITS[step])
            .checked_sub(elapsed)
            .filter(|left| !left.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_from_the_fifth_wrong_password_on() {
        let now = Instant::now();
        let mut throttle = Throttle::default();
        let waits: Vec<u64> = (0..10)
            .map(|_| {
                throttle.wrong(now);
                throttle.wait(now).map_or(0, |wait| wait.as_secs())
            })
            .collect();
        assert_eq!(waits, [0, 0, 0, 0, 5, 10, 30, 60, 60, 60]);
    }

    #[test]
    fn a_wait_passes_and_the_right_password_ends_it() {
        let now = Instant::now();
        let mut throttle = Throttle::default();
        (0..6).for_each(|_| throttle.wrong(now));
        assert_eq!(
            throttle.wait(now + Duration::from_secs(4)),
            Some(Duration::from_secs(6))
        );
        assert_eq!(throttle.wait(now + Duration::from_secs(10)), None);
        throttle.right();
        throttle.wrong(now);
        assert_eq!(throttle.wait(now), None);
    }
}
