//! A site as data: what it calls things, in which order it does them, what it accepts.
//!
//! A profile is a TOML file of [`SCHEMA`]. Unknown keys are refused with their line and path;
//! keys that are left out have the defaults written at their types. What a profile says is
//! all that the state machine knows of a site: there is no code for one product.

mod builtin;
mod channels;
mod codes;
mod diff;
mod enroll;
mod error;
mod evidence;
mod lint;
mod login;
mod parse;
mod policy;
mod site;
mod totp;
mod words;

pub use builtin::{BUILTIN, TEMPLATE, builtin};
pub use channels::{EmailOtp, OnMax, Sensitive, Signup, Sso, StepUp};
pub use codes::{
    Case, Codes, CodesAck, CodesEntry, CodesKind, CommitAt, Exhausted, FactorAfter, OnUse, Store,
};
pub use diff::{Difference, diff};
pub use enroll::{ActivatesAt, Binding, Enroll, EnrollStep, ManualKey, Reenroll, Requirement};
pub use error::ProfileError;
pub use evidence::{Assumed, Evidence, Source};
pub(crate) use lint::error_of;
pub use lint::{Finding, Severity, lint};
pub use login::{
    FactorLockout, Fallback, Identifier, Lockout, Login, LoginStyle, PasswordLockout, Pool, Scope,
};
pub use policy::{
    Applies, CancelForced, Disable, Enforce, EnforceMode, EnforceScope, Feature, Guard, Mark,
    Monitor, Recovery, RecoveryOutcome, Switch, WhenOff,
};
pub use site::{App, Cast, CastFactor, Layout, Look, Nav, Site};
pub use totp::{Algorithm, Encoding, Input, Param, Replay, Totp, Window};
pub use words::{Errors, Labels};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the profile format that this program reads.
pub const SCHEMA: u32 = 1;

/// One site: its words, its order of steps and its rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The version of the profile format: 1.
    pub schema: u32,
    /// What the site is called and where its description comes from.
    pub site: Site,
    /// The colours by which its pages are told from others.
    #[serde(default)]
    pub look: Look,
    /// Where in the site's menus its pages stand.
    #[serde(default)]
    pub nav: Nav,
    /// The words on buttons, links and headings.
    #[serde(default)]
    pub labels: Labels,
    /// The sentences of refusals and warnings.
    #[serde(default)]
    pub errors: Errors,
    /// Signing in with a password, and the time between it and the second step.
    #[serde(default)]
    pub login: Login,
    /// How codes are made, and which are accepted.
    #[serde(default)]
    pub totp: Totp,
    /// Setting up codes.
    #[serde(default)]
    pub enroll: Enroll,
    /// Recovery codes, a single backup code, or a token that resets the account.
    #[serde(default)]
    pub codes: Codes,
    /// Turning codes off again.
    #[serde(default)]
    pub disable: Disable,
    /// What is left when the device and all recovery codes are lost.
    #[serde(default)]
    pub recovery: Recovery,
    /// Whether an administrator first has to make two-step sign-in available. Making it
    /// available is not requiring it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feature: Option<Feature>,
    /// Requiring two-step sign-in of users. Without the table nobody can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enforce: Option<Enforce>,
    /// Seeing who has set it up. Without the table there is no such page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monitor: Option<Monitor>,
    /// When wrong tries lock.
    #[serde(default)]
    pub lockout: Lockout,
    /// Codes by e-mail as a second step. Without the table there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_otp: Option<EmailOtp>,
    /// Actions that ask for a second step again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step_up: Option<StepUp>,
    /// Two linked sites, one of which owns the sign-in. Without the table there is one site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sso: Option<Sso>,
    /// Making an account.
    #[serde(default)]
    pub signup: Signup,
    /// The authenticator apps that the site's instructions name, in their order.
    #[serde(default)]
    pub apps: Vec<App>,
    /// What each value rests on.
    #[serde(default)]
    pub source: Source,
    /// The values that no source confirms. They are shown as assumptions.
    #[serde(default)]
    pub assumed: Assumed,
    /// The people of a new world.
    #[serde(default, rename = "user")]
    pub users: Vec<Cast>,
}

impl Profile {
    /// Reads a profile.
    ///
    /// ```
    /// use keytick_simulator::profile::Profile;
    ///
    /// let text = "schema = 1\n[site]\nid = \"mine\"\nname = \"My site\"\n[totp]\ndigit = 8\n";
    /// let error = Profile::parse(text).unwrap_err();
    /// assert_eq!((error.line, error.path.as_str()), (6, "totp.digit"));
    /// ```
    ///
    /// # Errors
    /// [`ProfileError`] names the line and the key of the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        parse::profile(text)
    }

    /// A profile as JSON Schema (draft 2020-12), made from these types.
    #[must_use]
    pub fn json_schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }

    /// Who may reset somebody's codes: `recovery.admin_role`, or whoever sees the list of people.
    #[must_use]
    pub fn reset_role(&self) -> Option<&String> {
        let monitor = self.monitor.as_ref().map(|monitor| &monitor.role);
        self.recovery.admin_role.as_ref().or(monitor)
    }

    /// Every role that the profile names, without repetition, in alphabetical order.
    #[must_use]
    pub fn roles(&self) -> Vec<String> {
        let tables = [
            self.feature.as_ref().map(|feature| &feature.role),
            self.enforce.as_ref().map(|enforce| &enforce.role),
            self.monitor.as_ref().map(|monitor| &monitor.role),
            self.recovery.admin_role.as_ref(),
            self.recovery.approve_role.as_ref(),
            Some(&self.signup.role),
        ];
        let users = self.users.iter().map(|user| &user.role);
        let mut roles: Vec<String> = tables.into_iter().flatten().chain(users).cloned().collect();
        roles.sort();
        roles.dedup();
        roles
    }
}
