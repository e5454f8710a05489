//! Recovery codes, a single backup code, or a token that resets the account.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a person keeps for the day on which the device is lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Codes {
    /// Whether there are any, and of what kind.
    pub kind: CodesKind,
    /// How many are given at once.
    #[schemars(range(max = 100))]
    pub count: usize,
    /// How many characters one has.
    #[schemars(range(max = 64))]
    pub length: usize,
    /// The characters they are made of: single ones and ranges, such as `0-9a-zA-Z`.
    pub alphabet: String,
    /// In groups of how many characters they are shown, with a dash between; 0 shows them
    /// whole.
    pub groups: usize,
    /// How the site keeps them.
    pub store: Store,
    /// Where one is typed at login.
    pub entry: CodesEntry,
    /// Whether upper and lower case differ.
    pub case: Case,
    /// Characters that are dropped from a typed one before it is compared.
    pub ignore: String,
    /// What a person does to say that they are kept.
    pub ack: CodesAck,
    /// What it takes to get new ones; `never` if there is no such thing.
    pub regenerate: super::Guard,
    /// From when new ones replace the old.
    pub commit_at: CommitAt,
    /// Whether the security page says how many are left.
    pub show_remaining: bool,
    /// At how many left or fewer the site warns; 0 never does.
    pub low_at: usize,
    /// What using one does.
    pub on_use: OnUse,
    /// What happens when the last one has been used.
    pub on_exhausted: Exhausted,
    /// The name of the file in which they are downloaded.
    pub file: String,
}

impl Default for Codes {
    fn default() -> Self {
        Self {
            kind: CodesKind::default(),
            count: 10,
            length: 10,
            alphabet: "0-9a-z".to_owned(),
            groups: 0,
            store: Store::default(),
            entry: CodesEntry::default(),
            case: Case::default(),
            ignore: String::new(),
            ack: CodesAck::default(),
            regenerate: super::Guard::Never,
            commit_at: CommitAt::default(),
            show_remaining: false,
            low_at: 0,
            on_use: OnUse::default(),
            on_exhausted: Exhausted::default(),
            file: "recovery-codes.txt".to_owned(),
        }
    }
}

/// What kind of recovery codes a site gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CodesKind {
    /// None.
    #[default]
    None,
    /// Several.
    List,
    /// One.
    Single,
    /// One, which resets the account rather than opening it.
    ResetToken,
}

/// How a site keeps recovery codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Store {
    /// As they are.
    Plain,
    /// As hashes.
    #[default]
    Hashed,
}

/// Where a recovery code is typed at login.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CodesEntry {
    /// On a page of its own.
    #[default]
    Separate,
    /// In the field for the app's code; the length tells them apart.
    SameField,
    /// On a page that resets the account.
    ResetPage,
}

/// Whether upper and lower case differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// They do.
    #[default]
    Sensitive,
    /// They do not.
    Insensitive,
}

/// What a person does to say that recovery codes are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CodesAck {
    /// Nothing: leaving the page is enough.
    None,
    /// Presses a button.
    #[default]
    Button,
    /// Downloads them, then presses a button.
    Download,
}

/// From when new recovery codes replace the old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CommitAt {
    /// At once.
    #[default]
    Once,
    /// From the moment at which the person says that they are kept.
    Ack,
}

/// What using a recovery code does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OnUse {
    /// Whether it is spent.
    pub consume: bool,
    /// What becomes of two-step sign-in.
    pub factor: FactorAfter,
    /// Whether a code that was used before is told from one that never was.
    pub tell_used: bool,
}

impl Default for OnUse {
    fn default() -> Self {
        Self {
            consume: true,
            factor: FactorAfter::default(),
            tell_used: false,
        }
    }
}

/// What becomes of two-step sign-in when a recovery code was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactorAfter {
    /// It stays on.
    #[default]
    Keep,
    /// It is turned off.
    Disable,
    /// It is turned off, and has to be set up again before anything else.
    ForceReenroll,
}

/// What happens when the last recovery code has been used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Exhausted {
    /// Nothing: from then on every recovery code is refused.
    #[default]
    Reject,
    /// New ones are made and shown.
    Renew,
    /// Two-step sign-in is turned off.
    Disable,
}
