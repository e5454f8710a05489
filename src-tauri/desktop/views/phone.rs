//! Accounts on their way to a phone, as the page sees them.

use keytick_otp as otp;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::LeftOut;

/// QR codes that may be asked for one by one, until they are put away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PhoneView {
    /// Their number, which the commands about them take.
    pub id: u64,
    /// What is in each code.
    pub codes: Vec<Vec<PhoneAccount>>,
    /// Accounts that no QR code can hold.
    pub left_out: Vec<LeftOut>,
}

/// An account in a QR code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PhoneAccount {
    /// The account's id.
    pub id: String,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
}

/// What a code that a phone shows says about that phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Diagnosis {
    /// It makes the right codes.
    Right,
    /// Its clock is off.
    Clock {
        /// By how many seconds; positive: it is ahead.
        seconds: i64,
    },
    /// It uses another hash.
    Algorithm {
        /// That one.
        name: String,
    },
    /// Its codes have another length.
    Digits {
        /// That one.
        digits: u8,
    },
    /// Its codes last another time.
    Period {
        /// In seconds.
        period: u32,
    },
    /// It took none of the settings over.
    Plain,
    /// It is at another counter.
    Counter {
        /// That one.
        counter: u64,
    },
    /// Nothing that commonly goes wrong gives this code.
    Unknown,
}

impl From<otp::Diagnosis> for Diagnosis {
    fn from(diagnosis: otp::Diagnosis) -> Self {
        match diagnosis {
            otp::Diagnosis::Right => Self::Right,
            otp::Diagnosis::Clock { seconds } => Self::Clock { seconds },
            otp::Diagnosis::Algorithm(algorithm) => Self::Algorithm {
                name: algorithm.name().to_owned(),
            },
            otp::Diagnosis::Digits(digits) => Self::Digits { digits },
            otp::Diagnosis::Period(period) => Self::Period { period },
            otp::Diagnosis::Plain => Self::Plain,
            otp::Diagnosis::Counter(counter) => Self::Counter { counter },
            otp::Diagnosis::Unknown => Self::Unknown,
        }
    }
}
