//! Everything that can happen to a world: what people do on its pages, and what a tester does
//! to it from outside.

use serde::{Deserialize, Serialize};

use super::{AddFault, ClockChange, RulesChange, SessionId, Typed, UserPatch};
use crate::profile::{Cast, Switch};

/// Something that happens to a world, for [`World::step`](super::World::step).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// A request arrives. A server takes this step first for every request: it answers whether
    /// the page may be shown, and which faults befall the request.
    Visit(Visit),
    /// Somebody logs in with a password.
    Password(Password),
    /// Somebody makes an account.
    SignUp(SignUp),
    /// Somebody opens the link of a mail that verifies an address.
    VerifyEmail {
        /// The token of the link.
        token: String,
    },
    /// Somebody comes back from the identity service to the product.
    Redeem {
        /// What [`Data::Ticket`](super::Data::Ticket) gave.
        ticket: String,
        /// The browser.
        agent: Agent,
    },
    /// Somebody who has a session does something.
    Deed {
        /// Whose session.
        session: SessionId,
        /// What.
        deed: Deed,
    },
    /// A tester changes the world from outside.
    Control(Control),
}

impl Action {
    /// The step's name, as faults match it: `password`, `code`, `verify_enroll`, …
    #[must_use]
    pub fn step(&self) -> &'static str {
        match self {
            Self::Visit(_) => "visit",
            Self::Password(_) => "password",
            Self::SignUp(_) => "sign_up",
            Self::VerifyEmail { .. } => "verify_email",
            Self::Redeem { .. } => "redeem",
            Self::Deed { deed, .. } => deed.step(),
            Self::Control(_) => "control",
        }
    }
}

/// Which of the linked sites a request goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The only site of the profile.
    #[default]
    Site,
    /// The service that owns passwords and codes (profiles with `[sso]`).
    Identity,
    /// The product that sends people there (profiles with `[sso]`).
    Product,
}

/// The browser or app that a request comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Agent {
    /// Its network address, for locks that go by it.
    #[serde(default)]
    pub address: String,
    /// The token of a remembered device ([`Data::Device`](super::Data::Device)), if it has one.
    #[serde(default)]
    pub device: Option<String>,
}

/// A request, before it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Which site.
    pub origin: Origin,
    /// The session of its cookie or token.
    pub session: Option<SessionId>,
    /// The path within the world, such as `/login`; faults match it.
    pub route: String,
    /// What the request is about to do ([`Action::step`]), if it does something.
    pub step: Option<String>,
    /// What the page takes.
    pub access: Access,
    /// Whether the answer is data rather than a page.
    pub api: bool,
    /// Whether it was asked before, and has waited since: no fault befalls it twice.
    #[serde(default)]
    pub again: bool,
}

/// What a page takes to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Nothing.
    Anyone,
    /// A password that was right, and a second step that is due.
    Challenge,
    /// A login; also of somebody who first has to set up codes.
    Setup,
    /// A login to which nothing is wanting.
    Full,
    /// The same, of somebody who may require codes or make them available.
    Policy,
    /// The same, of somebody who may see who has set up codes, or reset them.
    People,
    /// The same, of somebody who decides cases of support.
    Cases,
}

/// A login with a password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Password {
    /// Which site.
    pub origin: Origin,
    /// The session that the browser had so far; it ends.
    pub session: Option<SessionId>,
    /// The name or address.
    pub name: String,
    /// The password.
    pub password: Typed,
    /// Whether the person came from the product and wants to go back there.
    #[serde(default)]
    pub to_product: bool,
    /// The browser.
    #[serde(default)]
    pub agent: Agent,
}

/// A new account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUp {
    /// Which site.
    pub origin: Origin,
    /// The user name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The password.
    pub password: Typed,
    /// The browser.
    #[serde(default)]
    pub agent: Agent,
}

/// What somebody brings along for an action that is guarded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proof {
    /// Whether the question was answered with yes.
    #[serde(default)]
    pub confirmed: bool,
    /// A password or code.
    #[serde(default)]
    pub text: Option<Typed>,
}

impl Proof {
    /// A yes.
    #[must_use]
    pub fn confirmed() -> Self {
        Self {
            confirmed: true,
            text: None,
        }
    }

    /// A password or code.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self {
            confirmed: true,
            text: Some(text.into()),
        }
    }
}

/// What somebody who has a session does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Logs out.
    Logout,
    /// Sends a code at the second step: of the app, of a mail, or a recovery code where that
    /// goes into the same field.
    Code {
        /// The code.
        code: Typed,
        /// Whether this device should be spared next time.
        remember: bool,
    },
    /// Sends a recovery code at the second step.
    Backup {
        /// The code.
        code: Typed,
    },
    /// Asks for another mail with a code, at the second step or for a guarded action.
    ResendEmail,
    /// Opens a case with support, at the second step.
    OpenCase {
        /// What the person writes.
        message: String,
    },
    /// Begins to set up codes, or begins again with a new key.
    StartEnroll {
        /// The password, where the profile asks for it.
        password: Option<Typed>,
    },
    /// Opens the key to type by hand.
    RevealKey,
    /// Sends the first code.
    VerifyEnroll {
        /// The code.
        code: Typed,
    },
    /// Goes from the recovery codes back to the QR code.
    BackToScan,
    /// Leaves the set-up.
    CancelEnroll,
    /// Downloads the recovery codes on view.
    DownloadCodes,
    /// Says that the recovery codes on view are kept.
    AckCodes,
    /// Leaves new recovery codes without keeping them.
    CancelCodes,
    /// Makes new recovery codes.
    RegenerateCodes {
        /// What the profile asks for.
        proof: Proof,
    },
    /// Turns codes off.
    Disable {
        /// What the profile asks for.
        proof: Proof,
    },
    /// Turns codes by e-mail on or off.
    SetEmailOtp {
        /// Which.
        on: bool,
        /// A second step, where the profile asks for it.
        proof: Proof,
    },
    /// Changes the password.
    ChangePassword {
        /// The new one.
        new: Typed,
        /// A second step, where the profile asks for it.
        proof: Proof,
    },
    /// Changes the e-mail address, which is then unverified.
    ChangeEmail {
        /// The new one.
        email: String,
        /// A second step, where the profile asks for it.
        proof: Proof,
    },
    /// Asks for another mail that verifies the address.
    SendVerification,
    /// Leaves the prompt to set up codes.
    LeavePrompt,
    /// Goes from the identity service to the product.
    ToProduct,
    /// As an administrator: requires codes, or no longer.
    SetRequired {
        /// Which.
        on: bool,
        /// Of which roles, where the profile goes by role.
        roles: Vec<String>,
        /// A second step, where the profile asks for it.
        proof: Proof,
    },
    /// As an administrator: makes codes available, or no longer.
    SetFeature {
        /// Which.
        on: bool,
    },
    /// As an administrator: resets somebody's codes.
    ResetFactor {
        /// Whose.
        user: String,
    },
    /// As support: decides a case.
    DecideCase {
        /// Its number.
        case: u64,
        /// Whether the person is the owner.
        approve: bool,
    },
}

impl Deed {
    /// The step's name, as faults match it.
    #[must_use]
    pub fn step(&self) -> &'static str {
        match self {
            Self::Logout => "logout",
            Self::Code { .. } => "code",
            Self::Backup { .. } => "backup",
            Self::ResendEmail => "resend_email",
            Self::OpenCase { .. } => "open_case",
            Self::StartEnroll { .. } => "start_enroll",
            Self::RevealKey => "reveal_key",
            Self::VerifyEnroll { .. } => "verify_enroll",
            Self::BackToScan => "back_to_scan",
            Self::CancelEnroll => "cancel_enroll",
            Self::DownloadCodes => "download_codes",
            Self::AckCodes => "ack_codes",
            Self::CancelCodes => "cancel_codes",
            Self::RegenerateCodes { .. } => "regenerate_codes",
            Self::Disable { .. } => "disable",
            Self::SetEmailOtp { .. } => "set_email_otp",
            Self::ChangePassword { .. } => "change_password",
            Self::ChangeEmail { .. } => "change_email",
            Self::SendVerification => "send_verification",
            Self::LeavePrompt => "leave_prompt",
            Self::ToProduct => "to_product",
            Self::SetRequired { .. } => "set_required",
            Self::SetFeature { .. } => "set_feature",
            Self::ResetFactor { .. } => "reset_factor",
            Self::DecideCase { .. } => "decide_case",
        }
    }
}

/// What a tester does to a world from outside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Control {
    /// Adds a person.
    CreateUser(Cast),
    /// Changes a person.
    PatchUser {
        /// Who, by name or address.
        user: String,
        /// What.
        patch: UserPatch,
    },
    /// Removes a person.
    DeleteUser {
        /// Who.
        user: String,
    },
    /// Puts one person back to how they began, and nobody else.
    ResetUser {
        /// Who.
        user: String,
    },
    /// Ends every lock of a person.
    UnlockUser {
        /// Who.
        user: String,
    },
    /// Ends every session of a person.
    CloseSessions {
        /// Whose.
        user: String,
    },
    /// Changes the clock.
    Clock(ClockChange),
    /// Adds a fault.
    AddFault(AddFault),
    /// Removes a fault.
    RemoveFault {
        /// Its number.
        fault: u64,
    },
    /// Removes every fault.
    ClearFaults,
    /// Requires codes or makes them available, as an administrator would.
    Policy(PolicyChange),
    /// Changes how codes are made and checked.
    Rules(RulesChange),
    /// Decides a case, as support would.
    DecideCase {
        /// Its number.
        case: u64,
        /// Whether the person is the owner.
        approve: bool,
    },
    /// The key that the next set-up gives, as base32. Several queue up.
    NextSecret {
        /// The key.
        secret: Typed,
    },
    /// The recovery codes that are given next. Several lists queue up.
    NextCodes {
        /// The codes.
        codes: Vec<String>,
    },
    /// The code of a person's app, without an app. The log says that it was asked for.
    Oracle {
        /// Whose.
        user: String,
        /// Steps from the current one.
        offset: i64,
    },
    /// Empties the mailbox.
    ClearMail,
    /// Puts the world back to how it began. The log goes on.
    Reset,
}

/// What is required and available from now on. What is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PolicyChange {
    /// Whether codes are required.
    pub enforce: Option<bool>,
    /// Of which roles, where the profile goes by role.
    pub roles: Option<Vec<String>>,
    /// Whether they are available.
    pub feature: Option<Switch>,
}
