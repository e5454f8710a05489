//! What a step answers.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ClockView, Event, SessionId, StageName};

/// What a step answers: what to show, what to do with the browser's session, and what was
/// written into the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Whether it was done.
    pub result: Result<Done, Refusal>,
    /// What becomes of the browser's session, also when it was refused.
    pub session: SessionChange,
    /// What this step appended to the log, in order.
    pub events: Vec<Arc<Event>>,
}

/// What becomes of the browser's session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SessionChange {
    /// It stays.
    #[default]
    Keep,
    /// It has this id from now on: a login or another step up has happened.
    Set(SessionId),
    /// It is over.
    Clear,
}

/// Something was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// The page that comes next.
    pub go: Go,
    /// What it produced.
    pub data: Data,
}

impl Done {
    pub(super) fn go(go: Go) -> Self {
        Self {
            go,
            data: Data::None,
        }
    }

    pub(super) fn with(go: Go, data: Data) -> Self {
        Self { go, data }
    }
}

/// A page, by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Go {
    /// The same one.
    Stay,
    /// The login.
    Login,
    /// The login of the identity service, from the product.
    IdentityLogin,
    /// The second step.
    Challenge,
    /// The start page of somebody who is logged in.
    Home,
    /// The security page.
    Security,
    /// The prompt to set up codes.
    Prompt,
    /// The QR code and the field of the first code.
    Enroll,
    /// Recovery codes on view.
    Codes,
    /// The product, with the ticket in the data.
    Product,
    /// What is required and available.
    Policy,
    /// The list of people.
    Team,
    /// The cases of support.
    Cases,
    /// A page that says that a case was opened.
    CaseOpened,
}

/// What a step produced beside a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// Nothing.
    None,
    /// The request may be answered, and this is how.
    Visited(Visited),
    /// The way from the identity service to the product, for
    /// [`Action::Redeem`](super::Action::Redeem).
    Ticket(String),
    /// A token by which this device is known next time, and for how many seconds.
    Device {
        /// The token.
        token: String,
        /// Seconds.
        seconds: u64,
    },
    /// A new fault's number.
    Fault(u64),
    /// A case's number.
    Case(u64),
    /// A person's code.
    Oracle {
        /// The code.
        code: String,
        /// Its step.
        step: u64,
        /// How many seconds it is still good for.
        seconds_left: u64,
    },
    /// The clock after a change.
    Clock(ClockView),
    /// A person's name.
    User(String),
}

/// How a request is to be answered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Visited {
    /// How far the session is.
    pub stage: StageName,
    /// Whose it is.
    pub user: Option<String>,
    /// What the last step wants said on this page, once.
    pub notice: Option<String>,
    /// For how many more seconds setting up codes may be put off, if it is required.
    pub grace_s: Option<u64>,
    /// What befalls the request on its way.
    pub transport: Transport,
}

/// What befalls a request and its answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Transport {
    /// Wait so many milliseconds before anything else.
    pub delay_ms: u64,
    /// Break before anything is done.
    pub before: Option<Break>,
    /// Do it, then break.
    pub after: Option<Break>,
    /// Send the answer at so many bytes a second.
    pub drip_bytes_per_s: Option<u64>,
    /// Refuse the form as if its token were stale.
    pub stale_csrf: bool,
}

/// How an answer is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// This HTTP status and no page.
    Status(u16),
    /// The connection is reset.
    Reset,
}

/// Something was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Of what kind.
    pub kind: RefusalKind,
    /// What the page says, in the profile's words.
    pub message: String,
    /// The key of the profile that decided, and the figures: `totp.window=[-1,1], delta=+2`.
    /// It stands in the log and is not for the page.
    pub rule: String,
    /// After how many seconds it makes sense to try again.
    pub retry_after_s: Option<u64>,
    /// The page that shows it; [`Go::Stay`] is the one that was sent.
    pub go: Go,
}

/// What kind of refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalKind {
    /// A wrong password.
    Password,
    /// A wrong code of the app.
    Code,
    /// A code that was used before.
    Replayed,
    /// A wrong recovery code.
    Backup,
    /// A wrong code of a mail.
    Email,
    /// Too many tries.
    Locked,
    /// Too late: the second step, a key on the page, a code of a mail, a link.
    Expired,
    /// Something must be done first: a first code, a download, a verified address.
    Unready,
    /// The question was not answered.
    Confirm,
    /// A second step is due again.
    StepUp,
    /// The role does not allow it, or the profile has no such thing.
    Forbidden,
    /// Codes must be set up first.
    Required,
    /// There is no login.
    NotLoggedIn,
    /// There is no such person, case or fault.
    Unknown,
    /// A name is taken.
    Taken,
    /// A value that cannot be.
    Invalid,
}

impl RefusalKind {
    /// The HTTP status that fits.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::Password | Self::NotLoggedIn => 401,
            Self::Forbidden | Self::Required | Self::StepUp => 403,
            Self::Unknown => 404,
            Self::Unready | Self::Taken => 409,
            Self::Expired => 410,
            Self::Code
            | Self::Replayed
            | Self::Backup
            | Self::Email
            | Self::Confirm
            | Self::Invalid => 422,
            Self::Locked => 429,
        }
    }
}
