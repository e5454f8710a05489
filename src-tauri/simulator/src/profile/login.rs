//! Signing in with a password, and when wrong tries lock.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Signing in, and the time between the password and the second step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Login {
    /// What a person logs in with. It is also the `{account}` in the QR code.
    pub identifier: Identifier,
    /// How many seconds after the password the second step may come; 0 is for ever.
    pub challenge_ttl_s: u64,
    /// For how many seconds a device that passed the second step need not do it again, if the
    /// person asks for it; 0 offers nothing of the kind.
    pub remember_factor_s: u64,
    /// The field of the code at the second step.
    pub challenge_label: String,
    /// How the login as an API answers.
    pub json: LoginStyle,
}

impl Default for Login {
    fn default() -> Self {
        Self {
            identifier: Identifier::default(),
            challenge_ttl_s: 600,
            remember_factor_s: 0,
            challenge_label: "Authentication code".to_owned(),
            json: LoginStyle::default(),
        }
    }
}

/// What a person logs in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Identifier {
    /// The e-mail address.
    #[default]
    Email,
    /// The user name.
    Username,
    /// Either.
    Any,
}

/// How the login as an API answers a right password when a second step is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LoginStyle {
    /// With a token that the next request sends together with the code.
    #[default]
    Token,
    /// With `totp-required`; the same request is sent again with the code in the header
    /// `x-2fa-code`.
    Header,
}

/// When wrong tries lock.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Lockout {
    /// Wrong passwords.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<PasswordLockout>,
    /// Wrong codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factor: Option<FactorLockout>,
}

/// When wrong passwords lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordLockout {
    /// So many wrong ones lock.
    #[schemars(range(min = 1))]
    pub max: usize,
    /// Within so many seconds.
    #[schemars(range(min = 1))]
    pub window_s: u64,
    /// For so many seconds; 0: until the first of them is older than `window_s`.
    #[serde(default)]
    pub hold_s: u64,
}

/// When wrong codes lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorLockout {
    /// So many wrong ones lock.
    #[schemars(range(min = 1))]
    pub max: usize,
    /// Within so many seconds.
    #[schemars(range(min = 1))]
    pub window_s: u64,
    /// For so many seconds; 0: until the first of them is older than `window_s`.
    #[serde(default)]
    pub hold_s: u64,
    /// Whether each lock holds twice as long as the one before. Needs `hold_s`.
    #[serde(default)]
    pub doubling: bool,
    /// After so many wrong ones in a row, only an administrator unlocks; 0 never.
    #[serde(default)]
    pub hard_max: usize,
    /// Which kinds of codes are counted together. A kind that is not here is not counted.
    #[serde(default = "Pool::login")]
    pub pool: Vec<Pool>,
    /// What is locked.
    #[serde(default)]
    pub scope: Scope,
    /// Whether a right code clears the count.
    #[serde(default = "cleared")]
    pub cleared_by_success: bool,
}

fn cleared() -> bool {
    true
}

/// A kind of code, for counting wrong ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Pool {
    /// The app's codes at login.
    Totp,
    /// Recovery codes.
    Backup,
    /// Codes by e-mail.
    Email,
    /// First codes while setting up.
    Enroll,
}

impl Pool {
    fn login() -> Vec<Self> {
        vec![Self::Totp, Self::Backup]
    }
}

/// What a lock locks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The account, wherever tries come from.
    #[default]
    Account,
    /// The session.
    Session,
    /// The network address.
    Address,
}

/// How a person without codes passes where a second step is asked for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fallback {
    /// With the password.
    #[default]
    Password,
    /// Without anything.
    None,
}
