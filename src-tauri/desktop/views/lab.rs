//! The test lab, as the page sees it.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A practice site that can be started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LabSite {
    /// Its name for commands; `own` is a profile of a person's own.
    pub id: String,
    /// The name of that person's file.
    pub file: Option<String>,
    /// Where it is, such as `127.0.0.1:8741`, while it runs.
    pub address: Option<String>,
}

/// What a line of the log is, at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Mark {
    /// Something happened.
    Note,
    /// A check was passed.
    Passed,
    /// Something was refused.
    Refused,
    /// A fault took effect.
    Fault,
}

/// One line of a site's log. It holds neither keys nor codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SiteLine {
    /// Its number.
    pub seq: u64,
    /// When, as a time of RFC 3339.
    pub at: String,
    /// What it is.
    pub mark: Mark,
    /// Who: a name, `control` for the lab, `visitor` for somebody unknown.
    pub who: String,
    /// What, such as `challenge.failed`.
    pub kind: String,
    /// The kind of fault that it is about.
    pub fault: Option<String>,
    /// The rule that decided, with the figures.
    pub rule: Option<String>,
}

/// How a running site stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SiteState {
    /// How many of the five steps are done: password, scan, confirm, keep codes, sign in.
    pub reached: u8,
    /// Seconds by which its clock is ahead of the computer's; below 0 it is behind.
    pub ahead: i32,
    /// Whether its clock stands still.
    pub stopped: bool,
    /// The switches that are on, by their names.
    pub faults: Vec<String>,
    /// How it makes and checks codes.
    pub rules: SiteRules,
    /// The account here that makes its codes.
    pub account: Option<SiteAccount>,
    /// Whether it has shown a QR code whose account is not here yet.
    pub offers: bool,
}

/// How a site makes and checks codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SiteRules {
    /// Digits of a code, from the next set-up on.
    pub digits: u8,
    /// Seconds that a code holds, from the next set-up on.
    pub period: u32,
    /// The first and the last step around the present one that are accepted, at once.
    pub window: [i8; 2],
}

/// An account of a practice site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SiteAccount {
    /// Its id.
    pub id: String,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
}

/// What is done to a site's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ClockMove {
    /// It goes so many seconds ahead of the computer's, or behind it.
    Ahead {
        /// Below 0: behind.
        seconds: i32,
    },
    /// It goes as the computer's.
    Right,
    /// It stands still.
    Stop,
    /// It goes to the beginning of the next code.
    Next,
}
