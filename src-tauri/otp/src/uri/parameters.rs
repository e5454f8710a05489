//! The parameters that decide how codes are made. A value that is there and cannot be meant
//! is refused by its field's name; only what is missing takes its default.

use super::query::Query;
use crate::error::shown;
use crate::{Algorithm, Digits, Error, Kind, Note, Period};

/// The type that the URI states.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Totp,
    Hotp,
    Steam,
}

impl Type {
    pub(super) fn parse(name: &str) -> Result<Self, Error> {
        match name.to_ascii_lowercase().as_str() {
            "totp" => Ok(Self::Totp),
            "hotp" => Ok(Self::Hotp),
            "steam" => Ok(Self::Steam),
            "yaotp" => Err(Error::TypeUnsupported { name: "Yandex" }),
            "motp" => Err(Error::TypeUnsupported { name: "mOTP" }),
            other if is_word(other) => Err(Error::Type {
                found: other.to_owned(),
            }),
            _ => Err(Error::TypeMissing),
        }
    }
}

/// A misplaced secret could stand where the type should, and an error must not repeat it.
fn is_word(name: &str) -> bool {
    const MAX_LETTERS: usize = 10;
    (1..=MAX_LETTERS).contains(&name.len())
        && name.chars().all(|letter| letter.is_ascii_alphabetic())
}

/// How the key makes codes, from its stated type and everything that can change it.
pub(super) fn kind(
    stated: Type,
    query: &Query<'_>,
    issuer: &str,
    notes: &mut Vec<Note>,
) -> Result<Kind, Error> {
    let settings = Settings::read(query)?;
    let encoder = Encoder::read(query)?;
    match (stated, encoder) {
        (Type::Steam, _) | (Type::Totp, Encoder::Steam) => settings.steam(),
        (Type::Totp, Encoder::Unsaid) if issuer.eq_ignore_ascii_case("steam") => {
            let kind = settings.by_steam_itself();
            if kind == Kind::Steam {
                notes.push(Note::SteamByIssuer);
            }
            Ok(kind)
        }
        (Type::Totp, Encoder::Unsaid | Encoder::Digits) => Ok(settings.totp()),
        (Type::Hotp, Encoder::Unsaid | Encoder::Digits) => {
            if settings.counter.is_none() {
                notes.push(Note::CounterDefaulted);
            }
            Ok(settings.hotp())
        }
        (Type::Hotp, Encoder::Steam) => Err(Error::Encoder {
            found: "steam".to_owned(),
        }),
    }
}

/// What the URI says; `None` is left to the default.
struct Settings {
    algorithm: Option<Algorithm>,
    digits: Option<Digits>,
    period: Option<Period>,
    counter: Option<u64>,
}

impl Settings {
    fn read(query: &Query<'_>) -> Result<Self, Error> {
        let algorithm = query.setting("algorithm");
        let digits = query.setting("digits");
        let period = query.setting("period");
        let counter = query.setting("counter");
        Ok(Self {
            algorithm: algorithm.as_deref().map(Algorithm::parse).transpose()?,
            digits: digits.as_deref().map(read_digits).transpose()?,
            period: period.as_deref().map(read_period).transpose()?,
            counter: counter.as_deref().map(read_counter).transpose()?,
        })
    }

    fn totp(&self) -> Kind {
        Kind::Totp {
            algorithm: self.algorithm.unwrap_or_default(),
            digits: self.digits.unwrap_or_default(),
            period: self.period.unwrap_or_default(),
        }
    }

    fn hotp(&self) -> Kind {
        Kind::Hotp {
            algorithm: self.algorithm.unwrap_or_default(),
            digits: self.digits.unwrap_or_default(),
            counter: self.counter.unwrap_or_default(),
        }
    }

    /// A key said to be Steam's. Steam has one hash and one period, so others contradict it;
    /// a number of digits does not, since programs write their default 6 unasked.
    fn steam(&self) -> Result<Kind, Error> {
        match (self.algorithm, self.period.map(Period::get)) {
            (Some(algorithm @ (Algorithm::Sha256 | Algorithm::Sha512)), _) => {
                Err(Error::Algorithm {
                    found: algorithm.name().to_owned(),
                })
            }
            (_, Some(period)) if period != Kind::STEAM_PERIOD => Err(Error::Period {
                found: period.to_string(),
            }),
            _ => Ok(Kind::Steam),
        }
    }

    /// A key whose issuer is called Steam: Steam's own, unless a setting says it is not.
    fn by_steam_itself(&self) -> Kind {
        let five = self.digits.map(Digits::get);
        match self.steam() {
            Ok(kind) if five.is_none_or(|digits| digits == Kind::STEAM_DIGITS) => kind,
            _ => self.totp(),
        }
    }
}

/// The alphabet of the codes.
enum Encoder {
    Unsaid,
    Digits,
    Steam,
}

impl Encoder {
    /// KeePassXC writes `encoder=steam`, Stratum a bare `steam`, and we `encoder=digits`
    /// where a five-digit code would be taken for Steam's.
    fn read(query: &Query<'_>) -> Result<Self, Error> {
        match query.setting("encoder").map(|name| name.to_lowercase()) {
            Some(name) if name == "steam" => Ok(Self::Steam),
            Some(name) if name == "digits" => Ok(Self::Digits),
            Some(name) => Err(Error::Encoder {
                found: shown(&name),
            }),
            None if query.has("steam") => Ok(Self::Steam),
            None => Ok(Self::Unsaid),
        }
    }
}

fn read_digits(value: &str) -> Result<Digits, Error> {
    number(value)
        .and_then(|digits| Digits::new(u8::try_from(digits).ok()?).ok())
        .ok_or_else(|| Error::Digits {
            found: shown(value),
        })
}

fn read_period(value: &str) -> Result<Period, Error> {
    number(value)
        .and_then(|seconds| Period::new(u32::try_from(seconds).ok()?).ok())
        .ok_or_else(|| Error::Period {
            found: shown(value),
        })
}

fn read_counter(value: &str) -> Result<u64, Error> {
    number(value).ok_or_else(|| Error::Counter {
        found: shown(value),
    })
}

/// A whole number. `str::parse` alone would let a sign through.
fn number(value: &str) -> Option<u64> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| value.parse().ok()).flatten()
}
