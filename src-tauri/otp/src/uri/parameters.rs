//! The parameters that decide how codes are made. A value that is there and cannot be meant
//! is refused by its field's name. What is missing, empty or `null` takes its default.

use zeroize::Zeroizing;

use super::query::Query;
use crate::error::shown;
use crate::{Algorithm, Digits, Error, Kind, Note, Period, Pin, Secret};

/// The type that the URI states.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Totp,
    Hotp,
    Steam,
    Motp,
    Yandex,
}

impl Type {
    pub(super) fn parse(name: &str) -> Result<Self, Error> {
        match name.to_ascii_lowercase().as_str() {
            "totp" => Ok(Self::Totp),
            "hotp" => Ok(Self::Hotp),
            "steam" => Ok(Self::Steam),
            "motp" => Ok(Self::Motp),
            "yaotp" | "yandex" => Ok(Self::Yandex),
            other if is_word(other) => Err(Error::Type {
                found: other.to_owned(),
            }),
            _ => Err(Error::TypeMissing),
        }
    }

    /// Reads the secret as keys of this type are written.
    pub(super) fn secret(self, text: &str, notes: &mut Vec<Note>) -> Result<Secret, Error> {
        if self == Self::Motp {
            return Secret::from_hex(text);
        }
        let (secret, note) = Secret::from_base32(text)?;
        notes.extend(note);
        Ok(secret)
    }
}

/// A misplaced secret could stand where the type should, and an error must not repeat it.
fn is_word(name: &str) -> bool {
    const MAX_LETTERS: usize = 10;
    (1..=MAX_LETTERS).contains(&name.len())
        && name.chars().all(|letter| letter.is_ascii_alphabetic())
}

/// How the key makes codes, from its stated type and everything that can change it. Only
/// what the type uses is read: a TOTP key with a broken counter still makes right codes.
pub(super) fn kind(
    stated: Type,
    query: &Query<'_>,
    issuer: &str,
    notes: &mut Vec<Note>,
) -> Result<Kind, Error> {
    match (stated, Encoder::read(query)?) {
        (Type::Steam, Encoder::Unsaid | Encoder::Steam) | (Type::Totp, Encoder::Steam) => {
            steam(query)
        }
        (Type::Totp, Encoder::Unsaid)
            if issuer.eq_ignore_ascii_case("steam") && could_be_steam(query)? =>
        {
            notes.push(Note::SteamByIssuer);
            Ok(Kind::Steam)
        }
        (Type::Totp, Encoder::Unsaid | Encoder::Digits) => totp(query),
        (Type::Hotp, Encoder::Unsaid | Encoder::Digits) => hotp(query, notes),
        (Type::Motp, Encoder::Unsaid) => motp(query),
        (Type::Yandex, Encoder::Unsaid) => yandex(query),
        (Type::Hotp | Type::Motp | Type::Yandex, Encoder::Steam) => Err(Error::Encoder {
            found: "steam".to_owned(),
        }),
        (Type::Steam | Type::Motp | Type::Yandex, Encoder::Digits) => Err(Error::Encoder {
            found: "digits".to_owned(),
        }),
    }
}

fn totp(query: &Query<'_>) -> Result<Kind, Error> {
    Ok(Kind::Totp {
        algorithm: algorithm(query)?.unwrap_or_default(),
        digits: digits(query)?.unwrap_or_default(),
        period: period(query)?.unwrap_or_default(),
    })
}

fn hotp(query: &Query<'_>, notes: &mut Vec<Note>) -> Result<Kind, Error> {
    let counter = counter(query)?;
    if counter.is_none() {
        notes.push(Note::CounterDefaulted);
    }
    Ok(Kind::Hotp {
        algorithm: algorithm(query)?.unwrap_or_default(),
        digits: digits(query)?.unwrap_or_default(),
        counter: counter.unwrap_or_default(),
    })
}

/// A key said to be Steam's. Steam has one hash and one period, so others contradict it; a
/// number of digits does not, since programs write their default 6 unasked.
fn steam(query: &Query<'_>) -> Result<Kind, Error> {
    match (algorithm(query)?, period(query)?.map(Period::get)) {
        (Some(algorithm @ (Algorithm::Sha256 | Algorithm::Sha512)), _) => Err(Error::Algorithm {
            found: algorithm.name().to_owned(),
        }),
        (_, Some(period)) if period != Kind::STEAM_PERIOD => Err(Error::Period {
            found: period.to_string(),
        }),
        _ => Ok(Kind::Steam),
    }
}

fn motp(query: &Query<'_>) -> Result<Kind, Error> {
    if let Some(other) = query.setting("algorithm")
        && !other.eq_ignore_ascii_case("md5")
    {
        return Err(Error::Algorithm {
            found: shown(&other),
        });
    }
    is_fixed(query, Kind::MOTP_DIGITS, Kind::MOTP_PERIOD)?;
    Ok(Kind::Motp { pin: pin(query)? })
}

fn yandex(query: &Query<'_>) -> Result<Kind, Error> {
    if let Some(other) = algorithm(query)?
        && other != Algorithm::Sha256
    {
        return Err(Error::Algorithm {
            found: other.name().to_owned(),
        });
    }
    is_fixed(query, Kind::YANDEX_DIGITS, Kind::YANDEX_PERIOD)?;
    Ok(Kind::Yandex { pin: pin(query)? })
}

/// Checks that digits and period, where they are said, are those that the type always has.
fn is_fixed(query: &Query<'_>, digits_are: u8, period_is: u32) -> Result<(), Error> {
    match (digits(query)?, period(query)?) {
        (Some(digits), _) if digits.get() != digits_are => Err(Error::Digits {
            found: digits.get().to_string(),
        }),
        (_, Some(period)) if period.get() != period_is => Err(Error::Period {
            found: period.get().to_string(),
        }),
        _ => Ok(()),
    }
}

fn pin(query: &Query<'_>) -> Result<Pin, Error> {
    let pin = query.value("pin").map(Zeroizing::new);
    Pin::new(pin.as_deref().map_or("", String::as_str))
}

/// Whether nothing but its issuer's name is needed to take a key for Steam's.
fn could_be_steam(query: &Query<'_>) -> Result<bool, Error> {
    let digits = digits(query)?.map(Digits::get);
    let algorithm = algorithm(query)?.unwrap_or_default();
    let period = period(query)?.unwrap_or_default();
    Ok(digits.is_none_or(|digits| digits == Kind::STEAM_DIGITS)
        && algorithm == Algorithm::Sha1
        && period.get() == Kind::STEAM_PERIOD)
}

/// The alphabet of the codes.
enum Encoder {
    Unsaid,
    Digits,
    Steam,
}

impl Encoder {
    /// KeePassXC writes `encoder=steam`, and we `encoder=digits` where a five-digit code
    /// would be taken for Steam's.
    fn read(query: &Query<'_>) -> Result<Self, Error> {
        let name = query.setting("encoder").map(|name| name.to_lowercase());
        match name.as_deref() {
            Some("steam") => Ok(Self::Steam),
            Some("digits") => Ok(Self::Digits),
            Some(other) => Err(Self::unknown(other)),
            None => Self::read_flag(query),
        }
    }

    /// Stratum writes a bare `steam`.
    fn read_flag(query: &Query<'_>) -> Result<Self, Error> {
        let flag = query.value("steam").map(|flag| flag.to_lowercase());
        match flag.as_deref() {
            None | Some("null") => Ok(Self::Unsaid),
            Some("" | "true" | "1") => Ok(Self::Steam),
            Some("false" | "0") => Ok(Self::Digits),
            Some(other) => Err(Self::unknown(other)),
        }
    }

    fn unknown(name: &str) -> Error {
        Error::Encoder { found: shown(name) }
    }
}

fn algorithm(query: &Query<'_>) -> Result<Option<Algorithm>, Error> {
    let value = query.setting("algorithm");
    value.as_deref().map(Algorithm::parse).transpose()
}

fn digits(query: &Query<'_>) -> Result<Option<Digits>, Error> {
    let read = |value: String| {
        number(&value)
            .and_then(|digits| Digits::new(u8::try_from(digits).ok()?).ok())
            .ok_or_else(|| Error::Digits {
                found: shown(&value),
            })
    };
    query.setting("digits").map(read).transpose()
}

fn period(query: &Query<'_>) -> Result<Option<Period>, Error> {
    let read = |value: String| {
        number(&value)
            .and_then(|seconds| Period::new(u32::try_from(seconds).ok()?).ok())
            .ok_or_else(|| Error::Period {
                found: shown(&value),
            })
    };
    query.setting("period").map(read).transpose()
}

fn counter(query: &Query<'_>) -> Result<Option<u64>, Error> {
    let read = |value: String| {
        number(&value).ok_or_else(|| Error::Counter {
            found: shown(&value),
        })
    };
    query.setting("counter").map(read).transpose()
}

/// A whole number. `str::parse` alone would let a sign through.
fn number(value: &str) -> Option<u64> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| value.parse().ok()).flatten()
}
