//! The time, read in one place of the shell and handed down.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the shell reads the clock"
)]
pub fn now_ms() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Seconds since 1970.
#[must_use]
pub fn now() -> u64 {
    now_ms() / 1000
}

/// A moment on both clocks.
///
/// The monotonic clock cannot be set back, but stands still while the computer sleeps on
/// some systems; the wall clock goes on then. What must not last too long asks both.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    steady: Instant,
    wall_ms: u64,
}

impl Moment {
    /// This moment.
    #[must_use]
    pub fn now() -> Self {
        Self {
            steady: Instant::now(),
            wall_ms: now_ms(),
        }
    }

    /// How long ago it was, by the clock that says more.
    #[must_use]
    pub fn elapsed(self) -> Duration {
        self.until(Instant::now(), now_ms())
    }

    fn until(self, steady: Instant, wall_ms: u64) -> Duration {
        let by_wall = Duration::from_millis(wall_ms.saturating_sub(self.wall_ms));
        steady.saturating_duration_since(self.steady).max(by_wall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sleep_counts_though_the_steady_clock_stood_still() {
        let moment = Moment {
            steady: Instant::now(),
            wall_ms: 1_000,
        };
        assert_eq!(
            moment.until(moment.steady, 601_000),
            Duration::from_secs(600)
        );
    }

    #[test]
    fn setting_the_wall_clock_back_wins_no_time() {
        let moment = Moment {
            steady: Instant::now(),
            wall_ms: 1_000_000,
        };
        let later = moment.steady + Duration::from_secs(600);
        assert_eq!(moment.until(later, 0), Duration::from_secs(600));
    }
}
