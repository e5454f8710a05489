//! How an account's codes are made, as a person can set it.

use keytick_accounts as accounts;
use keytick_otp::{Digits, Period};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CodeView, HashName};
use crate::error::UiError;

/// How codes shall be made. The type stays. Steam's codes, and those with a PIN, are all made in
/// one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum CodeSettings {
    /// By the clock.
    Totp {
        /// The hash under the codes.
        algorithm: HashName,
        /// Characters of a code.
        digits: u8,
        /// Seconds a code is valid.
        period: u32,
    },
    /// By a counter.
    Hotp {
        /// The hash under the codes.
        algorithm: HashName,
        /// Characters of a code.
        digits: u8,
    },
}

impl TryFrom<CodeSettings> for accounts::CodeSettings {
    type Error = UiError;

    /// # Errors
    /// `otp-digits` and `otp-period`.
    fn try_from(settings: CodeSettings) -> Result<Self, UiError> {
        Ok(match settings {
            CodeSettings::Totp {
                algorithm,
                digits,
                period,
            } => Self::Time {
                algorithm: algorithm.into(),
                digits: Digits::new(digits)?,
                period: Period::new(period)?,
            },
            CodeSettings::Hotp { algorithm, digits } => Self::Counter {
                algorithm: algorithm.into(),
                digits: Digits::new(digits)?,
            },
        })
    }
}

/// An account's code of now, in two ways.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SettingsPreview {
    /// As its codes are made.
    pub now: CodeView,
    /// As they would be made.
    pub then: CodeView,
}
