//! The clock that a device goes by, which need not be right.

/// How a device's clock stands to the real time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// It goes, and is this many seconds ahead of the real time; behind it if negative.
    Offset(i64),
    /// It stands still at these Unix seconds.
    Frozen(u64),
}

impl Clock {
    /// What it shows when the real time is `now`, in Unix seconds.
    #[must_use]
    pub const fn at(self, now: u64) -> u64 {
        match self {
            Self::Offset(seconds) => now.saturating_add_signed(seconds),
            Self::Frozen(at) => at,
        }
    }
}

/// The right time.
impl Default for Clock {
    fn default() -> Self {
        Self::Offset(0)
    }
}
