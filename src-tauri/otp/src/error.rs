//! Why a key, a parameter or a URI is refused. One error for each field, so that a refusal
//! can name it. No error carries a secret: of a wrong key it holds one character and its place.

use crate::unseen::is_unseen;

/// A refusal, and the field it is about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text has no scheme, so it is no URI at all.
    #[error("not a sign-in key: the text is not an otpauth URI")]
    NotAUri,
    /// A URI, but of a scheme that holds no key we can read.
    #[error("not a sign-in key: {scheme} is not otpauth")]
    Scheme {
        /// The scheme in lower case, for example `https`.
        scheme: String,
    },
    /// `otpauth://TYPE/` with a type nobody defined.
    #[error("type {found:?} is not totp, hotp, steam, motp or yandex")]
    Type {
        /// The type as found.
        found: String,
    },
    /// No word stands where the type should.
    #[error("the type is missing")]
    TypeMissing,
    /// A `steam://` link with which the Steam app opens something: there is a path in it.
    #[error("not a sign-in key: a link of the Steam app")]
    SteamLink,
    /// The URI has no `secret` parameter.
    #[error("the secret is missing")]
    SecretMissing,
    /// The secret is there, but empty.
    #[error("the secret is empty")]
    SecretEmpty,
    /// The secret is less than one byte, or a `steam://` one less than ten: Steam's have 20.
    #[error("the secret is too short")]
    SecretTooShort,
    /// The secret is more than [`Secret::MAX_BYTES`](crate::Secret::MAX_BYTES) bytes.
    #[error("the secret is longer than {} bytes", crate::Secret::MAX_BYTES)]
    SecretTooLong,
    /// The secret has a character outside A-Z and 2-7.
    #[error("the secret has the character {character:?} in place {position}")]
    SecretCharacter {
        /// The place, counted from 1, in the key without its spaces and dashes.
        position: usize,
        /// The character that stands there.
        character: char,
    },
    /// An mOTP secret has a character that is no hexadecimal digit.
    #[error("the hexadecimal secret has the character {character:?} in place {position}")]
    HexCharacter {
        /// The place, counted from 1, in the key without its spaces and dashes.
        position: usize,
        /// The character that stands there.
        character: char,
    },
    /// An mOTP secret has an odd number of digits.
    #[error("the hexadecimal secret has half a byte at its end")]
    HexOdd,
    /// A Yandex secret has neither 16 nor 26 bytes.
    #[error("a Yandex secret has 16 or 26 bytes")]
    YandexLength,
    /// The check at the end of a typed Yandex secret does not fit the rest.
    #[error("the check of the Yandex secret is wrong")]
    YandexCheck,
    /// The kind needs a PIN, and there is none.
    #[error("the PIN is missing")]
    PinMissing,
    /// The PIN is more than [`Pin::MAX_BYTES`](crate::Pin::MAX_BYTES) bytes.
    #[error("the PIN is longer than {} bytes", crate::Pin::MAX_BYTES)]
    PinTooLong,
    /// The hash is not SHA-1, SHA-256 or SHA-512.
    #[error("algorithm {found:?} is not SHA1, SHA256 or SHA512")]
    Algorithm {
        /// The value as found, shortened.
        found: String,
    },
    /// The number of digits is not 4 to 10.
    #[error("digits {found:?} is not a number from 4 to 10")]
    Digits {
        /// The value as found, shortened.
        found: String,
    },
    /// The period is not 1 to 86,400 seconds.
    #[error("period {found:?} is not a number from 1 to 86400")]
    Period {
        /// The value as found, shortened.
        found: String,
    },
    /// The counter is not a whole number that fits 64 bits.
    #[error("counter {found:?} is not a whole number")]
    Counter {
        /// The value as found, shortened.
        found: String,
    },
    /// The URI asks for an alphabet of codes that we do not know.
    #[error("encoder {found:?} is not known")]
    Encoder {
        /// The value as found, shortened.
        found: String,
    },
}

/// Every id that [`Error::id`] can give.
pub const ERROR_IDS: &[&str] = &[
    "otp-not-a-uri",
    "otp-scheme",
    "otp-type",
    "otp-type-missing",
    "otp-steam-link",
    "otp-secret-missing",
    "otp-secret-empty",
    "otp-secret-too-short",
    "otp-secret-too-long",
    "otp-secret-character",
    "otp-hex-character",
    "otp-hex-odd",
    "otp-yandex-length",
    "otp-yandex-check",
    "otp-pin-missing",
    "otp-pin-too-long",
    "otp-algorithm",
    "otp-digits",
    "otp-period",
    "otp-counter",
    "otp-encoder",
];

impl Error {
    /// The error's stable name, which is also the id of its message.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::NotAUri => "otp-not-a-uri",
            Self::Scheme { .. } => "otp-scheme",
            Self::Type { .. } => "otp-type",
            Self::TypeMissing => "otp-type-missing",
            Self::SteamLink => "otp-steam-link",
            Self::SecretMissing => "otp-secret-missing",
            Self::SecretEmpty => "otp-secret-empty",
            Self::SecretTooShort => "otp-secret-too-short",
            Self::SecretTooLong => "otp-secret-too-long",
            Self::SecretCharacter { .. } => "otp-secret-character",
            Self::HexCharacter { .. } => "otp-hex-character",
            Self::HexOdd => "otp-hex-odd",
            Self::YandexLength => "otp-yandex-length",
            Self::YandexCheck => "otp-yandex-check",
            Self::PinMissing => "otp-pin-missing",
            Self::PinTooLong => "otp-pin-too-long",
            Self::Algorithm { .. } => "otp-algorithm",
            Self::Digits { .. } => "otp-digits",
            Self::Period { .. } => "otp-period",
            Self::Counter { .. } => "otp-counter",
            Self::Encoder { .. } => "otp-encoder",
        }
    }

    /// What the error's message has to be filled in with.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Scheme { scheme } => vec![("scheme", scheme.clone())],
            Self::SecretCharacter {
                position,
                character,
            }
            | Self::HexCharacter {
                position,
                character,
            } => vec![
                ("position", position.to_string()),
                ("character", character.to_string()),
            ],
            Self::Type { found }
            | Self::Algorithm { found }
            | Self::Digits { found }
            | Self::Period { found }
            | Self::Counter { found }
            | Self::Encoder { found } => vec![("found", found.clone())],
            Self::NotAUri
            | Self::TypeMissing
            | Self::SteamLink
            | Self::SecretMissing
            | Self::SecretEmpty
            | Self::SecretTooShort
            | Self::SecretTooLong
            | Self::HexOdd
            | Self::YandexLength
            | Self::YandexCheck
            | Self::PinMissing
            | Self::PinTooLong => Vec::new(),
        }
    }
}

/// A value that may stand in an error: short, on one line, with a mark for every character
/// that nobody sees, since that may be what is wrong with it.
pub(crate) fn shown(value: &str) -> String {
    const MAX_CHARACTERS: usize = 20;
    value
        .trim()
        .chars()
        .take(MAX_CHARACTERS)
        .map(|character| match is_unseen(character) {
            true => char::REPLACEMENT_CHARACTER,
            false => character,
        })
        .collect()
}
