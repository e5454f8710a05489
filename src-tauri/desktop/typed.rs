//! A key typed by hand, read into what may become an account.

use keytick_accounts::Candidate;
use keytick_otp::{Digits, KeyUri, Kind, OtpKey, Period, Pin};

use crate::error::UiError;
use crate::reading::is_address;
use crate::views::{CodeType, TypedKey};

/// The account that a typed key would become. Where a whole address was typed, it says how
/// codes are made, and names what was left empty.
///
/// # Errors
/// `otp-*`, naming the field that is wrong.
pub fn candidate(typed: TypedKey) -> Result<Candidate, UiError> {
    let read = match is_address(&typed.key) {
        true => Candidate::from(KeyUri::parse(typed.key.trim())?),
        false => from_key(&typed)?,
    };
    Ok(Candidate {
        issuer: or(typed.issuer, read.issuer),
        account: or(typed.account, read.account),
        ..read
    })
}

/// What was typed, or else what was read.
fn or(typed: String, read: String) -> String {
    match typed.trim() {
        "" => read,
        typed => typed.to_owned(),
    }
}

fn from_key(typed: &TypedKey) -> Result<Candidate, UiError> {
    let kind = kind(typed)?;
    let (key, note) = OtpKey::from_text(&typed.key, kind)?;
    Ok(Candidate {
        notes: note.iter().map(|note| note.id()).collect(),
        ..Candidate::new(key, "", "")
    })
}

fn kind(typed: &TypedKey) -> Result<Kind, UiError> {
    let algorithm = typed.algorithm.into();
    Ok(match typed.r#type {
        CodeType::Totp => Kind::Totp {
            algorithm,
            digits: Digits::new(typed.digits)?,
            period: Period::new(typed.period)?,
        },
        CodeType::Hotp => Kind::Hotp {
            algorithm,
            digits: Digits::new(typed.digits)?,
            counter: typed.counter,
        },
        CodeType::Steam => Kind::Steam,
        CodeType::Motp => Kind::Motp {
            pin: Pin::new(&typed.pin)?,
        },
        CodeType::Yandex => Kind::Yandex {
            pin: Pin::new(&typed.pin)?,
        },
    })
}
