//! The world's mailbox, and the cases of its support.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Moment;

/// A mail. It is never sent anywhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Its number.
    pub id: u64,
    /// The address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text. `{link}` stands for the address of the page that takes `token`.
    pub text: String,
    /// The codes in it, as digits only.
    pub codes: Vec<String>,
    /// What its link holds, if it has one.
    pub token: Option<String>,
    /// When it was sent.
    pub sent: Moment,
    /// When it arrives.
    pub arrives: Moment,
}

impl fmt::Debug for Mail {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Mail")
            .field("id", &self.id)
            .field("to", &self.to)
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

/// A case with support: somebody lost device and recovery codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its number.
    pub id: u64,
    /// Whose account.
    pub user: String,
    /// What the person wrote.
    pub message: String,
    /// When it was opened.
    pub opened: Moment,
    /// How it stands.
    pub state: CaseState,
}

/// How a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// Nobody has decided.
    Open,
    /// The person is the owner.
    Approved,
    /// The person is not.
    Refused,
}
