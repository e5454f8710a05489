//! Setting up codes: the steps, and the moment from which they are asked for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Setting up codes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Enroll {
    /// The steps that a person sees, in their order.
    pub steps: Vec<EnrollStep>,
    /// How many seconds the key on the page is good for; 0 is for ever.
    pub ttl_s: u64,
    /// When codes are asked for from then on.
    pub activates_at: ActivatesAt,
    /// What happens to the old key when somebody who has codes sets them up again.
    pub reenroll: Reenroll,
    /// What must hold before it can be begun.
    pub requires: Vec<Requirement>,
    /// Whether finishing it ends the person's other sessions.
    pub revoke_other_sessions: bool,
    /// Whether the last step checks that the code was right (`strict`), or only that a fresh
    /// key is there (`loose`, which is a mistake to be found by tests).
    pub verify_binding: Binding,
    /// Whether the key stands on the page from the start, or behind a link.
    pub manual_key: ManualKey,
}

impl Default for Enroll {
    fn default() -> Self {
        Self {
            steps: vec![EnrollStep::Scan, EnrollStep::Verify],
            ttl_s: 0,
            activates_at: ActivatesAt::default(),
            reenroll: Reenroll::default(),
            requires: Vec::new(),
            revoke_other_sessions: false,
            verify_binding: Binding::default(),
            manual_key: ManualKey::default(),
        }
    }
}

/// Where the key to type by hand stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ManualKey {
    /// On the page.
    #[default]
    Shown,
    /// Behind a link.
    Link,
}

/// A step that a person sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnrollStep {
    /// "Get an app", with the list of `apps`.
    Apps,
    /// The QR code.
    Scan,
    /// The first code.
    Verify,
    /// Recovery codes are shown.
    Codes,
    /// The person says that they are kept.
    Ack,
}

/// From when codes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActivatesAt {
    /// From the first right code.
    #[default]
    Verify,
    /// From the moment at which the person says that the recovery codes are kept. Before, a
    /// closed tab leaves everything off.
    Ack,
}

/// What happens to the old key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reenroll {
    /// It stays good until the new one is.
    #[default]
    KeepCurrent,
    /// It is dropped at the start.
    DropCurrent,
    /// It must be turned off first.
    Forbidden,
}

/// What must hold before codes can be set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// The e-mail address is verified.
    VerifiedEmail,
    /// The password is given again.
    Password,
}

/// What the last step of the set-up checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// That the code was right.
    #[default]
    Strict,
    /// Only that a fresh key is there.
    Loose,
}
