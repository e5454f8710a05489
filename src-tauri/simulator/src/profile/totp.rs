//! How codes are made and which of them a site accepts.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How codes are made, how the QR code says so, and which codes are accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Totp {
    /// The issuer: what an app shows as the account's name. Empty: the site's name.
    pub issuer: String,
    /// The label in the QR code. `{issuer}`, `{account}` (what the person logs in with),
    /// `{user}` and `{email}` are filled in.
    pub label: String,
    /// The parameters in the QR code's address, in their order. One that is missing here is
    /// missing there.
    pub params: Vec<Param>,
    /// How the label and the parameters are percent-encoded.
    pub encoding: Encoding,
    /// How long a new key is, in bytes: 1 to 64. RFC 4226 asks for 16 and advises 20.
    #[schemars(range(min = 1, max = 64))]
    pub secret_bytes: usize,
    /// In groups of how many characters the key is shown; 0 shows it whole.
    pub key_groups: usize,
    /// The hash under HMAC.
    pub algorithm: Algorithm,
    /// How many digits a code has: 4 to 10.
    #[schemars(range(min = 4, max = 10))]
    pub digits: u8,
    /// How many seconds a code lasts: 1 to 86400.
    #[schemars(range(min = 1, max = 86_400))]
    pub period: u32,
    /// Which steps are accepted, counted from the current one: `[-1, 1]` takes the step
    /// before and the one after as well (RFC 6238 section 5.2).
    pub window: Window,
    /// What happens to a code that was used.
    pub replay: Replay,
    /// Whether the code that finished the set-up counts as used.
    pub enroll_code_counts: bool,
    /// Characters that are dropped from a typed code before it is compared.
    pub ignore: String,
    /// How the field for the code is drawn: `one` field or `cells`.
    pub input: Input,
}

impl Default for Totp {
    fn default() -> Self {
        Self {
            issuer: String::new(),
            label: "{issuer}:{account}".to_owned(),
            params: vec![
                Param::Secret,
                Param::Issuer,
                Param::Algorithm,
                Param::Digits,
                Param::Period,
            ],
            encoding: Encoding::default(),
            secret_bytes: 20,
            key_groups: 4,
            algorithm: Algorithm::default(),
            digits: 6,
            period: 30,
            window: Window(-1, 1),
            replay: Replay::default(),
            enroll_code_counts: true,
            ignore: " ".to_owned(),
            input: Input::default(),
        }
    }
}

/// How the field for the code is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// One field.
    #[default]
    One,
    /// A field that looks like one cell for each digit.
    Cells,
}

/// A parameter of the `otpauth` address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Param {
    /// The key.
    Secret,
    /// The issuer.
    Issuer,
    /// The hash.
    Algorithm,
    /// The number of digits.
    Digits,
    /// The period.
    Period,
}

/// How names are encoded in the `otpauth` address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// All but the unreserved characters of RFC 3986.
    #[default]
    Strict,
    /// Only what would break the address: an `@` stays as it is.
    Lenient,
}

/// The hash under HMAC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub enum Algorithm {
    /// SHA-1, what nearly every site uses.
    #[default]
    #[serde(rename = "SHA1")]
    Sha1,
    /// SHA-256.
    #[serde(rename = "SHA256")]
    Sha256,
    /// SHA-512.
    #[serde(rename = "SHA512")]
    Sha512,
}

impl Algorithm {
    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.otp().name()
    }

    /// The same, for making codes.
    #[must_use]
    pub const fn otp(self) -> keytick_otp::Algorithm {
        match self {
            Self::Sha1 => keytick_otp::Algorithm::Sha1,
            Self::Sha256 => keytick_otp::Algorithm::Sha256,
            Self::Sha512 => keytick_otp::Algorithm::Sha512,
        }
    }
}

/// The first and the last step that are accepted, counted from the current one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Window(
    /// The first.
    pub i64,
    /// The last.
    pub i64,
);

impl Window {
    /// More steps than this to either side is a mistake, and costs time at every login.
    pub const FARTHEST: i64 = 100;

    /// Whether a code that is `delta` steps off is accepted.
    #[must_use]
    pub const fn contains(self, delta: i64) -> bool {
        self.0 <= delta && delta <= self.1
    }
}

impl fmt::Display for Window {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "[{},{}]", self.0, self.1)
    }
}

/// What happens to a code that was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Replay {
    /// It works again as long as the window has it.
    None,
    /// The last code that was used is refused; one before it works again.
    LastCode,
    /// Steps up to the last one used are refused (RFC 6238 section 5.2).
    #[default]
    LastStep,
    /// Every step that was used is refused, in any order.
    UsedSet,
}

impl Replay {
    /// The name in profiles.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::LastCode => "last_code",
            Self::LastStep => "last_step",
            Self::UsedSet => "used_set",
        }
    }
}
