//! How a key makes codes: its algorithm, its number of digits, and what moves it on.

use crate::error::shown;
use crate::{Error, Pin};

/// The hash under HMAC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Algorithm {
    /// SHA-1, what nearly every site uses.
    #[default]
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

impl Algorithm {
    /// The name in URIs and everywhere else: `SHA1`, `SHA256` or `SHA512`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
            Self::Sha512 => "SHA512",
        }
    }

    /// Reads a name in any of the spellings that programs write: `SHA1`, `sha-256`,
    /// `HmacSHA1`, `HMAC-SHA-512`, `Algorithm.sha1`.
    ///
    /// # Errors
    /// [`Error::Algorithm`] for every other name; an unknown hash is never taken for SHA-1.
    pub fn parse(name: &str) -> Result<Self, Error> {
        let plain: String = name
            .trim()
            .chars()
            .filter(|character| !matches!(character, '-' | '_' | ' '))
            .map(|character| character.to_ascii_lowercase())
            .collect();
        let plain = plain.strip_prefix("algorithm.").unwrap_or(&plain);
        match plain.strip_prefix("hmac").unwrap_or(plain) {
            "sha1" => Ok(Self::Sha1),
            "sha256" => Ok(Self::Sha256),
            "sha512" => Ok(Self::Sha512),
            _ => Err(Error::Algorithm { found: shown(name) }),
        }
    }
}

/// How many digits a code has: 4 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digits(u8);

impl Digits {
    /// A number of digits.
    ///
    /// # Errors
    /// [`Error::Digits`] outside 4 to 10.
    pub fn new(digits: u8) -> Result<Self, Error> {
        match digits {
            4..=10 => Ok(Self(digits)),
            _ => Err(Error::Digits {
                found: digits.to_string(),
            }),
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Default for Digits {
    fn default() -> Self {
        Self(6)
    }
}

/// How long a code is good for, in seconds: 1 to 86,400.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period(u32);

impl Period {
    /// A number of seconds.
    ///
    /// # Errors
    /// [`Error::Period`] outside 1 to 86,400.
    pub fn new(seconds: u32) -> Result<Self, Error> {
        match seconds {
            1..=86_400 => Ok(Self(seconds)),
            _ => Err(Error::Period {
                found: seconds.to_string(),
            }),
        }
    }

    /// The number of seconds.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Default for Period {
    fn default() -> Self {
        Self(30)
    }
}

/// How a key makes its codes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A new code every period ([RFC 6238](https://www.rfc-editor.org/rfc/rfc6238)).
    Totp {
        /// The hash.
        algorithm: Algorithm,
        /// How long the code is.
        digits: Digits,
        /// How long it lasts.
        period: Period,
    },
    /// A new code at each use ([RFC 4226](https://www.rfc-editor.org/rfc/rfc4226)).
    Hotp {
        /// The hash.
        algorithm: Algorithm,
        /// How long the code is.
        digits: Digits,
        /// The counter of the next code to use.
        counter: u64,
    },
    /// Steam's codes: five characters, every 30 seconds.
    Steam,
    /// [Mobile-OTP](https://motp.sourceforge.net): six hexadecimal digits, every 10 seconds.
    Motp {
        /// What goes into the codes beside the secret.
        pin: Pin,
    },
    /// Yandex Key's codes: eight letters, every 30 seconds.
    Yandex {
        /// What goes into the codes beside the secret.
        pin: Pin,
    },
}

impl Kind {
    /// Characters in a Steam code.
    pub(crate) const STEAM_DIGITS: u8 = 5;
    /// Seconds for which a Steam code lasts.
    pub(crate) const STEAM_PERIOD: u32 = 30;
    /// Characters in an mOTP code.
    pub(crate) const MOTP_DIGITS: u8 = 6;
    /// Seconds for which an mOTP code lasts.
    pub(crate) const MOTP_PERIOD: u32 = 10;
    /// Letters in a Yandex code.
    pub(crate) const YANDEX_DIGITS: u8 = 8;
    /// Seconds for which a Yandex code lasts.
    pub(crate) const YANDEX_PERIOD: u32 = 30;

    /// The type's name: `totp`, `hotp`, `steam`, `motp` or `yandex`.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::Totp { .. } => "totp",
            Self::Hotp { .. } => "hotp",
            Self::Steam => "steam",
            Self::Motp { .. } => "motp",
            Self::Yandex { .. } => "yandex",
        }
    }

    /// The hash's name. Steam's is SHA-1, mOTP's MD5, and Yandex's SHA-256.
    #[must_use]
    pub const fn algorithm_name(&self) -> &'static str {
        match self {
            Self::Totp { algorithm, .. } | Self::Hotp { algorithm, .. } => algorithm.name(),
            Self::Steam => Algorithm::Sha1.name(),
            Self::Motp { .. } => "MD5",
            Self::Yandex { .. } => Algorithm::Sha256.name(),
        }
    }

    /// How many characters a code has. Steam's have 5, mOTP's 6, and Yandex's 8.
    #[must_use]
    pub const fn digits(&self) -> u8 {
        match self {
            Self::Totp { digits, .. } | Self::Hotp { digits, .. } => digits.get(),
            Self::Steam => Self::STEAM_DIGITS,
            Self::Motp { .. } => Self::MOTP_DIGITS,
            Self::Yandex { .. } => Self::YANDEX_DIGITS,
        }
    }

    /// How many seconds a code lasts, if time moves it on.
    #[must_use]
    pub const fn period(&self) -> Option<u32> {
        match self {
            Self::Totp { period, .. } => Some(period.get()),
            Self::Hotp { .. } => None,
            Self::Steam => Some(Self::STEAM_PERIOD),
            Self::Motp { .. } => Some(Self::MOTP_PERIOD),
            Self::Yandex { .. } => Some(Self::YANDEX_PERIOD),
        }
    }

    /// The counter of the next code, if use moves it on.
    #[must_use]
    pub const fn counter(&self) -> Option<u64> {
        match self {
            Self::Hotp { counter, .. } => Some(*counter),
            Self::Totp { .. } | Self::Steam | Self::Motp { .. } | Self::Yandex { .. } => None,
        }
    }

    /// The PIN that goes into the codes, if the kind has one.
    #[must_use]
    pub const fn pin(&self) -> Option<&Pin> {
        match self {
            Self::Motp { pin } | Self::Yandex { pin } => Some(pin),
            Self::Totp { .. } | Self::Hotp { .. } | Self::Steam => None,
        }
    }
}

/// What a site means when it says nothing: TOTP, SHA-1, 6 digits, 30 seconds.
impl Default for Kind {
    fn default() -> Self {
        Self::Totp {
            algorithm: Algorithm::default(),
            digits: Digits::default(),
            period: Period::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_spelling_of_an_algorithm() {
        for (algorithm, names) in [
            (
                Algorithm::Sha1,
                &[
                    "SHA1",
                    "sha1",
                    "SHA-1",
                    "HMACSHA1",
                    "HMAC-SHA-1",
                    "Algorithm.sha1",
                    " Sha_1 ",
                ][..],
            ),
            (
                Algorithm::Sha256,
                &["SHA256", "HmacSHA256", "HMAC-SHA-256", "Algorithm.sha256"],
            ),
            (Algorithm::Sha512, &["SHA512", "sha-512", "hmac_sha512"]),
        ] {
            for name in names {
                assert_eq!(Algorithm::parse(name), Ok(algorithm), "{name:?}");
            }
            assert_eq!(Algorithm::parse(algorithm.name()), Ok(algorithm));
        }
    }

    #[test]
    fn never_takes_another_algorithm_for_sha1() {
        for name in [
            "SHA3",
            "MD5",
            "SHA224",
            "SHA384",
            "SHA512/256",
            "SHA",
            "1",
            "",
        ] {
            let found = name.to_owned();
            assert_eq!(Algorithm::parse(name), Err(Error::Algorithm { found }));
        }
    }

    #[test]
    fn digits_and_period_have_bounds() {
        for digits in [4, 10] {
            assert_eq!(Digits::new(digits).map(Digits::get), Ok(digits));
        }
        for digits in [0, 3, 11, 255] {
            let found = digits.to_string();
            assert_eq!(Digits::new(digits), Err(Error::Digits { found }));
        }
        for seconds in [1, 86_400] {
            assert_eq!(Period::new(seconds).map(Period::get), Ok(seconds));
        }
        for seconds in [0, 86_401] {
            let found = seconds.to_string();
            assert_eq!(Period::new(seconds), Err(Error::Period { found }));
        }
    }
}
