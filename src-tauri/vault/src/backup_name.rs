//! The names of backups: what is known of one before it is opened.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::Path;

use time::{Date, Month, OffsetDateTime, Time};
use uuid::Uuid;

use crate::ancestor::mark;
use crate::fields::{bytes_from_hex, hex};
use crate::path::beside_name;
use crate::vault::Known;

/// The first second of year 10,000, for which the names have no room.
pub(crate) const END_OF_TIME: u64 = 253_402_300_800;

/// The first bytes of a trailer.
pub(crate) type Mark = [u8; 8];

/// What the name of a backup says: `vault.keytick.6f9619ff.42.20261122T144400Z.9f86d081884c7d65.keytick`
/// is the 42nd generation of the vault whose id begins with 6f9619ff.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    /// The first bytes of the vault's id.
    pub(crate) vault_id: [u8; 4],
    pub(crate) generation: u64,
    pub(crate) written_at: u64,
    /// The first bytes of the file's trailer.
    pub(crate) trailer: Mark,
}

impl Name {
    pub(crate) fn of(known: &Known) -> Self {
        Self {
            vault_id: Self::short(known.header.vault_id),
            generation: known.header.generation,
            written_at: known.header.written_at.min(END_OF_TIME - 1),
            trailer: mark(&known.trailer),
        }
    }

    pub(crate) fn short(vault_id: Uuid) -> [u8; 4] {
        let [a, b, c, d, ..] = *vault_id.as_bytes();
        [a, b, c, d]
    }

    pub(crate) fn file_name(&self, vault: &Path) -> OsString {
        beside_name(vault, &self.to_string())
    }

    /// The file name of the vault of which a backup with this name was made, and the rest: a
    /// vault that was renamed has backups under the name it had.
    pub(crate) fn parse_any(name: &OsStr) -> Option<(&str, Self)> {
        let text = name.to_str()?;
        // The dot before the five parts of a name.
        let (dot, _) = text.rmatch_indices('.').nth(4)?;
        let (vault, rest) = (&text[..dot], &text[dot + 1..]);
        Some((vault, Self::parse(OsStr::new(""), OsStr::new(rest))?))
    }

    /// Exactly the names that [`Name::file_name`] makes, since every other file is a person's
    /// own. `prefix` is the vault's file name and a dot.
    pub(crate) fn parse(prefix: &OsStr, name: &OsStr) -> Option<Self> {
        let rest = name
            .as_encoded_bytes()
            .strip_prefix(prefix.as_encoded_bytes())?;
        let rest = std::str::from_utf8(rest).ok()?;
        let parts: Vec<&str> = rest.split('.').collect();
        let [vault_id, generation, time, trailer, "keytick"] = parts[..] else {
            return None;
        };
        let parsed = Self {
            vault_id: bytes_from_hex(vault_id)?,
            generation: generation.parse().ok()?,
            written_at: seconds(time)?,
            trailer: bytes_from_hex(trailer)?,
        };
        (parsed.to_string() == rest).then_some(parsed)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            vault_id,
            generation,
            written_at,
            trailer,
        } = self;
        let (vault_id, trailer) = (hex(vault_id), hex(trailer));
        let time = time_text(*written_at);
        write!(f, "{vault_id}.{generation}.{time}.{trailer}.keytick")
    }
}

/// UTC as `20261122T144400Z`: what every file system takes.
fn time_text(seconds: u64) -> String {
    let seconds = i64::try_from(seconds.min(END_OF_TIME - 1)).unwrap_or_default();
    let time = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (date, time) = (time.date(), time.time());
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}Z",
        date.year(),
        u8::from(date.month()),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

fn seconds(text: &str) -> Option<u64> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u8>().ok();
    let year = text.get(0..4)?.parse().ok()?;
    let month = Month::try_from(number(4, 6)?).ok()?;
    let date = Date::from_calendar_date(year, month, number(6, 8)?).ok()?;
    let time = Time::from_hms(number(9, 11)?, number(11, 13)?, number(13, 15)?).ok()?;
    u64::try_from(date.with_time(time).assume_utc().unix_timestamp()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::TRAILER;
    use crate::header::tests::header;

    const TEXT: &str = "6f9619ff.42.20261122T144400Z.9f86d081884c7d65.keytick";

    fn name() -> Name {
        Name {
            vault_id: [0x6f, 0x96, 0x19, 0xff],
            generation: 42,
            written_at: 1_795_358_640,
            trailer: [0x9f, 0x86, 0xd0, 0x81, 0x88, 0x4c, 0x7d, 0x65],
        }
    }

    #[test]
    fn reads_as_it_is_written() {
        assert_eq!(name().to_string(), TEXT);
        let whole = format!("my.vault.{TEXT}");
        let parsed = |prefix: &str| Name::parse(OsStr::new(prefix), OsStr::new(&whole));
        assert_eq!(parsed("my.vault."), Some(name()));
        assert_eq!(parsed("other."), None);
        let any = Name::parse_any(OsStr::new(&whole));
        assert_eq!(any, Some(("my.vault", name())));
        assert_eq!(Name::parse_any(OsStr::new(TEXT)), None);
    }

    #[test]
    fn times_are_those_of_four_digits() {
        for (time, text) in [
            (0, "19700101T000000Z"),
            (1_795_358_640, "20261122T144400Z"),
            (END_OF_TIME - 1, "99991231T235959Z"),
        ] {
            assert_eq!(time_text(time), text);
            assert_eq!(seconds(text), Some(time));
        }
        assert_eq!(time_text(END_OF_TIME), "99991231T235959Z");
        assert_eq!(seconds("19691231T235959Z"), None);
        let mut header = header();
        header.written_at = u64::MAX;
        let known = Known {
            header,
            trailer: [0; TRAILER],
            size: 0,
        };
        assert_eq!(Name::of(&known).written_at, END_OF_TIME - 1);
    }
}
