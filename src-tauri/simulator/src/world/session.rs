//! Sessions: how far a browser has come.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Agent, Moment, Origin};

/// The id of a session: what a cookie or a token holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SessionId(Arc<str>);

impl SessionId {
    /// The text of a cookie.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first characters, by which logs tell sessions apart.
    #[must_use]
    pub fn short(&self) -> &str {
        self.0.get(..8).unwrap_or(&self.0)
    }
}

impl From<&str> for SessionId {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for SessionId {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SessionId({}…)", self.short())
    }
}

/// A session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Which of the linked sites it belongs to.
    pub origin: Origin,
    /// Whose it is, by name.
    pub user: String,
    /// How far it has come.
    pub stage: Stage,
    /// When it began, or came to this stage.
    pub since: Moment,
    /// Where it comes from.
    pub agent: Agent,
    /// Whether the person wants to go on to the product.
    pub to_product: bool,
    /// What the next page says, once.
    pub notice: Option<String>,
    /// Until when guarded actions ask no second step again.
    pub stepped_up_until: Option<Moment>,
    /// The code that was mailed for a guarded action.
    pub step_up_code: Option<EmailCode>,
}

/// How far a session has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The password was right; a second step is due.
    Challenge(Challenge),
    /// Logged in, but codes must be set up first.
    Forced,
    /// Logged in.
    Full,
}

impl Stage {
    /// The stage by name.
    #[must_use]
    pub fn name(&self) -> StageName {
        match self {
            Self::Challenge(_) => StageName::Challenge,
            Self::Forced => StageName::Forced,
            Self::Full => StageName::Full,
        }
    }
}

/// A stage by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageName {
    /// No login.
    #[default]
    Anonymous,
    /// The password was right; a second step is due.
    Challenge,
    /// Logged in, but codes must be set up first.
    Forced,
    /// Logged in.
    Full,
}

impl fmt::Display for StageName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Anonymous => "ANON",
            Self::Challenge => "CHAL",
            Self::Forced => "FORCED",
            Self::Full => "FULL",
        })
    }
}

/// A second step that is due.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Challenge {
    /// What is asked for.
    pub method: Method,
    /// The code that was mailed, if that is it.
    pub email: Option<EmailCode>,
}

/// What a second step asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// A code of the app.
    Totp,
    /// A code from a mail.
    Email,
    /// The password; for guarded actions only.
    Password,
}

impl Method {
    /// The name in events and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Totp => "totp",
            Self::Email => "email",
            Self::Password => "password",
        }
    }
}

/// A code that was mailed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailCode {
    pub(super) code: String,
    /// When it was sent.
    pub sent: Moment,
    /// How many wrong ones were typed since.
    pub wrong: u32,
    /// Whether the mail reached the mailbox.
    pub delivered: bool,
}

impl fmt::Debug for EmailCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EmailCode")
            .field("code", &"[REDACTED]")
            .field("sent", &self.sent)
            .field("wrong", &self.wrong)
            .field("delivered", &self.delivered)
            .finish()
    }
}
