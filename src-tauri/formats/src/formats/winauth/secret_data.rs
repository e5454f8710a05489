//! What WinAuth packs into one text: the key in hexadecimal, then digits, hash and period
//! with tabs between, and behind a bar what the product needs beside.

use keytick_otp::{Algorithm, Digits, Error as KeyError, Kind, OtpKey, Period, Secret};

use crate::Error;

/// What makes the codes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Product {
    /// Any site.
    Standard,
    /// Codes by counter.
    Hotp,
    Steam,
    BattleNet,
    Microsoft,
    GuildWars,
}

impl Product {
    /// By the name of WinAuth's class. None for products whose codes are made otherwise.
    pub(super) fn parse(class: &str) -> Option<Self> {
        match class.rsplit_once('.').map_or(class, |(_, name)| name) {
            "GoogleAuthenticator" | "OktaVerifyAuthenticator" => Some(Self::Standard),
            "HOTPAuthenticator" => Some(Self::Hotp),
            "SteamAuthenticator" => Some(Self::Steam),
            "BattleNetAuthenticator" => Some(Self::BattleNet),
            "MicrosoftAuthenticator" => Some(Self::Microsoft),
            "GuildWarsAuthenticator" => Some(Self::GuildWars),
            _ => None,
        }
    }

    /// The company, where there is only one.
    pub(super) fn issuer(self) -> Option<&'static str> {
        match self {
            Self::Standard | Self::Hotp => None,
            Self::Steam => Some("Steam"),
            Self::BattleNet => Some("Battle.net"),
            Self::Microsoft => Some("Microsoft"),
            Self::GuildWars => Some("ArenaNet"),
        }
    }
}

/// The key in `text`.
///
/// # Errors
/// [`Error::NoKey`] and `otp-*`, by the field that is wrong.
pub(super) fn key(text: &str, product: Product) -> Result<OtpKey, Error> {
    let (key, beside) = text.split_once('|').unwrap_or((text, ""));
    let mut parts = key.split('\t').map(str::trim);
    let secret = parts.next().unwrap_or_default();
    if secret.is_empty() {
        return Err(Error::NoKey);
    }
    let mut said = || parts.next().filter(|part| !part.is_empty());
    let usual_digits = match product {
        Product::BattleNet => 8,
        _ => 6,
    };
    let digits = match said() {
        Some(text) => number(text, |found| KeyError::Digits { found })?,
        None => usual_digits,
    };
    let algorithm = said().map_or(Ok(Algorithm::Sha1), Algorithm::parse)?;
    let period = match said() {
        Some(text) => number(text, |found| KeyError::Period { found })?,
        None => 30,
    };
    let kind = match product {
        Product::Steam => Kind::Steam,
        Product::Hotp => Kind::Hotp {
            // The program makes no other codes by counter.
            algorithm: Algorithm::Sha1,
            digits: Digits::new(digits)?,
            counter: counter(beside)?,
        },
        _ => Kind::Totp {
            algorithm,
            digits: Digits::new(digits)?,
            period: Period::new(period)?,
        },
    };
    Ok(OtpKey::new(Secret::from_hex(secret)?, kind)?)
}

/// The program counts on before it makes a code.
fn counter(text: &str) -> Result<u64, KeyError> {
    let last: u64 = match text.trim() {
        "" => 0,
        text => number(text, |found| KeyError::Counter { found })?,
    };
    Ok(last.saturating_add(1))
}

fn number<T: std::str::FromStr>(text: &str, error: fn(String) -> KeyError) -> Result<T, KeyError> {
    text.parse().map_err(|_| error(text.to_owned()))
}
