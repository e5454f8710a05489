//! What a device says, as JSON: the same from the command line and over HTTP.

use keytick_texts::english::text;
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use utoipa::ToSchema;

use super::{Account, Ready, Why};

/// An account. Never its secret.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Account)]
pub struct AccountJson {
    /// Its number on the device.
    id: u64,
    /// The site.
    issuer: String,
    /// The name there.
    account: String,
    /// `totp`, `hotp` or `steam`.
    r#type: &'static str,
    /// `SHA1`, `SHA256` or `SHA512`.
    algorithm: &'static str,
    /// How many digits a code has.
    digits: u8,
    /// How many seconds a code lasts; `null` for one with a counter.
    period: Option<u32>,
    /// The counter of the next code; `null` for one by time.
    counter: Option<u64>,
    /// What was odd about the key, in sentences.
    notes: Vec<String>,
    /// The step or counter that was handed out last.
    last_given: Option<u64>,
}

impl From<&Account> for AccountJson {
    fn from(account: &Account) -> Self {
        let kind = &account.key.kind;
        let notes = account.notes.iter();
        Self {
            id: account.id,
            issuer: account.issuer.clone(),
            account: account.account.clone(),
            r#type: kind.type_name(),
            algorithm: kind.algorithm_name(),
            digits: kind.digits(),
            period: kind.period(),
            counter: kind.counter(),
            notes: notes.map(|note| text(note.id(), &[])).collect(),
            last_given: account.last_given(),
        }
    }
}

/// A code that was handed out.
#[derive(Serialize, ToSchema)]
#[schema(as = Code)]
pub struct CodeJson {
    /// The account's number.
    account: u64,
    /// The code.
    #[schema(example = "081804")]
    code: String,
    /// Its step; `null` for one with a counter.
    step: Option<u64>,
    /// Its counter; `null` for one by time.
    counter: Option<u64>,
    /// From when it is the current one.
    #[schema(format = DateTime)]
    valid_from: Option<String>,
    /// Until when; from then on it is not.
    #[schema(format = DateTime)]
    valid_to: Option<String>,
    /// How many seconds that is.
    seconds_left: Option<u64>,
}

impl CodeJson {
    /// A code of the account with this number.
    #[must_use]
    pub fn new(account: u64, ready: &Ready) -> Self {
        let valid = ready.valid;
        Self {
            account,
            code: ready.code.to_string(),
            step: ready.step,
            counter: ready.counter,
            valid_from: valid.and_then(|valid| rfc3339(valid.from)),
            valid_to: valid.and_then(|valid| rfc3339(valid.to)),
            seconds_left: ready.seconds_left,
        }
    }
}

/// Why a code was refused.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reason)]
pub struct WhyJson {
    /// One word: see [`Why::name`].
    pub why: &'static str,
    /// A sentence.
    pub message: String,
    /// What to do about it, where there is something.
    pub hint: Option<String>,
    /// Seconds by which the device is ahead of the site, where the clocks differ.
    pub ahead: Option<i64>,
    /// The code's step less the site's, where the clocks differ.
    pub delta: Option<i64>,
}

impl From<&Why> for WhyJson {
    fn from(why: &Why) -> Self {
        let params = why.params();
        let params: Vec<(&str, &str)> = params
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let clocks = match why {
            Why::Clock { ahead, delta } => Some((*ahead, *delta)),
            _ => None,
        };
        Self {
            why: why.name(),
            message: text(why.id(), &params),
            hint: keytick_texts::english::hint(why.id(), &params),
            ahead: clocks.map(|(ahead, _)| ahead),
            delta: clocks.map(|(_, delta)| delta),
        }
    }
}

fn rfc3339(unix_seconds: u64) -> Option<String> {
    let seconds = i64::try_from(unix_seconds).ok()?;
    OffsetDateTime::from_unix_timestamp(seconds)
        .ok()?
        .format(&Rfc3339)
        .ok()
}
