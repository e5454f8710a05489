//! Why a code that another device shows is not the one expected: its clock, or a setting it
//! did not take over from the QR code.

use zeroize::Zeroizing;

use crate::{Algorithm, Digits, Kind, OtpKey, Period};

/// What a typed code says about the device that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Diagnosis {
    /// The code is right. One period early or late counts as right: sites accept it, and
    /// typing takes time.
    Right,
    /// The device's clock is off. Positive: it is ahead.
    Clock {
        /// By how many seconds, to the nearest period.
        seconds: i64,
    },
    /// The device makes codes with another hash.
    Algorithm(Algorithm),
    /// The device makes codes of another length.
    Digits(u8),
    /// The device makes a new code after another time, in seconds.
    Period(u32),
    /// The device makes plain codes by time where the site has codes of its own kind.
    Plain,
    /// The device is at another counter.
    Counter(u64),
    /// Nothing that commonly goes wrong gives this code: another key, or mistyped.
    Unknown,
}

/// How far a clock may be off and still be recognised: every time zone, and an hour.
const CLOCK_SECONDS: i64 = 15 * 3600;

/// Periods that programs fall back to or let people choose.
const PERIODS: [u32; 6] = [10, 15, 20, 30, 60, 90];

/// Lengths that programs fall back to.
const DIGITS: [u8; 3] = [6, 7, 8];

/// How far apart two counters may be.
const COUNTERS: u64 = 100;

/// Tells what is wrong with a device that shows `typed` for `key` at `now`, in Unix seconds.
///
/// Each cause is tried by itself, the likelier ones first. A cause is named only if the
/// device would show exactly this code; by chance, one wrong code in some hundred is taken
/// for a clock that is off.
///
/// ```
/// use keytick_otp::{Diagnosis, Kind, OtpKey, Secret, diagnose};
///
/// let secret = Secret::from_bytes(b"12345678901234567890".to_vec())?;
/// let key = OtpKey { secret, kind: Kind::default() };
/// assert_eq!(diagnose(&key, "287 082", 59), Diagnosis::Right);
/// assert_eq!(diagnose(&key, "287 082", 59 + 600), Diagnosis::Clock { seconds: -600 });
/// # Ok::<(), keytick_otp::Error>(())
/// ```
#[must_use]
pub fn diagnose(key: &OtpKey, typed: &str, now: u64) -> Diagnosis {
    let typed = plain(typed);
    if let Some(counter) = key.kind.counter() {
        return of_counter(key, &typed, counter);
    }
    let period = i64::from(key.kind.period().unwrap_or(30));
    if (-1..=1).any(|step| shows(key, &typed, now, step * period)) {
        return Diagnosis::Right;
    }
    let setting = other_settings(&key.kind).find(|(kind, _)| {
        let other = OtpKey {
            secret: key.secret.clone(),
            kind: kind.clone(),
        };
        let period = i64::from(kind.period().unwrap_or(30));
        (-1..=1).any(|step| shows(&other, &typed, now, step * period))
    });
    match setting {
        Some((_, diagnosis)) => diagnosis,
        None => clock(key, &typed, now, period),
    }
}

/// The code without what people and phones put between its digits.
fn plain(typed: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(typed.len()));
    plain.extend(
        typed
            .chars()
            .filter(|character| character.is_ascii_alphanumeric())
            .map(|character| character.to_ascii_uppercase()),
    );
    plain
}

/// Whether a device with this key, whose clock is off by `offset` seconds, shows the code.
fn shows(key: &OtpKey, typed: &str, now: u64, offset: i64) -> bool {
    now.checked_add_signed(offset)
        .is_some_and(|then| *key.code_at(then).text == *typed)
}

/// The settings that a device may have fallen back to, one other than they are at a time.
fn other_settings(kind: &Kind) -> impl Iterator<Item = (Kind, Diagnosis)> {
    let mut others = Vec::new();
    match kind {
        Kind::Totp {
            algorithm,
            digits,
            period,
        } => {
            let (algorithm, digits, period) = (*algorithm, *digits, *period);
            for other in [Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512] {
                others.push((
                    Kind::Totp {
                        algorithm: other,
                        digits,
                        period,
                    },
                    Diagnosis::Algorithm(other),
                ));
            }
            for other in DIGITS.into_iter().filter_map(|it| Digits::new(it).ok()) {
                others.push((
                    Kind::Totp {
                        algorithm,
                        digits: other,
                        period,
                    },
                    Diagnosis::Digits(other.get()),
                ));
            }
            for other in PERIODS.into_iter().filter_map(|it| Period::new(it).ok()) {
                others.push((
                    Kind::Totp {
                        algorithm,
                        digits,
                        period: other,
                    },
                    Diagnosis::Period(other.get()),
                ));
            }
            // Some apps leave all settings of the QR code unread.
            others.push((Kind::default(), Diagnosis::Plain));
        }
        Kind::Hotp { .. } => {}
        _ => others.push((Kind::default(), Diagnosis::Plain)),
    }
    others.into_iter()
}

/// By how much the clock is off, the smallest offset first.
fn clock(key: &OtpKey, typed: &str, now: u64, period: i64) -> Diagnosis {
    let steps = CLOCK_SECONDS / period;
    (2..=steps)
        .flat_map(|step| [step * period, -step * period])
        .find(|offset| shows(key, typed, now, *offset))
        .map_or(Diagnosis::Unknown, |seconds| Diagnosis::Clock { seconds })
}

fn of_counter(key: &OtpKey, typed: &str, counter: u64) -> Diagnosis {
    let shows_at = |counter: &u64| {
        let mut other = key.clone();
        if let Kind::Hotp { counter: at, .. } = &mut other.kind {
            *at = *counter;
        }
        *other.code_at(0).text == *typed
    };
    if shows_at(&counter) {
        return Diagnosis::Right;
    }
    let first = counter.saturating_sub(COUNTERS);
    (first..=counter.saturating_add(COUNTERS))
        .find(shows_at)
        .map_or(Diagnosis::Unknown, Diagnosis::Counter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Secret;

    const NOW: u64 = 1_700_000_010;

    fn key(kind: Kind) -> OtpKey {
        let secret = Secret::from_bytes(b"12345678901234567890".to_vec()).unwrap();
        OtpKey { secret, kind }
    }

    fn totp(algorithm: Algorithm, digits: u8, period: u32) -> Kind {
        Kind::Totp {
            algorithm,
            digits: Digits::new(digits).unwrap(),
            period: Period::new(period).unwrap(),
        }
    }

    fn hotp(counter: u64) -> Kind {
        Kind::Hotp {
            algorithm: Algorithm::Sha1,
            digits: Digits::default(),
            counter,
        }
    }

    /// What is said of a phone that makes codes as `phone`, with its clock off by `offset`.
    #[track_caller]
    fn check(site: Kind, phone: Kind, offset: i64, expected: Diagnosis) {
        let then = NOW.checked_add_signed(offset).unwrap();
        let typed = key(phone).code_at(then).text;
        assert_eq!(diagnose(&key(site), &typed, NOW), expected);
    }

    #[test]
    fn names_the_setting_that_the_phone_did_not_take_over() {
        use Algorithm::{Sha1, Sha256, Sha512};
        let plain = Kind::default();
        for (site, phone, expected) in [
            (plain.clone(), plain.clone(), Diagnosis::Right),
            (
                totp(Sha256, 6, 30),
                plain.clone(),
                Diagnosis::Algorithm(Sha1),
            ),
            (
                plain.clone(),
                totp(Sha512, 6, 30),
                Diagnosis::Algorithm(Sha512),
            ),
            (totp(Sha1, 8, 30), plain.clone(), Diagnosis::Digits(6)),
            (plain.clone(), totp(Sha1, 8, 30), Diagnosis::Digits(8)),
            (totp(Sha1, 6, 60), plain.clone(), Diagnosis::Period(30)),
            (totp(Sha256, 8, 60), plain.clone(), Diagnosis::Plain),
            (Kind::Steam, plain, Diagnosis::Plain),
        ] {
            check(site, phone, 0, expected);
        }
    }

    #[test]
    fn names_by_how_much_the_clock_is_off() {
        for (offset, expected) in [
            (30, Diagnosis::Right),
            (-30, Diagnosis::Right),
            (90, Diagnosis::Clock { seconds: 90 }),
            (-600, Diagnosis::Clock { seconds: -600 }),
            (3600, Diagnosis::Clock { seconds: 3600 }),
            (-8 * 3600, Diagnosis::Clock { seconds: -8 * 3600 }),
            (20 * 3600, Diagnosis::Unknown),
        ] {
            check(Kind::default(), Kind::default(), offset, expected);
        }
        let steam = Diagnosis::Clock { seconds: 120 };
        check(Kind::Steam, Kind::Steam, 120, steam);
    }

    #[test]
    fn names_the_counter_that_the_phone_is_at() {
        check(hotp(7), hotp(7), 0, Diagnosis::Right);
        check(hotp(7), hotp(9), 0, Diagnosis::Counter(9));
        check(hotp(7), hotp(0), 0, Diagnosis::Counter(0));
        check(hotp(u64::MAX), hotp(5), 0, Diagnosis::Unknown);
    }

    #[test]
    fn what_no_common_cause_gives_is_not_explained() {
        let site = key(Kind::default());
        for typed in ["", "12", "0000000000", "abc", "\u{1f511}"] {
            assert_eq!(diagnose(&site, typed, NOW), Diagnosis::Unknown, "{typed}");
        }
        assert_eq!(diagnose(&site, "000000", 0), Diagnosis::Unknown);
    }

    #[test]
    fn a_code_reads_as_phones_and_people_write_it() {
        let steam = key(Kind::Steam);
        let code = steam.code_at(NOW).text.to_ascii_lowercase();
        assert_eq!(diagnose(&steam, &code, NOW), Diagnosis::Right);
        let site = key(Kind::default());
        let code = site.code_at(NOW).text;
        let spaced = format!(" {} {}\n", &code[..3], &code[3..]);
        assert_eq!(diagnose(&site, &spaced, NOW), Diagnosis::Right);
    }

    #[test]
    fn another_setting_is_named_a_step_early_and_a_step_late_too() {
        for offset in [-30, 0, 30] {
            let phone = totp(Algorithm::Sha512, 6, 30);
            let expected = Diagnosis::Algorithm(Algorithm::Sha512);
            check(Kind::default(), phone, offset, expected);
        }
    }
}
