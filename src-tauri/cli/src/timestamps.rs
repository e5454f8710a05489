//! The clock, and moments as JSON shows them: RFC 3339 in UTC.

use std::time::{SystemTime, UNIX_EPOCH};

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Unix seconds now; a clock before 1970 reads as 1970.
pub(crate) fn now() -> u64 {
    now_ms() / 1_000
}

/// Unix milliseconds now.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the command line reads the clock"
)]
pub(crate) fn now_ms() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// `2026-01-31T09:30:00Z`; none beyond the year 9999, which no program writes.
pub(crate) fn rfc3339(unix_seconds: u64) -> Option<String> {
    let seconds = i64::try_from(unix_seconds).ok()?;
    OffsetDateTime::from_unix_timestamp(seconds)
        .ok()?
        .format(&Rfc3339)
        .ok()
}

/// Unix seconds from `1111111080` or `2005-03-18T01:58:00Z`; none before 1970.
pub(crate) fn parse(text: &str) -> Option<u64> {
    let unix = text.parse().ok();
    unix.or_else(|| {
        let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        u64::try_from(moment.unix_timestamp()).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::{parse, rfc3339};

    #[test]
    fn a_moment_is_rfc_3339_in_utc() {
        assert_eq!(rfc3339(0).as_deref(), Some("1970-01-01T00:00:00Z"));
        assert_eq!(
            rfc3339(1_111_111_109).as_deref(),
            Some("2005-03-18T01:58:29Z")
        );
        assert_eq!(rfc3339(u64::MAX), None);
    }

    #[test]
    fn a_moment_is_read_in_seconds_and_in_rfc_3339() {
        for text in [
            "1111111080",
            "2005-03-18T01:58:00Z",
            "2005-03-18T02:58:00+01:00",
        ] {
            assert_eq!(parse(text), Some(1_111_111_080), "{text}");
        }
        for text in ["now", "-1", "1969-12-31T23:59:59Z", "2005-03-18"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
