//! The world's clock. The real time is handed in with every step.

use std::fmt;

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A moment: milliseconds since 1970. As text it is RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, JsonSchema)]
#[schemars(with = "String")]
pub struct Moment(u64);

impl Moment {
    /// The last moment that RFC 3339 can write.
    const LAST: u64 = 253_402_300_799_999;

    /// Milliseconds since 1970. What lies after the year 9999 is its last moment.
    #[must_use]
    pub const fn from_millis(millis: u64) -> Self {
        if millis > Self::LAST {
            Self(Self::LAST)
        } else {
            Self(millis)
        }
    }

    /// Seconds since 1970.
    #[must_use]
    pub const fn from_seconds(seconds: u64) -> Self {
        Self::from_millis(seconds.saturating_mul(1000))
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub const fn millis(self) -> u64 {
        self.0
    }

    /// Whole seconds since 1970.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.0 / 1000
    }

    /// This and so many seconds more.
    #[must_use]
    pub const fn plus_seconds(self, seconds: u64) -> Self {
        Self::from_millis(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Milliseconds from `earlier` to this, 0 if it is later.
    #[must_use]
    pub const fn millis_since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Seconds from `earlier` to this, a begun one counted in, 0 if it is later.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> u64 {
        self.millis_since(earlier).div_ceil(1000)
    }

    fn moved(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add_signed(millis))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000)
            .ok()
            .and_then(|time| time.format(&Rfc3339).ok());
        formatter.write_str(&text.unwrap_or_default())
    }
}

impl std::str::FromStr for Moment {
    type Err = ClockError;

    fn from_str(text: &str) -> Result<Self, ClockError> {
        let time = OffsetDateTime::parse(text, &Rfc3339).map_err(|_| ClockError::Time)?;
        let millis = time.unix_timestamp_nanos() / 1_000_000;
        u64::try_from(millis)
            .map(Self::from_millis)
            .map_err(|_| ClockError::Time)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

/// Why a clock cannot be set so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClockError {
    /// No time of RFC 3339 since 1970.
    #[error("use a time of RFC 3339 since 1970, such as 2005-03-18T01:58:00Z")]
    Time,
    /// No aim that we know.
    #[error("use next_step, or next_step with seconds, such as next_step-1s")]
    Aim,
}

/// How the world's time runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "mode")]
pub enum Clock {
    /// As the real one.
    #[default]
    Real,
    /// So many milliseconds off the real one.
    Offset {
        /// Milliseconds; below 0 is behind.
        millis: i64,
    },
    /// It stands still.
    Frozen {
        /// Where.
        at: Moment,
    },
}

impl Clock {
    /// The world's time, by the real one.
    #[must_use]
    pub fn now(self, real: Moment) -> Moment {
        match self {
            Self::Real => real,
            Self::Offset { millis } => real.moved(millis),
            Self::Frozen { at } => at,
        }
    }

    /// The clock after a change.
    ///
    /// # Errors
    /// [`ClockError::Aim`] for an aim that is none.
    pub(super) fn changed(
        self,
        change: &ClockChange,
        real: Moment,
        period: u32,
    ) -> Result<Self, ClockError> {
        Ok(match change {
            ClockChange::Real => Self::Real,
            ClockChange::Offset { now } => Self::Real.set(*now, real),
            ClockChange::Frozen { now } => Self::Frozen {
                at: now.unwrap_or_else(|| self.now(real)),
            },
            ClockChange::Advance { seconds } => self.moved(seconds.saturating_mul(1000), real),
            ClockChange::AdvanceSteps { steps } => {
                self.moved(steps.saturating_mul(i64::from(period) * 1000), real)
            }
            ClockChange::AdvanceTo { to } => {
                let offset = aim(to)?;
                self.set(next_step(self.now(real), offset, period), real)
            }
        })
    }

    fn moved(self, millis: i64, real: Moment) -> Self {
        self.set(self.now(real).moved(millis), real)
    }

    /// The same kind of clock, showing `now`. A real one becomes one with an offset.
    fn set(self, now: Moment, real: Moment) -> Self {
        let signed = |moment: Moment| i64::try_from(moment.millis()).unwrap_or(i64::MAX);
        match self {
            Self::Frozen { .. } => Self::Frozen { at: now },
            Self::Real | Self::Offset { .. } => Self::Offset {
                millis: signed(now) - signed(real),
            },
        }
    }
}

/// A change to the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockChange {
    /// It runs as the real one.
    Real,
    /// It shows this time and runs on.
    Offset {
        /// The time.
        now: Moment,
    },
    /// It stands still.
    Frozen {
        /// Where; left out: where it is.
        now: Option<Moment>,
    },
    /// It moves by so many seconds.
    Advance {
        /// Seconds; below 0 is back.
        seconds: i64,
    },
    /// It moves by so many periods of a code.
    AdvanceSteps {
        /// Periods; below 0 is back.
        steps: i64,
    },
    /// It moves on to a place near the next code.
    AdvanceTo {
        /// `next_step`, `next_step-1s`, `next_step+2s`.
        to: String,
    },
}

/// What the clock shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClockView {
    /// `real`, `offset` or `frozen`.
    pub mode: &'static str,
    /// The world's time.
    pub now: Moment,
    /// The step of the code that is good now.
    pub step: u64,
    /// For how many more seconds it is.
    pub seconds_left: u64,
    /// A code's period in seconds.
    pub period: u32,
}

impl ClockView {
    pub(super) fn of(clock: Clock, real: Moment, period: u32) -> Self {
        let now = clock.now(real);
        let (seconds, length) = (now.seconds(), u64::from(period.max(1)));
        Self {
            mode: match clock {
                Clock::Real => "real",
                Clock::Offset { .. } => "offset",
                Clock::Frozen { .. } => "frozen",
            },
            now,
            step: seconds / length,
            seconds_left: length - seconds % length,
            period,
        }
    }
}

/// The milliseconds that an aim lies after the start of a step.
fn aim(text: &str) -> Result<i64, ClockError> {
    let rest = text.strip_prefix("next_step").ok_or(ClockError::Aim)?;
    if rest.is_empty() {
        return Ok(0);
    }
    let seconds = rest.strip_suffix('s').ok_or(ClockError::Aim)?;
    let signed = seconds.starts_with(['+', '-']);
    match seconds.parse::<i64>() {
        Ok(seconds) if signed && seconds.abs() <= 86_400 => Ok(seconds * 1000),
        _ => Err(ClockError::Aim),
    }
}

/// The first moment after `now` that lies `offset` milliseconds from the start of a step.
fn next_step(now: Moment, offset: i64, period: u32) -> Moment {
    let length = u64::from(period.max(1)) * 1000;
    let shifted = now.moved(offset.saturating_neg());
    let start = shifted.millis() / length * length;
    Moment::from_millis(start.saturating_add(length)).moved(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: Moment = Moment(1_700_000_000_000);
    const START: u64 = 1_111_111_080;

    fn frozen(seconds: u64) -> Clock {
        Clock::Frozen {
            at: Moment::from_seconds(seconds),
        }
    }

    #[track_caller]
    fn goes(from: u64, change: &ClockChange, to: u64) {
        assert_eq!(frozen(from).changed(change, REAL, 30), Ok(frozen(to)));
    }

    #[test]
    fn a_frozen_clock_moves_by_seconds_steps_and_to_the_next_step() {
        goes(START, &ClockChange::Advance { seconds: 45 }, START + 45);
        goes(START, &ClockChange::Advance { seconds: -5 }, START - 5);
        goes(
            START + 7,
            &ClockChange::AdvanceSteps { steps: 2 },
            START + 67,
        );
        for (from, aim, to) in [
            (START, "next_step", START + 30),
            (START + 29, "next_step", START + 30),
            (START, "next_step-1s", START + 29),
            (START + 28, "next_step-1s", START + 29),
            (START + 29, "next_step-1s", START + 59),
            (START, "next_step+2s", START + 2),
            (START + 2, "next_step+2s", START + 32),
        ] {
            goes(from, &ClockChange::AdvanceTo { to: aim.to_owned() }, to);
        }
    }

    #[test]
    fn refuses_other_aims() {
        for aim in ["", "now", "next_step1s", "next_step-1", "next_step-99999s"] {
            let change = ClockChange::AdvanceTo { to: aim.to_owned() };
            let changed = frozen(START).changed(&change, REAL, 30);
            assert_eq!(changed, Err(ClockError::Aim), "{aim}");
        }
    }

    #[test]
    fn a_running_clock_that_is_moved_runs_on() {
        let change = ClockChange::Advance { seconds: 90 };
        let clock = Clock::Real.changed(&change, REAL, 30).unwrap();
        assert_eq!(clock, Clock::Offset { millis: 90_000 });
        assert_eq!(clock.now(REAL.plus_seconds(5)), REAL.plus_seconds(95));
    }

    #[test]
    fn says_which_code_is_good_and_for_how_long() {
        let view = ClockView::of(frozen(START + 29), REAL, 30);
        assert_eq!((view.step, view.seconds_left), (37_037_036, 1));
        assert_eq!(view.now.to_string(), "2005-03-18T01:58:29Z");
    }

    #[test]
    fn a_moment_reads_what_it_writes() {
        for text in ["2005-03-18T01:58:00Z", "2005-03-18T01:58:00.25Z"] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        assert_eq!(
            "1969-12-31T23:59:59Z".parse::<Moment>(),
            Err(ClockError::Time)
        );
    }
}
