//! What requests to a device bring and get, in JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::device::json::AccountJson;
use crate::device::{Clock, Device};

/// A device to be made. Both may be left out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDevice)]
pub(super) struct Make {
    /// Its name: 1 to 64 letters, digits, dots, dashes and underscores.
    #[schema(example = "tablet")]
    pub(super) id: Option<String>,
    /// Its clock. Left out: the real one.
    #[serde(default)]
    pub(super) clock: ClockJson,
}

/// A link, the texts of QR codes, or a key with its parameters.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAccount)]
pub(super) struct Add {
    /// An `otpauth` link.
    #[schema(example = "otpauth://totp/Acme:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    pub(super) uri: Option<String>,
    /// The texts of QR codes: those that hold no key are skipped, with the reason.
    #[serde(default)]
    pub(super) texts: Vec<String>,
    /// A key as typed, in base32.
    pub(super) secret: Option<String>,
    /// The site, for a typed key.
    #[serde(default)]
    pub(super) issuer: String,
    /// The name there, for a typed key.
    #[serde(default)]
    pub(super) account: String,
    /// `totp`, `hotp` or `steam`. Left out: `totp`.
    pub(super) r#type: Option<String>,
    /// `SHA1`, `SHA256` or `SHA512`. Left out: `SHA1`.
    pub(super) algorithm: Option<String>,
    /// How many digits a code has. Left out: 6.
    pub(super) digits: Option<u8>,
    /// How many seconds a code lasts. Left out: 30.
    pub(super) period: Option<u32>,
    /// The counter of the next code of an `hotp` key. Left out: 0.
    pub(super) counter: Option<u64>,
}

/// What came of an addition.
#[derive(Serialize, ToSchema)]
#[schema(as = Additions)]
pub(super) struct AddedJson {
    /// The accounts, in their order.
    pub(super) added: Vec<OneAdded>,
    /// What gave no account, and why.
    pub(super) skipped: Vec<Skipped>,
}

/// An account that was added, or was there.
#[derive(Serialize, ToSchema)]
pub(super) struct OneAdded {
    /// The account.
    pub(super) account: AccountJson,
    /// Whether it was there before.
    pub(super) was_there: bool,
}

/// Something that gave no account.
#[derive(Serialize, ToSchema)]
pub(super) struct Skipped {
    /// The id of the reason, which stays the same.
    pub(super) error: &'static str,
    /// The reason as a sentence.
    pub(super) message: String,
}

/// The number of an account, or words of its names.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
#[schema(as = AccountQuery)]
pub(super) enum Query {
    /// The number.
    Number(u64),
    /// Words.
    Words(String),
}

impl Query {
    pub(super) fn words(query: Option<Self>) -> String {
        match query {
            None => String::new(),
            Some(Self::Number(number)) => number.to_string(),
            Some(Self::Words(words)) => words,
        }
    }
}

/// What code is wanted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskCode {
    /// Of which account; may be left out if there is only one.
    pub(super) account: Option<Query>,
    /// How many seconds it should have left. Left out: 5.
    pub(super) min_left: Option<u64>,
    /// How many seconds the request may wait for one: 120 at most.
    #[serde(default)]
    pub(super) wait: u64,
    /// The time in Unix seconds, for a world whose clock is not the real one.
    pub(super) at: Option<u64>,
}

/// A code that a site refused.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskWhy {
    /// Of which account; may be left out if there is only one.
    pub(super) account: Option<Query>,
    /// The code.
    #[schema(example = "306183")]
    pub(super) code: String,
    /// The `Date` header of the site's answer.
    #[schema(example = "Fri, 18 Mar 2005 01:58:00 GMT")]
    pub(super) date: Option<String>,
    /// How often it was sent. Left out: once.
    #[serde(default = "once")]
    pub(super) sent: u32,
    /// The time in Unix seconds, for a world whose clock is not the real one.
    pub(super) at: Option<u64>,
}

const fn once() -> u32 {
    1
}

/// A clock, in the words of the simulator's control API.
#[derive(Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(tag = "mode", rename_all = "lowercase", deny_unknown_fields)]
#[schema(as = DeviceClock)]
pub(super) enum ClockJson {
    /// The computer's.
    #[default]
    Real,
    /// Ahead of it by so many seconds; below 0 behind.
    Offset {
        /// How many.
        seconds: i64,
    },
    /// One that stands still.
    Frozen {
        /// Where, in Unix seconds.
        now: u64,
    },
}

impl From<ClockJson> for Clock {
    fn from(clock: ClockJson) -> Self {
        match clock {
            ClockJson::Real => Self::default(),
            ClockJson::Offset { seconds } => Self::Offset(seconds),
            ClockJson::Frozen { now } => Self::Frozen(now),
        }
    }
}

impl From<Clock> for ClockJson {
    fn from(clock: Clock) -> Self {
        match clock {
            Clock::Offset(0) => Self::Real,
            Clock::Offset(seconds) => Self::Offset { seconds },
            Clock::Frozen(now) => Self::Frozen { now },
        }
    }
}

/// The names of the devices.
#[derive(Serialize, ToSchema)]
#[schema(as = Devices)]
pub(super) struct NamesJson {
    /// Every name.
    pub(super) devices: Vec<String>,
}

/// Whether the server answers, which it does.
#[derive(Serialize, ToSchema)]
#[schema(as = Ready)]
pub(super) struct ReadyJson {
    /// Yes.
    pub(super) ready: bool,
}

/// A device.
#[derive(Serialize, ToSchema)]
#[schema(as = Device)]
pub(super) struct DeviceJson {
    /// Its name.
    id: String,
    /// Its clock.
    clock: ClockJson,
    /// Its accounts.
    accounts: Vec<AccountJson>,
}

impl DeviceJson {
    pub(super) fn new(name: &str, device: &Device) -> Self {
        Self {
            id: name.to_owned(),
            clock: device.clock().into(),
            accounts: device.accounts().iter().map(AccountJson::from).collect(),
        }
    }
}

/// A refusal.
#[derive(ToSchema)]
#[schema(as = DeviceProblem)]
#[expect(dead_code, reason = "says in the document what a refusal is made of")]
pub(super) struct ProblemJson {
    /// An id that stays the same.
    #[schema(example = "device-wait")]
    error: String,
    /// A sentence.
    message: String,
    /// What to do about it, where there is something.
    hint: Option<String>,
    /// Of `device-wait`: in how many seconds there is a code.
    wait: Option<u64>,
    /// Of `device-wait`: `next_step` or `full_step`.
    because: Option<String>,
}
