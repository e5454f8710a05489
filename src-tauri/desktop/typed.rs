//! A key typed by hand, read into what may become an account.

use keytick_accounts::{Candidate, Origin};
use keytick_otp::{Digits, Kind, OtpKey, Period, Secret};

use crate::error::UiError;
use crate::views::{CodeType, TypedKey};

/// The account that a typed key would become.
///
/// # Errors
/// `otp-*`, naming the field that is wrong.
pub fn candidate(typed: TypedKey) -> Result<Candidate, UiError> {
    let kind = kind(&typed)?;
    let (secret, note) = Secret::from_base32(&typed.key)?;
    Ok(Candidate {
        key: OtpKey { secret, kind },
        issuer: typed.issuer.trim().to_owned(),
        account: typed.account.trim().to_owned(),
        note: String::new(),
        tags: Vec::new(),
        icon: None,
        favourite: false,
        origin: Origin::Person,
        notes: note.iter().map(|note| note.id()).collect(),
        source: String::new(),
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
        CodeType::Hotp => {
            Kind::Hotp { algorithm, digits: Digits::new(typed.digits)?, counter: typed.counter }
        }
        CodeType::Steam => Kind::Steam,
    })
}
